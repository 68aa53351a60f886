//! One replication to numbers: a fixed list of rows for a model, in a fixed order.

mod chain;
mod economy;
mod investigation;
mod orders;
mod rights;
mod risk;
mod safety;

pub(crate) use risk::USERS;

use super::metric::Metric;
use crate::engine::{Ledger, Outcome};
use crate::model::Model;
use crate::units::DAYS_PER_YEAR;

/// What a number is about, besides its metric.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Place {
    /// Index of the service.
    pub(crate) service: Option<usize>,
    /// Index in the chain, and of the member state within it.
    pub(crate) desk: Option<(usize, Option<usize>)>,
    /// What the class column names.
    pub(crate) class: Option<Subject>,
}

/// What the class column names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Subject {
    /// A class of items.
    Class(usize),
    /// An order.
    Order(usize),
    /// A group of the population.
    Group(usize),
    /// A user, by activity.
    User(usize),
}

/// One number of one replication.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row {
    pub(crate) metric: &'static Metric,
    pub(crate) place: Place,
    /// NaN where the metric is undefined.
    pub(crate) value: f64,
}

/// Collects the rows of one replication.
pub(crate) struct Measure<'a> {
    pub(crate) model: &'a Model,
    pub(crate) outcome: &'a Outcome,
    pub(crate) rows: Vec<Row>,
}

/// All numbers of one replication.
pub(crate) fn measure(model: &Model, outcome: &Outcome) -> Vec<Row> {
    let mut measure = Measure {
        model,
        outcome,
        rows: Vec::new(),
    };
    measure.items_and_flags();
    measure.orders();
    for desk in 0..outcome.desks.len() {
        measure.desk(desk);
    }
    measure.investigation();
    measure.rights();
    measure.economy();
    measure.safety();
    measure.rows
}

impl Measure<'_> {
    fn put(&mut self, metric: &'static Metric, place: Place, value: f64) {
        self.rows.push(Row {
            metric,
            place,
            value,
        });
    }

    fn all(&mut self, metric: &'static Metric, value: f64) {
        self.put(metric, Place::default(), value);
    }

    fn at_class(&mut self, metric: &'static Metric, class: usize, value: f64) {
        let place = Place {
            class: Some(Subject::Class(class)),
            ..Place::default()
        };
        self.put(metric, place, value);
    }

    fn days(&self) -> f64 {
        self.model.run.days as f64
    }

    fn per_year(&self) -> f64 {
        DAYS_PER_YEAR / self.days()
    }

    /// Flags by class, of the services that count.
    fn flags_by_class(&self, counts: impl Fn(usize) -> bool) -> Vec<u64> {
        let plan = &self.outcome.plan;
        let mut sums = vec![0; self.model.world.classes()];
        for (stream, totals) in plan.streams.iter().zip(&self.outcome.carried.streams) {
            if counts(stream.service) {
                for (lane, n) in plan.lanes[stream.lanes.clone()].iter().zip(&totals.flags) {
                    sums[lane.class] += n;
                }
            }
        }
        sums
    }

    /// Units of a desk of the chain by class, all places together.
    fn at_desk_by_class(&self, desk: usize, column: fn(&Ledger) -> &Vec<u64>) -> Vec<u64> {
        self.units_by_class(desk, column, true)
    }

    /// The same without reports from abroad.
    fn own_by_class(&self, desk: usize, column: fn(&Ledger) -> &Vec<u64>) -> Vec<u64> {
        self.units_by_class(desk, column, false)
    }

    fn units_by_class(
        &self,
        desk: usize,
        column: fn(&Ledger) -> &Vec<u64>,
        with_abroad: bool,
    ) -> Vec<u64> {
        let mut sums = vec![0; self.model.world.classes()];
        for ledger in &self.outcome.desks[desk].places {
            for (kind, n) in self.outcome.plan.kinds.iter().zip(column(ledger)) {
                if with_abroad || kind.abroad.is_none() {
                    sums[kind.class] += n;
                }
            }
        }
        sums
    }

    /// Flags passed on to the first desk by class: what an account threshold keeps back is not among them.
    fn sent_by_class(&self) -> Vec<u64> {
        let mut sums = vec![0; self.model.world.classes()];
        for (kind, n) in self
            .outcome
            .plan
            .kinds
            .iter()
            .zip(&self.outcome.carried.sent)
        {
            sums[kind.class] += n;
        }
        sums
    }

    /// Units that a desk forwarded at the end of the chain, as abuse and as innocent; zero where there is no desk.
    fn actionable(&self) -> (f64, f64) {
        match self.outcome.desks.len().checked_sub(1) {
            Some(last) => self.truth(&self.at_desk_by_class(last, |l| &l.forwarded)),
            None => (0.0, 0.0),
        }
    }

    /// The share of what the people of a desk of the chain can read in their hours that limits on exposure leave, when they read
    /// units of the composition of these; 1 without limits.
    fn within_limits(
        &self,
        chain: usize,
        places: &[&Ledger],
        units: fn(&Ledger, usize) -> u64,
    ) -> f64 {
        let (model, draw) = (self.model, &self.outcome.draw);
        let desk = model.policy.desks[chain];
        let Some(terms) = model.staff_terms(draw, desk) else {
            return 1.0;
        };
        let (mut all, mut abuse) = (0.0, 0.0);
        for (kind, of) in self.outcome.plan.kinds.iter().enumerate() {
            let n: f64 = places.iter().map(|l| units(l, kind) as f64).sum();
            all += n;
            abuse += if model.world.is_abusive(of.class) {
                n
            } else {
                0.0
            };
        }
        let share = if all > 0.0 { abuse / all } else { 0.0 };
        terms.within_limits(model.exposures(draw, desk), share)
    }

    /// Units that are abuse and units that are innocent.
    fn truth(&self, by_class: &[u64]) -> (f64, f64) {
        let material = self.model.world.material.len();
        let sum = |counts: &[u64]| counts.iter().map(|n| *n as f64).sum();
        (sum(&by_class[..material]), sum(&by_class[material..]))
    }
}

/// a / b, undefined when b is zero.
fn ratio(a: f64, b: f64) -> f64 {
    if b > 0.0 { a / b } else { f64::NAN }
}
