//! Hits of accounts: how many accounts a number of flags falls on, and how often an account reaches a threshold.
//!
//! [`Account`] is the law of the false hits of one account, [`ThresholdLaw`] the share of hits that meet a threshold
//! day by day, and [`ScanTable`] a user's risk over a horizon longer than the window of the threshold.

mod average;
mod interpolation;
mod law;
mod mixture;
mod passes;
mod planting;
mod release;
mod reported;
mod risk;
mod scan;

#[cfg(test)]
mod tests;

pub use law::{Account, album_shape};
pub use passes::{Passes, ThresholdLaw};
pub use release::{Release, ReleaseLaw, Windows};
pub use reported::{Crossed, product_shape};
pub use risk::{ACTIVITY_QUANTILES, RiskByActivity, horizons, risk_between};
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
