//! The table that a command reads: a file, or that of scenarios which are swept first.

use super::sweep::{make, report};
use crate::cli::args::{DesignKind, Sampled};
use crate::cli::status::CliError;
use std::path::{Path, PathBuf};
use vessels::export::ExportError;
use vessels::export::rows::{RowsError, Table, read_table};
use vessels::language::Language;
use vessels::study::description::Description;

/// Where a table comes from, and what becomes of it.
pub(super) struct Source<'a> {
    /// One table, or scenarios.
    pub(super) sources: &'a [PathBuf],
    /// How scenarios are swept.
    pub(super) sampled: &'a Sampled,
    /// Their design when nobody says which.
    pub(super) usual: DesignKind,
    /// Their seed.
    pub(super) seed: Option<u64>,
    /// Columns that must be there.
    pub(super) wanted: &'a [String],
    /// Folder for their table.
    pub(super) folder: &'a Path,
    /// Whether a table of another study may be replaced.
    pub(super) force: bool,
    /// Whether nothing is printed.
    pub(super) quiet: bool,
    /// The language of what is printed.
    pub(super) language: Language,
}

impl Source<'_> {
    /// The table; that of scenarios is kept, and used again when it is there.
    pub(super) fn table(&self) -> Result<Table, CliError> {
        if let Some(table) = self.sources.iter().find(|s| is_table(s)) {
            return self.read(table);
        }
        let args = self
            .sampled
            .sweep(self.sources, self.usual, self.seed, self.folder, self.quiet);
        let made = match make(&args, self.wanted, false, self.language) {
            Err(CliError::Rows(RowsError::Foreign { .. } | RowsError::Exists(_))) if self.force => {
                make(&args, self.wanted, true, self.language)
            }
            other => other,
        }?;
        if !self.quiet {
            report(&made, self.language)?;
        }
        // The first file is the table in Parquet.
        Ok(read_table(&made.files[0])?)
    }

    fn read(&self, table: &Path) -> Result<Table, CliError> {
        if self.sources.len() > 1 {
            return Err(CliError::Unknown(format!(
                "`{}` is a table: give one table, or scenarios",
                table.display()
            )));
        }
        if let Some(option) = self.sampled.given() {
            return Err(CliError::Unknown(format!(
                "`{option}` says how scenarios are swept, and `{}` is the table of a sweep that was made",
                table.display()
            )));
        }
        Ok(read_table(table)?)
    }
}

/// What a table says of the study that it holds; a table of another program says nothing.
pub(super) fn described(table: &Table) -> Option<Description> {
    serde_json::from_value(table.manifest.clone()).ok()
}

/// Whether a file is a table, by its ending.
fn is_table(file: &Path) -> bool {
    let ending = file.extension().and_then(|e| e.to_str());
    matches!(ending, Some("parquet" | "csv"))
}

/// Refuses before any work what would be refused when files are written.
pub(super) fn refuse_old(first: &Path, force: bool) -> Result<(), CliError> {
    if !force && first.exists() {
        return Err(CliError::Export(ExportError::Exists(first.to_owned())));
    }
    Ok(())
}
