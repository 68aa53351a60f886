//! One method on one metric.

use super::answer::{Answer, Influence, Kind, Measure, Pair};
use super::correlated::independent;
use super::runs::{Input, Output, Runs};
use super::tornado::tornado;
use super::{InfluenceError, paths, worth};
use crate::design::Design;
use crate::design::Point;
use crate::sensitivity::{
    Resampling, SensitivityError, cramer, morris, pairs, pawn, ranks, slices, sobol,
};
use crate::study::axis::{Axis, Scale};
use crate::study::combination::{Combination, Method};

/// How intervals are made, and what is computed beyond the usual.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Settings {
    /// Bootstrap intervals; its level is that of all intervals and thresholds.
    pub resampling: Resampling,
    /// The seed of other random choices.
    pub seed: u64,
    /// Whether interactions of pairs are computed.
    pub pairs: bool,
    /// Of the worth of information: whether more of the metric is better.
    pub higher_is_better: bool,
}

/// Share of rows that may be undefined.
const UNDEFINED: f64 = 0.2;

/// Slices of [`pawn`], as usual.
const SLICES: usize = 10;

/// What `kind` says of output number `output` of the runs.
///
/// # Errors
///
/// [`InfluenceError`].
pub fn answer(
    runs: &Runs,
    output: usize,
    kind: Kind,
    settings: &Settings,
) -> Result<Answer, InfluenceError> {
    let policies = runs.description.policies.len();
    if kind != Kind::Worth && policies != 1 {
        return Err(InfluenceError::Policies(policies));
    }
    suits(kind, runs.design())?;
    independent(kind, &runs.description)?;
    let output = &runs.outputs[output];
    let mut answer = empty(runs, output, kind, settings);
    let own = match kind {
        Kind::Sobol => sobol_indices(runs, output, settings, &mut answer),
        Kind::Morris => elementary_effects(runs, output, settings, &mut answer),
        Kind::Tornado => tornado(runs, output, &mut answer),
        Kind::Worth => worth::of(runs, output, settings, &mut answer),
        Kind::Shapley => paths::effects(runs, output, settings, &mut answer),
        Kind::Pawn | Kind::GivenData => given(runs, output, settings, &mut answer),
    };
    own?;
    answer.inputs.sort_by(|a, b| b.key().total_cmp(&a.key()));
    Ok(answer)
}

/// Refuses rows of a design that does not suit the method.
pub(super) fn suits(kind: Kind, design: Method) -> Result<(), InfluenceError> {
    let is_ordinary = matches!(
        design,
        Method::Random(_) | Method::Latin(_) | Method::Sobol(_) | Method::Listed(_) | Method::Full
    );
    let (needed, hint) = match (kind, design) {
        (Kind::Sobol, Method::Saltelli(_)) => return Ok(()),
        (Kind::Morris, Method::Morris(_)) => return Ok(()),
        (Kind::Tornado | Kind::Shapley, Method::Listed(_)) => return Ok(()),
        (Kind::Shapley, _) => return Err(paths::shapley_not_of_a_sweep()),
        (Kind::Pawn | Kind::GivenData | Kind::Worth, _) if is_ordinary => {
            return Ok(());
        }
        (Kind::Sobol, _) if is_ordinary => ("saltelli", "`--method given-data` takes these"),
        (Kind::Morris, _) if is_ordinary => ("morris", "`--method given-data` takes these"),
        (Kind::Sobol, _) => ("saltelli", "run it from the scenario"),
        (Kind::Morris, _) => ("morris", "run it from the scenario"),
        (Kind::Tornado, _) => ("tornado", "run it from the scenario"),
        _ => (
            "random, latin, sobol, full or listed",
            "a sweep of another design serves, or `vessels sensitivity` of the scenario",
        ),
    };
    Err(InfluenceError::Design {
        method: kind.word(),
        needed,
        found: design.word(),
        hint,
    })
}

fn empty(runs: &Runs, output: &Output, kind: Kind, settings: &Settings) -> Answer {
    let constant = runs.inputs.iter().filter(|i| i.is_constant());
    Answer {
        method: kind,
        metric: output.name.clone(),
        unit: output.unit.clone(),
        doc: output.doc.clone(),
        points: 0,
        dropped: 0,
        replications: runs.description.replications,
        mean: f64::NAN,
        sd: f64::NAN,
        confidence: settings.resampling.level(),
        varies: true,
        undecided: false,
        constant: constant.map(|i| i.path.clone()).collect(),
        ties: runs.description.ties.clone(),
        inputs: Vec::new(),
        explained: None,
        r_squared: None,
        pairs: Vec::new(),
        choice: None,
    }
}

