//! The chain: items, flags, orders, desks.

use super::super::metric::*;
use super::{Measure, Place, Subject, ratio};
use crate::engine::Ledger;
use crate::model::world::Capacity;

impl Measure<'_> {
    pub(super) fn items_and_flags(&mut self) {
        let days = self.days();
        let (mut items, mut scanned) = (0.0, 0.0);
        for s in 0..self.model.world.services.len() {
            let (of_service, read) = self.service_items(s);
            items += of_service;
            scanned += read;
            let place = Place {
                service: Some(s),
                ..Place::default()
            };
            self.put(&ITEMS, place, of_service / days);
            self.put(&ITEMS_SCANNED, place, read / days);
            let (right, wrong) = self.truth(&self.flags_by_class(|service| service == s));
            self.put(&FLAGS, place, (right + wrong) / days);
            self.put(&TRUE_FLAGS, place, right / days);
            self.put(&FALSE_FLAGS, place, wrong / days);
        }
        self.all(&ITEMS, items / days);
        self.all(&ITEMS_SCANNED, scanned / days);
        let by_class = self.flags_by_class(|_| true);
        for (class, n) in by_class.iter().enumerate() {
            self.at_class(&FLAGS, class, *n as f64 / days);
        }
        let (right, wrong) = self.truth(&by_class);
        self.all(&ABUSE_SCANNED, self.abuse_scanned() / days);
        self.all(&FLAGS, (right + wrong) / days);
        self.all(&TRUE_FLAGS, right / days);
        self.all(&FALSE_FLAGS, wrong / days);
        self.all(&TRUE_FLAGS_PER_YEAR, right * self.per_year());
        self.all(&FALSE_FLAGS_PER_YEAR, wrong * self.per_year());
        self.all(&FLAG_PRECISION, ratio(right, right + wrong));
    }

    /// Abuse over the horizon that a detector read.
    fn abuse_scanned(&self) -> f64 {
        let plan = &self.outcome.plan;
        let mut sum = 0.0;
        for (stream, totals) in plan.streams.iter().zip(&self.outcome.carried.streams) {
            let lanes = plan.lanes[stream.lanes.clone()].iter();
            let flags = lanes.zip(&totals.scanned_flags);
            let right = flags.filter(|(lane, _)| self.model.world.is_abusive(lane.class));
            sum += right.map(|(_, n)| n).sum::<f64>();
            sum += totals
                .unflagged
                .missed
                .iter()
                .map(|n| *n as f64)
                .sum::<f64>();
        }
        sum
    }

    /// Items of a service over the horizon, and how many of them were scanned.
    fn service_items(&self, service: usize) -> (f64, f64) {
        let outcome = self.outcome;
        let (mut items, mut scanned) = (0.0, 0.0);
        for (stream, totals) in outcome.plan.streams.iter().zip(&outcome.carried.streams) {
            if stream.service != service {
                continue;
            }
            let rest = &totals.unflagged;
            let missed: u64 = rest.missed.iter().sum();
            items += (totals.items - rest.absent) as f64;
            let flagged: f64 = totals.scanned_flags.iter().sum();
            scanned += flagged + rest.innocent as f64 + missed as f64;
        }
        (items, scanned)
    }

    pub(super) fn desk(&mut self, desk: usize) {
        self.desk_by_class(desk);
        let places: Vec<&Ledger> = self.outcome.desks[desk].places.iter().collect();
        let peak = self.outcome.desks[desk].peak;
        self.ledger(desk, None, &places, peak);
        let states = self.model.world.member_states.len();
        if places.len() > 1 {
            for (p, ledger) in places.iter().enumerate().take(states) {
                self.ledger(desk, Some(p), &[ledger], ledger.peak);
            }
        }
    }

    fn desk_by_class(&mut self, desk: usize) {
        let days = self.days();
        let place = Place {
            desk: Some((desk, None)),
            ..Place::default()
        };
        let arrived = self.at_desk_by_class(desk, |l| &l.arrived);
        let forwarded = self.at_desk_by_class(desk, |l| &l.forwarded);
        for class in 0..arrived.len() {
            let place = Place {
                class: Some(Subject::Class(class)),
                ..place
            };
            self.put(&ARRIVALS, place, arrived[class] as f64 / days);
            self.put(
                &ARRIVALS_PER_YEAR,
                place,
                arrived[class] as f64 * self.per_year(),
            );
            self.put(&FORWARDED, place, forwarded[class] as f64 / days);
            self.put(
                &FORWARDED_PER_YEAR,
                place,
                forwarded[class] as f64 * self.per_year(),
            );
        }
        let first = self.at_desk_by_class(desk, |l| &l.arrived_first);
        let last = self.at_desk_by_class(desk, |l| &l.arrived_last);
        for (class, (first, last)) in first.iter().zip(&last).enumerate() {
            let place = Place {
                class: Some(Subject::Class(class)),
                ..place
            };
            self.put(&TREND, place, ratio(*last as f64, *first as f64));
        }
        let sum = |counts: &[u64]| counts.iter().map(|n| *n as f64).sum();
        self.put(&TREND, place, ratio(sum(&last), sum(&first)));
        let (right, wrong) = self.truth(&arrived);
        self.put(&TRUE_ARRIVALS, place, right / days);
        self.put(&FALSE_ARRIVALS, place, wrong / days);
        self.put(&PRECISION, place, ratio(right, right + wrong));
        let (right, wrong) = self.truth(&forwarded);
        self.put(&TRUE_FORWARDED, place, right / days);
        self.put(&FALSE_FORWARDED, place, wrong / days);
    }

    /// What all classes have together, for one desk or one member state of it.
    fn ledger(&mut self, desk: usize, state: Option<usize>, places: &[&Ledger], peak: u64) {
        let days = self.days();
        let place = Place {
            desk: Some((desk, state)),
            ..Place::default()
        };
        let sum = |f: fn(&Ledger) -> &Vec<u64>| -> f64 {
            places.iter().flat_map(|l| f(l)).map(|n| *n as f64).sum()
        };
        let arrived = sum(|l| &l.arrived);
        let duplicates = sum(|l| &l.duplicates);
        let served = sum(|l| &l.served);
        let forwarded = sum(|l| &l.forwarded);
        let backlog = sum(|l| &l.backlog);
        self.put(&ARRIVALS, place, arrived / days);
        self.put(&ARRIVALS_PER_YEAR, place, arrived * self.per_year());
        self.put(&DUPLICATES, place, duplicates / days);
        self.put(&SERVED, place, served / days);
        self.put(&FORWARDED, place, forwarded / days);
        self.put(&FORWARDED_PER_YEAR, place, forwarded * self.per_year());
        self.put(&DISMISSED, place, (served - forwarded) / days);
        self.put(&EXPIRED, place, sum(|l| &l.expired) / days);
        self.put(&BACKLOG, place, backlog);
        self.put(&BACKLOG_PEAK, place, peak as f64);
        let capacity = self.capacity(desk, places);
        let waiting = self.within_limits(desk, places, |l, kind| l.backlog[kind]);
        let per_day = capacity * waiting / days;
        self.put(&BACKLOG_DAYS, place, ratio(backlog, per_day));
        self.delays(place, places);
        let queued = arrived - duplicates;
        let limited = self.within_limits(desk, places, Ledger::queued);
        self.put(&UTILISATION, place, ratio(queued, capacity * limited));
        self.put(&READ_SHARE, place, ratio(served, queued));
    }

    /// Capacity over the horizon; NaN when there is no limit.
    fn capacity(&self, desk: usize, places: &[&Ledger]) -> f64 {
        let desk = &self.model.world.desks[self.model.policy.desks[desk]];
        match desk.capacity {
            Capacity::Unlimited => f64::NAN,
            _ => places.iter().map(|l| l.capacity).sum(),
        }
    }

    fn delays(&mut self, place: Place, places: &[&Ledger]) {
        let mut by_delay: Vec<f64> = Vec::new();
        for ledger in places {
            for (delay, n) in ledger.delays.iter().enumerate() {
                if by_delay.len() <= delay {
                    by_delay.push(0.0);
                }
                by_delay[delay] += *n as f64;
            }
        }
        let total: f64 = by_delay.iter().sum();
        let weighted: f64 = by_delay.iter().enumerate().map(|(d, n)| d as f64 * n).sum();
        let mut seen = 0.0;
        let p95 = by_delay.iter().position(|n| {
            seen += n;
            seen >= 0.95 * total
        });
        self.put(&DELAY, place, ratio(weighted, total));
        let p95 = if total > 0.0 {
            p95.map_or(f64::NAN, |d| d as f64)
        } else {
            f64::NAN
        };
        self.put(&DELAY_P95, place, p95);
        let (n, delay) = places.iter().fold((0.0, 0.0), |a, l| {
            (a.0 + l.last_week.0 as f64, a.1 + l.last_week.1)
        });
        self.put(&DELAY_END, place, ratio(delay, n));
    }
}
