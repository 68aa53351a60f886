//! How the axes of a study are combined to points.

use super::axis::Axis;
use super::crossed::{Crossed, Sampling};
use super::reordered::Reordered;
use crate::design::factorial::Factorial;
use crate::design::fractional::Fractional;
use crate::design::morris::Morris;
use crate::design::one_at_a_time::OneAtATime;
use crate::design::saltelli::Saltelli;
use crate::design::sobol::Dimension;
use crate::design::{Design, DesignError, Point, Sample, key};
use crate::model::Model;
use serde::{Deserialize, Serialize};

/// Which design is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    /// Every combination of levels.
    Full,
    /// A part of the combinations of the first and the last level of each factor, of at least this resolution.
    Fractional(u32),
    /// The middle level of every factor, and every other level of one factor at a time.
    OneAtATime,
    /// So many independent points.
    Random(u64),
    /// So many points of a Latin hypercube.
    Latin(u64),
    /// So many scrambled points of the sequence of Sobol'.
    Sobol(u64),
    /// Two samples of so many scrambled points, and all exchanges of one column.
    Saltelli(u64),
    /// So many trajectories on four levels.
    Morris(u64),
    /// Every combination of levels of the levers, each over the same so many points of the uncertainties.
    Crossed(Sampling, u64),
    /// So many points that somebody listed.
    Listed(u64),
}

/// Levels of a trajectory of Morris (1991), as usual.
const MORRIS_LEVELS: u32 = 4;

impl Method {
    /// One word for names of files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Fractional(_) => "fractional",
            Self::OneAtATime => "one-at-a-time",
            Self::Random(_) => "random",
            Self::Latin(_) => "latin",
            Self::Sobol(_) => "sobol",
            Self::Saltelli(_) => "saltelli",
            Self::Morris(_) => "morris",
            Self::Crossed(..) => "crossed",
            Self::Listed(_) => "listed",
        }
    }
}

/// A design for the axes of a study.
#[derive(Debug, Clone, PartialEq)]
pub enum Combination {
    /// One that is calculated; `None` when nothing varies: one point.
    Design(Option<Design>),
    /// A grid of levers × a sample of uncertainties.
    Crossed(Crossed),
    /// Points that somebody listed: by axis, the coordinate of every point.
    Listed(Vec<Vec<f64>>),
    /// A Latin hypercube, alone or of the states of a crossed design, in which the columns of correlated axes were put in another
    /// order.
    Reordered(Reordered),
}

impl Combination {
    /// The design that `method` makes of `axes`, with random numbers keyed by `seed` and the paths of the axes.
    ///
    /// # Errors
    ///
    /// [`DesignError`].
    pub fn new(method: Method, axes: &[Axis], seed: u64) -> Result<Self, DesignError> {
        if axes.is_empty() {
            return Ok(Self::Design(None));
        }
        let levels: Vec<u32> = axes.iter().map(|a| a.levels() as u32).collect();
        let design = match method {
            Method::Full => Design::Factorial(Factorial::new(&levels)?),
            Method::Fractional(resolution) => {
                Design::Fractional(Fractional::standard(axes.len(), resolution)?)
            }
            Method::OneAtATime => {
                let base: Vec<u32> = levels.iter().map(|l| l / 2).collect();
                Design::OneAtATime(OneAtATime::new(&levels, &base)?)
            }
            Method::Random(points) => Design::Sample(Sampling::Random.sample(points, axes, seed)?),
            Method::Latin(points) => Design::Sample(Sampling::Latin.sample(points, axes, seed)?),
            Method::Crossed(sampling, points) => {
                let crossed = Crossed::new(sampling, points, axes, seed)?;
                return Ok(Self::Crossed(crossed));
            }
            Method::Sobol(points) => Design::Sample(Sampling::Sobol.sample(points, axes, seed)?),
            Method::Saltelli(points) => {
                let a = sobol(points, axes, seed, "a/", 0)?;
                let b = sobol(points, axes, seed, "b/", axes.len())?;
                Design::Saltelli(Saltelli::new(a, b)?)
            }
            Method::Morris(trajectories) => {
                let design = Morris::new(trajectories, MORRIS_LEVELS, &keys(axes, seed, ""))?;
                Design::Morris(design.with_unordered(axes.iter().map(Axis::unordered)))
            }
            Method::Listed(_) => return Ok(Self::Listed(Vec::new())),
        };
        Ok(Self::Design(Some(design)))
    }

