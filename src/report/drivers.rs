//! What each headline number depends on most, from the replications of the run itself.
//!
//! First-order indices given data (Plischke, Borgonovo and Smith 2013) of the ranks of the number: the share of its
//! spread that goes when one uncertain value becomes known. Ranks, because a few extreme states of the world would
//! otherwise decide alone.

use super::headlines::{Subject, Write};
use crate::language::Language;
use crate::model::Model;
use crate::model::epistemic::Sampler;
use crate::model::parameter::Number;
use crate::results::Results;
use crate::say;
use crate::sensitivity::given_data::{first_order, rank_index_of_chance};
use crate::sensitivity::resampling::Resampling;
use serde::Serialize;

/// Smaller indices are not worth a name.
const LEAST: f64 = 0.05;
/// Most factors named for one number.
const MOST: usize = 4;
/// Resamples of the interval of an index.
const RESAMPLES: usize = 200;
/// Level of the interval.
const LEVEL: f64 = 0.99;
/// Chance that a number without any driver is said to have one, over all uncertain values together (Bonferroni).
const FALSE_ALARM: f64 = 0.01;

/// What one number depends on most.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Drivers {
    /// The number, as [`super::Headline::about`] names it.
    pub about: String,
    /// Uncertain values, the most influential first; empty when none stands out.
    pub factors: Vec<Driver>,
}

/// An uncertain value and its influence.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Driver {
    /// Path of the value.
    pub path: String,
    /// First-order index of ranks: share of the spread, 0 to 1.
    pub index: f64,
    /// 99 % interval of the index (bootstrap).
    pub interval: (f64, f64),
    /// The number where the value is low: its median over the quarter of the replications with the lowest values.
    pub at_low: String,
    /// The number where the value is high: its median over the quarter with the highest.
    pub at_high: String,
    /// Whether the value was published.
    pub is_published: bool,
    /// Its status, in words.
    pub status: String,
}

pub(super) fn drivers(
    model: &Model,
    results: &Results,
    subjects: &[Subject<'_>],
    language: Language,
) -> Vec<Drivers> {
    let inputs = inputs(model, results.replications);
    let of = |subject: &Subject<'_>| {
        let estimate = subject.estimate?;
        Some(Drivers {
            about: subject.about.clone(),
            factors: if subject.varies {
                factors(model, &inputs, &estimate.values, subject.write, language)
            } else {
                Vec::new()
            },
        })
    };
    subjects.iter().filter_map(of).collect()
}

/// Index of each uncertain parameter that was drawn, and its value in every replication.
fn inputs(model: &Model, replications: u64) -> Vec<(usize, Vec<f64>)> {
    let sampler = Sampler::new(model);
    let central = model.parameters.central();
    let repeats = model.run.repeats.max(1);
    let draws: Vec<_> = (0..replications)
        .map(|r| sampler.draw(model, &central, r / repeats, &[]))
        .collect();
    let uncertain = model
        .parameters
        .iter()
        .enumerate()
        .filter(|(_, p)| matches!(p.number, Number::Uncertain(_)));
    uncertain
        .map(|(i, _)| (i, draws.iter().map(|d| d.at(i)).collect::<Vec<f64>>()))
        .filter(|(_, values)| values.iter().any(|v| *v != values[0]))
        .collect()
}

