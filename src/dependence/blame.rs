//! Which pair makes a matrix of correlations impossible.

use super::cholesky::{cholesky, dot, forward};
use super::correlation::{CorrelationMatrix, Pair, TOLERANCE};

/// Correlations that no variables can have together, with the pair to blame.
///
/// Names are taken in their order. The first of them whose leading minor is not positive definite ends the search;
/// candidates are the pairs that were given among the names up to it. For each of them, what all other pairs
/// leave open is an interval (the partial correlation given all other names must lie in (−1, 1); Yule, 1907), which
/// may be empty. The pair whose correlation misses its interval by least is to blame, the first by name among equals. Where one
/// pair alone repairs nothing, it is the candidate of the greatest absolute correlation.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("`{}` and `{}` cannot have the correlation {} beside all others", .0.first, .0.second, .0.value)]
pub struct NotPositiveDefinite(pub Blame);

/// The pair to blame.
#[derive(Debug, Clone, PartialEq)]
pub struct Blame {
    /// One of the two variables, the first by name.
    pub first: String,
    /// The other.
    pub second: String,
    /// Their correlation.
    pub value: f64,
    /// The open interval of correlations that this pair may have, all others staying as they are; `None` where changing
    /// one pair alone repairs nothing.
    pub admissible: Option<(f64, f64)>,
}

/// The pair to blame in a matrix whose leading minor up to position `last` is the first that fails.
pub(super) fn blame(matrix: &CorrelationMatrix, last: usize) -> NotPositiveDefinite {
    let candidates = matrix.pairs().iter().filter(|(_, second)| *second <= last);
    let mut best: Option<(f64, Pair, (f64, f64))> = None;
    let mut worst: Pair = (0, last);
    for &pair in candidates {
        if matrix.at(pair).abs() > matrix.at(worst).abs() || worst.0 == worst.1 {
            worst = pair;
        }
        let Some((low, high)) = admissible(matrix, pair) else {
            continue;
        };
        let value = matrix.at(pair);
        let missed = (low - value).max(value - high);
        if best.is_none_or(|(least, ..)| missed < least - 1e-12) {
            best = Some((missed, pair, (low, high)));
        }
    }
    let (pair, admissible) = best.map_or((worst, None), |(_, pair, open)| (pair, Some(open)));
    NotPositiveDefinite(Blame {
        first: matrix.names()[pair.0].clone(),
        second: matrix.names()[pair.1].clone(),
        value: matrix.at(pair),
        admissible,
    })
}

