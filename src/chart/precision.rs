//! Precision against prevalence: why rare things make most flags wrong.

use serde::Serialize;

use super::ChartHead;
use crate::language::Language;
use crate::say;

use super::axis::{Axis, Scale, draw_below, draw_left, frequency, log_ticks, named, widest};
use super::format;
use super::label::{Labels, fit, spread, wrap};
use super::scene::{Anchor, Ink, Point, Rect, Scene};
use super::spots::{Spot, Spots};
use super::table::{Table, row};
use super::theme::{BLACK, BODY, BOLD, CAPTION, FINE, NOTE, SILVER, WHITE, legible, series};

/// Chart of the share of flags that is right against the rarity of what is looked for.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Precision {
    /// Words around the chart.
    pub head: ChartHead,
    /// One line per operating point of a detector, one to six.
    pub lines: Vec<PrecisionLine>,
    /// Places in the world: the scenario's, a bench, a claim.
    pub points: Vec<PrecisionPoint>,
}

/// A detector at one operating point.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct PrecisionLine {
    /// Name for readers.
    pub label: String,
    /// Number of its colour, the same for a class in every chart.
    pub colour: usize,
    /// Share of abuse items flagged (0..1).
    pub recall: f64,
    /// Share of innocent items flagged (0..1).
    pub fpr: f64,
    /// Prevalence (share of items that is abuse) and precision (share of flags that is right), both 0..1.
    pub points: Vec<(f64, f64)>,
}

/// A place in the world.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct PrecisionPoint {
    /// Name for readers.
    pub label: String,
    /// Share of items that is abuse (0..1).
    pub prevalence: f64,
    /// Share of flags that is right (0..1).
    pub precision: f64,
    /// Low end of the 90 % interval of `prevalence`.
    pub prevalence_low: f64,
    /// High end of the 90 % interval of `prevalence`.
    pub prevalence_high: f64,
    /// The line that it lies on, by its place in [`Precision::lines`]: that of the scenario itself; `None` for something to
    /// compare it with.
    pub line: Option<usize>,
}

/// Prevalence at the left and at the right.
const DOMAIN: (f64, f64) = (1e-1, 1e-9);
const SHARES: [f64; 18] = [
    1e-8,
    1e-7,
    1e-6,
    1e-5,
    1e-4,
    1e-3,
    0.01,
    0.1,
    0.5,
    0.9,
    0.99,
    0.999,
    0.9999,
    0.999_99,
    0.999_999,
    0.999_999_9,
    0.999_999_99,
    0.999_999_999,
];

impl Precision {
    pub(crate) fn table(&self) -> Table {
        let header = vec![
            "kind",
            "label",
            "recall",
            "fpr",
            "prevalence",
            "prevalence_low",
            "prevalence_high",
            "precision",
            "is_scenario",
        ];
        let mut rows = Vec::new();
        for line in &self.lines {
            for (prevalence, precision) in &line.points {
                rows.push(row![
                    "line",
                    line.label,
                    line.recall,
                    line.fpr,
                    prevalence,
                    "",
                    "",
                    precision,
                    ""
                ]);
            }
        }
        for p in &self.points {
            rows.push(row![
                "point",
                p.label,
                "",
                "",
                p.prevalence,
                p.prevalence_low,
                p.prevalence_high,
                p.precision,
                p.line.is_some()
            ]);
        }
        Table { header, rows }
    }

