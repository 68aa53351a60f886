//! Every combination of levels of the levers, each over the same sample of the uncertainties.

use super::axis::Axis;
use super::combination::keys;
use crate::design::factorial::Factorial;
use crate::design::latin::Placement;
use crate::design::sobol::Dimension;
use crate::design::{DesignError, Sample};
use crate::model::factor::Role;
use serde::{Deserialize, Serialize};

/// How points of the unit cube are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sampling {
    /// Independent points.
    Random,
    /// A Latin hypercube.
    Latin,
    /// Scrambled points of the sequence of Sobol'.
    Sobol,
}

impl Sampling {
    /// `points` points for `axes`, keyed by `seed` and their paths.
    ///
    /// # Errors
    ///
    /// [`DesignError`].
    pub(super) fn sample(
        self,
        points: u64,
        axes: &[Axis],
        seed: u64,
    ) -> Result<Sample, DesignError> {
        let keys = keys(axes, seed, "");
        match self {
            Self::Random => Sample::random(points, &keys),
            Self::Latin => Sample::latin(points, &keys, Placement::Jittered),
            Self::Sobol => {
                let dimensions: Vec<Dimension> = (0..axes.len())
                    .map(Dimension::new)
                    .collect::<Result<_, _>>()?;
                Sample::sobol(points, &keys, &dimensions)
            }
        }
    }
}

/// A grid of levers × a sample of uncertainties; the sample changes fastest, so the states of one policy stand together.
#[derive(Debug, Clone, PartialEq)]
pub struct Crossed {
    sampling: Sampling,
    /// `None` without levers: one policy.
    grid: Option<Factorial>,
    /// `None` without uncertainties: one state.
    states: Option<Sample>,
}

impl Crossed {
    /// Levels of the levers among `axes` × `points` points of the other axes, keyed by `seed` and their paths: whatever the
    /// levers, the states are the same.
    ///
    /// # Errors
    ///
    /// [`DesignError`], also when there are more than 2⁶⁴ − 1 points.
    pub fn new(
        sampling: Sampling,
        points: u64,
        axes: &[Axis],
        seed: u64,
    ) -> Result<Self, DesignError> {
        let (levers, uncertain): (Vec<Axis>, Vec<Axis>) = axes.iter().cloned().partition(is_lever);
        let levels: Vec<u32> = levers.iter().map(|a| a.levels() as u32).collect();
        let grid = (!levers.is_empty())
            .then(|| Factorial::new(&levels))
            .transpose()?;
        let states = (!uncertain.is_empty())
            .then(|| sampling.sample(points, &uncertain, seed))
            .transpose()?;
        let crossed = Self {
            sampling,
            grid,
            states,
        };
        match crossed.policies().checked_mul(crossed.states()) {
            Some(_) => Ok(crossed),
            None => Err(DesignError::TooManyPoints { most: u64::MAX }),
        }
    }

    /// Combinations of levers.
    pub fn policies(&self) -> u64 {
        self.grid.as_ref().map_or(1, Factorial::points)
    }

    /// Points of the uncertainties.
    pub fn states(&self) -> u64 {
        self.states.as_ref().map_or(1, Sample::points)
    }

    /// How its states are drawn.
    pub(super) fn sampling(&self) -> Sampling {
        self.sampling
    }

    /// The coordinate of axis number `axis`, an uncertainty, in state `state`.
    pub(super) fn state(&self, state: u64, axis: usize, axes: &[Axis]) -> Option<f64> {
        let before = axes[..axis].iter().filter(|a| !is_lever(a)).count();
        let sample = self.states.as_ref().filter(|_| !is_lever(&axes[axis]))?;
        sample.coordinate(state % self.states(), before)
    }

    /// Number of points.
    pub fn points(&self) -> u64 {
        self.policies() * self.states()
    }

