//! The numbers that the page may move.

use serde_json::{Value, json};
use vessels::model::Model;
use vessels::model::operating::OperatingError;
use vessels::model::parameter::{Number, Param, Parameter};
use vessels::model::policy::{Order, Rule};
use vessels::model::world::{Capacity, Material, Volume};
use vessels::scenario::Loaded;
use vessels::theory::curve::Curve;
use vessels::tradeoff::Reading;
use vessels::units::Unit;

/// How far a slider goes.
struct Range {
    value: f64,
    low: f64,
    high: f64,
    log: bool,
    whole: bool,
}

/// What a control is, in words.
struct Words<'a> {
    kind: &'a str,
    of: &'a str,
    title: &'a str,
    service: Option<&'a str>,
    modality: Option<&'a str>,
    template: &'a str,
    unit: &'a str,
}

pub(crate) fn controls(loaded: &Loaded) -> Vec<Value> {
    let model = &loaded.model;
    let mut list = Vec::new();
    let orders = model.policy.orders.iter();
    list.extend(
        orders
            .filter(|o| has_margin(model, o))
            .map(|o| margin(loaded, o)),
    );
    prevalences(loaded, &mut list);
    volumes(loaded, &mut list);
    separations(loaded, &mut list);
    people(loaded, &mut list);
    let mut seen = Vec::new();
    list.retain(|control: &Value| {
        let path = control["path"].clone();
        let new = !seen.contains(&path);
        seen.push(path);
        new
    });
    list
}

fn control(
    loaded: &Loaded,
    words: Words<'_>,
    range: Range,
    path: &str,
    from: Option<&Parameter>,
) -> Value {
    let uncertain = from.and_then(|p| match &p.number {
        Number::Uncertain(d) => Some(json!({ "p05": d.quantile(0.05), "p95": d.quantile(0.95) })),
        Number::Fixed(_) => None,
    });
    let meta = from.map(|p| &p.meta);
    json!({
        "kind": words.kind,
        "of": words.of,
        "title": words.title,
        "service": words.service,
        "modality": words.modality,
        "path": path,
        "readings": null,
        "least": null,
        "template": words.template,
        "unit": words.unit,
        "value": range.value,
        "low": range.low.min(range.value),
        "high": range.high.max(range.value),
        "scale": if range.log { "log" } else { "linear" },
        "whole": range.whole,
        "uncertain": uncertain,
        "written": from.map_or("", |p| &p.written),
        "source": meta.and_then(|m| m.source.as_ref()),
        "status": meta.and_then(|m| m.status),
        "note": meta.and_then(|m| m.note.as_ref()),
        "origin": from.map_or("default".into(), |p| loaded.origin(p.origin)),
    })
}

/// A detector that has one point only can be set to nothing else.
fn has_margin(model: &Model, order: &Order) -> bool {
    let detector = &model.world.detectors[order.detector];
    let curve = detector.curve(&model.parameters.central());
    !(matches!(order.rule, Rule::Own) && matches!(curve, Ok(Curve::Fixed { .. })))
}

/// A parameter by its handle, with a slider of `factor` to either side on a logarithmic scale.
fn moved<U: Unit>(loaded: &Loaded, words: Words<'_>, param: Param<U>, factor: f64) -> Value {
    let parameter = loaded.model.parameters.get(param);
    let value = parameter.central();
    let (least, greatest) = parameter.range;
    let centre = if value > 0.0 { value } else { 1e-9 };
    let range = Range {
        value,
        low: (centre / factor).max(least),
        high: (centre * factor).min(greatest),
        log: value > 0.0,
        whole: words.kind == "people",
    };
    control(loaded, words, range, &parameter.path, Some(parameter))
}

/// The margin of an order: its own, or what its threshold attains where its rule is another.
fn margin(loaded: &Loaded, order: &Order) -> Value {
    let model = &loaded.model;
    let base = format!("policy.orders.{}.rule", order.name);
    let (fpr, fdr) = (format!("{base}.fpr"), format!("{base}.fdr"));
    let (path, parameter) = match order.rule {
        Rule::FalsePositiveRate(p) => (&fpr, Some(model.parameters.get(p))),
        Rule::FalseDiscoveryRate(p) => (&fdr, Some(model.parameters.get(p))),
        _ => (&fpr, None),
    };
    let value = parameter.map_or_else(|| attained(model, order), Parameter::central);
    let words = Words {
        kind: "margin",
        of: &order.name,
        title: &order.title,
        service: None,
        modality: None,
        template: "{}",
        unit: "share",
    };
    let range = Range {
        value,
        low: STRICTEST,
        high: 0.1,
        log: true,
        whole: false,
    };
    let least = |reading, own| {
        let least = least(model, order, reading);
        if own { least.min(value) } else { least }
    };
    let (by_fpr, by_fdr) = (
        matches!(order.rule, Rule::FalsePositiveRate(_)),
        matches!(order.rule, Rule::FalseDiscoveryRate(_)),
    );
    let mut control = control(loaded, words, range, path, parameter);
    control["readings"] = json!({ "fpr": fpr, "fdr": fdr });
    control["least"] = json!({
        "fpr": least(Reading::FalsePositiveRate, by_fpr),
        "fdr": least(Reading::FalseDiscoveryRate, by_fdr),
    });
    control
}

