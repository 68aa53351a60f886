//! Queues against sums by hand, and against the enumeration of a discrete-time queue.

use crate::support::{accept, close, mean, mean_in_band, reject, run, scenario, sd_in_band};
use statrs::distribution::{Binomial, Discrete, Poisson};
use vessels::results::Results;
use vessels::results::series::Series;
use vessels::theory::queue::{stationary_backlog_normal, stationary_backlog_poisson};

/// Every item is flagged, so arrivals are exact: `volume` a day with a weekly rhythm, one desk, one replication.
fn exact(volume: &str, weekly: &str, days: usize, desk: &str) -> Results {
    run(&scenario(&format!(
        r#"
title = "queue"
population = 1000
[services.s]
accounts = 1000
volume.item = "{volume}"
weekly = {weekly}
[material.abuse]
modality = "item"
prevalence = "10 %"
[detectors.all]
detects = ["abuse"]
fixed = {{ fpr = 1, recall = 1 }}
[desks.review]
forward = {{ abusive = 1, benign = 0 }}
{desk}
[policy]
desks = ["review"]
orders.all.detector = "all"
[run]
days = {days}
replications = 1
charts = false
"#
    )))
}

const EVEN: &str = "[1, 1, 1, 1, 1, 1, 1]";

fn series(results: &Results, series: Series) -> Vec<f64> {
    let days = results.daily[1].daily(series).iter();
    days.map(|s| s.mean().unwrap_or(f64::NAN)).collect()
}

/// A total over the horizon.
fn total(results: &Results, metric: &str, days: usize) -> f64 {
    mean(results, metric, "review", "") * days as f64
}

fn near(what: &str, got: f64, wanted: f64) {
    assert!(
        (got - wanted).abs() <= 1e-9 * (1.0 + wanted.abs()),
        "{what}: {got}, by hand {wanted}"
    );
}

/// 20 arrive, 10.5 are read: 10 and 11 in turn. By hand, the delays read on each day add up to 0, 10, 10, 18 + 2, 20, 24 + 6.
#[test]
fn half_a_unit_of_capacity_by_hand() {
    let results = exact("20/day", EVEN, 6, "capacity = \"10.5/day\"");
    assert_eq!(
        series(&results, Series::Served),
        [10.0, 11.0, 10.0, 11.0, 10.0, 11.0]
    );
    assert_eq!(
        series(&results, Series::Backlog),
        [10.0, 19.0, 29.0, 38.0, 48.0, 57.0]
    );
    near("served", total(&results, "served", 6), 63.0);
    near("backlog", mean(&results, "backlog", "review", ""), 57.0);
    near("peak", mean(&results, "backlog-peak", "review", ""), 57.0);
    near("delay", mean(&results, "delay", "review", ""), 90.0 / 63.0);
    near(
        "utilisation",
        mean(&results, "utilisation", "review", ""),
        120.0 / 63.0,
    );
    near(
        "read share",
        mean(&results, "read-share", "review", ""),
        63.0 / 120.0,
    );
}

/// The desk opens on Thursday and is closed at weekends, when most arrives.
#[test]
fn opening_day_and_weekends_by_hand() {
    let desk = "capacity = \"30/day\"\nopens = \"3 days\"\nworking-days = [\"mon\", \"tue\", \"wed\", \"thu\", \"fri\"]";
    let results = exact("20/day", "[1, 1, 1, 1, 1, 2, 0]", 14, desk);
    let backlog = [20, 40, 60, 50, 40, 80, 80, 70, 60, 50, 40, 30, 70, 70].map(f64::from);
    assert_eq!(series(&results, Series::Backlog), backlog);
    near("served", total(&results, "served", 14), 210.0);
    near("peak", mean(&results, "backlog-peak", "review", ""), 80.0);
    near(
        "true forwarded and false dismissed",
        total(&results, "dismissed", 14) + total(&results, "forwarded", 14),
        210.0,
    );
}

