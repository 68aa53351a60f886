//! How many replications would show a difference.

use crate::special::normal;

/// The power that the numbers of replications are for.
pub const POWER: f64 = 0.8;

/// Replications with which a paired t test of level 1 − `confidence` finds a true mean difference of `size` with
/// probability [`POWER`], when differences have the standard deviation `sd`:
/// n = (z₁₋α⸝₂ + z₁₋β)² (sd / size)² + z²₁₋α⸝₂ / 2 (Guenther 1981, *The American Statistician* 35(4), 243–244),
/// for groups of replications with the standard deviation `sd` of their means and `per_group` replications in each;
/// rounded up to two digits. `None` where either is zero or undefined.
pub fn replications_needed(sd: f64, size: f64, confidence: f64, per_group: f64) -> Option<f64> {
    if !(sd > 0.0 && size > 0.0) {
        return None;
    }
    let z = normal::upper_quantile(0.5 * (1.0 - confidence));
    let ratio = (z + normal::quantile(POWER)) * sd / size;
    let needed = ratio * ratio + 0.5 * z * z;
    needed
        .is_finite()
        .then(|| round_up(per_group * needed.max(2.0)))
}

/// Replications per square of skewness that a normal interval of a mean needs (Cochran 1977, *Sampling Techniques*, 3rd ed.,
/// §2.15).
pub(super) const COCHRAN: f64 = 25.0;

/// Replications from which on the interval of the mean of skewed differences holds about what it says, rounded up to two
/// digits; `per_draw` of them share a draw.
pub(super) fn replications_for_skewness(skewness: f64, per_draw: f64) -> f64 {
    round_up(per_draw * (COCHRAN * skewness * skewness).max(2.0))
}

/// The next whole number of at most two digits that are not zero.
fn round_up(number: f64) -> f64 {
    let digits = libm::floor(libm::log10(number) + 1e-12);
    let unit = libm::pow(10.0, (digits - 1.0).max(0.0));
    libm::ceil(number / unit - 1e-9) * unit
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_the_exact_numbers_of_the_noncentral_t() {
        // `power.t.test(delta, sd = 1, type = "paired", power = 0.8)` of R: 33.37, 9.94, 787 (level 5 %).
        assert_eq!(replications_needed(1.0, 0.5, 0.95, 1.0), Some(34.0));
        assert_eq!(replications_needed(1.0, 1.0, 0.95, 1.0), Some(10.0));
        assert_eq!(replications_needed(1.0, 0.1, 0.95, 1.0), Some(790.0));
    }

    #[test]
    fn rounds_up_to_two_digits() {
        for (number, rounded) in [(2.0, 2.0), (10.0, 10.0), (10.1, 11.0), (101.0, 110.0)] {
            assert_eq!(round_up(number), rounded);
        }
        assert_eq!(round_up(1.23e6), 1.3e6);
        assert_eq!(round_up(1000.0), 1000.0);
    }

    #[test]
    fn nothing_is_needed_where_nothing_varies() {
        assert_eq!(replications_needed(0.0, 1.0, 0.95, 1.0), None);
        assert_eq!(replications_needed(1.0, 0.0, 0.95, 1.0), None);
        assert_eq!(replications_needed(f64::NAN, 1.0, 0.95, 1.0), None);
    }
}
