//! What each mechanism does to the reports at one desk: everything on against all but one.

use serde::Serialize;

use super::ChartHead;
use crate::language::Language;
use crate::say;

use super::axis::{Axis, Scale, Tick, draw_left, widest};
use super::format;
use super::key::{self, Sample};
use super::label::{fit, wrap};
use super::scene::{Anchor, Ink, Point, Rect, Scene, Type};
use super::span::Span;
use super::table::{Table, row};
use super::theme::{BLUE, BODY, GREY, HEADING, MIST, SILVER, THIN, TICK};
use super::time::time;

/// Chart of one small panel per mechanism: reports per day at a desk with everything on, and with that mechanism off.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Mechanisms {
    /// Words around the chart; the subtitle says whether lines are medians or means over replications.
    pub head: ChartHead,
    /// Name of the desk for readers.
    pub desk: String,
    /// What arrives: "flags", "reports".
    pub unit: String,
    /// With everything on, the same line in every panel; days in order.
    pub all_on: Vec<DayReports>,
    /// One panel per mechanism, one to sixteen, in the order in which they are to be read.
    pub mechanisms: Vec<MechanismOff>,
}

/// The run with one mechanism switched off.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct MechanismOff {
    /// Name of the mechanism for readers: "deduplication".
    pub mechanism: String,
    /// Without it; days in order, those of `all_on`.
    pub days: Vec<DayReports>,
    /// Relative difference of the total over the horizon; `None` where it has no meaning, such as a total of zero with
    /// everything on.
    pub change: Option<TotalChange>,
}

/// What arrives on one day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct DayReports {
    /// Day since the start: the last of the seven days of the mean.
    pub day: u32,
    /// Mean of seven days (`unit` per day).
    pub per_day: f64,
}

/// Relative difference of two totals, (without − with) / with, over pairs of replications; −1 and above, 0 = none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct TotalChange {
    /// Low end of the 90 % interval.
    pub low: f64,
    /// Median.
    pub median: f64,
    /// High end of the 90 % interval.
    pub high: f64,
}

/// Without the mechanism.
const OFF: Ink = BLUE;
/// Everything on.
const ON: Ink = SILVER;
/// Largest ratio of the highest days of two lines that a linear axis still shows.
const LINEAR: f64 = 12.0;

/// Sizes that depend on the number of panels.
struct Grid {
    columns: usize,
    rows: usize,
    em: f64,
}

impl Grid {
    fn of(panels: usize) -> Self {
        let (columns, rows, em) = match panels {
            0..=1 => (1, 1, 27.0),
            2 => (2, 1, 26.0),
            3 => (3, 1, 25.0),
            4 => (2, 2, 25.0),
            5..=6 => (3, 2, 24.0),
            7..=9 => (3, 3, 22.0),
            many => (4, many.div_ceil(4), 21.0),
        };
        Self { columns, rows, em }
    }
}

impl Mechanisms {
    pub(crate) fn table(&self) -> Table {
        let header = vec![
            "kind",
            "mechanism_off",
            "day",
            "per_day",
            "change_low",
            "change_median",
            "change_high",
        ];
        let day = |name: &str, d: &DayReports| row!["day", name, d.day, d.per_day, "", "", ""];
        let mut rows: Vec<Vec<String>> = self.all_on.iter().map(|d| day("", d)).collect();
        for off in &self.mechanisms {
            rows.extend(off.days.iter().map(|d| day(&off.mechanism, d)));
        }
        for off in &self.mechanisms {
            let [low, median, high] = off.change.map_or_else(Default::default, |c| {
                [c.low, c.median, c.high].map(|x| x.to_string())
            });
            rows.push(row!["total", off.mechanism, "", "", low, median, high]);
        }
        Table { header, rows }
    }

