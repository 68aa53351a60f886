//! Words that several charts share.

use crate::language::Language;
use crate::model::world::WorkUnit;
use crate::say;

/// What a desk reads, in the plural.
pub(super) fn noun(language: Language, unit: WorkUnit) -> String {
    match unit {
        WorkUnit::Flags => say!(language, "chart-flags"),
        WorkUnit::Reports => say!(language, "chart-reports"),
        WorkUnit::Cases => say!(language, "chart-cases"),
    }
}

/// A precision as a natural frequency: "of 10,000 flags, 9,860 are innocent".
pub(super) fn natural_frequency(language: Language, precision: f64, noun: &str) -> String {
    let wrong = 1.0 - precision;
    let base = if (1e-4..=0.9999).contains(&wrong) {
        1e4
    } else {
        1e6
    };
    say!(
        language,
        "chart-natural-frequency",
        all = language.thousands(base),
        noun = noun,
        wrong = language.thousands(base * wrong)
    )
}

/// The footnote of a chart of several runs or points.
pub(super) fn made(language: Language) -> String {
    say!(language, "chart-made", version = env!("CARGO_PKG_VERSION"))
}
