//! Which study a method needs.

use super::InfluenceError;
use super::answer::Kind;
use crate::sensitivity::shapley::MOST_INPUTS;
use crate::study::axis::Axis;
use crate::study::combination::{Combination, Method};

/// A study that a method needs.
#[derive(Debug, Clone, PartialEq)]
pub struct Wanted {
    /// What varies.
    pub axes: Vec<Axis>,
    /// The design.
    pub method: Method,
    /// Its points.
    pub combination: Combination,
    /// Replications at every point.
    pub replications: u64,
}

/// Quantiles between which a tornado moves a factor.
const ENDS: [f64; 2] = [0.05, 0.95];

/// Replications at every point of a tornado.
const TORNADO_REPLICATIONS: u64 = 10;

impl Kind {
    /// Base points, trajectories or draws when nobody says how many.
    pub fn points(self) -> u64 {
        match self {
            Self::Sobol => 512,
            Self::Morris => 50,
            Self::Shapley | Self::Pawn | Self::GivenData => 2000,
            Self::Tornado => TORNADO_REPLICATIONS,
            Self::Worth => 4000,
        }
    }

    /// Whether chance inside a replication is made a factor: not where it must be held still (a tornado), nor where a
    /// method takes the output for a function of its inputs (Shapley effects from neighbours).
    fn has_chance(self) -> bool {
        !matches!(self, Self::Tornado | Self::Shapley)
    }
}

/// The study that `kind` needs of `axes`, with `points` base points, trajectories or draws; of a tornado replications.
///
/// # Errors
///
/// [`InfluenceError`] when nothing varies or the design cannot be made.
pub fn design(
    kind: Kind,
    mut axes: Vec<Axis>,
    points: u64,
    seed: u64,
) -> Result<Wanted, InfluenceError> {
    if axes.is_empty() {
        return Err(InfluenceError::NoFactors);
    }
    if kind == Kind::Shapley && axes.len() > MOST_INPUTS {
        return Err(InfluenceError::Many {
            factors: axes.len(),
            most: MOST_INPUTS,
        });
    }
    if kind.has_chance() {
        axes.push(Axis::chance());
    }
    if kind == Kind::Tornado {
        let combination = one_at_a_time(axes.len());
        return Ok(Wanted {
            method: Method::Listed(combination.points()),
            axes,
            combination,
            replications: points,
        });
    }
    let method = match kind {
        Kind::Sobol => Method::Saltelli(points),
        Kind::Morris => Method::Morris(points),
        _ => Method::Random(points),
    };
    let combination = Combination::new(method, &axes, seed)?;
    Ok(Wanted {
        axes,
        method,
        combination,
        replications: 1,
    })
}

/// All factors at their medians, then each at its ends.
fn one_at_a_time(factors: usize) -> Combination {
    let column = |factor: usize| {
        let mut column = vec![0.5; 1 + 2 * factors];
        column[1 + 2 * factor..3 + 2 * factor].copy_from_slice(&ENDS);
        column
    };
    Combination::Listed((0..factors).map(column).collect())
}
