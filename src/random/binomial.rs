//! Binomial draws, exact in distribution for any number of trials below 2⁶⁴.

use rand::Rng;

use super::ParameterError;
use super::streams::{floor, uniform, uniform_centred, uniform_open};
use crate::special::saddle::{deviance, root_argument, stirling_error};

/// Below this mean a draw adds up probabilities from 0 upwards.
const INVERSION_BELOW: f64 = 10.0;

/// Below this mean a bound of P(0) tells of enough draws that they are 0.
const ZERO_AT_SIGHT_BELOW: f64 = 0.75;

/// A binomial distribution with the constants of its sampler, so that many draws share them.
///
/// Small means (below 10, of the rarer outcome) are drawn by inversion, others by transformed
/// rejection with squeeze: W. Hörmann, *The generation of binomial random variates* (1993), BTRS.
/// Offsets from the mode are integers and probabilities are relative to the mode in the form of
/// Loader (2000), so no digits are lost at 10¹⁸ trials. The total variation distance to the exact
/// distribution is of the order of 2⁻⁵³, the spacing of the uniform numbers.
///
/// ```
/// use vessels::random::{Binomial, Streams};
///
/// let flags = Binomial::new(10_000_000_000, 1e-4)?;
/// let mut stream = Streams::new(1).stream("example", 0);
/// assert!(flags.sample(&mut stream).abs_diff(1_000_000) < 10_000);
/// # Ok::<(), vessels::random::ParameterError>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Binomial {
    trials: u64,
    /// Whether the method draws failures, because they are the rarer outcome.
    draws_failures: bool,
    method: Method,
}

#[derive(Clone, Copy, Debug)]
enum Method {
    /// No draw: the rarer outcome never happens.
    Never,
    Inversion(Inversion),
    Rejection(Rejection),
}

impl Binomial {
    /// The number of successes in `trials` independent trials that each succeed with probability
    /// `probability`.
    ///
    /// # Errors
    ///
    /// [`ParameterError::Probability`] if the probability is not in [0, 1].
    pub fn new(trials: u64, probability: f64) -> Result<Self, ParameterError> {
        let (draws_failures, p) = rarer(probability)?;
        let method = if trials == 0 || p == 0.0 {
            Method::Never
        } else if trials as f64 * p < INVERSION_BELOW {
            Method::Inversion(Inversion::new(trials, p))
        } else {
            Method::Rejection(Rejection::new(trials, p))
        };
        Ok(Self {
            trials,
            draws_failures,
            method,
        })
    }

    /// A single draw: what [`Self::sample`] of a new distribution draws from the same stream, without constants that one
    /// draw does not need.
    ///
    /// # Errors
    ///
    /// [`ParameterError::Probability`] if the probability is not in [0, 1].
    pub fn draw<R: Rng + ?Sized>(
        rng: &mut R,
        trials: u64,
        probability: f64,
    ) -> Result<u64, ParameterError> {
        let (draws_failures, p) = rarer(probability)?;
        let mean = trials as f64 * p;
        if !(mean > 0.0 && mean < ZERO_AT_SIGHT_BELOW) {
            return Ok(Self::new(trials, probability)?.sample(rng));
        }
        let u = uniform_open(rng);
        // Bernoulli's inequality: P(0) = (1 − p)ⁿ is at least 1 − n·p; the margin is for the rounding of both.
        let rarer = if u <= 1.0 - mean * (1.0 + 1e-9) - 1e-14 {
            0
        } else {
            Inversion::new(trials, p).sample_with(u, rng)
        };
        Ok(if draws_failures {
            trials - rarer
        } else {
            rarer
        })
    }

    /// One draw, between 0 and the number of trials.
    ///
    /// Takes nothing from `rng` if the outcome is certain.
    #[inline]
    pub fn sample<R: Rng + ?Sized>(&self, rng: &mut R) -> u64 {
        let rarer = match &self.method {
            Method::Never => 0,
            Method::Inversion(inversion) => inversion.sample(rng),
            Method::Rejection(rejection) => rejection.sample(rng),
        };
        if self.draws_failures {
            self.trials - rarer
        } else {
            rarer
        }
    }
}

