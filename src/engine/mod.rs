//! The simulation.

mod desk;
mod error;
mod flags;
mod labels;
mod lanes;
mod mixes;
mod queue;
mod replication;
mod volume;

pub use error::EngineError;
