//! Shapley effects: shares of the variance for inputs that may be correlated (Owen 2014; Song, Nelson and Staum 2016).
//!
//! A set u of inputs is worth c(u) = E(V(f | x_~u)), the variance that is left when all others are known; the Shapley
//! effect of an input is its mean contribution c(u ∪ i) − c(u) over all orders in which inputs can be added, divided by
//! V = c(all). Effects are at least 0 and sum to 1 whatever the dependence, where the sums of first-order and of total
//! indices can be anything. An input that the model does not use has an effect above 0 when it is correlated with
//! one that it uses.
//!
//! Each replicate estimates all effects once. For sets up to [`ENUMERATED`] inputs it computes c of every set; for more
//! it adds the inputs in one random order (algorithm 1 of Song et al. with one outer draw). c(u) is the variance of
//! `inner` outputs in which x_u was drawn again, given the others; V that of d times as many. Neither has a bias, and
//! replicates are independent, so the intervals resample them. Song et al. recommend 3 inner draws; one replicate costs
//! (2^d − 2 + d)·inner runs, or (2d − 1)·inner.
//!
//! Owen, A. B. (2014) SIAM/ASA J. Uncertain. Quantif. 2, 245. Song, E., Nelson, B. L. and Staum, J. (2016) SIAM/ASA J.
//! Uncertain. Quantif. 4, 1060. Enumeration in place of orders: Broto, B., Bachoc, F. and Depecker, M. (2020) SIAM/ASA
//! J. Uncertain. Quantif. 8, 693.

use rayon::prelude::*;

use super::error::{SensitivityError, setting};
use super::resampling::{Estimate, LANES, Resampling, Weights, lanes, shuffled};
use super::subsets::{members, shapley};
use crate::random::Stream;

/// Greatest number of inputs whose sets are all evaluated.
pub const ENUMERATED: usize = 6;

/// How much is computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effort {
    /// Independent estimates of all effects, at least 32.
    pub replicates: usize,
    /// Runs to estimate the variance due to one set of inputs, at least 2.
    pub inner: usize,
}

/// Most inputs: sets of them are bits of a number.
pub const MOST_INPUTS: usize = 60;

/// Shapley effect of each of `inputs` inputs, at most [`MOST_INPUTS`].
///
/// `model` gives the output at a point. `redraw(fixed, point, stream)` draws anew all coordinates of `point` that are not
/// in `fixed`, given the values of those that are; with none fixed it draws a whole point (then `point` holds zeros or
/// an earlier point). [`super::conditional::Normal::redraw`] does so for normal variables.
///
/// # Errors
/// No or too many inputs, an effort out of range, an output that is not finite, or does not vary.
pub fn effects<M, R>(
    inputs: usize,
    model: M,
    redraw: R,
    effort: Effort,
    resampling: &Resampling,
) -> Result<Vec<Estimate>, SensitivityError>
where
    M: Fn(&[f64]) -> f64 + Sync,
    R: Fn(&[usize], &mut [f64], &mut Stream) + Sync,
{
    setting("number of inputs", inputs as f64, 1.0, MOST_INPUTS as f64)?;
    setting("number of replicates", effort.replicates as f64, 32.0, 1e9)?;
    setting("number of inner runs", effort.inner as f64, 2.0, 1e6)?;
    let replicates: Vec<Vec<f64>> = (0..effort.replicates)
        .into_par_iter()
        .map(|number| {
            let stream = resampling.stream("sensitivity/shapley", number as u64);
            let mut replicate = Replicate {
                inputs,
                model: &model,
                redraw: &redraw,
                inner: effort.inner,
                stream,
            };
            replicate.effects()
        })
        .collect();
    shares(&replicates, resampling)
}

/// Effects of all replicates in turn as shares of their sum.
pub(super) fn shares(
    replicates: &[Vec<f64>],
    resampling: &Resampling,
) -> Result<Vec<Estimate>, SensitivityError> {
    let (what, column) = ("output", 0);
    let not_finite = |effects: &Vec<f64>| effects.iter().any(|e| !e.is_finite());
    if let Some(row) = replicates.iter().position(not_finite) {
        return Err(SensitivityError::NotFinite { what, column, row });
    }
    if !(replicates.iter().flatten().sum::<f64>() > 0.0) {
        return Err(SensitivityError::NoVariance { what, column });
    }
    Ok(resampling.estimates(replicates.len(), |weights| mean_shares(replicates, weights)))
}

fn mean_shares(replicates: &[Vec<f64>], weights: &[Weights]) -> Vec<Weights> {
    let mut sums = vec![[0.0; LANES]; replicates[0].len()];
    let mut all = [0.0; LANES];
    for (effects, weights) in replicates.iter().zip(weights) {
        for (sum, effect) in sums.iter_mut().zip(effects) {
            for lane in 0..LANES {
                sum[lane] += weights[lane] * effect;
                all[lane] += weights[lane] * effect;
            }
        }
    }
    sums.iter()
        .map(|sum| lanes(|lane| sum[lane] / all[lane]))
        .collect()
}

/// One estimate of all effects.
struct Replicate<'a, M, R> {
    inputs: usize,
    model: &'a M,
    redraw: &'a R,
    inner: usize,
    stream: Stream,
}

