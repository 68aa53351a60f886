//! The account threshold against a world in which every account is looked at by itself.
//!
//! The slow world gives each account an activity, lets its hits fall at random times, and applies the rule: with the k-th hit within
//! the window everything that is held of the account is passed on, and as long as k hits are in the window so is each new one. The
//! engine knows pools of flags, not accounts. What it passes on and the accounts that cross must agree with the slow world in the mean.
//! The mutant `again` releases k − 1 flags with every hit that meets exactly k − 1 others, also those passed on before.

use super::results;
use crate::support::{Verdict, accept, mean, mean_in_band, reject};
use rand::rngs::ChaCha8Rng;
use rand::{Rng, SeedableRng};
use rand_distr::{Distribution, Gamma, Poisson};
use vessels::results::Results;

const DAYS: usize = 60;

/// Accounts of one sort.
#[derive(Clone, Copy)]
struct Sort {
    accounts: usize,
    /// Hits per account and day.
    rate: f64,
}

#[derive(Clone, Copy)]
struct Case {
    name: &'static str,
    hits: usize,
    window: usize,
    shape: f64,
    innocent: Sort,
    guilty: Sort,
}

const CASES: [Case; 3] = [
    Case {
        name: "rare",
        hits: 2,
        window: 7,
        shape: 1.0,
        innocent: Sort {
            accounts: 50_000,
            rate: 0.002,
        },
        guilty: Sort {
            accounts: 500,
            rate: 0.02,
        },
    },
    Case {
        name: "frequent",
        hits: 2,
        window: 14,
        shape: 0.5,
        innocent: Sort {
            accounts: 20_000,
            rate: 0.02,
        },
        guilty: Sort {
            accounts: 400,
            rate: 0.3,
        },
    },
    Case {
        name: "three hits",
        hits: 3,
        window: 10,
        shape: 1.0,
        innocent: Sort {
            accounts: 20_000,
            rate: 0.02,
        },
        guilty: Sort {
            accounts: 400,
            rate: 0.2,
        },
    },
];

/// What became of the hits of a sort, per replication.
#[derive(Default, Debug, Clone, Copy)]
struct Fate {
    passed: f64,
    /// Times that an account rose to the threshold.
    crossings: f64,
    /// Hits at or above the threshold.
    fresh: f64,
    /// Hits that met exactly one less than the threshold.
    exactly: f64,
}

fn by_account(case: &Case, sort: Sort, window: f64, hits: usize, random: &mut ChaCha8Rng) -> Fate {
    let mut fate = Fate::default();
    let activity = Gamma::new(case.shape, 1.0 / case.shape).unwrap();
    for _ in 0..sort.accounts {
        let mean = sort.rate * activity.sample(random) * DAYS as f64;
        if mean < 1e-12 {
            continue;
        }
        let n = Poisson::new(mean).unwrap().sample(random) as usize;
        let uniform = |r: &mut ChaCha8Rng| (r.next_u64() >> 11) as f64 / (1_u64 << 53) as f64;
        let mut times: Vec<f64> = (0..n).map(|_| uniform(random) * DAYS as f64).collect();
        times.sort_by(f64::total_cmp);
        let mut passed = vec![false; n];
        let mut above = false;
        for i in 0..n {
            let first = times.partition_point(|t| *t < times[i] - window);
            let reached = i + 1 - first >= hits;
            if reached {
                fate.fresh += 1.0;
                fate.exactly += f64::from(u8::from(i + 1 - first == hits));
                fate.crossings += f64::from(u8::from(!above));
                passed[first..=i].fill(true);
            }
            above = reached;
        }
        fate.passed += passed.iter().filter(|p| **p).count() as f64;
    }
    fate
}

const SLOW: usize = 30;
const FAST: usize = 300;

fn slow(case: &Case, window: f64, hits: usize) -> [Vec<Fate>; 2] {
    let mut random = ChaCha8Rng::seed_from_u64(17);
    let mut all = [Vec::new(), Vec::new()];
    for _ in 0..SLOW {
        for (sort, fates) in [case.innocent, case.guilty].into_iter().zip(&mut all) {
            fates.push(by_account(case, sort, window, hits, &mut random));
        }
    }
    all
}

