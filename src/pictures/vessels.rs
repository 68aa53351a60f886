//! The communicating vessels: the margin on one side, the share detected on the other.

use super::{central_points, drawn, has_margin, head};
use crate::chart::{VesselPair, VesselSetting, Vessels};
use crate::language::Language;
use crate::model::Model;
use crate::model::operating::{OperatingError, OperatingPoint};
use crate::model::parameter::Draw;
use crate::model::policy::{Calibration, Order, Rule, Solved};
use crate::model::rates::active_orders;
use crate::results::Results;
use crate::results::metric::{DETECTED_SHARE, Metric, ORDER_FDR};
use crate::say;
use crate::stats::summary::Summary;
use crate::theory::curve::Setting;
use crate::theory::rule::Target;
use crate::tradeoff::flags_per_day;

/// Replications that are worked out anew at margins that were not simulated; of more, the first so many.
const REPLICATIONS: u64 = 1000;

pub(super) fn vessels(
    model: &Model,
    results: &Results,
    language: Language,
) -> Result<Vessels, OperatingError> {
    let points = central_points(model)?;
    let draws = drawn(model, results.replications.min(REPLICATIONS));
    let mut classes = Vec::new();
    let mut margins_set = true;
    for class in 0..model.world.material.len() {
        let Some(i) = order_of(model, &points, class) else {
            continue;
        };
        let order = &model.policy.orders[i];
        margins_set &= matches!(order.rule, Rule::FalsePositiveRate(_));
        let vessel = Vessel {
            model,
            order,
            index: i,
            class,
            points: &points,
            is_shared: is_shared(model, i, class),
            point: &points[i],
            detected: values(results, &DETECTED_SHARE, class_name(model, class)),
            fdr: values(results, &ORDER_FDR, &order.name),
            draws: &draws,
        };
        classes.push(VesselPair {
            class: language
                .translate(&model.world.material[class].title)
                .into_owned(),
            settings: vessel.settings(language)?,
        });
    }
    classes.sort_by(|a, b| ordered(b).total_cmp(&ordered(a)));
    let subtitle = say!(
        language,
        "chart-vessels-subtitle",
        left = if margins_set { "margins" } else { "others" },
        replications = language.replications(results.replications)
    );
    Ok(Vessels {
        head: head(model, subtitle, language),
        classes,
    })
}

fn class_name(model: &Model, class: usize) -> &str {
    &model.world.material[class].name
}

/// The numbers of a metric of a class or an order, one for each replication.
fn values<'a>(results: &'a Results, metric: &Metric, of: &str) -> Option<&'a [f64]> {
    let estimate = results.find(metric.name, "", "", of)?;
    estimate.summary.map(|_| estimate.values.as_slice())
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

/// Whether another order finds the class as well, which the margin of this one does not move.
fn is_shared(model: &Model, index: usize, class: usize) -> bool {
    let orders = model.policy.orders.iter().enumerate();
    let mut others = orders.filter(|(i, _)| *i != index);
    others.any(|(_, o)| model.world.detectors[o.detector].detects.contains(&class))
}

/// Items of a class that are expected to be flagged over the horizon.
fn flagged(model: &Model, draw: &Draw, points: &[OperatingPoint], class: usize) -> f64 {
    let starts = model.phase_starts(draw);
    let ends = starts.iter().skip(1).copied().chain([model.run.days]);
    let modality = model.world.material[class].modality;
    let mut flagged = 0.0;
    for (start, end) in starts.iter().zip(ends) {
        for (s, service) in model.world.services.iter().enumerate() {
            let items = (end - start) as f64 * service.base_volume(draw, modality);
            if items > 0.0 {
                let active = active_orders(model, draw, s, modality, *start);
                let rates = model.rates(draw, points, s, modality, &active).flags;
                let of_class = rates.iter().filter(|f| f.0 == class);
                flagged += items * of_class.map(|f| f.2).sum::<f64>();
            }
        }
    }
    flagged
}

/// The share detected as ordered: classes are shown from the best detected to the least.
fn ordered(pair: &VesselPair) -> f64 {
    let ordered = pair.settings.iter().find(|s| s.as_ordered);
    ordered.map_or(0.0, |s| s.detected)
}

/// A class under the order that it is shown with.
struct Vessel<'a> {
    model: &'a Model,
    order: &'a Order,
    /// Its place in the policy.
    index: usize,
    class: usize,
    /// Of all orders at central values.
    points: &'a [OperatingPoint],
    /// Whether another order finds the class as well.
    is_shared: bool,
    /// At central values, as ordered.
    point: &'a OperatingPoint,
    /// Share detected in each replication, as ordered.
    detected: Option<&'a [f64]>,
    /// Share of the order's flags that is innocent in each replication, as ordered.
    fdr: Option<&'a [f64]>,
    /// The uncertain numbers of each replication.
    draws: &'a [Draw],
}

/// One replication at a margin.
struct Replication {
    detected: f64,
    fdr: f64,
    false_flags_per_day: f64,
}

