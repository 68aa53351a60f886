//! Trajectories of Morris (1991): from a random start one factor after another makes a step, so that
//! each trajectory of k + 1 points gives one elementary effect of each of k factors.
//!
//! Factors have p levels, an even number, and a step is p/2 levels up or down; so all levels are
//! equally frequent. Level l is the coordinate (l + ½)/p, inside the open unit interval, where unbounded
//! distributions have quantiles too; a step is a half. A factor without order, such as the number of a stream of random
//! numbers, has no levels: each trajectory takes two different values of it at random, and moves from one to the other.

use super::factorial::levels_of_at_least;
use super::{DesignError, hash};

/// Trajectories of Morris, one after the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Morris {
    keys: Vec<u64>,
    levels: u32,
    /// By factor: how many values it has, where they have no order.
    unordered: Vec<Option<u64>>,
    trajectories: u64,
    /// The numbers of the trajectories that were chosen for their spread; all in order if none were.
    chosen: Option<Vec<u64>>,
}

/// The step by which a row differs from the row before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// The factor that has moved, from 0.
    pub factor: usize,
    /// Whether it went up; of a factor without order that says nothing.
    pub up: bool,
}

/// The most trajectories to choose from: their distances are all compared.
const CANDIDATES: u64 = 1000;

impl Morris {
    /// Trajectories through factors with these keys, on an even number of levels; four is usual.
    ///
    /// A factor that is added, removed or moved leaves the values of the others as they were; but the
    /// steps at which they move shift.
    ///
    /// # Errors
    /// No trajectories, no keys, a key that occurs twice, levels that are odd in number or none, or more
    /// than 2⁶⁴ − 1 rows.
    pub fn new(trajectories: u64, levels: u32, keys: &[u64]) -> Result<Self, DesignError> {
        if trajectories == 0 {
            return Err(DesignError::Empty("trajectory"));
        }
        if levels == 0 || !levels.is_multiple_of(2) {
            return Err(DesignError::OddLevels(levels));
        }
        levels_of_at_least(0, &vec![levels; keys.len()])?;
        super::sample::distinct(keys)?;
        trajectories
            .checked_mul(keys.len() as u64 + 1)
            .ok_or(DesignError::TooManyPoints { most: u64::MAX })?;
        Ok(Self {
            keys: keys.to_vec(),
            levels,
            unordered: vec![None; keys.len()],
            trajectories,
            chosen: None,
        })
    }

    /// The same trajectories, but a factor for which `values` has a number takes so many values (at least 2) that have no
    /// order: value v is the coordinate (v + ½)/n. All pairs of values are equally frequent, and every trajectory draws its
    /// own. A factor with a single value stays there.
    pub fn with_unordered(mut self, values: impl IntoIterator<Item = Option<u64>>) -> Self {
        let given = values.into_iter().take(self.keys.len());
        for (unordered, number) in self.unordered.iter_mut().zip(given) {
            *unordered = number.filter(|n| *n > 0);
        }
        self
    }

    /// Trajectories far apart, chosen from `candidates` random ones (Campolongo, Cariboni and Saltelli,
    /// 2007): distances are those of that paper, and the choice is made one trajectory after another,
    /// each the farthest from those before (as Ruano and others, 2012, do), the most distant two first.
    ///
    /// An added factor changes the distances and so the choice.
    ///
    /// # Errors
    /// As [`Morris::new`]; fewer candidates than trajectories, or more than 1,000.
    pub fn spread(
        trajectories: u64,
        candidates: u64,
        levels: u32,
        keys: &[u64],
    ) -> Result<Self, DesignError> {
        let mut design = Self::new(trajectories, levels, keys)?;
        if candidates < trajectories || candidates > CANDIDATES {
            return Err(DesignError::Candidates {
                chosen: trajectories,
                candidates,
                most: CANDIDATES,
            });
        }
        design.chosen = Some(design.farthest(candidates));
        Ok(design)
    }

    /// How many rows there are: the trajectories times one more than the factors.
    pub fn points(&self) -> u64 {
        self.trajectories * self.length()
    }

    /// How many factors there are.
    pub fn factors(&self) -> usize {
        self.keys.len()
    }

    /// How many trajectories there are.
    pub fn trajectories(&self) -> u64 {
        self.trajectories
    }

    /// The trajectory of a row, and the step from the row before; the first row of a trajectory has no
    /// step. Nothing beyond the last row.
    pub fn place(&self, row: u64) -> Option<(u64, Option<Step>)> {
        let (trajectory, place) = self.split(row)?;
        let step = place.checked_sub(1).map(|before| {
            let number = self.number(trajectory);
            let factor = self.order(number)[before as usize];
            let up = !self.starts_high(number, factor);
            Step { factor, up }
        });
        Some((trajectory, step))
    }

