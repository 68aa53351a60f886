//! Boxes of factors in which a condition holds.

use super::{BoundaryError, Cases};
use crate::discovery::cases::{Cases as Checked, Column};
use crate::discovery::prim::{self, Choice, CoveringBox, QuasiP, Reproduced, cover, resample};
use crate::discovery::region::Quality;
use crate::discovery::tree::{self, Leaf, Tree};
use crate::discovery::{DiscoveryError, Region};
use crate::random::Streams;

/// How to look.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Options {
    /// How boxes are peeled.
    pub peeling: prim::Options,
    /// Which box of a trajectory is kept.
    pub choice: Choice,
    /// Most boxes.
    pub boxes: usize,
    /// Resamples that say how often a factor is restricted.
    pub resamples: usize,
    /// Seed of resamples and folds.
    pub seed: u64,
}

/// Fewest points: a tree is pruned by so many folds.
const FEWEST: usize = 10;

/// One box.
#[derive(Debug, Clone, PartialEq)]
pub struct FoundBox {
    /// Its limits, by factor.
    pub region: Region,
    /// What it holds of the cases that the boxes before it leave.
    pub quality: Quality,
    /// What lies within its limits, whether earlier boxes hold it or not.
    pub whole: Quality,
    /// How far each limit could be chance.
    pub quasi_p: Vec<QuasiP>,
    /// Every box on the way to it: coverage, density, restricted factors.
    pub trajectory: Vec<(f64, f64, usize)>,
    /// Which of these it is.
    pub chosen: usize,
    /// By factor: how often resamples restrict it; only of the first box, and only where resampling is possible.
    pub reproduced: Vec<Reproduced>,
}

/// What was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// Cases, and how many meet the condition.
    pub cases: usize,
    /// Cases that meet it.
    pub hits: usize,
    /// Boxes, the first found first.
    pub boxes: Vec<FoundBox>,
    /// Leaves of the tree in which most cases meet the condition, the largest coverage first.
    pub leaves: Vec<Leaf>,
}

/// Looks for boxes and grows a tree, for the cases in which `interest` is true.
///
/// # Errors
///
/// [`BoundaryError`] when nothing varies, the condition holds always or never, or an option is outside its range.
pub fn discover(
    cases: &Cases,
    interest: &[bool],
    options: &Options,
) -> Result<Found, BoundaryError> {
    if cases.factors.is_empty() {
        return Err(BoundaryError::Constant);
    }
    let codes: Vec<Vec<u32>> = cases.factors.iter().map(|f| codes(&f.values)).collect();
    let columns = cases.factors.iter().zip(&codes).map(|(factor, codes)| {
        let is_whole = factor.values.iter().all(|v| libm::floor(*v) == *v);
        match (factor.words.is_empty(), is_whole) {
            (false, _) => Column::Category(codes),
            (true, true) => Column::Whole(&factor.values),
            (true, false) => Column::Real(&factor.values),
        }
    });
    let checked = Checked::new(columns.collect(), interest).map_err(|error| match error {
        DiscoveryError::OneSided { hits, cases } => BoundaryError::OneSided { hits, cases },
        other => other.into(),
    })?;
    if interest.len() < FEWEST {
        return Err(BoundaryError::Few(interest.len()));
    }
    let streams = Streams::new(options.seed);
    let boxes = cover(&checked, options.peeling, options.choice, options.boxes)?;
    let mut boxes: Vec<FoundBox> = boxes.into_iter().map(|b| found(b, &checked)).collect();
    if let Some(first) = boxes.first_mut() {
        let again = resample(
            &checked,
            options.peeling,
            &first.quality,
            options.resamples,
            &streams,
        );
        first.reproduced = again.unwrap_or_default();
    }
    let tree = Tree::grow(&checked, tree::Options::default(), &streams)?;
    let mut leaves: Vec<Leaf> = tree.leaves(&checked);
    leaves.retain(|leaf| leaf.of_interest);
    leaves.sort_by(|a, b| b.quality.coverage.total_cmp(&a.quality.coverage));
    Ok(Found {
        cases: checked.len(),
        hits: checked.hits(),
        boxes,
        leaves,
    })
}

fn codes(values: &[f64]) -> Vec<u32> {
    values.iter().map(|v| *v as u32).collect()
}

fn found(covering: CoveringBox, all: &Checked<'_>) -> FoundBox {
    let step = &covering.trajectory.steps[covering.chosen];
    let summary = |s: &prim::Step| (s.quality.coverage, s.quality.density, s.restricted);
    let (cases, hits) = step.region.count(all);
    FoundBox {
        whole: Quality::new(cases, hits, all),
        region: step.region.clone(),
        quality: step.quality,
        trajectory: covering.trajectory.steps.iter().map(summary).collect(),
        chosen: covering.chosen,
        quasi_p: covering.quasi_p,
        reproduced: Vec::new(),
    }
}
