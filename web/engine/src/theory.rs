//! Closed forms at central values.

use crate::answer::{Answer, failure};
use crate::ask::CurvesOf;
use crate::risk::risks;
use serde_json::{Value, json};
use vessels::model::Model;
use vessels::model::operating::OperatingError;
use vessels::model::parameter::Draw;
use vessels::model::policy::{Order, Outputs, Rule};
use vessels::results::metric::*;
use vessels::theory::curve::Setting;
use vessels::tradeoff::{Reading, at_margin, flags_per_day, margins};
use vessels::twin::{Expected, found_alone, twin};

/// Days after which a backlog is given, besides the horizon.
const YEAR: usize = 365;

pub(crate) fn theory(model: &Model, per_decade: u32, curves: Option<CurvesOf>) -> Answer {
    answered(model, per_decade, curves).map_err(|e| failure(&e.to_string()))
}

fn answered(
    model: &Model,
    per_decade: u32,
    curves: Option<CurvesOf>,
) -> Result<Value, OperatingError> {
    let points_of = |reading| match curves {
        Some(wanted) if wanted != reading => 0,
        _ => per_decade,
    };
    let (fpr_points, fdr_points) = (points_of(CurvesOf::Fpr), points_of(CurvesOf::Fdr));
    let draw = model.parameters.central();
    let preset = model.preset(&draw)?;
    let points = model.operating_points(&draw, &preset)?;
    let rows = Rows(twin(model)?);
    let alone = found_alone(model, &draw, &points);
    let mut orders = Vec::new();
    for (i, (order, point)) in model.policy.orders.iter().zip(&points).enumerate() {
        let (right, wrong) = flags_per_day(point);
        let (from, to) = model.order_days(&draw, i);
        orders.push(json!({
            "name": order.name,
            "title": order.title,
            "threshold": point.threshold(),
            "thresholdUnit": match point.setting {
                Setting::Score(_) => Some("score"),
                Setting::Radius(_) => Some("bits"),
                Setting::Point => None,
            },
            "recallShare": point.recall,
            "fprFieldShare": point.fpr_field,
            "fprBenchShare": point.fpr_bench,
            "fdrFieldShare": point.fdr_field,
            "itemsPerDay": point.field.items_per_day,
            "trueFlagsPerDay": right,
            "falseFlagsPerDay": wrong,
            "extrapolated": point.extrapolated,
            "foundAloneShare": alone[i],
            "daysInForce": to - from,
            "steps": steps(model, &draw, order)?,
            "curves": {
                "fpr": curve(model, &draw, order, Reading::FalsePositiveRate, fpr_points)?,
                "fdr": curve(model, &draw, order, Reading::FalseDiscoveryRate, fdr_points)?,
            },
        }));
    }
    let circulating = circulating(model, &draw);
    Ok(json!({
        "orders": orders,
        "total": total(&rows, circulating.iter().sum()),
        "classes": classes(model, &rows, &circulating),
        "desks": desks(model, &draw, &rows)?,
        "risks": risks(model, &draw, &points),
    }))
}

/// Closed forms by metric and place.
struct Rows(Vec<Expected>);

impl Rows {
    fn at(&self, metric: &Metric, desk: &str, class: &str) -> Option<f64> {
        let row = self.0.iter();
        row.filter(|r| r.metric == metric && r.desk == desk && r.class == class)
            .map(|r| r.mean)
            .next()
    }
}

/// Recall at a tenth and at ten times of the margin of an order; `null` where its rule is another one.
fn steps(model: &Model, draw: &Draw, order: &Order) -> Result<Value, OperatingError> {
    let (reading, margin) = match order.rule {
        Rule::FalsePositiveRate(margin) => (Reading::FalsePositiveRate, draw.of(margin)),
        Rule::FalseDiscoveryRate(margin) => (Reading::FalseDiscoveryRate, draw.of(margin)),
        _ => return Ok(Value::Null),
    };
    let recall = |margin: f64| -> Result<Option<f64>, OperatingError> {
        if margin >= 1.0 {
            return Ok(None);
        }
        let setting = at_margin(model, draw, order, reading, margin)?;
        Ok(setting.point.map(|point| point.recall))
    };
    Ok(
        json!({ "tenthRecallShare": recall(margin / 10.0)?, "tenfoldRecallShare": recall(margin * 10.0)? }),
    )
}

