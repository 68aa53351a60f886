//! Typed reading of a checked document: numbers become parameters of the model, everything else its plain value.
//!
//! Whatever [`super::check`] has refused reads as NaN or a default here, so that the remaining mistakes can be
//! found in the same pass.

use super::schema::{Domain, Key, Kind, Presence, Table};
use super::tree::{Node, Scalar, TableNode};
use super::value;
use crate::diag::{Sources, Span};
use crate::model::parameter::{Meta, Number, Origin, Param, Parameter, Parameters};
use crate::units::Unit;
use std::cell::RefCell;

/// What all readers of one document share.
pub(crate) struct Context<'a> {
    pub(crate) sources: &'a Sources,
    pub(crate) parameters: RefCell<Parameters>,
}

/// Reads one table.
#[derive(Clone)]
pub(crate) struct Reader<'a> {
    context: &'a Context<'a>,
    schema: &'static Table,
    table: Option<&'a TableNode>,
    path: String,
    fallback: Span,
}

const NOTHING: Span = Span {
    file: 0,
    start: 0,
    end: 0,
};

impl<'a> Reader<'a> {
    pub(crate) fn new(
        context: &'a Context<'a>,
        schema: &'static Table,
        table: &'a TableNode,
    ) -> Self {
        Self {
            context,
            schema,
            table: Some(table),
            path: String::new(),
            fallback: table.span,
        }
    }

    /// Where the table is, or the value of the named key when it is given.
    pub(crate) fn span(&self, name: &str) -> Span {
        self.node(name).map_or(self.fallback, Node::span)
    }

    /// Where the table itself is.
    pub(crate) fn here(&self) -> Span {
        self.table.map_or(self.fallback, |t| t.span)
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.node(name).is_some()
    }

