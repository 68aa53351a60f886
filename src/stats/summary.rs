//! One number per replication: mean, spread and exact quantiles, each with its Monte Carlo standard error.

use serde::Serialize;

/// Mean and quantiles of a metric over replications.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Summary {
    /// Replications in which the metric is defined.
    pub n: usize,
    /// Mean.
    pub mean: f64,
    /// Monte Carlo standard error of the mean, sd/√n.
    pub mcse: f64,
    /// Standard deviation over replications (n − 1); 0 with one replication.
    pub sd: f64,
    /// 5 % quantile.
    pub p05: f64,
    /// 25 % quantile.
    pub p25: f64,
    /// Median.
    pub p50: f64,
    /// 75 % quantile.
    pub p75: f64,
    /// 95 % quantile.
    pub p95: f64,
    /// Monte Carlo standard error of the 5 % quantile.
    pub p05_mcse: f64,
    /// Monte Carlo standard error of the median.
    pub p50_mcse: f64,
    /// Monte Carlo standard error of the 95 % quantile.
    pub p95_mcse: f64,
}

/// Which replications belong together, so that they say less than as many independent ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clusters {
    /// None do.
    Independent,
    /// So many in a row share a draw of the uncertain values.
    Rows(u64),
    /// Draws are dealt to so many randomisations of one sequence, which are independent of each other; so many replications in a row
    /// share a draw.
    Randomisations {
        /// Number of randomisations.
        count: u64,
        /// Replications in a row that share a draw.
        rows: u64,
    },
}

impl Clusters {
    /// The clusters without randomisations: replications that share a draw.
    pub fn draws(self) -> Self {
        match self {
            Self::Randomisations { rows: 1, .. } => Self::Independent,
            Self::Randomisations { rows, .. } => Self::Rows(rows),
            same => same,
        }
    }

    /// How many there are among so many replications.
    pub fn count(self, replications: u64) -> u64 {
        match self {
            Self::Independent => replications,
            Self::Rows(rows) => replications.div_ceil(rows),
            Self::Randomisations { count, rows } => replications.div_ceil(rows).min(count),
        }
    }

    /// The cluster of a replication.
    pub fn of(self, replication: u64) -> u64 {
        match self {
            Self::Independent => replication,
            Self::Rows(rows) => replication / rows,
            Self::Randomisations { count, rows } => replication / rows % count,
        }
    }
}

impl Summary {
    /// The summary of replications that may belong together: standard errors are those of the means over clusters, of the
    /// number itself and, for a quantile q, of the share of replications at or below q (Cochran 1977, ch. 9: clusters of equal size).
    pub fn clustered(values: &[f64], clusters: Clusters) -> Option<Self> {
        let mut summary = Self::of(values)?;
        if clusters == Clusters::Independent {
            return Some(summary);
        }
        let mut sorted: Vec<f64> = values.iter().copied().filter(|v| !v.is_nan()).collect();
        sorted.sort_by(f64::total_cmp);
        summary.mcse = cluster_error(values, clusters, |v| v);
        let error = |p: f64, q: f64| {
            let step = cluster_error(values, clusters, |v| f64::from(u8::from(v <= q)));
            half_distance(&sorted, p, step)
        };
        summary.p05_mcse = error(0.05, summary.p05);
        summary.p50_mcse = error(0.50, summary.p50);
        summary.p95_mcse = error(0.95, summary.p95);
        Some(summary)
    }

    /// The summary of one number per replication; NaN marks replications in which the metric is undefined, and `None` is
    /// returned when it is undefined in all.
    pub fn of(values: &[f64]) -> Option<Self> {
        let mut sorted: Vec<f64> = values.iter().copied().filter(|v| !v.is_nan()).collect();
        if sorted.is_empty() {
            return None;
        }
        let n = sorted.len();
        let (mean, sd) = mean_and_sd(&sorted);
        sorted.sort_by(f64::total_cmp);
        let q = |p: f64| quantile(&sorted, p);
        let e = |p: f64| quantile_error(&sorted, p);
        Some(Self {
            n,
            mean,
            mcse: sd / (n as f64).sqrt(),
            sd,
            p05: q(0.05),
            p25: q(0.25),
            p50: q(0.50),
            p75: q(0.75),
            p95: q(0.95),
            p05_mcse: e(0.05),
            p50_mcse: e(0.50),
            p95_mcse: e(0.95),
        })
    }
}

/// Mean and standard deviation (n − 1), in the order given, by Welford's recursion (Welford 1962).
fn mean_and_sd(values: &[f64]) -> (f64, f64) {
    let (mut mean, mut m2) = (0.0, 0.0);
    for (i, v) in values.iter().enumerate() {
        let delta = v - mean;
        mean += delta / (i + 1) as f64;
        m2 += delta * (v - mean);
    }
    let spread = if values.len() > 1 {
        m2 / (values.len() - 1) as f64
    } else {
        0.0
    };
    (mean, spread.max(0.0).sqrt())
}

