//! Bootstrap intervals: resamples of rows, the same for all statistics.
//!
//! A resample is a vector of multinomial weights (how often each row was drawn), not a list of rows: a statistic is
//! then a weighted sum that reads its columns in order, and eight resamples share one reading.

use rand::Rng;
use rayon::prelude::*;

use super::error::{SensitivityError, setting};
use crate::random::{Stream, Streams};

/// Resamples computed in one reading of the columns.
pub(super) const LANES: usize = 8;

/// Rows whose weights stay in the nearest cache while all columns are read.
const BLOCK: usize = 256;

/// How often each row was drawn, in each of [`LANES`] resamples.
pub(super) type Weights = [f64; LANES];

/// An interval with both ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// An index and its interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// Estimate from all rows.
    pub value: f64,
    /// Bootstrap percentile interval (Efron 1979), or as the method says.
    pub interval: Interval,
}

/// How intervals are computed: number of resamples, level and seed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Resampling {
    resamples: usize,
    level: f64,
    streams: Streams,
}

impl Resampling {
    /// Intervals of confidence `level` in [0.5, 0.999] from `resamples` ≥ 100 bootstrap resamples.
    ///
    /// # Errors
    /// [`SensitivityError::Setting`] when one of the two is out of its range.
    pub fn new(resamples: usize, level: f64, seed: u64) -> Result<Self, SensitivityError> {
        setting("number of resamples", resamples as f64, 100.0, 1e6)?;
        setting("level", level, 0.5, 0.999)?;
        Ok(Self {
            resamples,
            level,
            streams: Streams::new(seed),
        })
    }

    /// Confidence level of the intervals.
    pub fn level(&self) -> f64 {
        self.level
    }

    /// Number of resamples.
    pub fn resamples(&self) -> usize {
        self.resamples
    }

    /// A stream for other random choices of a method.
    pub(super) fn stream(&self, name: &str, index: u64) -> Stream {
        self.streams.stream(name, index)
    }

    /// Estimates of several statistics, which `statistics` computes for [`LANES`] resamples at once from their weights.
    ///
    /// A resample in which a statistic is not finite is left out of the interval of that statistic.
    pub(super) fn estimates<F>(&self, rows: usize, statistics: F) -> Vec<Estimate>
    where
        F: Fn(&[Weights]) -> Vec<Weights> + Sync,
    {
        let groups = (1 + self.resamples).div_ceil(LANES);
        let results: Vec<Vec<Weights>> = (0..groups)
            .into_par_iter()
            .map(|group| statistics(&self.weights(rows, group)))
            .collect();
        let number = results[0].len();
        (0..number)
            .map(|statistic| {
                let mut values = results.iter().flat_map(|group| group[statistic]);
                let value = values.next().unwrap_or(f64::NAN);
                let resampled = values.take(self.resamples).collect();
                Estimate {
                    value,
                    interval: percentiles(resampled, self.level),
                }
            })
            .collect()
    }

    /// Weights of resamples LANES·group, …; number 0 is the sample itself.
    fn weights(&self, rows: usize, group: usize) -> Vec<Weights> {
        let mut weights = vec![[0.0; LANES]; rows];
        for lane in 0..LANES {
            let resample = group * LANES + lane;
            if resample == 0 {
                weights.iter_mut().for_each(|row| row[lane] = 1.0);
            } else if resample <= self.resamples {
                let mut stream = self.stream("sensitivity/bootstrap", resample as u64);
                for _ in 0..rows {
                    weights[below(&mut stream, rows)][lane] += 1.0;
                }
            }
        }
        weights
    }
}

/// A whole number below `n` > 0, each with the same probability up to 2⁻⁶⁴ n.
pub(super) fn below(stream: &mut Stream, n: usize) -> usize {
    ((u128::from(stream.next_u64()) * n as u128) >> 64) as usize
}

/// A random order of 0, …, n − 1 (Fisher and Yates 1938).
pub(super) fn shuffled(stream: &mut Stream, n: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..n).collect();
    for i in (1..n).rev() {
        order.swap(i, below(stream, i + 1));
    }
    order
}

