//! Samplers: ours against an established library.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use rand_distr::Distribution;
use vessels::random::gamma::gamma;
use vessels::random::hypergeometric::hypergeometric;
use vessels::random::{Binomial, Streams};

fn binomial(criterion: &mut Criterion) {
    let cases = [
        (10_000_000_000, 1e-6),
        (1_000_000, 0.1),
        (1_000, 0.3),
        (1_000_000, 3e-6),
        (1_000_000_000_000_000_000, 1e-6),
    ];
    for (n, p) in cases {
        let mut group = criterion.benchmark_group(format!("binomial {n:e} {p}"));
        let mut rng = Streams::new(1).stream("bench", 0);
        let kept = Binomial::new(n, p).expect("a probability");
        group.bench_function("kept", |b| b.iter(|| black_box(&kept).sample(&mut rng)));
        group.bench_function("new each draw", |b| {
            b.iter(|| {
                let (n, p) = black_box((n, p));
                Binomial::new(n, p).expect("a probability").sample(&mut rng)
            });
        });
        let theirs = rand_distr::Binomial::new(n, p).expect("a probability");
        group.bench_function("rand_distr", |b| {
            b.iter(|| black_box(&theirs).sample(&mut rng))
        });
    }
}

fn hypergeometrics(criterion: &mut Criterion) {
    for (population, successes, draws) in [
        (1_000, 30, 100),
        (1_000, 600, 700),
        (1_000_000, 200_000, 30_000),
    ] {
        let name = format!("hypergeometric {population} {successes} {draws}");
        let mut group = criterion.benchmark_group(name);
        let mut rng = Streams::new(1).stream("bench", 1);
        group.bench_function("new each draw", |b| {
            b.iter(|| {
                let (population, successes, draws) = black_box((population, successes, draws));
                hypergeometric(&mut rng, population, successes, draws)
            });
        });
        group.bench_function("rand_distr new each draw", |b| {
            b.iter(|| {
                let (population, successes, draws) = black_box((population, successes, draws));
                rand_distr::Hypergeometric::new(population, successes, draws)
                    .expect("within the population")
                    .sample(&mut rng)
            });
        });
    }
}

fn gammas(criterion: &mut Criterion) {
    for shape in [0.3, 2.5, 1e4] {
        let mut group = criterion.benchmark_group(format!("gamma {shape}"));
        let mut rng = Streams::new(1).stream("bench", 2);
        group.bench_function("ours", |b| b.iter(|| gamma(&mut rng, black_box(shape))));
        let theirs = rand_distr::Gamma::new(shape, 1.0).expect("a shape");
        group.bench_function("rand_distr", |b| {
            b.iter(|| black_box(&theirs).sample(&mut rng))
        });
    }
}

fn streams(criterion: &mut Criterion) {
    let streams = Streams::new(1);
    let mut index = 0;
    criterion.bench_function("new stream and one uniform", |b| {
        b.iter(|| {
            index += 1;
            let mut stream = streams.stream(black_box("services/chat/volume"), index);
            vessels::random::uniform_open(&mut stream)
        });
    });
}

criterion_group!(benches, binomial, hypergeometrics, gammas, streams);
criterion_main!(benches);
