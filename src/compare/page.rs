//! A comparison as text for standard output: sentences first, then one table per interest.

use super::headline::{Headline, panels};
use super::paired::{Paired, Shown};
use super::{Against, Comparison, Pair, words};
use crate::model::Model;
use crate::results::metric::Interest;
use crate::text::{number, percent};
use std::fmt::Write;

/// How many values of the world are listed for one scenario.
const LISTED: usize = 12;

/// A comparison and the models it was made of, in the order base, others.
#[derive(Debug, Clone, Copy)]
pub struct Page<'a> {
    /// The comparison.
    pub comparison: &'a Comparison,
    /// The model of the base.
    pub base: &'a Model,
    /// The models of the others, in the order of [`Comparison::others`].
    pub others: &'a [&'a Model],
}

/// Letter of a scenario: A for the base.
pub fn letter(n: usize) -> char {
    char::from(b'A' + (n % 26) as u8)
}

/// The pair of a headline metric; `None` where both chains do not have it at the same desk.
pub fn headline<'a>(
    shown: &Headline,
    base: &Model,
    other: &Model,
    against: &'a Against,
) -> Option<&'a Pair> {
    let desk = shown.desk(base)?;
    if shown.desk(other)? != desk {
        return None;
    }
    against.find(shown.metric.name, "", desk, "")
}

/// The page; `verbose` adds every metric that two scenarios share.
pub fn page(page: &Page<'_>, verbose: bool) -> String {
    let mut out = introduction(page);
    for (n, against) in page.comparison.others.iter().enumerate() {
        let _ = write!(out, "\n{} against A\n", letter(n + 1));
        out.push_str(&world(against, n + 1));
        out.push_str(&sentences(page, n));
    }
    for panel in panels() {
        let metrics = panel.metrics.iter().map(|shown| {
            let pairs = page.others.iter().zip(&page.comparison.others);
            let pairs = pairs.map(|(model, against)| headline(shown, page.base, model, against));
            (shown.name.to_owned(), pairs.collect())
        });
        out.push_str(&table(
            page.comparison,
            &capital(panel.name),
            metrics.collect(),
        ));
    }
    if verbose {
        out.push_str(&all(page.comparison));
    }
    out
}

fn introduction(page: &Page<'_>) -> String {
    let c = page.comparison;
    let mut out = format!("A  {}: {} (base)\n", c.base, c.title);
    for (n, other) in c.others.iter().enumerate() {
        let _ = writeln!(out, "{}  {}: {}", letter(n + 1), other.name, other.title);
    }
    let _ = write!(
        out,
        "\n{} replications of {} days each, seed {}, on the same random numbers: replication by replication the same state of the world, and the same chance in all that two scenarios share. \
         Differences are means over replications; in brackets the {} interval of that mean (Student's t), for each metric by itself. \
         Nothing is weighed: higher is neither better nor worse.\n",
        c.replications,
        c.days,
        c.seed,
        percent(c.confidence)
    );
    out
}

/// What differs in the world too.
fn world(against: &Against, n: usize) -> String {
    let world = &against.world;
    let mut out = String::new();
    if world.is_empty() {
        return out;
    }
    let _ = writeln!(out, "  Not of policy alone: these differ in the world too.");
    for changed in world.changed.iter().take(LISTED) {
        let _ = writeln!(
            out,
            "    {}: {} in A, {} in {}",
            changed.path,
            changed.base,
            changed.other,
            letter(n)
        );
    }
    if world.changed.len() > LISTED {
        let more = world.changed.len() - LISTED;
        let _ = writeln!(out, "    and {more} more, in compare.json");
    }
    for (paths, who) in [(&world.only_base, 'A'), (&world.only_other, letter(n))] {
        if let [first, rest @ ..] = paths.as_slice() {
            let more = match rest.len() {
                0 => String::new(),
                more => format!(" and {more} more"),
            };
            let _ = writeln!(out, "    only in {who}: {first}{more}");
        }
    }
    out
}

fn sentences(page: &Page<'_>, n: usize) -> String {
    let against = &page.comparison.others[n];
    let mut out = String::new();
    let (mut identical, mut open, mut absent) = (Vec::new(), Vec::new(), Vec::new());
    let mut skewed: Vec<String> = Vec::new();
    for panel in panels() {
        let mut changes = Vec::new();
        for shown in &panel.metrics {
            let pair = headline(shown, page.base, page.others[n], against);
            let Some(paired) = pair.and_then(|pair| pair.paired) else {
                absent.push(shown.name);
                continue;
            };
            skewed.extend(narrow(shown.name, &paired));
            match paired.shown {
                Shown::Identical => identical.push(shown.name),
                Shown::NoDifference => open.push(shown.name),
                _ => changes.push(change(shown, &paired)),
            }
        }
        if !changes.is_empty() {
            let _ = writeln!(out, "  {}: {}.", capital(panel.name), changes.join("; "));
        }
    }
    if !skewed.is_empty() {
        let _ = writeln!(
            out,
            "  Skewed over replications, so that an interval of so few is too narrow (replications that would do): {}.",
            skewed.join("; ")
        );
    }
    for (what, names) in [
        ("No difference that this run can show", open),
        ("Identical in every replication", identical),
        ("Not in both, or undefined", absent),
    ] {
        if !names.is_empty() {
            let _ = writeln!(out, "  {what}: {}.", names.join("; "));
        }
    }
    out
}

/// A metric whose interval is too narrow, with the replications that would do.
fn narrow(name: &str, paired: &Paired) -> Option<String> {
    let needed = paired.needed_for_interval.filter(|_| paired.is_skewed())?;
    Some(format!("{name} ({})", number(needed)))
}

