//! How many accounts the crossings of a threshold fall on.

use super::average::{Digits, ln_gamma_average};
use crate::special::poisson;

/// A threshold of `hits` ≥ 2 in a window, on so many accounts, and what is known of their hits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Crossed {
    /// Accounts that are scanned.
    pub accounts: f64,
    /// Gamma shape of the activity of accounts; of activity and album together if hits are correlated, see [`product_shape`].
    pub shape: f64,
    /// Hits that an account needs.
    pub hits: u64,
    /// Hits of an account in a window, on average.
    pub mean: f64,
    /// Windows in the horizon.
    pub windows: f64,
    /// Crossings of the threshold in the horizon.
    pub crossings: f64,
    /// Chance of a flag that is passed on to become a report.
    pub forwarded: f64,
}

/// Shape of the gamma variable with the mean and the variance of a product of two, of these shapes and of mean 1.
pub fn product_shape(one: f64, other: f64) -> f64 {
    1.0 / ((1.0 + 1.0 / one) * (1.0 + 1.0 / other) - 1.0)
}

impl Crossed {
    /// Expected number of accounts with at least one report.
    ///
    /// An account of known activity crosses the threshold at most once in its first window, and from then on at a constant rate, here as
    /// a Poisson process; both are scaled so that all crossings add up. With a crossing come the k − 1 held flags and all those that
    /// follow until the account is below the threshold again.
    pub fn reported(&self) -> f64 {
        let all = [self.accounts, self.crossings, self.mean, self.forwarded];
        if !all.iter().all(|x| *x > 0.0) {
            return 0.0;
        }
        let average = |f: &dyn Fn(f64) -> f64| {
            let power = self.hits as f64;
            libm::exp(ln_gamma_average(self.shape, power, Digits::Seven, |a| {
                libm::log(f(a * self.mean))
            }))
        };
        let later = (self.windows - 1.0).max(0.0);
        let expected = average(&|mean| self.first(mean) + later * self.rate(mean));
        let scale = self.crossings / (self.accounts * expected);
        let reported = average(&|mean| {
            let stopped = libm::log1p(-self.forwarded) * self.bundle(mean);
            let is_reported = -libm::expm1(stopped);
            let first = (scale * is_reported * self.first(mean)).min(1.0);
            let none = libm::exp(-scale * is_reported * later * self.rate(mean));
            first + (1.0 - first) * (1.0 - none)
        });
        self.accounts * reported
    }

    /// P(the account crosses in its first window).
    fn first(&self, mean: f64) -> f64 {
        poisson::survival(self.hits, mean)
    }

    /// Crossings per window.
    fn rate(&self, mean: f64) -> f64 {
        let others = self.hits - 1;
        mean * poisson::probability(others, mean) * crosses(others, mean)
    }

    /// Flags that are passed on with a crossing, on average.
    fn bundle(&self, mean: f64) -> f64 {
        let others = self.hits - 1;
        let above = poisson::survival(others, mean);
        let crossing = poisson::probability(others, mean) * crosses(others, mean);
        others as f64 + (above / crossing.max(f64::MIN_POSITIVE)).max(1.0)
    }
}

/// P(the newest of j others comes before the newest hit of the window before), those being Poisson: ∫ j·(1 − x)ʲ⁻¹·e^(−m·x) dx
/// = 1 − m/(j + 1) · the same of j + 1. Upwards below m, downwards above, so that errors die out.
fn crosses(others: u64, mean: f64) -> f64 {
    if mean > others as f64 {
        let mut value = -libm::expm1(-mean) / mean;
        for j in 1..others {
            value = (1.0 - value) * (j + 1) as f64 / mean;
        }
        return value;
    }
    let mut value = 1.0;
    for j in (others..2 * others + 60).rev() {
        value = 1.0 - mean / (j + 1) as f64 * value;
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crosses_is_the_mean_over_earlier_hits() {
        for others in [1_u64, 2, 9, 29] {
            for mean in [1e-3, 0.3, 1.0, 4.5, 28.9, 29.1, 70.0] {
                let j = others as f64;
                let terms = (0..400).map(|i| poisson::probability(i, mean) * j / (j + i as f64));
                let (got, wanted) = (crosses(others, mean), terms.sum::<f64>());
                assert!(
                    (got / wanted - 1.0).abs() < 1e-9,
                    "{others} {mean}: {got} {wanted}"
                );
            }
        }
    }

    #[test]
    fn ends() {
        let base = Crossed {
            accounts: 1e6,
            shape: 1.0,
            hits: 2,
            mean: 1e-4,
            windows: 30.0,
            crossings: 0.01,
            forwarded: 1.0,
        };
        // Few crossings fall on as many accounts; of a hopeless desk nobody is reported, nor where nobody is scanned.
        assert!((base.reported() / base.crossings - 1.0).abs() < 1e-4);
        let with = |forwarded: f64, accounts: f64| {
            Crossed {
                forwarded,
                accounts,
                ..base
            }
            .reported()
        };
        assert_eq!(with(0.0, 1e6), 0.0);
        assert_eq!(with(1.0, 0.0), 0.0);
        // Two flags come with a rare crossing.
        assert!((with(0.3, 1e6) / (0.51 * base.crossings) - 1.0).abs() < 1e-3);
        assert!((product_shape(1.0, 0.5) - 0.2).abs() < 1e-15);
        assert_eq!(product_shape(1.0, f64::INFINITY), 1.0);
        assert_eq!(product_shape(f64::INFINITY, f64::INFINITY), f64::INFINITY);
    }
}