fn fast(case: &Case) -> Results {
    let accounts = case.innocent.accounts as f64;
    let guilty = case.guilty.accounts as f64;
    // Ten items per account and day; of the abuse of the guilty all is hit.
    let items = 10.0 * accounts;
    let prevalence = guilty * case.guilty.rate / items;
    let fpr = case.innocent.rate * accounts / (items * (1.0 - prevalence));
    results(&format!(
        r#"
title = "accounts"
population = 1000000
[services.one]
accounts = {accounts}
activity-shape = {}
volume.image = "{items}/day"
[material.abuse]
modality = "image"
prevalence = {prevalence}
carriers = {}
[detectors.all]
detects = ["abuse"]
fixed = {{ fpr = {fpr}, recall = 1 }}
[desks.review]
unlimited = true
forward = {{ abusive = 1, benign = 0 }}
[policy]
desks = ["review"]
[policy.orders.a]
detector = "all"
[mechanisms.accounts]
hits = {}
window = "{} days"
[run]
days = {DAYS}
replications = {FAST}
seed = 23
outputs = "totals"
uncertainty = "central"
charts = false
"#,
        case.shape,
        guilty / accounts,
        case.hits,
        case.window
    ))
}

/// A mean and its standard error.
type Estimate = (f64, f64);

fn estimate(fates: &[Fate], part: impl Fn(&Fate) -> f64) -> Estimate {
    let n = fates.len() as f64;
    let mean = fates.iter().map(&part).sum::<f64>() / n;
    let variance = fates.iter().map(|x| (part(x) - mean).powi(2)).sum::<f64>() / (n - 1.0);
    (mean, (variance / n).sqrt())
}

/// Per replication: innocent and guilty flags passed on, innocent and guilty accounts over the threshold.
fn of_engine(results: &Results) -> [Estimate; 4] {
    let of = |metric: &str, desk: &str, unit: f64| {
        let found = results.find(metric, "", desk, "").unwrap();
        let error = found.summary.unwrap().sd / (FAST as f64).sqrt();
        (unit * mean(results, metric, desk, ""), unit * error)
    };
    let days = DAYS as f64;
    let year = days / 365.0;
    [
        of("false-arrivals", "review", days),
        of("true-arrivals", "review", days),
        of("innocent-accounts-over-threshold-per-year", "", year),
        of("carrier-accounts-over-threshold-per-year", "", year),
    ]
}

const NAMES: [&str; 4] = [
    "innocent flags",
    "guilty flags",
    "innocent accounts",
    "guilty accounts",
];

/// The law of the engine as the slow world counts it.
fn law(slow: &[Vec<Fate>; 2], hits: usize) -> [Estimate; 4] {
    let others = (hits - 1) as f64;
    let passed = |x: &Fate| x.fresh + others * x.exactly;
    let exactly = |x: &Fate| x.exactly;
    let [innocent, guilty] = slow;
    [
        estimate(innocent, passed),
        estimate(guilty, passed),
        estimate(innocent, exactly),
        estimate(guilty, exactly),
    ]
}

fn equal(case: &Case, engine: &[Estimate; 4], wanted: &[Estimate; 4]) -> Vec<Verdict> {
    let pairs = NAMES.iter().zip(engine.iter().zip(wanted));
    pairs
        .map(|(what, (a, b))| {
            let error = a.1.hypot(b.1);
            mean_in_band(&format!("{}: {what}", case.name), 1, a.0, b.0, error, 0.0)
        })
        .collect()
}

/// The rule as the slow world applies it.
fn rule([innocent, guilty]: &[Vec<Fate>; 2]) -> [Estimate; 4] {
    [
        estimate(innocent, |x| x.passed),
        estimate(guilty, |x| x.passed),
        estimate(innocent, |x| x.crossings),
        estimate(guilty, |x| x.crossings),
    ]
}

/// A sample mean of thirty has tails a little wider than normal; the threshold of about six standard errors leaves room for them.
#[test]
fn what_is_passed_on_is_that_of_accounts() {
    for case in &CASES {
        let engine = of_engine(&fast(case));
        let world = |window: f64, hits: usize, shape: f64| {
            let case = Case { shape, ..*case };
            slow(&case, window, hits)
        };
        let window = case.window as f64;
        let right = world(window, case.hits, case.shape);
        let wanted = rule(&right);
        accept(equal(case, &engine, &wanted));
        let mutants = [
            ("again", law(&right, case.hits)),
            (
                "one hit more",
                rule(&world(window, case.hits + 1, case.shape)),
            ),
            (
                "window half as long again",
                rule(&world(1.5 * window, case.hits, case.shape)),
            ),
            ("equal activity", rule(&world(window, case.hits, 1e6))),
        ];
        for (what, mutant) in mutants {
            reject(
                &format!("{}: {what}", case.name),
                equal(case, &engine, &mutant),
            );
        }
    }
}
