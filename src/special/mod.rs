//! Temporary.
#![allow(missing_docs)]
pub mod normal {
    use statrs::distribution::{ContinuousCDF, Normal};
    pub fn cdf(x: f64) -> f64 {
        0.5 * libm::erfc(-x * std::f64::consts::FRAC_1_SQRT_2)
    }
    pub fn survival(x: f64) -> f64 {
        cdf(-x)
    }
    pub fn density(x: f64) -> f64 {
        libm::exp(-0.5 * x * x) / (2.0 * std::f64::consts::PI).sqrt()
    }
    pub fn quantile(p: f64) -> f64 {
        Normal::new(0.0, 1.0).unwrap().inverse_cdf(p)
    }
    pub fn upper_quantile(q: f64) -> f64 {
        -quantile(q)
    }
}
pub mod beta {
    use statrs::distribution::{Beta, ContinuousCDF};
    pub fn regularised(a: f64, b: f64, x: f64) -> f64 {
        Beta::new(a, b).unwrap().cdf(x)
    }
    pub fn quantile(a: f64, b: f64, p: f64) -> f64 {
        Beta::new(a, b).unwrap().inverse_cdf(p)
    }
}
pub mod binomial {
    use statrs::distribution::{Binomial, DiscreteCDF};
    pub fn cdf(k: u64, n: u64, p: f64) -> f64 {
        Binomial::new(p, n).unwrap().cdf(k)
    }
}
pub mod poisson {
    use statrs::distribution::{DiscreteCDF, Poisson};
    pub fn survival(k: u64, m: f64) -> f64 {
        if k == 0 {
            1.0
        } else {
            Poisson::new(m).unwrap().sf(k - 1)
        }
    }
}
