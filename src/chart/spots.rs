//! Names of points that lie close together: none covers another, and no leader passes a point that is not its own.

use super::label::Labels;
use super::scene::{Anchor, Ink, Point, Rect, Scene};
use super::theme::{BODY, FINE};

/// A point with its name.
#[derive(Debug, Clone)]
pub(crate) struct Spot {
    pub(crate) at: Point,
    /// Its name, then shorter ones.
    pub(crate) texts: Vec<String>,
    pub(crate) ink: Ink,
}

/// Distance of a name from its point from which on a leader joins them, in pixels.
const NEAR: f64 = 30.0;
/// Distance that a leader keeps from other points, in pixels.
const CLEAR: f64 = 20.0;

/// Places on a row above a point and on one below.
const A_ROW: usize = 10;

/// Points to be named.
pub(crate) struct Spots {
    /// Where names may stand.
    bounds: Rect,
    /// What is taken.
    labels: Labels,
    /// Boxes that names keep off where they can.
    lines: Labels,
    spots: Vec<Spot>,
    /// Names already written.
    written: Vec<Rect>,
}

/// What a place for a name must keep off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Strictness {
    /// Other names, points, leaders and lines.
    Everything,
    /// The same without lines.
    NotLines,
    /// Names alone.
    Names,
}

impl Spots {
    /// `lines` are places on lines.
    pub(crate) fn new(bounds: Rect, labels: Labels, lines: Vec<Point>, spots: Vec<Spot>) -> Self {
        let mut boxes = Labels::default();
        for place in lines {
            boxes.take(Rect::new(place.0, place.1, place.0, place.1).grown(6.0));
        }
        Self {
            bounds,
            labels,
            lines: boxes,
            spots,
            written: Vec::new(),
        }
    }

    /// Writes every name, with leaders; those with the least room between their neighbours first.
    pub(crate) fn write(mut self, scene: &mut Scene) {
        let nearest = |n: usize| {
            let others = self.spots.iter().enumerate().filter(|(m, _)| *m != n);
            let distance = others.map(|(_, other)| distance(self.spots[n].at, other.at));
            distance.fold(f64::INFINITY, f64::min)
        };
        let mut order: Vec<(f64, usize)> = (0..self.spots.len()).map(|n| (nearest(n), n)).collect();
        order.sort_by(|a, b| a.0.total_cmp(&b.0));
        for (_, n) in order {
            self.name(scene, n);
        }
    }

    fn name(&mut self, scene: &mut Scene, n: usize) {
        use Strictness::{Everything, Names, NotLines};
        let spot = self.spots[n].clone();
        let style = BODY.ink(spot.ink);
        let whole = spot
            .texts
            .iter()
            .flat_map(|text| [(text, Everything), (text, NotLines)]);
        let rest = spot.texts.iter().map(|text| (text, Names));
        let found = whole.chain(rest).find_map(|(text, how)| {
            let free = |(at, anchor): &(Point, Anchor)| {
                self.is_free(n, style.area(text, *at, *anchor).grown(1.0), how)
            };
            let places = around(spot.at).into_iter();
            // A name on a line is easier to read than one far away.
            let near = if how == Everything {
                6 * A_ROW
            } else {
                usize::MAX
            };
            let place = places.take(near).find(free);
            place.map(|place| (text, place))
        });
        let Some((text, (at, anchor))) = found else {
            return;
        };
        let area = style.area(text, at, anchor);
        if let Some((from, to)) = leader(spot.at, area) {
            scene.line(vec![from, to], spot.ink, FINE);
            for step in 0..=20 {
                let place = between(from, to, f64::from(step) / 20.0);
                self.labels
                    .take(Rect::new(place.0, place.1, place.0, place.1).grown(4.0));
            }
        }
        scene.text_over(at, anchor, style, text.as_str());
        self.labels.take(area.grown(1.0));
        self.written.push(area);
    }