    /// One coordinate for every axis at point `row`, below [`Self::points`].
    pub(super) fn coordinates(&self, row: u64, axes: &[Axis]) -> Vec<f64> {
        let (policy, state) = (row / self.states(), row % self.states());
        let levels = self.grid.as_ref().and_then(|g| g.point(policy));
        let state = self.states.as_ref().and_then(|s| s.point(state));
        let mut levels = levels.unwrap_or_default().into_iter();
        let mut state = state.unwrap_or_default().into_iter();
        let coordinate = |axis: &Axis| {
            if is_lever(axis) {
                levels
                    .next()
                    .map_or(0.5, |level| axis.coordinate(level as usize))
            } else {
                state.next().unwrap_or(0.5)
            }
        };
        axes.iter().map(coordinate).collect()
    }
}

fn is_lever(axis: &Axis) -> bool {
    axis.role == Role::Lever
}

#[cfg(test)]
mod tests {
    use super::super::axis::{Scale, Value};
    use super::*;

    fn axis(path: &str, role: Role, scale: Scale) -> Axis {
        Axis {
            path: path.into(),
            role,
            scale,
            ..Axis::chance()
        }
    }

    fn axes() -> Vec<Axis> {
        vec![
            axis("a", Role::Uncertainty, Scale::Linear(0.0, 1.0)),
            axis("people", Role::Lever, Scale::Levels(vec![100.0, 300.0])),
            axis("b", Role::Uncertainty, Scale::Log(1.0, 100.0)),
            axis("margin", Role::Lever, Scale::Log(1e-6, 1e-4)),
        ]
    }

    #[test]
    fn every_combination_meets_the_same_states() {
        for sampling in [Sampling::Random, Sampling::Latin, Sampling::Sobol] {
            let axes = axes();
            let crossed = Crossed::new(sampling, 5, &axes, 7).unwrap();
            assert_eq!((crossed.policies(), crossed.points()), (6, 30));
            let row = |row: u64| -> Vec<Value> {
                let coordinates = crossed.coordinates(row, &axes);
                axes.iter()
                    .zip(coordinates)
                    .map(|(a, u)| a.value(u))
                    .collect()
            };
            let mut policies = Vec::new();
            for policy in 0..6 {
                let first = row(policy * 5);
                policies.push([first[1].clone(), first[3].clone()].map(|v| format!("{v:?}")));
                for state in 0..5 {
                    let here = row(policy * 5 + state);
                    let there = row(state);
                    assert_eq!([&here[0], &here[2]], [&there[0], &there[2]]);
                    assert_eq!([&here[1], &here[3]], [&first[1], &first[3]]);
                }
            }
            policies.sort();
            policies.dedup();
            assert_eq!(policies.len(), 6, "every combination once: {policies:?}");
            let mut states: Vec<String> = (0..5).map(|s| format!("{:?}", row(s))).collect();
            states.sort();
            states.dedup();
            assert_eq!(states.len(), 5, "different states");
        }
    }

    #[test]
    fn states_do_not_depend_on_levers() {
        let all = axes();
        let uncertain: Vec<Axis> = all.iter().filter(|a| !is_lever(a)).cloned().collect();
        let crossed = Crossed::new(Sampling::Latin, 8, &all, 3).unwrap();
        let alone = Crossed::new(Sampling::Latin, 8, &uncertain, 3).unwrap();
        for state in 0..8 {
            let here = crossed.coordinates(8 + state, &all);
            let there = alone.coordinates(state, &uncertain);
            assert_eq!([here[0], here[2]], there[..]);
        }
        assert_eq!((crossed.policies(), crossed.states()), (6, 8));
        assert_eq!((alone.policies(), alone.states()), (1, 8));
        let levers: Vec<Axis> = all.into_iter().filter(is_lever).collect();
        let alone = Crossed::new(Sampling::Sobol, 8, &levers, 3).unwrap();
        assert_eq!((alone.policies(), alone.states()), (6, 1));
    }
}
