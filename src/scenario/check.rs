//! The form of a document against the tables of keys: every mistake, in one pass.

use super::names::{Names, did_you_mean, listed, unusable};
use super::schema::{Domain, Key, Kind, NameOf, Presence, ROOT, SCENARIO_ONLY, Table};
use super::tree::{Node, Scalar, TableNode};
use super::value;
use crate::diag::{Code, Diagnostic, Span};

/// Checks a whole document. `world_only`: the keys of a scenario are not required.
pub(crate) fn document(root: &TableNode, world_only: bool) -> Vec<Diagnostic> {
    let names = Names::collect(root);
    let mut check = Check {
        names: &names,
        world_only,
        diagnostics: Vec::new(),
    };
    for (name, entry) in &root.entries {
        if world_only && SCENARIO_ONLY.contains(&name.as_str()) {
            continue;
        }
        check.entry(&ROOT, name, entry.key, &entry.node, "");
    }
    for key in ROOT.keys {
        let optional = world_only && SCENARIO_ONLY.contains(&key.name);
        if !optional && key.presence == Presence::Required && root.get(key.name).is_none() {
            check.missing(key, root.span, "");
        }
    }
    check.diagnostics
}

struct Check<'a> {
    names: &'a Names,
    world_only: bool,
    diagnostics: Vec<Diagnostic>,
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() {
        name.to_owned()
    } else {
        format!("{path}.{name}")
    }
}

