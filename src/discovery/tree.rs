//! Classification trees: the cases are split in two, again and again, until the parts are pure enough.
//!
//! Breiman, Friedman, Olshen and Stone (1984), Classification and Regression Trees; for scenario discovery Lempert, Bryant
//! and Bankes (2008), RAND WR-557. A node with n cases, k of interest, has the Gini impurity 2·p·(1−p) with p = k/n; the
//! split that lowers the impurity most, weighted by cases, is taken. Of equally good splits the earlier column's is taken,
//! and of its splits the one at the lowest value; so a tree is a function of its cases alone.

mod prune;
mod split;
#[cfg(test)]
mod tests;

use super::region::Quality;
use super::{Cases, Column, DiscoveryError, Limit, Region};
use crate::random::Streams;
use split::{Split, best};

/// How a grown tree is cut back.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Pruning {
    /// Not at all.
    None,
    /// To the subtree with the least misclassification plus `cost` for each leaf (Breiman et al. 1984, section 3.3).
    Cost(f64),
    /// With the cost that cross-validation prefers (Breiman et al. 1984, section 3.4).
    CrossValidated {
        /// Number of folds, from 2 to the number of cases; both classes are spread over all folds.
        folds: usize,
        /// Whether the smallest tree within one standard error of the least error is taken, rather than the best.
        one_se: bool,
    },
}

/// How to grow.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// Least share of all cases in a leaf, in (0, ½].
    pub leaf_mass: f64,
    /// Greatest number of splits above a leaf; `None` for no limit.
    pub depth: Option<usize>,
    /// How the tree is cut back.
    pub pruning: Pruning,
}

impl Default for Options {
    /// Leaves of at least 1 % of the cases, pruned by ten folds and one standard error.
    fn default() -> Self {
        Self {
            leaf_mass: 0.01,
            depth: None,
            pruning: Pruning::CrossValidated {
                folds: 10,
                one_se: true,
            },
        }
    }
}

/// A node: a leaf unless it is split.
#[derive(Clone, Debug, PartialEq)]
struct Node {
    cases: usize,
    hits: usize,
    depth: usize,
    /// The split, with the places of the part that meets it and of the other.
    split: Option<(Split, usize, usize)>,
}

impl Node {
    /// Cases that the more frequent class gets wrong.
    fn wrong(&self) -> usize {
        self.hits.min(self.cases - self.hits)
    }

    /// Whether most cases are of interest; a tie is not.
    fn of_interest(&self) -> bool {
        2 * self.hits > self.cases
    }
}

/// A part of the cases that the tree does not split further.
#[derive(Clone, Debug, PartialEq)]
pub struct Leaf {
    /// Its box.
    pub region: Region,
    /// Its coverage, density and mass.
    pub quality: Quality,
    /// Whether more than half of its cases are of interest.
    pub of_interest: bool,
}

/// A classification tree.
#[derive(Clone, Debug, PartialEq)]
pub struct Tree {
    /// Every node comes before its parts; the first is the root.
    nodes: Vec<Node>,
}

impl Tree {
    /// Grows a tree and prunes it; folds are drawn from the stream `discovery/folds`.
    ///
    /// # Errors
    ///
    /// [`DiscoveryError::Option`] for an option outside its range.
    pub fn grow(
        cases: &Cases<'_>,
        options: Options,
        streams: &Streams,
    ) -> Result<Self, DiscoveryError> {
        check(cases, &options)?;
        let all = vec![true; cases.len()];
        let orders = split::orders(cases);
        let full = Self::full(cases, &orders, &all, &options);
        Ok(match options.pruning {
            Pruning::None => full,
            Pruning::Cost(cost) => full.pruned(cost),
            Pruning::CrossValidated { folds, one_se } => {
                let folds = prune::folds(cases, folds, streams);
                let cost = prune::cost(cases, &orders, &full, &options, &folds, one_se);
                full.pruned(cost)
            }
        })
    }

