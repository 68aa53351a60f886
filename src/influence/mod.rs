//! What matters in a study: from its rows to indices of the influence of every factor, with their uncertainty, in words.
//!
//! Methods are [`crate::sensitivity`]'s; here it is decided which design each needs, which rows it may use, and what its
//! numbers say. Everything follows from the rows of a study, so a finished sweep and a direct run give the same answer; a
//! tornado and Shapley effects have designs of their own.

mod answer;
mod columns;
mod correlated;
mod design;
mod error;
mod figures;
mod methods;
mod paths;
mod range;
mod runs;
mod table;
mod tornado;
mod words;
mod worth;

pub use answer::{Answer, Choice, Influence, Kind, Measure, Pair};
pub use correlated::independent;
pub use design::{Wanted, design};
pub use error::InfluenceError;
pub use methods::{Settings, answer};
pub use paths::shapley_not_of_a_sweep;
pub use runs::{Input, Output, Runs};
pub use table::{HEADER, records};
pub use tornado::not_of_a_sweep;
pub use words::{print, sentences};

#[cfg(test)]
mod tests;
