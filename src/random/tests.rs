//! Tests of the samplers as whole distributions.
//!
//! Every family of tests has a false-alarm probability of one in a million, shared out evenly; the
//! thresholds follow from it. Seeds are fixed, so a test that passes once passes always; the
//! probability says how likely a right sampler was to fail when the seed was chosen.

use std::convert::Infallible;

use rand::{Rng, RngExt, TryRng};
use rand_distr::Distribution;

use super::fit::{self, Fit};
use super::gamma::gamma;
use super::hypergeometric::hypergeometric;
use super::multivariate::{multinomial, multivariate_hypergeometric};
use super::{Binomial, ParameterError, Stream, Streams, uniform_open};
use crate::special;

/// Returns the same word for ever.
pub(super) struct ConstantRng(pub(super) u64);

impl TryRng for ConstantRng {
    type Error = Infallible;
    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        Ok((self.0 >> 32) as u32)
    }
    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        Ok(self.0)
    }
    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        bytes.fill(self.0 as u8);
        Ok(())
    }
}

/// Proves by not panicking that nothing was drawn.
struct VoidRng;

impl TryRng for VoidRng {
    type Error = Infallible;
    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        panic!("drawn from")
    }
    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        panic!("drawn from")
    }
    fn try_fill_bytes(&mut self, _: &mut [u8]) -> Result<(), Infallible> {
        panic!("drawn from")
    }
}

const DRAWS: usize = 200_000;

fn stream(name: &str, index: usize) -> Stream {
    Streams::new(20_261_123).stream(name, index as u64)
}

/// Trials and probabilities, from n·p = 1e-3 to 1e18.
const BINOMIALS: [(u64, f64); 32] = [
    (1, 0.3),
    (2, 0.5),
    (20, 0.499),
    (20, 0.5),
    (21, 0.5),
    (30, 0.66),
    (1_000, 1e-6),
    (1_000, 0.003),
    (1_000, 0.009_999),
    (1_000, 0.01),
    (1_000, 0.3),
    (1_000, 0.985),
    (1_000, 0.999),
    (1_000_000, 3e-6),
    (1_000_000, 1.2e-5),
    (1_000_000, 0.1),
    (1_000_000, 0.9),
    (10_000_000_000, 1e-13),
    (10_000_000_000, 3e-9),
    (10_000_000_000, 1e-6),
    (10_000_000_000, 0.1),
    (10_000_000_000_000, 5e-14),
    (10_000_000_000_000, 1e-4),
    (10_000_000_000_000, 0.7),
    (10_000_000_000_000_000, 1.5e-16),
    (10_000_000_000_000_000, 2.5e-15),
    (10_000_000_000_000_000, 1e-7),
    (10_000_000_000_000_000, 0.5),
    (1_000_000_000_000_000_000, 4e-18),
    (1_000_000_000_000_000_000, 1e-9),
    (1_000_000_000_000_000_000, 0.123),
    (i64::MAX as u64, 0.5),
];

/// Population, successes, draws: the edges of the support, both methods, all symmetries.
const HYPERGEOMETRICS: [(u64, u64, u64); 20] = [
    (2, 1, 1),
    (10, 5, 5),
    (10, 8, 7),
    (50, 25, 20),
    (60, 30, 30),
    (100, 50, 50),
    (100, 95, 60),
    (1_000, 30, 100),
    (1_000, 600, 700),
    (1_000, 300, 900),
    (1_000_000, 400_000, 40),
    (1_000_000, 50, 500_000),
    (1_000_000, 999_000, 20_000),
    (1_000_000_000, 1_000_000, 2_000),
    (1_000_000_000, 500_000_000, 500_000_000),
    (1_000_000_000_000, 3, 400_000_000_000),
    (1_000_000_000_000, 100_000_000_000, 300_000_000_000),
    (1_000_000_000_000_000_000, 1_000_000_000, 3_000_000_000),
    (1_000_000_000_000_000_000, 1_000_000_000_000, 20_000_000),
    (i64::MAX as u64, 1 << 62, (1 << 62) + 12_345),
];

