//! Numbers and names that are no parameters.

use super::super::tree::Node;
use super::super::value;
use super::Reader;
use crate::diag::Span;
use crate::model::parameter::{Meta, Number};

impl Reader<'_> {
    /// A number that is no parameter of the model, with its source; nothing where it cannot be read.
    pub(crate) fn number(&self, name: &str) -> Option<(Number, Meta)> {
        let mut ignored = Vec::new();
        let (inner, meta) = value::unwrap(self.node(name)?, &mut ignored);
        let number = value::read(inner?, self.domain(name), &mut ignored)?;
        Some((number, meta))
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
}
