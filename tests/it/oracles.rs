//! Flags simulated against the closed-form twin: means and variances in computed bands, from a thousand to ten million
//! million items a day, and mutants of a scenario that the same bands reject.

use crate::support::{
    Verdict, accept, bundled, close, mean, mean_in_band, reject, run, scenario, sd_in_band,
};
use vessels::scenario::Loaded;
use vessels::twin::{Expected, found_alone, twin};

/// A scenario, and what bounds the shape of its distributions.
struct World {
    name: &'static str,
    text: String,
    /// Coefficient of variation of the volume.
    variation: f64,
    /// Replaced in the text to make a mutant: `(what, from, to)`.
    mutants: &'static [(&'static str, &'static str, &'static str)],
}

const DAYS: usize = 21;
const REPLICATIONS: usize = 2000;

/// The frame of every world; what varies is put in.
fn text(services: &str, classes: &str, detectors: &str, orders: &str) -> String {
    format!(
        r#"
title = "oracle"
population = 1000000
{services}
{classes}
{detectors}
[desks.review]
unlimited = true
forward = {{ abusive = 1, benign = 1 }}
[policy]
desks = []
{orders}
[run]
days = {DAYS}
replications = {REPLICATIONS}
seed = 77
outputs = "totals"
uncertainty = "central"
charts = false
"#
    )
}

const CLASSES: &str = r#"
[material.known]
modality = "image"
prevalence = "1 %"
evasion = "25 %"
[material.new]
modality = "image"
prevalence = "0.5 %"
[benign.family]
modality = "image"
share = "5 %"
shift = 1.2
"#;

const RARE: &str = r#"
[material.known]
modality = "image"
prevalence = "1 per million"
evasion = "25 %"
[material.new]
modality = "image"
prevalence = "0.2 per million"
[benign.family]
modality = "image"
share = "1 %"
shift = 1.2
"#;

const DETECTORS: &str = r#"
[detectors.hash]
detects = ["known"]
fixed = { fpr = "0.1 %", recall = "90 %" }
[detectors.classifier]
detects = ["new"]
binormal = { separation = 2.5 }
[detectors.second]
detects = ["new", "known"]
binormal = { separation = 2.0, spread = 1.3 }
"#;

fn service(volume: &str, more: &str) -> String {
    format!("[services.one]\naccounts = 1000\nvolume.image = \"{volume}\"\n{more}\n")
}

