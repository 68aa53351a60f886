//! Recall against the margin, and precision against prevalence.

use super::{central_points, head, is_sorting};
use crate::chart::{
    Mark, Precision, PrecisionLine, PrecisionPoint, Reading, Tradeoff, TradeoffLine, TradeoffPoint,
};
use crate::language::Language;
use crate::model::Model;
use crate::model::epistemic::Sampler;
use crate::model::operating::{OperatingError, OperatingPoint};
use crate::model::policy::{Order, Rule};
use crate::results::Results;
use crate::say;
use crate::stats::summary::Summary;
use crate::tradeoff::{self, MINISTERS_MARGIN, at_margin, margins};

pub(super) fn tradeoff(model: &Model, language: Language) -> Result<Tradeoff, OperatingError> {
    let mut lines = Vec::new();
    for order in &model.policy.orders {
        for reading in tradeoff::Reading::BOTH {
            lines.push(line(model, order, reading, language)?);
        }
    }
    let subtitle = say!(language, "chart-tradeoff-subtitle");
    Ok(Tradeoff {
        head: head(model, subtitle, language),
        lines,
        marks: marks(model, language),
    })
}

fn line(
    model: &Model,
    order: &Order,
    reading: tradeoff::Reading,
    language: Language,
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
        class: classes(model, order, language),
        reading: match reading {
            tradeoff::Reading::FalsePositiveRate => Reading::Fpr,
            tradeoff::Reading::FalseDiscoveryRate => Reading::Fdr,
        },
        points,
    })
}

/// The titles of the classes that an order looks for.
fn classes(model: &Model, order: &Order, language: Language) -> String {
    let titles: Vec<_> = model.world.detectors[order.detector]
        .detects
        .iter()
        .map(|c| language.translate(model.world.class_title(*c)))
        .collect();
    titles.join(", ")
}

fn marks(model: &Model, language: Language) -> Vec<Mark> {
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
    let mut marks: Vec<Mark> = margins
        .iter()
        .map(|margin| Mark {
            margin: *margin,
            label: if *margin == MINISTERS_MARGIN {
                say!(language, "chart-mark-both")
            } else {
                say!(language, "chart-mark-ordered")
            },
        })
        .collect();
    if !margins.contains(&MINISTERS_MARGIN) {
        marks.push(Mark {
            margin: MINISTERS_MARGIN,
            label: say!(language, "chart-mark-minister"),
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
    let mut benches = Vec::new();
    let orders = model.policy.orders.iter().zip(&points);
    for (order, point) in orders.filter(|(_, point)| is_sorting(point)) {
        let line = precision_line(classes(model, order, language), point);
        if lines.contains(&line) {
            continue;
        }
        lines.push(line);
        marks.extend(scenario_point(model, order, point, language)?);
        benches.extend(bench_point(model, order, point, language));
    }
    marks.extend(together(benches, language));
    let subtitle = say!(
        language,
        "chart-precision-subtitle",
        replications = language.replications(results.replications)
    );
    Ok(Precision {
        head: head(model, subtitle, language),
        lines,
        points: marks,
    })
}

fn precision_line(label: String, point: &OperatingPoint) -> PrecisionLine {
    PrecisionLine {
        label,
        recall: point.recall,
        fpr: point.fpr_field,
        points: prevalences()
            .into_iter()
            .filter_map(|p| Some((p, point.precision_at(p)?)))
            .collect(),
    }
}

/// Benches lie close together: of more than two, the one with the lowest precision stands for all.
fn together(benches: Vec<PrecisionPoint>, language: Language) -> Vec<PrecisionPoint> {
    let count = benches.len();
    if count <= 2 {
        return benches;
    }
    let least = benches
        .into_iter()
        .min_by(|a, b| a.precision.total_cmp(&b.precision));
    let label = say!(language, "chart-benches", count = count.to_string());
    least
        .map(|bench| PrecisionPoint { label, ..bench })
        .into_iter()
        .collect()
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
    language: Language,
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
            label: classes(model, order, language),
            prevalence,
            precision,
            prevalence_low: interval.map_or(prevalence, |s| s.p05),
            prevalence_high: interval.map_or(prevalence, |s| s.p95),
            is_scenario: true,
        }))
}

fn bench_point(
    model: &Model,
    order: &Order,
    point: &OperatingPoint,
    language: Language,
) -> Option<PrecisionPoint> {
    let fdr = point.fdr_bench?;
    let prevalence = point.bench.prevalence;
    let detector = &model.world.detectors[order.detector];
    (prevalence > 0.0 && prevalence < 1.0).then(|| PrecisionPoint {
        label: say!(
            language,
            "chart-bench",
            detector = language.translate(&detector.title)
        ),
        prevalence,
        precision: 1.0 - fdr,
        prevalence_low: prevalence,
        prevalence_high: prevalence,
        is_scenario: false,
    })
}
