//! Why a study says nothing about a boundary.

use crate::discovery::DiscoveryError;
use crate::text::thousands;
use thiserror::Error;

/// A question that the rows of a study cannot answer.
#[derive(Debug, Clone, PartialEq, Error)]
#[non_exhaustive]
pub enum BoundaryError {
    /// The condition cannot be read.
    #[error(
        "`{0}` is no condition: write a number of the sweep, `<` or `>`, and a bound, such as `backlog@police > 10000` or `found-share:new < 0.5 %`"
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
        "{} of {} points meet the condition: there is nothing to find; choose another bound, or a wider sweep",
        thousands(*.hits as f64),
        thousands(*.cases as f64)
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
    /// A number that is asked for is undefined at every point.
    #[error("`{name}` is undefined at all {} points of the sweep", thousands(*.points as f64))]
    Undefined {
        /// Name of the column.
        name: String,
        /// Points.
        points: usize,
    },
    /// No state of the world in which all numbers are defined for all policies.
    #[error(
        "`{metric}` is undefined under the policy `{policy}` in {} of {} states of the world, so that there is none in which all policies can be compared; choose a number that is defined without what the policy leaves out",
        thousands(*.undefined as f64),
        thousands(*.states as f64)
    )]
    NoState {
        /// Name of the column.
        metric: String,
        /// The policy.
        policy: String,
        /// States in which it is undefined.
        undefined: usize,
        /// All states.
        states: usize,
    },
    /// Nothing varies.
    #[error("no factor of the sweep varies")]
    Constant,
    /// One policy only.
    #[error("the sweep has one policy: vary a lever, or sweep several scenarios")]
    OnePolicy,
    /// Policies were not run in the same states of the world.
    #[error(
        "policy `{policy}` was not run in the states of the world of the first policy: {found} of {expected} are the same; sweep the levers with `--design crossed`, over the same points of the uncertainties, or with `--design full` and replications"
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
