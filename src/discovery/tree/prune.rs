//! Pruning by cost and complexity (Breiman et al. 1984, chapter 3).

use rayon::prelude::*;

use super::{Options, Tree};
use crate::discovery::Cases;
use crate::random::{Streams, uniform_open};

impl Tree {
    /// The smallest subtree with the least R(T) + `cost`·|T|, where R is the share of misclassified cases of growth and
    /// |T| the number of leaves.
    pub(super) fn pruned(&self, cost: f64) -> Self {
        let mut tree = self.clone();
        while let Some((link, weakest)) = tree.weakest_link() {
            if link > cost {
                break;
            }
            for place in weakest {
                tree.nodes[place].split = None;
            }
            tree = tree.packed();
        }
        tree
    }

    /// The costs at which the tree loses branches, ascending, beginning with 0.
    pub(super) fn costs(&self) -> Vec<f64> {
        let mut costs = vec![0.0];
        let mut tree = self.pruned(0.0);
        while let Some((link, _)) = tree.weakest_link() {
            costs.push(link);
            tree = tree.pruned(link);
        }
        costs
    }

    /// The least gain per leaf, (R(t) − R(T_t)) / (|T_t| − 1), of any branch, and the nodes whose branch has it.
    fn weakest_link(&self) -> Option<(f64, Vec<usize>)> {
        let mut below = vec![(0, 0); self.nodes.len()];
        let mut least: Option<(f64, Vec<usize>)> = None;
        for (place, node) in self.nodes.iter().enumerate().rev() {
            let Some((_, a, b)) = node.split else {
                below[place] = (node.wrong(), 1);
                continue;
            };
            let (wrong, leaves): (usize, usize) =
                (below[a].0 + below[b].0, below[a].1 + below[b].1);
            below[place] = (wrong, leaves);
            // A whole number over a whole number: equal links are equal doubles.
            let gain = node.wrong() - wrong.min(node.wrong());
            let link = gain as f64 / ((leaves - 1) as f64 * self.nodes[0].cases as f64);
            match &mut least {
                Some((value, places)) if *value == link => places.push(place),
                Some((value, _)) if *value < link => {}
                _ => least = Some((link, vec![place])),
            }
        }
        least
    }

    /// Without the nodes that no longer hang on the root.
    fn packed(&self) -> Self {
        let mut nodes = vec![self.nodes[0].clone()];
        let mut place = 0;
        while place < nodes.len() {
            if let Some((split, a, b)) = nodes[place].split {
                let first = nodes.len();
                nodes.push(self.nodes[a].clone());
                nodes.push(self.nodes[b].clone());
                nodes[place].split = Some((split, first, first + 1));
            }
            place += 1;
        }
        Self { nodes }
    }
}

/// The fold of each case: both classes are shuffled and dealt out in turn.
pub(super) fn folds(cases: &Cases<'_>, folds: usize, streams: &Streams) -> Vec<usize> {
    let mut rng = streams.stream("discovery/folds", 0);
    let mut keyed: Vec<(bool, f64, usize)> = cases
        .interest()
        .iter()
        .enumerate()
        .map(|(row, y)| (*y, uniform_open(&mut rng), row))
        .collect();
    keyed.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.2.cmp(&b.2)));
    let mut fold = vec![0; cases.len()];
    for (place, (_, _, row)) in keyed.into_iter().enumerate() {
        fold[row] = place % folds;
    }
    fold
}

/// The cost that cross-validation prefers: of the subtrees of `full`, the one with the fewest cases misclassified by
/// trees that have not seen them (ties to the smaller), or the smallest within one standard error √(e·(1−e)/n) of it.
pub(super) fn cost(
    cases: &Cases<'_>,
    orders: &[Vec<u32>],
    full: &Tree,
    options: &Options,
    folds: &[usize],
    one_se: bool,
) -> f64 {
    let costs = full.costs();
    // A subtree stands for all costs up to the next; it is tried at their geometric mean.
    let tried = |(i, cost): (usize, &f64)| match costs.get(i + 1) {
        Some(next) => (cost * next).sqrt(),
        None => f64::INFINITY,
    };
    let tried: Vec<f64> = costs.iter().enumerate().map(tried).collect();
    let count = folds.iter().max().map_or(0, |last| last + 1);
    let wrong_in = |fold: usize| {
        let within: Vec<bool> = folds.iter().map(|f| *f != fold).collect();
        let mut tree = Tree::full(cases, orders, &within, options);
        let wrong = |tree: &Tree| {
            let out = (0..cases.len()).filter(|&row| !within[row]);
            let missed =
                |row: &usize| tree.classify(cases.columns(), *row) != cases.interest()[*row];
            out.filter(missed).count()
        };
        let at = |cost: &f64| {
            tree = tree.pruned(*cost);
            wrong(&tree)
        };
        tried.iter().map(at).collect::<Vec<usize>>()
    };
    let by_fold: Vec<Vec<usize>> = (0..count).into_par_iter().map(wrong_in).collect();
    let error = |i: usize| by_fold.iter().map(|f| f[i]).sum::<usize>() as f64 / cases.len() as f64;
    let errors: Vec<f64> = (0..costs.len()).map(error).collect();
    let least = errors.iter().copied().fold(f64::INFINITY, f64::min);
    let slack = if one_se {
        (least * (1.0 - least) / cases.len() as f64).sqrt()
    } else {
        0.0
    };
    let chosen = errors.iter().rposition(|e| *e <= least + slack);
    chosen.map_or(0.0, |i| costs[i])
}
