//! A user's risk of at least one report within a horizon.

use super::average::{Digits, ln_gamma_average};
use super::law::Account;
use super::scan::ScanTable;
use crate::special::{gamma, negative_binomial as nb};

/// Shares of accounts that are less active than the light, the median and the heavy user.
pub const ACTIVITY_QUANTILES: [f64; 3] = [0.1, 0.5, 0.9];

/// Risk of at least one report of users that differ in activity.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RiskByActivity {
    /// At the 10 % quantile of activity.
    pub light: f64,
    /// At the median of activity.
    pub median: f64,
    /// At the 90 % quantile of activity.
    pub heavy: f64,
    /// Averaged over activity.
    pub average: f64,
}

/// Ratio of the horizons of neighbouring tables.
const HORIZON_STEP: f64 = 1.1;

/// The horizons of the tables that the risk within `days` of a `whole` horizon is read from ([`risk_between`]), so that few tables do for
/// many shares of it: `days` itself where it is the whole or fits into the window, where there is a closed form; otherwise the two steps
/// around it, of which the lower is not below the window.
pub fn horizons(days: f64, window: f64, whole: f64) -> Vec<f64> {
    if days == whole || days <= window {
        return vec![days];
    }
    let step = libm::log(HORIZON_STEP);
    let steps = libm::floor(libm::log(days / whole) / step);
    let at = |steps: f64| (whole * libm::exp(steps * step)).min(whole);
    vec![at(steps).max(window), at(steps + 1.0)]
}

/// The risk within `days` from those of the tables at [`horizons`], each with its horizon: straight in ln(−ln(1 − risk)) against the
/// logarithm of the days.
pub fn risk_between(days: f64, risks: &[(f64, f64)]) -> f64 {
    match risks {
        [(_, risk)] => *risk,
        [(low, a), (high, b)] if *a > 0.0 && *b < 1.0 && low < high => {
            let hazard = |risk: f64| libm::log(-libm::log1p(-risk));
            let part = libm::log(days / low) / libm::log(high / low);
            let at = hazard(*a) + part * (hazard(*b) - hazard(*a));
            -libm::expm1(-libm::exp(at))
        }
        [(_, a), (_, b)] => 0.5 * (a + b),
        _ => f64::NAN,
    }
}

impl ScanTable {
    /// P(at some time within the horizon the window behind it contains at least k hits), for accounts that hit `rate` times
    /// per unit of time on average.
    ///
    /// Given their number the hits are uniform on the horizon, so this is `Σ P(N = n)·P(scan | n)`: the first factor is a
    /// closed form, so that the result is right relative to its own size however small; the relative standard error of
    /// the second is about 1 % (see [`ScanTable`]). The window begins empty.
    ///
    /// NaN for invalid shapes, a rate below 0, or if counts matter that the table does not reach.
    pub fn risk(&self, account: Account, rate: f64) -> f64 {
        let mean = rate * self.horizon;
        if self.certain == self.k {
            return account.tail(mean, self.k);
        }
        if !(account.is_valid() && mean >= 0.0 && mean.is_finite()) {
            return f64::NAN;
        }
        if mean == 0.0 {
            return 0.0;
        }
        let risk = if account.album == f64::INFINITY {
            self.risk_of_shape(account.activity, mean)
        } else {
            // The slope of ln risk in ln mean is about k; twice that is on the safe side.
            let power = 2.0 * self.k as f64;
            libm::exp(ln_gamma_average(
                account.activity,
                power,
                Digits::All,
                |a| libm::log(self.risk_of_shape(account.album, a * mean)),
            ))
        };
        // Not `min`, which would make a 1 of a NaN.
        if risk > 1.0 { 1.0 } else { risk }
    }

    /// [`Self::risk`] of users who hit `rate` times per unit of time on average, at quantiles of activity and averaged.
    pub fn risk_by_activity(&self, account: Account, rate: f64) -> RiskByActivity {
        let known = account.of_known_activity();
        let [light, median, heavy] = ACTIVITY_QUANTILES
            .map(|quantile| self.risk(known, rate * account.activity_quantile(quantile)));
        RiskByActivity {
            light,
            median,
            heavy,
            average: self.risk(account, rate),
        }
    }

    /// The sum over counts for a negative binomial number of hits, Poisson for an infinite shape.
    fn risk_of_shape(&self, shape: f64, mean: f64) -> f64 {
        /// Share of the sum that may be left out: no digit of the table.
        const NEGLIGIBLE: f64 = 1e-6;
        let (ratio, mode) = if shape == f64::INFINITY {
            (mean, mean)
        } else {
            (mean / (shape + mean), mean - mean / shape)
        };
        // P(n + 1) / P(n).
        let step = |n: u64| {
            let growth = if shape == f64::INFINITY {
                1.0
            } else {
                shape + n as f64
            };
            ratio * growth / (n + 1) as f64
        };
        let certain = self.certain;
        let start = (mode.max(0.0) as u64).clamp(self.k, certain);
        let at_start = nb::probability(start, shape, mean);
        let mut sum = nb::survival(certain, shape, mean);
        let (mut n, mut probability) = (start, at_start);
        while n < certain {
            sum += probability * self.probability(n);
            let growth = step(n);
            probability *= growth;
            n += 1;
            // From the mode on growth falls, so the rest is below a geometric series. A count out of reach ends it too.
            if growth < 1.0 && !(probability > NEGLIGIBLE * sum * (1.0 - growth)) {
                break;
            }
        }
        (n, probability) = (start, at_start);
        while n > self.k && probability > NEGLIGIBLE * NEGLIGIBLE * sum {
            n -= 1;
            probability /= step(n);
            sum += probability * self.probability(n);
        }
        sum
    }
}

impl Account {
    /// Quantile of activity over accounts, relative to its mean; 1 if all accounts are equally active.
    pub fn activity_quantile(self, probability: f64) -> f64 {
        if self.activity == f64::INFINITY {
            return 1.0;
        }
        gamma::quantile(self.activity, probability) / self.activity
    }
}
