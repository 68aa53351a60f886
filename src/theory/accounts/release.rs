//! What a hit that reaches the threshold finds held on its account.

use super::law::Account;
use crate::special::gamma::ln_factorial;
use std::sync::OnceLock;

/// What a hit that meets exactly k − 1 others in its window sets free, on average.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Release {
    /// P(the account was below the threshold with its hit before): it crosses the threshold.
    pub crosses: f64,
    /// Expected number of its k − 1 others that were held until now.
    pub released: f64,
}

/// [`Release`] for means that change from day to day.
///
/// Whether one of the k − 1 others was passed on before depends on the hits of the window before theirs alone. Put both windows on top
/// of each other: the m-th newest other was at the threshold with its own hit where the m-th newest earlier hit lies at a smaller
/// offset, and then all older ones were passed on as well. So of n hits in both windows, in order of their offsets, the others
/// that are held are those before the walk "other: up, earlier: down" first falls below its start, and all orders are equally
/// likely (first passage of a walk; Feller 1968, ch. III). In the second window of a run the earlier hits lie at the newest offsets
/// only, the *cover*: the walk is that of the others within the cover, a binomial number, and those beyond it are held if it never falls.
/// Exact for a constant rate from the first day on. Between the nodes, which are functions of their place alone, by linear
/// interpolation: relative error below 4 % where the cover changes, 5e-3 elsewhere.
#[derive(Clone, Debug)]
pub struct ReleaseLaw {
    account: Account,
    others: u64,
    /// By ln m from [`FIRST`] on; in each, by ratio and cover.
    rows: Vec<OnceLock<Box<[OnceLock<Release>]>>>,
}

/// Hits of an account that are expected before one of today.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Windows {
    /// In the window.
    pub mean: f64,
    /// In the window before it.
    pub before: f64,
    /// Part of the window before, from its newest end, in which those lie: above 0, at most 1.
    pub cover: f64,
}

impl Windows {
    /// Two windows of a constant rate.
    pub const fn even(mean: f64) -> Self {
        Self {
            mean,
            before: mean,
            cover: 1.0,
        }
    }
}

/// Nodes per unit of ln m, of the ratio of the rates, and of the cover.
const NODES_PER_UNIT: [f64; 3] = [8.0, 4.0, 4.0];
/// ln m of the first row of nodes, and of the one behind the last; outside, nodes are not kept.
const FIRST: f64 = -34.0;
const LAST: f64 = 14.0;
/// Nodes of a row by cover, from 0 to 1.
const COVERS: usize = NODES_PER_UNIT[2] as usize + 1;
/// Nodes of a row by ratio, from 0 to the greatest.
const RATIOS: usize = (GREATEST_RATIO * NODES_PER_UNIT[1]) as usize + 1;
/// Ratio of the rates from which on more earlier hits change next to nothing.
const GREATEST_RATIO: f64 = 4.0;
/// Crossings that are left out, as a share.
const NEGLIGIBLE: f64 = 1e-3;
/// Earlier hits beyond this number leave next to nothing held.
const MOST_EARLIER: u64 = 10_000;

impl ReleaseLaw {
    /// The law of a threshold of `k` ≥ 1 hits (0 counts as 1) on such accounts.
    pub fn new(account: Account, k: u64) -> Self {
        Self {
            account,
            others: k.saturating_sub(1),
            rows: vec![OnceLock::new(); ((LAST - FIRST) * NODES_PER_UNIT[0]) as usize],
        }
    }

    /// Given exactly k − 1 others. A ratio of the rates of both windows above 4 counts as 4.
    pub fn given_exactly(&self, windows: Windows) -> Release {
        let Windows {
            mean,
            before,
            cover,
        } = windows;
        if !(mean > 0.0 && before > 0.0 && cover > 0.0 && self.others > 0) {
            return whole(self.others);
        }
        let ratio = (before / (mean * cover)).min(GREATEST_RATIO);
        let place = [libm::log(mean), ratio, cover.min(1.0)];
        let at: [f64; 3] = std::array::from_fn(|d| place[d] * NODES_PER_UNIT[d]);
        let mut sum = Release {
            crosses: 0.0,
            released: 0.0,
        };
        let first = at.map(f64::floor);
        let parts: [[f64; 2]; 3] = std::array::from_fn(|d| {
            let part = at[d] - first[d];
            [1.0 - part, part]
        });
        for corner in 0..8_usize {
            let side: [usize; 3] = std::array::from_fn(|d| corner >> d & 1);
            let weight = parts[0][side[0]] * parts[1][side[1]] * parts[2][side[2]];
            if weight > 0.0 {
                let node = self.node(std::array::from_fn(|d| first[d] as i64 + side[d] as i64));
                sum.crosses += weight * node.crosses;
                sum.released += weight * node.released;
            }
        }
        sum
    }

