//! Terms of orders, conditions and triggers.

use super::Judge;
use crate::diag::{Code, Diagnostic, Span};
use crate::model::operating::OperatingPoint;
use crate::model::parameter::Param;
use crate::model::policy::{Action, Condition, Order, Trigger};
use crate::scenario::lower::{ConditionPlaces, OrderPlaces, TriggerPlaces};
use crate::text::number;
use crate::units::Days;

impl Judge<'_> {
    /// Judges how orders start and are renewed.
    pub(super) fn terms(&mut self) {
        let orders = self.model.policy.orders.iter();
        for (i, (order, place)) in orders.zip(&self.lowered.places.order).enumerate() {
            self.renewals(order, place);
            if !order.stands_by {
                let what = format!("order `{}`", order.name);
                self.begins_in_time(&what, order.from, place.from);
            }
            let mut triggers = self.model.policy.triggers.iter();
            let started = triggers.any(|t| t.order == i && matches!(t.action, Action::Start));
            if order.stands_by && !started {
                let diagnostic = Diagnostic::at(
                    Code::NoEffect,
                    place.starts,
                    format!("order `{}` has no effect: no trigger starts it", order.name),
                    "it stands by for the whole run",
                )
                .help("add a trigger with `start = true`, or write `starts = \"on-date\"`");
                self.report(diagnostic);
            }
        }
    }

    /// What begins after the last day of the run, at central values, has no effect in it.
    pub(super) fn begins_in_time(&mut self, what: &str, from: Param<Days>, place: Span) {
        let (from, days) = (self.draw.of(from), self.model.run.days);
        if !(from >= days as f64) {
            return;
        }
        let diagnostic = Diagnostic::at(
            Code::NoEffect,
            place,
            format!("{what} has no effect: it begins when the run is over"),
            format!("after {} days", number(from)),
        )
        .note(format!("`run.days` is {days}"))
        .help("let it begin earlier, or write more days in `[run]`");
        self.report(diagnostic);
    }

    fn renewals(&mut self, order: &Order, place: &OrderPlaces) {
        if order.renewals > 0 && order.duration.is_none() {
            self.report(
                Diagnostic::at(
                    Code::Contradiction,
                    place.renewals,
                    format!("order `{}` is to be renewed, and never ends", order.name),
                    "",
                )
                .help("write how long one term lasts, such as `duration = \"24 months\"`"),
            );
        }
        let (Some(condition), Some(renew_if)) = (&order.renew_if, &place.renew_if) else {
            return;
        };
        self.condition(condition, renew_if);
        if order.renewals == 0 {
            self.report(
                Diagnostic::at(
                    Code::NoEffect,
                    renew_if.here,
                    format!("`renew-if` of order `{}` has no effect", order.name),
                    "there are no renewals",
                )
                .help("write how often it may be renewed, such as `renewals = 2`"),
            );
        }
    }

    /// A condition looks at a desk of the chain.
    fn condition(&mut self, condition: &Condition, place: &ConditionPlaces) {
        let Some(desk) = self.model.world.desks.get(condition.desk) else {
            return;
        };
        if !self.model.policy.desks.contains(&condition.desk) {
            self.report(
                Diagnostic::at(
                    Code::Contradiction,
                    place.desk,
                    format!("reports do not pass the desk `{}`", desk.name),
                    "nothing happens there",
                )
                .help("name a desk of `policy.desks`"),
            );
        }
    }

    /// Judges every trigger; `points` are those of the orders.
    pub(super) fn triggers(&mut self, points: &[Option<OperatingPoint>]) {
        let triggers = self.model.policy.triggers.iter();
        for (trigger, place) in triggers.zip(&self.lowered.places.trigger) {
            self.condition(&trigger.when, &place.when);
            let order = &self.model.policy.orders[trigger.order];
            match trigger.action {
                Action::Start if !order.stands_by => self.starts_again(trigger, order, place),
                Action::Rule(rule) if points[trigger.order].is_some() => {
                    let order = Order {
                        rule,
                        ..order.clone()
                    };
                    let place = OrderPlaces {
                        rule: place.action,
                        ..self.lowered.places.order[trigger.order].clone()
                    };
                    self.order(&order, &place);
                }
                Action::Start | Action::Stop | Action::Rule(_) => {}
            }
        }
    }

    fn starts_again(&mut self, trigger: &Trigger, order: &Order, place: &TriggerPlaces) {
        if self.is_mistaken(place.action) {
            return;
        }
        let there = &self.lowered.places.order[trigger.order];
        let diagnostic = Diagnostic::at(
            Code::Contradiction,
            place.order,
            format!(
                "trigger `{}` starts order `{}`, which starts by itself",
                trigger.name, order.name
            ),
            "",
        )
        .related(there.starts, "it does not stand by")
        .help("write `starts = \"trigger\"` in the order");
        self.report(diagnostic);
    }
}
