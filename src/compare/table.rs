//! Differences as a table for standard output.

use super::page::letter;
use super::paired::Shown;
use super::{Comparison, Pair, words};
use crate::language::Language;
use crate::say;
use std::fmt::Write;

/// Cells of a row: who, mean, difference, relative, spread, share higher.
type Cells = [String; 6];

enum Line {
    Title(String),
    Row(Cells),
    Note(String),
}

/// A table: a metric in each group of rows, a scenario in each row.
pub(super) fn table(
    comparison: &Comparison,
    title: &str,
    metrics: Vec<(String, Vec<Option<&Pair>>)>,
    language: Language,
) -> String {
    let confidence = language.percent(comparison.confidence);
    let header: Cells = [
        title.to_owned(),
        say!(language, "compare-column-mean"),
        say!(
            language,
            "compare-column-difference",
            confidence = confidence.as_str()
        ),
        say!(language, "compare-column-relative", confidence = confidence),
        say!(language, "compare-column-spread"),
        say!(language, "compare-column-higher"),
    ];
    let mut lines = vec![Line::Row(header)];
    for (name, pairs) in metrics {
        lines.extend(metric(comparison, name, &pairs, language));
    }
    format!("\n{}", layout(&lines))
}

fn metric(
    comparison: &Comparison,
    name: String,
    pairs: &[Option<&Pair>],
    language: Language,
) -> Vec<Line> {
    let absent = say!(language, "compare-absent");
    let known = || {
        pairs
            .iter()
            .flatten()
            .filter_map(|pair| Some((pair.key.metric, pair.paired?)))
    };
    let mut means = known().filter(|(_, paired)| paired.shown == Shown::Identical);
    if known().next().is_none() {
        return vec![Line::Title(format!("{name}: {absent}"))];
    }
    if let (true, Some((metric, paired))) = (means.clone().count() == pairs.len(), means.next()) {
        let mean = words::mean(metric, paired.base, language);
        let same = say!(language, "compare-no-difference-identical");
        return vec![Line::Title(format!("{name}: {mean}; {same}"))];
    }
    let mut lines = vec![Line::Title(name)];
    for (n, pair) in pairs.iter().enumerate() {
        let who = format!("  {}  {}", letter(n + 1), comparison.others[n].name);
        let Some((key, paired)) = pair.and_then(|pair| Some((&pair.key, pair.paired?))) else {
            lines.push(Line::Note(format!("{who}: {absent}")));
            continue;
        };
        if lines.len() == 1 {
            let base = format!("  A  {}", comparison.base);
            let empty = String::new;
            let mean = words::mean(key.metric, paired.base, language);
            lines.push(Line::Row([base, mean, empty(), empty(), empty(), empty()]));
        }
        let mean = words::mean(key.metric, paired.other, language);
        lines.push(Line::Row(if paired.shown == Shown::Identical {
            [
                who,
                mean,
                say!(language, "compare-identical"),
                String::new(),
                String::new(),
                String::new(),
            ]
        } else {
            [
                who,
                mean,
                words::difference(key.metric, &paired, language),
                words::relative(&paired, language),
                words::spread(key.metric, &paired, language),
                language.percent(paired.higher),
            ]
        }));
        let reserve =
            words::reserve(&paired, "A", language).filter(|_| paired.shown != Shown::Identical);
        let notes = reserve.into_iter().chain(words::dropped(&paired, language));
        lines.extend(notes.map(|note| Line::Note(format!("     {note}"))));
    }
    lines
}

fn layout(lines: &[Line]) -> String {
    let mut widths = [0; 6];
    for line in lines {
        if let Line::Row(cells) = line {
            for (width, cell) in widths.iter_mut().zip(cells) {
                *width = cell.chars().count().max(*width);
            }
        }
    }
    let mut out = String::new();
    for line in lines {
        match line {
            Line::Title(text) | Line::Note(text) => {
                let _ = writeln!(out, "{text}");
            }
            Line::Row(cells) => {
                let mut text = String::new();
                for (n, (cell, width)) in cells.iter().zip(widths).enumerate() {
                    let _ = match n {
                        0 => write!(text, "{cell:<width$}"),
                        _ => write!(text, "  {cell:>width$}"),
                    };
                }
                let _ = writeln!(out, "{}", text.trim_end());
            }
        }
    }
    out
}
