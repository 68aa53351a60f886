//! Scenario discovery on 20,000 cases with 20 columns; the peer is `benches/peers/prim_ema.py`.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use vessels::discovery::pareto::Policies;
use vessels::discovery::prim::{Options, Prim};
use vessels::discovery::robust::Direction;
use vessels::discovery::tree::{self, Tree};
use vessels::discovery::{Cases, Column};
use vessels::random::Streams;

/// Number i of SplitMix64, as in the peer script.
fn uniform(i: u64) -> f64 {
    let z = i.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
}

/// The data of the peer script, by columns.
fn planted(n: usize, d: usize) -> (Vec<Vec<f64>>, Vec<bool>) {
    let mut columns: Vec<Vec<f64>> = (0..d)
        .map(|j| (0..n).map(|i| uniform((i * d + j) as u64)).collect())
        .collect();
    let interest = (0..n)
        .map(|i| {
            let inside = (0.3..=0.7).contains(&columns[0][i]) && columns[1][i] >= 0.4;
            uniform((n * d + i) as u64) < if inside { 0.9 } else { 0.05 }
        })
        .collect();
    for value in &mut columns[d - 1] {
        *value = (*value * 20.0).floor() / 20.0;
    }
    (columns, interest)
}

fn prim(criterion: &mut Criterion) {
    let (columns, interest) = planted(20_000, 20);
    let real = columns.iter().map(|c| Column::Real(c)).collect();
    let cases = Cases::new(real, &interest).expect("planted cases");
    let options = Options {
        paste: Some(0.05),
        ..Options::default()
    };
    let mut group = criterion.benchmark_group("prim 20000 x 20");
    group.bench_function("peel and paste", |b| {
        b.iter(|| {
            Prim::new(black_box(&cases), options)
                .expect("options")
                .find()
        });
    });
    // What EMA Workbench does in one call.
    group.bench_function("with the quasi-p values of every box", |b| {
        b.iter(|| {
            let prim = Prim::new(black_box(&cases), options).expect("options");
            let found = prim.find();
            let p: Vec<_> = found
                .steps
                .iter()
                .map(|s| prim.quasi_p(&s.region))
                .collect();
            (found, p)
        });
    });
    let found = Prim::new(&cases, options).expect("options").find();
    let last = found.steps.last().expect("the box of everything").quality;
    let counts = (found.steps.len(), last.cases, last.hits);
    assert_eq!(counts, (76, 1102, 1052), "the boxes of the peer");
    group.finish();
}

fn trees(criterion: &mut Criterion) {
    let (columns, interest) = planted(20_000, 20);
    let real = columns.iter().map(|c| Column::Real(c)).collect();
    let cases = Cases::new(real, &interest).expect("planted cases");
    let options = tree::Options {
        pruning: tree::Pruning::None,
        ..tree::Options::default()
    };
    criterion.bench_function("tree 20000 x 20", |b| {
        b.iter(|| Tree::grow(black_box(&cases), options, &Streams::new(1)));
    });
}

fn pareto(criterion: &mut Criterion) {
    let table: Vec<f64> = (0..30_000).map(uniform).collect();
    let directions = [Direction::Maximise; 3];
    criterion.bench_function("non-dominated of 10000 x 3", |b| {
        b.iter(|| Policies::new(black_box(&table), &directions).map(|p| p.non_dominated()));
    });
}

criterion_group!(benches, prim, trees, pareto);
criterion_main!(benches);
