//! Sentences about what the mechanisms did.

use super::interval;
use crate::model::Model;
use crate::results::Results;
use crate::results::metric::*;
use crate::stats::summary::Summary;
use crate::text::{number, percent, rate};

/// One sentence for each mechanism that has something to say.
pub(super) fn sentences(model: &Model, results: &Results) -> Vec<String> {
    let mut out = Vec::new();
    out.extend(accounts(model, results));
    out.extend(out_of_sight(results));
    out.extend(pieces(model, results));
    out.extend(abroad(results));
    for d in &model.policy.desks {
        let desk = &model.world.desks[*d];
        out.extend(minors(results, &desk.name, &desk.title));
        out.extend(hours(results, &desk.name, &desk.title));
        out.extend(leaving(results, &desk.name, &desk.title));
    }
    out
}

fn some(summary: Option<&Summary>) -> Option<&Summary> {
    summary.filter(|s| s.p95 > 0.0)
}

fn accounts(model: &Model, results: &Results) -> Option<String> {
    model.mechanisms.accounts.as_ref()?;
    let over = results.overall(&OVER_THRESHOLD)?;
    let kept = results.overall(&KEPT_BACK)?;
    let risk = results.of_class(&REPORT_RISK_TEN, "heavy")?;
    Some(format!(
        "Innocent accounts reach the account threshold {} times a year, and {} flags a day are kept back. A heavy user's risk of a false report in ten years is {}.",
        interval(over, number),
        interval(kept, number),
        interval(risk, small)
    ))
}

/// A risk; below one in a trillion no digit of it means anything.
fn small(risk: f64) -> String {
    if risk > 0.0 && risk < 1e-12 {
        "below 1 in a trillion".into()
    } else {
        rate(risk)
    }
}

fn out_of_sight(results: &Results) -> Option<String> {
    let moved = some(results.overall(&DISPLACED_SHARE))?;
    Some(format!(
        "{} of what circulates has moved out of sight.",
        interval(moved, percent)
    ))
}

fn pieces(model: &Model, results: &Results) -> Vec<String> {
    let sentence = |class: usize| {
        let material = &model.world.material[class];
        let ratio = results.of_class(&PIECES_RATIO, &material.name)?;
        Some(format!(
            "{}: at the end as many distinct pieces circulate as {} of those at the start.",
            material.title,
            interval(ratio, percent)
        ))
    };
    model.counted_material().filter_map(sentence).collect()
}

fn abroad(results: &Results) -> Option<String> {
    let abroad = some(results.overall(&ACTIONABLE_ABROAD))?;
    let own = results.overall(&ACTIONABLE_OWN)?;
    Some(format!(
        "Of the actionable cases of a year {} were reported from abroad, and {} come from the services.",
        interval(abroad, number),
        interval(own, number)
    ))
}

fn minors(results: &Results, desk: &str, title: &str) -> Option<String> {
    let minors = some(results.at_desk(&MINORS, desk))?;
    Some(format!(
        "{title}: {} innocent items of or by minors arrive in a year.",
        interval(minors, number)
    ))
}

fn hours(results: &Results, desk: &str, title: &str) -> Option<String> {
    let lost = results.at_desk(&TARGETED_LOST, desk)?;
    let wrong = results.at_desk(&HOURS_FALSE, desk)?;
    Some(format!(
        "{title}: reading costs {} cases of targeted investigation a year; {} hours a year go to innocent units.",
        interval(lost, number),
        interval(wrong, number)
    ))
}

fn leaving(results: &Results, desk: &str, title: &str) -> Option<String> {
    let leaving = some(results.at_desk(&LEAVING, desk))?;
    let people = results.at_desk(&PEOPLE, desk)?;
    Some(format!(
        "{title}: {} of {} people are expected to leave the work in a year.",
        interval(leaving, number),
        interval(people, number)
    ))
}
