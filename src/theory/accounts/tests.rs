//! The laws against fifty digits, against worlds simulated account by account, and their order.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::*;
use crate::random::gamma::gamma;
use crate::random::{Stream, Streams, uniform_open};
use crate::special::poisson;
use crate::special::reference::assert_table_matches;

const TABLE: &str = include_str!("../../../tests/data/accounts.csv");

fn account(arguments: &[f64]) -> (Account, f64, u64) {
    let account = Account::new(arguments[1]).with_album(arguments[2]);
    (account, arguments[3], arguments[0] as u64)
}

#[test]
fn agrees_with_fifty_digits() {
    assert_table_matches(TABLE, "tail", 1e-11, |a| {
        let (account, mean, k) = account(a);
        account.tail(mean, k)
    });
    assert_table_matches(TABLE, "exactly", 1e-11, |a| {
        let (account, mean, k) = account(a);
        account.exactly(mean, k)
    });
}

/// k·P(N = k) = m·P(exactly k − 1 others): both count the hits on accounts with k hits.
#[test]
fn size_bias_counts_hits() {
    for (activity, album) in [
        (0.2, f64::INFINITY),
        (2.0, 0.01),
        (1e6, 3.0),
        (f64::INFINITY, 1e-6),
    ] {
        let account = Account::new(activity).with_album(album);
        for (mean, k) in [(1e-6, 2), (0.3, 3), (5.773, 30), (80.0, 100)] {
            let hits = k as f64 * account.exactly(mean, k);
            let others = mean * account.others_exactly(mean, k - 1);
            assert!((hits / others - 1.0).abs() < 1e-9, "{account:?} {mean} {k}");
        }
    }
}

/// Facts of Apple's threshold of 2021: 30 matches, one account in 10¹² and year.
#[test]
fn one_in_a_trillion_needs_independence() {
    let independent = Account::new(f64::INFINITY);
    let mean = independent.mean_for_tail(30, 1e-12);
    assert!((mean - 5.773).abs() < 5e-4, "{mean}");
    assert!((independent.tail(5.773, 30) / 1e-12 - 1.0).abs() < 0.01);
    for (correlation, orders) in ORDERS_LOST {
        let account = independent.with_album(album_shape(1e-6, correlation));
        let lost = libm::log10(account.tail(mean, 30) / 1e-12);
        assert!((lost - orders).abs() < 0.005, "{correlation}: {lost}");
    }
}

/// Orders of magnitude by which the tail rises at p = 1e-6, by the correlation of verdicts within an account.
const ORDERS_LOST: [(f64, f64); 8] = [
    (1e-9, 0.122),
    (1e-8, 1.088),
    (1e-7, 5.527),
    (1e-6, 9.919),
    (1e-5, 10.761),
    (1e-4, 10.385),
    (1e-2, 8.841),
    (0.1, 7.928),
];

#[test]
fn a_mean_is_found_from_its_tail() {
    for account in [Account::new(0.3), Account::new(2.0).with_album(0.01)] {
        for (k, probability) in [(1, 1e-9), (3, 0.2), (30, 1e-30)] {
            let mean = account.mean_for_tail(k, probability);
            assert!((account.tail(mean, k) / probability - 1.0).abs() < 1e-9);
        }
        assert!(account.mean_for_tail(0, 0.5).is_nan() && account.mean_for_tail(3, 1.0).is_nan());
    }
}

/// One-sided false-alarm probability 5e-7: one in a million for both sides.
const Z: f64 = 4.9;

/// Times of the hits of one account, in order.
fn hit_times(stream: &mut Stream, account: Account, rate: f64, until: f64) -> Vec<f64> {
    let mut factor = |shape: f64| match shape {
        f64::INFINITY => 1.0,
        _ => gamma(stream, shape) / shape,
    };
    let rate = rate * factor(account.activity) * factor(account.album);
    let mut times = Vec::new();
    let mut time = 0.0;
    loop {
        time -= libm::log(uniform_open(stream)) / rate;
        if !(time < until) {
            return times;
        }
        times.push(time);
    }
}

const WORLDS: [(f64, f64, u64); 4] = [
    (1.5, f64::INFINITY, 2),
    (1.5, 0.8, 2),
    (0.7, 3.0, 3),
    (f64::INFINITY, 0.5, 3),
];

