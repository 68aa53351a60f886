//! A user's risk to be reported for nothing, by activity.

use super::super::metric::*;
use super::{Measure, Place, Subject};
use crate::theory::accounts::{
    ACTIVITY_QUANTILES, Account, ScanTable, album_shape, horizons, risk_between,
};
use crate::units::DAYS_PER_YEAR;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

/// Users of whom the risk is given.
pub(crate) const USERS: [&str; 3] = ["light", "median", "heavy"];

/// Years over which the risk is given.
const YEARS: [(f64, &Metric); 2] = [(1.0, &REPORT_RISK), (10.0, &REPORT_RISK_TEN)];

/// Tables of sliding windows by `(hits, window in days, bits of the horizon in days)`. A table is a function of its key alone and takes up to a
/// second to make, so all runs of a process share them.
static TABLES: Mutex<BTreeMap<(u64, u64, u64), Arc<ScanTable>>> = Mutex::new(BTreeMap::new());

fn table(hits: u64, window: f64, horizon: f64) -> Arc<ScanTable> {
    let key = (hits, window as u64, horizon.to_bits());
    let new = || Arc::new(ScanTable::new(hits, window, horizon));
    match TABLES.lock() {
        Ok(mut tables) => tables.entry(key).or_insert_with(new).clone(),
        Err(_) => new(),
    }
}

/// The false hits of an average account by one detector.
pub(super) struct Hits {
    detector: usize,
    /// Hits per day of the horizon.
    pub(super) per_day: f64,
    /// Share of the days of the horizon on which the detector reads.
    in_force: f64,
    /// False-positive rate of an item that is read, over its orders by what they read.
    pub(super) rate: f64,
    items: f64,
    orders: Vec<usize>,
}

impl Measure<'_> {
    /// The risk of an account that is scanned, in years of which the detector reads for the same share as of the horizon, at the
    /// mean rate of false flags of the days on which it does.
    pub(super) fn risks(&mut self) {
        let services = self.model.world.services.len();
        let mut sums = [[0.0; 3]; 2];
        let mut accounts = 0.0;
        for s in 0..services {
            let scanned = self.scanned_accounts(s);
            if scanned == 0.0 {
                continue;
            }
            let hits = self.false_hits(s, scanned);
            accounts += scanned;
            for (y, (years, metric)) in YEARS.iter().enumerate() {
                for user in 0..USERS.len() {
                    let risk = self.risk(s, &hits, *years, ACTIVITY_QUANTILES[user]);
                    sums[y][user] += scanned * risk;
                    let place = Place {
                        service: Some(s),
                        class: Some(Subject::User(user)),
                        ..Place::default()
                    };
                    self.put(metric, place, risk);
                }
            }
        }
        for (sums, (_, metric)) in sums.iter().zip(YEARS) {
            for (user, sum) in sums.iter().enumerate() {
                let place = Place {
                    class: Some(Subject::User(user)),
                    ..Place::default()
                };
                self.put(metric, place, super::ratio(*sum, accounts));
            }
        }
    }

    pub(super) fn false_hits(&self, service: usize, scanned: f64) -> Vec<Hits> {
        let (model, outcome) = (self.model, self.outcome);
        let mut list: Vec<Hits> = Vec::new();
        for (stream, totals) in outcome.plan.streams.iter().zip(&outcome.carried.streams) {
            if stream.service != service {
                continue;
            }
            let orders = stream.orders.iter().zip(&totals.days_read);
            for ((order, days), flags) in orders.zip(&totals.false_by_order) {
                if *flags == 0.0 || !model.scans(*order) {
                    continue;
                }
                let detector = model.policy.orders[*order].detector;
                let per_day = flags / (scanned * self.days());
                let rate = self.false_positive_rate(*order);
                let in_force = *days as f64 / self.days();
                let items: f64 = outcome.carried.spells[*order].iter().map(|s| s.read).sum();
                match list.iter_mut().find(|h| h.detector == detector) {
                    Some(hits) if hits.orders.contains(order) => {
                        hits.per_day += per_day;
                        hits.in_force = hits.in_force.max(in_force);
                    }
                    Some(hits) => {
                        let all = hits.items + items;
                        hits.rate = (hits.rate * hits.items + rate * items) / all;
                        hits.items = all;
                        hits.in_force = hits.in_force.max(in_force);
                        hits.per_day += per_day;
                        hits.orders.push(*order);
                    }
                    None => list.push(Hits {
                        detector,
                        per_day,
                        in_force,
                        rate,
                        items,
                        orders: vec![*order],
                    }),
                }
            }
        }
        list
    }

    /// P(at least one report for nothing) of an account at a quantile of activity; detectors are independent.
    fn risk(&self, service: usize, hits: &[Hits], years: f64, quantile: f64) -> f64 {
        let draw = &self.outcome.draw;
        let accounts = self.model.mechanisms.accounts.as_ref();
        let shape = draw.of(self.model.world.services[service].activity_shape);
        let activity = Account::new(shape).activity_quantile(quantile);
        let safe = |hits: &Hits| {
            let needed = accounts.map_or(1, |a| libm::round(draw.of(a.hits[hits.detector])) as u64);
            let window = accounts.map_or(1.0, |a| draw.of(a.window));
            let correlation = accounts.map_or(0.0, |a| draw.of(a.correlation));
            let account = Account::new(f64::INFINITY);
            let account = if correlation > 0.0 {
                account.with_album(album_shape(hits.rate, correlation))
            } else {
                account
            };
            let whole = years * DAYS_PER_YEAR;
            let days = whole * hits.in_force;
            let per_day = hits.per_day * activity / hits.in_force;
            let (needed, window) = (needed.max(1), libm::round(window).max(1.0));
            let at = |horizon: f64| {
                let risk = if horizon <= window {
                    account.tail(per_day * horizon, needed)
                } else {
                    table(needed, window, horizon).risk(account, per_day)
                };
                (horizon, risk)
            };
            let around = horizons(days, window, whole);
            let risks: Vec<(f64, f64)> = around.into_iter().map(at).collect();
            libm::log1p(-risk_between(days, &risks))
        };
        -libm::expm1(hits.iter().map(safe).sum())
    }
}
