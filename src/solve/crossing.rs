//! A crossing between two sampled points, narrowed step by step.

use super::Sampled;

/// Two coordinates on different sides of the target.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bracket {
    low: f64,
    high: f64,
    /// Statistic minus target at both ends, halved where the same end has stayed twice.
    below: f64,
    above: f64,
    is_rising: bool,
    /// Which end stayed in the last step.
    stayed: Option<End>,
    steps: usize,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum End {
    Low,
    High,
}

/// Neighbours on different sides of the target; a point on it belongs to the side of what is above.
pub(super) fn brackets(sampled: &[Sampled], target: f64) -> Vec<Bracket> {
    let defined: Vec<&Sampled> = sampled.iter().filter(|s| !s.statistic.is_nan()).collect();
    defined
        .windows(2)
        .filter(|pair| (pair[0].statistic >= target) != (pair[1].statistic >= target))
        .map(|pair| Bracket {
            low: pair[0].at,
            high: pair[1].at,
            below: pair[0].statistic - target,
            above: pair[1].statistic - target,
            is_rising: pair[0].statistic < target,
            stayed: None,
            steps: 0,
        })
        .collect()
}

impl Bracket {
    pub(super) fn width(&self) -> f64 {
        self.high - self.low
    }

    pub(super) fn rises(&self) -> bool {
        self.is_rising
    }

    /// Where the straight line between the ends crosses.
    pub(super) fn crossing(&self) -> f64 {
        let share = self.below / (self.below - self.above);
        let share = if share.is_finite() { share } else { 0.5 };
        self.low + share.clamp(0.0, 1.0) * self.width()
    }

    /// The next coordinate to sample: the crossing of the line, or the middle at every third step, so that steps and flat
    /// stretches cannot slow it down; never closer to an end than a hundredth of the width.
    pub(super) fn next(&self) -> f64 {
        if self.steps % 3 == 2 {
            return self.low + 0.5 * self.width();
        }
        let margin = 0.01 * self.width();
        self.crossing().clamp(self.low + margin, self.high - margin)
    }

    /// Takes the value of statistic minus target at a coordinate between the ends; where it is undefined the end
    /// above the crossing moves.
    pub(super) fn narrow(&mut self, at: f64, value: f64) {
        self.steps += 1;
        let is_low_side = (value >= 0.0) != self.is_rising && !value.is_nan();
        if is_low_side {
            if self.stayed == Some(End::High) {
                self.above /= 2.0;
            }
            (self.low, self.below, self.stayed) = (at, value, Some(End::High));
        } else {
            if self.stayed == Some(End::Low) {
                self.below /= 2.0;
            }
            (self.high, self.above, self.stayed) = (at, value, Some(End::Low));
        }
        if self.above.is_nan() {
            self.above = -self.below;
        }
    }
}
