//! Two scenarios, one number per replication from each: statistics of the differences.

use super::power;
use super::relative::{Means, Relative};
use crate::special::student;
use crate::stats::summary::{Clusters, quantile};
use serde::Serialize;
use std::collections::BTreeMap;

/// What a comparison shows about a metric; no verdict on which is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Shown {
    /// Both scenarios give the same number in every replication.
    Identical,
    /// The interval of the mean difference contains 0.
    NoDifference,
    /// The mean of the other is higher.
    Higher,
    /// The mean of the other is lower.
    Lower,
    /// One replication only, or one draw of the uncertain numbers: a difference, and nothing about its error.
    Unknown,
}

impl Shown {
    /// The word in tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::Identical => "identical",
            Self::NoDifference => "no-difference",
            Self::Higher => "higher",
            Self::Lower => "lower",
            Self::Unknown => "unknown",
        }
    }
}

/// An interval.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Interval {
    /// Low end.
    pub low: f64,
    /// High end.
    pub high: f64,
}

/// Statistics of paired differences, other minus base.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Paired {
    /// Replications in which both are finite numbers.
    pub n: usize,
    /// Replications in which one of them is not, and which are left out.
    pub dropped: usize,
    /// Independent groups of these replications: as many as there are replications, or draws of the uncertain numbers where
    /// several share one, or randomisations of a quasi-random sequence.
    pub groups: usize,
    /// Mean of the base over these replications.
    pub base: f64,
    /// Mean of the other over these replications.
    pub other: f64,
    /// Mean difference.
    pub difference: f64,
    /// Standard deviation of the differences (n − 1); `None` with one replication.
    pub sd: Option<f64>,
    /// Monte Carlo standard error of the mean difference: standard deviation of the means of the groups over the root of
    /// their number, sd/√n where every replication is a group; `None` with one group.
    pub mcse: Option<f64>,
    /// Interval of the mean difference (Student's t, one degree of freedom less than groups).
    pub interval: Option<Interval>,
    /// 5 % quantile of the differences, over states of the world and chance.
    pub p05: f64,
    /// Median of the differences.
    pub p50: f64,
    /// 95 % quantile of the differences.
    pub p95: f64,
    /// Ratio of means minus one; `None` where the base is not clearly above 0.
    pub relative: Option<Relative>,
    /// Share of the replications in which the other is higher.
    pub higher: f64,
    /// Share of the replications in which the other is lower.
    pub lower: f64,
    /// Correlation of the pairs (Pearson); `None` where one of them does not vary.
    pub correlation: Option<f64>,
    /// Variance of the difference of two independent runs over that of the pairs: as many times more replications would an
    /// unpaired comparison need; `None` where the differences do not vary.
    pub variance_reduction: Option<f64>,
    /// What this shows.
    pub shown: Shown,
    /// Skewness of the differences, of their means over replications that share a draw (third central moment over the cube of
    /// the standard deviation); `None` where they do not vary.
    pub skewness: Option<f64>,
    /// Draws of the uncertain numbers among these replications: as many as there are, or fewer where several share one.
    pub draws: usize,
    /// Replications from which on the interval of the mean holds about what it says in spite of that skewness: 25 times its
    /// square (Cochran 1977, *Sampling Techniques*, 3rd ed., §2.15), rounded up to two digits.
    pub needed_for_interval: Option<f64>,
    /// Replications that would show a difference of the size observed.
    pub needed_for_observed: Option<f64>,
    /// Replications that would show a difference of 1 % of the mean of the base.
    pub needed_for_one_percent: Option<f64>,
}

impl Paired {
    /// Statistics of `other` − `base` with intervals of the given `confidence` (share of one). Values belong together by
    /// position; where one of them is not finite both are left out. What is said of means rests on groups of replications
    /// that are independent of each other (`clusters`; Cochran 1977, ch. 9: groups of equal size); what is said of the spread, on
    /// replications. `None` where no pair is left.
    pub fn of(base: &[f64], other: &[f64], clusters: Clusters, confidence: f64) -> Option<Self> {
        let numbered: Vec<(u64, Pair)> = (0..)
            .zip(base.iter().copied().zip(other.iter().copied()))
            .filter(|(_, (a, b))| a.is_finite() && b.is_finite())
            .collect();
        if numbered.is_empty() {
            return None;
        }
        let pairs: Vec<Pair> = numbered.iter().map(|(_, pair)| *pair).collect();
        let n = pairs.len() as f64;
        let moments = Moments::of(&pairs);
        let sd = moments.variances.map(|v| v.difference.sqrt());
        let groups = groups(&numbered, clusters);
        let independent = groups.len() as f64;
        let of_groups = Moments::of(&groups);
        let spread = of_groups.variances.map(|v| v.difference.sqrt());
        let mcse = spread.map(|sd| sd / independent.sqrt());
        let t = student::two_sided(independent - 1.0, confidence);
        let per_group = n / independent;
        let interval = mcse.map(|mcse| Interval {
            low: moments.difference - t * mcse,
            high: moments.difference + t * mcse,
        });
        let share = |of: fn(&Pair) -> bool| pairs.iter().filter(|p| of(p)).count() as f64 / n;
        let mut sorted: Vec<f64> = pairs.iter().map(|(a, b)| b - a).collect();
        sorted.sort_by(f64::total_cmp);
        let counts = share(|(a, b)| *a >= 0.0 && *b >= 0.0) == 1.0;
        let (higher, lower) = (share(|(a, b)| b > a), share(|(a, b)| b < a));
        let draws = match clusters.draws() {
            same if same == clusters => groups.clone(),
            draws => self::groups(&numbered, draws),
        };
        let skewness = moments.variances.and_then(|_| skewness(&draws));
        let needed =
            |size: f64| power::replications_needed(spread?, size.abs(), confidence, per_group);
        Some(Self {
            n: pairs.len(),
            dropped: base.len().max(other.len()) - pairs.len(),
            groups: groups.len(),
            base: moments.base,
            other: moments.other,
            difference: moments.difference,
            sd,
            mcse,
            interval,
            p05: quantile(&sorted, 0.05),
            p50: quantile(&sorted, 0.50),
            p95: quantile(&sorted, 0.95),
            relative: of_groups
                .means(independent, &moments)
                .and_then(|means| means.relative(t))
                .map(|r| if counts { r.down_to_nothing() } else { r }),
            higher,
            lower,
            correlation: moments.variances.and_then(|v| v.correlation()),
            variance_reduction: of_groups.variances.and_then(|v| v.reduction()),
            shown: shown(higher == 0.0 && lower == 0.0, interval),
            skewness,
            needed_for_interval: skewness
                .map(|g| power::replications_for_skewness(g, n / draws.len() as f64)),
            draws: draws.len(),
            needed_for_observed: needed(moments.difference),
            needed_for_one_percent: needed(0.01 * moments.base),
        })
    }
}

