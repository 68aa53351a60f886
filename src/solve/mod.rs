//! Solving backwards: which value of a factor makes a metric meet a target.
//!
//! The metric is a random function of the factor; with common random numbers each replication is a fixed curve, and so is every
//! statistic over replications. The statistic is sampled on a grid, every change of side is narrowed by the method of regula falsi
//! with the Illinois modification (Dowell and Jarratt, 1971), and the interval of the solution is bootstrapped over replications:
//! the same replications are drawn again at all sampled points (Efron and Tibshirani, 1993, chapter 6), and points are added at
//! the ends of the interval until these settle. The crossing of each replication by itself is narrowed in the same way.

mod crossing;
mod interval;
mod level;
mod states;

use crate::stats::summary::quantile;
use interval::{Bootstrap, refinement};
use level::Level;
pub use states::States;
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
    /// Replications, at least 1.
    pub replications: usize,
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

/// One value that is asked for: coordinate of the factor, number of the replication.
pub type Run = (f64, usize);

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
    /// Whether the target is the least value that the statistic takes, so that a crossing is where it leaves it.
    pub is_least: bool,
    /// Parts of the range, as coordinates, in which the statistic is undefined at all sampled points.
    pub undefined: Vec<(f64, f64)>,
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
    /// Nothing to run.
    #[error("at least one replication is needed")]
    Replications,
    /// Not a number.
    #[error("a target must be a finite number")]
    Target,
}

/// Most points of a grid: each is kept with one number per replication.
const MOST_POINTS: usize = 10_000;

/// Steps after which a solution is no longer narrowed.
const STEPS: usize = 60;

/// Points that are added at each end of an interval at most.
const REFINEMENTS: usize = 20;

/// Answers a question about `sample`, which returns one number for each run; replications are the same ones at every coordinate.
///
/// # Errors
///
/// [`QuestionError`], or what `sample` returns.
pub fn solve<E: From<QuestionError>>(
    question: &Question,
    sample: impl FnMut(&[Run]) -> Result<Vec<f64>, E>,
) -> Result<Answer, E> {
    check(question)?;
    let mut search = Search {
        question,
        sample,
        sampled: Vec::new(),
    };
    let last = question.grid - 1;
    for i in 0..question.grid {
        search.take(i as f64 / last as f64)?;
    }
    search.find_edges()?;
    let level = Level::of(question.target, search.sampled.iter().map(|s| s.statistic));
    let mut brackets = crossing::brackets(&search.curve(), level);
    for bracket in &mut brackets {
        for _ in 0..STEPS {
            if bracket.width() <= question.tolerance {
                break;
            }
            let at = bracket.next();
            bracket.narrow(at, search.take(at)?);
        }
    }
    let mut bootstrap = Bootstrap::new(question);
    for point in &search.sampled {
        bootstrap.add(question, point);
    }
    let mut crossings = Vec::new();
    for bracket in &brackets {
        let ends = search.settle(&mut bootstrap, level, bracket)?;
        let [low, high] = ends.map(|end| end.is_finite().then_some(end));
        crossings.push(Crossing {
            at: bracket.crossing(),
            interval: (low, high),
            rises: bracket.rises(),
        });
    }
    let Search {
        sample, sampled, ..
    } = search;
    Ok(Answer {
        crossings,
        states: States::of(question, &sampled, level, sample)?,
        is_least: level.is_least,
        undefined: undefined(&sampled),
        sampled,
    })
}

/// What has been sampled so far, in order of the factor.
struct Search<'a, S> {
    question: &'a Question,
    sample: S,
    sampled: Vec<Sampled>,
}

impl<S, E> Search<'_, S>
where
    S: FnMut(&[Run]) -> Result<Vec<f64>, E>,
{
    /// Samples all replications at a coordinate; returns the statistic.
    fn take(&mut self, at: f64) -> Result<f64, E> {
        let runs: Vec<Run> = (0..self.question.replications).map(|r| (at, r)).collect();
        let values = (self.sample)(&runs)?;
        let statistic = self.question.statistic.of(&values);
        let place = self.sampled.partition_point(|s| s.at < at);
        let point = Sampled {
            at,
            statistic,
            values,
        };
        self.sampled.insert(place, point);
        Ok(statistic)
    }

    /// Halves every step between a point where the statistic is defined and one where it is not: a crossing may hide there.
    fn find_edges(&mut self) -> Result<(), E> {
        let is_defined = |s: &Sampled| !s.statistic.is_nan();
        let steps: Vec<[(f64, bool); 2]> = self
            .sampled
            .windows(2)
            .map(|pair| [0, 1].map(|i| (pair[i].at, is_defined(&pair[i]))))
            .filter(|[low, high]| low.1 != high.1)
            .collect();
        for [(mut low, is_low_defined), (mut high, _)] in steps {
            for _ in 0..STEPS {
                let middle = low + 0.5 * (high - low);
                if high - low <= self.question.tolerance || middle <= low || middle >= high {
                    break;
                }
                if self.take(middle)?.is_nan() == is_low_defined {
                    high = middle;
                } else {
                    low = middle;
                }
            }
        }
        Ok(())
    }

    /// Points at which the statistic is defined, with its value.
    fn curve(&self) -> Vec<(f64, f64)> {
        let points = self.sampled.iter().map(|s| (s.at, s.statistic));
        points.filter(|(_, v)| !v.is_nan()).collect()
    }

    /// The interval of a crossing, with points added at its ends until they lie between neighbours that are close.
    fn settle(
        &mut self,
        bootstrap: &mut Bootstrap,
        level: Level,
        bracket: &crossing::Bracket,
    ) -> Result<interval::Ends, E> {
        let question = self.question;
        for _ in 0..REFINEMENTS {
            let ends = bootstrap.interval(level, bracket, question.confidence);
            let wanted = ends.map(|end| refinement(&self.sampled, end, question.tolerance));
            let mut wanted: Vec<f64> = wanted.into_iter().flatten().collect();
            wanted.dedup();
            if wanted.is_empty() {
                return Ok(ends);
            }
            for at in wanted {
                self.take(at)?;
                let place = self.sampled.partition_point(|s| s.at < at);
                bootstrap.add(question, &self.sampled[place]);
            }
        }
        Ok(bootstrap.interval(level, bracket, question.confidence))
    }
}

/// Runs of neighbours at which the statistic is undefined.
fn undefined(sampled: &[Sampled]) -> Vec<(f64, f64)> {
    let runs = sampled.chunk_by(|a, b| a.statistic.is_nan() == b.statistic.is_nan());
    runs.filter(|run| run[0].statistic.is_nan())
        .map(|run| (run[0].at, run[run.len() - 1].at))
        .collect()
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
    if question.replications == 0 {
        return Err(QuestionError::Replications);
    }
    if !question.target.is_finite() {
        return Err(QuestionError::Target);
    }
    Ok(())
}

#[cfg(test)]
mod tests;
