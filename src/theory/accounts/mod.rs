//! Hits of accounts: how many accounts a number of flags falls on, and how often an account reaches a threshold.
//!
//! [`Account`] is the law of the false hits of one account, [`ThresholdLaw`] the share of hits that meet a threshold
//! day by day, and [`ScanTable`] a user's risk over a horizon longer than the window of the threshold.

mod average;
mod interpolation;
mod law;
mod passes;
mod planting;
mod release;
mod risk;
mod scan;

#[cfg(test)]
mod tests;

pub use law::{Account, album_shape};
pub use passes::{Passes, ThresholdLaw};
pub use release::{Release, ReleaseLaw, Windows};
pub use risk::{ACTIVITY_QUANTILES, RiskByActivity};
pub use scan::ScanTable;

/// Expected number of distinct accounts among `accounts` that receive at least one of `flags` flags, when activity is
/// gamma-distributed with shape `shape` and flags fall on accounts in proportion to activity.
///
/// Given the total, hits per account are Dirichlet-multinomial, so an account stays free with probability
/// `Γ(Uκ − κ + F)·Γ(Uκ) / (Γ(Uκ − κ)·Γ(Uκ + F))` (Johnson, Kotz and Balakrishnan 1997, ch. 35). For U and F large this is
/// `(1 + F/(Uκ))^(−κ)`, the form used here: its relative error is of order 1/U.
pub fn distinct(accounts: f64, shape: f64, flags: f64) -> f64 {
    if accounts <= 0.0 {
        return 0.0;
    }
    accounts * at_least_one(shape, flags / accounts)
}

/// P(at least one hit) of an account whose hits are Poisson with a gamma mean of shape `shape` and mean `mean`:
/// `1 − (1 + mean/κ)^(−κ)` (negative binomial).
pub fn at_least_one(shape: f64, mean: f64) -> f64 {
    -libm::expm1(-shape * libm::log1p(mean / shape))
}

/// Expected number of distinct accounts among `accounts` that `crossings` crossings of a threshold of `k` hits fall on.
///
/// Rare crossings fall on accounts in proportion to the k-th power of activity, gamma with the shape `shape`: the mean over activity of
/// 1 − exp(−c·aᵏ), with c such that the crossings add up.
pub fn distinct_over_threshold(accounts: f64, shape: f64, k: u64, crossings: f64) -> f64 {
    if !(accounts > 0.0 && crossings > 0.0) {
        return 0.0;
    }
    let power = k as f64;
    // E[aᵏ] = Γ(κ + k) / (Γ(κ)·κᵏ).
    let ln_moment: f64 = (0..k).map(|i| libm::log1p(i as f64 / shape)).sum();
    let ln_c = libm::log(crossings / accounts) - ln_moment;
    let average = average::ln_gamma_average(shape, power, average::Digits::Seven, |a| {
        let expected = libm::exp(ln_c + power * libm::log(a));
        libm::log(-libm::expm1(-expected))
    });
    accounts * libm::exp(average)
}
