//! The laws against fifty digits, against worlds simulated account by account, and their order.

use proptest::prelude::*;

use super::*;
use crate::special::reference::assert_table_matches;

const TABLE: &str = include_str!("../../../tests/data/accounts.csv");

fn account(arguments: &[f64]) -> (Account, f64, u64) {
    let account = Account::new(arguments[1]).with_album(arguments[2]);
    (account, arguments[3], arguments[0] as u64)
}

#[test]
fn agrees_with_fifty_digits() {
    assert_table_matches(TABLE, "tail", 1e-9, |a| {
        let (account, mean, k) = account(a);
        account.tail(mean, k)
    });
    assert_table_matches(TABLE, "exactly", 1e-9, |a| {
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

#[test]
#[ignore]
fn timing() {
    use std::time::Instant;
    for (k, w, t) in [(2, 30.0, 365.0), (3, 30.0, 3650.0), (30, 365.0, 3650.0), (30, 30.0, 365.0), (30, 30.0, 3650.0), (10, 1.0, 365.0)] {
        let table = ScanTable::new(k, w, t);
        for rate in [1e-4, 5.773 / 365.0, 0.5] {
            for account in [Account::new(f64::INFINITY), Account::new(2.0), Account::new(2.0).with_album(1e-2)] {
                let start = Instant::now();
                let risk = table.risk(account, rate);
                let first = start.elapsed();
                let start = Instant::now();
                table.risk_by_activity(account, rate);
                eprintln!("{k} {w} {t} {rate:.4} {account:?} {risk:e} {first:?} {:?} n<={}", start.elapsed(), table.certain());
            }
        }
        let start = Instant::now();
        for n in k..table.certain() { table.probability(n); }
        eprintln!("all: {:?}", start.elapsed());
    }
    for account in [Account::new(2.0), Account::new(2.0).with_album(1e-2)] {
        let law = ThresholdLaw::new(account, 30);
        let start = Instant::now();
        law.passes(0.5);
        eprintln!("nodes {:?}", start.elapsed());
        let start = Instant::now();
        let mut s = 0.0;
        for i in 0..100000 { s += law.passes(0.5 + 1e-8 * f64::from(i)).at_least; }
        eprintln!("passes {:?} {s}", start.elapsed() / 100000);
    }
}
