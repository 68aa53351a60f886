//! `vessels merge SHARD…`: parts of a sweep to the whole.

use super::sweep::formats;
use crate::cli::args::Merge;
use crate::cli::status::{CliError, Status};
use std::io::Write;
use std::path::{Path, PathBuf};
use vessels::export::rows::{RowsError, merge};

pub(crate) fn run(args: &Merge) -> Result<Status, CliError> {
    let shards = shards(&args.shards)?;
    if let Some(absent) = shards.iter().find(|s| !s.exists()) {
        return Err(CliError::Name(format!(
            "there is no file `{}`",
            absent.display()
        )));
    }
    let first = &shards[0];
    let stem = stem(first).ok_or_else(|| {
        CliError::Name(format!(
            "`{}` is no shard of a sweep: the name of one ends in `.shard-I-of-N.parquet`",
            first.display()
        ))
    })?;
    if let Some(other) = shards
        .iter()
        .find(|s| self::stem(s).as_ref() != Some(&stem))
    {
        return Err(CliError::Name(format!(
            "`{}` and `{}` are of different sweeps; name the shards of one",
            first.display(),
            other.display()
        )));
    }
    let folder = match &args.out {
        Some(out) => out.clone(),
        None => first.parent().unwrap_or(Path::new("")).to_owned(),
    };
    let files = merge(&shards, &folder, &stem, formats(&args.format), args.force)?;
    let mut out = std::io::stdout().lock();
    for file in files {
        writeln!(out, "{}", file.display())?;
    }
    Ok(Status::Done)
}

/// The part of the name before `.shard-`.
fn stem(path: &Path) -> Option<String> {
    let name = path.file_name()?.to_string_lossy().into_owned();
    let (stem, end) = name.rsplit_once(".shard-")?;
    end.ends_with(".parquet").then(|| stem.to_owned())
}

/// Files, and the shards in folders.
fn shards(paths: &[PathBuf]) -> Result<Vec<PathBuf>, CliError> {
    let mut shards = Vec::new();
    for path in paths {
        if !path.is_dir() {
            shards.push(path.clone());
            continue;
        }
        let entries = std::fs::read_dir(path).and_then(Iterator::collect);
        let entries: Vec<std::fs::DirEntry> = entries.map_err(|source| RowsError::File {
            path: path.clone(),
            source,
        })?;
        let mut inside: Vec<PathBuf> = entries
            .into_iter()
            .map(|entry| entry.path())
            .filter(|p| stem(p).is_some())
            .collect();
        inside.sort();
        shards.extend(inside);
    }
    if shards.is_empty() {
        return Err(CliError::Name(format!(
            "there is no shard in `{}`",
            paths[0].display()
        )));
    }
    Ok(shards)
}
