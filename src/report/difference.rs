//! Paired differences between scenarios, by interest.

use crate::compare::headline::panels;
use crate::compare::page::{Page, headline, letter};
use crate::compare::paired::{Paired, Shown};
use crate::compare::words;
use crate::language::Language;
use crate::say;
use serde::Serialize;

/// One scenario against the first.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Against {
    /// Title of the scenario.
    pub title: String,
    /// Whether something other than policy differs.
    pub world_differs: bool,
    /// One table for each interest.
    pub panels: Vec<DifferencePanel>,
}

/// The differences of one interest.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DifferencePanel {
    /// The interest.
    pub name: String,
    /// One line for each number.
    pub lines: Vec<DifferenceLine>,
}

/// One number in both scenarios.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DifferenceLine {
    /// What it is.
    pub name: String,
    /// Mean in the first scenario.
    pub base: String,
    /// Mean in the other.
    pub other: String,
    /// Mean difference with its interval.
    pub difference: String,
    /// Relative difference with its interval.
    pub relative: String,
    /// What can be said of it.
    pub verdict: String,
}

pub(super) fn explanation(page: &Page<'_>, language: Language) -> String {
    say!(
        language,
        "report-differences",
        base = language.translate(&page.comparison.title),
        pairs = language.thousands(page.comparison.replications as f64),
        confidence = language.percent(page.comparison.confidence)
    )
}

pub(super) fn others(page: &Page<'_>, language: Language) -> Vec<Against> {
    let others = page.others.iter().zip(&page.comparison.others);
    others
        .enumerate()
        .map(|(n, (model, against))| Against {
            title: format!("{}: {}", letter(n + 1), language.translate(&against.title)),
            world_differs: !against.world.is_empty(),
            panels: panels()
                .map(|panel| DifferencePanel {
                    name: language.translate(panel.name).into_owned(),
                    lines: panel
                        .metrics
                        .iter()
                        .filter_map(|shown| {
                            let pair = headline(shown, page.base, model, against)?;
                            let paired = pair.paired.as_ref()?;
                            Some(DifferenceLine {
                                name: language.translate(shown.name).into_owned(),
                                base: words::said(shown.metric, paired.base, language),
                                other: words::said(shown.metric, paired.other, language),
                                difference: words::difference(shown.metric, paired, language),
                                relative: words::change(paired, language)
                                    .unwrap_or_else(|| "–".into()),
                                verdict: verdict(paired, language),
                            })
                        })
                        .collect(),
                })
                .filter(|panel| !panel.lines.is_empty())
                .collect(),
        })
        .collect()
}

fn verdict(paired: &Paired, language: Language) -> String {
    let id = match paired.shown {
        Shown::Identical => "report-shown-identical",
        Shown::Unknown => "report-shown-unknown",
        Shown::Higher => "report-shown-higher",
        Shown::Lower => "report-shown-lower",
        Shown::NoDifference => {
            let needed = paired.needed_for_observed.map(|n| language.number(n));
            return match needed {
                Some(needed) => say!(
                    language,
                    "report-shown-no-difference-needed",
                    needed = needed
                ),
                None => say!(language, "report-shown-no-difference"),
            };
        }
    };
    language.message(id, &[])
}
