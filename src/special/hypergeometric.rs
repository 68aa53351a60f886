//! The hypergeometric distribution.

use super::saddle::{deviance, factorial_remainder};

/// ln P(X = k): k successes among `draws` draws without replacement from a population with
/// `successes` successes, in the form of Loader (2000): right for populations up to 2⁶³.
///
/// −∞ outside the support, also when there are more successes or draws than population.
pub fn ln_probability(k: u64, population: u64, successes: u64, draws: u64) -> f64 {
    let Some(cells) = cells(k, population, successes, draws) else {
        return f64::NEG_INFINITY;
    };
    if population == 0 {
        return 0.0;
    }
    // The exact difference between the first cell and its mean, in units of 1/population.
    let scaled = (u128::from(k) * u128::from(population)) as i128
        - (u128::from(successes) * u128::from(draws)) as i128;
    let total = population as f64;
    let difference = scaled as f64 / total;
    let rows = [successes as f64, (population - successes) as f64];
    let columns = [draws as f64, (population - draws) as f64];
    let margins: f64 = rows
        .iter()
        .chain(&columns)
        .map(|&m| factorial_remainder(m))
        .sum();
    let table: f64 = cells
        .iter()
        .enumerate()
        .map(|(index, &cell)| {
            let mean = rows[index / 2] * (columns[index % 2] / total);
            let sign = if index == 0 || index == 3 { 1.0 } else { -1.0 };
            let x = cell as f64;
            let fit = if mean > 0.0 {
                deviance(x, mean, sign * difference)
            } else {
                0.0
            };
            factorial_remainder(x) + fit
        })
        .sum();
    margins - factorial_remainder(total) - table
}

/// P(X = k), see [`ln_probability`].
pub fn probability(k: u64, population: u64, successes: u64, draws: u64) -> f64 {
    libm::exp(ln_probability(k, population, successes, draws))
}

/// The two-by-two table: successes and others down, drawn and left across.
fn cells(k: u64, population: u64, successes: u64, draws: u64) -> Option<[u64; 4]> {
    let others = population.checked_sub(successes)?;
    let others_drawn = draws.checked_sub(k)?;
    Some([
        k,
        successes.checked_sub(k)?,
        others_drawn,
        others.checked_sub(others_drawn)?,
    ])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::special::reference::assert_matches_reference;

    #[test]
    fn agrees_with_fifty_digits() {
        let count = |x: f64| x as u64;
        assert_matches_reference("hypergeometric_ln_probability", 1e-11, |a| {
            ln_probability(count(a[0]), count(a[1]), count(a[2]), count(a[3]))
        });
    }

    #[test]
    fn ends() {
        assert_eq!(probability(0, 0, 0, 0), 1.0);
        assert_eq!(probability(3, 10, 3, 10), 1.0);
        assert_eq!(probability(0, 10, 0, 4), 1.0);
        assert_eq!(probability(5, 10, 4, 5), 0.0);
        assert_eq!(probability(0, 10, 8, 5), 0.0);
        assert_eq!(probability(0, 10, 11, 5), 0.0);
    }
}
