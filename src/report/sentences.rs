//! Sentences of headlines, in natural frequencies, with intervals.

use crate::chart::{Chart, VesselPair, VesselSetting};
use crate::language::Language;
use crate::results::Results;
use crate::results::metric::*;
use crate::say;
use crate::stats::summary::Summary;

/// A risk from which on it is said in per cent.
const COMMON: f64 = 0.1;

/// A count from which on four digits are not all of it.
const FOUR_DIGITS: f64 = 9_999.5;

/// A share below which all the rest is nearly all.
const HARDLY_ANY: f64 = 1e-4;

/// The base of natural frequencies: small enough to imagine, and large enough that whole numbers have two digits.
pub(super) fn base(share: f64) -> f64 {
    let rare = share.min(1.0 - share);
    if rare <= 0.0 {
        return 1_000.0;
    }
    [100.0, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11]
        .into_iter()
        .find(|base| rare * base >= 10.0)
        .unwrap_or(1e12)
}

/// A part of so many whole things, to the last of them: `0`, `fewer than 1`, `24`, `99,967`, `1.2 million`.
fn whole(count: f64, language: Language) -> String {
    if count > 0.0 && count < 1.0 {
        return say!(language, "report-fewer-than-one");
    }
    if count < 1e6 {
        language.thousands(count)
    } else {
        language.number(count)
    }
}

/// So many whole things, with at most four digits: `fewer than 1`, `44`, `137,000`.
fn rounded(count: f64, language: Language) -> String {
    if count < FOUR_DIGITS {
        whole(count, language)
    } else {
        language.number(count)
    }
}

/// `4,210 (90 %: 3,900 to 5,000)`.
pub(super) fn with_interval(summary: &Summary, language: Language) -> String {
    written(summary, |x| language.amount(x), language)
}

/// So many whole things: `44 (90 %: 12 to 160)`.
pub(super) fn counted(summary: &Summary, language: Language) -> String {
    written(summary, |x| rounded(x, language), language)
}

/// Shares of `of` whole things: `24 (90 %: 15 to 40)`.
fn parts(summary: &Summary, of: f64, language: Language) -> String {
    written(summary, |x| whole(x * of, language), language)
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
    let wrong = |share: f64| part(1.0 - share, of, language);
    say!(
        language,
        "report-precision",
        of = whole(of, language),
        wrong = between([s.p50, s.p95, s.p05].map(wrong), language)
    )
}

/// A share of `of` things, which reads like all of them only where it is.
fn part(share: f64, of: f64, language: Language) -> String {
    let text = whole(share * of, language);
    if share < 1.0 && text == whole(of, language) {
        return say!(language, "nearly-all");
    }
    text
}

pub(super) fn material_sentence(
    title: &str,
    detected: &Summary,
    pair: Option<&VesselPair>,
    language: Language,
) -> String {
    let of = base(detected.p50);
    let (flagged, missed) = (
        parts(detected, of, language),
        missed(detected.p50, of, language),
    );
    let all = whole(of, language);
    let mut text = if flagged == whole(detected.p50 * of, language) {
        say!(
            language,
            "report-found-exactly",
            class = title,
            of = all,
            flagged = flagged,
            missed = missed
        )
    } else {
        say!(
            language,
            "report-found",
            class = title,
            of = all,
            flagged = flagged,
            missed = missed
        )
    };
    for sentence in pair
        .into_iter()
        .flat_map(|p| coupling(p, detected, language))
    {
        text.push(' ');
        text.push_str(&sentence);
    }
    text
}

/// What is left of `of` when a share of it is found, so that both whole numbers together are the whole.
fn missed(found: f64, of: f64, language: Language) -> String {
    if found > 0.0 && found < HARDLY_ANY {
        return say!(language, "nearly-all");
    }
    whole(of - libm::round(found * of), language)
}