fn curve(
    model: &Model,
    draw: &Draw,
    order: &Order,
    reading: Reading,
    per_decade: u32,
) -> Result<Vec<Value>, OperatingError> {
    let point = |margin: f64| {
        let setting = at_margin(model, draw, order, reading, margin)?;
        let flags = setting.point.as_ref().map(flags_per_day);
        let right = setting.point.as_ref().and_then(|p| p.fdr_field);
        Ok(json!({
            "marginShare": margin,
            "recallShare": setting.point.as_ref().map(|p| p.recall),
            "trueFlagsPerDay": flags.map(|f| f.0),
            "falseFlagsPerDay": flags.map(|f| f.1),
            "precisionShare": right.map(|fdr| 1.0 - fdr),
        }))
    };
    if per_decade == 0 {
        return Ok(Vec::new());
    }
    margins(per_decade).into_iter().map(point).collect()
}

/// Mean items per day of every class over the horizon.
fn circulating(model: &Model, draw: &Draw) -> Vec<f64> {
    let world = &model.world;
    let mut sums = vec![0.0; world.classes()];
    for (s, service) in world.services.iter().enumerate() {
        let factors = (0..model.run.days).map(|d| service.day_factor(draw, d, model.weekday(d)));
        let factor = factors.sum::<f64>() / model.run.days as f64;
        for m in 0..world.modalities.len() {
            let volume = service.base_volume(draw, m) * factor;
            if volume > 0.0 {
                for (sum, share) in sums.iter_mut().zip(world.composition(draw, s, m)) {
                    *sum += volume * share;
                }
            }
        }
    }
    sums
}

fn total(rows: &Rows, items: f64) -> Value {
    let of = |metric| rows.at(metric, "", "").unwrap_or(0.0);
    json!({
        "itemsPerDay": items,
        "flagsPerDay": of(&FLAGS),
        "trueFlagsPerDay": of(&TRUE_FLAGS),
        "falseFlagsPerDay": of(&FALSE_FLAGS),
        "precisionShare": rows.at(&FLAG_PRECISION, "", ""),
    })
}

fn classes(model: &Model, rows: &Rows, circulating: &[f64]) -> Vec<Value> {
    let material = model.world.material.iter().zip(circulating);
    let class = |(class, circulating): (&vessels::model::world::Material, &f64)| {
        let flagged = rows.at(&FLAGS, "", &class.name).unwrap_or(0.0);
        json!({
            "name": class.name,
            "title": class.title,
            "circulatingPerDay": circulating,
            "detectedShare": rows.at(&DETECTED_SHARE, "", &class.name).unwrap_or(0.0),
            "flaggedPerDay": flagged,
            "missedPerDay": (circulating - flagged).max(0.0),
        })
    };
    material.map(class).collect()
}

fn desks(model: &Model, draw: &Draw, rows: &Rows) -> Result<Vec<Value>, OperatingError> {
    let after = after_a_year(model)?;
    let desk = |d: &usize| {
        let desk = &model.world.desks[*d];
        let at = |metric| rows.at(metric, &desk.name, "");
        let capacity = desk.mean_capacity_per_day(draw);
        let utilisation = at(&UTILISATION);
        let to_read = match utilisation {
            Some(utilisation) => Some(utilisation * capacity),
            None => at(&SERVED),
        };
        let year = after.as_ref().map_or(rows, |rows| rows);
        let reached = model.run.days >= YEAR;
        json!({
            "name": desk.name,
            "title": desk.title,
            "unit": desk.reads.noun(),
            "arrivalsPerDay": at(&ARRIVALS).unwrap_or(0.0),
            "precisionShare": at(&PRECISION),
            "toReadPerDay": to_read.or_else(|| at(&ARRIVALS)).unwrap_or(0.0),
            "capacityPerDay": capacity,
            "utilisation": utilisation,
            "backlogAtEnd": at(&BACKLOG),
            "backlogAfter365Days": year.at(&BACKLOG, &desk.name, "").filter(|_| reached),
        })
    };
    Ok(model.policy.desks.iter().map(desk).collect())
}

/// The twin of the first year; `None` where the horizon is a year or less.
fn after_a_year(model: &Model) -> Result<Option<Rows>, OperatingError> {
    if model.run.days <= YEAR {
        return Ok(None);
    }
    let mut year = model.clone();
    year.run.days = YEAR;
    year.run.outputs = Outputs::Totals;
    twin(&year).map(|rows| Some(Rows(rows)))
}
