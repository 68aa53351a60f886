//! The points of a sweep beside the box that was found in them.

use super::boundary::{head, limit, value};
use crate::boundary::{Cases, Found, FoundBox};
use crate::chart::{Scatter, ScatterAxis, ScatterPoint};
use crate::language::Language;
use crate::say;
use crate::study::description::Description;

/// The points in the two numbers that the box restricts most (least quasi-p value); where it restricts one only, the other is
/// the one that tells the points of interest best from the rest. `None` where there are no two numbers. `such` is the
/// condition.
pub fn scatter(
    found: &Found,
    first: &FoundBox,
    (cases, study): (&Cases, Option<&Description>),
    interest: &[bool],
    such: &str,
    language: Language,
) -> Option<Scatter> {
    let (across, upwards) = dimensions(first, cases, interest)?;
    let others: Vec<usize> = first.region.restricted().collect();
    let others: Vec<usize> = others
        .into_iter()
        .filter(|column| ![across, upwards].contains(column))
        .collect();
    let within = |case: usize, column: usize| {
        first.region.limits[column].allows(cases.factors[column].values[case])
    };
    let point = |case: usize| ScatterPoint {
        x: cases.factors[across].values[case],
        y: cases.factors[upwards].values[case],
        holds: interest[case],
        within_others: others.iter().all(|column| within(case, *column)),
    };
    let quality = &first.quality;
    let outside = (found.hits - quality.hits) as f64 / (found.cases - quality.cases).max(1) as f64;
    let words = |column: &usize| limit(first, cases, *column, language);
    let is_one = first.region.restricted().all(|column| column != upwards);
    let shown = if is_one {
        say!(language, "chart-scatter-one")
    } else {
        say!(language, "chart-scatter-two")
    };
    let subtitle = say!(
        language,
        "chart-scatter-subtitle",
        hits = language.thousands(found.hits as f64),
        cases = language.thousands(found.cases as f64),
        coverage = language.percent(quality.coverage)
    );
    Some(Scatter {
        head: head(
            such.to_owned(),
            format!("{subtitle} {shown}"),
            study,
            language,
        ),
        across: axis(first, cases, across, language),
        upwards: axis(first, cases, upwards, language),
        inside: quality.density,
        outside,
        others: others.iter().map(words).collect(),
        points: (0..cases.len()).map(point).collect(),
    })
}

/// The two factors that are shown.
fn dimensions(first: &FoundBox, cases: &Cases, interest: &[bool]) -> Option<(usize, usize)> {
    let is_number = |column: &usize| cases.factors[*column].words.is_empty();
    let mut restricted: Vec<(f64, usize)> = first
        .quasi_p
        .iter()
        .map(|p| (p.whole, p.column))
        .filter(|(_, column)| is_number(column))
        .collect();
    restricted.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut chosen = restricted.into_iter().map(|(_, column)| column);
    let across = chosen.next()?;
    let distance = |column: &usize| distance(&cases.factors[*column].values, interest);
    let other = || {
        let others = (0..cases.factors.len()).filter(|c| *c != across && is_number(c));
        others.max_by(|a, b| distance(a).total_cmp(&distance(b)))
    };
    Some((across, chosen.next().or_else(other)?))
}

/// How far apart the ranks of both kinds of cases are on average, of their number.
fn distance(values: &[f64], interest: &[bool]) -> f64 {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|a, b| values[*a].total_cmp(&values[*b]));
    let mean = |wanted: bool| {
        let ranks = order.iter().enumerate();
        let such = ranks.filter(|(_, case)| interest[**case] == wanted);
        let (sum, count) = such.fold((0, 0), |(sum, count), (rank, _)| (sum + rank, count + 1));
        sum as f64 / f64::from(count.max(1))
    };
    (mean(true) - mean(false)).abs() / values.len().max(1) as f64
}

fn axis(first: &FoundBox, cases: &Cases, column: usize, language: Language) -> ScatterAxis {
    let factor = &cases.factors[column];
    let (low, high) = first.region.limits[column].ends();
    let end = |x: f64, sign: &str| {
        x.is_finite()
            .then(|| (x, format!("{sign} {}", value(factor, x, language))))
    };
    let unit = match factor.unit.as_str() {
        "" | "share" | "count" | "number" | "ratio" => String::new(),
        "1/day" => format!(" ({})", say!(language, "chart-scatter-per-day")),
        unit => format!(" ({})", language.translate(unit)),
    };
    ScatterAxis {
        name: format!("{}{unit}", factor.name),
        is_log: factor.is_log,
        is_share: factor.unit == "share",
        low: end(low, "≥"),
        high: end(high, "≤"),
    }
}
