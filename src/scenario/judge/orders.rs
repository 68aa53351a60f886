//! Orders against their detectors and services: what can be read, and which margins can be met.

use super::Judge;
use crate::diag::{Code, Diagnostic};
use crate::model::operating::{OperatingError, OperatingPoint};
use crate::model::policy::{Order, Rule};
use crate::scenario::lower::OrderPlaces;
use crate::scenario::names;
use crate::text::{number, percent, rate};
use crate::theory::curve::Curve;

impl Judge<'_> {
    /// Judges every order; returns the operating points of those that have one.
    pub(super) fn orders(&mut self) -> Vec<Option<OperatingPoint>> {
        let orders: Vec<_> = self.model.policy.orders.iter().collect();
        let places = &self.lowered.places.order;
        orders
            .into_iter()
            .zip(places)
            .map(|(order, place)| self.order(order, place))
            .collect()
    }

    pub(super) fn order(&mut self, order: &Order, place: &OrderPlaces) -> Option<OperatingPoint> {
        let detector = self.model.world.detectors.get(order.detector)?;
        let parts = [place.rule, place.services, place.detector];
        if detector.modalities.is_empty() || parts.iter().any(|p| self.is_mistaken(*p)) {
            return None;
        }
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
        let unread = field.items_per_day.is_nan() || field.benign.is_empty();
        if unread && !self.mistaken.is_empty() {
            return None;
        }
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
            .filter_map(|m| self.model.world.modalities.get(*m))
            .map(String::as_str)
            .collect();
        self.report(
            Diagnostic::at(
                Code::NothingToScan,
                place.services,
                format!("order `{}` has nothing to scan", order.name),
                format!(
                    "no service that it covers and can read carries {}",
                    names::listed(&modalities)
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
                format!("{} flags a day", number(self.draw.of(f))),
                number(best),
            ),
            Rule::Desk(d) => (
                format!("the capacity of desk `{}`", self.model.world.desks[d].name),
                format!("{} flags a day", number(best)),
            ),
            Rule::Threshold(t) => (
                format!("a threshold of {}", number(self.draw.of(t))),
                number(best),
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
                .note("the last segment of the curve is continued; results are marked as extrapolated")
                .help("measure the detector at so low a rate, or write `extrapolate = false`"),
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
                    .note("confusable items are more common in the field than on the bench")
                    .help("name them in `bench-mix`, or write `calibrated-on = \"field\"`"),
                );
            }
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
