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
    libm::exp(ln_survival(k, shape, mean))
}

/// ln P(X ≥ k), see [`survival`].
pub fn ln_survival(k: u64, shape: f64, mean: f64) -> f64 {
    ln_tails(k, shape, mean).1
}

/// P(X ≤ k), see [`survival`].
pub fn cdf(k: u64, shape: f64, mean: f64) -> f64 {
    libm::exp(ln_tails(k.saturating_add(1), shape, mean).0)
}

/// P(X = k), see [`survival`].
pub fn probability(k: u64, shape: f64, mean: f64) -> f64 {
    libm::exp(ln_probability(k, shape, mean))
}

/// ln P(X = k), see [`survival`].
pub fn ln_probability(k: u64, shape: f64, mean: f64) -> f64 {
    if !parameters_are_valid(shape, mean) {
        return f64::NAN;
    }
    if shape == f64::INFINITY {
        return super::poisson::ln_probability(k, mean);
    }
    if mean == 0.0 {
        return if k == 0 { 0.0 } else { f64::NEG_INFINITY };
    }
    if k == 0 {
        return -shape * libm::log1p(mean / shape);
    }
    // xᵃ yᵇ/B(a, b) of the beta function, divided by k.
    point(k, shape, mean).ln_prefix() - libm::log(k as f64)
}

/// (ln P(X < k), ln P(X ≥ k)).
fn ln_tails(k: u64, shape: f64, mean: f64) -> (f64, f64) {
    if !parameters_are_valid(shape, mean) {
        return (f64::NAN, f64::NAN);
    }
    if k == 0 {
        return (f64::NEG_INFINITY, 0.0);
    }
    if shape == f64::INFINITY {
        let (survival, cdf) = super::gamma::ln_tails(k as f64, mean);
        return (cdf, survival);
    }
    let point = point(k, shape, mean);
    if shape < 1.0 && k <= MAX_SUMMED && point.a * point.y < 0.5 {
        return ln_summed_tails(point);
    }
    let (survival, cdf) = point.ln_tails();
    (cdf, survival)
}

/// Bound on the terms of [`ln_summed_tails`].
const MAX_SUMMED: u64 = 10_000;

/// The sum of P(X = n) for n < k, for a mean far above k and a shape below 1.
///
/// Nearly all is at 0 and the rest far out, where the fraction of the beta function needs some √(mean/shape) terms; while
/// k terms take little from P(X ≥ 1).
fn ln_summed_tails(point: Point) -> (f64, f64) {
    let Point { a, b, x, y, .. } = point;
    let (mut term, mut sum, mut n) = (b * x, 0.0, 1.0);
    while n < a {
        sum += term;
        term *= (b + n) / (n + 1.0) * x;
        n += 1.0;
    }
    let ln_zero = b * libm::log(y);
    let survival = -libm::expm1(ln_zero) - libm::exp(ln_zero) * sum;
    (ln_zero + libm::log1p(sum), libm::log(survival))
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
