//! Shards to the one table that an undivided run would have written.

use super::assemble::assemble;
use super::difference::Difference;
use super::{Column, Formats, Plan, RowsError, Shard, Values, file};
use serde_json::Value;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// Numbers of shards that a message names.
const SHOWN: usize = 12;

/// A shard that was looked at.
struct Part {
    path: PathBuf,
    shard: Shard,
    blocks: Range<u64>,
    manifest: Value,
    columns: Vec<Column>,
}

impl Part {
    fn new(path: &Path) -> Result<Self, RowsError> {
        let reader = file::open(path)?;
        let wrong = || RowsError::damaged(path)("it is no shard");
        let words: Vec<&str> = reader.part.split(' ').collect();
        let &[shard, start, end] = words.as_slice() else {
            return Err(wrong());
        };
        let number = |text: &str| text.parse::<u64>().map_err(|_| wrong());
        let blocks = number(start)?..number(end)?;
        if blocks.end.checked_sub(blocks.start) != Some(reader.blocks() as u64) {
            return Err(RowsError::damaged(path)("blocks are missing in it"));
        }
        Ok(Self {
            path: path.to_owned(),
            shard: shard.parse().map_err(|_| wrong())?,
            blocks,
            manifest: reader.manifest,
            columns: reader.columns,
        })
    }

    fn number(&self) -> u64 {
        self.shard.number
    }
}

/// Joins the shards of one table, in any order, into the files that one undivided run writes, byte by byte. One shard is open at a
/// time, and a few blocks are in memory.
///
/// `stem` begins the names of the files in `folder`.
///
/// # Errors
///
/// [`RowsError`] when a shard is missing, damaged, there twice, or of another table.
pub fn merge(
    shards: &[PathBuf],
    folder: &Path,
    stem: &str,
    formats: Formats,
    force: bool,
) -> Result<Vec<PathBuf>, RowsError> {
    let parts = shards.iter().map(|p| Part::new(p));
    let mut parts: Vec<Part> = parts.collect::<Result<_, _>>()?;
    parts.sort_by_key(Part::number);
    let total = complete(&parts)?;
    let plan = Plan {
        folder: folder.to_owned(),
        stem: stem.to_owned(),
        manifest: parts[0].manifest.clone(),
        columns: parts[0].columns.clone(),
        blocks: total,
        shard: None,
        formats,
    };
    std::fs::create_dir_all(folder).map_err(RowsError::file(folder))?;
    if let Some(there) = plan.there().filter(|_| !force) {
        return Err(RowsError::Exists(there));
    }
    let scratch = plan.scratch("merge");
    std::fs::create_dir_all(&scratch).map_err(RowsError::file(&scratch))?;
    let files = assemble(&plan, &scratch, parts.iter().flat_map(blocks));
    let removed = std::fs::remove_dir_all(&scratch).map_err(RowsError::file(&scratch));
    let files = files?;
    removed.map(|()| files)
}

/// The blocks of a part, which is opened for as long as they are read.
fn blocks(part: &Part) -> Box<dyn Iterator<Item = Result<Vec<Values>, RowsError>> + '_> {
    match file::open(&part.path) {
        Err(e) => Box::new(std::iter::once(Err(e))),
        Ok(reader) => Box::new((0..reader.blocks()).map(move |b| {
            let block = reader.block(b);
            block.map_err(RowsError::damaged(&part.path))
        })),
    }
}

/// The number of blocks of all shards of one division, each there once, in their order.
fn complete(parts: &[Part]) -> Result<u64, RowsError> {
    let Some((first, others)) = parts.split_first() else {
        return Err(RowsError::Shards("there are no shards to join".into()));
    };
    for other in others {
        alike(first, other)?;
    }
    if let Some(pair) = parts.windows(2).find(|p| p[0].number() == p[1].number()) {
        return Err(RowsError::Shards(format!(
            "shard {} of {} is there twice: `{}` and `{}`",
            pair[0].number(),
            first.shard.of,
            pair[0].path.display(),
            pair[1].path.display()
        )));
    }
    let missing = first.shard.of - parts.len() as u64;
    if missing > 0 {
        return Err(RowsError::Shards(absent(parts, first.shard.of, missing)));
    }
    let total = parts.last().map_or(0, |p| p.blocks.end);
    match parts.iter().find(|p| p.shard.blocks(total) != p.blocks) {
        Some(wrong) => Err(RowsError::damaged(&wrong.path)(
            "it holds other blocks than a shard of its number",
        )),
        None => Ok(total),
    }
}

/// Which shards are missing.
fn absent(parts: &[Part], of: u64, missing: u64) -> String {
    let is_there = |n: u64| parts.binary_search_by_key(&n, Part::number).is_ok();
    let numbers = (1..=of).filter(|n| !is_there(*n)).take(SHOWN);
    let mut numbers: Vec<String> = numbers.map(|n| n.to_string()).collect();
    if missing > SHOWN as u64 {
        numbers.push(format!("{} more", missing - SHOWN as u64));
    }
    format!("of {of} shards these are missing: {}", numbers.join(", "))
}

/// Whether two shards are parts of one table, cut into as many.
fn alike(first: &Part, other: &Part) -> Result<(), RowsError> {
    let differ = |field: &str, one: &str, two: &str| {
        RowsError::Shards(format!(
            "`{}` and `{}` do not belong together: `{field}` is {one} in the first and {two} in the second",
            first.path.display(),
            other.path.display(),
        ))
    };
    if let Some(found) = Difference::of(&first.manifest, &other.manifest) {
        return Err(differ(&found.field, &found.there, &found.here));
    }
    if first.columns != other.columns {
        return Err(differ("columns", "one list", "another"));
    }
    if first.shard.of != other.shard.of {
        let of = |part: &Part| part.shard.of.to_string();
        return Err(differ("shards", &of(first), &of(other)));
    }
    Ok(())
}
