//! Investigation, fundamental rights, economy, online safety.

use super::super::metric::*;
use super::{Measure, Place, Subject, ratio};
use crate::model::policy::Technique;
use crate::model::world::{Capacity, Desk};
use crate::theory::accounts;
use crate::units::DAYS_PER_YEAR;

/// What became of abuse material, in items over the horizon.
#[derive(Debug, Default)]
struct Fate {
    flagged: f64,
    missed: f64,
    found: f64,
    copies: f64,
}

impl Fate {
    fn add(&mut self, other: &Self) {
        self.flagged += other.flagged;
        self.missed += other.missed;
        self.found += other.found;
        self.copies += other.copies;
    }
}

impl Measure<'_> {
    pub(super) fn investigation(&mut self) {
        let material = self.model.world.material.len();
        let flagged = self.flags_by_class(|_| true);
        let (found, copies) = self.found(&flagged);
        let mut all = Fate::default();
        for class in 0..material {
            let rest = self.outcome.unflagged();
            let missed = rest
                .map(|u| u.missed[class] + u.unscanned[class] + u.left[class] + u.disguised[class]);
            let fate = Fate {
                flagged: flagged[class] as f64,
                missed: missed.map(|n| n as f64).sum(),
                found: found[class],
                copies: copies[class],
            };
            self.shares_of_circulating(Some(class), &fate);
            self.carriers(class);
            all.add(&fate);
        }
        self.shares_of_circulating(None, &all);
        for desk in 0..self.outcome.desks.len() {
            let delay = self.true_delay(desk);
            let place = Place {
                desk: Some((desk, None)),
                ..Place::default()
            };
            self.put(&TRUE_DELAY, place, delay);
        }
        let (right, wrong) = self.actionable();
        self.all(&ACTIONABLE, right * self.per_year());
        self.all(&WRONGLY_ACTIONABLE, wrong * self.per_year());
    }

    /// Accounts that carry a class, where the world says so.
    fn carriers(&mut self, class: usize) {
        let draw = &self.outcome.draw;
        if let Some(share) = self.model.world.material[class].carriers {
            let services = self.model.world.services.iter();
            let accounts: f64 = services.map(|s| draw.of(s.accounts)).sum();
            self.at_class(&CARRIERS, class, accounts * draw.of(share));
        }
    }

    /// Items inside what the last desk forwards, and items dismissed as copies, by class. A unit stands for the items
    /// bundled in it on its way: the bundles of every desk as they came out.
    fn found(&self, flagged: &[u64]) -> (Vec<f64>, Vec<f64>) {
        let mut size = vec![1.0; flagged.len()];
        let mut copies = vec![0.0; flagged.len()];
        let mut sent = flagged.to_vec();
        for desk in 0..self.outcome.desks.len() {
            let arrived = self.own_by_class(desk, |l| &l.arrived);
            let duplicates = self.own_by_class(desk, |l| &l.duplicates);
            for class in 0..flagged.len() {
                if arrived[class] > 0 {
                    size[class] *= sent[class] as f64 / arrived[class] as f64;
                }
                copies[class] += duplicates[class] as f64 * size[class];
            }
            sent = self.own_by_class(desk, |l| &l.forwarded);
        }
        if self.outcome.desks.is_empty() {
            return (vec![0.0; flagged.len()], copies);
        }
        let found = sent.iter().zip(&size).map(|(n, s)| *n as f64 * s).collect();
        (found, copies)
    }

    fn shares_of_circulating(&mut self, class: Option<usize>, fate: &Fate) {
        let place = Place {
            class: class.map(Subject::Class),
            ..Place::default()
        };
        let circulating = fate.flagged + fate.missed;
        self.put(&CIRCULATING, place, circulating * self.per_year());
        self.put(&DETECTED_SHARE, place, ratio(fate.flagged, circulating));
        self.put(&FOUND_SHARE, place, ratio(fate.found, circulating));
        self.put(&COPIES_SHARE, place, ratio(fate.copies, circulating));
        self.put(&MISSED, place, fate.missed * self.per_year());
        self.put(&MISSED_SHARE, place, ratio(fate.missed, circulating));
    }

    /// Expected mean delay of the abuse that was read, given the queue.
    fn true_delay(&self, desk: usize) -> f64 {
        let places = self.outcome.desks[desk].places.iter();
        let (read, weighted) = places.fold((0.0, 0.0), |a, l| {
            (a.0 + l.true_delay.0, a.1 + l.true_delay.1)
        });
        ratio(weighted, read)
    }

    pub(super) fn rights(&mut self) {
        let per_year = self.per_year();
        for desk in 0..self.outcome.desks.len() {
            let (_, read) = self.truth(&self.at_desk_by_class(desk, |l| &l.served));
            let place = Place {
                desk: Some((desk, None)),
                ..Place::default()
            };
            self.put(&SEEN, place, read * per_year);
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
            reported += self.distinct_accounts(s, self.false_reports(s) * per_year);
            self.put(&PEOPLE_SCANNED, place, accounts);
            scanned += accounts;
        }
        self.all(&ACCOUNTS_FLAGGED, flagged);
        self.all(&ACCOUNTS_REPORTED, reported);
        self.all(&RISK, ratio(flagged, scanned));
        self.all(&PEOPLE_SCANNED, scanned);
        self.groups();
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

    /// Accounts that so many flags fall on, among those that are scanned.
    fn distinct_accounts(&self, service: usize, flags: f64) -> f64 {
        let scanned = self.scanned_accounts(service);
        let service = &self.model.world.services[service];
        accounts::distinct(scanned, self.outcome.draw.of(service.activity_shape), flags)
    }

    fn scanned_accounts(&self, service: usize) -> f64 {
        let accounts = self
            .outcome
            .draw
            .of(self.model.world.services[service].accounts);
        accounts * self.coverage(service, |_| true)
    }

    /// The widest coverage of the orders that were in force on a service, read its messages, and satisfy a condition.
    fn coverage(&self, service: usize, counts: impl Fn(Technique) -> bool) -> f64 {
        let (model, outcome) = (self.model, self.outcome);
        let orders = model.policy.orders.iter().enumerate();
        orders
            .filter(|(i, o)| {
                outcome.order_days[*i] > 0
                    && model.scans(*i)
                    && o.services.contains(&service)
                    && counts(o.technique)
            })
            .map(|(i, _)| model.coverage(&outcome.draw, i))
            .fold(0.0, f64::max)
    }

    /// False-flag rate of each group over that of everybody else.
    fn groups(&mut self) {
        let shares = self.model.world.group_shares(&self.outcome.draw);
        let rates: Vec<f64> = shares
            .iter()
            .map(|(_, shift)| self.group_rate(*shift))
            .collect();
        for group in 0..self.model.world.groups.len() {
            let others = (0..shares.len()).filter(|g| *g != group);
            let (weight, sum) = others.fold((0.0, 0.0), |a, g| {
                (a.0 + shares[g].0, a.1 + shares[g].0 * rates[g])
            });
            let place = Place {
                class: Some(Subject::Group(group)),
                ..Place::default()
            };
            self.put(&GROUP_RATIO, place, ratio(rates[group], ratio(sum, weight)));
        }
    }

    /// False flags per item read of people whose innocent items are shifted by `shift`, over all orders.
    fn group_rate(&self, shift: f64) -> f64 {
        let mut flags = 0.0;
        for (order, point) in self.model.policy.orders.iter().zip(&self.outcome.points) {
            let alone = self.model.field_of_group(&self.outcome.draw, order, shift);
            flags += alone.items_per_day * alone.false_positive_rate(&point.curve, point.setting);
        }
        flags
    }

    pub(super) fn economy(&mut self) {
        let scanning = self.scanning_cost();
        self.all(&SCANNING_COST, scanning);
        let mut total = scanning;
        for (i, d) in self.model.policy.desks.iter().enumerate() {
            let desk = &self.model.world.desks[*d];
            let place = Place {
                desk: Some((i, None)),
                ..Place::default()
            };
            let (people, needed) = self.people(i, desk);
            let cost = self.desk_cost(desk);
            self.put(&PEOPLE, place, people);
            self.put(&PEOPLE_NEEDED, place, needed);
            let arrived: f64 = self.outcome.desks[i]
                .places
                .iter()
                .flat_map(|l| &l.arrived)
                .map(|n| *n as f64)
                .sum();
            let per_person = ratio(arrived * self.per_year(), people);
            self.put(&ARRIVALS_PER_PERSON, place, per_person);
            self.put(&DESK_COST, place, cost);
            total += if cost.is_nan() { 0.0 } else { cost };
        }
        let (found, _) = self.actionable();
        self.all(&COST_PER_CASE, ratio(total, found * self.per_year()));
    }

    /// Items that each order reads, at its coverage, times the cost of its detector.
    fn scanning_cost(&self) -> f64 {
        let (model, draw) = (self.model, &self.outcome.draw);
        let mut cost = 0.0;
        for (order, read) in model.policy.orders.iter().zip(&self.outcome.read) {
            let detector = &model.world.detectors[order.detector];
            let technique = model.terms(order).map_or(0.0, |t| draw.of(t.cost));
            cost += read * (draw.of(detector.scanning_cost) + technique);
        }
        cost * self.per_year()
    }

    fn people(&self, chain: usize, desk: &Desk) -> (f64, f64) {
        let Capacity::Staff {
            people,
            speed,
            hours,
        } = desk.capacity
        else {
            return (f64::NAN, f64::NAN);
        };
        let draw = &self.outcome.draw;
        let queued: f64 = self.outcome.desks[chain]
            .places
            .iter()
            .flat_map(|l| l.arrived.iter().zip(&l.duplicates))
            .map(|(a, d)| (a - d) as f64)
            .sum();
        let working_days = desk.working_days.iter().filter(|d| **d).count() as f64 / 7.0;
        let per_person = draw.of(speed) * draw.of(hours) * working_days * self.days();
        (draw.of(people), ratio(queued, per_person))
    }

    fn desk_cost(&self, desk: &Desk) -> f64 {
        let Capacity::Staff { people, hours, .. } = desk.capacity else {
            return f64::NAN;
        };
        let draw = &self.outcome.draw;
        let working_days = desk.working_days.iter().filter(|d| **d).count() as f64 / 7.0;
        let opens = draw.of(desk.opens).min(self.days());
        let open = (self.days() - opens) / self.days();
        let hours = draw.of(people) * draw.of(hours) * working_days * DAYS_PER_YEAR;
        hours * open * draw.of(desk.cost)
    }

    pub(super) fn safety(&mut self) {
        let (mut services, mut accounts) = (0.0, 0.0);
        for s in 0..self.model.world.services.len() {
            let coverage = self.coverage(s, |t| t == Technique::ClientSide);
            if coverage > 0.0 {
                services += 1.0;
                accounts += coverage * self.outcome.draw.of(self.model.world.services[s].accounts);
            }
        }
        self.all(&CLIENT_SIDE_SERVICES, services);
        self.all(&CLIENT_SIDE_ACCOUNTS, accounts);
        for (i, d) in self.model.policy.desks.iter().enumerate() {
            let desk = &self.model.world.desks[*d];
            let (people, _) = self.people(i, desk);
            let (read, _) = self.truth(&self.at_desk_by_class(i, |l| &l.served));
            let working_days = desk.working_days.iter().filter(|d| **d).count() as f64 / 7.0;
            let place = Place {
                desk: Some((i, None)),
                ..Place::default()
            };
            let reviewer_days = people * working_days * self.days();
            self.put(&EXPOSURES, place, ratio(read, reviewer_days));
        }
    }
}
