//! The four interests of the joint letter of September 2024 side by side: no score, no order of merit.

use serde::Serialize;

use super::ChartHead;
use super::axis::Scale;
use super::format;
use super::label::{fit, wrap};
use super::scene::{Anchor, Ink, Rect, Scene, Type};
use super::span::Span;
use super::table::{Table, row};
use super::theme::{
    BLACK, BLUE, BODY, GREEN, GREY, HEADING, MIST, ORANGE, PAPER, PURPLE, SILVER, SKY, THIN,
    VERMILLION,
};

/// Chart of what one to eight scenarios mean for four interests: investigation, fundamental rights, economy, online
/// safety. Each number keeps its own scale and unit; nothing is added up or weighed.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Interests {
    /// Words around the chart.
    pub head: ChartHead,
    /// Titles of the scenarios, one to eight; shortened to one line where they are long.
    pub scenarios: Vec<String>,
    /// One panel per interest, usually four; one to four metrics each.
    pub interests: Vec<Interest>,
}

/// One interest.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Interest {
    /// Name for readers: "fundamental rights".
    pub name: String,
    /// What is measured, in the order in which it is to be read.
    pub metrics: Vec<Metric>,
}

/// One row of a panel.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Metric {
    /// What is measured, with its unit: "innocent people reported per year".
    pub name: String,
    /// How its numbers are written.
    pub style: NumberStyle,
    /// One value per scenario, in the order of the scenarios; `None` where the metric has no value there, and the chart
    /// then says "none".
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

/// Colours that tell scenarios apart and say nothing else.
const INKS: [Ink; 8] = [
    BLUE,
    PURPLE,
    BLACK,
    SKY,
    ORANGE,
    GREEN,
    VERMILLION,
    Ink::rgb(0x8A, 0x93, 0x9C),
];
/// Largest ratio of two ends of intervals that a linear axis still shows.
const LINEAR: f64 = 100.0;
/// Room inside a panel, in pixels.
const PADDING: f64 = 16.0;

impl Interests {
    pub(crate) fn table(&self) -> Table {
        let header = vec!["interest", "metric", "scenario", "low", "median", "high"];
        let mut rows = Vec::new();
        for interest in &self.interests {
            for metric in &interest.metrics {
                for (n, value) in metric.values.iter().enumerate() {
                    let scenario = self.scenarios.get(n).map_or("", String::as_str);
                    let [low, median, high] = value.map_or_else(Default::default, |v| {
                        [v.low, v.median, v.high].map(|x| x.to_string())
                    });
                    rows.push(row![
                        interest.name,
                        metric.name,
                        scenario,
                        low,
                        median,
                        high
                    ]);
                }
            }
        }
        Table { header, rows }
    }

    pub(crate) fn draw(&self, scene: &mut Scene, body: Rect) {
        let top = self.key(scene, body);
        let columns = if self.scenarios.len() > 3 { 4 } else { 2 };
        let columns = columns.min(self.interests.len()).max(1);
        let rows = self.interests.len().div_ceil(columns).max(1);
        let area = Rect { top, ..body };
        let cells: Vec<Rect> = (0..self.interests.len())
            .map(|n| area.cell(n, columns, rows, (14.0, 14.0)))
            .collect();
        let pitch = self.pitch(&cells);
        for (interest, cell) in self.interests.iter().zip(cells) {
            interest.draw(scene, cell, self.scenarios.len(), pitch);
        }
    }

    /// The scenarios with their letters, in two columns; one scenario is named in the head.
    fn key(&self, scene: &mut Scene, body: Rect) -> f64 {
        let top = body.top + 6.0;
        if self.scenarios.len() < 2 {
            return top;
        }
        let style = BODY.em(20.0);
        let rows = self.scenarios.len().div_ceil(2);
        let leading = 28.0;
        for (n, title) in self.scenarios.iter().enumerate() {
            let left = body.left + (n / rows) as f64 * (body.width() / 2.0 + 10.0);
            let y = top + leading * (0.5 + (n % rows) as f64);
            scene.disc((left + 9.0, y), 9.0, ink(n));
            let text = format!("{}  {title}", letter(n));
            let text = fit(&text, style, body.width() / 2.0 - 40.0);
            scene.text((left + 26.0, style.centred(y)), Anchor::Left, style, text);
        }
        top + leading * rows as f64 + 10.0
    }

    /// Height of a line, the same in all panels: as much as the fullest of them allows.
    fn pitch(&self, cells: &[Rect]) -> f64 {
        let lines = |interest: &Interest| {
            let per_metric = self.scenarios.len().max(1) as f64 + 2.4;
            interest.metrics.len().max(1) as f64 * per_metric
        };
        let pitches = self.interests.iter().zip(cells).map(|(interest, cell)| {
            (cell.height() - Interest::heading() - PADDING) / lines(interest)
        });
        pitches.fold(34.0, f64::min)
    }
}

/// Colour of the nth scenario.
fn ink(n: usize) -> Ink {
    INKS[n % INKS.len()]
}

/// Letter of the nth scenario.
fn letter(n: usize) -> char {
    char::from(b'A' + (n % 26) as u8)
}

impl Interest {
    fn heading() -> f64 {
        HEADING.leading() + PADDING
    }

