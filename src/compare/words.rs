//! Differences as people read them: signs, percentage points, what a run can show.

use super::headline::is_share;
use super::paired::{Paired, Shown};
use crate::language::Language;
use crate::results::metric::Metric;
use crate::say;

/// A sentence begins with a capital letter.
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// A mean of a metric: a share in per cent, else a number.
pub fn mean(metric: &Metric, value: f64, language: Language) -> String {
    if is_share(metric) {
        language.percent(value)
    } else {
        language.number(value)
    }
}

/// A mean in a sentence: a share that is hard to read as a percentage is a natural frequency.
pub fn said(metric: &Metric, value: f64, language: Language) -> String {
    if is_share(metric) {
        language.share(value)
    } else {
        language.amount(value)
    }
}

/// A difference with its sign and its unit apart: `+1,230`, `−0.4`; of a share, percentage points.
fn apart(metric: &Metric, value: f64, language: Language) -> (String, String) {
    if is_share(metric) {
        let points = format!(" {}", say!(language, "compare-points"));
        return (signed(100.0 * value, language), points);
    }
    large(signed(value, language), language)
}

/// A number and its word for a large scale.
fn large(text: String, language: Language) -> (String, String) {
    let words = language.numerals();
    for word in [&words.million, &words.billion, &words.trillion] {
        let unit = format!(" {word}");
        if let Some(number) = text.strip_suffix(&unit) {
            return (number.to_owned(), unit);
        }
    }
    (text, String::new())
}

fn signed(value: f64, language: Language) -> String {
    let text = language.number(value.abs());
    if value > 0.0 {
        format!("+{text}")
    } else if value < 0.0 {
        format!("−{text}")
    } else {
        text
    }
}

/// A relative change in per cent; one that is not quite −100 % does not read like it.
fn in_percent(share: f64, language: Language) -> (String, String) {
    let percent = " %".to_owned();
    let left = 100.0 * (1.0 + share);
    if (1e-12..0.05).contains(&left) {
        let digits = -libm::floor(libm::log10(left)) as usize;
        let text = format!("−{:.digits$}", 100.0 - left);
        return (text.replace('.', &language.numerals().decimal), percent);
    }
    (signed(100.0 * share, language), percent)
}

/// A mean with its interval, a unit named once; the mean alone where both ends read the same.
fn with_interval(
    mean: (String, String),
    ends: Option<[(String, String); 2]>,
    language: Language,
) -> String {
    let [low, high] = match ends {
        Some([low, high]) if low != high => [low, high],
        _ => return mean.0 + &mean.1,
    };
    let (mean, low, high, unit) = if low.1 == mean.1 && high.1 == mean.1 {
        (mean.0, low.0, high.0, mean.1)
    } else {
        let [mean, low, high] = [mean, low, high].map(|(n, unit)| n + &unit);
        (mean, low, high, String::new())
    };
    say!(
        language,
        "compare-interval",
        mean = mean,
        low = low,
        high = high
    ) + &unit
}

/// A mean difference with its interval: `+1,230 (+1,100 to +1,360)`, `+3.2 (+3 to +3.4) points`.
pub fn difference(metric: &Metric, paired: &Paired, language: Language) -> String {
    let ends = paired.interval.map(|i| [i.low, i.high]);
    let ends = ends.map(|ends| ends.map(|end| apart(metric, end, language)));
    with_interval(apart(metric, paired.difference, language), ends, language)
}

/// A ratio of means minus one, with its interval: `+8.3 (+7.1 to +9.5) %`; a dash where it is undefined.
pub fn relative(paired: &Paired, language: Language) -> String {
    let written = |share| in_percent(share, language);
    paired.relative.map_or("–".into(), |r| {
        with_interval(
            written(r.value),
            Some([r.low, r.high].map(written)),
            language,
        )
    })
}

/// A ratio of means from which on a change is said as a factor.
const FACTOR: f64 = 10.0;

/// A ratio of means below which a change is said as a factor: more than 99.9 % less.
const SMALL: f64 = 1e-3;

/// A relative change in a sentence: `+8.3 (+7.1 to +9.5) %`, and a factor where a percentage would have more digits than
/// can be read: `lower by a factor of 12 million (11.4 to 12.6 million)`.
pub fn change(paired: &Paired, language: Language) -> Option<String> {
    let change = paired.relative?;
    let [ratio, low, high] = [change.value, change.low, change.high].map(|x| 1.0 + x);
    let written = |factor: f64| large(language.number(factor), language);
    if ratio >= FACTOR {
        let ends = Some([low, high].map(written));
        let factor = with_interval(written(ratio), ends, language);
        return Some(say!(language, "compare-higher", factor = factor));
    }
    if ratio > 0.0 && ratio < SMALL {
        let inverse = |x: f64| written(1.0 / x.max(0.0));
        let ends = Some([high, low].map(inverse));
        let factor = with_interval(inverse(ratio), ends, language);
        return Some(say!(language, "compare-lower", factor = factor));
    }
    Some(relative(paired, language))
}

/// Where 90 % of the differences lie.
pub fn spread(metric: &Metric, paired: &Paired, language: Language) -> String {
    let [low, high] = [paired.p05, paired.p95].map(|end| apart(metric, end, language));
    if low == high {
        return low.0 + &low.1;
    }
    let first = if low.1 == high.1 {
        low.0
    } else {
        low.0 + &low.1
    };
    let last = high.0 + &high.1;
    say!(language, "compare-range", low = first, high = last)
}

