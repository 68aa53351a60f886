//! The Gaussian copula: uniform numbers that depend on each other.

use super::blame::NotPositiveDefinite;
use super::correlation::CorrelationMatrix;
use crate::special::normal;

/// The least and the greatest number that come out: no distribution is asked for its quantile at 0 or 1.
const ENDS: (f64, f64) = (f64::MIN_POSITIVE, 1.0 - f64::EPSILON / 2.0);

/// Turns independent uniform numbers into dependent ones: u = Φ(L·Φ⁻¹(u)) with L the Cholesky factor of a correlation matrix
/// (Nelsen, 2006, §2.3; Iman and Conover, 1982, use the same factor).
#[derive(Debug, Clone, PartialEq)]
pub struct GaussianCopula {
    factor: Vec<Vec<f64>>,
}

impl GaussianCopula {
    /// The copula of normal variables with these correlations; see [`super::pearson_of_spearman`] for rank correlations.
    ///
    /// # Errors
    ///
    /// [`NotPositiveDefinite`] names the pair to blame.
    pub fn new(matrix: &CorrelationMatrix) -> Result<Self, NotPositiveDefinite> {
        let factor = matrix.factor()?;
        Ok(Self { factor })
    }

    /// Number of variables.
    pub fn variables(&self) -> usize {
        self.factor.len()
    }

    /// Rows of the lower triangular factor of its correlations.
    pub fn factor(&self) -> &[Vec<f64>] {
        &self.factor
    }

    /// Puts the independent uniform numbers in place of dependent ones that [`Self::correlate`] makes of them (the transformation of
    /// Rosenblatt 1952).
    pub fn separate(&self, uniforms: &mut [f64]) {
        let mut scores: Vec<f64> = Vec::with_capacity(self.factor.len());
        for (i, (row, uniform)) in self.factor.iter().zip(uniforms).enumerate() {
            let score = normal::quantile(uniform.clamp(ENDS.0, ENDS.1));
            let others: f64 = row[..i].iter().zip(&scores).map(|(l, z)| l * z).sum();
            let own = (score - others) / row[i];
            if row[..i].iter().any(|l| *l != 0.0) {
                *uniform = normal::cdf(own).clamp(ENDS.0, ENDS.1);
            }
            scores.push(own);
        }
    }

