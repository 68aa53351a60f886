//! The reference of the format: the page `docs/scenario.md`, the JSON Schema and the text of `vessels explain KEY`, all
//! from the tables in [`super::schema`].

mod json_schema;
mod page;

pub use json_schema::json_schema;
pub use page::page;

use super::schema::{Key, Kind, Presence, ROOT, Table};

/// Every key with its path; names that the user chooses are written `NAME`.
pub fn keys() -> Vec<(String, &'static Key)> {
    let mut found = Vec::new();
    walk(&ROOT, "", &mut found);
    found
}

fn walk(table: &'static Table, path: &str, found: &mut Vec<(String, &'static Key)>) {
    for key in table.keys {
        let here = if path.is_empty() {
            key.name.to_owned()
        } else {
            format!("{path}.{}", key.name)
        };
        found.push((here.clone(), key));
        if let Some((inner, suffix)) = inner(key) {
            walk(inner, &format!("{here}{suffix}"), found);
        }
    }
}

/// The table inside a key, and what stands between their names in a path.
fn inner(key: &'static Key) -> Option<(&'static Table, &'static str)> {
    match key.kind {
        Kind::Table(table) => Some((table, "")),
        Kind::Map(table) => Some((table, ".NAME")),
        Kind::List(table) => Some((table, ".0")),
        _ => None,
    }
}

/// The table that holds the key at a path of [`keys`].
pub fn table_of(path: &str) -> Option<&'static Table> {
    let Some((parent, _)) = path.rsplit_once('.') else {
        return Some(&ROOT);
    };
    keys().into_iter().find_map(|(path, key)| {
        let (table, suffix) = inner(key)?;
        (format!("{path}{suffix}") == parent).then_some(table)
    })
}

/// Keys that a word on the command line may mean: a path, with or without the names that the user chooses, or the last part of one.
pub fn matching(word: &str) -> Vec<(String, &'static Key)> {
    let wanted: Vec<&str> = word.split('.').collect();
    keys()
        .into_iter()
        .filter(|(path, _)| {
            let parts: Vec<&str> = path.split('.').collect();
            let fits = |pattern: &[&str]| {
                pattern.len() == wanted.len()
                    && pattern
                        .iter()
                        .zip(&wanted)
                        .all(|(p, w)| p == w || (*p == "NAME" && !w.is_empty()))
            };
            let fixed: Vec<&str> = parts
                .iter()
                .copied()
                .filter(|p| *p != "NAME" && *p != "0")
                .collect();
            fits(&parts) || fits(&fixed) || fixed.ends_with(&wanted)
        })
        .collect()
}

/// What a key takes, in words.
pub fn takes(kind: &Kind) -> String {
    match kind {
        Kind::Quantity(domain) => quantity(domain),
        Kind::Quantities(domain, n) => format!("a list of {n}, each {}", quantity(domain)),
        Kind::QuantityMap(domain, names) => {
            format!("a table from {} to {}", names.noun(), quantity(domain))
        }
        Kind::Integer(low, high) => format!("a whole number of {low} to {high}"),
        Kind::Text => "text".into(),
        Kind::Texts(n) => format!("a list of {n} texts"),
        Kind::Flag => "`true` or `false`".into(),
        Kind::Choice(choices) => format!("one of {}", choices_text(choices)),
        Kind::Choices(choices) => format!("a list of {}", choices_text(choices)),
        Kind::Name(names) => format!("the name of a {}", names.noun()),
        Kind::Names(names) => format!("a list of names, each of a {}", names.noun()),
        Kind::Selector(words, names) => {
            format!(
                "one of {}, or a list of names, each of a {}",
                choices_text(words),
                names.noun()
            )
        }
        Kind::Table(_) => "a table".into(),
        Kind::Map(_) => "tables under names that you choose".into(),
        Kind::List(_) => "a list of tables".into(),
    }
}

fn quantity(domain: &super::schema::Domain) -> String {
    let range = domain
        .range()
        .map_or(String::new(), |r| format!(", {r} {}", unit_text(domain)));
    let range = range.trim_end();
    format!(
        "{} such as {}{range}",
        domain.dim.noun(),
        domain.dim.examples()
    )
}

fn unit_text(domain: &super::schema::Domain) -> &'static str {
    match domain.dim.unit() {
        "share" | "number" | "ratio" | "count" => "",
        unit => unit,
    }
}

fn choices_text(choices: &[(&str, &str)]) -> String {
    let all: Vec<String> = choices
        .iter()
        .map(|(word, meaning)| format!("`\"{word}\"` ({meaning})"))
        .collect();
    all.join(", ")
}

/// Whether a key must be there, in words.
pub fn presence(key: &Key, table: Option<&'static Table>) -> String {
    match key.presence {
        Presence::Required => "required".into(),
        Presence::Optional => "may be left out".into(),
        Presence::Default(text) => format!("default `{text}`"),
        Presence::OneOf(group) => {
            let names: Vec<String> = table
                .map(|t| t.group(group).map(|k| format!("`{}`", k.name)).collect())
                .unwrap_or_default();
            format!("exactly one of {}", names.join(", "))
        }
    }
}