    fn is_free(&self, n: usize, area: Rect, how: Strictness) -> bool {
        if !self.bounds.contains(&area) {
            return false;
        }
        if how == Strictness::Names {
            return !self.written.iter().any(|other| other.overlaps(&area));
        }
        if how == Strictness::Everything && !self.lines.free(&area) {
            return false;
        }
        self.labels.free(&area) && leader(self.spots[n].at, area).is_none_or(|l| self.passes(n, l))
    }

    /// Whether a leader keeps off the other points and the names.
    fn passes(&self, n: usize, (from, to): (Point, Point)) -> bool {
        let mut others = self.spots.iter().enumerate().filter(|(m, _)| *m != n);
        let places = || (0..=40).map(|step| between(from, to, f64::from(step) / 40.0));
        let clear = |place: Point| {
            let at = Rect::new(place.0, place.1, place.0, place.1);
            !self
                .written
                .iter()
                .any(|name| name.overlaps(&at.grown(2.0)))
        };
        others.all(|(_, other)| {
            distance(other.at, self.spots[n].at) < 1.0
                || places().all(|place| distance(place, other.at) > CLEAR)
        }) && places().all(clear)
    }
}

/// A thin line from a point to its name, when that is not beside it.
fn leader(at: Point, area: Rect) -> Option<(Point, Point)> {
    let near = (
        at.0.max(area.left).min(area.right),
        at.1.max(area.top).min(area.bottom),
    );
    (distance(at, near) > NEAR).then_some((at, near))
}

fn distance(a: Point, b: Point) -> f64 {
    let (dx, dy) = (a.0 - b.0, a.1 - b.1);
    (dx * dx + dy * dy).sqrt()
}

fn between(a: Point, b: Point, share: f64) -> Point {
    (a.0 + share * (b.0 - a.0), a.1 + share * (b.1 - a.1))
}

/// Places for a text near a point, the nearest first.
fn around(at: Point) -> Vec<(Point, Anchor)> {
    let sides = [
        (22.0, Anchor::Left),
        (-22.0, Anchor::Right),
        (0.0, Anchor::Centre),
        (80.0, Anchor::Left),
        (-80.0, Anchor::Right),
    ];
    let rows = (0..14).flat_map(|n| [8.0 - 22.0 * f64::from(n), 8.0 + 22.0 * f64::from(n)]);
    rows.flat_map(|dy| sides.map(|(dx, anchor)| ((at.0 + dx, at.1 + dy), anchor)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::scene::Shape;
    use super::super::theme::{BLACK, Size};
    use super::*;

    /// Three points above each other: every name has its leader, and no leader passes the point of another.
    #[test]
    fn leaders_pass_no_other_point() {
        let points = [(300.0, 200.0), (290.0, 260.0), (310.0, 300.0)];
        let spot = |at: Point| Spot {
            at,
            texts: vec!["grooming of children, known pictures: 31 %".into()],
            ink: BLACK,
        };
        let mut scene = Scene::new(Default::default(), Size::Page, (1600.0, 1000.0));
        let bounds = Rect::new(0.0, 0.0, 900.0, 600.0);
        let mut taken = Labels::default();
        for at in points {
            taken.take(Rect::new(at.0 - 90.0, at.1, at.0 + 90.0, at.1).grown(14.0));
        }
        Spots::new(bounds, taken, Vec::new(), points.map(spot).into()).write(&mut scene);
        assert_eq!(scene.labels().count(), points.len());
        for shape in scene.shapes() {
            let Shape::Line { points: ends, .. } = shape else {
                continue;
            };
            let passed = |at: &&Point| {
                (1..=50).any(|step| {
                    let place = between(ends[0], ends[1], f64::from(step) / 50.0);
                    distance(place, **at) < CLEAR && distance(ends[0], **at) > 1.0
                })
            };
            assert_eq!(points.iter().find(passed), None);
        }
    }
}