/// An input with its measures.
pub(super) fn influence(input: &Input, measures: Vec<Measure>) -> Influence {
    Influence {
        path: input.path.clone(),
        title: input.title.clone(),
        unit: input.unit.clone(),
        from: input.range[0],
        to: input.range[1],
        words: input.words.clone(),
        measures,
    }
}

/// Numbers of groups of `width` successive rows without an undefined value; refuses when too many have one.
pub(super) fn whole_groups(
    values: &[f64],
    width: usize,
    answer: &mut Answer,
) -> Result<Vec<usize>, InfluenceError> {
    let groups = values.chunks_exact(width).enumerate();
    let whole = groups.filter(|(_, rows)| rows.iter().all(|x| x.is_finite()));
    let whole: Vec<usize> = whole.map(|(number, _)| number).collect();
    let all = values.len() / width;
    answer.dropped = (all - whole.len()) * width;
    answer.points = whole.len() * width;
    if answer.dropped as f64 > UNDEFINED * values.len() as f64 {
        return Err(InfluenceError::Undefined {
            metric: answer.metric.clone(),
            dropped: answer.dropped,
            all: values.len(),
        });
    }
    Ok(whole)
}

/// Notes mean and standard deviation; whether there is any spread.
pub(super) fn spread(values: &[f64], answer: &mut Answer) -> bool {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let squares = values.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>();
    answer.mean = mean;
    answer.sd = (squares / n).sqrt();
    answer.varies = values.windows(2).any(|pair| pair[0] != pair[1]);
    answer.varies
}

/// An error of the numbers of a metric.
pub(super) fn of(metric: &str) -> impl Fn(SensitivityError) -> InfluenceError + '_ {
    move |source| InfluenceError::Numbers {
        metric: metric.to_owned(),
        source,
    }
}

/// Rows come as A, B, A₁B, A₂B, …: see [`crate::design::saltelli::Saltelli`].
fn sobol_indices(
    runs: &Runs,
    output: &Output,
    settings: &Settings,
    answer: &mut Answer,
) -> Result<(), InfluenceError> {
    let (values, width) = (&output.values[0], runs.inputs.len() + 2);
    let whole = whole_groups(values, width, answer)?;
    let column = |place: usize| -> Vec<f64> {
        whole
            .iter()
            .map(|row| values[row * width + place])
            .collect()
    };
    let (a, b) = (column(0), column(1));
    if !spread(&[&a[..], &b].concat(), answer) {
        return Ok(());
    }
    let varying: Vec<usize> = (0..runs.inputs.len())
        .filter(|i| !runs.inputs[*i].is_constant())
        .collect();
    let ab: Vec<Vec<f64>> = varying.iter().map(|i| column(2 + i)).collect();
    let resampling = &settings.resampling;
    let indices = sobol::indices(&a, &b, &ab, resampling).map_err(of(&output.name))?;
    for (input, index) in varying.iter().zip(&indices) {
        let measures = vec![
            Measure::estimated("total", &index.total),
            Measure::estimated("first", &index.first),
        ];
        answer
            .inputs
            .push(influence(&runs.inputs[*input], measures));
    }
    if settings.pairs {
        let found = pairs::interactions(&a, &b, &ab, resampling).map_err(of(&output.name))?;
        let path = |i: usize| runs.inputs[varying[i]].path.clone();
        answer.pairs = found
            .iter()
            .map(|pair| Pair {
                first: path(pair.inputs.0),
                second: path(pair.inputs.1),
                interaction: Measure::estimated("interaction", &pair.index),
            })
            .collect();
        let size = |pair: &Pair| pair.interaction.value;
        answer.pairs.sort_by(|a, b| size(b).total_cmp(&size(a)));
    }
    Ok(())
}

