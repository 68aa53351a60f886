//! Scenarios from text, and statistical bands with a computed probability of a false alarm.

use statrs::distribution::{ChiSquared, ContinuousCDF, Normal};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use vessels::engine::Nobody;
use vessels::results::{Results, simulate};
use vessels::scenario::{Library, Loaded, load};

/// Probability that any statistical comparison of this binary fails though the program is right.
pub(crate) const FAMILY_WISE_FALSE_ALARM: f64 = 1e-6;
/// More comparisons than this binary makes; [`false_alarm`] fails when there are more.
pub(crate) const COMPARISONS: u64 = 4000;

static MADE: AtomicU64 = AtomicU64::new(0);

/// The false-alarm probability of one two-sided comparison (Bonferroni).
pub(crate) fn false_alarm() -> f64 {
    let made = MADE.fetch_add(1, Ordering::Relaxed);
    assert!(made < COMPARISONS, "raise COMPARISONS");
    FAMILY_WISE_FALSE_ALARM / COMPARISONS as f64
}

/// Texts by path.
#[derive(Default)]
pub(crate) struct Texts(HashMap<PathBuf, String>);

impl Texts {
    pub(crate) fn with(mut self, path: &str, text: impl Into<String>) -> Self {
        self.0.insert(path.into(), text.into());
        self
    }
}

impl Library for Texts {
    fn read(&self, path: &Path) -> Result<String, String> {
        self.0.get(path).cloned().ok_or("no such text".to_owned())
    }
}

/// Files of the repository.
pub(crate) struct Files;

impl Library for Files {
    fn read(&self, path: &Path) -> Result<String, String> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        std::fs::read_to_string(root.join(path)).map_err(|e| e.to_string())
    }
}

pub(crate) fn scenario(text: &str) -> Loaded {
    scenario_with(text, &[])
}

pub(crate) fn scenario_with(text: &str, set: &[&str]) -> Loaded {
    let library = Texts::default().with("test.toml", text);
    loaded(&library, "test.toml", set)
}

/// A bundled scenario.
pub(crate) fn bundled(name: &str, set: &[&str]) -> Loaded {
    loaded(&Files, &format!("scenarios/{name}.toml"), set)
}

fn loaded(library: &dyn Library, path: &str, set: &[&str]) -> Loaded {
    let set: Vec<String> = set.iter().map(|s| (*s).to_owned()).collect();
    load(library, Path::new(path), &set)
        .unwrap_or_else(|refused| panic!("{path} {set:?}: {:#?}", refused.diagnostics))
}

pub(crate) fn run(loaded: &Loaded) -> Results {
    simulate(&loaded.model, Some(1), &mut Nobody).expect("the run succeeds")
}

/// The mean over replications of a metric of which every key is given.
pub(crate) fn mean(results: &Results, metric: &str, desk: &str, class: &str) -> f64 {
    let found = results.find(metric, "", desk, class);
    let found = found.unwrap_or_else(|| panic!("no {metric} at `{desk}` of `{class}`"));
    found.summary.map_or(f64::NAN, |s| s.mean)
}

pub(crate) fn normal_quantile(p: f64) -> f64 {
    Normal::new(0.0, 1.0).expect("parameters").inverse_cdf(p)
}

pub(crate) fn chi_square_quantile(freedom: f64, p: f64) -> f64 {
    ChiSquared::new(freedom).expect("freedom").inverse_cdf(p)
}

/// The verdict on one comparison: `Err` says why it is rejected.
pub(crate) type Verdict = Result<(), String>;

/// A sample mean of `n` values against an expected value with standard deviation `sd`. `slack` is a bound on the difference
/// that rounding to whole items can make.
pub(crate) fn mean_in_band(
    what: &str,
    n: usize,
    sample: f64,
    expected: f64,
    sd: f64,
    slack: f64,
) -> Verdict {
    let z = -normal_quantile(false_alarm() / 2.0);
    let band = z * sd / (n as f64).sqrt() + slack + 1e-12 * expected.abs();
    if (sample - expected).abs() <= band {
        return Ok(());
    }
    Err(format!(
        "{what}: mean {sample} of n = {n}, expected {expected} ± {band} (z = {z:.2}, sd {sd})"
    ))
}

/// A sample standard deviation of `n` values against `sd`. With excess kurtosis κ the sample variance varies like a
/// χ² of (n − 1)/(1 + κ/2) degrees of freedom, which sets both ends.
pub(crate) fn sd_in_band(what: &str, n: usize, sample: f64, sd: f64, excess: f64) -> Verdict {
    let alpha = false_alarm();
    let freedom = (n as f64 - 1.0) / (1.0 + excess / 2.0);
    let ratio = (sample / sd) * (sample / sd);
    let low = chi_square_quantile(freedom, alpha / 2.0) / freedom;
    let high = chi_square_quantile(freedom, 1.0 - alpha / 2.0) / freedom;
    if (low..=high).contains(&ratio) {
        return Ok(());
    }
    Err(format!(
        "{what}: sd {sample} of n = {n}, expected {sd}; ratio of variances {ratio} outside {low}..{high} ({freedom} degrees of freedom)"
    ))
}

