//! Stocks of pieces against their expected recursion, with large numbers.
//!
//! The expected stock of a day is that of the recursion up to terms of order one piece (the number shown is nearly proportional to the
//! stock). Each step adds a variance of at most the pieces that came and went in it, and no step amplifies what was there, so the
//! sum of these pieces bounds the variance.

use super::{by_day, results};
use crate::support::{Verdict, accept, close, mean, mean_in_band, reject};
use vessels::results::Results;
use vessels::results::series::Series;

const DAYS: usize = 50;
const RUNS: usize = 20;
/// Items of abuse a day at the start.
const ITEMS: f64 = 50_000.0;

/// A tenth of half a million items a day is `new`; `known` is rarer. All abuse is found with this recall.
fn ran(new: &str, known: &str, recall: f64, mechanisms: &str) -> Results {
    results(&format!(
        r#"
title = "stocks"
population = 1000000
[services.one]
accounts = 10000
volume.image = "500000/day"
[material.known]
modality = "image"
prevalence = "0 %"
{known}
[material.new]
modality = "image"
prevalence = "10 %"
{new}
[detectors.all]
detects = ["new"]
fixed = {{ fpr = "0 %", recall = {recall} }}
[desks.review]
unlimited = true
forward = {{ abusive = 1, benign = 1 }}
[policy]
desks = ["review"]
[policy.orders.a]
detector = "all"
{mechanisms}
[run]
days = {DAYS}
replications = {RUNS}
seed = 3
uncertainty = "central"
charts = false
"#
    ))
}

/// Pieces of `new` by day, and what left for a found piece in all.
struct Law {
    start: f64,
    lifetime: f64,
    production: f64,
    /// Share of the found pieces that leaves, and after how many days.
    share: f64,
    lag: usize,
    recall: f64,
    /// Distinct pieces among so many copies of so many pieces.
    distinct: fn(f64, f64) -> f64,
    inflow: fn(usize) -> f64,
}

/// `S·(1 − (1 − 1/S)^F)`.
fn distinct(pieces: f64, copies: f64) -> f64 {
    pieces * (1.0 - (1.0 - 1.0 / pieces).powf(copies))
}

impl Law {
    fn new(start: f64) -> Self {
        Self {
            start,
            lifetime: f64::INFINITY,
            production: 0.0,
            share: 0.0,
            lag: 0,
            recall: 1.0,
            distinct,
            inflow: |_| 1.0,
        }
    }

    /// Expected pieces in the morning of each day, a bound on their variance, and the pieces that left because they were found.
    fn days(&self) -> (Vec<(f64, f64)>, f64) {
        let ends = 1.0 - (-1.0 / self.lifetime).exp();
        let (mut now, mut turned, mut gone) = (self.start, 0.0, 0.0);
        // Found and still there, by the day on which they leave.
        let mut pending = vec![0.0; DAYS + self.lag + 2];
        let mut days = Vec::new();
        for day in 0..DAYS {
            days.push((now, turned));
            let copies = self.recall * ITEMS * now / self.start;
            let leaves = std::mem::take(&mut pending[day]);
            now -= leaves;
            gone += leaves;
            let waiting: f64 = pending.iter().sum();
            let found = self.share * (self.distinct)(now, copies) * (1.0 - waiting / now);
            if self.lag == 0 {
                now -= found;
                gone += found;
                turned += found;
            } else {
                pending[day + self.lag] += found;
            }
            let born = self.production * (self.inflow)(day);
            turned += leaves + born + ends * now;
            now += born - ends * now;
            pending.iter_mut().for_each(|p| *p *= 1.0 - ends);
        }
        (days, gone)
    }

    fn verdicts(&self, results: &Results) -> Vec<Verdict> {
        let got = by_day(results, "", "new", Series::Pieces);
        let days = self.days().0.into_iter().zip(got);
        days.map(|((wanted, variance), got)| {
            mean_in_band("pieces", RUNS, got, wanted, variance.sqrt(), 1.0)
        })
        .collect()
    }
}

#[test]
fn pieces_end_and_are_made() {
    let removal = "[mechanisms.removal]\nshare = 0\n";
    let level = ran("pieces = 100000\nlifetime = \"30 days\"", "", 1.0, removal);
    // As many are made as end.
    let law = |lifetime: f64, production: f64| Law {
        lifetime,
        production,
        ..Law::new(1e5)
    };
    let ends = 1e5 * (1.0 - (-1.0_f64 / 30.0).exp());
    accept(law(30.0, ends).verdicts(&level));
    reject(
        "a thirtieth a day is made",
        law(30.0, 1e5 / 30.0).verdicts(&level),
    );
    let falling = ran(
        "pieces = 100000\nlifetime = \"30 days\"\nproduction = \"100/day\"",
        "",
        1.0,
        removal,
    );
    accept(law(30.0, 100.0).verdicts(&falling));
    reject(
        "a thirtieth a day ends",
        law(29.5, 100.0).verdicts(&falling),
    );
    // Items follow the pieces.
    let flags = by_day(&falling, "", "", Series::TrueFlags);
    let pieces = by_day(&falling, "", "new", Series::Pieces);
    let variance = ITEMS;
    accept(flags.iter().zip(&pieces).map(|(flags, pieces)| {
        mean_in_band(
            "items",
            RUNS,
            *flags,
            ITEMS * pieces / 1e5,
            variance.sqrt(),
            0.0,
        )
    }));
}

