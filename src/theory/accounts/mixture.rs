//! Negative binomial counts of one shape whose mean is one of several.

use crate::special::negative_binomial as nb;

/// P(X = n) for n = 0, 1, 2 and so on, one after the other.
#[derive(Debug)]
pub(super) struct Mixture {
    shape: f64,
    n: u64,
    nodes: Vec<Node>,
}

#[derive(Debug)]
struct Node {
    /// Its share times P(X = n).
    probability: f64,
    /// Its logarithm while it is too small for a double; 0 otherwise.
    ln_small: f64,
    /// P(X = n + 1)/P(X = n), but for what depends on n alone.
    factor: f64,
}

/// The logarithm of what is far above the least double.
const SMALL: f64 = -600.0;

impl Node {
    /// Goes on to the next n by logarithms, and leaves them when it has grown.
    fn rise(&mut self, by_n: f64) {
        self.ln_small += libm::log(self.factor * by_n);
        if self.ln_small >= SMALL {
            self.probability = libm::exp(self.ln_small);
            self.ln_small = 0.0;
        }
    }
}

impl Mixture {
    /// `parts`: shares and means. An infinite shape is the Poisson distribution.
    pub(super) fn new(shape: f64, parts: impl Iterator<Item = (f64, f64)>) -> Self {
        let node = |(share, mean): (f64, f64)| {
            let ln = libm::log(share) + nb::ln_probability(0, shape, mean);
            let is_small = ln < SMALL;
            Node {
                probability: if is_small { 0.0 } else { libm::exp(ln) },
                ln_small: if is_small { ln } else { 0.0 },
                factor: if shape == f64::INFINITY {
                    mean
                } else {
                    mean / (shape + mean)
                },
            }
        };
        Self {
            shape,
            n: 0,
            nodes: parts.map(node).collect(),
        }
    }

    /// P(X = n), and on to n + 1: P(X = n + 1)/P(X = n) = (b + n)/(n + 1) · m/(b + m) (Johnson, Kemp and Kotz 2005).
    pub(super) fn next(&mut self) -> f64 {
        let n = self.n as f64;
        let by_n = if self.shape == f64::INFINITY {
            1.0
        } else {
            self.shape + n
        } / (n + 1.0);
        let mut sum = 0.0;
        for node in &mut self.nodes {
            sum += node.probability;
            node.probability *= node.factor * by_n;
            if node.ln_small < 0.0 {
                node.rise(by_n);
            }
        }
        self.n += 1;
        sum
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::special::gamma::ln_factorial;
    use crate::theory::accounts::Account;

    #[test]
    fn recurrence_is_the_law() {
        for shape in [0.3, 1.0, 30.5, f64::INFINITY] {
            let parts = [(0.25, 0.4), (0.5, 40.0), (0.25, 2000.0)];
            let mut mixture = Mixture::new(shape, parts.into_iter());
            for n in 0..3000 {
                let law = |m| nb::probability(n, shape, m);
                let wanted = 0.25 * law(0.4) + 0.5 * law(40.0) + 0.25 * law(2000.0);
                let got = mixture.next();
                assert!(
                    (got - wanted).abs() <= 1e-10 * wanted + 1e-250,
                    "{shape} {n}: {got} {wanted}"
                );
            }
        }
    }

    /// Hits of both windows together, shared out at random, are the same law: P(n)·C(n, k)·(1/(1 + r))ᵏ·(r/(1 + r))ⁿ⁻ᵏ/P(k).
    #[test]
    fn given_others_is_the_law_of_both_windows() {
        let accounts = [
            Account::new(0.5),
            Account::new(2.0).with_album(0.3),
            Account::new(0.7).with_album(40.0),
            Account::new(f64::INFINITY).with_album(1.5),
            Account::new(f64::INFINITY),
        ];
        for account in accounts.map(Account::with_seven_digits) {
            for (k, mean, ratio) in [(1_u64, 0.02, 1.0), (4, 3.0, 0.3), (29, 12.0, 4.0)] {
                let mut law = account.given_others(mean, k, ratio);
                let mut total = 0.0;
                for earlier in 0..2000 {
                    let n = k + earlier;
                    let ln_choose = ln_factorial(n) - ln_factorial(k) - ln_factorial(earlier);
                    let ln_wanted = account.ln_exactly(mean * (1.0 + ratio), n) + ln_choose
                        - account.ln_exactly(mean, k)
                        + earlier as f64 * libm::log(ratio)
                        - n as f64 * libm::log1p(ratio);
                    let (got, wanted) = (law.next(), libm::exp(ln_wanted));
                    assert!(
                        (got - wanted).abs() < 1e-6,
                        "{account:?} {k} {earlier}: {got}, not {wanted}"
                    );
                    total += got;
                }
                assert!((total - 1.0).abs() < 1e-6, "{account:?} {k}: {total}");
            }
        }
    }
}
