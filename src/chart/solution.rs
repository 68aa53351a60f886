//! A metric against the factor that was solved for, with the target.

use serde::Serialize;

use super::ChartHead;
use crate::language::Language;
use crate::say;

use super::axis::{Axis, Scale, band, draw_below, draw_left, named, widest};
use super::format;
use super::label::{Labels, fit};
use super::scene::{Anchor, Rect, Scene};
use super::span::Span;
use super::table::{Table, row};
use super::theme::{BLACK, BLUE, BOLD, CAPTION, DASH, FINE, GREY, NOTE, THIN, VERMILLION, legible};

/// Chart of a metric against one factor: its statistic and the spread over replications, the target, and where it is met.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Solution {
    /// Words around the chart.
    pub head: ChartHead,
    /// Name of the factor with its unit.
    pub factor: String,
    /// Whether the factor is on a logarithmic scale.
    pub is_logarithmic: bool,
    /// Name of the metric with its unit.
    pub metric: String,
    /// Sampled values of the factor in increasing order.
    pub points: Vec<SolutionPoint>,
    /// What the metric must meet.
    pub target: f64,
    /// Where the statistic meets it.
    pub solutions: Vec<SolutionMark>,
}

/// The metric at one value of the factor.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct SolutionPoint {
    /// Value of the factor.
    pub at: f64,
    /// The statistic that is compared with the target.
    pub statistic: f64,
    /// 5 % quantile over replications.
    pub low: f64,
    /// 95 % quantile over replications.
    pub high: f64,
}

/// A value of the factor that meets the target.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct SolutionMark {
    /// Value of the factor.
    pub at: f64,
    /// Low end of its interval; the end of the range where it lies outside.
    pub low: f64,
    /// High end of its interval.
    pub high: f64,
    /// The value with its unit, for readers.
    pub label: String,
}

/// Largest ratio of two numbers that a linear axis still shows.
const LINEAR: f64 = 50.0;

impl Solution {
    pub(crate) fn table(&self) -> Table {
        let header = vec!["kind", "factor", "value", "low", "high"];
        let points = self
            .points
            .iter()
            .map(|p| row!["sampled", p.at, p.statistic, p.low, p.high]);
        let marks = self
            .solutions
            .iter()
            .map(|m| row!["solution", m.at, self.target, m.low, m.high]);
        Table {
            header,
            rows: points.chain(marks).collect(),
        }
    }

    pub(crate) fn draw(&self, scene: &mut Scene, body: Rect) {
        let language = scene.language;
        let span = self.span(language);
        let top = body.top + 24.0;
        let caption = span.caption(language, &self.metric);
        let caption = fit(&caption, CAPTION, body.width());
        scene.text((body.left, top), Anchor::Left, CAPTION.ink(BLACK), caption);
        let plot = Rect::new(
            body.left + widest(&span.ticks) + 14.0,
            top + 58.0,
            body.right - 30.0,
            body.bottom - 66.0,
        );
        let y = span.axis((plot.bottom, plot.top));
        let (x, ticks) = self.across(language, plot);
        draw_left(scene, plot, &y, &span.ticks);
        draw_below(scene, plot, &x, &ticks);
        let name = if self.is_logarithmic {
            say!(language, "chart-logarithmic", name = &self.factor)
        } else {
            self.factor.clone()
        };
        let name = format!("{} →", fit(&name, CAPTION, plot.width() - 60.0));
        let at = (plot.right, plot.bottom + 60.0);
        scene.text(at, Anchor::Right, CAPTION.ink(BLACK), name);
        self.curve(scene, &x, &y);
        let mut labels = Labels::default();
        self.marks(scene, plot, &x, &mut labels);
        self.line_of_target(scene, plot, &y, &mut labels);
    }

    fn defined(&self) -> impl Iterator<Item = &SolutionPoint> + Clone {
        self.points.iter().filter(|p| p.statistic.is_finite())
    }

