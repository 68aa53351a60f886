//! What correlated factors mean for a method.

use super::InfluenceError;
use super::answer::{Answer, Kind};
use crate::study::description::Description;

/// Refuses a study whose factors are correlated where the method takes them for independent: designs move one coordinate of
/// the copula at a time, and its indices would depend on the order of the factors.
///
/// # Errors
///
/// [`InfluenceError::Correlated`].
pub fn independent(kind: Kind, description: &Description) -> Result<(), InfluenceError> {
    match description.ties.first().filter(|_| kind == Kind::Sobol) {
        None => Ok(()),
        Some(tie) => Err(InfluenceError::Correlated {
            first: tie.between[0].clone(),
            second: tie.between[1].clone(),
            rank: tie.rank,
        }),
    }
}

/// What a reader must know of correlated factors.
pub(super) fn note(answer: &Answer) -> Option<String> {
    let meaning = match answer.method {
        Kind::Morris | Kind::Tornado => {
            "Moving one of them moves those along that come after it in the alphabet, so an effect here may be that of several"
        }
        Kind::GivenData => {
            "What one of them explains, another one may explain as well, so shares may sum to more than all"
        }
        Kind::Pawn | Kind::Worth => {
            "A factor may matter here only because it goes with another one"
        }
        Kind::Sobol | Kind::Shapley => return None,
    };
    let pair = |tie: &crate::study::description::Tie| {
        let [first, second] = &tie.between;
        format!("{first} and {second} ({})", tie.rank)
    };
    let pairs: Vec<String> = answer.ties.iter().map(pair).collect();
    (!pairs.is_empty()).then(|| {
        format!(
            "Correlated: {}. {meaning}; `--method shapley` shares out what they have in common.",
            pairs.join(", ")
        )
    })
}
