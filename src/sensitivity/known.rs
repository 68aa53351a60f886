//! Models whose indices are known exactly, to try methods on.

use std::f64::consts::PI;

use super::error::{SensitivityError, length};
use super::linear::{cholesky, dot, forward, part, product};
use super::subsets::{members, shapley};

/// f(x) = sin x₁ + a sin² x₂ + b x₃⁴ sin x₁ with x uniform in [−π, π]³ (Ishigami and Homma 1990).
///
/// V₁ = ½ (1 + bπ⁴/5)², V₂ = a²/8, V₁₃ = 8 b² π⁸ / 225, all else 0. With a = 7, b = 0.1: V = 13.8446,
/// S = (0.3139, 0.4424, 0), T = (0.5576, 0.4424, 0.2437).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ishigami {
    /// Factor of the second term.
    pub a: f64,
    /// Factor of the third term.
    pub b: f64,
}

impl Ishigami {
    /// The output at a point of the unit cube, which is stretched to [−π, π]³.
    pub fn evaluate(&self, unit: [f64; 3]) -> f64 {
        let [x, y, z] = unit.map(|u| PI * (2.0 * u - 1.0));
        let (sine, other) = (libm::sin(x), libm::sin(y));
        sine + self.a * other * other + self.b * z * z * z * z * sine
    }

    /// Variances of the first input, of the second, and of the interaction of first and third.
    fn parts(&self) -> (f64, f64, f64) {
        let fourth = PI * PI * PI * PI;
        let own = 1.0 + self.b * fourth / 5.0;
        (
            0.5 * own * own,
            self.a * self.a / 8.0,
            8.0 * self.b * self.b * fourth * fourth / 225.0,
        )
    }

    /// Variance of the output.
    pub fn variance(&self) -> f64 {
        let (first, second, both) = self.parts();
        first + second + both
    }

    /// First-order indices.
    pub fn first(&self) -> [f64; 3] {
        let (first, second, _) = self.parts();
        [first, second, 0.0].map(|part| part / self.variance())
    }

    /// Total indices.
    pub fn total(&self) -> [f64; 3] {
        let (first, second, both) = self.parts();
        [first + both, second, both].map(|part| part / self.variance())
    }

    /// Second-order index of the first and the third input, the only one above 0.
    pub fn interaction(&self) -> f64 {
        self.parts().2 / self.variance()
    }
}

/// f(x) = ∏ (|4 xᵢ − 2| + aᵢ)/(1 + aᵢ) with x uniform in the unit cube (Sobol' 1993).
///
/// Vᵢ = 1/(3 (1 + aᵢ)²), V = ∏(1 + Vᵢ) − 1, Sᵢ = Vᵢ/V, Tᵢ = Vᵢ ∏_{j≠i}(1 + Vⱼ)/V.
#[derive(Clone, Debug, PartialEq)]
pub struct SobolG {
    /// One number ≥ 0 for each input: 0 is important, 99 hardly matters.
    pub a: Vec<f64>,
}

impl SobolG {
    /// The output at a point of the unit cube; coordinates beyond the number of inputs are not read.
    pub fn evaluate(&self, unit: &[f64]) -> f64 {
        let factors = self.a.iter().zip(unit);
        factors
            .map(|(a, x)| ((4.0 * x - 2.0).abs() + a) / (1.0 + a))
            .product()
    }

    fn parts(&self) -> impl Iterator<Item = f64> {
        self.a.iter().map(|a| 1.0 / (3.0 * (1.0 + a) * (1.0 + a)))
    }

    /// Variance of the output.
    pub fn variance(&self) -> f64 {
        self.parts().map(|part| 1.0 + part).product::<f64>() - 1.0
    }

    /// First-order indices.
    pub fn first(&self) -> Vec<f64> {
        let variance = self.variance();
        self.parts().map(|part| part / variance).collect()
    }

    /// Total indices.
    pub fn total(&self) -> Vec<f64> {
        let variance = self.variance();
        self.parts()
            .map(|part| part / (1.0 + part) * (1.0 + variance) / variance)
            .collect()
    }
}

