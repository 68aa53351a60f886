//! Correlated uncertain numbers, from the file to the draws.

use crate::small::{Folder, bytes, simulated, small};
use vessels::model::Model;
use vessels::model::epistemic::{Fixed, Pin, Sampler};
use vessels::scenario::Loaded;
use vessels::study::axis::{Axis, Value};
use vessels::study::combination::{Combination, Method};
use vessels::study::crossed::Sampling;
use vessels::study::{Plan, Study, StudyError};

const KNOWN: &str = "material.known.prevalence";
const NEW: &str = "material.new.prevalence";
const UNCERTAIN: [(&str, &str); 2] = [
    (
        "prevalence = \"20 per million\"",
        "prevalence = \"10 to 40 per million\"",
    ),
    (
        "prevalence = \"5 per million\"",
        "prevalence = \"2 to 9 per million\"",
    ),
];
const CORRELATED: &str = "[[correlations]]\nbetween = [\"material.new.prevalence\", \"material.known.prevalence\"]\nrank = 0.6\n";

fn uncertain(tables: &str, run: &str) -> Loaded {
    let tables = format!("{tables}\n[run]\n{run}");
    small(&[&UNCERTAIN[..], &[("[run]", &tables)]].concat())
}

fn index(model: &Model, path: &str) -> usize {
    model.parameters.find(path).unwrap()
}

/// Draws of the two numbers.
fn drawn(model: &Model, count: u64, pins: &[Pin]) -> Vec<[f64; 2]> {
    let sampler = Sampler::new(model);
    let central = model.parameters.central();
    let draw = |i| {
        let draw = sampler.draw(model, &central, i, pins);
        [KNOWN, NEW].map(|path| draw.at(index(model, path)))
    };
    (0..count).map(draw).collect()
}

/// Spearman's rank correlation, by ranks.
fn spearman(rows: &[[f64; 2]]) -> f64 {
    let ranks = |column: usize| {
        let mut order: Vec<usize> = (0..rows.len()).collect();
        order.sort_by(|a, b| rows[*a][column].total_cmp(&rows[*b][column]));
        let mut ranks = vec![0.0; rows.len()];
        for (rank, row) in order.into_iter().enumerate() {
            ranks[row] = rank as f64;
        }
        ranks
    };
    let squares = ranks(0)
        .iter()
        .zip(ranks(1))
        .map(|(a, b)| (a - b) * (a - b))
        .sum::<f64>();
    let n = rows.len() as f64;
    1.0 - 6.0 * squares / (n * (n * n - 1.0))
}

/// Of the first number by path every draw stays, of the other only the order of its values.
#[test]
fn only_the_later_name_moves() {
    let with = drawn(&uncertain(CORRELATED, "").model, 200, &[]);
    let without = drawn(&uncertain("", "").model, 200, &[]);
    assert!(
        with.iter()
            .zip(&without)
            .all(|(a, b)| a[0] == b[0] && a[1] != b[1])
    );
}

/// The sample correlation of n pairs has a standard error of at most √(1.06/n)·1 (that of independent ranks is
/// 1/√(n − 1), and dependence lowers it): 6 of them are passed with a probability below 3e-9 in the normal limit. Independent draws, the
/// mutant, are 75 standard errors away.
#[test]
fn draws_have_the_rank_correlation() {
    for sampling in ["plain", "quasi"] {
        let run = format!("sampling = \"{sampling}\"");
        let n = 20_000;
        let limit = 6.0 * (1.06 / n as f64).sqrt();
        let with = spearman(&drawn(&uncertain(CORRELATED, &run).model, n, &[]));
        let mutant = spearman(&drawn(&uncertain("", &run).model, n, &[]));
        assert!((with - 0.6).abs() < limit, "{sampling}: {with}");
        assert!((mutant - 0.6).abs() > limit, "{sampling}: {mutant}");
    }
}

#[test]
fn a_value_moves_nobody_and_a_quantile_does() {
    let model = uncertain(CORRELATED, "").model;
    let free = drawn(&model, 20, &[]);
    let parameter = index(&model, KNOWN);
    let pinned = |fixed| drawn(&model, 20, &[Pin { parameter, fixed }]);
    for (row, free) in pinned(Fixed::Value(3e-5)).iter().zip(&free) {
        assert_eq!(*row, [3e-5, free[1]]);
    }
    let median = model.parameters.central().at(parameter);
    for (row, free) in pinned(Fixed::Quantile(0.5)).iter().zip(&free) {
        assert!((row[0] / median - 1.0).abs() < 1e-12);
        assert_ne!(row[1], free[1]);
    }
}

