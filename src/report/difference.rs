//! Paired differences between scenarios, by interest.

use super::Run;
use crate::compare::Pair;
use crate::compare::headline::{Headline, panels};
use crate::compare::page::{Page, headline, letter, sentences};
use crate::compare::paired::{Paired, Shown};
use crate::compare::words;
use crate::language::Language;
use crate::results::metric::ACTIONABLE_ABROAD;
use crate::say;
use serde::Serialize;

/// One scenario against the first.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Against {
    /// Title of the scenario.
    pub title: String,
    /// Whether something other than policy differs.
    pub world_differs: bool,
    /// What it changes, one sentence for each interest, and what cannot be said.
    pub sentences: Vec<String>,
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
    /// Median in the first scenario, the number of its sentences; empty where it is undefined.
    pub base_median: String,
    /// Median in the other.
    pub other_median: String,
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
        count = page.comparison.replications,
        confidence = language.percent(page.comparison.confidence)
    )
}

pub(super) fn others(runs: &[Run<'_>], page: &Page<'_>, language: Language) -> Vec<Against> {
    let others = page.others.iter().zip(&page.comparison.others);
    others
        .enumerate()
        .map(|(n, (model, against))| {
            let line = |shown: &Headline| {
                let pair = headline(shown, page.base, model, against)?;
                let paired = pair.paired.as_ref()?;
                let sides = [runs.first()?, runs.get(n + 1)?];
                Some(line(shown, pair, paired, sides, language))
            };
            let mut sentences = sentences(page, n, language);
            sentences.extend(abroad(runs, n + 1, language));
            Against {
                title: format!("{}: {}", letter(n + 1), language.translate(&against.title)),
                world_differs: !against.world.is_empty(),
                sentences,
                panels: panels()
                    .map(|panel| DifferencePanel {
                        name: language.translate(panel.name).into_owned(),
                        lines: panel.metrics.iter().filter_map(line).collect(),
                    })
                    .filter(|panel| !panel.lines.is_empty())
                    .collect(),
            }
        })
        .collect()
}

fn line(
    shown: &Headline,
    pair: &Pair,
    paired: &Paired,
    sides: [&Run<'_>; 2],
    language: Language,
) -> DifferenceLine {
    let key = &pair.key;
    let median = |run: &Run<'_>| {
        let found = run
            .results
            .find(key.metric.name, &key.service, &key.desk, &key.class);
        let summary = found.and_then(|estimate| estimate.summary.as_ref());
        summary.map_or_else(String::new, |s| words::said(shown.metric, s.p50, language))
    };
    let [base_median, other_median] = sides.map(median);
    DifferenceLine {
        name: language.translate(shown.name).into_owned(),
        base: words::said(shown.metric, paired.base, language),
        other: words::said(shown.metric, paired.other, language),
        base_median,
        other_median,
        difference: words::difference(shown.metric, paired, language),
        relative: words::change(paired, language).unwrap_or_else(|| "–".into()),
        verdict: verdict(paired, language),
    }
}

/// How many of the actionable cases of two scenarios were reported from abroad; nothing where none were.
fn abroad(runs: &[Run<'_>], other: usize, language: Language) -> Option<String> {
    let of = |n: usize| {
        let abroad = runs.get(n)?.results.overall(&ACTIONABLE_ABROAD);
        Some(abroad.map_or(0.0, |abroad| abroad.mean))
    };
    let (base, cases) = (of(0)?, of(other)?);
    (base > 0.0 || cases > 0.0).then(|| {
        say!(
            language,
            "report-differences-abroad",
            base = language.amount(base),
            other = language.amount(cases)
        )
    })
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

impl DifferenceLine {
    /// Mean and median of the first scenario, then of the other, as a table shows them.
    pub(super) fn both(&self, language: Language) -> [String; 2] {
        let cell = |mean: &str, median: &str| {
            if median.is_empty() || median == mean {
                return mean.to_owned();
            }
            say!(language, "report-mean-median", mean = mean, median = median)
        };
        [
            cell(&self.base, &self.base_median),
            cell(&self.other, &self.other_median),
        ]
    }
}
