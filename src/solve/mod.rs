//! Solving backwards: which value of a factor makes a metric meet a target.
//!
//! The metric is a random function of the factor; with common random numbers each replication is a fixed curve, and so is every
//! statistic over replications. The statistic is sampled on a grid, every change of side is narrowed by the method of regula falsi
//! with the Illinois modification (Dowell and Jarratt, 1971), and the interval of the solution is bootstrapped over replications:
//! the same replications are drawn again at all sampled points (Efron and Tibshirani, 1993, chapter 6).

mod crossing;
mod interval;

use crate::random::Streams;
use crate::stats::summary::quantile;
pub use interval::States;
use thiserror::Error;

/// What is compared with the target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Statistic {
    /// Mean over replications.
    Mean,
    /// A quantile over replications, in percent: 5, 50, 95.
    Percentile(u8),
}

impl Statistic {
    /// The statistic of one number per replication, those that are undefined left out; NaN when all are.
    pub fn of(self, values: &[f64]) -> f64 {
        let mut defined: Vec<f64> = values.iter().copied().filter(|v| !v.is_nan()).collect();
        if defined.is_empty() {
            return f64::NAN;
        }
        match self {
            Self::Mean => defined.iter().sum::<f64>() / defined.len() as f64,
            Self::Percentile(p) => {
                defined.sort_unstable_by(f64::total_cmp);
                quantile(&defined, f64::from(p) / 100.0)
            }
        }
    }
}

/// A question: where does a statistic cross a target?
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Question {
    /// What is compared.
    pub statistic: Statistic,
    /// With what.
    pub target: f64,
    /// Points of the first grid, 2 to 10,000.
    pub grid: usize,
    /// Width, in coordinates of the factor, above 0 and below 1, below which a solution is not narrowed further.
    pub tolerance: f64,
    /// Resamples of the bootstrap.
    pub resamples: usize,
    /// Confidence of the interval, between 0 and 1.
    pub confidence: f64,
    /// Seed of the bootstrap.
    pub seed: u64,
}

/// A sampled point of the factor.
#[derive(Debug, Clone, PartialEq)]
pub struct Sampled {
    /// Coordinate, 0 to 1.
    pub at: f64,
    /// The statistic there.
    pub statistic: f64,
    /// One number per replication.
    pub values: Vec<f64>,
}

/// Where the statistic crosses the target.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Crossing {
    /// Coordinate of the crossing.
    pub at: f64,
    /// Interval of the coordinate from the replications that were run; an end is `None` when it lies outside the range of the factor.
    pub interval: (Option<f64>, Option<f64>),
    /// Whether the statistic rises through the target.
    pub rises: bool,
}

/// The answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// Every crossing that the grid shows, in order of the factor; empty when the statistic is on one side throughout.
    pub crossings: Vec<Crossing>,
    /// All sampled points in order of the factor.
    pub sampled: Vec<Sampled>,
    /// The crossing of each state of the world by itself.
    pub states: States,
}

/// A question that makes no sense.
#[derive(Debug, Clone, Copy, PartialEq, Error)]
#[non_exhaustive]
pub enum QuestionError {
    /// Fewer than two points, or too many.
    #[error("a grid needs at least 2 points and at most {MOST_POINTS}, not {0}")]
    Grid(usize),
    /// Not between 0 and 1.
    #[error("a confidence must be between 0 and 1, not {0}")]
    Confidence(f64),
    /// Not a width.
    #[error("a tolerance is a part of the range, above 0 and below 1, not {0}")]
    Tolerance(f64),
    /// Not a number.
    #[error("a target must be a finite number")]
    Target,
}

/// Most points of a grid: each is kept with one number per replication.
const MOST_POINTS: usize = 10_000;

/// Steps after which a solution is no longer narrowed.
const STEPS: usize = 60;

/// Answers a question about `sample`, which returns one number per replication at a coordinate; replications are the same
/// ones at every coordinate.
///
/// # Errors
///
/// [`QuestionError`], or what `sample` returns.
pub fn solve<E: From<QuestionError>>(
    question: &Question,
    mut sample: impl FnMut(f64) -> Result<Vec<f64>, E>,
) -> Result<Answer, E> {
    check(question)?;
    let mut sampled = Vec::new();
    for i in 0..question.grid {
        let at = i as f64 / (question.grid - 1) as f64;
        sampled.push(take(question, at, sample(at)?));
    }
    let mut brackets = crossing::brackets(&sampled, question.target);
    for bracket in &mut brackets {
        for _ in 0..STEPS {
            if bracket.width() <= question.tolerance {
                break;
            }
            let at = bracket.next();
            let point = take(question, at, sample(at)?);
            bracket.narrow(at, point.statistic - question.target);
            sampled.push(point);
        }
    }
    sampled.sort_by(|a, b| a.at.total_cmp(&b.at));
    let streams = Streams::new(question.seed);
    let crossings = brackets
        .iter()
        .map(|b| Crossing {
            at: b.crossing(),
            interval: interval::of(question, &sampled, b, &streams),
            rises: b.rises(),
        })
        .collect();
    Ok(Answer {
        crossings,
        states: States::of(&sampled, question.target),
        sampled,
    })
}

fn take(question: &Question, at: f64, values: Vec<f64>) -> Sampled {
    Sampled {
        at,
        statistic: question.statistic.of(&values),
        values,
    }
}

fn check(question: &Question) -> Result<(), QuestionError> {
    if !(2..=MOST_POINTS).contains(&question.grid) {
        return Err(QuestionError::Grid(question.grid));
    }
    if !(question.tolerance > 0.0 && question.tolerance < 1.0) {
        return Err(QuestionError::Tolerance(question.tolerance));
    }
    if !(question.confidence > 0.0 && question.confidence < 1.0) {
        return Err(QuestionError::Confidence(question.confidence));
    }
    if !question.target.is_finite() {
        return Err(QuestionError::Target);
    }
    Ok(())
}

#[cfg(test)]
mod tests;
