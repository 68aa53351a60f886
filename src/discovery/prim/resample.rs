//! Resampling: would other cases have restricted the same columns?

use rayon::prelude::*;

use super::{Options, Prim, Step, Trajectory};
use crate::discovery::region::Quality;
use crate::discovery::{Cases, Column, DiscoveryError};
use crate::random::{Streams, uniform_open};

/// How often resampled boxes restrict a column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reproduced {
    /// Share of resamples in which the box of nearest coverage restricts the column.
    pub at_coverage: f64,
    /// Standard error of that share, √(p·(1−p)/B).
    pub at_coverage_se: f64,
    /// Share of resamples in which the box of nearest density restricts the column.
    pub at_density: f64,
    /// Standard error of that share.
    pub at_density_se: f64,
}

/// Values of one column for resampled cases.
enum Drawn {
    Real(Vec<f64>),
    Whole(Vec<f64>),
    Category(Vec<u32>),
}

impl Drawn {
    fn of(column: &Column<'_>, rows: &[usize]) -> Self {
        match column {
            Column::Real(v) => Self::Real(rows.iter().map(|&r| v[r]).collect()),
            Column::Whole(v) => Self::Whole(rows.iter().map(|&r| v[r]).collect()),
            Column::Category(v) => Self::Category(rows.iter().map(|&r| v[r]).collect()),
        }
    }

    fn column(&self) -> Column<'_> {
        match self {
            Self::Real(v) => Column::Real(v),
            Self::Whole(v) => Column::Whole(v),
            Self::Category(v) => Column::Category(v),
        }
    }
}

/// The resampling test of a box (Bryant and Lempert 2010, section 3.3, with n cases drawn with replacement as in Efron
/// 1979): a new trajectory from each of `times` resamples, and of it the box whose coverage, and the box whose density,
/// is nearest to that of `target` (the better in the other quality of two equally near). One entry for each column.
///
/// Resample b uses stream b of `discovery/resample`, so the result does not depend on the number of threads.
///
/// # Errors
///
/// [`DiscoveryError::Option`] for an option outside its range or for no resamples; [`DiscoveryError::OneSided`] when a
/// resample holds no case of interest, or no other: then they are too few to be resampled.
pub fn resample(
    cases: &Cases<'_>,
    options: Options,
    target: &Quality,
    times: usize,
    streams: &Streams,
) -> Result<Vec<Reproduced>, DiscoveryError> {
    if times == 0 {
        return Err(DiscoveryError::Option {
            what: "the number of resamples",
            range: "at least 1",
            value: 0.0,
        });
    }
    let one = |index: usize| again(cases, options, target, index, streams);
    let all: Vec<[Vec<bool>; 2]> = (0..times)
        .into_par_iter()
        .map(one)
        .collect::<Result<_, _>>()?;
    let share = |which: usize, column: usize| {
        let count = all.iter().filter(|b| b[which][column]).count();
        let p = count as f64 / times as f64;
        (p, (p * (1.0 - p) / times as f64).sqrt())
    };
    let entry = |column| {
        let (at_coverage, at_coverage_se) = share(0, column);
        let (at_density, at_density_se) = share(1, column);
        Reproduced {
            at_coverage,
            at_coverage_se,
            at_density,
            at_density_se,
        }
    };
    Ok((0..cases.columns().len()).map(entry).collect())
}

/// Which columns are restricted at nearest coverage and at nearest density in one resample.
fn again(
    cases: &Cases<'_>,
    options: Options,
    target: &Quality,
    index: usize,
    streams: &Streams,
) -> Result<[Vec<bool>; 2], DiscoveryError> {
    let mut rng = streams.stream("discovery/resample", index as u64);
    let n = cases.len();
    let draw = |_| ((uniform_open(&mut rng) * n as f64) as usize).min(n - 1);
    let rows: Vec<usize> = (0..n).map(draw).collect();
    let drawn: Vec<Drawn> = cases
        .columns()
        .iter()
        .map(|c| Drawn::of(c, &rows))
        .collect();
    let interest: Vec<bool> = rows.iter().map(|&r| cases.interest()[r]).collect();
    let cases = Cases::new(drawn.iter().map(Drawn::column).collect(), &interest)?;
    let found = Prim::new(&cases, options)?.find();
    let coverage = nearest(&found, |q| {
        ((q.coverage - target.coverage).abs(), -q.density)
    });
    let density = nearest(&found, |q| {
        ((q.density - target.density).abs(), -q.coverage)
    });
    Ok([coverage, density])
}

/// Columns restricted by the box of least `distance`, of several by the one of the least second number: boxes of equal
/// coverage begin with the box of everything.
fn nearest(found: &Trajectory, distance: impl Fn(&Quality) -> (f64, f64)) -> Vec<bool> {
    let nearer = |a: &&Step, b: &&Step| {
        let ((a, a_then), (b, b_then)) = (distance(&a.quality), distance(&b.quality));
        a.total_cmp(&b).then(a_then.total_cmp(&b_then))
    };
    let step = found.steps.iter().min_by(nearer);
    let step = step.expect("a trajectory begins with the box of everything");
    let mut restricted = vec![false; step.region.limits.len()];
    for column in step.region.restricted() {
        restricted[column] = true;
    }
    restricted
}