/// 20 arrive, 5 are read, the rest is dropped at the age of two days: 5 of the first day, 15 of each later one.
#[test]
fn expiry_by_hand() {
    let results = exact(
        "20/day",
        EVEN,
        5,
        "capacity = \"5/day\"\nexpires-after = \"2 days\"",
    );
    assert_eq!(
        series(&results, Series::Backlog),
        [15.0, 30.0, 40.0, 40.0, 40.0]
    );
    near("expired", total(&results, "expired", 5), 35.0);
    near("delay", mean(&results, "delay", "review", ""), 35.0 / 25.0);
}

/// Newest first: whatever is read is read on its day.
#[test]
fn newest_first_by_hand() {
    let results = exact("20/day", EVEN, 5, "capacity = \"5/day\"\nqueue = \"lifo\"");
    near("delay", mean(&results, "delay", "review", ""), 0.0);
    near("backlog", mean(&results, "backlog", "review", ""), 75.0);
}

/// What a first-in-first-out desk does with exact arrivals.
struct ByHand {
    backlog: Vec<f64>,
    served: u64,
    expired: u64,
    delay: u64,
}

fn by_hand(
    arrivals: &[u64],
    hundredths: u64,
    works: &[bool; 7],
    opens: usize,
    expiry: Option<usize>,
) -> ByHand {
    let mut cohorts: Vec<u64> = Vec::new();
    let mut hand = ByHand {
        backlog: Vec::new(),
        served: 0,
        expired: 0,
        delay: 0,
    };
    let mut worked = 0;
    for (day, n) in arrivals.iter().enumerate() {
        cohorts.push(*n);
        let mut left = 0;
        if day >= opens && works[day % 7] {
            worked += 1;
            left = worked * hundredths / 100 - (worked - 1) * hundredths / 100;
        }
        for (arrival, waiting) in cohorts.iter_mut().enumerate() {
            let read = left.min(*waiting);
            *waiting -= read;
            left -= read;
            hand.served += read;
            hand.delay += read * (day - arrival) as u64;
            if expiry.is_some_and(|limit| day - arrival >= limit) {
                hand.expired += std::mem::take(waiting);
            }
        }
        hand.backlog.push(cohorts.iter().sum::<u64>() as f64);
    }
    hand
}

#[test]
fn the_engine_follows_lindleys_recursion() {
    const WEEK: [u64; 7] = [21, 7, 0, 42, 14, 28, 28];
    let days = 60;
    let arrivals: Vec<u64> = (0..days).map(|d| WEEK[d % 7]).collect();
    for hundredths in [10, 730, 1050, 2000, 2025, 3333] {
        for (names, works) in [
            (
                "[\"mon\", \"wed\", \"sun\"]",
                [true, false, true, false, false, false, true],
            ),
            (
                "[\"mon\", \"tue\", \"wed\", \"thu\", \"fri\", \"sat\", \"sun\"]",
                [true; 7],
            ),
        ] {
            for (opens, expiry) in [
                (0, None),
                (9, None),
                (0, Some(1)),
                (4, Some(6)),
                (0, Some(0)),
            ] {
                let mut desk = format!(
                    "capacity = \"{}/day\"\nworking-days = {names}\nopens = \"{opens} days\"",
                    hundredths as f64 / 100.0
                );
                if let Some(limit) = expiry {
                    desk += &format!("\nexpires-after = \"{limit} days\"");
                }
                let results = exact("20/day", &format!("{WEEK:?}"), days, &desk);
                let hand = by_hand(&arrivals, hundredths, &works, opens, expiry);
                assert_eq!(series(&results, Series::Backlog), hand.backlog, "{desk}");
                near(&desk, total(&results, "served", days), hand.served as f64);
                near(&desk, total(&results, "expired", days), hand.expired as f64);
                let delay = hand.delay as f64 / hand.served as f64;
                if hand.served > 0 {
                    near(&desk, mean(&results, "delay", "review", ""), delay);
                }
            }
        }
    }
}

/// The discrete-time queue `B' = max(0, B + A − c)`, from empty, by enumeration: probabilities of 0, 1, 2, … waiting.
struct Enumerated {
    arrivals: Vec<f64>,
    capacity: usize,
    states: usize,
}

impl Enumerated {
    fn poisson(mean: f64, capacity: usize, states: usize) -> Self {
        let law = Poisson::new(mean).expect("a mean");
        let most = (mean + 14.0 * mean.sqrt() + 30.0) as u64;
        Self::new((0..most).map(|k| law.pmf(k)).collect(), capacity, states)
    }

