//! The regularised incomplete beta function.

use super::gamma::{ln_complement, nonzero};
use super::quadrature::tail_integral;
use super::saddle::{compensated_sum, deviance, exact_product, factorial_remainder};
use super::solve::increasing_root;

/// From this smaller shape on the tails are integrated numerically: the continued fraction would
/// need some √shape terms.
const INTEGRATE_FROM: f64 = 1e4;

/// Arguments of the incomplete beta function, with what is lost when they are only rounded.
#[derive(Clone, Copy, Debug)]
pub(super) struct Point {
    /// First shape.
    pub(super) a: f64,
    /// Second shape.
    pub(super) b: f64,
    /// Upper end of the integral.
    pub(super) x: f64,
    /// 1 − x.
    pub(super) y: f64,
    /// a − (a + b)·x = a·y − b·x.
    pub(super) difference: f64,
}

impl Point {
    fn new(a: f64, b: f64, x: f64) -> Self {
        let difference = if x <= 0.5 {
            let ((ax, ax_rest), (bx, bx_rest)) = (exact_product(a, x), exact_product(b, x));
            compensated_sum(&[a, -ax, -bx, -ax_rest, -bx_rest])
        } else {
            let y = 1.0 - x;
            let ((ay, ay_rest), (by, by_rest)) = (exact_product(a, y), exact_product(b, y));
            compensated_sum(&[-b, ay, by, ay_rest, by_rest])
        };
        Self {
            a,
            b,
            x,
            y: 1.0 - x,
            difference,
        }
    }

    /// The same point seen from the other end.
    fn mirrored(self) -> Self {
        Self {
            a: self.b,
            b: self.a,
            x: self.y,
            y: self.x,
            difference: -self.difference,
        }
    }

    /// The point `s` below this one.
    fn moved_down(self, s: f64) -> Self {
        Self {
            x: self.x - s,
            y: self.y + s,
            difference: self.difference + (self.a + self.b) * s,
            ..self
        }
    }

    /// ln(xᵃ yᵇ / B(a, b)).
    pub(super) fn ln_prefix(self) -> f64 {
        let Self {
            a,
            b,
            x,
            y,
            difference,
        } = self;
        let n = a + b;
        factorial_remainder(n)
            - factorial_remainder(a)
            - factorial_remainder(b)
            - deviance(a, n * x, difference)
            - deviance(b, n * y, -difference)
            + libm::log(a * (b / n))
    }

    /// (ln I, ln(1 − I)); the smaller is computed, the larger is its complement.
    pub(super) fn ln_tails(self) -> (f64, f64) {
        if self.x <= 0.0 {
            return (f64::NEG_INFINITY, 0.0);
        }
        if self.y <= 0.0 {
            return (0.0, f64::NEG_INFINITY);
        }
        if self.difference + 1.0 > 2.0 * self.x {
            self.ln_tails_from_below()
        } else {
            let (upper, lower) = self.mirrored().ln_tails_from_below();
            (lower, upper)
        }
    }

    /// (ln I, ln(1 − I)) for x on the side on which the computation of I is quick.
    fn ln_tails_from_below(self) -> (f64, f64) {
        /// ln 0.9: a smaller complement would lose digits, and is computed by itself. That happens
        /// with shapes far below 1, where almost everything lies at one end.
        const NEARLY_ALL: f64 = -0.1;
        let lower = self.ln_lower_tail();
        let upper = if lower > NEARLY_ALL {
            self.mirrored().ln_lower_tail()
        } else {
            ln_complement(lower)
        };
        (lower, upper)
    }

    /// ln I, for x below the mean or not far above it.
    fn ln_lower_tail(self) -> f64 {
        // Far from the mean the fraction is short for any shapes.
        if self.a.min(self.b) >= INTEGRATE_FROM && self.difference < 0.5 * self.a {
            self.ln_integrated_tail()
        } else {
            self.ln_prefix() + libm::log(self.fraction())
        }
    }

    fn ln_integrated_tail(self) -> f64 {
        let Self { a, b, x, y, .. } = self;
        let ln_density = |point: Point| point.ln_prefix() - libm::log(point.x * point.y);
        let at_start = ln_density(self);
        let relative = |s: f64| libm::exp(ln_density(self.moved_down(s)) - at_start);
        let slope = (self.difference - y + x) / (x * y);
        let deviation = (x * (y / (a + b))).sqrt();
        at_start + libm::log(tail_integral(relative, slope, deviation, x))
    }

