//! What waits at each desk, and for how long.

use serde::Serialize;

use super::ChartHead;
use crate::language::Language;
use crate::say;

use super::axis::{Axis, Scale, band, draw_below, draw_left, linear_ticks, named, widest};
use super::format;
use super::label::{fit, shrunk, wrap};
use super::scene::{Anchor, Ink, Point, Rect, Scene};
use super::table::{Table, row};
use super::theme::{BLACK, BODY, BOLD, MIST, NOTE, PURPLE, THIN, VERMILLION};
use super::time::time;

/// Chart of the queue at each desk over time.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct BacklogDelay {
    /// Words around the chart.
    pub head: ChartHead,
    /// One row per desk, one to eight, in the order of the chain.
    pub desks: Vec<DeskQueue>,
}

/// The queue of one desk.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct DeskQueue {
    /// Name of the desk for readers.
    pub desk: String,
    /// What waits: "flags", "reports".
    pub unit: String,
    /// Days in order. Over more than some months a weekly rhythm hides the rest: give one day per week with the mean
    /// of that week.
    pub days: Vec<DayQueue>,
}

/// The queue at the end of one day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct DayQueue {
    /// Day since the start.
    pub day: u32,
    /// Low end of the 90 % interval of the backlog (items).
    pub backlog_low: f64,
    /// Median backlog (items).
    pub backlog_median: f64,
    /// High end of the 90 % interval of the backlog (items).
    pub backlog_high: f64,
    /// Low end of the 90 % interval of the delay (days).
    pub delay_low: f64,
    /// Median delay (days).
    pub delay_median: f64,
    /// High end of the 90 % interval of the delay (days).
    pub delay_high: f64,
}

/// What a column shows.
#[derive(Clone, Copy)]
struct Quantity {
    /// Low, median and high of one day.
    interval: fn(&DayQueue) -> (f64, f64, f64),
    /// The least end of its axis: less than that is nothing to look at closely.
    least_end: f64,
}

const BACKLOG: Quantity = Quantity {
    interval: |day| (day.backlog_low, day.backlog_median, day.backlog_high),
    least_end: 10.0,
};
const DELAY: Quantity = Quantity {
    interval: |day| (day.delay_low, day.delay_median, day.delay_high),
    least_end: 0.1,
};

/// Room for a tick of the axis of time (pixels).
const TICK_ROOM: f64 = 110.0;

impl BacklogDelay {
    pub(crate) fn table(&self) -> Table {
        let header = vec![
            "desk",
            "unit",
            "day",
            "backlog_low",
            "backlog_median",
            "backlog_high",
            "delay_low_days",
            "delay_median_days",
            "delay_high_days",
        ];
        let row = |desk: &DeskQueue, d: &DayQueue| {
            row![
                desk.desk,
                desk.unit,
                d.day,
                d.backlog_low,
                d.backlog_median,
                d.backlog_high,
                d.delay_low,
                d.delay_median,
                d.delay_high
            ]
        };
        let rows = self
            .desks
            .iter()
            .flat_map(|desk| desk.days.iter().map(move |day| row(desk, day)));
        Table {
            header,
            rows: rows.collect(),
        }
    }

    pub(crate) fn draw(&self, scene: &mut Scene, body: Rect) {
        let top = body.top + 26.0;
        let names = 260.0;
        let columns = Rect::new(body.left + names, top, body.right, body.bottom - 34.0);
        let language = scene.language;
        let panels: [(String, Ink, Quantity); 2] = [
            (say!(language, "chart-backlog-waiting"), VERMILLION, BACKLOG),
            (say!(language, "chart-backlog-delay"), PURPLE, DELAY),
        ];
        let rows = self.desks.len().max(1);
        // Both columns are equally wide, and so have the same numbers below.
        let desks = self.desks.iter();
        let gutters =
            desks.flat_map(|desk| [BACKLOG, DELAY].map(|q| desk.gutter(language, q, rows)));
        let gutter = gutters.fold(0.0, f64::max);
        for (n, (title, ink, quantity)) in panels.into_iter().enumerate() {
            let column = columns.cell(n, 2, 1, (40.0, 0.0));
            scene.rect(
                Rect::new(column.left, top - 19.0, column.left + 24.0, top + 3.0),
                ink,
            );
            let style = shrunk(&title, BODY, column.width() - 34.0);
            let title = fit(&title, style, column.width() - 34.0);
            scene.text((column.left + 34.0, top), Anchor::Left, style, title);
            let column = Rect {
                top: top + 16.0,
                ..column
            };
            for (row, desk) in self.desks.iter().enumerate() {
                let cell = column.cell(row, 1, rows, (0.0, 10.0));
                let plot = Rect {
                    left: cell.left + gutter,
                    top: cell.top + 12.0,
                    right: cell.right - 30.0,
                    bottom: cell.bottom - 8.0,
                };
                desk.draw(scene, plot, (ink, quantity), rows, row + 1 == rows);
                if n == 0 {
                    desk.name(
                        scene,
                        Rect::new(body.left, cell.top, columns.left - 14.0, cell.bottom),
                    );
                }
            }
        }
    }
}

