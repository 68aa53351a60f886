//! What each mechanism does: the same model with one kind of mechanism switched off at a time, on the same random numbers.

use crate::engine::{EngineError, Observer};
use crate::model::Model;
use crate::model::mechanism::MechanismKind;
use crate::results::{Results, simulate};

/// Results without one kind of mechanism.
#[derive(Debug, Clone)]
pub struct Contrast {
    /// What is switched off.
    pub kind: MechanismKind,
    /// What comes out without it.
    pub results: Results,
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