impl<M, R> Replicate<'_, M, R>
where
    M: Fn(&[f64]) -> f64,
    R: Fn(&[usize], &mut [f64], &mut Stream),
{
    /// Effects in units of the variance.
    fn effects(&mut self) -> Vec<f64> {
        if self.inputs <= ENUMERATED {
            let worth: Vec<f64> = (0..1 << self.inputs).map(|set| self.left(set)).collect();
            return shapley(self.inputs, &worth);
        }
        let order = shuffled(&mut self.stream, self.inputs);
        along(&order, |set| self.left(set))
    }

    /// The variance that is left when all inputs but those of `set` are known.
    fn left(&mut self, set: usize) -> f64 {
        let all = (1 << self.inputs) - 1;
        if set == 0 {
            return 0.0;
        }
        let fixed = members(all & !set, self.inputs);
        let runs = self.inner * if set == all { self.inputs } else { 1 };
        let mut point = vec![0.0; self.inputs];
        (self.redraw)(&[], &mut point, &mut self.stream);
        let outputs: Vec<f64> = (0..runs)
            .map(|_| {
                (self.redraw)(&fixed, &mut point, &mut self.stream);
                (self.model)(&point)
            })
            .collect();
        sample_variance(&outputs)
    }
}

/// Contributions to `worth` when inputs are added in an order.
pub(super) fn along(order: &[usize], mut worth: impl FnMut(usize) -> f64) -> Vec<f64> {
    let mut effects = vec![0.0; order.len()];
    let (mut set, mut before) = (0, 0.0);
    for &input in order {
        set |= 1 << input;
        let now = worth(set);
        effects[input] = now - before;
        before = now;
    }
    effects
}

/// Variance with n − 1.
pub(super) fn sample_variance(values: &[f64]) -> f64 {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    values.iter().map(|v| (v - mean) * (v - mean)).sum::<f64>() / (n - 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sensitivity::conditional::Normal;
    use crate::sensitivity::known::LinearNormal;
    use crate::special::normal;

    /// Coefficients 0, ½, 1, …, variances 1, and correlations of neighbours, of one sign and the other.
    fn model(inputs: usize) -> LinearNormal {
        let covariance = (0..inputs)
            .map(|i| {
                let with = |j: usize| match i.abs_diff(j) {
                    0 => 1.0,
                    1 => 0.45 - 0.9 * (i % 2) as f64,
                    _ => 0.0,
                };
                (0..inputs).map(with).collect()
            })
            .collect();
        let coefficients = (0..inputs).map(|i| 0.5 * i as f64).collect();
        LinearNormal::new(coefficients, covariance).unwrap()
    }

    fn run(model: &LinearNormal, inputs: usize, replicates: usize) -> Vec<Estimate> {
        let sampler = Normal::new(model.factor()).unwrap();
        let effort = Effort {
            replicates,
            inner: 3,
        };
        effects(
            inputs,
            |x| model.evaluate(x),
            |fixed, point, stream| sampler.redraw(fixed, point, stream),
            effort,
            &Resampling::new(200, 0.95, 5).unwrap(),
        )
        .unwrap()
    }

    /// False-alarm probability 1e-5 for each family; 1.25 for the error of an interval of 200 resamples.
    fn close(found: &[Estimate], truth: &[f64]) -> bool {
        let z = 1.25 * normal::upper_quantile(0.5e-5 / truth.len() as f64);
        found
            .iter()
            .zip(truth)
            .all(|(f, t)| (f.value - t).abs() <= z * (f.interval.high - f.interval.low) / 3.92)
    }

    #[test]
    fn correlated_inputs_have_their_exact_effects() {
        for (inputs, replicates) in [(2, 4000), (4, 4000), (8, 8000)] {
            let model = model(inputs);
            let found = run(&model, inputs, replicates);
            assert!(
                close(&found, &model.shapley()),
                "{found:?} {:?}",
                model.shapley()
            );
            // Mutants: effects as if inputs were independent; first-order and total indices in their place.
            let squares: Vec<f64> = (0..inputs).map(|i| 0.25 * (i * i) as f64).collect();
            let all: f64 = squares.iter().sum();
            let independent: Vec<f64> = squares.iter().map(|s| s / all).collect();
            assert!(!close(&found, &independent));
            assert!(!close(&found, &model.first()));
            assert!(!close(&found, &model.total()));
            let widest = found.iter().map(|f| f.interval.high - f.interval.low);
            assert!(widest.fold(0.0, f64::max) < 0.1, "{found:?}");
            let sum: f64 = found.iter().map(|f| f.value).sum();
            assert!((sum - 1.0).abs() < 1e-12);
        }
    }

    #[test]
    fn outputs_that_say_nothing_are_refused() {
        let effort = Effort {
            replicates: 32,
            inner: 2,
        };
        let resampling = Resampling::new(100, 0.95, 5).unwrap();
        let redraw = |_: &[usize], point: &mut [f64], stream: &mut Stream| {
            point[0] = crate::random::uniform_open(stream);
        };
        for (output, message) in [(1.0, "no variance"), (f64::NAN, "not finite")] {
            let error = effects(1, |_| output, redraw, effort, &resampling).unwrap_err();
            assert!(error.to_string().contains(message), "{error}");
        }
        assert!(effects(0, |_| 1.0, redraw, effort, &resampling).is_err());
    }
}