    pub(crate) fn draw(&self, scene: &mut Scene, body: Rect) {
        let (low, high) = self.ends();
        let ticks: Vec<f64> = SHARES
            .into_iter()
            .filter(|share| (low..=high).contains(share))
            .collect();
        let language = scene.language;
        let ticks = named(&ticks, |share| format::percent_tick(language, share));
        let title = say!(language, "chart-precision-axis");
        scene.text(
            (body.left, body.top + 24.0),
            Anchor::Left,
            CAPTION.ink(BLACK),
            title,
        );
        let left = body.left + widest(&ticks) + 14.0;
        let plot = Rect::new(
            left,
            body.top + 46.0,
            body.right - 390.0,
            body.bottom - 92.0,
        );
        let x = Axis::new(Scale::Log, self.domain(), (plot.left, plot.right));
        let y = Axis::new(Scale::Logit, (low, high), (plot.bottom, plot.top));
        draw_left(scene, plot, &y, &ticks);
        let exponents = (-9, libm::log10(self.domain().0).round() as i32);
        let prevalences: Vec<f64> = log_ticks(exponents, 9).into_iter().rev().collect();
        draw_below(
            scene,
            plot,
            &x,
            &named(&prevalences, |p| frequency(language, p)),
        );
        let at = (plot.right, plot.bottom + 84.0);
        let name = say!(language, "chart-precision-across");
        scene.text(at, Anchor::Right, CAPTION.ink(BLACK), name);
        self.half(scene, plot, &y);
        for line in &self.lines {
            scene.line(line.places(&x, &y), series(line.colour), BOLD);
        }
        self.name_lines(scene, plot, body.right, &x, &y);
        self.draw_points(scene, plot, &x, &y);
    }

    fn domain(&self) -> (f64, f64) {
        // A bench where half of the items is abuse lies beyond the usual axis.
        let most = self
            .points
            .iter()
            .map(|point| point.prevalence)
            .fold(0.0, f64::max);
        if most > DOMAIN.0 {
            (1.0, DOMAIN.1)
        } else {
            DOMAIN
        }
    }

    /// Ends of the axis of precision: ticks that enclose the data, at least 1 % to 99 %. Lines may leave at the top.
    fn ends(&self) -> (f64, f64) {
        let points = || self.points.iter().map(|point| point.precision);
        let lines = self
            .lines
            .iter()
            .flat_map(|line| line.points.iter().map(|point| point.1));
        let positive = lines.chain(points()).filter(|share| *share > 0.0);
        let low = positive.fold(0.01, f64::min);
        let high = points().filter(|share| *share < 1.0).fold(0.99, f64::max);
        let below = SHARES
            .into_iter()
            .rev()
            .find(|share| *share <= low * 1.000_001);
        let above = SHARES
            .into_iter()
            .find(|share| 1.0 - share <= (1.0 - high) * 1.000_001);
        let last = SHARES[SHARES.len() - 1];
        (below.unwrap_or(SHARES[0]), above.unwrap_or(last))
    }

    /// The line below which most flags are wrong.
    fn half(&self, scene: &mut Scene, plot: Rect, y: &Axis) {
        let at = y.at(0.5);
        scene.line(vec![(plot.left, at), (plot.right, at)], SILVER, FINE);
    }

    /// Names right of the plot, each at the rare end of its line.
    fn name_lines(&self, scene: &mut Scene, plot: Rect, right: f64, x: &Axis, y: &Axis) {
        let end = |line: &PrecisionLine| {
            line.places(x, y)
                .into_iter()
                .max_by(|a, b| a.0.total_cmp(&b.0))
        };
        let ends: Vec<(&PrecisionLine, Point)> = self
            .lines
            .iter()
            .filter_map(|line| Some((line, end(line)?)))
            .collect();
        let wanted: Vec<f64> = ends.iter().map(|(_, end)| end.1).collect();
        let height = 2.0 * BODY.leading() + 2.0 * NOTE.leading();
        let places = spread(&wanted, height, (plot.top - 36.0, plot.bottom + 16.0));
        let left = plot.right + 42.0;
        let language = scene.language;
        for ((line, end), place) in ends.into_iter().zip(places) {
            let ink = series(line.colour);
            let leader = vec![(plot.right + 6.0, end.1), (left - 8.0, place)];
            scene.line(leader, ink.toward(WHITE, 0.5), FINE);
            let lines = wrap(&line.label, BODY, right - left, 2);
            let rates = [
                say!(
                    language,
                    "chart-precision-finds",
                    share = format::percent(language, line.recall)
                ),
                say!(
                    language,
                    "chart-precision-false",
                    rate = format::one_in(language, line.fpr)
                ),
            ]
            .map(|rate| fit(&rate, NOTE, right - left));
            let height = lines.len() as f64 * BODY.leading() + 2.0 * NOTE.leading();
            let first = place - height / 2.0 + BODY.em;
            let next = scene.paragraph((left, first), Anchor::Left, BODY.ink(legible(ink)), &lines);
            scene.paragraph((left, next - 3.0), Anchor::Left, NOTE, &rates);
        }
    }