impl Check<'_> {
    fn table(&mut self, schema: &'static Table, table: &TableNode, path: &str) {
        for (name, entry) in &table.entries {
            self.entry(schema, name, entry.key, &entry.node, path);
        }
        for key in schema.keys {
            if key.presence == Presence::Required && table.get(key.name).is_none() {
                self.missing(key, table.span, path);
            }
        }
        self.groups(schema, table, path);
    }

    fn entry(
        &mut self,
        schema: &'static Table,
        name: &str,
        key_span: Span,
        node: &Node,
        path: &str,
    ) {
        match schema.key(name) {
            Some(key) => self.key(key, node, &join(path, name)),
            None => self.unknown_key(schema, name, key_span, path),
        }
    }

    fn unknown_key(&mut self, schema: &'static Table, name: &str, span: Span, path: &str) {
        let place = if path.is_empty() {
            "a scenario".to_owned()
        } else {
            format!("`{path}`")
        };
        let keys: Vec<&str> = schema.keys.iter().map(|k| k.name).collect();
        let help = did_you_mean(name, keys.iter().copied())
            .unwrap_or_else(|| format!("its keys are {}", listed(&keys)));
        self.diagnostics.push(
            Diagnostic::at(
                Code::UnknownKey,
                span,
                format!("unknown key `{name}`"),
                format!("not a key of {place}"),
            )
            .help(help),
        );
    }

    fn missing(&mut self, key: &'static Key, span: Span, path: &str) {
        let place = match path {
            "" if self.world_only => "the world".to_owned(),
            "" => "the scenario".to_owned(),
            path => format!("`{path}`"),
        };
        self.diagnostics.push(
            Diagnostic::at(
                Code::MissingKey,
                span,
                format!("{place} has no `{}`", key.name),
                "needed here",
            )
            .note(key.doc)
            .help(format!("for example: {}", key.example.replace('\n', " ⏎ "))),
        );
    }

    fn groups(&mut self, schema: &'static Table, table: &TableNode, path: &str) {
        let mut seen: Vec<&str> = Vec::new();
        for key in schema.keys {
            let Presence::OneOf(group) = key.presence else {
                continue;
            };
            if seen.contains(&group) {
                continue;
            }
            seen.push(group);
            let all: Vec<&str> = schema.group(group).map(|k| k.name).collect();
            let given: Vec<&str> = all
                .iter()
                .copied()
                .filter(|n| table.entries.contains_key(*n))
                .collect();
            let wanted = format!("write exactly one of {}", listed(&all));
            match given.as_slice() {
                [_] => {}
                [] => self.diagnostics.push(
                    Diagnostic::at(
                        Code::ExactlyOne,
                        table.span,
                        format!("`{path}` has none of {}", listed(&all)),
                        "one is needed here",
                    )
                    .help(wanted),
                ),
                [first, second, ..] => self.diagnostics.push(
                    Diagnostic::at(
                        Code::ExactlyOne,
                        table.entries[*second].key,
                        format!("`{path}` has both `{first}` and `{second}`"),
                        "one of them is too many",
                    )
                    .related(table.entries[*first].key, "the other one")
                    .help(wanted),
                ),
            }
        }
    }

    fn key(&mut self, key: &'static Key, node: &Node, path: &str) {
        match &key.kind {
            Kind::Table(schema) => match node {
                Node::Table(table) => self.table(schema, table, path),
                other => self.wrong_like(other, "a table", key.example),
            },
            Kind::Map(schema) => self.map(schema, node, path),
            Kind::List(schema) => match node {
                Node::List(_, items) if !items.is_empty() || key.presence == Presence::Optional => {
                    for (i, item) in items.iter().enumerate() {
                        match item {
                            Node::Table(table) => self.table(schema, table, &format!("{path}.{i}")),
                            other => self.wrong(other, "a table"),
                        }
                    }
                }
                Node::List(span, _) => self.empty_list(*span, key.example),
                other => self.wrong_like(other, "a list of tables", key.example),
            },
            kind => self.value(kind, node),
        }
    }

    fn map(&mut self, schema: &'static Table, node: &Node, path: &str) {
        let Node::Table(table) = node else {
            self.wrong(node, "a table of tables");
            return;
        };
        if table.entries.is_empty() {
            self.diagnostics.push(
                Diagnostic::at(
                    Code::MissingKey,
                    table.span,
                    format!("`{path}` is empty"),
                    "",
                )
                .help(format!("define at least one: `[{path}.NAME]`")),
            );
        }
        for (name, entry) in &table.entries {
            self.diagnostics.extend(unusable(name, entry.key));
            match &entry.node {
                Node::Table(inner) => self.table(schema, inner, &join(path, name)),
                other => self.wrong(other, "a table"),
            }
        }
    }

    /// A value that may stand in a table with source and status.
    fn value(&mut self, kind: &Kind, node: &Node) {
        if let Kind::QuantityMap(domain, names) = kind {
            return self.quantity_map(*domain, *names, node);
        }
        let (inner, _) = value::unwrap(node, &mut self.diagnostics);
        let Some(inner) = inner else {
            self.diagnostics.push(
                Diagnostic::at(Code::MissingKey, node.span(), "a value without `value`", "")
                    .help("write `{ value = …, source = \"…\", status = \"…\" }`"),
            );
            return;
        };
        match kind {
            Kind::Quantity(domain) => {
                value::read(inner, *domain, &mut self.diagnostics);
            }
            Kind::Quantities(domain, length) => self.quantities(*domain, *length, inner),
            Kind::Integer(low, high) => self.integer(*low, *high, inner),
            Kind::Text => {
                if !matches!(inner, Node::Leaf(_, Scalar::Text(_))) {
                    self.wrong(inner, "text in quotes");
                }
            }
            Kind::Texts(length) => self.texts(*length, inner),
            Kind::Flag => {
                if !matches!(inner, Node::Leaf(_, Scalar::Flag(_))) {
                    self.wrong(inner, "true or false");
                }
            }
            Kind::Choice(choices) => self.choice(choices, inner),
            Kind::Choices(choices) => self.each(inner, |check, item| check.choice(choices, item)),
            Kind::Name(names) => self.name(*names, inner),
            Kind::Names(names) => self.each(inner, |check, item| check.name(*names, item)),
            Kind::Selector(words, names) => match inner {
                Node::List(..) => self.each(inner, |check, item| check.name(*names, item)),
                other => self.choice(words, other),
            },
            Kind::QuantityMap(..) | Kind::Table(_) | Kind::Map(_) | Kind::List(_) => {}
        }
    }

    fn quantity_map(&mut self, domain: Domain, names: NameOf, node: &Node) {
        let Node::Table(table) = node else {
            self.wrong(node, "a table from names to numbers");
            return;
        };
        for (name, entry) in &table.entries {
            if !self.names.knows(names, name) {
                self.unknown_name(names, name, entry.key);
            }
            self.value(&Kind::Quantity(domain), &entry.node);
        }
    }

    fn quantities(&mut self, domain: Domain, length: usize, node: &Node) {
        match node {
            Node::List(_, items) if items.len() == length => {
                for item in items {
                    self.value(&Kind::Quantity(domain), item);
                }
            }
            Node::List(span, items) => self.diagnostics.push(
                Diagnostic::at(
                    Code::WrongForm,
                    *span,
                    format!(
                        "a list of {} where {length} numbers are wanted",
                        items.len()
                    ),
                    "",
                )
                .help(format!("write {length} numbers")),
            ),
            other => self.wrong(other, &format!("a list of {length} numbers")),
        }
    }

    fn texts(&mut self, length: usize, node: &Node) {
        let is_text = |item: &Node| matches!(item, Node::Leaf(_, Scalar::Text(_)));
        match node {
            Node::List(_, items) if items.len() == length && items.iter().all(is_text) => {}
            other => self.wrong(other, &format!("a list of {length} texts")),
        }
    }

    fn integer(&mut self, low: i64, high: i64, node: &Node) {
        match node {
            Node::Leaf(_, Scalar::Integer(i)) if (low..=high).contains(i) => {}
            Node::Leaf(span, Scalar::Integer(i)) => self.diagnostics.push(
                Diagnostic::at(
                    Code::OutOfRange,
                    *span,
                    format!("this must be {low} to {high}, got {i}"),
                    "",
                )
                .help(format!("write a whole number of {low} to {high}")),
            ),
            Node::Leaf(span, Scalar::Float(f)) => self.diagnostics.push(
                Diagnostic::at(
                    Code::WrongForm,
                    *span,
                    format!("`{f}` is no whole number"),
                    "",
                )
                .help(format!("write a whole number of {low} to {high}")),
            ),
            other => self.wrong(other, "a whole number"),
        }
    }

    fn each(&mut self, node: &Node, check: impl Fn(&mut Self, &Node)) {
        match node {
            Node::List(_, items) => items.iter().for_each(|item| check(self, item)),
            Node::Leaf(_, Scalar::Text(text)) => {
                let help = format!("write `[\"{text}\"]`");
                self.diagnostics
                    .push(value::wrong_form(node, "a list").help(help));
            }
            other => self.wrong(other, "a list"),
        }
    }

    fn choice(&mut self, choices: &[(&str, &str)], node: &Node) {
        let words: Vec<&str> = choices.iter().map(|(word, _)| *word).collect();
        let Node::Leaf(span, Scalar::Text(text)) = node else {
            return self.wrong(node, &format!("one of {}", listed(&words)));
        };
        if !words.contains(&text.as_str()) {
            let help = did_you_mean(text, words.iter().copied())
                .unwrap_or_else(|| format!("write one of {}", listed(&words)));
            self.diagnostics.push(
                Diagnostic::at(
                    Code::Choice,
                    *span,
                    format!("`{text}` is no choice here"),
                    "",
                )
                .help(help),
            );
        }
    }

    fn name(&mut self, names: NameOf, node: &Node) {
        let Node::Leaf(span, Scalar::Text(text)) = node else {
            return self.wrong(node, &format!("the name of a {}", names.noun()));
        };
        if !self.names.knows(names, text) {
            self.unknown_name(names, text, *span);
        }
    }

    fn unknown_name(&mut self, names: NameOf, name: &str, span: Span) {
        let known = self.names.of(names);
        let owner = match names {
            NameOf::Order => "policy",
            _ => "world",
        };
        let help = did_you_mean(name, known.iter().copied())
            .unwrap_or_else(|| format!("the {owner} has {}", listed(&known)));
        self.diagnostics.push(
            Diagnostic::at(
                Code::UnknownName,
                span,
                format!("there is no {} `{name}`", names.noun()),
                "",
            )
            .help(help),
        );
    }

    fn wrong_like(&mut self, node: &Node, wanted: &str, example: &str) {
        let help = format!("for example: {}", example.replace('\n', " ⏎ "));
        self.diagnostics
            .push(value::wrong_form(node, wanted).help(help));
    }

    fn empty_list(&mut self, span: Span, example: &str) {
        self.diagnostics.push(
            Diagnostic::at(
                Code::WrongForm,
                span,
                "an empty list",
                "at least one is wanted",
            )
            .help(format!("for example: {example}")),
        );
    }

    fn wrong(&mut self, node: &Node, wanted: &str) {
        self.diagnostics.push(value::wrong_form(node, wanted));
    }
}
