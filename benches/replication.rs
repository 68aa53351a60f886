//! How long replications take: the reference model and `commission-2022`, beside a plain loop of the same model.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use rand_distr::Distribution;
use std::hint::black_box;
use std::path::Path;
use vessels::engine::Nobody;
use vessels::random::streams::{Stream, Streams};
use vessels::results::simulate;
use vessels::scenario::{Library, Loaded, load};

struct Files;

impl Library for Files {
    fn read(&self, path: &Path) -> Result<String, String> {
        std::fs::read_to_string(path).map_err(|e| e.to_string())
    }
}

fn scenario(name: &str, set: &[&str]) -> Loaded {
    let set: Vec<String> = set.iter().map(ToString::to_string).collect();
    let path = format!("{}/scenarios/{name}.toml", env!("CARGO_MANIFEST_DIR"));
    load(&Files, Path::new(&path), &set).unwrap_or_else(|_| panic!("{name} is a valid scenario"))
}

fn engine(c: &mut Criterion) {
    let mut group = c.benchmark_group("engine/replication");
    for (name, replications) in [("reference", 100_u64), ("commission-2022", 4)] {
        let loaded = scenario(name, &[&format!("run.replications={replications}")]);
        group.throughput(Throughput::Elements(replications));
        for threads in [1, 2] {
            group.bench_function(format!("{name}/{threads} threads"), |b| {
                b.iter(|| simulate(black_box(&loaded.model), Some(threads), &mut Nobody));
            });
        }
    }
    group.finish();
}

/// `everything` is `commission-2022` with all mechanisms on: what they cost.
fn mechanisms(c: &mut Criterion) {
    let mut group = c.benchmark_group("mechanisms/replication");
    let set = ["run.replications=100"];
    for name in ["commission-2022", "everything"] {
        let loaded = scenario(name, &set);
        group.throughput(Throughput::Elements(100));
        group.bench_function(name, |b| {
            b.iter(|| simulate(black_box(&loaded.model), Some(1), &mut Nobody));
        });
    }
    group.finish();
}

/// The reference model as a plain loop, with rand_distr and without labels, desks or checks: the baseline.
fn plain(stream: &mut Stream) -> (u64, u64, u64) {
    const ITEMS: f64 = 1e10;
    const CLASSES: [(f64, f64, f64, f64); 3] = [
        (1e-6, 0.5, 0.95, 1e-8),
        (2e-7, 0.8, 0.80, 1e-5),
        (1e-7, 1.0, 0.60, 1e-4),
    ];
    let positives: Vec<u64> = CLASSES
        .iter()
        .map(|(median, sigma, ..)| {
            let law = rand_distr::LogNormal::new(libm::log(*median), *sigma).expect("valid");
            libm::round(ITEMS * law.sample(stream)) as u64
        })
        .collect();
    let mut draw = |n: u64, p: f64| {
        rand_distr::Binomial::new(n, p)
            .expect("valid")
            .sample(&mut *stream)
    };
    let (mut right, mut wrong, mut backlog, mut peak) = (0, 0, 0_u64, 0);
    for _ in 0..365 {
        let mut flags = 0;
        for ((_, _, recall, fpr), positive) in CLASSES.iter().zip(&positives) {
            let hit = draw(*positive, *recall);
            let miss = draw(ITEMS as u64 - positive, *fpr);
            let read = (draw(hit, 0.95), draw(miss, 0.02));
            black_box(read);
            right += hit;
            wrong += miss;
            flags += hit + miss;
        }
        backlog = (backlog + flags).saturating_sub(1_114_000);
        peak = peak.max(backlog);
    }
    (right, wrong, peak)
}

fn baseline(c: &mut Criterion) {
    let mut group = c.benchmark_group("baseline/replication");
    group.throughput(Throughput::Elements(100));
    let streams = Streams::new(1);
    group.bench_function("reference as a plain loop", |b| {
        b.iter(|| {
            for r in 0..100 {
                black_box(plain(&mut streams.stream("plain", r)));
            }
        });
    });
    group.finish();
}

criterion_group!(benches, engine, mechanisms, baseline);
criterion_main!(benches);
