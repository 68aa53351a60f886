//! Differences as people read them: signs, percentage points, what a run can show.

use super::headline::is_share;
use super::paired::{Interval, Paired, Shown};
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

/// A difference with its sign: `+1,230`, `−0.4`; of a share, in percentage points and without their name.
fn bare(metric: &Metric, value: f64) -> String {
    if is_share(metric) {
        signed(100.0 * value, number)
    } else {
        signed(value, number)
    }
}

fn signed(value: f64, write: fn(f64) -> String) -> String {
    let text = write(value.abs());
    if value > 0.0 {
        format!("+{text}")
    } else if value < 0.0 {
        format!("−{text}")
    } else {
        text
    }
}

fn points(metric: &Metric) -> &'static str {
    if is_share(metric) { " points" } else { "" }
}

/// A mean difference with its interval: `+1,230 (+1,100 to +1,360)`, `+3.2 (+3 to +3.4) points`.
pub fn difference(metric: &Metric, paired: &Paired) -> String {
    let value = bare(metric, paired.difference);
    let interval = paired.interval.map(|Interval { low, high }| {
        format!(" ({} to {})", bare(metric, low), bare(metric, high))
    });
    format!("{value}{}{}", interval.unwrap_or_default(), points(metric))
}

/// A ratio of means minus one, with its interval: `+8.3 % (+7.1 to +9.5 %)`; a dash where it is undefined.
pub fn relative(paired: &Paired) -> String {
    let change = |share: f64| signed(100.0 * share, number);
    paired.relative.map_or("–".into(), |r| {
        format!(
            "{} % ({} to {} %)",
            change(r.value),
            change(r.low),
            change(r.high)
        )
    })
}

/// Where 90 % of the differences lie.
pub fn spread(metric: &Metric, paired: &Paired) -> String {
    let (low, high) = (bare(metric, paired.p05), bare(metric, paired.p95));
    if low == high {
        low
    } else {
        format!("{low} to {high}")
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
