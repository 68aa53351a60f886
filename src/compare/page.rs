//! A comparison as text for standard output: sentences first, then one table per interest.

use super::headline::{Headline, panels};
use super::paired::{Paired, Shown};
use super::table::table;
use super::{Against, Comparison, Pair, words};
use crate::language::Language;
use crate::model::Model;
use crate::results::metric::Interest;
use crate::say;
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
pub fn page(page: &Page<'_>, language: Language, verbose: bool) -> String {
    let mut out = introduction(page, language);
    for (n, against) in page.comparison.others.iter().enumerate() {
        let who = letter(n + 1).to_string();
        let _ = write!(out, "\n{}\n", say!(language, "compare-against", who = who));
        out.push_str(&world(against, n + 1, language));
        for sentence in sentences(page, n, language) {
            let _ = writeln!(out, "  {sentence}");
        }
    }
    for panel in panels() {
        let metrics = panel.metrics.iter().map(|shown| {
            let pairs = page.others.iter().zip(&page.comparison.others);
            let pairs = pairs.map(|(model, against)| headline(shown, page.base, model, against));
            (language.translate(shown.name).into_owned(), pairs.collect())
        });
        out.push_str(&table(
            page.comparison,
            &words::capital(&language.translate(panel.name)),
            metrics.collect(),
            language,
        ));
    }
    if verbose {
        out.push_str(&all(page.comparison, language));
    }
    out
}

fn introduction(page: &Page<'_>, language: Language) -> String {
    let c = page.comparison;
    let mut out = format!("A  {}: {} ", c.base, language.translate(&c.title));
    let _ = writeln!(out, "({})", say!(language, "compare-base"));
    for (n, other) in c.others.iter().enumerate() {
        let title = language.translate(&other.title);
        let _ = writeln!(out, "{}  {}: {title}", letter(n + 1), other.name);
    }
    let method = say!(
        language,
        "compare-method",
        replications = language.replications(c.replications),
        days = language.days(c.days),
        seed = c.seed.to_string(),
        confidence = language.percent(c.confidence)
    );
    let _ = write!(out, "\n{method}\n");
    out
}

/// What differs in the world too.
fn world(against: &Against, n: usize, language: Language) -> String {
    let world = &against.world;
    let mut out = String::new();
    if world.is_empty() {
        return out;
    }
    let _ = writeln!(out, "  {}", say!(language, "compare-world"));
    for changed in world.changed.iter().take(LISTED) {
        let line = say!(
            language,
            "compare-world-value",
            path = changed.path.as_str(),
            base = changed.base.as_str(),
            other = changed.other.as_str(),
            who = letter(n).to_string()
        );
        let _ = writeln!(out, "    {line}");
    }
    if world.changed.len() > LISTED {
        let more = (world.changed.len() - LISTED).to_string();
        let _ = writeln!(
            out,
            "    {}",
            say!(language, "compare-world-more", more = more)
        );
    }
    for (paths, who) in [(&world.only_base, 'A'), (&world.only_other, letter(n))] {
        if let [first, rest @ ..] = paths.as_slice() {
            let more = rest.len();
            let line = say!(
                language,
                "compare-world-only",
                who = who.to_string(),
                path = first.as_str(),
                count = more,
                more = more.to_string()
            );
            let _ = writeln!(out, "    {line}");
        }
    }
    out
}

/// What the other scenario number `n` changes, one sentence for each interest; then what is too narrow, not shown, identical or
/// not there.
pub fn sentences(page: &Page<'_>, n: usize, language: Language) -> Vec<String> {
    let against = &page.comparison.others[n];
    let mut out = Vec::new();
    let (mut identical, mut open, mut absent) = (Vec::new(), Vec::new(), Vec::new());
    let mut skewed: Vec<String> = Vec::new();
    for panel in panels() {
        let mut changes = Vec::new();
        for shown in &panel.metrics {
            let name = language.translate(shown.name);
            let pair = headline(shown, page.base, page.others[n], against);
            let Some(paired) = pair.and_then(|pair| pair.paired) else {
                absent.push(name);
                continue;
            };
            skewed.extend(narrow(&name, &paired, language));
            match paired.shown {
                Shown::Identical => identical.push(name),
                Shown::NoDifference => open.push(name),
                _ => changes.push(change(shown, &paired, language)),
            }
        }
        if !changes.is_empty() {
            let panel = words::capital(&language.translate(panel.name));
            out.push(format!("{panel}: {}.", changes.join("; ")));
        }
    }
    if !skewed.is_empty() {
        let names = skewed.join("; ");
        out.push(say!(language, "compare-skewed", names = names));
    }
    for (what, names) in [
        (say!(language, "compare-list-no-difference"), open),
        (say!(language, "compare-list-identical"), identical),
        (say!(language, "compare-list-absent"), absent),
    ] {
        if !names.is_empty() {
            out.push(format!("{what}: {}.", names.join("; ")));
        }
    }
    out
}

/// A metric whose interval is too narrow, with the replications that would do.
fn narrow(name: &str, paired: &Paired, language: Language) -> Option<String> {
    let needed = paired.needed_for_interval.filter(|_| paired.is_skewed())?;
    Some(format!("{name} ({})", language.number(needed)))
}

/// One difference in words: in relative terms, else in units.
fn change(shown: &Headline, paired: &Paired, language: Language) -> String {
    let metric = shown.metric;
    let by = words::change(paired, language);
    let by = by.unwrap_or_else(|| words::difference(metric, paired, language));
    say!(
        language,
        "compare-change",
        name = language.translate(shown.name),
        by = by,
        from = words::said(metric, paired.base, language),
        to = words::said(metric, paired.other, language)
    )
}

/// Every metric that two scenarios share, by interest.
fn all(comparison: &Comparison, language: Language) -> String {
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
                let name = name(pair, language);
                let at = metrics.iter().position(|(known, _)| *known == name);
                let at = at.unwrap_or_else(|| {
                    metrics.push((name, vec![None; comparison.others.len()]));
                    metrics.len() - 1
                });
                metrics[at].1[n] = Some(pair);
            }
        }
        let interest = language.translate(interest.name());
        let title = say!(language, "compare-every", interest = interest);
        out.push_str(&table(comparison, &title, metrics, language));
    }
    out
}

fn name(pair: &Pair, language: Language) -> String {
    let key = &pair.key;
    let names = [&key.service, &key.desk, &key.class];
    let names = names.into_iter().filter(|name| !name.is_empty());
    let names: Vec<&str> = names.map(String::as_str).collect();
    let text = format!(
        "{} [{}] {}",
        key.metric.name,
        language.translate(key.metric.unit),
        names.join(" ")
    );
    text.trim_end().to_owned()
}

/// One line about many intervals at once (Bonferroni), for the end of the page; nothing where none is given.
pub fn many(page: &Page<'_>, language: Language) -> String {
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
    let together = libm::ceil((1.0 - miss / intervals) * 1e6) / 1e4;
    say!(
        language,
        "compare-many",
        intervals = language.number(intervals),
        missed = language.number(miss * intervals),
        confidence = language.percent(comparison.confidence),
        together = together.to_string()
    ) + "\n"
}
