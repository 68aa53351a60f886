//! Covering: one box after another, each among the cases that the boxes before it left.

use super::{Choice, Options, Prim, QuasiP, Trajectory};
use crate::discovery::{Cases, DiscoveryError};

/// One of several boxes.
#[derive(Clone, Debug, PartialEq)]
pub struct CoveringBox {
    /// How it was found; coverage, density and mass count only cases that earlier boxes left.
    pub trajectory: Trajectory,
    /// Which step of the trajectory it is.
    pub chosen: usize,
    /// The quasi-p values of its restrictions.
    pub quasi_p: Vec<QuasiP>,
}

/// At most `most` boxes (Friedman and Fisher 1999, section 8): find one, choose its step, take its cases away, repeat.
///
/// Ends early when no case of interest is left, when no step meets the rule, or when the chosen box restricts nothing.
///
/// # Errors
///
/// [`DiscoveryError::Option`] for an option outside its range.
pub fn cover(
    cases: &Cases<'_>,
    options: Options,
    choice: Choice,
    most: usize,
) -> Result<Vec<CoveringBox>, DiscoveryError> {
    let mut prim = Prim::new(cases, options)?;
    let mut found = Vec::new();
    while found.len() < most {
        let trajectory = prim.find();
        let chosen = trajectory.choose(choice);
        let Some(chosen) = chosen.filter(|&i| trajectory.steps[i].restricted > 0) else {
            break;
        };
        let region = &trajectory.steps[chosen].region;
        let quasi_p = prim.quasi_p(region);
        prim.take(region);
        found.push(CoveringBox {
            trajectory,
            chosen,
            quasi_p,
        });
    }
    Ok(found)
}
