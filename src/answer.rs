//! The answer of a run in plain sentences and one table, for standard output.

mod mechanisms;
mod precision;

use crate::language::Language;
use crate::model::Model;
use crate::results::Results;
use crate::results::metric::*;
use crate::stats::summary::Summary;
use crate::text::{number, percent, rate, thousands};
use std::fmt::Write;

/// The name of rows on precision.
const RIGHT: &str = "  of these right";

/// A row of the table: what, median with its Monte Carlo standard error, 90 % interval.
struct Line {
    what: String,
    median: String,
    error: String,
    low: String,
    high: String,
}

/// The answer of a run; `verbose` adds every metric.
pub fn answer(model: &Model, results: &Results, language: Language, verbose: bool) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "{}", language.translate(&model.title));
    if let Some(question) = &model.question {
        let _ = writeln!(out, "{question}");
    }
    if let Some(look_at) = &model.look_at {
        let _ = writeln!(out, "Look at {}.", look_at.trim_end_matches('.'));
    }
    let spread = if model.run.draws && model.parameters.uncertain() > 0 {
        "over uncertain assumptions and chance"
    } else {
        "over chance alone"
    };
    let _ = writeln!(
        out,
        "\n{} replications of {} days, seed {}. Numbers are medians; in brackets 90 % of replications, {spread}; errors are Monte Carlo standard errors of the medians.\n",
        results.replications, model.run.days, model.run.seed
    );
    for sentence in sentences(model, results) {
        let _ = writeln!(out, "{sentence}");
    }
    let _ = write!(out, "\n{}", margins(model, results));
    out.push_str(&table(&lines(model, results)));
    if verbose {
        out.push('\n');
        out.push_str(&table(&all_lines(results)));
    }
    out
}

fn interval(s: &Summary, format: fn(f64) -> String) -> String {
    let (median, low, high) = (format(s.p50), format(s.p05), format(s.p95));
    if low == median && high == median {
        median
    } else {
        format!("{median} ({low} to {high})")
    }
}

/// Of 10,000 units, how many are false: the natural frequency of a precision.
pub fn natural_frequency(precision: f64, noun: &str) -> String {
    let wrong = 1.0 - precision;
    let base = if !(1e-4..=0.9999).contains(&wrong) {
        1e6
    } else {
        1e4
    };
    format!(
        "of {} {noun}, {} are innocent",
        thousands(base),
        thousands(base * wrong)
    )
}

/// Whether some order reads innocent items at all, at central values: where only reports are counted, none does.
fn reads_innocent_items(model: &Model) -> bool {
    let central = model.parameters.central();
    let orders = &model.policy.orders;
    orders.is_empty()
        || orders
            .iter()
            .any(|o| !(model.field(&central, o).prevalence >= 1.0))
}

fn sentences(model: &Model, results: &Results) -> Vec<String> {
    let mut sentences = Vec::new();
    let mixed = reads_innocent_items(model);
    if !mixed {
        sentences.push(
            "Innocent items are not part of this scenario: nothing is said of what is right."
                .into(),
        );
    }
    if let Some(flags) = results.overall(&FLAGS) {
        let mut sentence = format!("{} items are flagged a day", interval(flags, number));
        if let Some(precision) = results.overall(&FLAG_PRECISION).filter(|_| mixed) {
            let _ = write!(
                sentence,
                "; {} of the flags are right: {}",
                interval(precision, percent),
                natural_frequency(precision.p50, "flags")
            );
        }
        sentences.push(sentence + ".");
    }
    if let Some(accounts) = results.overall(&ACCOUNTS_FLAGGED).filter(|a| a.p95 > 0.0) {
        sentences.push(format!(
            "{} innocent accounts are flagged at least once in a year.",
            interval(accounts, number)
        ));
    }
    for material in &model.world.material {
        let has_desks = !model.policy.desks.is_empty();
        sentences.extend(material_sentence(
            results,
            &material.name,
            &material.title,
            has_desks,
        ));
    }
    for &d in &model.policy.desks {
        sentences.extend(desk_sentence(model, results, d));
    }
    sentences.extend(mechanisms::sentences(model, results));
    sentences.extend(precision::sentences(model, results));
    sentences
}

fn material_sentence(
    results: &Results,
    class: &str,
    title: &str,
    has_desks: bool,
) -> Option<String> {
    let detected = results.of_class(&DETECTED_SHARE, class)?;
    let found = results.of_class(&FOUND_SHARE, class)?;
    let copies = results
        .of_class(&COPIES_SHARE, class)
        .filter(|c| c.p95 > 0.0);
    let copies = copies.map_or(String::new(), |c| {
        format!(
            ", {} is dismissed as copies of what was seen",
            percent(c.p50)
        )
    });
    let end = if has_desks {
        format!(
            "; {} is found actionable at the end of the chain{copies}",
            interval(found, percent)
        )
    } else {
        String::new()
    };
    Some(format!(
        "{title}: {} of what circulates is flagged and {} is missed{end}.",
        interval(detected, percent),
        percent(1.0 - detected.p50),
    ))
}

fn desk_sentence(model: &Model, results: &Results, desk: usize) -> Option<String> {
    let desk = &model.world.desks[desk];
    let arrivals = results.at_desk(&ARRIVALS, &desk.name)?;
    let backlog = results.at_desk(&BACKLOG, &desk.name)?;
    let mut sentence = format!(
        "{}: {} {} arrive a day",
        desk.title,
        interval(arrivals, number),
        desk.reads.noun()
    );
    let precision = results.at_desk(&PRECISION, &desk.name);
    if let Some(precision) = precision.filter(|_| reads_innocent_items(model)) {
        let _ = write!(sentence, ", {} of them right", percent(precision.p50));
    }
    let _ = write!(sentence, "; at the end {} wait", interval(backlog, number));
    if let Some(delay) = results.at_desk(&DELAY_END, &desk.name) {
        let _ = write!(
            sentence,
            ", and what is read then has waited {} days",
            interval(delay, number)
        );
    }
    Some(sentence + ".")
}

