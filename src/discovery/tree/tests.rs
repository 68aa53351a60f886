use super::*;
use crate::random::uniform_open;

fn uniforms(n: usize, d: usize, seed: u64) -> Vec<Vec<f64>> {
    let mut rng = Streams::new(seed).stream("uniforms", 0);
    (0..d)
        .map(|_| (0..n).map(|_| uniform_open(&mut rng)).collect())
        .collect()
}

fn real(columns: &[Vec<f64>]) -> Vec<Column<'_>> {
    columns.iter().map(|c| Column::Real(c)).collect()
}

fn grow(cases: &Cases<'_>, pruning: Pruning, depth: Option<usize>) -> Tree {
    let options = Options {
        pruning,
        depth,
        ..Options::default()
    };
    Tree::grow(cases, options, &Streams::new(1)).unwrap()
}

const CV: Pruning = Pruning::CrossValidated {
    folds: 10,
    one_se: true,
};

#[test]
fn a_planted_step_is_one_split() {
    let columns = uniforms(1000, 3, 2);
    let interest: Vec<bool> = columns[1].iter().map(|v| *v > 0.6).collect();
    let cases = Cases::new(real(&columns), &interest).unwrap();
    let tree = grow(&cases, CV, None);
    let leaves = tree.leaves(&cases);
    assert_eq!((tree.size(), leaves.len()), (2, 2));
    assert!(leaves[0].of_interest && !leaves[1].of_interest);
    assert_eq!(
        (leaves[0].quality.coverage, leaves[0].quality.density),
        (1.0, 1.0)
    );
    // The limit lies between the last case below and the first above.
    let (low, _) = leaves[0].region.limits[1].ends();
    let below = columns[1]
        .iter()
        .copied()
        .filter(|v| *v <= 0.6)
        .fold(0.0, f64::max);
    let above = columns[1]
        .iter()
        .copied()
        .filter(|v| *v > 0.6)
        .fold(1.0, f64::min);
    assert_eq!(low, below / 2.0 + above / 2.0);
}

/// Neither column of an exclusive or helps alone; a tree needs both. It splits at the border only after a first split
/// that chance chose, so up to six leaves are right.
#[test]
fn an_exclusive_or_is_learned() {
    let columns = uniforms(4000, 2, 3);
    let interest: Vec<bool> = (0..4000)
        .map(|i| (columns[0][i] > 0.5) != (columns[1][i] > 0.5))
        .collect();
    let cases = Cases::new(real(&columns), &interest).unwrap();
    let tree = grow(&cases, CV, None);
    let right = (0..4000).filter(|&i| tree.classify(cases.columns(), i) == interest[i]);
    assert!(right.count() >= 3960);
    assert!((4..=8).contains(&tree.size()), "{} leaves", tree.size());
    // Named mutant: a tree of depth 1 cannot.
    let stump = grow(&cases, Pruning::None, Some(1));
    assert_eq!(stump.size(), 2);
    let right = (0..4000).filter(|&i| stump.classify(cases.columns(), i) == interest[i]);
    assert!(right.count() < 2400);
}

/// Pure noise: pruning leaves the root. The seed is fixed; how often cross-validation keeps a branch of noise has no
/// closed form, so this is an example and not a test of a probability.
#[test]
fn noise_is_pruned_away() {
    let columns = uniforms(1000, 4, 5);
    let mut rng = Streams::new(5).stream("noise", 0);
    let interest: Vec<bool> = (0..1000).map(|_| uniform_open(&mut rng) < 0.3).collect();
    let cases = Cases::new(real(&columns), &interest).unwrap();
    assert!(grow(&cases, Pruning::None, None).size() > 20);
    assert_eq!(grow(&cases, CV, None).size(), 1);
    assert_eq!(grow(&cases, Pruning::Cost(1.0), None).size(), 1);
}

/// Four rows whose tree can be written down: the split at 2.5 has purity 2 + (1 + 1)/2 = 3, the one at 1.5 has
/// 1 + (1 + 4)/3, that at 3.5 has (4 + 1)/3 + 1.
#[test]
fn gini_by_hand() {
    let x = [1.0, 2.0, 3.0, 4.0];
    let interest = [false, false, true, false];
    let cases = Cases::new(vec![Column::Whole(&x)], &interest).unwrap();
    let options = Options {
        leaf_mass: 0.25,
        depth: None,
        pruning: Pruning::None,
    };
    let tree = Tree::grow(&cases, options, &Streams::new(1)).unwrap();
    let leaves = tree.leaves(&cases);
    let ends: Vec<_> = leaves.iter().map(|l| l.region.limits[0].ends()).collect();
    let infinite = f64::INFINITY;
    assert_eq!(ends, [(3.0, 3.0), (-infinite, 2.0), (4.0, infinite)]);
    // Weakest links: root (1 − 0) / 2 / 4 = 1/8; the inner node (1 − 0) / 1 / 4.
    assert_eq!(tree.costs(), [0.0, 0.125]);
    assert_eq!(tree.pruned(0.1).size(), 3);
    assert_eq!(tree.pruned(0.125).size(), 1);
}

#[test]
fn categories_are_divided_by_share() {
    let code: Vec<u32> = (0..200).map(|i| i % 4).collect();
    let interest: Vec<bool> = code.iter().map(|c| matches!(c, 0 | 3)).collect();
    let cases = Cases::new(vec![Column::Category(&code)], &interest).unwrap();
    let leaves = grow(&cases, CV, None).leaves(&cases);
    assert_eq!(leaves[0].region.limits[0], Limit::Levels(0b1001));
    assert_eq!(leaves[1].region.limits[0], Limit::Levels(0b0110));
}

#[test]
fn leaves_share_out_the_cases() {
    let mut columns = uniforms(500, 3, 8);
    for value in &mut columns[2] {
        *value = (*value * 6.0).floor();
    }
    let interest: Vec<bool> = (0..500)
        .map(|i| columns[0][i] * columns[2][i] > 1.0)
        .collect();
    let both = vec![
        Column::Real(&columns[0]),
        Column::Real(&columns[1]),
        Column::Whole(&columns[2]),
    ];
    let cases = Cases::new(both, &interest).unwrap();
    let tree = grow(&cases, Pruning::None, Some(5));
    let leaves = tree.leaves(&cases);
    for leaf in &leaves {
        assert_eq!(
            leaf.region.count(&cases),
            (leaf.quality.cases, leaf.quality.hits)
        );
        assert!(leaf.quality.cases >= 5);
    }
    for row in 0..500 {
        let mut in_leaf = leaves
            .iter()
            .filter(|l| l.region.contains(cases.columns(), row));
        let leaf = in_leaf.next().unwrap();
        assert_eq!(leaf.of_interest, tree.classify(cases.columns(), row));
        assert!(in_leaf.next().is_none());
    }
}

#[test]
fn options_are_checked() {
    let x = [1.0, 2.0];
    let cases = Cases::new(vec![Column::Real(&x)], &[true, false]).unwrap();
    for (leaf_mass, pruning) in [
        (0.0, Pruning::None),
        (f64::NAN, Pruning::None),
        (0.1, Pruning::Cost(-1.0)),
        (
            0.1,
            Pruning::CrossValidated {
                folds: 1,
                one_se: true,
            },
        ),
        (
            0.1,
            Pruning::CrossValidated {
                folds: 3,
                one_se: true,
            },
        ),
    ] {
        let options = Options {
            leaf_mass,
            depth: None,
            pruning,
        };
        assert!(Tree::grow(&cases, options, &Streams::new(1)).is_err());
    }
}
