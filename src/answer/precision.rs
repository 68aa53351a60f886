//! How precise the numbers are, and how much of their spread is chance.

use crate::language::Language;
use crate::model::Model;
use crate::model::epistemic::RANDOMISATIONS;
use crate::model::precision::{HalfWidth, Of, Sampling};
use crate::results::metric::*;
use crate::results::stop::{End, half_width, is_met, value};
use crate::results::{Estimate, Results, clusters};
use crate::say;

/// Sentences on the end of the run and on the layers of spread.
pub(super) fn sentences(model: &Model, results: &Results, language: Language) -> Vec<String> {
    let mut sentences: Vec<String> = stopped(model, results, language).into_iter().collect();
    let has_sets = clusters(model).count(results.replications) >= RANDOMISATIONS;
    if model.run.sampling == Sampling::Quasi && model.run.draws && has_sets {
        sentences.push(say!(language, "answer-sobol"));
    }
    sentences.extend(layers(model, results, language));
    sentences
}

fn stopped(model: &Model, results: &Results, language: Language) -> Option<String> {
    if results.end == End::Time {
        return Some(say!(
            language,
            "answer-time-up",
            done = results.replications.to_string(),
            wanted = model.run.replications.to_string()
        ));
    }
    let stop = model.run.stop.as_ref()?;
    let estimate = results.find(&stop.metric, &stop.service, &stop.desk, &stop.class)?;
    let Some(summary) = &estimate.summary else {
        return Some(say!(
            language,
            "answer-stop-undefined",
            metric = estimate.key.selector()
        ));
    };
    let name = match stop.of {
        Of::Mean => say!(language, "answer-mean"),
        Of::P05 => say!(language, "answer-quantile-low"),
        Of::Median => say!(language, "answer-median"),
        Of::P95 => say!(language, "answer-quantile-high"),
    };
    let groups = clusters(model).count(results.replications);
    let width = half_width(stop, summary, groups);
    // Of 0 known exactly, no share is missing.
    let part = if width == 0.0 {
        0.0
    } else {
        width / value(stop, summary).abs()
    };
    let reached = match stop.half_width {
        HalfWidth::Absolute(wanted) => say!(
            language,
            "answer-half-width",
            width = language.number(width),
            wanted = language.number(wanted)
        ),
        HalfWidth::Relative(wanted) => say!(
            language,
            "answer-half-width-relative",
            width = language.percent(part),
            wanted = language.percent(wanted)
        ),
    };
    let verdict = if is_met(stop, Some(summary), groups) {
        say!(language, "answer-precise")
    } else {
        say!(language, "answer-not-yet-precise")
    };
    Some(say!(
        language,
        "answer-stopped",
        done = language.thousands(results.replications as f64),
        most = language.thousands(model.run.replications as f64),
        name = name,
        metric = estimate.key.selector(),
        verdict = verdict,
        reached = reached,
        confidence = language.percent(stop.confidence)
    ))
}

/// How much of the spread of headline numbers is not known rather than chance.
fn layers(model: &Model, results: &Results, language: Language) -> Option<String> {
    let last = model.policy.desks.last();
    let last = last.map(|d| model.world.desks[*d].name.as_str());
    let at_last = |metric: &'static Metric| results.find(metric.name, "", last?, "");
    let chosen: Vec<String> = [
        results.find(FLAGS.name, "", "", ""),
        at_last(&ARRIVALS),
        at_last(&BACKLOG),
        results.find(ACTIONABLE.name, "", "", ""),
    ]
    .into_iter()
    .flatten()
    .filter_map(|estimate| share(estimate, language))
    .collect();
    (!chosen.is_empty()).then(|| say!(language, "answer-layers", shares = chosen.join("; ")))
}

fn share(estimate: &Estimate, language: Language) -> Option<String> {
    let share = estimate.layers?.share;
    Some(format!(
        "{} {} ± {}",
        estimate.key.selector(),
        language.percent(share.value),
        language.percent(share.standard_error)
    ))
}