    /// Puts dependent uniform numbers, in (0, 1), in place of independent ones: one for each variable, in the order of
    /// [`CorrelationMatrix::names`].
    ///
    /// Each number depends on its own input and on those of names before it. So the first keeps its own, and so does any
    /// that is correlated with none before it. Numbers beyond [`Self::variables`] stay as they are.
    pub fn correlate(&self, uniforms: &mut [f64]) {
        let score = |u: &f64| normal::quantile(u.clamp(ENDS.0, ENDS.1));
        let scores: Vec<f64> = uniforms.iter().map(score).collect();
        for (i, (row, uniform)) in self.factor.iter().zip(uniforms).enumerate() {
            if row[..i].iter().any(|l| *l != 0.0) {
                let score: f64 = row.iter().zip(&scores).map(|(l, z)| l * z).sum();
                *uniform = normal::cdf(score).clamp(ENDS.0, ENDS.1);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dependence::pearson_of_spearman;
    use proptest::prelude::*;

    fn copula(pairs: &[(&str, &str, f64)]) -> GaussianCopula {
        GaussianCopula::new(&CorrelationMatrix::new(pairs).unwrap()).unwrap()
    }

    /// A uniform number in (0, 1) of a SplitMix64 sequence (Steele, Lea and Flood, 2014).
    fn uniform(state: &mut u64) -> f64 {
        *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = *state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 * f64::EPSILON / 2.0 + f64::EPSILON / 4.0
    }

    fn sample(copula: &GaussianCopula, rows: usize, seed: u64) -> Vec<Vec<f64>> {
        let mut state = seed;
        let mut row = || {
            let mut row: Vec<f64> = (0..copula.variables())
                .map(|_| uniform(&mut state))
                .collect();
            copula.correlate(&mut row);
            row
        };
        (0..rows).map(|_| row()).collect()
    }

    /// Spearman's correlation where both are uniform: 12·E[(u − ½)(v − ½)], without a need for ranks.
    fn spearman(sample: &[Vec<f64>], i: usize, j: usize) -> f64 {
        let products = sample.iter().map(|r| 12.0 * (r[i] - 0.5) * (r[j] - 0.5));
        products.sum::<f64>() / sample.len() as f64
    }

    /// Whether a sample of `n` has this rank correlation. A product 12·(u − ½)(v − ½) lies in [−3, 3] and has a second moment of
    /// at most 144·E[(u − ½)⁴] = 1.8, so by the inequality of Bernstein (1927) the mean is off by more than t with
    /// probability at most 2·exp(−n·t²/2/(1.8 + 6t/3)) = 1e-9 for the t below.
    fn has_rank(sample: &[Vec<f64>], i: usize, j: usize, rank: f64) -> bool {
        let n = sample.len() as f64;
        let log = libm::log(2e9) / n;
        let t = 2.0 * log + (4.0 * log * log + 3.6 * log).sqrt();
        (spearman(sample, i, j) - rank).abs() < t
    }

    /// False alarm below 3e-9 (three pairs at 1e-9).
    #[test]
    fn ranks_are_correlated_as_asked() {
        let ranks = [("a", "b", 0.6), ("b", "c", -0.8), ("a", "c", -0.3)];
        let normal = ranks.map(|(a, b, rank)| (a, b, pearson_of_spearman(rank)));
        let right = sample(&copula(&normal), 1_000_000, 1);
        assert!(has_rank(&right, 0, 1, 0.6));
        assert!(has_rank(&right, 1, 2, -0.8));
        assert!(has_rank(&right, 0, 2, -0.3));
        // The mutant takes rank correlations for correlations: 6/π·arcsin(0.3) = 0.582.
        let mutant = sample(&copula(&ranks), 1_000_000, 1);
        assert!(!has_rank(&mutant, 0, 1, 0.6));
    }

    #[test]
    fn the_first_keeps_its_own() {
        let copula = copula(&[("b", "a", 0.7), ("c", "d", 0.5)]);
        let mut row = [0.123, 0.456, 0.789, 0.3];
        copula.correlate(&mut row);
        assert_eq!((row[0], row[2]), (0.123, 0.789));
        assert_ne!((row[1], row[3]), (0.456, 0.3));
    }

    #[test]
    fn the_middle_stays_in_the_middle() {
        let mut row = [0.5, 0.5];
        copula(&[("a", "b", 0.7)]).correlate(&mut row);
        assert_eq!(row, [0.5, 0.5]);
    }

    #[test]
    fn the_order_in_the_file_does_not_matter() {
        let one = copula(&[("a", "b", 0.7), ("b", "c", 0.2)]);
        let two = copula(&[("c", "b", 0.2), ("b", "a", 0.7)]);
        assert_eq!(one, two);
    }

    #[test]
    fn what_is_correlated_is_separated_again() {
        let copula = copula(&[("a", "b", 0.7), ("b", "c", -0.5), ("a", "c", 0.1)]);
        let mut state = 5;
        for _ in 0..100 {
            let wanted = [0; 3].map(|_| uniform(&mut state));
            let mut row = wanted;
            copula.correlate(&mut row);
            copula.separate(&mut row);
            for (got, wanted) in row.iter().zip(wanted) {
                assert!((got - wanted).abs() < 1e-9, "{got} {wanted}");
            }
        }
    }

    proptest! {
        /// Numbers stay inside (0, 1), even from its ends.
        #[test]
        fn numbers_stay_inside(
            r in -0.999..0.999_f64, u in prop::collection::vec(0.0..=1.0_f64, 2), end in 0..4_usize
        ) {
            let mut row = u;
            if end < 2 {
                row[end] = 0.0;
            } else {
                row[end - 2] = 1.0;
            }
            let second = copula(&[("a", "b", r)]);
            second.correlate(&mut row);
            prop_assert!(row[1] > 0.0 && row[1] < 1.0, "{row:?}");
        }
    }
}
