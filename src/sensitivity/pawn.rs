//! PAWN: how far an input moves the whole distribution of the output (Pianosi and Wagener 2015, 2018).
//!
//! The rows are cut into slices of equal size along an input; in each slice the distribution function of the output is
//! compared with that of all rows by the distance of Kolmogorov and Smirnov, in [0, 1]. Median, mean and greatest
//! distance over slices are the indices. They need no variance, so skewed outputs are no obstacle.
//!
//! Slices of few rows are away from the whole by chance: an index says something only above that of a dummy input, one
//! that cannot matter. Here dummies are random orders of the rows (Khorashadi Zadeh et al. 2017), and the threshold of
//! each index is the quantile over dummies at the level of the resampling: an input without effect exceeds it
//! with a probability of 1 − level, for each input.
//!
//! Pianosi, F. and Wagener, T. (2015) Environ. Model. Softw. 67, 1; (2018) Environ. Model. Softw. 108, 197.
//! Khorashadi Zadeh, F. et al. (2017) Environ. Model. Softw. 91, 210.

use rayon::prelude::*;

use super::bins::{Bins, sorted};
use super::error::{SensitivityError, setting};
use super::given_data::checked;
use super::resampling::{Resampling, quantile, shuffled};

/// Distances between the distribution in slices and that of all rows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Distances {
    /// Median over slices.
    pub median: f64,
    /// Mean over slices.
    pub mean: f64,
    /// Greatest of all slices.
    pub greatest: f64,
}

/// Distances by input, and those that chance reaches.
#[derive(Clone, Debug, PartialEq)]
pub struct Pawn {
    /// Distances for every input.
    pub inputs: Vec<Distances>,
    /// What an input without effect exceeds with probability 1 − level; for inputs with fewer values than slices this
    /// is on the safe side, as their slices are larger.
    pub threshold: Distances,
}

/// Distances for every input (a column each) in `slices` slices, from 2 to a tenth of the rows (10 is usual); the
/// threshold comes from as many dummies as the resampling has resamples, and has its level.
///
/// # Errors
/// As [`super::given_data::first_order`]; a number of slices out of range.
pub fn pawn<C: AsRef<[f64]> + Sync>(
    inputs: &[C],
    output: &[f64],
    slices: usize,
    resampling: &Resampling,
) -> Result<Pawn, SensitivityError> {
    checked(inputs, output)?;
    let most = output.len() as f64 / 10.0;
    setting("number of slices", slices as f64, 2.0, most)?;
    let whole = Whole::new(output);
    let dummies: Vec<Distances> = (0..resampling.resamples())
        .into_par_iter()
        .map(|number| {
            let stream = &mut resampling.stream("sensitivity/dummy", number as u64);
            let dummy: Vec<f64> = shuffled(stream, output.len())
                .into_iter()
                .map(|i| i as f64)
                .collect();
            whole.distances(&dummy, slices)
        })
        .collect();
    let level = |of: fn(&Distances) -> f64| {
        let mut values: Vec<f64> = dummies.iter().map(of).collect();
        values.sort_by(f64::total_cmp);
        quantile(&values, resampling.level())
    };
    Ok(Pawn {
        inputs: inputs
            .par_iter()
            .map(|input| whole.distances(input.as_ref(), slices))
            .collect(),
        threshold: Distances {
            median: level(|d| d.median),
            mean: level(|d| d.mean),
            greatest: level(|d| d.greatest),
        },
    })
}

/// The distribution of all outputs.
struct Whole {
    /// Rows in the order of their output.
    order: Vec<usize>,
    /// Whether the output at this place of the order is the last of its equals.
    last: Vec<bool>,
}

impl Whole {
    fn new(output: &[f64]) -> Self {
        let order = sorted(output);
        let last = (0..order.len())
            .map(|place| match order.get(place + 1) {
                Some(&next) => output[next] != output[order[place]],
                None => true,
            })
            .collect();
        Self { order, last }
    }

