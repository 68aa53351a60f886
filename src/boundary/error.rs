//! Why a study says nothing about a boundary.

use crate::discovery::DiscoveryError;
use thiserror::Error;

/// A question that the rows of a study cannot answer.
#[derive(Debug, Clone, PartialEq, Error)]
#[non_exhaustive]
pub enum BoundaryError {
    /// The condition cannot be read.
    #[error(
        "`{0}` is no condition: write a number of the sweep, `<` or `>`, and a bound, such as `backlog@police > 10000` or `found-share:new < 1 %`"
    )]
    Condition(String),
    /// No column of that name.
    #[error("the sweep has no number `{name}`; it has {}", listed(.present))]
    Column {
        /// As it was written.
        name: String,
        /// Columns of metrics.
        present: Vec<String>,
    },
    /// The table is not that of a sweep.
    #[error("the table has no {0}: it is not that of a sweep of this program")]
    Table(&'static str),
    /// The condition holds always, or never.
    #[error(
        "{hits} of {cases} points meet the condition: there is nothing to find; choose another bound, or a wider sweep"
    )]
    OneSided {
        /// Points that meet it.
        hits: usize,
        /// Points.
        cases: usize,
    },
    /// Too few points for the folds of a tree.
    #[error(
        "{0} points are too few for boxes and a tree: at least 10 are needed, and hundreds say more"
    )]
    Few(usize),
    /// Nothing varies.
    #[error("no factor of the sweep varies")]
    Constant,
    /// One policy only.
    #[error("the sweep has one policy: vary a lever, or sweep several scenarios")]
    OnePolicy,
    /// Policies were not run in the same states of the world.
    #[error(
        "policy `{policy}` was run in {found} states of the world and not in {expected}; sweep the levers with `--design crossed`, over the same points of the uncertainties, or with `--design full` and replications"
    )]
    States {
        /// The policy.
        policy: String,
        /// Its states.
        found: usize,
        /// Those of the first policy.
        expected: usize,
    },
    /// A method refused.
    #[error(transparent)]
    Method(#[from] DiscoveryError),
}

fn listed(present: &[String]) -> String {
    let quoted: Vec<String> = present.iter().map(|p| format!("`{p}`")).collect();
    quoted.join(", ")
}
