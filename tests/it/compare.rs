//! Minimally different worlds: what one change of policy leaves alone is the same, bit by bit, in every replication.

use crate::small::{Folder, simulated, small};
use std::collections::BTreeSet;
use vessels::compare::paired::Shown;
use vessels::compare::{CompareError, Comparison, Side, aligned, compare};
use vessels::results::Results;
use vessels::scenario::Loaded;
use vessels::stats::summary::Clusters;

/// Uncertain prevalence, a desk at its limit, and enough replications to meet luck.
const COMMON: [(&str, &str); 3] = [
    (
        "prevalence = \"5 per million\"",
        "prevalence = \"1 to 20 per million\"",
    ),
    ("replications = 6", "replications = 40"),
    ("people = 40", "people = 10"),
];

fn with(edits: &[(&str, &str)]) -> Loaded {
    small(&[&COMMON[..], edits].concat())
}

fn compared(base: &Loaded, other: &Loaded) -> (Comparison, Results, Results) {
    let (a, b) = (simulated(base, 2), simulated(other, 2));
    let comparison = compare(
        Side {
            name: "base",
            model: &base.model,
            results: &a,
        },
        &[Side {
            name: "other",
            model: &other.model,
            results: &b,
        }],
        0.95,
    );
    (comparison.expect("they belong together"), a, b)
}

/// `metric@desk:class` of every estimate whose values differ in a bit in some replication.
fn differing(a: &Results, b: &Results) -> BTreeSet<String> {
    assert_eq!(a.estimates.len(), b.estimates.len());
    let pairs = a.estimates.iter().zip(&b.estimates);
    pairs
        .filter(|(x, y)| {
            assert_eq!(x.key, y.key);
            let bits = |values: &[f64]| values.iter().map(|v| v.to_bits()).collect::<Vec<_>>();
            bits(&x.values) != bits(&y.values)
        })
        .map(|(x, _)| format!("{}@{}:{}", x.key.metric.name, x.key.desk, x.key.class))
        .collect()
}

/// Keys that the comparison calls anything but identical.
fn not_identical(comparison: &Comparison) -> BTreeSet<String> {
    let pairs = comparison.others[0].pairs.iter();
    pairs
        .filter(|pair| pair.paired.is_some_and(|p| p.shown != Shown::Identical))
        .map(|p| format!("{}@{}:{}", p.key.metric.name, p.key.desk, p.key.class))
        .collect()
}

#[test]
fn the_capacity_of_the_last_desk_changes_what_lies_behind_it_and_nothing_else() {
    let base = with(&[]);
    let other = with(&[("capacity = \"2000/day\"", "capacity = \"40/day\"")]);
    let (comparison, a, b) = compared(&base, &other);
    let differ = differing(&a, &b);
    insta::assert_snapshot!(differ.iter().cloned().collect::<Vec<_>>().join("\n"));
    for key in &differ {
        let behind = ["actionable-per-year@:", "wrongly-actionable-per-year@:"];
        let found = key.starts_with("found-share@:");
        assert!(
            key.contains("@police:") || found || behind.contains(&key.as_str()),
            "{key}"
        );
    }
    // Undefined on one side only counts as dropped, not as a difference.
    assert!(not_identical(&comparison).is_subset(&differ));
    assert_eq!(
        comparison.others[0].world.changed.len(),
        1,
        "a desk is of the world"
    );
}

#[test]
fn a_margin_changes_its_flags_and_leaves_volumes_and_the_other_order() {
    let base = with(&[]);
    let other = with(&[("rule = { fpr = \"0.01 %\" }", "rule = { fpr = \"0.02 %\" }")]);
    let (comparison, a, b) = compared(&base, &other);
    let differ = differing(&a, &b);
    insta::assert_snapshot!(differ.iter().cloned().collect::<Vec<_>>().join("\n"));
    for same in [
        "items@:",
        "items-scanned@:",
        "circulating-per-year@:grooming",
        "order-fpr@:grooming",
        "order-recall@:grooming",
        "detected-share@:grooming",
    ] {
        assert!(!differ.contains(same), "{same}");
    }
    assert!(differ.contains("false-flags@:") && differ.contains("detected-share@:new"));
    assert!(not_identical(&comparison).is_subset(&differ));
    assert!(comparison.others[0].world.is_empty());
}

