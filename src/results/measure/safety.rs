//! Online safety: devices, traffic out of sight, reviewers.

use super::super::metric::*;
use super::{Measure, Place, ratio};
use crate::model::mechanism::Leaving;
use crate::model::parameter::Param;
use crate::model::policy::Technique;
use crate::units::PerYear;

impl Measure<'_> {
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
        self.all(&LIST_ON_DEVICE, self.accounts_with_list());
        self.out_of_sight();
        for i in 0..self.model.policy.desks.len() {
            let (read, _) = self.truth(&self.at_desk_by_class(i, |l| &l.served));
            let place = Place {
                desk: Some((i, None)),
                ..Place::default()
            };
            self.put(&EXPOSURES, place, ratio(read, self.person_days(i)));
            self.reviewers(i, place, read);
        }
    }

    /// What outsourced people see, and how many people leave; `read`: units of abuse that the desk read.
    fn reviewers(&mut self, chain: usize, place: Place, read: f64) {
        let (model, draw) = (self.model, &self.outcome.draw);
        let desk = model.policy.desks[chain];
        let Some(terms) = model.staff_terms(draw, desk) else {
            return;
        };
        let days = self.person_days(chain);
        let (people, abuse) = (terms.elsewhere.people, self.elsewhere(chain, &terms).1);
        let (here, away) = model.leaving(desk);
        let rate = |of: Option<Param<PerYear>>| of.map_or(0.0, |p| draw.of(p));
        let expected = |leaving: Leaving, days: f64, seen: f64| {
            rate(leaving.base) * days + rate(leaving.per_exposure) * seen
        };
        let own = expected(here, days * (1.0 - people), read * (1.0 - abuse));
        let other = expected(away, days * people, read * abuse);
        let working = self.working_days(desk);
        let outsourced = model.mechanisms.outsourcing.iter().any(|o| o.desk == desk);
        let known = !here.is_none() || !away.is_none();
        if outsourced {
            let seen = ratio(read * abuse, days * people);
            self.put(&EXPOSURES_ELSEWHERE, place, seen);
        }
        if known {
            self.put(&LEAVING, place, ratio(own + other, working));
        }
        if known && outsourced {
            self.put(&LEAVING_ELSEWHERE, place, ratio(other, working));
        }
    }

    /// Working days of a desk in the horizon, whether it is open or not.
    fn working_days(&self, desk: usize) -> f64 {
        let works = &self.model.world.desks[desk].working_days;
        let days = (0..self.model.run.days).filter(|d| works[self.model.weekday(*d)]);
        days.count() as f64
    }

    /// Accounts on devices that hold the list of pieces, or the classifier.
    fn accounts_with_list(&self) -> f64 {
        let (model, outcome) = (self.model, self.outcome);
        let on_device = |i: usize, service: usize| {
            let order = &model.policy.orders[i];
            outcome.carried.order_days[i] > 0
                && order.services.contains(&service)
                && model.terms(order).list_on_device
        };
        let services = model.world.services.iter().enumerate();
        services
            .map(|(s, service)| {
                let orders = 0..model.policy.orders.len();
                let widest = orders
                    .filter(|i| on_device(*i, s))
                    .map(|i| model.coverage(&outcome.draw, i))
                    .fold(0.0, f64::max);
                widest * outcome.draw.of(service.accounts)
            })
            .sum()
    }

    /// Abusive traffic that has left or is encrypted in advance.
    fn out_of_sight(&mut self) {
        let flagged = self.flags_by_class(|_| true);
        let (mut all, mut moved) = (0.0, 0.0);
        let material = self.model.world.material.len();
        for (class, flags) in flagged.into_iter().enumerate().take(material) {
            let mut circulating = flags as f64;
            let mut gone = 0.0;
            for rest in self.outcome.unflagged() {
                let away = rest.left[class] + rest.disguised[class];
                gone += away as f64;
                circulating += (rest.missed[class] + rest.unscanned[class] + away) as f64;
            }
            self.at_class(&DISPLACED_SHARE, class, ratio(gone, circulating));
            all += circulating;
            moved += gone;
        }
        self.all(&DISPLACED_SHARE, ratio(moved, all));
    }
}
