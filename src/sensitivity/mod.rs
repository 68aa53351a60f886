//! What matters: measures of the influence of inputs on an output, from numbers alone.
//!
//! Every method takes columns of numbers (one slice per input, one for the output), never a scenario, and returns
//! indices with their uncertainty. Which method to take:
//!
//! | question | sample | module |
//! |---|---|---|
//! | which of many inputs can be left out? | trajectories | [`morris`] |
//! | which share of the variance is due to an input, alone or with others? | A, B, AB | [`sobol`], [`pairs`] |
//! | the same from runs that are there already | ordinary | [`slices`], of ranks [`given_data`], [`ranks`] |
//! | the same when inputs are correlated | [`paths`] | [`shapley`] |
//! | which input moves the whole distribution, not only its variance? | ordinary | [`pawn`], [`cramer`] |
//! | which input is worth knowing before a choice? | ordinary, by policy | [`voi`] |
//! | how much of the spread is ignorance, how much is chance? | draws × repeats | [`layers`] |
//!
//! Where intervals are by bootstrap, they are functions of the numbers and of the seed of a [`Resampling`] alone: resample r of n rows is
//! the same for every input and for any number of threads. [`known`] holds models whose indices are known exactly.
//!
//! ```
//! use vessels::random::{Streams, uniform_open};
//! use vessels::sensitivity::{Resampling, known::Ishigami, sobol};
//!
//! let model = Ishigami { a: 7.0, b: 0.1 };
//! let mut stream = Streams::new(1).stream("points", 0);
//! let mut sample = || -> Vec<[f64; 3]> {
//!     let mut point = || std::array::from_fn(|_| uniform_open(&mut stream));
//!     (0..4096).map(|_| point()).collect()
//! };
//! let (a, b) = (sample(), sample());
//! // Sample A with one column from B, for each input.
//! let ab: Vec<Vec<f64>> = (0..3)
//!     .map(|i| {
//!         let crossed = a.iter().zip(&b).map(|(a, b)| {
//!             let mut point = *a;
//!             point[i] = b[i];
//!             model.evaluate(point)
//!         });
//!         crossed.collect()
//!     })
//!     .collect();
//! let run = |sample: &[[f64; 3]]| sample.iter().map(|&p| model.evaluate(p)).collect::<Vec<_>>();
//! let indices = sobol::indices(&run(&a), &run(&b), &ab, &Resampling::new(100, 0.95, 1)?)?;
//! for (index, exact) in indices.iter().zip(model.total()) {
//!     assert!((index.total.value - exact).abs() < 0.05);
//! }
//! # Ok::<(), vessels::sensitivity::SensitivityError>(())
//! ```

#[cfg(feature = "cli")]
pub mod conditional;
#[cfg(feature = "cli")]
pub mod cramer;
pub mod error;
#[cfg(feature = "cli")]
pub mod given_data;
#[cfg(feature = "cli")]
pub mod known;
pub mod layers;
#[cfg(feature = "cli")]
pub mod morris;
#[cfg(feature = "cli")]
pub mod pairs;
#[cfg(feature = "cli")]
pub mod paths;
#[cfg(feature = "cli")]
pub mod pawn;
#[cfg(feature = "cli")]
pub mod ranks;
#[cfg(feature = "cli")]
pub mod resampling;
#[cfg(feature = "cli")]
pub mod shapley;
#[cfg(feature = "cli")]
pub mod slices;
#[cfg(feature = "cli")]
pub mod sobol;
#[cfg(feature = "cli")]
pub mod voi;

#[cfg(feature = "cli")]
mod bins;
#[cfg(feature = "cli")]
mod linear;
#[cfg(feature = "cli")]
mod ratio;
#[cfg(feature = "cli")]
mod subsets;

pub use error::SensitivityError;
#[cfg(feature = "cli")]
pub use resampling::{Estimate, Interval, Resampling};

#[cfg(test)]
mod oracle;
