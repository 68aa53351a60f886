//! What it would be worth to know an input before choosing between scenarios.

use super::InfluenceError;
use super::answer::{Answer, Choice, Measure};
use super::methods::{self, Settings, influence, spread, whole_groups};
use super::runs::{Input, Output, Runs};
use crate::sensitivity::voi;
use crate::special::normal;

/// Parts into which an input is cut to ask which scenario is best there.
const PARTS: usize = 20;

/// The metric under each scenario is its net benefit, or loss.
pub(super) fn of(
    runs: &Runs,
    output: &Output,
    settings: &Settings,
    answer: &mut Answer,
) -> Result<(), InfluenceError> {
    if output.values.len() < 2 {
        return Err(InfluenceError::NoChoice);
    }
    let sign = if settings.higher_is_better { 1.0 } else { -1.0 };
    let rows = runs.points();
    let together: Vec<f64> = (0..rows)
        .map(|row| output.values.iter().map(|values| values[row]).sum())
        .collect();
    let whole = whole_groups(&together, 1, answer)?;
    let kept =
        |values: &Vec<f64>| -> Vec<f64> { whole.iter().map(|r| sign * values[*r]).collect() };
    let benefits: Vec<Vec<f64>> = output.values.iter().map(kept).collect();
    if !spread(&benefits.concat(), answer) {
        return Ok(());
    }
    answer.mean *= sign;
    let usable = |input: &&Input| !input.is_constant() && !input.is_chance() && !input.is_words();
    let inputs: Vec<&Input> = runs.inputs.iter().filter(usable).collect();
    let x: Vec<Vec<f64>> = inputs
        .iter()
        .map(|input| whole.iter().map(|row| input.values[*row]).collect())
        .collect();
    let worth = voi::worth(&x, &benefits).map_err(methods::of(&output.name))?;
    let half_width = normal::quantile(0.5 + 0.5 * settings.resampling.level());
    for ((input, x), partial) in inputs.iter().zip(&x).zip(&worth.inputs) {
        let value = Measure {
            low: Some((partial.pessimistic - half_width * partial.standard_error).max(0.0)),
            high: Some((partial.optimistic + half_width * partial.standard_error).max(0.0)),
            ..Measure::new("worth", partial.value)
        };
        let changed = Measure::new("share-changed", changed(x, &benefits, worth.best));
        answer.inputs.push(influence(input, vec![value, changed]));
    }
    let mean = |b: &Vec<f64>| sign * b.iter().sum::<f64>() / b.len() as f64;
    let better = |row: &usize| {
        benefits
            .iter()
            .any(|b| b[*row] > benefits[worth.best][*row])
    };
    let states = (0..whole.len()).filter(better).count();
    answer.choice = Some(Choice {
        policies: names(runs),
        best: names(runs)[worth.best].clone(),
        means: benefits.iter().map(mean).collect(),
        perfect: worth.perfect,
        standard_error: worth.standard_error,
        share_changed: states as f64 / whole.len() as f64,
        higher_is_better: settings.higher_is_better,
    });
    Ok(())
}

fn names(runs: &Runs) -> Vec<String> {
    let policies = runs.description.policies.iter();
    policies.map(|p| p.name.clone()).collect()
}

/// Share of the rows that lie in parts of the input where another scenario has the better mean by more than two
/// standard errors.
fn changed(x: &[f64], benefits: &[Vec<f64>], best: usize) -> f64 {
    let mut order: Vec<usize> = (0..x.len()).collect();
    order.sort_by(|a, b| x[*a].total_cmp(&x[*b]));
    let size = x.len().div_ceil(PARTS);
    let other_is_best = |part: &&[usize]| {
        let is_better = |other: &Vec<f64>| {
            let gain = |row: &usize| other[*row] - benefits[best][*row];
            let n = part.len() as f64;
            let mean = part.iter().map(gain).sum::<f64>() / n;
            let square = |row: &usize| (gain(row) - mean) * (gain(row) - mean);
            let variance = part.iter().map(square).sum::<f64>() / (n * (n - 1.0).max(1.0));
            mean > 2.0 * variance.sqrt()
        };
        benefits.iter().any(is_better)
    };
    let parts = order.chunks(size).filter(other_is_best);
    parts.map(<[usize]>::len).sum::<usize>() as f64 / x.len() as f64
}