/// Consecutive ranges of rows small enough for their weights to stay in cache.
pub(super) fn blocks(rows: usize) -> impl Iterator<Item = std::ops::Range<usize>> {
    (0..rows)
        .step_by(BLOCK)
        .map(move |start| start..(start + BLOCK).min(rows))
}

/// Sums over rows of weight × term, for several terms a row.
#[inline]
pub(super) fn weighted<const K: usize>(
    weights: &[Weights],
    terms: impl Iterator<Item = [f64; K]>,
) -> [Weights; K] {
    let mut sums = [[0.0; LANES]; K];
    for (row, terms) in weights.iter().zip(terms) {
        for (sum, term) in sums.iter_mut().zip(terms) {
            for (sum, weight) in sum.iter_mut().zip(row) {
                *sum += weight * term;
            }
        }
    }
    sums
}

/// Adds one set of sums to another.
#[inline]
pub(super) fn add(total: &mut Weights, more: &Weights) {
    for (total, more) in total.iter_mut().zip(more) {
        *total += more;
    }
}

/// A number from each lane.
#[inline]
pub(super) fn lanes(value: impl Fn(usize) -> f64) -> Weights {
    std::array::from_fn(value)
}

/// Central interval of the finite values; NaN at both ends when there is none.
pub(super) fn percentiles(mut values: Vec<f64>, level: f64) -> Interval {
    values.retain(|v| v.is_finite());
    values.sort_by(f64::total_cmp);
    Interval {
        low: quantile(&values, 0.5 * (1.0 - level)),
        high: quantile(&values, 0.5 * (1.0 + level)),
    }
}

/// Quantile of sorted values, type 7 of Hyndman and Fan (1996); NaN of none.
pub(super) fn quantile(sorted: &[f64], p: f64) -> f64 {
    let Some(last) = sorted.len().checked_sub(1) else {
        return f64::NAN;
    };
    let place = p * last as f64;
    let below = (place as usize).min(last);
    let above = (below + 1).min(last);
    sorted[below] + (place - below as f64) * (sorted[above] - sorted[below])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A mean of 400 uniform numbers: its bootstrap interval has half-width z·s/√n to within the error of 2,000
    /// resamples: the standard error of a 2.5 % percentile is √(0.025·0.975/2000)/φ(1.96) = 0.060 of a standard
    /// deviation, so ±0.33 is five of them (false alarm 1e-6).
    #[test]
    fn the_interval_of_a_mean_is_that_of_the_central_limit_theorem() {
        let mut stream = Streams::new(4).stream("test", 0);
        let y: Vec<f64> = (0..400)
            .map(|_| crate::random::uniform_open(&mut stream))
            .collect();
        let (mean, variance) = super::super::error::moments("y", 0, &y).unwrap();
        let resampling = Resampling::new(2000, 0.95, 9).unwrap();
        let found = resampling.estimates(y.len(), |weights| {
            let [sum] = weighted(weights, y.iter().map(|&v| [v]));
            vec![sum.map(|s| s / 400.0)]
        })[0];
        let sd = (variance / 400.0).sqrt();
        assert!((found.value - mean).abs() < 1e-12);
        for (end, expected) in [(found.interval.low, -1.96), (found.interval.high, 1.96)] {
            assert!(((end - mean) / sd - expected).abs() < 0.33, "{found:?}");
        }
    }

    #[test]
    fn settings_out_of_range_are_refused() {
        assert!(Resampling::new(99, 0.95, 1).is_err());
        assert!(Resampling::new(100, f64::NAN, 1).is_err());
        assert!(Resampling::new(100, 0.9999, 1).is_err());
    }

    #[test]
    fn quantiles() {
        assert_eq!(quantile(&[1.0, 2.0, 4.0], 0.75), 3.0);
        assert_eq!(quantile(&[1.0], 0.975), 1.0);
        assert!(quantile(&[], 0.5).is_nan());
    }
}
