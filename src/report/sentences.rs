//! Sentences of headlines, in natural frequencies, with intervals.

use crate::chart::{Chart, VesselPair, VesselSetting};
use crate::language::Language;
use crate::results::Results;
use crate::results::metric::*;
use crate::say;
use crate::stats::summary::Summary;

/// A risk from which on it is said in per cent.
const COMMON: f64 = 0.2;

/// The base of natural frequencies: small enough to imagine, and large enough that what is rare is one of them.
pub(super) fn base(share: f64) -> f64 {
    let rare = share.min(1.0 - share);
    if rare <= 0.0 {
        return 1_000.0;
    }
    [100.0, 1_000.0, 10_000.0, 1e6, 1e9]
        .into_iter()
        .find(|base| rare * base >= 1.0)
        .unwrap_or(1e12)
}

/// The base in words: `10,000`, `1 billion`.
fn whole(base: f64, language: Language) -> String {
    if base > 1e6 {
        language.number(base)
    } else {
        language.thousands(base)
    }
}

/// `4,210 (90 %: 3,900 to 5,000)`.
pub(super) fn with_interval(summary: &Summary, factor: f64, language: Language) -> String {
    written(summary, |x| language.amount(x * factor), language)
}

/// Median and interval of a number that is written by `number`.
pub(super) fn written(
    summary: &Summary,
    number: impl Fn(f64) -> String,
    language: Language,
) -> String {
    between(
        [summary.p50, summary.p05, summary.p95].map(number),
        language,
    )
}

/// Median and interval; the median alone where the ends read the same.
fn between([median, low, high]: [String; 3], language: Language) -> String {
    if low == high {
        return median;
    }
    say!(
        language,
        "report-interval",
        median = median,
        low = low,
        high = high
    )
}

pub(super) fn precision_sentence(s: &Summary, language: Language) -> String {
    let of = base(1.0 - s.p50);
    let wrong = |share: f64| language.part(1.0 - share, of);
    say!(
        language,
        "report-precision",
        of = whole(of, language),
        wrong = between([s.p50, s.p95, s.p05].map(wrong), language)
    )
}

pub(super) fn material_sentence(
    title: &str,
    detected: &Summary,
    pair: Option<&VesselPair>,
    language: Language,
) -> String {
    let of = base(detected.p50);
    let mut text = say!(
        language,
        "report-found",
        class = title,
        of = whole(of, language),
        flagged = with_interval(detected, of, language),
        missed = missed(detected.p50, of, language)
    );
    for sentence in pair.into_iter().flat_map(|p| coupling(p, of, language)) {
        text.push(' ');
        text.push_str(&sentence);
    }
    text
}

/// What is left of `of` when a share of it is found. Four digits cannot hold the rest of a share this small: both
/// numbers together would not be the whole.
fn missed(found: f64, of: f64, language: Language) -> String {
    if found > 0.0 && found < 1e-4 {
        return say!(language, "nearly-all");
    }
    language.part(1.0 - found, of)
}

pub(super) fn end_of_chain(found: &Summary, of: f64, language: Language) -> String {
    let found = with_interval(found, of, language);
    say!(
        language,
        "report-found-end",
        of = whole(of, language),
        found = found
    )
}

/// The chart of both vessels of a class.
pub(super) fn vessels<'a>(charts: &'a [Chart], class: &str) -> Option<&'a VesselPair> {
    charts.iter().find_map(|chart| match chart {
        Chart::Vessels(vessels) => vessels.classes.iter().find(|pair| pair.class == class),
        _ => None,
    })
}

/// What a stricter and a looser margin would flag; nothing where the margin moves no threshold, or nothing that is found.
fn coupling(pair: &VesselPair, of: f64, language: Language) -> Vec<String> {
    let Some(ordered) = pair.settings.iter().find(|s| s.as_ordered) else {
        return Vec::new();
    };
    let written = |share: f64| language.number(share * of);
    let moves = |s: &&VesselSetting| {
        s.false_flags_per_day != ordered.false_flags_per_day
            && written(s.detected) != written(ordered.detected)
    };
    let others = pair.settings.iter().filter(|s| !s.as_ordered).filter(moves);
    others
        .map(|s| {
            let shares = [s.detected, s.detected_low, s.detected_high];
            let flagged = between(shares.map(|share| language.amount(share * of)), language);
            if s.margin < ordered.margin {
                say!(language, "report-stricter", flagged = flagged)
            } else {
                say!(language, "report-looser", flagged = flagged)
            }
        })
        .collect()
}

/// A risk: one in so many where it is small, else in per cent.
fn risk_sentence(risk: f64, language: Language) -> String {
    let share = if risk < COMMON {
        say!(language, "one-in", many = language.number(1.0 / risk))
    } else {
        language.share(risk)
    };
    say!(language, "report-risk", share = share)
}

pub(super) fn accounts_sentence(s: &Summary, results: &Results, language: Language) -> String {
    let mut text = say!(
        language,
        "report-accounts",
        accounts = with_interval(s, 1.0, language)
    );
    let risk = results.overall(&RISK).filter(|risk| risk.p50 > 0.0);
    if let Some(risk) = risk {
        text.push(' ');
        text.push_str(&risk_sentence(risk.p50, language));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_found_and_what_is_missed_add_up_to_the_whole() {
        // 50.8 of a million: 999,949 are missed, which four digits would make 999,900.
        let english = Language::default();
        assert_eq!(missed(50.8e-6, 1e6, english), "nearly all");
        assert_eq!(missed(0.0, 1e3, english), "1,000");
        assert_eq!(missed(5e-4, 1e4, english), "9,995");
        assert_eq!(missed(0.498, 100.0, english), "50.2");
    }
}