/// Whether failures are the rarer outcome, and the probability of the rarer one.
fn rarer(probability: f64) -> Result<(bool, f64), ParameterError> {
    if !(0.0..=1.0).contains(&probability) {
        return Err(ParameterError::Probability(probability));
    }
    let failures = probability > 0.5;
    // Exact: the difference of two doubles within a factor of two.
    let p = if failures {
        1.0 - probability
    } else {
        probability
    };
    Ok((failures, p))
}

/// Sequential search from 0.
#[derive(Clone, Copy, Debug)]
struct Inversion {
    trials: u64,
    /// P(0).
    at_zero: f64,
    /// p/(1−p).
    odds: f64,
    /// (n + 1)·p/(1−p); P(k)/P(k−1) = `scaled_odds`/k − `odds`.
    scaled_odds: f64,
}

impl Inversion {
    fn new(trials: u64, p: f64) -> Self {
        let odds = p / (1.0 - p);
        Self {
            trials,
            at_zero: libm::exp(trials as f64 * libm::log1p(-p)),
            odds,
            scaled_odds: (trials as f64 + 1.0) * odds,
        }
    }

    #[inline]
    fn sample<R: Rng + ?Sized>(&self, rng: &mut R) -> u64 {
        let first = uniform_open(rng);
        self.sample_with(first, rng)
    }

    /// A draw whose first uniform number is given.
    #[inline]
    fn sample_with<R: Rng + ?Sized>(&self, first: f64, rng: &mut R) -> u64 {
        let mut rest = first;
        loop {
            let mut probability = self.at_zero;
            for (k, reciprocal) in (0..=self.trials).zip(&RECIPROCALS) {
                if rest <= probability {
                    return k;
                }
                rest -= probability;
                probability *= self.scaled_odds * reciprocal - self.odds;
            }
            // Only rounding leads here: a mean below 10 exceeds 64 with probability below 1e-28.
            rest = uniform_open(rng);
        }
    }
}

/// 1, ½, ⅓, …
const RECIPROCALS: [f64; 64] = {
    let mut reciprocals = [1.0; 64];
    let mut index = 0;
    while index < 64 {
        reciprocals[index] = 1.0 / (index + 1) as f64;
        index += 1;
    }
    reciprocals
};

/// Transformed rejection with squeeze.
#[derive(Clone, Copy, Debug)]
struct Rejection {
    trials: u64,
    p: f64,
    /// The most probable value, ⌊(n + 1)·p⌋.
    mode: u64,
    /// Mode minus mean, in (−1, 1).
    mode_minus_mean: f64,
    /// Mean minus mode plus ½: where the transformation is centred.
    centre: f64,
    /// n·p·(1−p).
    variance: f64,
    /// Steepness of the transformation in its tails, doubled (Hörmann's 2a).
    twice_a: f64,
    /// Its slope in the middle (Hörmann's b).
    b: f64,
    /// Height below which a point in the middle is accepted at once (Hörmann's v_r).
    squeeze: f64,
    /// Scale of the hat (Hörmann's α).
    alpha: f64,
}

impl Rejection {
    fn new(trials: u64, p: f64) -> Self {
        let (mode, mode_minus_mean) = mode(trials, p);
        let variance = trials as f64 * p * (1.0 - p);
        let deviation = variance.sqrt();
        let b = 1.15 + 2.53 * deviation;
        let per_b = 1.0 / b;
        Self {
            trials,
            p,
            mode,
            mode_minus_mean,
            centre: 0.5 - mode_minus_mean,
            variance,
            twice_a: 2.0 * (-0.0873 + 0.0248 * b + 0.01 * p),
            b,
            squeeze: 0.92 - 4.2 * per_b,
            alpha: (2.83 + 5.1 * per_b) * deviation,
        }
    }

