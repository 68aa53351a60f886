//! On which side of the target a value lies.

/// A target, and to which side a value that equals it belongs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Level {
    pub(super) target: f64,
    /// Whether a value on the target counts as below: where the target is the least value, the question is what leaves it.
    pub(super) is_least: bool,
}

impl Level {
    /// The target as the least of `values` where some lie on it, others above and none below.
    pub(super) fn of(target: f64, values: impl Iterator<Item = f64> + Clone) -> Self {
        let any = |is: fn(f64, f64) -> bool| values.clone().any(|v| is(v, target));
        let is_least = any(|v, t| v == t) && any(|v, t| v > t) && !any(|v, t| v < t);
        Self { target, is_least }
    }

    pub(super) fn is_above(self, value: f64) -> bool {
        if self.is_least {
            value > self.target
        } else {
            value >= self.target
        }
    }

    /// Whether two values lie on different sides.
    pub(super) fn is_between(self, first: f64, second: f64) -> bool {
        self.is_above(first) != self.is_above(second)
    }

    /// Where the straight line between two points meets the target.
    pub(super) fn line(self, pair: &[(f64, f64)]) -> f64 {
        let [(low, first), (high, second)] = [pair[0], pair[1]];
        let share = (first - self.target) / (first - second);
        let share = if share.is_finite() { share } else { 0.5 };
        low + share.clamp(0.0, 1.0) * (high - low)
    }
}
