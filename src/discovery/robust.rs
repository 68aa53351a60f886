//! Robustness: one number for each policy over all states of the world.
//!
//! The measures and their grouping follow McPhail et al. (2018), Robustness metrics: how are they calculated, when should
//! they be used and why do they give different results?, Earth's Future 6. They differ in how averse to risk they are, so
//! they rank differently; none is right for all purposes.

mod bootstrap;
#[cfg(test)]
mod tests;

pub(super) use bootstrap::draw;
pub use bootstrap::{Resampled, bootstrap};

use super::DiscoveryError;
use crate::stats::summary::quantile;

/// Which way is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Less is better.
    Minimise,
    /// More is better.
    Maximise,
}

impl Direction {
    /// The number with its sign turned so that more is better.
    pub fn good(self, value: f64) -> f64 {
        match self {
            Self::Minimise => -value,
            Self::Maximise => value,
        }
    }
}

/// One metric of P policies in S states of the world.
#[derive(Clone, Copy, Debug)]
pub struct Outcomes<'a> {
    values: &'a [f64],
    policies: usize,
    states: usize,
    direction: Direction,
}

impl<'a> Outcomes<'a> {
    /// P × S values, the states of the first policy first.
    ///
    /// # Errors
    ///
    /// [`DiscoveryError`] when there are no policies or states, when the number of values is not P·S, or when a value is
    /// not finite (then `column` is the state and `row` the policy).
    pub fn new(
        values: &'a [f64],
        policies: usize,
        states: usize,
        direction: Direction,
    ) -> Result<Self, DiscoveryError> {
        for (what, count) in [("policies", policies), ("states", states)] {
            if count == 0 {
                return Err(DiscoveryError::Empty(what));
            }
        }
        let expected = policies.saturating_mul(states);
        if values.len() != expected {
            return Err(DiscoveryError::Length {
                what: "the matrix of outcomes",
                expected,
                found: values.len(),
            });
        }
        if let Some(place) = values.iter().position(|v| !v.is_finite()) {
            return Err(DiscoveryError::NotFinite {
                column: place % states,
                row: place / states,
                value: values[place],
            });
        }
        Ok(Self {
            values,
            policies,
            states,
            direction,
        })
    }

    /// The values of one policy.
    fn policy(&self, policy: usize) -> &'a [f64] {
        &self.values[policy * self.states..][..self.states]
    }

    /// How much worse a policy does than the best policy in each state (Savage 1951); at least 0.
    pub fn regret(&self) -> Vec<Vec<f64>> {
        let rows = || (0..self.policies).map(|p| self.policy(p));
        let best = |s: usize| {
            let good = rows().map(|row| self.direction.good(row[s]));
            good.fold(f64::NEG_INFINITY, f64::max)
        };
        let best: Vec<f64> = (0..self.states).map(best).collect();
        let against = |row: &[f64]| {
            let pairs = best.iter().zip(row);
            pairs.map(|(b, v)| b - self.direction.good(*v)).collect()
        };
        rows().map(against).collect()
    }
}

/// How a policy is measured.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Measure {
    /// Greatest regret (Savage 1951); less is better.
    MaxRegret,
    /// Mean regret; less is better.
    MeanRegret,
    /// Quantile of regret, for example 0.9; less is better.
    RegretQuantile(f64),
    /// Share of states in which the value is at least as good as a threshold, the domain criterion (Starr 1962;
    /// Lempert, Popper and Bankes 2003); more is better.
    Satisficing(f64),
    /// The worst value (Wald 1950).
    Maximin,
    /// w times the best value plus 1 − w times the worst (Hurwicz 1951), w from 0 to 1.
    Hurwicz(f64),
    /// The mean (Laplace's principle of insufficient reason).
    Laplace,
    /// (μ + 1) / (σ + 1) where more is better, (μ + 1)·(σ + 1) where less is (Hamarat et al. 2014); for values of at
    /// least 0 whose unit makes 1 small.
    SignalToNoise,
    /// Mean over all states of how far the worse half falls short of the policy's own median (Takriti and Ahmed 2004, as
    /// in McPhail et al. 2018, divided by the number of states); less is better.
    UndesirableDeviations,
}

impl Measure {
    fn check(self) -> Result<(), DiscoveryError> {
        let option = |what, range, value| Err(DiscoveryError::Option { what, range, value });
        let share = |v: f64| (0.0..=1.0).contains(&v);
        match self {
            Self::RegretQuantile(p) if !share(p) => option("the quantile", "from 0 to 1", p),
            Self::Hurwicz(w) if !share(w) => option("the weight of the best", "from 0 to 1", w),
            Self::Satisficing(t) if t.is_nan() => option("the threshold", "a number", t),
            _ => Ok(()),
        }
    }

