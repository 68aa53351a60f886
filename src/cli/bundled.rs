//! Files on disk, and the bundled scenarios where there is no such file (a folder of results may have the name of its scenario).

use std::path::{Path, PathBuf};
use vessels::bundled;
use vessels::scenario::Library;

/// A file, or the bundled scenario of that name when there is no such file.
pub(crate) fn resolve(file: &Path) -> PathBuf {
    let own = || file.to_owned();
    if file.is_file() || file.components().count() != 1 {
        return own();
    }
    bundled::path(&file.to_string_lossy()).unwrap_or_else(own)
}

/// Files on disk and bundled files.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Disk;

impl Library for Disk {
    fn read(&self, path: &Path) -> Result<String, String> {
        if let Some(text) = bundled::text(path) {
            return Ok(text.to_owned());
        }
        std::fs::read_to_string(path).map_err(|e| match e.kind() {
            std::io::ErrorKind::NotFound => "there is no such file".into(),
            std::io::ErrorKind::InvalidData => "it is not UTF-8 text".into(),
            _ => e.to_string(),
        })
    }
}
