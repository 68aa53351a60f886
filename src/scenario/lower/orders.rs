//! Policy and orders.

use super::super::reader::Reader;
use super::super::schema::RULE;
use super::{OrderPlaces, Places, position, techniques, title, triggers};
use crate::diag::{Code, Diagnostic, Span};
use crate::model::policy::{Calibration, Order, Policy, Rule, Solved, Technique};
use crate::model::world::World;

pub(super) fn policy(
    reader: &Reader<'_>,
    world: &World,
    places: &mut Places,
    diagnostics: &mut Vec<Diagnostic>,
) -> Policy {
    let r = reader.table_or_default("policy");
    let mut orders: Vec<(Order, OrderPlaces)> = r
        .map("orders")
        .into_iter()
        .filter(|(_, o)| o.flag("enabled"))
        .map(|(name, o)| order(name, &o, world, diagnostics))
        .collect();
    orders.sort_by_key(|(o, _)| {
        let rank = world
            .detectors
            .get(o.detector)
            .map_or(0, |d| d.attribution_rank());
        (rank, o.name.clone())
    });
    let (orders, order_places): (Vec<_>, Vec<_>) = orders.into_iter().unzip();
    places.order = order_places;
    let (triggers, trigger_places) = triggers::triggers(&r, world, &orders, diagnostics)
        .into_iter()
        .unzip();
    places.trigger = trigger_places;
    places.chain = r.words("desks").unwrap_or_default();
    Policy {
        desks: chain(world, places, diagnostics),
        correlation: r.quantity("correlation"),
        orders,
        triggers,
    }
}

fn chain(world: &World, places: &Places, diagnostics: &mut Vec<Diagnostic>) -> Vec<usize> {
    let mut chain = Vec::new();
    for (i, (name, span)) in places.chain.iter().enumerate() {
        let earlier = places.chain[..i].iter().find(|(n, _)| n == name);
        if let Some((_, first)) = earlier {
            diagnostics.push(
                Diagnostic::at(
                    Code::Contradiction,
                    *span,
                    format!("reports pass the desk `{name}` twice"),
                    "again",
                )
                .related(*first, "first")
                .help("name every desk once; define a second desk for a second reading"),
            );
            continue;
        }
        chain.extend(position(world.desks.iter().map(|d| d.name.as_str()), name));
    }
    chain
}

fn order(
    name: String,
    r: &Reader<'_>,
    world: &World,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Order, OrderPlaces) {
    let places = OrderPlaces {
        here: r.here(),
        detector: r.span("detector"),
        rule: rule_span(r),
        services: r.span("services"),
        starts: r.span("starts"),
        from: r.span("from"),
        renewals: r.span("renewals"),
        renew_if: r.table("renew-if").map(|c| triggers::condition_places(&c)),
    };
    let detector = position(
        world.detectors.iter().map(|d| d.name.as_str()),
        &r.word("detector"),
    );
    let technique = techniques::named(&r.word("technique"));
    let order = Order {
        title: title(r, &name),
        services: services(r, &name, technique, world, diagnostics),
        name,
        detector: detector.unwrap_or(usize::MAX),
        technique,
        coverage: r.quantity("coverage"),
        from: r.quantity("from"),
        duration: r.optional("duration"),
        renewals: r.integer("renewals"),
        renew_if: r.table("renew-if").map(|c| triggers::condition(&c, world)),
        stands_by: r.word("starts") == "trigger",
        rule: rule(r, world),
        solved: if r.word("solved") == "attained" {
            Solved::Attained
        } else {
            Solved::PreSet
        },
        calibration: if r.word("calibrated-on") == "bench" {
            Calibration::Bench
        } else {
            Calibration::Field
        },
    };
    (order, places)
}

fn services(
    r: &Reader<'_>,
    order: &str,
    technique: Technique,
    world: &World,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<usize> {
    let reads_encrypted = world.techniques[technique as usize].reads_encrypted;
    let readable = |s: usize| reads_encrypted || !world.services[s].encrypted;
    let Some(named) = r.words("services") else {
        let word = r.word("services");
        return (0..world.services.len())
            .filter(|s| {
                let service = &world.services[*s];
                match word.as_str() {
                    "encrypted" => service.encrypted,
                    "unencrypted" => !service.encrypted,
                    "significant-risk" => service.significant_risk,
                    _ => true,
                }
            })
            .filter(|s| readable(*s))
            .collect();
    };
    let mut covered = Vec::new();
    for (name, span) in named {
        let Some(s) = position(world.services.iter().map(|s| s.name.as_str()), &name) else {
            continue;
        };
        if readable(s) {
            covered.push(s);
        } else {
            diagnostics.push(
                Diagnostic::at(
                    Code::NothingToScan,
                    span,
                    format!(
                        "order `{order}` reads on servers, and `{name}` is end-to-end encrypted"
                    ),
                    "nothing can be read here",
                )
                .help("choose `technique = \"client-side\"`, or leave the service out"),
            );
        }
    }
    covered.sort_unstable();
    covered.dedup();
    covered
}

/// Where the value of a rule was written, which may be in another text than its table.
pub(super) fn rule_span(r: &Reader<'_>) -> Span {
    let value = r.table("rule").and_then(|rule| {
        RULE.keys
            .iter()
            .find(|k| rule.has(k.name))
            .map(|k| rule.span(k.name))
    });
    value.unwrap_or_else(|| r.span("rule"))
}

pub(super) fn rule(r: &Reader<'_>, world: &World) -> Rule {
    let Some(rule) = r.table("rule") else {
        return Rule::Own;
    };
    if let Some(margin) = rule.optional("fpr") {
        Rule::FalsePositiveRate(margin)
    } else if let Some(margin) = rule.optional("fdr") {
        Rule::FalseDiscoveryRate(margin)
    } else if let Some(recall) = rule.optional("recall") {
        Rule::Recall(recall)
    } else if let Some(threshold) = rule.optional("threshold") {
        Rule::Threshold(threshold)
    } else if let Some(flags) = rule.optional("flags-per-day") {
        Rule::FlagsPerDay(flags)
    } else if let Some(cost) = rule.table("cost") {
        Rule::Cost {
            false_flag: cost.quantity("false-flag"),
            miss: cost.quantity("miss"),
        }
    } else if let Some(desk) = position(
        world.desks.iter().map(|d| d.name.as_str()),
        &rule.word("desk"),
    ) {
        Rule::Desk(desk)
    } else {
        Rule::Own
    }
}
