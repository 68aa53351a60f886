//! Why results cannot be written.

use std::path::PathBuf;
use thiserror::Error;

/// Why outputs cannot be written.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum ExportError {
    /// A file of that name exists.
    #[error("`{0}` exists; add `--force` to replace it, or choose another folder with `--out`")]
    Exists(PathBuf),
    /// The folder or file cannot be written.
    #[error("`{path}` cannot be written: {source}")]
    Write {
        /// The folder or file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A table cannot be formatted.
    #[error("a table cannot be written: {0}")]
    Table(String),
}
