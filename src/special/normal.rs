//! The standard normal distribution.

use std::f64::consts::{FRAC_1_SQRT_2, FRAC_2_SQRT_PI};

/// ln √(2π).
pub(crate) const LN_SQRT_2PI: f64 = 0.918_938_533_204_672_8;

/// 1 / √(2π).
const FRAC_1_SQRT_2PI: f64 = 0.398_942_280_401_432_7;

/// √½ minus its nearest double.
const FRAC_1_SQRT_2_ERROR: f64 = -4.833_646_656_726_457e-17;

/// Beyond this many standard deviations the logarithm of the tail comes from its continued
/// fraction, because the tail itself leaves the range of a double near 38.
const CONTINUED_FRACTION_FROM: f64 = 30.0;

/// Probability density at `x`.
pub fn density(x: f64) -> f64 {
    // The square is taken of a shortened x and corrected, so that its rounding error is not
    // magnified by the exponential.
    let short = f64::from(x as f32);
    if !short.is_finite() {
        return if x.is_nan() { f64::NAN } else { 0.0 };
    }
    let correction = (x - short) * (x + short);
    FRAC_1_SQRT_2PI * libm::exp(-0.5 * short * short) * libm::exp(-0.5 * correction)
}

/// Distribution function Φ(x) = P(Z ≤ x).
pub fn cdf(x: f64) -> f64 {
    survival(-x)
}

/// Upper tail P(Z ≥ x) = Φ(−x), with full relative accuracy for as long as it is a normal double.
pub fn survival(x: f64) -> f64 {
    let argument = x * FRAC_1_SQRT_2;
    let tail = libm::erfc(argument);
    if argument <= 1.0 || tail == 0.0 {
        return 0.5 * tail;
    }
    // erfc magnifies the rounding error of its argument by 2·argument²; take it out to first order.
    let error = x.mul_add(FRAC_1_SQRT_2, -argument) + x * FRAC_1_SQRT_2_ERROR;
    0.5 * (tail - FRAC_2_SQRT_PI * libm::exp(-argument * argument) * error)
}

/// Natural logarithm of [`survival`], finite wherever x² is.
pub fn ln_survival(x: f64) -> f64 {
    if x < 0.0 {
        libm::log1p(-survival(-x))
    } else if x < CONTINUED_FRACTION_FROM {
        libm::log(survival(x))
    } else {
        -0.5 * x * x - LN_SQRT_2PI - libm::log(reciprocal_mills_ratio(x))
    }
}

/// density / survival = x + 1/(x + 2/(x + 3/(x + …))) for large `x` (Laplace, 1805).
fn reciprocal_mills_ratio(x: f64) -> f64 {
    const LEVELS: u32 = 20;
    (1..=LEVELS)
        .rev()
        .fold(x, |inner, level| x + f64::from(level) / inner)
}

/// Quantile Φ⁻¹(p): the x with [`cdf`]`(x) = p`, for p in (0, 1) and as small as 1e-300.
///
/// Returns −∞ at 0, ∞ at 1 and NaN outside [0, 1].
pub fn quantile(p: f64) -> f64 {
    -upper_quantile(p)
}

/// Upper quantile: the x with [`survival`]`(x) = q`, for q in (0, 1) and as small as 1e-300.
///
/// Returns ∞ at 0, −∞ at 1 and NaN outside [0, 1]. Rational approximations of Wichura (1988),
/// algorithm AS 241, PPND16.
pub fn upper_quantile(q: f64) -> f64 {
    let centred = 0.5 - q;
    if centred.abs() <= 0.425 {
        let r = 0.180_625 - centred * centred;
        return centred * ratio(&CENTRE, r);
    }
    let tail = if centred > 0.0 { q } else { 1.0 - q };
    if tail <= 0.0 {
        return if tail == 0.0 {
            f64::INFINITY.copysign(centred)
        } else {
            f64::NAN
        };
    }
    let r = (-libm::log(tail)).sqrt();
    let magnitude = if r <= 5.0 {
        ratio(&TAIL, r - 1.6)
    } else {
        ratio(&FAR_TAIL, r - 5.0)
    };
    magnitude.copysign(centred)
}

/// Coefficients of a rational function: numerator, denominator, both from the constant upwards.
type Rational = [[f64; 8]; 2];

