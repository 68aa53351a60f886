//! What correlated factors mean for a method.

use super::InfluenceError;
use super::answer::{Answer, Kind};
use crate::language::Language;
use crate::say;
use crate::study::description::{Description, Tie};

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
pub(super) fn note(answer: &Answer, language: Language) -> Option<String> {
    let method = match answer.method {
        Kind::Morris | Kind::Tornado => "moved",
        Kind::GivenData => "explained",
        Kind::Pawn | Kind::Worth => "together",
        Kind::Sobol | Kind::Shapley => return None,
    };
    let pair = |tie: &Tie| {
        let [first, second] = &tie.between;
        format!("{first} – {second} ({})", language.number(tie.rank))
    };
    let pairs: Vec<String> = answer.ties.iter().map(pair).collect();
    (!pairs.is_empty()).then(|| {
        say!(
            language,
            "sensitivity-correlated",
            pairs = pairs.join(", "),
            method = method
        )
    })
}
