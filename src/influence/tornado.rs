//! One factor at a time.

use super::InfluenceError;
use super::answer::{Answer, Influence, Kind, Measure};
use super::methods::{influence, spread};
use super::runs::{Input, Output, Runs};
use std::ops::Range;

/// A sweep does not say which of its points are medians and ends, so a tornado is run from the scenario.
pub fn not_of_a_sweep() -> InfluenceError {
    InfluenceError::Design {
        method: Kind::Tornado.word(),
        needed: "tornado",
        found: "sweep's",
        hint: "run it from the scenario",
    }
}

/// The first point has every number at its median and words at the first of them; then come the two ends of each number, and
/// all words of each list.
pub(super) fn tornado(
    runs: &Runs,
    output: &Output,
    answer: &mut Answer,
) -> Result<(), InfluenceError> {
    let values = &output.values[0];
    if values.len() != 1 + runs.inputs.iter().map(stops).sum::<usize>() {
        return Err(not_of_a_sweep());
    }
    answer.points = values.len();
    if !values[0].is_finite() {
        return Err(InfluenceError::Undefined {
            metric: output.name.clone(),
            dropped: 1,
            all: 1,
        });
    }
    let finite = values.iter().copied().filter(|x| x.is_finite());
    spread(&finite.collect::<Vec<_>>(), answer);
    answer.mean = values[0];
    if !answer.varies {
        return Ok(());
    }
    let mut first = 1;
    for input in &runs.inputs {
        let rows = first..first + stops(input);
        first = rows.end;
        if input.is_constant() {
            continue;
        }
        if values[rows.clone()].iter().all(|x| x.is_finite()) {
            answer.inputs.push(moved(input, values, rows));
        } else {
            answer.dropped += rows.len();
        }
    }
    Ok(())
}

/// Points at which an input is moved.
fn stops(input: &Input) -> usize {
    if input.is_words() {
        input.words.len()
    } else {
        2
    }
}

/// Ends are those of the input; of words, which have none, those with the lowest and the highest value of the metric.
fn moved(input: &Input, values: &[f64], rows: Range<usize>) -> Influence {
    let by_value = |a: &usize, b: &usize| values[*a].total_cmp(&values[*b]);
    let (low, high) = if input.is_words() {
        let least = rows.clone().min_by(by_value).unwrap_or(rows.start);
        (least, rows.clone().max_by(by_value).unwrap_or(rows.start))
    } else {
        (rows.start, rows.start + 1)
    };
    let reach = || rows.clone().chain([0]).map(|row| values[row]);
    let most = reach().fold(f64::NEG_INFINITY, f64::max);
    let least = reach().fold(f64::INFINITY, f64::min);
    let measures = vec![
        Measure::new("range", most - least),
        Measure::new("at-low", values[low]),
        Measure::new("at-high", values[high]),
    ];
    let word = |row: usize| input.words.get(input.values[row] as usize).cloned();
    let end = |row: usize| {
        if input.is_words() {
            f64::NAN
        } else {
            input.values[row]
        }
    };
    Influence {
        from: end(low),
        to: end(high),
        words: [low, high].into_iter().filter_map(word).collect(),
        ..influence(input, measures)
    }
}