/// Correlations of `pair` with which the matrix is positive definite, all others staying as they are: those
/// whose partial correlation is between −1 and 1.
fn admissible(matrix: &CorrelationMatrix, pair: Pair) -> Option<(f64, f64)> {
    let all = 0..matrix.names().len();
    let others: Vec<usize> = all.filter(|i| *i != pair.0 && *i != pair.1).collect();
    let factor = cholesky(&matrix.part(&others), TOLERANCE).ok()?;
    let with = |i: usize| -> Vec<f64> { others.iter().map(|j| matrix.at((i, *j))).collect() };
    let first = forward(&factor, &with(pair.0));
    let second = forward(&factor, &with(pair.1));
    let left = |x: &[f64]| 1.0 - dot(x, x);
    if !(left(&first) > TOLERANCE && left(&second) > TOLERANCE) {
        return None;
    }
    let middle = dot(&first, &second);
    let half = (left(&first) * left(&second)).sqrt();
    Some((middle - half, middle + half))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn blamed(pairs: &[(&str, &str, f64)]) -> Blame {
        let matrix = CorrelationMatrix::new(pairs).unwrap();
        matrix.factor().unwrap_err().0
    }

    fn close(a: f64, b: f64) -> bool {
        (a - b).abs() < 1e-12
    }

    #[test]
    fn the_pair_that_misses_by_least_is_named() {
        // The last may be 0.6·0.6 ± 0.8·0.8, and misses by 0.22; the other two 0.6·(−0.5) ± 0.8·√0.75, by 0.207.
        let blame = blamed(&[("a", "b", 0.6), ("b", "c", 0.6), ("a", "c", -0.5)]);
        assert_eq!((blame.first.as_str(), blame.second.as_str()), ("a", "b"));
        let (low, high) = blame.admissible.unwrap();
        let half = 0.8 * 0.75_f64.sqrt();
        assert!(
            close(low, -0.3 - half) && close(high, half - 0.3),
            "{low} {high}"
        );
    }

    #[test]
    fn two_names_may_not_be_one() {
        let blame = blamed(&[("a", "b", 1.0)]);
        assert_eq!(blame.admissible, Some((-1.0, 1.0)));
    }

    #[test]
    fn names_that_come_later_are_not_blamed() {
        let blame = blamed(&[
            ("a", "b", 0.9),
            ("b", "c", 0.9),
            ("a", "c", -0.9),
            ("y", "z", 0.5),
        ]);
        assert!(blame.second.as_str() <= "c");
    }

    #[test]
    fn two_faults_have_no_single_repair() {
        let blame = blamed(&[
            ("a", "b", 0.9),
            ("b", "c", 0.9),
            ("a", "c", -0.95),
            ("x", "y", 0.9),
            ("y", "z", 0.9),
            ("x", "z", -0.9),
        ]);
        assert_eq!((blame.first.as_str(), blame.second.as_str()), ("a", "c"));
        assert_eq!(blame.admissible, None);
    }

    const NAMES: [&str; 5] = ["a", "b", "c", "d", "e"];

    fn pairs_of(values: &[f64]) -> Vec<(&'static str, &'static str, f64)> {
        let pairs = (0..5).flat_map(|i| (i + 1..5).map(move |j| (i, j)));
        let named = |((i, j), value): ((usize, usize), &f64)| (NAMES[i], NAMES[j], *value);
        pairs.zip(values).map(named).collect()
    }

    proptest! {
        /// Correlations of random factors are positive definite; L·Lᵀ gives them back.
        #[test]
        fn correlations_of_something_are_accepted(
            loads in prop::collection::vec(-1.0..1.0_f64, 25)
        ) {
            let row = |i: usize| -> Vec<f64> {
                let mut row = loads[5 * i..5 * i + 5].to_vec();
                // Above the sum of the others: independent rows.
                row[i] += 5.0;
                let length = dot(&row, &row).sqrt();
                row.iter().map(|x| x / length).collect()
            };
            let rows: Vec<Vec<f64>> = (0..5).map(row).collect();
            let values: Vec<f64> = (0..5)
                .flat_map(|i| (i + 1..5).map(move |j| (i, j)))
                .map(|(i, j)| dot(&rows[i], &rows[j]))
                .collect();
            let factor = CorrelationMatrix::new(&pairs_of(&values)).unwrap().factor().unwrap();
            for i in 0..5 {
                for j in 0..5 {
                    let back = dot(&factor[i], &factor[j]);
                    prop_assert!((back - dot(&rows[i], &rows[j])).abs() < 1e-12);
                }
            }
        }

        /// Inside the interval the matrix is accepted, outside it is not.
        #[test]
        fn the_interval_is_right(values in prop::collection::vec(-0.9..0.9_f64, 10)) {
            let pairs = pairs_of(&values);
            let Err(NotPositiveDefinite(blame)) = CorrelationMatrix::new(&pairs).unwrap().factor() else {
                return Ok(());
            };
            let Some((low, high)) = blame.admissible else {
                return Ok(());
            };
            prop_assert!(blame.value <= low + 1e-6 || blame.value >= high - 1e-6);
            prop_assume!(high - low > 1e-3);
            let with = |value: f64| {
                let other = |p: &(&'static str, &'static str, f64)| {
                    let is_it = p.0 == blame.first && p.1 == blame.second;
                    (p.0, p.1, if is_it { value } else { p.2 })
                };
                let pairs: Vec<_> = pairs.iter().map(other).collect();
                CorrelationMatrix::new(&pairs).unwrap().factor().is_ok()
            };
            for share in [0.01, 0.5, 0.99] {
                prop_assert!(with(low + share * (high - low)));
            }
            for outside in [low - 0.01, high + 0.01] {
                prop_assert!(!(-1.0..=1.0).contains(&outside) || !with(outside));
            }
        }
    }
}
