//! Which study a method needs.

use super::InfluenceError;
use super::answer::Kind;
use super::paths;
use crate::study::axis::{Axis, Scale};
use crate::study::combination::{Combination, Method};
use crate::study::description::Tie;

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
    /// Base points, trajectories, paths or draws when nobody says how many.
    pub fn points(self) -> u64 {
        match self {
            Self::Sobol => 512,
            Self::Morris => 50,
            Self::Shapley => 500,
            Self::Pawn | Self::GivenData => 2000,
            Self::Tornado => TORNADO_REPLICATIONS,
            Self::Worth => 4000,
        }
    }

    /// Whether chance inside a replication is made a factor: not where it must be held still (a tornado).
    fn has_chance(self) -> bool {
        self != Self::Tornado
    }
}

/// The study that `kind` needs of `axes`, with `points` base points, trajectories, paths or draws; of a tornado
/// replications. `ties` are the correlations of the scenario, also with numbers that are no factors.
///
/// # Errors
///
/// [`InfluenceError`] when nothing varies or the design cannot be made.
pub fn design(
    kind: Kind,
    mut axes: Vec<Axis>,
    points: u64,
    seed: u64,
    ties: &[Tie],
) -> Result<Wanted, InfluenceError> {
    if axes.is_empty() {
        return Err(InfluenceError::NoFactors);
    }
    if kind.has_chance() {
        axes.push(Axis::chance());
    }
    if matches!(kind, Kind::Tornado | Kind::Shapley) {
        let (combination, replications) = match kind {
            Kind::Tornado => (one_at_a_time(&axes), points),
            _ => (paths::design(&axes, points, seed, ties)?, 1),
        };
        return Ok(Wanted {
            method: Method::Listed(combination.points()),
            axes,
            combination,
            replications,
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

/// All numbers at their medians and words at the first of them, then each number at its ends, and each list at all of its
/// different words.
fn one_at_a_time(axes: &[Axis]) -> Combination {
    let base: Vec<f64> = axes.iter().map(|axis| centre(&axis.scale)).collect();
    let mut columns: Vec<Vec<f64>> = base.iter().map(|u| vec![*u]).collect();
    for (moved, axis) in axes.iter().enumerate() {
        for to in stops(&axis.scale) {
            for (factor, column) in columns.iter_mut().enumerate() {
                column.push(if factor == moved { to } else { base[factor] });
            }
        }
    }
    Combination::Listed(columns)
}

fn centre(scale: &Scale) -> f64 {
    match scale {
        Scale::Words(words) => 0.5 / words.len() as f64,
        _ => 0.5,
    }
}

fn stops(scale: &Scale) -> Vec<f64> {
    let Scale::Words(words) = scale else {
        return ENDS.to_vec();
    };
    let is_new = |place: &usize| !words[..*place].contains(&words[*place]);
    let coordinate = |place: usize| (place as f64 + 0.5) / words.len() as f64;
    (0..words.len()).filter(is_new).map(coordinate).collect()
}
