//! What changes from one scenario to others, by interest: each difference with its interval, the base as zero.

use serde::Serialize;

use super::ChartHead;
use crate::language::Language;
use crate::say;

use super::axis::Axis;
use super::change::{DifferenceRow, Kind, Ruler};
use super::interests::{ink, letter};
use super::label::{fit, wrap};
use super::lanes::{Sizes, TICKS};
use super::scene::{Anchor, Rect, Scene, Type};
use super::table::{Table, row};
use super::theme::{BLACK, GREY, HEADING, PAPER};

/// Chart of how one to five scenarios differ from a base, replication by replication: one panel per interest, the base as
/// the line of zero. Nothing is added up or weighed.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Differences {
    /// Words around the chart.
    pub head: ChartHead,
    /// Title of the base.
    pub base: String,
    /// Titles of the others, one to five.
    pub scenarios: Vec<String>,
    /// One panel per interest, up to five; one to four metrics each.
    pub panels: Vec<DifferencePanel>,
}

/// One interest.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct DifferencePanel {
    /// Name for readers: "fundamental rights".
    pub name: String,
    /// What is measured, in the order in which it is to be read.
    pub rows: Vec<DifferenceRow>,
}

/// Columns of panels; the last cell holds the key.
const COLUMNS: usize = 3;
/// Rows of panels.
const ROWS: usize = 2;
/// Room inside a panel, in pixels.
const PADDING: f64 = 14.0;
/// Height of the name of a panel, in pixels.
const NAME: f64 = 36.0;
/// Share of the width of a panel that numbers may take.
const NUMBERS: f64 = 0.5;
/// Least height of a lane, in em.
const LANE: f64 = 1.06;
/// Least distance of two metrics, in em.
const GAP: f64 = 0.3;
/// Smallest type, in pixels per em, that is chosen to make room for intervals.
const SMALL: f64 = 15.0;

impl Differences {
    pub(crate) fn table(&self) -> Table {
        let header = vec![
            "interest",
            "metric",
            "scenario",
            "base",
            "identical",
            "low",
            "difference",
            "high",
            "relative_low",
            "relative",
            "relative_high",
        ];
        let cell = |x: f64| {
            if x.is_finite() {
                x.to_string()
            } else {
                String::new()
            }
        };
        let mut rows = Vec::new();
        for panel in &self.panels {
            for metric in &panel.rows {
                for (n, value) in metric.values.iter().enumerate() {
                    let scenario = self.scenarios.get(n).map_or("", String::as_str);
                    let base = metric.base.map_or(String::new(), cell);
                    let mut cells = row![panel.name, metric.name, scenario, base];
                    cells.push(value.map_or(String::new(), |v| v.identical.to_string()));
                    let relative = value.and_then(|v| v.relative);
                    for change in [value.map(|v| v.absolute), relative] {
                        cells.extend(
                            change.map_or_else(Default::default, |c| {
                                [c.low, c.mean, c.high].map(cell)
                            }),
                        );
                    }
                    rows.push(cells);
                }
            }
        }
        Table { header, rows }
    }

    pub(crate) fn draw(&self, scene: &mut Scene, body: Rect) {
        let body = Rect {
            top: body.top + 6.0,
            ..body
        };
        let cell = |n: usize| body.cell(n, COLUMNS, ROWS, (14.0, 14.0));
        let sizes = self.sizes(scene.language, cell(0));
        for (n, panel) in self.panels.iter().take(COLUMNS * ROWS - 1).enumerate() {
            panel.draw(scene, cell(n), sizes);
        }
        self.key(scene, cell(COLUMNS * ROWS - 1), sizes.em);
    }

    /// One size for all panels: the largest in which intervals have room beside their numbers, else the largest that has
    /// room at all.
    fn sizes(&self, language: Language, cell: Rect) -> Sizes {
        let inner = inner(cell);
        let spare = |panel: &DifferencePanel, em: f64| {
            let sizes = Sizes {
                em,
                pitch: LANE * em,
                language,
            };
            inner.height() - panel.height(sizes, inner.width())
        };
        let high = |em: &f64| self.panels.iter().all(|panel| spare(panel, *em) >= 0.0);
        let most = NUMBERS * inner.width();
        let wide = |em: &f64| {
            let mut rows = self.panels.iter().flat_map(|panel| &panel.rows);
            // An interval that needs smaller type than that goes unwritten, and does not make the others small.
            rows.all(|row| {
                row.width(language, *em, true) <= most || row.width(language, SMALL, true) > most
            })
        };
        let ems = (0..=24).map(|n| 20.0 - 0.5 * f64::from(n));
        let both = ems.clone().find(|em| high(em) && wide(em));
        let em = both.or_else(|| ems.clone().find(high)).unwrap_or(8.0);
        let more = self.panels.iter().map(|panel| {
            let lanes: usize = panel.rows.iter().map(DifferenceRow::lanes).sum();
            spare(panel, em) / lanes.max(1) as f64
        });
        let more = more.fold(f64::INFINITY, f64::min).clamp(0.0, 0.6 * em);
        Sizes {
            em,
            pitch: LANE * em + more,
            language,
        }
    }

