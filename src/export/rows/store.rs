//! A table that is being made: finished blocks in a folder of their own, the whole under its name only when nothing is missing.
//!
//! Every block is written under a passing name, synced and renamed, with a checksum behind its bytes. Two processes that make the
//! same block write the same bytes, so neither harms the other.

use super::file::{Reader, Writer};
use super::{Column, RowsError, Values};
use serde_json::Value;
use std::fs;
use std::io::Write;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use tempfile::NamedTempFile;

/// One of several parts of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shard {
    /// Which, from 1.
    pub number: u64,
    /// Of how many.
    pub of: u64,
}

impl FromStr for Shard {
    type Err = RowsError;

    fn from_str(text: &str) -> Result<Self, RowsError> {
        let wrong = || RowsError::Shard(text.to_owned());
        let (number, of) = text.split_once('/').ok_or_else(wrong)?;
        let number = number.trim().parse().map_err(|_| wrong())?;
        let of = of.trim().parse().map_err(|_| wrong())?;
        if number == 0 || number > of {
            return Err(wrong());
        }
        Ok(Self { number, of })
    }
}

impl Shard {
    /// Its blocks out of `blocks`: shards differ by at most one.
    pub fn blocks(self, blocks: u64) -> Range<u64> {
        let end = |n: u64| (u128::from(blocks) * u128::from(n) / u128::from(self.of)) as u64;
        end(self.number - 1)..end(self.number)
    }

    fn name(self) -> String {
        format!("shard-{:04}-of-{:04}", self.number, self.of)
    }
}

/// Which files a whole table is written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Formats {
    /// `.parquet`
    pub parquet: bool,
    /// `.csv`, with the columns described in `.columns.json`.
    pub csv: bool,
}

/// What is to be made.
#[derive(Debug, Clone)]
pub struct Plan {
    /// Where.
    pub folder: PathBuf,
    /// Names of files begin with it.
    pub stem: String,
    /// What the table is: two tables are the same when this is the same.
    pub manifest: Value,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Into how many blocks it is cut.
    pub blocks: u64,
    /// Which part is made here; all of it when `None`.
    pub shard: Option<Shard>,
    /// Formats of the whole; a shard is always Parquet.
    pub formats: Formats,
}

/// A table that can be made, or one that is there already.
#[derive(Debug)]
pub enum Opened {
    /// To be made.
    Store(Store),
    /// The same table is there, whole.
    Done(Vec<PathBuf>),
}

/// A table that is being made.
#[derive(Debug)]
pub struct Store {
    plan: Plan,
    blocks: PathBuf,
    missing: Vec<u64>,
}

impl Plan {
    fn name(&self) -> String {
        match self.shard {
            Some(shard) => format!("{}.{}", self.stem, shard.name()),
            None => self.stem.clone(),
        }
    }

    fn range(&self) -> Range<u64> {
        self.shard
            .map_or(0..self.blocks, |shard| shard.blocks(self.blocks))
    }

    /// What a shard says of itself; empty for the whole.
    fn part(&self) -> String {
        let range = self.range();
        self.shard.map_or(String::new(), |s| {
            format!("{}/{} {} {}", s.number, s.of, range.start, range.end)
        })
    }

    /// The files that will be there, in the order of their ends.
    fn files(&self) -> Vec<PathBuf> {
        let parquet = self.shard.is_some() || self.formats.parquet;
        let csv = self.shard.is_none() && self.formats.csv;
        let mut ends = Vec::new();
        ends.extend(parquet.then_some("parquet"));
        ends.extend(
            csv.then_some("csv")
                .into_iter()
                .chain(csv.then_some("columns.json")),
        );
        ends.extend(self.shard.is_none().then_some("json"));
        let name = self.name();
        let path = |end| self.folder.join(format!("{name}.{end}"));
        ends.into_iter().map(path).collect()
    }

    /// The first of its files that exists.
    pub(super) fn there(&self) -> Option<PathBuf> {
        self.files().into_iter().find(|f| f.exists())
    }

    /// Opens the table; blocks that an earlier run has finished are kept.
    ///
    /// # Errors
    ///
    /// [`RowsError::Foreign`] when files or blocks of another table have its name, unless `force`, which removes them;
    /// [`RowsError::File`] when the folder cannot be written.
    pub fn open(self, force: bool) -> Result<Opened, RowsError> {
        fs::create_dir_all(&self.folder).map_err(RowsError::file(&self.folder))?;
        if force {
            self.remove()?;
        }
        let files = self.files();
        if let Some(manifest) = self.finished(&files)? {
            let at = files.last().cloned().unwrap_or_default();
            same(&at, &manifest, &self.manifest)?;
            if files.iter().all(|f| f.exists()) {
                return Ok(Opened::Done(files));
            }
        }
        let blocks = self.folder.join(format!(".{}.blocks", self.name()));
        fs::create_dir_all(&blocks).map_err(RowsError::file(&blocks))?;
        self.claim(&blocks)?;
        let missing = self.range().filter(|b| !is_whole(&blocks, *b)).collect();
        Ok(Opened::Store(Store {
            plan: self,
            blocks,
            missing,
        }))
    }

