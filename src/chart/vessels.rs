//! The communicating vessels: per class and setting a pair of glass columns joined at the bottom.

use serde::Serialize;

use super::ChartHead;
use crate::language::Language;
use crate::say;

use super::axis::{Axis, Scale};
use super::format;
use super::glass::Glass;
use super::key::{self, Sample};
use super::label::{Labels, fit, wrap};
use super::scene::{Anchor, Point, Rect, Scene, Type};
use super::table::{Table, row};
use super::theme::{
    BLACK, BODY, CAPTION, FALSE, FALSE_TEXT, HEADING, MIST, NOTE, PAPER, THIN, TICK, TRUE,
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

/// Room for the scales at both sides, in pixels.
const GUTTERS: (f64, f64) = (150.0, 80.0);
/// Numbers at the levels.
const LEVEL: Type = Type::new(22.0, BLACK);
/// Part of a pair of columns that a margin may be wide, to stand at its level.
const WIDEST_AT_LEVEL: f64 = 0.85;
/// Names of the rows of numbers.
const ROW: Type = NOTE.em(20.0);

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
        let count = self.classes.len().max(1);
        let columns = if count <= 3 { count } else { count.div_ceil(2) };
        let rows = count.div_ceil(columns);
        let top = legend(scene, body, rows == 1);
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
            // Two rows have no height to spare for long names.
            let lines = if rows > 1 { 1 } else { 2 };
            let strip = Strip::new(strip, classes, columns, decades, lines, scene.language);
            strip.draw(scene, decades);
        }
    }
}

fn settings(class: &VesselPair) -> &[VesselSetting] {
    &class.settings
}

fn all(classes: &[VesselPair]) -> impl Iterator<Item = &VesselSetting> {
    classes.iter().flat_map(settings)
}

/// The key and, where there is room for it, a sentence that helps to read the picture; returns where the panels
/// begin.
fn legend(scene: &mut Scene, body: Rect, help: bool) -> f64 {
    let language = scene.language;
    let entries = vec![
        (
            Sample::Area(FALSE),
            FALSE_TEXT,
            say!(language, "chart-vessels-left"),
        ),
        (
            Sample::Area(TRUE),
            TRUE,
            say!(language, "chart-vessels-right"),
        ),
    ];
    let y = key::draw(scene, body, BODY, entries);
    if !help {
        return y + 22.0;
    }
    let reading = say!(language, "chart-vessels-reading");
    let lines = wrap(&reading, CAPTION, body.width(), 2);
    scene.paragraph((body.left, y + 34.0), Anchor::Left, CAPTION, &lines) - CAPTION.leading() + 18.0
}

/// A row of panels under common scales.
struct Strip<'a> {
    area: Rect,
    classes: &'a [VesselPair],
    /// Places of the panels, one per class.
    cells: Vec<Rect>,
    /// Names of the settings in lines, per class.
    names: Vec<Vec<Vec<String>>>,
    /// Lines of the longest name.
    name_lines: usize,
    /// Lines that a name may have.
    most: usize,
    /// Whether margins stand in a row under the glasses: some are too wide to stand at their levels.
    margins_below: bool,
    /// Where the glasses stand.
    glass: Rect,
    margin: Axis,
    found: Axis,
}

impl<'a> Strip<'a> {
    fn new(
        area: Rect,
        classes: &'a [VesselPair],
        columns: usize,
        decades: i32,
        most: usize,
        language: Language,
    ) -> Self {
        let panels = Rect {
            left: area.left + GUTTERS.0,
            right: area.right - GUTTERS.1,
            ..area
        };
        let cells: Vec<Rect> = (0..classes.len())
            .map(|n| panels.cell(n, columns, 1, (24.0, 0.0)))
            .collect();
        let names: Vec<Vec<Vec<String>>> = classes
            .iter()
            .zip(&cells)
            .map(|(class, cell)| names(class, *cell, most))
            .collect();
        let name_lines = names.iter().flatten().map(Vec::len).max().unwrap_or(1);
        let title_lines = classes
            .iter()
            .zip(&cells)
            .map(|(c, cell)| title(c, *cell, most).len())
            .max();
        let margins_below = classes.iter().zip(&cells).any(|(class, cell)| {
            let room = WIDEST_AT_LEVEL * pitch(class, *cell);
            let width = |s: &VesselSetting| LEVEL.width(&format::percent(language, s.margin));
            class.settings.iter().any(|s| width(s) > room)
        });
        let lines = name_lines + if margins_below { 3 } else { 2 };
        let glass = Rect {
            top: area.top + title_lines.unwrap_or(1) as f64 * HEADING.leading() + 16.0,
            bottom: area.bottom - lines as f64 * TICK.leading() - 24.0,
            right: cells.last().map_or(panels.right, |cell| cell.right),
            ..panels
        };
        let levels = Glass::levels(glass);
        let strictest = libm::exp10(f64::from(-decades));
        let margin = Axis::new(Scale::Log, (strictest, 1.0), levels);
        let found = Axis::new(Scale::Linear, (0.0, 1.0), levels);
        Self {
            area,
            classes,
            cells,
            names,
            name_lines,
            most,
            margins_below,
            glass,
            margin,
            found,
        }
    }

