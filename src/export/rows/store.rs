//! A table that is being made: finished blocks in a folder of their own, the whole under its name only when nothing is missing.
//!
//! Every block is written under a passing name and renamed, with a checksum behind its bytes: a block that a crash of the machine
//! left unfinished is made again, so blocks need not wait for the disk. Two processes that make the same block write the same bytes,
//! so neither harms the other.

use super::assemble::assemble;
use super::checksum::Checksum;
use super::disk::{pretty, put, remove_folder};
use super::file;
use super::writer::Writer;
use super::{Plan, RowsError, Values};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::io::Cursor;
use std::path::PathBuf;

/// A table that is being made.
#[derive(Debug)]
pub struct Store {
    plan: Plan,
    blocks: Blocks,
    missing: BTreeSet<u64>,
}

/// The folder of the blocks of one study.
#[derive(Debug)]
struct Blocks {
    folder: PathBuf,
    /// Of the manifest and the columns: a block of another study is none of this one.
    study: Checksum,
}

impl Store {
    pub(super) fn new(plan: Plan, folder: PathBuf) -> Self {
        let mut study = Checksum::of(plan.manifest.to_string().as_bytes());
        study.add(pretty(&plan.columns).as_bytes());
        let blocks = Blocks { folder, study };
        let is_missing = |block: &u64| blocks.sound(*block).is_err();
        Self {
            missing: plan.range().filter(is_missing).collect(),
            plan,
            blocks,
        }
    }

    /// Blocks that are still to be made, in order.
    pub fn missing(&self) -> Vec<u64> {
        self.missing.iter().copied().collect()
    }

    /// Keeps a block: the values of every column.
    ///
    /// # Errors
    ///
    /// [`RowsError`].
    pub fn put(&mut self, block: u64, values: &[Values]) -> Result<(), RowsError> {
        let path = self.blocks.path(block);
        if !self.plan.range().contains(&block) || !self.fits(values) {
            return Err(RowsError::damaged(&path)("it is no block of this table"));
        }
        let failed = RowsError::parquet(&path);
        let sink = Cursor::new(Vec::new());
        let writer = Writer::new(sink, &self.plan.columns, &Value::Null, "");
        let mut writer = writer.map_err(&failed)?;
        writer.block(values).map_err(&failed)?;
        let mut bytes = writer.finish().map_err(&failed)?.into_inner();
        bytes.extend_from_slice(&self.blocks.seal(block, &bytes));
        if let Err(e) = put(&path, &bytes) {
            // Another process at the same work may have finished the table and removed the folder.
            self.plan.finished()?.ok_or(e)?;
        }
        self.missing.remove(&block);
        Ok(())
    }

    /// Whether values are those of all columns, one for each row.
    fn fits(&self, values: &[Values]) -> bool {
        let kinds = values.iter().map(Values::kind);
        let rows = values.first().map_or(0, Values::len);
        kinds.eq(self.plan.columns.iter().map(|c| c.kind)) && values.iter().all(|v| v.len() == rows)
    }

    /// Joins all blocks under the final names, a few blocks in memory at a time, and removes them.
    ///
    /// # Errors
    ///
    /// [`RowsError`]; the blocks stay then.
    pub fn finish(self) -> Result<Vec<PathBuf>, RowsError> {
        let blocks = self.plan.range().map(|b| self.blocks.load(b));
        let files = match assemble(&self.plan, &self.blocks.folder, blocks, false) {
            Ok(files) => files,
            Err(e) => self.plan.finished()?.ok_or(e)?,
        };
        // Another process may be putting its last block there: it removes the folder when it finds the table.
        match remove_folder(&self.blocks.folder) {
            Err(RowsError::File { source, .. })
                if source.kind() == std::io::ErrorKind::DirectoryNotEmpty => {}
            other => other?,
        }
        Ok(files)
    }
}

impl Blocks {
    fn path(&self, block: u64) -> PathBuf {
        self.folder.join(format!("{block:08}.parquet"))
    }

    /// What stands behind the bytes of a block.
    fn seal(&self, block: u64, bytes: &[u8]) -> [u8; 8] {
        let mut sum = self.study;
        sum.add(&block.to_le_bytes());
        sum.add(bytes);
        sum.value().to_le_bytes()
    }

    /// The bytes of a block whose checksum is right.
    fn sound(&self, block: u64) -> Result<Vec<u8>, RowsError> {
        let path = self.path(block);
        let mut bytes = fs::read(&path).map_err(RowsError::file(&path))?;
        let damaged = || RowsError::damaged(&path)("the checksum is wrong");
        let end = bytes.len().checked_sub(8).ok_or_else(damaged)?;
        let stored = bytes.split_off(end);
        match stored == self.seal(block, &bytes) {
            true => Ok(bytes),
            false => Err(damaged()),
        }
    }

    fn load(&self, block: u64) -> Result<Vec<Values>, RowsError> {
        let bytes = bytes::Bytes::from(self.sound(block)?);
        let table = file::whole(bytes).map_err(RowsError::parquet(&self.path(block)))?;
        Ok(table.values)
    }
}
