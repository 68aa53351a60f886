//! Sensitivity indices with their intervals, at the size of a study of 20 inputs.
//!
//! `cargo bench --bench sensitivity`; the same work by SALib: `python3 benches/peers/sobol_salib.py`.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use vessels::random::{Streams, uniform_open};
use vessels::sensitivity::known::SobolG;
use vessels::sensitivity::{Resampling, given_data, pairs, ranks, sobol, voi};

const ROWS: usize = 16_384;
const INPUTS: usize = 20;

fn points(index: u64, rows: usize, inputs: usize) -> Vec<Vec<f64>> {
    let mut stream = Streams::new(1).stream("bench/sensitivity", index);
    let mut point = || (0..inputs).map(|_| uniform_open(&mut stream)).collect();
    (0..rows).map(|_| point()).collect()
}

fn column(points: &[Vec<f64>], input: usize) -> Vec<f64> {
    points.iter().map(|p| p[input]).collect()
}

fn variance_based(criterion: &mut Criterion) {
    let model = SobolG {
        a: (0..INPUTS).map(|i| i as f64).collect(),
    };
    let (a, b) = (points(0, ROWS, INPUTS), points(1, ROWS, INPUTS));
    let crossed = |i: usize| -> Vec<f64> {
        let rows = a.iter().zip(&b);
        rows.map(|(a, b)| {
            let mut point = a.clone();
            point[i] = b[i];
            model.evaluate(&point)
        })
        .collect()
    };
    let ab: Vec<Vec<f64>> = (0..INPUTS).map(crossed).collect();
    let a: Vec<f64> = a.iter().map(|p| model.evaluate(p)).collect();
    let b: Vec<f64> = b.iter().map(|p| model.evaluate(p)).collect();
    let resampling = Resampling::new(100, 0.95, 1).expect("in range");
    let mut group = criterion.benchmark_group("20 inputs, 16384 rows, 100 resamples");
    group.sample_size(20);
    group.bench_function("sobol", |bench| {
        bench.iter(|| sobol::indices(black_box(&a), &b, &ab, &resampling))
    });
    group.bench_function("interactions", |bench| {
        bench.iter(|| pairs::interactions(black_box(&a), &b, &ab, &resampling))
    });
}

fn from_an_ordinary_sample(criterion: &mut Criterion) {
    let rows = points(2, 10_000, 100);
    let x: Vec<Vec<f64>> = (0..100).map(|i| column(&rows, i)).collect();
    let y: Vec<f64> = rows.iter().map(|p| p.iter().sum()).collect();
    let resampling = Resampling::new(100, 0.95, 1).expect("in range");
    let mut group = criterion.benchmark_group("100 inputs, 10000 rows");
    group.sample_size(20);
    group.bench_function("first order, 100 resamples", |bench| {
        bench.iter(|| given_data::first_order(black_box(&x), &y, &resampling))
    });
    group.bench_function("rank regression", |bench| {
        bench.iter(|| ranks::regression(black_box(&x), &y, 0.95))
    });
    group.bench_function("worth of information", |bench| {
        let other = vec![50.0; y.len()];
        let benefits = [y.as_slice(), other.as_slice()];
        bench.iter(|| voi::worth(black_box(&x), &benefits))
    });
}

criterion_group!(benches, variance_based, from_an_ordinary_sample);
criterion_main!(benches);
