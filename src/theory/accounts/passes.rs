//! The share of hits that meet a threshold, as a table over the mean.

use std::sync::OnceLock;

use super::law::Account;

/// What a random hit finds on its account, in the window before it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Passes {
    /// P(at least k − 1 other hits): the account stands at or above the threshold with this hit.
    pub at_least: f64,
    /// P(exactly k − 1 other hits): the account reaches the threshold with this hit.
    pub exactly: f64,
}

/// [`Account::others_at_least`] and [`Account::others_exactly`] at k − 1 for a mean that changes from day to day.
///
/// Interpolates ln P against ln m by polynomials of fifth degree through values, slopes and curvatures that are exact,
/// because for a mixed Poisson count `d P(N ≥ j)/d ln m = j·P(N = j)`. Relative error below 1e-5. Nodes are a function
/// of their place alone and are computed when first needed: what was asked before changes no answer.
#[derive(Clone, Debug)]
pub struct ThresholdLaw {
    account: Account,
    others: u64,
    nodes_per_unit: f64,
    nodes: Vec<OnceLock<Node>>,
}

/// Value, slope and curvature against ln m.
type Jet = [f64; 3];

#[derive(Clone, Copy, Debug)]
struct Node {
    at_least: Jet,
    exactly: Jet,
}

/// ln m of the first node, a mean of 2e-15; outside the nodes the law is evaluated directly.
const FIRST: f64 = -34.0;
/// ln m behind the last node, a mean of 1e6.
const LAST: f64 = 14.0;

impl ThresholdLaw {
    /// The law of a threshold of `k` ≥ 1 hits (0 counts as 1) on such accounts.
    pub fn new(account: Account, k: u64) -> Self {
        let others = k.saturating_sub(1);
        // ln P changes on the scale 1/√k: the distance of its complex singularities from the real axis.
        let nodes_per_unit = libm::ceil(1.5 * (k as f64).sqrt()).clamp(4.0, 80.0);
        let count = ((LAST - FIRST) * nodes_per_unit) as usize + 1;
        Self {
            account,
            others,
            nodes_per_unit,
            nodes: vec![OnceLock::new(); count],
        }
    }

    /// The shares at a mean number of hits of an account in the window; NaN for a mean below 0 or invalid shapes.
    pub fn passes(&self, mean: f64) -> Passes {
        let place = (libm::log(mean) - FIRST) * self.nodes_per_unit;
        if !(place >= 0.0 && place < (self.nodes.len() - 1) as f64) {
            return self.evaluated(mean);
        }
        let index = place as usize;
        let (t, step) = (place - index as f64, 1.0 / self.nodes_per_unit);
        let (from, to) = (self.node(index), self.node(index + 1));
        Passes {
            at_least: libm::exp(quintic(from.at_least, to.at_least, t, step)),
            exactly: libm::exp(quintic(from.exactly, to.exactly, t, step)),
        }
    }

    /// Without the table.
    fn evaluated(&self, mean: f64) -> Passes {
        Passes {
            at_least: self.account.others_at_least(mean, self.others),
            exactly: self.account.others_exactly(mean, self.others),
        }
    }

    fn node(&self, index: usize) -> &Node {
        self.nodes[index].get_or_init(|| self.computed_node(index))
    }

    fn computed_node(&self, index: usize) -> Node {
        let mean = libm::exp(FIRST + index as f64 / self.nodes_per_unit);
        let (account, mean) = self.account.with_seven_digits().size_biased(mean);
        let j = self.others as f64;
        let tail = account.ln_tail(mean, self.others);
        let [here, next, after] = [0, 1, 2].map(|i| account.ln_exactly(mean, self.others + i));
        // d ln P(j)/du = j − r(j), and dr(j)/du = r(j)·(1 + r(j) − r(j + 1)).
        let ratio = (j + 1.0) * libm::exp(next - here);
        let next_ratio = (j + 2.0) * libm::exp(after - next);
        let hazard = j * libm::exp(here - tail);
        Node {
            at_least: [tail, hazard, hazard * (j - ratio) - hazard * hazard],
            exactly: [here, j - ratio, -ratio * (1.0 + ratio - next_ratio)],
        }
    }
}

/// The polynomial of fifth degree with the given values, slopes and curvatures at t = 0 and 1, `step` apart.
fn quintic(from: Jet, to: Jet, t: f64, step: f64) -> f64 {
    let (slope, end_slope) = (from[1] * step, to[1] * step);
    let (half, end_half) = (0.5 * from[2] * step * step, 0.5 * to[2] * step * step);
    // What value, slope and half curvature at t = 1 lack after the terms up to t².
    let value = to[0] - from[0] - slope - half;
    let rise = end_slope - slope - 2.0 * half;
    let bend = end_half - half;
    let cubic = 10.0 * value - 4.0 * rise + bend;
    let quartic = -15.0 * value + 7.0 * rise - 2.0 * bend;
    let fifth = 6.0 * value - 3.0 * rise + bend;
    from[0] + t * (slope + t * (half + t * (cubic + t * (quartic + t * fifth))))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn laws() -> Vec<Account> {
        let activities = [0.05, 2.0, 1e4, f64::INFINITY];
        let albums = [1e-6, 0.3, 1e3, f64::INFINITY];
        activities
            .iter()
            .flat_map(|&a| albums.map(|b| Account::new(a).with_album(b)))
            .collect()
    }

    #[test]
    fn interpolates_to_five_digits() {
        for account in laws() {
            for k in [1, 2, 3, 10, 30, 100] {
                let law = ThresholdLaw::new(account, k);
                for mean in [3e-14, 1.234e-6, 0.037, 0.83, 6.1, 31.0, 177.0, 9e3] {
                    let (fast, exact) = (law.passes(mean), law.evaluated(mean));
                    for (f, e) in [
                        (fast.at_least, exact.at_least),
                        (fast.exactly, exact.exactly),
                    ] {
                        let good = (f - e).abs() <= 1e-5 * e || e < 1e-290;
                        assert!(good, "{account:?} {k} {mean}: {f:e}, not {e:e}");
                    }
                }
            }
        }
    }

    #[test]
    fn answers_do_not_depend_on_what_was_asked() {
        let account = Account::new(2.0).with_album(0.01);
        let (one, other) = (ThresholdLaw::new(account, 3), ThresholdLaw::new(account, 3));
        let means: Vec<f64> = (1..200).map(|i| f64::from(i) * 0.013).collect();
        let forward: Vec<Passes> = means.iter().map(|&m| one.passes(m)).collect();
        let mut backward: Vec<Passes> = means.iter().rev().map(|&m| other.passes(m)).collect();
        backward.reverse();
        assert_eq!(forward, backward);
    }

    #[test]
    fn ends() {
        let law = ThresholdLaw::new(Account::new(2.0), 3);
        assert_eq!(law.passes(0.0).at_least, 0.0);
        assert_eq!(law.passes(0.0).exactly, 0.0);
        assert!(law.passes(-1.0).at_least.is_nan() && law.passes(f64::NAN).exactly.is_nan());
        assert!(
            ThresholdLaw::new(Account::new(-1.0), 3)
                .passes(1.0)
                .exactly
                .is_nan()
        );
        assert_eq!(
            ThresholdLaw::new(Account::new(2.0), 1).passes(0.3).at_least,
            1.0
        );
    }
}
