//! Recall against the margin, and precision against prevalence.

use super::{central_points, colours, drawn, head, is_sorting, quoted};
use crate::chart::{
    Mark, Precision, PrecisionLine, PrecisionPoint, Reading, Tradeoff, TradeoffLine, TradeoffPoint,
};
use crate::language::Language;
use crate::model::Model;
use crate::model::operating::{OperatingError, OperatingPoint};
use crate::model::policy::{Order, Rule};
use crate::results::Results;
use crate::say;
use crate::stats::summary::Summary;
use crate::tradeoff::{self, MINISTERS_MARGIN, at_margin, margins};

pub(super) fn tradeoff(model: &Model, language: Language) -> Result<Tradeoff, OperatingError> {
    let mut lines = Vec::new();
    for (order, colour) in model.policy.orders.iter().zip(colours(model)) {
        for reading in tradeoff::Reading::BOTH {
            lines.push(TradeoffLine {
                class: title(order, language),
                colour,
                reading: match reading {
                    tradeoff::Reading::FalsePositiveRate => Reading::Fpr,
                    tradeoff::Reading::FalseDiscoveryRate => Reading::Fdr,
                },
                points: along(model, order, reading)?,
            });
        }
    }
    let subtitle = say!(language, "chart-tradeoff-subtitle");
    Ok(Tradeoff {
        head: head(model, subtitle, language),
        lines,
        marks: marks(model, language),
    })
}

fn along(
    model: &Model,
    order: &Order,
    reading: tradeoff::Reading,
) -> Result<Vec<TradeoffPoint>, OperatingError> {
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
    Ok(points)
}

fn title(order: &Order, language: Language) -> String {
    quoted(&language.translate(&order.title))
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

/// The margins that orders have, strict ones first, and the minister's. Where orders have different ones, each names its own.
fn marks(model: &Model, language: Language) -> Vec<Mark> {
    let central = model.parameters.central();
    let ordered = model.policy.orders.iter().filter_map(|order| {
        let (margin, reading) = match order.rule {
            Rule::FalsePositiveRate(margin) => (margin, tradeoff::Reading::FalsePositiveRate),
            Rule::FalseDiscoveryRate(margin) => (margin, tradeoff::Reading::FalseDiscoveryRate),
            _ => return None,
        };
        Some((central.of(margin), reading, title(order, language)))
    });
    let mut groups: Vec<(f64, tradeoff::Reading, Vec<String>)> = Vec::new();
    for (margin, reading, title) in ordered {
        match groups.iter_mut().find(|g| (g.0, g.1) == (margin, reading)) {
            Some(group) => group.2.push(title),
            None => groups.push((margin, reading, vec![title])),
        }
    }
    groups.sort_by(|a, b| a.0.total_cmp(&b.0));
    let minister = |margin, reading| {
        margin == MINISTERS_MARGIN && reading == tradeoff::Reading::FalsePositiveRate
    };
    let alone = groups.len() == 1;
    let mut marks: Vec<Mark> = Vec::new();
    for (margin, reading, titles) in &groups {
        let label = match (alone, reading) {
            (true, tradeoff::Reading::FalsePositiveRate) if minister(*margin, *reading) => {
                say!(language, "chart-mark-both")
            }
            (true, tradeoff::Reading::FalsePositiveRate) => say!(language, "chart-mark-ordered"),
            (_, tradeoff::Reading::FalsePositiveRate) => {
                say!(language, "chart-mark-innocent", orders = titles.join(", "))
            }
            (_, tradeoff::Reading::FalseDiscoveryRate) => {
                say!(language, "chart-mark-flags", orders = titles.join(", "))
            }
        };
        marks.push(Mark {
            margin: *margin,
            label,
        });
    }
    if !groups
        .iter()
        .any(|(margin, ..)| *margin == MINISTERS_MARGIN)
    {
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
    let mut lines: Vec<PrecisionLine> = Vec::new();
    let mut detectors = Vec::new();
    let mut marks: Vec<PrecisionPoint> = Vec::new();
    let mut benches: Vec<PrecisionPoint> = Vec::new();
    let orders = model.policy.orders.iter().zip(&points).zip(colours(model));
    for ((order, point), colour) in orders.filter(|((_, point), _)| is_sorting(point)) {
        let line = precision_line(title(order, language), colour, point);
        // Orders with the same detector on different services may share a line.
        let mut others = lines.iter().zip(&detectors);
        let same = others.position(|(other, d)| *d == order.detector && is_same(other, &line));
        let place = same.unwrap_or(lines.len());
        match same {
            Some(place) => lines[place].label = classes(model, order, language),
            None => {
                lines.push(line);
                detectors.push(order.detector);
            }
        }
        if let Some(mark) = scenario_point(model, order, point, place, results.replications) {
            let twin = |other: &&mut PrecisionPoint| {
                other.line == mark.line && close(other.prevalence, mark.prevalence)
            };
            match marks.iter_mut().find(twin) {
                Some(twin) => twin.label = classes(model, order, language),
                None => marks.push(PrecisionPoint {
                    label: title(order, language),
                    ..mark
                }),
            }
        }
        let bench = bench_point(model, order, point, language);
        benches.extend(bench.filter(|bench| !benches.contains(bench)));
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

/// Whether two numbers agree to what a chart can show.
fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-3 * a.abs().max(b.abs())
}

fn is_same(a: &PrecisionLine, b: &PrecisionLine) -> bool {
    close(a.recall, b.recall) && close(a.fpr, b.fpr)
}

fn precision_line(label: String, colour: usize, point: &OperatingPoint) -> PrecisionLine {
    PrecisionLine {
        label,
        colour,
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
    line: usize,
    replications: u64,
) -> Option<PrecisionPoint> {
    let mut drawn: Vec<f64> = drawn(model, replications.min(400))
        .iter()
        .map(|draw| model.field(draw, order).prevalence)
        .collect();
    drawn.push(point.field.prevalence);
    let interval = Summary::of(&drawn);
    let prevalence = point.field.prevalence;
    point
        .precision_at(prevalence)
        .map(|precision| PrecisionPoint {
            label: String::new(),
            prevalence,
            precision,
            prevalence_low: interval.map_or(prevalence, |s| s.p05),
            prevalence_high: interval.map_or(prevalence, |s| s.p95),
            line: Some(line),
        })
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
        line: None,
    })
}