    fn node(&self, name: &str) -> Option<&'a Node> {
        self.table.and_then(|t| t.get(name))
    }

    fn key(&self, name: &str) -> &'static Key {
        self.schema
            .key(name)
            .expect("the reader asks for keys of its own table")
    }

    fn join(&self, name: &str) -> String {
        if self.path.is_empty() {
            name.to_owned()
        } else {
            format!("{}.{name}", self.path)
        }
    }

    fn domain(&self, name: &str) -> Domain {
        match self.key(name).kind {
            Kind::Quantity(domain) | Kind::Quantities(domain, _) | Kind::QuantityMap(domain, _) => {
                domain
            }
            _ => unreachable!("`{name}` is read as the number that its table says it is"),
        }
    }

    /// A number that is there or has a default.
    pub(crate) fn quantity<U: Unit>(&self, name: &str) -> Param<U> {
        if let Some(parameter) = self.optional(name) {
            return parameter;
        }
        let domain = self.domain(name);
        match self.key(name).presence {
            Presence::Default(text) => self.default_parameter(&self.join(name), text, domain),
            _ => self.add(
                self.join(name),
                Number::Fixed(f64::NAN),
                Meta::default(),
                Origin::Default,
                domain,
                String::new(),
            ),
        }
    }

    /// A number that may be left out.
    pub(crate) fn optional<U: Unit>(&self, name: &str) -> Option<Param<U>> {
        let node = self.node(name)?;
        Some(self.parameter(self.join(name), node, self.domain(name)))
    }

    fn parameter<U: Unit>(&self, path: String, node: &Node, domain: Domain) -> Param<U> {
        self.parameter_in(path, node, domain, &Meta::default())
    }

    /// A number in a list: what it does not say of its source is said by the list.
    fn parameter_in<U: Unit>(
        &self,
        path: String,
        node: &Node,
        domain: Domain,
        list: &Meta,
    ) -> Param<U> {
        let mut ignored = Vec::new();
        let (inner, own) = value::unwrap(node, &mut ignored);
        let meta = Meta {
            source: own.source.or_else(|| list.source.clone()),
            status: own.status.or(list.status),
            note: own.note.or_else(|| list.note.clone()),
        };
        let number = inner
            .and_then(|n| value::read(n, domain, &mut ignored))
            .unwrap_or(Number::Fixed(f64::NAN));
        let span = inner.map_or(NOTHING, Node::span);
        let written = self.context.sources.get(span.file).text[span.start..span.end].to_owned();
        self.add(
            path,
            number,
            meta,
            Origin::Text(node.span()),
            domain,
            written,
        )
    }

    fn default_parameter<U: Unit>(&self, path: &str, text: &str, domain: Domain) -> Param<U> {
        let plain = text.trim_matches('"');
        let number = match super::quantity::parse(plain, domain.dim) {
            Ok(super::quantity::Written::Single(v)) => v,
            _ => plain.parse().unwrap_or(f64::NAN),
        };
        self.add(
            path.to_owned(),
            Number::Fixed(number),
            Meta::default(),
            Origin::Default,
            domain,
            text.to_owned(),
        )
    }

    fn add<U: Unit>(
        &self,
        path: String,
        number: Number,
        meta: Meta,
        origin: Origin,
        domain: Domain,
        written: String,
    ) -> Param<U> {
        debug_assert_eq!(U::DIM, domain.dim, "{path}");
        self.context.parameters.borrow_mut().add(Parameter {
            path,
            number,
            meta,
            origin,
            dim: domain.dim,
            range: (domain.low, domain.high),
            written,
        })
    }

    /// A list of numbers, or its default.
    pub(crate) fn quantities<U: Unit>(&self, name: &str) -> Vec<Param<U>> {
        let domain = self.domain(name);
        let (Kind::Quantities(_, length), path) = (&self.key(name).kind, self.join(name)) else {
            return Vec::new();
        };
        let mut ignored = Vec::new();
        let (list, meta) = self
            .node(name)
            .map_or((None, Meta::default()), |n| value::unwrap(n, &mut ignored));
        match list {
            Some(Node::List(_, items)) if items.len() == *length => items
                .iter()
                .enumerate()
                .map(|(i, item)| self.parameter_in(format!("{path}.{i}"), item, domain, &meta))
                .collect(),
            _ => (0..*length)
                .map(|i| self.default_parameter(&format!("{path}.{i}"), "1", domain))
                .collect(),
        }
    }

    /// A number that is written nowhere; NaN in place of one that is missing.
    pub(crate) fn constant<U: Unit>(&self, value: f64) -> Param<U> {
        let domain = Domain {
            dim: U::DIM,
            low: f64::NEG_INFINITY,
            high: f64::INFINITY,
        };
        self.add(
            self.path.clone(),
            Number::Fixed(value),
            Meta::default(),
            Origin::Default,
            domain,
            String::new(),
        )
    }

    /// The names in a table from names to numbers.
    pub(crate) fn names_of(&self, name: &str) -> Vec<String> {
        self.node(name)
            .and_then(Node::as_table)
            .map(|t| t.entries.keys().cloned().collect())
            .unwrap_or_default()
    }

    /// For each name, where the number is written that holds for it: in the table `at`, or under `common`.
    pub(crate) fn spans_by_name<'n>(
        &self,
        names: impl Iterator<Item = &'n str>,
        common: &str,
        at: &str,
    ) -> Vec<Span> {
        let own = self.node(at).and_then(Node::as_table);
        names
            .map(|n| {
                own.and_then(|t| t.get(n))
                    .map_or_else(|| self.span(common), Node::span)
            })
            .collect()
    }

    /// A table from names to numbers, sorted by name.
    pub(crate) fn quantity_map<U: Unit>(&self, name: &str) -> Vec<(String, Param<U>)> {
        let domain = self.domain(name);
        let path = self.join(name);
        self.node(name)
            .and_then(Node::as_table)
            .iter()
            .flat_map(|t| &t.entries)
            .map(|(n, e)| {
                (
                    n.clone(),
                    self.parameter(format!("{path}.{n}"), &e.node, domain),
                )
            })
            .collect()
    }

    fn leaf(&self, name: &str) -> Option<&'a Node> {
        value::unwrap(self.node(name)?, &mut Vec::new()).0
    }

    fn default_text(&self, name: &str) -> &'static str {
        match self.key(name).presence {
            Presence::Default(text) => text.trim_matches('"'),
            _ => "",
        }
    }

    pub(crate) fn text(&self, name: &str) -> Option<String> {
        match self.leaf(name)? {
            Node::Leaf(_, Scalar::Text(text)) => Some(text.clone()),
            _ => None,
        }
    }

    /// A text with the place of its first letter: behind the quotation mark.
    pub(crate) fn placed(&self, name: &str) -> Option<(String, Span)> {
        let text = self.text(name)?;
        let span = self.leaf(name)?.span();
        let start = span.start + 1;
        let end = start + text.len();
        Some((text, Span { start, end, ..span }))
    }

    /// A word or a name; empty when it is missing and has no default.
    pub(crate) fn word(&self, name: &str) -> String {
        self.text(name)
            .unwrap_or_else(|| self.default_text(name).to_owned())
    }

    pub(crate) fn flag(&self, name: &str) -> bool {
        match self.leaf(name) {
            Some(Node::Leaf(_, Scalar::Flag(flag))) => *flag,
            _ => self.default_text(name) == "true",
        }
    }

    /// A whole number; its default, or the least value allowed, when it cannot be read.
    pub(crate) fn integer(&self, name: &str) -> u64 {
        let Kind::Integer(low, high) = self.key(name).kind else {
            return 0;
        };
        let given = match self.leaf(name) {
            Some(Node::Leaf(_, Scalar::Integer(i))) => Some(*i),
            _ => self.default_text(name).parse().ok(),
        };
        given.map_or(low, |i| i.clamp(low, high)).unsigned_abs()
    }

    /// A list of words or names with their places; `None` when the key is left out.
    pub(crate) fn words(&self, name: &str) -> Option<Vec<(String, Span)>> {
        match self.leaf(name)? {
            Node::List(_, items) => Some(
                items
                    .iter()
                    .filter_map(|item| match item {
                        Node::Leaf(span, Scalar::Text(text)) => Some((text.clone(), *span)),
                        _ => None,
                    })
                    .collect(),
            ),
            _ => None,
        }
    }

    /// The table of a key that is given.
    pub(crate) fn table(&self, name: &str) -> Option<Reader<'a>> {
        let Kind::Table(schema) = self.key(name).kind else {
            return None;
        };
        let table = self.node(name).and_then(Node::as_table)?;
        Some(self.inner(schema, Some(table), self.join(name)))
    }

    /// The table of a key, empty when it is not given: every default applies.
    pub(crate) fn table_or_default(&self, name: &str) -> Reader<'a> {
        let Kind::Table(schema) = self.key(name).kind else {
            unreachable!("`{name}` is a table")
        };
        let table = self.node(name).and_then(Node::as_table);
        self.inner(schema, table, self.join(name))
    }

    fn inner(
        &self,
        schema: &'static Table,
        table: Option<&'a TableNode>,
        path: String,
    ) -> Reader<'a> {
        Reader {
            context: self.context,
            schema,
            table,
            path,
            fallback: table.map_or(self.fallback, |t| t.span),
        }
    }

    /// The tables of a map, sorted by name.
    pub(crate) fn map(&self, name: &str) -> Vec<(String, Reader<'a>)> {
        let Kind::Map(schema) = self.key(name).kind else {
            return Vec::new();
        };
        let path = self.join(name);
        self.node(name)
            .and_then(Node::as_table)
            .iter()
            .flat_map(|t| &t.entries)
            .filter_map(|(n, e)| {
                let table = e.node.as_table()?;
                Some((
                    n.clone(),
                    self.inner(schema, Some(table), format!("{path}.{n}")),
                ))
            })
            .collect()
    }

    /// The tables of a list.
    pub(crate) fn list(&self, name: &str) -> Vec<Reader<'a>> {
        let Kind::List(schema) = self.key(name).kind else {
            return Vec::new();
        };
        let path = self.join(name);
        match self.node(name) {
            Some(Node::List(_, items)) => items
                .iter()
                .enumerate()
                .filter_map(|(i, item)| {
                    Some(self.inner(schema, Some(item.as_table()?), format!("{path}.{i}")))
                })
                .collect(),
            _ => Vec::new(),
        }
    }
}
