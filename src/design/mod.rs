//! Designs of experiments: points of the unit cube, and combinations of levels.

mod assignment;
mod error;
pub mod factorial;
pub mod fractional;
pub mod grid;
pub mod latin;
pub mod one_at_a_time;
pub mod permutation;
pub mod sample;
mod scramble;
pub mod sobol;
mod standard;

pub use assignment::assign_dimensions;
pub use error::DesignError;
pub use sample::Sample;
pub use sobol::quasi_uniform;

use crate::random::Streams;
use crate::random::streams::mix;
use rand::Rng;

/// The key of a factor: 64 bits from a seed and the name of the factor.
///
/// It depends on nothing else; so a factor that is added, removed or moved leaves the others alone.
pub fn key(seed: u64, name: &str) -> u64 {
    Streams::new(seed).stream(name, KEYS).next_u64()
}

/// Stream number of keys: the last, which no replication reaches.
const KEYS: u64 = u64::MAX;

/// 64 bits for a key and a counter.
#[inline]
fn hash(key: u64, counter: u64) -> u64 {
    mix(key ^ mix(counter))
}

/// A number of the open interval (0, 1) from 64 bits: an odd multiple of 2⁻⁵³.
#[inline]
fn open_unit(bits: u64) -> f64 {
    ((bits >> 12) as f64 + 0.5) * (1.0 / (1_u64 << 52) as f64)
}