    fn binomial(n: u64, p: f64, capacity: usize, states: usize) -> Self {
        let law = Binomial::new(p, n).expect("a probability");
        Self::new((0..=n).map(|k| law.pmf(k)).collect(), capacity, states)
    }

    fn new(arrivals: Vec<f64>, capacity: usize, states: usize) -> Self {
        Self {
            arrivals,
            capacity,
            states,
        }
    }

    fn empty(&self) -> Vec<f64> {
        let mut start = vec![0.0; self.states];
        start[0] = 1.0;
        start
    }

    /// One day on; what would exceed the last state is lost.
    fn step(&self, from: &[f64]) -> Vec<f64> {
        let mut to = vec![0.0; self.states];
        for (waiting, p) in from.iter().enumerate().filter(|(_, p)| **p > 0.0) {
            for (arriving, q) in self.arrivals.iter().enumerate() {
                let next = (waiting + arriving).saturating_sub(self.capacity);
                if next < self.states {
                    to[next] += p * q;
                }
            }
        }
        to
    }

    fn after(&self, days: usize) -> Vec<f64> {
        (0..days).fold(self.empty(), |law, _| self.step(&law))
    }

    fn stationary(&self) -> Vec<f64> {
        let mut law = self.empty();
        for _ in 0..200_000 {
            let next = self.step(&law);
            let moved: f64 = law
                .iter()
                .zip(&next)
                .enumerate()
                .map(|(k, (a, b))| k as f64 * (a - b).abs())
                .sum();
            law = next;
            if moved < 1e-14 * moments(&law).0 {
                break;
            }
        }
        let lost = 1.0 - law.iter().sum::<f64>();
        assert!(lost < 1e-9, "more states are needed: {lost:e} lost");
        law
    }

    /// Distribution of the greatest backlog within some days: the chain that is stopped above each level.
    fn peak(&self, days: usize) -> Vec<f64> {
        let below: Vec<f64> = (1..=self.states)
            .map(|states| {
                let arrivals = self.arrivals.clone();
                let law = Self::new(arrivals, self.capacity, states).after(days);
                law.iter().sum()
            })
            .collect();
        let mut before = 0.0;
        below
            .iter()
            .map(|p| p - std::mem::replace(&mut before, *p))
            .collect()
    }
}

/// Mean and standard deviation of a law on 0, 1, 2, …
fn moments(law: &[f64]) -> (f64, f64) {
    let sum = |f: fn(f64) -> f64| {
        law.iter()
            .enumerate()
            .map(|(k, p)| f(k as f64) * p)
            .sum::<f64>()
    };
    let mean = sum(|k| k);
    (mean, (sum(|k| k * k) - mean * mean).max(0.0).sqrt())
}

#[test]
fn the_stationary_backlog_is_that_of_the_enumerated_queue() {
    for (rate, capacity, states) in [
        (0.5, 1, 80),
        (3.0, 4, 150),
        (8.0, 10, 150),
        (9.5, 10, 400),
        (95.0, 100, 500),
    ] {
        let by_enumeration = moments(&Enumerated::poisson(rate, capacity, states).stationary()).0;
        let by_formula = stationary_backlog_poisson(rate, capacity as u64).expect("a stable desk");
        close(
            &format!("mean {rate}, capacity {capacity}"),
            by_formula,
            by_enumeration,
            1e-9,
        );
    }
    assert_eq!(stationary_backlog_poisson(10.0, 10), None);
    assert_eq!(stationary_backlog_poisson(11.0, 10), None);
}

/// The normal approximation errs by the order of one over the root of the mean.
#[test]
fn the_normal_approximation_meets_the_poisson_queue_where_arrivals_are_many() {
    for rate in [1e4, 1e6] {
        let root = libm::sqrt(rate);
        for slack in [0.2, 1.0, 2.0] {
            let capacity = (rate + slack * root) as u64;
            let exact = stationary_backlog_poisson(rate, capacity).expect("stable");
            let normal = stationary_backlog_normal(rate, root, capacity as f64).expect("stable");
            close(
                &format!("mean {rate}, capacity {capacity}"),
                normal,
                exact,
                5.0 / root,
            );
        }
    }
}

