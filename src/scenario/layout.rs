//! A document as a person would write it: headers, one key on a line, and values with their source inline.

use super::schema::{Kind, ROOT, Table};
use super::tree::{Entry, Node, TableNode, print_node, quoted};
use std::fmt::Write;

/// Columns of a line; a value with a longer one has a header of its own, and a longer list a line for each item.
const WIDTH: usize = 160;

/// Most keys of a table that needs no header of its own.
const DOTTED: usize = 2;

/// The order of what belongs to one value.
const VALUE: &[&str] = &["value", "source", "status", "note"];

/// A document with its keys in the order of the documentation, and names of the user's own as they came.
pub(crate) fn lay_out(root: &TableNode) -> String {
    let mut out = String::new();
    section(&mut out, "", &Section::of(Some(&ROOT), root));
    out
}

/// What stands below one header: lines, then sections of their own.
#[derive(Default)]
struct Section<'a> {
    lines: Vec<String>,
    below: Vec<Below<'a>>,
}

struct Below<'a> {
    path: String,
    /// One of a list of tables.
    item: bool,
    schema: Option<&'static Table>,
    table: &'a TableNode,
}

fn section(out: &mut String, path: &str, section: &Section<'_>) {
    for line in &section.lines {
        out.push_str(line);
        out.push('\n');
    }
    for below in &section.below {
        let path = join(path, &below.path);
        let inner = Section::of(below.schema, below.table);
        let bare = inner.lines.is_empty() && !inner.below.is_empty();
        if below.item {
            header(out, &format!("[[{path}]]"));
        } else if !bare {
            header(out, &format!("[{path}]"));
        }
        self::section(out, &path, &inner);
    }
}

fn header(out: &mut String, text: &str) {
    let gap = if out.is_empty() { "" } else { "\n" };
    writeln!(out, "{gap}{text}").expect("a string takes all text");
}

impl<'a> Section<'a> {
    /// What a table holds; without keys of its own it is one value with its source.
    fn of(schema: Option<&'static Table>, table: &'a TableNode) -> Self {
        let mut section = Self::default();
        let entries = match schema {
            Some(schema) => in_order(table, |name| {
                schema.keys.iter().position(|k| k.name == name)
            }),
            None => value_order(table),
        };
        let (tables, lines): (Vec<_>, Vec<_>) = entries.into_iter().partition(|(name, entry)| {
            let kind = schema.and_then(|s| s.key(name)).map(|k| &k.kind);
            matches!((kind, &entry.node), (Some(Kind::Table(_)), Node::Table(_)))
        });
        for (name, entry) in lines {
            let kind = schema.and_then(|s| s.key(name)).map(|k| &k.kind);
            section.entry(&key(name), kind, &entry.node);
        }
        for (name, entry) in tables {
            let kind = schema.and_then(|s| s.key(name)).map(|k| &k.kind);
            section.entry(&key(name), kind, &entry.node);
        }
        section
    }

    fn entry(&mut self, path: &str, kind: Option<&'static Kind>, node: &'a Node) {
        match (kind, node) {
            (Some(Kind::Table(schema)), Node::Table(table)) => self.table(path, schema, table),
            (Some(Kind::Map(schema)), Node::Table(table)) if !table.entries.is_empty() => {
                for (name, entry) in in_order(table, |_| None) {
                    match &entry.node {
                        Node::Table(table) => {
                            self.below(join(path, &key(name)), false, Some(schema), table);
                        }
                        node => self.line(join(path, &key(name)), node),
                    }
                }
            }
            (Some(Kind::List(schema)), Node::List(_, items)) => {
                self.list(path, schema, node, items)
            }
            (Some(Kind::QuantityMap(..)), Node::Table(table)) if !table.entries.is_empty() => {
                self.values(path, table);
            }
            (_, Node::Table(table)) if !fits(path, node) => {
                self.below(path.to_owned(), false, None, table);
            }
            _ => self.line(path.to_owned(), node),
        }
    }

    /// A table of fixed keys: dotted below others when it is small.
    fn table(&mut self, path: &str, schema: &'static Table, table: &'a TableNode) {
        let inner = Section::of(Some(schema), table);
        let few = (1..=DOTTED).contains(&inner.lines.len()) && inner.below.is_empty();
        if few && !self.lines.is_empty() {
            let lines = inner.lines.into_iter();
            self.lines.extend(lines.map(|line| join(path, &line)));
        } else {
            self.below(path.to_owned(), false, Some(schema), table);
        }
    }

    /// Values by name: all dotted, or all with headers where one of them is long.
    fn values(&mut self, path: &str, table: &'a TableNode) {
        let entries = in_order(table, |_| None);
        let named: Vec<_> = entries
            .into_iter()
            .map(|(name, entry)| (join(path, &key(name)), &entry.node))
            .collect();
        let short = named.iter().all(|(path, node)| fits(path, node));
        for (path, node) in named {
            match node {
                Node::Table(table) if !short => self.below(path, false, None, table),
                node => self.line(path, node),
            }
        }
    }

