//! One factor at a time.

use super::InfluenceError;
use super::answer::{Answer, Influence, Kind, Measure};
use super::methods::{influence, spread};
use super::runs::{Output, Runs};

/// A sweep does not say which of its points are medians and ends, so a tornado is run from the scenario.
pub fn not_of_a_sweep() -> InfluenceError {
    InfluenceError::Design {
        method: Kind::Tornado.word(),
        needed: "tornado",
        found: "sweep's",
        hint: "run it from the scenario",
    }
}

/// The first point has every factor at its median; then come the two ends of each.
pub(super) fn tornado(
    runs: &Runs,
    output: &Output,
    answer: &mut Answer,
) -> Result<(), InfluenceError> {
    let values = &output.values[0];
    if values.len() != 1 + 2 * runs.inputs.len() {
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
    spread(
        &values
            .iter()
            .copied()
            .filter(|x| x.is_finite())
            .collect::<Vec<_>>(),
        answer,
    );
    answer.mean = values[0];
    if !answer.varies {
        return Ok(());
    }
    for (number, input) in runs
        .inputs
        .iter()
        .enumerate()
        .filter(|(_, i)| !i.is_constant())
    {
        let (low, high) = (1 + 2 * number, 2 + 2 * number);
        let ends = (values[low], values[high]);
        if !(ends.0.is_finite() && ends.1.is_finite()) {
            answer.dropped += 2;
            continue;
        }
        let reach = [ends.0, ends.1, values[0]];
        let most = reach.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let least = reach.iter().copied().fold(f64::INFINITY, f64::min);
        let measures = vec![
            Measure::new("range", most - least),
            Measure::new("at-low", ends.0),
            Measure::new("at-high", ends.1),
        ];
        answer.inputs.push(Influence {
            from: input.values[low],
            to: input.values[high],
            ..influence(input, measures)
        });
    }
    Ok(())
}
