//! What a scenario is, and the scenario as one file.

use crate::answer::diagnostics;
use crate::controls::controls;
use crate::state::Job;
use serde_json::{Value, json};
use vessels::export::json::digest;
use vessels::model::Model;
use vessels::model::policy::{Calibration, Order, Outputs, Rule, Solved};
use vessels::scenario::Loaded;

pub(crate) fn open(loaded: &Loaded) -> Value {
    let model = &loaded.model;
    let world = &model.world;
    let named = |name: &str, title: &str| json!({ "name": name, "title": title });
    let desk = |d: &usize| {
        let desk = &world.desks[*d];
        json!({ "name": desk.name, "title": desk.title, "reads": desk.reads.noun(), "split": desk.split })
    };
    let mechanisms = model.mechanisms.switched_on().into_iter();
    json!({
        "title": model.title,
        "question": model.question,
        "lookAt": model.look_at,
        "group": model.group,
        "proponents": model.proponents,
        "critics": model.critics,
        "decidedBy": model.decided_by,
        "digest": digest(loaded),
        "days": model.run.days,
        "replications": model.run.replications,
        "seed": model.run.seed,
        "daily": model.run.outputs == Outputs::Daily,
        "draws": model.run.draws,
        "mechanisms": mechanisms.map(|kind| named(kind.key(), kind.title())).collect::<Vec<_>>(),
        "orders": model.policy.orders.iter().map(|o| order(model, o)).collect::<Vec<_>>(),
        "desks": model.policy.desks.iter().map(desk).collect::<Vec<_>>(),
        "classes": world.material.iter().map(|c| named(&c.name, &c.title)).collect::<Vec<_>>(),
        "services": world.services.iter().map(|s| named(&s.name, &s.title)).collect::<Vec<_>>(),
        "controls": controls(loaded),
        "warnings": diagnostics(&loaded.sources, &loaded.warnings),
    })
}

fn order(model: &Model, order: &Order) -> Value {
    let central = |p| model.parameters.get(p).central();
    let (rule, margin) = match order.rule {
        Rule::FalsePositiveRate(p) => ("fpr", Some(central(p))),
        Rule::FalseDiscoveryRate(p) => ("fdr", Some(central(p))),
        Rule::Recall(_) => ("recall", None),
        Rule::Threshold(_) => ("threshold", None),
        Rule::FlagsPerDay(_) => ("flags-per-day", None),
        Rule::Desk(_) => ("desk", None),
        Rule::Cost { .. } => ("cost", None),
        Rule::Own => ("own", None),
    };
    let world = &model.world;
    let detector = &world.detectors[order.detector];
    let classes = detector.detects.iter().map(|c| &world.material[*c].name);
    let services = order.services.iter().map(|s| &world.services[*s].name);
    json!({
        "name": order.name,
        "title": order.title,
        "detector": { "name": detector.name, "title": detector.title },
        "classes": classes.collect::<Vec<_>>(),
        "services": services.collect::<Vec<_>>(),
        "rule": rule,
        "marginShare": margin,
        "solved": match order.solved {
            Solved::PreSet => "pre-set",
            Solved::Attained => "attained",
        },
        "calibration": match order.calibration {
            Calibration::Field => "field",
            Calibration::Bench => "bench",
        },
    })
}

/// The scenario with its world and settings as one file.
pub(crate) fn toml(job: &Job) -> Value {
    let subject = &job.subject;
    let stem = subject.scenario.trim_end_matches(".toml");
    let changed = if subject.set.is_empty() {
        ""
    } else {
        "-changed"
    };
    let text = format!("{}\n{}", origin(stem, &subject.set), job.loaded.laid_out());
    json!({ "toml": text, "fileName": format!("{stem}{changed}.toml") })
}

/// Comments that say where a file comes from, and what was changed.
fn origin(scenario: &str, set: &[String]) -> String {
    let version = env!("CARGO_PKG_VERSION");
    let end = if set.is_empty() {
        "as it was"
    } else {
        "with these changes:"
    };
    let mut text =
        format!("# Exported from the explorer of vessels {version}: scenario {scenario}, {end}\n");
    for one in set {
        let one: String = one.replace(char::is_control, " ");
        let (path, value) = one.split_once('=').unwrap_or((&one, ""));
        text.push_str(&format!("#   {} = {}\n", path.trim(), value.trim()));
    }
    text
}