/// 100,000 accounts one by one, in continuous time with a sliding window.
#[test]
fn risk_is_the_share_of_accounts_reported() {
    const ACCOUNTS: f64 = 1e5;
    let (window, horizon, rate) = (10.0, 80.0, 0.008);
    for (index, (activity, album, k)) in (0..).zip(WORLDS) {
        let account = Account::new(activity).with_album(album);
        let mut stream = Streams::new(5).stream("accounts/risk", index);
        let reported = (0..ACCOUNTS as u32)
            .filter(|_| {
                let times = hit_times(&mut stream, account, rate, horizon);
                let after = times.iter().skip(k as usize - 1);
                times
                    .iter()
                    .zip(after)
                    .any(|(from, to)| to - from <= window)
            })
            .count() as f64;
        let table = ScanTable::new(k, window, horizon);
        let z = |risk: f64| {
            // The count is binomial; the table adds its own relative standard error of 1 %.
            let variance = risk * (1.0 - risk) / ACCOUNTS + (0.01 * risk) * (0.01 * risk);
            (reported / ACCOUNTS - risk) / variance.sqrt()
        };
        let risk = table.risk(account, rate);
        assert!(z(risk).abs() < Z, "{account:?} {k}: {risk} {}", z(risk));
        for mutant in [
            table.risk(
                Account {
                    activity: account.activity + 1.0,
                    album: account.album + 1.0,
                    ..account
                },
                rate,
            ),
            account.tail(rate * horizon, k),
            horizon / window * account.tail(rate * window, k),
        ] {
            assert!(
                z(mutant).abs() > Z || mutant == risk,
                "{account:?} {k}: {mutant}"
            );
        }
    }
}

/// Of the hits of 100,000 accounts, those with k − 1 others in the window before.
#[test]
fn passes_are_shares_of_hits() {
    const ACCOUNTS: u32 = 100_000;
    let (window, until, rate) = (10.0, 40.0, 0.04);
    for (index, (activity, album, k)) in (0..).zip(WORLDS) {
        let account = Account::new(activity).with_album(album);
        let mut stream = Streams::new(6).stream("accounts/passes", index);
        // Of each account: hits after the first window, of which with at least and with exactly k − 1 others before.
        let counts: Vec<[f64; 3]> = (0..ACCOUNTS)
            .map(|_| count_passes(&hit_times(&mut stream, account, rate, until), window, k))
            .collect();
        let passes = ThresholdLaw::new(account, k).passes(rate * window);
        let wrong = rate * window;
        for (column, right, mutant) in [
            (1, passes.at_least, account.tail(wrong, k - 1)),
            (2, passes.exactly, account.exactly(wrong, k - 1)),
        ] {
            assert!(
                z_of_share(&counts, column, right).abs() < Z,
                "{account:?} {k} {column}"
            );
            assert!(
                z_of_share(&counts, column, mutant).abs() > Z,
                "{account:?} {k} {column}"
            );
        }
    }
}

fn count_passes(times: &[f64], window: f64, k: u64) -> [f64; 3] {
    let mut counts = [0.0; 3];
    for (index, time) in times.iter().enumerate().filter(|(_, time)| **time > window) {
        let others = times[..index]
            .iter()
            .filter(|t| **t > time - window)
            .count() as u64;
        counts[0] += 1.0;
        counts[1] += f64::from(others >= k - 1);
        counts[2] += f64::from(others == k - 1);
    }
    counts
}

/// Standard errors between a share and what was counted; hits of one account are not independent, accounts are.
fn z_of_share(counts: &[[f64; 3]], column: usize, share: f64) -> f64 {
    let differences = counts.iter().map(|c| c[column] - share * c[0]);
    let sum: f64 = differences.clone().sum();
    let squares: f64 = differences.map(|d| d * d).sum();
    sum / squares.sqrt()
}

