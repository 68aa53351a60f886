//! How much the people of a desk can read on a day, and how well: hiring, load, limits on exposure, outsourcing.

use super::pair::{Pair, Readers};
use super::queue::Queue;
use crate::model::Model;
use crate::model::mechanism::{Fatigue, Hiring};
use crate::model::parameter::Draw;
use crate::model::staff::StaffTerms;
use crate::model::world::Capacity;

/// The people of a desk at one place, over the days of a replication.
pub(crate) struct Staffing {
    /// People here at the start; 0 where the capacity is not given by people.
    start: f64,
    /// The same today.
    people: f64,
    /// Units per working day at the start.
    capacity: f64,
    /// Working days per day of the week, on average.
    working: f64,
    hiring: Option<Recruitment>,
    fatigue: Option<(f64, f64)>,
    exposures: Option<f64>,
    /// Part of a unit that a limit on exposure left over: carried to the next day, so that it is not lost.
    carried: f64,
    /// Factor on error rates of the whole desk: the part of the work that is done elsewhere.
    errors: f64,
    terms: Option<StaffTerms>,
    /// Parts of the units, and of the abuse, that are read elsewhere today.
    elsewhere: (f64, f64),
}

struct Recruitment {
    review: usize,
    backlog: f64,
    step: f64,
    training: usize,
    limit: f64,
    /// People who are hired and not yet trained: day of their first unit, and how many.
    trainees: Vec<(usize, f64)>,
}

impl Staffing {
    /// `staff_share`: the part of the people who are at this place.
    pub(crate) fn new(model: &Model, draw: &Draw, desk: usize, staff_share: f64) -> Self {
        let mechanisms = &model.mechanisms;
        let index = desk;
        let desk = &model.world.desks[desk];
        let people = match desk.capacity {
            Capacity::Staff { people, .. } => draw.of(people) * staff_share,
            _ => 0.0,
        };
        let whole = desk.capacity_per_working_day(draw);
        let terms = model.staff_terms(draw, index);
        let (factor, errors) = terms.map_or((1.0, 1.0), |t| (t.capacity_factor, t.error_factor));
        let capacity = if whole.is_finite() {
            whole * factor * staff_share
        } else {
            whole
        };
        Self {
            start: people,
            people,
            capacity,
            working: desk.working_days.iter().filter(|d| **d).count() as f64 / 7.0,
            hiring: mechanisms
                .hiring
                .iter()
                .find(|h| h.desk == index)
                .map(|h| Recruitment::new(h, draw)),
            fatigue: mechanisms
                .fatigue
                .iter()
                .find(|f| f.desk == index)
                .map(|f: &Fatigue| (draw.of(f.per_backlog_day), draw.of(f.limit))),
            exposures: model.exposures(draw, index),
            carried: 0.0,
            errors,
            elsewhere: terms.map_or((0.0, 0.0), |t| (t.elsewhere.units, t.elsewhere.units)),
            terms,
        }
    }

    /// Parts of the units, and of the abuse, that are read elsewhere today.
    pub(crate) fn elsewhere(&self) -> (f64, f64) {
        self.elsewhere
    }

    /// Units that are read today of what waits, at most `capacity`: people stop when they have seen enough abuse.
    pub(crate) fn within_limits(&mut self, queue: &Queue, capacity: u64) -> u64 {
        if let Some(terms) = self.terms
            && let Some(exposures) = terms.elsewhere.exposures
        {
            return self.within_two_limits(queue, capacity, terms, exposures);
        }
        let limited = self
            .exposures
            .and_then(|limit| queue.until_abuse(limit * self.people, capacity));
        self.whole(limited, capacity)
    }

    /// Whole units of what a limit on exposure allows, if one is reached.
    fn whole(&mut self, limited: Option<f64>, capacity: u64) -> u64 {
        if capacity == 0 {
            return 0;
        }
        let Some(units) = limited else {
            self.carried = 0.0;
            return capacity;
        };
        // A sum of parts may miss a whole number by its last digits.
        let whole = libm::floor(self.carried + units + 1e-6);
        self.carried += units - whole;
        (whole as u64).min(capacity)
    }

