//! The answer of a run in plain sentences and one table, for standard output.

pub(crate) mod mechanisms;
mod precision;
mod table;

use crate::language::Language;
use crate::model::Model;
use crate::model::world::WorkUnit;
use crate::results::Results;
use crate::results::metric::*;
use crate::say;
use crate::stats::summary::Summary;
use std::fmt::Write;

/// How a language writes a value.
pub(crate) type Format = fn(Language, f64) -> String;
/// How a median is written with its interval.
pub(crate) type Interval = fn(Language, &Summary, Format) -> String;

/// The answer of a run; `verbose` adds every metric.
pub fn answer(model: &Model, results: &Results, language: Language, verbose: bool) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "{}", language.translate(&model.title));
    if let Some(question) = &model.question {
        let _ = writeln!(out, "{}", language.translate(question));
    }
    if let Some(look_at) = &model.look_at {
        let what = language.translate(look_at);
        let what = what.trim_end_matches('.');
        let _ = writeln!(out, "{}", say!(language, "answer-look-at", what = what));
    }
    let spread = if model.run.draws && model.parameters.uncertain() > 0 {
        say!(language, "answer-spread-assumptions")
    } else {
        say!(language, "answer-spread-chance")
    };
    let numbers = say!(
        language,
        "answer-numbers",
        replications = language.replications(results.replications),
        days = language.days(model.run.days),
        seed = model.run.seed.to_string(),
        spread = spread
    );
    let _ = writeln!(out, "\n{numbers}\n");
    for sentence in sentences(model, results, language) {
        let _ = writeln!(out, "{sentence}");
    }
    let _ = write!(out, "\n{}", margins(model, results, language));
    out.push_str(&table::text(
        &table::lines(model, results, language),
        language,
    ));
    if verbose {
        out.push('\n');
        out.push_str(&table::text(&table::all_lines(results, language), language));
    }
    out
}

fn interval(language: Language, s: &Summary, format: Format) -> String {
    let [median, low, high] = [s.p50, s.p05, s.p95].map(|value| format(language, value));
    if low == median && high == median {
        median
    } else {
        say!(
            language,
            "answer-interval",
            median = median,
            low = low,
            high = high
        )
    }
}

/// What a desk reads, in the plural.
pub fn noun(language: Language, reads: WorkUnit) -> String {
    match reads {
        WorkUnit::Flags => say!(language, "answer-flags"),
        WorkUnit::Reports => say!(language, "answer-reports"),
        WorkUnit::Cases => say!(language, "answer-cases"),
    }
}

/// Of 10,000 units, how many are false: the natural frequency of a precision, and of the least one that was seen.
pub fn natural_frequency(language: Language, precision: f64, least: f64, noun: &str) -> String {
    let wrong = 1.0 - precision;
    let base = if !(1e-4..=0.9999).contains(&wrong) {
        1e6
    } else {
        1e4
    };
    if base * wrong < 0.5 {
        return if wrong > 0.0 {
            let base = language.thousands(base);
            say!(language, "answer-hardly-any", base = base, noun = noun)
        } else if least < 1.0 {
            say!(language, "answer-none-at-median", noun = noun)
        } else {
            say!(language, "answer-none", noun = noun)
        };
    }
    say!(
        language,
        "answer-natural-frequency",
        base = language.thousands(base),
        noun = noun,
        wrong = wrong_of(base, wrong, language)
    )
}

/// The natural frequency of a precision that was simulated.
pub fn frequency(language: Language, precision: &Summary, of: WorkUnit) -> String {
    natural_frequency(language, precision.p50, precision.p05, &noun(language, of))
}

/// Whether some order reads innocent items at all, at central values: where only reports are counted, none does.
pub(crate) fn reads_innocent_items(model: &Model) -> bool {
    let central = model.parameters.central();
    let orders = &model.policy.orders;
    orders.is_empty()
        || orders
            .iter()
            .any(|o| !(model.field(&central, o).prevalence >= 1.0))
}

/// Who flags, as messages select it: detectors alone, or `users` too.
pub(crate) fn by(model: &Model) -> &'static str {
    if model.has_user_reports() {
        "users"
    } else {
        "detectors"
    }
}

/// So many of `base` units are false; all of them only where that is so.
fn wrong_of(base: f64, wrong: f64, language: Language) -> String {
    let text = language.thousands(base * wrong);
    if wrong < 1.0 && text == language.thousands(base) {
        say!(language, "nearly-all")
    } else {
        text
    }
}

fn sentences(model: &Model, results: &Results, language: Language) -> Vec<String> {
    let mut sentences = if model.only_reads_reports_from_abroad() {
        vec![say!(language, "answer-only-abroad")]
    } else {
        sentences_of_flags(model, results, language)
    };
    for &d in &model.policy.desks {
        sentences.extend(desk_sentence(model, results, d, language));
    }
    sentences.extend(mechanisms::sentences(model, results, language));
    sentences.extend(precision::sentences(model, results, language));
    sentences
}

