//! Mechanisms that change what circulates, what is flagged, and what is passed on to the desks.

use crate::model::parameter::Param;
use crate::units::{Count, Days, Number, PerDay, Share};

/// A threshold of hits per account in a sliding window before anything is reported.
#[derive(Debug, Clone)]
pub struct Accounts {
    /// Hits that are needed, by detector (index into the world's list); at least 1.
    pub hits: Vec<Param<Count>>,
    /// Length of the window.
    pub window: Param<Days>,
    /// Correlation of the false hits of one account.
    pub correlation: Param<Share>,
}

/// Days on which one innocent item hits many users at once.
#[derive(Debug, Clone)]
pub struct Burst {
    /// Key.
    pub name: String,
    /// For tables and charts.
    pub title: String,
    /// The detector that it hits (index into the world's list).
    pub detector: usize,
    /// The benign class of the item (a class index of the world; `ordinary` unless one is named).
    pub class: usize,
    /// Bursts per day, Poisson.
    pub rate: Param<PerDay>,
    /// Least number of copies sent on its first day.
    pub least: Param<Count>,
    /// Greatest number.
    pub greatest: Param<Count>,
    /// Tail index of the Pareto distribution of sizes.
    pub tail_index: Param<Number>,
    /// Days after which half as many copies are sent; 0 for one day only.
    pub half_life: Param<Days>,
}

/// Confirmed pieces of one class enter the list of a hash detector.
#[derive(Debug, Clone)]
pub struct Learning {
    /// The desk that confirms (index into the world's list); the last of the chain when left out.
    pub desk: Option<usize>,
    /// The detector whose list grows (index into the world's list).
    pub detector: usize,
    /// The class that is learned (index into the world's material).
    pub from: usize,
    /// The class that it becomes.
    pub to: usize,
    /// Time from confirmation to listing.
    pub lag: Param<Days>,
    /// Share of confirmed pieces that is listed.
    pub share: Param<Share>,
}

/// Found pieces stop circulating.
#[derive(Debug, Clone)]
pub struct Removal {
    /// The desk whose forwarded units count as found; the last of the chain when left out.
    pub desk: Option<usize>,
    /// Share of found pieces that stops circulating, by class of abuse material.
    pub share: Vec<Param<Share>>,
    /// Time from finding to removal.
    pub lag: Param<Days>,
}

/// Fewer new pieces, by measures other than detection.
#[derive(Debug, Clone)]
pub struct Prevention {
    /// Share by which the inflow of pieces falls in the end.
    pub reduction: Param<Share>,
    /// Begins after.
    pub from: Param<Days>,
    /// Reaches its end after so much time more, linearly.
    pub ramp: Param<Days>,
}

/// Fewer new pieces where the perceived chance of detection is high: the inflow is multiplied by `(1 − q)^ε`.
#[derive(Debug, Clone)]
pub struct Deterrence {
    /// ε.
    pub elasticity: Param<Number>,
    /// Time constant with which the perceived chance q follows the share of circulating items that is flagged.
    pub memory: Param<Days>,
}

/// One type of user, who leaves or encrypts in advance once an order reads a service.
#[derive(Debug, Clone)]
pub struct UserType {
    /// Key.
    pub name: String,
    /// For tables and charts.
    pub title: String,
    /// Share of the abusive traffic that these users send.
    pub share: Param<Share>,
    /// Share of it that leaves in the end.
    pub leaves: Param<Share>,
    /// Share of what stays that is encrypted in advance in the end.
    pub encrypts: Param<Share>,
    /// Time constant of both.
    pub time: Param<Days>,
}

/// A service turns end-to-end encrypted.
#[derive(Debug, Clone)]
pub struct Encryption {
    /// Key.
    pub name: String,
    /// The service (index into the world's list).
    pub service: usize,
    /// Begins after.
    pub from: Param<Days>,
    /// Covers all accounts after so much time more, linearly.
    pub ramp: Param<Days>,
}
