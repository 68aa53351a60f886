//! Hand-computed arrays, a bivariate normal of known correlation, and the coverage of the intervals.

use super::*;
use rand::SeedableRng;
use rand::rngs::ChaCha8Rng;
use rand_distr::{Distribution, Exp1, StandardNormal};

fn of(base: &[f64], other: &[f64], confidence: f64) -> Option<Paired> {
    Paired::of(base, other, Clusters::Independent, confidence)
}

fn close(got: f64, wanted: f64) {
    assert!(
        (got - wanted).abs() <= 1e-9 * wanted.abs().max(1e-3),
        "{got}, not {wanted}"
    );
}

#[test]
fn four_pairs_by_hand() {
    // Differences 1, 2, 3, 2: mean 2, sum of squares 2, variance 2/3.
    let p = of(&[1.0, 2.0, 3.0, 4.0], &[2.0, 4.0, 6.0, 6.0], 0.95).expect("pairs");
    assert_eq!((p.n, p.dropped), (4, 0));
    close(p.base, 2.5);
    close(p.other, 4.5);
    close(p.difference, 2.0);
    close(p.sd.expect("four"), (2.0_f64 / 3.0).sqrt());
    close(p.mcse.expect("four"), (1.0_f64 / 6.0).sqrt());
    // t of 3 degrees of freedom at 95 %: 3.182446305.
    let half = 3.182_446_305_284 * (1.0_f64 / 6.0).sqrt();
    let interval = p.interval.expect("four");
    close(interval.low, 2.0 - half);
    close(interval.high, 2.0 + half);
    // Type 7 quantiles of 1, 2, 2, 3.
    close(p.p05, 1.15);
    close(p.p50, 2.0);
    close(p.p95, 2.85);
    assert_eq!((p.higher, p.lower), (1.0, 0.0));
    // Variances 5/3 and 11/3, covariance 7/3.
    close(p.correlation.expect("both vary"), 7.0 / 55.0_f64.sqrt());
    close(
        p.variance_reduction.expect("varies"),
        (16.0 / 3.0) / (2.0 / 3.0),
    );
    assert_eq!(p.shown, Shown::Higher);
    // The base is 2.5 with a t interval of ± 2.05: not 0.
    let relative = p.relative.expect("the base is above 0");
    close(relative.value, 0.8);
    assert!(relative.low > 0.0 && relative.high > relative.value);
}

/// Few pairs and a large fall: the interval of Fieller alone would end below −100 %.
#[test]
fn what_is_never_negative_falls_by_no_more_than_all_of_it() {
    let base = [10.0, 11.0, 9.0, 10.0];
    let relative = |other: &[f64]| of(&base, other, 0.9).and_then(|p| p.relative);
    let steady = relative(&[1.0, 1.0, 2.0, 1.0]).expect("the base is above 0");
    assert!(steady.low > -1.0 && steady.value > steady.low);
    let spread = relative(&[0.0, 0.0, 30.0, 0.0]).expect("the base is above 0");
    assert_eq!(spread.low, -1.0);
    let negative = relative(&[0.0, 0.0, 30.0, -1.0]).expect("the base is above 0");
    assert!(negative.low < -1.0);
}

#[test]
fn undefined_replications_are_dropped_in_pairs() {
    let nan = f64::NAN;
    let p = of(
        &[1.0, nan, 3.0, 5.0, f64::INFINITY],
        &[2.0, 7.0, nan, 5.0, f64::INFINITY],
        0.95,
    );
    let p = p.expect("two pairs");
    assert_eq!((p.n, p.dropped), (2, 3));
    close(p.difference, 0.5);
    assert_eq!((p.higher, p.lower), (0.5, 0.0));
    assert!(of(&[nan, 1.0], &[1.0, nan], 0.95).is_none());
    assert!(of(&[], &[], 0.95).is_none());
}

#[test]
fn identical_constant_and_single() {
    let values = [0.1, 0.7, 1e9, 3.0];
    let same = of(&values, &values, 0.95).expect("pairs");
    assert_eq!((same.shown, same.difference), (Shown::Identical, 0.0));
    assert_eq!(
        same.interval,
        Some(Interval {
            low: 0.0,
            high: 0.0
        })
    );
    assert_eq!(
        (same.variance_reduction, same.needed_for_observed),
        (None, None)
    );
    assert_eq!(
        same.relative.map(|r| (r.low, r.high)),
        None,
        "1e9 in one of four"
    );
    let shifted = values.map(|v| v + 1.0);
    let p = of(&[1.0, 2.0, 3.0, 4.0], &[2.0, 3.0, 4.0, 5.0], 0.95).expect("pairs");
    assert_eq!(
        (p.shown, p.sd, p.variance_reduction),
        (Shown::Higher, Some(0.0), None)
    );
    assert_eq!(
        of(&shifted, &values, 0.95).expect("pairs").shown,
        Shown::Lower
    );
    let one = of(&[1.0], &[2.0], 0.95).expect("one pair");
    assert_eq!((one.shown, one.difference), (Shown::Unknown, 1.0));
    assert!(one.interval.is_none() && one.relative.is_none() && one.correlation.is_none());
    let tie = of(&[1.0, 2.0], &[2.0, 1.0], 0.95).expect("pairs");
    assert_eq!(tie.shown, Shown::NoDifference);
    assert_eq!(
        tie.needed_for_observed, None,
        "a difference of 0 is never shown"
    );
    assert!(tie.needed_for_one_percent.is_some());
}