/// What cannot be said, and how many replications would say it; nothing where a difference is shown.
pub fn reserve(paired: &Paired, base: &str, language: Language) -> Option<String> {
    match paired.shown {
        Shown::Identical => Some(say!(language, "compare-no-difference-identical")),
        Shown::Unknown => Some(say!(language, "compare-unknown-error")),
        Shown::Higher | Shown::Lower => None,
        Shown::NoDifference => Some(not_shown(paired, base, language)),
    }
}

fn not_shown(paired: &Paired, base: &str, language: Language) -> String {
    let observed = paired.needed_for_observed.map(|n| {
        let needed = language.number(n);
        say!(language, "compare-needed-observed", needed = needed)
    });
    let one_percent = paired.needed_for_one_percent.map(|n| {
        let needed = language.number(n);
        say!(
            language,
            "compare-needed-percent",
            needed = needed,
            base = base
        )
    });
    let needed: Vec<String> = observed.into_iter().chain(one_percent).collect();
    if needed.is_empty() {
        return say!(language, "compare-no-difference");
    }
    say!(
        language,
        "compare-no-difference-needed",
        needed = needed.join(", ")
    )
}

/// How many replications were left out; nothing where all count.
pub fn dropped(paired: &Paired, language: Language) -> Option<String> {
    (paired.dropped > 0).then(|| {
        say!(
            language,
            "compare-dropped",
            n = language.replications(paired.n as u64),
            dropped = language.number(paired.dropped as f64)
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::results::metric::{DETECTED_SHARE, FLAGS};

    const ENGLISH: fn() -> Language = Language::default;

    fn paired(base: &[f64], other: &[f64]) -> Paired {
        Paired::of(
            base,
            other,
            crate::stats::summary::Clusters::Independent,
            0.95,
        )
        .expect("pairs")
    }

    #[test]
    fn differences_carry_sign_unit_and_interval() {
        let p = paired(&[1000.0, 1100.0, 1050.0], &[1200.0, 1310.0, 1255.0]);
        assert_eq!(difference(&FLAGS, &p, ENGLISH()), "+205 (+193 to +217)");
        assert_eq!(relative(&p, ENGLISH()), "+19.5 (+18.5 to +20.8) %");
        assert_eq!(spread(&FLAGS, &p, ENGLISH()), "+200 to +210");
        let p = paired(&[0.5, 0.6, 0.7], &[0.45, 0.56, 0.64]);
        assert_eq!(
            difference(&DETECTED_SHARE, &p, ENGLISH()),
            "−5 (−7.48 to −2.52) points"
        );
        let p = paired(&[3e8, 4e8], &[8e8, 9e8]);
        assert_eq!(difference(&FLAGS, &p, ENGLISH()), "+500 million");
        assert_eq!(
            relative(&p, ENGLISH()),
            "–",
            "two numbers far apart: the base may be 0"
        );
        let p = paired(&[1e8, 1.01e8, 0.99e8], &[5.0, 6.0, 4.0]);
        assert_eq!(
            relative(&p, ENGLISH()),
            "−99.999995 (−99.999997 to −99.999993) %"
        );
    }

    #[test]
    fn great_changes_are_factors_in_sentences() {
        let p = paired(&[10.0, 12.0, 11.0], &[2000.0, 2410.0, 2190.0]);
        let text = change(&p, ENGLISH()).expect("a change");
        assert_eq!(text, "higher by a factor of 200 (197 to 202)");
        let p = paired(&[1000.0, 1100.0, 1050.0], &[1200.0, 1310.0, 1255.0]);
        assert_eq!(change(&p, ENGLISH()), Some(relative(&p, ENGLISH())));
    }

    #[test]
    fn dutch_has_its_own_numerals() {
        let dutch = Language::find("nl").expect("Dutch is there");
        let p = paired(&[0.5, 0.6, 0.7], &[0.45, 0.56, 0.64]);
        let text = difference(&DETECTED_SHARE, &p, dutch);
        assert_eq!(text, "−5 (−7,48 tot −2,52) procentpunt");
        let p = paired(&[1e8, 1.01e8, 0.99e8], &[5.0, 6.0, 4.0]);
        let text = relative(&p, dutch);
        assert_eq!(text, "−99,999995 (−99,999997 tot −99,999993) %");
        let text = change(&p, dutch).expect("a change");
        assert_eq!(text, "een factor 20 (13,8 tot 38,2) miljoen lager");
    }

    #[test]
    fn what_cannot_be_shown_is_said() {
        let p = paired(&[10.0, 12.0, 11.0, 9.0], &[10.1, 11.8, 11.3, 8.9]);
        let text = reserve(&p, "A", ENGLISH()).expect("not shown");
        assert_eq!(
            text,
            "no difference that this run can show; replications needed: 620 for one of the size observed, 37 for one of 1 % of A"
        );
        assert_eq!(
            reserve(&paired(&[1.0, 2.0], &[1.0, 2.0]), "A", ENGLISH()).as_deref(),
            Some("no difference: identical in every replication")
        );
        assert_eq!(
            reserve(&paired(&[1.0, 2.0], &[2.0, 3.0]), "A", ENGLISH()),
            None
        );
        let nan = paired(&[1.0, f64::NAN, 3.0], &[1.0, 2.0, 4.0]);
        assert!(
            dropped(&nan, ENGLISH())
                .expect("one")
                .contains("1 left out")
        );
    }
}