/// What is not flagged is drawn after the flags, so another margin draws the same prevalence anew: what circulates in the
/// streams that the order reads differs by the chance of counts alone.
#[test]
fn what_circulates_differs_by_chance_alone_when_a_margin_does() {
    let many = ("replications = 6", "replications = 400");
    let with = |edits: &[(&str, &str)]| small(&[&[COMMON[0], many, COMMON[2]], edits].concat());
    let margin = ("rule = { fpr = \"0.01 %\" }", "rule = { fpr = \"0.02 %\" }");
    let (comparison, ..) = compared(&with(&[]), &with(&[margin]));
    let pair = comparison.others[0].find("circulating-per-year", "", "", "new");
    let paired = pair.and_then(|pair| pair.paired).expect("defined");
    let (mcse, sd) = (paired.mcse.expect("many"), paired.sd.expect("many"));
    // Normal deviate of 1e-7 on both sides.
    assert!(paired.difference.abs() < 5.33 * mcse, "{paired:?}");
    // Two independent Poisson counts over 28 days have a difference of variance 2·mean at the most; the variance of 400
    // of them is off by more than 0.45 of itself with a probability below 1e-7 (χ² of 399 degrees of freedom).
    let per_run = 28.0 / 365.0;
    let counts = (paired.base + paired.other) * per_run;
    assert!(sd * sd * per_run * per_run < 1.45 * counts, "{paired:?}");
    // Independent states of the world would be noticed: prevalence varies by a factor of twenty.
    assert!(paired.correlation > Some(0.95), "{paired:?}");
}

#[test]
fn pairs_differ_less_than_independent_runs() {
    let base = with(&[]);
    let margin = ("rule = { fpr = \"0.01 %\" }", "rule = { fpr = \"0.02 %\" }");
    let (paired, ..) = compared(&base, &with(&[margin]));
    let (_, a, _) = compared(&base, &base);
    let mut elsewhere = with(&[margin]);
    elsewhere.model.run.seed += 1;
    let b = simulated(&elsewhere, 2);
    let reduction = |comparison: &Comparison| {
        let pair = comparison.others[0].find("detected-share", "", "", "new");
        let paired = pair.and_then(|pair| pair.paired).expect("defined");
        paired.variance_reduction.expect("varies")
    };
    let find = |results: &Results| {
        let found = results.find("true-flags", "", "", "").expect("a metric");
        found.values.clone()
    };
    let together = paired.others[0]
        .find("true-flags", "", "", "")
        .expect("a metric");
    let together = together.paired.expect("defined");
    let apart =
        vessels::compare::paired::Paired::of(&find(&a), &find(&b), Clusters::Independent, 0.95)
            .expect("pairs");
    assert!(together.sd < apart.sd, "{together:?}\n{apart:?}");
    assert!(together.variance_reduction > Some(4.0), "{together:?}");
    assert!(together.correlation > Some(0.9) && apart.correlation < Some(0.9));
    assert!(reduction(&paired) > 0.5);
}

#[test]
fn runs_that_do_not_belong_together_are_refused() {
    let base = with(&[]);
    let year = with(&[("days = 28", "days = 29")]);
    let mut seeded = with(&[]);
    seeded.model.run.seed += 1;
    let results = simulated(&base, 2);
    let tried = |model, confidence| {
        let base = Side {
            name: "a",
            model: &base.model,
            results: &results,
        };
        let other = Side {
            name: "b",
            model,
            results: &results,
        };
        compare(base, &[other], confidence).err()
    };
    let error = tried(&year.model, 0.95).expect("refused").to_string();
    assert!(
        error.contains("`a` runs for 28 days and `b` for 29"),
        "{error}"
    );
    assert!(matches!(
        tried(&seeded.model, 0.95),
        Some(CompareError::Unpaired { what: "seed", .. })
    ));
    assert_eq!(tried(&base.model, 1.0), Some(CompareError::Confidence(1.0)));
    assert_eq!(tried(&aligned(&base.model, &seeded.model), 0.95), None);
    let side = Side {
        name: "a",
        model: &base.model,
        results: &results,
    };
    assert_eq!(compare(side, &[], 0.95).err(), Some(CompareError::NoOther));
}

