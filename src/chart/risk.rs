//! A user's risk of a false report against the threshold of hits.

use serde::Serialize;

use super::ChartHead;
use crate::language::Language;
use crate::say;

use super::axis::{Axis, Scale, Tick, draw_below, draw_left, log_ticks, named, widest};
use super::format;
use super::label::{Labels, fit, wrap};
use super::scene::{Anchor, Ink, Point, Rect, Scene, Type};
use super::table::{Table, row};
use super::theme::{
    BLACK, BLUE, BODY, BOLD, CAPTION, DASH, FINE, GREY, NOTE, PURPLE, VERMILLION, WHITE, legible,
};

/// Chart of the risk of at least one false report in ten years against the threshold k: the number of hits on one
/// account before anything is reported.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Risk {
    /// Words around the chart; lines are central values or medians, as the subtitle says.
    pub head: ChartHead,
    /// One or two families of lines; the first is drawn solid, the second dashed.
    pub families: Vec<RiskFamily>,
    /// The threshold in force, which a mark points out; `None` when there is none.
    pub in_force: Option<u32>,
}

/// Lines under one assumption.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct RiskFamily {
    /// The assumption for readers: "independent hits", "correlated hits".
    pub label: String,
    /// One line per kind of user, one to three, in the same order in every family.
    pub users: Vec<RiskLine>,
}

/// The risk of one kind of user.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct RiskLine {
    /// Kind of user for readers: "heavy user".
    pub user: String,
    /// Thresholds in increasing order; the numbers at the threshold in force are shown when it is among them.
    pub points: Vec<RiskPoint>,
}

/// The risk at one threshold.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct RiskPoint {
    /// Hits before a report, 1 or more.
    pub threshold: u32,
    /// Probability of at least one false report in ten years (0..1).
    pub risk: f64,
}

/// The smallest risk with a place of its own: among a billion users, one false report in ten thousand years.
const FLOOR: f64 = 1e-12;
/// Colours of the kinds of user.
const INKS: [Ink; 3] = [BLUE, VERMILLION, PURPLE];
/// Stroke and gap of the second family, in pixels.
const SECOND: (f64, f64) = (16.0, 8.0);

impl Risk {
    pub(crate) fn table(&self) -> Table {
        let header = vec!["family", "user", "threshold", "risk", "in_force"];
        let mut rows = Vec::new();
        for family in &self.families {
            for line in &family.users {
                for p in &line.points {
                    let in_force = self.in_force == Some(p.threshold);
                    rows.push(row![family.label, line.user, p.threshold, p.risk, in_force]);
                }
            }
        }
        Table { header, rows }
    }

    pub(crate) fn draw(&self, scene: &mut Scene, body: Rect) {
        let language = scene.language;
        let first = self.exponent();
        let domain = (libm::exp10(f64::from(first)), 1.0);
        let ticks = log_ticks((first, 0), 7);
        let ticks: Vec<Tick> = named(&ticks, |risk| risk_tick(language, risk));
        let caption = say!(language, "chart-risk-axis");
        let at = (body.left, body.top + 24.0);
        scene.text(at, Anchor::Left, CAPTION.ink(BLACK), caption);
        let plot = Rect::new(
            body.left + widest(&ticks) + 14.0,
            body.top + 74.0,
            body.right - 400.0,
            body.bottom - 66.0,
        );
        let thresholds = self.thresholds();
        let last = thresholds.last().copied().unwrap_or(1).max(2);
        let low = thresholds.first().copied().unwrap_or(1).min(last - 1);
        let ends = (f64::from(low), f64::from(last));
        let x = Axis::new(Scale::Log, ends, (plot.left, plot.right));
        let y = Axis::new(Scale::Log, domain, (plot.bottom, plot.top));
        let below: Vec<f64> = thresholds.iter().map(|k| f64::from(*k)).collect();
        draw_left(scene, plot, &y, &ticks);
        draw_below(
            scene,
            plot,
            &x,
            &named(&below, |k| format::count(language, k)),
        );
        let name = say!(language, "chart-risk-across");
        let style = CAPTION.ink(BLACK);
        let end = plot.right.max(body.left + style.width(&name));
        scene.text((end, plot.bottom + 60.0), Anchor::Right, style, name);
        let mut labels = Labels::default();
        self.mark(scene, plot, &x, &mut labels);
        self.draw_lines(scene, &x, &y, &mut labels);
        self.name_lines(scene, plot, &x, &y, &mut labels);
        self.key(
            scene,
            Rect::new(plot.right + 44.0, plot.top - 20.0, body.right, body.bottom),
        );
    }

