//! Where two manifests differ.

use serde_json::Value;

/// The first field in which two manifests differ, with its values as they are shown.
pub(super) struct Difference {
    pub(super) field: String,
    pub(super) there: String,
    pub(super) here: String,
}

impl Difference {
    /// `None` when they are equal. A digest tells nobody what differs: it is named when nothing else does.
    pub(super) fn of(there: &Value, here: &Value) -> Option<Self> {
        let apart = |but: &[&str]| difference(there, here, String::new(), but);
        let (field, there, here) = apart(&["digest"]).or_else(|| apart(&[]))?;
        Some(Self { field, there, here })
    }
}

/// The first difference outside the fields of the names in `but`.
fn difference(
    there: &Value,
    here: &Value,
    at: String,
    but: &[&str],
) -> Option<(String, String, String)> {
    if there == here {
        return None;
    }
    let below = |name: &str| {
        if at.is_empty() {
            name.to_owned()
        } else {
            format!("{at}.{name}")
        }
    };
    match (there, here) {
        (Value::Object(a), Value::Object(b)) => {
            let names = a.keys().chain(b.keys().filter(|k| !a.contains_key(*k)));
            let null = Value::Null;
            let mut names = names.filter(|name| !but.contains(&name.as_str()));
            names.find_map(|name| {
                let get = |map: &'_ serde_json::Map<String, Value>| map.get(name).cloned();
                let (x, y) = (get(a), get(b));
                difference(
                    x.as_ref().unwrap_or(&null),
                    y.as_ref().unwrap_or(&null),
                    below(name),
                    but,
                )
            })
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            let pairs = a.iter().zip(b).enumerate();
            pairs
                .into_iter()
                .find_map(|(i, (x, y))| difference(x, y, below(&i.to_string()), but))
        }
        _ => Some((at, short(there), short(here))),
    }
}

/// What tells the things of a list apart: metrics by their columns, factors by their paths.
fn name(value: &Value) -> Option<&str> {
    ["column", "path", "name"]
        .into_iter()
        .find_map(|key| value.get(key)?.as_str())
}

fn short(value: &Value) -> String {
    const SHOWN: usize = 60;
    let text = match value {
        Value::Null => "nothing".to_owned(),
        Value::Array(list) if !list.is_empty() && list.iter().all(|v| name(v).is_some()) => {
            let names: Vec<&str> = list.iter().filter_map(name).collect();
            names.join(", ")
        }
        other => other.to_string(),
    };
    if text.chars().count() <= SHOWN {
        return text;
    }
    let cut: String = text.chars().take(SHOWN).collect();
    cut + "…"
}
