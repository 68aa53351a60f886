//! The Poisson distribution.

use super::gamma;
use super::saddle::{deviance, factorial_remainder};

/// ln P(X = k) for a mean ≥ 0.
pub fn ln_probability(k: u64, mean: f64) -> f64 {
    if mean == 0.0 {
        return if k == 0 { 0.0 } else { f64::NEG_INFINITY };
    }
    let x = k as f64;
    -factorial_remainder(x) - deviance(x, mean, x - mean)
}

/// P(X = k) for a mean ≥ 0.
pub fn probability(k: u64, mean: f64) -> f64 {
    libm::exp(ln_probability(k, mean))
}

/// P(X ≤ k), with relative accuracy however small.
pub fn cdf(k: u64, mean: f64) -> f64 {
    gamma::upper_regularised(k as f64 + 1.0, mean)
}

/// P(X ≥ k), with relative accuracy however small.
pub fn survival(k: u64, mean: f64) -> f64 {
    if k == 0 {
        1.0
    } else {
        gamma::lower_regularised(k as f64, mean)
    }
}

/// The smallest k with P(X ≤ k) ≥ p, for a finite mean ≥ 0 and 0 < p < 1.
pub fn quantile(p: f64, mean: f64) -> u64 {
    let mut above = mean as u64 + 1;
    while cdf(above, mean) < p {
        above *= 2;
    }
    let mut below = 0;
    while below < above {
        let middle = below + (above - below) / 2;
        if cdf(middle, mean) < p {
            below = middle + 1;
        } else {
            above = middle;
        }
    }
    above
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::special::reference::assert_matches_reference;

    #[test]
    fn agrees_with_fifty_digits() {
        let count = |x: f64| x as u64;
        assert_matches_reference("poisson_probability", 1e-11, |a| {
            probability(count(a[0]), a[1])
        });
        assert_matches_reference("poisson_cdf", 1e-11, |a| cdf(count(a[0]), a[1]));
        assert_matches_reference("poisson_survival", 1e-11, |a| survival(count(a[0]), a[1]));
    }

    /// The definition, and an independent implementation.
    #[test]
    fn quantiles_are_the_first_to_reach_their_probability() {
        use statrs::distribution::{DiscreteCDF, Poisson};
        for mean in [0.01, 0.7, 3.0, 42.5, 999.0] {
            for p in [1e-6, 0.05, 0.5, 0.95, 1.0 - 1e-9] {
                let k = quantile(p, mean);
                assert!(cdf(k, mean) >= p && (k == 0 || cdf(k - 1, mean) < p));
                let theirs = Poisson::new(mean).expect("a mean").inverse_cdf(p);
                assert_eq!(k, theirs, "{mean} {p}");
            }
        }
        assert_eq!(quantile(0.95, 0.0), 0);
    }

    #[test]
    fn ends() {
        assert_eq!(probability(0, 0.0), 1.0);
        assert_eq!(survival(0, 3.0), 1.0);
        assert_eq!(survival(1, 0.0), 0.0);
        assert_eq!(cdf(0, 0.0), 1.0);
    }
}
