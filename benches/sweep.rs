//! What a sweep costs above the replications themselves: points of a design, one replication each, rows and blocks, beside as many
//! replications at one setting. The difference per row is the number to watch.

use criterion::measurement::WallTime;
use criterion::{
    BenchmarkGroup, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main,
};
use serde_json::json;
use std::hint::black_box;
use std::path::Path;
use vessels::export::rows::{self, Formats, Opened};
use vessels::export::study::{columns, values};
use vessels::model::Model;
use vessels::model::factor::Role;
use vessels::results::evaluate::{Cell, Evaluator};
use vessels::results::selector::Selector;
use vessels::scenario::{Library, Loaded, factors, load};
use vessels::study::axis::Axis;
use vessels::study::combination::{Combination, Method};
use vessels::study::description::Description;
use vessels::study::{Plan, Study, StudyError};

/// Rows of one block of a sweep.
const ROWS: u64 = 1000;

struct Files;

impl Library for Files {
    fn read(&self, path: &Path) -> Result<String, String> {
        std::fs::read_to_string(path).map_err(|e| e.to_string())
    }
}

/// A cheap scenario: the reference model, two days.
fn scenario() -> Loaded {
    short("reference", 2)
}

/// A bundled scenario over a few days.
fn short(name: &str, days: u64) -> Loaded {
    let path = format!("{}/scenarios/{name}.toml", env!("CARGO_MANIFEST_DIR"));
    let set = [format!("run.days={days}"), "run.outputs=totals".to_owned()];
    load(&Files, Path::new(&path), &set).unwrap_or_else(|_| panic!("a valid scenario"))
}

/// [`ROWS`] points of a Latin hypercube, one replication each; `metrics` empty for the headline numbers.
fn study(loaded: &Loaded, role: Role, metrics: &[&str]) -> Study {
    let over = [
        "detectors.grooming.fixed.fpr=1e-5 .. 1e-3 log",
        "material.new.prevalence=1e-8 .. 1e-6 log",
    ];
    over_factors(loaded, role, &over, metrics)
}

fn over_factors(loaded: &Loaded, role: Role, over: &[&str], metrics: &[&str]) -> Study {
    let over: Vec<(Role, String)> = over.iter().map(|text| (role, (*text).to_owned())).collect();
    let factors = factors(loaded, &over).expect("factors of the scenario");
    let axes: Vec<Axis> = factors.iter().map(|f| Axis::of(f, &loaded.model)).collect();
    let method = Method::Latin(ROWS);
    let plan = Plan {
        policies: vec![loaded.model.title.clone()],
        combination: Combination::new(method, &axes, 1).expect("a design"),
        axes,
        method,
        replications: 1,
        selectors: metrics
            .iter()
            .map(|m| Selector::parse(m).expect("a metric"))
            .collect(),
    };
    let model = |_: usize, _: &[String]| Ok::<Model, StudyError>(loaded.model.clone());
    Study::new(plan, model).expect("a study")
}

fn on_one_thread<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build();
    pool.expect("a thread").install(work)
}

/// As many replications as there are rows, at one setting.
fn alone(group: &mut BenchmarkGroup<'_, WallTime>, evaluator: &Evaluator) {
    let setting = evaluator.under(&[]).expect("thresholds");
    group.bench_function("replications alone", |b| {
        b.iter(|| {
            for r in 0..ROWS {
                let cell = Cell { draw: r, chance: r };
                black_box(setting.evaluate(cell, &[]).expect("a replication"));
            }
        });
    });
}

fn replications(c: &mut Criterion) {
    let loaded = scenario();
    let mut group = c.benchmark_group("sweep");
    group.throughput(Throughput::Elements(ROWS));
    let evaluator = Evaluator::new(loaded.model, &[]).expect("a model");
    alone(&mut group, &evaluator);
    group.finish();
}

fn points(c: &mut Criterion) {
    let loaded = scenario();
    let mut group = c.benchmark_group("sweep");
    group.throughput(Throughput::Elements(ROWS));
    for (role, name) in [
        (Role::Uncertainty, "uncertainties"),
        (Role::Lever, "levers"),
    ] {
        for (metrics, kept) in [(&["flags", "false-flags"][..], 2), (&[], 14)] {
            let study = study(&loaded, role, metrics);
            group.bench_function(BenchmarkId::new(format!("points, {name}"), kept), |b| {
                on_one_thread(|| b.iter(|| study.rows(0..ROWS).expect("rows")));
            });
        }
    }
    group.finish();
}

/// A scenario with three orders and 45 uncertain numbers, one day: a margin as a lever, which is solved anew at every point, a lever that
/// no threshold depends on, and as many replications alone.
fn commission(c: &mut Criterion) {
    let loaded = short("commission-2022", 1);
    let mut group = c.benchmark_group("sweep of commission-2022");
    group.throughput(Throughput::Elements(ROWS));
    let selector = Selector::parse("flags").expect("a metric");
    let evaluator = Evaluator::new(loaded.model.clone(), &[selector]).expect("a model");
    alone(&mut group, &evaluator);
    for over in [
        "policy.orders.new.rule.fpr=1e-6 .. 1e-2 log",
        "desks.police.staff.people=100 .. 3000 log",
    ] {
        let study = over_factors(&loaded, Role::Lever, &[over], &["flags"]);
        let name = over.split('=').next().unwrap_or(over);
        group.bench_function(BenchmarkId::new("points", name), |b| {
            on_one_thread(|| b.iter(|| study.rows(0..ROWS).expect("rows")));
        });
    }
    group.finish();
}

/// One block of rows to a file, synced.
fn blocks(c: &mut Criterion) {
    let loaded = scenario();
    let mut group = c.benchmark_group("sweep");
    group.throughput(Throughput::Elements(ROWS));
    for (metrics, kept) in [(&["flags", "false-flags"][..], 2), (&[], 14)] {
        let study = study(&loaded, Role::Uncertainty, metrics);
        let description = Description::new(&study, &[]);
        let rows = study.rows(0..ROWS).expect("rows");
        let folder = tempfile::tempdir().expect("a folder");
        let plan = rows::Plan {
            folder: folder.path().to_owned(),
            stem: "bench".into(),
            manifest: json!({}),
            columns: columns(&study, &description),
            blocks: 1,
            shard: None,
            formats: Formats {
                parquet: true,
                csv: true,
            },
        };
        let Ok(Opened::Store(mut store)) = plan.open(false) else {
            panic!("a new table");
        };
        group.bench_function(BenchmarkId::new("put", kept), |b| {
            b.iter(|| store.put(0, &values(&study, &rows)).expect("a block"));
        });
    }
    group.finish();
}

criterion_group!(benches, replications, points, commission, blocks);
criterion_main!(benches);
