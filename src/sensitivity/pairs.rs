//! Interactions of pairs of independent inputs, from the samples of [`super::sobol`].
//!
//! - [`interactions`] needs no further runs: the total interaction of i and j, the sum of the indices of all sets of
//!   inputs that hold both, is T_i + T_j − T_ij, and with the estimator of Jansen (1999) for each this is
//!   mean((f_A − f_ABi)(f_A − f_ABj)) / V (superset importance: Liu and Owen 2006; Fruth, Roustant and Kuhnt 2014).
//! - [`second_order`] needs BA_i, the sample B with column i from A, as well: the index of the pair alone is
//!   S_ij = (mean(f_ABi f_BAj − f_A f_B) + mean(f_ABj f_BAi − f_A f_B)) / 2V − S_i − S_j (Saltelli 2002, theorem 2).
//!
//! Saltelli, A. (2002) Comput. Phys. Commun. 145, 280. Liu, R. and Owen, A. B. (2006) J. Am. Stat. Assoc. 101, 712.
//! Fruth, J., Roustant, O. and Kuhnt, S. (2014) J. Stat. Plan. Inference 147, 212.

use super::error::{SensitivityError, columns, length};
use super::resampling::{Estimate, LANES, Resampling, Weights, add, blocks, lanes, weighted};
use super::sobol::{checked, variances};

/// An index of two inputs, as a share of the variance of the output.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    /// Numbers of the two inputs, the lower first.
    pub inputs: (usize, usize),
    /// The index.
    pub index: Estimate,
}

/// Total interaction of every pair of inputs, (0, 1), (0, 2), …, (1, 2), …
///
/// # Errors
/// As [`super::sobol::indices`].
pub fn interactions<C: AsRef<[f64]> + Sync>(
    a: &[f64],
    b: &[f64],
    ab: &[C],
    resampling: &Resampling,
) -> Result<Vec<Pair>, SensitivityError> {
    let centre = checked(a, b, ab)?;
    estimated(a, b, ab.len(), centre, resampling, |(i, j), row| {
        (a[row] - ab[i].as_ref()[row]) * (a[row] - ab[j].as_ref()[row])
    })
}

/// Second-order index of every pair of inputs, (0, 1), (0, 2), …, (1, 2), …
///
/// # Errors
/// As [`super::sobol::indices`].
pub fn second_order<C: AsRef<[f64]> + Sync>(
    a: &[f64],
    b: &[f64],
    ab: &[C],
    ba: &[C],
    resampling: &Resampling,
) -> Result<Vec<Pair>, SensitivityError> {
    let centre = checked(a, b, ab)?;
    length("output of BA", 0, ba.len(), ab.len())?;
    columns("output of BA", ba, a.len())?;
    let of = |columns: &[C], i: usize, row: usize| columns[i].as_ref()[row] - centre;
    estimated(a, b, ab.len(), centre, resampling, |(i, j), row| {
        let (a, b) = (a[row] - centre, b[row] - centre);
        let closed = of(ab, i, row) * of(ba, j, row) + of(ab, j, row) * of(ba, i, row);
        0.5 * closed - a * b - b * (of(ab, i, row) + of(ab, j, row) - 2.0 * a)
    })
}

/// Mean of a term in units of the variance, for all pairs.
fn estimated(
    a: &[f64],
    b: &[f64],
    inputs: usize,
    centre: f64,
    resampling: &Resampling,
    term: impl Fn((usize, usize), usize) -> f64 + Sync,
) -> Result<Vec<Pair>, SensitivityError> {
    let pairs: Vec<(usize, usize)> = (0..inputs)
        .flat_map(|i| (i + 1..inputs).map(move |j| (i, j)))
        .collect();
    let estimates = resampling.estimates(a.len(), |weights| {
        means(a, b, &pairs, centre, weights, &term)
    });
    Ok(pairs
        .iter()
        .zip(estimates)
        .map(|(&inputs, index)| Pair { inputs, index })
        .collect())
}

fn means(
    a: &[f64],
    b: &[f64],
    pairs: &[(usize, usize)],
    centre: f64,
    weights: &[Weights],
    term: &(impl Fn((usize, usize), usize) -> f64 + Sync),
) -> Vec<Weights> {
    let mut sums = vec![[0.0; LANES]; pairs.len()];
    for rows in blocks(a.len()) {
        for (sum, &pair) in sums.iter_mut().zip(pairs) {
            let terms = rows.clone().map(|row| [term(pair, row)]);
            let [product] = weighted(&weights[rows.clone()], terms);
            add(sum, &product);
        }
    }
    let variance = variances(a, b, centre, weights);
    let n = a.len() as f64;
    for sum in &mut sums {
        *sum = lanes(|lane| sum[lane] / (n * variance[lane]));
    }
    sums
}