    /// The scenarios with their letters and colours, and how to read a row.
    fn key(&self, scene: &mut Scene, cell: Rect, em: f64) {
        let style = Type::new(
            if self.scenarios.len() > 3 {
                15.0
            } else {
                em.clamp(15.0, 18.0)
            },
            BLACK,
        );
        let (left, indent) = (cell.left + PADDING, 34.0);
        let width = cell.right - PADDING - left;
        let mut y = cell.top + 20.0;
        let language = scene.language;
        let base = say!(language, "chart-differences-base", title = &self.base);
        let titles = self.scenarios.iter().enumerate();
        let titles = titles.map(|(n, title)| (n + 1, format!("{}  {title}", letter(n + 1))));
        for (n, title) in std::iter::once((0, base)).chain(titles) {
            let middle = y - 0.36 * style.em;
            match n {
                0 => scene.line(
                    vec![(left + 11.0, middle - 9.0), (left + 11.0, middle + 9.0)],
                    ink(0),
                    3.0,
                ),
                _ => {
                    scene.line(vec![(left, middle), (left + 22.0, middle)], ink(n), 3.0);
                    scene.disc((left + 11.0, middle), 6.0, ink(n));
                }
            }
            let lines = wrap(&title, style, width - indent, 2);
            y = scene.paragraph((left + indent, y), Anchor::Left, style, &lines) + 6.0;
        }
        let mut says = vec![say!(language, "chart-differences-scales")];
        let rulers: Vec<Ruler> = self
            .panels
            .iter()
            .map(|p| Ruler::of(language, &p.rows))
            .collect();
        if rulers.iter().any(Ruler::is_stretched) {
            says.push(say!(language, "chart-differences-stretched"));
        }
        let rows = || self.panels.iter().flat_map(|panel| &panel.rows);
        if rows().any(|row| row.kind() == Kind::Absolute) {
            says.push(say!(language, "chart-differences-white"));
        }
        says.push(say!(language, "chart-differences-zero"));
        if rows()
            .flat_map(|row| row.values.iter().flatten())
            .any(|v| v.skewed)
        {
            says.push(say!(language, "chart-differences-skewed"));
        }
        let room = ((cell.bottom - y) / style.leading()).floor().max(0.0) as usize;
        let grey = style.ink(GREY);
        let lines = wrap(&says.join(" "), grey, width, room.max(1));
        if room > 0 {
            scene.paragraph((left, y + 0.4 * style.em), Anchor::Left, grey, &lines);
        }
    }
}

fn inner(cell: Rect) -> Rect {
    Rect::new(
        cell.left + PADDING,
        cell.top + NAME,
        cell.right - PADDING,
        cell.bottom - 6.0,
    )
}

impl DifferencePanel {
    /// Height that all rows need, with the numbers of their scale.
    fn height(&self, sizes: Sizes, width: f64) -> f64 {
        let rows: f64 = self.rows.iter().map(|row| row.height(sizes, width)).sum();
        rows + (self.rows.len() as f64 * GAP + TICKS) * sizes.em
    }

    fn draw(&self, scene: &mut Scene, cell: Rect, sizes: Sizes) {
        let Sizes { em, language, .. } = sizes;
        scene.rect(cell, PAPER);
        let inner = inner(cell);
        let heading = HEADING.em(23.0);
        let name = fit(&self.name, heading, inner.width());
        scene.text((inner.left, cell.top + 28.0), Anchor::Left, heading, name);
        let most = NUMBERS * inner.width();
        let widths = self
            .rows
            .iter()
            .map(|row| row.width(language, em, row.is_full(language, em, most)));
        let room = widths.fold(0.0, f64::max).min(most);
        let ruler = Ruler::of(language, &self.rows);
        let range = (inner.left + 1.2 * em + 8.0, inner.right - room - 14.0);
        let axis = ruler.axis(range);
        let spare = inner.height() - self.height(sizes, inner.width());
        let gap = GAP * em + (spare / self.rows.len().max(1) as f64).clamp(0.0, 3.0 * em);
        let drawn = self.rows.iter().any(|row| row.kind() == Kind::Relative);
        let mut top = inner.top;
        for metric in &self.rows {
            let area = Rect {
                top,
                bottom: top + metric.height(sizes, inner.width()),
                ..inner
            };
            let full = metric.is_full(language, em, most);
            metric.draw(scene, area, sizes, (&ruler, &axis), range, full);
            top = area.bottom + gap;
        }
        if drawn {
            ticks(
                scene,
                inner,
                &ruler,
                &axis,
                Type::new((0.9 * em).max(9.0), GREY),
            );
        }
    }
}

/// The numbers of the scale below the rows: zero and the ends first, then what has room.
fn ticks(scene: &mut Scene, inner: Rect, ruler: &Ruler, axis: &Axis, style: Type) {
    let last = ruler.ticks.len().saturating_sub(1);
    let rank = |n: usize| match n {
        _ if ruler.ticks[n].0 == 0.0 => 0,
        _ if n == 0 || n == last => 1,
        _ => 2,
    };
    let mut order: Vec<usize> = (0..ruler.ticks.len()).collect();
    order.sort_by_key(|n| rank(*n));
    let mut taken: Vec<(f64, f64)> = Vec::new();
    for n in order {
        let (value, text) = &ruler.ticks[n];
        let half = style.width(text) / 2.0;
        let x = axis
            .at(*value)
            .max(inner.left + half)
            .min(inner.right - half);
        let (left, right) = (x - half - 0.25 * style.em, x + half + 0.25 * style.em);
        if taken.iter().all(|(a, b)| right <= *a || left >= *b) {
            taken.push((left, right));
            let y = inner.bottom - 0.25 * style.em;
            scene.text((x, y), Anchor::Centre, style, text.as_str());
        }
    }
}
