//! The parts of Loader's saddle-point form of discrete probabilities.
//!
//! ln k! is split into k·ln k − k, the [`stirling_error`] and ½·ln 2πk; the large first parts of
//! several factorials then cancel *on paper* and leave [`deviance`]s, which are computed from the
//! small difference between a count and its mean. So a probability keeps its digits at counts of
//! 10¹⁸. Source: C. Loader, *Fast and accurate computation of binomial probabilities* (2000).

use super::normal::LN_SQRT_2PI;

/// Stirling errors of 0 to 15; that of 0 is defined as nought, see [`root_argument`].
const SMALL: [f64; 16] = [
    0.0,
    0.081_061_466_795_327_26,
    0.041_340_695_955_409_3,
    0.027_677_925_684_998_34,
    0.020_790_672_103_765_093,
    0.016_644_691_189_821_193,
    0.013_876_128_823_070_748,
    0.011_896_709_945_891_77,
    0.010_411_265_261_972_096,
    0.009_255_462_182_712_733,
    0.008_330_563_433_362_87,
    0.007_573_675_487_951_841,
    0.006_942_840_107_209_53,
    0.006_408_994_188_004_207,
    0.005_951_370_112_758_848,
    0.005_554_733_551_962_801,
];

/// ln x! − (x·ln x − x) − ½·ln 2πx for a real x > 0, and 0 at x = 0.
pub fn stirling_error(x: f64) -> f64 {
    if x >= 16.0 {
        return stirling_series(x);
    }
    let whole = x as usize;
    if whole as f64 == x {
        return SMALL[whole];
    }
    if x >= 10.0 {
        return stirling_series(x);
    }
    libm::lgamma(1.0 + x) - (x + 0.5) * libm::log(x) + x - LN_SQRT_2PI
}

/// The asymptotic series; its first omitted term is below 1e-15 from x = 10, and below 1e-17 from x = 100.
fn stirling_series(x: f64) -> f64 {
    const NEAR: [f64; 7] = [
        1.0 / 12.0,
        -1.0 / 360.0,
        1.0 / 1_260.0,
        -1.0 / 1_680.0,
        1.0 / 1_188.0,
        -691.0 / 360_360.0,
        1.0 / 156.0,
    ];
    const FAR: [f64; 3] = [NEAR[0], NEAR[1], NEAR[2]];
    let inverse = 1.0 / x;
    let square = inverse * inverse;
    inverse
        * if x > 100.0 {
            polynomial(&FAR, square)
        } else {
            polynomial(&NEAR, square)
        }
}

/// Σ `coefficients[i]`·xⁱ by Horner's rule.
fn polynomial<const N: usize>(coefficients: &[f64; N], x: f64) -> f64 {
    coefficients.iter().rev().fold(0.0, |sum, c| sum * x + c)
}

/// What stands for x under the root √(2πx) of Stirling's formula: x, or 1/2π at x = 0, which makes
/// the formula right for 0! = 1 with a [`stirling_error`] of nought.
pub fn root_argument(x: f64) -> f64 {
    if x == 0.0 {
        std::f64::consts::FRAC_1_PI / 2.0
    } else {
        x
    }
}

/// ln x! − (x·ln x − x) for a real x ≥ 0.
pub fn factorial_remainder(x: f64) -> f64 {
    stirling_error(x) + 0.5 * libm::log(root_argument(x)) + LN_SQRT_2PI
}

/// x·ln(x/m) − (x − m), half the Poisson deviance, for x ≥ 0 and m > 0.
///
/// `difference` is x − m, given apart because the caller can know it better than the subtraction
/// of two rounded numbers.
pub fn deviance(x: f64, mean: f64, difference: f64) -> f64 {
    // x·ln(x/m) = 2x·artanh(ratio); the leading term joins −difference without cancellation.
    const NEAR: [f64; 4] = [1.0 / 3.0, 0.2, 1.0 / 7.0, 1.0 / 9.0];
    const FAR: [f64; 8] = [
        NEAR[0],
        NEAR[1],
        NEAR[2],
        NEAR[3],
        1.0 / 11.0,
        1.0 / 13.0,
        1.0 / 15.0,
        1.0 / 17.0,
    ];
    let ratio = difference / (x + mean);
    let square = ratio * ratio;
    if square < 1e-2 {
        // The first omitted term is below 1e-16 of the result.
        let series = if square < 1e-4 {
            polynomial(&NEAR, square)
        } else {
            polynomial(&FAR, square)
        };
        difference * ratio + 2.0 * x * ratio * square * series
    } else if x == 0.0 {
        mean
    } else {
        x * libm::log(x / mean) - difference
    }
}

/// Sum of a few numbers with the rounding errors carried along (Neumaier, 1974).
pub(crate) fn compensated_sum(terms: &[f64]) -> f64 {
    let (mut sum, mut lost) = (0.0_f64, 0.0_f64);
    for &term in terms {
        let next = sum + term;
        lost += if sum.abs() >= term.abs() {
            (sum - next) + term
        } else {
            (term - next) + sum
        };
        sum = next;
    }
    sum + lost
}

/// The product a·b as a rounded double and its exact rounding error.
pub(crate) fn exact_product(a: f64, b: f64) -> (f64, f64) {
    let product = a * b;
    (product, a.mul_add(b, -product))
}

/// A 64-bit count as a rounded double and its exact rounding error.
fn exact_count(count: u64) -> (f64, f64) {
    let rounded = count as f64;
    (rounded, (i128::from(count) - rounded as i128) as f64)
}

/// k − n·p without the cancellation of two large rounded numbers.
pub(crate) fn count_minus_mean(k: u64, n: u64, p: f64) -> f64 {
    let (k, k_rest) = exact_count(k);
    let (n, n_rest) = exact_count(n);
    let (mean, mean_rest) = exact_product(n, p);
    compensated_sum(&[k, -mean, k_rest, -mean_rest, -(n_rest * p)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn series_and_logarithm_meet() {
        for x in [10.0_f64, 12.5, 15.5, 40.0] {
            let direct = libm::lgamma(1.0 + x) - (x + 0.5) * libm::log(x) + x - LN_SQRT_2PI;
            assert!((stirling_error(x) - direct).abs() < 1e-13, "{x}");
        }
        for ratio in [0.81, 0.82, 1.22, 1.23] {
            let (x, mean) = (1000.0 * ratio, 1000.0);
            let direct = x * libm::log(x / mean) - (x - mean);
            assert!(
                (deviance(x, mean, x - mean) / direct - 1.0).abs() < 1e-12,
                "{ratio}"
            );
        }
        assert_eq!(deviance(0.0, 3.0, -3.0), 3.0);
        assert!(factorial_remainder(0.0).abs() < 2e-16);
        assert!((factorial_remainder(1.0) - 1.0).abs() < 1e-15);
    }

    #[test]
    fn differences_of_huge_counts_are_exact() {
        let n = (1_u64 << 62) + 12_345;
        assert_eq!(count_minus_mean(n / 2, n, 0.5), -0.5);
        assert_eq!(count_minus_mean(n, n, 1.0), 0.0);
    }
}
