//! The names that a world defines, and what was probably meant by one that it does not.

use super::schema::NameOf;
use super::tree::{Node, TableNode};
use crate::diag::{Code, Diagnostic, Span};
use std::collections::BTreeSet;

/// Words that `forward` takes beside the names of classes.
pub(crate) const DECISION_WORDS: &[&str] = &["abusive", "benign", "ordinary"];

/// All names that the merged document defines.
#[derive(Debug, Default)]
pub(crate) struct Names {
    services: BTreeSet<String>,
    modalities: BTreeSet<String>,
    material: BTreeSet<String>,
    benign: BTreeSet<String>,
    detectors: BTreeSet<String>,
    desks: BTreeSet<String>,
    member_states: BTreeSet<String>,
    orders: BTreeSet<String>,
}

/// What is wrong with a name of the user's own: metrics are asked for by it, `backlog@DESK:CLASS%SERVICE`.
pub(crate) fn unusable(name: &str, span: Span) -> Option<Diagnostic> {
    let is_mark = |c: char| matches!(c, '@' | ':' | '%') || c.is_control();
    (name.is_empty() || name.contains(is_mark)).then(|| {
        let title = format!("`{}` cannot be a name", name.escape_debug());
        let help = "write at least one letter, and none of `@`, `:` and `%`, which stand between names in `backlog@police:new`";
        Diagnostic::at(Code::WrongForm, span, title, "").help(help)
    })
}

impl Names {
    pub(crate) fn collect(root: &TableNode) -> Self {
        let keys =
            |name: &str| -> BTreeSet<String> { root.get(name).map(names_in).unwrap_or_default() };
        let services = root.get("services").and_then(Node::as_table);
        let modalities = services
            .iter()
            .flat_map(|t| t.entries.values())
            .filter_map(|e| e.node.as_table())
            .flat_map(|t| [t.get("items"), t.get("volume")])
            .flatten()
            .filter_map(Node::as_table)
            .flat_map(|t| t.entries.keys().cloned())
            .collect();
        Self {
            services: keys("services"),
            modalities,
            material: keys("material"),
            benign: keys("benign"),
            detectors: keys("detectors"),
            desks: keys("desks"),
            member_states: keys("member-states"),
            orders: root
                .get("policy")
                .and_then(Node::as_table)
                .and_then(|policy| policy.get("orders"))
                .map(names_in)
                .unwrap_or_default(),
        }
    }

    /// All names of this kind, sorted.
    pub(crate) fn of(&self, kind: NameOf) -> Vec<&str> {
        let sets: Vec<&BTreeSet<String>> = match kind {
            NameOf::Service => vec![&self.services],
            NameOf::Modality => vec![&self.modalities],
            NameOf::NewModality => vec![],
            NameOf::Material => vec![&self.material],
            NameOf::Benign => vec![&self.benign],
            NameOf::Decision | NameOf::Class => vec![&self.material, &self.benign],
            NameOf::Priority => vec![&self.material, &self.benign, &self.detectors],
            NameOf::Detector => vec![&self.detectors],
            NameOf::Desk => vec![&self.desks],
            NameOf::MemberState => vec![&self.member_states],
            NameOf::Order => vec![&self.orders],
        };
        let words: &[&str] = match kind {
            NameOf::Decision => DECISION_WORDS,
            NameOf::Priority | NameOf::Class => &["ordinary"],
            _ => &[],
        };
        sets.into_iter()
            .flatten()
            .map(String::as_str)
            .chain(words.iter().copied())
            .collect()
    }

    pub(crate) fn knows(&self, kind: NameOf, name: &str) -> bool {
        kind == NameOf::NewModality || self.of(kind).contains(&name)
    }
}

fn names_in(node: &Node) -> BTreeSet<String> {
    node.as_table()
        .map(|t| t.entries.keys().cloned().collect())
        .unwrap_or_default()
}

/// "a similar name exists" when one of `candidates` is close to `word`.
pub(crate) fn did_you_mean<'a>(
    word: &str,
    candidates: impl Iterator<Item = &'a str>,
) -> Option<String> {
    nearest(word, candidates).map(|c| format!("did you mean `{c}`?"))
}

/// Which of `candidates` is written most like `word`, by Damerau-Levenshtein distance; none when all are far.
pub fn nearest<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    candidates
        .map(|c| (strsim::damerau_levenshtein(word, c), c))
        .filter(|(distance, c)| *distance <= 1 + c.len().max(word.len()) / 4)
        .min()
        .map(|(_, c)| c)
}

/// A list of names for a message: `a`, `b` and `c`.
pub(crate) fn listed(names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().map(|n| format!("`{n}`")).collect();
    match quoted.split_last() {
        None => "none".into(),
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
    }
}
