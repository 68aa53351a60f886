//! The account threshold against a world in which every account is looked at by itself.
//!
//! The slow world gives each account an activity, lets its hits fall at random times, and applies the rule: with the k-th hit within
//! the window everything that is held of the account is passed on, and as long as k hits are in the window so is each new one. The
//! engine knows pools of flags, not accounts. What it passes on and the accounts that cross must agree with the slow world in the mean.
//! The mutant `again` releases k − 1 flags with every hit that meets exactly k − 1 others, also those passed on before.

use super::results;
use crate::small::valid;
use crate::support::{Verdict, accept, mean, mean_in_band, reject, run};
use rand::rngs::ChaCha8Rng;
use rand::{Rng, SeedableRng};
use rand_distr::{Distribution, Gamma, Poisson};
use vessels::chart::Chart;
use vessels::language::Language;
use vessels::pictures::charts;
use vessels::results::Results;
use vessels::theory::accounts::{Account, ScanTable};

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
    /// Shape of the factor of correlated hits of innocent accounts.
    album: f64,
    innocent: Sort,
    guilty: Sort,
    days: usize,
    /// From the middle of the run on another order holds, which reads this share of the accounts.
    later: Option<f64>,
    /// In the slow world: hits from before the middle are forgotten.
    forgets: bool,
    /// Share of innocent flags that becomes reports.
    forwarded: f64,
}

const BASE: Case = Case {
    name: "",
    hits: 2,
    window: 10,
    shape: 1.0,
    album: f64::INFINITY,
    innocent: Sort {
        accounts: 20_000,
        rate: 0.02,
    },
    guilty: Sort {
        accounts: 400,
        rate: 0.2,
    },
    days: 60,
    later: None,
    forgets: false,
    forwarded: 0.0,
};

