//! The communicating vessels: per class and setting a pair of glass columns joined at the bottom.

use serde::Serialize;

use super::ChartHead;
use super::axis::{Axis, Scale};
use super::format;
use super::label::{Labels, wrap};
use super::scene::{Anchor, Point, Rect, Scene};
use super::table::{Table, row};
use super::theme::{
    BLACK, BODY, CAPTION, FALSE, FALSE_TEXT, FINE, GREY, HEADING, MIST, NOTE, PAPER, SKY, THIN,
    TICK, TRUE, WHITE,
};

/// Chart of the communicating vessels.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Vessels {
    /// Words around the chart.
    pub head: ChartHead,
    /// One panel per class of material, one to six.
    pub classes: Vec<VesselPair>,
}

/// A class of material under several settings of the margin.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct VesselPair {
    /// Name for readers, such as "known material".
    pub class: String,
    /// Settings from strict to loose; three fit best.
    pub settings: Vec<VesselSetting>,
}

/// One setting of the margin and what follows from it.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct VesselSetting {
    /// Name for readers, such as "10× stricter" or "as ordered".
    pub label: String,
    /// Whether this is the setting of the scenario; drawn on a pale ground.
    pub as_ordered: bool,
    /// Share of innocent items that is flagged (false positive rate, 0..1).
    pub margin: f64,
    /// Share of flags that is innocent (false discovery rate, 0..1).
    pub fdr: f64,
    /// Share of abuse items that is flagged (recall, 0..1).
    pub detected: f64,
    /// Low end of the 90 % interval of `detected` (0..1).
    pub detected_low: f64,
    /// High end of the 90 % interval of `detected` (0..1).
    pub detected_high: f64,
    /// Innocent items flagged per day.
    pub false_flags_per_day: f64,
}

const TUBE: f64 = 26.0;
const FOOT: f64 = 12.0;

impl Vessels {
    pub(crate) fn table(&self) -> Table {
        let header = vec![
            "class",
            "setting",
            "as_ordered",
            "margin_fpr",
            "fdr",
            "detected",
            "detected_low",
            "detected_high",
            "false_flags_per_day",
        ];
        let row = |class: &VesselPair, s: &VesselSetting| {
            row![
                class.class,
                s.label,
                s.as_ordered,
                s.margin,
                s.fdr,
                s.detected,
                s.detected_low,
                s.detected_high,
                s.false_flags_per_day
            ]
        };
        let rows = |class| {
            settings(class)
                .iter()
                .map(move |setting| row(class, setting))
        };
        Table {
            header,
            rows: self.classes.iter().flat_map(rows).collect(),
        }
    }

    pub(crate) fn draw(&self, scene: &mut Scene, body: Rect) {
        let top = legend(scene, body);
        let count = self.classes.len().max(1);
        let columns = if count <= 3 { count } else { count.div_ceil(2) };
        let rows = count.div_ceil(columns);
        let grid = Rect::new(body.left, top, body.right, body.bottom);
        let strictest = all(&self.classes)
            .map(|s| s.margin)
            .filter(|m| *m > 0.0)
            .fold(1.0, f64::min);
        let decades = if strictest < 1e-8 { 12 } else { 8 };
        for row in 0..rows {
            let strip = grid.cell(row, 1, rows, (0.0, 18.0));
            let last = self.classes.len().min((row + 1) * columns);
            let classes = &self.classes[(row * columns).min(last)..last];
            draw_strip(scene, strip, classes, columns, decades);
        }
    }
}

fn settings(class: &VesselPair) -> &[VesselSetting] {
    &class.settings
}

fn all(classes: &[VesselPair]) -> impl Iterator<Item = &VesselSetting> {
    classes.iter().flat_map(settings)
}

/// The key and a sentence that says how to read the picture; returns where the panels begin.
fn legend(scene: &mut Scene, body: Rect) -> f64 {
    let y = body.top + 26.0;
    let mut x = body.left;
    let entries = [
        (
            FALSE,
            FALSE_TEXT,
            "left: innocent items flagged (the margin, logarithmic scale)",
        ),
        (TRUE, TRUE, "right: abuse found, with 90 % interval"),
    ];
    for (fill, ink, text) in entries {
        scene.rect(Rect::new(x, y - 19.0, x + 24.0, y + 3.0), fill);
        x = scene
            .text((x + 34.0, y), Anchor::Left, BODY.ink(ink), text)
            .right
            + 40.0;
    }
    let reading = "A stricter margin lowers the left level. If the right level sinks with it, the vessels communicate.";
    scene.text((body.left, y + 34.0), Anchor::Left, CAPTION, reading);
    y + 52.0
}