const REPLICATIONS: usize = 6000;

/// A desk that reads what chance sends: flags are binomial among `volume` items.
fn by_chance(volume: &str, fpr: f64, capacity: usize, days: usize) -> Results {
    run(&scenario(&format!(
        r#"
title = "queue"
population = 1000
[services.s]
accounts = 1000
volume.item = "{volume}"
[material.abuse]
modality = "item"
prevalence = 0
[detectors.chance]
detects = ["abuse"]
fixed = {{ fpr = {fpr:e}, recall = 0.5 }}
[desks.review]
capacity = "{capacity}/day"
forward = {{ abusive = 1, benign = 0 }}
[policy]
desks = ["review"]
orders.all.detector = "chance"
[run]
days = {days}
replications = {REPLICATIONS}
outputs = "daily"
charts = false
"#
    )))
}

/// Backlog day by day, at the end, and its peak, against enumeration. Backlogs are skewed, but means of 6,000 are not: with
/// skewness 3 the probability of a false alarm is at most five times the stated one.
fn follows(
    what: &str,
    results: &Results,
    queue: &Enumerated,
    days: usize,
) -> Vec<crate::support::Verdict> {
    let mut verdicts = Vec::new();
    let observed = series(results, Series::Backlog);
    for day in [0, 1, 2, 5, 11, days - 1] {
        let (mean, sd) = moments(&queue.after(day + 1));
        let what = format!("{what}: backlog after day {day}");
        verdicts.push(mean_in_band(
            &what,
            REPLICATIONS,
            observed[day],
            mean,
            sd,
            0.0,
        ));
    }
    let peak = results
        .find("backlog-peak", "", "review", "")
        .and_then(|e| e.summary)
        .expect("a peak");
    let law = queue.peak(days);
    let (mean, sd) = moments(&law);
    let what = format!("{what}: peak");
    verdicts.push(mean_in_band(&what, REPLICATIONS, peak.mean, mean, sd, 0.0));
    let fourth: f64 = law
        .iter()
        .enumerate()
        .map(|(k, p)| p * (k as f64 - mean).powi(4))
        .sum();
    verdicts.push(sd_in_band(
        &what,
        REPLICATIONS,
        peak.sd,
        sd,
        (fourth / sd.powi(4) - 3.0).max(0.0),
    ));
    verdicts
}

#[test]
fn the_engine_follows_the_enumerated_queue() {
    let days = 40;
    let results = by_chance("1000 billion/day", 9e-12, 10, days);
    let queue = Enumerated::poisson(9.0, 10, 140);
    accept(follows("Poisson", &results, &queue, days));
    reject(
        "one unit of capacity less",
        follows("mutant", &results, &Enumerated::poisson(9.0, 9, 140), days),
    );
    let wrong = Enumerated::poisson(9.3, 10, 140);
    reject(
        "three per cent more arrivals",
        follows("mutant", &results, &wrong, days),
    );

    let results = by_chance("30/day", 0.3, 10, days);
    accept(follows(
        "binomial",
        &results,
        &Enumerated::binomial(30, 0.3, 10, 140),
        days,
    ));
    reject(
        "Poisson in place of binomial arrivals",
        follows("mutant", &results, &queue, days),
    );
}

/// After two hundred days the desk has forgotten that it began empty.
#[test]
fn the_engine_reaches_the_stationary_state() {
    let days = 200;
    let results = by_chance("1000 billion/day", 8e-12, 10, days);
    let law = Enumerated::poisson(8.0, 10, 150).stationary();
    let (by_enumeration, sd) = moments(&law);
    let by_formula = stationary_backlog_poisson(8.0, 10).expect("stable");
    let s = results
        .find("backlog", "", "review", "")
        .and_then(|e| e.summary)
        .expect("a backlog");
    let check = |expected| mean_in_band("backlog", s.n, s.mean, expected, sd, 0.0);
    accept([check(by_enumeration), check(by_formula)]);
    reject(
        "the backlog of a load of 0.82",
        [check(stationary_backlog_poisson(8.2, 10).expect("stable"))],
    );
}
