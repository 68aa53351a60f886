//! What can go wrong with long tables.

use parquet::errors::ParquetError;
use std::path::{Path, PathBuf};
use thiserror::Error;

/// A table that cannot be written, read or joined.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum RowsError {
    /// The file cannot be opened, written or renamed.
    #[error("`{path}`: {source}")]
    File {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The file is no table, or a damaged one.
    #[error("`{path}` is not a whole table: {reason}")]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// The file may be sound, and something in it is not read.
    #[error("`{path}`: {reason}")]
    Unread {
        /// The file.
        path: PathBuf,
        /// What is not read.
        reason: String,
    },
    /// A table of another study is there.
    #[error(
        "`{path}` belongs to another study: `{field}` is {there} there and {here} here; choose another `--out`, or add `--force` to replace it"
    )]
    Foreign {
        /// The file.
        path: PathBuf,
        /// The first field that differs.
        field: String,
        /// Its value in the file.
        there: String,
        /// Its value now.
        here: String,
    },
    /// A file of that name is there, and nothing says of which study it is.
    #[error("`{0}` exists; choose another `--out`, or add `--force` to replace it")]
    Exists(PathBuf),
    /// More blocks than can be kept in one folder.
    #[error(
        "{0} blocks are too many for one folder, which holds {most}: cut the study, `--shard i/n`",
        most = super::plan::MOST_BLOCKS
    )]
    Large(u64),
    /// A shard that does not exist.
    #[error("`{0}` is no shard: write `i/n` with i from 1 to n, such as `3/8`")]
    Shard(String),
    /// Shards that are to be joined do not fit together.
    #[error("{0}")]
    Shards(String),
    /// A value that cannot be read.
    #[error("`{path}`, row {row}, column `{column}`: {reason}")]
    Value {
        /// The file.
        path: PathBuf,
        /// The row, from 1, the header left out.
        row: usize,
        /// The column.
        column: String,
        /// What is wrong.
        reason: String,
    },
    /// A CSV table cannot be formatted.
    #[error("`{path}`: {reason}")]
    Csv {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: String,
    },
}

impl RowsError {
    pub(super) fn file(path: &Path) -> impl Fn(std::io::Error) -> Self + '_ {
        move |source| Self::File {
            path: path.to_owned(),
            source,
        }
    }

    pub(super) fn csv(path: &Path) -> impl Fn(csv::Error) -> Self + '_ {
        move |e| {
            let reason = e.to_string();
            match e.into_kind() {
                csv::ErrorKind::Io(source) => Self::file(path)(source),
                _ => Self::Csv {
                    path: path.to_owned(),
                    reason,
                },
            }
        }
    }

    pub(super) fn parquet(path: &Path) -> impl Fn(ParquetError) -> Self + '_ {
        move |e| match e {
            ParquetError::NYI(reason) => Self::Unread {
                path: path.to_owned(),
                reason,
            },
            ParquetError::General(reason) => Self::damaged(path)(reason),
            ParquetError::External(e) => match e.downcast::<std::io::Error>() {
                Ok(source) => Self::file(path)(*source),
                Err(e) => Self::damaged(path)(e),
            },
            other => Self::damaged(path)(other),
        }
    }

    pub(super) fn damaged<E: std::fmt::Display>(path: &Path) -> impl Fn(E) -> Self + '_ {
        move |reason| Self::Damaged {
            path: path.to_owned(),
            reason: reason.to_string(),
        }
    }
}
