//! What matters, factor by factor: bars with intervals, and a dot for what a factor does alone.

use serde::Serialize;

use super::ChartHead;
use crate::language::Language;
use crate::say;

use super::axis::{Axis, Scale, Tick, draw_below, linear_ticks, named};
use super::format;
use super::label::{fit, fit_middle};
use super::scene::{Anchor, Rect, Scene};
use super::table::{Table, row};
use super::theme::{BLACK, BLUE, BODY, CAPTION, DASH, FINE, GREY, NOTE, SKY, VERMILLION, WHITE};

/// Chart of an index of each factor, the greatest on top: a bar with its interval and, where there are two indices, a dot.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Indices {
    /// Words around the chart.
    pub head: ChartHead,
    /// What the numbers say of a factor, as the title.
    pub title: String,
    /// What the bars are, with the unit.
    pub bars: String,
    /// What the dots are; empty when there are none.
    pub dots: String,
    /// Whether the numbers are shares of one.
    pub shares: bool,
    /// Factors in the order in which they are shown, at most about 25.
    pub rows: Vec<IndexRow>,
    /// What an interval is, with its level.
    pub interval: String,
    /// What a factor without effect stays below, with a word for it.
    pub threshold: Option<(f64, String)>,
}

/// The indices of one factor.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct IndexRow {
    /// The factor for readers; what is too long loses its middle.
    pub label: String,
    /// Length of the bar.
    pub bar: IndexValue,
    /// Place of the dot.
    pub dot: Option<IndexValue>,
}

/// An index with its interval.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct IndexValue {
    /// The estimate; below zero by chance alone.
    pub value: f64,
    /// Both ends of its interval, where it has one.
    pub interval: Option<(f64, f64)>,
}

/// Widest column of names, as a share of the picture.
const NAMES: f64 = 0.36;
/// Least and most room for the numbers at the right.
const NUMBERS: (f64, f64) = (300.0, 460.0);
/// Most room for one factor, in pixels.
const TALLEST: f64 = 84.0;

impl Indices {
    pub(crate) fn table(&self) -> Table {
        let header = vec![
            "factor",
            "bar",
            "bar_low",
            "bar_high",
            "dot",
            "dot_low",
            "dot_high",
            "threshold",
        ];
        let text = |x: Option<f64>| match x.filter(|x| x.is_finite()) {
            Some(x) => x.to_string(),
            None => String::new(),
        };
        let rows = self.rows.iter().map(|r| {
            let (low, high) = ends(r.bar.interval);
            let (dot_low, dot_high) = ends(r.dot.and_then(|d| d.interval));
            let dot = r.dot.map(|d| d.value);
            let threshold = self.threshold.as_ref().map(|t| t.0);
            row![
                r.label,
                text(Some(r.bar.value)),
                text(low),
                text(high),
                text(dot),
                text(dot_low),
                text(dot_high),
                text(threshold)
            ]
        });
        Table {
            header,
            rows: rows.collect(),
        }
    }

    pub(crate) fn draw(&self, scene: &mut Scene, body: Rect) {
        let style = BODY;
        if self.rows.is_empty() {
            let nothing = say!(scene.language, "chart-index-nothing");
            scene.text(body.middle(), Anchor::Centre, style, nothing);
            return;
        }
        let widest = self.rows.iter().map(|r| style.width(&r.label));
        let names = widest.fold(0.0, f64::max).min(NAMES * body.width());
        let left = body.left + names + 18.0;
        let height = (body.height() - 150.0).max(0.0);
        let each = (height / self.rows.len().max(1) as f64).min(TALLEST);
        let top = body.top + 84.0;
        let bottom = top + each * self.rows.len() as f64 + 8.0;
        let numbers = self.rows.iter().map(|r| self.numbers(scene.language, r));
        let room = numbers.map(|n| style.width(&n) + 24.0);
        let room = room.fold(NUMBERS.0, f64::max).min(NUMBERS.1);
        let plot = Rect::new(left, top, body.right - room, bottom);
        let ticks = self.ticks(scene.language);
        let end = ticks.last().map_or(1.0, |tick| tick.0);
        let x = Axis::new(Scale::Linear, (0.0, end), (plot.left, plot.right));
        draw_below(scene, plot, &x, &ticks);
        self.key(scene, Rect::new(body.left, body.top, body.right, plot.top));
        if let Some((threshold, _)) = self.threshold.as_ref().filter(|t| x.holds(t.0)) {
            let at = x.at(*threshold);
            scene.dashed(&[(at, plot.top - 6.0), (at, plot.bottom)], GREY, FINE, DASH);
        }
        for (n, row) in self.rows.iter().enumerate() {
            let y = plot.top + (n as f64 + 0.5) * each;
            let em = style.em.min(0.86 * each);
            let label = fit_middle(&row.label, style.em(em), names);
            let at = (plot.left - 14.0, style.em(em).centred(y));
            scene.text(at, Anchor::Right, style.em(em), label);
            self.row(scene, &x, row, y, each);
            let at = (plot.right + 20.0, style.em(em).centred(y));
            let numbers = fit(
                &self.numbers(scene.language, row),
                style.em(em),
                room - 20.0,
            );
            scene.text(at, Anchor::Left, style.em(em), numbers);
        }
    }