fn worlds() -> Vec<World> {
    let one_order = "[policy.orders.a]\ndetector = \"hash\"\ncoverage = \"80 %\"\n";
    let union = r#"
[policy.orders.a]
detector = "hash"
coverage = "60 %"
[policy.orders.b]
detector = "classifier"
coverage = "90 %"
rule = { fpr = "1 %" }
[policy.orders.c]
detector = "second"
coverage = "90 %"
rule = { recall = "50 %" }
"#;
    let correlated = union.replacen(
        "[policy.orders.a]",
        "correlation = 0.6\n[policy.orders.a]",
        1,
    );
    let phases = r#"
[policy.orders.a]
detector = "hash"
from = "4 days"
duration = "7 days"
[policy.orders.b]
detector = "classifier"
from = "9 days"
rule = { fpr = "2 %" }
"#;
    let margin = "[policy.orders.b]\ndetector = \"classifier\"\nrule = { fpr = \"0.1 %\" }\n";
    let small = |more: &str| service("2000/day", more);
    vec![
        World {
            name: "small",
            text: text(&small(""), CLASSES, DETECTORS, one_order),
            variation: 0.0,
            mutants: &[
                ("coverage ignored", "coverage = \"80 %\"\n", ""),
                ("evasion ignored", "evasion = \"25 %\"", ""),
                (
                    "recall of a neighbour",
                    "recall = \"90 %\"",
                    "recall = \"80 %\"",
                ),
            ],
        },
        World {
            name: "fractional volume",
            text: text(&service("3.45/day", ""), CLASSES, DETECTORS, union),
            variation: 0.0,
            mutants: &[("volumes cut to whole items", "3.45/day", "3/day")],
        },
        World {
            name: "margin",
            text: text(&small(""), CLASSES, DETECTORS, margin),
            variation: 0.0,
            mutants: &[
                (
                    "FPR applied as FDR",
                    "{ fpr = \"0.1 %\" }",
                    "{ fdr = \"10 %\" }",
                ),
                ("confusables ignored", "share = \"5 %\"", "share = \"0 %\""),
            ],
        },
        World {
            name: "margin on the bench",
            text: text(
                &service("1 million/day", ""),
                CLASSES,
                DETECTORS,
                &margin.replace("rule", "calibrated-on = \"bench\"\nrule"),
            ),
            variation: 0.0,
            mutants: &[("bench taken for field", "calibrated-on = \"bench\"", "")],
        },
        World {
            name: "overdispersed",
            text: text(
                &small("overdispersion = \"30 %\""),
                CLASSES,
                DETECTORS,
                union,
            ),
            variation: 0.3,
            mutants: &[
                ("overdispersion ignored", "overdispersion = \"30 %\"", ""),
                (
                    "overdispersion halved",
                    "overdispersion = \"30 %\"",
                    "overdispersion = \"15 %\"",
                ),
            ],
        },
        World {
            name: "huge",
            text: text(
                &service("10000 billion/day", "overdispersion = \"2 %\""),
                RARE,
                DETECTORS,
                union,
            ),
            variation: 0.02,
            mutants: &[("overdispersion ignored", "overdispersion = \"2 %\"", "")],
        },
        World {
            name: "huge and steady",
            text: text(
                &service("10000 billion/day", ""),
                RARE,
                DETECTORS,
                one_order,
            ),
            variation: 0.0,
            mutants: &[(
                "one per cent more overdispersion",
                "accounts = 1000",
                "accounts = 1000\noverdispersion = \"1 %\"",
            )],
        },
        World {
            name: "growth and rhythm",
            text: text(
                &small("growth = \"200 %/year\"\nweekly = [1, 1, 1, 1, 1, 2, 3]"),
                CLASSES,
                DETECTORS,
                union,
            ),
            variation: 0.0,
            mutants: &[("growth ignored", "growth = \"200 %/year\"", "")],
        },
        World {
            name: "rhythm and phases",
            text: text(
                &small("weekly = [1, 1, 1, 1, 1, 2, 3]"),
                CLASSES,
                DETECTORS,
                phases,
            ),
            variation: 0.0,
            mutants: &[
                ("rhythm ignored", "weekly = [1, 1, 1, 1, 1, 2, 3]", ""),
                (
                    "phase a day longer",
                    "duration = \"7 days\"",
                    "duration = \"8 days\"",
                ),
            ],
        },
        World {
            name: "independent detectors",
            text: text(&small(""), CLASSES, DETECTORS, union),
            variation: 0.0,
            mutants: &[("correlated", "desks = []", "desks = []\ncorrelation = 0.6")],
        },
        World {
            name: "correlated detectors",
            text: text(&small(""), CLASSES, DETECTORS, &correlated),
            variation: 0.0,
            mutants: &[("correlation ignored", "correlation = 0.6\n", "")],
        },
        World {
            name: "groups",
            text: text(
                &small(""),
                &format!("{CLASSES}[groups.dialect]\nshare = \"20 %\"\nshift = 0.8\n"),
                DETECTORS,
                "[policy.orders.b]\ndetector = \"classifier\"\nrule = { threshold = 2 }\n",
            ),
            variation: 0.0,
            mutants: &[("groups ignored", "shift = 0.8", "shift = 0")],
        },
        World {
            name: "two services",
            text: text(
                &format!(
                    "{}overdispersion = \"10 %\"\n[services.two]\naccounts = 50\nvolume.image = \"3000/day\"\nencrypted = true\noverdispersion = \"10 %\"\n",
                    service("1500/day", "")
                ),
                &CLASSES.replace(
                    "prevalence = \"1 %\"",
                    "prevalence = \"1 %\"\nprevalence-at = { two = \"4 %\" }",
                ),
                DETECTORS,
                "[policy.orders.a]\ndetector = \"hash\"\ntechnique = \"client-side\"\n[policy.orders.b]\ndetector = \"classifier\"\nrule = { fpr = \"1 %\" }\n",
            ),
            variation: 0.1,
            mutants: &[
                (
                    "prevalence of a service ignored",
                    "prevalence-at = { two = \"4 %\" }",
                    "",
                ),
                (
                    "encryption ignored",
                    "encrypted = true",
                    "encrypted = false",
                ),
            ],
        },
    ]
}

/// Excess kurtosis of a mean over days of gamma-mixed Poisson counts with daily mean m and variation φ (cumulants
/// m + m²φ² and m + 7m²φ² + 12m³φ⁴ + 6m⁴φ⁶); doubled, since days are unequal. Binomial counts have less.
fn excess_kurtosis(daily: f64, variation: f64) -> f64 {
    let (m, v) = (daily, variation * variation);
    let second = m + m * m * v;
    let fourth = m + 7.0 * m * m * v + 12.0 * m.powi(3) * v * v + 6.0 * m.powi(4) * v.powi(3);
    2.0 * fourth / (second * second * DAYS as f64)
}

