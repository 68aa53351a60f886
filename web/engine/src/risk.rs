//! A user's risk to be flagged, or with an account threshold reported, for nothing.

use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use vessels::model::Model;
use vessels::model::operating::OperatingPoint;
use vessels::model::parameter::Draw;
use vessels::model::rates::active_orders;
use vessels::theory::accounts::{ACTIVITY_QUANTILES, Account, ScanTable, album_shape};
use vessels::units::DAYS_PER_YEAR;

const USERS: [&str; 3] = ["light", "median", "heavy"];

/// Tables by (hits, window in days, years): each takes up to a second to make.
static TABLES: Mutex<BTreeMap<(u64, u64, u64), Arc<ScanTable>>> = Mutex::new(BTreeMap::new());

/// False hits of an average scanned account by one order.
struct Hits {
    per_day: f64,
    rate: f64,
    detector: usize,
}

/// The risk of every user, over scanned accounts of all services; empty where nothing is scanned.
pub(crate) fn risks(model: &Model, draw: &Draw, points: &[OperatingPoint]) -> Vec<Value> {
    let services: Vec<(usize, f64, Vec<Hits>)> = (0..model.world.services.len())
        .map(|s| (s, scanned(model, draw, s)))
        .filter(|(_, accounts)| *accounts > 0.0)
        .map(|(s, accounts)| (s, accounts, hits(model, draw, points, s, accounts)))
        .collect();
    let all: f64 = services.iter().map(|s| s.1).sum();
    if services.is_empty() {
        return Vec::new();
    }
    let user = |(user, quantile): (&str, f64)| {
        let over = |years: u64| {
            let of = |(s, accounts, hits): &(usize, f64, Vec<Hits>)| {
                accounts * risk(model, draw, *s, hits, years, quantile)
            };
            services.iter().map(of).sum::<f64>() / all
        };
        json!({ "user": user, "perYearShare": over(1), "perTenYearsShare": over(10) })
    };
    USERS
        .into_iter()
        .zip(ACTIVITY_QUANTILES)
        .map(user)
        .collect()
}

/// Accounts of a service whose messages are scanned.
fn scanned(model: &Model, draw: &Draw, service: usize) -> f64 {
    let orders = model.policy.orders.iter().enumerate();
    let coverage = orders
        .filter(|(i, o)| {
            let (from, to) = model.order_days(draw, *i);
            to > from && model.scans(*i) && o.services.contains(&service)
        })
        .map(|(i, _)| model.coverage(draw, i))
        .fold(0.0, f64::max);
    coverage * draw.of(model.world.services[service].accounts)
}

/// False hits per day by order, averaged over the horizon.
fn hits(
    model: &Model,
    draw: &Draw,
    points: &[OperatingPoint],
    service: usize,
    scanned: f64,
) -> Vec<Hits> {
    let mut sums = vec![0.0; points.len()];
    let mut starts = model.phase_starts(draw);
    starts.push(model.run.days);
    for phase in starts.windows(2) {
        let share = (phase[1] - phase[0]) as f64 / model.run.days as f64;
        for m in 0..model.world.modalities.len() {
            let volume = model.world.services[service].base_volume(draw, m);
            if volume > 0.0 {
                let active = active_orders(model, draw, service, m, phase[0]);
                let rates = model.rates(draw, points, service, m, &active);
                for (class, order, rate) in rates.flags {
                    if !model.world.is_abusive(class) && model.scans(order) {
                        sums[order] += share * volume * rate;
                    }
                }
            }
        }
    }
    let hits = sums.iter().enumerate().filter(|(_, sum)| **sum > 0.0);
    hits.map(|(order, sum)| Hits {
        per_day: sum / scanned,
        rate: points[order].fpr_field,
        detector: model.policy.orders[order].detector,
    })
    .collect()
}

/// P(at least one) of an account at a quantile of activity; orders are independent.
fn risk(
    model: &Model,
    draw: &Draw,
    service: usize,
    hits: &[Hits],
    years: u64,
    quantile: f64,
) -> f64 {
    let shape = draw.of(model.world.services[service].activity_shape);
    let activity = Account::new(shape).activity_quantile(quantile);
    let even = Account::new(f64::INFINITY);
    let chance = |hits: &Hits| {
        let Some(accounts) = &model.mechanisms.accounts else {
            return table(1, 1.0, years).risk(even, hits.per_day * activity);
        };
        let needed = nearest(draw.of(accounts.hits[hits.detector])).max(1);
        let correlation = draw.of(accounts.correlation);
        let account = if correlation > 0.0 {
            even.with_album(album_shape(hits.rate, correlation))
        } else {
            even
        };
        table(needed, draw.of(accounts.window), years).risk(account, hits.per_day * activity)
    };
    // Not 1 − Π(1 − p), of which nothing is left where p is small.
    -libm::expm1(hits.iter().map(|h| libm::log1p(-chance(h))).sum())
}

fn table(hits: u64, window: f64, years: u64) -> Arc<ScanTable> {
    let days = nearest(window).max(1);
    let new = || {
        Arc::new(ScanTable::new(
            hits,
            days as f64,
            years as f64 * DAYS_PER_YEAR,
        ))
    };
    match TABLES.lock() {
        Ok(mut tables) => tables
            .entry((hits, days, years))
            .or_insert_with(new)
            .clone(),
        Err(_) => new(),
    }
}

/// The nearest whole number, from 0; `round` is exact on every platform.
fn nearest(x: f64) -> u64 {
    x.round() as u64
}
