//! Whether two scenarios stand in the same world.

use crate::model::Model;
use crate::model::parameter::Parameter;
use serde::Serialize;

/// What two scenarios differ in besides policy and mechanisms.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct WorldDifferences {
    /// Values that both have and that are not the same, in the order of the base.
    pub changed: Vec<Changed>,
    /// Paths that only the base has.
    pub only_base: Vec<String>,
    /// Paths that only the other has.
    pub only_other: Vec<String>,
}

/// A value of the world that differs.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Changed {
    /// Its path.
    pub path: String,
    /// As written in the base.
    pub base: String,
    /// As written in the other.
    pub other: String,
}

impl WorldDifferences {
    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        self.changed.is_empty() && self.only_base.is_empty() && self.only_other.is_empty()
    }
}

/// Sections that are not the world: what is ordered, what happens over time, how it is run, what must come out.
const NOT_THE_WORLD: [&str; 4] = ["policy.", "mechanisms.", "run.", "expect."];

fn of_the_world(model: &Model) -> impl Iterator<Item = &Parameter> {
    let elsewhere = |path: &str| {
        NOT_THE_WORLD
            .iter()
            .any(|section| path.starts_with(section))
    };
    let all = model.parameters.iter();
    all.filter(move |parameter| !elsewhere(&parameter.path))
}

/// Compares every number of the world, as a value or a distribution, and the weekday of the first day.
pub fn differences(base: &Model, other: &Model) -> WorldDifferences {
    let mut found = WorldDifferences::default();
    for a in of_the_world(base) {
        match of_the_world(other).find(|b| b.path == a.path) {
            None => found.only_base.push(a.path.clone()),
            Some(b) if b.number != a.number => found.changed.push(Changed {
                path: a.path.clone(),
                base: a.written.clone(),
                other: b.written.clone(),
            }),
            Some(_) => {}
        }
    }
    for b in of_the_world(other) {
        if !of_the_world(base).any(|a| a.path == b.path) {
            found.only_other.push(b.path.clone());
        }
    }
    let (a, b) = (base.run.start_weekday, other.run.start_weekday);
    if a != b {
        found.changed.push(Changed {
            path: "run.start-weekday".into(),
            base: a.to_string(),
            other: b.to_string(),
        });
    }
    found
}
