//! The law of the false hits of one account in a window of time.

use super::average::{Digits, gamma_nodes, ln_gamma_average};
use super::mixture::Mixture;
use crate::special::negative_binomial as nb;
use crate::special::solve::increasing_root;

/// Shape of the gamma factor that stands for correlated hits within an account: `s = p(1 − ρ)/ρ`.
///
/// `false_positive_rate` is p per item, `correlation` ρ the correlation of the verdicts on two items of the same account.
/// It is the first shape of the beta distribution of an account's hit probability in the beta-binomial (Skellam 1948)
/// with mean p and correlation ρ; for small p the beta variable over its mean is gamma with mean 1 and this shape.
/// Infinite at ρ = 0; NaN outside 0 < p ≤ 1, 0 ≤ ρ < 1.
pub fn album_shape(false_positive_rate: f64, correlation: f64) -> f64 {
    let known = false_positive_rate > 0.0 && false_positive_rate <= 1.0;
    if known && (0.0..1.0).contains(&correlation) {
        false_positive_rate * (1.0 - correlation) / correlation
    } else {
        f64::NAN
    }
}

/// The false hits of an account in a window: Poisson with mean a·b·m, given activity a and album factor b.
///
/// m is the mean over all accounts, given to each function as `mean`. a is gamma distributed over accounts with mean 1
/// and the shape `activity`. b, with mean 1 and the shape `album`, is how easily the items of this account hit: the same
/// family album again and again (see [`album_shape`]). An infinite shape is a factor that is always 1. With one finite
/// shape the hits are negative binomial (Greenwood and Yule 1920); with two, that is averaged over activity by quadrature.
///
/// All probabilities are right to 1e-9 of their own size, however small. They are NaN if a shape is not positive, or a mean
/// negative or not finite.
///
/// # One in a trillion
///
/// A threshold of k = 30 keeps P(hits ≥ k) of an account at 1e-12 up to a mean of 5.773 hits (Apple 2021), if hits are
/// independent. At a false-positive rate of 1e-6 per item and the same mean, correlation ρ within an account raises it:
///
/// | ρ | s | P(hits ≥ 30) | times 10 to the |
/// |---|---|---|---|
/// | 0 | ∞ | 1.0e-12 | 0 |
/// | 1e-9 | 1,000 | 1.3e-12 | 0.1 |
/// | 1e-8 | 100 | 1.2e-11 | 1.1 |
/// | 1e-7 | 10 | 3.4e-7 | 5.5 |
/// | 1e-6 | 1 | 0.0083 | 9.9 |
/// | 1e-5 | 0.1 | 0.058 | 10.8 |
/// | 1e-4 | 0.01 | 0.024 | 10.4 |
/// | 0.01 | 9.9e-5 | 6.9e-4 | 8.8 |
/// | 0.1 | 9e-6 | 8.5e-5 | 7.9 |
///
/// It does not rise for ever: it is highest near 1e-5, and at the highest correlations the same hits fall on ever fewer accounts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Account {
    pub(super) activity: f64,
    pub(super) album: f64,
    pub(super) digits: Digits,
}

impl Account {
    /// Accounts whose activity has this gamma shape, and whose items hit independently of each other.
    pub const fn new(activity_shape: f64) -> Self {
        Self {
            activity: activity_shape,
            album: f64::INFINITY,
            digits: Digits::All,
        }
    }

    /// The same accounts with an album factor of this gamma shape.
    pub const fn with_album(self, shape: f64) -> Self {
        Self {
            album: shape,
            ..self
        }
    }

    /// The same law, averaged over activity to seven digits only.
    pub(super) const fn with_seven_digits(self) -> Self {
        Self {
            digits: Digits::Seven,
            ..self
        }
    }

    /// The law of one account whose activity is known: its mean is its activity times the mean over accounts.
    pub const fn of_known_activity(self) -> Self {
        Self {
            activity: f64::INFINITY,
            ..self
        }
    }

    /// P(hits ≥ k).
    pub fn tail(self, mean: f64, k: u64) -> f64 {
        libm::exp(self.ln_tail(mean, k))
    }

