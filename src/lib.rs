//! `vessels`: what a margin for false positives, set in advance, does to the share of abuse material that is found,
//! to the reports at every desk that must read them, and to the people who are flagged for nothing.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

pub mod answer;
#[cfg(feature = "cli")]
pub mod boundary;
pub mod bundled;
#[cfg(feature = "cli")]
pub mod chart;
#[cfg(feature = "cli")]
pub mod compare;
#[cfg(feature = "cli")]
pub mod contrast;
pub mod dependence;
pub mod design;
pub mod diag;
#[cfg(feature = "cli")]
pub mod discovery;
pub mod dist;
pub mod engine;
pub mod export;
#[cfg(feature = "cli")]
pub mod findings;
#[cfg(feature = "cli")]
pub mod influence;
pub mod language;
pub mod model;
pub mod parallel;
#[cfg(feature = "cli")]
pub mod pictures;
pub mod random;
#[cfg(feature = "cli")]
pub mod report;
pub mod results;
pub mod scenario;
pub mod sensitivity;
#[cfg(feature = "cli")]
pub mod solve;
pub mod special;
pub mod stats;
#[cfg(feature = "cli")]
pub mod study;
pub mod text;
pub mod theory;
pub mod tradeoff;
pub mod twin;
pub mod units;
