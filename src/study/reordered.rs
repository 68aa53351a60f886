//! Latin hypercubes with the rank correlation that is asked for, in the sample itself (Iman and Conover 1982).

use super::axis::{Axis, Scale};
use super::combination::Combination;
use super::crossed::Sampling;
use crate::design::iman_conover::reorder;
use crate::design::sample::Method;
use crate::design::{Design, DesignError, key};
use crate::model::Model;
use crate::model::dependence::Dependence;
use crate::model::factor::Role;

/// Points that are put in order: all columns of correlated numbers are in memory at once.
const MOST: u64 = 1_000_000;

/// A Latin hypercube in which the columns of correlated numbers were put in an order in which they have their rank correlation.
///
/// The copula makes dependent numbers of independent ones, so the correlation of a sample differs from the one that was asked for by
/// chance, and numbers after the first of a group lose their slices. Here the columns of a Latin hypercube are put in order (Iman and
/// Conover 1982): each number has its slices, and the sample its correlation as near as ranks allow. Coordinates are those that the
/// copula makes the reordered numbers of, so that a job needs to know nothing of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Reordered {
    /// The design with independent columns.
    pub(super) base: Box<Combination>,
    /// Of each correlated axis: its position, and its coordinates by point or state.
    columns: Vec<(usize, Vec<f64>)>,
}

impl Reordered {
    /// `base` with its columns in order: where it is a Latin hypercube of at most a million points, where all numbers that are correlated
    /// in the models are axes over their own distributions, and where the models have the same correlations.
    pub(super) fn of(
        base: Combination,
        axes: &[Axis],
        models: &[&Model],
        seed: u64,
    ) -> Result<Combination, DesignError> {
        let places = common(models).and_then(|(model, d)| places(model, d, axes));
        let (Some(places), Some(rows), Some(dependence)) = (
            places,
            latin(&base),
            models.first().and_then(|m| m.dependence.as_ref()),
        ) else {
            return Ok(base);
        };
        if rows > MOST || rows <= places.len() as u64 {
            return Ok(base);
        }
        let column = |axis: &usize| -> Vec<f64> {
            (0..rows)
                .map(|row| base.coordinate(row, *axis, axes))
                .collect()
        };
        let mut columns: Vec<Vec<f64>> = places.iter().map(column).collect();
        let key = key(seed, "design/iman-conover");
        reorder(&mut columns, dependence.copula.factor(), key)?;
        let mut row = vec![0.0; columns.len()];
        for point in 0..rows as usize {
            for (u, column) in row.iter_mut().zip(&columns) {
                *u = column[point];
            }
            dependence.copula.separate(&mut row);
            for (u, column) in row.iter().zip(&mut columns) {
                column[point] = *u;
            }
        }
        Ok(Combination::Reordered(Self {
            base: Box::new(base),
            columns: places.into_iter().zip(columns).collect(),
        }))
    }

    /// One coordinate for every axis at point `row`.
    pub(super) fn coordinates(&self, row: u64, axes: &[Axis]) -> Vec<f64> {
        let mut coordinates = self.base.coordinates(row, axes);
        for (axis, column) in &self.columns {
            coordinates[*axis] = column[(row % column.len() as u64) as usize];
        }
        coordinates
    }
}

/// Points of a Latin hypercube, or its states; `None` for any other design.
fn latin(base: &Combination) -> Option<u64> {
    match base {
        Combination::Design(Some(Design::Sample(sample))) => {
            matches!(sample.method(), Method::Latin(_)).then(|| sample.points())
        }
        Combination::Crossed(crossed) => {
            (crossed.sampling() == Sampling::Latin).then(|| crossed.states())
        }
        _ => None,
    }
}

/// The first model and its dependence, where all have the same.
fn common<'a>(models: &[&'a Model]) -> Option<(&'a Model, &'a Dependence)> {
    let (first, others) = models.split_first()?;
    let dependence = first.dependence.as_ref()?;
    let pairs = |d: &Dependence| -> Vec<([String; 2], u64)> {
        let written = d.correlations.iter();
        let mut pairs: Vec<_> = written
            .map(|c| {
                let mut between = c.between.clone();
                between.sort();
                (between, c.rank.to_bits())
            })
            .collect();
        pairs.sort();
        pairs
    };
    let is_same = |other: &&Model| {
        let other = other.dependence.as_ref();
        other.is_some_and(|other| pairs(other) == pairs(dependence))
    };
    others.iter().all(is_same).then_some((first, dependence))
}

/// The axes of the correlated numbers, in the order of the copula; `None` where one of them is no uncertainty over its own
/// distribution.
fn places(model: &Model, dependence: &Dependence, axes: &[Axis]) -> Option<Vec<usize>> {
    let place = |parameter: &usize| {
        let path = &model.parameters.at(*parameter).path;
        axes.iter().position(|axis| {
            let is_drawn = matches!(axis.scale, Scale::Own(_)) && axis.role == Role::Uncertainty;
            is_drawn && axis.path == *path
        })
    };
    dependence.parameters.iter().map(place).collect()
}
