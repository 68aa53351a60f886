//! Student's t distribution.

use super::beta;

/// The two-sided quantile: |T| of `freedom` degrees of freedom exceeds it with probability 1 − `confidence`.
///
/// By T² / (ν + T²) ~ beta(1/2, ν/2) (Johnson, Kotz & Balakrishnan 1995, ch. 28); NaN unless `freedom` > 0.
pub fn two_sided(freedom: f64, confidence: f64) -> f64 {
    let x = beta::quantile(0.5 * freedom, 0.5, 1.0 - confidence);
    (freedom * (1.0 - x) / x).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;
    use statrs::distribution::{ContinuousCDF, StudentsT};

    #[test]
    fn quantiles_are_those_of_the_tables() {
        for (freedom, confidence, t) in [
            (1.0, 0.95, 12.706_204_736),
            (4.0, 0.90, 2.131_846_786),
            (9.0, 0.95, 2.262_157_163),
            (30.0, 0.99, 2.749_995_654),
            (499.0, 0.95, 1.964_729_391),
        ] {
            let got = two_sided(freedom, confidence);
            assert!(
                (got / t - 1.0).abs() < 1e-8,
                "{freedom} {confidence}: {got}"
            );
        }
    }

    #[test]
    fn they_invert_an_independent_distribution_function() {
        for freedom in [1.0, 2.0, 7.0, 99.0, 9_999.0] {
            let t = StudentsT::new(0.0, 1.0, freedom).expect("parameters");
            for confidence in [0.5, 0.9, 0.95, 0.999] {
                let got = 2.0 * t.cdf(two_sided(freedom, confidence)) - 1.0;
                assert!((got - confidence).abs() < 1e-8, "{freedom}: {got}");
            }
        }
    }
}