#[test]
fn the_model_says_what_is_correlated() {
    assert_eq!(uncertain(CORRELATED, "").model.correlated(), [KNOWN, NEW]);
    assert!(uncertain("", "").model.correlated().is_empty());
}

#[test]
fn rows_hold_the_values_that_were_used() {
    let model = uncertain(CORRELATED, "").model;
    let axes = Axis::uncertain(&model);
    let column = |step: f64| (1..=20).map(|i| (f64::from(i) * step).fract()).collect();
    let listed: Vec<Vec<f64>> = vec![column(0.618), column(0.414)];
    let combination = Combination::Listed(listed.clone());
    let plan = Plan {
        policies: vec!["small".into()],
        axes: axes.clone(),
        method: Method::Listed(20),
        combination,
        replications: 1,
        selectors: Vec::new(),
    };
    let study = Study::new::<StudyError>(plan, |_, _| Ok(model.clone())).unwrap();
    let rows = study.rows(0..20).unwrap();
    for (number, row) in rows.iter().enumerate() {
        let u = [listed[0][number], listed[1][number]];
        let pins: Vec<Pin> = axes
            .iter()
            .zip(&u)
            .map(|(axis, u)| axis.pin(index(&model, &axis.path), *u).unwrap())
            .collect();
        let used = drawn(&model, 1, &pins)[0];
        assert_eq!(row.values, used.map(Value::Number));
        assert_eq!(row.values[0], axes[0].value(u[0]));
        // The quantile of its own coordinate would be wrong.
        assert_ne!(row.values[1], axes[1].value(u[1]));
    }
}

/// A study of all uncertain numbers by a design, with its columns put in order or not: the two numbers, by point.
fn studied(model: &Model, method: Method, is_reordered: bool) -> Vec<[f64; 2]> {
    let axes = Axis::uncertain(model);
    let base = Combination::new(method, &axes, 7).unwrap();
    let combination = if is_reordered {
        base.reordered(&axes, &[model], 7).unwrap()
    } else {
        base
    };
    let plan = Plan {
        policies: vec!["small".into()],
        axes,
        method,
        combination,
        replications: 1,
        selectors: Vec::new(),
    };
    let study = Study::new::<StudyError>(plan, |_, _| Ok(model.clone())).unwrap();
    let number = |value: &Value| match value {
        Value::Number(x) => *x,
        Value::Word(word) => panic!("{word}"),
    };
    let rows = study.rows(0..study.jobs()).unwrap();
    rows.iter()
        .map(|row| [number(&row.values[0]), number(&row.values[1])])
        .collect()
}

/// Columns of a Latin hypercube are put in order: the sample has the correlation, and each number one value in every slice of its
/// distribution. The copula alone, the mutant, misses both.
#[test]
fn a_latin_hypercube_has_the_rank_correlation_itself() {
    const POINTS: usize = 400;
    let model = uncertain(CORRELATED, "").model;
    let quantile = |path: &str, x: f64| {
        let (low, high): (f64, f64) = if path == KNOWN {
            (10e-6, 40e-6)
        } else {
            (2e-6, 9e-6)
        };
        let middle = (low.ln() + high.ln()) / 2.0;
        let sd = (high.ln() - low.ln()) / 2.0 / 1.644_853_626_951_472_2;
        vessels::special::normal::cdf((x.ln() - middle) / sd)
    };
    let slices = |rows: &[[f64; 2]], column: usize| {
        let path = [KNOWN, NEW][column];
        let slice = |row: &[f64; 2]| (quantile(path, row[column]) * POINTS as f64) as usize;
        rows.iter()
            .map(slice)
            .collect::<std::collections::BTreeSet<_>>()
            .len()
    };
    let latin = Method::Latin(POINTS as u64);
    let crossed = Method::Crossed(Sampling::Latin, POINTS as u64);
    for method in [latin, crossed] {
        let rows = studied(&model, method, true);
        assert!((spearman(&rows) - 0.6).abs() < 0.01, "{}", spearman(&rows));
        // The cut at the range of a prevalence moves no quantile by as much as a slice.
        assert!(slices(&rows, 0) == POINTS && slices(&rows, 1) == POINTS);
        let mutant = studied(&model, method, false);
        assert!(slices(&mutant, 1) < POINTS);
        let deviation = |rows: &[[f64; 2]]| (spearman(rows) - 0.6).abs();
        assert!(deviation(&rows) < deviation(&mutant));
    }
    // Points that are random stay independent of each other.
    let random = Method::Random(POINTS as u64);
    assert_eq!(
        studied(&model, random, true),
        studied(&model, random, false)
    );
}

