//! The ratio of two paired means.

use serde::Serialize;

/// A ratio of means minus one, with its interval.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Relative {
    /// Mean of the other over the mean of the base, minus one.
    pub value: f64,
    /// Low end of the interval.
    pub low: f64,
    /// High end of the interval.
    pub high: f64,
}

impl Relative {
    /// Of numbers that are never negative, whose ratio is none either: nothing falls by more than all of it.
    pub(super) fn down_to_nothing(self) -> Self {
        Self {
            low: self.low.max(-1.0),
            ..self
        }
    }
}

/// What the interval of a ratio of paired means rests on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Means {
    /// Mean of the base.
    pub(super) base: f64,
    /// Mean of the other.
    pub(super) other: f64,
    /// Variance of the mean of the base.
    pub(super) base_variance: f64,
    /// Variance of the mean of the other.
    pub(super) other_variance: f64,
    /// Covariance of both means.
    pub(super) covariance: f64,
}

impl Means {
    /// The interval of Fieller (1954, *J. R. Stat. Soc. B* 16(2), 175–185) for paired means: all ρ that a t test of
    /// `other` − ρ·`base` = 0 with the quantile `t` does not reject. Where the base is known well it is the interval of
    /// the delta method, with the covariance of the pairs; unlike that one it contains 0 exactly when the interval of the
    /// mean difference does. `None` where the base is not clearly above 0: its own interval with `t` contains 0.
    pub(super) fn relative(&self, t: f64) -> Option<Relative> {
        let square = t * t;
        let a = self.base * self.base - square * self.base_variance;
        if !(self.base > 0.0 && a > 0.0) {
            return None;
        }
        // In changes δ = ρ − 1, so that small ones keep their digits.
        let mean = self.other - self.base;
        let variance = self.other_variance - 2.0 * self.covariance + self.base_variance;
        let cross = self.covariance - self.base_variance;
        let b = mean * self.base - square * cross;
        let c = mean * mean - square * variance.max(0.0);
        let root = (b * b - a * c).max(0.0).sqrt();
        let relative = Relative {
            value: mean / self.base,
            low: (b - root) / a,
            high: (b + root) / a,
        };
        relative.high.is_finite().then_some(relative)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn means(base: f64, other: f64, variances: (f64, f64), covariance: f64) -> Means {
        Means {
            base,
            other,
            base_variance: variances.0,
            other_variance: variances.1,
            covariance,
        }
    }

    #[test]
    fn is_the_delta_method_where_the_base_is_known_well() {
        let m = means(1000.0, 1100.0, (4.0, 5.0), 4.2);
        let got = m.relative(2.0).expect("defined");
        let ratio: f64 = 1.1;
        let delta = (5.0 - 2.0 * ratio * 4.2 + ratio * ratio * 4.0_f64).sqrt() / 1000.0;
        assert!((got.value - 0.1).abs() < 1e-12);
        assert!(
            ((got.high - got.low) / (4.0 * delta) - 1.0).abs() < 1e-3,
            "{got:?}"
        );
    }

    #[test]
    fn solves_the_equation_of_fieller() {
        let m = means(10.0, 12.0, (4.0, 9.0), 3.0);
        let got = m.relative(2.0).expect("defined");
        for change in [got.low, got.high] {
            let ratio = 1.0 + change;
            let left = (12.0 - ratio * 10.0) * (12.0 - ratio * 10.0);
            let right = 4.0 * (9.0 - 2.0 * ratio * 3.0 + ratio * ratio * 4.0);
            assert!((left / right - 1.0).abs() < 1e-9, "{left} {right}");
        }
    }

    #[test]
    fn is_undefined_where_the_base_may_be_zero() {
        assert!(means(1.0, 2.0, (1.0, 1.0), 0.0).relative(1.0).is_none());
        assert!(means(1.0, 2.0, (1.0, 1.0), 0.0).relative(0.9).is_some());
        assert!(means(0.0, 2.0, (0.0, 1.0), 0.0).relative(2.0).is_none());
        assert!(means(-5.0, 2.0, (0.1, 0.1), 0.0).relative(2.0).is_none());
    }
}
