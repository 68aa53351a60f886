//! Why no index can be computed from a study.

use crate::design::DesignError;
use crate::sensitivity::SensitivityError;
use thiserror::Error;

/// A study, or the rows of one, that cannot be analysed.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum InfluenceError {
    /// The table says nothing of the study that made it.
    #[error(
        "the table does not say which study made it: keep the `.json` of the sweep beside its CSV, or use the Parquet file"
    )]
    NoDescription,
    /// The table does not hold all rows of its study.
    #[error(
        "the table has {found} rows, but its study has {expected}: join the shards with `vessels merge` first"
    )]
    Rows {
        /// Rows of the table.
        found: u64,
        /// Rows of the study.
        expected: u64,
    },
    /// Rows do not stand in the order in which a study writes them.
    #[error(
        "the rows are not in the order in which the sweep wrote them: row {row} (the header left out) is another point or replication than stands there; sort them by policy, point and replication"
    )]
    Order {
        /// Number of the first row that is elsewhere.
        row: usize,
    },
    /// A column that the study promises is not there, or holds words where numbers must be.
    #[error("the table has no column of numbers `{0}`")]
    Column(String),
    /// A metric that the table does not hold.
    #[error("the table has no metric `{name}`; it has {known}")]
    Metric {
        /// What was asked for.
        name: String,
        /// What there is.
        known: String,
    },
    /// Nothing varies.
    #[error(
        "nothing varies: the scenario has no uncertain numbers; name factors with `--uncertainty PATH=OVER`"
    )]
    NoFactors,
    /// The rows come from several scenarios where one is meant.
    #[error(
        "{0} scenarios are studied; a method of sensitivity takes one, `--worth` compares several"
    )]
    Policies(usize),
    /// A choice needs alternatives.
    #[error("the worth of information is about a choice: give two or more scenarios")]
    NoChoice,
    /// The design does not suit the method.
    #[error(
        "`--method {method}` needs rows of a {needed} design, and these are of a {found} design; {hint}"
    )]
    Design {
        /// The method.
        method: &'static str,
        /// The design that it needs.
        needed: &'static str,
        /// The design that there is.
        found: &'static str,
        /// What can be done.
        hint: &'static str,
    },
    /// Shares of the variance of factors that are correlated.
    #[error(
        "`{first}` and `{second}` are correlated ({rank}), and indices of Sobol' are shares only where factors are independent: use `--method shapley`, or `--method given-data`; `--set \"correlations=[]\"` makes all independent"
    )]
    Correlated {
        /// Path of the one.
        first: String,
        /// Path of the other.
        second: String,
        /// Their rank correlation.
        rank: f64,
    },
    /// Too many rows have no value.
    #[error(
        "`{metric}` is undefined in {dropped} of {all} rows, more than a fifth: the indices of the rest would be about other scenarios"
    )]
    Undefined {
        /// The metric.
        metric: String,
        /// Rows without a value.
        dropped: usize,
        /// All rows.
        all: usize,
    },
    /// The numbers do not suit the method.
    #[error("`{metric}`: {source}")]
    Numbers {
        /// The metric.
        metric: String,
        /// Why.
        source: SensitivityError,
    },
    /// A number of resamples or a level of confidence out of its range.
    #[error(transparent)]
    Setting(#[from] SensitivityError),
    /// A design cannot be made.
    #[error(transparent)]
    Points(#[from] DesignError),
}