/// The test of a fit to a binomial distribution, whatever drew the values.
fn binomial_fit(values: &[u64], n: u64, p: f64) -> Fit {
    let q = 1.0 - p;
    let variance = n as f64 * p * q;
    let moments = fit::Moments {
        reference: fit::rounded_product(n, p),
        mean_minus_reference: -special::saddle::count_minus_mean(fit::rounded_product(n, p), n, p),
        variance,
        fourth: variance * (3.0 * variance + 1.0 - 6.0 * p * q),
    };
    fit::counts(values, &moments, |k| special::binomial::cdf(k, n, p))
}

#[test]
fn binomial_draws_fit_their_distribution() {
    for (index, (n, p)) in BINOMIALS.into_iter().enumerate() {
        let sampler = Binomial::new(n, p).unwrap();
        let mut rng = stream("binomial", index);
        let values: Vec<u64> = (0..DRAWS).map(|_| sampler.sample(&mut rng)).collect();
        binomial_fit(&values, n, p).assert_passes(BINOMIALS.len(), &format!("Bin({n}, {p})"));
    }
}

/// Mutants that the test above must reject: a probability that is off by the stated share of its
/// standard error of one draw, and a variance 5 % too low (what a published implementation shows
/// at 10¹⁶ trials).
#[test]
fn the_fit_rejects_wrong_binomials() {
    for (index, (n, p)) in [
        (1_000_u64, 0.3),
        (10_000_000_000, 1e-6),
        (10_u64.pow(16), 0.5),
    ]
    .into_iter()
    .enumerate()
    {
        let deviation = (n as f64 * p * (1.0 - p)).sqrt();
        let mut rng = stream("mutant", index);
        // The mean moves by 3 % of a standard deviation: 13 standard errors of 200,000 draws.
        let moved = Binomial::new(n, p + 0.03 * deviation / n as f64).unwrap();
        let values: Vec<u64> = (0..DRAWS).map(|_| moved.sample(&mut rng)).collect();
        assert!(
            !binomial_fit(&values, n, p).passes(BINOMIALS.len()),
            "shifted p at {n}"
        );

        let right = Binomial::new(n, p).unwrap();
        let mean = n as f64 * p;
        let narrow: Vec<u64> = (0..DRAWS)
            .map(|_| {
                let value = right.sample(&mut rng) as f64;
                (mean + (value - mean) * 0.95_f64.sqrt() + uniform_open(&mut rng)).floor() as u64
            })
            .collect();
        assert!(
            !binomial_fit(&narrow, n, p).passes(BINOMIALS.len()),
            "narrow at {n}"
        );
    }
}

/// The fault that was measured in another library: powers of a rounded 1 − p at tiny p.
#[test]
fn the_fit_rejects_a_power_of_a_rounded_complement() {
    let (n, p) = (10_u64.pow(15), 5e-15);
    let q: f64 = 1.0 - p;
    let mut rng = stream("rounded complement", 0);
    let values: Vec<u64> = (0..DRAWS)
        .map(|_| {
            let (mut k, mut rest) = (0, uniform_open(&mut rng));
            let mut probability = libm::pow(q, n as f64);
            while rest > probability && k < 60 {
                rest -= probability;
                k += 1;
                probability *= (n as f64 + 1.0) * (p / q) / k as f64 - p / q;
            }
            k
        })
        .collect();
    assert!(!binomial_fit(&values, n, p).passes(BINOMIALS.len()));
}

#[test]
fn binomial_draws_agree_with_another_library() {
    let cases: Vec<_> = BINOMIALS
        .into_iter()
        .filter(|case| case.0 <= 1_000_000_000_000)
        .collect();
    for (index, &(n, p)) in cases.iter().enumerate() {
        let mut rng = stream("binomial against rand_distr", index);
        let ours = Binomial::new(n, p).unwrap();
        let theirs = rand_distr::Binomial::new(n, p).unwrap();
        let first = (0..DRAWS).map(|_| ours.sample(&mut rng)).collect();
        let second = (0..DRAWS).map(|_| theirs.sample(&mut rng)).collect();
        fit::assert_same_distribution(first, second, cases.len(), &format!("Bin({n}, {p})"));
    }
}