/// Naus (1982): P(no window holds k hits) for a Poisson process over two windows of mean ψ, in closed form.
#[test]
fn two_windows_have_a_closed_form() {
    for (k, mean) in [(2_u64, 0.3), (3, 0.5), (5, 2.0), (10, 4.0)] {
        let p = |n: u64| poisson::probability(n, mean);
        let below = |n: u64| {
            if n == 0 {
                0.0
            } else {
                poisson::cdf(n - 1, mean)
            }
        };
        let kf = k as f64;
        let none = below(k) * below(k)
            - (kf - 1.0) * p(k) * p(k - 2)
            - (kf - 1.0 - mean) * p(k) * below(k - 2);
        let risk = ScanTable::new(k, 1.0, 2.0).risk(Account::new(f64::INFINITY), mean);
        assert!(
            (risk / (1.0 - none) - 1.0).abs() < Z * 0.01,
            "{k} {mean}: {risk} {none}"
        );
    }
}

#[test]
fn risk_by_activity_is_ordered_and_continuous() {
    let account = Account::new(2.0).with_album(0.3);
    let table = ScanTable::new(3, 30.0, 365.0);
    let risk = table.risk_by_activity(account, 0.002);
    assert!(
        risk.light < risk.median && risk.median < risk.heavy,
        "{risk:?}"
    );
    assert!(
        risk.light < risk.average && risk.average < risk.heavy,
        "{risk:?}"
    );
    // A horizon not longer than the window, or hardly longer, is the plain tail.
    let tail = account.tail(0.06, 3);
    assert_eq!(ScanTable::new(3, 30.0, 30.0).risk(account, 0.002), tail);
    let close = ScanTable::new(3, 30.0, 30.01).risk(account, 0.002);
    assert!((close / tail - 1.0).abs() < 0.01, "{close} {tail}");
    assert_eq!(
        ScanTable::new(1, 30.0, 365.0).risk(account, 0.002),
        account.tail(0.73, 1)
    );
    assert!(table.risk(account, -1.0).is_nan());
    assert_eq!(table.risk(account, 0.0), 0.0);
    assert_eq!(table.risk(account, 1e-200), 0.0);
    // More hits than a table can hold, in a window that they need not fill.
    let short = ScanTable::new(1000, 1e-9, 1.0);
    assert!(short.risk(Account::new(f64::INFINITY), 1e8).is_nan());
    assert_eq!(short.risk(Account::new(f64::INFINITY), 1e-3), 0.0);
}

fn factor() -> impl Strategy<Value = f64> {
    prop_oneof![(-2.0..6.0_f64).prop_map(libm::exp10), Just(f64::INFINITY)]
}

fn album() -> impl Strategy<Value = f64> {
    prop_oneof![(-9.0..3.0_f64).prop_map(libm::exp10), Just(f64::INFINITY)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, rng_seed: RngSeed::Fixed(20_240_607), ..ProptestConfig::default() })]

    #[test]
    fn tails_fall_in_the_threshold_and_rise_with_the_mean(
        activity in factor(), album in album(), ln_mean in -20.0..9.0_f64, k in 1_u64..100,
    ) {
        let account = Account::new(activity).with_album(album);
        let mean = libm::exp(ln_mean);
        let tail = account.tail(mean, k);
        // A double below 1e-308 has fewer digits.
        if tail < 1e-295 {
            return Ok(());
        }
        prop_assert!((0.0..=1.0 + 1e-12).contains(&tail));
        prop_assert!(account.tail(mean, k + 1) <= tail * (1.0 + 1e-10));
        prop_assert!(account.tail(1.1 * mean, k) >= tail * (1.0 - 1e-10));
        // The difference is P(hits = k).
        let difference = tail - account.tail(mean, k + 1);
        prop_assert!((difference - account.exactly(mean, k)).abs() <= 1e-9 * tail);
    }

    /// Far out, at a known activity; close to the mean, or with nearly all hits on a few accounts, most accounts are safer.
    #[test]
    fn far_tails_rise_with_correlation(
        log_shape in -0.5..3.0_f64, mean in 1e-3..2.0_f64, k in 40_u64..100,
    ) {
        let shape = libm::exp10(log_shape);
        let tail = |s: f64| Account::new(f64::INFINITY).with_album(s).tail(mean, k);
        prop_assert!(tail(shape) > tail(1.5 * shape) || tail(shape) < 1e-295);
        prop_assert!(tail(1e3) > tail(f64::INFINITY) * (1.0 - 1e-10) || tail(1e3) < 1e-295);
    }
}
