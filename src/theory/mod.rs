//! Closed forms: pure functions of numbers, without model. Where a number has no closed form it is simulated with a fixed
//! stream, so that it too is a function of its arguments.

pub mod accounts;
pub mod bayes;
pub mod counts;
pub mod curve;
pub mod queue;
pub mod rule;