    /// The continued fraction of Didonato and Morris (1992, ACM TOMS algorithm 708, BFRAC), which
    /// needs the difference and not the rounded 1 − x; by the method of Lentz (1976).
    fn fraction(self) -> f64 {
        const MAX_TERMS: u32 = 20_000;
        let tiny = f64::MIN_POSITIVE / f64::EPSILON;
        let Self {
            a,
            b,
            x,
            y,
            difference,
        } = self;
        let partial_denominator = |m: f64| {
            let first = m * (b - m) * x / (a + 2.0 * m - 1.0);
            let second = (a + m) / (a + 2.0 * m + 1.0) * (difference + 1.0 + m * (1.0 + y));
            m + if m > 0.0 { first } else { 0.0 } + second
        };
        let mut fraction = nonzero(partial_denominator(0.0), tiny);
        let (mut c, mut d) = (fraction, 0.0);
        for index in 1..=MAX_TERMS {
            let m = f64::from(index);
            let scale = x / (a + 2.0 * m - 1.0);
            let numerator = (a + m - 1.0) * scale * (a + b + m - 1.0) * scale * m * (b - m);
            let denominator = partial_denominator(m);
            d = 1.0 / nonzero(denominator + numerator * d, tiny);
            c = nonzero(denominator + numerator / c, tiny);
            fraction *= c * d;
            if (c * d - 1.0).abs() < 1e-16 {
                break;
            }
        }
        1.0 / fraction
    }
}

/// I_x(a, b): the probability that a beta variable of shapes `a`, `b` > 0 is at most `x`.
///
/// NaN if a shape is not positive.
pub fn regularised(a: f64, b: f64, x: f64) -> f64 {
    if !shapes_are_valid(a, b) || x.is_nan() {
        return f64::NAN;
    }
    libm::exp(Point::new(a, b, x.clamp(0.0, 1.0)).ln_tails().0)
}

/// Quantile of the beta distribution: the x with I_x(a, b) = p.
///
/// Newton's method on the logarithm of the smaller tail against the log odds of x. NaN if a shape is
/// not positive or p is outside [0, 1].
pub fn quantile(a: f64, b: f64, p: f64) -> f64 {
    if !shapes_are_valid(a, b) || !(0.0..=1.0).contains(&p) {
        return f64::NAN;
    }
    if p == 0.0 || p == 1.0 {
        return p;
    }
    let lower = p <= 0.5;
    let target = if lower { libm::log(p) } else { libm::log1p(-p) };
    let function = |u: f64| {
        let (x, y) = (logistic(u), logistic(-u));
        let point = Point {
            x,
            y,
            ..Point::new(a, b, x)
        };
        let (below, above) = point.ln_tails();
        let tail = if lower { below } else { above };
        let hazard = libm::exp(point.ln_prefix() - tail);
        if lower {
            (tail - target, hazard)
        } else {
            (target - tail, hazard)
        }
    };
    logistic(increasing_root(
        function,
        starting_log_odds(a, b, p),
        -700.0,
        700.0,
    ))
}

fn shapes_are_valid(a: f64, b: f64) -> bool {
    a > 0.0 && b > 0.0 && a.is_finite() && b.is_finite()
}

fn logistic(u: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-u))
}

/// The leading power at the nearer end for small shapes, else the log odds of the mean.
fn starting_log_odds(a: f64, b: f64, p: f64) -> f64 {
    let ln_beta = libm::lgamma(a) + libm::lgamma(b) - libm::lgamma(a + b);
    let from_low = (libm::log(p * a) + ln_beta) / a;
    let from_high = (libm::log1p(-p) + libm::log(b) + ln_beta) / b;
    if from_low < -2.0 && a < 1.0 {
        from_low
    } else if from_high < -2.0 && b < 1.0 {
        -from_high
    } else {
        libm::log(a / b)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::special::reference::assert_matches_reference;

    #[test]
    fn agrees_with_fifty_digits() {
        assert_matches_reference("beta_regularised", 1e-11, |a| regularised(a[0], a[1], a[2]));
        assert_matches_reference("beta_quantile", 1e-11, |a| quantile(a[0], a[1], a[2]));
    }

    #[test]
    fn ends_and_nonsense() {
        assert_eq!(regularised(2.0, 3.0, 0.0), 0.0);
        assert_eq!(regularised(2.0, 3.0, 1.0), 1.0);
        assert!(regularised(0.0, 3.0, 0.5).is_nan());
        assert_eq!(regularised(1e5, 1e6, f64::MIN_POSITIVE), 0.0);
        assert_eq!(regularised(1e5, 1e6, 1.0 - f64::EPSILON), 1.0);
        assert_eq!(quantile(2.0, 3.0, 0.0), 0.0);
        assert_eq!(quantile(2.0, 3.0, 1.0), 1.0);
        assert!(quantile(2.0, 3.0, -0.5).is_nan());
    }
}
