//! Symmetric positive definite matrices, as needed for regressions and conditional normal distributions.

use super::error::SensitivityError;

/// Lower triangle of the Cholesky factor of a symmetric matrix of which only the lower triangle is read.
///
/// A pivot below 10⁻¹² of its diagonal element counts as dependence on the columns before.
pub(super) fn cholesky(matrix: &[Vec<f64>]) -> Result<Vec<Vec<f64>>, SensitivityError> {
    let mut factor: Vec<Vec<f64>> = Vec::with_capacity(matrix.len());
    for (i, row) in matrix.iter().enumerate() {
        let mut new = vec![0.0; i + 1];
        for j in 0..=i {
            let above = if j == i { &new } else { &factor[j] };
            let rest = row[j] - dot(&new[..j], &above[..j]);
            if j < i {
                new[j] = rest / factor[j][j];
            } else if rest > 1e-12 * row[i].abs() && rest.is_finite() {
                new[i] = rest.sqrt();
            } else {
                return Err(SensitivityError::NotPositiveDefinite { column: i });
            }
        }
        factor.push(new);
    }
    Ok(factor)
}

/// Solution of L Lᵀ x = b.
pub(super) fn solve(factor: &[Vec<f64>], b: &[f64]) -> Vec<f64> {
    let mut x = forward(factor, b);
    for i in (0..x.len()).rev() {
        x[i] /= factor[i][i];
        for j in 0..i {
            x[j] -= factor[i][j] * x[i];
        }
    }
    x
}

/// Solution of L x = b.
pub(super) fn forward(factor: &[Vec<f64>], b: &[f64]) -> Vec<f64> {
    let mut x: Vec<f64> = Vec::with_capacity(b.len());
    for (row, b) in factor.iter().zip(b) {
        let rest = b - dot(&row[..x.len()], &x);
        x.push(rest / row[x.len()]);
    }
    x
}

/// Rows and columns `chosen` of a matrix.
pub(super) fn part(matrix: &[Vec<f64>], chosen: &[usize]) -> Vec<Vec<f64>> {
    chosen
        .iter()
        .map(|&i| chosen.iter().map(|&j| matrix[i][j]).collect())
        .collect()
}

/// L Lᵀ of a lower triangular matrix whose row i has i + 1 entries.
pub(super) fn product(factor: &[Vec<f64>]) -> Vec<Vec<f64>> {
    factor
        .iter()
        .map(|a| factor.iter().map(|b| dot(a, b)).collect())
        .collect()
}

/// Sum of products, over the entries that both have.
pub(super) fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}
