//! Time to draw one chart of each kind as PNG.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use vessels::chart::*;

#[path = "../src/chart/fixture/mod.rs"]
mod fixture;

fn png(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("chart/png");
    group.sample_size(10);
    for chart in fixture::charts() {
        group.bench_function(chart.name(), |bencher| {
            bencher.iter(|| {
                black_box(&chart)
                    .render(Format::Png)
                    .expect("the fixture draws")
            });
        });
    }
    group.finish();
}

criterion_group!(benches, png);
criterion_main!(benches);