    /// Number of points.
    pub fn points(&self) -> u64 {
        match self {
            Self::Design(design) => design.as_ref().map_or(1, Design::len),
            Self::Crossed(crossed) => crossed.points(),
            Self::Listed(columns) => columns.first().map_or(0, |c| c.len() as u64),
            Self::Reordered(reordered) => reordered.base.points(),
        }
    }

    /// With the sample rank correlation of correlated numbers as near as ranks allow to the one that `models` have, where that can be
    /// done: see [`Reordered`]. Otherwise as it is.
    ///
    /// # Errors
    ///
    /// [`DesignError`].
    pub fn reordered(
        self,
        axes: &[Axis],
        models: &[&Model],
        seed: u64,
    ) -> Result<Self, DesignError> {
        Reordered::of(self, axes, models, seed)
    }

    /// The coordinate of one axis at point `row`.
    pub(super) fn coordinate(&self, row: u64, axis: usize, axes: &[Axis]) -> f64 {
        let one = match self {
            Self::Design(Some(Design::Sample(sample))) => sample.coordinate(row, axis),
            Self::Crossed(crossed) => crossed.state(row, axis, axes),
            _ => None,
        };
        one.unwrap_or_else(|| self.coordinates(row, axes)[axis])
    }

    /// A digest of the values of listed points; empty where they are calculated.
    pub(super) fn digest(&self, axes: &[Axis]) -> String {
        let Self::Listed(columns) = self else {
            return String::new();
        };
        let values = axes.iter().zip(columns).flat_map(|(axis, column)| {
            let value = |u: &f64| format!("{:?};", axis.value(*u));
            column.iter().map(value)
        });
        let hash = values.fold(0xcbf2_9ce4_8422_2325_u64, |hash, value| {
            value.bytes().fold(hash, |h, b| {
                (h ^ u64::from(b)).wrapping_mul(0x0000_0100_0000_01b3)
            })
        });
        format!("{hash:016x}")
    }

    /// The design, where one was calculated.
    pub fn design(&self) -> Option<&Design> {
        match self {
            Self::Design(design) => design.as_ref(),
            Self::Crossed(_) | Self::Listed(_) => None,
            Self::Reordered(reordered) => reordered.base.design(),
        }
    }

    /// One coordinate in [0, 1] for every axis at point `row`, below [`Self::points`].
    pub(super) fn coordinates(&self, row: u64, axes: &[Axis]) -> Vec<f64> {
        let design = match self {
            Self::Design(Some(design)) => design,
            Self::Design(None) => return Vec::new(),
            Self::Crossed(crossed) => return crossed.coordinates(row, axes),
            Self::Reordered(reordered) => return reordered.coordinates(row, axes),
            Self::Listed(columns) => return columns.iter().map(|c| c[row as usize]).collect(),
        };
        match design.point(row) {
            Some(Point::Unit(coordinates)) => coordinates,
            Some(Point::Levels(levels)) => {
                let is_two_level = matches!(design, Design::Fractional(_));
                let coordinate = |(axis, level): (&Axis, u32)| match (is_two_level, level) {
                    (true, 0) => axis.coordinate(0),
                    (true, _) => axis.coordinate(axis.levels() - 1),
                    (false, level) => axis.coordinate(level as usize),
                };
                axes.iter().zip(levels).map(coordinate).collect()
            }
            None => Vec::new(),
        }
    }
}

pub(super) fn keys(axes: &[Axis], seed: u64, prefix: &str) -> Vec<u64> {
    let of_axis = |axis: &Axis| key(seed, &format!("design/{prefix}{}", axis.path));
    axes.iter().map(of_axis).collect()
}

/// Dimensions in the order of the axes, from `first` on: the first ones are the best together.
fn sobol(
    points: u64,
    axes: &[Axis],
    seed: u64,
    prefix: &str,
    first: usize,
) -> Result<Sample, DesignError> {
    let dimensions: Vec<Dimension> = (first..first + axes.len())
        .map(Dimension::new)
        .collect::<Result<_, _>>()?;
    Sample::sobol(points, &keys(axes, seed, prefix), &dimensions)
}