fn hypergeometric_fit(values: &[u64], population: u64, successes: u64, draws: u64) -> Fit {
    let (moments, cdf) = fit::hypergeometric_reference(population, successes, draws);
    fit::counts(values, &moments, cdf)
}

#[test]
fn hypergeometric_draws_fit_their_distribution() {
    for (index, (population, successes, draws)) in HYPERGEOMETRICS.into_iter().enumerate() {
        let mut rng = stream("hypergeometric", index);
        let values: Vec<u64> = (0..DRAWS)
            .map(|_| hypergeometric(&mut rng, population, successes, draws))
            .collect();
        hypergeometric_fit(&values, population, successes, draws).assert_passes(
            HYPERGEOMETRICS.len(),
            &format!("{population} {successes} {draws}"),
        );
    }
}

/// A binomial in place of the hypergeometric has a variance 5 % too high at a 5 % sample.
#[test]
fn the_fit_rejects_drawing_with_replacement() {
    let (population, successes, draws) = (1_000_000, 300_000, 50_000);
    let mut rng = stream("with replacement", 0);
    let sampler = Binomial::new(draws, 0.3).unwrap();
    let values: Vec<u64> = (0..DRAWS).map(|_| sampler.sample(&mut rng)).collect();
    let fit = hypergeometric_fit(&values, population, successes, draws);
    assert!(!fit.passes(HYPERGEOMETRICS.len()));
}

#[test]
fn hypergeometric_draws_agree_with_another_library() {
    // It takes a time of the order of the population to prepare for small means.
    let quick = |&(population, successes, draws): &(u64, u64, u64)| {
        let mean = successes as f64 * draws as f64 / population as f64;
        population <= 1_000_000 || (mean > 100.0 && population <= 1_000_000_000_000)
    };
    for (index, case) in HYPERGEOMETRICS.into_iter().filter(quick).enumerate() {
        let (population, successes, draws) = case;
        let theirs = rand_distr::Hypergeometric::new(population, successes, draws).unwrap();
        let mut rng = stream("hypergeometric against rand_distr", index);
        let first = (0..DRAWS)
            .map(|_| hypergeometric(&mut rng, population, successes, draws))
            .collect();
        let second = (0..DRAWS).map(|_| theirs.sample(&mut rng)).collect();
        let tests = HYPERGEOMETRICS.len();
        fit::assert_same_distribution(first, second, tests, &format!("{case:?}"));
    }
}

#[test]
fn gamma_draws_fit_their_distribution() {
    const SHAPES: [f64; 9] = [1e-3, 0.1, 0.5, 0.999, 1.0, 2.5, 40.0, 1e4, 1e6];
    for (index, shape) in SHAPES.into_iter().enumerate() {
        let mut rng = stream("gamma", index);
        let values: Vec<f64> = (0..DRAWS).map(|_| gamma(&mut rng, shape)).collect();
        let uniforms: Vec<f64> = values
            .iter()
            .map(|&x| special::gamma::lower_regularised(shape, x))
            .collect();
        // At shape 1e-3 half of the draws are below the smallest double: one lump at 0.
        fit::uniforms(
            &uniforms,
            special::gamma::lower_regularised(shape, f64::MIN_POSITIVE),
        )
        .assert_passes(SHAPES.len(), &format!("Gamma({shape})"));
        let wrong: Vec<f64> = values
            .iter()
            .map(|&x| special::gamma::lower_regularised(shape, x * (1.0 + 0.03 / shape.sqrt())))
            .collect();
        let lump = special::gamma::lower_regularised(shape, f64::MIN_POSITIVE);
        assert!(
            shape < 0.05 || !fit::uniforms(&wrong, lump).passes(SHAPES.len()),
            "{shape}"
        );
    }
}

