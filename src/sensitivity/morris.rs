//! Screening by elementary effects (Morris 1991; μ*: Campolongo, Cariboni and Saltelli 2007).
//!
//! A trajectory visits d + 1 points, each of which differs from the one before in one input; the elementary effect of
//! that input is Δf/Δxᵢ. Over r trajectories μ is the mean of the effects of an input, μ* the mean of their absolute
//! values (its influence, whatever the sign) and σ their standard deviation (n − 1): σ near or above μ* says that the
//! effect depends on where one stands, by interaction or curvature. With coordinates of the unit cube all effects have
//! the unit of the output and can be compared.
//!
//! Morris, M. D. (1991) Technometrics 33, 161. Campolongo, F., Cariboni, J. and Saltelli, A. (2007) Environ. Model.
//! Softw. 22, 1509.

use super::error::{SensitivityError, at_least, column, length};
use super::resampling::{Estimate, Resampling, lanes, weighted};

/// Elementary effects of one input over all trajectories.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Effects {
    /// Mean effect, μ.
    pub mean: f64,
    /// Mean absolute effect, μ*, with its interval over trajectories.
    pub mean_absolute: Estimate,
    /// Standard deviation of the effect, σ.
    pub sd: f64,
}

/// Effects of every input, from r ≥ 2 trajectories of d + 1 points and the output at each.
///
/// # Errors
/// Lists of different lengths, values that are not finite, a step that moves none or several inputs, a trajectory that
/// moves an input twice.
pub fn effects<P: AsRef<[f64]>>(
    trajectories: &[Vec<P>],
    outputs: &[Vec<f64>],
    resampling: &Resampling,
) -> Result<Vec<Effects>, SensitivityError> {
    at_least(2, trajectories.len())?;
    length("list of outputs", 0, outputs.len(), trajectories.len())?;
    let inputs = trajectories[0].first().map_or(0, |p| p.as_ref().len());
    if inputs == 0 {
        return Err(SensitivityError::NoColumns { what: "input" });
    }
    let mut effects = vec![Vec::with_capacity(trajectories.len()); inputs];
    for (number, (points, outputs)) in trajectories.iter().zip(outputs).enumerate() {
        length("trajectory", number, points.len(), inputs + 1)?;
        column("output of trajectory", number, outputs, inputs + 1)?;
        for (input, effect) in steps(number, points, outputs)?.into_iter().enumerate() {
            effects[input].push(effect);
        }
    }
    Ok(effects.iter().map(|e| summary(e, resampling)).collect())
}

/// The effect of each input in one trajectory.
fn steps<P: AsRef<[f64]>>(
    trajectory: usize,
    points: &[P],
    outputs: &[f64],
) -> Result<Vec<f64>, SensitivityError> {
    let inputs = outputs.len() - 1;
    let mut effects = vec![None; inputs];
    for point in points {
        column("point of trajectory", trajectory, point.as_ref(), inputs)?;
    }
    for (step, (points, outputs)) in points.windows(2).zip(outputs.windows(2)).enumerate() {
        let (from, to) = (points[0].as_ref(), points[1].as_ref());
        let mut moved = (0..inputs).filter(|&i| from[i] != to[i]);
        let (Some(input), None) = (moved.next(), moved.next()) else {
            return Err(SensitivityError::NotAStep { trajectory, step });
        };
        let effect = (outputs[1] - outputs[0]) / (to[input] - from[input]);
        if effects[input].replace(effect).is_some() {
            return Err(SensitivityError::NotAStep { trajectory, step });
        }
    }
    // d steps that move d different inputs have moved every one.
    Ok(effects.into_iter().flatten().collect())
}

fn summary(effects: &[f64], resampling: &Resampling) -> Effects {
    let n = effects.len() as f64;
    let mean = effects.iter().sum::<f64>() / n;
    let squares: f64 = effects.iter().map(|e| (e - mean) * (e - mean)).sum();
    let mean_absolute = resampling.estimates(effects.len(), |weights| {
        let [sum] = weighted(weights, effects.iter().map(|e| [e.abs()]));
        vec![lanes(|lane| sum[lane] / n)]
    })[0];
    Effects {
        mean,
        mean_absolute,
        sd: (squares / (n - 1.0)).sqrt(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::{Streams, uniform_open};
    use crate::sensitivity::resampling::shuffled;

    fn trajectories(number: u64, inputs: usize) -> Vec<Vec<Vec<f64>>> {
        (0..number)
            .map(|index| {
                let mut stream = Streams::new(1).stream("trajectory", index);
                let mut point: Vec<f64> = (0..inputs)
                    .map(|_| 0.5 * uniform_open(&mut stream))
                    .collect();
                let mut points = vec![point.clone()];
                for input in shuffled(&mut stream, inputs) {
                    point[input] += 0.5;
                    points.push(point.clone());
                }
                points
            })
            .collect()
    }

    fn run(
        points: &[Vec<Vec<f64>>],
        model: impl Fn(&[f64]) -> f64,
    ) -> Result<Vec<Effects>, SensitivityError> {
        let outputs: Vec<Vec<f64>> = points
            .iter()
            .map(|t| t.iter().map(|p| model(p)).collect())
            .collect();
        effects(points, &outputs, &Resampling::new(500, 0.95, 2)?)
    }

    #[test]
    fn a_linear_model_has_its_coefficients_and_no_spread() {
        let found = run(&trajectories(10, 3), |x| 3.0 * x[0] - 2.0 * x[1] + 5.0).unwrap();
        for (effects, expected) in found.iter().zip([3.0, -2.0, 0.0_f64]) {
            assert!((effects.mean - expected).abs() < 1e-12);
            assert!((effects.mean_absolute.value - expected.abs()).abs() < 1e-12);
            assert!(effects.sd < 1e-12);
        }
    }

    /// f = x₁ (x₂ − ½)·4: the effect of x₁ is 4x₂ − 2 with x₂ uniform in [0, ½] or [½, 1] by the order of moves, so
    /// uniform in [−2, 2]: μ = 0, μ* = 1, σ = 2/√3. Standard errors of the three for 400 trajectories:
    /// σ/√n = 0.058, sd|e|/√n = 0.0289, σ√((β−1)/4n) with kurtosis β = 1.8: 0.026. Five of them: false alarm 2e-6.
    #[test]
    fn an_interaction_shows_as_spread_and_not_as_mean() {
        let found = run(&trajectories(400, 2), |x| 4.0 * x[0] * (x[1] - 0.5)).unwrap();
        let first = found[0];
        assert!(first.mean.abs() < 0.29, "{first:?}");
        assert!((first.mean_absolute.value - 1.0).abs() < 0.145, "{first:?}");
        assert!((first.sd - 1.1547).abs() < 0.13, "{first:?}");
        let interval = first.mean_absolute.interval;
        let width = interval.high - interval.low;
        // ±1.96 · 0.0289, to within the error of 500 resamples.
        assert!((width / 0.1132 - 1.0).abs() < 0.3, "{interval:?}");
    }

    #[test]
    fn a_step_that_moves_two_inputs_or_one_again_is_refused() {
        for last in [vec![0.6, 0.1], vec![0.9, 0.5]] {
            let mut points = trajectories(2, 2);
            points[1] = vec![vec![0.1, 0.1], vec![0.6, 0.1], last];
            assert_eq!(
                run(&points, |x| x[0]),
                Err(SensitivityError::NotAStep {
                    trajectory: 1,
                    step: 1
                })
            );
        }
    }
}
