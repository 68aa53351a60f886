//! Rank correlations of normal variables.

use std::f64::consts::PI;

/// The correlation of two normal variables whose rank correlation (Spearman) is `rank`, in [−1, 1]: 2·sin(π·rank/6) (Pearson, 1907).
pub fn pearson_of_spearman(rank: f64) -> f64 {
    2.0 * libm::sin(PI * rank / 6.0)
}

/// The rank correlation (Spearman) of two normal variables whose correlation is `pearson`, in [−1, 1]: 6/π·arcsin(pearson/2)
/// (Pearson, 1907).
pub fn spearman_of_pearson(pearson: f64) -> f64 {
    6.0 / PI * libm::asin(pearson / 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_and_middle_are_exact() {
        for (rank, pearson) in [(0.0, 0.0), (1.0, 1.0), (-1.0, -1.0)] {
            assert!((pearson_of_spearman(rank) - pearson).abs() < 1e-15);
        }
        // 2·sin(π/12) = (√6 − √2)/2.
        let half = (6.0_f64.sqrt() - 2.0_f64.sqrt()) / 2.0;
        assert!((pearson_of_spearman(0.5) - half).abs() < 1e-15);
    }

    #[test]
    fn one_undoes_the_other() {
        for i in -100..=100 {
            let rank = f64::from(i) / 100.0;
            assert!((spearman_of_pearson(pearson_of_spearman(rank)) - rank).abs() < 1e-14);
        }
    }
}
