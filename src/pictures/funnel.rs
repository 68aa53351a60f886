//! From items to actionable cases.

use super::{head, replications};
use crate::answer::natural_frequency;
use crate::chart::{Funnel, FunnelStage};
use crate::language::Language;
use crate::model::Model;
use crate::results::Results;
use crate::results::metric::*;
use crate::stats::summary::Summary;
use crate::text::number;
use crate::units::DAYS_PER_YEAR;

pub(super) fn funnel(model: &Model, results: &Results, language: Language) -> Funnel {
    let subtitle = format!(
        "Per day, medians over {}; whiskers: 90 % of replications.",
        replications(results)
    );
    let mut stages = vec![
        items(results, &ITEMS, "items", (&CIRCULATING, DAYS_PER_YEAR)),
        items(results, &ITEMS_SCANNED, "scanned", (&ABUSE_SCANNED, 1.0)),
    ];
    stages.push(stage(
        results,
        "flagged",
        "flags",
        (&TRUE_FLAGS, &FALSE_FLAGS),
        "",
        "flags",
    ));
    for &d in &model.policy.desks {
        let desk = &model.world.desks[d];
        stages.push(stage(
            results,
            &format!("to {}", desk.name),
            desk.reads.noun(),
            (&TRUE_ARRIVALS, &FALSE_ARRIVALS),
            &desk.name,
            desk.reads.noun(),
        ));
    }
    if let Some(&d) = model.policy.desks.last() {
        let desk = &model.world.desks[d];
        let parts = (&TRUE_FORWARDED, &FALSE_FORWARDED);
        stages.push(stage(
            results,
            "actionable",
            "cases",
            parts,
            &desk.name,
            "cases",
        ));
    }
    Funnel {
        head: head(model, subtitle, language),
        stages,
    }
}

/// Items; `abuse` is the metric of the abuse among them and its time in days.
fn items(
    results: &Results,
    metric: &'static Metric,
    label: &str,
    (abuse, days): (&'static Metric, f64),
) -> FunnelStage {
    let all = results.overall(metric);
    let abuse = results.overall(abuse);
    let right = |f: fn(&Summary) -> f64| abuse.map_or(0.0, |s| f(s) / days);
    let median = right(|s| s.p50);
    let wrong = |f: fn(&Summary) -> f64| all.map_or(0.0, |s| (f(s) - median).max(0.0));
    let total = all.map_or(0.0, |s| s.p50);
    FunnelStage {
        label: label.into(),
        unit: "items".into(),
        true_count: median,
        true_low: right(|s| s.p05),
        true_high: right(|s| s.p95),
        false_count: wrong(|s| s.p50),
        false_low: wrong(|s| s.p05),
        false_high: wrong(|s| s.p95),
        sentence: if median > 0.0 {
            format!("1 in {} is abuse material", number(total / median))
        } else {
            String::new()
        },
    }
}

fn stage(
    results: &Results,
    label: &str,
    unit: &str,
    parts: (&'static Metric, &'static Metric),
    desk: &str,
    noun: &str,
) -> FunnelStage {
    let get = |metric: &'static Metric| {
        results
            .find(metric.name, "", desk, "")
            .and_then(|e| e.summary)
    };
    let median = |metric| get(metric).map_or(0.0, |s| s.p50);
    let (right, wrong) = (median(parts.0), median(parts.1));
    FunnelStage {
        label: label.into(),
        unit: unit.into(),
        true_count: right,
        false_count: wrong,
        true_low: get(parts.0).map_or(0.0, |s| s.p05),
        true_high: get(parts.0).map_or(0.0, |s| s.p95),
        false_low: get(parts.1).map_or(0.0, |s| s.p05),
        false_high: get(parts.1).map_or(0.0, |s| s.p95),
        sentence: if right + wrong > 0.0 {
            natural_frequency(right / (right + wrong), noun)
        } else {
            "nothing".into()
        },
    }
}
