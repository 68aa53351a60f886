//! Desks.

use super::super::reader::Reader;
use super::super::schema::DESK;
use super::{Places, title};
use crate::diag::{Code, Diagnostic};
use crate::model::parameter::Param;
use crate::model::world::{Benign, Capacity, Deduplication, Desk, Discipline, Material, WorkUnit};
use crate::units::Share;

/// Index of a weekday (Monday = 0).
pub(super) fn weekday(word: &str) -> Option<usize> {
    ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
        .iter()
        .position(|d| *d == word)
}

pub(super) fn desks(
    reader: &Reader<'_>,
    material: &[Material],
    benign: &[Benign],
    places: &mut Places,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Desk> {
    let policy = reader.table_or_default("policy");
    let retention = policy.optional("retention");
    reader
        .map("desks")
        .into_iter()
        .map(|(name, r)| {
            let capacity_key = ["staff", "capacity", "unlimited"]
                .into_iter()
                .find(|k| r.has(k))
                .unwrap_or("capacity");
            places.desk_capacity.push(r.span(capacity_key));
            contradictions(&r, diagnostics);
            Desk {
                title: title(&r, &name),
                reads: match r.word("reads").as_str() {
                    "flags" => WorkUnit::Flags,
                    "cases" => WorkUnit::Cases,
                    _ => WorkUnit::Reports,
                },
                items_per_arrival: r.quantity("items-per-arrival"),
                capacity: capacity(&r),
                working_days: working_days(&r),
                opens: r.quantity("opens"),
                forward: forward(&r, &name, material, benign, diagnostics),
                discipline: match r.word("queue").as_str() {
                    "lifo" => Discipline::Lifo,
                    "random" => Discipline::Random,
                    "priority" => Discipline::Priority,
                    _ => Discipline::Fifo,
                },
                priority: words(&r, "priority").unwrap_or_default(),
                expires_after: r.optional("expires-after").or(retention),
                deduplication: deduplication(&r),
                split: r.flag("split-over-member-states"),
                cost: r.quantity("cost"),
                name,
            }
        })
        .collect()
}

fn words(reader: &Reader<'_>, key: &str) -> Option<Vec<String>> {
    let words = reader.words(key)?;
    Some(words.into_iter().map(|(w, _)| w).collect())
}

fn contradictions(reader: &Reader<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let by_priority = reader.word("queue") == "priority";
    if by_priority && !reader.has("priority") {
        diagnostics.push(
            Diagnostic::at(
                Code::Contradiction,
                reader.span("queue"),
                "the queue goes by priority, and there is no `priority`",
                "",
            )
            .help("add `priority = [\"DETECTOR\", …]`, or choose another queue"),
        );
    }
    if reader.has("priority") && !by_priority {
        diagnostics.push(
            Diagnostic::at(
                Code::Contradiction,
                reader.span("priority"),
                "a list of priorities, and a queue that does not go by it",
                "this would have no effect",
            )
            .help("write `queue = \"priority\"`, or leave `priority` out"),
        );
    }
    for key in ["unlimited"] {
        if reader.has(key) && !reader.flag(key) {
            diagnostics.push(
                Diagnostic::at(
                    Code::Contradiction,
                    reader.span(key),
                    format!("`{key} = false` says nothing about the capacity"),
                    "",
                )
                .help("write `capacity = \"…/day\"` or `staff = { … }` in its place"),
            );
        }
    }
}

fn capacity(reader: &Reader<'_>) -> Capacity {
    if let Some(staff) = reader.table("staff") {
        return Capacity::Staff {
            people: staff.quantity("people"),
            speed: staff.quantity("speed"),
            hours: staff.quantity("hours"),
        };
    }
    if reader.flag("unlimited") {
        return Capacity::Unlimited;
    }
    Capacity::PerDay(reader.quantity("capacity"))
}

fn working_days(reader: &Reader<'_>) -> [bool; 7] {
    let mut days = [false; 7];
    match words(reader, "working-days") {
        None => days = [true; 7],
        Some(words) => {
            for day in words.iter().filter_map(|w| weekday(w)) {
                days[day] = true;
            }
        }
    }
    days
}

fn deduplication(reader: &Reader<'_>) -> Option<Deduplication> {
    let r = reader.table("deduplicate")?;
    if r.has("share") {
        return Some(Deduplication::Share(r.quantity("share")));
    }
    r.flag("by-virality").then_some(Deduplication::ByVirality)
}

/// P(forward | class), by class; every class must be covered.
fn forward(
    reader: &Reader<'_>,
    desk: &str,
    material: &[Material],
    benign: &[Benign],
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Param<Share>> {
    let given = reader.quantity_map::<Share>("forward");
    let find = |name: &str| given.iter().find(|(n, _)| n == name).map(|(_, p)| *p);
    let classes = material
        .iter()
        .map(|m| (m.name.as_str(), "abusive"))
        .chain(benign.iter().map(|b| (b.name.as_str(), "benign")))
        .chain([("ordinary", "benign")]);
    let mut missing: Vec<(&str, &str)> = Vec::new();
    let mut probabilities = Vec::new();
    for (class, fallback) in classes {
        match find(class).or_else(|| find(fallback)) {
            Some(p) => probabilities.push(Some(p)),
            None => {
                missing.push((class, fallback));
                probabilities.push(None);
            }
        }
    }
    if !missing.is_empty() && reader.has("forward") {
        let names: Vec<&str> = missing.iter().map(|m| m.0).collect();
        let words: std::collections::BTreeSet<&str> = missing.iter().map(|m| m.1).collect();
        let words: Vec<&str> = words.into_iter().collect();
        diagnostics.push(
            Diagnostic::at(
                Code::MissingKey,
                reader.span("forward"),
                format!(
                    "desk `{desk}` does not say what it does with {}",
                    super::super::names::listed(&names)
                ),
                "every class needs a probability",
            )
            .note(DESK.key("forward").map_or("", |k| k.doc))
            .help(format!(
                "add {} for all classes that are not named",
                super::super::names::listed(&words)
            )),
        );
    }
    let placeholder = missing.first().map(|_| reader.constant(f64::NAN));
    probabilities
        .into_iter()
        .map(|p| {
            p.or(placeholder)
                .unwrap_or_else(|| reader.constant(f64::NAN))
        })
        .collect()
}
