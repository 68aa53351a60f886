//! Answers as a table for the terminal.

use super::answer::{Answer, Kind, Measure};
use super::figures::{range, share};
use crate::language::Language;
use crate::say;

/// The first `top` inputs with their measures.
pub(super) fn table(answer: &Answer, top: usize, language: Language) -> String {
    let kind = answer.method;
    let mut rows: Vec<Vec<String>> = vec![header(answer, language)];
    for input in answer.shown(top) {
        let mut row = vec![input.path.clone()];
        row.extend(input.measures.iter().map(|m| cell(kind, m, language)));
        row.push(if input.path == "chance" {
            String::new()
        } else {
            range(input, language)
        });
        rows.push(row);
    }
    let mut text = aligned(&rows);
    let more = answer.inputs.len() - answer.shown(top).len();
    if more > 0 {
        text.push_str(&say!(
            language,
            "sensitivity-more",
            count = more.to_string()
        ));
        text.push('\n');
    }
    text
}

fn header(answer: &Answer, language: Language) -> Vec<String> {
    let kind = answer.method;
    let measures = kind.measures().iter().map(|name| heading(name, language));
    // Quantiles of correlated numbers are those given the medians of the others, and words have none.
    let has_words = answer.inputs.iter().any(|i| !i.words.is_empty());
    let range = match kind {
        Kind::Tornado if has_words || !answer.ties.is_empty() => {
            say!(language, "sensitivity-column-ends")
        }
        Kind::Tornado => say!(language, "sensitivity-column-quantiles"),
        _ => say!(language, "sensitivity-column-range"),
    };
    [say!(language, "sensitivity-column-factor")]
        .into_iter()
        .chain(measures)
        .chain([range])
        .collect()
}

fn heading(measure: &str, language: Language) -> String {
    let id = match measure {
        "total" => "sensitivity-column-total",
        "first" => "sensitivity-column-first",
        "mean-absolute" => "sensitivity-column-mean-absolute",
        "mean" => "sensitivity-column-mean",
        "sd" => "sensitivity-column-sd",
        "cramer-von-mises" => "sensitivity-column-cramer-von-mises",
        "pawn" => "sensitivity-column-pawn",
        "shapley" => "sensitivity-column-shapley",
        "spearman" => "sensitivity-column-spearman",
        "srrc" => "sensitivity-column-srrc",
        "at-low" => "sensitivity-column-at-low",
        "at-high" => "sensitivity-column-at-high",
        "range" => "sensitivity-column-difference",
        "worth" => "sensitivity-column-worth",
        "share-changed" => "sensitivity-column-share-changed",
        other => return other.to_owned(),
    };
    language.message(id, &[])
}

/// Columns of equal width: the first to the left, all others to the right.
fn aligned(rows: &[Vec<String>]) -> String {
    let columns = rows.first().map_or(0, Vec::len);
    let width = |column: usize| {
        rows.iter()
            .map(|r| r[column].chars().count())
            .max()
            .unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let mut text = String::new();
    for row in rows {
        let mut line = format!("{:<width$}", row[0], width = widths[0]);
        for (cell, width) in row.iter().zip(&widths).skip(1) {
            line.push_str(&format!("  {cell:>width$}"));
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// One measure: a share, a distance beside what a dummy stays below, or a number with its interval.
pub(super) fn cell(kind: Kind, measure: &Measure, language: Language) -> String {
    let is_share = matches!(
        (kind, measure.name),
        (Kind::Sobol | Kind::Shapley, _) | (_, "first" | "share-changed")
    );
    if !measure.value.is_finite() {
        return "–".into();
    }
    if is_share {
        return share(measure, language);
    }
    if let Some(threshold) = measure.threshold {
        let sign = if measure.value > threshold {
            '>'
        } else {
            '≤'
        };
        let text = format!("{:.3} {sign} {threshold:.3}", measure.value);
        return language.numerals().digits(&text);
    }
    match (measure.low, measure.high) {
        (Some(low), Some(high)) => say!(
            language,
            "sensitivity-interval",
            value = language.number(measure.value),
            low = language.number(low),
            high = language.number(high)
        ),
        _ => language.number(measure.value),
    }
}