/// The command puts columns in order, says so, and cuts the table into the same bytes.
#[test]
fn a_sweep_has_the_rank_correlation_in_any_shards() {
    let tables = format!("{CORRELATED}\n[run]");
    let folder = Folder::small(&[&UNCERTAIN[..], &[("[run]", &tables)]].concat());
    let sweep = |more: &[&str]| {
        let common = [
            "sweep",
            "small.toml",
            "--design",
            "latin",
            "--points",
            "2100",
        ];
        let few = ["--set", "run.days=2", "--metric", "flags", "--quiet"];
        folder.run(&[&common[..], &few, more].concat()).exits(0);
    };
    sweep(&["--out", "whole", "--threads", "2"]);
    for shard in ["1/2", "2/2"] {
        sweep(&["--out", "parts", "--shard", shard, "--threads", "1"]);
    }
    folder.run(&["merge", "parts", "--out", "joined"]).exits(0);
    for end in ["csv", "json", "parquet"] {
        let name = |folder: &str| format!("{folder}/small.latin.2100x1.{end}");
        let read = |name: String| std::fs::read(folder.path().join(name)).unwrap();
        assert!(read(name("whole")) == read(name("joined")), "{end}");
    }
    let json: serde_json::Value =
        serde_json::from_str(&folder.read("whole/small.latin.2100x1.json")).unwrap();
    assert_eq!(json["reordered"], true);
}

/// Off is absent; threads, and the order of the tables, change nothing.
#[test]
fn bytes_depend_on_the_correlation_alone() {
    let of = |tables: &str, threads| bytes(&simulated(&uncertain(tables, ""), threads));
    let turned = CORRELATED.replace(
        "\"material.new.prevalence\", \"material.known.prevalence\"",
        "\"material.known.prevalence\", \"material.new.prevalence\"",
    );
    let nought = CORRELATED.replace("0.6", "0");
    assert_eq!(of(CORRELATED, 1), of(CORRELATED, 2));
    assert_eq!(of(CORRELATED, 1), of(&turned, 1));
    assert_eq!(of("", 1), of(&nought, 1));
    assert_ne!(of("", 1), of(CORRELATED, 1));
}

/// A scenario's list replaces that of its world, and the empty one stands for none.
#[test]
fn a_list_replaces_that_of_the_world() {
    let of = |scenario: &str| {
        let world = format!("expires-after = \"30 days\"\n\n{CORRELATED}");
        let title = format!("{scenario}\nworld = \"worlds/small.toml\"");
        let edits = [
            ("expires-after = \"30 days\"", world.as_str()),
            ("world = \"worlds/small.toml\"", &title),
        ];
        let model = small(&[&UNCERTAIN[..], &edits].concat()).model;
        model.dependence.map(|d| d.correlations[0].rank)
    };
    assert_eq!(of(""), Some(0.6));
    assert_eq!(of("correlations = []"), None);
    let own = "correlations = [{ between = [\"material.new.prevalence\", \"material.known.prevalence\"], rank = -0.3 }]";
    assert_eq!(of(own), Some(-0.3));
}

#[test]
fn run_json_lists_them() {
    let tables = format!("{CORRELATED}\n[run]");
    let folder = Folder::small(&[&UNCERTAIN[..], &[("[run]", &tables)]].concat());
    folder
        .run(&["run", "small.toml", "--out", "out", "--no-charts"])
        .exits(0);
    let json: serde_json::Value = serde_json::from_str(&folder.read("out/run.json")).unwrap();
    assert_eq!(json["correlations"][0]["rank"], 0.6);
    assert_eq!(json["correlations"][0]["between"][0], NEW);
}