fn factors(
    model: &Model,
    inputs: &[(usize, Vec<f64>)],
    output: &[f64],
    write: Write,
    language: Language,
) -> Vec<Driver> {
    let rows: Vec<usize> = (0..output.len())
        .filter(|r| output[*r].is_finite())
        .collect();
    let kept: Vec<f64> = rows.iter().map(|r| output[*r]).collect();
    let columns: Vec<Vec<f64>> = inputs
        .iter()
        .map(|(_, values)| rows.iter().map(|r| values[*r]).collect())
        .collect();
    let Ok(resampling) = Resampling::new(RESAMPLES, LEVEL, model.run.seed) else {
        return Vec::new();
    };
    // Too few rows, or a number that does not vary, has no drivers.
    let Ok(indices) = first_order(&columns, &ranks(&kept), &resampling) else {
        return Vec::new();
    };
    let least = rank_index_of_chance(kept.len(), FALSE_ALARM / inputs.len() as f64).max(LEAST);
    let mut drivers: Vec<Driver> = inputs
        .iter()
        .zip(&columns)
        .zip(indices)
        .filter(|(_, e)| e.value >= least && e.interval.low > 0.0)
        .map(|(((index, _), column), e)| {
            let parameter = model
                .parameters
                .iter()
                .nth(*index)
                .expect("an index of the list");
            let [at_low, at_high] = at_ends(column, &kept).map(|x| write(language, x));
            Driver {
                at_low,
                at_high,
                path: parameter.path.clone(),
                index: e.value,
                interval: (e.interval.low, e.interval.high),
                is_published: parameter.meta.is_published(),
                status: super::assumptions::status(parameter, language),
            }
        })
        .collect();
    drivers.sort_by(|a, b| b.index.total_cmp(&a.index));
    drivers.truncate(MOST);
    drivers
}

/// Medians of a number over the quarters of the replications in which a value is lowest and highest.
fn at_ends(input: &[f64], output: &[f64]) -> [f64; 2] {
    let mut order: Vec<usize> = (0..input.len()).collect();
    order.sort_by(|a, b| input[*a].total_cmp(&input[*b]));
    let quarter = order.len().div_ceil(4);
    [&order[..quarter], &order[order.len() - quarter..]].map(|rows| {
        let mut numbers: Vec<f64> = rows.iter().map(|row| output[*row]).collect();
        numbers.sort_by(f64::total_cmp);
        let middle = numbers.len() / 2;
        if numbers.len() % 2 == 1 {
            numbers[middle]
        } else {
            (numbers[middle - 1] + numbers[middle]) / 2.0
        }
    })
}

/// Ranks from 1, those of equal numbers averaged.
fn ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|a, b| values[*a].total_cmp(&values[*b]));
    let mut ranks = vec![0.0; values.len()];
    let mut start = 0;
    for equal in order.chunk_by(|a, b| values[*a] == values[*b]) {
        let mean = start as f64 + (equal.len() as f64 + 1.0) / 2.0;
        for row in equal {
            ranks[*row] = mean;
        }
        start += equal.len();
    }
    ranks
}

/// What the sentences of [`change`] hold, or why there are none.
pub(super) fn basis(model: &Model, change: &[String], language: Language) -> String {
    if !super::method::draws(model) {
        say!(language, "report-change-central")
    } else if change.is_empty() {
        say!(language, "report-change-none")
    } else {
        say!(language, "report-change-basis")
    }
}

/// What would change the conclusion: the values that most of the spread comes from.
pub(super) fn change(drivers: &[Drivers], language: Language) -> Vec<String> {
    drivers
        .iter()
        .filter(|d| !d.factors.is_empty())
        .map(|d| {
            let factors: Vec<String> = d
                .factors
                .iter()
                .map(|f| {
                    let share = language.percent((100.0 * f.index).round() / 100.0);
                    say!(
                        language,
                        "report-driver",
                        path = f.path.as_str(),
                        share = share,
                        status = f.status.as_str(),
                        low = f.at_low.as_str(),
                        high = f.at_high.as_str()
                    )
                })
                .collect();
            say!(
                language,
                "report-change",
                about = d.about.as_str(),
                factors = factors.join("; ")
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_numbers_share_a_rank() {
        assert_eq!(ranks(&[3.0, 1.0, 3.0, 2.0]), [3.5, 1.0, 3.5, 2.0]);
        assert!(ranks(&[]).is_empty());
    }

    #[test]
    fn ends_are_medians_of_quarters() {
        let input: Vec<f64> = (0..12).map(f64::from).rev().collect();
        let output: Vec<f64> = (0..12).map(f64::from).collect();
        assert_eq!(at_ends(&input, &output), [10.0, 1.0]);
        assert_eq!(at_ends(&[1.0], &[7.0]), [7.0, 7.0]);
    }
}
