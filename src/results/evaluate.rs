//! One replication at a time, at any setting of levers and uncertainties: the numbers that were asked for, and nothing else.

use super::measure::measure;
use super::selector::{Selector, SelectorError};
use super::{Key, key};
use crate::engine::{EngineError, Prepared, Thresholds, replicate};
use crate::model::Model;
use crate::model::epistemic::{Pin, Sampler};
use crate::model::parameter::Draw;
use crate::model::policy::Outputs;
use thiserror::Error;

/// Which replication: numbers of the draw of the uncertain values and of the chance inside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// Number of the draw.
    pub draw: u64,
    /// Number of the chance streams.
    pub chance: u64,
}

/// A model that cannot be evaluated.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum EvaluateError {
    /// The first replication failed.
    #[error(transparent)]
    Engine(#[from] EngineError),
    /// A number that was asked for does not exist.
    #[error(transparent)]
    Selector(#[from] SelectorError),
}

/// A model ready for jobs.
#[derive(Debug)]
pub struct Evaluator {
    model: Model,
    sampler: Sampler,
    thresholds: Thresholds,
    keys: Vec<Key>,
    /// By number asked for: its row in the list of all.
    rows: Vec<usize>,
}

/// An evaluator under one setting of the levers, for which thresholds were solved.
pub struct Setting<'a> {
    evaluator: &'a Evaluator,
    prepared: Prepared<'a>,
}

impl Evaluator {
    /// Gets `model` ready; runs one replication to learn what can be asked for. With no selectors everything is.
    ///
    /// # Errors
    ///
    /// [`EvaluateError`] when that replication fails, or a selector names nothing.
    pub fn new(mut model: Model, selectors: &[Selector]) -> Result<Self, EvaluateError> {
        model.run.outputs = Outputs::Totals;
        let (all, thresholds) = keys(&model)?;
        let rows: Vec<usize> = if selectors.is_empty() {
            (0..all.len()).collect()
        } else {
            let find = |s: &Selector| s.find(&all);
            selectors.iter().map(find).collect::<Result<_, _>>()?
        };
        Ok(Self {
            keys: rows.iter().map(|r| all[*r].clone()).collect(),
            rows,
            thresholds,
            sampler: Sampler::new(&model),
            model,
        })
    }

    /// The model.
    pub fn model(&self) -> &Model {
        &self.model
    }

    /// What its numbers are about, in their order.
    pub fn keys(&self) -> &[Key] {
        &self.keys
    }

    /// Solves thresholds with `levers`, parameters by index, at other values.
    ///
    /// # Errors
    ///
    /// [`EngineError::Draw`] when a rule cannot be met with them.
    pub fn under(&self, levers: &[(usize, f64)]) -> Result<Setting<'_>, EngineError> {
        Ok(Setting {
            evaluator: self,
            prepared: Prepared::under(&self.model, &self.thresholds, levers)?,
        })
    }
}

impl Setting<'_> {
    /// The state of the world of draw number `index`, with `pins` in place of draws: what [`Self::evaluate`] uses.
    pub fn draw(&self, index: u64, pins: &[Pin]) -> Draw {
        let Evaluator { model, sampler, .. } = self.evaluator;
        sampler.draw(model, &self.prepared.central, index, pins)
    }

    /// One replication, with `pins` in place of draws: one number for each key, NaN where it is undefined.
    ///
    /// # Errors
    ///
    /// [`EngineError`].
    pub fn evaluate(&self, cell: Cell, pins: &[Pin]) -> Result<Vec<f64>, EngineError> {
        self.evaluate_in(self.draw(cell.draw, pins), cell.chance)
    }

    /// One replication in a state of the world, with the given number of the chance streams.
    ///
    /// # Errors
    ///
    /// [`EngineError`].
    pub fn evaluate_in(&self, state: Draw, chance: u64) -> Result<Vec<f64>, EngineError> {
        let outcome = replicate(&self.prepared, state, chance)?;
        let all = measure(&self.evaluator.model, &outcome);
        let rows = self.evaluator.rows.iter();
        Ok(rows.map(|r| all[*r].value).collect())
    }
}

/// Everything that a model can be asked for, and its thresholds.
fn keys(model: &Model) -> Result<(Vec<Key>, Thresholds), EngineError> {
    let prepared = Prepared::new(model, &[])?;
    let draw = Sampler::new(model).draw(model, &prepared.central, 0, &[]);
    let outcome = replicate(&prepared, draw, 0)?;
    let rows = measure(model, &outcome).into_iter();
    let keys = rows.map(|row| key(model, row.metric, row.place)).collect();
    Ok((keys, prepared.thresholds()))
}
