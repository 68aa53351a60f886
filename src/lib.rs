//! `vessels`: what a margin for false positives, set in advance, does to the share of abuse material that is found,
//! to the reports at every desk that must read them, and to the people who are flagged for nothing.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

pub mod answer;
pub mod boundary;
pub mod chart;
pub mod compare;
pub mod contrast;
pub mod dependence;
pub mod design;
pub mod diag;
pub mod discovery;
pub mod dist;
pub mod engine;
pub mod export;
pub mod findings;
pub mod influence;
pub mod language;
pub mod model;
pub mod pictures;
pub mod random;
pub mod results;
pub mod scenario;
pub mod sensitivity;
pub mod solve;
pub mod special;
pub mod stats;
pub mod study;
pub mod text;
pub mod theory;
pub mod tradeoff;
pub mod twin;
pub mod units;
