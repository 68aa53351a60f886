//! How sure a ranking is, if the states of the world are a random sample.

use rayon::prelude::*;

use super::{Measure, Outcomes, sorted};
use crate::discovery::DiscoveryError;
use crate::random::{Streams, uniform_open};
use crate::stats::summary::quantile;

/// One policy over resamples of the states.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Resampled {
    /// Lower end of the interval.
    pub low: f64,
    /// Upper end of the interval.
    pub high: f64,
    /// Share of resamples in which the policy is best; policies that are equally good share it.
    pub best: f64,
}

/// The percentile interval of a measure of every policy (Efron 1979): states are drawn with replacement, the same for
/// all policies, `times` times; the interval holds the share `level` of the results, in (0, 1).
///
/// For the extremes ([`Measure::MaxRegret`], [`Measure::Maximin`], [`Measure::Hurwicz`]) it says how much hangs on single
/// states and does not cover with that probability. Resample b uses stream b of `discovery/states`.
///
/// # Errors
///
/// [`DiscoveryError::Option`] for an option of the measure, a level that is not inside (0, 1), or no resamples.
pub fn bootstrap(
    outcomes: &Outcomes<'_>,
    measure: Measure,
    times: usize,
    level: f64,
    streams: &Streams,
) -> Result<Vec<Resampled>, DiscoveryError> {
    measure.check()?;
    let option = |what, range, value| Err(DiscoveryError::Option { what, range, value });
    if times == 0 {
        return option("the number of resamples", "at least 1", 0.0);
    }
    if !(level > 0.0 && level < 1.0) {
        return option("the level", "above 0 and below 1", level);
    }
    let terms = measure.terms(outcomes);
    let direction = outcomes.direction;
    let once = |b: usize| -> Vec<f64> {
        let states = draw(outcomes.states, b, streams);
        let of = |row: &Vec<f64>| {
            let drawn: Vec<f64> = states.iter().map(|&s| row[s]).collect();
            measure.of(&drawn, direction)
        };
        terms.iter().map(of).collect()
    };
    let all: Vec<Vec<f64>> = (0..times).into_par_iter().map(once).collect();
    let better = measure.better(direction);
    let mut best = vec![0.0; outcomes.policies];
    for values in &all {
        let good = |v: &f64| better.good(*v);
        let top = values.iter().map(good).fold(f64::NEG_INFINITY, f64::max);
        let level = values.iter().filter(|v| good(v) == top).count() as f64;
        for (share, value) in best.iter_mut().zip(values) {
            *share += if good(value) == top { 1.0 / level } else { 0.0 };
        }
    }
    let entry = |(policy, wins): (usize, &f64)| {
        let values = sorted(&all.iter().map(|v| v[policy]).collect::<Vec<f64>>());
        Resampled {
            low: quantile(&values, (1.0 - level) / 2.0),
            high: quantile(&values, (1.0 + level) / 2.0),
            best: wins / times as f64,
        }
    };
    Ok(best.iter().enumerate().map(entry).collect())
}

/// As many states as there are, drawn with replacement.
pub(in crate::discovery) fn draw(states: usize, index: usize, streams: &Streams) -> Vec<usize> {
    let mut rng = streams.stream("discovery/states", index as u64);
    let mut one = || ((uniform_open(&mut rng) * states as f64) as usize).min(states - 1);
    (0..states).map(|_| one()).collect()
}