    fn span(&self, language: Language) -> Span {
        let numbers = self.defined().flat_map(|p| [p.statistic, p.high]);
        Span::enclosing(language, numbers.chain([self.target]), LINEAR, 6)
    }

    fn across(&self, language: Language, plot: Rect) -> (Axis, Vec<super::axis::Tick>) {
        let ends = (
            self.points.first().map_or(0.0, |p| p.at),
            self.points.last().map_or(1.0, |p| p.at),
        );
        let range = (plot.left, plot.right);
        if self.is_logarithmic {
            let span = Span::log(language, ends.0, ends.1, 8);
            let inside =
                |tick: &super::axis::Tick| tick.0 >= ends.0 * 0.999 && tick.0 <= ends.1 * 1.001;
            let ticks = span.ticks.iter().filter(|t| inside(t)).cloned().collect();
            return (Axis::new(Scale::Log, ends, range), ticks);
        }
        let width = ends.1 - ends.0;
        let ticks: Vec<f64> = (0..=4)
            .map(|i| ends.0 + width * f64::from(i) / 4.0)
            .collect();
        (
            Axis::new(Scale::Linear, ends, range),
            named(&ticks, |tick| format::count(language, tick)),
        )
    }

    fn curve(&self, scene: &mut Scene, x: &Axis, y: &Axis) {
        let place = |value: fn(&SolutionPoint) -> f64| {
            let point = |p: &SolutionPoint| (x.at(p.at), y.at(value(p)));
            self.defined().map(point).collect::<Vec<_>>()
        };
        scene.area(band(&place(|p| p.high), &place(|p| p.low)), BLUE.fade(0.22));
        let line = place(|p| p.statistic);
        for at in &line {
            scene.disc(*at, 4.0, BLUE);
        }
        scene.line(line, BLUE, BOLD);
    }

    /// Solutions with their intervals, named above the plot.
    fn marks(&self, scene: &mut Scene, plot: Rect, x: &Axis, labels: &mut Labels) {
        for mark in &self.solutions {
            let (from, to) = (x.at(mark.low), x.at(mark.high));
            let area = Rect::new(from, plot.top, to.max(from + 1.0), plot.bottom);
            scene.rect(area, VERMILLION.fade(0.18));
            let at = x.at(mark.at);
            scene.line(
                vec![(at, plot.top - 6.0), (at, plot.bottom)],
                VERMILLION,
                FINE + 1.0,
            );
            let text = fit(&mark.label, NOTE, plot.width());
            let half = NOTE.width(&text) / 2.0;
            let middle = at.clamp(plot.left + half, (plot.right - half).max(plot.left + half));
            let place = (middle, plot.top - 14.0);
            let box_of_text = NOTE.area(&text, place, Anchor::Centre);
            if labels.free(&box_of_text) {
                labels.take(box_of_text);
                scene.text(place, Anchor::Centre, NOTE.ink(legible(VERMILLION)), text);
            }
        }
    }

    fn line_of_target(&self, scene: &mut Scene, plot: Rect, y: &Axis, labels: &mut Labels) {
        let at = y.at(self.target);
        scene.dashed(&[(plot.left, at), (plot.right, at)], GREY, THIN + 1.0, DASH);
        let text = say!(
            scene.language,
            "chart-solution-target",
            number = format::count(scene.language, self.target)
        );
        let above = (plot.right - 6.0, at - 8.0);
        let below = (plot.right - 6.0, at + NOTE.em + 4.0);
        let left = (plot.left + 8.0 + NOTE.width(&text), at - 8.0);
        let mut places = [above, below, left].into_iter();
        let free = places.find(|p| {
            let area = NOTE.area(&text, *p, Anchor::Right);
            labels.free(&area) && area.top > plot.top && area.bottom < plot.bottom
        });
        let place = free.unwrap_or(above);
        labels.take(NOTE.area(&text, place, Anchor::Right));
        scene.text_over(place, Anchor::Right, NOTE.ink(BLACK), text);
    }
}