#[test]
fn cells_of_a_multinomial_are_binomial_and_correlated_as_they_should() {
    let (n, weights) = (5_000, [2.0, 0.0, 1.0, 4.0, 1e-3, 0.0]);
    let total: f64 = weights.iter().sum();
    let mut rng = stream("multinomial", 0);
    let mut draws = vec![Vec::new(); 6];
    let mut pair = Vec::with_capacity(DRAWS);
    for _ in 0..DRAWS {
        let mut out = [0; 6];
        multinomial(&mut rng, n, &weights, &mut out).unwrap();
        assert_eq!(out.iter().sum::<u64>(), n);
        draws
            .iter_mut()
            .zip(out)
            .for_each(|(cell, value)| cell.push(value));
        pair.push(out[0] + out[3]);
    }
    for (index, weight) in weights.into_iter().enumerate() {
        if weight == 0.0 {
            assert!(draws[index].iter().all(|&value| value == 0));
        } else {
            binomial_fit(&draws[index], n, weight / total).assert_passes(5, "cell");
        }
    }
    binomial_fit(&pair, n, 6.0 / total).assert_passes(5, "two cells together");
}

#[test]
fn kinds_of_a_multivariate_draw_are_hypergeometric() {
    let (counts, taken) = ([40, 0, 300, 7, 1_000], 200);
    let population = counts.iter().sum();
    let mut rng = stream("multivariate hypergeometric", 0);
    let mut draws = vec![Vec::new(); 5];
    let mut pair = Vec::with_capacity(DRAWS);
    for _ in 0..DRAWS {
        let mut out = [0; 5];
        multivariate_hypergeometric(&mut rng, &counts, taken, &mut out);
        assert_eq!(out.iter().sum::<u64>(), taken);
        draws
            .iter_mut()
            .zip(out)
            .for_each(|(kind, value)| kind.push(value));
        pair.push(out[0] + out[4]);
    }
    assert!(draws[1].iter().all(|&value| value == 0));
    for index in [0, 2, 3, 4] {
        hypergeometric_fit(&draws[index], population, counts[index], taken)
            .assert_passes(5, "kind");
    }
    hypergeometric_fit(&pair, population, 1_040, taken).assert_passes(5, "two kinds together");
}

#[test]
fn certain_outcomes_draw_nothing() {
    for n in [0, 1, 1_000, u64::MAX] {
        assert_eq!(Binomial::new(n, 0.0).unwrap().sample(&mut VoidRng), 0);
        assert_eq!(Binomial::new(n, 1.0).unwrap().sample(&mut VoidRng), n);
        assert_eq!(hypergeometric(&mut VoidRng, n, 0, n / 2), 0);
        assert_eq!(hypergeometric(&mut VoidRng, n, n, n / 2), n / 2);
        assert_eq!(hypergeometric(&mut VoidRng, n, n / 2, 0), 0);
        assert_eq!(hypergeometric(&mut VoidRng, n, n / 2, n), n / 2);
    }
    assert_eq!(Binomial::new(0, 0.5).unwrap().sample(&mut VoidRng), 0);
    assert_eq!(hypergeometric(&mut VoidRng, 5, 9, 9), 5);

    let mut out = [9; 3];
    multivariate_hypergeometric(&mut VoidRng, &[3, 0, 4], 7, &mut out);
    assert_eq!(out, [3, 0, 4]);
    multivariate_hypergeometric(&mut VoidRng, &[3, 0, 4], 99, &mut out);
    assert_eq!(out, [3, 0, 4]);
    multivariate_hypergeometric(&mut VoidRng, &[3, 0, 4], 0, &mut out);
    assert_eq!(out, [0, 0, 0]);
    multinomial(&mut VoidRng, 8, &[0.0, 2.5, 0.0], &mut out).unwrap();
    assert_eq!(out, [0, 8, 0]);
    multinomial(&mut VoidRng, 0, &[0.0, 0.0, 0.0], &mut out).unwrap();
    assert_eq!(out, [0, 0, 0]);
    assert!(gamma(&mut VoidRng, 0.0).is_nan());
    assert!(gamma(&mut VoidRng, f64::NAN).is_nan());
}

