//! A crossing between two sampled points, narrowed step by step.

use super::level::Level;

/// Two coordinates on different sides of the target.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bracket {
    level: Level,
    low: f64,
    high: f64,
    /// Value minus target at both ends, halved where the same end has stayed twice.
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

/// Neighbours on different sides of the target; `curve` has coordinates and values that are defined, in order.
pub(super) fn brackets(curve: &[(f64, f64)], level: Level) -> Vec<Bracket> {
    let changes = curve
        .windows(2)
        .filter(|pair| level.is_between(pair[0].1, pair[1].1));
    changes.map(|pair| Bracket::new(pair, level)).collect()
}

impl Bracket {
    fn new(pair: &[(f64, f64)], level: Level) -> Self {
        Self {
            level,
            low: pair[0].0,
            high: pair[1].0,
            below: pair[0].1 - level.target,
            above: pair[1].1 - level.target,
            is_rising: !level.is_above(pair[0].1),
            stayed: None,
            steps: 0,
        }
    }

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

    /// Takes the value at a coordinate between the ends; where it is undefined the end above the crossing moves.
    pub(super) fn narrow(&mut self, at: f64, value: f64) {
        self.steps += 1;
        let excess = value - self.level.target;
        let is_low_side = self.level.is_above(value) != self.is_rising && !value.is_nan();
        if is_low_side {
            if self.stayed == Some(End::High) {
                self.above /= 2.0;
            }
            (self.low, self.below, self.stayed) = (at, excess, Some(End::High));
        } else {
            if self.stayed == Some(End::Low) {
                self.below /= 2.0;
            }
            (self.high, self.above, self.stayed) = (at, excess, Some(End::Low));
        }
        if self.above.is_nan() {
            self.above = -self.below;
        }
    }
}
