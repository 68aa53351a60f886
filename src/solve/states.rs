//! The crossing of every state of the world by itself.

use super::crossing::{Bracket, brackets};
use super::level::Level;
use super::{Question, Run, STEPS, Sampled};
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
    /// Narrows the first crossing that the sampled points show of every replication, all of them step by step together.
    pub(super) fn of<E>(
        question: &Question,
        sampled: &[Sampled],
        level: Level,
        mut sample: impl FnMut(&[Run]) -> Result<Vec<f64>, E>,
    ) -> Result<Self, E> {
        let mut states = Self {
            crossing: Vec::new(),
            below: 0,
            above: 0,
            undefined: 0,
        };
        let mut found: Vec<(usize, Bracket)> = Vec::new();
        for replication in 0..question.replications {
            let points = sampled.iter().map(|s| (s.at, s.values[replication]));
            let curve: Vec<(f64, f64)> = points.filter(|(_, v)| !v.is_nan()).collect();
            match (brackets(&curve, level).first(), curve.as_slice()) {
                (_, [] | [_]) => states.undefined += 1,
                (Some(bracket), _) => found.push((replication, *bracket)),
                (None, [(_, first), ..]) if level.is_above(*first) => states.above += 1,
                _ => states.below += 1,
            }
        }
        for _ in 0..STEPS {
            let is_wide =
                |(_, bracket): &&mut (usize, Bracket)| bracket.width() > question.tolerance;
            let mut open: Vec<&mut (usize, Bracket)> = found.iter_mut().filter(is_wide).collect();
            if open.is_empty() {
                break;
            }
            let runs: Vec<Run> = open.iter().map(|(r, b)| (b.next(), *r)).collect();
            let values = sample(&runs)?;
            for ((open, (at, _)), value) in open.iter_mut().zip(&runs).zip(values) {
                open.1.narrow(*at, value);
            }
        }
        states.crossing = found.iter().map(|(_, b)| b.crossing()).collect();
        Ok(states)
    }

    /// Mean, spread and quantiles of the crossings; `None` when there are none.
    pub fn summary(&self) -> Option<Summary> {
        Summary::of(&self.crossing)
    }
}
