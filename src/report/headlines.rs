//! The sentences that matter, in natural frequencies, with intervals.

use super::desk::desk_sentence;
use super::drivers::Drivers;
use super::foundations;
use crate::chart::{Chart, VesselPair, VesselSetting};
use crate::language::Language;
use crate::model::Model;
use crate::model::parameter::Parameter;
use crate::results::metric::*;
use crate::results::{Estimate, Results};
use crate::say;
use crate::stats::summary::Summary;
use serde::Serialize;

/// A risk from which on it is said in per cent.
const COMMON: f64 = 0.2;

/// One sentence.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Headline {
    /// What it is about, in a few words.
    pub about: String,
    /// The sentence.
    pub text: String,
    /// Positions of its footnotes in the list of the section.
    pub notes: Vec<usize>,
}

/// A sentence and the number that it is about.
pub(super) struct Subject<'a> {
    pub(super) about: String,
    pub(super) text: String,
    pub(super) estimate: &'a Estimate,
    /// Whether the ends of its interval differ as written.
    pub(super) varies: bool,
    /// Paths of the values that it rests on without drawing them.
    pub(super) rests_on: Vec<String>,
}

/// The base of natural frequencies: small enough to imagine, and large enough that what is rare is one of them.
fn base(share: f64) -> f64 {
    let rare = share.min(1.0 - share);
    if rare <= 0.0 {
        return 1_000.0;
    }
    [100.0, 1_000.0, 10_000.0, 1e6, 1e9]
        .into_iter()
        .find(|base| rare * base >= 1.0)
        .unwrap_or(1e12)
}

/// The base in words: `10,000`, `1 billion`.
fn whole(base: f64, language: Language) -> String {
    if base > 1e6 {
        language.number(base)
    } else {
        language.thousands(base)
    }
}

/// `4,210 (90 %: 3,900 to 5,000)`.
pub(super) fn with_interval(summary: &Summary, factor: f64, language: Language) -> String {
    written(summary, |x| language.amount(x * factor), language)
}

/// Median and interval of a number that is written by `number`.
pub(super) fn written(
    summary: &Summary,
    number: impl Fn(f64) -> String,
    language: Language,
) -> String {
    between(
        [summary.p50, summary.p05, summary.p95].map(number),
        language,
    )
}

/// Median and interval; the median alone where the ends read the same.
fn between([median, low, high]: [String; 3], language: Language) -> String {
    if low == high {
        return median;
    }
    say!(
        language,
        "report-interval",
        median = median,
        low = low,
        high = high
    )
}

pub(super) fn subjects<'a>(
    model: &Model,
    results: &'a Results,
    charts: &[Chart],
    language: Language,
) -> Vec<Subject<'a>> {
    let mut subjects = Vec::new();
    let find =
        |metric: &Metric, desk: &str, class: &str| results.find(metric.name, "", desk, class);
    let mut add = |about: String,
                   text: Option<String>,
                   estimate: Option<&'a Estimate>,
                   rests_on: Vec<String>| {
        if let (Some(text), Some(estimate)) = (text, estimate) {
            let ends = estimate.summary.as_ref().map(|s| [s.p05, s.p95]);
            subjects.push(Subject {
                about: capital(&about),
                text: capital(&text),
                estimate,
                varies: ends.is_some_and(|e| language.number(e[0]) != language.number(e[1])),
                rests_on,
            });
        }
    };
    let summary = |estimate: Option<&'a Estimate>| estimate.and_then(|e| e.summary.as_ref());
    let flags = find(&FLAGS, "", "");
    add(
        say!(language, "report-about-flags"),
        summary(flags).map(|s| {
            say!(
                language,
                "report-flags",
                flags = with_interval(s, 1.0, language)
            )
        }),
        flags,
        foundations::flags(model),
    );
    let precision = find(&FLAG_PRECISION, "", "");
    add(
        say!(language, "report-about-precision"),
        summary(precision)
            .filter(|s| s.p05 < 1.0)
            .map(|s| precision_sentence(s, language)),
        precision,
        Vec::new(),
    );
    for (class, material) in model.world.material.iter().enumerate() {
        let found = find(&FOUND_SHARE, "", &material.name);
        let detected = find(&DETECTED_SHARE, "", &material.name);
        let title = language.translate(&material.title).into_owned();
        let pair = vessels(charts, &title);
        let text = summary(detected).map(|d| {
            let mut text = material_sentence(&title, d, pair, language);
            if let Some(found) = summary(found).filter(|_| !model.policy.desks.is_empty()) {
                text.push(' ');
                text.push_str(&end_of_chain(found, base(d.p50), language));
            }
            text
        });
        add(
            say!(language, "report-about-found", class = title.clone()),
            text,
            detected,
            foundations::detection(model, class),
        );
    }
    for &desk in &model.policy.desks {
        let desk = &model.world.desks[desk];
        let title = language.translate(&desk.title).into_owned();
        let arrivals = find(&ARRIVALS, &desk.name, "");
        let text = summary(arrivals).map(|a| desk_sentence(desk, a, results, language));
        add(
            say!(language, "report-about-desk", desk = title.clone()),
            text,
            arrivals,
            foundations::capacity(&desk.name),
        );
    }
    let accounts = find(&ACCOUNTS_FLAGGED, "", "");
    add(
        say!(language, "report-about-accounts"),
        summary(accounts)
            .filter(|s| s.p95 > 0.0)
            .map(|s| accounts_sentence(s, results, language)),
        accounts,
        foundations::accounts(model),
    );
    let cases = find(&ACTIONABLE, "", "");
    add(
        say!(language, "report-about-cases"),
        summary(cases).map(|s| {
            say!(
                language,
                "report-cases",
                cases = with_interval(s, 1.0, language)
            )
        }),
        cases,
        foundations::cases(model),
    );
    let cost = find(&COST_PER_CASE, "", "");
    add(
        say!(language, "report-about-cost"),
        summary(cost).map(|s| {
            say!(
                language,
                "report-cost",
                cost = with_interval(s, 1.0, language)
            )
        }),
        cost,
        foundations::costs(model),
    );
    subjects
}

