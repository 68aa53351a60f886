//! Precision against prevalence: why rare things make most flags wrong.

use serde::Serialize;

use super::ChartHead;
use super::axis::{Axis, Scale, draw_below, draw_left, frequency, log_ticks, named, widest};
use super::format;
use super::label::{Labels, fit, spread, wrap};
use super::scene::{Anchor, Point, Rect, Scene};
use super::table::{Table, row};
use super::theme::{BLACK, BODY, BOLD, CAPTION, FINE, NOTE, SILVER, WHITE, series};

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
    /// Whether this is the scenario itself, not something to compare it with.
    pub is_scenario: bool,
}

const DOMAIN: (f64, f64) = (1e-9, 1e-1);
const SHARES: [f64; 13] = [
    1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 0.01, 0.1, 0.5, 0.9, 0.99, 0.999, 0.9999,
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
                p.is_scenario
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
        let ticks = named(&ticks, format::percent);
        let title = "share of flags that are right (%, stretched at both ends)";
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
            body.right - 360.0,
            body.bottom - 92.0,
        );
        let x = Axis::new(Scale::Log, self.domain(), (plot.left, plot.right));
        let y = Axis::new(Scale::Logit, (low, high), (plot.bottom, plot.top));
        draw_left(scene, plot, &y, &ticks);
        let (rare, common) = self.domain();
        let exponents = (
            libm::log10(rare).round() as i32,
            libm::log10(common).round() as i32,
        );
        draw_below(scene, plot, &x, &named(&log_ticks(exponents, 9), frequency));
        let at = (plot.right, plot.bottom + 84.0);
        let name =
            "prevalence: share of the items checked that is abuse (log scale), more common →";
        scene.text(at, Anchor::Right, CAPTION.ink(BLACK), name);
        self.half(scene, plot, &y);
        for (n, line) in self.lines.iter().enumerate() {
            scene.line(line.places(&x, &y), series(n), BOLD);
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
            .fold(DOMAIN.1, f64::max);
        (DOMAIN.0, if most > DOMAIN.1 { 1.0 } else { DOMAIN.1 })
    }

    /// Ends of the axis of precision: ticks that enclose the data, at least 1 % to 99 %.
    fn ends(&self) -> (f64, f64) {
        let shares = || {
            let lines = self
                .lines
                .iter()
                .flat_map(|line| line.points.iter().map(|point| point.1));
            lines.chain(self.points.iter().map(|point| point.precision))
        };
        let low = shares().filter(|share| *share > 0.0).fold(0.01, f64::min);
        let high = shares().filter(|share| *share < 1.0).fold(0.99, f64::max);
        let below = SHARES
            .into_iter()
            .rev()
            .find(|share| *share <= low * 1.000_001);
        let above = SHARES.into_iter().find(|share| *share >= high * 0.999_999);
        (below.unwrap_or(SHARES[0]), above.unwrap_or(SHARES[12]))
    }

    /// The line below which most flags are wrong.
    fn half(&self, scene: &mut Scene, plot: Rect, y: &Axis) {
        let at = y.at(0.5);
        scene.line(vec![(plot.left, at), (plot.right, at)], SILVER, FINE);
    }

    fn name_lines(&self, scene: &mut Scene, plot: Rect, right: f64, x: &Axis, y: &Axis) {
        let named: Vec<(usize, &PrecisionLine, Point)> = self
            .lines
            .iter()
            .enumerate()
            .filter_map(|(n, line)| Some((n, line, *line.places(x, y).last()?)))
            .collect();
        let wanted: Vec<f64> = named.iter().map(|(_, _, end)| end.1).collect();
        let height = 2.0 * BODY.leading() + NOTE.leading();
        let places = spread(&wanted, height, (plot.top - 30.0, plot.bottom + 60.0));
        for ((n, line, end), place) in named.into_iter().zip(places) {
            let left = plot.right + 42.0;
            scene.line(
                vec![(plot.right + 8.0, end.1), (left - 8.0, place)],
                series(n).toward(WHITE, 0.5),
                FINE,
            );
            let lines = wrap(&line.label, BODY, right - left, 2);
            let first =
                place - (lines.len() as f64 * BODY.leading() + NOTE.leading()) / 2.0 + BODY.em;
            let next = scene.paragraph((left, first), Anchor::Left, BODY.ink(series(n)), &lines);
            let rates = format!(
                "finds {}, wrong on {}",
                format::percent(line.recall),
                format::percent(line.fpr)
            );
            scene.text(
                (left, next - 3.0),
                Anchor::Left,
                NOTE,
                fit(&rates, NOTE, right - left),
            );
        }
    }

    fn draw_points(&self, scene: &mut Scene, plot: Rect, x: &Axis, y: &Axis) {
        let mut labels = Labels::default();
        for point in &self.points {
            let (at, low, high) = (
                (x.at(point.prevalence), y.at(point.precision)),
                x.at(point.prevalence_low),
                x.at(point.prevalence_high),
            );
            if high - low > 3.0 {
                scene.line(vec![(low, at.1), (high, at.1)], BLACK, 3.0);
                for end in [low, high] {
                    scene.line(vec![(end, at.1 - 8.0), (end, at.1 + 8.0)], BLACK, 3.0);
                }
            }
            scene.disc(at, 14.0, WHITE);
            scene.disc(at, 11.0, BLACK);
            if !point.is_scenario {
                scene.disc(at, 7.0, WHITE);
            }
            labels.take(Rect::new(at.0, at.1, at.0, at.1).grown(14.0));
        }
        for place in self.lines.iter().flat_map(|line| line.places(x, y)) {
            labels.take(Rect::new(place.0, place.1, place.0, place.1).grown(3.0));
        }
        for point in &self.points {
            let at = (x.at(point.prevalence), y.at(point.precision));
            let text = format!("{}: {}", point.label, format::percent(point.precision));
            let text = fit(&text, BODY, plot.width() * 0.6);
            labels.write(scene, plot, BODY.ink(BLACK), &text, around(at));
        }
    }
}

/// Places for a text near a point, the nearest first.
fn around(at: Point) -> Vec<(Point, Anchor)> {
    let sides = [
        (1.0, Anchor::Left),
        (-1.0, Anchor::Right),
        (0.0, Anchor::Centre),
    ];
    let steps = [8.0, 40.0, -24.0, 72.0, -56.0, 104.0, -88.0, 136.0, -120.0];
    let place = |dy: f64, (side, anchor): (f64, Anchor)| {
        let near = if anchor == Anchor::Centre { 14.0 } else { 0.0 };
        ((at.0 + side * 24.0, at.1 + dy + near * dy.signum()), anchor)
    };
    steps
        .into_iter()
        .flat_map(|dy| sides.map(|side| place(dy, side)))
        .collect()
}

impl PrecisionLine {
    fn places(&self, x: &Axis, y: &Axis) -> Vec<Point> {
        self.points
            .iter()
            .filter(|(prevalence, _)| x.holds(*prevalence))
            .map(|(prevalence, precision)| (x.at(*prevalence), y.at(*precision)))
            .collect()
    }
}