    fn draw(&self, scene: &mut Scene, cell: Rect, scenarios: usize, pitch: f64) {
        scene.rect(cell, PAPER);
        let inner = Rect::new(
            cell.left + PADDING,
            cell.top + Self::heading(),
            cell.right - PADDING,
            cell.bottom - PADDING,
        );
        let style = HEADING.em(25.0);
        let name = fit(&self.name, style, inner.width());
        scene.text((inner.left, cell.top + 32.0), Anchor::Left, style, name);
        // Metrics share the height of the panel, each with the lines that it needs.
        let height = inner.height() / self.metrics.len().max(1) as f64;
        for (n, metric) in self.metrics.iter().enumerate() {
            let top = inner.top + n as f64 * height;
            let area = Rect {
                top,
                bottom: top + height,
                ..inner
            };
            metric.draw(scene, area, scenarios, pitch);
        }
    }
}

impl Metric {
    fn known(&self) -> impl Iterator<Item = &MetricValue> + Clone {
        let known = self.values.iter().flatten();
        known.filter(|value| value.median.is_finite())
    }

    /// Its own scale: linear from zero, or logarithmic over everything drawn.
    fn span(&self) -> Span {
        let ends = self
            .known()
            .flat_map(|value| [value.low, value.median, value.high]);
        let mut span = Span::enclosing(ends, LINEAR, 3);
        if self.style == NumberStyle::Percent {
            for (tick, text) in &mut span.ticks {
                *text = format::percent(*tick);
            }
        }
        span
    }

    fn draw(&self, scene: &mut Scene, area: Rect, scenarios: usize, pitch: f64) {
        let em = (pitch * 0.82).min(22.0);
        let name = Type::new(em, BLACK);
        let span = self.span();
        let title = if span.scale == Scale::Log {
            format!("{} (log)", self.name)
        } else {
            self.name.clone()
        };
        let most = if scenarios < 4 { 2 } else { 1 };
        let lines = wrap(&title, name, area.width(), most);
        let next = scene.paragraph((area.left, area.top + em), Anchor::Left, name, &lines);
        let numbers = self.numbers(Type::new(em, BLACK), area.width() * 0.56);
        let room = numbers
            .iter()
            .map(|text| name.width(text))
            .fold(0.0, f64::max);
        let tag = if scenarios > 1 { em * 1.2 } else { 8.0 };
        let top = next - em + 0.2 * pitch;
        // Not higher than it needs to be: lines of one metric stay together.
        let rows = scenarios.max(1) as f64;
        let plot = Rect::new(
            area.left + tag,
            top,
            area.right - room - 16.0,
            top + rows * pitch,
        );
        let axis = span.axis((plot.left, plot.right));
        self.scale(scene, plot, &span, em * 0.82);
        for (n, text) in numbers.into_iter().enumerate().take(scenarios) {
            let y = plot.top + (n as f64 + 0.5) * pitch;
            let baseline = name.centred(y);
            if scenarios > 1 {
                let tag = letter(n).to_string();
                scene.text((area.left, baseline), Anchor::Left, name.ink(GREY), tag);
            }
            let style = if text == "none" { name.ink(GREY) } else { name };
            scene.text((plot.right + 16.0, baseline), Anchor::Left, style, text);
            let value = self.values.get(n).copied().flatten();
            let Some(value) = value.filter(|value| value.median.is_finite()) else {
                continue;
            };
            let whisker = vec![(axis.at(value.low), y), (axis.at(value.high), y)];
            scene.line(whisker, ink(n), 3.0);
            scene.disc((axis.at(value.median), y), (pitch * 0.3).min(9.0), ink(n));
        }
    }

    /// Grid lines of the row with the numbers of its scale below.
    fn scale(&self, scene: &mut Scene, plot: Rect, span: &Span, em: f64) {
        let style = Type::new(em, GREY);
        let axis = span.axis((plot.left, plot.right));
        let baseline = plot.bottom + 1.05 * em;
        let mut free = f64::NEG_INFINITY;
        scene.line(
            vec![(plot.left, plot.bottom), (plot.right, plot.bottom)],
            SILVER,
            THIN,
        );
        for (n, (value, text)) in span.ticks.iter().enumerate() {
            let x = axis.at(*value);
            let ink = if n == 0 {
                SILVER
            } else {
                MIST.toward(SILVER, 0.4)
            };
            scene.line(vec![(x, plot.top), (x, plot.bottom)], ink, THIN);
            let last = n + 1 == span.ticks.len();
            let unit = if last { span.unit_name.trim_end() } else { "" };
            let text = if unit.is_empty() {
                text.clone()
            } else {
                format!("{text} {unit}")
            };
            let half = style.width(&text) / 2.0;
            if x - half > free {
                scene.text((x, baseline), Anchor::Centre, style, text);
                free = x + half + 0.5 * em;
            }
        }
    }

    /// The numbers of all scenarios, with their intervals when all of them fit.
    fn numbers(&self, style: Type, width: f64) -> Vec<String> {
        let texts = |write: fn(NumberStyle, &MetricValue) -> String| -> Vec<String> {
            let text = |value: &Option<MetricValue>| match value {
                Some(value) if value.median.is_finite() => write(self.style, value),
                _ => "none".to_owned(),
            };
            self.values.iter().map(text).collect()
        };
        let full = texts(with_interval);
        if full.iter().all(|text| style.width(text) <= width) {
            full
        } else {
            texts(|number, value| number.write(value.median))
        }
    }
}

/// A number with its interval, a unit named once: "3.1 (2.4–4.2) million".
fn with_interval(style: NumberStyle, value: &MetricValue) -> String {
    let [low, median, high] = [value.low, value.median, value.high].map(|x| style.write(x));
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
    fn write(self, number: f64) -> String {
        match self {
            NumberStyle::Count => format::estimate(number),
            NumberStyle::Percent => format::percent(number),
        }
    }
}
