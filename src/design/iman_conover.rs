//! Rank correlation by reordering (Iman and Conover, 1982): the values of every column stay exactly
//! as they are, and their order is chosen so that the columns depend on each other as asked.

use super::{DesignError, hash};
use crate::special::normal;

/// Columns of a sample, or rows of a matrix.
type Matrix = Vec<Vec<f64>>;

/// How far the rows of a Cholesky factor may be from the length 1.
const TOLERANCE: f64 = 1e-9;

/// Reorders each column so that its normal scores have, as near as ranks allow, the correlation matrix
/// P·Pᵀ, for `cholesky` the rows of its lower triangular factor P; only places up to the diagonal are
/// read.
///
/// For a rank correlation r of Spearman take the matrix of 2·sin(πr/6) (Pearson, 1907). The chance
/// that is left comes from `key`.
///
/// # Errors
/// No columns, columns of different lengths, not more rows than columns, a value that is not a number,
/// or rows of `cholesky` that are not of length 1 with a diagonal above 0.
pub fn reorder(
    columns: &mut [Vec<f64>],
    cholesky: &[Vec<f64>],
    key: u64,
) -> Result<(), DesignError> {
    check_columns(columns)?;
    check_factor(columns.len(), cholesky)?;
    let rows = columns[0].len();
    let targets = targets(rows, cholesky, key)?;
    for (column, target) in columns.iter_mut().zip(targets) {
        let mut sorted = column.clone();
        sorted.sort_by(f64::total_cmp);
        let mut places: Vec<usize> = (0..rows).collect();
        places.sort_by(|&i, &j| target[i].total_cmp(&target[j]));
        for (place, value) in places.into_iter().zip(sorted) {
            column[place] = value;
        }
    }
    Ok(())
}

/// Columns whose ranks the reordered columns take: normal scores in random order, freed of the
/// correlation that they have by chance, and given the one asked for.
fn targets(rows: usize, cholesky: &[Vec<f64>], key: u64) -> Result<Matrix, DesignError> {
    let (scores, chance) = independent_scores(rows, cholesky.len(), key)?;
    let mut free: Matrix = Vec::with_capacity(cholesky.len());
    for (score, l) in scores.iter().zip(&chance) {
        let rest = |row: usize| (score[row] - combine(&free, l, row)) / l[l.len() - 1];
        let column = (0..rows).map(rest).collect();
        free.push(column);
    }
    let target = |(j, p): (usize, &Vec<f64>)| {
        let places = 0..rows;
        places.map(|row| combine(&free[..=j], p, row)).collect()
    };
    Ok(cholesky.iter().enumerate().map(target).collect())
}

/// The sum of columns with these weights, in one row, as far as the fewer go.
fn combine(columns: &[Vec<f64>], weights: &[f64], row: usize) -> f64 {
    columns.iter().zip(weights).map(|(c, w)| c[row] * w).sum()
}

/// Shuffled scores, one column each, and the Cholesky factor of their correlations. A few rows may by
/// chance come in dependent orders; then they are shuffled again.
fn independent_scores(
    rows: usize,
    columns: usize,
    key: u64,
) -> Result<(Matrix, Matrix), DesignError> {
    const ATTEMPTS: u64 = 100;
    let shuffle = |attempt| {
        let key = hash(key, attempt);
        let scores: Matrix = (0..columns as u64)
            .map(|column| shuffled_scores(rows, hash(key, column)))
            .collect();
        cholesky_of(&correlations(&scores)).map(|factor| (scores, factor))
    };
    (0..ATTEMPTS).find_map(shuffle).ok_or(DesignError::Factor(
        "there are too few rows for so many columns",
    ))
}

/// The scores Φ⁻¹(i/(n + 1)) of van der Waerden in an order that belongs to the key.
fn shuffled_scores(rows: usize, key: u64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..rows).collect();
    order.sort_by_cached_key(|&row| hash(key, row as u64));
    let score = |rank: usize| normal::quantile((rank + 1) as f64 / (rows + 1) as f64);
    order.into_iter().map(score).collect()
}

/// Correlations of columns whose mean is 0 and which have the same sum of squares.
fn correlations(columns: &[Vec<f64>]) -> Matrix {
    let square = dot(&columns[0], &columns[0]);
    let with = |a: &Vec<f64>| columns.iter().map(|b| dot(a, b) / square).collect();
    columns.iter().map(with).collect()
}

/// The lower triangular factor of a correlation matrix; nothing if it is singular.
fn cholesky_of(matrix: &[Vec<f64>]) -> Option<Matrix> {
    let mut factor: Matrix = Vec::with_capacity(matrix.len());
    for (i, given) in matrix.iter().enumerate() {
        let mut row = Vec::with_capacity(i + 1);
        for (j, above) in factor.iter().enumerate() {
            row.push((given[j] - dot(above, &row)) / above[j]);
        }
        let rest = given[i] - dot(&row, &row);
        if !(rest > TOLERANCE) {
            return None;
        }
        row.push(rest.sqrt());
        factor.push(row);
    }
    Some(factor)
}

/// The sum of products, as far as the shorter goes.
fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

fn check_columns(columns: &[Vec<f64>]) -> Result<(), DesignError> {
    let rows = columns.first().ok_or(DesignError::NoFactors)?.len();
    for (number, column) in columns.iter().enumerate() {
        if column.len() != rows {
            return Err(DesignError::Lengths {
                what: "rows of all columns",
                left: rows as u64,
                right: column.len() as u64,
            });
        }
        if let Some(row) = column.iter().position(|value| value.is_nan()) {
            return Err(DesignError::NotANumber {
                column: number,
                row,
            });
        }
    }
    match rows > columns.len() {
        true => Ok(()),
        false => Err(DesignError::Factor("there must be more rows than columns")),
    }
}

fn check_factor(columns: usize, cholesky: &[Vec<f64>]) -> Result<(), DesignError> {
    if cholesky.len() != columns {
        return Err(DesignError::Lengths {
            what: "columns and rows of the Cholesky factor",
            left: columns as u64,
            right: cholesky.len() as u64,
        });
    }
    for (i, row) in cholesky.iter().enumerate() {
        let row = row
            .get(..=i)
            .ok_or(DesignError::Factor("a row ends before the diagonal"))?;
        if !(row[i] > 0.0) {
            return Err(DesignError::Factor("the diagonal must be above 0"));
        }
        if !((dot(row, row) - 1.0).abs() <= TOLERANCE) {
            return Err(DesignError::Factor("every row must have length 1"));
        }
    }
    Ok(())
}

#[cfg(test)]
#[path = "iman_conover/tests.rs"]
mod tests;