    fn lines(&self) -> impl Iterator<Item = (usize, usize, &RiskLine)> {
        self.families
            .iter()
            .enumerate()
            .flat_map(|(family, lines)| {
                let users = lines.users.iter().enumerate();
                users.map(move |(user, line)| (family, user, line))
            })
    }

    fn thresholds(&self) -> Vec<u32> {
        let points = self.lines().flat_map(|(_, _, line)| &line.points);
        let mut thresholds: Vec<u32> = points.map(|point| point.threshold.max(1)).collect();
        thresholds.sort_unstable();
        thresholds.dedup();
        thresholds
    }

    /// Exponent of the power of ten at the bottom: below every risk, but no lower than [`FLOOR`].
    fn exponent(&self) -> i32 {
        let risks = self.lines().flat_map(|(_, _, line)| &line.points);
        let least = risks.map(|point| point.risk).fold(0.01, f64::min);
        (libm::log10(least.max(FLOOR)) + 1e-9).floor() as i32
    }

    /// A line at the threshold in force, with its name above the plot.
    fn mark(&self, scene: &mut Scene, plot: Rect, x: &Axis, labels: &mut Labels) {
        let Some(threshold) = self.in_force else {
            return;
        };
        let value = f64::from(threshold);
        let at = x.at(value);
        if !x.holds(value) {
            return;
        }
        scene.line(vec![(at, plot.top - 8.0), (at, plot.bottom)], GREY, FINE);
        labels.take(Rect::new(at, plot.top, at, plot.bottom).grown(3.0));
        let text = say!(
            scene.language,
            "chart-risk-in-force",
            k = threshold.to_string()
        );
        let half = NOTE.width(&text) / 2.0;
        let middle = at.max(plot.left + half).min(plot.right - half);
        scene.text(
            (middle, plot.top - 16.0),
            Anchor::Centre,
            NOTE.ink(BLACK),
            text,
        );
    }

    fn draw_lines(&self, scene: &mut Scene, x: &Axis, y: &Axis, labels: &mut Labels) {
        for (family, user, line) in self.lines() {
            let places = line.places(x, y, self.exponent());
            if family == 0 {
                scene.line(places.clone(), ink(user), BOLD);
            } else {
                scene.dashed(&places, ink(user), BOLD, SECOND);
            }
            for place in along(&places, 8.0) {
                labels.take(Rect::new(place.0, place.1, place.0, place.1).grown(5.0));
            }
            let in_force = self.in_force.and_then(|k| line.risk_at(k));
            if let (Some(k), Some(risk)) = (self.in_force, in_force.filter(|risk| y.holds(*risk))) {
                let at = (x.at(f64::from(k)), y.at(risk));
                scene.disc(at, 11.0, WHITE);
                scene.disc(at, 8.0, ink(user));
                labels.take(Rect::new(at.0, at.1, at.0, at.1).grown(12.0));
            }
        }
    }

    /// Names of the users beside the lines of the first family, as far down as there is room.
    fn name_lines(&self, scene: &mut Scene, plot: Rect, x: &Axis, y: &Axis, labels: &mut Labels) {
        for (_, user, line) in self.lines().filter(|(family, _, _)| *family == 0) {
            let style = BODY.ink(legible(ink(user)));
            let text = fit(&line.user, style, plot.width() * 0.3);
            let mut places = along(&line.places(x, y, self.exponent()), 6.0);
            places.reverse();
            let beside = places.into_iter().flat_map(|place| {
                let baseline = style.centred(place.1);
                [12.0, 20.0, 30.0].map(|dx| ((place.0 + dx, baseline), Anchor::Left))
            });
            labels.write(scene, plot, style, &text, beside);
        }
    }