    pub(crate) fn draw(&self, scene: &mut Scene, body: Rect) {
        let language = scene.language;
        let span = self.span(language);
        let top = self.key(scene, body, &span);
        let grid = Grid::of(self.mechanisms.len());
        let gutter = widest(&span.ticks) + 14.0;
        let area = Rect::new(
            body.left + gutter,
            top,
            body.right - 30.0,
            body.bottom - 34.0,
        );
        let gap = (36.0, 14.0);
        let width = area.cell(0, grid.columns, grid.rows, gap).width();
        let words = self.words(language, TICK.em(grid.em - 2.0), width);
        for (n, off) in self.mechanisms.iter().enumerate() {
            let cell = area.cell(n, grid.columns, grid.rows, gap);
            let place = Place {
                first_column: n % grid.columns == 0,
                last_in_column: n + grid.columns >= self.mechanisms.len(),
                words,
            };
            self.panel(scene, off, cell, &span, grid.em, place);
        }
    }

    /// What the axis is and what the two colours are; returns where the panels begin.
    fn key(&self, scene: &mut Scene, body: Rect, span: &Span) -> f64 {
        let language = scene.language;
        let what = |desk: &str| {
            let name = say!(
                language,
                "chart-mechanisms-axis",
                unit = self.unit.as_str(),
                desk = desk
            );
            span.caption(language, &name)
        };
        let room = body.width() - BODY.width(&what(""));
        let text = fit(&what(&fit(&self.desk, BODY, room)), BODY, body.width());
        let y = body.top + 26.0;
        let right = scene.text((body.left, y), Anchor::Left, BODY, text).right;
        let entries = vec![
            (
                Sample::Line(ON, 5.0),
                GREY,
                say!(language, "chart-mechanisms-on"),
            ),
            (
                Sample::Line(OFF, 5.0),
                OFF,
                say!(language, "chart-mechanisms-off"),
            ),
        ];
        let width: f64 = entries.iter().map(|e| BODY.width(&e.2) + 90.0).sum();
        let beside = right + 24.0 + width <= body.right;
        let area = Rect {
            left: if beside { right + 24.0 } else { body.left },
            top: if beside { body.top } else { body.top + 32.0 },
            ..body
        };
        key::draw(scene, area, BODY, entries) + 16.0
    }

    /// One scale for all panels; logarithmic when the highest days of two lines lie too far apart.
    fn span(&self, language: Language) -> Span {
        let lines = || {
            let off = self.mechanisms.iter().map(|off| &off.days);
            std::iter::once(&self.all_on).chain(off)
        };
        let peak = |days: &Vec<DayReports>| {
            let finite = days.iter().map(|day| day.per_day);
            finite.filter(|x| x.is_finite()).fold(0.0, f64::max)
        };
        let peaks = lines().map(peak).filter(|peak| *peak > 0.0);
        let wanted = if self.mechanisms.len() > 6 { 3 } else { 4 };
        let span = Span::enclosing(language, peaks.clone(), LINEAR, wanted);
        if span.scale == Scale::Linear {
            return span;
        }
        // The first days, when little arrives yet, do not decide how far down the axis goes.
        let floor = peaks.clone().fold(f64::INFINITY, f64::min) / 10.0;
        let numbers = lines().flatten().map(|day| day.per_day);
        let lowest = numbers
            .filter(|number| *number > 0.0)
            .fold(f64::INFINITY, f64::min)
            .max(floor);
        Span::log(language, lowest, peaks.fold(0.0, f64::max), wanted)
    }

