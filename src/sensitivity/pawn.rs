//! PAWN: how far an input moves the whole distribution of the output (Pianosi and Wagener 2015, 2018).
//!
//! The rows are cut into slices of equal size along an input; in each slice the distribution function of the output is
//! compared with that of all rows by the distance of Kolmogorov and Smirnov, in [0, 1]. Median, mean and greatest
//! distance over slices are the indices. They need no variance, so skewed outputs are no obstacle.
//!
//! Slices of few rows are away from the whole by chance: an index says something only above that of a dummy input, one
//! that cannot matter. Here dummies are random orders of the rows (Khorashadi Zadeh et al. 2017), as many in a set as there
//! are inputs, and the threshold of each index is the quantile over sets of the greatest of a set, at the level of the
//! resampling: if no input has an effect, one or more exceed it with a probability of 1 − level.
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

impl Distances {
    const NONE: Self = Self {
        median: 0.0,
        mean: 0.0,
        greatest: 0.0,
    };

    /// The greater of each.
    fn greater(self, other: Self) -> Self {
        Self {
            median: self.median.max(other.median),
            mean: self.mean.max(other.mean),
            greatest: self.greatest.max(other.greatest),
        }
    }
}

/// Distances by input, and those that chance reaches.
#[derive(Clone, Debug, PartialEq)]
pub struct Pawn {
    /// Distances for every input.
    pub inputs: Vec<Distances>,
    /// What one or more inputs exceed with probability 1 − level, if none has an effect; for inputs with fewer values than
    /// slices this is on the safe side, as their slices are larger.
    pub threshold: Distances,
}

/// Distances for every input (a column each) in `slices` slices, from 2 to a tenth of the rows (10 is usual); the
/// threshold comes from as many sets of dummies as the resampling has resamples, and has its level.
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
    let dummy = |number: u64| {
        let stream = &mut resampling.stream("sensitivity/dummy", number);
        let order = shuffled(stream, output.len()).into_iter();
        whole.distances(&order.map(|i| i as f64).collect::<Vec<_>>(), slices)
    };
    let size = inputs.len() as u64;
    let sets: Vec<Distances> = (0..resampling.resamples() as u64)
        .into_par_iter()
        .map(|set| {
            (set * size..(set + 1) * size)
                .map(dummy)
                .fold(Distances::NONE, Distances::greater)
        })
        .collect();
    let level = |of: fn(&Distances) -> f64| {
        let mut values: Vec<f64> = sets.iter().map(of).collect();
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

    /// 60 sets of data with ten inputs without effect: in 5 % of them one or more are above the threshold. More than 14 sets,
    /// with thresholds from 200 sets of dummies (level 0.95 ± 0.015, so 0.08 at two errors), have a probability of 2e-4
    /// at 8 % and below 1e-6 at 5 %. With a threshold for each input they would be 40 % of the sets: 24. An input that only
    /// widens the output is far above.
    #[test]
    fn the_threshold_is_that_of_all_inputs_without_effect_together() {
        let found = |seed: u64| {
            let mut inputs: Vec<Vec<f64>> = (0..11)
                .map(|i| uniforms(1000 * (seed + 1) + i, 500))
                .collect();
            let noise = uniforms(3 + seed, 500);
            let pairs = noise.iter().zip(&inputs[10]);
            let y: Vec<f64> = pairs.map(|(u, x)| (u - 0.5) * x).collect();
            if seed > 0 {
                inputs.truncate(10);
            }
            pawn(&inputs, &y, 10, &resampling()).unwrap()
        };
        let alarms = |of: fn(&Distances) -> f64| {
            let is_alarm = |seed: &u64| {
                let found = found(*seed);
                let nothing = &found.inputs[..10];
                nothing.iter().any(|d| of(d) > of(&found.threshold))
            };
            (1..=60).filter(is_alarm).count()
        };
        for count in [alarms(|d| d.median), alarms(|d| d.mean)] {
            assert!(count <= 14, "{count}");
        }
        let wide = found(0);
        assert!(wide.inputs[10].mean > 1.5 * wide.threshold.mean);
        let x = uniforms(1, 1000);
        assert!(pawn(&[&x], &x, 101, &resampling()).is_err());
    }
}
