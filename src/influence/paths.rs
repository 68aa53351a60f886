//! Shapley effects: paths through the factors, and what they say.

use super::InfluenceError;
use super::answer::{Answer, Measure};
use super::methods::{Settings, influence, of, spread, whole_groups};
use super::runs::{Output, Runs};
use crate::design::DesignError;
use crate::sensitivity::paths::Paths;
use crate::sensitivity::{SensitivityError, shapley};
use crate::study::axis::{Axis, Scale};
use crate::study::combination::Combination;
use crate::study::description::Tie;

/// The points of `paths` paths, one after the other. A factor over a range of its own replaces what is drawn, and depends on
/// nothing.
/// Coordinates of all points of all paths together, which are kept in memory.
const GREATEST_COORDINATES: u64 = 100_000_000;

pub(super) fn design(
    axes: &[Axis],
    paths: u64,
    seed: u64,
    ties: &[Tie],
) -> Result<Combination, InfluenceError> {
    let is_drawn = |axis: &Axis| matches!(axis.scale, Scale::Own(_));
    let names = axes.iter().map(|a| is_drawn(a).then_some(a.path.as_str()));
    let names: Vec<Option<&str>> = names.collect();
    let ranks: Vec<(&str, &str, f64)> = ties
        .iter()
        .map(|tie| (tie.between[0].as_str(), tie.between[1].as_str(), tie.rank))
        .collect();
    let design = Paths::new(&names, &ranks, seed)?;
    let most = GREATEST_COORDINATES / (Paths::length(axes.len()) * axes.len()).max(1) as u64;
    if paths > most {
        return Err(DesignError::TooManyPoints { most }.into());
    }
    let mut columns = vec![Vec::new(); axes.len()];
    for point in (0..paths).flat_map(|path| design.points(path)) {
        for (column, coordinate) in columns.iter_mut().zip(point) {
            column.push(coordinate);
        }
    }
    Ok(Combination::Listed(columns))
}

/// Other designs do not say which of their points are paths.
pub fn shapley_not_of_a_sweep() -> InfluenceError {
    InfluenceError::Design {
        method: "shapley",
        needed: "shapley",
        found: "sweep's",
        hint: "run it from the scenario, or take `--method given-data`",
    }
}

/// Orders do not depend on correlations, so they follow from the number of factors and the seed.
pub(super) fn effects(
    runs: &Runs,
    output: &Output,
    settings: &Settings,
    answer: &mut Answer,
) -> Result<(), InfluenceError> {
    let factors = runs.inputs.len();
    let (values, width) = (&output.values[0], Paths::length(factors));
    if factors == 0 || !values.len().is_multiple_of(width) {
        return Err(shapley_not_of_a_sweep());
    }
    let whole = whole_groups(values, width, answer)?;
    let path = |number: &usize| values[number * width..(number + 1) * width].to_vec();
    let outputs: Vec<Vec<f64>> = whole.iter().map(path).collect();
    if !spread(&outputs.concat(), answer) {
        return Ok(());
    }
    let paths = Paths::new(&vec![None; factors], &[], runs.description.seed)?;
    let orders: Vec<Vec<usize>> = whole.iter().map(|p| paths.order(*p as u64)).collect();
    let level = settings.resampling.level();
    let effects = match shapley::effects(&orders, &outputs, level) {
        Err(SensitivityError::Undecided) => {
            answer.undecided = true;
            return Ok(());
        }
        other => other.map_err(of(&output.name))?,
    };
    for (input, effect) in runs.inputs.iter().zip(&effects) {
        if !input.is_constant() {
            let measure = Measure::estimated("shapley", effect);
            answer.inputs.push(influence(input, vec![measure]));
        }
    }
    Ok(())
}
