//! Conditions and triggers.

use super::super::reader::Reader;
use super::orders::{rule, rule_span};
use super::{ConditionPlaces, TriggerPlaces, desk, position, title};
use crate::diag::{Code, Diagnostic, Span};
use crate::model::policy::{Action, Condition, Order, Trigger, Watched};
use crate::model::world::World;

pub(super) fn condition_places(r: &Reader<'_>) -> ConditionPlaces {
    ConditionPlaces {
        here: r.here(),
        desk: r.span("desk"),
    }
}

pub(super) fn condition(r: &Reader<'_>, world: &World) -> Condition {
    let above = r.has("above");
    Condition {
        watched: match r.word("metric").as_str() {
            "backlog-days" => Watched::BacklogDays,
            "arrivals" => Watched::Arrivals,
            "precision" => Watched::Precision,
            _ => Watched::Backlog,
        },
        desk: desk(r, world).unwrap_or(usize::MAX),
        above,
        bound: r.quantity(if above { "above" } else { "below" }),
        days: r.quantity("for"),
    }
}

/// The triggers of enabled orders, sorted by name.
pub(super) fn triggers(
    policy: &Reader<'_>,
    world: &World,
    orders: &[Order],
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<(Trigger, TriggerPlaces)> {
    policy
        .map("triggers")
        .into_iter()
        .filter_map(|(name, r)| {
            let order = position(orders.iter().map(|o| o.name.as_str()), &r.word("order"))?;
            diagnostics.extend(says_nothing(&r));
            let when = r.table_or_default("when");
            let places = TriggerPlaces {
                when: condition_places(&when),
                order: r.span("order"),
                action: action_span(&r),
            };
            let trigger = Trigger {
                title: title(&r, &name),
                name,
                when: condition(&when, world),
                order,
                action: action(&r, world),
            };
            Some((trigger, places))
        })
        .collect()
}

/// `start = false` and `stop = false` are no actions.
fn says_nothing(r: &Reader<'_>) -> Option<Diagnostic> {
    let key = ["start", "stop"]
        .into_iter()
        .find(|key| r.has(key) && !r.flag(key))?;
    let diagnostic = Diagnostic::at(
        Code::Contradiction,
        r.span(key),
        format!("`{key} = false` says nothing about what the trigger does"),
        "",
    );
    Some(diagnostic.help("write `start = true`, `stop = true` or a `rule`"))
}

fn action(r: &Reader<'_>, world: &World) -> Action {
    if r.has("rule") {
        Action::Rule(rule(r, world))
    } else if r.flag("stop") {
        Action::Stop
    } else {
        Action::Start
    }
}

fn action_span(r: &Reader<'_>) -> Span {
    ["start", "stop"]
        .into_iter()
        .find(|key| r.has(key))
        .map_or_else(|| rule_span(r), |key| r.span(key))
}
