//! The gamma function and the regularised incomplete gamma functions.

use super::normal;
use super::quadrature::tail_integral;
use super::saddle::{deviance, factorial_remainder, stirling_error};
use super::solve::increasing_root;

/// From this shape the tails are integrated numerically: series and continued fraction would need
/// some √shape terms.
const INTEGRATE_FROM: f64 = 1e4;

/// Bound on the terms of the series and the continued fraction; they need fewer below
/// [`INTEGRATE_FROM`].
const MAX_TERMS: u32 = 10_000;

/// Logarithm of the smallest positive quantile, about 1e-304.
const LN_SMALLEST: f64 = -700.0;

/// ln n!, from exact factorials up to 20.
pub fn ln_factorial(n: u64) -> f64 {
    if n <= 20 {
        return libm::log((1..=n).product::<u64>() as f64);
    }
    let x = n as f64;
    (x + 0.5) * libm::log(x) - x + stirling_error(x) + normal::LN_SQRT_2PI
}

/// P(a, x): the probability that a gamma variable of shape `a` > 0 and scale 1 is at most `x` ≥ 0.
pub fn lower_regularised(a: f64, x: f64) -> f64 {
    libm::exp(ln_tails(a, x).0)
}

/// Q(a, x) = 1 − P(a, x), computed without that subtraction where it is small.
pub fn upper_regularised(a: f64, x: f64) -> f64 {
    libm::exp(ln_tails(a, x).1)
}

/// (ln P(a, x), ln Q(a, x)); the smaller of the two is computed, the larger is its complement.
pub(super) fn ln_tails(a: f64, x: f64) -> (f64, f64) {
    if x.is_nan() || a.is_nan() || a <= 0.0 {
        return (f64::NAN, f64::NAN);
    }
    if x <= 0.0 {
        return (f64::NEG_INFINITY, 0.0);
    }
    if x == f64::INFINITY {
        return (0.0, f64::NEG_INFINITY);
    }
    // Far from the mean the series and the fraction are short for any shape.
    if a >= INTEGRATE_FROM && x > 0.5 * a && x < 2.0 * a {
        let tail = ln_integrated_tail(a, x);
        return if x < a {
            (tail, ln_complement(tail))
        } else {
            (ln_complement(tail), tail)
        };
    }
    let prefix = ln_prefix(a, x, a - x);
    if x < a + 1.0 {
        let lower = prefix + libm::log(lower_series(a, x));
        (lower, ln_complement(lower))
    } else {
        let upper = prefix + libm::log(a * upper_fraction(a, x));
        (ln_complement(upper), upper)
    }
}

/// ln(1 − eᵗ) for t ≤ 0.
pub(super) fn ln_complement(t: f64) -> f64 {
    if t < -std::f64::consts::LN_2 {
        libm::log1p(-libm::exp(t))
    } else {
        libm::log((-libm::expm1(t)).max(0.0))
    }
}

/// ln(xᵃ e⁻ˣ / Γ(a + 1)), where `difference` = a − x.
fn ln_prefix(a: f64, x: f64, difference: f64) -> f64 {
    -factorial_remainder(a) - deviance(a, x, difference)
}

/// 1 + x/(a+1) + x²/((a+1)(a+2)) + …
fn lower_series(a: f64, x: f64) -> f64 {
    let (mut sum, mut term) = (1.0, 1.0);
    for index in 1..=MAX_TERMS {
        term *= x / (a + f64::from(index));
        sum += term;
        if term < 1e-17 * sum {
            break;
        }
    }
    sum
}

/// Legendre's continued fraction for Γ(a, x)·eˣ·x⁻ᵃ, by the method of Lentz (1976).
fn upper_fraction(a: f64, x: f64) -> f64 {
    let tiny = f64::MIN_POSITIVE / f64::EPSILON;
    let mut b = x + 1.0 - a;
    let mut c = 1.0 / tiny;
    let mut d = 1.0 / b;
    let mut fraction = d;
    for index in 1..=MAX_TERMS {
        let i = f64::from(index);
        let numerator = -i * (i - a);
        b += 2.0;
        d = 1.0 / nonzero(numerator * d + b, tiny);
        c = nonzero(b + numerator / c, tiny);
        fraction *= d * c;
        if (d * c - 1.0).abs() < 1e-16 {
            break;
        }
    }
    fraction
}

/// Lentz's guard against a division by nought.
pub(super) fn nonzero(value: f64, tiny: f64) -> f64 {
    if value.abs() < tiny { tiny } else { value }
}

