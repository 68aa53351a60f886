//! `compare.csv` and `compare.json`.

use super::ExportError;
use super::json::digest;
use super::tables::{csv, number};
use crate::compare::paired::Paired;
use crate::compare::world::WorldDifferences;
use crate::compare::{Against, Comparison, Pair, power};
use crate::scenario::Loaded;
use serde::Serialize;

/// The columns of `compare.csv`.
pub const COMPARE_COLUMNS: [&str; 34] = [
    "base",
    "scenario",
    "metric",
    "unit",
    "interest",
    "service",
    "desk",
    "class",
    "shown",
    "replications",
    "left_out",
    "groups",
    "mean_base",
    "mean_scenario",
    "difference",
    "mcse",
    "sd",
    "low",
    "high",
    "p05",
    "p50",
    "p95",
    "relative",
    "relative_low",
    "relative_high",
    "share_higher",
    "share_lower",
    "correlation",
    "variance_reduction",
    "skewness",
    "needed_for_interval",
    "needed_for_observed",
    "needed_for_one_percent",
    "confidence",
];

/// One row per scenario and metric that it shares with the base; an empty cell in `service`, `desk` or `class` means all, and
/// an empty number means that it is undefined.
///
/// # Errors
///
/// [`ExportError::Table`].
pub fn compare_csv(comparison: &Comparison) -> Result<Vec<u8>, ExportError> {
    let rows = comparison.others.iter().flat_map(|other| {
        other
            .pairs
            .iter()
            .map(move |pair| row(comparison, other, pair))
    });
    csv(&COMPARE_COLUMNS, rows)
}

fn row(comparison: &Comparison, other: &Against, pair: &Pair) -> Vec<String> {
    let key = &pair.key;
    let mut row: Vec<String> = vec![
        comparison.base.clone(),
        other.name.clone(),
        key.metric.name.into(),
        key.metric.unit.into(),
        key.metric.interest.name().into(),
        key.service.clone(),
        key.desk.clone(),
        key.class.clone(),
    ];
    let numbers = COMPARE_COLUMNS.len() - row.len() - 1;
    row.extend(
        pair.paired
            .map_or(vec![String::new(); numbers], |p| cells(&p)),
    );
    row.push(number(&comparison.confidence));
    row
}

fn cells(p: &Paired) -> Vec<String> {
    let cell = |n: Option<f64>| n.as_ref().map_or(String::new(), number);
    let mut cells = vec![
        p.shown.name().to_owned(),
        p.n.to_string(),
        p.dropped.to_string(),
        p.groups.to_string(),
    ];
    cells.extend(
        [
            Some(p.base),
            Some(p.other),
            Some(p.difference),
            p.mcse,
            p.sd,
            p.interval.map(|i| i.low),
            p.interval.map(|i| i.high),
            Some(p.p05),
            Some(p.p50),
            Some(p.p95),
            p.relative.map(|r| r.value),
            p.relative.map(|r| r.low),
            p.relative.map(|r| r.high),
            Some(p.higher),
            Some(p.lower),
            p.correlation,
            p.variance_reduction,
            p.skewness,
            p.needed_for_interval,
            p.needed_for_observed,
            p.needed_for_one_percent,
        ]
        .map(cell),
    );
    cells
}

#[derive(Serialize)]
struct File<'a> {
    program: &'static str,
    version: &'static str,
    generator: &'static str,
    seed: u64,
    replications: u64,
    days: usize,
    confidence: f64,
    power: f64,
    base: Scenario<'a>,
    others: Vec<Other<'a>>,
}

#[derive(Serialize)]
struct Scenario<'a> {
    name: &'a str,
    title: &'a str,
    digest: String,
    files: Vec<&'a str>,
    scenario: &'a str,
}

#[derive(Serialize)]
struct Other<'a> {
    #[serde(flatten)]
    scenario: Scenario<'a>,
    world: &'a WorldDifferences,
    metrics_only_in_base: usize,
    metrics_only_here: usize,
    differences: Vec<Difference<'a>>,
}

#[derive(Serialize)]
struct Difference<'a> {
    metric: &'a str,
    unit: &'a str,
    interest: &'a str,
    service: &'a str,
    desk: &'a str,
    class: &'a str,
    paired: Option<Paired>,
}

/// The bytes of `compare.json`: scenarios with digest and resolved text, what differs in their worlds, and all differences.
/// `loaded` holds the scenarios in the order base, others.
pub fn compare_json(comparison: &Comparison, base: &Loaded, others: &[&Loaded]) -> Vec<u8> {
    let file = File {
        program: "vessels",
        version: env!("CARGO_PKG_VERSION"),
        generator: "ChaCha8, one stream per component and replication",
        seed: comparison.seed,
        replications: comparison.replications,
        days: comparison.days,
        confidence: comparison.confidence,
        power: power::POWER,
        base: scenario(&comparison.base, base),
        others: comparison
            .others
            .iter()
            .zip(others)
            .map(|(against, loaded)| Other {
                scenario: scenario(&against.name, loaded),
                world: &against.world,
                metrics_only_in_base: against.only_base,
                metrics_only_here: against.only_other,
                differences: against.pairs.iter().map(difference).collect(),
            })
            .collect(),
    };
    let mut bytes =
        serde_json::to_vec_pretty(&file).expect("numbers and text can be written as JSON");
    bytes.push(b'\n');
    bytes
}

fn scenario<'a>(name: &'a str, loaded: &'a Loaded) -> Scenario<'a> {
    Scenario {
        name,
        title: &loaded.model.title,
        digest: digest(loaded),
        files: loaded.sources.iter().map(|s| s.name.as_str()).collect(),
        scenario: &loaded.resolved,
    }
}

fn difference(pair: &Pair) -> Difference<'_> {
    let key = &pair.key;
    Difference {
        metric: key.metric.name,
        unit: key.metric.unit,
        interest: key.metric.interest.name(),
        service: &key.service,
        desk: &key.desk,
        class: &key.class,
        paired: pair.paired,
    }
}
