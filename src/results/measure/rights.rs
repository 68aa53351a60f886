//! Fundamental rights: innocent items, accounts and groups.

use super::super::metric::*;
use super::{Measure, Place, ratio};
use crate::engine::PoolTotals;
use crate::model::policy::Technique;
use crate::theory::accounts::{self, Crossed};

impl Measure<'_> {
    pub(super) fn rights(&mut self) {
        let per_year = self.per_year();
        for desk in 0..self.outcome.desks.len() {
            let (_, read) = self.truth(&self.at_desk_by_class(desk, |l| &l.served));
            let place = Place {
                desk: Some((desk, None)),
                ..Place::default()
            };
            self.put(&SEEN, place, read * per_year);
            self.put(&MINORS, place, self.minors(desk) * per_year);
        }
        let (mut flagged, mut reported, mut scanned) = (0.0, 0.0, 0.0);
        for s in 0..self.model.world.services.len() {
            let place = Place {
                service: Some(s),
                ..Place::default()
            };
            let (_, false_flags) = self.truth(&self.flags_by_class(|service| service == s));
            let of_service = self.distinct_accounts(s, false_flags * per_year);
            let accounts = self.scanned_accounts(s);
            self.put(&ACCOUNTS_FLAGGED, place, of_service);
            self.put(&RISK, place, ratio(of_service, accounts));
            flagged += of_service;
            reported += self.reported_accounts(s);
            self.put(&PEOPLE_SCANNED, place, accounts);
            scanned += accounts;
        }
        self.all(&ACCOUNTS_FLAGGED, flagged);
        self.all(&ACCOUNTS_REPORTED, reported);
        self.all(&RISK, ratio(flagged, scanned));
        self.all(&PEOPLE_SCANNED, scanned);
        self.thresholds();
        self.risks();
        self.groups();
    }

    /// Arriving units that are innocent items of or by minors.
    fn minors(&self, desk: usize) -> f64 {
        let world = &self.model.world;
        let arrived = self.at_desk_by_class(desk, |l| &l.arrived);
        let benign = world.benign.iter().zip(&arrived[world.material.len()..]);
        let of_minors = benign.filter(|(class, _)| class.minors);
        of_minors.map(|(_, n)| *n as f64).sum()
    }

    /// What the account threshold does.
    fn thresholds(&mut self) {
        if self.model.mechanisms.accounts.is_none() {
            return;
        }
        let (mut innocent, mut guilty, mut kept) = (0.0, 0.0, 0.0);
        let pools = &self.outcome.carried.accounts;
        for (_, pool) in pools {
            innocent += pool.innocent_accounts as f64;
            guilty += pool.guilty_accounts as f64;
            kept += (pool.held + pool.lapsed) as f64;
        }
        let is_needed = pools.iter().any(|(_, pool)| pool.threshold > 1);
        let times = |n: f64| {
            if is_needed {
                n * self.per_year()
            } else {
                f64::NAN
            }
        };
        let (innocent, guilty) = (times(innocent), times(guilty));
        self.all(&OVER_THRESHOLD, innocent);
        self.all(&CARRIERS_OVER_THRESHOLD, guilty);
        self.all(&KEPT_BACK, kept / self.days());
    }

    /// False reports at the last desk that come from a service: of each class, as large a share as of its flags.
    fn false_reports(&self, service: usize) -> f64 {
        let Some(last) = self.outcome.desks.len().checked_sub(1) else {
            return 0.0;
        };
        let reports = self.own_by_class(last, |l| &l.arrived);
        let all = self.flags_by_class(|_| true);
        let here = self.flags_by_class(|s| s == service);
        let benign = self.model.world.material.len()..reports.len();
        benign
            .filter(|class| all[*class] > 0)
            .map(|class| reports[class] as f64 * here[class] as f64 / all[class] as f64)
            .sum()
    }

    /// Innocent accounts with a false report, per year. Behind a threshold reports come in the bundles of accounts that cross it: one of them
    /// is reported unless the desks stop all of its bundle.
    fn reported_accounts(&self, service: usize) -> f64 {
        let reports = self.false_reports(service);
        let per_year = self.per_year();
        let pools = self
            .outcome
            .carried
            .accounts
            .iter()
            .filter(|p| p.0 == service);
        let pools: Vec<_> = pools.map(|p| &p.1).collect();
        if pools.iter().all(|p| p.threshold <= 1) {
            return self.distinct_accounts(service, reports * per_year);
        }
        let (_, flags) = self.truth(&self.flags_by_class(|s| s == service));
        let kept: u64 = pools
            .iter()
            .map(|p| p.innocent_hits - p.innocent_passed)
            .sum();
        let forwarded = ratio(reports, (flags - kept as f64).max(reports));
        let known = pools.into_iter().filter(|p| p.innocent_passed > 0);
        let reported = known.map(|pool| {
            if pool.threshold <= 1 {
                let passed = pool.innocent_passed as f64;
                return self.distinct_accounts(service, forwarded * passed * per_year);
            }
            self.crossed(service, pool, forwarded).reported()
        });
        reported.sum::<f64>().min(reports * per_year)
    }

    /// The innocent accounts of a pool that cross the threshold in a year.
    fn crossed(&self, service: usize, pool: &PoolTotals, forwarded: f64) -> Crossed {
        let draw = &self.outcome.draw;
        let accounts = self.scanned_accounts(service);
        let mechanism = self.model.mechanisms.accounts.as_ref();
        let window = mechanism.map_or(1.0, |a| libm::round(draw.of(a.window)).max(1.0));
        // Nothing was held for longer than the run.
        let window = window.min(self.days());
        let activity = draw.of(self.model.world.services[service].activity_shape);
        let per_day = pool.innocent_hits as f64 / (accounts * self.days());
        Crossed {
            accounts,
            shape: accounts::product_shape(activity, self.album(service, accounts)),
            hits: pool.threshold,
            mean: per_day * window,
            windows: self.days() * self.per_year() / window,
            crossings: pool.innocent_accounts as f64 * self.per_year(),
            forwarded: forwarded.min(1.0),
        }
    }

    /// Accounts that so many flags fall on, among those that are scanned. Correlated hits fall on fewer: with the album of the
    /// detector that has most of them.
    fn distinct_accounts(&self, service: usize, flags: f64) -> f64 {
        let scanned = self.scanned_accounts(service);
        let draw = &self.outcome.draw;
        let shape = draw.of(self.model.world.services[service].activity_shape);
        let album = self.album(service, scanned);
        if album == f64::INFINITY || scanned == 0.0 || flags == 0.0 {
            return accounts::distinct(scanned, shape, flags);
        }
        let account = accounts::Account::new(shape).with_album(album);
        scanned * account.tail(flags / scanned, 1)
    }

    /// Shape of the album of the detector that has most false hits; infinite if hits are independent.
    fn album(&self, service: usize, scanned: f64) -> f64 {
        let mechanism = self.model.mechanisms.accounts.as_ref();
        let correlation = mechanism.map_or(0.0, |a| self.outcome.draw.of(a.correlation));
        if correlation == 0.0 || scanned == 0.0 {
            return f64::INFINITY;
        }
        let hits = self.false_hits(service, scanned);
        let main = hits.iter().max_by(|a, b| a.per_day.total_cmp(&b.per_day));
        main.map_or(f64::INFINITY, |h| {
            accounts::album_shape(h.rate, correlation)
        })
    }

    pub(super) fn scanned_accounts(&self, service: usize) -> f64 {
        let accounts = self
            .outcome
            .draw
            .of(self.model.world.services[service].accounts);
        accounts * self.coverage(service, |_| true)
    }

    /// The widest coverage of the orders that read messages of a service, and satisfy a condition.
    pub(super) fn coverage(&self, service: usize, counts: impl Fn(Technique) -> bool) -> f64 {
        let (model, outcome) = (self.model, self.outcome);
        let orders = model.policy.orders.iter().enumerate();
        orders
            .filter(|(i, o)| model.scans(*i) && counts(o.technique) && self.was_read(service, *i))
            .map(|(i, _)| model.coverage(&outcome.draw, i))
            .fold(0.0, f64::max)
    }

    /// Whether an order read any item of a service.
    fn was_read(&self, service: usize, order: usize) -> bool {
        let (plan, carried) = (&self.outcome.plan, &self.outcome.carried);
        let mut streams = plan.streams.iter().zip(&carried.streams);
        streams.any(|(stream, totals)| {
            let mut orders = stream.orders.iter().zip(&totals.read);
            stream.service == service && orders.any(|(o, read)| *o == order && *read)
        })
    }
}
