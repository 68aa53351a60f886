//! Scenario discovery on 20,000 cases with 20 columns; the peer is `benches/peers/prim_ema.py`.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use vessels::discovery::prim::{Options, Prim};
use vessels::discovery::{Cases, Column};

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
    println!(
        "{} boxes, last: {} cases, {} of interest",
        found.steps.len(),
        last.cases,
        last.hits
    );
    group.finish();
}

criterion_group!(benches, prim);
criterion_main!(benches);