/// Both readings of a margin, side by side, for every order.
fn margins(model: &Model, results: &Results) -> String {
    let mut out = String::new();
    let mixed = reads_innocent_items(model);
    for order in model.policy.orders.iter().filter(|_| mixed) {
        let get = |metric: &'static Metric| results.of_class(metric, &order.name).map(|s| s.p50);
        let (Some(fpr), Some(recall)) = (get(&ORDER_FPR), get(&ORDER_RECALL)) else {
            continue;
        };
        let fdr = get(&ORDER_FDR).map_or("undefined".into(), percent);
        let bench = get(&ORDER_FPR_BENCH).unwrap_or(f64::NAN);
        let tested = if (bench - fpr).abs() > 1e-6 * fpr {
            format!(" ({} on the mixture it was tested on)", percent(bench))
        } else {
            String::new()
        };
        let _ = writeln!(
            out,
            "Order `{}`: flags {} of innocent items{tested}; {fdr} of its flags are innocent; recall {}.",
            order.name,
            rate(fpr),
            percent(recall)
        );
    }
    if !out.is_empty() {
        out.push('\n');
    }
    out
}

fn line(what: String, s: Option<&Summary>, format: fn(f64) -> String) -> Option<Line> {
    let s = s?;
    Some(Line {
        what,
        median: format(s.p50),
        error: format(s.p50_mcse),
        low: format(s.p05),
        high: format(s.p95),
    })
}

fn lines(model: &Model, results: &Results) -> Vec<Line> {
    let mut lines = vec![
        line(
            "items scanned a day".into(),
            results.overall(&ITEMS_SCANNED),
            number,
        ),
        line("flags a day".into(), results.overall(&FLAGS), number),
        line(RIGHT.into(), results.overall(&FLAG_PRECISION), percent),
        line(
            "innocent accounts flagged a year".into(),
            results.overall(&ACCOUNTS_FLAGGED),
            number,
        ),
        line(
            "  of these reported to the last desk".into(),
            results.overall(&ACCOUNTS_REPORTED),
            number,
        ),
    ];
    for material in &model.world.material {
        let of = |metric| results.of_class(metric, &material.name);
        lines.push(line(
            format!("{}: flagged", material.title),
            of(&DETECTED_SHARE),
            percent,
        ));
        lines.push(line(
            format!("{}: actionable", material.title),
            of(&FOUND_SHARE),
            percent,
        ));
        lines.push(line(
            format!("{}: missed", material.title),
            of(&MISSED_SHARE),
            percent,
        ));
    }
    for &d in &model.policy.desks {
        let desk = &model.world.desks[d];
        let at = |metric| results.at_desk(metric, &desk.name);
        let noun = desk.reads.noun();
        lines.push(line(
            format!("{}: {noun} a day", desk.title),
            at(&ARRIVALS),
            number,
        ));
        lines.push(line(RIGHT.into(), at(&PRECISION), percent));
        lines.push(line("  backlog at the end".into(), at(&BACKLOG), number));
        lines.push(line("  greatest backlog".into(), at(&BACKLOG_PEAK), number));
        lines.push(line(
            "  delay at the end (days)".into(),
            at(&DELAY_END),
            number,
        ));
    }
    lines.push(line(
        "actionable cases a year".into(),
        results.overall(&ACTIONABLE),
        number,
    ));
    lines.push(line(
        "  of these from abroad".into(),
        results.overall(&ACTIONABLE_ABROAD),
        number,
    ));
    let mixed = reads_innocent_items(model);
    let said = |line: &Line| mixed || line.what != RIGHT;
    lines.into_iter().flatten().filter(said).collect()
}

fn all_lines(results: &Results) -> Vec<Line> {
    results
        .estimates
        .iter()
        .filter_map(|e| {
            let names = [&e.key.service, &e.key.desk, &e.key.class];
            let names: Vec<&str> = names
                .iter()
                .map(|n| n.as_str())
                .filter(|n| !n.is_empty())
                .collect();
            let what = format!(
                "{} [{}] {}",
                e.key.metric.name,
                e.key.metric.unit,
                names.join(" ")
            );
            line(what.trim_end().to_owned(), e.summary.as_ref(), number)
        })
        .collect()
}

fn table(lines: &[Line]) -> String {
    let width = |f: fn(&Line) -> &str, header: &str| {
        lines
            .iter()
            .map(|l| f(l).chars().count())
            .chain([header.chars().count()])
            .max()
            .unwrap_or(0)
    };
    let what = width(|l| &l.what, "");
    let median = width(|l| &l.median, "median");
    let error = width(|l| &l.error, "± error");
    let low = width(|l| &l.low, "5 %");
    let high = width(|l| &l.high, "95 %");
    let mut out = String::new();
    let mut row = |[a, b, c, d, e]: [&str; 5]| {
        let _ = writeln!(
            out,
            "{a:<what$}  {b:>median$}  {c:>error$}  {d:>low$}  {e:>high$}"
        );
    };
    row(["", "median", "± error", "5 %", "95 %"]);
    for l in lines {
        row([&l.what, &l.median, &l.error, &l.low, &l.high]);
    }
    out
}
