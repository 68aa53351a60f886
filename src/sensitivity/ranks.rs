//! Rank correlation and regression: direction and strength of monotone influence, from an ordinary sample.
//!
//! - Spearman's ρ, the correlation of ranks, with the interval of tanh(artanh ρ ± z √((1 + ρ²/2)/(n − 3))) (Bonett and
//!   Wright 2000);
//! - standardised rank regression coefficients, the coefficients of the linear regression of the ranks of the output on
//!   the ranks of all inputs, in standard deviations (Iman and Conover 1979; Saltelli and Marivoet 1990), with
//!   the interval of ordinary least squares. R² says how much of the ranks the regression explains: where it is low the
//!   coefficients say little.
//!
//! Iman, R. L. and Conover, W. J. (1979) Technometrics 21, 499. Saltelli, A. and Marivoet, J. (1990) Reliab. Eng. Syst.
//! Saf. 28, 229. Bonett, D. G. and Wright, T. A. (2000) Psychometrika 65, 23.

use rayon::prelude::*;

use super::bins::ranks;
use super::error::{SensitivityError, at_least};
use super::given_data::checked;
use super::linear::{cholesky, dot, forward, solve};
use super::resampling::{Estimate, Interval};
use crate::special::normal;

/// Rank correlation of every input (a column each) with the output, with intervals of confidence `level`.
///
/// # Errors
/// As [`super::given_data::first_order`].
pub fn spearman<C: AsRef<[f64]> + Sync>(
    inputs: &[C],
    output: &[f64],
    level: f64,
) -> Result<Vec<Estimate>, SensitivityError> {
    checked(inputs, output)?;
    let z = half_width(level)?;
    let y = standardised_ranks(output);
    let estimate = |input: &C| {
        let rho = dot(&standardised_ranks(input.as_ref()), &y).clamp(-1.0, 1.0);
        let error = ((1.0 + rho * rho / 2.0) / (output.len() as f64 - 3.0)).sqrt();
        let at = |sign: f64| libm::tanh(libm::atanh(rho) + sign * z * error);
        Estimate {
            value: rho,
            interval: Interval {
                low: at(-1.0),
                high: at(1.0),
            },
        }
    };
    Ok(inputs.par_iter().map(estimate).collect())
}

/// A regression of ranks.
#[derive(Clone, Debug, PartialEq)]
pub struct RankRegression {
    /// Standardised coefficient of every input.
    pub coefficients: Vec<Estimate>,
    /// Share of the variance of the ranks of the output that is explained, in [0, 1].
    pub r_squared: f64,
}

/// Standardised rank regression coefficients, with intervals of confidence `level`.
///
/// # Errors
/// As [`super::given_data::first_order`], and when there are fewer than d + 3 rows or the ranks of an input are a
/// linear combination of those of others.
pub fn regression<C: AsRef<[f64]> + Sync>(
    inputs: &[C],
    output: &[f64],
    level: f64,
) -> Result<RankRegression, SensitivityError> {
    checked(inputs, output)?;
    at_least(inputs.len() + 3, output.len())?;
    let z = half_width(level)?;
    let x: Vec<Vec<f64>> = inputs
        .par_iter()
        .map(|input| standardised_ranks(input.as_ref()))
        .collect();
    let y = standardised_ranks(output);
    let with: Vec<f64> = x.par_iter().map(|x| dot(x, &y)).collect();
    let among: Vec<Vec<f64>> = (0..x.len())
        .into_par_iter()
        .map(|i| x[..=i].iter().map(|other| dot(&x[i], other)).collect())
        .collect();
    let factor = cholesky(&among)?;
    let coefficients = solve(&factor, &with);
    let r_squared = dot(&coefficients, &with).clamp(0.0, 1.0);
    let noise = (1.0 - r_squared) / (y.len() - x.len() - 1) as f64;
    let estimate = |(i, &value): (usize, &f64)| {
        let spread = z * (noise * diagonal_of_inverse(&factor, i)).sqrt();
        Estimate {
            value,
            interval: Interval {
                low: value - spread,
                high: value + spread,
            },
        }
    };
    Ok(RankRegression {
        coefficients: coefficients.iter().enumerate().map(estimate).collect(),
        r_squared,
    })
}

/// Half the width of a normal interval in standard errors.
fn half_width(level: f64) -> Result<f64, SensitivityError> {
    super::error::setting("level", level, 0.5, 0.999)?;
    Ok(normal::upper_quantile(0.5 * (1.0 - level)))
}

/// Ranks with sum 0 and sum of squares 1.
fn standardised_ranks(values: &[f64]) -> Vec<f64> {
    let mut ranks = ranks(values);
    let mean = 0.5 * (values.len() + 1) as f64;
    ranks.iter_mut().for_each(|rank| *rank -= mean);
    let length = dot(&ranks, &ranks).sqrt();
    ranks.iter_mut().for_each(|rank| *rank /= length);
    ranks
}

/// Element (i, i) of (L Lᵀ)⁻¹.
fn diagonal_of_inverse(factor: &[Vec<f64>], i: usize) -> f64 {
    let mut unit = vec![0.0; factor.len()];
    unit[i] = 1.0;
    let column = forward(factor, &unit);
    dot(&column, &column)
}