/// What of a class reaches the end of the chain, and what is dismissed on the way as a copy; where items are counted and
/// not judged, what is passed on.
pub(super) fn end_of_chain(
    found: &Summary,
    copies: Option<&Summary>,
    of: f64,
    is_judged: bool,
    language: Language,
) -> String {
    let (all, found) = out_of(found, of, language);
    let mut text = if is_judged {
        say!(language, "report-found-end", of = all, found = found)
    } else {
        say!(language, "report-counted-end", of = all, found = found)
    };
    if let Some(copies) = copies.filter(|copies| copies.p95 > 0.0) {
        let (all, copies) = out_of(copies, of, language);
        let copies = say!(language, "report-found-copies", of = all, copies = copies);
        text = format!("{text} {copies}");
    }
    text
}

/// A share of so many things, of more where that is too few for whole numbers: how many, and the share of them.
fn out_of(share: &Summary, of: f64, language: Language) -> (String, String) {
    let of = if share.p50 > 0.0 && share.p50 * of < 10.0 {
        base(share.p50)
    } else {
        of
    };
    (whole(of, language), parts(share, of, language))
}

/// The chart of both vessels of a class.
pub(super) fn vessels<'a>(charts: &'a [Chart], class: &str) -> Option<&'a VesselPair> {
    charts.iter().find_map(|chart| match chart {
        Chart::Vessels(vessels) => vessels.classes.iter().find(|pair| pair.class == class),
        _ => None,
    })
}

/// What a stricter and a looser margin would flag; nothing where the margin moves no threshold, or nothing that is found.
fn coupling(pair: &VesselPair, detected: &Summary, language: Language) -> Vec<String> {
    let Some(ordered) = pair.settings.iter().find(|s| s.as_ordered) else {
        return Vec::new();
    };
    let of = base(detected.p50);
    let said = |share: f64| whole(share * of, language);
    let moves = |s: &&VesselSetting| {
        s.false_flags_per_day != ordered.false_flags_per_day
            && said(s.detected) != said(ordered.detected)
    };
    let others = pair.settings.iter().filter(|s| !s.as_ordered).filter(moves);
    others
        .map(|s| {
            let flagged = if detected.n > 1 {
                between(
                    [s.detected, s.detected_low, s.detected_high].map(said),
                    language,
                )
            } else {
                said(s.detected)
            };
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
    if risk < COMMON {
        let many = rounded(1.0 / risk, language);
        return say!(language, "report-risk-one-in", many = many);
    }
    say!(language, "report-risk", share = language.share(risk))
}

pub(super) fn accounts_sentence(s: &Summary, results: &Results, language: Language) -> String {
    let mut text = say!(language, "report-accounts", accounts = counted(s, language));
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

    const ENGLISH: fn() -> Language = Language::default;

    #[test]
    fn what_is_found_and_what_is_missed_add_up_to_the_whole() {
        assert_eq!(missed(50.8e-6, 1e6, ENGLISH()), "nearly all");
        assert_eq!(missed(0.0, 1e3, ENGLISH()), "1,000");
        assert_eq!(missed(5e-4, 1e5, ENGLISH()), "99,950");
        assert_eq!(missed(0.498, 100.0, ENGLISH()), "50");
    }

    #[test]
    fn natural_frequencies_are_whole_numbers() {
        for (share, of, said) in [
            (0.241, 100.0, "24"),
            (0.0204, 1e3, "20"),
            (2.81e-6, 1e7, "28"),
            (0.999_7, 1e5, "99,970"),
            (0.0, 1e3, "0"),
            (1.0, 1e3, "1,000"),
        ] {
            assert_eq!(base(share), of, "{share}");
            assert_eq!(whole(share * of, ENGLISH()), said, "{share}");
        }
        assert_eq!(whole(0.3, ENGLISH()), "fewer than 1");
        assert_eq!(rounded(43.5, ENGLISH()), "44");
        assert_eq!(rounded(137_046.0, ENGLISH()), "137,000");
        assert_eq!(
            risk_sentence(1.0 / 20.2, ENGLISH()),
            "That is 1 in 20 accounts scanned."
        );
        assert!(risk_sentence(0.18, ENGLISH()).contains("18 %"));
    }
}