    fn draw(&self, scene: &mut Scene, decades: i32) {
        draw_scales(scene, self.glass, &self.margin, &self.found, decades);
        self.row_names(scene);
        for (class, cell) in self.classes.iter().zip(&self.cells) {
            let at = (cell.middle().0, self.area.top + HEADING.em);
            scene.paragraph(at, Anchor::Centre, HEADING, &title(class, *cell, self.most));
            self.grounds(scene, class, *cell);
        }
        // Numbers after all glasses, so that no wall crosses them.
        for (setting, slot, _) in self.pairs() {
            let glass = Glass::new(slot);
            glass.draw(
                scene,
                self.margin.at(setting.margin),
                self.found.at(setting.detected),
            );
            let low = self.found.at(setting.detected_low);
            glass.whisker(scene, low, self.found.at(setting.detected_high));
        }
        let mut labels = Labels::default();
        for (setting, slot, name) in self.pairs() {
            self.numbers(scene, slot, setting, name);
            self.levels(scene, &mut labels, slot, setting);
        }
    }

    /// Every setting with its place and its name.
    fn pairs(&self) -> impl Iterator<Item = (&VesselSetting, Rect, &[String])> {
        let panels = self.classes.iter().zip(&self.cells).zip(&self.names);
        panels.flat_map(move |((class, cell), names)| {
            let slots = (0..).map(move |n| self.slot(class, *cell, n));
            let settings = class.settings.iter().zip(slots).zip(names);
            settings.map(|((setting, slot), name)| (setting, slot, name.as_slice()))
        })
    }

    /// Place of setting `n`; few settings stay together in the middle of the panel.
    fn slot(&self, class: &VesselPair, cell: Rect, n: usize) -> Rect {
        let pitch = pitch(class, cell);
        let left = cell.middle().0 + (n as f64 - class.settings.len() as f64 / 2.0) * pitch;
        Rect::new(
            left + 3.0,
            self.glass.top,
            left + pitch - 3.0,
            self.glass.bottom,
        )
    }

    fn grounds(&self, scene: &mut Scene, class: &VesselPair, cell: Rect) {
        for (n, _) in class
            .settings
            .iter()
            .enumerate()
            .filter(|(_, setting)| setting.as_ordered)
        {
            let slot = self.slot(class, cell, n);
            scene.rect(
                Rect {
                    top: slot.top - 10.0,
                    bottom: self.area.bottom,
                    ..slot
                },
                PAPER,
            );
        }
        for quarter in 0..=4 {
            let y = self.found.at(f64::from(quarter) / 4.0);
            scene.line(vec![(cell.left, y), (cell.right, y)], MIST, THIN);
        }
    }

    /// Baseline of a row of numbers under the glasses.
    fn baseline(&self, row: usize) -> f64 {
        let lines = (self.name_lines + row) as f64;
        self.glass.bottom + 14.0 + lines * TICK.leading() + TICK.em
    }

    /// What the rows of numbers under the glasses are.
    fn row_names(&self, scene: &mut Scene) {
        let language = scene.language;
        let margin = self
            .margins_below
            .then(|| say!(language, "chart-vessels-margin"));
        let others = [
            say!(language, "chart-vessels-flags"),
            say!(language, "chart-vessels-wrong"),
        ];
        for (row, name) in margin.into_iter().chain(others).enumerate() {
            let name = fit(&name, ROW, self.glass.left - self.area.left - 4.0);
            let at = (self.area.left, self.baseline(row));
            scene.text(at, Anchor::Left, ROW, name);
        }
    }

