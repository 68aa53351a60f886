//! The lanes of one metric of [`super::Differences`]: a dot with its interval for each scenario, beside its numbers.

use crate::language::Language;
use crate::say;

use super::axis::Axis;
use super::change::{DifferenceRow, Kind, Ruler};
use super::interests::{ink, letter};
use super::label::{fit, wrap};
use super::scene::{Anchor, Rect, Scene, Type};
use super::theme::{BLACK, FINE, GREY, MIST, SILVER, THIN, WHITE};

/// Height of a line of a title, in em.
const LINE: f64 = 1.2;
/// Height of the ticks below a row or a panel, in em.
pub(super) const TICKS: f64 = 1.15;

/// Sizes that are the same in all panels, in pixels.
#[derive(Clone, Copy)]
pub(super) struct Sizes {
    /// Size of the type.
    pub(super) em: f64,
    /// Height of a lane.
    pub(super) pitch: f64,
    /// Language of the texts.
    pub(super) language: Language,
}

impl DifferenceRow {
    /// Lines that carry a scenario each.
    pub(super) fn lanes(&self) -> usize {
        match self.kind() {
            Kind::Unknown | Kind::Identical => 0,
            Kind::Relative | Kind::Absolute => self.values.len(),
        }
    }

    /// Width of its widest number, with intervals or without.
    pub(super) fn width(&self, language: Language, em: f64, full: bool) -> f64 {
        let style = Type::new(em, BLACK);
        let texts = (0..self.lanes()).map(|n| style.width(&self.text(language, n, full)));
        texts.fold(0.0, f64::max)
    }

    /// Whether its intervals are written.
    pub(super) fn is_full(&self, language: Language, em: f64, most: f64) -> bool {
        self.width(language, em, true) <= most
    }

    fn title(&self, language: Language, style: Type, width: f64) -> Vec<String> {
        let said = match self.kind() {
            Kind::Unknown => format!("{}: {}", self.name, say!(language, "chart-unknown")),
            Kind::Identical => {
                format!("{}: {}", self.name, say!(language, "chart-identical-all"))
            }
            Kind::Relative | Kind::Absolute => self.name.clone(),
        };
        let lines = wrap(&said, style, width, 2);
        if lines.is_empty() {
            vec![String::new()]
        } else {
            lines
        }
    }

    pub(super) fn height(&self, sizes: Sizes, width: f64) -> f64 {
        let Sizes {
            em,
            pitch,
            language,
        } = sizes;
        let title = self.title(language, Type::new(em, BLACK), width).len() as f64 * LINE;
        let ticks = if self.kind() == Kind::Absolute {
            TICKS
        } else {
            0.0
        };
        (title + ticks) * em + self.lanes() as f64 * pitch
    }

    pub(super) fn draw(
        &self,
        scene: &mut Scene,
        area: Rect,
        sizes: Sizes,
        (ruler, axis): (&Ruler, &Axis),
        range: (f64, f64),
        full: bool,
    ) {
        let Sizes {
            em,
            pitch,
            language,
        } = sizes;
        let style = Type::new(em, BLACK);
        let title = match self.kind() {
            Kind::Unknown | Kind::Identical => style.ink(GREY),
            Kind::Relative | Kind::Absolute => style,
        };
        let lines = self.title(language, style, area.width());
        let under = area.top + lines.len() as f64 * LINE * em;
        scene.paragraph(
            (area.left, area.top + 0.92 * em),
            Anchor::Left,
            title,
            &lines,
        );
        if self.lanes() == 0 {
            return;
        }
        let lanes = Rect {
            top: under,
            bottom: under + self.lanes() as f64 * pitch,
            ..area
        };
        let own = (self.kind() == Kind::Absolute).then(|| self.own_scale(axis, range));
        let zero = axis.at(0.0);
        match own {
            Some(scale) => self.ground(scene, lanes, zero, scale, range, em),
            None => grid(scene, lanes, ruler, axis),
        }
        scene.line(vec![(zero, lanes.top), (zero, lanes.bottom)], ink(0), FINE);
        let place = |x: f64| own.map_or_else(|| axis.at(x), |scale| zero + scale * x);
        for n in 0..self.lanes() {
            let y = lanes.top + (n as f64 + 0.5) * pitch;
            let baseline = style.centred(y);
            let tag = letter(n + 1).to_string();
            scene.text((area.left, baseline), Anchor::Left, style.ink(GREY), tag);
            let change = self.change(n);
            let written = if change.is_some() {
                style
            } else {
                style.ink(GREY)
            };
            let text = fit(
                &self.text(language, n, full),
                written,
                area.right - range.1 - 14.0 + 1.0,
            );
            scene.text((range.1 + 14.0, baseline), Anchor::Left, written, text);
            let Some(change) = change else { continue };
            if change.low.is_finite() && change.high.is_finite() {
                let whisker = vec![(place(change.low), y), (place(change.high), y)];
                scene.line(whisker, ink(n + 1), 3.0);
            }
            scene.disc((place(change.mean), y), (0.3 * em).min(6.0), ink(n + 1));
        }
    }

    /// Pixels per unit, so that every end has a place beside the zero of the panel.
    fn own_scale(&self, axis: &Axis, range: (f64, f64)) -> f64 {
        let zero = axis.at(0.0);
        let scale = |x: f64| {
            let room = if x > 0.0 {
                range.1 - zero
            } else {
                zero - range.0
            };
            0.96 * room / x.abs()
        };
        let numbers = self.numbers().into_iter().filter(|x| *x != 0.0);
        let scale = numbers.map(scale).fold(f64::INFINITY, f64::min);
        if scale.is_finite() { scale } else { 0.0 }
    }

    /// White below the lanes of a row with its own scale, and one round number below.
    fn ground(
        &self,
        scene: &mut Scene,
        lanes: Rect,
        zero: f64,
        scale: f64,
        range: (f64, f64),
        em: f64,
    ) {
        let white = Rect {
            left: range.0 - 6.0,
            right: range.1 + 6.0,
            ..lanes
        };
        scene.rect(white, WHITE);
        let Some((value, text)) = self.tick(scene.language) else {
            return;
        };
        let style = Type::new((0.9 * em).max(9.0), GREY);
        let x = zero + scale * value;
        scene.line(vec![(x, lanes.top), (x, lanes.bottom + 4.0)], MIST, THIN);
        let half = style.width(&text) / 2.0;
        let x = x.max(lanes.left + half).min(lanes.right - half);
        let baseline = lanes.bottom + 0.92 * style.em;
        scene.text((x, baseline), Anchor::Centre, style, text);
    }
}

/// Vertical lines of the scale behind the lanes of a row.
fn grid(scene: &mut Scene, lanes: Rect, ruler: &Ruler, axis: &Axis) {
    for (value, _) in &ruler.ticks {
        let x = axis.at(*value);
        let line = vec![(x, lanes.top), (x, lanes.bottom)];
        scene.line(line, MIST.toward(SILVER, 0.4), THIN);
    }
}
