//! Distinct pieces in circulation over time, by class.

use serde::Serialize;

use super::ChartHead;
use crate::language::Language;
use crate::say;

use super::axis::{Axis, band, draw_below, draw_left, widest};
use super::format;
use super::label::{fit, spread, wrap};
use super::scene::{Anchor, Ink, Point, Rect, Scene};
use super::span::Span;
use super::table::{Table, row};
use super::theme::{
    BLACK, BLUE, BODY, BOLD, CAPTION, FINE, GREEN, GREY, NOTE, PURPLE, THIN, VERMILLION, VIOLET,
    WHITE, legible,
};
use super::time::time;

/// Chart of how many distinct pieces circulate, day by day, with the days on which an order starts or ends.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Stocks {
    /// Words around the chart.
    pub head: ChartHead,
    /// One line per class, one to five.
    pub classes: Vec<ClassStock>,
    /// Days on which an order starts or ends, up to eight; in any order.
    pub events: Vec<OrderEvent>,
}

/// The stock of one class.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct ClassStock {
    /// Name of the class for readers: "known material".
    pub class: String,
    /// Days in order.
    pub days: Vec<DayStock>,
}

/// Distinct pieces in circulation at the end of one day, over replications.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct DayStock {
    /// Day since the start.
    pub day: u32,
    /// Low end of the 90 % interval (pieces).
    pub low: f64,
    /// Median (pieces).
    pub median: f64,
    /// High end of the 90 % interval (pieces).
    pub high: f64,
}

/// The start or the end of an order.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct OrderEvent {
    /// Day since the start.
    pub day: u32,
    /// What happens: "order for known material starts".
    pub label: String,
}

/// Largest ratio of two medians that a linear axis still shows.
const LINEAR: f64 = 20.0;
/// Most lines of texts above the plot.
const ROWS: usize = 4;

impl Stocks {
    pub(crate) fn table(&self) -> Table {
        let header = vec![
            "kind",
            "name",
            "day",
            "pieces_low",
            "pieces_median",
            "pieces_high",
        ];
        let row = |class: &ClassStock, d: &DayStock| {
            row!["stock", class.class, d.day, d.low, d.median, d.high]
        };
        let stocks = self
            .classes
            .iter()
            .flat_map(|class| class.days.iter().map(move |day| row(class, day)));
        let events = self
            .events
            .iter()
            .map(|event| row!["event", event.label, event.day, "", "", ""]);
        Table {
            header,
            rows: stocks.chain(events).collect(),
        }
    }

    pub(crate) fn draw(&self, scene: &mut Scene, body: Rect) {
        let language = scene.language;
        let span = self.span(language);
        let caption = span.caption(language, &say!(language, "chart-stocks-axis"));
        let top = body.top + 24.0;
        scene.text((body.left, top), Anchor::Left, CAPTION.ink(BLACK), caption);
        let left = body.left + widest(&span.ticks) + 14.0;
        let right = body.right - 340.0;
        let days = self
            .classes
            .iter()
            .flat_map(|class| class.days.iter().map(|day| day.day));
        let (x, ticks) = time(language, days, (left, right), 8);
        let header = Rect::new(left, top + 14.0, right, top + 14.0);
        let texts = self.event_texts(&x, header);
        let rows = texts.iter().map(|text| text.row + 1).max().unwrap_or(0);
        let plot = Rect::new(
            left,
            header.bottom + 12.0 + rows as f64 * NOTE.leading(),
            right,
            body.bottom - 38.0,
        );
        let y = span.axis((plot.bottom, plot.top));
        draw_left(scene, plot, &y, &span.ticks);
        draw_below(scene, plot, &x, &ticks);
        for text in &texts {
            text.mark(scene, plot);
        }
        for text in texts {
            text.write(scene, plot);
        }
        for (n, class) in self.classes.iter().enumerate() {
            class.draw(scene, &x, &y, ink(n));
        }
        self.name_classes(scene, plot, body.right, &x, &y);
    }

    fn span(&self, language: Language) -> Span {
        let days = || self.classes.iter().flat_map(|class| &class.days);
        let medians = days().map(|day| day.median);
        let highs = days().map(|day| day.high);
        // What lies between the bands decides, not one low end near zero.
        let span = Span::enclosing(language, medians.clone().chain(highs.clone()), LINEAR, 5);
        if span.scale == super::axis::Scale::Linear {
            return span;
        }
        let least = medians.fold(f64::INFINITY, f64::min);
        let low = days()
            .map(|day| day.low)
            .filter(|low| *low >= least / 100.0)
            .fold(least, f64::min);
        Span::log(language, low, highs.fold(least, f64::max), 8)
    }