/// A row of panels with the scales and the names of the numbers at both sides.
fn draw_strip(
    scene: &mut Scene,
    strip: Rect,
    classes: &[VesselPair],
    columns: usize,
    decades: i32,
) {
    let (gutter, right) = (132.0, 84.0);
    let panels = Rect::new(
        strip.left + gutter,
        strip.top,
        strip.right - right,
        strip.bottom,
    );
    let cells: Vec<Rect> = (0..classes.len())
        .map(|n| panels.cell(n, columns, 1, (18.0, 0.0)))
        .collect();
    let titles: Vec<_> = classes
        .iter()
        .zip(&cells)
        .map(|(c, cell)| wrap(&c.class, HEADING, cell.width() - 10.0, 2))
        .collect();
    let title_lines = titles.iter().map(Vec::len).max().unwrap_or(1);
    let names: Vec<Vec<Vec<String>>> = classes
        .iter()
        .zip(&cells)
        .map(|(class, cell)| {
            let width = pitch(class, *cell) - 8.0;
            class
                .settings
                .iter()
                .map(|s| wrap(&s.label, TICK, width, 2))
                .collect()
        })
        .collect();
    let name_lines = names.iter().flatten().map(Vec::len).max().unwrap_or(1);
    let below = (name_lines as f64 + 2.0) * TICK.leading() + 34.0;
    let glass_top = strip.top + title_lines as f64 * HEADING.leading() + 16.0;
    let glass = Rect::new(panels.left, glass_top, panels.right, strip.bottom - below);
    let levels = levels(glass);
    let margin = Axis::new(Scale::Log, (libm::exp10(f64::from(-decades)), 1.0), levels);
    let found = Axis::new(Scale::Linear, (0.0, 1.0), levels);
    let used = cells.last().map_or(panels.right, |cell| cell.right);
    draw_scales(
        scene,
        Rect {
            right: used,
            ..glass
        },
        &margin,
        &found,
        decades,
    );
    row_names(scene, strip.left, glass.bottom, name_lines);
    for (n, (class, cell)) in classes.iter().zip(&cells).enumerate() {
        let middle = cell.middle().0;
        scene.paragraph(
            (middle, strip.top + HEADING.em),
            Anchor::Centre,
            HEADING,
            &titles[n],
        );
        let area = Rect {
            top: glass.top,
            bottom: glass.bottom,
            ..*cell
        };
        for (m, setting) in class.settings.iter().enumerate() {
            let slot = slot(class, area, m);
            if setting.as_ordered {
                scene.rect(
                    Rect {
                        bottom: strip.bottom + 6.0,
                        top: slot.top - 12.0,
                        ..slot
                    },
                    PAPER,
                );
            }
        }
        grid(scene, area, &found);
        for (m, setting) in class.settings.iter().enumerate() {
            let slot = slot(class, area, m);
            draw_pair(scene, slot, setting, &margin, &found);
            numbers(scene, slot, setting, &names[n][m], name_lines);
        }
    }
}

/// Places of the lowest and the highest level.
fn levels(glass: Rect) -> (f64, f64) {
    (glass.bottom - TUBE - FOOT, glass.top + 34.0)
}

fn pitch(class: &VesselPair, cell: Rect) -> f64 {
    (cell.width() / class.settings.len().max(1) as f64).min(260.0)
}

/// Place of setting `n`; few settings stay together in the middle of the panel.
fn slot(class: &VesselPair, area: Rect, n: usize) -> Rect {
    let pitch = pitch(class, area);
    let left = area.middle().0 - pitch * class.settings.len() as f64 / 2.0 + n as f64 * pitch;
    Rect {
        left: left + 3.0,
        right: left + pitch - 3.0,
        ..area
    }
}

fn grid(scene: &mut Scene, area: Rect, found: &Axis) {
    for quarter in 0..=4 {
        let y = found.at(f64::from(quarter) / 4.0);
        scene.line(vec![(area.left, y), (area.right, y)], MIST, THIN);
    }
}

