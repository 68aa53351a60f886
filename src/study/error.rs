//! What can go wrong in a study.

use crate::engine::EngineError;
use crate::results::evaluate::EvaluateError;
use crate::results::selector::SelectorError;
use thiserror::Error;

/// A study that cannot be computed.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum StudyError {
    /// No scenario has the parameter of an axis.
    #[error("no scenario of the study has a number `{0}`")]
    Axis(String),
    /// Too many combinations of keys that are no numbers.
    #[error(
        "{0} combinations of settings that are no numbers; at most {max} are possible, because each is a model of its own",
        max = super::GREATEST_VARIANTS
    )]
    Variants(usize),
    /// A scenario cannot be run at all.
    #[error("scenario `{policy}`: {source}")]
    Policy {
        /// Name of the scenario.
        policy: String,
        /// Why.
        source: EvaluateError,
    },
    /// A number that was asked for does not exist.
    #[error(transparent)]
    Selector(#[from] SelectorError),
    /// A job failed.
    #[error("{setting}: {source}")]
    Job {
        /// Where: every factor with its value.
        setting: String,
        /// Why.
        source: EngineError,
    },
}

impl StudyError {
    pub(super) fn of(policy: &str) -> impl Fn(EvaluateError) -> Self + '_ {
        move |source| Self::Policy {
            policy: policy.to_owned(),
            source,
        }
    }
}