const CASES: [Case; 6] = [
    Case {
        name: "rare",
        window: 7,
        innocent: Sort {
            accounts: 50_000,
            rate: 0.002,
        },
        guilty: Sort {
            accounts: 500,
            rate: 0.02,
        },
        ..BASE
    },
    Case {
        name: "frequent",
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
        ..BASE
    },
    Case {
        name: "three hits",
        hits: 3,
        innocent: Sort {
            accounts: 20_000,
            rate: 0.02,
        },
        guilty: Sort {
            accounts: 400,
            rate: 0.2,
        },
        ..BASE
    },
    Case {
        name: "same album",
        album: 0.5,
        ..BASE
    },
    Case {
        name: "next order",
        later: Some(1.0),
        ..BASE
    },
    Case {
        name: "next order for half of the accounts",
        later: Some(0.5),
        ..BASE
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
    /// Expected accounts with a report.
    reported: f64,
}

fn by_account(case: &Case, sort: Sort, album: f64, random: &mut ChaCha8Rng) -> Fate {
    let mut fate = Fate::default();
    let factor = |shape: f64, random: &mut ChaCha8Rng| match shape {
        f64::INFINITY => 1.0,
        _ => Gamma::new(shape, 1.0 / shape).unwrap().sample(random),
    };
    let (window, days) = (case.window as f64, case.days as f64);
    for _ in 0..sort.accounts {
        let rate = sort.rate * factor(case.shape, random) * factor(album, random);
        if rate * days < 1e-12 {
            continue;
        }
        let uniform = |r: &mut ChaCha8Rng| (r.next_u64() >> 11) as f64 / (1_u64 << 53) as f64;
        let is_read_later = case.later.is_none_or(|share| uniform(random) < share);
        let n = Poisson::new(rate * days).unwrap().sample(random) as usize;
        let mut times: Vec<f64> = (0..n).map(|_| uniform(random) * days).collect();
        times.retain(|t| is_read_later || *t < 0.5 * days);
        times.sort_by(f64::total_cmp);
        let mut passed = vec![false; times.len()];
        let mut above = false;
        for i in 0..times.len() {
            let from = if case.forgets && times[i] >= 0.5 * days {
                (times[i] - window).max(0.5 * days)
            } else {
                times[i] - window
            };
            let first = times.partition_point(|t| *t < from);
            let reached = i + 1 - first >= case.hits;
            if reached {
                fate.fresh += 1.0;
                fate.exactly += f64::from(u8::from(i + 1 - first == case.hits));
                fate.crossings += f64::from(u8::from(!above));
                passed[first..=i].fill(true);
            }
            above = reached;
        }
        let passed = passed.iter().filter(|p| **p).count();
        fate.passed += passed as f64;
        fate.reported += 1.0 - (1.0 - case.forwarded).powi(passed as i32);
    }
    fate
}

const SLOW: usize = 30;
const FAST: usize = 300;

fn slow(case: &Case, replications: usize) -> [Vec<Fate>; 2] {
    let mut random = ChaCha8Rng::seed_from_u64(17);
    let mut all = [Vec::new(), Vec::new()];
    for _ in 0..replications {
        let innocent = by_account(case, case.innocent, case.album, &mut random);
        let guilty = by_account(case, case.guilty, f64::INFINITY, &mut random);
        all[0].push(innocent);
        all[1].push(guilty);
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
    let correlation = fpr / (fpr + case.album);
    let orders = case
        .later
        .map_or("a = { detector = \"all\" }".to_owned(), |share| {
            let half = case.days / 2;
            format!(
                "a = {{ detector = \"all\", duration = \"{half} days\" }}
b = {{ detector = \"all\", from = \"{half} days\", coverage = {share} }}"
            )
        });
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
forward = {{ abusive = 1, benign = {} }}
[desks.last]
unlimited = true
forward = {{ abusive = 1, benign = 0 }}
[policy]
desks = ["review", "last"]
[policy.orders]
{orders}
[mechanisms.accounts]
hits = {}
window = "{} days"
correlation = {correlation}
[run]
days = {}
replications = {FAST}
seed = 23
outputs = "totals"
uncertainty = "central"
charts = false
"#,
        case.shape,
        guilty / accounts,
        case.forwarded,
        case.hits,
        case.window,
        case.days
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
fn of_engine(case: &Case, results: &Results) -> [Estimate; 4] {
    let of = |metric: &str, desk: &str, unit: f64| {
        let found = results.find(metric, "", desk, "").unwrap();
        let error = found.summary.unwrap().sd / (FAST as f64).sqrt();
        (unit * mean(results, metric, desk, ""), unit * error)
    };
    let days = case.days as f64;
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
        let engine = of_engine(case, &fast(case));
        let right = slow(case, SLOW);
        accept(equal(case, &engine, &rule(&right)));
        reject(
            &format!("{}: again", case.name),
            equal(case, &engine, &law(&right, case.hits)),
        );
        for (what, mutant) in mutants(case) {
            let wanted = rule(&slow(&mutant, SLOW));
            reject(
                &format!("{}: {what}", case.name),
                equal(case, &engine, &wanted),
            );
        }
    }
}

fn mutants(case: &Case) -> Vec<(&'static str, Case)> {
    let mut mutants = vec![
        (
            "one hit more",
            Case {
                hits: case.hits + 1,
                ..*case
            },
        ),
        (
            "window half as long again",
            Case {
                window: case.window * 3 / 2,
                ..*case
            },
        ),
        (
            "equal activity",
            Case {
                shape: f64::INFINITY,
                ..*case
            },
        ),
    ];
    if case.album.is_finite() {
        let album = f64::INFINITY;
        mutants.push(("independent hits", Case { album, ..*case }));
    }
    if case.later.is_some() {
        let forgets = true;
        mutants.push(("a pool for each order", Case { forgets, ..*case }));
    }
    if case.later.is_some_and(|share| share < 1.0) {
        let later = Some(1.0);
        mutants.push(("the same accounts", Case { later, ..*case }));
    }
    mutants
}

/// Where the estimate of accounts with a report may be off, relative to the slow world: it takes crossings of an account as a Poisson
/// process, and two gamma factors as one.
const REPORTED_SLACK: [(usize, f64); 4] = [(0, 0.02), (1, 0.03), (2, 0.03), (3, 0.12)];

/// Accounts with a report within a year, per year. The mutants: every crossing is of another account, and every report of another.
#[test]
fn reported_accounts_are_those_of_the_slow_world() {
    const METRIC: &str = "innocent-accounts-reported-per-year";
    let (mut verdicts, mut mutants) = (Vec::new(), [Vec::new(), Vec::new()]);
    for (case, slack) in REPORTED_SLACK {
        for forwarded in [0.05, 0.3, 1.0] {
            let case = Case {
                forwarded,
                days: 365,
                ..CASES[case]
            };
            let results = fast(&case);
            let sd = results
                .find(METRIC, "", "", "")
                .unwrap()
                .summary
                .unwrap()
                .sd;
            let own = sd / (FAST as f64).sqrt();
            let got = mean(&results, METRIC, "", "");
            let innocent = &slow(&case, 10)[0];
            let compared = |(wanted, error): Estimate| {
                let error = own.hypot(error);
                mean_in_band(case.name, 1, got, wanted, error, slack * wanted)
            };
            verdicts.push(compared(estimate(innocent, |x| x.reported)));
            let bundled = |x: &Fate| {
                let none = (1.0 - forwarded).powf(x.passed / x.crossings);
                x.crossings * (1.0 - none)
            };
            mutants[0].push(compared(estimate(innocent, bundled)));
            mutants[1].push(compared(estimate(innocent, |x| x.passed * forwarded)));
        }
    }
    accept(verdicts);
    for (what, verdicts) in ["crossings", "reports"].into_iter().zip(mutants) {
        reject(what, verdicts);
    }
}

/// A window that is longer than the run holds back what the run has, however long it is; and no more accounts have a report than there
/// are reports.
#[test]
fn reported_accounts_are_no_more_than_reports() {
    let of = |window: usize, forwarded: f64| {
        let case = Case {
            window,
            days: 40,
            forwarded,
            ..CASES[1]
        };
        let results = fast(&case);
        let accounts = mean(&results, "innocent-accounts-reported-per-year", "", "");
        let reports = mean(&results, "false-arrivals", "last", "") * 365.0;
        (accounts, reports)
    };
    for forwarded in [0.01, 0.3] {
        let (accounts, reports) = of(40, forwarded);
        assert!(
            0.0 < accounts && accounts <= reports * (1.0 + 1e-12),
            "{accounts} {reports}"
        );
        for window in [50, 400, 36_500] {
            assert_eq!(of(window, forwarded), (accounts, reports), "{window} days");
        }
    }
}

/// Where one hit is enough there is no threshold to reach.
#[test]
fn one_hit_is_no_threshold() {
    let over = |hits: usize| {
        let results = fast(&Case { hits, ..CASES[0] });
        ["innocent-accounts", "carrier-accounts"].map(|who| {
            let metric = format!("{who}-over-threshold-per-year");
            let found = results.find(&metric, "", "", "").unwrap();
            found.summary.is_some()
        })
    };
    assert_eq!(over(1), [false; 2]);
    assert_eq!(over(2), [true; 2]);
}

/// The picture of a user's risk at the threshold in force, by user; with one detector, or more.
fn drawn(text: &str) -> Vec<f64> {
    let loaded = valid(text);
    let results = run(&loaded);
    let charts = charts(&loaded.model, &results, Language::default()).expect("charts");
    let risk = charts.iter().find_map(|c| match c {
        Chart::Risk(risk) => Some(risk),
        _ => None,
    });
    let risk = risk.expect("a picture of the risk");
    let users = ["light", "median", "heavy"]
        .iter()
        .zip(&risk.families[0].users);
    users
        .map(|(user, line)| {
            let point = line
                .points
                .iter()
                .find(|p| Some(p.threshold) == risk.in_force);
            let risk = point.expect("the threshold in force").risk;
            let said = mean(&results, "report-risk-in-ten-years", "", user);
            assert!((risk / said - 1.0).abs() < 1e-6, "{user}: {risk}, {said}");
            risk
        })
        .collect()
}

/// Orders of one detector that follow each other give an account no more hits than one order does; half the coverage gives half.
#[test]
fn the_picture_of_the_risk_adds_what_falls_on_one_account() {
    let text = |orders: &str| {
        format!(
            r#"
title = "risk"
population = 1000000
[services.one]
accounts = 10000
volume.image = "1000/day"
[material.abuse]
modality = "image"
prevalence = "0 %"
carriers = "1 %"
[detectors.all]
detects = ["abuse"]
binormal = {{ separation = 1 }}
[detectors.other]
detects = ["abuse"]
binormal = {{ separation = 1 }}
[desks.review]
unlimited = true
forward = {{ abusive = 1, benign = 1 }}
[policy]
desks = ["review"]
{orders}
[mechanisms.accounts]
hits = 2
window = "30 days"
[run]
days = 40
replications = 1
uncertainty = "central"
"#
        )
    };
    let order = |name: &str, more: &str| {
        format!("[policy.orders.{name}]\ndetector = \"all\"\nrule = {{ threshold = 2 }}\n{more}\n")
    };
    let whole = drawn(&text(&order("a", "")));
    let first = order("a", "duration = \"20 days\"");
    let later = |coverage: &str| order("b", &format!("from = \"20 days\"\ncoverage = {coverage}"));
    let near = |a: &[f64], b: &[f64]| a.iter().zip(b).all(|(a, b)| (a / b - 1.0).abs() < 1e-9);
    let halves = drawn(&text(&format!("{first}{}", later("1"))));
    assert!(near(&whole, &halves), "{whole:?} {halves:?}");
    // Three quarters of the hits all of the time are a smaller risk than all of them in three quarters of it.
    let fewer = drawn(&text(&format!("{first}{}", later("0.5"))));
    let thirty = drawn(&text(&order("a", "duration = \"30 days\"")));
    assert!(
        fewer[2] < thirty[2] && thirty[2] < whole[2],
        "{fewer:?} {thirty:?}"
    );
    assert!(fewer[2] < 0.9 * whole[2], "{fewer:?} {whole:?}");
    // A detector for one half of the time and another for the other half are about one all the time.
    let other = order("b", "from = \"20 days\"").replace("\"all\"", "\"other\"");
    let apart = drawn(&text(&format!("{first}{other}")));
    let ratio = apart[0] / whole[0];
    assert!((ratio - 1.0).abs() < 0.03, "{apart:?} {whole:?}");
}

/// An order that holds for a third of the run: a year has a third of it, at the rate of the days on which it holds, and not a year at a
/// third of the rate, at which three hits in a month are far rarer.
#[test]
fn the_risk_is_that_of_the_days_on_which_an_order_holds() {
    let text = |duration: &str| {
        format!(
            r#"
title = "part of the time"
population = 1000000
[services.one]
accounts = 100000
volume.image = "1000000/day"
[material.abuse]
modality = "image"
prevalence = "0 %"
carriers = "1 %"
[detectors.all]
detects = ["abuse"]
fixed = {{ fpr = 0.001, recall = 1 }}
[policy]
desks = []
[policy.orders.a]
detector = "all"
{duration}
[mechanisms.accounts]
hits = 3
window = "30 days"
[run]
days = 120
replications = 1
seed = 1
outputs = "totals"
charts = false
"#
        )
    };
    let risk = |duration: &str| {
        let results = results(&text(duration));
        results
            .find("report-risk-per-year", "", "", "heavy")
            .unwrap()
            .values[0]
    };
    let activity = Account::new(1.0).activity_quantile(0.9);
    let of = |days: f64, rate: f64| {
        ScanTable::new(3, 30.0, days).risk(Account::new(f64::INFINITY), rate * activity)
    };
    let close = |got: f64, wanted: f64| (got / wanted - 1.0).abs() < 0.02;
    assert!(close(risk(""), of(365.0, 0.01)));
    // Eight days are a part of a year that fits into the window: a closed form.
    let short = risk("duration = \"8 days\"");
    let known = Account::new(f64::INFINITY).tail(365.0 / 15.0 * 0.01 * activity, 3);
    assert!((short / known - 1.0).abs() < 1e-9, "{short} {known}");
    let third = risk("duration = \"40 days\"");
    assert!(close(third, of(365.0 / 3.0, 0.01)), "{third}");
    assert!(!close(third, of(365.0, 0.01 / 3.0)));
}