#[test]
fn skewed_differences_are_told() {
    // Differences 0, 0, 0, 4: mean 1, second moment 3, third 6: 6/√27.
    let p = of(&[1.0; 4], &[1.0, 1.0, 1.0, 5.0], 0.95).expect("pairs");
    close(p.skewness.expect("varies"), 6.0 / 27.0_f64.sqrt());
    // 25 · 36/27 = 33.3
    assert_eq!((p.needed_for_interval, p.is_skewed()), (Some(34.0), true));
    let even = of(&[1.0; 4], &[1.0, 2.0, 3.0, 4.0], 0.95).expect("pairs");
    assert!(!even.is_skewed() && even.skewness.is_some_and(|g| g.abs() < 1e-12));
    let constant = of(&[1.0; 3], &[2.0; 3], 0.95).expect("pairs");
    assert_eq!((constant.skewness, constant.is_skewed()), (None, false));
}

/// Pairs of unit normals of correlation `rho`, the second shifted by `shift`.
fn normals(rng: &mut ChaCha8Rng, n: usize, rho: f64, shift: f64) -> (Vec<f64>, Vec<f64>) {
    let pair = |_| {
        let (x, e): (f64, f64) = (StandardNormal.sample(rng), StandardNormal.sample(rng));
        (x, shift + rho * x + (1.0 - rho * rho).sqrt() * e)
    };
    (0..n).map(pair).unzip()
}

/// Standard normal deviates beyond which one of the comparisons below falls by chance: 1e-7 on both sides together.
const FAR: f64 = 5.33;

#[test]
fn a_bivariate_normal_gives_its_correlation_and_its_variance_reduction() {
    let n = 40_000;
    for (seed, rho) in [(1, -0.5), (2, 0.0), (3, 0.6), (4, 0.95)] {
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        let (a, b) = normals(&mut rng, n, rho, 0.25);
        let p = of(&a, &b, 0.95).expect("pairs");
        let root = (n as f64 - 3.0).sqrt();
        // Fisher's z: normal with variance 1/(n − 3).
        let fisher = |r: f64| libm::atanh(r);
        let got = p.correlation.expect("both vary");
        assert!(
            ((fisher(got) - fisher(rho)) * root).abs() < FAR,
            "{rho}: {got}"
        );
        // Differences are normal with variance 2(1 − ρ); of the ratio, log s² has variance 2/n for each of the two
        // independent parts sum and difference: (1 + s₊²/s₋²)/2 with s₊²/s₋² = (1 + ρ)/(1 − ρ).
        let sums = 2.0 * p.variance_reduction.expect("varies") - 1.0;
        let wanted = (1.0 + rho) / (1.0 - rho);
        let deviate = libm::log(sums / wanted) / (4.0 / n as f64).sqrt();
        assert!(deviate.abs() < FAR, "{rho}: {deviate}");
        let error = (2.0 * (1.0 - rho) / n as f64).sqrt();
        assert!(((p.difference - 0.25) / error).abs() < FAR);
        let wrong = (fisher(got) - fisher(rho + 0.05)) * root;
        assert!(wrong.abs() > FAR, "a correlation off by 0.05 is noticed");
    }
}

/// Shares of runs in which the interval of the difference, and that of the ratio, hold the truth.
fn coverage(n: usize, runs: usize, seed: u64, skewed: bool) -> (f64, f64) {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let (mut difference, mut ratio) = (0, 0);
    for _ in 0..runs {
        // A linear model: the state of the world moves both, the policy adds a tenth of the base and 3.
        let pairs = (0..n).map(|_| {
            let noise = |rng: &mut ChaCha8Rng| -> f64 {
                if skewed {
                    let e: f64 = Exp1.sample(rng);
                    e - 1.0
                } else {
                    StandardNormal.sample(rng)
                }
            };
            let base = 50.0 + 10.0 * noise(&mut rng) + 2.0 * noise(&mut rng);
            (base, 1.1 * base + 3.0 + 4.0 * noise(&mut rng))
        });
        let (a, b): (Vec<f64>, Vec<f64>) = pairs.unzip();
        let p = of(&a, &b, 0.9).expect("pairs");
        let i = p.interval.expect("several");
        difference += usize::from((i.low..=i.high).contains(&8.0));
        let r = p.relative.expect("the base is far from 0");
        ratio += usize::from((r.low..=r.high).contains(&0.16));
        assert_eq!(
            i.low > 0.0 || i.high < 0.0,
            r.low > 0.0 || r.high < 0.0,
            "both intervals hold 0, or none does"
        );
    }
    (difference as f64 / runs as f64, ratio as f64 / runs as f64)
}

