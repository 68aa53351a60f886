//! The points of a sweep in two dimensions of a box: where a condition holds and where it does not.

use serde::Serialize;

use super::ChartHead;
use crate::language::Language;
use crate::say;

use super::axis::{Axis, Tick, draw_below, draw_left, widest};
use super::format;
use super::key::{self, Sample};
use super::label::{fit_middle, wrap};
use super::scene::{Anchor, Point, Rect, Scene};
use super::span::Span;
use super::table::{Table, row};
use super::theme::{BLACK, BLUE, BOLD, CAPTION, DASH, FINE, NOTE, TICK, VERMILLION};

/// Chart of the points of a sweep by two factors, with the box as a rectangle.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Scatter {
    /// Words around the chart.
    pub head: ChartHead,
    /// The factor across.
    pub across: ScatterAxis,
    /// The factor upwards.
    pub upwards: ScatterAxis,
    /// Share of the points in the box at which the condition holds (0..1).
    pub inside: f64,
    /// Share of the points outside the box at which it holds (0..1).
    pub outside: f64,
    /// Limits of the box in other factors, in words.
    pub others: Vec<String>,
    /// Points of the sweep.
    pub points: Vec<ScatterPoint>,
}

/// One factor of the chart.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct ScatterAxis {
    /// Its name, with its unit.
    pub name: String,
    /// Whether equal ratios are equally far apart.
    pub is_log: bool,
    /// Whether it is a share of one.
    pub is_share: bool,
    /// The lower limit of the box, and that limit in words; `None` where it has none.
    pub low: Option<(f64, String)>,
    /// The upper limit of the box, and that limit in words; `None` where it has none.
    pub high: Option<(f64, String)>,
}

/// One point of the sweep.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct ScatterPoint {
    /// The factor across.
    pub x: f64,
    /// The factor upwards.
    pub y: f64,
    /// Whether the condition holds.
    pub holds: bool,
    /// Whether it is within the limits of the box in all factors that are not shown.
    pub within_others: bool,
}

/// Most marks that are drawn.
const MOST: usize = 2000;
/// Marks above which they are smaller and fainter.
const DENSE: usize = 600;
/// How strong a mark is: within the other limits of the box, and beyond them.
const STRONG: f64 = 0.85;
const PALE: f64 = 0.22;

impl Scatter {
    pub(crate) fn table(&self) -> Table {
        let rows = self.points.iter().enumerate();
        Table {
            header: vec![
                "across_factor",
                "across",
                "upwards_factor",
                "upwards",
                "holds",
                "within_other_limits",
                "drawn",
            ],
            rows: rows
                .map(|(i, p)| {
                    let drawn = self.is_drawn(i);
                    let (across, upwards) = (&self.across.name, &self.upwards.name);
                    row![across, p.x, upwards, p.y, p.holds, p.within_others, drawn]
                })
                .collect(),
        }
    }

    pub(crate) fn draw(&self, scene: &mut Scene, body: Rect) {
        let language = scene.language;
        let top = self.explain(scene, body);
        let across = self.across.span(language, self.points.iter().map(|p| p.x));
        let upwards = self.upwards.span(language, self.points.iter().map(|p| p.y));
        let (across_ticks, upwards_ticks) = (
            self.across.ticks(language, &across),
            self.upwards.ticks(language, &upwards),
        );
        let edges = [&self.upwards.low, &self.upwards.high];
        let edges = edges.into_iter().flatten();
        let overhang = across_ticks
            .last()
            .map_or(0.0, |(_, text)| TICK.width(text) / 2.0);
        let room = edges.fold(overhang.max(24.0), |most: f64, (_, text)| {
            most.max(NOTE.width(text) + 18.0)
        });
        let name = upwards.caption(language, &self.upwards.name);
        let name = fit_middle(&name, CAPTION, body.width() - 10.0);
        scene.text((body.left, top), Anchor::Left, CAPTION.ink(BLACK), name);
        let plot = Rect::new(
            body.left + widest(&upwards_ticks) + 14.0,
            top + 26.0 + NOTE.leading(),
            body.right - room,
            body.bottom - 66.0,
        );
        let x = across.axis((plot.left, plot.right));
        let y = upwards.axis((plot.bottom, plot.top));
        draw_left(scene, plot, &y, &upwards_ticks);
        draw_below(scene, plot, &x, &across_ticks);
        let name = across.caption(language, &self.across.name);
        let name = format!("{} →", fit_middle(&name, CAPTION, plot.width() - 60.0));
        let at = (plot.right, plot.bottom + 60.0);
        scene.text(at, Anchor::Right, CAPTION.ink(BLACK), name);
        self.marks(scene, &x, &y);
        self.frame(scene, plot, &x, &y);
    }

    /// Marks of the points, those that meet the condition on top.
    fn marks(&self, scene: &mut Scene, x: &Axis, y: &Axis) {
        let drawn = self.points.len().min(MOST);
        let is_dense = drawn > DENSE;
        let radius = if is_dense { 5.0 } else { 7.0 };
        let faint = if is_dense { 0.65 } else { 1.0 };
        for holds in [false, true] {
            let points = self.points.iter().enumerate();
            for (_, p) in points.filter(|(i, p)| p.holds == holds && self.is_drawn(*i)) {
                let strength = if p.within_others { STRONG } else { PALE };
                let at = (x.at(p.x), y.at(p.y));
                if holds {
                    scene.disc(at, radius, VERMILLION.fade(strength));
                } else {
                    let ink = BLUE.fade(faint * strength);
                    for stroke in cross(at, radius) {
                        scene.line(stroke.to_vec(), ink, FINE);
                    }
                }
            }
        }
    }