fn draw_scales(scene: &mut Scene, glass: Rect, margin: &Axis, found: &Axis, decades: i32) {
    for quarter in 0..=4 {
        let share = libm::exp10(f64::from(-decades * (4 - quarter)) / 4.0);
        let text = format::percent(share);
        let at = (glass.left - 10.0, TICK.centred(margin.at(share)));
        scene.text(at, Anchor::Right, TICK.ink(FALSE_TEXT), text);
        let share = f64::from(quarter) / 4.0;
        let at = (glass.right + 10.0, TICK.centred(found.at(share)));
        scene.text(at, Anchor::Left, TICK.ink(TRUE), format::percent(share));
    }
}

/// What the rows of numbers under the glasses are.
fn row_names(scene: &mut Scene, left: f64, bottom: f64, name_lines: usize) {
    let y = bottom + 16.0 + name_lines as f64 * TICK.leading() + TICK.em;
    let style = NOTE.ink(FALSE_TEXT);
    scene.text((left, y), Anchor::Left, style, "false flags");
    scene.text(
        (left, y + TICK.leading()),
        Anchor::Left,
        NOTE,
        "flags wrong",
    );
}

/// Name and numbers of a setting, under its glasses.
fn numbers(scene: &mut Scene, slot: Rect, setting: &VesselSetting, name: &[String], lines: usize) {
    let (x, top) = (slot.middle().0, slot.bottom + 12.0);
    scene.paragraph((x, top + TICK.em), Anchor::Centre, TICK.ink(BLACK), name);
    let y = top + 4.0 + lines as f64 * TICK.leading() + TICK.em;
    let flags = format!("{}/day", format::count(setting.false_flags_per_day));
    let flags = if TICK.width(&flags) > slot.width() {
        format::count(setting.false_flags_per_day)
    } else {
        flags
    };
    scene.text((x, y), Anchor::Centre, TICK.ink(FALSE_TEXT), flags);
    scene.text(
        (x, y + TICK.leading()),
        Anchor::Centre,
        TICK,
        format::percent(setting.fdr),
    );
}

/// Edges of a pair of columns.
struct Glass {
    left: (f64, f64),
    right: (f64, f64),
    top: f64,
    bottom: f64,
}

impl Glass {
    fn new(slot: Rect) -> Self {
        let column = (slot.width() * 0.36).min(72.0);
        let gap = (slot.width() * 0.2).min(44.0);
        let x = slot.middle().0;
        Self {
            left: (x - gap / 2.0 - column, x - gap / 2.0),
            right: (x + gap / 2.0, x + gap / 2.0 + column),
            top: slot.top,
            bottom: slot.bottom,
        }
    }

    /// The outer wall, from the left rim round the bottom to the right rim.
    fn outer(&self, top: (f64, f64), inset: f64) -> Vec<Point> {
        let (left, right, bottom) = (
            self.left.0 + inset,
            self.right.1 - inset,
            self.bottom - inset,
        );
        let radius = 20.0;
        let mut wall = vec![(left, top.0)];
        wall.extend(corner((left + radius, bottom - radius), radius, 180.0));
        wall.extend(corner((right - radius, bottom - radius), radius, 90.0));
        wall.push((right, top.1));
        wall
    }
}

/// A quarter of a circle, from `from` degrees on by 90 against the clock (y grows downward).
fn corner(centre: Point, radius: f64, from: f64) -> Vec<Point> {
    let at = |step: u32| {
        let angle = (from - f64::from(step) * 11.25).to_radians();
        (
            centre.0 + radius * libm::cos(angle),
            centre.1 + radius * libm::sin(angle),
        )
    };
    (0..=8).map(at).collect()
}

fn draw_pair(scene: &mut Scene, slot: Rect, setting: &VesselSetting, margin: &Axis, found: &Axis) {
    let glass = Glass::new(slot);
    let (low, high) = (margin.at(setting.margin), found.at(setting.detected));
    scene.area(glass.outer((glass.top, glass.top), 0.0), WHITE.fade(0.55));
    fluid(scene, &glass, low, high);
    walls(scene, &glass);
    whisker(scene, &glass, setting, found);
    let mut labels = Labels::default();
    let bounds = slot.grown(60.0);
    let highest = found.at(setting.detected_high).min(high);
    let right = (glass.right.0 + glass.right.1) / 2.0;
    let left = (glass.left.0 + glass.left.1) / 2.0;
    let style = BODY.em(23.0);
    let text = format::percent(setting.detected);
    labels.write(
        scene,
        bounds,
        style.ink(TRUE),
        &text,
        [((right, highest - 13.0), Anchor::Centre)],
    );
    let text = format::percent(setting.margin);
    // Above the surface; if that meets the number at the right, further up or under the surface.
    let places = [
        -13.0,
        -16.0 - style.em,
        15.0 + style.em,
        -19.0 - 2.0 * style.em,
    ]
    .map(|dy| ((left, low + dy), Anchor::Centre));
    labels.write(scene, bounds, style.ink(FALSE_TEXT), &text, places);
}

