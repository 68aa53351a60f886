//! One factor at a time: how far each moves a number from where it is with all factors at their medians.

use serde::Serialize;

use super::ChartHead;
use crate::language::Language;
use crate::say;

use super::axis::{Axis, Scale, Tick, draw_below, named};
use super::format;
use super::key::{self, Sample};
use super::label::{Labels, fit, fit_middle};
use super::scene::{Anchor, Rect, Scene};
use super::table::{Table, row};
use super::theme::{BLACK, BLUE, BODY, CAPTION, FINE, GREY, NOTE, ORANGE};

/// Chart of the values of a number with each factor at its low and its high end, the widest on top.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Tornado {
    /// Words around the chart.
    pub head: ChartHead,
    /// The number, with its unit.
    pub metric: String,
    /// Whether it is a share of one, to be written in per cent.
    pub is_share: bool,
    /// Its value with every factor at its median.
    pub base: f64,
    /// Factors in the order in which they are shown, at most about 25.
    pub rows: Vec<TornadoRow>,
}

/// What one factor does.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct TornadoRow {
    /// The factor for readers; what is too long loses its middle.
    pub label: String,
    /// Its two ends, with the unit: "0.1 to 3 million".
    pub range: String,
    /// The number with the factor at its low end.
    pub at_low: f64,
    /// The number with the factor at its high end.
    pub at_high: f64,
}

/// Widest column of names, as a share of the picture.
const NAMES: f64 = 0.32;
/// Room for the ranges at the right.
const RANGES: f64 = 370.0;
/// Most room for one factor, in pixels.
const TALLEST: f64 = 84.0;
/// Between the end of a bar and its number.
const GAP: f64 = 10.0;

impl Tornado {
    pub(crate) fn table(&self) -> Table {
        let header = vec!["factor", "range", "at_low", "at_high", "base"];
        let rows = self.rows.iter();
        let rows = rows.map(|r| row![r.label, r.range, r.at_low, r.at_high, self.base]);
        Table {
            header,
            rows: rows.collect(),
        }
    }

    pub(crate) fn draw(&self, scene: &mut Scene, body: Rect) {
        let widest = self.rows.iter().map(|r| BODY.width(&r.label));
        let names = widest.fold(0.0, f64::max).min(NAMES * body.width());
        let height = (body.height() - 150.0).max(0.0);
        let each = (height / self.rows.len().max(1) as f64).min(TALLEST);
        let top = body.top + 84.0;
        let bottom = top + each * self.rows.len() as f64 + 8.0;
        let plot = Rect::new(body.left + names + 18.0, top, body.right - RANGES, bottom);
        let (low, high) = self.ends();
        let language = scene.language;
        let (left, right) = self.beyond(language);
        let inner = (plot.left + left, plot.right - right);
        let x = Axis::new(Scale::Linear, (low, high), inner);
        draw_below(scene, plot, &x, &self.ticks(scene.language, low, high));
        let digits = self.digits(language);
        let number = |x: f64| self.number(language, x, digits);
        self.key(scene, body);
        let base = x.at(self.base);
        for (n, row) in self.rows.iter().enumerate() {
            let y = plot.top + (n as f64 + 0.5) * each;
            let style = BODY.em(BODY.em.min(0.86 * each));
            let label = fit_middle(&row.label, style, names);
            let at = (plot.left - 14.0, style.centred(y));
            scene.text(at, Anchor::Right, style, label);
            bars(scene, &x, (self.base, row), y, each);
            ends(scene, &x, (self.base, row), (y, plot), &number);
            let note = NOTE.em(NOTE.em.min(0.86 * each));
            let range = fit(&row.range, note, RANGES - 20.0);
            let at = (plot.right + 20.0, note.centred(y));
            scene.text(at, Anchor::Left, note, range);
        }
        scene.line(
            vec![(base, plot.top - 6.0), (base, plot.bottom)],
            BLACK,
            FINE,
        );
    }

    /// The least and the greatest number.
    fn ends(&self) -> (f64, f64) {
        let values = self.rows.iter().flat_map(|r| [r.at_low, r.at_high]);
        let values = values.chain([self.base]).filter(|x| x.is_finite());
        let low = values.clone().fold(f64::INFINITY, f64::min);
        let high = values.fold(f64::NEG_INFINITY, f64::max);
        if low < high {
            (low, high)
        } else {
            let low = if low.is_finite() { low } else { 0.0 };
            (low - 0.5, low + 0.5)
        }
    }

    /// A value of the metric in so many significant digits.
    fn number(&self, language: Language, value: f64, digits: i32) -> String {
        if self.is_share {
            return format!("{} %", format::significant(language, 100.0 * value, digits));
        }
        format::significant(language, value, digits)
    }

    /// The digits that it takes to tell the ends of the bars from each other and from the line.
    fn digits(&self, language: Language) -> i32 {
        let (low, high) = self.ends();
        let apart = |a: f64, b: f64, digits: i32| {
            (a - b).abs() < 0.01 * (high - low)
                || self.number(language, a, digits) != self.number(language, b, digits)
        };
        let enough = |digits: &i32| {
            self.rows.iter().all(|row| {
                let (low, high) = (row.at_low, row.at_high);
                [(low, high), (low, self.base), (high, self.base)]
                    .into_iter()
                    .all(|(a, b)| apart(a, b, *digits))
            })
        };
        (3..5).find(enough).unwrap_or(5)
    }

