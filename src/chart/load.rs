//! What arrives at each desk per day, and what the desk can handle.

use serde::Serialize;

use super::ChartHead;
use crate::say;

use super::axis::{Axis, Scale, band, draw_below, draw_left, linear_ticks, named, widest};
use super::format;
use super::key::{self, Sample};
use super::label::{Labels, fit, settle, shrunk};
use super::scene::{Anchor, Ink, Point, Rect, Scene, Type};
use super::span::axis_unit;
use super::table::{Table, row};
use super::theme::{
    BLACK, BODY, CAPTION, FALSE, FALSE_TEXT, FINE, GREY, HEADING, MIST, NOTE, THIN, TICK, TRUE,
    WHITE,
};
use super::time::time;

/// Chart of the load of each desk over time.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct ReportLoad {
    /// Words around the chart.
    pub head: ChartHead,
    /// One panel per desk, one to eight, in the order of the chain.
    pub desks: Vec<DeskLoad>,
}

/// What arrives at one desk.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct DeskLoad {
    /// Name of the desk for readers.
    pub desk: String,
    /// What arrives: "flags", "reports".
    pub unit: String,
    /// A line under the name of the desk, such as "1,540 of 1.6 million are true"; may be empty.
    pub note: String,
    /// Days in order. Over more than some months a weekly rhythm hides the rest: give one day per week with the mean
    /// of that week.
    pub days: Vec<DayLoad>,
}

/// One day at one desk; all numbers are `unit` per day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct DayLoad {
    /// Day since the start.
    pub day: u32,
    /// Median of what is true.
    pub true_median: f64,
    /// Median of what is false.
    pub false_median: f64,
    /// Low end of the 90 % interval of the total.
    pub total_low: f64,
    /// Median of the total.
    pub total_median: f64,
    /// High end of the 90 % interval of the total.
    pub total_high: f64,
    /// What the desk can handle; infinite when there is no limit, and then no line is drawn.
    pub capacity: f64,
}

