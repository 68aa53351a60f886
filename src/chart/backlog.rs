//! What waits at each desk, and for how long.

use serde::Serialize;

use super::ChartHead;
use crate::language::Language;
use crate::say;

use super::axis::{
    Axis, Scale, band, day_ticks, draw_below, draw_left, linear_ticks, named, widest,
};
use super::format;
use super::label::{fit, wrap};
use super::scene::{Anchor, Ink, Point, Rect, Scene};
use super::table::{Table, row};
use super::theme::{BLACK, BODY, BOLD, MIST, NOTE, PURPLE, THIN, VERMILLION};
use super::time::day_name;

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

/// Low, median and high of one day.
type Interval = fn(&DayQueue) -> (f64, f64, f64);

const BACKLOG: Interval = |day| (day.backlog_low, day.backlog_median, day.backlog_high);
const DELAY: Interval = |day| (day.delay_low, day.delay_median, day.delay_high);

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
        let panels: [(String, Ink, Interval); 2] = [
            (say!(language, "chart-backlog-waiting"), VERMILLION, BACKLOG),
            (say!(language, "chart-backlog-delay"), PURPLE, DELAY),
        ];
        let rows = self.desks.len().max(1);
        for (n, (title, ink, interval)) in panels.into_iter().enumerate() {
            let column = columns.cell(n, 2, 1, (40.0, 0.0));
            scene.rect(
                Rect::new(column.left, top - 19.0, column.left + 24.0, top + 3.0),
                ink,
            );
            let title = fit(&title, BODY, column.width() - 34.0);
            scene.text((column.left + 34.0, top), Anchor::Left, BODY, title);
            let column = Rect {
                top: top + 16.0,
                ..column
            };
            let gutter = self
                .desks
                .iter()
                .map(|desk| desk.gutter(language, interval, rows))
                .fold(0.0, f64::max);
            for (row, desk) in self.desks.iter().enumerate() {
                let cell = column.cell(row, 1, rows, (0.0, 10.0));
                let plot = Rect {
                    left: cell.left + gutter,
                    top: cell.top + 12.0,
                    right: cell.right - 30.0,
                    bottom: cell.bottom - 8.0,
                };
                desk.draw(scene, plot, ink, interval, rows, row + 1 == rows);
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
    fn ticks(&self, language: Language, interval: Interval, rows: usize) -> Vec<(f64, String)> {
        let high = |day: &DayQueue| interval(day).2.max(interval(day).1);
        let top = self.days.iter().map(high).fold(0.0, f64::max);
        let wanted = if rows <= 3 { 4 } else { 3 };
        let ticks = linear_ticks(top, wanted);
        // Low panels have room for the two ends only.
        let ticks = match ticks[..] {
            [first, .., last] if rows > 5 => vec![first, last],
            _ => ticks,
        };
        named(&ticks, |tick| format::count(language, tick))
    }

    fn gutter(&self, language: Language, interval: Interval, rows: usize) -> f64 {
        widest(&self.ticks(language, interval, rows)) + 14.0
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
        ink: Ink,
        interval: Interval,
        rows: usize,
        last: bool,
    ) {
        let ticks = self.ticks(scene.language, interval, rows);
        let top = ticks.last().map_or(1.0, |tick| tick.0);
        let y = Axis::new(Scale::Linear, (0.0, top), (plot.bottom, plot.top));
        draw_left(scene, plot, &y, &ticks);
        let first_day = self.days.first().map_or(0.0, |day| f64::from(day.day));
        let last_day = self
            .days
            .last()
            .map_or(1.0, |day| f64::from(day.day))
            .max(first_day);
        let end = if last_day > first_day {
            last_day
        } else {
            first_day + 1.0
        };
        let x = Axis::new(Scale::Linear, (first_day, end), (plot.left, plot.right));
        let days = day_ticks(first_day, last_day, 5);
        if last {
            let named = named(&days, |day| day_name(scene.language, day));
            draw_below(scene, plot, &x, &named);
        } else {
            for day in days {
                scene.line(
                    vec![(x.at(day), plot.top), (x.at(day), plot.bottom)],
                    MIST,
                    THIN,
                );
            }
        }
        let places = |pick: fn((f64, f64, f64)) -> f64| -> Vec<Point> {
            let place = |day: &DayQueue| (x.at(f64::from(day.day)), y.at(pick(interval(day))));
            let mut places: Vec<Point> = self.days.iter().map(place).collect();
            if let [only] = places[..] {
                places.push((plot.right, only.1));
            }
            places
        };
        scene.area(band(&places(|i| i.2), &places(|i| i.0)), ink.fade(0.28));
        scene.line(places(|i| i.1), ink, BOLD - 1.0);
        scene.line(
            vec![(plot.left, plot.bottom), (plot.right, plot.bottom)],
            BLACK.fade(0.4),
            THIN,
        );
    }
}
