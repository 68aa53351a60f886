//! Policies by two numbers, and those that no other beats in both.

use serde::Serialize;

use super::ChartHead;
use crate::say;

use super::axis::{draw_below, draw_left, widest};
use super::label::{Labels, fit};
use super::scene::{Anchor, Point, Rect, Scene};
use super::span::Span;
use super::table::{Table, row};
use super::theme::{BLACK, BLUE, BOLD, CAPTION, FINE, GREY, NOTE};

/// Chart of policies by their means over states of the world, with the front of those that no other beats.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Front {
    /// Words around the chart.
    pub head: ChartHead,
    /// Name of the number across, and whether less of it is better.
    pub across: (String, bool),
    /// Name of the number upwards, and whether less of it is better.
    pub upwards: (String, bool),
    /// Policies.
    pub policies: Vec<FrontPolicy>,
}

/// One policy.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct FrontPolicy {
    /// Its levers.
    pub name: String,
    /// Mean of the number across.
    pub x: f64,
    /// Mean of the number upwards.
    pub y: f64,
    /// 90 % interval of the mean across over resamples of the states; not numbers where there is none.
    pub x_interval: (f64, f64),
    /// The same of the mean upwards.
    pub y_interval: (f64, f64),
    /// Whether no other policy beats it.
    pub is_undominated: bool,
    /// Share of resamples of the states in which no other beats it (0..1).
    pub share: f64,
}

/// Largest ratio of two numbers that a linear axis still shows.
const LINEAR: f64 = 50.0;

impl Front {
    pub(crate) fn table(&self) -> Table {
        let rows = self.policies.iter();
        Table {
            header: vec![
                "policy",
                "across",
                "upwards",
                "undominated",
                "share_of_resamples",
                "across_low",
                "across_high",
                "upwards_low",
                "upwards_high",
            ],
            rows: rows
                .map(|p| {
                    let (left, right) = p.x_interval;
                    let (low, high) = p.y_interval;
                    row![
                        p.name,
                        p.x,
                        p.y,
                        p.is_undominated,
                        p.share,
                        left,
                        right,
                        low,
                        high
                    ]
                })
                .collect(),
        }
    }

    pub(crate) fn draw(&self, scene: &mut Scene, body: Rect) {
        let language = scene.language;
        let numbers = |values: fn(&FrontPolicy) -> [f64; 3]| {
            let all = self.policies.iter().flat_map(values);
            let all: Vec<f64> = all.filter(|x| x.is_finite()).collect();
            Span::enclosing(language, all.into_iter(), LINEAR, 6)
        };
        let across = numbers(|p| [p.x, p.x_interval.0, p.x_interval.1]);
        let upwards = numbers(|p| [p.y, p.y_interval.0, p.y_interval.1]);
        let better = |less: bool| {
            if less {
                say!(language, "chart-front-less")
            } else {
                say!(language, "chart-front-more")
            }
        };
        let name = format!("{}, {}", self.upwards.0, better(self.upwards.1));
        let caption = fit(&upwards.caption(language, &name), CAPTION, body.width());
        let top = body.top + 24.0;
        scene.text((body.left, top), Anchor::Left, CAPTION.ink(BLACK), caption);
        let plot = Rect::new(
            body.left + widest(&upwards.ticks) + 14.0,
            top + 40.0,
            body.right - 40.0,
            body.bottom - 66.0,
        );
        let x = across.axis((plot.left, plot.right));
        let y = upwards.axis((plot.bottom, plot.top));
        draw_left(scene, plot, &y, &upwards.ticks);
        draw_below(scene, plot, &x, &across.ticks);
        // The arrow points to what is better.
        let way = better(self.across.1);
        let way = if self.across.1 {
            format!("← {way}")
        } else {
            format!("{way} →")
        };
        let name = format!("{}, {way}", self.across.0);
        let name = fit(&across.caption(language, &name), CAPTION, plot.width());
        let at = (plot.right, plot.bottom + 60.0);
        scene.text(at, Anchor::Right, CAPTION.ink(BLACK), name);
        let place = |p: &FrontPolicy| (x.at(p.x), y.at(p.y));
        let mut front: Vec<Point> = self.front().map(place).collect();
        front.sort_by(|a, b| a.0.total_cmp(&b.0));
        scene.line(front, BLUE.fade(0.5), BOLD);
        let mut labels = Labels::default();
        for policy in &self.policies {
            let ink = if policy.is_undominated { BLUE } else { GREY };
            let (at, above) = place(policy);
            let (left, right) = policy.x_interval;
            let (low, high) = policy.y_interval;
            let whiskers = [
                (left < right).then(|| [(x.at(left), above), (x.at(right), above)]),
                (low < high).then(|| [(at, y.at(high)), (at, y.at(low))]),
            ];
            for [from, to] in whiskers.into_iter().flatten() {
                labels.take(Rect::new(
                    from.0 - 2.0,
                    from.1 - 2.0,
                    to.0 + 2.0,
                    to.1 + 2.0,
                ));
                scene.line(vec![from, to], ink.fade(0.6), FINE);
            }
            scene.disc((at, above), 8.0, ink);
        }
        self.names(scene, plot, labels, place);
    }

    fn front(&self) -> impl Iterator<Item = &FrontPolicy> {
        self.policies.iter().filter(|p| p.is_undominated)
    }

    /// Names of the front where there is room, each beside its mark.
    fn names(
        &self,
        scene: &mut Scene,
        plot: Rect,
        mut labels: Labels,
        place: impl Fn(&FrontPolicy) -> Point,
    ) {
        for policy in &self.policies {
            let (x, y) = place(policy);
            labels.take(Rect::new(x - 10.0, y - 10.0, x + 10.0, y + 10.0));
        }
        for policy in self.front() {
            let (x, y) = place(policy);
            let text = fit(&policy.name, NOTE, plot.width() * 0.62);
            let places = [
                ((x + 16.0, y + NOTE.em * 0.35), Anchor::Left),
                ((x - 16.0, y + NOTE.em * 0.35), Anchor::Right),
                ((x + 12.0, y - 16.0), Anchor::Left),
                ((x - 12.0, y - 16.0), Anchor::Right),
                ((x + 12.0, y + 16.0 + NOTE.em), Anchor::Left),
                ((x - 12.0, y + 16.0 + NOTE.em), Anchor::Right),
            ];
            let free = places.into_iter().find(|(at, anchor)| {
                let area = NOTE.area(&text, *at, *anchor);
                labels.free(&area) && plot.grown(20.0).contains(&area)
            });
            if let Some((at, anchor)) = free {
                labels.take(NOTE.area(&text, at, anchor));
                scene.line(vec![(x, y), (x, y)], BLUE, FINE);
                scene.text_over(at, anchor, NOTE.ink(BLACK), text);
            }
        }
    }
}
