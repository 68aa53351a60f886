//! A table that is being made: finished blocks in a folder of their own, the whole under its name only when nothing is missing.
//!
//! Every block is written under a passing name and renamed, with a checksum behind its bytes: a block that a crash of the machine
//! left unfinished is made again, so blocks need not wait for the disk. Two processes that make the same block write the same bytes,
//! so neither harms the other.

use super::assemble::assemble;
use super::disk::{Checksum, put};
use super::file::{self, Writer};
use super::{Plan, RowsError, Values};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
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
    /// Of the manifest: a block of another study is none of this one.
    manifest: Checksum,
}

impl Store {
    pub(super) fn new(plan: Plan, folder: PathBuf) -> Self {
        let manifest = Checksum::of(plan.manifest.to_string().as_bytes());
        let blocks = Blocks { folder, manifest };
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
        let failed = RowsError::damaged(&path);
        let writer = Writer::new(Vec::new(), &self.plan.columns, &Value::Null, "");
        let mut writer = writer.map_err(&failed)?;
        writer.block(values).map_err(&failed)?;
        let mut bytes = writer.finish().map_err(&failed)?;
        bytes.extend_from_slice(&self.blocks.seal(block, &bytes));
        put(&path, &bytes)?;
        self.missing.remove(&block);
        Ok(())
    }

    /// Joins all blocks under the final names, a few blocks in memory at a time, and removes them.
    ///
    /// # Errors
    ///
    /// [`RowsError`]; the blocks stay then.
    pub fn finish(self) -> Result<Vec<PathBuf>, RowsError> {
        let blocks = self.plan.range().map(|b| self.blocks.load(b));
        let files = match assemble(&self.plan, &self.blocks.folder, blocks) {
            Ok(files) => files,
            Err(e) => self.plan.finished()?.ok_or(e)?,
        };
        match fs::remove_dir_all(&self.blocks.folder) {
            Err(e) if e.kind() != std::io::ErrorKind::NotFound => {
                Err(RowsError::file(&self.blocks.folder)(e))
            }
            _ => Ok(files),
        }
    }
}

impl Blocks {
    fn path(&self, block: u64) -> PathBuf {
        self.folder.join(format!("{block:08}.parquet"))
    }

    /// What stands behind the bytes of a block.
    fn seal(&self, block: u64, bytes: &[u8]) -> [u8; 8] {
        let mut sum = self.manifest;
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
        let table = file::whole(bytes).map_err(RowsError::damaged(&self.path(block)))?;
        Ok(table.values)
    }
}
