//! How well a crossing is known from the replications that were run.

use super::crossing::Bracket;
use super::level::Level;
use super::{Question, Sampled};
use crate::random::Streams;
use crate::random::streams::uniform_open;

/// Replications drawn again with replacement, the same at every sampled point.
#[derive(Debug)]
pub(super) struct Bootstrap {
    /// By resample: its replications.
    chosen: Vec<Vec<u32>>,
    /// By resample: its statistic at the sampled points, as far as it is defined, in order of the factor.
    curves: Vec<Vec<(f64, f64)>>,
}

/// An interval of a coordinate; an end outside the range of the factor is infinite.
pub(super) type Ends = [f64; 2];

impl Bootstrap {
    pub(super) fn new(question: &Question) -> Self {
        let streams = Streams::new(question.seed);
        let n = question.replications;
        let resample = |resample: u64| -> Vec<u32> {
            let mut stream = streams.stream("solve/bootstrap", resample);
            let draw = |_| ((uniform_open(&mut stream) * n as f64) as usize).min(n - 1) as u32;
            (0..n).map(draw).collect()
        };
        Self {
            chosen: (0..question.resamples as u64).map(resample).collect(),
            curves: vec![Vec::new(); question.resamples],
        }
    }

    pub(super) fn add(&mut self, question: &Question, point: &Sampled) {
        for (chosen, curve) in self.chosen.iter().zip(&mut self.curves) {
            let values: Vec<f64> = chosen.iter().map(|r| point.values[*r as usize]).collect();
            let statistic = question.statistic.of(&values);
            if !statistic.is_nan() {
                let place = curve.partition_point(|(at, _)| *at < point.at);
                curve.insert(place, (point.at, statistic));
            }
        }
    }

    /// Percentile interval of the crossing that `bracket` has found.
    pub(super) fn interval(&self, level: Level, bracket: &Bracket, confidence: f64) -> Ends {
        let mut crossings: Vec<f64> = self
            .curves
            .iter()
            .map(|curve| nearest(curve, level, bracket))
            .collect();
        crossings.sort_unstable_by(f64::total_cmp);
        if crossings.is_empty() {
            return [f64::NEG_INFINITY, f64::INFINITY];
        }
        let tail = (1.0 - confidence) / 2.0;
        // Nearest ranks: infinities must not be averaged with numbers.
        let rank = |p: f64| ((p * crossings.len() as f64) as usize).min(crossings.len() - 1);
        [crossings[rank(tail)], crossings[rank(1.0 - tail)]]
    }
}

/// The crossing of a resample nearest to the one found, in the same direction. A resample without one lies outside the range, on
/// the side where the statistic would have to go on.
fn nearest(curve: &[(f64, f64)], level: Level, bracket: &Bracket) -> f64 {
    let found = bracket.crossing();
    let same_way = |pair: &&[(f64, f64)]| {
        let sides = (level.is_above(pair[0].1), level.is_above(pair[1].1));
        sides == (!bracket.rises(), bracket.rises())
    };
    let nearest = curve
        .windows(2)
        .filter(same_way)
        .map(|pair| level.line(pair))
        .min_by(|a, b| (a - found).abs().total_cmp(&(b - found).abs()));
    nearest.unwrap_or_else(|| {
        let is_above = curve.first().is_some_and(|(_, v)| level.is_above(*v));
        if is_above == bracket.rises() {
            f64::NEG_INFINITY
        } else {
            f64::INFINITY
        }
    })
}

/// Where to sample so that the end of an interval no longer hangs on the straight line between two points that are far apart:
/// at the end itself, a tenth of the gap away from its ends at least. `None` where the gap is no wider than `tolerance`.
pub(super) fn refinement(sampled: &[Sampled], end: f64, tolerance: f64) -> Option<f64> {
    if !end.is_finite() {
        return None;
    }
    let above = sampled.partition_point(|s| s.at < end);
    let (low, high) = (
        sampled.get(above.checked_sub(1)?)?.at,
        sampled.get(above)?.at,
    );
    let width = high - low;
    (width > tolerance).then(|| end.clamp(low + 0.1 * width, high - 0.1 * width))
}
