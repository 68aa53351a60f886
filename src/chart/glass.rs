//! A pair of glass columns, joined at the bottom, with fluid in them.

use super::scene::{Ink, Point, Rect, Scene};
use super::theme::{BLACK, FALSE, FINE, GREY, SKY, TRUE, WHITE};

/// Height of the tube between the columns, in pixels.
const TUBE: f64 = 26.0;
/// Height of the lowest level above the tube, in pixels.
const FOOT: f64 = 12.0;
/// Height of the rim above the highest level, in pixels.
const RIM: f64 = 34.0;
/// Distance of the fluid from the middle of the wall, in pixels.
const INSET: f64 = 4.0;
/// Steps in which the colour changes along the tube.
const STEPS: u32 = 22;

/// Edges of a pair of columns: left and right end of each, top and bottom of both.
pub(crate) struct Glass {
    left: (f64, f64),
    right: (f64, f64),
    top: f64,
    bottom: f64,
}

impl Glass {
    pub(crate) fn new(slot: Rect) -> Self {
        let column = (slot.width() * 0.38).min(84.0);
        let gap = (slot.width() * 0.18).min(44.0);
        let x = slot.middle().0;
        Self {
            left: (x - gap / 2.0 - column, x - gap / 2.0),
            right: (x + gap / 2.0, x + gap / 2.0 + column),
            top: slot.top,
            bottom: slot.bottom,
        }
    }

    /// Heights of the lowest and the highest level in glasses as high as `slot`.
    pub(crate) fn levels(slot: Rect) -> (f64, f64) {
        (slot.bottom - TUBE - FOOT, slot.top + RIM)
    }

    /// Middles of the left and the right column.
    pub(crate) fn middles(&self) -> (f64, f64) {
        let middle = |(left, right): (f64, f64)| (left + right) / 2.0;
        (middle(self.left), middle(self.right))
    }

    /// Where the fluid of the right column begins, with room for the ground of a text.
    pub(crate) fn clear_of_right(&self) -> f64 {
        self.right.0 + INSET - 3.0
    }

    /// Glass and fluid, with the surfaces at the heights `left` and `right`.
    pub(crate) fn draw(&self, scene: &mut Scene, left: f64, right: f64) {
        scene.area(self.outer((self.top, self.top), 0.0), WHITE.fade(0.55));
        self.fluid(scene, left, right);
        self.walls(scene);
    }

    /// An interval in the right column.
    pub(crate) fn whisker(&self, scene: &mut Scene, low: f64, high: f64) {
        let x = self.middles().1;
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

    /// Height of the upper side of the tube.
    fn tube(&self) -> f64 {
        self.bottom - TUBE
    }

    /// The outer wall, from the left rim round the bottom to the right rim.
    fn outer(&self, top: (f64, f64), inset: f64) -> Vec<Point> {
        let (left, right) = (self.left.0 + inset, self.right.1 - inset);
        let bottom = self.bottom - inset;
        let radius = 20.0;
        let mut wall = vec![(left, top.0)];
        wall.extend(corner((left + radius, bottom - radius), radius, 180.0));
        wall.extend(corner((right - radius, bottom - radius), radius, 90.0));
        wall.push((right, top.1));
        wall
    }

    /// Two columns of fluid, the tube between them, and the surfaces.
    fn fluid(&self, scene: &mut Scene, left: f64, right: f64) {
        let (ceiling, floor) = (self.tube() + INSET, self.bottom - INSET);
        let (x1, x2) = (self.left.1, self.right.0);
        let wall = self.outer((left, right), INSET);
        let half = wall.len() / 2;
        let mut outline = wall[..half].to_vec();
        outline.extend([
            (x1, floor),
            (x1, ceiling),
            (x1 - INSET, ceiling),
            (x1 - INSET, left),
        ]);
        scene.area(outline, FALSE);
        let mut outline = wall[half..].to_vec();
        outline.extend([
            (x2 + INSET, right),
            (x2 + INSET, ceiling),
            (x2, ceiling),
            (x2, floor),
        ]);
        scene.area(outline, TRUE);
        for step in 0..STEPS {
            let share = |step: f64| step / f64::from(STEPS);
            let at = |step: u32| x1 + (x2 - x1) * share(f64::from(step));
            let ink = FALSE.toward(TRUE, share(f64::from(step) + 0.5));
            scene.rect(Rect::new(at(step), ceiling, at(step + 1), floor), ink);
        }
        let pale = FALSE.toward(WHITE, 0.45);
        surface(scene, (self.left.0 + INSET, x1 - INSET), left, pale);
        let pale = SKY.toward(WHITE, 0.25);
        surface(scene, (x2 + INSET, self.right.1 - INSET), right, pale);
    }

    fn walls(&self, scene: &mut Scene) {
        let (lip, rim) = (5.0, self.top + 9.0);
        let mut outer = vec![(self.left.0 - lip, self.top)];
        outer.extend(self.outer((rim, rim), 0.0));
        outer.push((self.right.1 + lip, self.top));
        let inner = vec![
            (self.left.1 + lip, self.top),
            (self.left.1, rim),
            (self.left.1, self.tube()),
            (self.right.0, self.tube()),
            (self.right.0, rim),
            (self.right.0 - lip, self.top),
        ];
        for wall in [outer, inner] {
            scene.line(wall, GREY.toward(WHITE, 0.25), 3.0);
        }
        // Light on the glass.
        for left in [self.left.0, self.right.0] {
            let (top, bottom) = (self.top + 18.0, self.tube() - FOOT);
            scene.rect(
                Rect::new(left + 10.0, top, left + 15.0, bottom),
                WHITE.fade(0.45),
            );
        }
    }
}

/// A quarter of a circle, from `from` degrees on by 90 against the clock (y grows downward).
fn corner(centre: Point, radius: f64, from: f64) -> Vec<Point> {
    let angles = (0..=8).map(|step| (from - f64::from(step) * 11.25).to_radians());
    angles
        .map(|angle| round(centre, (radius, radius), angle))
        .collect()
}

/// The surface of a fluid, seen a little from above.
fn surface(scene: &mut Scene, (left, right): (f64, f64), y: f64, ink: Ink) {
    let (centre, radii) = (((left + right) / 2.0, y), ((right - left) / 2.0, 5.0));
    let angles = (0..36).map(|step| (f64::from(step) * 10.0).to_radians());
    scene.area(
        angles.map(|angle| round(centre, radii, angle)).collect(),
        ink,
    );
}

fn round(centre: Point, radii: Point, angle: f64) -> Point {
    (
        centre.0 + radii.0 * libm::cos(angle),
        centre.1 + radii.1 * libm::sin(angle),
    )
}