    /// Right of the plot: the families and, in the colours of the lines, the risks at the threshold in force.
    fn key(&self, scene: &mut Scene, area: Rect) {
        let mut y = area.top + BODY.em;
        if let Some(threshold) = self.in_force {
            let text = say!(scene.language, "chart-risk-with", k = threshold.to_string());
            let text = fit(&text, BODY, area.width());
            scene.text((area.left, y), Anchor::Left, BODY, text);
            y += BODY.leading() + 14.0;
        }
        let room = area.width() - 64.0;
        for (n, family) in self.families.iter().enumerate().take(2) {
            let stroke = [(area.left, y - 8.0), (area.left + 52.0, y - 8.0)];
            if n == 0 {
                scene.line(stroke.to_vec(), BLACK, BOLD);
            } else {
                scene.dashed(&stroke, BLACK, BOLD, DASH);
            }
            let lines = wrap(&family.label, BODY, room, 2);
            let at = (area.left + 64.0, y);
            y = scene
                .paragraph(at, Anchor::Left, BODY, &lines)
                .max(y + BODY.leading());
            for (user, line) in family.users.iter().enumerate() {
                y = self.user(scene, area, y, legible(ink(user)), line);
            }
            y += 22.0;
        }
    }

    fn user(&self, scene: &mut Scene, area: Rect, y: f64, ink: Ink, line: &RiskLine) -> f64 {
        let name = fit(&line.user, NOTE, area.width());
        let Some(risk) = self.in_force.and_then(|k| line.risk_at(k)) else {
            scene.text((area.left, y), Anchor::Left, NOTE.ink(ink), name);
            return y + NOTE.leading() + 4.0;
        };
        let style: Type = BODY.ink(ink);
        scene.text(
            (area.left, y),
            Anchor::Left,
            style,
            fit(&risk_text(scene.language, risk), style, area.width()),
        );
        let next = y + NOTE.leading();
        scene.text((area.left, next), Anchor::Left, NOTE, name);
        next + BODY.leading() + 2.0
    }
}

/// Colour of the nth kind of user.
fn ink(user: usize) -> Ink {
    INKS[user % INKS.len()]
}

fn risk_tick(language: Language, risk: f64) -> String {
    if risk < 1.0 {
        format::one_in(language, risk)
    } else {
        say!(language, "chart-risk-certain")
    }
}

/// A risk as a natural frequency.
fn risk_text(language: Language, risk: f64) -> String {
    match risk {
        risk if risk < FLOOR => say!(
            language,
            "chart-risk-less",
            rate = format::one_in(language, FLOOR)
        ),
        risk if risk > 0.95 => say!(
            language,
            "chart-risk-share",
            share = format::percent(language, risk.min(1.0))
        ),
        risk if risk > 0.1 => {
            let hundredths = language.thousands(risk * 100.0);
            say!(language, "chart-risk-in-100", number = hundredths)
        }
        risk => say!(language, "one-in", many = two_digits(language, 1.0 / risk)),
    }
}

/// A count with two significant digits.
fn two_digits(language: Language, number: f64) -> String {
    let unit = libm::exp10((libm::log10(number) + 1e-9).floor() - 1.0);
    format::count(language, (number / unit).round() * unit)
}

/// Points along a path, no further apart than `step` pixels.
fn along(path: &[Point], step: f64) -> Vec<Point> {
    let mut points = Vec::new();
    for pair in path.windows(2) {
        let (dx, dy) = (pair[1].0 - pair[0].0, pair[1].1 - pair[0].1);
        let pieces = ((dx * dx + dy * dy).sqrt() / step).ceil().max(1.0) as u32;
        let place = |n: u32| {
            let share = f64::from(n) / f64::from(pieces);
            (pair[0].0 + share * dx, pair[0].1 + share * dy)
        };
        points.extend((0..=pieces).map(place));
    }
    points
}

impl RiskLine {
    fn risk_at(&self, threshold: u32) -> Option<f64> {
        let mut points = self.points.iter();
        let risk = points.find(|point| point.threshold == threshold)?.risk;
        risk.is_finite().then_some(risk)
    }

    /// Places of the line down to where it leaves the plot.
    fn places(&self, x: &Axis, y: &Axis, floor: i32) -> Vec<Point> {
        let mut places: Vec<Point> = Vec::new();
        let mut before: Option<(f64, f64)> = None;
        for point in self.points.iter().filter(|point| !point.risk.is_nan()) {
            // Heights in powers of ten, so that the slope is kept where the line leaves the plot.
            let height = libm::log10(point.risk.clamp(1e-300, 1.0));
            let at = x.at(f64::from(point.threshold));
            if y.holds(libm::exp10(height)) {
                places.push((at, y.at(libm::exp10(height))));
                before = Some((at, height));
                continue;
            }
            if let Some((from, above)) = before {
                let share = ((above - f64::from(floor)) / (above - height)).clamp(0.0, 1.0);
                places.push((from + share * (at - from), y.at(0.0)));
            }
            break;
        }
        places
    }
}