#[test]
fn intervals_of_a_linear_model_hold_the_truth_as_often_as_they_say() {
    let runs = 20_000;
    let error = (0.9 * 0.1 / runs as f64).sqrt();
    for (n, seed) in [(5, 11), (40, 12)] {
        let (difference, ratio) = coverage(n, runs, seed, false);
        for share in [difference, ratio] {
            assert!(((share - 0.9) / error).abs() < FAR, "n = {n}: {share}");
        }
        // The quantile of the normal instead of Student's t would be noticed at n = 5 (coverage 0.825).
    }
    let (difference, ratio) = coverage(40, runs, 13, true);
    for share in [difference, ratio] {
        assert!((share - 0.9).abs() < 0.01 + FAR * error, "skewed: {share}");
    }
}

#[test]
fn as_many_replications_as_needed_find_the_difference_as_often_as_they_say() {
    let mut rng = ChaCha8Rng::seed_from_u64(21);
    let rho: f64 = 0.8;
    let sd = (2.0 * (1.0 - rho)).sqrt();
    let n = power::replications_needed(sd, 0.2, 0.95, 1.0).expect("varies") as usize;
    let runs = 4_000;
    let shown = |rng: &mut ChaCha8Rng, shift: f64| {
        let found = (0..runs).filter(|_| {
            let (a, b) = normals(rng, n, rho, shift);
            of(&a, &b, 0.95).expect("pairs").shown == Shown::Higher
        });
        found.count() as f64 / runs as f64
    };
    let power = shown(&mut rng, 0.2);
    // Rounding up to two digits adds less than 0.02.
    let error = (0.8 * 0.2 / runs as f64).sqrt();
    assert!(
        power > 0.8 - FAR * error && power < 0.82 + FAR * error,
        "{power}"
    );
    let level = shown(&mut rng, 0.0);
    let error = (0.025 * 0.975 / runs as f64).sqrt();
    assert!((level - 0.025).abs() < FAR * error, "{level}");
}

/// Replications in rows of five that share a draw: of 1,000 intervals at 90 %, 868 to 931 hold the mean (both ends outside
/// 1 in 1,000 in the exact binomial distribution of the number that does). Taken as independent, far fewer do.
#[test]
fn intervals_hold_where_replications_share_a_draw() {
    let mut random = ChaCha8Rng::seed_from_u64(91);
    let (draws, rows) = (20_u64, 5);
    let mut held = [0, 0];
    for _ in 0..1000 {
        let mut normal = || -> f64 { StandardNormal.sample(&mut random) };
        let (mut a, mut b) = (Vec::new(), Vec::new());
        for _ in 0..draws {
            let state = normal();
            for _ in 0..rows {
                a.push(10.0 + state + 0.3 * normal());
                b.push(10.0 + 2.0 * state + 0.3 * normal());
            }
        }
        for (held, clusters) in held
            .iter_mut()
            .zip([Clusters::Rows(rows), Clusters::Independent])
        {
            let p = Paired::of(&a, &b, clusters, 0.9).expect("pairs");
            let interval = p.interval.expect("many");
            *held += i32::from(interval.low <= 0.0 && 0.0 <= interval.high);
        }
        let p = Paired::of(&a, &b, Clusters::Rows(rows), 0.9).expect("pairs");
        assert_eq!((p.n, p.groups, p.draws), (100, 20, 20));
    }
    assert!((868..=931).contains(&held[0]), "{held:?}");
    assert!(held[1] < 700, "{held:?}");
}

/// Randomisations of a sequence: the error is that of their means, whatever the spread within them.
#[test]
fn randomisations_that_agree_leave_no_error_of_a_difference() {
    let clusters = Clusters::Randomisations { count: 4, rows: 1 };
    let base = [1.0; 8];
    let p = Paired::of(
        &base,
        &[2.0, 2.0, 2.0, 2.0, 6.0, 6.0, 6.0, 6.0],
        clusters,
        0.95,
    );
    let p = p.expect("pairs");
    assert_eq!((p.groups, p.draws, p.mcse), (4, 8, Some(0.0)));
    close(p.difference, 3.0);
    let p = Paired::of(
        &base,
        &[2.0, 3.0, 4.0, 5.0, 2.0, 3.0, 4.0, 5.0],
        clusters,
        0.95,
    );
    // Means of the groups 1, 2, 3, 4: standard deviation √(5/3).
    close(
        p.expect("pairs").mcse.expect("four groups"),
        (5.0_f64 / 12.0).sqrt(),
    );
}

#[test]
fn one_draw_says_nothing_about_the_error() {
    let p = Paired::of(&[1.0, 2.0], &[2.0, 4.0], Clusters::Rows(2), 0.95).expect("pairs");
    assert_eq!((p.groups, p.mcse, p.shown), (1, None, Shown::Unknown));
    assert!(p.needed_for_observed.is_none() && p.relative.is_none());
}
