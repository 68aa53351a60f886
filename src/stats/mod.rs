//! Statistics of replications: estimates that never travel without their uncertainty.

pub mod sketch;
pub mod summary;
