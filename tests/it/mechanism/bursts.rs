//! Bursts against the moments of a compound Poisson sum of bounded Pareto sizes, in a world that flags nothing else.

use super::results;
use crate::support::{Verdict, accept, mean, mean_in_band, reject};
use vessels::results::Results;

const DAYS: usize = 20;
const REPLICATIONS: usize = 3000;
const RATE: f64 = 0.4;
const LEAST: f64 = 100.0;
const GREATEST: f64 = 20_000.0;
const TAIL: f64 = 1.2;

fn ran(coverage: &str, half_life: &str) -> Results {
    results(&text(coverage, half_life))
}

fn text(coverage: &str, half_life: &str) -> String {
    format!(
        r#"
title = "bursts"
population = 1000000
[services.one]
accounts = 10000
volume.image = "1000/day"
[services.two]
accounts = 10000
volume.image = "3000/day"
[material.abuse]
modality = "image"
prevalence = "0 %"
[detectors.all]
detects = ["abuse"]
fixed = {{ fpr = "0 %", recall = "50 %" }}
[policy]
desks = []
[policy.orders.a]
detector = "all"
coverage = "{coverage}"
[mechanisms.bursts.b]
detector = "all"
rate = "{RATE} per day"
least = {LEAST}
greatest = {GREATEST}
tail-index = {TAIL}
half-life = "{half_life}"
[run]
days = {DAYS}
replications = {REPLICATIONS}
seed = 5
outputs = "totals"
uncertainty = "central"
charts = false
"#
    )
}

/// E[Xⁿ] of a bounded Pareto number.
fn moment(n: f64, greatest: f64) -> f64 {
    let scale = TAIL * LEAST.powf(TAIL) / (1.0 - (LEAST / greatest).powf(TAIL));
    scale * (greatest.powf(n - TAIL) - LEAST.powf(n - TAIL)) / (n - TAIL)
}

/// Copies over the horizon of a burst on each day, as a multiple of its size.
fn waves(half_life: f64) -> Vec<f64> {
    let of_age = |age: usize| match age {
        0 => 1.0,
        _ if half_life == 0.0 => 0.0,
        age => 0.5_f64.powf(age as f64 / half_life),
    };
    (0..DAYS)
        .map(|day| (0..DAYS - day).map(of_age).sum())
        .collect()
}

/// Copies sent, and copies flagged, with a mean size. Copies are rounded day by day: by at most a half on the first day and on
/// those four half-lives on which 8 copies become a half, where the rest (a half of ½/ln 2 half-lives) ends; above that rounding
/// falls both ways alike.
fn verdicts(results: &Results, coverage: f64, half_life: f64, size: f64) -> [Verdict; 2] {
    let waves = waves(half_life);
    let (first, second): (f64, f64) = waves.iter().fold((0.0, 0.0), |a, w| (a.0 + w, a.1 + w * w));
    let sent = RATE * first * size;
    let spread = RATE * second * moment(2.0, GREATEST);
    let slack = RATE * DAYS as f64 * (0.5 + 3.0 * half_life);
    let band = |what, got: f64, c: f64| {
        let sd = (spread * c * c + sent * c * (1.0 - c)).sqrt();
        mean_in_band(what, REPLICATIONS, got * DAYS as f64, sent * c, sd, slack)
    };
    let items = mean(results, "items", "", "") - 4000.0;
    [
        band("copies", items, 1.0),
        band("flags", mean(results, "false-flags", "", ""), coverage),
    ]
}

#[test]
fn bursts_have_the_size_the_rate_and_the_coverage() {
    let (results, size) = (ran("30 %", "0 days"), moment(1.0, GREATEST));
    accept(verdicts(&results, 0.3, 0.0, size));
    reject("coverage ignored", verdicts(&results, 1.0, 0.0, size));
    reject(
        "a tail without end",
        verdicts(&results, 0.3, 0.0, moment(1.0, 1e12)),
    );
    reject("they go on", verdicts(&results, 0.3, 1.0, size));
}

/// Of the copies, those are scanned that the order covers.
#[test]
fn unread_copies_are_not_scanned() {
    let results = ran("30 %", "0 days");
    let of = |metric| mean(&results, metric, "", "");
    // Of the other items 1200 a day are read.
    let read = of("items-scanned") - of("false-flags");
    let sd = (4000.0_f64 * 0.21 / DAYS as f64).sqrt();
    accept([mean_in_band("scanned", REPLICATIONS, read, 1200.0, sd, 0.0)]);
    let copies = of("items") - 4000.0;
    reject(
        "all copies",
        [mean_in_band(
            "scanned",
            REPLICATIONS,
            read,
            1200.0 + 0.7 * copies,
            sd,
            0.0,
        )],
    );
}

/// What is sent does not depend on who reads it.
#[test]
fn copies_are_sent_where_nobody_reads() {
    let services = |services: &str| {
        let text =
            text("100 %", "2 days").replace("coverage =", &format!("{services}\ncoverage ="));
        mean(&results(&text), "items", "", "")
    };
    let all = services("");
    assert!(all > 4000.0);
    assert_eq!(services("services = [\"one\"]"), all);
    assert_eq!(services("from = \"10 days\""), all);
}

#[test]
fn bursts_halve() {
    let (results, size) = (ran("100 %", "2 days"), moment(1.0, GREATEST));
    accept(verdicts(&results, 1.0, 2.0, size));
    reject("three days", verdicts(&results, 1.0, 3.0, size));
    reject("one day", verdicts(&results, 1.0, 0.0, size));
}

/// With everything read, every copy is a false flag and nothing else is; they fall on services by volume.
#[test]
fn bursts_are_false_flags_of_items_that_were_sent() {
    let results = ran("100 %", "2 days");
    let of = |metric, service| {
        results
            .find(metric, service, "", "")
            .unwrap()
            .summary
            .unwrap()
            .mean
    };
    let close = |a: f64, b: f64| assert!((a - b).abs() < 1e-9 * b, "{a} {b}");
    close(of("false-flags", ""), of("items", "") - 4000.0);
    close(of("items-scanned", ""), of("items", ""));
    assert_eq!(of("true-flags", ""), 0.0);
    let share = of("false-flags", "one") / of("false-flags", "");
    let copies = of("false-flags", "") * (DAYS * REPLICATIONS) as f64;
    // Given the copies, each falls on the small service with probability 1/4.
    accept([mean_in_band(
        "split",
        1,
        share,
        0.25,
        (0.1875 / copies).sqrt(),
        0.0,
    )]);
    reject(
        "evenly",
        [mean_in_band(
            "split",
            1,
            share,
            0.5,
            (0.25 / copies).sqrt(),
            0.0,
        )],
    );
}
