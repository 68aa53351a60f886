//! Tails of counts: quantiles of a number of flags from its mean and variance.

use crate::special::{normal, poisson};

/// Counts with at least this mean have quantiles that the normal approximation gives to a part of their spread.
const NORMAL_FROM: f64 = 1000.0;

/// Counts that vary more than this about their mean are skewed.
const SPREAD_TO: f64 = 0.05;

/// The p-quantile of a count with this mean and variance; `None` where no approximation is good.
///
/// A count whose variance is at most its mean is a sum of thinned rare items: Poisson, with a total-variation error of at
/// most the largest probability of an item (Le Cam 1960). Others are sums over many days: normal, where the mean is large.
pub fn quantile(mean: f64, variance: f64, p: f64) -> Option<f64> {
    let rare = variance <= mean && variance >= 0.999 * mean;
    if mean <= 0.0 {
        Some(0.0)
    } else if mean >= NORMAL_FROM && variance.sqrt() <= SPREAD_TO * mean {
        Some(mean + variance.sqrt() * normal::quantile(p))
    } else if rare {
        Some(poisson::quantile(p, mean) as f64)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::quantile;
    use crate::special::poisson;

    #[test]
    fn small_counts_are_poisson() {
        let high = quantile(3.0, 3.0, 0.95).expect("rare");
        let k = high as u64;
        assert!(poisson::cdf(k, 3.0) >= 0.95 && poisson::cdf(k - 1, 3.0) < 0.95);
    }

    #[test]
    fn large_counts_are_normal_and_overdispersed_small_ones_are_not_known() {
        let high = quantile(1e6, 4e6, 0.95).expect("large");
        assert!((high - (1e6 + 1.644_853_6 * 2e3)).abs() < 1.0);
        assert_eq!(quantile(3.0, 30.0, 0.95), None);
        assert_eq!(quantile(0.0, 0.0, 0.95), Some(0.0));
    }
}