    /// Both distribution functions are steps that rise at outputs only, so the greatest difference is just after one of
    /// them.
    fn distances(&self, input: &[f64], slices: usize) -> Distances {
        let bins = Bins::new(input, slices);
        let number = bins.sizes.len();
        let n = input.len() as f64;
        let (mut counts, mut greatest) = (vec![0_usize; number], vec![0.0_f64; number]);
        let mut pending: Vec<usize> = Vec::with_capacity(number);
        let mut below = 0.0;
        for (place, (&row, &last)) in self.order.iter().zip(&self.last).enumerate() {
            let bin = bins.of_row[row];
            // Between two rises of a slice the difference is greatest at the ends, and the end before a rise is seen
            // here.
            greatest[bin] = greatest[bin].max(below - counts[bin] as f64 / bins.sizes[bin] as f64);
            pending.push(bin);
            if last {
                below = (place + 1) as f64 / n;
                pending.iter().for_each(|&bin| counts[bin] += 1);
                for bin in pending.drain(..) {
                    let share = counts[bin] as f64 / bins.sizes[bin] as f64;
                    greatest[bin] = greatest[bin].max((share - below).abs());
                }
            }
        }
        summary(greatest)
    }
}

fn summary(mut distances: Vec<f64>) -> Distances {
    distances.sort_by(f64::total_cmp);
    Distances {
        median: quantile(&distances, 0.5),
        mean: distances.iter().sum::<f64>() / distances.len() as f64,
        greatest: quantile(&distances, 1.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::{Streams, uniform_open};

    fn uniforms(seed: u64, n: usize) -> Vec<f64> {
        let mut stream = Streams::new(seed).stream("pawn", 0);
        (0..n).map(|_| uniform_open(&mut stream)).collect()
    }

    fn resampling() -> Resampling {
        Resampling::new(200, 0.95, 3).unwrap()
    }

    /// With y = x and k slices of an even grid, slice i is away from the whole by max(i, k − 1 − i)/k.
    #[test]
    fn the_identity_has_its_exact_distances() {
        let x: Vec<f64> = (0..1000).map(f64::from).collect();
        let found = pawn(&[&x], &x, 4, &resampling()).unwrap().inputs[0];
        assert!((found.greatest - 0.75).abs() < 1e-12);
        assert!((found.mean - 0.625).abs() < 1e-12);
        assert!((found.median - 0.625).abs() < 1e-12);
    }

    /// The same distances by their definition, with ties in input and output.
    #[test]
    fn distances_are_those_of_the_definition() {
        let x: Vec<f64> = uniforms(1, 300)
            .iter()
            .map(|u| (12.0 * u).floor())
            .collect();
        let y: Vec<f64> = uniforms(2, 300)
            .iter()
            .zip(&x)
            .map(|(u, x)| (8.0 * u + 0.3 * x).floor())
            .collect();
        let bins = Bins::new(&x, 5);
        let greatest = (0..bins.sizes.len())
            .map(|bin| {
                let share = |t: f64, of: &dyn Fn(usize) -> bool| {
                    let all = (0..300).filter(|&r| of(r)).count() as f64;
                    (0..300).filter(|&r| of(r) && y[r] <= t).count() as f64 / all
                };
                y.iter()
                    .map(|&t| (share(t, &|r| bins.of_row[r] == bin) - share(t, &|_| true)).abs())
                    .fold(0.0, f64::max)
            })
            .collect();
        let found = pawn(&[&x], &y, 5, &resampling()).unwrap().inputs[0];
        assert_eq!(found, summary(greatest));
    }

    /// 200 inputs without effect: the number above a threshold that each exceeds with probability 0.05 is 10 ± 3.1; the
    /// threshold itself, from 200 dummies, has a level of 0.95 ± 0.0154, which makes ±3.1 more. Five of √(3.1² + 3.1²)
    /// are 22 (false alarm 6e-7). An input that only widens the output is far above.
    #[test]
    fn the_threshold_is_that_of_inputs_without_effect() {
        let mut inputs: Vec<Vec<f64>> = (10..211).map(|seed| uniforms(seed, 1000)).collect();
        let y: Vec<f64> = uniforms(3, 1000)
            .iter()
            .zip(&inputs[200])
            .map(|(u, x)| (u - 0.5) * x)
            .collect();
        let found = pawn(&inputs, &y, 10, &resampling()).unwrap();
        let threshold = found.threshold;
        let above = |of: fn(&Distances) -> f64| {
            let nothing = &found.inputs[..200];
            nothing.iter().filter(|d| of(d) > of(&threshold)).count()
        };
        for count in [
            above(|d| d.median),
            above(|d| d.mean),
            above(|d| d.greatest),
        ] {
            assert!(count <= 32, "{count}");
        }
        assert!(found.inputs[200].mean > 1.5 * threshold.mean);
        inputs.truncate(1);
        assert!(pawn(&inputs, &y, 101, &resampling()).is_err());
    }
}
