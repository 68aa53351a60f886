//! The Cholesky factor of a symmetric matrix.

/// Rows of the lower triangular factor L of L·Lᵀ = `matrix`, row i with i + 1 entries; only the lower triangle is read.
///
/// A pivot of at most `tolerance` times its diagonal element counts as dependence on the rows before.
///
/// # Errors
///
/// The first row, from 0, whose leading minor is not positive definite.
pub fn cholesky(matrix: &[Vec<f64>], tolerance: f64) -> Result<Vec<Vec<f64>>, usize> {
    let mut factor: Vec<Vec<f64>> = Vec::with_capacity(matrix.len());
    for (i, given) in matrix.iter().enumerate() {
        let mut row = forward(&factor, given);
        let rest = given[i] - dot(&row, &row);
        if !(rest > tolerance * given[i].abs() && rest.is_finite()) {
            return Err(i);
        }
        row.push(rest.sqrt());
        factor.push(row);
    }
    Ok(factor)
}

/// The solution x of L·x = b, for as many rows as L has.
pub(super) fn forward(factor: &[Vec<f64>], b: &[f64]) -> Vec<f64> {
    let mut x: Vec<f64> = Vec::with_capacity(factor.len() + 1);
    for (row, b) in factor.iter().zip(b) {
        x.push((b - dot(row, &x)) / row[x.len()]);
    }
    x
}

/// The sum of products, as far as the shorter goes.
pub(super) fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_matrices_are_exact() {
        let matrix = [
            vec![4.0, 12.0, -16.0],
            vec![12.0, 37.0, -43.0],
            vec![-16.0, -43.0, 98.0],
        ];
        let factor = [vec![2.0], vec![6.0, 1.0], vec![-8.0, 5.0, 3.0]];
        assert_eq!(cholesky(&matrix, 1e-12).unwrap(), factor);
        assert_eq!(cholesky(&[], 1e-12).unwrap(), Vec::<Vec<f64>>::new());
    }

    #[test]
    fn the_first_minor_that_fails_is_named() {
        let singular = [
            vec![1.0, 0.0, 1.0, 0.0],
            vec![0.0, 1.0, 0.0, 0.0],
            vec![1.0, 0.0, 1.0, 0.0],
            vec![0.0, 0.0, 0.0, 1.0],
        ];
        assert_eq!(cholesky(&singular, 1e-12), Err(2));
        assert_eq!(cholesky(&[vec![f64::NAN]], 1e-12), Err(0));
        assert_eq!(cholesky(&[vec![f64::INFINITY]], 1e-12), Err(0));
        assert_eq!(cholesky(&[vec![-1.0]], 1e-12), Err(0));
    }
}