    fn draw_points(&self, scene: &mut Scene, plot: Rect, x: &Axis, y: &Axis) {
        let places: Vec<(&PrecisionPoint, Point)> = self
            .points
            .iter()
            .map(|point| (point, (x.at(point.prevalence), y.at(point.precision))))
            .collect();
        // The names of the lines begin 42 pixels right of the plot.
        let bounds = Rect {
            right: plot.right + 36.0,
            ..plot
        };
        let mut labels = Labels::default();
        for (point, at) in &places {
            let ends = (x.at(point.prevalence_high), x.at(point.prevalence_low));
            whisker(scene, *at, ends);
            labels.take(Rect::new(ends.0.min(at.0), at.1, ends.1.max(at.0), at.1).grown(14.0));
        }
        let lines = self.lines.iter().flat_map(|line| line.places(x, y));
        let spots = places.iter().map(|(point, at)| Spot {
            at: *at,
            texts: texts(scene.language, point, plot.width(), y),
            ink: legible(self.ink(point)),
        });
        Spots::new(bounds, labels, lines.collect(), spots.collect()).write(scene);
        for (point, at) in places {
            dot(scene, at, self.ink(point), point.line.is_some());
        }
    }

    /// The colour of the line that a point lies on.
    fn ink(&self, point: &PrecisionPoint) -> Ink {
        let line = point.line.and_then(|line| self.lines.get(line));
        line.map_or(BLACK, |line| series(line.colour))
    }
}

/// Name and number of a point, and a shorter one; an arrow where it lies beyond the axis.
fn texts(language: Language, point: &PrecisionPoint, width: f64, y: &Axis) -> Vec<String> {
    let beyond = if y.holds(point.precision) { "" } else { " ↑" };
    let number = format::percent(language, point.precision);
    let number = format!(": {number}{beyond}");
    [1.0, 0.5]
        .map(|part| fit(&point.label, BODY, width * part - BODY.width(&number)) + &number)
        .into()
}

/// The interval of a prevalence.
fn whisker(scene: &mut Scene, at: Point, (left, right): (f64, f64)) {
    if right - left > 3.0 {
        scene.line(vec![(left, at.1), (right, at.1)], BLACK, FINE);
        for end in [left, right] {
            scene.line(vec![(end, at.1 - 8.0), (end, at.1 + 8.0)], BLACK, FINE);
        }
    }
}

fn dot(scene: &mut Scene, at: Point, ink: Ink, filled: bool) {
    scene.disc(at, 14.0, WHITE);
    scene.disc(at, 12.0, BLACK);
    scene.disc(at, 8.0, if filled { ink } else { WHITE });
}

impl PrecisionLine {
    /// Places of the line inside the plot; of a line that has none there, on its edge.
    fn places(&self, x: &Axis, y: &Axis) -> Vec<Point> {
        let place = |(prevalence, precision): &(f64, f64)| (x.at(*prevalence), y.at(*precision));
        let known = self
            .points
            .iter()
            .filter(|(prevalence, _)| x.holds(*prevalence));
        let inside: Vec<Point> = known
            .clone()
            .filter(|point| y.holds(point.1))
            .map(place)
            .collect();
        if inside.len() > 1 {
            inside
        } else {
            known.map(place).collect()
        }
    }
}