    /// Name and numbers of a setting, under its glasses.
    fn numbers(&self, scene: &mut Scene, slot: Rect, setting: &VesselSetting, name: &[String]) {
        let x = slot.middle().0;
        let at = (x, slot.bottom + 10.0 + TICK.em);
        scene.paragraph(at, Anchor::Centre, TICK.ink(BLACK), name);
        let language = scene.language;
        let margin = self
            .margins_below
            .then(|| (FALSE_TEXT, format::percent(language, setting.margin)));
        let others = [
            (
                FALSE_TEXT,
                format::estimate(language, setting.false_flags_per_day),
            ),
            (TICK.ink, format::percent(language, setting.fdr)),
        ];
        for (row, (ink, text)) in margin.into_iter().chain(others).enumerate() {
            let style = TICK.fitting(&text, slot.width() - 8.0).ink(ink);
            scene.text((x, self.baseline(row)), Anchor::Centre, style, text);
        }
    }

    /// The numbers at the two levels of a pair.
    fn levels(&self, scene: &mut Scene, labels: &mut Labels, slot: Rect, setting: &VesselSetting) {
        let glass = Glass::new(slot);
        let (left, right) = glass.middles();
        let bounds = Rect {
            left: self.glass.left - 18.0,
            ..self.glass.grown(8.0)
        };
        let high = self.found.at(setting.detected.max(setting.detected_high));
        let low = self.margin.at(setting.margin);
        let style = LEVEL.ink(TRUE);
        let text = format::percent(scene.language, setting.detected);
        labels.write(scene, bounds, style, &text, above(right, high));
        if self.margins_below {
            return;
        }
        let style = LEVEL.ink(FALSE_TEXT);
        let text = format::percent(scene.language, setting.margin);
        // A wide number moves left rather than into the fluid of the right column.
        let x = left.min(glass.clear_of_right() - style.width(&text) / 2.0);
        labels.write(scene, bounds, style, &text, above(x, low));
    }
}

/// Places for a number at a surface: above it, else a little aside, higher up or under it.
fn above(x: f64, y: f64) -> Vec<(Point, Anchor)> {
    let line = LEVEL.em + 3.0;
    let under = 15.0 + LEVEL.em;
    let steps = [
        (0.0, -13.0),
        (9.0, -13.0),
        (-9.0, -13.0),
        (0.0, -13.0 - line),
        (0.0, under),
        (0.0, -13.0 - 2.0 * line),
        (0.0, under + line),
    ];
    steps
        .into_iter()
        .map(|(dx, dy)| ((x + dx, y + dy), Anchor::Centre))
        .collect()
}

fn title(class: &VesselPair, cell: Rect, most: usize) -> Vec<String> {
    wrap(&class.class, HEADING, cell.width() + 16.0, most)
}

fn names(class: &VesselPair, cell: Rect, most: usize) -> Vec<Vec<String>> {
    let width = pitch(class, cell) - 4.0;
    class
        .settings
        .iter()
        .map(|setting| wrap(&setting.label, TICK, width, most))
        .collect()
}

fn pitch(class: &VesselPair, cell: Rect) -> f64 {
    (cell.width() / class.settings.len().max(1) as f64).min(260.0)
}

/// Both scales, with as many of their quarters as there is room for.
fn draw_scales(scene: &mut Scene, glass: Rect, margin: &Axis, found: &Axis, decades: i32) {
    let every = match found.at(0.0) - found.at(1.0) {
        height if height > 5.0 * TICK.em => 1,
        height if height > 2.5 * TICK.em => 2,
        _ => 4,
    };
    for quarter in (0..=4).step_by(every) {
        let share = libm::exp10(f64::from(-decades * (4 - quarter)) / 4.0);
        let at = (glass.left - 20.0, TICK.centred(margin.at(share)));
        scene.text(
            at,
            Anchor::Right,
            TICK.ink(FALSE_TEXT),
            format::percent_tick(scene.language, share),
        );
        let share = f64::from(quarter) / 4.0;
        let at = (glass.right + 10.0, TICK.centred(found.at(share)));
        scene.text(
            at,
            Anchor::Left,
            TICK.ink(TRUE),
            format::percent(scene.language, share),
        );
    }
}