/// What is flagged, rightly or not.
fn sentences_of_flags(model: &Model, results: &Results, language: Language) -> Vec<String> {
    let mut sentences = Vec::new();
    let mixed = reads_innocent_items(model);
    if !mixed {
        sentences.push(say!(language, "answer-no-innocent-items"));
    }
    if let Some(flags) = results.overall(&FLAGS) {
        let flags = interval(language, flags, Language::amount);
        sentences.push(match results.overall(&FLAG_PRECISION).filter(|_| mixed) {
            Some(precision) => say!(
                language,
                "answer-flags-a-day-right",
                flags = flags,
                by = by(model),
                right = interval(language, precision, Language::share),
                frequency = frequency(language, precision, WorkUnit::Flags)
            ),
            None => say!(
                language,
                "answer-flags-a-day",
                flags = flags,
                by = by(model)
            ),
        });
    }
    if let Some(accounts) = results.overall(&ACCOUNTS_FLAGGED).filter(|a| a.p95 > 0.0) {
        let accounts = interval(language, accounts, Language::amount);
        sentences.push(say!(
            language,
            "answer-accounts-flagged",
            accounts = accounts
        ));
    }
    let has_desks = !model.policy.desks.is_empty();
    for material in &model.world.material {
        let title = language.translate(&material.title);
        sentences.extend(material_sentence(
            results,
            &material.name,
            &title,
            has_desks,
            language,
        ));
    }
    sentences
}

fn material_sentence(
    results: &Results,
    class: &str,
    title: &str,
    has_desks: bool,
    language: Language,
) -> Option<String> {
    let detected = results.of_class(&DETECTED_SHARE, class)?;
    let found = results.of_class(&FOUND_SHARE, class)?;
    let copies = results
        .of_class(&COPIES_SHARE, class)
        .filter(|c| c.p95 > 0.0);
    let copies = copies.map_or(String::new(), |c| {
        let copies = language.share(c.p50);
        format!(", {}", say!(language, "answer-copies", copies = copies))
    });
    let mut end = String::new();
    if has_desks {
        let found = interval(language, found, Language::share);
        end = format!(
            "; {}{copies}",
            say!(language, "answer-found", found = found)
        );
    }
    Some(say!(
        language,
        "answer-material",
        title = title,
        flagged = interval(language, detected, Language::share),
        missed = language.share(1.0 - detected.p50),
        end = end
    ))
}

fn desk_sentence(
    model: &Model,
    results: &Results,
    desk: usize,
    language: Language,
) -> Option<String> {
    let desk = &model.world.desks[desk];
    let arrivals = results.at_desk(&ARRIVALS, &desk.name)?;
    let backlog = results.at_desk(&BACKLOG, &desk.name)?;
    let precision = results.at_desk(&PRECISION, &desk.name);
    let mut right = String::new();
    if let Some(precision) = precision.filter(|_| reads_innocent_items(model)) {
        let share = language.share(precision.p50);
        right = format!(", {}", say!(language, "answer-desk-right", right = share));
    }
    let mut waited = String::new();
    if let Some(delay) = results.at_desk(&DELAY_END, &desk.name) {
        let days = interval(language, delay, Language::amount);
        waited = format!(", {}", say!(language, "answer-desk-waited", days = days));
    }
    Some(say!(
        language,
        "answer-desk",
        title = language.translate(&desk.title),
        arrivals = interval(language, arrivals, Language::amount),
        noun = noun(language, desk.reads),
        right = right,
        backlog = interval(language, backlog, Language::amount),
        waited = waited
    ))
}

/// Both readings of a margin, side by side, for every order.
fn margins(model: &Model, results: &Results, language: Language) -> String {
    let mut out = String::new();
    let mixed = reads_innocent_items(model);
    for order in model.policy.orders.iter().filter(|_| mixed) {
        let get = |metric: &'static Metric| results.of_class(metric, &order.name).map(|s| s.p50);
        let (Some(fpr), Some(recall)) = (get(&ORDER_FPR), get(&ORDER_RECALL)) else {
            continue;
        };
        let bench = get(&ORDER_FPR_BENCH).unwrap_or(f64::NAN);
        let mut tested = String::new();
        if (bench - fpr).abs() > 1e-6 * fpr {
            let bench = language.share(bench);
            tested = format!(
                " ({})",
                say!(language, "answer-order-tested", bench = bench)
            );
        }
        let sentence = say!(
            language,
            "answer-order",
            order = &order.name,
            fpr = language.rate(fpr),
            tested = tested,
            fdr = language.share(get(&ORDER_FDR).unwrap_or(f64::NAN)),
            recall = language.share(recall)
        );
        let _ = writeln!(out, "{sentence}");
    }
    if !out.is_empty() {
        out.push('\n');
    }
    out
}