/// Every row of the twin that has a standard deviation, against the run of a scenario.
fn compare(name: &str, of: &Loaded, expected: &[Expected], variation: f64) -> Vec<Verdict> {
    let results = run(of);
    let items = mean(&results, "items", "", "");
    let mut verdicts = Vec::new();
    for row in expected {
        let (Some(sd), true) = (row.sd, row.desk.is_empty()) else {
            continue;
        };
        let what = format!("{name}: {} {}", row.metric.name, row.class);
        let found = results.find(row.metric.name, "", "", &row.class);
        let summary = found.and_then(|f| f.summary).expect("a defined metric");
        // Volumes are whole items whose fractions are carried over: at most half an item of each service is left at the end.
        let slack = 2.0 * row.mean / (items * DAYS as f64);
        verdicts.push(mean_in_band(
            &what,
            summary.n,
            summary.mean,
            row.mean,
            sd,
            slack,
        ));
        if sd > 0.0 {
            let excess = excess_kurtosis(row.mean, variation);
            verdicts.push(sd_in_band(&what, summary.n, summary.sd, sd, excess));
        }
    }
    assert!(
        verdicts.len() >= 8,
        "{name}: {} comparisons",
        verdicts.len()
    );
    verdicts
}

#[test]
fn simulated_flags_have_the_mean_and_the_variance_of_the_formulas() {
    for world in worlds() {
        let loaded = scenario(&world.text);
        let expected = twin(&loaded.model).expect("rules are met");
        accept(compare(world.name, &loaded, &expected, world.variation));
    }
}

#[test]
fn mutants_are_rejected() {
    for world in worlds() {
        let loaded = scenario(&world.text);
        for (what, from, to) in world.mutants {
            assert!(world.text.contains(from), "{}: {what}", world.name);
            let mutant = scenario(&world.text.replace(from, to));
            let expected = twin(&mutant.model).expect("rules are met");
            let verdicts = compare(world.name, &loaded, &expected, world.variation);
            reject(&format!("{}: {what}", world.name), verdicts);
        }
    }
}

/// Shares have their formulas too: detected share by class, precision of flags, operating points.
#[test]
fn shares_agree_with_their_formulas() {
    for world in worlds() {
        let loaded = scenario(&world.text);
        let results = run(&loaded);
        for row in twin(&loaded.model).expect("rules are met") {
            let ratio = ["detected-share", "flag-precision"].contains(&row.metric.name);
            let fixed = row.metric.name.starts_with("order-");
            if !ratio && !fixed {
                continue;
            }
            let what = format!("{}: {} {}", world.name, row.metric.name, row.class);
            let found = results.find(row.metric.name, "", "", &row.class);
            let s = found.and_then(|f| f.summary).expect("a defined metric");
            // The mean of a ratio differs from the ratio of means by about sd²/mean.
            let slack = if fixed {
                0.0
            } else {
                2.0 * s.sd * s.sd / row.mean
            };
            accept([mean_in_band(&what, s.n, s.mean, row.mean, s.sd, slack)]);
        }
    }
}

/// What each order of a bundled scenario finds alone, by name.
fn alone(name: &str, set: &[&str]) -> Vec<(String, f64)> {
    let model = bundled(name, set).model;
    let draw = model.parameters.central();
    let preset = model.preset(&draw).expect("rules are met");
    let points = model
        .operating_points(&draw, &preset)
        .expect("rules are met");
    let shares = found_alone(&model, &draw, &points);
    let names = model.policy.orders.iter().map(|o| o.name.clone());
    names
        .zip(shares)
        .map(|(name, share)| (name, share.expect("something circulates")))
        .collect()
}

fn detected(name: &str, class: &str) -> f64 {
    let rows = twin(&bundled(name, &[]).model).expect("rules are met");
    let row = rows
        .iter()
        .find(|r| r.metric.name == "detected-share" && r.class == class);
    row.expect("the class is detected").mean
}

/// The share of an order is its own: where no other order detects its class it is that of the class; where orders read
/// different services, or on different days, their shares add up to it; and no margin of another order moves it.
#[test]
fn what_an_order_finds_alone_is_its_own() {
    for (order, share) in alone("commission-2022", &[]) {
        close(&order, share, detected("commission-2022", &order), 1e-5);
    }
    for (scenario, class) in [("motion-858", "known"), ("switch-off-2020", "any")] {
        let shares = alone(scenario, &[]);
        assert!(shares.len() > 1 && shares.iter().all(|s| s.1 > 0.0));
        let sum = shares.iter().map(|s| s.1).sum();
        close(scenario, sum, detected(scenario, class), 1e-9);
    }
    let reports = |set: &[&str]| {
        let shares = alone("motion-856", set);
        shares
            .into_iter()
            .find(|s| s.0 == "reports")
            .expect("there")
    };
    assert_eq!(
        reports(&[]),
        reports(&["policy.orders.known.enabled=false"])
    );
    assert!(reports(&[]).1 < 0.0071);
}