/// Two columns of fluid, the tube between them, and the surfaces.
fn fluid(scene: &mut Scene, glass: &Glass, low: f64, high: f64) {
    let inset = 4.0;
    let tube = glass.bottom - TUBE;
    let (x1, x2) = (glass.left.1, glass.right.0);
    let (y1, y2) = (low.min(tube), high.min(tube));
    let wall = glass.outer((y1, y2), inset);
    let half = wall.len() / 2;
    let mut left = wall[..half].to_vec();
    left.extend([
        (x1, glass.bottom - inset),
        (x1, tube + inset),
        (x1 - inset, tube + inset),
        (x1 - inset, y1),
    ]);
    let mut right = wall[half..].to_vec();
    right.extend([
        (x2 + inset, y2),
        (x2 + inset, tube + inset),
        (x2, tube + inset),
        (x2, glass.bottom - inset),
    ]);
    scene.area(left, FALSE);
    scene.area(right, TRUE);
    let strips = 22;
    for n in 0..strips {
        let at = |n: i32| x1 + (x2 - x1) * f64::from(n) / f64::from(strips);
        let ink = FALSE.toward(TRUE, (f64::from(n) + 0.5) / f64::from(strips));
        scene.rect(
            Rect::new(at(n), tube + inset, at(n + 1), glass.bottom - inset),
            ink,
        );
    }
    surface(
        scene,
        (glass.left.0 + inset, x1 - inset),
        y1,
        FALSE.toward(WHITE, 0.45),
    );
    surface(
        scene,
        (x2 + inset, glass.right.1 - inset),
        y2,
        SKY.toward(WHITE, 0.25),
    );
}

/// The surface of a fluid, seen a little from above.
fn surface(scene: &mut Scene, (left, right): (f64, f64), y: f64, ink: super::scene::Ink) {
    let (x, radius) = ((left + right) / 2.0, (right - left) / 2.0);
    let at = |step: u32| {
        let angle = (f64::from(step) * 10.0).to_radians();
        (x + radius * libm::cos(angle), y + 5.0 * libm::sin(angle))
    };
    scene.area((0..36).map(at).collect(), ink);
}

fn walls(scene: &mut Scene, glass: &Glass) {
    let lip = 7.0;
    let rim = glass.top + 9.0;
    let mut outer = vec![(glass.left.0 - lip, glass.top)];
    outer.extend(glass.outer((rim, rim), 0.0));
    outer.push((glass.right.1 + lip, glass.top));
    let tube = glass.bottom - TUBE;
    let inner = vec![
        (glass.left.1 + lip, glass.top),
        (glass.left.1, rim),
        (glass.left.1, tube),
        (glass.right.0, tube),
        (glass.right.0, rim),
        (glass.right.0 - lip, glass.top),
    ];
    for wall in [outer, inner] {
        scene.line(wall, GREY.toward(WHITE, 0.25), 3.0);
    }
    // Light on the glass.
    for left in [glass.left.0, glass.right.0] {
        let shine = Rect::new(left + 10.0, glass.top + 18.0, left + 15.0, tube - 12.0);
        scene.rect(shine, WHITE.fade(0.45));
    }
}

/// The interval of the share found, inside its column.
fn whisker(scene: &mut Scene, glass: &Glass, setting: &VesselSetting, found: &Axis) {
    let x = (glass.right.0 + glass.right.1) / 2.0;
    let (low, high) = (
        found.at(setting.detected_low),
        found.at(setting.detected_high),
    );
    if low - high < 3.0 {
        return;
    }
    for (ink, width) in [(WHITE, FINE + 3.0), (BLACK, FINE)] {
        scene.line(vec![(x, low), (x, high)], ink, width);
        for y in [low, high] {
            scene.line(vec![(x - 9.0, y), (x + 9.0, y)], ink, width);
        }
    }
}