    /// A list of tables: a line for each, or a header for each where one of them is long.
    fn list(&mut self, path: &str, schema: &'static Table, node: &'a Node, items: &'a [Node]) {
        let tables: Option<Vec<_>> = items.iter().map(Node::as_table).collect();
        match tables {
            Some(tables) if !items.iter().all(|item| fits("", item)) => {
                for table in tables {
                    self.below(path.to_owned(), true, Some(schema), table);
                }
            }
            _ => self.line(path.to_owned(), node),
        }
    }

    fn line(&mut self, path: String, node: &Node) {
        let line = match node {
            Node::List(_, items) if !fits(&path, node) => {
                let items = items.iter().map(|item| format!("  {},\n", inline(item)));
                format!("{path} = [\n{}]", items.collect::<String>())
            }
            _ => format!("{path} = {}", inline(node)),
        };
        self.lines.push(line);
    }

    fn below(
        &mut self,
        path: String,
        item: bool,
        schema: Option<&'static Table>,
        table: &'a TableNode,
    ) {
        self.below.push(Below {
            path,
            item,
            schema,
            table,
        });
    }
}

fn fits(path: &str, node: &Node) -> bool {
    path.chars().count() + " = ".len() + inline(node).chars().count() <= WIDTH
}

/// A value on one line.
fn inline(node: &Node) -> String {
    match node {
        Node::Table(table) if !table.entries.is_empty() => {
            let entries = value_order(table).into_iter();
            let parts =
                entries.map(|(name, entry)| format!("{} = {}", key(name), inline(&entry.node)));
            format!("{{ {} }}", parts.collect::<Vec<_>>().join(", "))
        }
        Node::List(_, items) => {
            let parts: Vec<_> = items.iter().map(inline).collect();
            format!("[{}]", parts.join(", "))
        }
        node => {
            let mut text = String::new();
            print_node(node, &mut text);
            text
        }
    }
}

fn value_order(table: &TableNode) -> Vec<(&str, &Entry)> {
    in_order(table, |name| VALUE.iter().position(|v| *v == name))
}

/// Entries by rank; those without one last, as they were written.
fn in_order(table: &TableNode, rank: impl Fn(&str) -> Option<usize>) -> Vec<(&str, &Entry)> {
    let mut entries: Vec<_> = table.entries.iter().map(|(n, e)| (n.as_str(), e)).collect();
    entries.sort_by_key(|(name, entry)| (rank(name).unwrap_or(usize::MAX), entry.key));
    entries
}

/// A name as TOML writes it: bare where it can be.
fn key(name: &str) -> String {
    let bare = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if !name.is_empty() && name.chars().all(bare) {
        name.to_owned()
    } else {
        quoted(name)
    }
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() {
        name.to_owned()
    } else {
        format!("{path}.{name}")
    }
}

#[cfg(test)]
mod tests {
    use super::super::tree::{parse, print};
    use super::*;
    use crate::diag::Sources;

    fn read(text: &str) -> TableNode {
        let mut sources = Sources::default();
        let file = sources.add("test.toml", text);
        let mut diagnostics = Vec::new();
        let root = parse(&sources, file, &mut diagnostics);
        assert!(diagnostics.is_empty(), "{diagnostics:?}\n{text}");
        root
    }

    #[test]
    fn lines_before_headers_values_before_notes_names_as_they_came() {
        let root = read(
            "[services.zoo]\nitems = { text = { note = 'few', value = 1 } }\n[services.ant]\nvolume = { text = 2 }\n\
            [run]\ndays = 3\n[policy.orders.a]\nrule = { fpr = 0.1 }\ntitle = 'A'\n",
        );
        assert_eq!(
            lay_out(&root),
            "[services.zoo]\nitems.text = { value = 1, note = \"few\" }\n\n[services.ant]\nvolume.text = 2\n\n\
            [policy.orders.a]\ntitle = \"A\"\nrule.fpr = 0.1\n\n[run]\ndays = 3\n"
        );
    }

    #[test]
    fn whatever_is_written_is_read_again() {
        let long = "a long note ".repeat(20);
        let points = format!(
            "[{{ fpr = 0.1, recall = {{ value = 1, note = '{long}' }} }}, {{ recall = 2 }}]"
        );
        for text in [
            "",
            "title = ''\nservices = {}\npolicy = { orders = {} }\nmechanisms = { removal = {} }",
            "[services.'a.b']\nvolume = { '' = 1, 'two words' = 2, 'é' = 3 }",
            "services.a = 1\nservices.b = { title = 'b' }\nrun = [1, 2]\nfactors = [1, {}]\nstop = 'x'",
            "unknown = { value = { deep = { er = [[], [{}]] } } }",
            &format!(
                "look-at = '{long}'\n[services.a]\nvolume = {{ x = 1, y = {{ note = '{long}' }} }}"
            ),
            &format!(
                "[services.a]\nvolume = {{ x = {{ value = 3 }}, y = {{ note = '{long}' }} }}\ntitle = 'a'"
            ),
            &format!(
                "[policy]\ndesks = ['{long}', 'b']\n[policy.orders.a]\nrule = {{ cost = {{ a = 1, b = '{long}' }} }}"
            ),
            &format!(
                "[detectors.a.binormal]\nanchors = {points}\nauc = 1\n[[factors]]\npath = 'x'"
            ),
        ] {
            let root = read(text);
            let laid_out = lay_out(&root);
            assert_eq!(print(&read(&laid_out)), print(&root), "{laid_out}");
        }
    }
}