impl Vessel<'_> {
    fn settings(&self, language: Language) -> Result<Vec<VesselSetting>, OperatingError> {
        let mut settings = Vec::new();
        for (label, factor) in [
            (say!(language, "chart-stricter"), 0.1),
            (say!(language, "chart-ordered"), 1.0),
            (say!(language, "chart-looser"), 10.0),
        ] {
            let central = self.model.parameters.central();
            let Some(setting) = self.threshold(&central, factor)? else {
                continue;
            };
            let mut replications = Vec::new();
            for (r, draw) in self.draws.iter().enumerate() {
                replications.extend(self.replication(r, draw, setting, factor)?);
            }
            let medians = match factor == 1.0 {
                true => self.as_simulated(summed_up(&replications)),
                false => summed_up(&replications),
            };
            settings.push(VesselSetting {
                label,
                as_ordered: factor == 1.0,
                margin: self.margin(&central, setting, factor)?,
                ..medians
            });
        }
        Ok(settings)
    }

    /// With what all replications found and flagged, not only those that are worked out anew.
    fn as_simulated(&self, setting: VesselSetting) -> VesselSetting {
        let of = |values: Option<&[f64]>| values.and_then(Summary::of);
        let (detected, fdr) = (of(self.detected), of(self.fdr));
        VesselSetting {
            fdr: fdr.map_or(setting.fdr, |s| s.p50),
            detected: detected.map_or(setting.detected, |s| s.p50),
            detected_low: detected.map_or(setting.detected_low, |s| s.p05),
            detected_high: detected.map_or(setting.detected_high, |s| s.p95),
            ..setting
        }
    }

    /// What replication `r` comes to at another margin: what it found, times what is expected to be flagged over what is
    /// as ordered (a ratio of recalls, where no other order finds the class); that less or more is found changes nothing else. `None` where its draw has no threshold for the margin.
    fn replication(
        &self,
        r: usize,
        draw: &Draw,
        preset: Setting,
        factor: f64,
    ) -> Result<Option<Replication>, OperatingError> {
        let attained = self.order.solved == Solved::Attained;
        let at = |preset, factor| match attained {
            true => self.threshold(draw, factor),
            false => Ok(Some(preset)),
        };
        let (Some(before), Some(after)) = (at(self.point.setting, 1.0)?, at(preset, factor)?)
        else {
            return Ok(None);
        };
        let before = self.model.operating_point(draw, self.order, before)?;
        let after = self.model.operating_point(draw, self.order, after)?;
        let found = self.detected.and_then(|v| v.get(r)).copied();
        let found = found.unwrap_or(before.recall);
        let (fdr, false_flags_per_day) = (after.fdr_field, flags_per_day(&after).1);
        let detected = found * self.ratio(draw, before, after)?;
        Ok(Some(Replication {
            // Not `min`, which would make a 1 of what is undefined.
            detected: if detected > 1.0 { 1.0 } else { detected },
            fdr: fdr.unwrap_or(f64::NAN),
            false_flags_per_day,
        }))
    }

    /// What is flagged of the class at one point of the order over what is at another; 0 where nothing was.
    fn ratio(
        &self,
        draw: &Draw,
        before: OperatingPoint,
        after: OperatingPoint,
    ) -> Result<f64, OperatingError> {
        let over = |after: f64, before: f64| if before > 0.0 { after / before } else { 0.0 };
        if !self.is_shared {
            return Ok(over(after.recall, before.recall));
        }
        let preset: Vec<Setting> = self.points.iter().map(|p| p.setting).collect();
        let mut points = self.model.operating_points(draw, &preset)?;
        let mut with = |point| {
            points[self.index] = point;
            flagged(self.model, draw, &points, self.class)
        };
        let before = with(before);
        Ok(over(with(after), before))
    }

    /// The threshold at `factor` times the margin; `None` where it cannot be met. An order without a margin has the share of
    /// innocent items that its own threshold flags.
    fn threshold(&self, draw: &Draw, factor: f64) -> Result<Option<Setting>, OperatingError> {
        if factor == 1.0 && self.order.solved == Solved::PreSet {
            return Ok(Some(self.point.setting));
        }
        let (margin, target): (f64, fn(f64) -> Target) = match self.order.rule {
            Rule::FalsePositiveRate(m) => (draw.of(m), Target::FalsePositiveRate),
            Rule::FalseDiscoveryRate(m) => (draw.of(m), Target::FalseDiscoveryRate),
            _ if factor == 1.0 => return self.model.setting(draw, self.order).map(Some),
            _ => (self.attained(self.point), Target::FalsePositiveRate),
        };
        let margin = margin * factor;
        if margin >= 1.0 {
            // All of it is no margin.
            return Ok(None);
        }
        let target = target(margin);
        match self.model.setting_for(draw, self.order, target) {
            Ok(setting) => Ok(Some(setting)),
            Err(OperatingError::Unreachable { .. }) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// The margin as a share of innocent items: as it was set, or what the threshold attains where it was set otherwise.
    fn margin(&self, draw: &Draw, setting: Setting, factor: f64) -> Result<f64, OperatingError> {
        if let Rule::FalsePositiveRate(margin) = self.order.rule {
            return Ok(draw.of(margin) * factor);
        }
        let point = self.model.operating_point(draw, self.order, setting)?;
        Ok(self.attained(&point))
    }

    fn attained(&self, point: &OperatingPoint) -> f64 {
        match self.order.calibration {
            Calibration::Field => point.fpr_field,
            Calibration::Bench => point.fpr_bench,
        }
    }
}

/// Medians of replications, and the interval of what is found.
fn summed_up(replications: &[Replication]) -> VesselSetting {
    let of = |number: fn(&Replication) -> f64| {
        Summary::of(&replications.iter().map(number).collect::<Vec<_>>())
    };
    let detected = of(|r| r.detected);
    let median = |summary: Option<Summary>| summary.map_or(0.0, |s| s.p50);
    VesselSetting {
        fdr: median(of(|r| r.fdr)),
        detected: median(detected),
        detected_low: detected.map_or(0.0, |s| s.p05),
        detected_high: detected.map_or(0.0, |s| s.p95),
        false_flags_per_day: median(of(|r| r.false_flags_per_day)),
        ..VesselSetting::default()
    }
}
