//! How a run samples the uncertain numbers, and when it has run long enough.

use crate::diag::Span;

/// How states of the world are sampled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sampling {
    /// Independent draws.
    #[default]
    Plain,
    /// Randomised quasi-Monte Carlo: points of Sobol' sequences, scrambled.
    Quasi,
}

/// Which number of a metric over replications.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// The mean.
    Mean,
    /// The 5 % quantile.
    P05,
    /// The median.
    Median,
    /// The 95 % quantile.
    P95,
}

/// How precise a number must be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum HalfWidth {
    /// In the unit of the metric.
    Absolute(f64),
    /// As a share of the number itself.
    Relative(f64),
}

/// A run goes on until the confidence interval of one number is narrow enough, or all replications have been run.
#[derive(Debug, Clone, PartialEq)]
pub struct Stop {
    /// Name of the metric.
    pub metric: String,
    /// Service column.
    pub service: String,
    /// Desk column.
    pub desk: String,
    /// Class column.
    pub class: String,
    /// Where the metric is named.
    pub place: Span,
    /// Which number.
    pub of: Of,
    /// The half width that is wanted.
    pub half_width: HalfWidth,
    /// Confidence of the interval, between 0 and 1.
    pub confidence: f64,
    /// Least number of replications.
    pub at_least: u64,
}

impl Stop {
    /// After how many replications it is looked at next, `n` of them having been run: at first after the least number, then a
    /// tenth more each time, in multiples of `repeats`, so that the order of looking is the same on every machine.
    pub fn next_look(&self, n: u64, repeats: u64) -> u64 {
        let wanted = self.at_least.max(n + n / 10).max(n + 1);
        wanted.div_ceil(repeats) * repeats
    }
}
