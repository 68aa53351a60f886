//! What a sample promises: the same points in any order, errors that shrink as they should.

use super::super::{assign_dimensions, key};
use super::*;
use crate::special::{beta, gamma::upper_regularised};

fn keys(count: usize, seed: u64) -> Vec<u64> {
    (0..count).map(|j| key(seed, &format!("x{j}"))).collect()
}

fn first(count: usize) -> Vec<Dimension> {
    (0..count).map(|d| Dimension::new(d).unwrap()).collect()
}

/// A product of smooth functions with mean 1.
fn smooth(point: &[f64]) -> f64 {
    point
        .iter()
        .map(|x| 1.0 + 0.8 * (x - 0.5) + 0.6 * (x * x - 1.0 / 3.0))
        .product()
}

/// Mean of the squared errors of 64 averages over n points.
fn squared_error(n: u64, sample: impl Fn(u64, u64) -> Sample) -> f64 {
    let errors = (0..64).map(|seed| {
        let sample = sample(n, seed);
        let sum: f64 = (0..n).map(|i| smooth(&sample.point(i).unwrap())).sum();
        let error = sum / n as f64 - 1.0;
        error * error
    });
    errors.sum::<f64>() / 64.0
}

/// Plain Monte Carlo divides the squared error by 16 when there are 16 times as many points. Its ratio
/// of two means of 64 squares goes beyond 16·F with probability 1e-9 for F the quantile of the F
/// distribution with 64 and 64 degrees of freedom: what passes is not plain. Theory gives
/// 16³ up to logarithms (Owen, 1997), so a correct sample fails with a probability that is smaller still.
#[test]
fn scrambled_points_converge_faster_than_plain_ones() {
    let low = beta::quantile(32.0, 32.0, 1e-9);
    let quantile = (1.0 - low) / low;
    assert!(quantile > 4.0 && quantile < 6.0);
    let fall = |sample: &dyn Fn(u64, u64) -> Sample| {
        squared_error(64, sample) / squared_error(1024, sample)
    };
    let sobol = fall(&|n, seed| Sample::sobol(n, &keys(5, seed), &first(5)).unwrap());
    let plain = fall(&|n, seed| Sample::random(n, &keys(5, seed)).unwrap());
    assert!(sobol > 16.0 * quantile, "{sobol}");
    assert!(plain < 16.0 * quantile, "{plain}");
}

/// A fixed point of each kind of sample, with 100,000 seeds, in 64 boxes. Chi-square with 63 degrees of
/// freedom, two-sided; 8 tests with false alarm 1e-6 each tail: 1.6e-5.
#[test]
fn a_point_is_uniform() {
    for row in [0, 5] {
        let columns: [&dyn Fn(u64) -> Column; 4] = [
            &Column::Random,
            &|k| Column::Latin(Slices::new(8, k, Placement::Jittered)),
            &|k| Column::Sobol(Dimension::new(3).unwrap(), k),
            &|k| Column::Sobol(Dimension::new(1023).unwrap(), k),
        ];
        for column in columns {
            let mut counts = [0.0; 64];
            for seed in 0..100_000 {
                counts[(64.0 * column(hash(17, seed)).at(row)) as usize] += 1.0;
            }
            let expected = 100_000.0 / 64.0;
            let square: f64 = counts.map(|c| (c - expected) * (c - expected)).iter().sum();
            let tail = upper_regularised(31.5, square / expected / 2.0);
            assert!(tail > 1e-6 && tail < 1.0 - 1e-6, "{square}");
        }
    }
}

#[test]
fn a_factor_more_leaves_the_others() {
    let names = ["price", "volume", "error rate", "staff"];
    for method in [
        Method::Random,
        Method::Latin(Placement::Jittered),
        Method::Sobol,
    ] {
        let sample = |names: &[&str]| {
            let keys: Vec<u64> = names.iter().map(|name| key(3, name)).collect();
            match method {
                Method::Random => Sample::random(100, &keys),
                Method::Latin(placement) => Sample::latin(100, &keys, placement),
                Method::Sobol => Sample::sobol(100, &keys, &assign_dimensions(names).unwrap()),
            }
            .unwrap()
        };
        let (few, many) = (sample(&names[1..]), sample(&names));
        assert_eq!(few.method(), method);
        for row in 0..100 {
            assert_eq!(few.point(row).unwrap(), many.point(row).unwrap()[1..]);
            assert_eq!(few.coordinate(row, 2), many.coordinate(row, 3));
        }
        assert_eq!(few.point(100), None);
        assert_eq!(few.coordinate(100, 0), None);
        assert_eq!(few.coordinate(0, 3), None);
    }
}

#[test]
fn refuses() {
    let dimensions = first(2);
    assert_eq!(Sample::random(0, &[1]), Err(DesignError::Empty("point")));
    assert_eq!(Sample::random(1, &[]), Err(DesignError::NoFactors));
    assert_eq!(
        Sample::random(9, &[4, 5, 4]),
        Err(DesignError::SameKey(0, 2))
    );
    let many = Sample::latin(1 << 32, &[1], Placement::Centred);
    assert!(matches!(many, Err(DesignError::TooManyPoints { .. })));
    let many = Sample::sobol((1 << 32) + 1, &[1, 2], &dimensions);
    assert!(matches!(many, Err(DesignError::TooManyPoints { .. })));
    let short = Sample::sobol(8, &[1], &dimensions);
    assert!(matches!(short, Err(DesignError::Lengths { .. })));
    let twice = Sample::sobol(8, &[1, 2], &[dimensions[0]; 2]);
    assert_eq!(twice, Err(DesignError::SameKey(0, 1)));
    let last = Sample::sobol(1 << 32, &[1, 2], &dimensions).unwrap();
    assert!(last.point((1 << 32) - 1).is_some());
}
