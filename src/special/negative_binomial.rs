//! The negative binomial distribution as a Poisson count whose mean is gamma distributed.
//!
//! The hits of accounts that differ in activity: given its activity an account's count is Poisson,
//! and activity is gamma with mean 1 and the given shape (Greenwood and Yule, 1920).

use super::beta::Point;

/// P(X ≥ k) for a Poisson count whose mean is `mean` times a gamma variable of mean 1 and shape
/// `shape`; right relative to its own size however small.
///
/// An infinite shape is the Poisson distribution. NaN if the shape is not positive or the mean
/// negative.
pub fn survival(k: u64, shape: f64, mean: f64) -> f64 {
    tails(k, shape, mean).1
}

/// P(X ≤ k), see [`survival`].
pub fn cdf(k: u64, shape: f64, mean: f64) -> f64 {
    tails(k.saturating_add(1), shape, mean).0
}

/// P(X = k), see [`survival`].
pub fn probability(k: u64, shape: f64, mean: f64) -> f64 {
    if !parameters_are_valid(shape, mean) {
        return f64::NAN;
    }
    if shape == f64::INFINITY {
        return super::poisson::probability(k, mean);
    }
    if mean == 0.0 {
        return if k == 0 { 1.0 } else { 0.0 };
    }
    if k == 0 {
        return libm::exp(-shape * libm::log1p(mean / shape));
    }
    // xᵃ yᵇ/B(a, b) of the beta function, divided by k.
    libm::exp(point(k, shape, mean).ln_prefix() - libm::log(k as f64))
}

fn tails(k: u64, shape: f64, mean: f64) -> (f64, f64) {
    if !parameters_are_valid(shape, mean) {
        return (f64::NAN, f64::NAN);
    }
    if k == 0 {
        return (0.0, 1.0);
    }
    if shape == f64::INFINITY {
        return (
            super::poisson::cdf(k - 1, mean),
            super::poisson::survival(k, mean),
        );
    }
    let (survival, cdf) = point(k, shape, mean).ln_tails();
    (libm::exp(cdf), libm::exp(survival))
}

/// P(X ≥ k) = I_x(k, shape) at x = mean/(shape + mean).
fn point(k: u64, shape: f64, mean: f64) -> Point {
    let (a, total) = (k as f64, shape + mean);
    Point {
        a,
        b: shape,
        x: mean / total,
        y: shape / total,
        difference: (a - mean) * (shape / total),
    }
}

fn parameters_are_valid(shape: f64, mean: f64) -> bool {
    shape > 0.0 && mean >= 0.0 && mean.is_finite()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::special::reference::assert_matches_reference;

    #[test]
    fn agrees_with_fifty_digits() {
        let count = |x: f64| x as u64;
        assert_matches_reference("negative_binomial_survival", 1e-11, |a| {
            survival(count(a[0]), a[1], a[2])
        });
        assert_matches_reference("negative_binomial_probability", 1e-11, |a| {
            probability(count(a[0]), a[1], a[2])
        });
    }

    #[test]
    fn ends_and_limits() {
        assert_eq!(survival(0, 2.0, 3.0), 1.0);
        assert_eq!(survival(1, 2.0, 0.0), 0.0);
        assert!(survival(1, 0.0, 1.0).is_nan());
        assert!(survival(1, 1.0, -1.0).is_nan());
        let limit = survival(4, f64::INFINITY, 1.5);
        assert!((survival(4, 1e12, 1.5) / limit - 1.0).abs() < 1e-11);
        let geometric = libm::pow(0.75, 3.0);
        assert!((survival(3, 1.0, 3.0) / geometric - 1.0).abs() < 1e-14);
    }
}