    #[inline]
    fn sample<R: Rng + ?Sized>(&self, rng: &mut R) -> u64 {
        loop {
            let u = uniform_centred(rng);
            let v = uniform(rng);
            let margin = 0.5 - u.abs();
            let offset = floor((self.twice_a / margin + self.b) * u + self.centre);
            let Some(k) = self
                .mode
                .checked_add_signed(offset)
                .filter(|&k| k <= self.trials)
            else {
                continue;
            };
            if margin >= 0.07 && v <= self.squeeze || self.accepts(k, offset, margin, v) {
                return k;
            }
        }
    }

    /// Whether the point lies below the probability of `k` = mode + `offset`.
    fn accepts(&self, k: u64, offset: i64, margin: f64, v: f64) -> bool {
        let height = v * self.alpha / (0.5 * self.twice_a / (margin * margin) + self.b);
        let ln_height = libm::log(height);
        if let Some((lower, upper)) = self.bounds_of_ln_ratio(offset) {
            if ln_height <= lower {
                return true;
            }
            if ln_height > upper {
                return false;
            }
        }
        ln_height <= self.ln_ratio(k, offset)
    }

    /// Bounds of [`Self::ln_ratio`] without logarithms: the normal approximation and a bound of its
    /// error (Kachitvichyanukul and Schmeiser, 1988), where they are known to hold.
    fn bounds_of_ln_ratio(&self, offset: i64) -> Option<(f64, f64)> {
        let j = offset.unsigned_abs() as f64;
        if j >= 0.5 * self.variance - 1.0 {
            return None;
        }
        let per_variance = 1.0 / self.variance;
        let error = j * per_variance * (((j / 3.0 + 0.625) * j + 1.0 / 6.0) * per_variance + 0.5);
        let normal = -0.5 * j * j * per_variance;
        Some((normal - error, normal + error))
    }

    /// ln P(k)/P(mode).
    fn ln_ratio(&self, k: u64, offset: i64) -> f64 {
        let n = self.trials as f64;
        let (mean, mean_failures) = (n * self.p, n * (1.0 - self.p));
        let ln_weight = |hits: u64, difference: f64| {
            let (hits, misses) = (hits as f64, (self.trials - hits) as f64);
            -deviance(hits, mean, difference)
                - deviance(misses, mean_failures, -difference)
                - stirling_error(hits)
                - stirling_error(misses)
        };
        let under_root =
            |hits: u64| root_argument(hits as f64) * root_argument((self.trials - hits) as f64);
        let difference = offset as f64 + self.mode_minus_mean;
        ln_weight(k, difference) - ln_weight(self.mode, self.mode_minus_mean)
            + 0.5 * libm::log(under_root(self.mode) / under_root(k))
    }
}

/// The mode ⌊(n + 1)·p⌋ and the mode minus the mean n·p, in exact integer arithmetic.
///
/// For p ≤ ½ and n·p ≥ 1: then p = `mantissa`·2^−`shift` with 54 ≤ `shift` ≤ 117, and the products
/// are below 2¹¹⁷.
fn mode(trials: u64, p: f64) -> (u64, f64) {
    const FRACTION_BITS: u32 = 52;
    let bits = p.to_bits();
    let exponent = (bits >> FRACTION_BITS) as u32;
    let mantissa = (bits & ((1 << FRACTION_BITS) - 1)) | (1 << FRACTION_BITS);
    let shift = 1023 + FRACTION_BITS - exponent;
    let product = (u128::from(trials) + 1) * u128::from(mantissa);
    let mode = (product >> shift) as u64;
    let above_mode = product & ((1 << shift) - 1);
    // The leading 64 bits of the fraction.
    let fraction = ((above_mode << (128 - shift)) >> 64) as u64;
    (mode, p - fraction as f64 * (1.0 / (1_u128 << 64) as f64))
}

#[cfg(test)]
mod tests;
