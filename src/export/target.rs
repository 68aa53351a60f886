//! A folder of outputs: every file is opened before any work begins, and appears under its name only when it is whole.

use super::ExportError;
use std::io::Write;
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// Outputs that have been opened and not yet appeared.
#[derive(Debug)]
pub struct Outputs {
    folder: PathBuf,
    files: Vec<(PathBuf, NamedTempFile)>,
    force: bool,
}

impl Outputs {
    /// Opens `names` (paths below `folder`).
    ///
    /// # Errors
    ///
    /// [`ExportError::Exists`] for the first that exists, unless `force`; [`ExportError::Write`] when one cannot be opened.
    pub fn open(folder: &Path, names: &[String], force: bool) -> Result<Self, ExportError> {
        let mut files = Vec::new();
        for name in names {
            let path = folder.join(name);
            if !force && path.exists() {
                return Err(ExportError::Exists(path));
            }
        }
        for name in names {
            let path = folder.join(name);
            let parent = path.parent().unwrap_or(folder);
            let file = std::fs::create_dir_all(parent)
                .and_then(|()| {
                    tempfile::Builder::new()
                        .prefix(".vessels-")
                        .suffix(".part")
                        .tempfile_in(parent)
                })
                .map_err(|source| ExportError::Write {
                    path: path.clone(),
                    source,
                })?;
            files.push((path, file));
        }
        Ok(Self {
            folder: folder.to_owned(),
            files,
            force,
        })
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Writes the bytes of one output that was opened.
    ///
    /// # Errors
    ///
    /// [`ExportError::Write`].
    pub fn write(&mut self, name: &str, bytes: &[u8]) -> Result<(), ExportError> {
        let path = self.folder.join(name);
        let failed = |source| ExportError::Write {
            path: path.clone(),
            source,
        };
        let Some((_, file)) = self.files.iter_mut().find(|(p, _)| *p == path) else {
            return Err(failed(std::io::ErrorKind::NotFound.into()));
        };
        file.write_all(bytes).map_err(failed)
    }

    /// Lets all outputs appear.
    ///
    /// # Errors
    ///
    /// [`ExportError`] for the first that cannot appear.
    pub fn finish(self) -> Result<(), ExportError> {
        for (path, file) in self.files {
            readable_by_others(&file);
            if self.force {
                file.persist(&path).map_err(|e| ExportError::Write {
                    path,
                    source: e.error,
                })?;
            } else {
                file.persist_noclobber(&path)
                    .map_err(|e| match e.error.kind() {
                        std::io::ErrorKind::AlreadyExists => ExportError::Exists(path),
                        _ => ExportError::Write {
                            path,
                            source: e.error,
                        },
                    })?;
            }
        }
        Ok(())
    }
}

/// Temporary files are private; results are ordinary files.
#[cfg(unix)]
pub(super) fn readable_by_others(file: &NamedTempFile) {
    use std::os::unix::fs::PermissionsExt;
    let _ = file
        .as_file()
        .set_permissions(std::fs::Permissions::from_mode(0o644));
}

#[cfg(not(unix))]
pub(super) fn readable_by_others(_: &NamedTempFile) {}
