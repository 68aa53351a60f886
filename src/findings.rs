//! What scenarios say, in one table with intervals and without verdicts.

use crate::model::Model;
use crate::results::Results;
use crate::results::metric::*;
use crate::stats::summary::Summary;
use crate::text::{number, percent};
use std::fmt::Write;

/// The header of the page.
const INTRODUCTION: &str = "\
# Findings

What every bundled scenario says, as it was run. Numbers are medians over replications, in brackets the interval that holds 90 % of them, over uncertain assumptions and chance. No number here is a verdict: most inputs are
uncertain within a factor of ten or more, many are assumptions, and each scenario names those that decide between the expectations of both sides. A dash means that the scenario has no such thing, or that it is undefined.

- **Flagged**: share of the circulating abuse material of the class that is flagged, over the whole horizon, days without an order included.
- **False flags**: innocent items flagged per day. **Accounts**: innocent accounts flagged at least once in a year.
- **Last desk**: reports that arrive per day, how many of them are abuse material, how many days of work wait at the end, and how many arrive in the last quarter of the horizon over those of the first (*trend*, all reports and those of known material; below 1 they fall).
- **Actionable**: units of abuse material that the last desk finds actionable, per year; where a clearing house reports from abroad, also how many of them it reported.
";

/// The classes that have a column.
const CLASSES: [&str; 3] = ["known", "new", "grooming"];

/// The page about runs in their order: `(name, model, results)`, the settings that vary behind the name; `command` repeats it.
pub fn page(command: &str, runs: &[(String, &Model, &Results)]) -> String {
    let mut out = String::from(INTRODUCTION);
    let _ = write!(
        out,
        "\nMade by `{command}`, version {}.\n\n| scenario | flagged: known | new | grooming | false flags/day | accounts/year | last desk: reports/day | right | backlog, days | trend: all | known | actionable/year |\n|---|---|---|---|---|---|---|---|---|---|---|---|\n",
        env!("CARGO_PKG_VERSION")
    );
    for (name, model, results) in runs {
        let _ = writeln!(out, "{}", row(name, model, results));
    }
    let expected: Vec<String> = runs
        .iter()
        .filter(|(name, _, _)| !name.contains(' '))
        .map(|(name, model, _)| expectations(name, model))
        .collect();
    if expected.iter().any(|text| !text.is_empty()) {
        out.push_str("\n## What each side expects\n");
        out.extend(expected);
    }
    out
}

/// The end of the page, which readers do not see: the digest of every scenario as it was run, by which one can tell that the page is older
/// than what it is about.
pub fn footer(digests: &[(String, String)]) -> String {
    let mut out = String::from("\n<!-- What was run, by the digest of run.json:\n");
    for (name, digest) in digests {
        let _ = writeln!(out, "{name}: {digest}");
    }
    out + "-->\n"
}

fn row(name: &str, model: &Model, results: &Results) -> String {
    let flagged = |class: &str| cell(results.of_class(&DETECTED_SHARE, class), percent);
    let [known, new, grooming] = CLASSES.map(flagged);
    let last = model.policy.desks.last();
    let last = last.map(|d| model.world.desks[*d].name.as_str());
    let at_last = |metric| last.and_then(|desk| results.at_desk(metric, desk));
    let known_trend = last.and_then(|desk| results.find(TREND.name, "", desk, "known"));
    let known_trend = known_trend.and_then(|e| e.summary.as_ref());
    format!(
        "| `{name}` {} | {known} | {new} | {grooming} | {} | {} | {} | {} | {} | {} | {} | {} |",
        model.title.replace('|', "/"),
        cell(results.overall(&FALSE_FLAGS), number),
        cell(results.overall(&ACCOUNTS_FLAGGED), number),
        cell(at_last(&ARRIVALS), number),
        cell(at_last(&PRECISION), percent),
        cell(at_last(&BACKLOG_DAYS), number),
        cell(at_last(&TREND), number),
        cell(known_trend, number),
        actionable(last.and(results.overall(&ACTIONABLE)), results),
    )
}

/// Actionable cases, and how many of them were reported from abroad.
fn actionable(all: Option<&Summary>, results: &Results) -> String {
    let abroad = results.overall(&ACTIONABLE_ABROAD);
    let abroad = abroad.filter(|a| a.p95 > 0.0).map_or(String::new(), |a| {
        format!("; from abroad {}", cell(Some(a), number))
    });
    cell(all, number) + &abroad
}

/// A median with its interval.
fn cell(summary: Option<&Summary>, format: fn(f64) -> String) -> String {
    match summary {
        None => "–".into(),
        Some(s) => {
            let (median, low, high) = (format(s.p50), format(s.p05), format(s.p95));
            if low == median && high == median {
                median
            } else {
                format!("{median} ({low} to {high})")
            }
        }
    }
}

fn expectations(name: &str, model: &Model) -> String {
    let mut out = String::new();
    let parts = [
        ("Proponents expect", &model.proponents),
        ("Critics expect", &model.critics),
        ("What decides", &model.decided_by),
    ];
    if parts.iter().all(|(_, text)| text.is_none()) {
        return out;
    }
    let _ = writeln!(out, "\n### {name}\n");
    if let Some(question) = &model.question {
        let _ = writeln!(out, "{question}\n");
    }
    for (who, text) in parts {
        if let Some(text) = text {
            let _ = writeln!(out, "- {who}: {text}");
        }
    }
    out
}
