//! Where it flips: scenario discovery, robustness of policies, and what no policy beats.
//!
//! Numbers in; boxes, trees and frontiers out. Nothing here knows what a column means.
//!
//! * [`prim`]: boxes of cases of interest by the patient rule induction method;
//! * [`tree`]: the same question to a classification tree;
//! * [`words`]: a box as a sentence;
//! * [`robust`]: policies over states of the world;
//! * [`pareto`]: policies that no other policy beats in every metric.

pub mod cases;
pub mod pareto;
pub mod prim;
pub mod region;
pub mod robust;
pub mod tree;
pub mod words;

pub use cases::{Cases, Column};
pub use region::{Limit, Region};

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum DiscoveryError {
    /// There are no cases, no columns, no policies, no states or no metrics.
    #[error("there are no {0}")]
    Empty(&'static str),
    /// Two things that must be of one length are not.
    #[error("{what} must have {expected} entries, not {found}")]
    Length {
        /// What is too short or too long.
        what: &'static str,
        /// The length of what was given before it.
        expected: usize,
        /// Its own length.
        found: usize,
    },
    /// A number is infinite or not a number.
    #[error("row {row} of column {column} is {value}, not a finite number")]
    NotFinite {
        /// Column, from 0.
        column: usize,
        /// Row, from 0.
        row: usize,
        /// What stands there.
        value: f64,
    },
    /// A column of whole numbers holds a fraction.
    #[error("row {row} of column {column} is {value}, not a whole number")]
    NotWhole {
        /// Column, from 0.
        column: usize,
        /// Row, from 0.
        row: usize,
        /// What stands there.
        value: f64,
    },
    /// A category has a code of 64 or more.
    #[error("row {row} of column {column} is category {code}; codes go from 0 to 63")]
    Code {
        /// Column, from 0.
        column: usize,
        /// Row, from 0.
        row: usize,
        /// What stands there.
        code: u32,
    },
    /// No case, or every case, is of interest: there is nothing to tell apart.
    #[error("{hits} of {cases} cases are of interest; there must be some and not all")]
    OneSided {
        /// Cases of interest.
        hits: usize,
        /// All cases.
        cases: usize,
    },
    /// More than 2³² − 1 cases.
    #[error("there are {0} cases; at most 4,294,967,295 can be held")]
    TooMany(usize),
    /// An option is outside its range.
    #[error("{what} must be {range}, not {value}")]
    Option {
        /// The option.
        what: &'static str,
        /// What it may be.
        range: &'static str,
        /// What it is.
        value: f64,
    },
}