    /// The manifest of a table under these names.
    fn finished(&self, files: &[PathBuf]) -> Result<Option<Value>, RowsError> {
        let Some(last) = files.last().filter(|f| f.exists()) else {
            return Ok(None);
        };
        if self.shard.is_some() {
            return Ok(Some(super::file::open(last)?.manifest));
        }
        let text = fs::read_to_string(last).map_err(RowsError::file(last))?;
        let value = serde_json::from_str(&text).map_err(RowsError::damaged(last))?;
        Ok(Some(value))
    }

    /// Writes the manifest beside the blocks, or compares it with the one that is there.
    fn claim(&self, blocks: &Path) -> Result<(), RowsError> {
        let path = blocks.join("manifest.json");
        if let Ok(text) = fs::read_to_string(&path) {
            let there = serde_json::from_str(&text).map_err(RowsError::damaged(&path))?;
            return same(&path, &there, &self.manifest);
        }
        put(&path, pretty(&self.manifest).as_bytes())
    }

    fn remove(&self) -> Result<(), RowsError> {
        for file in self.files().iter().filter(|f| f.exists()) {
            fs::remove_file(file).map_err(RowsError::file(file))?;
        }
        let blocks = self.folder.join(format!(".{}.blocks", self.name()));
        if blocks.exists() {
            fs::remove_dir_all(&blocks).map_err(RowsError::file(&blocks))?;
        }
        Ok(())
    }
}

impl Store {
    /// Blocks that are still to be made, in order.
    pub fn missing(&self) -> &[u64] {
        &self.missing
    }

    /// Keeps a block: the values of every column.
    ///
    /// # Errors
    ///
    /// [`RowsError`].
    pub fn put(&mut self, block: u64, values: &[Values]) -> Result<(), RowsError> {
        let path = block_path(&self.blocks, block);
        let failed = RowsError::damaged(&path);
        let plan = &self.plan;
        let writer = Writer::new(Vec::new(), &plan.columns, &Value::Null, "");
        let mut writer = writer.map_err(&failed)?;
        writer.block(values).map_err(&failed)?;
        let mut bytes = writer.finish().map_err(&failed)?;
        bytes.extend_from_slice(&checksum(&bytes).to_le_bytes());
        put(&path, &bytes)?;
        self.missing.retain(|b| *b != block);
        Ok(())
    }

    /// Joins all blocks under the final names, one block in memory at a time, and removes them.
    ///
    /// # Errors
    ///
    /// [`RowsError`]; the blocks stay then.
    pub fn finish(self) -> Result<Vec<PathBuf>, RowsError> {
        let plan = &self.plan;
        let blocks = plan.range().map(|b| load(&self.blocks, b));
        let files = assemble(plan, blocks)?;
        fs::remove_dir_all(&self.blocks).map_err(RowsError::file(&self.blocks))?;
        Ok(files)
    }
}

/// Writes a table from its blocks: everything under passing names first, then renamed, the manifest last.
pub(super) fn assemble(
    plan: &Plan,
    blocks: impl Iterator<Item = Result<Vec<Values>, RowsError>>,
) -> Result<Vec<PathBuf>, RowsError> {
    let files = plan.files();
    let parquet = files.iter().find(|f| has_end(f, "parquet"));
    let csv = files.iter().find(|f| has_end(f, "csv"));
    let mut parquet = match parquet {
        None => None,
        Some(path) => {
            let file = passing(path)?;
            let writer = Writer::new(file, &plan.columns, &plan.manifest, &plan.part());
            Some((path, writer.map_err(RowsError::damaged(path))?))
        }
    };
    let mut csv = match csv {
        None => None,
        Some(path) => {
            let mut writer = csv::Writer::from_writer(passing(path)?);
            let names = plan.columns.iter().map(|c| &c.name);
            writer.write_record(names).map_err(table(path))?;
            Some((path, writer))
        }
    };
    for values in blocks {
        let values = values?;
        if let Some((path, writer)) = &mut parquet {
            writer.block(&values).map_err(RowsError::damaged(path))?;
        }
        if let Some((path, writer)) = &mut csv {
            let rows = values.first().map_or(0, Values::len);
            for row in 0..rows {
                let record = values.iter().map(|v| v.print(row));
                writer.write_record(record).map_err(table(path))?;
            }
        }
    }
    if let Some((path, writer)) = parquet {
        let file = writer.finish().map_err(RowsError::damaged(path))?;
        appear(file, path)?;
    }
    if let Some((path, writer)) = csv {
        let file = writer.into_inner().map_err(|e| RowsError::Csv {
            path: path.clone(),
            reason: e.to_string(),
        })?;
        appear(file, path)?;
    }
    for path in &files {
        if has_end(path, "columns.json") {
            let value = serde_json::to_value(&plan.columns).unwrap_or_default();
            put(path, pretty(&value).as_bytes())?;
        } else if has_end(path, "json") {
            put(path, pretty(&plan.manifest).as_bytes())?;
        }
    }
    Ok(files)
}

