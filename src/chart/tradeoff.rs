//! Share found, and flags per day, against the margin.

use serde::Serialize;

use super::ChartHead;
use crate::language::Language;
use crate::say;

use super::axis::{
    Axis, Scale, Tick, decades, draw_below, draw_left, frequency, log_ticks, named, widest,
};
use super::format;
use super::key::{self, Sample};
use super::label::{fit, settle, spread};
use super::scene::{Anchor, Ink, Point, Rect, Scene};
use super::table::{Table, row};
use super::theme::{
    BLACK, BODY, BOLD, CAPTION, DASH, FINE, GREY, NOTE, TICK, WHITE, legible, series,
};

/// Chart of the trade-off between margin, share found and flags.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Tradeoff {
    /// Words around the chart.
    pub head: ChartHead,
    /// One line per class and reading.
    pub lines: Vec<TradeoffLine>,
    /// Margins to point out: the scenario's, the minister's.
    pub marks: Vec<Mark>,
}

/// What "at most 0.01 % false positives" is a share of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Reading {
    /// Of the innocent items checked (false positive rate).
    Fpr,
    /// Of the items flagged (false discovery rate).
    Fdr,
}

impl Reading {
    fn name(self) -> &'static str {
        match self {
            Reading::Fpr => "fpr",
            Reading::Fdr => "fdr",
        }
    }
}

/// A class of material under one reading of the margin.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TradeoffLine {
    /// Name of the order or the class for readers.
    pub class: String,
    /// Number of its colour, the same for a class in every chart.
    pub colour: usize,
    /// What the margin is a share of.
    pub reading: Reading,
    /// Points along the margin.
    pub points: Vec<TradeoffPoint>,
}

/// What follows from one margin.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct TradeoffPoint {
    /// The margin (share of one).
    pub margin: f64,
    /// Share of abuse items that is flagged (0..1); `None` where the margin cannot be met.
    pub recall: Option<f64>,
    /// Innocent items flagged per day.
    pub false_per_day: f64,
    /// Abuse items flagged per day.
    pub true_per_day: f64,
    /// Whether the detector was never measured this far out; drawn pale.
    pub extrapolated: bool,
}

/// A margin to point out.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Mark {
    /// The margin (share of one).
    pub margin: f64,
    /// What it is.
    pub label: String,
}

/// Margins at the left and at the right.
const DOMAIN: (f64, f64) = (1e-1, 1e-9);
/// Height of a plot below which its lines cannot be read, in pixels.
const LOWEST: f64 = 110.0;

/// Which number of a point is drawn.
type Count = fn(&TradeoffPoint) -> f64;

impl Tradeoff {
    pub(crate) fn table(&self) -> Table {
        let header = vec![
            "class",
            "reading",
            "margin",
            "recall",
            "false_per_day",
            "true_per_day",
            "extrapolated",
        ];
        let mut rows = Vec::new();
        for line in &self.lines {
            for point in &line.points {
                let recall = point
                    .recall
                    .map(|recall| recall.to_string())
                    .unwrap_or_default();
                rows.push(row![
                    line.class,
                    line.reading.name(),
                    point.margin,
                    recall,
                    point.false_per_day,
                    point.true_per_day,
                    point.extrapolated
                ]);
            }
        }
        for mark in &self.marks {
            rows.push(row![mark.label, "mark", mark.margin, "", "", "", ""]);
        }
        Table { header, rows }
    }

    pub(crate) fn draw(&self, scene: &mut Scene, body: Rect) {
        let top = self.legend(scene, body);
        let middle = top + (body.bottom - top) * 0.56;
        self.draw_found(
            scene,
            Rect {
                top,
                bottom: middle,
                ..body
            },
        );
        self.draw_flags(
            scene,
            Rect {
                top: middle + 16.0,
                ..body
            },
        );
    }

    /// Names of the classes in order of appearance.
    fn classes(&self) -> Vec<&str> {
        let mut classes: Vec<&str> = Vec::new();
        for line in &self.lines {
            if !classes.contains(&line.class.as_str()) {
                classes.push(&line.class);
            }
        }
        classes
    }

    fn ink(&self, class: &str) -> Ink {
        let line = self.lines.iter().find(|line| line.class == class);
        series(line.map_or(0, |line| line.colour))
    }

    fn legend(&self, scene: &mut Scene, body: Rect) -> f64 {
        let language = scene.language;
        let mut entries = vec![
            (
                Sample::Line(BLACK, BOLD),
                BLACK,
                say!(language, "chart-tradeoff-fpr"),
            ),
            (
                Sample::Dashed(BLACK, DASH),
                BLACK,
                say!(language, "chart-tradeoff-fdr"),
            ),
        ];
        let mut points = self.lines.iter().flat_map(|line| &line.points);
        if points.any(|point| point.extrapolated) {
            entries.push((
                Sample::Line(pale(BLACK), BOLD),
                BLACK,
                say!(language, "chart-tradeoff-pale"),
            ));
        }
        key::draw(scene, body, BODY, entries) + 18.0
    }

