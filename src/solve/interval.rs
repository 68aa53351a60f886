//! How well a crossing is known, and how it differs between states of the world.

use super::crossing::Bracket;
use super::{Question, Sampled};
use crate::random::Streams;
use crate::random::streams::uniform_open;
use crate::stats::summary::Summary;

/// The crossing of each replication by itself: how much the answer depends on the state of the world.
#[derive(Debug, Clone, PartialEq)]
pub struct States {
    /// Replications that cross the target within the range of the factor, with the first crossing of each.
    pub crossing: Vec<f64>,
    /// Replications that are below the target throughout.
    pub below: usize,
    /// Replications at the target or above it throughout.
    pub above: usize,
    /// Replications in which the metric is undefined at all points but one.
    pub undefined: usize,
}

impl States {
    pub(super) fn of(sampled: &[Sampled], target: f64) -> Self {
        let mut states = Self {
            crossing: Vec::new(),
            below: 0,
            above: 0,
            undefined: 0,
        };
        let replications = sampled.first().map_or(0, |s| s.values.len());
        for r in 0..replications {
            let curve: Vec<(f64, f64)> = sampled
                .iter()
                .map(|s| (s.at, s.values[r] - target))
                .filter(|(_, v)| !v.is_nan())
                .collect();
            match (first_crossing(&curve), curve.as_slice()) {
                (_, [] | [_]) => states.undefined += 1,
                (Some(at), _) => states.crossing.push(at),
                (None, [(_, first), ..]) if *first >= 0.0 => states.above += 1,
                _ => states.below += 1,
            }
        }
        states
    }

    /// Mean, spread and quantiles of the crossings; `None` when there are none.
    pub fn summary(&self) -> Option<Summary> {
        Summary::of(&self.crossing)
    }
}

fn first_crossing(curve: &[(f64, f64)]) -> Option<f64> {
    curve
        .windows(2)
        .find(|pair| (pair[0].1 >= 0.0) != (pair[1].1 >= 0.0))
        .map(line)
}

/// Where the straight line between two points is nought.
fn line(pair: &[(f64, f64)]) -> f64 {
    let [(low, below), (high, above)] = [pair[0], pair[1]];
    let share = below / (below - above);
    low + if share.is_finite() { share } else { 0.5 } * (high - low)
}

/// Percentile interval of the crossing that `bracket` has found: replications are drawn again with replacement, the same at every
/// sampled point, and the crossing of the new statistic nearest to the one found, in the same direction, counts. A resample without
/// one lies outside the range, on the side where the statistic would have to go on.
pub(super) fn of(
    question: &Question,
    sampled: &[Sampled],
    bracket: &Bracket,
    streams: &Streams,
) -> (Option<f64>, Option<f64>) {
    let n = sampled.first().map_or(0, |s| s.values.len());
    let mut crossings: Vec<f64> = (0..question.resamples as u64)
        .map(|resample| {
            let mut stream = streams.stream("solve/bootstrap", resample);
            let draw = |_| ((uniform_open(&mut stream) * n as f64) as usize).min(n - 1);
            let chosen: Vec<usize> = (0..n).map(draw).collect();
            resampled(question, sampled, bracket, &chosen)
        })
        .collect();
    crossings.sort_unstable_by(f64::total_cmp);
    if crossings.is_empty() {
        return (None, None);
    }
    let tail = (1.0 - question.confidence) / 2.0;
    // Nearest ranks: infinities must not be averaged with numbers.
    let rank = |p: f64| ((p * crossings.len() as f64) as usize).min(crossings.len() - 1);
    let end = |x: f64| x.is_finite().then_some(x);
    (end(crossings[rank(tail)]), end(crossings[rank(1.0 - tail)]))
}

fn resampled(question: &Question, sampled: &[Sampled], bracket: &Bracket, chosen: &[usize]) -> f64 {
    let curve: Vec<(f64, f64)> = sampled
        .iter()
        .map(|s| {
            let values: Vec<f64> = chosen.iter().map(|r| s.values[*r]).collect();
            (s.at, question.statistic.of(&values) - question.target)
        })
        .filter(|(_, v)| !v.is_nan())
        .collect();
    let found = bracket.crossing();
    let same_way = |pair: &&[(f64, f64)]| {
        let sides = (pair[0].1 >= 0.0, pair[1].1 >= 0.0);
        sides == (!bracket.rises(), bracket.rises())
    };
    let nearest = curve
        .windows(2)
        .filter(same_way)
        .map(line)
        .min_by(|a, b| (a - found).abs().total_cmp(&(b - found).abs()));
    nearest.unwrap_or_else(|| {
        let is_above = curve.first().is_some_and(|(_, v)| *v >= 0.0);
        if is_above == bracket.rises() {
            f64::NEG_INFINITY
        } else {
            f64::INFINITY
        }
    })
}