    /// The point of a row; nothing beyond the last row.
    pub fn point(&self, row: u64) -> Option<Vec<f64>> {
        let (trajectory, place) = self.split(row)?;
        let number = self.number(trajectory);
        let levels = f64::from(self.levels);
        let moved = &self.order(number)[..place as usize];
        let coordinate = |(factor, level)| match self.unordered[factor] {
            Some(values) => self.one_of(values, factor, number, moved.contains(&factor)),
            None => (f64::from(level) + 0.5) / levels,
        };
        let point = self.point_of(number, place as usize);
        Some(point.into_iter().enumerate().map(coordinate).collect())
    }

    /// The coordinate of a factor of `values` values without order, before or after its move.
    fn one_of(&self, values: u64, factor: usize, number: u64, has_moved: bool) -> f64 {
        let below = |salt: u64, n: u64| {
            let draw = hash(hash(self.keys[factor], salt), number);
            ((u128::from(draw) * u128::from(n)) >> 64) as u64
        };
        let first = below(1, values);
        let value = if has_moved && values > 1 {
            (first + 1 + below(2, values - 1)) % values
        } else {
            first
        };
        (value as f64 + 0.5) / values as f64
    }

    /// Points in a trajectory.
    fn length(&self) -> u64 {
        self.keys.len() as u64 + 1
    }

    /// The trajectory of a row and the place in it.
    fn split(&self, row: u64) -> Option<(u64, u64)> {
        (row < self.points()).then_some((row / self.length(), row % self.length()))
    }

    /// The number by which the trajectory is drawn.
    fn number(&self, trajectory: u64) -> u64 {
        let chosen = self
            .chosen
            .as_ref()
            .and_then(|c| c.get(trajectory as usize));
        chosen.copied().unwrap_or(trajectory)
    }

    /// The levels at place `steps` of the trajectory that is drawn by `number`.
    fn point_of(&self, number: u64, steps: usize) -> Vec<u32> {
        let half = self.levels / 2;
        let start = |factor: usize| {
            let draw = hash(self.keys[factor], 2 * number) & 0xffff_ffff;
            let low = ((draw * u64::from(half)) >> 32) as u32;
            low + half * u32::from(self.starts_high(number, factor))
        };
        let mut point: Vec<u32> = (0..self.keys.len()).map(start).collect();
        for &factor in &self.order(number)[..steps] {
            point[factor] = (point[factor] + half) % self.levels;
        }
        point
    }

    /// Whether the factor starts in the upper half of its levels and goes down.
    fn starts_high(&self, number: u64, factor: usize) -> bool {
        hash(self.keys[factor], 2 * number) >> 63 == 1
    }

    /// The factors in the order in which they move.
    fn order(&self, number: u64) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.keys.len()).collect();
        order.sort_by_cached_key(|&factor| hash(self.keys[factor], 2 * number + 1));
        order
    }

    /// The numbers of trajectories that are far from each other.
    fn farthest(&self, candidates: u64) -> Vec<u64> {
        let paths: Vec<Vec<Vec<u32>>> = (0..candidates)
            .map(|number| {
                (0..=self.keys.len())
                    .map(|s| self.point_of(number, s))
                    .collect()
            })
            .collect();
        let squares: Vec<Vec<f64>> = paths
            .iter()
            .map(|a| paths.iter().map(|b| square(distance(a, b))).collect())
            .collect();
        let widest = |i: &usize| squares[*i].iter().copied().fold(0.0, f64::max);
        let first = best(0..paths.len(), widest).unwrap_or(0);
        let mut chosen = vec![first];
        while (chosen.len() as u64) < self.trajectories {
            let sum = |i: &usize| chosen.iter().map(|&j| squares[*i][j]).sum::<f64>();
            let free = (0..paths.len()).filter(|i| !chosen.contains(i));
            match best(free, sum) {
                Some(next) => chosen.push(next),
                None => break,
            }
        }
        chosen.into_iter().map(|i| i as u64).collect()
    }
}

/// The first of those with the largest value.
fn best(numbers: impl Iterator<Item = usize>, value: impl Fn(&usize) -> f64) -> Option<usize> {
    let mut best: Option<(usize, f64)> = None;
    for number in numbers {
        let value = value(&number);
        if best.is_none_or(|(_, most)| value > most) {
            best = Some((number, value));
        }
    }
    best.map(|(number, _)| number)
}

fn square(x: f64) -> f64 {
    x * x
}

/// The sum of the distances between all points of one trajectory and all of another.
fn distance(a: &[Vec<u32>], b: &[Vec<u32>]) -> f64 {
    let between = |p: &[u32], q: &[u32]| {
        let sum: f64 = p
            .iter()
            .zip(q)
            .map(|(&x, &y)| square(f64::from(x.abs_diff(y))))
            .sum();
        sum.sqrt()
    };
    a.iter()
        .map(|p| b.iter().map(|q| between(p, q)).sum::<f64>())
        .sum()
}

#[cfg(test)]
#[path = "morris/tests.rs"]
mod tests;