/// Sample quantile of sorted values, type 7 of Hyndman and Fan (1996).
///
/// `sorted` must not be empty.
pub fn quantile(sorted: &[f64], p: f64) -> f64 {
    let position = p * (sorted.len() - 1) as f64;
    let below = libm::floor(position) as usize;
    let above = (below + 1).min(sorted.len() - 1);
    let (a, b) = (sorted[below], sorted[above]);
    if a == b {
        a
    } else {
        a + (position - below as f64) * (b - a)
    }
}

/// Monte Carlo standard error of a sample quantile: half the distance between the order statistics one binomial standard
/// deviation √(n·p·(1−p)) below and above it (Conover 1999, ch. 3.2). It needs no density.
fn quantile_error(sorted: &[f64], p: f64) -> f64 {
    let n = sorted.len() as f64;
    half_distance(sorted, p, (p * (1.0 - p) / n).sqrt())
}

fn half_distance(sorted: &[f64], p: f64, step: f64) -> f64 {
    let (low, high) = ((p - step).max(0.0), (p + step).min(1.0));
    0.5 * (quantile(sorted, high) - quantile(sorted, low))
}

/// Standard error of the mean of `f` over values, from the means of clusters; 0 with one cluster.
fn cluster_error(values: &[f64], clusters: Clusters, f: impl Fn(f64) -> f64) -> f64 {
    let mut sums: Vec<(f64, f64)> = Vec::new();
    for (r, value) in values.iter().enumerate() {
        let cluster = clusters.of(r as u64) as usize;
        if cluster >= sums.len() {
            sums.resize(cluster + 1, (0.0, 0.0));
        }
        if !value.is_nan() {
            sums[cluster].0 += f(*value);
            sums[cluster].1 += 1.0;
        }
    }
    let filled = sums.iter().filter(|(_, n)| *n > 0.0);
    let means: Vec<f64> = filled.map(|(sum, n)| sum / n).collect();
    mean_and_sd(&means).1 / (means.len() as f64).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_and_quantiles_of_a_small_sample() {
        let s = Summary::of(&[4.0, 1.0, 3.0, 2.0, f64::NAN]).expect("defined");
        assert_eq!((s.n, s.mean, s.p50), (4, 2.5, 2.5));
        assert!((s.sd - (5.0_f64 / 3.0).sqrt()).abs() < 1e-15);
        assert!((s.p25 - 1.75).abs() < 1e-15);
        assert!(Summary::of(&[f64::NAN]).is_none());
    }

    #[test]
    fn one_replication_has_no_spread() {
        let s = Summary::of(&[7.0]).expect("defined");
        assert_eq!(
            (s.mean, s.sd, s.mcse, s.p05, s.p95),
            (7.0, 0.0, 0.0, 7.0, 7.0)
        );
    }

    #[test]
    fn a_constant_stays_what_it_is() {
        let s = Summary::of(&[0.1; 1000]).expect("defined");
        assert_eq!((s.p05, s.p50, s.p95), (0.1, 0.1, 0.1));
        assert!(s.sd < 1e-15);
    }

    /// Four in a row are equal: standard errors are those of a quarter of the replications, twice as large.
    #[test]
    fn replications_that_belong_together_say_less() {
        let n = 4000_usize;
        let apart: Vec<f64> = (0..n).map(|i| ((i * 1237) % n) as f64).collect();
        let rows: Vec<f64> = apart.iter().flat_map(|v| [*v; 4]).collect();
        let independent = Summary::of(&apart).expect("defined");
        let clustered = Summary::clustered(&rows, Clusters::Rows(4)).expect("defined");
        for (a, b) in [
            (independent.mcse, clustered.mcse),
            (independent.p50_mcse, clustered.p50_mcse),
            (independent.p95_mcse, clustered.p95_mcse),
        ] {
            assert!((a / b - 1.0).abs() < 0.03, "{a} {b}");
        }
        let careless = Summary::of(&rows).expect("defined");
        assert!((careless.mcse / clustered.mcse - 0.5).abs() < 0.01);
    }

    /// Eight randomisations that agree to the last digit leave no error, whatever the spread within them.
    #[test]
    fn randomisations_that_agree_leave_no_error() {
        let values: Vec<f64> = (0..800).map(|r| f64::from(r / 8)).collect();
        let together = Clusters::Randomisations { count: 8, rows: 1 };
        let s = Summary::clustered(&values, together).expect("defined");
        assert!(s.sd > 28.0 && s.mcse < 1e-12 && s.p95_mcse < 1e-12);
    }

    #[test]
    fn the_error_of_quantiles_is_that_of_theory() {
        // Uniform order statistics: sd of the p-quantile is √(p(1−p)/n).
        let n = 100_000;
        let values: Vec<f64> = (0..n)
            .map(|i| (f64::from(i) + 0.5) / f64::from(n))
            .collect();
        let s = Summary::of(&values).expect("defined");
        assert!((s.p50_mcse / (0.25 / f64::from(n)).sqrt() - 1.0).abs() < 1e-3);
        assert!((s.p95_mcse / (0.0475 / f64::from(n)).sqrt() - 1.0).abs() < 1e-3);
    }
}