/// Logarithm of the tail on the far side of `x` from the mean, for large `a`.
fn ln_integrated_tail(a: f64, x: f64) -> f64 {
    let side = if x < a { -1.0 } else { 1.0 };
    let ln_density = |s: f64| {
        let t = x + side * s;
        ln_prefix(a, t, (a - x) - side * s) + libm::log(a / t)
    };
    let at_start = ln_density(0.0);
    let relative = |s: f64| libm::exp(ln_density(s) - at_start);
    let slope = -side * ((a - 1.0 - x) / x);
    let limit = if side < 0.0 { x } else { f64::INFINITY };
    at_start + libm::log(tail_integral(relative, slope, x.min(a).sqrt(), limit))
}

/// Quantile of the gamma distribution of scale 1: the x with P(shape, x) = p.
///
/// Newton's method on ln P against ln x from the approximation of Wilson and Hilferty (1931), or
/// from the leading power of x for small shapes. A quantile below 1e-304 is returned as 0.
pub fn quantile(shape: f64, p: f64) -> f64 {
    if p.is_nan() || shape.is_nan() || shape <= 0.0 || !(0.0..=1.0).contains(&p) {
        return f64::NAN;
    }
    if p == 0.0 || p == 1.0 {
        return if p == 0.0 { 0.0 } else { f64::INFINITY };
    }
    let lower = p <= 0.5;
    let target = if lower { libm::log(p) } else { libm::log1p(-p) };
    let function = |u: f64| {
        let x = libm::exp(u);
        let (below, above) = ln_tails(shape, x);
        let tail = if lower { below } else { above };
        let hazard = shape * libm::exp(ln_prefix(shape, x, shape - x) - tail);
        if lower {
            (tail - target, hazard)
        } else {
            (target - tail, hazard)
        }
    };
    let u = increasing_root(function, ln_starting_point(shape, p), LN_SMALLEST, 709.0);
    if u > LN_SMALLEST { libm::exp(u) } else { 0.0 }
}

fn ln_starting_point(shape: f64, p: f64) -> f64 {
    let small = (libm::log(p) + libm::lgamma(shape + 1.0)) / shape;
    let ninth = 1.0 / (9.0 * shape);
    let root = 1.0 - ninth + normal::quantile(p) * ninth.sqrt();
    if root <= 0.1 || (shape < 1.0 && small < -1.0) {
        small
    } else {
        libm::log(shape) + 3.0 * libm::log(root)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::special::reference::assert_matches_reference;

    #[test]
    fn agrees_with_fifty_digits() {
        assert_matches_reference("ln_factorial", 1e-14, |a| ln_factorial(a[0] as u64));
        assert_matches_reference("gamma_lower", 1e-11, |a| lower_regularised(a[0], a[1]));
        assert_matches_reference("gamma_upper", 1e-11, |a| upper_regularised(a[0], a[1]));
        assert_matches_reference("gamma_quantile", 1e-12, |a| quantile(a[0], a[1]));
    }

    #[test]
    fn ends_and_nonsense() {
        assert_eq!(lower_regularised(2.0, 0.0), 0.0);
        assert_eq!(upper_regularised(2.0, 0.0), 1.0);
        assert_eq!(lower_regularised(2.0, f64::INFINITY), 1.0);
        assert_eq!(lower_regularised(1e4, f64::MIN_POSITIVE), 0.0);
        assert_eq!(upper_regularised(1e4, 1e300), 0.0);
        assert!(lower_regularised(0.0, 1.0).is_nan());
        assert_eq!(quantile(3.0, 0.0), 0.0);
        assert_eq!(quantile(3.0, 1.0), f64::INFINITY);
        assert!(quantile(3.0, 1.5).is_nan());
        assert_eq!(quantile(1e-3, 1e-10), 0.0);
    }

    #[test]
    fn lower_regularised_undoes_quantile() {
        for shape in [1e-3, 0.02, 0.3, 1.0, 3.5, 50.0, 9_000.0, 11_000.0, 1e6] {
            for p in [1e-100, 1e-12, 1e-3, 0.3, 0.5, 0.7, 0.999] {
                let x = quantile(shape, p);
                if x > 0.0 {
                    // ln x is known to 20 ε; ln p moves at most (20 + 22·√shape) times as much.
                    let tolerance = f64::EPSILON * (1e3 + 1e3 * shape.sqrt());
                    let error = (lower_regularised(shape, x) / p - 1.0).abs();
                    assert!(error < tolerance, "{shape} {p}: {x} {error:e}");
                }
            }
        }
    }
}
