//! Names keep their dimensions; what hashing costs is measured.

use super::super::Sample;
use super::super::latin::Placement;
use super::*;
use crate::special::normal;

fn names(count: usize, draw: u64) -> Vec<String> {
    (0..count)
        .map(|i| format!("parameter {draw}/{i}"))
        .collect()
}

#[test]
fn dimensions_are_distinct_and_do_not_depend_on_the_order() {
    let names = names(200, 0);
    let assigned = assign_dimensions(&names).unwrap();
    let mut sorted = assigned.clone();
    sorted.sort_unstable();
    sorted.dedup();
    assert_eq!(sorted.len(), 200);
    let backwards: Vec<&String> = names.iter().rev().collect();
    let mut reversed = assign_dimensions(&backwards).unwrap();
    reversed.reverse();
    assert_eq!(assigned, reversed);
}

#[test]
fn a_full_table_is_a_permutation_and_more_is_refused() {
    let mut all = assign_dimensions(&names(DIMENSIONS, 1)).unwrap();
    all.sort_unstable();
    assert!(all.iter().map(|d| d.number()).eq(0..DIMENSIONS));
    assert!(matches!(
        assign_dimensions(&names(DIMENSIONS + 1, 1)),
        Err(DesignError::TooManyFactors { .. })
    ));
    assert_eq!(
        assign_dimensions(&["a", "b", "a"]),
        Err(DesignError::Twice("a".into()))
    );
    assert_eq!(assign_dimensions::<&str>(&[]), Ok(vec![]));
}

/// One name more among 30 moves one of them if it meets it and goes first: 30/128/2; the one that moved
/// may push others, 1/(1 - 30/128) in all. 2,000 trials: more moves than 6 standard deviations of a
/// Poisson variable of that mean above it have a probability below 1e-8.
#[test]
fn a_name_more_rarely_moves_another() {
    let moves: usize = (0..2000)
        .map(|draw| {
            let names = names(31, draw);
            let few = assign_dimensions(&names[..30]).unwrap();
            let many = assign_dimensions(&names).unwrap();
            few.iter().zip(&many).filter(|(a, b)| a != b).count()
        })
        .sum();
    let load = 30.0 / 128.0;
    let mean: f64 = 2000.0 * load / 2.0 / (1.0 - load);
    assert!((moves as f64) < mean + 6.0 * mean.sqrt(), "{moves}");
}

/// The value of `p` among sorted values, by linear interpolation (Hyndman and Fan, type 7).
fn quantile(values: &mut [f64], p: f64) -> f64 {
    values.sort_unstable_by(f64::total_cmp);
    let place = p * (values.len() - 1) as f64;
    let low = place as usize;
    let high = (low + 1).min(values.len() - 1);
    values[low] + (place - low as f64) * (values[high] - values[low])
}

/// A sum of 12 lognormals of standard deviation 0.8 on the log scale, or the logarithm of a product of
/// 6 of 0.5.
fn response(point: &[f64]) -> f64 {
    if point.len() == 12 {
        libm::log(
            point
                .iter()
                .map(|&u| libm::exp(0.8 * normal::quantile(u)))
                .sum(),
        )
    } else {
        point.iter().map(|&u| 0.5 * normal::quantile(u)).sum()
    }
}

type Maker = fn(u64, &[u64], u64) -> Sample;

fn sobol(n: u64, keys: &[u64], dimensions: &[usize]) -> Sample {
    let dimensions: Vec<Dimension> = dimensions
        .iter()
        .map(|&d| Dimension::new(d).unwrap())
        .collect();
    Sample::sobol(n, keys, &dimensions).unwrap()
}

fn hashed(n: u64, keys: &[u64], draw: u64, size: usize, sorted: bool) -> Sample {
    let mut dimensions: Vec<usize> = assign_among(&names(keys.len(), draw), size)
        .unwrap()
        .into_iter()
        .map(Dimension::number)
        .collect();
    if sorted {
        dimensions.sort_unstable();
    }
    sobol(n, keys, &dimensions)
}

const MAKERS: [(&str, Maker); 8] = [
    ("random", |n, keys, _| Sample::random(n, keys).unwrap()),
    ("dimensions 0, 1, ...", |n, keys, _| {
        sobol(n, keys, &(0..keys.len()).collect::<Vec<_>>())
    }),
    ("hashed into 64", |n, keys, draw| {
        hashed(n, keys, draw, 64, false)
    }),
    ("hashed into 256", |n, keys, draw| {
        hashed(n, keys, draw, 256, false)
    }),
    ("hashed into 1024", |n, keys, draw| {
        hashed(n, keys, draw, 1024, false)
    }),
    ("hashed into 128", |n, keys, draw| {
        hashed(n, keys, draw, 128, false)
    }),
    ("hashed into 64, sorted", |n, keys, draw| {
        hashed(n, keys, draw, 64, true)
    }),
    ("Latin hypercube", |n, keys, _| {
        Sample::latin(n, keys, Placement::Jittered).unwrap()
    }),
];

/// Prints the table of the module: errors of quantiles relative to plain Monte Carlo.
#[test]
#[ignore = "a measurement of about a minute"]
#[expect(clippy::print_stdout, reason = "it prints a table")]
fn measures_the_loss_of_hashing() {
    const DRAWS: u64 = 1000;
    const LEVELS: [f64; 2] = [0.05, 0.95];
    for factors in [12_usize, 6] {
        let mut exact = LEVELS.map(|p| 0.5 * 6.0_f64.sqrt() * normal::quantile(p));
        if factors == 12 {
            let keys: Vec<u64> = (0..12).map(|j| hash(99, j)).collect();
            let sample = MAKERS[1].1(1 << 20, &keys, 0);
            let mut values: Vec<f64> = (0..1 << 20)
                .map(|i| response(&sample.point(i).unwrap()))
                .collect();
            exact = LEVELS.map(|p| quantile(&mut values, p));
        }
        for n in [256, 1024] {
            let mut plain = [1.0; 2];
            for (name, make) in MAKERS {
                let mut squares = [0.0; 2];
                for draw in 0..DRAWS {
                    let keys: Vec<u64> = (0..factors as u64).map(|j| hash(draw, j)).collect();
                    let sample = make(n, &keys, draw);
                    let mut values: Vec<f64> = (0..n)
                        .map(|i| response(&sample.point(i).unwrap()))
                        .collect();
                    for k in 0..2 {
                        let error = quantile(&mut values, LEVELS[k]) - exact[k];
                        squares[k] += error * error;
                    }
                }
                let error = squares.map(|s| (s / DRAWS as f64).sqrt());
                if name == "random" {
                    plain = error;
                }
                println!(
                    "{factors:2} factors, n = {n:4}, {name:24}: {:.3} {:.3}",
                    error[0] / plain[0],
                    error[1] / plain[1]
                );
            }
        }
    }
}
