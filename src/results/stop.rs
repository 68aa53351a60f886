//! When a run is precise enough.

use super::Key;
use crate::model::precision::{HalfWidth, Of, Stop};
use crate::special::student;
use crate::stats::summary::Summary;

/// Why a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// All replications were run.
    Complete,
    /// The number was precise enough.
    Precise,
    /// The observer did not want to wait any longer: how many replications were run depends on the machine.
    Time,
}

/// Whether a rule is about this key.
pub(super) fn is_about(stop: &Stop, key: &Key) -> bool {
    stop.metric == key.metric.name
        && stop.service == key.service
        && stop.desk == key.desk
        && stop.class == key.class
}

/// The half width of the confidence interval that a rule is about: quantile of Student's t times Monte Carlo standard error,
/// with one degree of freedom less than there are independent groups of replications. Infinite with one group.
pub fn half_width(stop: &Stop, summary: &Summary, groups: u64) -> f64 {
    if groups < 2 {
        return f64::INFINITY;
    }
    let t = student::two_sided((groups - 1) as f64, stop.confidence);
    t * match stop.of {
        Of::Mean => summary.mcse,
        Of::P05 => summary.p05_mcse,
        Of::Median => summary.p50_mcse,
        Of::P95 => summary.p95_mcse,
    }
}

/// The number that a rule is about.
pub fn value(stop: &Stop, summary: &Summary) -> f64 {
    match stop.of {
        Of::Mean => summary.mean,
        Of::P05 => summary.p05,
        Of::Median => summary.p50,
        Of::P95 => summary.p95,
    }
}

/// Whether the number is precise enough; never while the metric is undefined.
pub fn is_met(stop: &Stop, summary: Option<&Summary>, groups: u64) -> bool {
    let Some(summary) = summary else {
        return false;
    };
    let wanted = match stop.half_width {
        HalfWidth::Absolute(width) => width,
        HalfWidth::Relative(share) => share * value(stop, summary).abs(),
    };
    half_width(stop, summary, groups) <= wanted
}