    /// Round numbers between two numbers, four or so.
    fn ticks(&self, language: Language, low: f64, high: f64) -> Vec<Tick> {
        let rough = (high - low) / 4.0;
        let unit = libm::exp10(libm::log10(rough).floor());
        let steps = [1.0, 2.0, 5.0, 10.0].map(|factor| factor * unit);
        let step = steps.into_iter().find(|s| *s >= rough).unwrap_or(rough);
        let first = (low / step).ceil() as i64;
        let last = (high / step).floor() as i64;
        let round: Vec<f64> = (first..=last).map(|n| n as f64 * step).collect();
        named(&round, |tick| match self.is_share {
            true => self.number(language, tick, 5),
            false => format::count(language, tick),
        })
    }

    /// Room for the numbers beyond the bars at both sides: that of the widest, as any of them may be at the end.
    fn beyond(&self, language: Language) -> (f64, f64) {
        let digits = self.digits(language);
        let widest = |is_right: bool| {
            let values = self.rows.iter().flat_map(|r| [r.at_low, r.at_high]);
            let such = values.filter(|v| v.is_finite() && (*v > self.base) == is_right);
            let widths = such.map(|v| NOTE.width(&self.number(language, v, digits)));
            widths.fold(0.0, f64::max) + 2.0 * GAP
        };
        // Of two numbers at one side of the line, the nearer is written at the other side.
        let same = |r: &&TornadoRow| (r.at_low - self.base) * (r.at_high - self.base) > 0.0;
        let (left, right) = (widest(false), widest(true));
        if self.rows.iter().any(|r| same(&r)) {
            (left.max(right), left.max(right))
        } else {
            (left, right)
        }
    }

    fn key(&self, scene: &mut Scene, body: Rect) {
        let language = scene.language;
        let style = CAPTION.ink(BLACK);
        let base = say!(
            language,
            "chart-tornado-base",
            metric = &self.metric,
            number = self.number(language, self.base, self.digits(language))
        );
        let y = body.top + 22.0;
        let base = fit(&base, style, body.width());
        scene.text((body.left, y), Anchor::Left, style, base);
        let left = body.right - RANGES + 20.0;
        let range = say!(language, "chart-tornado-range");
        let next = y + NOTE.leading() + 2.0;
        scene.text(
            (left, next),
            Anchor::Left,
            NOTE,
            fit(&range, NOTE, body.right - left),
        );
        let entries = vec![
            (
                Sample::Area(ORANGE),
                GREY,
                say!(language, "chart-tornado-low"),
            ),
            (
                Sample::Area(BLUE),
                GREY,
                say!(language, "chart-tornado-high"),
            ),
        ];
        let area = Rect {
            top: next - 1.08 * NOTE.em,
            right: left - 12.0,
            ..body
        };
        key::draw(scene, area, NOTE, entries);
    }
}

/// Both bars of a row, the longer one first; bars to the same side share the height.
fn bars(scene: &mut Scene, x: &Axis, (base, row): (f64, &TornadoRow), y: f64, each: f64) {
    let half = 0.32 * each;
    let same = (row.at_low - base) * (row.at_high - base) > 0.0;
    for (value, ink, side) in [(row.at_low, ORANGE, -1.0), (row.at_high, BLUE, 1.0)] {
        if !value.is_finite() {
            continue;
        }
        let (from, to) = (x.at(base), x.at(value));
        let (top, bottom) = match (same, side < 0.0) {
            (false, _) => (y - half, y + half),
            (true, true) => (y - half, y),
            (true, false) => (y, y + half),
        };
        scene.rect(Rect::new(from.min(to), top, from.max(to), bottom), ink);
    }
}

/// The numbers at the ends; of two on the same side, that at the nearer end goes to the other side of the line.
fn ends(
    scene: &mut Scene,
    x: &Axis,
    (base, row): (f64, &TornadoRow),
    (y, plot): (f64, Rect),
    number: &impl Fn(f64) -> String,
) {
    let style = NOTE.ink(BLACK);
    let mut labels = Labels::default();
    let middle = x.at(base);
    let mut values = [row.at_low, row.at_high];
    values.sort_by(|a, b| (b - base).abs().total_cmp(&(a - base).abs()));
    for value in values.into_iter().filter(|v| v.is_finite()) {
        let at = x.at(value);
        let baseline = style.centred(y);
        let right = ((at.max(middle) + GAP, baseline), Anchor::Left);
        let left = ((at.min(middle) - GAP, baseline), Anchor::Right);
        let places = if value > base {
            [right, left]
        } else {
            [left, right]
        };
        labels.write(scene, plot, style, &number(value), places);
        let bar = Rect::new(at.min(middle), y - 1.0, at.max(middle), y + 1.0);
        labels.take(bar);
    }
}
