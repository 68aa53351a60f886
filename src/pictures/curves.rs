//! Recall against the margin, and precision against prevalence.

use super::{central_points, head, replications};
use crate::chart::{
    Mark, Precision, PrecisionLine, PrecisionPoint, Reading, Tradeoff, TradeoffLine, TradeoffPoint,
};
use crate::language::Language;
use crate::model::Model;
use crate::model::epistemic::Sampler;
use crate::model::operating::{OperatingError, OperatingPoint};
use crate::model::policy::{Order, Rule};
use crate::results::Results;
use crate::stats::summary::Summary;
use crate::text::percent;
use crate::tradeoff::{self, MINISTERS_MARGIN, at_margin, margins};

pub(super) fn tradeoff(model: &Model, language: Language) -> Result<Tradeoff, OperatingError> {
    let mut lines = Vec::new();
    for order in &model.policy.orders {
        for reading in tradeoff::Reading::BOTH {
            lines.push(line(model, order, reading)?);
        }
    }
    let subtitle = "Central values, no simulation. Solid: the margin is a share of innocent items (FPR). Dashed: a share of flags (FDR).";
    Ok(Tradeoff {
        head: head(model, subtitle.into(), language),
        lines,
        marks: marks(model),
    })
}

fn line(
    model: &Model,
    order: &Order,
    reading: tradeoff::Reading,
) -> Result<TradeoffLine, OperatingError> {
    let central = model.parameters.central();
    let mut points = Vec::new();
    for margin in margins(8) {
        let setting = at_margin(model, &central, order, reading, margin)?;
        let (right, wrong) = setting.flags_per_day();
        points.push(TradeoffPoint {
            margin,
            recall: setting.point.as_ref().map(|p| p.recall),
            false_per_day: wrong,
            true_per_day: right,
            extrapolated: setting.point.as_ref().is_some_and(|p| p.extrapolated),
        });
    }
    Ok(TradeoffLine {
        class: classes(model, order),
        reading: match reading {
            tradeoff::Reading::FalsePositiveRate => Reading::Fpr,
            tradeoff::Reading::FalseDiscoveryRate => Reading::Fdr,
        },
        points,
    })
}

/// The titles of the classes that an order looks for.
fn classes(model: &Model, order: &Order) -> String {
    let titles: Vec<&str> = model.world.detectors[order.detector]
        .detects
        .iter()
        .map(|c| model.world.class_title(*c))
        .collect();
    titles.join(", ")
}

fn marks(model: &Model) -> Vec<Mark> {
    let central = model.parameters.central();
    let mut margins: Vec<f64> = model
        .policy
        .orders
        .iter()
        .filter_map(|o| match o.rule {
            Rule::FalsePositiveRate(m) | Rule::FalseDiscoveryRate(m) => Some(central.of(m)),
            _ => None,
        })
        .filter(|m| *m >= 1e-9 && *m <= 0.1)
        .collect();
    margins.sort_by(f64::total_cmp);
    margins.dedup();
    let minister = format!("minister's example {}", percent(MINISTERS_MARGIN));
    let mut marks: Vec<Mark> = margins
        .iter()
        .map(|margin| Mark {
            margin: *margin,
            label: if *margin == MINISTERS_MARGIN {
                "as ordered, and as in the minister's example".into()
            } else {
                format!("as ordered, {}", percent(*margin))
            },
        })
        .collect();
    if !margins.contains(&MINISTERS_MARGIN) {
        marks.push(Mark {
            margin: MINISTERS_MARGIN,
            label: minister,
        });
    }
    marks
}

pub(super) fn precision(
    model: &Model,
    results: &Results,
    language: Language,
) -> Result<Precision, OperatingError> {
    let points = central_points(model)?;
    let mut lines = Vec::new();
    let mut marks = Vec::new();
    for (order, point) in model.policy.orders.iter().zip(&points) {
        lines.push(PrecisionLine {
            label: classes(model, order),
            recall: point.recall,
            fpr: point.fpr_field,
            points: prevalences()
                .into_iter()
                .filter_map(|p| Some((p, point.precision_at(p)?)))
                .collect(),
        });
        marks.extend(scenario_point(model, order, point)?);
        marks.extend(bench_point(model, order, point));
    }
    let subtitle = format!(
        "Precision: share of flags that are right. Points: this scenario's prevalence with its 90 % interval over {}, and the bench of each detector.",
        replications(results)
    );
    Ok(Precision {
        head: head(model, subtitle, language),
        lines,
        points: marks,
    })
}

fn prevalences() -> Vec<f64> {
    (0..=87)
        .map(|i| libm::pow(10.0, -9.0 + f64::from(i) / 10.0))
        .collect()
}

/// The prevalence that the order meets, with its interval over draws.
fn scenario_point(
    model: &Model,
    order: &Order,
    point: &OperatingPoint,
) -> Result<Option<PrecisionPoint>, OperatingError> {
    let central = model.parameters.central();
    let sampler = Sampler::new(model);
    let draws = if model.run.draws {
        model.run.replications.min(400)
    } else {
        0
    };
    let mut drawn: Vec<f64> = (0..draws)
        .map(|r| {
            let draw = sampler.draw(model, &central, r, &[]);
            model.field(&draw, order).prevalence
        })
        .collect();
    drawn.push(point.field.prevalence);
    let interval = Summary::of(&drawn);
    let prevalence = point.field.prevalence;
    Ok(point
        .precision_at(prevalence)
        .map(|precision| PrecisionPoint {
            label: classes(model, order),
            prevalence,
            precision,
            prevalence_low: interval.map_or(prevalence, |s| s.p05),
            prevalence_high: interval.map_or(prevalence, |s| s.p95),
            is_scenario: true,
        }))
}

fn bench_point(model: &Model, order: &Order, point: &OperatingPoint) -> Option<PrecisionPoint> {
    let fdr = point.fdr_bench?;
    let prevalence = point.bench.prevalence;
    let detector = &model.world.detectors[order.detector];
    (prevalence > 0.0 && prevalence < 1.0).then(|| PrecisionPoint {
        label: format!("bench of {}", detector.title),
        prevalence,
        precision: 1.0 - fdr,
        prevalence_low: prevalence,
        prevalence_high: prevalence,
        is_scenario: false,
    })
}
