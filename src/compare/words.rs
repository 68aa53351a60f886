//! Differences as people read them: signs, percentage points, what a run can show.

use super::headline::is_share;
use super::paired::{Paired, Shown};
use crate::results::metric::Metric;
use crate::text::{number, percent};

/// A mean of a metric: a share in per cent, else a number.
pub fn mean(metric: &Metric, value: f64) -> String {
    if is_share(metric) {
        percent(value)
    } else {
        number(value)
    }
}

/// A difference with its sign and its unit apart: `+1,230`, `−0.4`; of a share, percentage points.
fn apart(metric: &Metric, value: f64) -> (String, &'static str) {
    if is_share(metric) {
        return (signed(100.0 * value), " points");
    }
    let text = signed(value);
    for unit in [" million", " billion", " trillion"] {
        if let Some(number) = text.strip_suffix(unit) {
            return (number.to_owned(), unit);
        }
    }
    (text, "")
}

fn signed(value: f64) -> String {
    let text = number(value.abs());
    if value > 0.0 {
        format!("+{text}")
    } else if value < 0.0 {
        format!("−{text}")
    } else {
        text
    }
}

/// A relative change in per cent; one that is not quite −100 % does not read like it.
fn in_percent(share: f64) -> (String, &'static str) {
    let left = 100.0 * (1.0 + share);
    if (1e-12..0.05).contains(&left) {
        let digits = -libm::floor(libm::log10(left)) as usize;
        return (format!("−{:.digits$}", 100.0 - left), " %");
    }
    (signed(100.0 * share), " %")
}

/// A mean with its interval, a unit named once; the mean alone where both ends read the same.
fn with_interval(mean: (String, &str), ends: Option<[(String, &str); 2]>) -> String {
    match ends {
        Some([low, high]) if low != high => {
            if low.1 == mean.1 && high.1 == mean.1 {
                format!("{} ({} to {}){}", mean.0, low.0, high.0, mean.1)
            } else {
                let [mean, low, high] = [mean, low, high].map(|(n, unit)| n + unit);
                format!("{mean} ({low} to {high})")
            }
        }
        _ => mean.0 + mean.1,
    }
}

/// A mean difference with its interval: `+1,230 (+1,100 to +1,360)`, `+3.2 (+3 to +3.4) points`.
pub fn difference(metric: &Metric, paired: &Paired) -> String {
    let ends = paired.interval.map(|i| [i.low, i.high]);
    let ends = ends.map(|ends| ends.map(|end| apart(metric, end)));
    with_interval(apart(metric, paired.difference), ends)
}

/// A ratio of means minus one, with its interval: `+8.3 (+7.1 to +9.5) %`; a dash where it is undefined.
pub fn relative(paired: &Paired) -> String {
    paired.relative.map_or("–".into(), |r| {
        with_interval(in_percent(r.value), Some([r.low, r.high].map(in_percent)))
    })
}

/// Where 90 % of the differences lie.
pub fn spread(metric: &Metric, paired: &Paired) -> String {
    let (low, high) = (apart(metric, paired.p05), apart(metric, paired.p95));
    if low == high {
        low.0 + low.1
    } else if low.1 == high.1 {
        format!("{} to {}{}", low.0, high.0, high.1)
    } else {
        format!("{}{} to {}{}", low.0, low.1, high.0, high.1)
    }
}

/// What cannot be said, and how many replications would say it; nothing where a difference is shown.
pub fn reserve(paired: &Paired, base: &str) -> Option<String> {
    match paired.shown {
        Shown::Identical => Some("no difference: identical in every replication".into()),
        Shown::Unknown => Some("one replication says nothing about the error".into()),
        Shown::Higher | Shown::Lower => None,
        Shown::NoDifference => {
            let needed = [
                (
                    paired.needed_for_observed,
                    "one of the size observed".to_owned(),
                ),
                (
                    paired.needed_for_one_percent,
                    format!("one of 1 % of {base}"),
                ),
            ];
            let needed: Vec<String> = needed
                .into_iter()
                .filter_map(|(n, what)| Some(format!("{} for {what}", number(n?))))
                .collect();
            let needed = if needed.is_empty() {
                String::new()
            } else {
                format!("; replications needed: {}", needed.join(", "))
            };
            Some(format!("no difference that this run can show{needed}"))
        }
    }
}

/// How many replications were left out; nothing where all count.
pub fn dropped(paired: &Paired) -> Option<String> {
    (paired.dropped > 0).then(|| {
        format!(
            "over {} replications; {} left out, where it is undefined in one of both",
            number(paired.n as f64),
            number(paired.dropped as f64)
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::results::metric::{DETECTED_SHARE, FLAGS};

    fn paired(base: &[f64], other: &[f64]) -> Paired {
        Paired::of(base, other, 0.95).expect("pairs")
    }

    #[test]
    fn differences_carry_sign_unit_and_interval() {
        let p = paired(&[1000.0, 1100.0, 1050.0], &[1200.0, 1310.0, 1255.0]);
        assert_eq!(difference(&FLAGS, &p), "+205 (+193 to +217)");
        assert_eq!(relative(&p), "+19.5 (+18.5 to +20.8) %");
        assert_eq!(spread(&FLAGS, &p), "+200 to +210");
        let p = paired(&[0.5, 0.6, 0.7], &[0.45, 0.56, 0.64]);
        assert_eq!(
            difference(&DETECTED_SHARE, &p),
            "−5 (−7.48 to −2.52) points"
        );
        let p = paired(&[3e8, 4e8], &[8e8, 9e8]);
        assert_eq!(difference(&FLAGS, &p), "+500 million");
        assert_eq!(
            relative(&p),
            "–",
            "two numbers far apart: the base may be 0"
        );
        let p = paired(&[1e8, 1.01e8, 0.99e8], &[5.0, 6.0, 4.0]);
        assert_eq!(relative(&p), "−99.999995 (−99.999997 to −99.999993) %");
    }

    #[test]
    fn what_cannot_be_shown_is_said() {
        let p = paired(&[10.0, 12.0, 11.0, 9.0], &[10.1, 11.8, 11.3, 8.9]);
        let text = reserve(&p, "A").expect("not shown");
        assert_eq!(
            text,
            "no difference that this run can show; replications needed: 620 for one of the size observed, 37 for one of 1 % of A"
        );
        assert_eq!(
            reserve(&paired(&[1.0, 2.0], &[1.0, 2.0]), "A").as_deref(),
            Some("no difference: identical in every replication")
        );
        assert_eq!(reserve(&paired(&[1.0, 2.0], &[2.0, 3.0]), "A"), None);
        let nan = paired(&[1.0, f64::NAN, 3.0], &[1.0, 2.0, 4.0]);
        assert!(dropped(&nan).expect("one").contains("1 left out"));
    }
}
