//! Text to tree: every key and value with its place; a scenario laid over its world.

use super::schema::{Kind, Presence, Table};
use crate::diag::{Code, Diagnostic, Sources, Span};
use std::collections::BTreeMap;
use toml::de::{DeTable, DeValue};

/// A value of a file, with its place.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Node {
    Table(TableNode),
    List(Span, Vec<Node>),
    Leaf(Span, Scalar),
}

/// A table of a file; entries are sorted by name, so their order in the file has no effect.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct TableNode {
    pub(crate) span: Span,
    pub(crate) entries: BTreeMap<String, Entry>,
}

/// A key and its value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Entry {
    pub(crate) key: Span,
    pub(crate) node: Node,
}

/// A value without parts.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Scalar {
    Text(String),
    Integer(i64),
    Float(f64),
    Flag(bool),
    Datetime,
}

impl Node {
    pub(crate) fn span(&self) -> Span {
        match self {
            Self::Table(table) => table.span,
            Self::List(span, _) | Self::Leaf(span, _) => *span,
        }
    }

    pub(crate) fn as_table(&self) -> Option<&TableNode> {
        match self {
            Self::Table(table) => Some(table),
            _ => None,
        }
    }

    /// What it is called in messages.
    pub(crate) fn noun(&self) -> &'static str {
        match self {
            Self::Table(_) => "a table",
            Self::List(..) => "a list",
            Self::Leaf(_, Scalar::Text(_)) => "text",
            Self::Leaf(_, Scalar::Integer(_) | Scalar::Float(_)) => "a number",
            Self::Leaf(_, Scalar::Flag(_)) => "true or false",
            Self::Leaf(_, Scalar::Datetime) => "a date",
        }
    }
}

impl TableNode {
    pub(crate) fn get(&self, name: &str) -> Option<&Node> {
        self.entries.get(name).map(|e| &e.node)
    }
}

/// Parses the text with this index; reports every syntax error.
pub(crate) fn parse(
    sources: &Sources,
    file: usize,
    diagnostics: &mut Vec<Diagnostic>,
) -> TableNode {
    let text = &sources.get(file).text;
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        let range = error.span().unwrap_or(0..0);
        let span = clip(file, range, text);
        let (title, help) = if error.message() == "duplicate key" {
            let key = &text[span.start..span.end];
            (
                format!("`{key}` is given twice"),
                "delete one of them: every key and table may appear once",
            )
        } else {
            (
                error.message().to_owned(),
                "text needs quotes, tables need [brackets], and a key needs a value",
            )
        };
        diagnostics.push(Diagnostic::at(Code::Syntax, span, title, "").help(help));
    }
    let range = table.span();
    let span = clip(file, range.start..range.start, text);
    convert_table(file, span, table.get_ref())
}

/// Parses one value of the command line: TOML when it is TOML, text otherwise.
pub(crate) fn parse_argument(sources: &Sources, file: usize, offset: usize) -> Node {
    let text = &sources.get(file).text[offset..];
    let (value, errors) = DeValue::parse_recoverable(text);
    let whole = Span {
        file,
        start: offset,
        end: offset + text.len(),
    };
    if errors.is_empty() {
        shift(convert(file, value.span(), value.get_ref()), offset)
    } else {
        Node::Leaf(whole, Scalar::Text(text.to_owned()))
    }
}

/// Moves all spans of a node by `offset` bytes.
fn shift(node: Node, offset: usize) -> Node {
    let moved = |s: Span| Span {
        start: s.start + offset,
        end: s.end + offset,
        ..s
    };
    match node {
        Node::Leaf(span, scalar) => Node::Leaf(moved(span), scalar),
        Node::List(span, items) => Node::List(
            moved(span),
            items.into_iter().map(|n| shift(n, offset)).collect(),
        ),
        Node::Table(table) => Node::Table(TableNode {
            span: moved(table.span),
            entries: table
                .entries
                .into_iter()
                .map(|(name, e)| {
                    let entry = Entry {
                        key: moved(e.key),
                        node: shift(e.node, offset),
                    };
                    (name, entry)
                })
                .collect(),
        }),
    }
}

fn clip(file: usize, range: std::ops::Range<usize>, text: &str) -> Span {
    let start = range.start.min(text.len());
    let end = range.end.clamp(start, text.len());
    Span { file, start, end }
}

fn convert_table(file: usize, span: Span, table: &DeTable<'_>) -> TableNode {
    let entries = table
        .iter()
        .map(|(key, value)| {
            let entry = Entry {
                key: at(file, key.span()),
                node: convert(file, value.span(), value.get_ref()),
            };
            (key.get_ref().to_string(), entry)
        })
        .collect();
    TableNode { span, entries }
}

fn at(file: usize, range: std::ops::Range<usize>) -> Span {
    Span {
        file,
        start: range.start,
        end: range.end,
    }
}

