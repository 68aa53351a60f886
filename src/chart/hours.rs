//! What the hours of the police are spent on.

use serde::Serialize;

use super::ChartHead;
use crate::language::Language;
use crate::say;

use super::axis::{Axis, band, draw_below, draw_left, widest};
use super::format;
use super::label::{Labels, fit, spread, wrap};
use super::scene::{Anchor, Ink, Point, Rect, Scene, Type};
use super::span::Span;
use super::table::{Table, row};
use super::theme::{
    BLACK, BODY, CAPTION, DASH, FALSE, FALSE_TEXT, FINE, GREEN, GREY, NOTE, SILVER, TICK, TRUE,
    WHITE,
};
use super::time::time;

/// Chart of police hours by use over time, stacked.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Hours {
    /// Words around the chart.
    pub head: ChartHead,
    /// A sentence above the picture, such as "About 310 targeted cases per year are not investigated (90 %: 250–390)";
    /// may be empty.
    pub lost_cases: String,
    /// Weeks in order.
    pub weeks: Vec<WeekHours>,
}

/// Hours per day on an average day of one week; every number is a mean over replications. The four uses add up to no
/// more than rounding away from `available`, or above it where work was done over time.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct WeekHours {
    /// First day of the week, since the start.
    pub day: u32,
    /// Targeted investigation (hours per day).
    pub targeted: f64,
    /// Reading reports that are true (hours per day).
    pub true_reports: f64,
    /// Reading reports that are false (hours per day).
    pub false_reports: f64,
    /// Spent on nothing (hours per day).
    pub unused: f64,
    /// Hours available (hours per day); infinite when there is no limit, and then no line is drawn.
    pub available: f64,
}

/// A use: name, fill, colour of its text, and its hours.
type Use = (fn(Language) -> String, Ink, Ink, fn(&WeekHours) -> f64);

/// The uses from the bottom to the top.
const USES: [Use; 4] = [
    (
        |language| say!(language, "chart-hours-targeted"),
        GREEN,
        Ink::rgb(0x00, 0x7A, 0x59),
        |week| week.targeted,
    ),
    (
        |language| say!(language, "chart-hours-true"),
        TRUE,
        TRUE,
        |week| week.true_reports,
    ),
    (
        |language| say!(language, "chart-hours-false"),
        FALSE,
        FALSE_TEXT,
        |week| week.false_reports,
    ),
    (
        |language| say!(language, "chart-hours-unused"),
        Ink::rgb(0xD3, 0xD9, 0xDF),
        GREY,
        |week| week.unused,
    ),
];

impl Hours {
    pub(crate) fn table(&self) -> Table {
        let header = vec![
            "day",
            "targeted_hours_per_day",
            "true_reports_hours_per_day",
            "false_reports_hours_per_day",
            "unused_hours_per_day",
            "available_hours_per_day",
        ];
        let row = |w: &WeekHours| {
            row![
                w.day,
                w.targeted,
                w.true_reports,
                w.false_reports,
                w.unused,
                w.available
            ]
        };
        Table {
            header,
            rows: self.weeks.iter().map(row).collect(),
        }
    }

    pub(crate) fn draw(&self, scene: &mut Scene, body: Rect) {
        let lost = wrap(&self.lost_cases, BODY, body.width(), 2);
        let top = scene.paragraph((body.left, body.top + 26.0), Anchor::Left, BODY, &lost);
        let language = scene.language;
        let span = Span::linear(language, self.top() * 1.02, 5);
        let caption = CAPTION.ink(BLACK);
        let name = span.caption(language, &say!(language, "chart-hours-axis"));
        scene.text((body.left, top + 8.0), Anchor::Left, caption, name);
        let plot = Rect::new(
            body.left + widest(&span.ticks) + 14.0,
            top + 32.0,
            body.right - 370.0,
            body.bottom - 38.0,
        );
        let y = span.axis((plot.bottom, plot.top));
        let days = self.weeks.iter().map(|week| week.day);
        let (x, ticks) = time(language, days, (plot.left, plot.right), 8);
        draw_left(scene, plot, &y, &span.ticks);
        draw_below(scene, plot, &x, &ticks);
        self.draw_uses(scene, &x, &y);
        self.draw_available(scene, plot, &x, &y);
        self.name_uses(scene, plot, body.right, &y);
    }

