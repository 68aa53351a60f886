//! Margins stay to the bit, correlations become those asked for.

use super::*;
use proptest::prelude::*;
use std::f64::consts::PI;

/// The matrix of 2·sin(πr/6) for three rank correlations, factored.
fn factor(spearman: [f64; 3]) -> Vec<Vec<f64>> {
    let [a, b, c] = spearman.map(|r| 2.0 * libm::sin(PI * r / 6.0));
    cholesky_of(&[vec![1.0, a, b], vec![a, 1.0, c], vec![b, c, 1.0]]).unwrap()
}

/// Columns of three shapes: skewed, with two values only in the tail, and spread over many powers.
fn columns(rows: usize, seed: u64) -> Vec<Vec<f64>> {
    let u = |j: u64| (0..rows as u64).map(move |i| super::super::open_unit(hash(seed ^ j, i)));
    vec![
        u(1).map(|u| libm::exp(2.0 * normal::quantile(u))).collect(),
        u(2).map(|u| u * u * u - 4.0).collect(),
        u(3).map(|u| libm::pow(10.0, 30.0 * u)).collect(),
    ]
}

fn ranks(column: &[f64]) -> Vec<f64> {
    let mut places: Vec<usize> = (0..column.len()).collect();
    places.sort_by(|&i, &j| column[i].total_cmp(&column[j]));
    let mut ranks = vec![0.0; column.len()];
    for (rank, place) in places.into_iter().enumerate() {
        ranks[place] = rank as f64 - (column.len() - 1) as f64 / 2.0;
    }
    ranks
}

fn spearman(a: &[f64], b: &[f64]) -> f64 {
    let (a, b) = (ranks(a), ranks(b));
    dot(&a, &b) / dot(&a, &a)
}

/// The rank correlation of n points of the bivariate normal distribution has a standard deviation of at
/// most 1/√(n − 1), here less because the correlation of scores is fixed. Six of these for 3 pairs and 12
/// samples: false alarm 7e-8. The columns before are far outside.
#[test]
fn rank_correlations_are_those_asked_for() {
    for rows in [200, 1000, 5000] {
        for (seed, asked) in [
            [0.0, 0.0, 0.0],
            [0.9, 0.5, 0.4],
            [-0.7, 0.3, -0.6],
            [0.99, -0.9, -0.9],
        ]
        .into_iter()
        .enumerate()
        {
            let mut reordered = columns(rows, seed as u64);
            reorder(&mut reordered, &factor(asked), seed as u64).unwrap();
            let bound = 6.0 / ((rows - 1) as f64).sqrt();
            for ((i, j), asked) in [(0, 1), (0, 2), (1, 2)].into_iter().zip(asked) {
                let achieved = spearman(&reordered[i], &reordered[j]);
                assert!((achieved - asked).abs() < bound, "{achieved} {asked}");
            }
        }
    }
    let before = columns(5000, 1);
    assert!((spearman(&before[0], &before[1]) - 0.9).abs() > 0.8);
}

/// The targets have the correlation asked for up to rounding, which they would not have if the chance
/// correlation of the shuffled scores were left in them.
#[test]
fn targets_are_free_of_chance() {
    let p = factor([0.9, 0.5, 0.4]);
    let targets = targets(50, &p, 3).unwrap();
    let scores: Vec<f64> = shuffled_scores(50, 8);
    let square = dot(&scores, &scores);
    for i in 0..3 {
        for j in 0..3 {
            let asked = dot(&p[i], &p[j]);
            let achieved = dot(&targets[i], &targets[j]) / square;
            assert!((achieved - asked).abs() < 1e-12, "{achieved} {asked}");
        }
    }
    let other = shuffled_scores(50, 9);
    assert!((dot(&scores, &other) / square).abs() > 1e-4);
}

proptest! {
    #[test]
    fn margins_stay_to_the_bit(rows in 4_usize..60, seed: u64) {
        let before = columns(rows, seed);
        let mut after = before.clone();
        reorder(&mut after, &factor([0.6, 0.2, -0.3]), seed).unwrap();
        for (mut a, mut b) in before.into_iter().zip(after) {
            a.sort_by(f64::total_cmp);
            b.sort_by(f64::total_cmp);
            prop_assert_eq!(a, b);
        }
    }
}

#[test]
fn refuses() {
    let p = factor([0.1, 0.2, 0.3]);
    assert_eq!(reorder(&mut [], &p, 0), Err(DesignError::NoFactors));
    let mut short = columns(3, 0);
    assert!(reorder(&mut short, &p, 0).is_err());
    let mut uneven = columns(9, 0);
    uneven[2].pop();
    assert!(matches!(
        reorder(&mut uneven, &p, 0),
        Err(DesignError::Lengths { .. })
    ));
    let mut hole = columns(9, 0);
    hole[1][4] = f64::NAN;
    assert_eq!(
        reorder(&mut hole, &p, 0),
        Err(DesignError::NotANumber { column: 1, row: 4 })
    );
    let one = vec![1.0];
    for wrong in [
        vec![one.clone(), vec![0.6, 0.8]],
        vec![one.clone(), vec![0.6], vec![0.0, 0.0, 1.0]],
        vec![one.clone(), vec![0.6, -0.8], vec![0.0, 0.0, 1.0]],
        vec![one.clone(), vec![0.6, 0.7], vec![0.0, 0.0, 1.0]],
        vec![one, vec![0.6, f64::NAN], vec![0.0, 0.0, 1.0]],
    ] {
        assert!(reorder(&mut columns(9, 0), &wrong, 0).is_err());
    }
}
