//! Which dimension of the sequence of Sobol' a named factor gets.

use super::sobol::{DIMENSIONS, Dimension};
use super::{DesignError, hash, key};

/// The dimensions of named factors, in the order of the names.
///
/// A dimension follows from the name alone, by hashing, unless two names meet: then the one whose own
/// hash is the smaller keeps the place, and the other takes the next of its own sequence of places. So
/// the order of the names does not matter, and a name that is added or removed can move only names
/// that meet it.
///
/// # Errors
/// A name that occurs twice; more names than dimensions.
pub fn assign_dimensions<S: AsRef<str>>(names: &[S]) -> Result<Vec<Dimension>, DesignError> {
    assign_among(names, GOOD)
}

/// The dimensions that names are hashed into first: the earlier ones are better together.
const GOOD: usize = 128;

/// How often a name tries for a place among the good ones before it takes any.
const TRIES: u64 = 4;

/// Independent of any seed: a scenario has the same dimensions under all seeds.
const SEED: u64 = 0;

fn assign_among<S: AsRef<str>>(names: &[S], good: usize) -> Result<Vec<Dimension>, DesignError> {
    if names.len() > DIMENSIONS {
        return Err(DesignError::TooManyFactors {
            factors: names.len(),
            available: DIMENSIONS,
        });
    }
    let mut order: Vec<(u64, &str, usize)> = names
        .iter()
        .enumerate()
        .map(|(place, name)| (key(SEED, name.as_ref()), name.as_ref(), place))
        .collect();
    order.sort_unstable();
    if let Some(pair) = order.windows(2).find(|pair| pair[0].1 == pair[1].1) {
        return Err(DesignError::Twice(pair[0].1.to_owned()));
    }
    let mut taken = vec![false; DIMENSIONS];
    let mut assigned = vec![0; names.len()];
    for (own, _, place) in order {
        let dimension = first_free(own, good, &taken);
        taken[dimension] = true;
        assigned[place] = dimension;
    }
    assigned.into_iter().map(Dimension::new).collect()
}

/// The first free place: tried among the good ones, then anywhere, in an order that belongs to the hash.
fn first_free(own: u64, good: usize, taken: &[bool]) -> usize {
    let any = taken.len();
    let size = |attempt| if attempt < TRIES { good } else { any };
    let tries = (0..any as u64).map(|attempt| (hash(own, attempt) % size(attempt) as u64) as usize);
    tries
        .chain(0..any)
        .find(|&place| !taken[place])
        .expect("there are at most as many names as places")
}

#[cfg(test)]
#[path = "assignment/tests.rs"]
mod tests;
