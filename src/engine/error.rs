//! What can go wrong in a run.

use crate::model::operating::OperatingError;
use thiserror::Error;

/// A run that was stopped. Every variant is fatal and names the replication, which can be repeated by itself.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum EngineError {
    /// A draw of the uncertain numbers describes no detector, or a rule that cannot be met.
    #[error("replication {replication}: the draw of the uncertain numbers is impossible: {source}")]
    Draw {
        /// The replication.
        replication: u64,
        /// Why.
        source: OperatingError,
    },
    /// Units were lost or created: a defect of this program.
    #[error(
        "replication {replication}, seed {seed}, day {day}: {what} are not conserved; please report this"
    )]
    Conservation {
        /// The replication.
        replication: u64,
        /// The seed.
        seed: u64,
        /// The day.
        day: usize,
        /// What does not add up, and where.
        what: String,
    },
    /// A trigger gives an order a rule that cannot be met in this draw.
    #[error("trigger `{trigger}`: {source}")]
    Trigger {
        /// The trigger.
        trigger: String,
        /// Why.
        source: OperatingError,
    },
    /// A probability outside 0..1: shares of one whole exceed one in this draw.
    #[error("replication {replication}: {what}")]
    Probability {
        /// The replication.
        replication: u64,
        /// Which.
        what: String,
    },
    /// The threads could not be started.
    #[error("threads cannot be started: {0}")]
    Threads(String),
    /// The observer asked to stop.
    #[error("stopped")]
    Stopped,
}