    fn draw_found(&self, scene: &mut Scene, panel: Rect) {
        let language = scene.language;
        let title = say!(language, "chart-tradeoff-found");
        let at = (panel.left, panel.top + 24.0);
        scene.text(at, Anchor::Left, CAPTION.ink(BLACK), title);
        let rows = self.rows().len().max(1);
        let header = 36.0 + rows as f64 * TICK.leading();
        let plot = Rect::new(
            panel.left + 90.0,
            panel.top + header,
            panel.right - 330.0,
            panel.bottom - 84.0,
        );
        scene.needs(plot.height(), LOWEST);
        let x = Axis::new(Scale::Log, DOMAIN, (plot.left, plot.right));
        let y = Axis::new(Scale::Linear, (0.0, 1.0), (plot.bottom, plot.top));
        let ticks = named(&[0.0, 0.25, 0.5, 0.75, 1.0], |s| {
            format::percent(language, s)
        });
        draw_left(scene, plot, &y, &ticks);
        draw_below(scene, plot, &x, &margin_ticks(language, 9));
        let end = (plot.right, plot.bottom + 78.0);
        scene.text(
            end,
            Anchor::Right,
            CAPTION.ink(BLACK),
            say!(language, "chart-tradeoff-margin"),
        );
        self.draw_marks(scene, plot, &x, TICK.leading());
        self.name_marks(scene, plot, &x);
        for line in &self.lines {
            draw_line(scene, line, self.ink(&line.class), BOLD, |point| {
                point
                    .recall
                    .map(|recall| (x.at(point.margin), y.at(recall)))
            });
        }
        self.name_ends(scene, plot, panel, &x, &y);
    }

    /// Class names right of the plot, each at the end of its line.
    fn name_ends(&self, scene: &mut Scene, plot: Rect, panel: Rect, x: &Axis, y: &Axis) {
        let ends: Vec<(Point, &str)> = self
            .classes()
            .into_iter()
            .filter_map(|class| Some((self.end(class, x, y)?, class)))
            .collect();
        let wanted: Vec<f64> = ends.iter().map(|(end, _)| end.1).collect();
        let style = if ends.len() > 4 { NOTE } else { BODY };
        let room = panel.right - plot.right - 44.0;
        let names: Vec<_> = ends
            .iter()
            .map(|(_, class)| settle(class, style, room, 2.0 * style.leading()))
            .collect();
        let most = names.iter().map(|(_, lines)| lines.len()).max();
        let places = spread(
            &wanted,
            most.unwrap_or(1) as f64 * style.leading() + 2.0,
            (panel.top, plot.bottom + 14.0),
        );
        for (((end, class), (style, name)), place) in ends.into_iter().zip(names).zip(places) {
            let ink = self.ink(class);
            let from = (plot.right + 8.0, end.1);
            scene.line(vec![from, (plot.right + 34.0, place)], pale(ink), FINE);
            let rise = (name.len() as f64 - 1.0) / 2.0 * style.leading();
            let at = (plot.right + 42.0, style.centred(place) - rise);
            scene.paragraph(at, Anchor::Left, style.ink(legible(ink)), &name);
        }
    }

    /// Where the line of a class ends: the solid one, else the dashed one.
    fn end(&self, class: &str, x: &Axis, y: &Axis) -> Option<Point> {
        let of = |reading| {
            let line = self
                .lines
                .iter()
                .find(|l| l.class == class && l.reading == reading)?;
            let met = line.points.iter().filter(|p| x.holds(p.margin));
            let last = met
                .filter_map(|p| Some((p.margin, p.recall?)))
                .min_by(|a, b| a.0.total_cmp(&b.0))?;
            Some((x.at(last.0), y.at(last.1)))
        };
        of(Reading::Fpr).or_else(|| of(Reading::Fdr))
    }

    fn draw_flags(&self, scene: &mut Scene, panel: Rect) {
        let exponents = self.exponents();
        let language = scene.language;
        let ticks = named(&log_ticks(exponents, 5), |n| format::count(language, n));
        let low = libm::exp10(f64::from(exponents.0));
        let high = libm::exp10(f64::from(exponents.1));
        let panels: [(String, Count); 2] = [
            (say!(language, "chart-tradeoff-false"), |p| p.false_per_day),
            (say!(language, "chart-tradeoff-true"), |p| p.true_per_day),
        ];
        for (n, (title, value)) in panels.into_iter().enumerate() {
            let cell = panel.cell(n, 2, 1, (20.0, 0.0));
            let at = (cell.left, cell.top + 24.0);
            scene.text(at, Anchor::Left, CAPTION.ink(BLACK), title);
            let plot = Rect {
                left: cell.left + widest(&ticks) + 14.0,
                top: cell.top + 48.0,
                right: cell.right - 50.0,
                bottom: cell.bottom - 58.0,
            };
            scene.needs(plot.height(), LOWEST);
            let x = Axis::new(Scale::Log, DOMAIN, (plot.left, plot.right));
            let y = Axis::new(Scale::Log, (low, high), (plot.bottom, plot.top));
            draw_left(scene, plot, &y, &ticks);
            draw_below(scene, plot, &x, &margin_ticks(language, 5));
            self.draw_marks(scene, plot, &x, 0.0);
            let is_shown = |point: &TradeoffPoint| point.recall.is_some() && value(point) >= low;
            for line in &self.lines {
                draw_line(
                    scene,
                    line,
                    self.ink(&line.class),
                    self.width(&line.class),
                    |point| is_shown(point).then(|| (x.at(point.margin), y.at(value(point)))),
                );
            }
            let mut points = self.lines.iter().flat_map(|line| &line.points);
            if !points.any(is_shown) {
                let below = say!(
                    language,
                    "chart-tradeoff-below",
                    number = format::count(language, low)
                );
                let at = (plot.middle().0, NOTE.centred(plot.middle().1));
                scene.text_over(at, Anchor::Centre, NOTE, below);
            }
        }
    }