fn has_end(path: &Path, end: &str) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.ends_with(&format!(".{end}"))
        && (end == "columns.json" || !name.ends_with(".columns.json"))
}

fn table(path: &Path) -> impl Fn(csv::Error) -> RowsError + '_ {
    move |e| RowsError::Csv {
        path: path.to_owned(),
        reason: e.to_string(),
    }
}

fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default() + "\n"
}

fn passing(path: &Path) -> Result<NamedTempFile, RowsError> {
    let folder = path.parent().unwrap_or(Path::new("."));
    tempfile::Builder::new()
        .prefix(".vessels-")
        .suffix(".part")
        .tempfile_in(folder)
        .map_err(RowsError::file(path))
}

fn appear(file: NamedTempFile, path: &Path) -> Result<(), RowsError> {
    super::super::target::readable_by_others(&file);
    file.as_file().sync_all().map_err(RowsError::file(path))?;
    file.persist(path).map_err(|e| RowsError::File {
        path: path.to_owned(),
        source: e.error,
    })?;
    Ok(())
}

fn put(path: &Path, bytes: &[u8]) -> Result<(), RowsError> {
    let mut file = passing(path)?;
    file.write_all(bytes).map_err(RowsError::file(path))?;
    appear(file, path)
}

fn block_path(blocks: &Path, block: u64) -> PathBuf {
    blocks.join(format!("{block:08}.parquet"))
}

fn is_whole(blocks: &Path, block: u64) -> bool {
    sound(&block_path(blocks, block)).is_ok()
}

/// The bytes of a block whose checksum is right.
fn sound(path: &Path) -> Result<Vec<u8>, RowsError> {
    let mut bytes = fs::read(path).map_err(RowsError::file(path))?;
    let damaged = || RowsError::damaged(path)("the checksum is wrong");
    let end = bytes.len().checked_sub(8).ok_or_else(damaged)?;
    let stored = bytes.split_off(end);
    if stored != checksum(&bytes).to_le_bytes() {
        return Err(damaged());
    }
    Ok(bytes)
}

fn load(blocks: &Path, block: u64) -> Result<Vec<Values>, RowsError> {
    let path = block_path(blocks, block);
    let bytes = bytes::Bytes::from(sound(&path)?);
    let reader = Reader::new(bytes).map_err(RowsError::damaged(&path))?;
    match reader.blocks() {
        0 => Ok(reader.columns.iter().map(|c| Values::new(c.kind)).collect()),
        _ => reader.block(0).map_err(RowsError::damaged(&path)),
    }
}

/// FNV-1a, 64 bits (Fowler, Noll and Vo 1991).
fn checksum(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// Whether two tables are the same; otherwise the first field that differs.
pub(super) fn same(path: &Path, there: &Value, here: &Value) -> Result<(), RowsError> {
    let Some((field, there, here)) = difference(there, here, String::new()) else {
        return Ok(());
    };
    Err(RowsError::Foreign {
        path: path.to_owned(),
        field,
        there,
        here,
    })
}

fn difference(there: &Value, here: &Value, at: String) -> Option<(String, String, String)> {
    if there == here {
        return None;
    }
    let below = |name: &str| {
        if at.is_empty() {
            name.to_owned()
        } else {
            format!("{at}.{name}")
        }
    };
    match (there, here) {
        (Value::Object(a), Value::Object(b)) => {
            let names = a.keys().chain(b.keys().filter(|k| !a.contains_key(*k)));
            let null = Value::Null;
            names.into_iter().find_map(|name| {
                let get = |map: &'_ serde_json::Map<String, Value>| map.get(name).cloned();
                let (x, y) = (get(a), get(b));
                difference(
                    x.as_ref().unwrap_or(&null),
                    y.as_ref().unwrap_or(&null),
                    below(name),
                )
            })
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            let pairs = a.iter().zip(b).enumerate();
            pairs
                .into_iter()
                .find_map(|(i, (x, y))| difference(x, y, below(&i.to_string())))
        }
        _ => Some((at, short(there), short(here))),
    }
}

fn short(value: &Value) -> String {
    const SHOWN: usize = 60;
    let text = match value {
        Value::Null => "nothing".to_owned(),
        other => other.to_string(),
    };
    if text.chars().count() <= SHOWN {
        return text;
    }
    let cut: String = text.chars().take(SHOWN).collect();
    cut + "…"
}
