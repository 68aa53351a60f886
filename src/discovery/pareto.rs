//! Policies that no other policy beats in every metric.
//!
//! A policy dominates another if it is at least as good in every metric and better in one; the policies that none
//! dominates are the maxima of Kung, Luccio and Preparata (1975), On finding the maxima of a set of vectors, Journal of
//! the ACM 22.

#[cfg(test)]
mod tests;

use rayon::prelude::*;

use super::DiscoveryError;
use super::robust::{Direction, draw};
use crate::random::Streams;

/// P policies with M metrics each.
#[derive(Clone, Debug)]
pub struct Policies<'a> {
    directions: &'a [Direction],
    /// The metrics of the first policy first, turned so that more is better.
    good: Vec<f64>,
}

impl<'a> Policies<'a> {
    /// P × M values, the metrics of the first policy first; one direction for each metric.
    ///
    /// # Errors
    ///
    /// [`DiscoveryError`] when there are no policies or metrics, when the number of values is not a multiple of M, or
    /// when a value is not finite (then `column` is the metric and `row` the policy).
    pub fn new(values: &[f64], directions: &'a [Direction]) -> Result<Self, DiscoveryError> {
        check(values, directions.len(), "policies")?;
        Ok(Self::unchecked(values, directions))
    }

    fn unchecked(values: &[f64], directions: &'a [Direction]) -> Self {
        let turned = values.iter().zip(directions.iter().cycle());
        Self {
            directions,
            good: turned.map(|(v, d)| d.good(*v) + 0.0).collect(),
        }
    }

    fn rows(&self) -> Vec<&[f64]> {
        self.good.chunks_exact(self.directions.len()).collect()
    }

    /// For each policy, whether none dominates it. Equal policies do not dominate each other.
    pub fn non_dominated(&self) -> Vec<bool> {
        maxima(&self.rows())
    }

    /// Places of an ε-Pareto set (Laumanns, Thiele, Deb and Zitzler 2002), ascending: each metric is divided into steps
    /// of `steps[m]`, boxes of steps that another box dominates are dropped, and of every box left the policy nearest to
    /// its best corner is kept (of equally near ones the lexicographically best, of equal ones the first).
    ///
    /// # Errors
    ///
    /// [`DiscoveryError`] unless there is one finite step above 0 for each metric.
    pub fn epsilon_set(&self, steps: &[f64]) -> Result<Vec<usize>, DiscoveryError> {
        let metrics = self.directions.len();
        if steps.len() != metrics {
            return Err(DiscoveryError::Length {
                what: "the list of steps",
                expected: metrics,
                found: steps.len(),
            });
        }
        if let Some(&value) = steps.iter().find(|s| !(**s > 0.0 && s.is_finite())) {
            return Err(DiscoveryError::Option {
                what: "a step",
                range: "finite and above 0",
                value,
            });
        }
        let rows = self.rows();
        let cell = |row: &&[f64]| -> Vec<f64> {
            let pairs = row.iter().zip(steps);
            pairs.map(|(v, step)| libm::floor(v / step)).collect()
        };
        let cells: Vec<Vec<f64>> = rows.iter().map(cell).collect();
        let kept = maxima(&cells.iter().map(Vec::as_slice).collect::<Vec<_>>());
        let gap = |place: usize| -> f64 {
            let parts = rows[place].iter().zip(&cells[place]).zip(steps);
            let part = |((v, cell), step): ((&f64, &f64), &f64)| cell + 1.0 - v / step;
            parts.map(part).map(|g| g * g).sum()
        };
        let mut places: Vec<usize> = (0..rows.len()).filter(|&i| kept[i]).collect();
        places.sort_by(|&a, &b| {
            let near = gap(a).total_cmp(&gap(b));
            let cells = lexicographic(&cells[a], &cells[b]);
            cells
                .then(near)
                .then(lexicographic(rows[b], rows[a]))
                .then(a.cmp(&b))
        });
        places.dedup_by(|later, first| cells[*later] == cells[*first]);
        places.sort_unstable();
        Ok(places)
    }
}

/// Whether `a` is at least as good in everything and better in something; more is better.
fn dominates(a: &[f64], b: &[f64]) -> bool {
    let never_worse = a.iter().zip(b).all(|(a, b)| a >= b);
    never_worse && a.iter().zip(b).any(|(a, b)| a > b)
}

