//! What is ordered, and how it is run.

use super::Model;
use super::parameter::{Draw, Param};
use super::precision::{Sampling, Stop};
use super::world::TechniqueTerms;
use crate::diag::Span;
use crate::units::{Days, Number, PerDay, Share};

/// A policy.
#[derive(Debug, Clone)]
pub struct Policy {
    /// The desks that reports pass (index into the world's list).
    pub desks: Vec<usize>,
    /// Correlation of the scores of several detectors on one item.
    pub correlation: Param<Share>,
    /// Orders, in the order in which flags are attributed to them.
    pub orders: Vec<Order>,
    /// What changes an order during the run.
    pub triggers: Vec<Trigger>,
}

/// What a condition looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Watched {
    /// Units waiting at the end of a day.
    Backlog,
    /// The same in days of work.
    BacklogDays,
    /// Units arriving per day.
    Arrivals,
    /// Share of the arriving units that is abuse.
    Precision,
}

/// A bound on what happens at a desk.
#[derive(Debug, Clone, Copy)]
pub struct Condition {
    /// What is looked at.
    pub watched: Watched,
    /// Desk (index into the world's list).
    pub desk: usize,
    /// Whether the bound must be passed upwards.
    pub above: bool,
    /// The bound, in units, days of work, units per day, or as a share.
    pub bound: Param<Number>,
    /// Backlogs must lie beyond the bound on so many days in a row; the others are averaged over them.
    pub days: Param<Days>,
}

/// What a trigger does to its order.
#[derive(Debug, Clone, Copy)]
pub enum Action {
    /// Starts it.
    Start,
    /// Ends it.
    Stop,
    /// Gives it another operating rule.
    Rule(Rule),
}

/// Something that happens to an order once a condition holds; at most once per replication.
#[derive(Debug, Clone)]
pub struct Trigger {
    /// Key.
    pub name: String,
    /// For tables and charts.
    pub title: String,
    /// When.
    pub when: Condition,
    /// Order (index into the policy's list).
    pub order: usize,
    /// What.
    pub action: Action,
}

/// Where an order reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Technique {
    /// On the provider's servers.
    ServerSide,
    /// On the user's device.
    ClientSide,
    /// On encrypted data.
    Homomorphic,
    /// In a trusted enclave.
    Enclave,
    /// By the users who receive it: nobody's messages are scanned.
    UserReport,
}

impl Model {
    /// Share of the items of its services that an order reads: its coverage times the devices that can run its technique.
    pub fn coverage(&self, draw: &Draw, order: usize) -> f64 {
        self.share_covered(draw, &self.policy.orders[order])
    }

    pub(super) fn share_covered(&self, draw: &Draw, order: &Order) -> f64 {
        draw.of(order.coverage) * draw.of(self.terms(order).devices)
    }

    /// Whether an order reads services that are end-to-end encrypted.
    pub fn reads_encrypted(&self, order: usize) -> bool {
        self.terms(&self.policy.orders[order]).reads_encrypted
    }

    /// Whether an order has messages read by a detector; users who report what they received do not.
    pub fn scans(&self, order: usize) -> bool {
        self.policy.orders[order].technique != Technique::UserReport
    }

    /// Whether some order counts what users report.
    pub fn has_user_reports(&self) -> bool {
        (0..self.policy.orders.len()).any(|order| !self.scans(order))
    }

    /// Whether nothing is read here: all reports come from abroad.
    pub fn only_reads_reports_from_abroad(&self) -> bool {
        self.policy.orders.is_empty() && !self.mechanisms.clearing_houses.is_empty()
    }

    /// What the technique of an order needs and costs.
    pub fn terms(&self, order: &Order) -> &TechniqueTerms {
        &self.world.techniques[order.technique as usize]
    }
}

/// When a threshold is fixed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Solved {
    /// Once, on central values.
    PreSet,
    /// For every draw.
    Attained,
}

/// The mixture of benign items on which a margin is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Calibration {
    /// What the order really reads.
    Field,
    /// The bench of the detector.
    Bench,
}

/// What fixes a threshold.
#[derive(Debug, Clone, Copy)]
pub enum Rule {
    /// False-positive rate.
    FalsePositiveRate(Param<Share>),
    /// False-discovery rate.
    FalseDiscoveryRate(Param<Share>),
    /// Recall.
    Recall(Param<Share>),
    /// The threshold itself.
    Threshold(Param<Number>),
    /// Flags per day.
    FlagsPerDay(Param<PerDay>),
    /// The capacity of a desk (index into the world's list).
    Desk(usize),
    /// Least expected cost.
    Cost {
        /// Of one innocent item flagged.
        false_flag: Param<Number>,
        /// Of one abusive item missed.
        miss: Param<Number>,
    },
    /// The detector's own point: recommended radius of a hash, the point of a fixed detector.
    Own,
}

impl Rule {
    /// Whether the detector's own point is meant.
    pub fn is_own(self) -> bool {
        matches!(self, Self::Own)
    }
}

/// One detector at work on some services.
#[derive(Debug, Clone)]
pub struct Order {
    /// Key.
    pub name: String,
    /// For tables and charts.
    pub title: String,
    /// Detector (index into the world's list).
    pub detector: usize,
    /// Services that are covered and can be read.
    pub services: Vec<usize>,
    /// Where it reads.
    pub technique: Technique,
    /// Share of items that is scanned.
    pub coverage: Param<Share>,
    /// Begins after.
    pub from: Param<Days>,
    /// Lasts.
    pub duration: Option<Param<Days>>,
    /// How often it may be renewed for another duration.
    pub renewals: u64,
    /// What must hold at its end for a renewal; every renewal is granted when there is none.
    pub renew_if: Option<Condition>,
    /// Whether it stands by until a trigger starts it.
    pub stands_by: bool,
    /// What fixes the threshold.
    pub rule: Rule,
    /// When it is fixed.
    pub solved: Solved,
    /// On which mixture a margin is met.
    pub calibration: Calibration,
}

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outputs {
    /// Totals and series by day.
    Daily,
    /// Totals and peaks.
    Totals,
}

/// How a scenario is run.
#[derive(Debug, Clone)]
pub struct Run {
    /// Horizon in days.
    pub days: usize,
    /// Number of replications; a multiple of `repeats`.
    pub replications: u64,
    /// Replications of chance for every draw of the uncertain numbers.
    pub repeats: u64,
    /// How the uncertain numbers are drawn.
    pub sampling: Sampling,
    /// When the run may end before all replications.
    pub stop: Option<Stop>,
    /// Greatest wall time; a run that it ends is not the same on another machine.
    pub minutes: Option<u64>,
    /// Seed.
    pub seed: u64,
    /// Weekday of day 0 (Monday = 0).
    pub start_weekday: usize,
    /// Whether uncertain numbers are drawn.
    pub draws: bool,
    /// What is asked for.
    pub outputs: Outputs,
    /// Whether charts are drawn.
    pub charts: bool,
}

/// A published result that must be reproduced.
#[derive(Debug, Clone)]
pub struct Expectation {
    /// Key.
    pub name: String,
    /// Metric.
    pub metric: String,
    /// Service column.
    pub service: String,
    /// Desk column.
    pub desk: String,
    /// Class column.
    pub class: String,
    /// Where the metric is named.
    pub place: Span,
    /// Least mean.
    pub low: f64,
    /// Greatest mean.
    pub high: f64,
    /// Where it was published.
    pub source: Option<String>,
}