#[test]
fn found_pieces_are_removed() {
    let world = "pieces = 100000\nlifetime = \"200 days\"\nproduction = \"300/day\"";
    let removal = "[mechanisms.removal]\nshare = \"5 %\"\nlag = \"4 days\"\n";
    let results = ran(world, "", 1.0, removal);
    let law = || Law {
        lifetime: 200.0,
        production: 300.0,
        share: 0.05,
        lag: 4,
        ..Law::new(1e5)
    };
    accept(law().verdicts(&results));
    reject(
        "every copy is a piece",
        Law {
            distinct: |_, copies| copies,
            ..law()
        }
        .verdicts(&results),
    );
    reject("a day late", Law { lag: 5, ..law() }.verdicts(&results));
    reject(
        "a tenth more",
        Law {
            share: 0.055,
            ..law()
        }
        .verdicts(&results),
    );
    let removed = mean(&results, "pieces-removed-per-year", "", "new") * DAYS as f64 / 365.0;
    let gone = law().days().1;
    // What is removed on the last day is removed after the last morning.
    accept([mean_in_band(
        "removed",
        RUNS,
        removed,
        gone,
        gone.sqrt() * 2.0,
        1.0,
    )]);
    let at_once = ran(world, "", 1.0, "[mechanisms.removal]\nshare = \"5 %\"\n");
    accept(Law { lag: 0, ..law() }.verdicts(&at_once));
    reject(
        "circulates a day longer",
        Law { lag: 1, ..law() }.verdicts(&at_once),
    );
}

/// One item a day, in bundles of 1.5 on average: as many pieces are removed at the first desk as items reach it, though the second counts
/// the same bundles for the list.
#[test]
fn two_desks_count_what_they_find_each_by_itself() {
    const DAYS: usize = 3000;
    let text = r#"
title = "two desks"
population = 1000000
[services.one]
accounts = 10000
volume.image = "1/day"
[material.known]
modality = "image"
prevalence = "0 %"
pieces = 1000000
[material.new]
modality = "image"
prevalence = "100 %"
pieces = 1000000
[detectors.all]
detects = ["new"]
fixed = { fpr = "0 %", recall = 1 }
[desks.first]
unlimited = true
items-per-arrival = 1.5
forward = { abusive = 1, benign = 1 }
[desks.second]
unlimited = true
forward = { abusive = 1, benign = 1 }
[policy]
desks = ["first", "second"]
[policy.orders.a]
detector = "all"
[mechanisms.removal]
share = 1
desk = "first"
[mechanisms.learning]
detector = "all"
from = "new"
to = "known"
desk = "second"
[run]
days = 3000
replications = 1
seed = 3
charts = false
"#;
    let results = results(text);
    // A bundle comes on two days of three and stands for 1.5 items; hardly any item is a copy of another.
    let sd = (DAYS as f64 * 1.5 * 1.5 * (2.0 / 3.0) * (1.0 / 3.0)).sqrt();
    for (metric, class) in [
        ("pieces-removed-per-year", "new"),
        ("pieces-listed-per-year", ""),
    ] {
        let got = mean(&results, metric, "", class) * DAYS as f64 / 365.0;
        let found = |pieces: f64| [mean_in_band(metric, 1, got, pieces, sd, 0.01 * pieces)];
        accept(found(DAYS as f64));
        reject("whole items of each day", found(DAYS as f64 * 2.0 / 3.0));
    }
}

#[test]
fn learned_pieces_change_their_class_and_the_list() {
    let learning = "[mechanisms.learning]\ndetector = \"all\"\nfrom = \"new\"\nto = \"known\"\nlag = \"3 days\"\nshare = \"10 %\"\n";
    let results = ran("pieces = 100000", "pieces = 5000", 1.0, learning);
    let law = |share: f64, lag: usize| Law {
        share,
        lag,
        ..Law::new(1e5)
    };
    accept(law(0.1, 3).verdicts(&results));
    reject("share", law(0.11, 3).verdicts(&results));
    reject("lag", law(0.1, 4).verdicts(&results));
    // Nothing is made and nothing ends: together they are as many as at the start.
    let new = by_day(&results, "", "new", Series::Pieces);
    let known = by_day(&results, "", "known", Series::Pieces);
    assert!(
        new.iter()
            .zip(&known)
            .all(|(a, b)| (a + b - 105_000.0).abs() < 1e-6)
    );
    let listed = mean(&results, "pieces-listed-per-year", "", "") * DAYS as f64 / 365.0;
    close(
        "listed",
        listed,
        mean(&results, "pieces-circulating", "", "known") - 5000.0,
        1e-9,
    );
}

