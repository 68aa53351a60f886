//! Sentences about what the mechanisms did.

use super::interval;
use crate::language::Language;
use crate::model::Model;
use crate::results::Results;
use crate::results::metric::*;
use crate::say;
use crate::stats::summary::Summary;

/// One sentence for each mechanism that has something to say.
pub(super) fn sentences(model: &Model, results: &Results, language: Language) -> Vec<String> {
    let mut out = Vec::new();
    out.extend(accounts(model, results, language));
    out.extend(out_of_sight(results, language));
    out.extend(pieces(model, results, language));
    out.extend(abroad(results, language));
    for d in &model.policy.desks {
        let desk = &model.world.desks[*d];
        let title = language.translate(&desk.title);
        out.extend(minors(results, &desk.name, &title, language));
        out.extend(hours(results, &desk.name, &title, language));
        out.extend(leaving(results, &desk.name, &title, language));
    }
    out
}

fn some(summary: Option<&Summary>) -> Option<&Summary> {
    summary.filter(|s| s.p95 > 0.0)
}

fn accounts(model: &Model, results: &Results, language: Language) -> Option<String> {
    model.mechanisms.accounts.as_ref()?;
    let over = results.overall(&OVER_THRESHOLD)?;
    let kept = results.overall(&KEPT_BACK)?;
    let risk = results.of_class(&REPORT_RISK_TEN, "heavy")?;
    Some(say!(
        language,
        "answer-accounts-threshold",
        over = interval(language, over, Language::amount),
        kept = interval(language, kept, Language::amount),
        risk = interval(language, risk, Language::rate)
    ))
}

fn out_of_sight(results: &Results, language: Language) -> Option<String> {
    let moved = some(results.overall(&DISPLACED_SHARE))?;
    let moved = interval(language, moved, Language::share);
    Some(say!(language, "answer-out-of-sight", moved = moved))
}

fn pieces(model: &Model, results: &Results, language: Language) -> Vec<String> {
    let sentence = |class: usize| {
        let material = &model.world.material[class];
        let ratio = results.of_class(&PIECES_RATIO, &material.name)?;
        Some(say!(
            language,
            "answer-pieces",
            title = language.translate(&material.title),
            ratio = interval(language, ratio, Language::share)
        ))
    };
    model.counted_material().filter_map(sentence).collect()
}

fn abroad(results: &Results, language: Language) -> Option<String> {
    let abroad = some(results.overall(&ACTIONABLE_ABROAD))?;
    let own = results.overall(&ACTIONABLE_OWN)?;
    Some(say!(
        language,
        "answer-abroad",
        abroad = interval(language, abroad, Language::amount),
        own = interval(language, own, Language::amount)
    ))
}

fn minors(results: &Results, desk: &str, title: &str, language: Language) -> Option<String> {
    let minors = some(results.at_desk(&MINORS, desk))?;
    let minors = interval(language, minors, Language::amount);
    Some(say!(
        language,
        "answer-minors",
        title = title,
        minors = minors
    ))
}

fn hours(results: &Results, desk: &str, title: &str, language: Language) -> Option<String> {
    let lost = results.at_desk(&TARGETED_LOST, desk)?;
    let wrong = results.at_desk(&HOURS_FALSE, desk)?;
    Some(say!(
        language,
        "answer-hours",
        title = title,
        lost = interval(language, lost, Language::amount),
        wrong = interval(language, wrong, Language::amount)
    ))
}

fn leaving(results: &Results, desk: &str, title: &str, language: Language) -> Option<String> {
    let leaving = some(results.at_desk(&LEAVING, desk))?;
    let people = results.at_desk(&PEOPLE, desk)?;
    Some(say!(
        language,
        "answer-leaving",
        title = title,
        leaving = interval(language, leaving, Language::amount),
        people = interval(language, people, Language::amount)
    ))
}