#[test]
fn the_number_of_threads_changes_no_byte() {
    let folder = Folder::small(&COMMON);
    let stricter = folder.read("small.toml").replace("0.01 %", "0.001 %");
    std::fs::write(folder.path().join("strict.toml"), stricter).unwrap();
    let run = |threads: &str| {
        let out = format!("out{threads}");
        let arguments = [
            "compare",
            "small.toml",
            "strict.toml",
            "--threads",
            threads,
            "--out",
            &out,
            "--format",
            "svg,png",
        ];
        let stdout = folder.run(&arguments).exits(0).stdout;
        let files = [
            "compare.csv",
            "compare.json",
            "charts/differences.csv",
            "charts/differences.svg",
            "charts/differences.png",
        ];
        let bytes = files.map(|f| std::fs::read(folder.path().join(&out).join(f)).unwrap());
        (stdout.replace(&out, "out"), bytes)
    };
    assert_eq!(run("1"), run("2"));
}

#[test]
fn tables_hold_every_pair_and_nothing_is_drawn_without_charts() {
    let folder = Folder::small(&COMMON);
    let text = folder.read("small.toml");
    for (name, margin) in [("b", "0.001 %"), ("c", "0.1 %")] {
        let text = text.replace("0.01 %", margin);
        std::fs::write(folder.path().join(format!("{name}.toml")), text).unwrap();
    }
    let arguments = [
        "compare",
        "b.toml",
        "small.toml",
        "c.toml",
        "--base",
        "small.toml",
    ];
    let rest = ["--no-charts", "-v", "--seed", "7", "--replications", "5"];
    let ran = folder.run(&[&arguments[..], &rest[..]].concat()).exits(0);
    let table = folder.read("out/compare.csv");
    assert_eq!(
        table
            .lines()
            .nth(1)
            .unwrap()
            .split(',')
            .take(2)
            .collect::<Vec<_>>(),
        ["small", "b"]
    );
    let columns: BTreeSet<usize> = table.lines().map(|l| l.split(',').count()).collect();
    assert_eq!(
        columns,
        BTreeSet::from([vessels::export::differences::COMPARE_COLUMNS.len()])
    );
    for line in table.lines().skip(1) {
        assert!(
            ran.stdout.contains(line.split(',').nth(2).unwrap()),
            "{line}"
        );
    }
    let json = folder.read("out/compare.json");
    assert!(json.contains("\"seed\": 7") && json.contains("\"replications\": 5"));
    assert!(!folder.path().join("out/charts").exists());
    let quiet = ["--no-charts", "-q", "--force"];
    let ran = folder.run(&[&arguments[..], &quiet[..]].concat()).exits(0);
    assert_eq!((ran.stdout.as_str(), ran.stderr.as_str()), ("", ""));
}

/// Replications that share a draw are one group, whatever the other scenario says of repeats; and where the base ends early, the
/// others run as many.
#[test]
fn errors_are_those_of_draws_and_the_base_says_how_many() {
    let folder = Folder::small(&COMMON);
    let text = folder.read("small.toml");
    let repeated = text.replace("replications = 40", "replications = 40\nrepeats = 8");
    std::fs::write(folder.path().join("repeated.toml"), repeated).unwrap();
    let stopped = text.replace("replications = 40", "replications = 400")
        + "\n[stop]\nmetric = \"items\"\nof = \"mean\"\nat-least = 20\nrelative-half-width = \"50 %\"\n";
    std::fs::write(folder.path().join("stopped.toml"), stopped).unwrap();
    let column = |base: &str, name: &str| {
        let arguments = ["compare", base, "small.toml", "--no-charts", "--force"];
        folder.run(&arguments).exits(0);
        let table = folder.read("out/compare.csv");
        let row = |n: usize| table.lines().nth(n).unwrap().split(',');
        let at = row(0).position(|column| column == name).unwrap();
        row(1).nth(at).unwrap().to_owned()
    };
    assert_eq!(column("repeated.toml", "groups"), "5");
    assert_eq!(column("repeated.toml", "replications"), "40");
    assert_eq!(column("stopped.toml", "replications"), "20");
    assert_eq!(column("stopped.toml", "groups"), "20");
}
