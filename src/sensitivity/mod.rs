//! What matters: measures of the influence of inputs on an output, from numbers alone.
//!
//! Every method takes columns of numbers (one slice per input, one for the output), never a scenario, and returns
//! indices with their uncertainty. Which method to take:
//!
//! | question | sample | module |
//! |---|---|---|
//! | which of many inputs can be left out? | trajectories | [`morris`] |
//! | which share of the variance is due to an input, alone or with others? | A, B, AB | [`sobol`], [`pairs`] |
//! | the same from runs that are there already | ordinary | [`given_data`], [`ranks`] |
//! | the same when inputs are correlated | sampler, or ordinary | [`shapley`], [`shapley_given`] |
//! | which input moves the whole distribution, not only its variance? | ordinary | [`pawn`], [`cramer`] |
//! | which input is worth knowing before a choice? | ordinary, by policy | [`voi`] |
//! | how much of the spread is ignorance, how much is chance? | draws × repeats | [`layers`] |
//!
//! Bootstrap intervals are functions of the numbers and of the seed of a [`Resampling`] alone: resample r of n rows is
//! the same for every input and for any number of threads. [`known`] holds models whose indices are known exactly.

pub mod conditional;
pub mod cramer;
pub mod error;
pub mod given_data;
pub mod known;
pub mod layers;
pub mod morris;
pub mod pairs;
pub mod pawn;
pub mod ranks;
pub mod resampling;
pub mod shapley;
pub mod shapley_given;
pub mod sobol;
pub mod voi;

mod bins;
mod linear;
mod subsets;

pub use error::SensitivityError;
pub use resampling::{Estimate, Interval, Resampling};

#[cfg(test)]
mod oracle;