impl Paired {
    /// Whether the differences are so skewed that the interval of their mean is too narrow with so few of them.
    pub fn is_skewed(&self) -> bool {
        self.skewness
            .is_some_and(|g| (self.draws as f64) < power::COCHRAN * g * g)
    }
}

/// A number of the base and of the other.
type Pair = (f64, f64);

/// The means of groups of pairs that are independent of each other; the pairs themselves where each is a group.
fn groups(numbered: &[(u64, Pair)], clusters: Clusters) -> Vec<Pair> {
    if clusters == Clusters::Independent {
        return numbered.iter().map(|(_, pair)| *pair).collect();
    }
    let mut groups: BTreeMap<u64, Vec<Pair>> = BTreeMap::new();
    for (replication, pair) in numbered {
        let group = groups.entry(clusters.of(*replication)).or_default();
        group.push(*pair);
    }
    let means = groups.values().map(|pairs| {
        let base = mean(pairs.iter().map(|(a, _)| *a));
        (base, base + mean(pairs.iter().map(|(a, b)| b - a)))
    });
    means.collect()
}

/// Skewness of the differences of pairs.
fn skewness(pairs: &[Pair]) -> Option<f64> {
    let mut differences: Vec<f64> = pairs.iter().map(|(a, b)| b - a).collect();
    let mean = mean(differences.iter().copied());
    differences.sort_by(f64::total_cmp);
    let n = differences.len() as f64;
    let (square, cube) = differences.iter().fold((0.0, 0.0), |(square, cube), d| {
        let e = d - mean;
        (square + e * e, cube + e * e * e)
    });
    let variance = square / n;
    let skewness = cube / n / (variance * variance.sqrt());
    skewness.is_finite().then_some(skewness)
}

fn shown(identical: bool, interval: Option<Interval>) -> Shown {
    match interval {
        _ if identical => Shown::Identical,
        None => Shown::Unknown,
        Some(i) if i.low > 0.0 => Shown::Higher,
        Some(i) if i.high < 0.0 => Shown::Lower,
        Some(_) => Shown::NoDifference,
    }
}

/// Means, and with two pairs or more their variances (n − 1).
#[derive(Debug, Clone, Copy)]
struct Moments {
    base: f64,
    other: f64,
    difference: f64,
    variances: Option<Variances>,
}

#[derive(Debug, Clone, Copy)]
struct Variances {
    base: f64,
    other: f64,
    difference: f64,
    covariance: f64,
}

impl Moments {
    /// In the order given, in two passes.
    fn of(pairs: &[Pair]) -> Self {
        let n = pairs.len() as f64;
        let mean = |of: fn(&Pair) -> f64| mean(pairs.iter().map(of));
        let base = mean(|(a, _)| *a);
        let other = mean(|(_, b)| *b);
        let difference = mean(|(a, b)| b - a);
        let product = |of: &dyn Fn(&Pair) -> f64| pairs.iter().map(of).sum::<f64>() / (n - 1.0);
        let variances = (pairs.len() > 1).then(|| Variances {
            base: product(&|(a, _)| (a - base) * (a - base)),
            other: product(&|(_, b)| (b - other) * (b - other)),
            difference: product(&|(a, b)| (b - a - difference) * (b - a - difference)),
            covariance: product(&|(a, b)| (a - base) * (b - other)),
        });
        Self {
            base,
            other,
            difference,
            variances,
        }
    }

    /// The means of `all` pairs with the errors that these, `n` independent groups, give them.
    fn means(&self, n: f64, all: &Self) -> Option<Means> {
        let v = self.variances?;
        Some(Means {
            base: all.base,
            other: all.base + all.difference,
            base_variance: v.base / n,
            other_variance: v.other / n,
            covariance: v.covariance / n,
        })
    }
}

/// A mean that is exact for constants.
fn mean(values: impl Iterator<Item = f64> + Clone) -> f64 {
    let first = values.clone().next().unwrap_or(f64::NAN);
    let (sum, n) = values.fold((0.0, 0.0), |(sum, n), v| (sum + (v - first), n + 1.0));
    first + sum / n
}

impl Variances {
    fn correlation(&self) -> Option<f64> {
        let spread = self.base.sqrt() * self.other.sqrt();
        (spread > 0.0).then(|| (self.covariance / spread).clamp(-1.0, 1.0))
    }

    fn reduction(&self) -> Option<f64> {
        (self.difference > 0.0).then(|| (self.base + self.other) / self.difference)
    }
}

#[cfg(test)]
mod tests;
