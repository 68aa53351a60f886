//! A model against itself: shares of one whole, curves, margins, and what is legal but suspicious.
//!
//! Everything is judged at central values. NaN marks what could not be read; nothing that depends on it is judged.

use super::lower::{Lowered, OrderPlaces};
use crate::diag::{Code, Diagnostic, Span};
use crate::model::Model;
use crate::model::operating::{OperatingError, OperatingPoint};
use crate::model::parameter::Draw;
use crate::model::policy::{Order, Rule};
use crate::model::world::Capacity;
use crate::theory::curve::Curve;

/// All mistakes and warnings of a model. `world_only`: there is no policy to judge.
pub(crate) fn judge(lowered: &Lowered, world_only: bool) -> Vec<Diagnostic> {
    let central = lowered.model.parameters.central();
    let mut judge = Judge {
        lowered,
        model: &lowered.model,
        draw: &central,
        diagnostics: Vec::new(),
    };
    judge.shares();
    judge.prevalence();
    judge.volumes();
    judge.curves();
    if !world_only {
        let points = judge.orders();
        judge.load(&points);
    }
    judge.diagnostics
}

struct Judge<'a> {
    lowered: &'a Lowered,
    model: &'a Model,
    draw: &'a Draw,
    diagnostics: Vec<Diagnostic>,
}

/// Sums within rounding of one are one.
const ROUNDING: f64 = 1e-9;