/// f(x) = βᵀx with x normal of mean 0 and covariance Σ (Owen and Prieur 2017, section 5).
///
/// What a set u of inputs explains is V(E(f | x_u)) = cᵤᵀ Σᵤᵤ⁻¹ cᵤ with c = Σβ; first-order, total and Shapley indices
/// follow from it. Two inputs of correlation ρ with β = (1, 1) and unit variances both have Shapley effect ½,
/// S = (1 + ρ)/2 and T = (1 − ρ)/2: with correlation the total index may be below the first.
///
/// Owen, A. B. and Prieur, C. (2017) SIAM/ASA J. Uncertain. Quantif. 5, 986.
#[derive(Clone, Debug, PartialEq)]
pub struct LinearNormal {
    coefficients: Vec<f64>,
    factor: Vec<Vec<f64>>,
    covariance: Vec<Vec<f64>>,
}

impl LinearNormal {
    /// A model of coefficients β and covariance matrix Σ, of which the lower triangle is read.
    ///
    /// # Errors
    /// Lengths that do not fit, a matrix that is not positive definite, more than 20 inputs.
    pub fn new(
        coefficients: Vec<f64>,
        covariance: Vec<Vec<f64>>,
    ) -> Result<Self, SensitivityError> {
        let inputs = coefficients.len();
        if inputs > 20 {
            return Err(SensitivityError::TooManyInputs {
                most: 20,
                found: inputs,
            });
        }
        length("covariance", 0, covariance.len(), inputs)?;
        for (i, row) in covariance.iter().enumerate() {
            length("row of the covariance", i, row.len(), inputs)?;
        }
        let factor = cholesky(&covariance)?;
        Ok(Self {
            coefficients,
            covariance: product(&factor),
            factor,
        })
    }

    /// The output at a point.
    pub fn evaluate(&self, x: &[f64]) -> f64 {
        dot(&self.coefficients, x)
    }

    /// A point of the right covariance, from independent standard normal numbers.
    pub fn correlate(&self, independent: &[f64]) -> Vec<f64> {
        self.factor
            .iter()
            .map(|row| dot(row, independent))
            .collect()
    }

    /// Lower triangular factor L of Σ = L Lᵀ; row i has i + 1 entries.
    pub fn factor(&self) -> &[Vec<f64>] {
        &self.factor
    }

    /// Variance of the output.
    pub fn variance(&self) -> f64 {
        self.explained((1 << self.coefficients.len()) - 1)
    }

    /// V(E(f | x_u)) for the inputs whose bit is set in `set`.
    pub fn explained(&self, set: usize) -> f64 {
        let chosen = members(set, self.coefficients.len());
        let with: Vec<f64> = chosen
            .iter()
            .map(|&i| dot(&self.covariance[i], &self.coefficients))
            .collect();
        // A principal part of a positive definite matrix is positive definite, up to rounding.
        cholesky(&part(&self.covariance, &chosen)).map_or(f64::NAN, |factor| {
            let root = forward(&factor, &with);
            dot(&root, &root)
        })
    }

    /// First-order indices V(E(f | xᵢ)) / V.
    pub fn first(&self) -> Vec<f64> {
        (0..self.coefficients.len())
            .map(|i| self.explained(1 << i) / self.variance())
            .collect()
    }

    /// Total indices E(V(f | x_~i)) / V.
    pub fn total(&self) -> Vec<f64> {
        let all = (1 << self.coefficients.len()) - 1;
        (0..self.coefficients.len())
            .map(|i| 1.0 - self.explained(all & !(1 << i)) / self.variance())
            .collect()
    }

    /// Shapley effects, which sum to 1.
    pub fn shapley(&self) -> Vec<f64> {
        let inputs = self.coefficients.len();
        let worth: Vec<f64> = (0..1 << inputs).map(|set| self.explained(set)).collect();
        let variance = self.variance();
        shapley(inputs, &worth)
            .into_iter()
            .map(|value| value / variance)
            .collect()
    }

