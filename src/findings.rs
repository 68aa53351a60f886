//! What scenarios say, in one table with intervals and without verdicts.

use crate::language::Language;
use crate::model::Model;
use crate::results::Results;
use crate::results::metric::*;
use crate::say;
use crate::stats::summary::Summary;
use std::fmt::Write;

/// The classes that have a column.
const CLASSES: [&str; 3] = ["known", "new", "grooming"];

/// The page about runs in their order: `(name, model, results)`, the settings that vary behind the name; `command` repeats it.
pub fn page(command: &str, runs: &[(String, &Model, &Results)], language: Language) -> String {
    let mut out = head(command, language);
    for (name, model, results) in runs {
        let _ = writeln!(out, "{}", row(name, model, results, language));
    }
    let expected: Vec<String> = runs
        .iter()
        .filter(|(name, _, _)| !name.contains(' '))
        .map(|(name, model, _)| expectations(name, model, language))
        .collect();
    if expected.iter().any(|text| !text.is_empty()) {
        let _ = writeln!(out, "\n## {}", say!(language, "findings-sides"));
        out.extend(expected);
    }
    out
}

/// What the numbers are, and the header of the table.
fn head(command: &str, language: Language) -> String {
    let notes = [
        say!(language, "findings-note-flagged"),
        say!(language, "findings-note-false"),
        say!(language, "findings-note-last"),
        say!(language, "findings-note-actionable"),
    ];
    let notes: String = notes.iter().map(|note| format!("- {note}\n")).collect();
    let columns = [
        say!(language, "findings-column-scenario"),
        say!(language, "findings-column-known"),
        say!(language, "findings-column-new"),
        say!(language, "findings-column-grooming"),
        say!(language, "findings-column-false"),
        say!(language, "findings-column-accounts"),
        say!(language, "findings-column-last"),
        say!(language, "findings-column-right"),
        say!(language, "findings-column-backlog"),
        say!(language, "findings-column-trend"),
        say!(language, "findings-column-trend-known"),
        say!(language, "findings-column-actionable"),
    ];
    format!(
        "# {}\n\n{}\n\n{notes}\n{}\n\n| {} |\n{}|\n",
        say!(language, "findings-title"),
        say!(language, "findings-introduction"),
        say!(
            language,
            "findings-made",
            command = format!("`{command}`"),
            version = env!("CARGO_PKG_VERSION")
        ),
        columns.join(" | "),
        "|---".repeat(columns.len())
    )
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

fn row(name: &str, model: &Model, results: &Results, language: Language) -> String {
    let percent = |x: f64| language.percent(x);
    let number = |x: f64| language.number(x);
    let cell = |summary, written: &dyn Fn(f64) -> String| cell(summary, written, language);
    let flagged = |class: &str| cell(results.of_class(&DETECTED_SHARE, class), &percent);
    let [known, new, grooming] = CLASSES.map(flagged);
    let last = model.policy.desks.last();
    let last = last.map(|d| model.world.desks[*d].name.as_str());
    let at_last = |metric| last.and_then(|desk| results.at_desk(metric, desk));
    let known_trend = last.and_then(|desk| results.find(TREND.name, "", desk, "known"));
    let known_trend = known_trend.and_then(|e| e.summary.as_ref());
    format!(
        "| `{name}` {} | {known} | {new} | {grooming} | {} | {} | {} | {} | {} | {} | {} | {} |",
        language.translate(&model.title).replace('|', "/"),
        cell(results.overall(&FALSE_FLAGS), &number),
        cell(results.overall(&ACCOUNTS_FLAGGED), &number),
        cell(at_last(&ARRIVALS), &number),
        cell(at_last(&PRECISION), &percent),
        cell(at_last(&BACKLOG_DAYS), &number),
        cell(at_last(&TREND), &number),
        cell(known_trend, &number),
        actionable(last.and(results.overall(&ACTIONABLE)), results, language),
    )
}

/// Actionable cases, and how many of them were reported from abroad.
fn actionable(all: Option<&Summary>, results: &Results, language: Language) -> String {
    let number = |x: f64| language.number(x);
    let abroad = results.overall(&ACTIONABLE_ABROAD);
    let abroad = abroad.filter(|a| a.p95 > 0.0).map_or(String::new(), |a| {
        let number = cell(Some(a), &number, language);
        say!(language, "findings-abroad", number = number)
    });
    cell(all, &number, language) + &abroad
}

/// A median with its interval.
fn cell(summary: Option<&Summary>, written: &dyn Fn(f64) -> String, language: Language) -> String {
    let Some(s) = summary else {
        return "–".into();
    };
    let (median, low, high) = (written(s.p50), written(s.p05), written(s.p95));
    if low == median && high == median {
        return median;
    }
    say!(
        language,
        "answer-interval",
        median = median,
        low = low,
        high = high
    )
}

fn expectations(name: &str, model: &Model, language: Language) -> String {
    let mut out = String::new();
    let parts = [
        (say!(language, "findings-proponents"), &model.proponents),
        (say!(language, "findings-critics"), &model.critics),
        (say!(language, "findings-decided-by"), &model.decided_by),
    ];
    if parts.iter().all(|(_, text)| text.is_none()) {
        return out;
    }
    let _ = writeln!(out, "\n### {name}\n");
    if let Some(question) = &model.question {
        let _ = writeln!(out, "{}\n", language.translate(question));
    }
    for (who, text) in parts {
        if let Some(text) = text {
            let _ = writeln!(out, "- {who}: {}", language.translate(text));
        }
    }
    out
}
