//! What is to be made, and whether it is there already.

use super::assemble::CSV;
use super::checksum::of_source;
use super::difference::Difference;
use super::disk::{pretty, put, remove, remove_folder};
use super::store::Store;
use super::{Column, RowsError, Shard};
use serde_json::Value;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// Blocks of a table, or of a shard, that one folder can hold.
pub(super) const MOST_BLOCKS: u64 = 10_000_000;

/// What is wrong with a file of other bytes.
const CHANGED: &str = "it has other bytes than were written; delete the files of the table and repeat, or add `--force`";

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

impl Plan {
    fn name(&self) -> String {
        match self.shard {
            Some(shard) => format!("{}.{}", self.stem, shard.name()),
            None => self.stem.clone(),
        }
    }

    /// Its blocks.
    pub(super) fn range(&self) -> Range<u64> {
        self.shard
            .map_or(0..self.blocks, |shard| shard.blocks(self.blocks))
    }

    /// What a shard says of itself; empty for the whole.
    pub(super) fn part(&self) -> String {
        let range = self.range();
        self.shard.map_or(String::new(), |s| {
            format!("{}/{} {} {}", s.number, s.of, range.start, range.end)
        })
    }

    /// A folder beside the files for what is not finished.
    pub(super) fn scratch(&self, purpose: &str) -> PathBuf {
        self.folder.join(format!(".{}.{purpose}", self.name()))
    }

    pub(super) fn parquet(&self) -> Option<PathBuf> {
        (self.shard.is_some() || self.formats.parquet).then(|| self.file("parquet"))
    }

    /// The table and the file that describes its columns.
    pub(super) fn csv(&self) -> Option<(PathBuf, PathBuf)> {
        let is_wanted = self.shard.is_none() && self.formats.csv;
        is_wanted.then(|| (self.file("csv"), self.file("columns.json")))
    }

    /// The file of the manifest; a shard holds it in itself.
    pub(super) fn description(&self) -> Option<PathBuf> {
        self.shard.is_none().then(|| self.file("json"))
    }

    fn file(&self, end: &str) -> PathBuf {
        self.folder.join(format!("{}.{end}", self.name()))
    }

    /// The files that will be there, the one with the manifest last.
    pub(super) fn files(&self) -> Vec<PathBuf> {
        let mut files = Vec::new();
        files.extend(self.parquet());
        files.extend(self.csv().into_iter().flat_map(|(csv, doc)| [csv, doc]));
        files.extend(self.description());
        files
    }

    /// All names that files of the table may have, in whatever format, the one with the manifest first.
    fn names(&self) -> Vec<PathBuf> {
        if self.shard.is_some() {
            return self.files();
        }
        let ends = ["json", "columns.json", "csv", "parquet"];
        ends.map(|end| self.file(end)).into()
    }

    /// The first file that exists and has one of its names: another one beside the new files would be taken for one of them.
    pub(super) fn there(&self) -> Option<PathBuf> {
        self.names().into_iter().rev().find(|f| f.exists())
    }

    /// Removes the files of an earlier table in formats that are not wanted now.
    pub(super) fn remove_others(&self) -> Result<(), RowsError> {
        let wanted = self.files();
        let names = self.names().into_iter();
        let others = names.filter(|name| !wanted.contains(name));
        others.into_iter().try_for_each(|name| remove(&name))
    }