impl ReportLoad {
    pub(crate) fn table(&self) -> Table {
        let header = vec![
            "desk",
            "unit",
            "day",
            "true_median",
            "false_median",
            "total_low",
            "total_median",
            "total_high",
            "capacity",
        ];
        let row = |desk: &DeskLoad, d: &DayLoad| {
            row![
                desk.desk,
                desk.unit,
                d.day,
                d.true_median,
                d.false_median,
                d.total_low,
                d.total_median,
                d.total_high,
                d.capacity
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
        let top = self.legend(scene, body);
        let (columns, rows) = match self.desks.len() {
            0..=1 => (1, 1),
            2 => (2, 1),
            3 => (3, 1),
            4 => (2, 2),
            5..=6 => (3, 2),
            many => (4, many.div_ceil(4)),
        };
        let grid = Rect { top, ..body };
        let cell = |n| grid.cell(n, columns, rows, (26.0, 20.0));
        let sizes = self.desks.iter().enumerate();
        let sizes = sizes.map(|(n, desk)| shrunk(&desk.desk, HEADING, cell(n).width()).em);
        let heading = HEADING.em(sizes.fold(HEADING.em, f64::min));
        // Plots of one row begin at the same height.
        let note = |n: usize| note(&self.desks[n], cell(n).width()).1.len();
        let notes: Vec<usize> = (0..self.desks.len()).map(note).collect();
        for (n, desk) in self.desks.iter().enumerate() {
            let row = n / columns * columns..(n / columns * columns + columns).min(notes.len());
            let lines = notes[row].iter().copied().max().unwrap_or(0);
            desk.draw(scene, cell(n), heading, lines);
        }
    }

    /// Whether a limit is known of any desk.
    pub(crate) fn is_limited(&self) -> bool {
        let mut days = self.desks.iter().flat_map(|desk| &desk.days);
        days.any(|day| day.capacity.is_finite())
    }

    /// What the colours are; returns where the panels begin.
    fn legend(&self, scene: &mut Scene, body: Rect) -> f64 {
        let language = scene.language;
        let mut entries = vec![
            (
                Sample::Area(FALSE),
                FALSE_TEXT,
                say!(language, "chart-load-false"),
            ),
            (Sample::Area(TRUE), TRUE, say!(language, "chart-load-true")),
            (
                Sample::Band(GREY, RANGE),
                BLACK,
                say!(language, "chart-load-band"),
            ),
        ];
        if self.is_limited() {
            let capacity = say!(language, "chart-load-capacity");
            entries.push((Sample::Line(BLACK, 3.0), BLACK, capacity));
        }
        key::draw(scene, body, BODY, entries) + 24.0
    }
}

/// What lies between the ends of the interval of the total, above what arrives at the median.
const RANGE: Ink = MIST;

/// The note of a desk in lines.
fn note(desk: &DeskLoad, width: f64) -> (Type, Vec<String>) {
    let style = NOTE.em(22.0);
    settle(&desk.note, style, width - 10.0, 2.0 * style.leading())
}

/// Whether a capacity is so far above what arrives that nothing of that would be seen beside it.
fn is_far(capacity: f64, arriving: f64) -> bool {
    arriving > 0.0 && capacity > 10.0 * arriving
}

impl DeskLoad {
    /// The most that arrives or can be handled, without a capacity that is off the scale.
    fn top(&self) -> f64 {
        let arriving = self.arriving();
        match self.capacity() {
            Some(capacity) if !is_far(capacity, arriving) => arriving.max(capacity),
            _ => arriving,
        }
    }

    fn arriving(&self) -> f64 {
        let high = |day: &DayLoad| {
            day.total_high
                .max(day.total_median)
                .max(day.true_median + day.false_median)
        };
        self.days.iter().map(high).fold(0.0, f64::max)
    }

    /// The highest capacity, where there is one.
    fn capacity(&self) -> Option<f64> {
        let capacities = self.days.iter().map(|day| day.capacity);
        capacities.filter(|c| c.is_finite()).reduce(f64::max)
    }

    fn draw(&self, scene: &mut Scene, cell: Rect, heading: Type, lines: usize) {
        let ticks = linear_ticks(self.top() * 1.02, 4);
        let end = ticks.last().copied().unwrap_or(1.0);
        let language = scene.language;
        let (unit, unit_name) = axis_unit(language, end);
        let ticks = named(&ticks, |tick| format::count(language, tick / unit));
        let mut top = cell.top + HEADING.em;
        scene.text(
            (cell.left, top),
            Anchor::Left,
            heading,
            fit(&self.desk, heading, cell.width()),
        );
        let (style, note) = note(self, cell.width());
        scene.paragraph((cell.left, top + 30.0), Anchor::Left, style, &note);
        top += 30.0 + lines as f64 * NOTE.em(22.0).leading();
        let caption = say!(
            language,
            "chart-per-day",
            unit = format!("{unit_name}{}", self.unit)
        );
        let caption = fit(&caption, CAPTION.ink(BLACK), cell.width());
        scene.text(
            (cell.left, top + 2.0),
            Anchor::Left,
            CAPTION.ink(BLACK),
            caption,
        );
        let gutter = widest(&ticks) + 14.0;
        let plot = Rect::new(
            cell.left + gutter,
            top + 22.0,
            cell.right - 38.0,
            cell.bottom - 36.0,
        );
        let days = self.days.iter().map(|day| day.day);
        let most = (plot.width() / 110.0) as usize;
        let (x, days) = time(language, days, (plot.left, plot.right), most);
        let y = Axis::new(Scale::Linear, (0.0, end), (plot.bottom, plot.top));
        draw_left(scene, plot, &y, &ticks);
        draw_below(scene, plot, &x, &days);
        self.draw_areas(scene, &x, &y);
        self.draw_capacity(scene, plot, &x, &y);
    }

    /// Places of a value on each day; a single day gets a second place at the end of the axis.
    fn places(&self, x: &Axis, y: &Axis, value: impl Fn(&DayLoad) -> f64) -> Vec<Point> {
        let mut places: Vec<Point> = self
            .days
            .iter()
            .map(|day| (x.at(f64::from(day.day)), y.at(value(day))))
            .collect();
        if let [only] = places[..] {
            places.push((x.at(f64::INFINITY), only.1));
        }
        places
    }

    fn draw_areas(&self, scene: &mut Scene, x: &Axis, y: &Axis) {
        let floor = self.places(x, y, |_| 0.0);
        let truth = self.places(x, y, |day| day.true_median);
        let both = self.places(x, y, |day| day.true_median + day.false_median);
        let low = self.places(x, y, |day| day.total_low);
        let high = self.places(x, y, |day| day.total_high);
        // Below the areas, whose colours are those of the key.
        scene.area(band(&high, &low), RANGE);
        scene.area(band(&both, &truth), FALSE);
        scene.area(band(&truth, &floor), TRUE);
        for end in [low, high] {
            scene.line(end, GREY, THIN);
        }
        scene.line(self.places(x, y, |day| day.total_median), GREY, FINE);
    }

    fn draw_capacity(&self, scene: &mut Scene, plot: Rect, x: &Axis, y: &Axis) {
        let line = self.places(x, y, |day| day.capacity);
        let (Some(end), Some(last)) = (line.last().copied(), self.days.last()) else {
            return;
        };
        if last.capacity.is_infinite() {
            return;
        }
        let style = TICK.ink(BLACK);
        let number = format::count(scene.language, last.capacity);
        if self.capacity().is_some_and(|c| is_far(c, self.arriving())) {
            let text = say!(scene.language, "chart-load-far", number = number);
            let (style, lines) = settle(&text, style, plot.width() - 12.0, 2.0 * style.leading());
            for (n, line) in lines.into_iter().enumerate() {
                let y = plot.top + style.em + n as f64 * style.leading();
                scene.text_over((plot.right - 6.0, y), Anchor::Right, style, line);
            }
            return;
        }
        // Solid, because dashes would be lost in a line that goes up and down.
        scene.line(line.clone(), WHITE, 5.0);
        scene.line(line, BLACK, 3.0);
        let text = say!(scene.language, "chart-load-can-handle", number = number);
        let text = fit(&text, style, plot.width() - 12.0);
        let places =
            [-12.0, 8.0 + style.em].map(|dy| ((plot.right - 6.0, end.1 + dy), Anchor::Right));
        Labels::default().write(scene, plot.grown(4.0), style, &text, places);
    }
}