    /// The box: limits as lines with their values beside them, open sides in dashes.
    fn frame(&self, scene: &mut Scene, plot: Rect, x: &Axis, y: &Axis) {
        let end = |limit: &Option<(f64, String)>, axis: &Axis, open: f64| {
            limit.as_ref().map_or(open, |(value, _)| axis.at(*value))
        };
        let area = Rect::new(
            end(&self.across.low, x, plot.left),
            end(&self.upwards.high, y, plot.top),
            end(&self.across.high, x, plot.right),
            end(&self.upwards.low, y, plot.bottom),
        );
        let (left, right) = ((area.left, area.left), (area.right, area.right));
        let sides = [
            (&self.across.low, left, (area.top, area.bottom)),
            (&self.across.high, right, (area.top, area.bottom)),
            (
                &self.upwards.low,
                (area.left, area.right),
                (area.bottom, area.bottom),
            ),
            (
                &self.upwards.high,
                (area.left, area.right),
                (area.top, area.top),
            ),
        ];
        for (limit, (x1, x2), (y1, y2)) in sides {
            let side = [(x1, y1), (x2, y2)];
            if limit.is_some() {
                scene.line(side.to_vec(), BLACK, BOLD);
            } else {
                scene.dashed(&side, BLACK, FINE, DASH);
            }
        }
        self.edges(scene, plot, area);
    }

    /// What the limits are: across above the plot, upwards at its right.
    fn edges(&self, scene: &mut Scene, plot: Rect, area: Rect) {
        let style = NOTE.ink(BLACK);
        let above = plot.top - 10.0;
        let half = (area.left + area.right) / 2.0;
        for (limit, at, left, right) in [
            (&self.across.low, area.left, plot.left, half - 8.0),
            (&self.across.high, area.right, half + 8.0, plot.right),
        ] {
            if let Some((_, text)) = limit {
                let both = self.across.low.is_some() && self.across.high.is_some();
                let (left, right) = if both {
                    (left, right)
                } else {
                    (plot.left, plot.right)
                };
                let width = style.width(text);
                let middle = at.min(right - width / 2.0).max(left + width / 2.0);
                scene.text((middle, above), Anchor::Centre, style, text.as_str());
            }
        }
        let right = plot.right + 12.0;
        let low = (&self.upwards.low, area.bottom, style.em);
        let high = (&self.upwards.high, area.top, -0.3 * style.em);
        for (limit, at, below) in [low, high] {
            if let Some((_, text)) = limit {
                scene.text((right, at + below), Anchor::Left, style, text.as_str());
            }
        }
    }

    /// The key, and what is pale or left out; returns the baseline of the next line.
    fn explain(&self, scene: &mut Scene, body: Rect) -> f64 {
        let language = scene.language;
        let entries = vec![
            (
                Sample::Disc(VERMILLION),
                BLACK,
                say!(language, "chart-scatter-holds"),
            ),
            (
                Sample::Cross(BLUE),
                BLACK,
                say!(language, "chart-scatter-else"),
            ),
            (
                Sample::Line(BLACK, BOLD),
                BLACK,
                say!(language, "chart-scatter-box"),
            ),
        ];
        let mut y = key::draw(scene, body, NOTE, entries) + NOTE.leading();
        let mut notes = Vec::new();
        if !self.others.is_empty() {
            let limits = self.others.join("; ");
            notes.push(say!(language, "chart-scatter-pale", limits = limits));
        }
        let drawn = (0..self.points.len()).filter(|i| self.is_drawn(*i)).count();
        if drawn < self.points.len() {
            notes.push(say!(
                language,
                "chart-scatter-thinned",
                drawn = language.thousands(drawn as f64),
                points = language.thousands(self.points.len() as f64)
            ));
        }
        for note in notes {
            let lines = wrap(&note, NOTE, body.width(), 2);
            y = scene.paragraph((body.left, y), Anchor::Left, NOTE, &lines);
        }
        y + 0.5 * NOTE.em
    }

    /// Whether point `i` is drawn: all of them, or about [`MOST`] that have nothing to do with the order of the points.
    fn is_drawn(&self, i: usize) -> bool {
        let all = self.points.len() as u64;
        if all <= MOST as u64 {
            return true;
        }
        // The finaliser of SplitMix64 (Steele, Lea and Flood 2014).
        let mut z = (i as u64)
            .wrapping_add(1)
            .wrapping_mul(0x9E37_79B9_7F4A_7C15);
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % all < MOST as u64
    }
}

impl ScatterAxis {
    /// Round numbers around all values and both limits.
    fn span(&self, language: Language, values: impl Iterator<Item = f64>) -> Span {
        let limits = [&self.low, &self.high].into_iter().flatten();
        let all = values.chain(limits.map(|(value, _)| *value));
        let all: Vec<f64> = all.filter(|x| x.is_finite()).collect();
        let low = all.iter().copied().fold(f64::INFINITY, f64::min);
        let high = all.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        if low > high {
            Span::linear(language, 1.0, 5)
        } else if self.is_log && low > 0.0 {
            Span::log(language, low, high, 6)
        } else {
            Span::between(language, low, high, 6)
        }
    }

    fn ticks(&self, language: Language, span: &Span) -> Vec<Tick> {
        let mut ticks = span.ticks.clone();
        if self.is_share {
            for (value, text) in &mut ticks {
                *text = format::percent_tick(language, *value);
            }
        }
        ticks
    }
}

/// Both strokes of a cross.
pub(super) fn cross((x, y): Point, radius: f64) -> [[Point; 2]; 2] {
    let r = 0.8 * radius;
    [
        [(x - r, y - r), (x + r, y + r)],
        [(x - r, y + r), (x + r, y - r)],
    ]
}
