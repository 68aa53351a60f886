//! The key of a chart: samples of its marks beside what they mean, over as many lines as they need.

use super::scatter::cross;
use super::scene::{Anchor, Ink, Rect, Scene, Type};
use super::theme::{BOLD, FINE};

/// A small picture of a mark.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Sample {
    /// A filled area.
    Area(Ink),
    /// A line through the middle of a band: inks of both.
    Band(Ink, Ink),
    /// A line of this width.
    Line(Ink, f64),
    /// A filled disc.
    Disc(Ink),
    /// Two strokes across each other.
    Cross(Ink),
    /// A dashed line with its strokes and gaps.
    Dashed(Ink, (f64, f64)),
}

/// A sample, and its meaning in words of a colour.
pub(crate) type Entry = (Sample, Ink, String);

impl Sample {
    fn width(self) -> f64 {
        match self {
            Sample::Area(_) => 24.0,
            Sample::Disc(_) | Sample::Cross(_) => 16.0,
            Sample::Band(..) | Sample::Line(..) => 46.0,
            Sample::Dashed(_, (on, off)) => 2.0 * (on + off) + on,
        }
    }

    /// Draws it from `x` on, in the middle of a line of text with this baseline.
    fn draw(self, scene: &mut Scene, x: f64, baseline: f64, style: Type) {
        let middle = baseline - 0.36 * style.em;
        let right = x + self.width();
        let half = 0.42 * style.em;
        let area = Rect::new(x, middle - half, right, middle + half);
        let stroke = [(x, middle), (right, middle)];
        match self {
            Sample::Area(ink) => scene.rect(area, ink),
            Sample::Band(line, band) => {
                scene.rect(area, band);
                scene.line(stroke.to_vec(), line, BOLD - 1.0);
            }
            Sample::Line(ink, width) => scene.line(stroke.to_vec(), ink, width),
            Sample::Disc(ink) => scene.disc((x + 8.0, middle), 7.0, ink),
            Sample::Cross(ink) => {
                for stroke in cross((x + 8.0, middle), 7.0) {
                    scene.line(stroke.to_vec(), ink, FINE);
                }
            }
            Sample::Dashed(ink, dash) => scene.dashed(&stroke, ink, BOLD, dash),
        }
    }
}

/// Distance between a sample and its words, and between entries, in pixels.
const GAPS: (f64, f64) = (10.0, 34.0);

/// Writes entries from the upper left corner of `area` on; returns the baseline of the last line.
pub(crate) fn draw(scene: &mut Scene, area: Rect, style: Type, entries: Vec<Entry>) -> f64 {
    let mut y = area.top + 1.08 * style.em;
    let mut x = area.left;
    for (sample, ink, text) in entries {
        let text = super::label::fit(&text, style, area.width() - sample.width() - GAPS.0);
        let width = sample.width() + GAPS.0 + style.width(&text);
        if x > area.left && x + width > area.right {
            x = area.left;
            y += 1.35 * style.em;
        }
        sample.draw(scene, x, y, style);
        let at = (x + sample.width() + GAPS.0, y);
        scene.text(at, Anchor::Left, style.ink(ink), text);
        x += width + GAPS.1;
    }
    y
}