    /// The tree of the cases that are in, before pruning.
    fn full(cases: &Cases<'_>, orders: &[Vec<u32>], within: &[bool], options: &Options) -> Self {
        let n = within.iter().filter(|w| **w).count();
        let least = libm::ceil(options.leaf_mass * n as f64).max(1.0) as usize;
        let mut side = vec![false; cases.len()];
        let keep = |rows: &Vec<u32>| split::kept(rows, within, true);
        let mut nodes = vec![leaf(cases, within, 0)];
        let mut open = vec![(0, orders.iter().map(keep).collect::<Vec<_>>())];
        while let Some((place, orders)) = open.pop() {
            let node = &nodes[place];
            if options.depth.is_some_and(|d| node.depth >= d) || node.wrong() == 0 {
                continue;
            }
            let Some(split) = best(cases, &orders, (node.cases, node.hits), least) else {
                continue;
            };
            for &row in &orders[0] {
                side[row as usize] = split.meets(cases.columns(), row as usize);
            }
            let depth = node.depth + 1;
            let part = |meets| {
                orders
                    .iter()
                    .map(|o| split::kept(o, &side, meets))
                    .collect()
            };
            let parts: [Vec<Vec<u32>>; 2] = [part(true), part(false)];
            let first = nodes.len();
            nodes[place].split = Some((split, first, first + 1));
            for (i, orders) in parts.into_iter().enumerate() {
                nodes.push(counted(cases, &orders[0], depth));
                open.push((first + i, orders));
            }
        }
        Self { nodes }
    }

    /// Number of leaves.
    pub fn size(&self) -> usize {
        self.nodes.iter().filter(|n| n.split.is_none()).count()
    }

    /// Whether the tree takes a case for one of interest. `columns` must be of the kinds it was grown with.
    pub fn classify(&self, columns: &[Column<'_>], row: usize) -> bool {
        let mut node = &self.nodes[0];
        while let Some((split, meets, other)) = &node.split {
            let next = if split.meets(columns, row) {
                meets
            } else {
                other
            };
            node = &self.nodes[*next];
        }
        node.of_interest()
    }

    /// The leaves as boxes, the densest first (of equally dense ones, in the order of the splits). `cases` are those
    /// that the tree was grown from.
    pub fn leaves(&self, cases: &Cases<'_>) -> Vec<Leaf> {
        let mut leaves = Vec::new();
        let mut open = vec![(0, Region::everything(cases.columns().len()))];
        while let Some((place, region)) = open.pop() {
            let node = &self.nodes[place];
            match &node.split {
                None => leaves.push(Leaf {
                    region,
                    quality: Quality::new(node.cases, node.hits, cases),
                    of_interest: node.of_interest(),
                }),
                Some((split, meets, other)) => {
                    open.push((*other, narrowed(&region, split, false)));
                    open.push((*meets, narrowed(&region, split, true)));
                }
            }
        }
        leaves.sort_by(|a, b| b.quality.density.total_cmp(&a.quality.density));
        leaves
    }
}

fn check(cases: &Cases<'_>, options: &Options) -> Result<(), DiscoveryError> {
    let option = |what, range, value| Err(DiscoveryError::Option { what, range, value });
    if !(options.leaf_mass > 0.0 && options.leaf_mass <= 0.5) {
        return option(
            "the least mass of a leaf",
            "above 0 and at most 0.5",
            options.leaf_mass,
        );
    }
    match options.pruning {
        Pruning::Cost(cost) if !(cost >= 0.0) => option("the cost of a leaf", "at least 0", cost),
        Pruning::CrossValidated { folds, .. } if folds < 2 || folds > cases.len() => option(
            "the number of folds",
            "from 2 to the number of cases",
            folds as f64,
        ),
        _ => Ok(()),
    }
}

fn leaf(cases: &Cases<'_>, within: &[bool], depth: usize) -> Node {
    let inside = cases.interest().iter().zip(within).filter(|(_, w)| **w);
    let (n, k) = inside.fold((0, 0), |(n, k), (y, _)| (n + 1, k + usize::from(*y)));
    Node {
        cases: n,
        hits: k,
        depth,
        split: None,
    }
}

fn counted(cases: &Cases<'_>, rows: &[u32], depth: usize) -> Node {
    let hit = |row: &&u32| cases.interest()[**row as usize];
    Node {
        cases: rows.len(),
        hits: rows.iter().filter(hit).count(),
        depth,
        split: None,
    }
}

/// The box of one part of a split.
fn narrowed(region: &Region, split: &Split, meets: bool) -> Region {
    let mut region = region.clone();
    let (column, new) = match *split {
        Split::At { column, low, .. } if meets => {
            let (lower, upper) = region.limits[column].ends();
            (column, Limit::range(lower, upper.min(low)))
        }
        Split::At { column, high, .. } => {
            let (lower, upper) = region.limits[column].ends();
            (column, Limit::range(lower.max(high), upper))
        }
        Split::Among { column, some, rest } => {
            (column, Limit::Levels(if meets { some } else { rest }))
        }
    };
    region.limits[column] = new;
    region
}
