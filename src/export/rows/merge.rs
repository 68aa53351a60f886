//! Shards to the one table that an undivided run would have written.

use super::assemble::assemble;
use super::difference::Difference;
use super::disk::remove_folder;
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
    rows: u64,
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
        let part = Self {
            path: path.to_owned(),
            shard: shard.parse().map_err(|_| wrong())?,
            blocks: number(start)?..number(end)?,
            rows: reader.rows(),
            manifest: reader.manifest.clone(),
            columns: reader.columns.clone(),
        };
        let is_whole =
            part.blocks.end.checked_sub(part.blocks.start) == Some(reader.blocks() as u64);
        match is_whole && part.expected_rows().is_none_or(|rows| rows == part.rows) {
            true => Ok(part),
            false => Err(RowsError::damaged(path)(
                "rows are missing in it, or too many",
            )),
        }
    }

    fn number(&self) -> u64 {
        self.shard.number
    }

    /// A number of the manifest; a table that is no study may have none.
    fn noted(&self, key: &str) -> Option<u64> {
        self.manifest.get(key)?.as_u64()
    }

    /// Into how many blocks its table is cut.
    fn all_blocks(&self) -> Option<u64> {
        let rows_per_block = self.noted("rows_per_block").filter(|rows| *rows > 0)?;
        Some(self.noted("jobs")?.div_ceil(rows_per_block))
    }

    fn expected_rows(&self) -> Option<u64> {
        let (jobs, rows_per_block) = (self.noted("jobs")?, self.noted("rows_per_block")?);
        let rows = |blocks: u64| blocks.saturating_mul(rows_per_block).min(jobs);
        Some(rows(self.blocks.end).saturating_sub(rows(self.blocks.start)))
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
    let scratch = plan.scratch("merge");
    // Where a merge was killed, its files may be there; they are compared before anything is replaced.
    let was_killed = scratch.exists();
    if !force && !was_killed {
        if let Some(files) = plan.finished()? {
            return Ok(files);
        }
        if let Some(there) = plan.there() {
            return Err(RowsError::Exists(there));
        }
    }
    std::fs::create_dir_all(&scratch).map_err(RowsError::file(&scratch))?;
    let files = assemble(&plan, &scratch, parts.iter().flat_map(blocks), force);
    let removed = remove_folder(&scratch);
    let files = files?;
    removed?;
    if force {
        plan.remove_others()?;
    }
    Ok(files)
}

/// The blocks of a part, which is opened for as long as they are read.
fn blocks(part: &Part) -> Box<dyn Iterator<Item = Result<Vec<Values>, RowsError>> + '_> {
    match file::open(&part.path) {
        Err(e) => Box::new(std::iter::once(Err(e))),
        Ok(reader) => Box::new((0..reader.blocks()).map(move |b| {
            let block = reader.block(b);
            block.map_err(RowsError::parquet(&part.path))
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
    let last = parts.last().map_or(0, |p| p.blocks.end);
    let total = first.all_blocks().unwrap_or(last);
    match parts.iter().find(|p| p.shard.blocks(total) != p.blocks) {
        Some(wrong) => Err(misplaced(wrong, total)),
        None => Ok(total),
    }
}

/// A shard whose blocks are not those of its number.
fn misplaced(part: &Part, total: u64) -> RowsError {
    let (there, expected) = (&part.blocks, part.shard.blocks(total));
    let Shard { number, of } = part.shard;
    RowsError::damaged(&part.path)(format!(
        "it holds blocks {} to {}, and shard {number} of {of} of {total} blocks has {} to {}",
        there.start, there.end, expected.start, expected.end
    ))
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
    let (a, b) = (&first.columns, &other.columns);
    let unlike = (0..a.len().max(b.len())).find(|i| a.get(*i) != b.get(*i));
    if let Some(at) = unlike {
        let show = |column: Option<&Column>| column.map_or("nothing".into(), |c| format!("{c:?}"));
        return Err(differ(
            &format!("columns.{at}"),
            &show(a.get(at)),
            &show(b.get(at)),
        ));
    }
    if first.shard.of != other.shard.of {
        let of = |part: &Part| part.shard.of.to_string();
        return Err(differ("shards", &of(first), &of(other)));
    }
    Ok(())
}
