//! P(some window contains at least k of n points): the scan statistic.

use std::sync::OnceLock;

use super::interpolation::Interpolation;
use super::planting::inverse_found;
use crate::special::beta;

/// P(some window holds at least k of n points that fall uniformly on a longer horizon), for one k and one fraction
/// window / horizon.
///
/// Exact at n = k, and 1 from a count on at which it is above 0.995 for certain. Between, by simulation with a fixed
/// stream: the union of the n − k + 1 events "these k neighbours lie within a window" is estimated by planting one of them
/// and dividing by how many are then found (Karp and Luby 1983). That has no bias, and its relative error stays bounded
/// however rare the union. It is simulated at some counts, each to a relative standard error of at most 1 %, and
/// interpolated relative to the expected number of events, which is exact.
///
/// Each part is simulated when it is first needed, a few thousand sets of n points for a count n; it is a function of k,
/// the fraction and its place alone, so what was asked before changes no answer. Counts above 200,000 are out of reach.
#[derive(Clone, Debug)]
pub struct ScanTable {
    pub(super) k: u64,
    pub(super) horizon: f64,
    /// The first count that is certain.
    pub(super) certain: u64,
    fraction: f64,
    /// The simulated counts, from k to the first that is certain or the last that is within reach.
    counts: Vec<u64>,
    /// ln E[1 / runs found] at these counts.
    shares: Vec<OnceLock<f64>>,
    /// P at all counts from one simulated count to before the next.
    segments: Vec<OnceLock<Vec<f64>>>,
}

/// From a count on at which the probability is at least this, the table says 1.
const CERTAIN: f64 = 0.995;

impl ScanTable {
    /// The table of a threshold of `k` ≥ 1 hits (0 counts as 1) within `window` of a `horizon`, both in the same unit and
    /// above 0.
    ///
    /// For k = 1 or a horizon not longer than the window k points are enough. All probabilities are NaN if the window or
    /// the horizon is not above 0.
    pub fn new(k: u64, window: f64, horizon: f64) -> Self {
        let k = k.max(1);
        let fraction = window / horizon;
        let are_valid = window > 0.0 && horizon > 0.0 && horizon.is_finite();
        let certain = if k > 1 && fraction < 1.0 {
            first_certain(k, fraction)
        } else {
            k
        };
        let counts = simulated_counts(k, certain);
        Self {
            k,
            horizon: if are_valid { horizon } else { f64::NAN },
            certain,
            fraction,
            shares: vec![OnceLock::new(); counts.len()],
            segments: vec![OnceLock::new(); counts.len() - 1],
            counts,
        }
    }

    /// P(some window contains at least k of `n` points); NaN if `n` is out of reach.
    pub fn probability(&self, n: u64) -> f64 {
        if self.horizon.is_nan() {
            return f64::NAN;
        }
        if n < self.k {
            return 0.0;
        }
        if n >= self.certain {
            return 1.0;
        }
        let segment = self.counts.partition_point(|&count| count <= n);
        if segment == self.counts.len() {
            return f64::NAN;
        }
        let from = segment - 1;
        self.segment(from)[(n - self.counts[from]) as usize]
    }

    fn segment(&self, index: usize) -> &[f64] {
        self.segments[index].get_or_init(|| {
            let near = index.saturating_sub(1)..(index + 3).min(self.counts.len());
            let places = self.counts[near.clone()]
                .iter()
                .map(|&n| libm::log(n as f64));
            let ln_share =
                Interpolation::new(places.collect(), near.map(|i| self.ln_share(i)).collect());
            (self.counts[index]..self.counts[index + 1])
                .map(|n| {
                    let share = libm::exp(ln_share.at(libm::log(n as f64)));
                    (share * expected_events(self.k, n, self.fraction)).min(1.0)
                })
                .collect()
        })
    }

    fn ln_share(&self, index: usize) -> f64 {
        *self.shares[index]
            .get_or_init(|| libm::log(inverse_found(self.k, self.counts[index], self.fraction)))
    }
}

