//! A JSON Schema (draft 2020-12) that editors can use.

use super::super::schema::{Domain, Key, Kind, Presence, ROOT, SCENARIO_ONLY, Table};
use super::super::value::{FAMILIES, STATUSES};
use crate::units::Dim;
use serde_json::{Map, Value, json};

/// The schema of scenario and world files.
pub fn json_schema() -> Value {
    let mut root = table(&ROOT, true);
    if let Some(object) = root.as_object_mut() {
        object.insert(
            "$schema".into(),
            json!("https://json-schema.org/draft/2020-12/schema"),
        );
        object.insert("title".into(), json!("vessels scenario or world"));
        object.insert("$defs".into(), definitions());
        object.insert("required".into(), json!(["title"]));
    }
    root
}

/// `partial`: a scenario may repeat any part of its world to override it, so nothing there is required.
fn table(table: &'static Table, partial: bool) -> Value {
    let mut properties = Map::new();
    for key in table.keys {
        let mut value = kind(&key.kind, partial && !SCENARIO_ONLY.contains(&key.name));
        if let Some(object) = value.as_object_mut() {
            object.insert("description".into(), json!(description(key)));
            if key.presence == Presence::Optional {
                object.remove("minItems");
            }
        }
        properties.insert(key.name.into(), value);
    }
    let required: Vec<&str> = table
        .keys
        .iter()
        .filter(|k| !partial && k.presence == Presence::Required)
        .map(|k| k.name)
        .collect();
    json!({
        "type": "object",
        "description": table.doc,
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

fn description(key: &Key) -> String {
    format!("{} Example: {}", key.doc, key.example)
}

fn kind(kind: &Kind, partial: bool) -> Value {
    match kind {
        Kind::Quantity(domain) => quantity(domain),
        Kind::Quantities(domain, n) => sourced(json!({
            "type": "array", "items": quantity(domain), "minItems": n, "maxItems": n,
        })),
        Kind::QuantityMap(domain, _) => json!({
            "type": "object", "additionalProperties": quantity(domain),
        }),
        Kind::Integer(low, high) => {
            sourced(json!({ "type": "integer", "minimum": low, "maximum": high }))
        }
        Kind::Text | Kind::Name(_) => sourced(json!({ "type": "string" })),
        Kind::Texts(n) => sourced(json!({
            "type": "array", "items": { "type": "string" }, "minItems": n, "maxItems": n,
        })),
        Kind::Flag => sourced(json!({ "type": "boolean" })),
        Kind::Choice(choices) => sourced(one_of(choices)),
        Kind::Choices(choices) => sourced(json!({ "type": "array", "items": one_of(choices) })),
        Kind::Names(_) => sourced(names()),
        Kind::Selector(words, _) => sourced(json!({ "anyOf": [one_of(words), names()] })),
        Kind::Table(inner) => table(inner, partial),
        Kind::Map(inner) => json!({
            "type": "object", "additionalProperties": table(inner, partial), "minProperties": 1,
        }),
        Kind::List(inner) => {
            json!({ "type": "array", "items": table(inner, false), "minItems": 1 })
        }
    }
}

fn names() -> Value {
    json!({ "type": "array", "items": { "type": "string" } })
}

fn one_of(choices: &[(&str, &str)]) -> Value {
    let words: Vec<&str> = choices.iter().map(|(word, _)| *word).collect();
    json!({ "enum": words })
}

/// A value that may stand in a table with its source.
fn sourced(value: Value) -> Value {
    json!({ "anyOf": [value, wrapped(&value)] })
}

fn wrapped(value: &Value) -> Value {
    json!({
        "type": "object",
        "properties": {
            "value": value,
            "source": { "type": "string" },
            "status": { "$ref": "#/$defs/status" },
            "note": { "type": "string" },
        },
        "required": ["value"],
        "additionalProperties": false,
    })
}

fn quantity(domain: &Domain) -> Value {
    let mut plain = vec![json!({
        "type": "string",
        "description": format!("{} such as {}", domain.dim.noun(), domain.dim.examples()),
    })];
    if matches!(
        domain.dim,
        Dim::Share | Dim::Number | Dim::Ratio | Dim::Count
    ) {
        plain.push(bare(domain));
    }
    plain.push(json!({ "$ref": "#/$defs/distribution" }));
    let plain = json!({ "anyOf": plain });
    json!({ "anyOf": [plain, wrapped(&plain)] })
}

fn bare(domain: &Domain) -> Value {
    let mut number = json!({ "type": "number" });
    if let Some(object) = number.as_object_mut() {
        let positive = domain.low == f64::MIN_POSITIVE;
        if positive {
            object.insert("exclusiveMinimum".into(), json!(0));
        } else if domain.low.is_finite() {
            object.insert("minimum".into(), json!(domain.low));
        }
        if domain.high.is_finite() {
            object.insert("maximum".into(), json!(domain.high));
        }
    }
    number
}

fn definitions() -> Value {
    let statuses: Vec<&str> = STATUSES.iter().map(|(word, ..)| *word).collect();
    let mut families = Map::new();
    for (family, takes) in FAMILIES {
        let form = if *family == "empirical" {
            "array"
        } else {
            "object"
        };
        families.insert(
            (*family).into(),
            json!({ "type": form, "description": takes }),
        );
    }
    for key in ["source", "note"] {
        families.insert(key.into(), json!({ "type": "string" }));
    }
    families.insert("status".into(), json!({ "$ref": "#/$defs/status" }));
    json!({
        "status": { "enum": statuses },
        "distribution": {
            "type": "object", "properties": families, "additionalProperties": false,
            "minProperties": 1, "maxProperties": 4,
        },
    })
}