    /// P(hits = k).
    pub fn exactly(self, mean: f64, k: u64) -> f64 {
        libm::exp(self.ln_exactly(mean, k))
    }

    /// P(the account of a random hit has at least `others` more hits in the window).
    ///
    /// A random hit falls on an account in proportion to a·b. So seen from a hit both factors are size-biased: gamma
    /// with shapes κ + 1 and s + 1 and means 1 + 1/κ and 1 + 1/s. The other hits of the account are Poisson as before.
    pub fn others_at_least(self, mean: f64, others: u64) -> f64 {
        let (account, mean) = self.size_biased(mean);
        account.tail(mean, others)
    }

    /// P(the account of a random hit has exactly `others` more hits in the window), see [`Self::others_at_least`].
    pub fn others_exactly(self, mean: f64, others: u64) -> f64 {
        let (account, mean) = self.size_biased(mean);
        account.exactly(mean, others)
    }

    /// The mean at which P(hits ≥ k) is `probability`; NaN unless it is inside (0, 1) and k > 0.
    ///
    /// Outside 1e-300 … 1e300 the nearer end is returned.
    pub fn mean_for_tail(self, k: u64, probability: f64) -> f64 {
        if k == 0 || !(probability > 0.0 && probability < 1.0) || !self.is_valid() {
            return f64::NAN;
        }
        let target = libm::log(probability);
        let function = |u: f64| {
            let mean = libm::exp(u);
            let tail = self.ln_tail(mean, k);
            let hazard = k as f64 * libm::exp(self.ln_exactly(mean, k) - tail);
            (tail - target, hazard)
        };
        libm::exp(increasing_root(
            function,
            libm::log(k as f64),
            -690.0,
            690.0,
        ))
    }

    /// ln P(hits ≥ k).
    pub(super) fn ln_tail(self, mean: f64, k: u64) -> f64 {
        self.ln_average(mean, k, nb::ln_survival)
    }

    /// ln P(hits = k).
    pub(super) fn ln_exactly(self, mean: f64, k: u64) -> f64 {
        self.ln_average(mean, k, nb::ln_probability)
    }

    /// The law of the other hits of the account of a random hit, and their mean.
    pub(super) fn size_biased(self, mean: f64) -> (Self, f64) {
        let account = Self {
            activity: self.activity + 1.0,
            album: self.album + 1.0,
            ..self
        };
        (
            account,
            mean * (1.0 + 1.0 / self.activity) * (1.0 + 1.0 / self.album),
        )
    }

    fn ln_average(self, mean: f64, k: u64, ln_given_shape: fn(u64, f64, f64) -> f64) -> f64 {
        if !(self.is_valid() && mean >= 0.0 && mean.is_finite()) {
            return f64::NAN;
        }
        if self.album == f64::INFINITY {
            return ln_given_shape(k, self.activity, mean);
        }
        if mean == 0.0 {
            return ln_given_shape(k, self.album, mean);
        }
        ln_gamma_average(self.activity, k as f64, self.digits, |a| {
            ln_given_shape(k, self.album, a * mean)
        })
    }

    /// Given `others` hits in a window of mean `mean`, the law of the hits of another window of the same account in which `ratio` times as
    /// many are expected.
    ///
    /// Given its activity a, the album factor of such an account is gamma with shape s + `others` and rate s + a·m, so the hits are negative
    /// binomial; over a they are averaged with its distribution given the others.
    pub(super) fn given_others(self, mean: f64, others: u64, ratio: f64) -> Mixture {
        let (shape, activity) = if self.album == f64::INFINITY {
            (self.activity, f64::INFINITY)
        } else {
            (self.album, self.activity)
        };
        let k = others as f64;
        let nodes = gamma_nodes(activity, k, self.digits, |a| {
            nb::ln_probability(others, shape, a * mean)
        });
        Mixture::new(
            shape + k,
            nodes.into_iter().map(|(a, share)| {
                let m = a * mean;
                let factor = if shape == f64::INFINITY {
                    1.0
                } else {
                    (shape + k) / (shape + m)
                };
                (share, factor * m * ratio)
            }),
        )
    }

    pub(super) fn is_valid(self) -> bool {
        self.activity > 0.0 && self.album > 0.0
    }
}