fn lexicographic(a: &[f64], b: &[f64]) -> std::cmp::Ordering {
    let pairs = a.iter().zip(b);
    let first = pairs.map(|(a, b)| a.total_cmp(b)).find(|o| o.is_ne());
    first.unwrap_or(std::cmp::Ordering::Equal)
}

/// Which rows none dominates. In lexicographic order, best first, a row can only be dominated by one before it, and then
/// by one that is itself not dominated.
fn maxima(rows: &[&[f64]]) -> Vec<bool> {
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.sort_by(|&a, &b| lexicographic(rows[b], rows[a]));
    let mut front: Vec<usize> = Vec::new();
    for place in order {
        // The latest is the nearest, so it is tried first.
        if !front.iter().rev().any(|&f| dominates(rows[f], rows[place])) {
            front.push(place);
        }
    }
    let mut kept = vec![false; rows.len()];
    for place in front {
        kept[place] = true;
    }
    kept
}

fn check(values: &[f64], metrics: usize, what: &'static str) -> Result<(), DiscoveryError> {
    if metrics == 0 {
        return Err(DiscoveryError::Empty("metrics"));
    }
    if values.is_empty() {
        return Err(DiscoveryError::Empty(what));
    }
    if !values.len().is_multiple_of(metrics) {
        return Err(DiscoveryError::Length {
            what: "the table of metrics",
            expected: values.len().next_multiple_of(metrics),
            found: values.len(),
        });
    }
    match values.iter().position(|v| !v.is_finite()) {
        Some(place) => Err(DiscoveryError::NotFinite {
            column: place % metrics,
            row: place / metrics,
            value: values[place],
        }),
        None => Ok(()),
    }
}

/// How sure it is that no policy beats one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standing {
    /// Share of states in which none dominates it.
    pub of_states: f64,
    /// Standard error of that share, √(p·(1−p)/S).
    pub of_states_se: f64,
    /// Share of resamples of the states in which none dominates its means.
    pub of_resamples: f64,
    /// Standard error of that share, √(p·(1−p)/B).
    pub of_resamples_se: f64,
}

/// How often each of P policies is not dominated over S states of the world.
///
/// `values` has S tables of P × M metrics, one after the other. Resample b draws S states with stream b of
/// `discovery/states`, the same for all policies.
///
/// # Errors
///
/// [`DiscoveryError`] as in [`Policies::new`], when the values are not S·P·M (then `row` counts through the states), or
/// for no resamples.
pub fn standing(
    values: &[f64],
    policies: usize,
    directions: &[Direction],
    times: usize,
    streams: &Streams,
) -> Result<Vec<Standing>, DiscoveryError> {
    check(values, directions.len(), "states")?;
    let size = policies.saturating_mul(directions.len());
    if size == 0 {
        return Err(DiscoveryError::Empty("policies"));
    }
    if !values.len().is_multiple_of(size) {
        return Err(DiscoveryError::Length {
            what: "the tables of metrics",
            expected: values.len().div_ceil(size).saturating_mul(size),
            found: values.len(),
        });
    }
    if times == 0 {
        return Err(DiscoveryError::Option {
            what: "the number of resamples",
            range: "at least 1",
            value: 0.0,
        });
    }
    let states: Vec<&[f64]> = values.chunks_exact(size).collect();
    let front = |table: &[f64]| Policies::unchecked(table, directions).non_dominated();
    let in_states: Vec<Vec<bool>> = states.par_iter().map(|table| front(table)).collect();
    let resample = |b: usize| {
        let mut sums = vec![0.0; size];
        for state in draw(states.len(), b, streams) {
            for (sum, value) in sums.iter_mut().zip(states[state]) {
                *sum += value / states.len() as f64;
            }
        }
        front(&sums)
    };
    let resampled: Vec<Vec<bool>> = (0..times).into_par_iter().map(resample).collect();
    let share = |fronts: &[Vec<bool>], policy: usize| {
        let n = fronts.len() as f64;
        let p = fronts.iter().filter(|f| f[policy]).count() as f64 / n;
        (p, (p * (1.0 - p) / n).sqrt())
    };
    let entry = |policy| {
        let (of_states, of_states_se) = share(&in_states, policy);
        let (of_resamples, of_resamples_se) = share(&resampled, policy);
        Standing {
            of_states,
            of_states_se,
            of_resamples,
            of_resamples_se,
        }
    };
    Ok((0..policies).map(entry).collect())
}