    /// Texts of the events in rows above the plot, from the lowest row up; one that finds no room is left out, its
    /// mark is not.
    fn event_texts(&self, x: &Axis, area: Rect) -> Vec<EventText> {
        let mut events: Vec<&OrderEvent> = self.events.iter().collect();
        events.sort_by_key(|event| std::cmp::Reverse(event.day));
        let mut taken: [Vec<(f64, f64)>; ROWS] = Default::default();
        let mut texts = Vec::new();
        for event in events {
            let at = x.at(f64::from(event.day));
            let text = fit(&event.label, NOTE, area.width() * 0.45);
            let width = NOTE.width(&text);
            let from = if at + 8.0 + width <= area.right + 8.0 {
                at + 6.0
            } else {
                at - 6.0 - width
            };
            let reach = (from.min(at) - 8.0, (from + width).max(at) + 8.0);
            let free = |row: &Vec<(f64, f64)>| row.iter().all(|r| r.1 < reach.0 || reach.1 < r.0);
            let row = taken.iter().position(free);
            if let Some(row) = row {
                taken[row].push(reach);
            }
            // The mark runs from its text down to the axis, past the rows below it.
            for below in &mut taken[..row.unwrap_or(0)] {
                below.push((at - 4.0, at + 4.0));
            }
            texts.push(EventText {
                at,
                from,
                text: row.map(|_| text).unwrap_or_default(),
                row: row.unwrap_or(0),
            });
        }
        texts
    }

    /// Names right of the plot, each at the end of its line, with the numbers of the last day.
    fn name_classes(&self, scene: &mut Scene, plot: Rect, right: f64, x: &Axis, y: &Axis) {
        let ends: Vec<(usize, &ClassStock, Point)> = self
            .classes
            .iter()
            .enumerate()
            .filter_map(|(n, class)| Some((n, class, class.end(x, y)?)))
            .collect();
        let wanted: Vec<f64> = ends.iter().map(|(_, _, end)| end.1).collect();
        let height = 2.0 * BODY.leading() + 2.0 * NOTE.leading() + 6.0;
        let places = spread(&wanted, height, (plot.top - 30.0, plot.bottom + 30.0));
        let left = plot.right + 42.0;
        for ((n, class, end), place) in ends.into_iter().zip(places) {
            let leader = vec![(end.0 + 6.0, end.1), (left - 8.0, place)];
            scene.line(leader, ink(n).toward(WHITE, 0.5), FINE);
            let lines = wrap(&class.class, BODY, right - left, 2);
            let numbers = class
                .numbers(scene.language)
                .map(|number| fit(&number, NOTE, right - left));
            let height = lines.len() as f64 * BODY.leading() + 2.0 * NOTE.leading();
            let first = place - height / 2.0 + BODY.em;
            let next = scene.paragraph(
                (left, first),
                Anchor::Left,
                BODY.ink(legible(ink(n))),
                &lines,
            );
            scene.paragraph((left, next - 3.0), Anchor::Left, NOTE, &numbers);
        }
    }
}

/// Colour of the nth class.
fn ink(n: usize) -> Ink {
    [BLUE, VERMILLION, GREEN, PURPLE, VIOLET][n % 5]
}

impl ClassStock {
    fn places(&self, x: &Axis, y: &Axis, value: impl Fn(&DayStock) -> f64) -> Vec<Point> {
        let place = |day: &DayStock| (x.at(f64::from(day.day)), y.at(value(day)));
        let mut places: Vec<Point> = self.days.iter().map(place).collect();
        if let [only] = places[..] {
            places.push((x.at(f64::INFINITY), only.1));
        }
        places
    }

    fn end(&self, x: &Axis, y: &Axis) -> Option<Point> {
        self.places(x, y, |day| day.median).last().copied()
    }

    fn draw(&self, scene: &mut Scene, x: &Axis, y: &Axis, ink: Ink) {
        let low = self.places(x, y, |day| day.low);
        let high = self.places(x, y, |day| day.high);
        scene.area(band(&high, &low), ink.fade(0.25));
        scene.line(self.places(x, y, |day| day.median), ink, BOLD);
    }

    /// What circulates on the last day, in two lines.
    fn numbers(&self, language: Language) -> [String; 2] {
        self.days.last().map_or_else(Default::default, |day| {
            [
                say!(
                    language,
                    "chart-at-the-end",
                    number = format::estimate(language, day.median)
                ),
                format!("(90 %: {})", format::range(language, day.low, day.high)),
            ]
        })
    }
}

/// An event, placed.
struct EventText {
    at: f64,
    from: f64,
    text: String,
    row: usize,
}

impl EventText {
    fn baseline(&self, plot: Rect) -> f64 {
        plot.top - 12.0 - self.row as f64 * NOTE.leading()
    }

    fn mark(&self, scene: &mut Scene, plot: Rect) {
        let from = if self.text.is_empty() {
            plot.top
        } else {
            self.baseline(plot) - NOTE.em * 0.7
        };
        let line = vec![(self.at, from), (self.at, plot.bottom)];
        scene.line(line, GREY.fade(0.7), THIN + 0.5);
    }

    /// On a ground of its own, because the mark of an earlier event may pass under it.
    fn write(self, scene: &mut Scene, plot: Rect) {
        let at = (self.from, self.baseline(plot));
        if !self.text.is_empty() {
            scene.text_over(at, Anchor::Left, NOTE, self.text);
        }
    }
}