    /// Opens the table; blocks that an earlier run has finished are kept.
    ///
    /// # Errors
    ///
    /// [`RowsError::Foreign`] or [`RowsError::Exists`] when files or blocks of another table have its name, unless `force`, which
    /// removes them; [`RowsError::Damaged`] when the same table is there, damaged; [`RowsError::Large`]; [`RowsError::File`] when the
    /// folder cannot be written.
    pub fn open(self, force: bool) -> Result<Opened, RowsError> {
        let range = self.range();
        if range.end.saturating_sub(range.start) > MOST_BLOCKS {
            return Err(RowsError::Large(range.end - range.start));
        }
        fs::create_dir_all(&self.folder).map_err(RowsError::file(&self.folder))?;
        let blocks = self.scratch("blocks");
        if force {
            self.names().iter().try_for_each(|name| remove(name))?;
            remove_folder(&blocks)?;
        }
        let claim = blocks.join("manifest.json");
        if let Some(files) = self.finished()? {
            // Blocks of a run that was killed when its files were there.
            if self.is_claimed(&claim).unwrap_or(false) {
                remove_folder(&blocks)?;
            }
            return Ok(Opened::Done(files));
        }
        let (there, is_claimed) = (self.there(), self.is_claimed(&claim)?);
        if let (Some(there), false) = (&there, is_claimed) {
            return Err(RowsError::Exists(there.clone()));
        }
        if !is_claimed {
            fs::create_dir_all(&blocks).map_err(RowsError::file(&blocks))?;
            put(&claim, pretty(&self.manifest).as_bytes())?;
        }
        let store = Store::new(self, blocks);
        match there {
            // Files only appear when all blocks are there: this one is not of the run that left the blocks.
            Some(there) if !store.missing().is_empty() => Err(RowsError::Exists(there)),
            _ => Ok(Opened::Store(store)),
        }
    }

    /// The files of the same table, when all of them are there.
    ///
    /// # Errors
    ///
    /// [`RowsError`] when they are damaged, or those of another table.
    pub(super) fn finished(&self) -> Result<Option<Vec<PathBuf>>, RowsError> {
        let files = self.files();
        let Some(last) = files.last().filter(|f| f.exists()) else {
            return Ok(None);
        };
        if self.shard.is_none() {
            let text = fs::read_to_string(last).map_err(RowsError::file(last))?;
            let mut there: Value = serde_json::from_str(&text).map_err(RowsError::damaged(last))?;
            let noted = there.as_object_mut().and_then(|fields| fields.remove(CSV));
            self.is_same(last, &there)?;
            self.verify_csv(noted.as_ref())?;
        }
        if let Some(parquet) = self.parquet().filter(|p| p.exists()) {
            let there = super::file::open(&parquet)?;
            self.is_same(&parquet, &there.manifest)?;
            if there.part != self.part() {
                return Err(RowsError::damaged(&parquet)("it holds other blocks"));
            }
        }
        Ok(files.iter().all(|f| f.exists()).then_some(files))
    }

    /// Compares the CSV that is there with what was noted of it, and the description of its columns with what it must be.
    fn verify_csv(&self, noted: Option<&Value>) -> Result<(), RowsError> {
        let Some((csv, columns)) = self.csv() else {
            return Ok(());
        };
        if columns.exists() {
            let text = fs::read_to_string(&columns).map_err(RowsError::file(&columns))?;
            if text != pretty(&self.columns) {
                return Err(RowsError::damaged(&columns)(CHANGED));
            }
        }
        let (Some(noted), true) = (noted, csv.exists()) else {
            return Ok(());
        };
        let failed = RowsError::file(&csv);
        let mut file = fs::File::open(&csv).map_err(&failed)?;
        let length = file.metadata().map_err(&failed)?.len();
        let is_long = noted.get("bytes").and_then(Value::as_u64) == Some(length);
        let is_whole = is_long && {
            let sum = of_source(&mut file).map_err(&failed)?.text();
            noted.get("checksum").and_then(Value::as_str) == Some(&sum)
        };
        match is_whole {
            true => Ok(()),
            false => Err(RowsError::damaged(&csv)(CHANGED)),
        }
    }

    /// Whether the blocks of an earlier run of the same table are there.
    fn is_claimed(&self, claim: &Path) -> Result<bool, RowsError> {
        match fs::read_to_string(claim) {
            Ok(text) => {
                let there = serde_json::from_str(&text).map_err(RowsError::damaged(claim))?;
                self.is_same(claim, &there).map(|()| true)
            }
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(false),
            Err(e) => Err(RowsError::file(claim)(e)),
        }
    }

    fn is_same(&self, path: &Path, there: &Value) -> Result<(), RowsError> {
        match Difference::of(there, &self.manifest) {
            None => Ok(()),
            Some(Difference { field, there, here }) => Err(RowsError::Foreign {
                path: path.to_owned(),
                field,
                there,
                here,
            }),
        }
    }
}