impl Judge<'_> {
    fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    fn whole(&mut self, parts: &[(f64, Span)], what: &str) {
        let total: f64 = parts.iter().map(|p| p.0).sum();
        let Some((last, first)) = parts.split_last() else {
            return;
        };
        if total > 1.0 + ROUNDING {
            let mut diagnostic = Diagnostic::at(
                Code::SharesExceedOne,
                last.1,
                format!("{what} add up to {}, more than one", short(total)),
                format!("{} here", short(last.0)),
            )
            .help("lower one of them: together they may be at most 100 %");
            let mut marked = vec![last.1];
            for (share, span) in first {
                if !marked.contains(span) {
                    marked.push(*span);
                    diagnostic = diagnostic.related(*span, format!("{} here", short(*share)));
                }
            }
            self.report(diagnostic);
        }
    }

    fn shares(&mut self) {
        let (model, draw, places) = (self.model, self.draw, &self.lowered.places);
        let world = &model.world;
        for (s, service) in world.services.iter().enumerate() {
            for (m, modality) in world.modalities.iter().enumerate() {
                let benign: Vec<_> = (0..world.benign.len())
                    .filter(|b| world.benign[*b].modality == m)
                    .map(|b| (draw.of(world.benign[b].share[s]), places.benign_share[b][s]))
                    .collect();
                self.once(
                    &benign,
                    &format!(
                        "the shares of benign classes of `{modality}` at `{}`",
                        service.name
                    ),
                );
                let abusive: Vec<_> = (0..world.material.len())
                    .filter(|c| world.material[*c].modality == m)
                    .map(|c| {
                        (
                            draw.of(world.material[c].prevalence[s]),
                            places.prevalence[c][s],
                        )
                    })
                    .collect();
                self.once(
                    &abusive,
                    &format!("the prevalences of `{modality}` at `{}`", service.name),
                );
            }
        }
        let groups: Vec<_> = world
            .groups
            .iter()
            .zip(&places.group_share)
            .map(|(g, span)| (draw.of(g.share), *span))
            .collect();
        self.whole(&groups, "the shares of groups");
        let states = |staff: bool| -> Vec<(f64, Span)> {
            world
                .member_states
                .iter()
                .zip(&places.state_share)
                .map(|(m, p)| {
                    if staff {
                        (draw.of(m.staff_share), p.1)
                    } else {
                        (draw.of(m.share), p.0)
                    }
                })
                .collect()
        };
        self.whole(&states(false), "the shares of member states");
        self.once(&states(true), "the shares of staff of member states");
    }

    /// Like [`Self::whole`], but not again for the same places.
    fn once(&mut self, parts: &[(f64, Span)], what: &str) {
        let last = parts.last().map(|p| p.1);
        let seen = self
            .diagnostics
            .iter()
            .any(|d| d.code == Code::SharesExceedOne && d.primary.as_ref().map(|p| p.span) == last);
        if !seen {
            self.whole(parts, what);
        }
    }

    fn prevalence(&mut self) {
        let (world, places) = (&self.model.world, &self.lowered.places);
        let mut seen: Vec<Span> = Vec::new();
        for (c, material) in world.material.iter().enumerate() {
            for (s, prevalence) in material.prevalence.iter().enumerate() {
                let value = self.draw.of(*prevalence);
                let span = places.prevalence[c][s];
                let published = self.model.parameters.get(*prevalence).meta.is_published();
                if value > 0.01 && !published && !seen.contains(&span) {
                    seen.push(span);
                    let diagnostic = Diagnostic::at(
                        Code::HighPrevalence,
                        span,
                        format!("prevalence of `{}` is {}", material.name, percent(value)),
                        format!("1 item in {} would be abuse", short(1.0 / value)),
                    )
                    .help("published hit rates lie between 1 in a million and 1 in a thousand: check the unit, or give the source");
                    self.diagnostics.push(diagnostic);
                }
            }
        }
    }

    fn volumes(&mut self) {
        for service in &self.model.world.services {
            for m in 0..self.model.world.modalities.len() {
                let last = self.model.run.days.saturating_sub(1);
                let growth = service.day_factor(self.draw, last, 0).max(1.0) * 7.0;
                let volume = service.base_volume(self.draw, m) * growth;
                if volume > 1e18 {
                    let diagnostic = Diagnostic::nowhere(
                        Code::OutOfRange,
                        format!(
                            "service `{}` would carry {} items a day",
                            service.name,
                            short(volume)
                        ),
                    )
                    .help("volumes up to 1e18 items a day can be counted exactly: check accounts, items and growth");
                    self.diagnostics.push(diagnostic);
                }
            }
        }
    }

    fn curves(&mut self) {
        for (detector, place) in self
            .model
            .world
            .detectors
            .iter()
            .zip(&self.lowered.places.detector)
        {
            if let Err(error) = detector.curve(self.draw) {
                let message = error.to_string();
                if message.contains("NaN") {
                    continue;
                }
                let diagnostic = Diagnostic::at(
                    Code::ImpossibleDetector,
                    *place,
                    format!("`{}` is no detector: {message}", detector.name),
                    "",
                )
                .help("points must lie inside 0 and 1 and increase together; abuse must score higher than ordinary items");
                self.diagnostics.push(diagnostic);
            }
        }
    }

    /// Judges every order; returns the operating points of those that have one.
    fn orders(&mut self) -> Vec<Option<OperatingPoint>> {
        let orders: Vec<_> = self.model.policy.orders.iter().collect();
        let places = &self.lowered.places.order;
        orders
            .into_iter()
            .zip(places)
            .map(|(order, place)| self.order(order, place))
            .collect()
    }

    fn order(&mut self, order: &Order, place: &OrderPlaces) -> Option<OperatingPoint> {
        let detector = self.model.world.detectors.get(order.detector)?;
        let curve = detector.curve(self.draw).ok()?;
        if order.rule.is_own() && !has_own_point(&curve, detector.radius()) {
            self.report(
                Diagnostic::at(
                    Code::MissingKey,
                    place.here,
                    format!("order `{}` has no `rule`", order.name),
                    "needed here",
                )
                .help("write `rule = { fpr = \"0.01 %\" }`, or another rule"),
            );
            return None;
        }
        let field = self.model.field(self.draw, order);
        if field.items_per_day == 0.0 {
            self.nothing_to_scan(order, place);
            return None;
        }
        match self.model.setting(self.draw, order) {
            Ok(setting) => {
                let point = self.model.operating_point(self.draw, order, setting).ok()?;
                self.warnings(order, place, &point);
                Some(point)
            }
            Err(OperatingError::Unreachable { source, .. }) => {
                self.unreachable(order, place, &curve, source.best);
                None
            }
            Err(OperatingError::Curve { .. }) => None,
        }
    }

    fn nothing_to_scan(&mut self, order: &Order, place: &OrderPlaces) {
        let detector = &self.model.world.detectors[order.detector];
        let modalities: Vec<&str> = detector
            .modalities
            .iter()
            .map(|m| self.model.world.modalities[*m].as_str())
            .collect();
        self.report(
            Diagnostic::at(
                Code::NothingToScan,
                place.services,
                format!("order `{}` has nothing to scan", order.name),
                format!(
                    "no service that it covers and can read carries {}",
                    super::names::listed(&modalities)
                ),
            )
            .related(place.detector, "this detector")
            .help("server-side scanning reads no encrypted service: choose another technique, other services, or `enabled = false`"),
        );
    }

    fn unreachable(&mut self, order: &Order, place: &OrderPlaces, curve: &Curve, best: f64) {
        if best.is_nan() && !matches!(curve, Curve::Fixed { .. }) {
            return;
        }
        let (wanted, best) = match order.rule {
            Rule::FalsePositiveRate(m) => (
                format!("a false-positive rate of {}", rate(self.draw.of(m))),
                rate(best),
            ),
            Rule::FalseDiscoveryRate(m) => (
                format!("a false-discovery rate of {}", rate(self.draw.of(m))),
                rate(best),
            ),
            Rule::Recall(r) => (
                format!("a recall of {}", percent(self.draw.of(r))),
                percent(best),
            ),
            Rule::FlagsPerDay(f) => (
                format!("{} flags a day", short(self.draw.of(f))),
                short(best),
            ),
            Rule::Desk(d) => (
                format!("the capacity of desk `{}`", self.model.world.desks[d].name),
                format!("{} flags a day", short(best)),
            ),
            Rule::Threshold(t) => (
                format!("a threshold of {}", short(self.draw.of(t))),
                short(best),
            ),
            Rule::Cost { .. } | Rule::Own => return,
        };
        let detector = &self.model.world.detectors[order.detector];
        if wanted.contains("NaN") {
            return;
        }
        self.report(
            Diagnostic::at(
                Code::UnreachableMargin,
                place.rule,
                format!("order `{}` cannot meet {wanted}", order.name),
                "no threshold of this detector meets it",
            )
            .related(
                place.detector,
                format!("the best that `{}` can do is {best}", detector.name),
            )
            .help(format!(
                "write a rule that it can meet ({best} at best), or choose another detector"
            )),
        );
    }

    fn warnings(&mut self, order: &Order, place: &OrderPlaces, point: &OperatingPoint) {
        if point.extrapolated {
            self.report(
                Diagnostic::at(
                    Code::Extrapolated,
                    place.rule,
                    format!("order `{}` works beyond the measured points of its detector", order.name),
                    format!("false-positive rate {}, recall {}", rate(point.fpr_field), percent(point.recall)),
                )
                .note("the last segment of the curve is continued; results are marked as extrapolated"),
            );
        }
        if let Rule::FalsePositiveRate(margin) = order.rule {
            let margin = self.draw.of(margin);
            if point.fpr_field > margin * (1.0 + 1e-6) && point.fpr_bench <= margin * (1.0 + 1e-6) {
                self.report(
                    Diagnostic::at(
                        Code::ExceededInField,
                        place.rule,
                        format!(
                            "order `{}` meets its margin on the bench and exceeds it in the field",
                            order.name
                        ),
                        format!(
                            "{} on the bench, {} in the field",
                            rate(point.fpr_bench),
                            rate(point.fpr_field)
                        ),
                    )
                    .note("confusable items are more common in the field than on the bench"),
                );
            }
        }
    }

    /// Warns where a desk of the chain receives more than it can read, at central values and as long as orders last.
    fn load(&mut self, points: &[Option<OperatingPoint>]) {
        let Some(points) = points.iter().cloned().collect::<Option<Vec<_>>>() else {
            return;
        };
        let flows = self.model.mean_flows(self.draw, &points);
        for (&desk, arrivals) in self.model.policy.desks.iter().zip(flows) {
            let place = self.lowered.places.desk_capacity[desk];
            let desk = &self.model.world.desks[desk];
            let capacity = desk.mean_capacity_per_day(self.draw);
            if matches!(desk.capacity, Capacity::Unlimited) || !(arrivals > capacity) {
                continue;
            }
            let factor = arrivals / capacity;
            let mut diagnostic = Diagnostic::at(
                Code::Overload,
                place,
                format!(
                    "desk `{}` receives {} {} a day and can read {}: utilisation {}",
                    desk.name,
                    short(arrivals),
                    desk.reads.noun(),
                    short(capacity),
                    short(factor)
                ),
                format!("{} a day", short(capacity)),
            )
            .note("its backlog grows for as long as the orders last");
            if let Capacity::Staff { people, .. } = desk.capacity {
                let needed = (self.draw.of(people) * factor).ceil();
                diagnostic = diagnostic.help(format!(
                    "about {} people would keep up, or a stricter margin, or expiry",
                    short(needed)
                ));
            }
            self.report(diagnostic);
        }
    }
}

fn has_own_point(curve: &Curve, radius: Option<u64>) -> bool {
    match curve {
        Curve::Fixed { .. } => true,
        Curve::Hash(_) => radius.is_some(),
        _ => false,
    }
}

/// A number in a message: three significant digits, thousands spaced.
pub(crate) fn short(value: f64) -> String {
    crate::text::number(value)
}

fn percent(value: f64) -> String {
    crate::text::percent(value)
}

fn rate(value: f64) -> String {
    crate::text::rate(value)
}
