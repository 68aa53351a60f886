//! Draws that share a total out over several cells.

use rand::Rng;

use super::hypergeometric::hypergeometric;
use super::{Binomial, ParameterError};

/// Takes `draws` items without replacement from a population with `counts` items of each kind, and
/// writes how many of each kind were taken to `out`.
///
/// Draws above the population take everything. The population must be below 2⁶³.
///
/// # Panics
///
/// If `out` is not as long as `counts`.
pub fn multivariate_hypergeometric<R: Rng + ?Sized>(
    rng: &mut R,
    counts: &[u64],
    draws: u64,
    out: &mut [u64],
) {
    assert_eq!(counts.len(), out.len(), "one result for each kind");
    let mut population = counts
        .iter()
        .fold(0_u64, |sum, &count| sum.saturating_add(count));
    let mut left = draws;
    for (&count, taken) in counts.iter().zip(out) {
        *taken = hypergeometric(rng, population, count, left);
        population -= count.min(population);
        left -= *taken;
    }
}

/// Shares `n` items out over cells, each item independently in proportion to `weights`, and writes
/// the number in each cell to `out`.
///
/// The weights need not add up to one. A cell without weight gets nothing, the last cell with
/// weight what the others leave.
///
/// # Errors
///
/// [`ParameterError::Weight`] if a weight is negative or the sum is not finite,
/// [`ParameterError::NoWeight`] if there is something to share out and no weight. Nothing is drawn
/// then, and `out` is unchanged.
///
/// # Panics
///
/// If `out` is not as long as `weights`.
pub fn multinomial<R: Rng + ?Sized>(
    rng: &mut R,
    n: u64,
    weights: &[f64],
    out: &mut [u64],
) -> Result<(), ParameterError> {
    assert_eq!(weights.len(), out.len(), "one result for each weight");
    let mut total = 0.0;
    for &weight in weights {
        total += weight;
        if !(weight >= 0.0 && f64::is_finite(total)) {
            return Err(ParameterError::Weight(weight));
        }
    }
    let Some(last) = weights.iter().rposition(|&weight| weight > 0.0) else {
        out.fill(0);
        return if n == 0 {
            Ok(())
        } else {
            Err(ParameterError::NoWeight)
        };
    };
    // The weight from each cell on, added up from the end so that small weights are not lost.
    let mut remaining = weights[..=last].to_vec();
    for index in (0..last).rev() {
        remaining[index] += remaining[index + 1];
    }
    out.fill(0);
    let mut left = n;
    for index in 0..last {
        let share = weights[index] / remaining[index];
        out[index] = Binomial::draw(rng, left, share)?;
        left -= out[index];
    }
    out[last] = left;
    Ok(())
}