    fn node(&self, node: [i64; 3]) -> Release {
        let row = node[0] - (FIRST * NODES_PER_UNIT[0]) as i64;
        let kept = usize::try_from(row).ok().and_then(|row| self.rows.get(row));
        let Some(row) = kept else {
            return self.computed_node(node);
        };
        let row = row.get_or_init(|| vec![OnceLock::new(); RATIOS * COVERS].into());
        let place = node[1] as usize * COVERS + node[2] as usize;
        *row[place].get_or_init(|| self.computed_node(node))
    }

    fn computed_node(&self, node: [i64; 3]) -> Release {
        let [ln_mean, ratio, cover] = std::array::from_fn(|d| node[d] as f64 / NODES_PER_UNIT[d]);
        let account = self.account.with_seven_digits();
        evaluated(
            account,
            self.others,
            libm::exp(ln_mean),
            ratio * cover,
            cover,
        )
    }
}

/// Nothing was passed on before.
fn whole(others: u64) -> Release {
    Release {
        crosses: 1.0,
        released: others as f64,
    }
}

/// `ratio`: of the expected hits in both windows.
fn evaluated(account: Account, others: u64, mean: f64, ratio: f64, cover: f64) -> Release {
    if !(ratio > 0.0) {
        return whole(others);
    }
    let (account, mean) = account.size_biased(mean);
    let mut law = account.given_others(mean, others, ratio);
    let covered = covered(others, cover);
    let mut sum = Release {
        crosses: 0.0,
        released: 0.0,
    };
    let mut total = 0.0;
    for earlier in 0..=MOST_EARLIER {
        let n = others + earlier;
        let weight = law.next();
        for (inside, p) in &covered {
            let found = walk(*inside, others, earlier);
            sum.crosses += weight * p * found.crosses;
            sum.released += weight * p * found.released;
        }
        total += weight;
        let rest = (1.0 - total) * others as f64 / n as f64;
        if rest < NEGLIGIBLE * sum.crosses {
            break;
        }
    }
    sum
}

/// How many of the others lie in the cover, with probabilities: binomial.
fn covered(others: u64, cover: f64) -> Vec<(u64, f64)> {
    if cover >= 1.0 {
        return vec![(others, 1.0)];
    }
    let (ln_in, ln_out) = (libm::log(cover), libm::log1p(-cover));
    let ln_p = |n: u64| ln_choose(others, n) + n as f64 * ln_in + (others - n) as f64 * ln_out;
    let all = (0..=others).map(|n| (n, libm::exp(ln_p(n))));
    all.filter(|(_, p)| *p > 1e-9).collect()
}

/// What is held of `others`, of which `inside` come in any order with `earlier` hits of the window before, and the rest after them.
fn walk(inside: u64, others: u64, earlier: u64) -> Release {
    if earlier == 0 {
        return whole(others);
    }
    let n = (inside + earlier) as f64;
    // P(the walk first falls below its start with the m-th earlier hit).
    let mut p = earlier as f64 / n;
    let crosses = 1.0 - p;
    let (mut passed, mut sum) = (0.0, 0.0);
    for m in 1..=(inside + 1).min(earlier) {
        let steps = m as f64;
        passed += p;
        sum += (steps - 1.0) * p;
        let (left, down) = (n + 1.0 - 2.0 * steps, earlier as f64 - steps);
        if left < 2.0 {
            break;
        }
        let next = down * (left - down) / (left * (left - 1.0));
        p *= 2.0 * (2.0 * steps - 1.0) / (steps + 1.0) * next;
    }
    Release {
        crosses,
        released: sum + others as f64 * (1.0 - passed).max(0.0),
    }
}