    /// Powers of ten that enclose the flags per day.
    fn exponents(&self) -> (i32, i32) {
        let met = self
            .lines
            .iter()
            .flat_map(|line| &line.points)
            .filter(|p| p.recall.is_some());
        let flags: Vec<f64> = met
            .flat_map(|p| [p.false_per_day, p.true_per_day])
            .collect();
        let high = flags.iter().copied().fold(10.0, f64::max);
        let low = flags
            .iter()
            .copied()
            .filter(|n| *n > 0.0)
            .fold(1.0, f64::min);
        decades(low.max(0.01).min(high / 10.0), high)
    }

    /// Width of the lines of a class where those of several classes coincide: the later, the thinner.
    fn width(&self, class: &str) -> f64 {
        let classes = self.classes();
        let later = classes
            .iter()
            .rev()
            .position(|other| *other == class)
            .unwrap_or(0);
        3.0 + later as f64 * (9.0 / classes.len() as f64).min(3.0)
    }

    /// The marks from strict to loose: row by row upward, so that no line crosses the text of another.
    fn rows(&self) -> Vec<&Mark> {
        let mut marks: Vec<&Mark> = self.marks.iter().collect();
        marks.sort_by(|a, b| a.margin.total_cmp(&b.margin));
        marks.truncate(4);
        marks
    }

    fn draw_marks(&self, scene: &mut Scene, plot: Rect, x: &Axis, rise: f64) {
        for (n, mark) in self.rows().into_iter().enumerate() {
            if !x.holds(mark.margin) {
                continue;
            }
            let at = x.at(mark.margin);
            let top = plot.top - 8.0 - n as f64 * rise;
            scene.dashed(&[(at, plot.bottom), (at, top)], GREY, FINE, (4.0, 5.0));
        }
    }

    fn name_marks(&self, scene: &mut Scene, plot: Rect, x: &Axis) {
        for (n, mark) in self.rows().into_iter().enumerate() {
            let at = x.at(mark.margin);
            let arrow = if x.holds(mark.margin) { "" } else { " ←" };
            let number = format!(": {}{arrow}", format::percent(scene.language, mark.margin));
            let room = plot.width() - TICK.width(&number);
            let text = fit(&mark.label, TICK, room) + &number;
            let width = TICK.width(&text);
            let (rightward, leftward) = (at + 8.0, at - 8.0 - width);
            let left = if rightward + width <= plot.right {
                rightward
            } else if leftward >= plot.left {
                leftward
            } else {
                plot.right - width
            };
            let baseline = plot.top - 10.0 - n as f64 * TICK.leading();
            scene.text_over((left, baseline), Anchor::Left, TICK.ink(BLACK), text);
        }
    }
}

fn pale(ink: Ink) -> Ink {
    ink.toward(WHITE, 0.6)
}

fn margin_ticks(language: Language, most: usize) -> Vec<Tick> {
    let ticks: Vec<f64> = log_ticks((-9, -1), most).into_iter().rev().collect();
    named(&ticks, |margin| frequency(language, margin))
}

/// A line through the points that have a place, in runs of measured and extrapolated points.
fn draw_line(
    scene: &mut Scene,
    line: &TradeoffLine,
    ink: Ink,
    width: f64,
    place: impl Fn(&TradeoffPoint) -> Option<Point>,
) {
    let mut run: Vec<Point> = Vec::new();
    let mut faint = false;
    let mut flush = |run: &mut Vec<Point>, faint: bool| {
        let ink = if faint { pale(ink) } else { ink };
        match line.reading {
            Reading::Fpr => scene.line(std::mem::take(run), ink, width),
            Reading::Fdr => scene.dashed(&std::mem::take(run), ink, width.min(BOLD), DASH),
        }
    };
    for point in line.points.iter().filter(|point| point.margin > 0.0) {
        let Some(at) = place(point) else {
            flush(&mut run, faint);
            continue;
        };
        if point.extrapolated != faint {
            let last = run.last().copied();
            flush(&mut run, faint);
            run.extend(last);
            faint = point.extrapolated;
        }
        run.push(at);
    }
    flush(&mut run, faint);
}