/// Moments of a sample.
#[derive(Debug, Clone, Copy)]
struct Moments {
    n: f64,
    mean: f64,
    variance: f64,
    /// Variance of the sample variance, from the fourth central moment.
    variance_of_variance: f64,
}

fn moments(sample: &[f64]) -> Moments {
    let n = sample.len() as f64;
    let mean = sample.iter().sum::<f64>() / n;
    let central = |k: i32| sample.iter().map(|x| (x - mean).powi(k)).sum::<f64>() / n;
    let variance = central(2);
    Moments {
        n,
        mean,
        variance,
        variance_of_variance: (central(4) - variance * variance) / n,
    }
}

/// Two samples of one distribution: equal means.
pub(crate) fn same_mean(what: &str, a: &[f64], b: &[f64]) -> Verdict {
    let (x, y) = (moments(a), moments(b));
    let error = (x.variance / x.n + y.variance / y.n).sqrt();
    compare(what, "means", x.mean, y.mean, error, a.len())
}

/// Two samples of one distribution: equal variances.
pub(crate) fn same_variance(what: &str, a: &[f64], b: &[f64]) -> Verdict {
    let (x, y) = (moments(a), moments(b));
    let error = (x.variance_of_variance + y.variance_of_variance).sqrt();
    compare(what, "variances", x.variance, y.variance, error, a.len())
}

fn compare(what: &str, of: &str, x: f64, y: f64, error: f64, n: usize) -> Verdict {
    let z = -normal_quantile(false_alarm() / 2.0);
    if (x - y).abs() <= z * error + 1e-9 * x.abs() {
        return Ok(());
    }
    Err(format!(
        "{what}: {of} {x} and {y} of n = {n} each differ by {:.2} standard errors of {error}, threshold {z:.2}",
        (x - y).abs() / error
    ))
}

/// Two samples of one distribution: χ² test of homogeneity over bins of about equal pooled counts.
pub(crate) fn same_distribution(what: &str, a: &[f64], b: &[f64]) -> Verdict {
    const BINS: usize = 16;
    let alpha = false_alarm();
    let mut pooled: Vec<f64> = a.iter().chain(b).copied().collect();
    pooled.sort_by(f64::total_cmp);
    let mut edges: Vec<f64> = (1..BINS).map(|i| pooled[i * pooled.len() / BINS]).collect();
    edges.dedup();
    let count = |sample: &[f64]| {
        let mut counts = vec![0.0; edges.len() + 1];
        for x in sample {
            counts[edges.partition_point(|e| e <= x)] += 1.0;
        }
        counts
    };
    let (x, y) = (count(a), count(b));
    let (n, m) = (a.len() as f64, b.len() as f64);
    let mut statistic = 0.0;
    let mut bins: f64 = 0.0;
    for (x, y) in x.iter().zip(&y).filter(|(x, y)| *x + *y > 0.0) {
        bins += 1.0;
        let difference = x * (m / n).sqrt() - y * (n / m).sqrt();
        statistic += difference * difference / (x + y);
    }
    if bins < 2.0 {
        return Ok(());
    }
    let threshold = chi_square_quantile(bins - 1.0, 1.0 - alpha);
    if statistic <= threshold {
        return Ok(());
    }
    Err(format!(
        "{what}: χ² = {statistic:.1} over {bins} bins of n = {n}, threshold {threshold:.1}\n  {x:?}\n  {y:?}"
    ))
}

/// Fails with every rejected comparison.
pub(crate) fn accept(verdicts: impl IntoIterator<Item = Verdict>) {
    let rejected: Vec<String> = verdicts.into_iter().filter_map(Verdict::err).collect();
    assert!(rejected.is_empty(), "{}", rejected.join("\n"));
}

/// Fails unless at least one comparison rejects the mutant.
pub(crate) fn reject(mutant: &str, verdicts: impl IntoIterator<Item = Verdict>) {
    let rejected = verdicts.into_iter().any(|v| v.is_err());
    assert!(rejected, "the mutant was not noticed: {mutant}");
}

/// |a/b − 1| at most `tolerance`.
pub(crate) fn close(what: &str, got: f64, wanted: f64, tolerance: f64) {
    let error = if wanted == 0.0 {
        got.abs()
    } else {
        (got / wanted - 1.0).abs()
    };
    assert!(
        error <= tolerance,
        "{what}: {got}, expected {wanted}, relative error {error:e} above {tolerance:e}"
    );
}

#[test]
fn chi_square_has_the_stated_power_and_size() {
    let a: Vec<f64> = (0..2000).map(|i| f64::from(i % 100)).collect();
    let shifted: Vec<f64> = a.iter().map(|x| x * 0.8).collect();
    accept([same_distribution("same", &a, &a)]);
    reject("scaled", [same_distribution("scaled", &a, &shifted)]);
}
