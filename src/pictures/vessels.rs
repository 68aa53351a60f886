//! The communicating vessels: the margin on one side, the share detected on the other.

use super::{central_points, has_margin, head};
use crate::chart::{VesselPair, VesselSetting, Vessels};
use crate::language::Language;
use crate::model::Model;
use crate::model::epistemic::Sampler;
use crate::model::operating::{OperatingError, OperatingPoint};
use crate::model::policy::{Calibration, Order, Rule};
use crate::results::Results;
use crate::results::metric::DETECTED_SHARE;
use crate::say;
use crate::stats::summary::Summary;
use crate::theory::curve::{Curve, Setting};
use crate::theory::rule::Target;
use crate::tradeoff::flags_per_day;

/// Draws of the uncertain numbers behind the intervals of margins that were not simulated.
const DRAWS: u64 = 200;

pub(super) fn vessels(
    model: &Model,
    results: &Results,
    language: Language,
) -> Result<Vessels, OperatingError> {
    let points = central_points(model)?;
    let mut classes = Vec::new();
    for (class, material) in model.world.material.iter().enumerate() {
        let Some(i) = order_of(model, &points, class) else {
            continue;
        };
        let simulated = results.of_class(&DETECTED_SHARE, &material.name);
        classes.push(VesselPair {
            class: language.translate(&material.title).into_owned(),
            settings: settings(
                model,
                &model.policy.orders[i],
                &points[i],
                simulated,
                language,
            )?,
        });
    }
    classes.sort_by(|a, b| ordered(b).total_cmp(&ordered(a)));
    let subtitle = say!(
        language,
        "chart-vessels-subtitle",
        replications = language.replications(results.replications)
    );
    Ok(Vessels {
        head: head(model, subtitle, language),
        classes,
    })
}

/// The order whose margin a class is shown with: of those with a margin, the one that finds the most of it.
fn order_of(model: &Model, points: &[OperatingPoint], class: usize) -> Option<usize> {
    let orders = model.policy.orders.iter().zip(points).enumerate();
    orders
        .filter(|(_, (order, point))| {
            model.world.detectors[order.detector]
                .detects
                .contains(&class)
                && has_margin(order, point)
        })
        .max_by(|(_, (_, a)), (_, (_, b))| a.recall.total_cmp(&b.recall))
        .map(|(i, _)| i)
}

/// The share detected as ordered: classes are shown from the best detected to the least.
fn ordered(pair: &VesselPair) -> f64 {
    let ordered = pair.settings.iter().find(|s| s.as_ordered);
    ordered.map_or(0.0, |s| s.detected)
}

fn settings(
    model: &Model,
    order: &Order,
    point: &OperatingPoint,
    simulated: Option<&Summary>,
    language: Language,
) -> Result<Vec<VesselSetting>, OperatingError> {
    let reach = simulated.map_or(1.0, |s| {
        if point.recall > 0.0 {
            s.p50 / point.recall
        } else {
            0.0
        }
    });
    let ordered = margin(model, order, point);
    let mut settings = Vec::new();
    for (label, factor) in [
        (say!(language, "chart-stricter"), 0.1),
        (say!(language, "chart-ordered"), 1.0),
        (say!(language, "chart-looser"), 10.0),
    ] {
        let setting = if factor == 1.0 {
            Some(point.setting)
        } else {
            at(model, order, point, (ordered * factor).min(1.0))?
        };
        let Some(setting) = setting else {
            continue;
        };
        let central = model.parameters.central();
        let moved = model.operating_point(&central, order, setting)?;
        let (low, high) = match (factor == 1.0, simulated) {
            (true, Some(s)) => (s.p05, s.p95),
            _ => recall_interval(model, order, setting, reach)?,
        };
        settings.push(VesselSetting {
            label,
            as_ordered: factor == 1.0,
            margin: (ordered * factor).min(1.0),
            fdr: moved.fdr_field.unwrap_or(0.0),
            detected: (moved.recall * reach).min(1.0),
            detected_low: low.min(1.0),
            detected_high: high.min(1.0),
            false_flags_per_day: flags_per_day(&moved).1,
        });
    }
    Ok(settings)
}

/// The margin of an order as a share of innocent items: that of its rule, or what its threshold attains where the rule
/// is another.
fn margin(model: &Model, order: &Order, point: &OperatingPoint) -> f64 {
    match (order.rule, order.calibration) {
        (Rule::FalsePositiveRate(margin), _) => model.parameters.central().of(margin),
        (_, Calibration::Field) => point.fpr_field,
        (_, Calibration::Bench) => point.fpr_bench,
    }
}

/// The threshold at another margin; `None` where it cannot be met.
fn at(
    model: &Model,
    order: &Order,
    point: &OperatingPoint,
    margin: f64,
) -> Result<Option<Setting>, OperatingError> {
    if matches!(point.curve, Curve::Fixed { .. }) {
        return Ok(Some(Setting::Point));
    }
    let central = model.parameters.central();
    match model.setting_for(&central, order, Target::FalsePositiveRate(margin)) {
        Ok(setting) => Ok(Some(setting)),
        Err(OperatingError::Unreachable { .. }) => Ok(None),
        Err(error) => Err(error),
    }
}

fn recall_interval(
    model: &Model,
    order: &Order,
    setting: Setting,
    reach: f64,
) -> Result<(f64, f64), OperatingError> {
    let central = model.parameters.central();
    let sampler = Sampler::new(model);
    let draws = if model.run.draws && model.parameters.uncertain() > 0 {
        DRAWS
    } else {
        1
    };
    let mut detected = Vec::new();
    for r in 0..draws {
        let draw = if draws == 1 {
            central.clone()
        } else {
            sampler.draw(model, &central, r, &[])
        };
        let point = model.operating_point(&draw, order, setting)?;
        detected.push(point.recall * reach);
    }
    Ok(Summary::of(&detected).map_or((0.0, 0.0), |s| (s.p05, s.p95)))
}
