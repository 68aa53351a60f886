//! Normal variables given some of them, for [`super::shapley`].
//!
//! For inputs with a Gaussian copula, x_i = Q_i(Φ(z_i)) with z normal: draw z here, transform in the model.

use super::error::{SensitivityError, column, length};
use super::linear::{cholesky, dot, forward, part, product, solve};
use crate::random::{Stream, uniform_open};
use crate::special::normal;

/// Normal variables of mean 0.
#[derive(Clone, Debug, PartialEq)]
pub struct Normal {
    factor: Vec<Vec<f64>>,
    covariance: Vec<Vec<f64>>,
}

impl Normal {
    /// Variables of covariance L Lᵀ; row i of `factor` has at least i + 1 entries, of which those after the diagonal
    /// are not read.
    ///
    /// # Errors
    /// Rows that are too short, entries that are not finite, a diagonal element that is not above 0.
    pub fn new<R: AsRef<[f64]>>(factor: &[R]) -> Result<Self, SensitivityError> {
        let what = "row of the factor";
        let mut lower: Vec<Vec<f64>> = Vec::with_capacity(factor.len());
        for (i, row) in factor.iter().enumerate() {
            let row = row.as_ref();
            let row = row.get(..=i).unwrap_or(row);
            length(what, i, row.len(), i + 1)?;
            column(what, i, row, i + 1)?;
            if !(row[i] > 0.0) {
                return Err(SensitivityError::NotPositiveDefinite { column: i });
            }
            lower.push(row.to_vec());
        }
        Ok(Self {
            covariance: product(&lower),
            factor: lower,
        })
    }

    /// Draws anew all coordinates of `point` not in `fixed`, given those that are.
    pub fn redraw(&self, fixed: &[usize], point: &mut [f64], stream: &mut Stream) {
        let independent: Vec<f64> = self
            .factor
            .iter()
            .map(|_| normal::quantile(uniform_open(stream)))
            .collect();
        self.renew(fixed, point, &independent);
    }

    /// As [`Self::redraw`], from independent standard normal numbers, one for each variable.
    ///
    /// A joint draw z′ is moved by what its fixed part lacks: z_U = z′_U + Σ_UF Σ_FF⁻¹ (z_F − z′_F), which has the
    /// conditional distribution exactly (Journel and Huijbregts 1978, conditioning by kriging). Coordinates beyond the
    /// number of variables are left as they are.
    pub fn renew(&self, fixed: &[usize], point: &mut [f64], independent: &[f64]) {
        let joint = self.joint(independent);
        let fixed: Vec<usize> = fixed.iter().copied().filter(|&i| i < joint.len()).collect();
        let lack: Vec<f64> = fixed.iter().map(|&i| point[i] - joint[i]).collect();
        // The covariance comes from a factor with a positive diagonal; where rounding denies it, nothing is moved.
        let pull = cholesky(&part(&self.covariance, &fixed))
            .map_or_else(|_| vec![0.0; fixed.len()], |factor| solve(&factor, &lack));
        for (i, value) in point.iter_mut().enumerate().take(joint.len()) {
            if !fixed.contains(&i) {
                let with = fixed.iter().map(|&j| self.covariance[i][j]);
                *value = joint[i] + with.zip(&pull).map(|(c, p)| c * p).sum::<f64>();
            }
        }
    }

    /// The variables that independent standard normal numbers make: L e.
    pub fn joint(&self, independent: &[f64]) -> Vec<f64> {
        let rows = self.factor.iter();
        rows.map(|row| dot(row, independent)).collect()
    }

    /// The independent standard normal numbers that make a point: L⁻¹ z.
    pub fn independent(&self, point: &[f64]) -> Vec<f64> {
        forward(&self.factor, &point[..self.factor.len()])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Streams;

    /// Two variables of variances 4 and 1 and covariance 1.2: given the second at 1.5, the first has mean 1.8 and
    /// variance 2.56. Of 40,000 draws the standard errors are 0.008 and 2.56·√(2/40,000) = 0.018; five of them.
    #[test]
    fn the_conditional_distribution_is_right() {
        let sampler = Normal::new(&[vec![2.0], vec![0.6, 0.8]]).unwrap();
        let mut stream = Streams::new(2).stream("conditional", 0);
        let mut point = [0.0, 1.5];
        let draws: Vec<f64> = (0..40_000)
            .map(|_| {
                sampler.redraw(&[1], &mut point, &mut stream);
                point[0]
            })
            .collect();
        assert_eq!(point[1], 1.5);
        let (mean, variance) = super::super::error::moments("draw", 0, &draws).unwrap();
        assert!((mean - 1.8).abs() < 0.04, "{mean}");
        assert!((variance - 2.56).abs() < 0.09, "{variance}");
    }

    #[test]
    fn factors_without_a_distribution_are_refused() {
        assert!(Normal::new(&[vec![1.0], vec![0.5]]).is_err());
        assert!(Normal::new(&[vec![0.0]]).is_err());
        assert!(Normal::new(&[vec![f64::NAN]]).is_err());
    }
}