/// A sentence begins with a capital letter.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

fn precision_sentence(s: &Summary, language: Language) -> String {
    let of = base(1.0 - s.p50);
    let wrong = |share: f64| language.part(1.0 - share, of);
    say!(
        language,
        "report-precision",
        of = whole(of, language),
        wrong = between([s.p50, s.p95, s.p05].map(wrong), language)
    )
}

fn material_sentence(
    title: &str,
    detected: &Summary,
    pair: Option<&VesselPair>,
    language: Language,
) -> String {
    let of = base(detected.p50);
    let mut text = say!(
        language,
        "report-found",
        class = title,
        of = whole(of, language),
        flagged = with_interval(detected, of, language),
        missed = language.part(1.0 - detected.p50, of)
    );
    for sentence in pair.into_iter().flat_map(|p| coupling(p, of, language)) {
        text.push(' ');
        text.push_str(&sentence);
    }
    text
}

fn end_of_chain(found: &Summary, of: f64, language: Language) -> String {
    let found = with_interval(found, of, language);
    say!(
        language,
        "report-found-end",
        of = whole(of, language),
        found = found
    )
}

/// The chart of both vessels of a class.
fn vessels<'a>(charts: &'a [Chart], class: &str) -> Option<&'a VesselPair> {
    charts.iter().find_map(|chart| match chart {
        Chart::Vessels(vessels) => vessels.classes.iter().find(|pair| pair.class == class),
        _ => None,
    })
}

/// What a stricter and a looser margin would flag; nothing where the margin moves no threshold, or nothing that is found.
fn coupling(pair: &VesselPair, of: f64, language: Language) -> Vec<String> {
    let Some(ordered) = pair.settings.iter().find(|s| s.as_ordered) else {
        return Vec::new();
    };
    let written = |share: f64| language.number(share * of);
    let moves = |s: &&VesselSetting| {
        s.false_flags_per_day != ordered.false_flags_per_day
            && written(s.detected) != written(ordered.detected)
    };
    let others = pair.settings.iter().filter(|s| !s.as_ordered).filter(moves);
    others
        .map(|s| {
            let shares = [s.detected, s.detected_low, s.detected_high];
            let flagged = between(shares.map(|share| language.amount(share * of)), language);
            if s.margin < ordered.margin {
                say!(language, "report-stricter", flagged = flagged)
            } else {
                say!(language, "report-looser", flagged = flagged)
            }
        })
        .collect()
}

/// A risk: one in so many where it is small, else in per cent.
fn risk_sentence(risk: f64, language: Language) -> String {
    let share = if risk < COMMON {
        say!(language, "one-in", many = language.number(1.0 / risk))
    } else {
        language.share(risk)
    };
    say!(language, "report-risk", share = share)
}

fn accounts_sentence(s: &Summary, results: &Results, language: Language) -> String {
    let mut text = say!(
        language,
        "report-accounts",
        accounts = with_interval(s, 1.0, language)
    );
    let risk = results.overall(&RISK).filter(|risk| risk.p50 > 0.0);
    if let Some(risk) = risk {
        text.push(' ');
        text.push_str(&risk_sentence(risk.p50, language));
    }
    text
}

/// Sentences with footnotes that name the values behind them that nobody has published.
pub(super) fn with_notes(
    model: &Model,
    subjects: &[Subject<'_>],
    drivers: &[Drivers],
    language: Language,
) -> (Vec<Headline>, Vec<String>) {
    let mut notes: Vec<String> = Vec::new();
    let unpublished = |p: &&Parameter| !p.meta.is_published();
    let all = model.parameters.iter().filter(unpublished).count();
    let headlines = subjects
        .iter()
        .map(|subject| {
            let own = drivers.iter().find(|d| d.about == subject.about);
            let named: Vec<String> = own
                .into_iter()
                .flat_map(|d| &d.factors)
                .filter(|f| !f.is_published)
                .map(|f| named(model, &f.path, &f.status, language))
                .collect();
            let note = match own {
                Some(d) if d.factors.is_empty() && all > 0 => Some(say!(
                    language,
                    "report-note-none",
                    all = language.thousands(all as f64)
                )),
                Some(_) if named.is_empty() => None,
                Some(_) => Some(say!(language, "report-note", values = named.join(", "))),
                None => None,
            };
            let fixed = foundations::note(model, &subject.rests_on, language);
            let notes = note
                .into_iter()
                .chain(fixed)
                .map(|note| position(&mut notes, note))
                .collect();
            Headline {
                about: subject.about.clone(),
                text: subject.text.clone(),
                notes,
            }
        })
        .collect();
    (headlines, notes)
}

/// A value with its status and caveat: a path alone says little to who never saw the scenario.
fn named(model: &Model, path: &str, status: &str, language: Language) -> String {
    let parameter = model.parameters.iter().find(|p| p.path == path);
    match parameter.and_then(|p| p.meta.note.as_deref()) {
        Some(caveat) => format!("`{path}` ({status}: {})", language.translate(caveat)),
        None => format!("`{path}` ({status})"),
    }
}

fn position(notes: &mut Vec<String>, note: String) -> usize {
    notes.iter().position(|n| *n == note).unwrap_or_else(|| {
        notes.push(note);
        notes.len() - 1
    })
}
