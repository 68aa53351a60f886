//! Random numbers: keyed streams, and samplers that are exact in distribution at any size.
//!
//! A draw is a function of the stream alone and gives the same value on every platform: the
//! samplers use integer arithmetic, the exact operations of floating point and [`libm`].

pub mod binomial;
pub mod gamma;
pub mod hypergeometric;
pub mod multivariate;
pub mod streams;

pub use binomial::Binomial;
pub use streams::{Stream, Streams, uniform_open};

/// A parameter for which no distribution exists.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum ParameterError {
    /// A probability is below 0, above 1 or not a number.
    #[error("a probability must be between 0 and 1, not {0}")]
    Probability(f64),
    /// A weight is negative, infinite or not a number, or the sum of the weights is infinite.
    #[error("a weight must be a finite number of at least 0, not {0}")]
    Weight(f64),
    /// Something is to be shared out and all weights are zero.
    #[error("at least one weight must be above 0")]
    NoWeight,
}

#[cfg(test)]
mod fit;
#[cfg(test)]
mod tests;
