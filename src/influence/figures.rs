//! Numbers of answers, as people read them.

use super::answer::{Answer, Influence, Measure};
use crate::text::number;

/// The range of an input with its unit.
pub fn range(input: &Influence) -> String {
    let (from, to) = (input.from, input.to);
    match input.unit.as_str() {
        "share" => format!(
            "{} to {}",
            crate::text::percent(from),
            crate::text::percent(to)
        ),
        unit => format!("{} to {}", number(from), quantity(to, unit)),
    }
}

/// A share with its interval: `71 % (66 to 76)`.
pub(super) fn share(measure: &Measure) -> String {
    match (measure.low, measure.high) {
        (Some(low), Some(high)) => {
            format!(
                "{} ({} to {})",
                percent(measure.value),
                hundredths(low),
                hundredths(high)
            )
        }
        _ => percent(measure.value),
    }
}

pub(super) fn percent(share: f64) -> String {
    format!("{} %", hundredths(share))
}

/// Whole hundredths; estimates below nought are none.
pub(super) fn hundredths(share: f64) -> String {
    let rounded = libm::round(100.0 * share.max(0.0));
    format!("{:.0}", rounded.abs())
}

pub(super) fn value(answer: &Answer, x: f64) -> String {
    quantity(x, &answer.unit)
}

pub(super) fn quantity(x: f64, unit: &str) -> String {
    match unit {
        "share" => crate::text::percent(x),
        "" | "count" | "number" => number(x),
        "1/day" => format!("{} a day", number(x)),
        unit => format!("{} {unit}", number(x)),
    }
}
