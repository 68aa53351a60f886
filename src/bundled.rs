//! The scenarios that are compiled in, so that they can be run from anywhere.

use crate::scenario::Library;
use serde::Deserialize;
use std::path::{Path, PathBuf};

macro_rules! bundled {
    ($($name:literal),+ $(,)?) => {
        /// `(path below scenarios/, text)`.
        pub const FILES: &[(&str, &str)] = &[
            $(($name, include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/", $name))),)+
        ];
    };
}

bundled!(
    "account-threshold.toml",
    "bad-list-day.toml",
    "biased-detector.toml",
    "clearing-house.toml",
    "commission-2022.toml",
    "conditional-clause.toml",
    "encryption-2023.toml",
    "eu-centre-filter-without.toml",
    "eu-centre-filter.toml",
    "everything.toml",
    "france-2024.toml",
    "germany-2022.toml",
    "germany-2023.toml",
    "grooming-police-only.toml",
    "homomorphic.toml",
    "hungary-2024.toml",
    "ireland-2020.toml",
    "known-only.toml",
    "learning-list.toml",
    "motion-856.toml",
    "motion-857.toml",
    "motion-858.toml",
    "no-client-side.toml",
    "overloaded-police.toml",
    "parliament-2023.toml",
    "reference.toml",
    "reviewer-welfare.toml",
    "rise-then-fall.toml",
    "scientists-2024.toml",
    "switch-off-2020.toml",
    "teenagers.toml",
    "thorn-whatsapp.toml",
    "unstatistik-2022.toml",
    "upload-moderation-2024.toml",
    "voluntary.toml",
    "worlds/apple-2021.toml",
    "worlds/eu-2024.toml",
    "worlds/france-2024.toml",
    "worlds/germany-2022.toml",
    "worlds/germany-2023.toml",
    "worlds/ireland-2020.toml",
    "worlds/nl-2022.toml",
);

/// The folder under which bundled scenarios are addressed.
const FOLDER: &str = "bundled";

/// Where the bundled scenario of this name (with or without `.toml`) is addressed; `None` when there is none.
pub fn path(name: &str) -> Option<PathBuf> {
    let file = format!("{}.toml", name.strip_suffix(".toml").unwrap_or(name));
    let known = FILES.iter().any(|(bundled, _)| *bundled == file);
    known.then(|| Path::new(FOLDER).join(file))
}

/// The text at an address that [`path`] gave, or of a world that such a text names.
pub fn text(path: &Path) -> Option<&'static str> {
    let wanted = path.strip_prefix(FOLDER).ok()?.to_string_lossy();
    let found = FILES.iter().find(|(name, _)| *name == wanted)?;
    Some(found.1)
}

/// Bundled files alone.
#[derive(Debug, Clone, Copy)]
pub struct Bundled;

impl Library for Bundled {
    fn read(&self, path: &Path) -> Result<String, String> {
        let found = text(path).map(str::to_owned);
        found.ok_or_else(|| "there is no such file".into())
    }
}

/// What a list of scenarios says of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its name.
    pub name: &'static str,
    /// One line.
    pub title: String,
    /// The question that it answers.
    pub question: Option<String>,
    /// The document or debate that it belongs to.
    pub group: String,
}

/// The keys of a scenario that [`Entry`] shows.
#[derive(Deserialize)]
struct Head {
    title: Option<String>,
    question: Option<String>,
    group: Option<String>,
}

/// All bundled scenarios (worlds left out), by group, then by name.
pub fn catalogue() -> Vec<Entry> {
    let scenarios = FILES.iter().filter(|(path, _)| !path.contains('/'));
    let mut entries: Vec<Entry> = scenarios
        .filter_map(|(path, text)| {
            let head: Head = toml::from_str(text).ok()?;
            let name = path.trim_end_matches(".toml");
            Some(Entry {
                name,
                title: head.title.unwrap_or_else(|| name.to_owned()),
                question: head.question,
                group: head.group.unwrap_or_else(|| "Other".into()),
            })
        })
        .collect();
    entries.sort_by(|a, b| (&a.group, a.name).cmp(&(&b.group, b.name)));
    entries
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::load;

    #[test]
    fn names_lead_to_texts() {
        let path = path("reference").expect("bundled");
        assert!(text(&path).expect("bundled").contains("[run]"));
        assert_eq!(path, super::path("reference.toml").expect("bundled"));
        assert_eq!(super::path("nothing"), None);
        assert!(Bundled.read(Path::new("Cargo.toml")).is_err());
    }

    /// The catalogue reads three keys; the scenarios that it names say the same when they are loaded.
    #[test]
    fn the_catalogue_is_what_loading_says() {
        let catalogue = catalogue();
        let scenarios = FILES.iter().filter(|(path, _)| !path.contains('/'));
        assert_eq!(catalogue.len(), scenarios.count());
        for entry in catalogue {
            let path = path(entry.name).expect("bundled");
            let model = load(&Bundled, &path, &[]).expect("a valid scenario").model;
            assert_eq!((entry.title, entry.question), (model.title, model.question));
            assert_eq!(entry.group, model.group.unwrap_or_else(|| "Other".into()));
        }
    }
}
