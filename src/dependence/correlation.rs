//! Correlation matrices of named variables.

use super::blame::{NotPositiveDefinite, blame};
use super::cholesky::cholesky;

/// A pivot of at most this share of its diagonal element counts as nought.
pub(super) const TOLERANCE: f64 = 1e-9;

/// Two variables, by their positions among the sorted names, the smaller first.
pub type Pair = (usize, usize);

/// A matrix of correlations: of the variables that some pair names, in the order of their names. Pairs that are not
/// given are uncorrelated.
#[derive(Debug, Clone, PartialEq)]
pub struct CorrelationMatrix {
    names: Vec<String>,
    rows: Vec<Vec<f64>>,
    /// The pairs that were given, sorted.
    pairs: Vec<Pair>,
}

/// Correlations that are not those of any variables.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum CorrelationError {
    /// Outside [−1, 1], or not a number.
    #[error("a correlation is from -1 to 1, not {value}: `{first}` and `{second}`")]
    Range {
        /// One of the two variables.
        first: String,
        /// The other.
        second: String,
        /// Their correlation.
        value: f64,
    },
    /// The same pair more than once, in either order.
    #[error("the correlation of `{first}` and `{second}` is given twice")]
    Twice {
        /// One of the two variables.
        first: String,
        /// The other.
        second: String,
    },
    /// A variable with itself.
    #[error("`{0}` is paired with itself")]
    Itself(String),
}

impl CorrelationMatrix {
    /// The matrix of correlations, in any order.
    ///
    /// # Errors
    ///
    /// [`CorrelationError`]; whether the matrix is positive definite is seen by [`Self::factor`].
    pub fn new(correlations: &[(&str, &str, f64)]) -> Result<Self, CorrelationError> {
        let mut names: Vec<String> = correlations
            .iter()
            .flat_map(|(a, b, _)| [(*a).to_owned(), (*b).to_owned()])
            .collect();
        names.sort();
        names.dedup();
        let mut rows = identity(names.len());
        let mut pairs = Vec::with_capacity(correlations.len());
        for &(first, second, value) in correlations {
            let pair = pair(&names, first, second)?;
            let (first, second) = (first.to_owned(), second.to_owned());
            if !(-1.0..=1.0).contains(&value) {
                return Err(CorrelationError::Range {
                    first,
                    second,
                    value,
                });
            }
            if pairs.contains(&pair) {
                return Err(CorrelationError::Twice { first, second });
            }
            pairs.push(pair);
            rows[pair.0][pair.1] = value;
            rows[pair.1][pair.0] = value;
        }
        pairs.sort_unstable();
        Ok(Self { names, rows, pairs })
    }

    /// The variables, sorted by name.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The correlation of two variables, by their positions in [`Self::names`].
    pub fn at(&self, (first, second): Pair) -> f64 {
        self.rows[first][second]
    }

    /// The pairs that were given, sorted.
    pub fn pairs(&self) -> &[Pair] {
        &self.pairs
    }

    /// Rows of the lower triangular factor L of L·Lᵀ.
    ///
    /// # Errors
    ///
    /// The pair to blame when the matrix is not positive definite: see [`NotPositiveDefinite`].
    pub fn factor(&self) -> Result<Vec<Vec<f64>>, NotPositiveDefinite> {
        cholesky(&self.rows, TOLERANCE).map_err(|last| blame(self, last))
    }

    /// The rows and columns at these positions, in this order.
    pub(super) fn part(&self, chosen: &[usize]) -> Vec<Vec<f64>> {
        let row = |i: &usize| chosen.iter().map(|j| self.rows[*i][*j]).collect();
        chosen.iter().map(row).collect()
    }
}

fn identity(size: usize) -> Vec<Vec<f64>> {
    let row = |i| (0..size).map(|j| f64::from(u8::from(i == j))).collect();
    (0..size).map(row).collect()
}

fn pair(names: &[String], first: &str, second: &str) -> Result<Pair, CorrelationError> {
    let place = |name: &str| names.partition_point(|n| n.as_str() < name);
    let (i, j) = (place(first), place(second));
    match i == j {
        true => Err(CorrelationError::Itself(first.to_owned())),
        false => Ok((i.min(j), i.max(j))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_does_not_matter() {
        let one = CorrelationMatrix::new(&[("b", "a", 0.5), ("c", "b", 0.25)]).unwrap();
        let two = CorrelationMatrix::new(&[("b", "c", 0.25), ("a", "b", 0.5)]).unwrap();
        assert_eq!(one, two);
        assert_eq!(one.names(), ["a", "b", "c"]);
        assert_eq!(one.pairs(), [(0, 1), (1, 2)]);
        assert_eq!(one.at((2, 1)), 0.25);
        assert_eq!(one.at((0, 2)), 0.0);
    }

    #[test]
    fn factors_are_exact() {
        let matrix = CorrelationMatrix::new(&[("a", "b", 0.6)]).unwrap();
        let factor = matrix.factor().unwrap();
        assert_eq!(factor[0], [1.0]);
        assert!((factor[1][0] - 0.6).abs() < 1e-16 && (factor[1][1] - 0.8).abs() < 1e-15);
    }

    #[test]
    fn nonsense_is_refused() {
        let refused = |pairs: &[(&str, &str, f64)]| CorrelationMatrix::new(pairs).unwrap_err();
        for value in [1.000_001, -1.5, f64::NAN, f64::INFINITY] {
            let error = refused(&[("a", "b", value)]);
            assert!(matches!(error, CorrelationError::Range { .. }), "{value}");
        }
        let twice = refused(&[("a", "b", 0.1), ("b", "a", 0.1)]);
        assert!(matches!(twice, CorrelationError::Twice { .. }));
        let itself = refused(&[("a", "a", 1.0)]);
        assert_eq!(itself, CorrelationError::Itself("a".into()));
    }
}