    /// The same when those who are elsewhere have a limit of their own.
    fn within_two_limits(
        &mut self,
        queue: &Queue,
        capacity: u64,
        terms: StaffTerms,
        exposures: f64,
    ) -> u64 {
        let away = terms.elsewhere;
        let hours = |part: f64| part * capacity as f64;
        let sight = |part: f64, limit: f64| {
            if part > 0.0 {
                part * self.people * limit
            } else {
                0.0
            }
        };
        let here = self.exposures.unwrap_or(f64::INFINITY);
        let mut pair = Pair([
            Readers::new(hours(1.0 - away.units), sight(1.0 - away.people, here)),
            Readers::new(hours(away.units), sight(away.people, exposures)),
        ]);
        let waits_on = queue.read_by(&mut pair);
        let [own, other] = pair.0;
        if own.units + other.units > 0.0 {
            let abuse = own.abuse + other.abuse;
            let units = other.units / (own.units + other.units);
            self.elsewhere = (
                units,
                if abuse > 0.0 {
                    other.abuse / abuse
                } else {
                    units
                },
            );
            self.errors = terms.errors(units);
        }
        self.whole(waits_on.then(|| pair.units()), capacity)
    }

    /// People who read today.
    pub(crate) fn people(&self) -> f64 {
        self.people
    }

    /// Units per working day with the people of today.
    pub(crate) fn per_working_day(&self) -> f64 {
        if self.people == self.start {
            self.capacity
        } else {
            self.capacity * (self.people / self.start)
        }
    }

    /// Units per day on average over the week, with the people of today, of what waits: limits on exposure included.
    pub(crate) fn mean_per_day(&self, queue: &Queue) -> f64 {
        let whole = self.per_working_day() * self.working;
        match self.terms {
            Some(terms) if self.exposures.is_some() || terms.elsewhere.exposures.is_some() => {
                whole * terms.within_limits(self.exposures, queue.abuse_share())
            }
            _ => whole,
        }
    }

    fn days_of_work(&self, queue: &Queue) -> f64 {
        if queue.backlog() == 0 {
            0.0
        } else {
            queue.backlog() as f64 / self.mean_per_day(queue)
        }
    }

    /// Hires and trains at the start of a day.
    pub(crate) fn begin(&mut self, day: usize, queue: &Queue) {
        let waiting = self.days_of_work(queue);
        if let Some(recruitment) = &mut self.hiring {
            self.people += recruitment.trained(day);
            if recruitment.is_due(day) && waiting > recruitment.backlog {
                recruitment.hire(day, self.start, self.people);
                self.people += recruitment.trained(day);
            }
        }
    }

    /// Factor on both error rates today.
    pub(crate) fn error_factor(&self, queue: &Queue) -> f64 {
        match self.fatigue {
            None | Some((0.0, _)) => self.errors,
            Some((growth, limit)) => {
                let load = 1.0 + growth * self.days_of_work(queue);
                self.errors * load.min(limit)
            }
        }
    }
}

impl Recruitment {
    fn new(hiring: &Hiring, draw: &Draw) -> Self {
        let days = |d| libm::round(draw.of(d)) as usize;
        Self {
            review: days(hiring.review).max(1),
            backlog: draw.of(hiring.backlog),
            step: draw.of(hiring.step),
            training: days(hiring.training),
            limit: draw.of(hiring.limit),
            trainees: Vec::new(),
        }
    }

    fn is_due(&self, day: usize) -> bool {
        day > 0 && day.is_multiple_of(self.review)
    }

    fn trained(&mut self, day: usize) -> f64 {
        let ready = self.trainees.iter().filter(|t| t.0 <= day);
        let people = ready.map(|t| t.1).sum();
        self.trainees.retain(|t| t.0 > day);
        people
    }

    fn hire(&mut self, day: usize, start: f64, people: f64) {
        let hired: f64 = self.trainees.iter().map(|t| t.1).sum();
        let free = start * self.limit - people - hired;
        let more = (start * self.step).min(free);
        if more > 0.0 {
            self.trainees.push((day + self.training, more));
        }
    }
}
