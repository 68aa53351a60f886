//! Investigation: what is found, what is missed, what circulates, and the hours that are left.

use super::super::metric::*;
use super::{Measure, Place, Subject, ratio};
use crate::model::staff::StaffTerms;

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
        let (found, copies) = self.found();
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
        self.own_and_abroad(wrong);
        self.pieces();
        for desk in 0..self.outcome.desks.len() {
            self.hours(desk);
        }
    }

    /// Actionable cases by where they come from; `wrong`: innocent units that are taken for actionable.
    fn own_and_abroad(&mut self, wrong: f64) {
        let last = self.outcome.desks.len().checked_sub(1);
        let (Some(last), false) = (last, self.model.mechanisms.clearing_houses.is_empty()) else {
            return;
        };
        let per_year = self.per_year();
        let all = self.at_desk_by_class(last, |l| &l.forwarded);
        let own = self.own_by_class(last, |l| &l.forwarded);
        let (right, own_wrong) = self.truth(&own);
        let abroad: Vec<u64> = all.iter().zip(&own).map(|(a, o)| a - o).collect();
        for class in 0..self.model.world.material.len() {
            self.at_class(&ACTIONABLE_OWN, class, own[class] as f64 * per_year);
            self.at_class(&ACTIONABLE_ABROAD, class, abroad[class] as f64 * per_year);
        }
        self.all(&ACTIONABLE_OWN, right * per_year);
        self.all(&ACTIONABLE_ABROAD, self.truth(&abroad).0 * per_year);
        self.all(&WRONGLY_ACTIONABLE_ABROAD, (wrong - own_wrong) * per_year);
    }

    /// Stocks of pieces, where the world counts them.
    fn pieces(&mut self) {
        let outcome = self.outcome;
        let model = self.model;
        for class in model.counted_material() {
            let (Some(now), Some(start)) = (
                outcome.carried.pieces[class],
                model.world.material[class].pieces,
            ) else {
                continue;
            };
            let start = outcome.draw.of(start);
            self.at_class(&PIECES, class, now as f64);
            self.at_class(&PIECES_RATIO, class, ratio(now as f64, start));
            let removed = outcome.carried.removed[class] as f64 * self.per_year();
            self.at_class(&PIECES_REMOVED, class, removed);
        }
        if self.model.mechanisms.learning.is_some() {
            self.all(
                &PIECES_LISTED,
                outcome.carried.listed as f64 * self.per_year(),
            );
        }
        if self.model.mechanisms.deterrence.is_some() {
            self.all(&PERCEIVED_DETECTION, outcome.carried.perceived);
        }
    }

    /// Hours of a desk by use, and what targeted investigation gains and loses by it.
    fn hours(&mut self, chain: usize) {
        let (model, draw) = (self.model, &self.outcome.draw);
        let desk = model.policy.desks[chain];
        let Some(terms) = model.staff_terms(draw, desk) else {
            return;
        };
        let place = Place {
            desk: Some((chain, None)),
            ..Place::default()
        };
        let (right, wrong) = self.truth(&self.at_desk_by_class(chain, |l| &l.served));
        let per_year = self.per_year();
        let units_away = self.elsewhere(chain, &terms).0;
        let per_unit = if terms.elsewhere.exposures.is_some() {
            terms.hours_per_unit(units_away)
        } else {
            ratio(terms.hours, terms.units)
        } * per_year;
        self.put(&HOURS_TRUE, place, right * per_unit);
        self.put(&HOURS_FALSE, place, wrong * per_unit);
        let mut shared = model.mechanisms.shared_staff.iter();
        if let Some(staff) = shared.find(|s| s.desk == desk) {
            let away = terms.elsewhere.people;
            let own_days = self.person_days(chain) * (1.0 - away) * per_year;
            let own_units = (right + wrong) * (1.0 - units_away);
            let reading = if own_units > 0.0 {
                own_units / terms.speed * per_year
            } else {
                0.0
            };
            let left = (own_days * draw.of(staff.hours) - reading).max(0.0);
            let cases = draw.of(staff.yield_per_hour);
            self.put(&HOURS_TARGETED, place, left);
            self.put(&TARGETED_CASES, place, left * cases);
            self.put(&TARGETED_LOST, place, reading * cases);
        }
    }

    /// Shares of the units, and of the abuse, that were read elsewhere.
    pub(super) fn elsewhere(&self, chain: usize, terms: &StaffTerms) -> (f64, f64) {
        if terms.elsewhere.exposures.is_none() {
            return (terms.elsewhere.units, terms.elsewhere.units);
        }
        let places = &self.outcome.desks[chain].places;
        let served: f64 = places
            .iter()
            .flat_map(|l| &l.served)
            .map(|n| *n as f64)
            .sum();
        let abuse: f64 = places.iter().map(|l| l.true_delay.0).sum();
        let away = places.iter().fold((0.0, 0.0), |a, l| {
            (a.0 + l.elsewhere.0, a.1 + l.elsewhere.1)
        });
        let share = |part: f64, of: f64| if of > 0.0 { part / of } else { 0.0 };
        (share(away.0, served), share(away.1, abuse))
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
    fn found(&self) -> (Vec<f64>, Vec<f64>) {
        let mut sent = self.sent_by_class();
        let classes = sent.len();
        let mut size = vec![1.0; classes];
        let mut copies = vec![0.0; classes];
        for desk in 0..self.outcome.desks.len() {
            let arrived = self.own_by_class(desk, |l| &l.arrived);
            let duplicates = self.own_by_class(desk, |l| &l.duplicates);
            for class in 0..classes {
                if arrived[class] > 0 {
                    size[class] *= sent[class] as f64 / arrived[class] as f64;
                }
                copies[class] += duplicates[class] as f64 * size[class];
            }
            sent = self.own_by_class(desk, |l| &l.forwarded);
        }
        if self.outcome.desks.is_empty() {
            return (vec![0.0; classes], copies);
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
}