fn ln_choose(n: u64, k: u64) -> f64 {
    ln_factorial(n) - ln_factorial(k) - ln_factorial(n - k)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether the first is of the others, and how many of the others are held, in one order; the last ones lie beyond the cover.
    fn by_hand(order: u32, n: u64, beyond: u64) -> (f64, f64) {
        let (mut up, mut down) = (0_u64, 0_u64);
        for i in 0..n {
            if order >> i & 1 == 1 {
                up += 1;
            } else {
                down += 1;
            }
            if down > up {
                return (f64::from(order & 1), up as f64);
            }
        }
        (1.0, (up + beyond) as f64)
    }

    #[test]
    fn walk_is_the_mean_over_all_orders() {
        let cases = [
            (0_u64, 1_u64),
            (0, 3),
            (1, 0),
            (1, 1),
            (1, 4),
            (2, 1),
            (3, 3),
            (4, 6),
            (5, 2),
        ];
        for ((inside, earlier), beyond) in cases.into_iter().flat_map(|c| [(c, 0), (c, 2)]) {
            let n = inside + earlier;
            let (mut crosses, mut released, mut count) = (0.0, 0.0, 0.0);
            for order in (0_u32..1 << n).filter(|o| u64::from(o.count_ones()) == inside) {
                let (first, held) = by_hand(order, n, beyond);
                crosses += first;
                released += held;
                count += 1.0;
            }
            let got = walk(inside, inside + beyond, earlier);
            for (got, wanted) in [
                (got.crosses, crosses / count),
                (got.released, released / count),
            ] {
                assert!(
                    (got - wanted).abs() < 1e-12 * (1.0 + wanted),
                    "{inside} {earlier} {beyond}: {got}, not {wanted}"
                );
            }
        }
    }

    #[test]
    fn two_hits_have_a_closed_form() {
        // P(one other that is held) = P(no hit in a window) − P(none in two), seen from a hit.
        for (shape, mean) in [(1.0, 0.014), (0.5, 0.28), (2.0, 3.0), (0.5, 4.2)] {
            let account = Account::new(shape);
            let none = |m: f64| account.others_exactly(m, 0);
            let wanted = (none(mean) - none(2.0 * mean)) / account.others_exactly(mean, 1);
            let got = ReleaseLaw::new(account, 2).given_exactly(Windows::even(mean));
            assert!(
                (got.released / wanted - 1.0).abs() < 5e-3,
                "{got:?}, not {wanted}"
            );
            assert!((got.crosses - got.released).abs() < 1e-12);
        }
    }

    /// In the second window of a run: the other at offset x is held if nothing lies in the x before it, or since the run began.
    #[test]
    fn two_hits_of_a_young_run_have_a_closed_form() {
        for (shape, mean) in [(1.0, 0.014), (0.5, 0.28), (2.0, 3.0), (0.5, 4.2)] {
            for cover in [0.03, 0.25, 0.4, 0.77, 0.93] {
                let account = Account::new(shape);
                let none = |m: f64| account.others_exactly(m, 0);
                let one = |m: f64| account.others_exactly(m, 1) / m;
                let inside = none(mean) - none(mean * (1.0 + cover));
                let beyond = (1.0 - cover) * mean * one(mean * (1.0 + cover));
                let wanted = (inside + beyond) / account.others_exactly(mean, 1);
                let windows = Windows {
                    mean,
                    before: cover * mean,
                    cover,
                };
                let got = ReleaseLaw::new(account, 2).given_exactly(windows);
                let error = (got.released / wanted - 1.0).abs();
                assert!(error < 4e-2, "{cover}: {got:?}, not {wanted}");
                let even = Windows {
                    cover: 1.0,
                    ..windows
                };
                let mutant = ReleaseLaw::new(account, 2).given_exactly(even).released;
                let is_noticed = (mutant / wanted - 1.0).abs() > 4e-2;
                assert!(
                    is_noticed || mean * cover * (1.0 - cover) < 0.5,
                    "{cover} {mean}"
                );
            }
        }
    }
}