/// Steps are taken on the unit cube, so that all effects are in units of the metric; the design is made again from its
/// description, because a value does not tell its coordinate where a distribution has atoms. Factors without order are made
/// again as if they had one: their change counts as a step, and which way it went says nothing.
fn elementary_effects(
    runs: &Runs,
    output: &Output,
    settings: &Settings,
    answer: &mut Answer,
) -> Result<(), InfluenceError> {
    let (values, width) = (&output.values[0], runs.inputs.len() + 1);
    let whole = whole_groups(values, width, answer)?;
    let kept = |row: &usize| values[row * width..(row + 1) * width].to_vec();
    let outputs: Vec<Vec<f64>> = whole.iter().map(kept).collect();
    if !spread(&outputs.concat(), answer) {
        return Ok(());
    }
    let axis = |input: &Input| Axis {
        path: input.path.clone(),
        scale: Scale::Linear(0.0, 1.0),
        ..Axis::chance()
    };
    let axes: Vec<Axis> = runs.inputs.iter().map(axis).collect();
    let combination = Combination::new(runs.design(), &axes, runs.description.seed)?;
    let point = |row: usize| match combination
        .design()
        .and_then(|d: &Design| d.point(row as u64))
    {
        Some(Point::Unit(coordinates)) => coordinates,
        _ => Vec::new(),
    };
    let trajectory = |row: &usize| (row * width..(row + 1) * width).map(point).collect();
    let trajectories: Vec<Vec<Vec<f64>>> = whole.iter().map(trajectory).collect();
    let effects =
        morris::effects(&trajectories, &outputs, &settings.resampling).map_err(of(&output.name))?;
    for (input, effect) in runs.inputs.iter().zip(&effects) {
        if input.is_constant() {
            continue;
        }
        let of_order = |x: f64| if input.is_unordered() { f64::NAN } else { x };
        let measures = vec![
            Measure::estimated("mean-absolute", &effect.mean_absolute),
            Measure::new("sd", of_order(effect.sd)),
            Measure::new("mean", of_order(effect.mean)),
        ];
        answer.inputs.push(influence(input, measures));
    }
    Ok(())
}

/// Methods that take an ordinary sample. What chance does has no index there: the number of a stream says nothing.
fn given(
    runs: &Runs,
    output: &Output,
    settings: &Settings,
    answer: &mut Answer,
) -> Result<(), InfluenceError> {
    let whole = whole_groups(&output.values[0], 1, answer)?;
    let y: Vec<f64> = whole.iter().map(|row| output.values[0][*row]).collect();
    if !spread(&y, answer) {
        return Ok(());
    }
    let usable = |input: &&Input| !input.is_constant() && !input.is_chance();
    let inputs: Vec<&Input> = runs.inputs.iter().filter(usable).collect();
    let x: Vec<Vec<f64>> = inputs
        .iter()
        .map(|input| whole.iter().map(|row| input.values[*row]).collect())
        .collect();
    let measures = match answer.method {
        Kind::Pawn => distances(&x, &y, settings),
        _ => first_and_ranks(&inputs, &x, &y, answer),
    };
    let measures = measures.map_err(of(&output.name))?;
    for (input, measures) in inputs.into_iter().zip(measures) {
        answer.inputs.push(influence(input, measures));
    }
    Ok(())
}

type Measures = Result<Vec<Vec<Measure>>, SensitivityError>;

fn distances(x: &[Vec<f64>], y: &[f64], settings: &Settings) -> Measures {
    let pawn = pawn::pawn(x, y, SLICES, &settings.resampling)?;
    let level = settings.resampling.level();
    let cramer = cramer::cramer_von_mises(x, y, level, settings.seed)?;
    let measure = |(distances, xi): (&pawn::Distances, &f64)| {
        vec![
            Measure::against("pawn", distances.median, pawn.threshold.median),
            Measure::against("cramer-von-mises", *xi, cramer.threshold),
        ]
    };
    Ok(pawn
        .inputs
        .iter()
        .zip(&cramer.inputs)
        .map(measure)
        .collect())
}

/// Rank measures are of numbers only.
fn first_and_ranks(inputs: &[&Input], x: &[Vec<f64>], y: &[f64], answer: &mut Answer) -> Measures {
    let level = answer.confidence;
    let first = slices::first_order(x, y, level)?;
    answer.explained = Some(Measure::estimated("explained", &first.sum));
    let spearman = ranks::spearman(x, y, level)?;
    let regression = ranks::regression(x, y, level).ok();
    answer.r_squared = regression.as_ref().map(|r| r.r_squared);
    let measure = |i: usize| {
        let of_ranks = |name, estimate: Option<&crate::sensitivity::Estimate>| match estimate {
            Some(estimate) if !inputs[i].is_words() => Measure::estimated(name, estimate),
            _ => Measure::new(name, f64::NAN),
        };
        let coefficient = regression.as_ref().map(|r| &r.coefficients[i]);
        vec![
            Measure::estimated("first", &first.inputs[i]),
            of_ranks("spearman", Some(&spearman[i])),
            of_ranks("srrc", coefficient),
        ]
    };
    Ok((0..x.len()).map(measure).collect())
}
