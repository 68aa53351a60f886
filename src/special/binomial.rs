//! The binomial distribution.

use super::beta::Point;
use super::saddle::{count_minus_mean, deviance, factorial_remainder};

/// ln P(X = k) for X ~ Bin(n, p), in the form of Loader (2000): right for n up to 2⁶³.
///
/// −∞ for k > n; NaN if p is outside [0, 1].
pub fn ln_probability(k: u64, n: u64, p: f64) -> f64 {
    if !(0.0..=1.0).contains(&p) {
        return f64::NAN;
    }
    if k > n {
        return f64::NEG_INFINITY;
    }
    if p == 0.0 || p == 1.0 {
        let certain = if p == 0.0 { 0 } else { n };
        return if k == certain { 0.0 } else { f64::NEG_INFINITY };
    }
    let difference = count_minus_mean(k, n, p);
    let (total, hits, misses) = (n as f64, k as f64, (n - k) as f64);
    factorial_remainder(total)
        - factorial_remainder(hits)
        - factorial_remainder(misses)
        - deviance(hits, total * p, difference)
        - deviance(misses, total * (1.0 - p), -difference)
}

/// P(X = k) for X ~ Bin(n, p).
pub fn probability(k: u64, n: u64, p: f64) -> f64 {
    libm::exp(ln_probability(k, n, p))
}

/// P(X ≤ k) for X ~ Bin(n, p), with relative accuracy however small.
pub fn cdf(k: u64, n: u64, p: f64) -> f64 {
    libm::exp(ln_cdf(k, n, p))
}

/// P(X ≥ k) for X ~ Bin(n, p), with relative accuracy however small.
pub fn survival(k: u64, n: u64, p: f64) -> f64 {
    libm::exp(ln_survival(k, n, p))
}

/// ln P(X ≤ k), finite where the probability itself is below the smallest double.
pub fn ln_cdf(k: u64, n: u64, p: f64) -> f64 {
    if k >= n {
        if p.is_nan() { p } else { 0.0 }
    } else {
        ln_tails(k + 1, n, p).0
    }
}

/// ln P(X ≥ k), finite where the probability itself is below the smallest double.
pub fn ln_survival(k: u64, n: u64, p: f64) -> f64 {
    ln_tails(k, n, p).1
}

/// (ln P(X < k), ln P(X ≥ k)) through I_p(k, n − k + 1) = P(X ≥ k).
fn ln_tails(k: u64, n: u64, p: f64) -> (f64, f64) {
    if !(0.0..=1.0).contains(&p) {
        return (f64::NAN, f64::NAN);
    }
    if k == 0 {
        return (f64::NEG_INFINITY, 0.0);
    }
    if k > n {
        return (0.0, f64::NEG_INFINITY);
    }
    let point = Point {
        a: k as f64,
        b: (n - k) as f64 + 1.0,
        x: p,
        y: 1.0 - p,
        difference: count_minus_mean(k, n, p) - p,
    };
    let (survival, cdf) = point.ln_tails();
    (cdf, survival)
}

/// 1 − (1 − p)ⁿ: the probability of at least one success, right for p far below 1e-16.
pub fn at_least_one(n: u64, p: f64) -> f64 {
    if n == 0 {
        0.0
    } else {
        -libm::expm1(n as f64 * libm::log1p(-p))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::special::reference::assert_matches_reference;

    #[test]
    fn agrees_with_fifty_digits() {
        let count = |x: f64| x as u64;
        let close = 2e-12;
        assert_matches_reference("binomial_ln_probability", close, |a| {
            ln_probability(count(a[0]), count(a[1]), a[2])
        });
        assert_matches_reference("binomial_cdf", 1e-11, |a| {
            cdf(count(a[0]), count(a[1]), a[2])
        });
        assert_matches_reference("binomial_survival", 1e-11, |a| {
            survival(count(a[0]), count(a[1]), a[2])
        });
        assert_matches_reference("binomial_ln_cdf", close, |a| {
            ln_cdf(count(a[0]), count(a[1]), a[2])
        });
        assert_matches_reference("at_least_one", 1e-13, |a| at_least_one(count(a[0]), a[1]));
    }

    #[test]
    fn ends() {
        assert_eq!(probability(0, 10, 0.0), 1.0);
        assert_eq!(probability(10, 10, 1.0), 1.0);
        assert_eq!(survival(0, 10, 0.3), 1.0);
        assert_eq!(survival(11, 10, 0.3), 0.0);
        assert_eq!(survival(1, 10, 0.0), 0.0);
        assert_eq!(survival(10, 10, 1.0), 1.0);
        assert_eq!(cdf(10, 10, 0.3), 1.0);
        assert_eq!(cdf(9, 10, 1.0), 0.0);
        assert!(survival(1, 10, f64::NAN).is_nan());
        assert_eq!(at_least_one(0, 1.0), 0.0);
        assert_eq!(at_least_one(3, 1.0), 1.0);
    }

    #[test]
    fn probabilities_add_up() {
        let (n, p) = (1_000, 0.37);
        let mut below = 0.0;
        for k in 0..=n {
            assert!((survival(k, n, p) + below - 1.0).abs() < 1e-12, "{k}");
            below += probability(k, n, p);
        }
    }
}
