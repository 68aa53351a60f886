//! What a hit that reaches the threshold finds held on its account.

use super::law::Account;
use crate::special::gamma::ln_factorial;
use std::collections::BTreeMap;

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
/// likely (first passage of a walk; Feller 1968, ch. III). Exact for a constant rate; where the mean of the window before differs, each
/// window is taken to be even within itself. Between the nodes, which are functions of their place alone, by linear interpolation:
/// relative error below 1e-3.
#[derive(Clone, Debug)]
pub struct ReleaseLaw {
    account: Account,
    others: u64,
    nodes: BTreeMap<(i64, i64), Release>,
}

/// Nodes per unit of ln m, and of the ratio of the means.
const NODES_PER_UNIT: f64 = 16.0;
/// Crossings that are left out, as a share.
const NEGLIGIBLE: f64 = 1e-4;
/// Earlier hits beyond this number leave next to nothing held.
const MOST_EARLIER: u64 = 10_000;

impl ReleaseLaw {
    /// The law of a threshold of `k` ≥ 1 hits (0 counts as 1) on such accounts.
    pub fn new(account: Account, k: u64) -> Self {
        Self {
            account,
            others: k.saturating_sub(1),
            nodes: BTreeMap::new(),
        }
    }

    /// Given exactly k − 1 others: `mean` hits of an account in the window, `before` in the window before it.
    ///
    /// A ratio of the two above 4 counts as 4.
    pub fn given_exactly(&mut self, mean: f64, before: f64) -> Release {
        let whole = Release {
            crosses: 1.0,
            released: self.others as f64,
        };
        if !(mean > 0.0 && before > 0.0 && self.others > 0) {
            return whole;
        }
        let u = libm::log(mean) * NODES_PER_UNIT;
        let v = (before / mean).min(4.0) * NODES_PER_UNIT;
        let (i, j) = (u.floor(), v.floor());
        let (s, t) = (u - i, v - j);
        let mut sum = Release {
            crosses: 0.0,
            released: 0.0,
        };
        for (di, p) in [(0, 1.0 - s), (1, s)] {
            for (dj, q) in [(0, 1.0 - t), (1, t)] {
                if p * q > 0.0 {
                    let node = self.node((i as i64 + di, j as i64 + dj));
                    sum.crosses += p * q * node.crosses;
                    sum.released += p * q * node.released;
                }
            }
        }
        sum
    }

    fn node(&mut self, place: (i64, i64)) -> Release {
        let (account, others) = (self.account.with_seven_digits(), self.others);
        *self.nodes.entry(place).or_insert_with(|| {
            let mean = libm::exp(place.0 as f64 / NODES_PER_UNIT);
            evaluated(account, others, mean, place.1 as f64 / NODES_PER_UNIT)
        })
    }
}

fn evaluated(account: Account, others: u64, mean: f64, ratio: f64) -> Release {
    let (account, mean) = account.size_biased(mean);
    let ln_all = account.ln_exactly(mean, others);
    let (ln_up, ln_down) = (-libm::log1p(ratio), libm::log(ratio) - libm::log1p(ratio));
    let mut sum = Release {
        crosses: 0.0,
        released: 0.0,
    };
    let mut total = 0.0;
    for earlier in 0..=MOST_EARLIER {
        let n = others + earlier;
        let down = if earlier == 0 {
            0.0
        } else {
            earlier as f64 * ln_down
        };
        let ln_weight = account.ln_exactly(mean * (1.0 + ratio), n)
            + ln_choose(n, others)
            + others as f64 * ln_up
            + down
            - ln_all;
        let weight = libm::exp(ln_weight);
        sum.crosses += weight * others as f64 / n as f64;
        sum.released += weight * held(others, earlier);
        total += weight;
        let rest = (1.0 - total) * others as f64 / n as f64;
        if rest < NEGLIGIBLE * sum.crosses || ratio == 0.0 {
            break;
        }
    }
    sum
}

/// Expected number of `others` that are held, given the number of hits in the window before.
fn held(others: u64, earlier: u64) -> f64 {
    let n = others + earlier;
    let ln_all = ln_choose(n, others);
    let (mut passed, mut sum) = (0.0, 0.0);
    for m in 1..=others.min(earlier) {
        let first = ln_choose(2 * m - 1, m) - libm::log((2 * m - 1) as f64);
        let rest = ln_choose(n + 1 - 2 * m, earlier - m);
        let p = libm::exp(first + rest - ln_all);
        passed += p;
        sum += (m - 1) as f64 * p;
    }
    sum + others as f64 * (1.0 - passed).max(0.0)
}

fn ln_choose(n: u64, k: u64) -> f64 {
    ln_factorial(n) - ln_factorial(k) - ln_factorial(n - k)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn held_is_the_mean_over_all_orders() {
        for (others, earlier) in [(1_u64, 0_u64), (1, 4), (2, 1), (3, 3), (4, 6), (5, 2)] {
            let n = others + earlier;
            let (mut sum, mut count) = (0.0, 0.0);
            for order in (0_u32..1 << n).filter(|o| u64::from(o.count_ones()) == others) {
                let (mut up, mut down) = (0_u64, 0_u64);
                for i in 0..n {
                    if order >> i & 1 == 1 {
                        up += 1;
                    } else {
                        down += 1;
                    }
                    if down > up {
                        break;
                    }
                }
                sum += up as f64;
                count += 1.0;
            }
            let (got, wanted) = (held(others, earlier), sum / count);
            assert!(
                (got - wanted).abs() < 1e-12 * (1.0 + wanted),
                "{others} {earlier}: {got}, not {wanted}"
            );
        }
    }

    #[test]
    fn two_hits_have_a_closed_form() {
        // P(one other that is held) = P(no hit in a window) − P(none in two), seen from a hit.
        for (shape, mean) in [(1.0, 0.014), (0.5, 0.28), (2.0, 3.0), (0.5, 4.2)] {
            let account = Account::new(shape);
            let none = |m: f64| account.others_exactly(m, 0);
            let wanted = (none(mean) - none(2.0 * mean)) / account.others_exactly(mean, 1);
            let got = ReleaseLaw::new(account, 2).given_exactly(mean, mean);
            assert!(
                (got.released / wanted - 1.0).abs() < 1e-3,
                "{got:?}, not {wanted}"
            );
            assert!((got.crosses - got.released).abs() < 1e-12);
        }
    }
}