/// Where the slider of a margin ends, unless the detector of an order cannot be set so strictly.
const STRICTEST: f64 = 1e-9;

/// The least margin from [`STRICTEST`] up that some threshold of an order meets, at central values.
fn least(model: &Model, order: &Order, reading: Reading) -> f64 {
    let draw = model.parameters.central();
    match model.setting_for(&draw, order, reading.target(STRICTEST)) {
        Err(OperatingError::Unreachable { source, .. }) if source.best.is_finite() => {
            source.best.clamp(STRICTEST, 1.0)
        }
        _ => STRICTEST,
    }
}

fn attained(model: &Model, order: &Order) -> f64 {
    let draw = model.parameters.central();
    let point = model
        .setting(&draw, order)
        .and_then(|setting| model.operating_point(&draw, order, setting));
    point.map_or(1e-4, |p| p.fpr_field.clamp(1e-300, 1.0))
}

fn prevalences(loaded: &Loaded, list: &mut Vec<Value>) {
    let world = &loaded.model.world;
    for class in &world.material {
        let paths: Vec<&str> = class
            .prevalence
            .iter()
            .map(|p| loaded.model.parameters.get(*p).path.as_str())
            .collect();
        for (s, param) in class.prevalence.iter().enumerate() {
            let own = paths.iter().any(|p| *p != paths[0]);
            let words = Words {
                kind: "prevalence",
                of: &class.name,
                title: &class.title,
                service: own.then_some(world.services[s].title.as_str()),
                modality: None,
                template: "{}",
                unit: "share",
            };
            let mut control = moved(loaded, words, *param, 1000.0);
            let mut most = control["high"].as_f64().unwrap_or(1.0);
            for (other, path) in paths.iter().enumerate() {
                if *path == paths[s] {
                    most = most.min(room(loaded, class, other));
                }
            }
            control["high"] = json!(most.max(control["value"].as_f64().unwrap_or(0.0)));
            list.push(control);
        }
    }
}

/// What the other classes of what is sent alike leave of a service, at central values: shares add up to at most 1.
fn room(loaded: &Loaded, class: &Material, service: usize) -> f64 {
    let model = &loaded.model;
    let alike = model.world.material.iter();
    let others = alike.filter(|m| m.modality == class.modality && m.name != class.name);
    let share = |m: &Material| model.parameters.get(m.prevalence[service]).central();
    1.0 - others.map(share).sum::<f64>()
}

fn volumes(loaded: &Loaded, list: &mut Vec<Value>) {
    let world = &loaded.model.world;
    for service in &world.services {
        for (modality, volume) in world.modalities.iter().zip(&service.volume) {
            let (param, unit) = match volume {
                None => continue,
                Some(Volume::Total(param)) => (*param, "items/day"),
                Some(Volume::PerAccount(param)) => (*param, "items/day per account"),
            };
            let words = Words {
                kind: "volume",
                of: &service.name,
                title: &service.title,
                service: None,
                modality: Some(modality),
                template: "\"{}/day\"",
                unit,
            };
            list.push(moved(loaded, words, param, 100.0));
        }
    }
}

/// The separation of binormal detectors that some order uses; setting it replaces anchors, AUC or bench.
fn separations(loaded: &Loaded, list: &mut Vec<Value>) {
    let model = &loaded.model;
    let draw = model.parameters.central();
    for order in &model.policy.orders {
        let detector = &model.world.detectors[order.detector];
        let Ok(Curve::Binormal { separation, .. }) = detector.curve(&draw) else {
            continue;
        };
        let path = format!("detectors.{}.binormal.separation", detector.name);
        let words = Words {
            kind: "separation",
            of: &detector.name,
            title: &detector.title,
            service: None,
            modality: None,
            template: "{}",
            unit: "standard deviations",
        };
        let range = Range {
            value: separation,
            low: 0.5,
            high: 12.0,
            log: false,
            whole: false,
        };
        let parameter = model.parameters.iter().find(|p| p.path == path);
        list.push(control(loaded, words, range, &path, parameter));
    }
}

fn people(loaded: &Loaded, list: &mut Vec<Value>) {
    let model = &loaded.model;
    for &d in &model.policy.desks {
        let desk = &model.world.desks[d];
        if let Capacity::Staff { people, .. } = desk.capacity {
            let words = Words {
                kind: "people",
                of: &desk.name,
                title: &desk.title,
                service: None,
                modality: None,
                template: "{}",
                unit: "people",
            };
            list.push(moved(loaded, words, people, 100.0));
        }
    }
}
