//! How precise the numbers are, and how much of their spread is chance.

use crate::model::Model;
use crate::model::precision::{HalfWidth, Of, Sampling};
use crate::results::metric::*;
use crate::results::stop::{End, half_width, is_met, value};
use crate::results::{Estimate, Results};
use crate::text::{number, percent};

/// Sentences on the end of the run and on the layers of spread.
pub(super) fn sentences(model: &Model, results: &Results) -> Vec<String> {
    let mut sentences: Vec<String> = stopped(model, results).into_iter().collect();
    if model.run.sampling == Sampling::Quasi && model.run.draws {
        sentences.push(
            "Uncertain numbers are scrambled Sobol' points in eight independent sets; errors are those between the sets."
                .into(),
        );
    }
    sentences.extend(layers(model, results));
    sentences
}

fn stopped(model: &Model, results: &Results) -> Option<String> {
    if results.end == End::Time {
        return Some(format!(
            "Time was up after {} of {} replications: `--replications {0}` repeats exactly this run.",
            results.replications, model.run.replications
        ));
    }
    let stop = model.run.stop.as_ref()?;
    let estimate = results.find(&stop.metric, &stop.service, &stop.desk, &stop.class)?;
    let Some(summary) = &estimate.summary else {
        return Some(format!(
            "The number that was to end the run, {}, is undefined in every replication.",
            estimate.key.selector()
        ));
    };
    let name = match stop.of {
        Of::Mean => "mean",
        Of::P05 => "5 % quantile",
        Of::Median => "median",
        Of::P95 => "95 % quantile",
    };
    let width = half_width(stop, summary);
    let reached = match stop.half_width {
        HalfWidth::Absolute(wanted) => format!("± {} (wanted: {})", number(width), number(wanted)),
        HalfWidth::Relative(wanted) => format!(
            "± {} of it (wanted: {})",
            percent(width / value(stop, summary).abs()),
            percent(wanted)
        ),
    };
    let verdict = if is_met(stop, Some(summary)) {
        "precise enough"
    } else {
        "not yet precise enough"
    };
    Some(format!(
        "After {} of at most {} replications the {name} of {} is {verdict}: {reached}, with {} confidence.",
        results.replications,
        model.run.replications,
        estimate.key.selector(),
        percent(stop.confidence)
    ))
}

/// How much of the spread of headline numbers is not known rather than chance.
fn layers(model: &Model, results: &Results) -> Option<String> {
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
    .filter_map(share)
    .collect();
    (!chosen.is_empty()).then(|| {
        format!(
            "Of the variance of one replication, this much comes from uncertain assumptions, the rest from chance (± standard error): {}.",
            chosen.join("; ")
        )
    })
}

fn share(estimate: &Estimate) -> Option<String> {
    let share = estimate.layers?.share;
    Some(format!(
        "{} {} ± {}",
        estimate.key.selector(),
        percent(share.value),
        percent(share.standard_error)
    ))
}
