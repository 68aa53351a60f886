//! Every number of a scenario: value, range, unit, source, status, and what it drives.

use super::drivers::Drivers;
use crate::language::Language;
use crate::model::parameter::{Number, Origin, Parameter, Status};
use crate::say;
use crate::scenario::{Loaded, print_quantity};
use serde::Serialize;

/// One number of a scenario.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Assumption {
    /// Its path in the scenario.
    pub path: String,
    /// Its central value, with its unit.
    pub value: String,
    /// The 5 % and 95 % quantiles, with their unit; empty when it is fixed.
    pub range: String,
    /// Its status, in words.
    pub status: String,
    /// Whether it was published, or follows from what was.
    pub is_published: bool,
    /// Publication.
    pub source: String,
    /// Address of the publication, when the source names one.
    pub link: Option<String>,
    /// Caveat.
    pub note: String,
    /// Where it was written: file, line and column, or empty for the default of its key.
    pub place: String,
    /// The headline numbers that depend on it.
    pub drives: Vec<String>,
}

pub(super) fn assumptions(
    loaded: &Loaded,
    drivers: &[Drivers],
    language: Language,
) -> Vec<Assumption> {
    loaded
        .model
        .parameters
        .iter()
        .map(|p| assumption(p, loaded, drivers, language))
        .collect()
}

fn assumption(
    p: &Parameter,
    loaded: &Loaded,
    drivers: &[Drivers],
    language: Language,
) -> Assumption {
    let written = |x: f64| {
        let digits = format!("{x:.3e}").parse().unwrap_or(x);
        localised(&print_quantity(digits, p.dim), language)
    };
    let source = p.meta.source.clone().unwrap_or_default();
    let note = p.meta.note.as_deref().unwrap_or_default();
    Assumption {
        path: p.path.clone(),
        value: written(p.central()),
        range: match &p.number {
            Number::Fixed(_) => String::new(),
            Number::Uncertain(dist) => say!(
                language,
                "report-range",
                low = written(dist.quantile(0.05)),
                high = written(dist.quantile(0.95))
            ),
        },
        status: status(p, language),
        is_published: p.meta.is_published(),
        link: link(&source),
        source,
        note: language.translate(note).into_owned(),
        place: match p.origin {
            Origin::Default => String::new(),
            origin => loaded.origin(origin),
        },
        drives: drivers
            .iter()
            .filter(|d| d.factors.iter().any(|f| f.path == p.path))
            .map(|d| d.about.clone())
            .collect(),
    }
}

/// A printed quantity with the sign for decimals of the language.
fn localised(text: &str, language: Language) -> String {
    language.numerals().digits(text)
}

/// The first address in a text.
fn link(source: &str) -> Option<String> {
    let at = source.find("https://").or_else(|| source.find("http://"))?;
    let end = source[at..]
        .find(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ')' | '"' | '<' | '>'))
        .map_or(source.len(), |n| at + n);
    Some(source[at..end].to_owned())
}

/// The status of a number, in words.
pub(super) fn status(p: &Parameter, language: Language) -> String {
    let id = match (p.meta.status, p.origin) {
        (Some(Status::Primary), _) => "report-status-primary",
        (Some(Status::Secondary), _) => "report-status-secondary",
        (Some(Status::Derived), _) => "report-status-derived",
        (Some(Status::Assumption), _) => "report-status-assumption",
        (Some(Status::Unverified), _) => "report-status-unverified",
        (None, Origin::Default) => "report-status-default",
        (None, Origin::Text(_)) => "report-status-none",
    };
    language.message(id, &[])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_in_sources_are_links() {
        let source = "Report 2024 (https://example.org/a?b=1), table 2";
        assert_eq!(link(source).as_deref(), Some("https://example.org/a?b=1"));
        assert_eq!(link("Kamerstuk 26 643"), None);
    }
}