/// A list n times as long has the false-positive rate `1 − (1 − f)ⁿ`, up to the step of 1 % in which it is calculated anew.
#[test]
fn a_longer_list_flags_more_for_nothing() {
    let text = |share: &str| {
        format!(
            r#"
title = "list"
population = 1000000
[services.one]
accounts = 10000
volume.image = "500000/day"
[material.known]
modality = "image"
prevalence = "1 %"
pieces = 20000
[material.new]
modality = "image"
prevalence = "10 %"
pieces = 100000
[detectors.hash]
detects = ["known", "new"]
hash = {{ bits = 96, list-size = 20000, radius = 22, transformations = [{{ share = 1, flip = 0.01 }}] }}
[desks.review]
unlimited = true
forward = {{ abusive = 1, benign = 0 }}
[policy]
desks = ["review"]
[policy.orders.a]
detector = "hash"
[mechanisms.learning]
detector = "hash"
from = "new"
to = "known"
share = {share}
[run]
days = {DAYS}
replications = {RUNS}
seed = 3
uncertainty = "central"
charts = false
"#
        )
    };
    let results = results(&text("0.02"));
    // That of the list at the start: nothing joins it.
    let start = self::results(&text("0"));
    let fpr = mean(&start, "order-fpr", "", "a");
    let list: Vec<f64> = by_day(&results, "", "known", Series::Pieces);
    assert!(
        list[DAYS - 1] > 2.0 * list[0] && fpr > 1e-4,
        "{fpr} {list:?}"
    );
    let flags = by_day(&results, "", "", Series::FalseFlags);
    let verdicts = |length: fn(f64) -> f64| -> Vec<Verdict> {
        let days = list.iter().zip(&flags);
        days.map(|(n, flags)| {
            let rate = 1.0 - (1.0 - fpr).powf(length(n / 20_000.0));
            // Innocent items: all that are neither class of abuse on the first day.
            let mean = 445_000.0 * rate;
            mean_in_band("false flags", RUNS, *flags, mean, mean.sqrt(), 0.01 * mean)
        })
        .collect()
    };
    accept(verdicts(|n| n));
    // What is said of the order is what it flagged of all innocent items that it read.
    let said = mean(&results, "order-fpr", "", "a");
    let items = 445_000.0 * (DAYS * RUNS) as f64;
    let flagged: f64 = flags.iter().sum::<f64>() * RUNS as f64;
    let sd = flagged.sqrt() / items;
    let whole = |said| mean_in_band("FPR", 1, flagged / items, said, sd, 0.01 * said);
    accept([whole(said)]);
    reject("the rule at the start", [whole(fpr)]);
    reject("the list stays", verdicts(|_| 1.0));
    reject("two entries a piece", verdicts(|n| 2.0 * n - 1.0));
}

#[test]
fn prevention_takes_from_what_is_made() {
    let prevention =
        "[mechanisms.prevention]\nreduction = \"60 %\"\nfrom = \"10 days\"\nramp = \"20 days\"\n";
    let results = ran(
        "pieces = 100000\nproduction = \"2000/day\"",
        "",
        1.0,
        prevention,
    );
    let law = |inflow: fn(usize) -> f64| Law {
        production: 2000.0,
        inflow,
        ..Law::new(1e5)
    };
    accept(law(|day| 1.0 - 0.6 * ((day as f64 - 10.0) / 20.0).clamp(0.0, 1.0)).verdicts(&results));
    reject(
        "no ramp",
        law(|day| if day < 10 { 1.0 } else { 0.4 }).verdicts(&results),
    );
    reject(
        "from the start",
        law(|day| 1.0 - 0.6 * (day as f64 / 20.0).min(1.0)).verdicts(&results),
    );
}

#[test]
fn deterrence_follows_what_is_detected() {
    let deterrence = "[mechanisms.deterrence]\nelasticity = 1.5\nmemory = \"12 days\"\n";
    let results = ran(
        "pieces = 100000\nproduction = \"2000/day\"",
        "",
        0.4,
        deterrence,
    );
    let law = |inflow: fn(usize) -> f64| Law {
        production: 2000.0,
        recall: 0.4,
        inflow,
        ..Law::new(1e5)
    };
    fn perceived(days: usize) -> f64 {
        0.4 * (1.0 - (1.0_f64 - 1.0 / 12.0).powi(days as i32))
    }
    accept(law(|day| (1.0 - perceived(day + 1)).powf(1.5)).verdicts(&results));
    reject(
        "elasticity of one",
        law(|day| 1.0 - perceived(day + 1)).verdicts(&results),
    );
    reject(
        "without memory",
        law(|_| 0.6_f64.powf(1.5)).verdicts(&results),
    );
    let got = mean(&results, "perceived-detection", "", "");
    // A mean of shares of 50 000 items, smoothed: one day alone has a standard deviation of 0.0022.
    accept([mean_in_band(
        "perceived",
        RUNS,
        got,
        perceived(DAYS),
        0.0022,
        0.0,
    )]);
    reject(
        "perceived",
        [mean_in_band("perceived", RUNS, got, 0.4, 0.0022, 0.0)],
    );
}
