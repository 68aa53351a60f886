//! From items to actionable cases.

use super::{head, replications};
use crate::answer::natural_frequency;
use crate::chart::{Funnel, FunnelStage};
use crate::model::Model;
use crate::results::Results;
use crate::results::metric::*;
use crate::text::number;
use crate::units::DAYS_PER_YEAR;

pub(super) fn funnel(model: &Model, results: &Results) -> Funnel {
    let subtitle = format!("Per day, means over {}; intervals: 90 %.", replications(results));
    let circulating = results.overall(&CIRCULATING).map_or(0.0, |s| s.mean / DAYS_PER_YEAR);
    let scanned = results.overall(&ABUSE_SCANNED).map_or(0.0, |s| s.mean);
    let mut stages = vec![
        items(results, &ITEMS, "items", circulating),
        items(results, &ITEMS_SCANNED, "scanned", scanned),
    ];
    stages.push(stage(
        results,
        "flagged",
        "flags/day",
        (&TRUE_FLAGS, &FALSE_FLAGS, &FLAGS),
        "",
        "flags",
    ));
    for &d in &model.policy.desks {
        let desk = &model.world.desks[d];
        stages.push(stage(
            results,
            &format!("to {}", desk.title),
            &format!("{}/day", desk.reads.noun()),
            (&TRUE_ARRIVALS, &FALSE_ARRIVALS, &ARRIVALS),
            &desk.name,
            desk.reads.noun(),
        ));
    }
    if let Some(&d) = model.policy.desks.last() {
        let desk = &model.world.desks[d];
        let parts = (&TRUE_FORWARDED, &FALSE_FORWARDED, &FORWARDED);
        stages.push(stage(results, "actionable", "cases/day", parts, &desk.name, "cases"));
    }
    Funnel {
        head: head(model, subtitle),
        stages,
    }
}

/// Items, of which `abuse` a day is abuse material.
fn items(results: &Results, metric: &'static Metric, label: &str, abuse: f64) -> FunnelStage {
    let all = results.overall(metric);
    let total = all.map_or(0.0, |s| s.mean);
    FunnelStage {
        label: label.into(),
        unit: "items/day".into(),
        true_count: abuse,
        false_count: (total - abuse).max(0.0),
        low: all.map_or(0.0, |s| s.p05),
        high: all.map_or(0.0, |s| s.p95),
        sentence: if abuse > 0.0 {
            format!("1 in {} is abuse material", number(total / abuse))
        } else {
            String::new()
        },
    }
}

fn stage(
    results: &Results,
    label: &str,
    unit: &str,
    parts: (&'static Metric, &'static Metric, &'static Metric),
    desk: &str,
    noun: &str,
) -> FunnelStage {
    let get = |metric: &'static Metric| {
        results
            .find(metric.name, "", desk, "")
            .and_then(|e| e.summary)
    };
    let mean = |metric| get(metric).map_or(0.0, |s| s.mean);
    let (right, wrong) = (mean(parts.0), mean(parts.1));
    let all = get(parts.2);
    FunnelStage {
        label: label.into(),
        unit: unit.into(),
        true_count: right,
        false_count: wrong,
        low: all.map_or(0.0, |s| s.p05),
        high: all.map_or(0.0, |s| s.p95),
        sentence: if right + wrong > 0.0 {
            natural_frequency(right / (right + wrong), noun)
        } else {
            "nothing".into()
        },
    }
}
