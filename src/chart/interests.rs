//! The four interests of the joint letter of September 2024 side by side: no score, no order of merit.

use serde::Serialize;

use super::ChartHead;
use crate::language::Language;

use super::axis::Tick;
use super::label::{fit, shrunk};
use super::metric::Metric;
use super::scene::{Anchor, Ink, Rect, Scene, Type};
use super::span::Span;
use super::table::{Table, row};
use super::theme::{
    BLACK, BLUE, BODY, GREEN, GREY, HEADING, MIST, OCHRE, PAPER, PURPLE, SILVER, THIN, VERMILLION,
    VIOLET,
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

/// Colours that tell scenarios apart and say nothing else.
const INKS: [Ink; 8] = [
    BLUE,
    PURPLE,
    BLACK,
    VIOLET,
    OCHRE,
    GREEN,
    VERMILLION,
    Ink::rgb(0x8A, 0x93, 0x9C),
];
/// Share of the width of a panel that numbers may take.
const NUMBERS: f64 = 0.6;
/// Smallest type, in pixels per em, that is chosen to make room for intervals.
const SMALL: f64 = 16.0;
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
        let columns = if self.scenarios.len() > 2 { 4 } else { 2 };
        let columns = columns.min(self.interests.len()).max(1);
        let rows = self.interests.len().div_ceil(columns).max(1);
        let area = Rect { top, ..body };
        let cell = |n: usize| area.cell(n, columns, rows, (14.0, 14.0));
        let sizes = self.sizes(scene.language, cell(0));
        for (n, interest) in self.interests.iter().enumerate() {
            interest.draw(scene, cell(n), &sizes);
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
            let room = body.width() / 2.0 - 40.0;
            let style = shrunk(&text, style, room);
            let text = fit(&text, style, room);
            scene.text((left + 26.0, style.centred(y)), Anchor::Left, style, text);
        }
        top + leading * rows as f64 + 10.0
    }

    fn metrics(&self) -> impl Iterator<Item = &Metric> + Clone {
        self.interests.iter().flat_map(|interest| &interest.metrics)
    }

    /// Sizes that are the same in all panels: the largest type in which intervals have room beside their numbers, else
    /// the largest that has room at all.
    fn sizes(&self, language: Language, cell: Rect) -> Sizes {
        let inner = inner(cell);
        let most = self.interests.iter().map(|interest| interest.metrics.len());
        let slot = inner.height() / most.max().unwrap_or(1).max(1) as f64;
        let sizes = |em: f64| {
            let names = self.metrics().map(|metric| {
                let lines = metric.title(language, Type::new(em, BLACK), inner.width());
                lines.len()
            });
            let name_lines = names.max().unwrap_or(1);
            let scenarios = self.scenarios.len().max(1);
            let rest = slot - (1.24 * name_lines as f64 + 1.55) * em;
            let pitch = (rest / scenarios as f64).min(1.9 * em);
            Sizes {
                em,
                pitch,
                slot,
                scenarios,
            }
        };
        let high = |sizes: &Sizes| sizes.pitch >= 1.02 * sizes.em;
        let fits = |metric: &Metric, em: f64| {
            let mut texts = metric
                .values
                .iter()
                .map(|value| metric.full(language, value));
            texts.all(|text| Type::new(em, BLACK).width(&text) <= NUMBERS * inner.width())
        };
        // An interval that needs smaller type than that goes unwritten, and does not make the others small.
        let wide = |sizes: &Sizes| {
            let mut metrics = self.metrics();
            metrics.all(|metric| fits(metric, sizes.em) || !fits(metric, SMALL))
        };
        let ems = (0..=12).map(|n| 22.0 - f64::from(n));
        ems.clone()
            .filter(|em| *em >= SMALL)
            .map(sizes)
            .find(|sizes| high(sizes) && wide(sizes))
            .or_else(|| ems.map(sizes).find(high))
            .unwrap_or_else(|| sizes(10.0))
    }
}

/// Sizes inside the panels, in pixels.
struct Sizes {
    /// Size of the type.
    em: f64,
    /// Distance of two scenarios.
    pitch: f64,
    /// Height of a metric.
    slot: f64,
    /// Number of scenarios.
    scenarios: usize,
}

impl Sizes {
    fn style(&self) -> Type {
        Type::new(self.em, BLACK)
    }
}

/// Where the metrics of a panel stand.
fn inner(cell: Rect) -> Rect {
    Rect::new(
        cell.left + PADDING,
        cell.top + HEADING.leading() + PADDING,
        cell.right - PADDING,
        cell.bottom - 4.0,
    )
}

/// Colour of the nth scenario.
pub(super) fn ink(n: usize) -> Ink {
    INKS[n % INKS.len()]
}

