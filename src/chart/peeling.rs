//! Coverage against density of the boxes on the way of a search.

use serde::Serialize;

use super::ChartHead;
use crate::say;

use super::axis::{Axis, Scale, draw_below, draw_left, named, widest};
use super::format;
use super::label::wrap;
use super::scene::{Anchor, Ink, Rect, Scene};
use super::table::{Table, row};
use super::theme::{
    BLACK, BLUE, BODY, BOLD, CAPTION, FINE, GREEN, GREY, NOTE, PURPLE, VERMILLION, VIOLET,
};

/// Chart of a peeling trajectory: every box by the share of the cases of interest that it holds and the share of its cases that
/// are of interest.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Peeling {
    /// Words around the chart.
    pub head: ChartHead,
    /// Boxes in the order of the search.
    pub steps: Vec<PeelingStep>,
    /// Which of them was chosen.
    pub chosen: usize,
    /// Limits of the chosen box, a line each.
    pub limits: Vec<String>,
}

/// One box.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct PeelingStep {
    /// Share of the cases of interest inside (0..1).
    pub coverage: f64,
    /// Share of the cases inside that are of interest (0..1).
    pub density: f64,
    /// Number of restricted factors.
    pub restricted: u32,
}

impl Peeling {
    pub(crate) fn table(&self) -> Table {
        let rows = self.steps.iter().enumerate();
        Table {
            header: vec!["step", "coverage", "density", "restricted", "chosen"],
            rows: rows
                .map(|(i, s)| row![i, s.coverage, s.density, s.restricted, i == self.chosen])
                .collect(),
        }
    }

    pub(crate) fn draw(&self, scene: &mut Scene, body: Rect) {
        let shares: Vec<f64> = (0..=5).map(|i| f64::from(i) / 5.0).collect();
        let language = scene.language;
        let ticks = named(&shares, |share| format::percent(language, share));
        let caption = say!(language, "chart-peeling-density");
        let top = body.top + 24.0;
        scene.text((body.left, top), Anchor::Left, CAPTION.ink(BLACK), caption);
        let plot = Rect::new(
            body.left + widest(&ticks) + 14.0,
            top + 30.0,
            body.right - 520.0,
            body.bottom - 66.0,
        );
        let x = Axis::new(Scale::Linear, (0.0, 1.0), (plot.left, plot.right));
        let y = Axis::new(Scale::Linear, (0.0, 1.0), (plot.bottom, plot.top));
        draw_left(scene, plot, &y, &ticks);
        draw_below(scene, plot, &x, &ticks);
        let name = say!(language, "chart-peeling-coverage");
        let at = (plot.right, plot.bottom + 60.0);
        scene.text(at, Anchor::Right, CAPTION.ink(BLACK), name);
        let place = |s: &PeelingStep| (x.at(s.coverage), y.at(s.density));
        scene.line(self.steps.iter().map(place).collect(), GREY.fade(0.6), FINE);
        for step in &self.steps {
            scene.disc(place(step), 7.0, ink(step.restricted));
        }
        if let Some(step) = self.steps.get(self.chosen) {
            let (cx, cy) = place(step);
            let ring: Vec<(f64, f64)> = (0..=48)
                .map(|i| {
                    let angle = f64::from(i) * std::f64::consts::TAU / 48.0;
                    (cx + 16.0 * libm::cos(angle), cy + 16.0 * libm::sin(angle))
                })
                .collect();
            scene.line(ring, BLACK, BOLD);
        }
        self.side(
            scene,
            Rect::new(plot.right + 40.0, plot.top, body.right, plot.bottom),
        );
    }

    /// The chosen box in words, and what colours mean.
    fn side(&self, scene: &mut Scene, area: Rect) {
        let language = scene.language;
        let mut y = area.top + BODY.em;
        let mut write = |text: &str, ink: Ink, y: &mut f64| {
            let lines = wrap(text, NOTE, area.width() - 20.0, 3);
            *y = scene.paragraph((area.left + 20.0, *y), Anchor::Left, NOTE.ink(ink), &lines) + 6.0;
        };
        write(&say!(language, "chart-peeling-chosen"), BLACK, &mut y);
        for limit in &self.limits {
            write(limit, BLACK, &mut y);
        }
        y += 16.0;
        write(&say!(language, "chart-peeling-restricted"), BLACK, &mut y);
        let most = self.steps.iter().map(|s| s.restricted).max().unwrap_or(0);
        for n in 0..=most.min(5) {
            let text = if n == 5 {
                say!(language, "chart-peeling-most")
            } else {
                n.to_string()
            };
            if y > area.bottom {
                break;
            }
            scene.disc((area.left + 6.0, y - NOTE.em * 0.35), 7.0, ink(n));
            let at = (area.left + 20.0, y);
            y = scene.paragraph(at, Anchor::Left, NOTE.ink(BLACK), &[text]) + 6.0;
        }
    }
}

/// Colour of a number of restricted factors.
fn ink(restricted: u32) -> Ink {
    [GREY, BLUE, VERMILLION, GREEN, PURPLE, VIOLET][restricted.min(5) as usize]
}
