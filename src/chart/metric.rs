//! What is measured of an interest: its values, its scale and the way its numbers are written.

use serde::Serialize;

use crate::language::Language;
use crate::say;

use super::axis::Scale;
use super::format;
use super::label::wrap;
use super::scene::Type;
use super::span::Span;

/// One row of a panel.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Metric {
    /// What is measured, with its unit: "innocent people reported per year".
    pub name: String,
    /// How its numbers are written.
    pub style: NumberStyle,
    /// One value per scenario, in the order of the scenarios; `None` where the metric has no value there, and the chart
    /// then says "unknown".
    pub values: Vec<Option<MetricValue>>,
}

/// How a number is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum NumberStyle {
    /// With its size: "1,230", "3.5 million".
    #[default]
    Count,
    /// A share of one as a percentage: "58 %".
    Percent,
}

/// A number over replications.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct MetricValue {
    /// Low end of the 90 % interval.
    pub low: f64,
    /// Median.
    pub median: f64,
    /// High end of the 90 % interval.
    pub high: f64,
}

/// Largest ratio of two ends of intervals that a linear axis still shows.
const LINEAR: f64 = 100.0;

impl Metric {
    pub(crate) fn known(&self) -> impl Iterator<Item = &MetricValue> + Clone {
        let known = self.values.iter().flatten();
        known.filter(|value| value.median.is_finite())
    }

    /// Its own scale: linear from zero, or logarithmic over everything drawn.
    pub(crate) fn span(&self, language: Language) -> Span {
        let ends = self
            .known()
            .flat_map(|value| [value.low, value.median, value.high]);
        let mut span = Span::enclosing(language, ends, LINEAR, 3);
        if self.style == NumberStyle::Percent {
            for (tick, text) in &mut span.ticks {
                *text = format::percent(language, *tick);
            }
        }
        span
    }

    /// Its name in at most two lines, with a word about a scale that is not linear.
    pub(crate) fn title(&self, language: Language, style: Type, width: f64) -> Vec<String> {
        let log = if self.span(language).scale == Scale::Log {
            " (log)"
        } else {
            ""
        };
        let mut lines = wrap(&self.name, style, width - style.width(log), 2);
        if let Some(last) = lines.last_mut() {
            last.push_str(log);
        }
        lines
    }

    /// A value with its interval; "unknown" when there is none.
    pub(crate) fn full(&self, language: Language, value: &Option<MetricValue>) -> String {
        match value {
            Some(value) if value.median.is_finite() => with_interval(language, self.style, value),
            _ => say!(language, "chart-unknown"),
        }
    }

    /// The numbers of all scenarios, with their intervals when all of them fit.
    pub(crate) fn numbers(&self, language: Language, style: Type, width: f64) -> Vec<String> {
        let full: Vec<String> = self
            .values
            .iter()
            .map(|value| self.full(language, value))
            .collect();
        if full.iter().all(|text| style.width(text) <= width) {
            return full;
        }
        let median = |value: &Option<MetricValue>| match value {
            Some(value) if value.median.is_finite() => self.style.write(language, value.median),
            _ => say!(language, "chart-unknown"),
        };
        self.values.iter().map(median).collect()
    }
}

/// A number with its interval, a unit named once: "3.1 (2.4–4.2) million".
fn with_interval(language: Language, style: NumberStyle, value: &MetricValue) -> String {
    let [low, median, high] =
        [value.low, value.median, value.high].map(|x| style.write(language, x));
    if low == high {
        return median;
    }
    let unit = |text: &str| text.split_once(' ').map(|(_, unit)| unit.to_owned());
    match (unit(&low), unit(&median), unit(&high)) {
        (Some(a), Some(b), Some(c)) if a == b && b == c => {
            let bare = |text: &str| text.split(' ').next().unwrap_or_default().to_owned();
            format!("{} ({}–{}) {b}", bare(&median), bare(&low), bare(&high))
        }
        _ => format!("{median} ({low}–{high})"),
    }
}

impl NumberStyle {
    fn write(self, language: Language, number: f64) -> String {
        match self {
            NumberStyle::Count => format::estimate(language, number),
            NumberStyle::Percent => format::percent(language, number),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(style: NumberStyle, low: f64, median: f64, high: f64) -> String {
        with_interval(
            Language::default(),
            style,
            &MetricValue { low, median, high },
        )
    }

    #[test]
    fn intervals_name_their_unit_once() {
        use NumberStyle::{Count, Percent};
        assert_eq!(text(Count, 2.4e6, 3.1e6, 4.2e6), "3.1 (2.4–4.2) million");
        assert_eq!(
            text(Count, 9e5, 1.1e6, 2e6),
            "1.1 million (900,000–2 million)"
        );
        assert_eq!(text(Percent, 0.24, 0.35, 0.45), "35 (24–45) %");
        assert_eq!(text(Count, 3.0, 3.0, 3.0), "3");
    }

    #[test]
    fn an_absent_value_says_none_and_wide_intervals_are_left_out() {
        let value = MetricValue {
            low: 2.4e6,
            median: 3.1e6,
            high: 4.2e6,
        };
        let metric = Metric {
            values: vec![Some(value), None],
            ..Default::default()
        };
        let style = Type::new(20.0, super::super::theme::BLACK);
        assert_eq!(
            metric.numbers(Language::default(), style, 400.0),
            ["3.1 (2.4–4.2) million", "unknown"]
        );
        assert_eq!(
            metric.numbers(Language::default(), style, 150.0),
            ["3.1 million", "unknown"]
        );
    }
}