/// The first count at which the probability is at least [`CERTAIN`] beyond doubt.
///
/// At one more than k − 1 for each window that it takes to cover the horizon by the pigeonholes. Before that, if some of
/// the disjoint windows with room in the horizon hold k points: their counts are negatively associated (Joag-Dev and
/// Proschan 1983), so that none does is at most as likely as for independent counts.
fn first_certain(k: u64, fraction: f64) -> u64 {
    /// Counts are exact as a double up to here; no table gets so far.
    const MAX: f64 = 9e15;
    let pigeonholes = 1.0 + (k - 1) as f64 * libm::ceil(1.0 / fraction);
    let windows = libm::floor(1.0 / fraction);
    let is_certain = |n: u64| {
        let one = beta::regularised(k as f64, (n - k + 1) as f64, fraction);
        -libm::expm1(windows * libm::log1p(-one)) >= CERTAIN
    };
    let (mut low, mut high) = (k, pigeonholes.min(MAX) as u64);
    while low < high {
        let middle = low + (high - low) / 2;
        if is_certain(middle) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    low
}

/// Counts to simulate: so dense that the probability, which can grow like nᵏ, is smooth between them.
fn simulated_counts(k: u64, certain: u64) -> Vec<u64> {
    /// A count takes some minutes to simulate here.
    const MAX: u64 = 200_000;
    let density = (4 + k / 2).min(24);
    let mut counts = vec![k];
    let mut n = k;
    while n < certain.min(MAX) {
        n = (n + 1 + n / density).min(certain);
        counts.push(n);
    }
    counts
}

/// Expected number of runs of k neighbours among n points that lie within the fraction: each of the n − k + 1 spans is
/// beta distributed with shapes k − 1 and n − k + 2. At n = k this is k·rᵏ⁻¹ − (k − 1)·rᵏ.
fn expected_events(k: u64, n: u64, fraction: f64) -> f64 {
    let runs = (n - k + 1) as f64;
    runs * beta::regularised((k - 1) as f64, runs + 1.0, fraction)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theory::accounts::planting::RELATIVE_ERROR;

    #[test]
    fn two_points_are_the_birthday_problem() {
        // P(no two of n points within r) = (1 − (n − 1)·r)ⁿ.
        for fraction in [0.4, 0.08, 1e-3, 1e-7] {
            let table = ScanTable::new(2, fraction, 1.0);
            for n in 2..60 {
                let apart = (1.0 - (n - 1) as f64 * fraction).max(0.0);
                let exact = -libm::expm1(n as f64 * libm::log(apart));
                let error = table.probability(n) / exact - 1.0;
                // 4.9 standard errors: 1e-6 for each of some 60 simulated counts.
                assert!(
                    error.abs() < 4.9 * RELATIVE_ERROR,
                    "{fraction} {n}: {error}"
                );
            }
        }
    }

    #[test]
    fn exact_where_every_point_is_needed() {
        for (k, r) in [(2_u64, 0.3), (5, 0.01), (30, 30.0 / 3650.0)] {
            let table = ScanTable::new(k, r, 1.0);
            let (kf, last) = (k as f64, table.certain);
            let exact = kf * libm::pow(r, kf - 1.0) - (kf - 1.0) * libm::pow(r, kf);
            assert!((table.probability(k) / exact - 1.0).abs() < 1e-10);
            assert_eq!(table.probability(k - 1), 0.0);
            assert_eq!(table.probability(last), 1.0);
        }
    }

    #[test]
    fn nonsense_and_what_is_out_of_reach() {
        for (window, horizon) in [
            (0.0, 1.0),
            (-1.0, 1.0),
            (f64::NAN, 1.0),
            (1.0, f64::INFINITY),
        ] {
            assert!(ScanTable::new(3, window, horizon).probability(3).is_nan());
        }
        let table = ScanTable::new(30, 1e-9, 1.0);
        assert!(table.probability(1_000_000).is_nan());
        assert_eq!(table.probability(30_000_000_000), 1.0);
        assert!(
            ScanTable::new(1_000_000, 0.5, 1.0)
                .probability(1_000_000)
                .is_nan()
        );
        assert_eq!(ScanTable::new(0, 0.5, 1.0).probability(1), 1.0);
    }

    #[test]
    fn rises_with_the_count_and_with_the_window() {
        let narrow = ScanTable::new(4, 0.02, 1.0);
        let wide = ScanTable::new(4, 0.03, 1.0);
        for n in 4..300 {
            let next = narrow.probability(n + 1);
            assert!(narrow.probability(n) <= next * (1.0 + 4.9 * RELATIVE_ERROR));
            assert!(narrow.probability(n) <= wide.probability(n) * (1.0 + 4.9 * RELATIVE_ERROR));
        }
        assert_eq!(ScanTable::new(4, 2.0, 1.0).probability(4), 1.0);
        assert_eq!(ScanTable::new(1, 0.1, 1.0).probability(1), 1.0);
    }
}