    fn panel(
        &self,
        scene: &mut Scene,
        off: &MechanismOff,
        cell: Rect,
        span: &Span,
        em: f64,
        place: Place,
    ) {
        let (title, note) = (HEADING.em(em), TICK.em(em - 2.0));
        let lines = wrap(&off.mechanism, title, cell.width(), 1);
        scene.paragraph((cell.left, cell.top + em), Anchor::Left, title, &lines);
        let at = (cell.left, cell.top + em + note.leading());
        let text = fit(
            &place.words.of(scene.language, off.change.as_ref()),
            note,
            cell.width(),
        );
        scene.text(at, Anchor::Left, note.ink(OFF), text);
        let plot = Rect::new(cell.left, at.1 + 0.6 * em, cell.right, cell.bottom - 6.0);
        let y = span.axis((plot.bottom, plot.top));
        if place.first_column {
            draw_left(scene, plot, &y, &span.ticks);
        } else {
            grid_lines(scene, plot, &y, &span.ticks);
        }
        let days = self.all_on.iter().chain(&off.days).map(|day| day.day);
        let most = (plot.width() / 110.0) as usize;
        let (x, ticks) = time(scene.language, days, (plot.left, plot.right), most.max(2));
        days_below(scene, plot, &x, &ticks, place.last_in_column);
        scene.line(places(&self.all_on, &x, &y), ON, 5.0);
        scene.line(places(&off.days, &x, &y), OFF, 3.0);
    }

    /// The longest words in which every panel can say its change.
    fn words(&self, language: Language, style: Type, width: f64) -> Words {
        let fits = |words: &Words| {
            let mut panels = self.mechanisms.iter();
            panels.all(|off| style.width(&words.of(language, off.change.as_ref())) <= width)
        };
        [Words::Long, Words::Middle]
            .into_iter()
            .find(fits)
            .unwrap_or(Words::Short)
    }
}

/// Where a panel stands in the grid.
#[derive(Clone, Copy)]
struct Place {
    first_column: bool,
    last_in_column: bool,
    words: Words,
}

fn grid_lines(scene: &mut Scene, plot: Rect, y: &Axis, ticks: &[Tick]) {
    for (value, _) in ticks {
        let at = y.at(*value);
        scene.line(vec![(plot.left, at), (plot.right, at)], MIST, THIN);
    }
}

fn places(days: &[DayReports], x: &Axis, y: &Axis) -> Vec<Point> {
    let place = |day: &DayReports| (x.at(f64::from(day.day)), y.at(day.per_day));
    let mut places: Vec<Point> = days.iter().map(place).collect();
    if let [only] = places[..] {
        places.push((x.at(f64::INFINITY), only.1));
    }
    places
}

/// Vertical grid lines, and with `named` their numbers below; no number leaves the width of the plot, so that it meets
/// nothing of the next panel.
fn days_below(scene: &mut Scene, plot: Rect, x: &Axis, ticks: &[Tick], named: bool) {
    let mut free = f64::NEG_INFINITY;
    for (day, text) in ticks {
        let at = x.at(*day);
        scene.line(vec![(at, plot.top), (at, plot.bottom)], MIST, THIN);
        let width = TICK.width(text);
        let left = (at - width / 2.0).min(plot.right - width).max(plot.left);
        if named && left > free {
            let baseline = plot.bottom + 1.15 * TICK.em;
            scene.text((left, baseline), Anchor::Left, TICK, text.as_str());
            free = left + width + 0.4 * TICK.em;
        }
    }
    let floor = vec![(plot.left, plot.bottom), (plot.right, plot.bottom)];
    scene.line(floor, SILVER, THIN);
}

/// How much is said of a change.
#[derive(Clone, Copy)]
enum Words {
    Long,
    Middle,
    Short,
}

impl Words {
    fn of(self, language: Language, change: Option<&TotalChange>) -> String {
        let Some(change) = change else {
            return say!(language, "chart-total-none");
        };
        let [low, median, high] =
            [change.low, change.median, change.high].map(|x| format::change(language, x));
        let low = low.trim_end_matches(" %");
        match self {
            Words::Long => say!(
                language,
                "chart-total-long",
                median = median,
                low = low,
                high = high
            ),
            Words::Middle => say!(
                language,
                "chart-total-middle",
                median = median,
                low = low,
                high = high
            ),
            Words::Short => say!(language, "chart-total-short", median = median),
        }
    }
}
