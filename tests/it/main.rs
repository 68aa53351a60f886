//! Integration tests: what the simulator prints, against formulas, arbitrary precision, hand-made queues and published sums.
#![allow(missing_docs)]

mod curves;
mod oracles;
mod per_message;
mod published;
mod queues;
mod support;
