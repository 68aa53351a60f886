//! Where a study flips: from its rows to boxes of factors in which a condition holds, and to policies that hold up.
//!
//! Methods are [`crate::discovery`]'s; here rows become cases, states of the world and policies, and boxes become words. Everything
//! follows from the rows of a sweep.

mod boxes;
mod condition;
mod error;
mod inputs;
mod policies;
mod words;

pub use boxes::{Found, FoundBox, Options, discover};
pub use condition::{Condition, Relation};
pub use error::BoundaryError;
pub use inputs::{Cases, Factor, cases};
pub use policies::{Goal, Robust, Score, Standing, robust};
pub use words::{box_sentence, leaf_sentence};
