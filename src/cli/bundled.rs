//! The scenarios that are compiled in, so that they can be run from anywhere.

use std::path::{Path, PathBuf};
use vessels::scenario::Library;

macro_rules! bundled {
    ($($name:literal),+ $(,)?) => {
        /// `(path below scenarios/, text)`.
        pub(crate) const FILES: &[(&str, &str)] = &[
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

/// A file, or the bundled scenario of that name when there is no such file.
pub(crate) fn resolve(file: &Path) -> PathBuf {
    if file.exists() || file.components().count() != 1 {
        return file.to_owned();
    }
    let name = file.to_string_lossy();
    let name = name.strip_suffix(".toml").unwrap_or(&name);
    let path = format!("{name}.toml");
    if FILES.iter().any(|(bundled, _)| *bundled == path) {
        Path::new(FOLDER).join(path)
    } else {
        file.to_owned()
    }
}

/// Files on disk and bundled files.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Bundled;

impl Library for Bundled {
    fn read(&self, path: &Path) -> Result<String, String> {
        if let Ok(rest) = path.strip_prefix(FOLDER) {
            let wanted = rest.to_string_lossy();
            if let Some((_, text)) = FILES.iter().find(|(name, _)| *name == wanted) {
                return Ok((*text).to_owned());
            }
        }
        std::fs::read_to_string(path).map_err(|e| match e.kind() {
            std::io::ErrorKind::NotFound => "there is no such file".into(),
            std::io::ErrorKind::InvalidData => "it is not UTF-8 text".into(),
            _ => e.to_string(),
        })
    }
}