fn convert(file: usize, range: std::ops::Range<usize>, value: &DeValue<'_>) -> Node {
    let span = at(file, range);
    match value {
        DeValue::String(text) => Node::Leaf(span, Scalar::Text(text.to_string())),
        DeValue::Integer(i) => {
            let digits = i.as_str();
            let scalar = i64::from_str_radix(digits, i.radix()).map_or_else(
                |_| Scalar::Float(digits.parse().unwrap_or(f64::INFINITY)),
                Scalar::Integer,
            );
            Node::Leaf(span, scalar)
        }
        DeValue::Float(f) => {
            let number = f.as_str().parse().unwrap_or(f64::NAN);
            Node::Leaf(span, Scalar::Float(number))
        }
        DeValue::Boolean(b) => Node::Leaf(span, Scalar::Flag(*b)),
        DeValue::Datetime(_) => Node::Leaf(span, Scalar::Datetime),
        DeValue::Array(items) => Node::List(
            span,
            items
                .iter()
                .map(|v| convert(file, v.span(), v.get_ref()))
                .collect(),
        ),
        DeValue::Table(table) => Node::Table(convert_table(file, span, table)),
    }
}

/// Lays `over` on `base`: tables are merged key by key, anything else is replaced, and an alternative of a group
/// replaces the other alternatives of that group.
pub(crate) fn overlay(base: &mut TableNode, over: TableNode, schema: &'static Table) {
    for (name, entry) in over.entries {
        let key = schema.key(&name);
        if let Some(Presence::OneOf(group)) = key.map(|k| k.presence) {
            let others: Vec<_> = schema.group(group).map(|k| k.name).collect();
            base.entries
                .retain(|other, _| *other == name || !others.contains(&other.as_str()));
        }
        overlay_entry(base, name, entry, key.map(|k| &k.kind));
    }
}

fn overlay_entry(base: &mut TableNode, name: String, entry: Entry, kind: Option<&'static Kind>) {
    let old = base.entries.get_mut(&name).map(|e| &mut e.node);
    match (kind, old, entry.node) {
        (Some(Kind::Table(schema)), Some(Node::Table(old)), Node::Table(new)) => {
            overlay(old, new, schema);
        }
        (Some(Kind::Map(schema)), Some(Node::Table(old)), Node::Table(new)) => {
            for (name, entry) in new.entries {
                match (old.entries.get_mut(&name), entry.node) {
                    (
                        Some(Entry {
                            node: Node::Table(old),
                            ..
                        }),
                        Node::Table(new),
                    ) => {
                        overlay(old, new, schema);
                    }
                    (_, node) => {
                        let key = entry.key;
                        old.entries.insert(name, Entry { key, node });
                    }
                }
            }
        }
        (Some(Kind::QuantityMap(..)), Some(Node::Table(old)), Node::Table(new)) => {
            old.entries.extend(new.entries);
        }
        (_, _, node) => {
            let key = entry.key;
            base.entries.insert(name, Entry { key, node });
        }
    }
}

/// A tree with `value` at `path`, to be laid over a scenario.
pub(crate) fn nest(path: &[(String, Span)], value: Node) -> TableNode {
    let (first, rest) = path.split_first().expect("a path has at least one part");
    let node = if rest.is_empty() {
        value
    } else {
        Node::Table(nest(rest, value))
    };
    TableNode {
        span: first.1,
        entries: BTreeMap::from([(first.0.clone(), Entry { key: first.1, node })]),
    }
}

/// Writes a document as canonical TOML: one line per value, tables inline, names sorted.
pub(crate) fn print(root: &TableNode) -> String {
    let mut out = String::new();
    for (name, entry) in &root.entries {
        out.push_str(&quoted(name));
        out.push_str(" = ");
        print_node(&entry.node, &mut out);
        out.push('\n');
    }
    out
}

/// Writes one value on one line.
pub(crate) fn print_node(node: &Node, out: &mut String) {
    match node {
        Node::Leaf(_, scalar) => out.push_str(&print_scalar(scalar)),
        Node::List(_, items) => {
            out.push('[');
            for (i, item) in items.iter().enumerate() {
                if i > 0 {
                    out.push_str(", ");
                }
                print_node(item, out);
            }
            out.push(']');
        }
        Node::Table(table) => {
            out.push_str("{ ");
            for (i, (name, entry)) in table.entries.iter().enumerate() {
                if i > 0 {
                    out.push_str(", ");
                }
                out.push_str(&quoted(name));
                out.push_str(" = ");
                print_node(&entry.node, out);
            }
            out.push_str(" }");
        }
    }
}

fn print_scalar(scalar: &Scalar) -> String {
    match scalar {
        Scalar::Text(text) => quoted(text),
        Scalar::Integer(i) => i.to_string(),
        Scalar::Float(f) => format!("{f:?}"),
        Scalar::Flag(flag) => flag.to_string(),
        Scalar::Datetime => "\"a date\"".into(),
    }
}

/// Text as TOML writes it.
pub(crate) fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

/// A value of a document that is no number: its path, its text and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Written {
    /// Path, such as `services.chat.encrypted`.
    pub path: String,
    /// As canonical TOML.
    pub text: String,
    /// Where it stands.
    pub(crate) span: Span,
}

/// All single values and lists of a document, with their paths; numbers of a scenario are its parameters.
pub(crate) fn written(table: &TableNode, path: &str, out: &mut Vec<Written>) {
    for (name, entry) in &table.entries {
        let here = if path.is_empty() {
            name.clone()
        } else {
            format!("{path}.{name}")
        };
        match &entry.node {
            Node::Table(inner) => written(inner, &here, out),
            node => {
                let mut text = String::new();
                print_node(node, &mut text);
                out.push(Written {
                    path: here,
                    text,
                    span: node.span(),
                });
            }
        }
    }
}
