//! Every number of a scenario: value, range, unit, source, status, and what it drives.

use super::drivers::Drivers;
use super::headlines::is_assumed;
use crate::bundled::FILES;
use crate::language::Language;
use crate::model::parameter::{Number, Origin, Parameter, Status};
use crate::say;
use crate::scenario::Loaded;
use crate::units::Dim;
use serde::Serialize;

/// A number below this would be written with a power of ten.
const SMALL: f64 = 1e-4;

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
    /// Whether it was written, and is an assumption or could not be verified; false for a default of the format.
    pub is_assumed: bool,
    /// Publication.
    pub source: String,
    /// Address of the publication, when the source names one.
    pub link: Option<String>,
    /// Caveat.
    pub note: String,
    /// Language of the caveat, where it is known and is not that of the report.
    pub note_language: Option<&'static str>,
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
    let source = p.meta.source.clone().unwrap_or_default();
    let note = p.meta.note.as_deref().unwrap_or_default();
    let shown = language.translate(note);
    let is_english = shown == note && is_ours(p.origin, loaded);
    let english = Language::default();
    Assumption {
        path: p.path.clone(),
        value: value(p, language),
        range: range(p, language),
        status: status(p, language),
        is_published: p.meta.is_published(),
        is_assumed: is_assumed(p),
        link: link(&source),
        source,
        note: shown.into_owned(),
        note_language: (language != english && is_english).then(|| english.tag()),
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

/// The middle value of a number, with its unit.
pub(super) fn value(p: &Parameter, language: Language) -> String {
    let written = match p.dim {
        Dim::Share => language.rate(p.central()),
        dim => quantity(p.central(), dim.unit(), language),
    };
    if is_per_account(&p.path) {
        return say!(language, "report-per-account", number = written);
    }
    written
}

/// Whether a path is that of items that each account of a service sends: `services.NAME.items.MODALITY`.
fn is_per_account(path: &str) -> bool {
    let mut keys = path.split('.');
    keys.next() == Some("services") && keys.nth(1) == Some("items")
}

/// A number with its unit, without a power of ten where a few zeros will do.
fn quantity(value: f64, unit: &str, language: Language) -> String {
    if value != 0.0 && value.abs() < SMALL {
        if unit == "EUR/item" {
            let number = language.number(1e6 * value);
            return say!(language, "report-euro-per-million", number = number);
        }
        return language.precise(value, unit);
    }
    language.quantity(value, unit)
}

/// Whether a text is ours, and so in English: the default of a key, or a file that is bundled.
fn is_ours(origin: Origin, loaded: &Loaded) -> bool {
    let Origin::Text(span) = origin else {
        return true;
    };
    let text = &loaded.sources.get(span.file).text;
    FILES.iter().any(|(_, ours)| ours == text)
}

/// How many values are assumed, and how many are defaults of the format.
pub(super) fn caution(assumptions: &[Assumption], language: Language) -> String {
    let count = |of: fn(&&Assumption) -> bool| {
        language.thousands(assumptions.iter().filter(of).count() as f64)
    };
    say!(
        language,
        "report-caution",
        all = language.thousands(assumptions.len() as f64),
        assumed = count(|a| a.is_assumed),
        defaults = count(|a| !a.is_assumed && !a.is_published)
    )
}

/// What the table shows, and that nothing was drawn where that is so.
pub(super) fn caption(is_drawn: bool, language: Language) -> String {
    let text = say!(language, "report-assumptions-caption");
    if is_drawn {
        return text;
    }
    format!("{text} {}", say!(language, "report-assumptions-central"))
}

/// Where 90 % of the draws of a number lie; empty for one that is fixed.
fn range(p: &Parameter, language: Language) -> String {
    let Number::Uncertain(dist) = &p.number else {
        return String::new();
    };
    let ends = [dist.quantile(0.05), dist.quantile(0.95)];
    let size = ends[0].abs().max(ends[1].abs());
    // An end that is 0 but for rounding is 0.
    let [low, high] = ends.map(|x| if x.abs() < 1e-12 * size { 0.0 } else { x });
    let written = |x: f64| match p.dim {
        Dim::Share => language.share(x),
        dim => quantity(x, dim.unit(), language),
    };
    say!(
        language,
        "report-range",
        low = written(low),
        high = written(high)
    )
}

/// The first address in a text, or that of the official document that it names.
fn link(source: &str) -> Option<String> {
    let Some(at) = source.find("https://").or_else(|| source.find("http://")) else {
        return super::documents::address(source);
    };
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
    fn items_of_a_service_are_per_account() {
        assert!(is_per_account("services.snapchat.items.image"));
        assert!(!is_per_account("services.snapchat.volume.image"));
        assert!(!is_per_account("desks.items.items"));
    }

    #[test]
    fn addresses_in_sources_are_links() {
        let source = "Report 2024 (https://example.org/a?b=1), table 2";
        assert_eq!(link(source).as_deref(), Some("https://example.org/a?b=1"));
        let dossier = "https://zoek.officielebekendmakingen.nl/dossier/26643";
        assert_eq!(link("Kamerstuk 26 643").as_deref(), Some(dossier));
        assert_eq!(link("own estimate"), None);
    }
}
