//! Samples of the unit cube: at random, Latin hypercubes, scrambled points of Sobol'.
//!
//! Each factor has a column of its own, found by its key; so a factor that is added, removed or moved
//! leaves the values of all others as they were.

use super::latin::{Placement, Slices};
use super::sobol::{Dimension, quasi_uniform};
use super::{DesignError, hash, open_unit};

/// Points of the open unit cube.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sample {
    points: u64,
    columns: Vec<Column>,
    identities: Vec<u64>,
    method: Method,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Column {
    Random(u64),
    Latin(Slices),
    Sobol(Dimension, u64),
}

/// How the points of a sample are chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Independently of each other: plain Monte Carlo.
    Random,
    /// A Latin hypercube.
    Latin(Placement),
    /// Scrambled points of the sequence of Sobol'.
    Sobol,
}

impl Sample {
    /// Independent uniform points.
    ///
    /// # Errors
    /// No points, no keys, or a key that occurs twice.
    pub fn random(points: u64, keys: &[u64]) -> Result<Self, DesignError> {
        Self::new(points, u64::MAX, keys, Method::Random, |key| {
            Column::Random(key)
        })
    }

    /// A Latin hypercube of at most 2³² − 1 points.
    ///
    /// # Errors
    /// No points or too many, no keys, or a key that occurs twice.
    pub fn latin(points: u64, keys: &[u64], placement: Placement) -> Result<Self, DesignError> {
        let most = u64::from(u32::MAX);
        let size = points.min(most) as u32;
        Self::new(points, most, keys, Method::Latin(placement), |key| {
            Column::Latin(Slices::new(size, key, placement))
        })
    }

    /// The first points of the sequence of Sobol', at most 2³², scrambled. A power of two serves best.
    ///
    /// Factor j takes dimension j of `dimensions`: [`super::assign_dimensions`] gives them out by name.
    ///
    /// # Errors
    /// No points or too many, no keys, a key or dimension that occurs twice, or lists of two lengths.
    pub fn sobol(points: u64, keys: &[u64], dimensions: &[Dimension]) -> Result<Self, DesignError> {
        if keys.len() != dimensions.len() {
            return Err(DesignError::Lengths {
                what: "keys and dimensions",
                left: keys.len() as u64,
                right: dimensions.len() as u64,
            });
        }
        let numbers: Vec<u64> = dimensions.iter().map(|d| d.number() as u64).collect();
        distinct(&numbers)?;
        let mut dimension = dimensions.iter();
        let mut sample = Self::new(points, 1 << 32, keys, Method::Sobol, Column::Random)?;
        for (column, &key) in sample.columns.iter_mut().zip(keys) {
            if let Some(&dimension) = dimension.next() {
                *column = Column::Sobol(dimension, key);
            }
        }
        sample.identities = numbers;
        Ok(sample)
    }

    fn new(
        points: u64,
        most: u64,
        keys: &[u64],
        method: Method,
        column: impl FnMut(u64) -> Column,
    ) -> Result<Self, DesignError> {
        if points == 0 {
            return Err(DesignError::Empty("point"));
        }
        if points > most {
            return Err(DesignError::TooManyPoints { most });
        }
        if keys.is_empty() {
            return Err(DesignError::NoFactors);
        }
        distinct(keys)?;
        Ok(Self {
            points,
            columns: keys.iter().copied().map(column).collect(),
            identities: keys.to_vec(),
            method,
        })
    }

    /// How many points there are.
    pub fn points(&self) -> u64 {
        self.points
    }

    /// How many factors there are.
    pub fn factors(&self) -> usize {
        self.columns.len()
    }

    /// How the points are chosen.
    pub fn method(&self) -> Method {
        self.method
    }

    /// What tells columns apart: the dimensions of a sample of Sobol', otherwise the keys.
    pub(super) fn identities(&self) -> &[u64] {
        &self.identities
    }

    /// The coordinate of a row and a factor, in the open interval (0, 1); nothing outside.
    pub fn coordinate(&self, row: u64, factor: usize) -> Option<f64> {
        let column = self.columns.get(factor).filter(|_| row < self.points)?;
        Some(column.at(row))
    }

    /// The point of a row; nothing beyond the last.
    pub fn point(&self, row: u64) -> Option<Vec<f64>> {
        (row < self.points).then(|| self.columns.iter().map(|column| column.at(row)).collect())
    }
}

impl Column {
    #[inline]
    fn at(&self, row: u64) -> f64 {
        match self {
            Self::Random(key) => open_unit(hash(*key, row)),
            Self::Latin(slices) => slices.at(row),
            Self::Sobol(dimension, key) => quasi_uniform(*dimension, row as u32, *key),
        }
    }
}

/// Refuses values that occur twice.
pub(super) fn distinct(values: &[u64]) -> Result<(), DesignError> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by_key(|&i| values[i]);
    match order
        .windows(2)
        .find(|pair| values[pair[0]] == values[pair[1]])
    {
        Some(pair) => Err(DesignError::SameKey(pair[0], pair[1])),
        None => Ok(()),
    }
}

#[cfg(test)]
#[path = "sample/tests.rs"]
mod tests;