    /// Standardised regression coefficients βᵢ σᵢ / σ of the output on the inputs.
    pub fn standardised(&self) -> Vec<f64> {
        let sd = self.variance().sqrt();
        (0..self.coefficients.len())
            .map(|i| self.coefficients[i] * self.covariance[i][i].sqrt() / sd)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sensitivity::linear::solve;

    fn near(found: &[f64], expected: &[f64]) {
        for (f, e) in found.iter().zip(expected) {
            assert!((f - e).abs() < 1e-4, "{found:?} {expected:?}");
        }
        assert_eq!(found.len(), expected.len());
    }

    #[test]
    fn indices_are_the_published_ones() {
        let model = Ishigami { a: 7.0, b: 0.1 };
        near(&model.first(), &[0.3139, 0.4424, 0.0]);
        near(&model.total(), &[0.5576, 0.4424, 0.2437]);
        near(&[model.variance()], &[13.8446]);
        let model = SobolG {
            a: vec![0.0, 1.0, 4.5, 9.0, 99.0, 99.0, 99.0, 99.0],
        };
        // Often printed to three digits: S = 0.716, 0.179, 0.024, 0.007 and T = 0.787, 0.242, 0.034, 0.010.
        let printed = |found: &[f64], digits: [i64; 4]| {
            for (f, digits) in found.iter().zip(digits) {
                assert_eq!((1000.0 * f).round() as i64, digits);
            }
        };
        printed(&model.first(), [716, 179, 24, 7]);
        printed(&model.total(), [787, 242, 34, 10]);
    }

    #[test]
    fn two_correlated_inputs_share_evenly() {
        let rho = 0.6;
        let model =
            LinearNormal::new(vec![1.0, 1.0], vec![vec![1.0, rho], vec![rho, 1.0]]).unwrap();
        near(&model.shapley(), &[0.5, 0.5]);
        near(&model.first(), &[0.8, 0.8]);
        near(&model.total(), &[0.2, 0.2]);
        near(&[model.variance()], &[3.2]);
    }

    /// Owen and Prieur (2017), theorem 2 for d = 2: Shapley value of the first input is
    /// β₁²σ₁²(1 − ρ²/2) + β₁β₂ρσ₁σ₂ + ρ²β₂²σ₂²/2.
    #[test]
    fn shapley_values_of_two_inputs_have_their_closed_form() {
        let (b1, b2, s1, s2, rho): (f64, f64, f64, f64, f64) = (2.0, -0.7, 1.5, 3.0, -0.4);
        let covariance = vec![vec![s1 * s1, 0.0], vec![rho * s1 * s2, s2 * s2]];
        let model = LinearNormal::new(vec![b1, b2], covariance).unwrap();
        let own = b1 * b1 * s1 * s1 * (1.0 - rho * rho / 2.0)
            + b1 * b2 * rho * s1 * s2
            + rho * rho * b2 * b2 * s2 * s2 / 2.0;
        let share = own / model.variance();
        near(&model.shapley(), &[share, 1.0 - share]);
    }

    /// The error of midpoints at distance h = 1/30 for the integral of u⁸ over [0, 1], the steepest part, is
    /// h²/24 · 8 of 1/9: 0.33 %.
    #[test]
    fn the_ishigami_variance_is_that_of_a_grid() {
        let (model, n) = (Ishigami { a: 3.0, b: 0.2 }, 60);
        let at = |i: usize| (i as f64 + 0.5) / n as f64;
        let mut values = Vec::new();
        for i in 0..n {
            for j in 0..n {
                values.extend((0..n).map(|k| model.evaluate([at(i), at(j), at(k)])));
            }
        }
        let (_, variance) = super::super::error::moments("grid", 0, &values).unwrap();
        assert!((variance / model.variance() - 1.0).abs() < 3.4e-3);
    }

    #[test]
    fn a_singular_covariance_is_refused() {
        let singular = LinearNormal::new(vec![1.0, 1.0], vec![vec![1.0, 1.0], vec![1.0, 1.0]]);
        assert_eq!(
            singular,
            Err(SensitivityError::NotPositiveDefinite { column: 1 })
        );
        let x = solve(
            &cholesky(&[vec![4.0, 1.0], vec![1.0, 3.0]]).unwrap(),
            &[6.0, 7.0],
        );
        near(&x, &[1.0, 2.0]);
    }
}