/// Letter of the nth scenario.
pub(super) fn letter(n: usize) -> char {
    char::from(b'A' + (n % 26) as u8)
}

impl Interest {
    fn draw(&self, scene: &mut Scene, cell: Rect, sizes: &Sizes) {
        scene.rect(cell, PAPER);
        let inner = inner(cell);
        let style = HEADING.em(25.0);
        let name = fit(&self.name, style, inner.width());
        scene.text((inner.left, cell.top + 32.0), Anchor::Left, style, name);
        let texts: Vec<Vec<String>> = self
            .metrics
            .iter()
            .map(|metric| metric.numbers(scene.language, sizes.style(), NUMBERS * inner.width()))
            .collect();
        let room = texts.iter().flatten();
        let room = room
            .map(|text| sizes.style().width(text))
            .fold(0.0, f64::max);
        for (n, (metric, numbers)) in self.metrics.iter().zip(texts).enumerate() {
            let top = inner.top + n as f64 * sizes.slot;
            let bottom = top + sizes.slot;
            let area = Rect {
                top,
                bottom,
                ..inner
            };
            metric.draw(scene, area, sizes, room, numbers);
        }
    }
}

impl Metric {
    fn draw(&self, scene: &mut Scene, area: Rect, sizes: &Sizes, room: f64, numbers: Vec<String>) {
        let (style, em, pitch) = (sizes.style(), sizes.em, sizes.pitch);
        let lines = self.title(scene.language, style, area.width());
        scene.paragraph(
            (area.left, area.top + 0.8 * em),
            Anchor::Left,
            style,
            &lines,
        );
        let several = sizes.scenarios > 1;
        let tag = if several { 1.3 * em + 6.0 } else { 10.0 };
        let top = area.top + (lines.len() as f64 * 1.24 + 0.1) * em;
        let plot = Rect::new(
            area.left + tag,
            top,
            area.right - room - 16.0,
            top + sizes.scenarios as f64 * pitch,
        );
        let span = self.span(scene.language);
        let axis = span.axis((plot.left, plot.right));
        let drawn = self.known().next().is_some();
        // Without any value there is no scale to write behind.
        let behind = if drawn { plot.right + 16.0 } else { plot.left };
        if drawn {
            scale(scene, plot, area, &span, 0.82 * em);
        }
        for (n, text) in numbers.into_iter().enumerate().take(sizes.scenarios) {
            let y = plot.top + (n as f64 + 0.5) * pitch;
            let baseline = style.centred(y);
            if several {
                let tag = letter(n).to_string();
                scene.text((area.left, baseline), Anchor::Left, style.ink(GREY), tag);
            }
            let value = self.values.get(n).copied().flatten();
            let value = value.filter(|value| value.median.is_finite());
            let written = if value.is_some() {
                style
            } else {
                style.ink(GREY)
            };
            scene.text((behind, baseline), Anchor::Left, written, text);
            if let Some(value) = value {
                let whisker = vec![(axis.at(value.low), y), (axis.at(value.high), y)];
                scene.line(whisker, ink(n), 3.0);
                scene.disc((axis.at(value.median), y), (0.32 * pitch).min(7.0), ink(n));
            }
        }
    }
}

/// Vertical lines of a scale with its numbers below, the last with the unit of all.
fn scale(scene: &mut Scene, plot: Rect, area: Rect, span: &Span, em: f64) {
    let style = Type::new(em, GREY);
    let axis = span.axis((plot.left, plot.right));
    let baseline = plot.bottom + 1.05 * em;
    let floor = vec![(plot.left, plot.bottom), (plot.right, plot.bottom)];
    scene.line(floor, SILVER, THIN);
    let last = span.ticks.len().saturating_sub(1);
    let place = |(value, text): &Tick, n: usize| {
        let unit = if n == last {
            span.unit_name.trim_end()
        } else {
            ""
        };
        let text = format!("{text} {unit}").trim_end().to_owned();
        let half = style.width(&text) / 2.0;
        let x = axis.at(*value).min(area.right - half).max(area.left + half);
        (text, x - half, x + half)
    };
    // The end of the scale is always named; between, what has room.
    let end = span.ticks.last().map(|tick| place(tick, last));
    let edge = end.as_ref().map_or(f64::INFINITY, |end| end.1 - 0.5 * em);
    let mut free = f64::NEG_INFINITY;
    for (n, tick) in span.ticks.iter().enumerate() {
        let x = axis.at(tick.0);
        let ink = if n == 0 {
            SILVER
        } else {
            MIST.toward(SILVER, 0.4)
        };
        scene.line(vec![(x, plot.top), (x, plot.bottom)], ink, THIN);
        let (text, left, right) = place(tick, n);
        if n == last || (left > free && right < edge) {
            scene.text((left, baseline), Anchor::Left, style, text);
            free = right + 0.5 * em;
        }
    }
}
