//! Closed forms: pure functions of numbers, without model and without random numbers.

pub mod accounts;
pub mod bayes;
pub mod counts;
pub mod curve;
pub mod queue;
pub mod rule;
