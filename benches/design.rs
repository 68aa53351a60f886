//! Points of designs: what one row of twenty factors costs.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use vessels::design::latin::Placement;
use vessels::design::{Sample, assign_dimensions, key};

fn points(criterion: &mut Criterion) {
    let names: Vec<String> = (0..20).map(|j| format!("factor {j}")).collect();
    let keys: Vec<u64> = names.iter().map(|name| key(1, name)).collect();
    let dimensions = assign_dimensions(&names).expect("distinct names");
    let samples = [
        ("random", Sample::random(1 << 16, &keys)),
        ("Latin", Sample::latin(1 << 16, &keys, Placement::Jittered)),
        ("Sobol", Sample::sobol(1 << 16, &keys, &dimensions)),
    ];
    let mut group = criterion.benchmark_group("point of 20 factors");
    for (name, sample) in samples {
        let sample = sample.expect("a valid sample");
        let mut row = 0;
        group.bench_function(name, |b| {
            b.iter(|| {
                row = (row + 1) % sample.points();
                black_box(&sample).point(row)
            });
        });
    }
    group.finish();
}

criterion_group!(benches, points);
criterion_main!(benches);
