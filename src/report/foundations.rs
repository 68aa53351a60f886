//! The fixed values without a published source that a headline rests on: no interval holds what is uncertain about them.

use super::assumptions::{status, value};
use super::headlines::is_assumed;
use crate::language::Language;
use crate::model::Model;
use crate::model::parameter::Parameter;
use crate::model::policy::Order;
use crate::results::metric::{
    DISPLACED_SHARE, KEPT_BACK, LEAVING, Metric, PIECES_RATIO, TARGETED_LOST,
};
use crate::say;

/// Most values named under one headline; the table of assumptions has the others.
const MOST: usize = 6;

/// Paths, or beginnings of paths that end in a dot.
type Paths = Vec<String>;

fn coverage(order: &Order) -> String {
    format!("policy.orders.{}.coverage", order.name)
}

/// What the flags of all orders rest on.
pub(super) fn flags(model: &Model) -> Paths {
    model.policy.orders.iter().map(coverage).collect()
}

/// The orders whose detectors look for a class of abuse material.
fn orders(model: &Model, class: usize) -> impl Iterator<Item = &Order> {
    let detectors = &model.world.detectors;
    let orders = model.policy.orders.iter();
    orders.filter(move |order| detectors[order.detector].detects.contains(&class))
}

/// Whether some order looks for a class of abuse material.
pub(super) fn is_sought(model: &Model, class: usize) -> bool {
    orders(model, class).next().is_some()
}

/// What the share of a class of abuse material that is flagged rests on.
pub(super) fn detection(model: &Model, class: usize) -> Paths {
    let mut detectors: Vec<usize> = orders(model, class).map(|o| o.detector).collect();
    detectors.sort_unstable();
    detectors.dedup();
    let detectors = detectors
        .into_iter()
        .map(|d| format!("detectors.{}.", model.world.detectors[d].name));
    orders(model, class)
        .map(coverage)
        .chain(detectors)
        .collect()
}

/// What a desk can read.
pub(super) fn capacity(name: &str) -> Paths {
    vec![format!("desks.{name}.staff.")]
}

/// What the number of accounts that are flagged rests on.
pub(super) fn accounts(model: &Model) -> Paths {
    let scanned = (0..model.policy.orders.len()).filter(|order| model.scans(*order));
    let mut services: Vec<usize> = scanned
        .flat_map(|order| model.policy.orders[order].services.iter().copied())
        .collect();
    services.sort_unstable();
    services.dedup();
    services
        .into_iter()
        .map(|s| format!("services.{}.accounts", model.world.services[s].name))
        .collect()
}

/// What comes out at the end of the chain: what is read, and what is passed on.
pub(super) fn cases(model: &Model) -> Paths {
    let desks = || model.policy.desks.iter().map(|d| &model.world.desks[*d]);
    let forward = desks().map(|desk| format!("desks.{}.forward.abusive", desk.name));
    let people = desks().map(|desk| format!("desks.{}.staff.people", desk.name));
    forward.chain(people).chain(flags(model)).collect()
}

/// What is paid for it.
pub(super) fn costs(model: &Model) -> Paths {
    let desks = model.policy.desks.iter();
    desks
        .map(|desk| format!("desks.{}.cost", model.world.desks[*desk].name))
        .chain(cases(model))
        .collect()
}

/// What a number about a mechanism rests on.
pub(super) fn mechanism(metric: &Metric) -> Paths {
    let kinds: &[&str] = match metric {
        m if m == &KEPT_BACK => &["accounts"],
        m if m == &DISPLACED_SHARE => &["displacement"],
        m if m == &PIECES_RATIO => &["removal", "prevention", "deterrence", "learning"],
        m if m == &TARGETED_LOST => &["shared-staff"],
        m if m == &LEAVING => &["welfare", "outsourcing"],
        _ => &[],
    };
    let below = |kind: &&str| format!("mechanisms.{kind}.");
    kinds.iter().map(below).collect()
}

/// The footnote that names them; nothing when all have a source or a range.
pub(super) fn note(model: &Model, paths: &[String], language: Language) -> Option<String> {
    let fixed: Vec<&Parameter> = paths
        .iter()
        .flat_map(|path| model.parameters.iter().filter(|p| is_below(path, &p.path)))
        .filter(|p| is_fixed_without_source(p))
        .collect();
    if fixed.is_empty() {
        return None;
    }
    let named: Vec<String> = fixed
        .iter()
        .take(MOST)
        .map(|p| {
            let (value, status) = (value(p, language), status(p, language));
            format!("`{}` ({value}; {status})", p.path)
        })
        .collect();
    let values = named.join(", ");
    let more = fixed.len().saturating_sub(MOST);
    Some(if more == 0 {
        say!(language, "report-note-fixed", values = values)
    } else {
        let more = language.thousands(more as f64);
        say!(
            language,
            "report-note-fixed-more",
            values = values,
            more = more
        )
    })
}

/// Whether a path is the one named, or begins with it where that ends in a dot.
fn is_below(named: &str, path: &str) -> bool {
    path == named || (named.ends_with('.') && path.starts_with(named))
}

fn is_fixed_without_source(p: &Parameter) -> bool {
    !p.is_uncertain() && is_assumed(p)
}
