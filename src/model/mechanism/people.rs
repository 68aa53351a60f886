//! Mechanisms at the desks.

use crate::model::parameter::Param;
use crate::units::{
    Count, Days, EurPerHour, HoursPerDay, Number, PerDay, PerHour, PerYear, Ratio, Share,
};

/// People who read reports and, in the hours that are left, investigate.
#[derive(Debug, Clone)]
pub struct SharedStaff {
    /// Desk (index into the world's list).
    pub desk: usize,
    /// Working hours of a person, reading included.
    pub hours: Param<HoursPerDay>,
    /// Targeted cases per hour of investigation.
    pub yield_per_hour: Param<PerHour>,
}

/// A desk that hires when it is behind.
#[derive(Debug, Clone)]
pub struct Hiring {
    /// Desk (index into the world's list).
    pub desk: usize,
    /// Days between two decisions.
    pub review: Param<Days>,
    /// Backlog, in days of work, above which people are hired.
    pub backlog: Param<Days>,
    /// People hired at each decision, as a share of those at the start.
    pub step: Param<Ratio>,
    /// Time from the decision to the first unit read.
    pub training: Param<Days>,
    /// Greatest number of people, as a multiple of those at the start.
    pub limit: Param<Ratio>,
}

/// Error rates that grow with the load.
#[derive(Debug, Clone)]
pub struct Fatigue {
    /// Desk (index into the world's list).
    pub desk: usize,
    /// Relative growth of both error rates per day of work that waits.
    pub per_backlog_day: Param<Number>,
    /// Greatest factor on the error rates.
    pub limit: Param<Ratio>,
}

/// A limit on the abuse that a person has to see in a day.
#[derive(Debug, Clone)]
pub struct Welfare {
    /// Desk (index into the world's list).
    pub desk: usize,
    /// Units of abuse per person and working day.
    pub exposures: Param<Count>,
    /// How often people leave.
    pub leaving: Leaving,
}

/// How often people leave the work of a desk: a hazard per person, linear in the abuse that each has to see.
#[derive(Debug, Clone, Copy, Default)]
pub struct Leaving {
    /// Per year, whatever they see.
    pub base: Option<Param<PerYear>>,
    /// Per year for each unit of abuse per working day.
    pub per_exposure: Option<Param<PerYear>>,
}

impl Leaving {
    /// Whether nothing is said.
    pub fn is_none(&self) -> bool {
        self.base.is_none() && self.per_exposure.is_none()
    }

    /// What is said here, and what `other` says of the rest.
    pub fn or(self, other: Self) -> Self {
        Self {
            base: self.base.or(other.base),
            per_exposure: self.per_exposure.or(other.per_exposure),
        }
    }
}

/// A part of the people of a desk works elsewhere, at other pay, speed, quality and safety.
#[derive(Debug, Clone)]
pub struct Outsourcing {
    /// Desk (index into the world's list).
    pub desk: usize,
    /// Share of its people.
    pub share: Param<Share>,
    /// Speed as a multiple of the desk's own.
    pub speed: Param<Ratio>,
    /// Hours of reading per person and working day.
    pub hours: Param<HoursPerDay>,
    /// Error rates as a multiple of the desk's own.
    pub errors: Param<Ratio>,
    /// Cost of an hour of one person.
    pub cost: Param<EurPerHour>,
    /// Units of abuse per person there and working day; `None` for the common limit of the desk, if there is one.
    pub exposures: Option<Param<Count>>,
    /// How often people there leave; what it does not say is as at the desk.
    pub leaving: Leaving,
}

/// Reports that reach a desk from abroad, besides those of the chain.
#[derive(Debug, Clone)]
pub struct ClearingHouse {
    /// Key.
    pub name: String,
    /// Desk (index into the world's list).
    pub desk: usize,
    /// Reports per day.
    pub reports: Param<PerDay>,
    /// Coefficient of variation of a day, beyond Poisson.
    pub overdispersion: Param<Ratio>,
    /// Shares of the classes, by class of the world; the remainder is ordinary.
    pub mix: Vec<Param<Share>>,
    /// Reports per incident: as many reports become one unit of work.
    pub reports_per_incident: Param<Ratio>,
    /// Share of what the desk would forward of these reports that it really passes on; the rest is kept as information.
    pub pass_through: Param<Share>,
}
