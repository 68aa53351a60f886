//! Tests of the constants of the method, and of single draws.

use super::*;
use crate::random::Streams;
use crate::special::binomial::ln_probability;

/// Parameters of the rejection method from its lower end to the largest counts.
const CASES: [(u64, f64); 16] = [
    (20, 0.5),
    (25, 0.4),
    (100, 0.1),
    (100, 0.5),
    (1_000, 0.01),
    (1_000, 0.3),
    (10_000_000, 1e-6),
    (100_000, 1e-3),
    (1_000_000, 0.1),
    (1_000_000, 0.5),
    (10_000_000_000, 1e-6),
    (10_000_000_000_000_000, 1.1e-15),
    (10_000_000_000_000_000, 0.3),
    (1_000_000_000_000_000_000, 1e-9),
    (1_000_000_000_000_000_000, 0.5),
    (i64::MAX as u64, 0.499_999),
];

/// Offsets that cover the bulk and the tails without visiting all of them.
fn offsets(method: &Rejection) -> Vec<i64> {
    let deviation = method.variance.sqrt();
    let mut offsets: Vec<i64> = (-900..=900_i32)
        .map(|step| (f64::from(step) * deviation / 100.0).round() as i64)
        .filter(|&offset| {
            method
                .mode
                .checked_add_signed(offset)
                .is_some_and(|k| k <= method.trials)
        })
        .collect();
    offsets.dedup();
    offsets
}

#[test]
fn ratios_agree_with_probabilities() {
    for (n, p) in CASES {
        let method = Rejection::new(n, p);
        let at_mode = ln_probability(method.mode, n, p);
        for offset in offsets(&method) {
            let k = method.mode.checked_add_signed(offset).unwrap();
            let expected = ln_probability(k, n, p) - at_mode;
            let computed = method.ln_ratio(k, offset);
            let tolerance = 1e-12 * (1.0 + expected.abs());
            assert!((computed - expected).abs() < tolerance, "{n} {p} {offset}");
        }
    }
}

#[test]
fn cheap_bounds_enclose_the_ratio() {
    for (n, p) in CASES {
        let method = Rejection::new(n, p);
        for offset in offsets(&method) {
            let Some((lower, upper)) = method.bounds_of_ln_ratio(offset) else {
                continue;
            };
            let k = method.mode.checked_add_signed(offset).unwrap();
            let exact = method.ln_ratio(k, offset);
            assert!(
                lower <= exact + 1e-12 && exact <= upper + 1e-12,
                "{n} {p} {offset}"
            );
        }
    }
}

/// The bounds depend on where the mean lies between two whole numbers, most so at small offsets
/// and small variances.
#[test]
fn cheap_bounds_hold_for_every_fraction_of_the_mean() {
    for n in (20..150).chain([300, 1_000, 5_000, 100_000]) {
        for step in 1..=250 {
            let p = f64::from(step) / 500.0;
            if (n as f64) * p < INVERSION_BELOW {
                continue;
            }
            let method = Rejection::new(n, p);
            for offset in -60..=60 {
                let Some(k) = method.mode.checked_add_signed(offset).filter(|&k| k <= n) else {
                    continue;
                };
                let Some((lower, upper)) = method.bounds_of_ln_ratio(offset) else {
                    continue;
                };
                let exact = method.ln_ratio(k, offset);
                // At offset 0 all three are 0; elsewhere rounding is far below the bounds.
                let rounding = 1e-12;
                assert!(
                    lower <= exact + rounding && exact <= upper + rounding,
                    "{n} {p} {k}"
                );
            }
        }
    }
}

/// The two conditions under which rejection is exact: the hat is nowhere below the
/// probabilities, and the region accepted at once is nowhere above them.
#[test]
fn hat_and_squeeze_enclose_the_probabilities() {
    for (n, p) in CASES {
        let method = Rejection::new(n, p);
        for step in 1..20_000 {
            let u = f64::from(step) / 20_000.0 - 0.5;
            let margin = 0.5 - u.abs();
            let place = (method.twice_a / margin + method.b) * u + method.centre;
            let offset = place.floor() as i64;
            let Some(k) = method.mode.checked_add_signed(offset).filter(|&k| k <= n) else {
                continue;
            };
            let slope = 0.5 * method.twice_a / (margin * margin) + method.b;
            let accepted = libm::exp(method.ln_ratio(k, offset)) * slope / method.alpha;
            assert!(accepted <= 1.0, "hat below {n} {p} {offset}: {accepted}");
            if margin >= 0.07 {
                assert!(
                    accepted >= method.squeeze,
                    "squeeze above {n} {p} {offset}: {accepted}"
                );
            }
        }
    }
}

/// Same numbers, and as much taken from the stream.
#[test]
fn a_single_draw_is_that_of_a_distribution() {
    let [mut one, mut other] = [1; 2].map(|seed| Streams::new(seed).stream("draw", 0));
    for mean in [1e-18, 1e-9, 1e-3, 0.1, 0.5, 0.74, 0.76, 3.0, 40.0] {
        for trials in [0, 1, 2, 3, 50, 1_000_000, 10_u64.pow(15)] {
            for p in [
                mean / trials.max(1) as f64,
                1.0 - mean / trials.max(1) as f64,
            ] {
                let p = p.clamp(0.0, 1.0);
                for _ in 0..300 {
                    let expected = Binomial::new(trials, p).unwrap().sample(&mut one);
                    assert_eq!(
                        Binomial::draw(&mut other, trials, p).unwrap(),
                        expected,
                        "{trials} {p}"
                    );
                }
            }
        }
    }
    assert_eq!(uniform(&mut one), uniform(&mut other));
    assert!(Binomial::draw(&mut one, 1, 1.1).is_err());
}

#[test]
fn modes_are_exact() {
    assert_eq!(mode(20, 0.5), (10, 0.0));
    assert_eq!(mode(21, 0.5), (11, 0.5));
    assert_eq!(mode(i64::MAX as u64, 0.5), (1 << 62, 0.5));
    assert_eq!(mode(u64::MAX, 0.5), (1 << 63, 0.5));
    let (n, p) = (10_u64.pow(18), 0.25 + f64::EPSILON);
    assert_eq!(mode(n, p).0, 250_000_000_000_000_222);
}
