//! Every step of a trajectory moves one factor by a half.

use super::super::key;
use super::*;
use crate::special::gamma::upper_regularised;
use proptest::prelude::*;

fn keys(factors: usize, seed: u64) -> Vec<u64> {
    (0..factors).map(|j| key(seed, &format!("f{j}"))).collect()
}

proptest! {
    #[test]
    fn every_factor_moves_once(trajectories in 1_u64..6, half in 1_u32..5, factors in 1_usize..9, seed: u64) {
        let design = Morris::new(trajectories, 2 * half, &keys(factors, seed)).unwrap();
        prop_assert_eq!(design.points(), trajectories * (factors as u64 + 1));
        prop_assert_eq!(design.point(design.points()), None);
        prop_assert_eq!(design.place(design.points()), None);
        let mut moved = Vec::new();
        for row in 0..design.points() {
            let point = design.point(row).unwrap();
            prop_assert!(point.iter().all(|&x| x > 0.0 && x < 1.0));
            let (trajectory, step) = design.place(row).unwrap();
            prop_assert_eq!(trajectory, row / (factors as u64 + 1));
            let Some(step) = step else {
                moved.clear();
                continue;
            };
            let before = design.point(row - 1).unwrap();
            for (factor, (x, y)) in before.iter().zip(&point).enumerate() {
                let expected = match (factor == step.factor, step.up) {
                    (false, _) => 0.0,
                    (true, true) => 0.5,
                    (true, false) => -0.5,
                };
                prop_assert!((y - x - expected).abs() < 1e-15);
            }
            prop_assert!(!moved.contains(&step.factor));
            moved.push(step.factor);
        }
    }
}

/// Starts are uniform on 4 by 4 levels of two factors, and all 6 orders of three are equally frequent.
/// Two chi-square tests, two-sided: false alarm 4e-6.
#[test]
fn starts_and_orders_are_uniform() {
    let design = Morris::new(60_000, 4, &keys(3, 1)).unwrap();
    let (mut starts, mut orders) = ([0.0; 16], [0.0; 27]);
    for number in 0..60_000 {
        let start = design.point_of(number, 0);
        starts[(4 * start[0] + start[1]) as usize] += 1.0;
        let order = design.order(number);
        orders[9 * order[0] + 3 * order[1] + order[2]] += 1.0;
    }
    let orders: Vec<f64> = orders.into_iter().filter(|&n| n > 0.0).collect();
    assert_eq!(orders.len(), 6);
    for counts in [&starts[..], &orders] {
        let expected = 60_000.0 / counts.len() as f64;
        let square: f64 = counts.iter().map(|c| square(c - expected) / expected).sum();
        let tail = upper_regularised((counts.len() - 1) as f64 / 2.0, square / 2.0);
        assert!(tail > 1e-6 && tail < 1.0 - 1e-6, "{square}");
    }
}

#[test]
fn spread_trajectories_are_farther_apart() {
    let total = |design: &Morris| {
        let path = |t| {
            (0..=5)
                .map(|s| design.point_of(design.number(t), s))
                .collect()
        };
        let paths: Vec<Vec<Vec<u32>>> = (0..4).map(path).collect();
        let square = |a: &Vec<_>, b: &Vec<_>| square(distance(a, b));
        let sums = paths
            .iter()
            .map(|a| paths.iter().map(|b| square(a, b)).sum::<f64>());
        sums.sum::<f64>()
    };
    let (mut plain, mut spread) = (0.0, 0.0);
    for seed in 0..20 {
        let keys = keys(5, seed);
        let chosen = Morris::spread(4, 40, 4, &keys).unwrap();
        assert_eq!(chosen.trajectories(), 4);
        let mut numbers = chosen.chosen.clone().unwrap();
        numbers.sort_unstable();
        numbers.dedup();
        assert_eq!(numbers.len(), 4);
        spread += total(&chosen);
        plain += total(&Morris::new(4, 4, &keys).unwrap());
    }
    assert!(spread > 1.2 * plain, "{spread} {plain}");
}

#[test]
fn a_factor_more_leaves_the_starts_of_the_others() {
    let all = keys(4, 2);
    let few = Morris::new(9, 6, &all[1..]).unwrap();
    let many = Morris::new(9, 6, &all).unwrap();
    for trajectory in 0..9 {
        assert_eq!(
            few.point(4 * trajectory).unwrap(),
            many.point(5 * trajectory).unwrap()[1..]
        );
    }
}

/// Streams of random numbers and words: every trajectory goes from one value to another of its own, and the ordered
/// factors between them are as they were. With three values each of six pairs is drawn in 1,000 of 6,000 trajectories:
/// chi-squared of five degrees of freedom below 44, exceeded with probability 2e-8.
#[test]
fn factors_without_order_take_a_pair_of_their_own() {
    let (keys, n) = (keys(3, 5), 6000);
    let plain = Morris::new(n, 4, &keys).unwrap();
    let design = plain.clone().with_unordered([Some(1 << 40), None, Some(3)]);
    let mut pairs = std::collections::BTreeMap::new();
    let mut streams = std::collections::BTreeSet::new();
    for trajectory in 0..n {
        let rows: Vec<Vec<f64>> = (0..4)
            .map(|place| design.point(4 * trajectory + place).unwrap())
            .collect();
        let (first, last) = (&rows[0], &rows[3]);
        for (place, row) in rows.iter().enumerate() {
            let ordered = plain.point(4 * trajectory + place as u64).unwrap()[1];
            assert_eq!(row[1], ordered);
            assert!(
                [0, 2]
                    .iter()
                    .all(|&f| row[f] == first[f] || row[f] == last[f])
            );
        }
        assert!(first[0] != last[0] && first[2] != last[2]);
        streams.extend([first[0].to_bits(), last[0].to_bits()]);
        let words = [first, last].map(|row| (row[2] * 3.0) as u64);
        *pairs.entry(words).or_insert(0) += 1;
    }
    assert_eq!(streams.len() as u64, 2 * n);
    assert_eq!(pairs.len(), 6);
    let away = |count: &u64| (*count as f64 - 1000.0) * (*count as f64 - 1000.0) / 1000.0;
    assert!(pairs.values().map(away).sum::<f64>() < 44.0, "{pairs:?}");
}

#[test]
fn refuses() {
    assert_eq!(
        Morris::new(0, 4, &[1]),
        Err(DesignError::Empty("trajectory"))
    );
    assert_eq!(Morris::new(1, 3, &[1]), Err(DesignError::OddLevels(3)));
    assert_eq!(Morris::new(1, 0, &[1]), Err(DesignError::OddLevels(0)));
    assert_eq!(Morris::new(1, 4, &[]), Err(DesignError::NoFactors));
    assert_eq!(Morris::new(1, 4, &[7, 7]), Err(DesignError::SameKey(0, 1)));
    assert!(Morris::new(u64::MAX, 4, &[7]).is_err());
    assert!(Morris::spread(5, 4, 4, &[7]).is_err());
    assert!(Morris::spread(5, 1001, 4, &[7]).is_err());
}
