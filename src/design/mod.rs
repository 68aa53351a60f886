//! Designs of experiments: points of the unit cube, and combinations of levels.

mod error;
mod scramble;
pub mod sobol;

pub use error::DesignError;
pub use sobol::quasi_uniform;

use crate::random::Streams;
use rand::Rng;

/// The key of a factor: 64 bits from a seed and the name of the factor.
///
/// It depends on nothing else; so a factor that is added, removed or moved leaves the others alone.
pub fn key(seed: u64, name: &str) -> u64 {
    Streams::new(seed).stream(name, KEYS).next_u64()
}

/// Stream number of keys: the last, which no replication reaches.
const KEYS: u64 = u64::MAX;