impl DeskQueue {
    /// Whether there is nothing on any day in nearly all replications.
    fn is_empty(&self, quantity: Quantity) -> bool {
        let mut highs = self.days.iter().map(|day| (quantity.interval)(day).2);
        highs.all(|high| high == 0.0)
    }

    fn ticks(&self, language: Language, quantity: Quantity, rows: usize) -> Vec<(f64, String)> {
        if self.is_empty(quantity) {
            return named(&[0.0], |tick| format::count(language, tick));
        }
        let high = |day: &DayQueue| (quantity.interval)(day).2.max((quantity.interval)(day).1);
        let top = self.days.iter().map(high);
        let top = top.fold(quantity.least_end, f64::max);
        let wanted = if rows <= 3 { 4 } else { 3 };
        let ticks = linear_ticks(top, wanted);
        // Low panels have room for the two ends only.
        let ticks = match ticks[..] {
            [first, .., last] if rows > 5 => vec![first, last],
            _ => ticks,
        };
        named(&ticks, |tick| format::count(language, tick))
    }

    fn gutter(&self, language: Language, quantity: Quantity, rows: usize) -> f64 {
        widest(&self.ticks(language, quantity, rows)) + 14.0
    }

    fn name(&self, scene: &mut Scene, area: Rect) {
        let room = (area.height() / BODY.leading()) as usize;
        let mut lines = wrap(
            &self.desk,
            BODY,
            area.width(),
            room.saturating_sub(1).clamp(1, 3),
        );
        let title = lines.len();
        lines.extend(wrap(&self.unit, NOTE, area.width(), 1));
        let height = BODY.leading() * lines.len() as f64;
        let first = area.middle().1 - height / 2.0 + BODY.em;
        let next = scene.paragraph((area.left, first), Anchor::Left, BODY, &lines[..title]);
        scene.paragraph((area.left, next), Anchor::Left, NOTE, &lines[title..]);
    }

    fn draw(
        &self,
        scene: &mut Scene,
        plot: Rect,
        (ink, quantity): (Ink, Quantity),
        rows: usize,
        last: bool,
    ) {
        let ticks = self.ticks(scene.language, quantity, rows);
        let top = ticks.last().map_or(0.0, |tick| tick.0);
        let top = if top > 0.0 { top } else { 1.0 };
        let y = Axis::new(Scale::Linear, (0.0, top), (plot.bottom, plot.top));
        draw_left(scene, plot, &y, &ticks);
        let days = self.days.iter().map(|day| day.day);
        let most = (plot.width() / TICK_ROOM) as usize;
        let (x, days) = time(scene.language, days, (plot.left, plot.right), most);
        if last {
            draw_below(scene, plot, &x, &days);
        } else {
            for (day, _) in days {
                scene.line(
                    vec![(x.at(day), plot.top), (x.at(day), plot.bottom)],
                    MIST,
                    THIN,
                );
            }
        }
        let places = |pick: fn((f64, f64, f64)) -> f64| -> Vec<Point> {
            let place = |day: &DayQueue| {
                (
                    x.at(f64::from(day.day)),
                    y.at(pick((quantity.interval)(day))),
                )
            };
            let mut places: Vec<Point> = self.days.iter().map(place).collect();
            if let [only] = places[..] {
                places.push((plot.right, only.1));
            }
            places
        };
        if self.is_empty(quantity) {
            let nothing = say!(scene.language, "chart-backlog-nothing");
            let middle = (plot.middle().0, plot.middle().1 + NOTE.em / 2.0);
            scene.text(middle, Anchor::Centre, NOTE, nothing);
        }
        scene.area(band(&places(|i| i.2), &places(|i| i.0)), ink.fade(0.28));
        scene.line(places(|i| i.1), ink, BOLD - 1.0);
        scene.line(
            vec![(plot.left, plot.bottom), (plot.right, plot.bottom)],
            BLACK.fade(0.4),
            THIN,
        );
    }
}
