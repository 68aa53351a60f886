//! When a run is precise enough.

use super::Key;
use crate::model::precision::{HalfWidth, Of, Stop};
use crate::special::normal;
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

/// The half width of the confidence interval that a rule is about: normal quantile times Monte Carlo standard error.
pub fn half_width(stop: &Stop, summary: &Summary) -> f64 {
    let z = normal::quantile(0.5 + stop.confidence / 2.0);
    z * match stop.of {
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
pub fn is_met(stop: &Stop, summary: Option<&Summary>) -> bool {
    let Some(summary) = summary else {
        return false;
    };
    let wanted = match stop.half_width {
        HalfWidth::Absolute(width) => width,
        HalfWidth::Relative(share) => share * value(stop, summary).abs(),
    };
    half_width(stop, summary) <= wanted
}