    /// The most hours of any week.
    fn top(&self) -> f64 {
        let most = |week: &WeekHours| {
            let used = levels(week)[USES.len()];
            if week.available.is_finite() {
                used.max(week.available)
            } else {
                used
            }
        };
        self.weeks.iter().map(most).fold(0.0, f64::max)
    }

    fn places(&self, x: &Axis, y: &Axis, value: impl Fn(&WeekHours) -> f64) -> Vec<Point> {
        let place = |week: &WeekHours| (x.at(f64::from(week.day)), y.at(value(week)));
        let mut places: Vec<Point> = self.weeks.iter().map(place).collect();
        if let [only] = places[..] {
            places.push((x.at(f64::INFINITY), only.1));
        }
        places
    }

    fn draw_uses(&self, scene: &mut Scene, x: &Axis, y: &Axis) {
        for (n, (_, fill, _, _)) in USES.into_iter().enumerate() {
            let upper = self.places(x, y, |week| levels(week)[n + 1]);
            let lower = self.places(x, y, |week| levels(week)[n]);
            scene.area(band(&upper, &lower), fill);
            if n > 0 {
                scene.line(lower, WHITE, FINE);
            }
        }
    }

    fn draw_available(&self, scene: &mut Scene, plot: Rect, x: &Axis, y: &Axis) {
        let line = self.places(x, y, |week| week.available);
        let (Some(end), Some(last)) = (line.last().copied(), self.weeks.last()) else {
            return;
        };
        if !last.available.is_finite() {
            return;
        }
        scene.line(line.clone(), WHITE, 5.0);
        scene.dashed(&line, BLACK, 3.0, DASH);
        let style = TICK.ink(BLACK);
        let hours = format::estimate(scene.language, last.available);
        let text = say!(scene.language, "chart-hours-available", hours = hours);
        let text = fit(&text, style, plot.width() - 12.0);
        let places =
            [-12.0, 8.0 + style.em].map(|dy| ((plot.right - 6.0, end.1 + dy), Anchor::Right));
        Labels::default().write(scene, plot.grown(30.0), style, &text, places);
    }

    /// Names right of the plot, each at the height of its area in the last week.
    fn name_uses(&self, scene: &mut Scene, plot: Rect, right: f64, y: &Axis) {
        let Some(last) = self.weeks.last() else {
            return;
        };
        let levels = levels(last);
        let height = BODY.leading() + NOTE.leading() + 8.0;
        let shown = self.shown();
        // An order from the top down even where areas have no height.
        let wanted: Vec<f64> = shown
            .iter()
            .map(|n| y.at((levels[*n] + levels[n + 1]) / 2.0) - *n as f64 * 1e-3)
            .collect();
        let places = spread(&wanted, height, (plot.top - 20.0, plot.bottom + 20.0));
        let left = plot.right + 42.0;
        for ((n, wanted), place) in shown.into_iter().zip(wanted).zip(places) {
            let (name, fill, ink, hours) = USES[n];
            let leader = vec![(plot.right + 6.0, wanted), (left - 8.0, place)];
            let pale = if n == USES.len() - 1 { SILVER } else { fill };
            scene.line(leader, pale, FINE);
            let first = place - height / 2.0 + BODY.em;
            let style: Type = BODY.ink(ink);
            let text = fit(&name(scene.language), style, right - left);
            scene.text((left, first), Anchor::Left, style, text);
            let hours = format::estimate(scene.language, hours(last));
            let text = say!(scene.language, "chart-hours-end", hours = hours);
            let text = fit(&text, NOTE, right - left);
            scene.text((left, first + NOTE.leading()), Anchor::Left, NOTE, text);
        }
    }

    /// The uses that hours are spent on in any week.
    fn shown(&self) -> Vec<usize> {
        let is_used = |n: &usize| self.weeks.iter().any(|week| USES[*n].3(week) > 0.0);
        (0..USES.len()).filter(is_used).collect()
    }
}

/// Heights between the uses: zero, then the sum of the first, of the first two, and so on.
fn levels(week: &WeekHours) -> [f64; 5] {
    let mut levels = [0.0; 5];
    for (n, (_, _, _, hours)) in USES.into_iter().enumerate() {
        levels[n + 1] = levels[n] + hours(week);
    }
    levels
}
