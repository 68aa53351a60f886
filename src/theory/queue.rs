//! Queues of a desk: the fluid limit, the stationary backlog, the shortest recursion.

use crate::special::{normal, poisson};

/// Fluid backlog: the queue with arrivals and capacity replaced by their means, day by day.
///
/// `backlog[d] = max(0, backlog[d−1] + arrivals[d] − capacity[d])`, from an empty queue. Returns backlog and served of each day.
pub fn fluid(arrivals: &[f64], capacity: &[f64]) -> Vec<(f64, f64)> {
    let mut backlog = 0.0;
    arrivals
        .iter()
        .zip(capacity)
        .map(|(a, c)| {
            let served = (backlog + a).min(*c);
            backlog = backlog + a - served;
            (backlog, served)
        })
        .collect()
}

/// Mean backlog at the end of a day in the stationary state of `B' = max(0, B + A − c)`, when arrivals A of a day are
/// independent Poisson with mean `mean` and `capacity` is a whole number.
///
/// Spitzer's identity (Spitzer 1956; Asmussen 2003, ch. VIII): `E[B] = Σ_{n≥1} E[(S_n)⁺]/n` with `S_n` the sum of n days of
/// `A − c`; each term is a Poisson partial expectation. `None` when the desk is not stable (mean ≥ capacity).
pub fn stationary_backlog_poisson(mean: f64, capacity: u64) -> Option<f64> {
    let c = capacity as f64;
    if mean >= c || mean < 0.0 {
        return None;
    }
    sum_terms(|n| {
        let limit = capacity.checked_mul(n)?;
        let total = n as f64 * mean;
        let above = poisson::survival(limit, total);
        let above_next = poisson::survival(limit + 1, total);
        Some((total * above - limit as f64 * above_next).max(0.0) / n as f64)
    })
}

/// The same for arrivals with mean `mean` and standard deviation `sd` in the normal approximation, which is good
/// when `mean` is large. `None` when the desk is not stable.
pub fn stationary_backlog_normal(mean: f64, sd: f64, capacity: f64) -> Option<f64> {
    let drift = mean - capacity;
    if drift >= 0.0 {
        return None;
    }
    if sd <= 0.0 {
        return Some(0.0);
    }
    sum_terms(|n| {
        let root = (n as f64).sqrt();
        let z = drift * root / sd;
        let term = sd * normal::density(z) / root + drift * normal::cdf(z);
        Some(term.max(0.0))
    })
}

/// Sum of positive terms that fall in the end, to a relative 1e-12; gives up after 10 million terms.
fn sum_terms(term: impl Fn(u64) -> Option<f64>) -> Option<f64> {
    let mut sum = 0.0;
    for n in 1..10_000_000 {
        let next = term(n)?;
        sum += next;
        if next <= 1e-12 * sum || sum + next == sum {
            return Some(sum);
        }
    }
    None
}