fn ratio([numerator, denominator]: &Rational, x: f64) -> f64 {
    let polynomial =
        |coefficients: &[f64; 8]| coefficients.iter().rev().fold(0.0, |sum, c| sum * x + c);
    polynomial(numerator) / polynomial(denominator)
}

const CENTRE: Rational = [
    [
        3.387_132_872_796_366_6,
        1.331_416_678_917_843_8e2,
        1.971_590_950_306_551_4e3,
        1.373_169_376_550_946e4,
        4.592_195_393_154_987e4,
        6.726_577_092_700_87e4,
        3.343_057_558_358_813e4,
        2.509_080_928_730_122_7e3,
    ],
    [
        1.0,
        4.231_333_070_160_091e1,
        6.871_870_074_920_579e2,
        5.394_196_021_424_751e3,
        2.121_379_430_158_659_7e4,
        3.930_789_580_009_271e4,
        2.872_908_573_572_194_3e4,
        5.226_495_278_852_854e3,
    ],
];

const TAIL: Rational = [
    [
        1.423_437_110_749_683_5,
        4.630_337_846_156_546,
        5.769_497_221_460_691,
        3.647_848_324_763_204_5,
        1.270_458_252_452_368_4,
        2.417_807_251_774_506e-1,
        2.272_384_498_926_918_4e-2,
        7.745_450_142_783_414e-4,
    ],
    [
        1.0,
        2.053_191_626_637_759,
        1.676_384_830_183_803_8,
        6.897_673_349_851e-1,
        1.481_039_764_274_800_8e-1,
        1.519_866_656_361_645_7e-2,
        5.475_938_084_995_345e-4,
        1.050_750_071_644_416_9e-9,
    ],
];

const FAR_TAIL: Rational = [
    [
        6.657_904_643_501_103,
        5.463_784_911_164_114,
        1.784_826_539_917_291_3,
        2.965_605_718_285_048_7e-1,
        2.653_218_952_657_612_4e-2,
        1.242_660_947_388_078_4e-3,
        2.711_555_568_743_487_6e-5,
        2.010_334_399_292_288_1e-7,
    ],
    [
        1.0,
        5.998_322_065_558_88e-1,
        1.369_298_809_227_358e-1,
        1.487_536_129_085_061_5e-2,
        7.868_691_311_456_133e-4,
        1.846_318_317_510_054_8e-5,
        1.421_511_758_316_446e-7,
        2.044_263_103_389_939_8e-15,
    ],
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::special::reference::assert_matches_reference;

    #[test]
    fn agrees_with_fifty_digits() {
        assert_matches_reference("normal_survival", 1e-13, |a| survival(a[0]));
        assert_matches_reference("normal_cdf", 1e-13, |a| cdf(a[0]));
        assert_matches_reference("normal_density", 1e-13, |a| density(a[0]));
        assert_matches_reference("normal_ln_survival", 1e-13, |a| ln_survival(a[0]));
        assert_matches_reference("normal_upper_quantile", 1e-13, |a| upper_quantile(a[0]));
        assert_matches_reference("normal_quantile", 1e-13, |a| quantile(a[0]));
    }

    #[test]
    fn survival_undoes_upper_quantile() {
        for exponent in 1..300 {
            let q = libm::pow(10.0, -f64::from(exponent));
            let z = upper_quantile(q);
            // A relative error ε of z changes the tail by z²·ε.
            let tolerance = 4.0 * f64::EPSILON * (1.0 + z * z);
            assert!((survival(z) / q - 1.0).abs() < tolerance, "{q}");
        }
    }

    #[test]
    fn ends_and_nonsense() {
        assert_eq!(upper_quantile(0.0), f64::INFINITY);
        assert_eq!(upper_quantile(1.0), f64::NEG_INFINITY);
        assert_eq!(upper_quantile(0.5), 0.0);
        assert!(upper_quantile(-0.1).is_nan());
        assert!(upper_quantile(1.1).is_nan());
        assert!(upper_quantile(f64::NAN).is_nan());
        assert_eq!(survival(f64::NEG_INFINITY), 1.0);
        assert_eq!(survival(f64::INFINITY), 0.0);
        assert_eq!(density(f64::INFINITY), 0.0);
    }
}
