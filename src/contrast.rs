//! What each mechanism does: the same model with one kind of mechanism switched off at a time, on the same random numbers.

use crate::engine::{EngineError, Observer};
use crate::model::Model;
use crate::model::mechanism::MechanismKind;
use crate::model::precision::Sampling;
use crate::results::{Results, simulate};

/// Results without one kind of mechanism.
#[derive(Debug, Clone)]
pub struct Contrast {
    /// What is switched off.
    pub kind: MechanismKind,
    /// What comes out without it.
    pub results: Results,
}

/// Most replications of the runs without a mechanism.
pub const REPLICATIONS: u64 = 100;

/// A model with few replications, for runs that are compared with each other: its first ones, so that each has the same random numbers as
/// in a whole run. Draws stay complete, and quasi-random points, which are balanced only all together, are kept.
pub fn shortened(model: &Model) -> Model {
    let mut model = model.clone();
    if model.run.sampling == Sampling::Plain {
        let repeats = model.run.repeats.max(1);
        let few = REPLICATIONS.div_ceil(repeats) * repeats;
        model.run.replications = model.run.replications.min(few);
        model.run.stop = None;
    }
    model
}

/// Runs a model without each of its mechanisms in turn.
///
/// # Errors
///
/// [`EngineError`] of the first run that fails.
pub fn contrasts(
    model: &Model,
    threads: Option<usize>,
    observer: &mut dyn Observer,
) -> Result<Vec<Contrast>, EngineError> {
    let without = |kind: MechanismKind| {
        let rest = Model {
            mechanisms: model.mechanisms.without(kind),
            ..model.clone()
        };
        let results = simulate(&rest, threads, observer)?;
        Ok(Contrast { kind, results })
    };
    let kinds = model.mechanisms.switched_on().into_iter();
    kinds.map(without).collect()
}