#[test]
fn impossible_parameters_are_errors() {
    for p in [-1e-9, 1.0 + 1e-9, f64::NAN, f64::INFINITY] {
        assert!(matches!(
            Binomial::new(10, p),
            Err(ParameterError::Probability(_))
        ));
    }
    let mut out = [7; 2];
    let mut attempt = |weights: [f64; 2]| multinomial(&mut VoidRng, 3, &weights, &mut out);
    assert_eq!(attempt([0.0, 0.0]), Err(ParameterError::NoWeight));
    assert_eq!(attempt([1.0, -2.0]), Err(ParameterError::Weight(-2.0)));
    assert!(matches!(
        attempt([f64::NAN, 1.0]),
        Err(ParameterError::Weight(_))
    ));
    assert!(matches!(
        attempt([f64::MAX, f64::MAX]),
        Err(ParameterError::Weight(_))
    ));
}

#[test]
fn draws_stay_in_the_support() {
    let mut rng = stream("support", 0);
    for _ in 0..200_000 {
        let any = rng.next_u64() >> rng.random_range(0..64);
        let p = libm::exp(-40.0 * uniform_open(&mut rng));
        let p = if any.is_multiple_of(2) { p } else { 1.0 - p };
        assert!(Binomial::new(any, p).unwrap().sample(&mut rng) <= any);
        let population = any >> 1;
        let successes = rng.random_range(0..=population);
        let draws = rng.random_range(0..=population) >> rng.random_range(0..40);
        let value = hypergeometric(&mut rng, population, successes, draws);
        assert!(value <= successes.min(draws));
        assert!(draws - value <= population - successes);
    }
}

/// Any change of these values changes every result of the simulator for the same seed.
#[test]
fn values_are_stable() {
    let pinned_binomials: [(u64, f64, [u64; 4]); 6] = [
        (1_000_000, 3e-6, [4, 5, 5, 6]),
        (1_000, 0.999, [999, 998, 998, 997]),
        (1_000, 0.3, [285, 295, 288, 289]),
        (1_000, 0.7, [715, 705, 712, 711]),
        (10_000_000_000, 1e-6, [9_899, 9_962, 10_008, 9_966]),
        (
            1_000_000_000_000_000_000,
            0.123,
            [
                122_999_999_669_183_230,
                122_999_999_876_589_375,
                123_000_000_024_799_823,
                122_999_999_887_583_712,
            ],
        ),
    ];
    for (n, p, expected) in pinned_binomials {
        let mut rng = stream("stability", 1);
        let sampler = Binomial::new(n, p).unwrap();
        assert_eq!(
            std::array::from_fn(|_| sampler.sample(&mut rng)),
            expected,
            "{n} {p}"
        );
    }
    let pinned_hypergeometrics: [(u64, u64, u64, [u64; 4]); 4] = [
        (1_000, 30, 100, [2, 5, 2, 2]),
        (1_000, 600, 700, [415, 427, 423, 417]),
        (1_000_000, 999_000, 20_000, [19_983, 19_975, 19_978, 19_982]),
        (
            1_000_000_000_000_000_000,
            1_000_000_000_000,
            20_000_000,
            [17, 25, 22, 18],
        ),
    ];
    for (population, successes, draws, expected) in pinned_hypergeometrics {
        let mut rng = stream("stability", 2);
        let drawn = std::array::from_fn(|_| hypergeometric(&mut rng, population, successes, draws));
        assert_eq!(drawn, expected, "{population} {successes} {draws}");
    }
    // Exact, not nearly: everything comes from exact operations and one library of functions.
    let pinned_gammas: [(f64, [f64; 2]); 3] = [
        (0.3, [0.105_544_491_248_084_95, 0.207_151_264_210_497_6]),
        (2.5, [11.012_481_110_656_115, 4.520_703_393_732_251]),
        (1e4, [10_320.693_238_280_375, 10_122.851_117_213_735]),
    ];
    for (shape, expected) in pinned_gammas {
        let mut rng = stream("stability", 3);
        assert_eq!(
            std::array::from_fn(|_| gamma(&mut rng, shape)),
            expected,
            "{shape}"
        );
    }
}
