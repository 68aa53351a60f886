//! Shards to the one table that an undivided run would have written.

use super::file::{self, Reader};
use super::store::{assemble, same};
use super::{Formats, Plan, RowsError, Values};
use std::fs::File;
use std::path::{Path, PathBuf};

/// A shard that was opened.
struct Part {
    path: PathBuf,
    number: u64,
    of: u64,
    blocks: std::ops::Range<u64>,
    reader: Reader<File>,
}

impl Part {
    fn open(path: &Path) -> Result<Self, RowsError> {
        let reader = file::open(path)?;
        let wrong = || RowsError::damaged(path)("it is no shard");
        let (shard, range) = reader.part.split_once(' ').ok_or_else(wrong)?;
        let (number, of) = shard.split_once('/').ok_or_else(wrong)?;
        let (start, end) = range.split_once(' ').ok_or_else(wrong)?;
        let read = |text: &str| text.parse::<u64>().map_err(|_| wrong());
        let (number, of) = (read(number)?, read(of)?);
        let blocks = read(start)?..read(end)?;
        if blocks.clone().count() != reader.blocks() {
            return Err(RowsError::damaged(path)("blocks are missing in it"));
        }
        Ok(Self {
            path: path.to_owned(),
            number,
            of,
            blocks,
            reader,
        })
    }
}

/// Joins the shards of one table, in any order, into the files that one undivided run writes, byte by byte.
///
/// `stem` begins the names of the files in `folder`.
///
/// # Errors
///
/// [`RowsError`] when a shard is missing, is there twice, or belongs to another table.
pub fn merge(
    shards: &[PathBuf],
    folder: &Path,
    stem: &str,
    formats: Formats,
    force: bool,
) -> Result<Vec<PathBuf>, RowsError> {
    let mut parts: Vec<Part> = shards
        .iter()
        .map(|p| Part::open(p))
        .collect::<Result<_, _>>()?;
    parts.sort_by_key(|p| p.number);
    complete(&parts)?;
    let first = &parts[0];
    for part in &parts {
        same(&part.path, &part.reader.manifest, &first.reader.manifest)?;
    }
    let plan = Plan {
        folder: folder.to_owned(),
        stem: stem.to_owned(),
        manifest: first.reader.manifest.clone(),
        columns: first.reader.columns.clone(),
        blocks: parts.last().map_or(0, |p| p.blocks.end),
        shard: None,
        formats,
    };
    std::fs::create_dir_all(folder).map_err(RowsError::file(folder))?;
    if let Some(there) = plan.there().filter(|_| !force) {
        return Err(RowsError::Shards(format!(
            "`{}` exists; add `--force` to replace it, or choose another `--out`",
            there.display()
        )));
    }
    let blocks = parts.iter().flat_map(|part| {
        let block = |b| part.reader.block(b).map_err(RowsError::damaged(&part.path));
        (0..part.reader.blocks()).map(block)
    });
    let blocks: Box<dyn Iterator<Item = Result<Vec<Values>, RowsError>>> = Box::new(blocks);
    assemble(&plan, blocks)
}

/// All shards of one division, each once.
fn complete(parts: &[Part]) -> Result<(), RowsError> {
    let Some(first) = parts.first() else {
        return Err(RowsError::Shards("there are no shards to join".into()));
    };
    if let Some(other) = parts.iter().find(|p| p.of != first.of) {
        return Err(RowsError::Shards(format!(
            "`{}` is one of {} shards, but `{}` is one of {}",
            first.path.display(),
            first.of,
            other.path.display(),
            other.of
        )));
    }
    if let Some(pair) = parts.windows(2).find(|p| p[0].number == p[1].number) {
        return Err(RowsError::Shards(format!(
            "shard {} of {} is there twice: `{}` and `{}`",
            pair[0].number,
            first.of,
            pair[0].path.display(),
            pair[1].path.display()
        )));
    }
    let absent = |n: &u64| !parts.iter().any(|p| p.number == *n);
    let missing: Vec<String> = (1..=first.of)
        .filter(absent)
        .map(|n| n.to_string())
        .collect();
    if !missing.is_empty() {
        return Err(RowsError::Shards(format!(
            "of {} shards these are missing: {}",
            first.of,
            missing.join(", ")
        )));
    }
    Ok(())
}
