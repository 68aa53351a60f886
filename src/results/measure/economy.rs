//! Economy: scanning, people, cost.

use super::super::metric::*;
use super::{Measure, Place, ratio};
use crate::engine::Ledger;
use crate::model::world::Capacity;

impl Measure<'_> {
    pub(super) fn economy(&mut self) {
        let scanning = self.scanning_cost();
        let scanned = self.outcome.read().enumerate();
        let mut scanned = scanned.filter(|(order, read)| self.model.scans(*order) && *read > 0.0);
        let is_known = scanning > 0.0 || scanned.next().is_none();
        self.all(&SCANNING_COST, if is_known { scanning } else { f64::NAN });
        let mut total = scanning;
        for (i, d) in self.model.policy.desks.iter().enumerate() {
            let place = Place {
                desk: Some((i, None)),
                ..Place::default()
            };
            let (people, needed) = self.people(i, *d);
            let cost = self.desk_cost(i, *d);
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
        let per_case = ratio(total, found * self.per_year());
        self.all(
            &COST_PER_CASE,
            if total > 0.0 { per_case } else { f64::NAN },
        );
    }

    /// Items that each order reads, at its coverage, times the cost of its detector and of its technique; where users report,
    /// no detector runs.
    fn scanning_cost(&self) -> f64 {
        let (model, draw) = (self.model, &self.outcome.draw);
        let mut cost = 0.0;
        let orders = model.policy.orders.iter().enumerate();
        for ((i, order), read) in orders.zip(self.outcome.read()) {
            let detector = if model.scans(i) {
                draw.of(model.world.detectors[order.detector].scanning_cost)
            } else {
                0.0
            };
            cost += read * (detector + draw.of(model.terms(order).cost));
        }
        cost * self.per_year()
    }

    /// People on an average working day, and people that would read everything that arrives.
    pub(super) fn people(&self, chain: usize, desk: usize) -> (f64, f64) {
        let (model, draw) = (self.model, &self.outcome.draw);
        let world = &model.world.desks[desk];
        let (Capacity::Staff { people, .. }, Some(terms)) =
            (world.capacity, model.staff_terms(draw, desk))
        else {
            return (f64::NAN, f64::NAN);
        };
        let places: Vec<&Ledger> = self.outcome.desks[chain].places.iter().collect();
        let limited = self.within_limits(chain, &places, Ledger::queued);
        let queued: f64 = places
            .iter()
            .flat_map(|l| l.arrived.iter().zip(&l.duplicates))
            .map(|(a, d)| (a - d) as f64)
            .sum();
        let at_work: f64 = places
            .iter()
            .filter(|l| l.working_days > 0)
            .map(|l| l.person_days / l.working_days as f64)
            .sum();
        let people = if at_work > 0.0 {
            at_work
        } else {
            draw.of(people)
        };
        let working_days = world.working_days.iter().filter(|d| **d).count() as f64 / 7.0;
        (
            people,
            ratio(queued, terms.units * limited * working_days * self.days()),
        )
    }

    fn desk_cost(&self, chain: usize, desk: usize) -> f64 {
        match self.model.staff_terms(&self.outcome.draw, desk) {
            Some(terms) => self.person_days(chain) * terms.cost * self.per_year(),
            None => f64::NAN,
        }
    }

    /// People × working days of a desk of the chain.
    pub(super) fn person_days(&self, chain: usize) -> f64 {
        let places = self.outcome.desks[chain].places.iter();
        places.map(|l| l.person_days).sum()
    }
}