    /// Whether more or less of this measure is better, for a metric of that direction.
    pub fn better(self, direction: Direction) -> Direction {
        match self {
            Self::MaxRegret
            | Self::MeanRegret
            | Self::RegretQuantile(_)
            | Self::UndesirableDeviations => Direction::Minimise,
            Self::Satisficing(_) => Direction::Maximise,
            Self::Maximin | Self::Hurwicz(_) | Self::Laplace | Self::SignalToNoise => direction,
        }
    }

    /// What is summed up over states: regret, whether the threshold is met, or the value itself. One row for each
    /// policy.
    fn terms(self, outcomes: &Outcomes<'_>) -> Vec<Vec<f64>> {
        let good = |v: f64| outcomes.direction.good(v);
        let each = |f: &dyn Fn(f64) -> f64| {
            let row = |p| outcomes.policy(p).iter().map(|v| f(*v)).collect();
            (0..outcomes.policies).map(row).collect()
        };
        match self {
            Self::MaxRegret | Self::MeanRegret | Self::RegretQuantile(_) => outcomes.regret(),
            Self::Satisficing(threshold) => {
                each(&|v| f64::from(u8::from(good(v) >= good(threshold))))
            }
            _ => each(&|v| v),
        }
    }

    /// The measure of one policy from its terms, which must not be empty.
    fn of(self, terms: &[f64], direction: Direction) -> f64 {
        let (worst, best) = ends(terms, direction);
        match self {
            Self::MaxRegret => terms.iter().copied().fold(0.0, f64::max),
            Self::MeanRegret | Self::Satisficing(_) | Self::Laplace => mean(terms),
            Self::RegretQuantile(p) => quantile(&sorted(terms), p),
            Self::Maximin => worst,
            Self::Hurwicz(weight) => weight * best + (1.0 - weight) * worst,
            Self::SignalToNoise => {
                let (signal, noise) = (mean(terms) + 1.0, spread(terms) + 1.0);
                match direction {
                    Direction::Maximise => signal / noise,
                    Direction::Minimise => signal * noise,
                }
            }
            Self::UndesirableDeviations => {
                let median = direction.good(quantile(&sorted(terms), 0.5));
                let short = |v: &f64| (median - direction.good(*v)).max(0.0);
                mean(&terms.iter().map(short).collect::<Vec<f64>>())
            }
        }
    }

    /// The standard error over states, s/√S or √(p·(1−p)/S), where the measure is a mean or a share.
    fn error(self, terms: &[f64]) -> Option<f64> {
        let root = (terms.len() as f64).sqrt();
        match self {
            Self::MeanRegret | Self::Laplace => Some(spread(terms) / root),
            Self::Satisficing(_) => {
                let p = mean(terms);
                Some((p * (1.0 - p)).sqrt() / root)
            }
            _ => None,
        }
    }
}

/// The measure of one policy.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Score {
    /// Its value.
    pub value: f64,
    /// Standard error if the states are a random sample; only of means and shares ([`bootstrap()`] has the others).
    pub se: Option<f64>,
}

/// The measure of every policy.
///
/// # Errors
///
/// [`DiscoveryError::Option`] for a quantile or weight that is not from 0 to 1, or a threshold that is not a number.
pub fn scores(outcomes: &Outcomes<'_>, measure: Measure) -> Result<Vec<Score>, DiscoveryError> {
    measure.check()?;
    let score = |terms: &Vec<f64>| Score {
        value: measure.of(terms, outcomes.direction),
        se: measure.error(terms),
    };
    Ok(measure.terms(outcomes).iter().map(score).collect())
}

/// The rank of every value, 1 for the best; equal values share the mean of their ranks.
pub fn ranks(values: &[f64], better: Direction) -> Vec<f64> {
    let good: Vec<f64> = values.iter().map(|v| better.good(*v)).collect();
    let rank = |v: &f64| {
        let ahead = good.iter().filter(|other| *other > v).count();
        let level = good.iter().filter(|other| *other == v).count();
        ahead as f64 + (level as f64 + 1.0) / 2.0
    };
    good.iter().map(rank).collect()
}

fn ends(terms: &[f64], direction: Direction) -> (f64, f64) {
    let least = terms.iter().copied().fold(f64::INFINITY, f64::min);
    let most = terms.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    match direction {
        Direction::Maximise => (least, most),
        Direction::Minimise => (most, least),
    }
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// Standard deviation (n − 1); 0 of one value.
fn spread(values: &[f64]) -> f64 {
    if values.len() < 2 {
        return 0.0;
    }
    let centre = mean(values);
    let squares: f64 = values.iter().map(|v| (v - centre) * (v - centre)).sum();
    (squares / (values.len() - 1) as f64).sqrt()
}

fn sorted(values: &[f64]) -> Vec<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted
}
