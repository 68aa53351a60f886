//! Numbers of answers, as people read them.

use super::answer::{Answer, Influence, Measure};
use crate::language::Language;
use crate::say;

/// The range of an input with its unit, or its words; of shares in per cent, which compare at a glance.
pub(super) fn range(input: &Influence, language: Language) -> String {
    if !input.words.is_empty() {
        return input.words.join("; ");
    }
    let [low, high] = if input.unit == "share" {
        [input.from, input.to].map(|end| language.percent(end))
    } else {
        [
            language.number(input.from),
            language.quantity(input.to, &input.unit),
        ]
    };
    say!(language, "sensitivity-range", low = low, high = high)
}

/// A share with its interval: `71 % (66 to 76)`.
pub(super) fn share(measure: &Measure, language: Language) -> String {
    match (measure.low, measure.high) {
        (Some(low), Some(high)) => say!(
            language,
            "sensitivity-interval",
            value = percent(measure.value),
            low = hundredths(low),
            high = hundredths(high)
        ),
        _ => percent(measure.value),
    }
}

pub(super) fn percent(share: f64) -> String {
    format!("{} %", hundredths(share))
}

/// A share in a sentence; one below half a hundredth is not nothing.
pub(super) fn said(share: f64, language: Language) -> String {
    if share > 0.0 && hundredths(share) == "0" {
        return say!(language, "less-than", number = percent(0.01));
    }
    percent(share)
}

/// Whole hundredths; estimates below nought are none.
pub(super) fn hundredths(share: f64) -> String {
    let rounded = libm::round(100.0 * share.max(0.0));
    format!("{:.0}", rounded.abs())
}

pub(super) fn value(answer: &Answer, x: f64, language: Language) -> String {
    language.quantity(x, &answer.unit)
}

/// The value of an input at the low end of its range (`end` 0) or at the high one (1).
pub(super) fn end(input: &Influence, end: usize, language: Language) -> String {
    match input.words.get(end) {
        Some(word) => word.clone(),
        None => language.quantity([input.from, input.to][end], &input.unit),
    }
}
