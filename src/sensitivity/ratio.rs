//! Shares as ratios of means, and their intervals.

use super::resampling::{Estimate, Interval};
use crate::special::student;

/// The lowest end of an interval: a share is at least 0, so lower ends say no more.
const LOWEST: f64 = -1.0;

/// A share S = 1 − mean a / mean b, and the influence of every row on 1 − S (linearised; Cochran 1977, section 2.11).
pub(super) struct Ratio {
    left: f64,
    influence: Vec<f64>,
    trust: f64,
}

impl Ratio {
    /// Of rows (a, b); the mean of b is above 0. `trust` is in (0, 1]: 1 where the sample tells its own error well, less where
    /// its tail is longer than it shows.
    pub(super) fn new(rows: impl Iterator<Item = (f64, f64)> + Clone, trust: f64) -> Self {
        let sums = |(a, b, n): (f64, f64, f64), row: (f64, f64)| (a + row.0, b + row.1, n + 1.0);
        let (a, b, n) = rows.clone().fold((0.0, 0.0, 0.0), sums);
        let left = a / b;
        Self {
            left,
            trust,
            influence: rows.map(|(a, of)| (a - left * of) * n / b).collect(),
        }
    }

    /// The share; its interval is even in the logarithm of 1 − S, where that is above 0.
    pub(super) fn estimate(&self, level: f64) -> Estimate {
        let half = half_width(&self.influence, self.trust, level);
        let at = |sign: f64| {
            if self.left > 0.0 {
                1.0 - self.left * libm::exp((sign * half / self.left).clamp(-50.0, 50.0))
            } else {
                1.0 - self.left - sign * half
            }
        };
        Estimate {
            value: 1.0 - self.left,
            interval: Interval {
                low: at(1.0).max(LOWEST),
                high: at(-1.0),
            },
        }
    }

    /// The sum of shares of the same rows.
    pub(super) fn sum(parts: &[Self], level: f64) -> Estimate {
        let value: f64 = parts.iter().map(|part| 1.0 - part.left).sum();
        let rows = parts.first().map_or(0, |part| part.influence.len());
        let of_row = |row: usize| parts.iter().map(|part| part.influence[row]).sum();
        let influence: Vec<f64> = (0..rows).map(of_row).collect();
        let half = half_width(
            &influence,
            parts.first().map_or(1.0, |part| part.trust),
            level,
        );
        Estimate {
            value,
            interval: Interval {
                low: value - half,
                high: value + half,
            },
        }
    }
}

/// Half the width of the interval of a mean whose rows have this influence, which sums to 0: the quantile of Student's t,
/// as the error itself is uncertain where few rows decide. Degrees of freedom are `trust` times the number of rows that
/// decide, (Σψ²)²/Σψ⁴, and at least 1 + `trust`.
fn half_width(influence: &[f64], trust: f64, level: f64) -> f64 {
    let most = influence.iter().fold(0.0_f64, |most, x| most.max(x.abs()));
    if !(most > 0.0) {
        return 0.0;
    }
    let of_rows = influence.iter().map(|x| (x / most) * (x / most));
    let squares: f64 = of_rows.clone().sum();
    let fourth: f64 = of_rows.map(|square| square * square).sum();
    let freedom = (trust * squares * squares / fourth).max(1.0 + trust);
    student::two_sided(freedom, level) * most * squares.sqrt() / influence.len() as f64
}