    fn ticks(&self, language: Language) -> Vec<Tick> {
        let reach = |value: &IndexValue| value.interval.map_or(value.value, |(_, high)| high);
        let values = self
            .rows
            .iter()
            .flat_map(|r| [Some(r.bar), r.dot])
            .flatten();
        let most = values.map(|v| reach(&v)).filter(|x| x.is_finite());
        let threshold = self.threshold.as_ref().map_or(0.0, |t| t.0);
        let most = most.fold(threshold, f64::max);
        if self.shares {
            let most = if most > 1.0 { most } else { most.min(1.0) };
            named(&linear_ticks(most, 5), |tick| {
                format::percent(language, tick)
            })
        } else {
            named(&linear_ticks(most, 5), |tick| format::count(language, tick))
        }
    }

    /// A bar, the whisker of its interval, and the dot with its own.
    fn row(&self, scene: &mut Scene, x: &Axis, row: &IndexRow, y: f64, each: f64) {
        let half = 0.3 * each;
        let end = x.at(row.bar.value.max(0.0));
        if row.bar.value.is_finite() {
            scene.rect(Rect::new(x.at(0.0), y - half, end, y + half), SKY);
        }
        let whisker = |scene: &mut Scene, value: &IndexValue, y: f64, ink| {
            let Some((low, high)) = value
                .interval
                .filter(|(l, h)| l.is_finite() && h.is_finite())
            else {
                return;
            };
            let (from, to) = (x.at(low.max(0.0)), x.at(high.max(0.0)));
            scene.line(vec![(from, y), (to, y)], ink, FINE);
            for at in [from, to] {
                scene.line(
                    vec![(at, y - 0.12 * each), (at, y + 0.12 * each)],
                    ink,
                    FINE,
                );
            }
        };
        let shift = if row.dot.is_some() { 0.15 * each } else { 0.0 };
        whisker(scene, &row.bar, y - shift, BLUE);
        if let Some(dot) = row.dot.filter(|d| d.value.is_finite()) {
            whisker(scene, &dot, y + shift, VERMILLION);
            let at = (x.at(dot.value.max(0.0)), y + shift);
            let radius = (0.15 * each).min(8.0);
            scene.disc(at, radius + 2.0, WHITE);
            scene.disc(at, radius, VERMILLION);
        }
    }

    /// What the marks mean, above the plot.
    fn key(&self, scene: &mut Scene, area: Rect) {
        let y = area.top + 22.0;
        let room = area.width() / 2.0 - 60.0;
        scene.rect(
            Rect::new(area.left, y - 17.0, area.left + 36.0, y + 1.0),
            SKY,
        );
        let style = CAPTION.ink(BLACK);
        let room_of_bars = if self.dots.is_empty() {
            area.width() - 60.0
        } else {
            room
        };
        let bars = fit(&self.bars, style, room_of_bars);
        scene.text((area.left + 48.0, y), Anchor::Left, style, bars);
        let middle = area.left + area.width() / 2.0;
        if !self.dots.is_empty() {
            scene.disc((middle, y - 8.0), 8.0, VERMILLION);
            let dots = fit(&self.dots, style, room);
            scene.text((middle + 20.0, y), Anchor::Left, style, dots);
        }
        let next = y + NOTE.leading() + 2.0;
        if self.rows.iter().any(|r| r.bar.interval.is_some()) {
            let line = vec![(area.left, next - 7.0), (area.left + 36.0, next - 7.0)];
            scene.line(line, BLUE, FINE);
            let at = (area.left + 48.0, next);
            let words = fit(&self.interval, NOTE, room);
            scene.text(at, Anchor::Left, NOTE, words);
        }
        if let Some((_, words)) = &self.threshold {
            let line = [(middle - 14.0, next - 7.0), (middle + 14.0, next - 7.0)];
            scene.dashed(&line, GREY, FINE, (8.0, 4.0));
            let words = fit(words, NOTE, room);
            scene.text((middle + 20.0, next), Anchor::Left, NOTE, words);
        }
    }

    /// The numbers of a row: the bar with its interval, then the dot.
    fn numbers(&self, language: Language, row: &IndexRow) -> String {
        let number = |x: f64| {
            if self.shares {
                language.thousands(libm::round(100.0 * x.max(0.0)).abs())
            } else {
                format::estimate(language, x)
            }
        };
        let unit = if self.shares { " %" } else { "" };
        if !row.bar.value.is_finite() {
            return "–".into();
        }
        match row.bar.interval {
            Some((low, high)) if low.is_finite() => format!(
                "{}{unit} ({}–{})",
                number(row.bar.value),
                number(low),
                number(high)
            ),
            _ => format!("{}{unit}", number(row.bar.value)),
        }
    }
}

fn ends(interval: Option<(f64, f64)>) -> (Option<f64>, Option<f64>) {
    (interval.map(|i| i.0), interval.map(|i| i.1))
}