/// One difference in words: in relative terms, else in units.
fn change(shown: &Headline, paired: &Paired) -> String {
    let metric = shown.metric;
    let (from, to) = (
        words::mean(metric, paired.base),
        words::mean(metric, paired.other),
    );
    let by = match paired.relative {
        Some(_) => words::relative(paired),
        None => words::difference(metric, paired),
    };
    format!("{} {by}, from {from} to {to}", shown.name)
}

fn capital(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().map(|c| c.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

/// Every metric that two scenarios share, by interest.
fn all(comparison: &Comparison) -> String {
    let mut out = String::new();
    for interest in [
        Interest::Investigation,
        Interest::FundamentalRights,
        Interest::Economy,
        Interest::OnlineSafety,
        Interest::Chain,
    ] {
        let mut metrics: Vec<(String, Vec<Option<&Pair>>)> = Vec::new();
        for (n, against) in comparison.others.iter().enumerate() {
            for pair in against
                .pairs
                .iter()
                .filter(|p| p.key.metric.interest == interest)
            {
                let name = name(pair);
                let at = metrics.iter().position(|(known, _)| *known == name);
                let at = at.unwrap_or_else(|| {
                    metrics.push((name, vec![None; comparison.others.len()]));
                    metrics.len() - 1
                });
                metrics[at].1[n] = Some(pair);
            }
        }
        let title = format!("Every metric: {}", interest.name());
        out.push_str(&table(comparison, &title, metrics));
    }
    out
}

fn name(pair: &Pair) -> String {
    let key = &pair.key;
    let names = [&key.service, &key.desk, &key.class];
    let names = names.into_iter().filter(|name| !name.is_empty());
    let names: Vec<&str> = names.map(String::as_str).collect();
    let text = format!(
        "{} [{}] {}",
        key.metric.name,
        key.metric.unit,
        names.join(" ")
    );
    text.trim_end().to_owned()
}

/// Cells of a row: who, mean, difference, relative, spread, share higher.
type Cells = [String; 6];

enum Line {
    Title(String),
    Row(Cells),
    Note(String),
}

fn table(
    comparison: &Comparison,
    title: &str,
    metrics: Vec<(String, Vec<Option<&Pair>>)>,
) -> String {
    let confidence = percent(comparison.confidence);
    let header: Cells = [
        title.to_owned(),
        "mean".into(),
        format!("difference ({confidence})"),
        format!("relative ({confidence})"),
        "90 % of replications".into(),
        "higher in".into(),
    ];
    let mut lines = vec![Line::Row(header)];
    for (name, pairs) in metrics {
        lines.extend(metric(comparison, name, &pairs));
    }
    format!("\n{}", layout(&lines))
}

fn metric(comparison: &Comparison, name: String, pairs: &[Option<&Pair>]) -> Vec<Line> {
    let known = || {
        pairs
            .iter()
            .flatten()
            .filter_map(|pair| Some((pair.key.metric, pair.paired?)))
    };
    let mut means = known().filter(|(_, paired)| paired.shown == Shown::Identical);
    if known().next().is_none() {
        return vec![Line::Title(format!("{name}: not in both, or undefined"))];
    }
    if let (true, Some((metric, paired))) = (means.clone().count() == pairs.len(), means.next()) {
        let mean = words::mean(metric, paired.base);
        let same = "no difference: identical in every replication";
        return vec![Line::Title(format!("{name}: {mean}; {same}"))];
    }
    let mut lines = vec![Line::Title(name)];
    for (n, pair) in pairs.iter().enumerate() {
        let who = format!("  {}  {}", letter(n + 1), comparison.others[n].name);
        let Some((key, paired)) = pair.and_then(|pair| Some((&pair.key, pair.paired?))) else {
            lines.push(Line::Note(format!("{who}: not in both, or undefined")));
            continue;
        };
        if lines.len() == 1 {
            let base = format!("  A  {}", comparison.base);
            let empty = String::new;
            let mean = words::mean(key.metric, paired.base);
            lines.push(Line::Row([base, mean, empty(), empty(), empty(), empty()]));
        }
        let mean = words::mean(key.metric, paired.other);
        lines.push(Line::Row(if paired.shown == Shown::Identical {
            [
                who,
                mean,
                "identical".into(),
                String::new(),
                String::new(),
                String::new(),
            ]
        } else {
            [
                who,
                mean,
                words::difference(key.metric, &paired),
                words::relative(&paired),
                words::spread(key.metric, &paired),
                percent(paired.higher),
            ]
        }));
        let reserve = words::reserve(&paired, "A").filter(|_| paired.shown != Shown::Identical);
        let notes = reserve.into_iter().chain(words::dropped(&paired));
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

/// One line about many intervals at once (Bonferroni), for the end of the page; nothing where none is given.
pub fn many(page: &Page<'_>) -> String {
    let comparison = page.comparison;
    let others = || page.others.iter().zip(&comparison.others);
    let shown = panels().flat_map(|panel| &panel.metrics);
    let pairs = shown.flat_map(|shown| {
        others().filter_map(|(model, against)| headline(shown, page.base, model, against)?.paired)
    });
    let intervals = pairs.filter(|paired| paired.shown != Shown::Identical);
    let intervals = intervals.filter(|paired| paired.interval.is_some()).count() as f64;
    if intervals < 2.0 {
        return String::new();
    }
    let miss = 1.0 - comparison.confidence;
    format!(
        "{} intervals above, each by itself: about {} of them miss. For all of them together at {}, give `--confidence \"{} %\"` (Bonferroni).\n",
        number(intervals),
        number(miss * intervals),
        percent(comparison.confidence),
        libm::ceil((1.0 - miss / intervals) * 1e6) / 1e4,
    )
}
