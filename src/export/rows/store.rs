//! A table that is being made: finished blocks in a folder of their own, the whole under its name only when nothing is missing.
//!
//! Every block is written under a passing name and renamed, with a checksum behind its bytes: a block that a crash of the machine
//! left unfinished is made again, so blocks need not wait for the disk. Two processes that make the same block write the same bytes,
//! so neither harms the other.

use super::assemble::assemble;
use super::disk::{Checksum, put};
use super::file::{Reader, Writer};
use super::{Plan, RowsError, Values};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A table that is being made.
#[derive(Debug)]
pub struct Store {
    plan: Plan,
    blocks: PathBuf,
    missing: BTreeSet<u64>,
}

impl Store {
    pub(super) fn new(plan: Plan, blocks: PathBuf) -> Self {
        let is_missing = |block: &u64| sound(&path(&blocks, *block)).is_err();
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
        let path = path(&self.blocks, block);
        let failed = RowsError::damaged(&path);
        let writer = Writer::new(Vec::new(), &self.plan.columns, &Value::Null, "");
        let mut writer = writer.map_err(&failed)?;
        writer.block(values).map_err(&failed)?;
        let mut bytes = writer.finish().map_err(&failed)?;
        bytes.extend_from_slice(&Checksum::of(&bytes).value().to_le_bytes());
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
        let blocks = self.plan.range().map(|b| load(&self.blocks, b));
        let files = match assemble(&self.plan, &self.blocks, blocks) {
            Ok(files) => files,
            Err(e) => self.plan.finished()?.ok_or(e)?,
        };
        match fs::remove_dir_all(&self.blocks) {
            Err(e) if e.kind() != std::io::ErrorKind::NotFound => {
                Err(RowsError::file(&self.blocks)(e))
            }
            _ => Ok(files),
        }
    }
}

fn path(blocks: &Path, block: u64) -> PathBuf {
    blocks.join(format!("{block:08}.parquet"))
}

/// The bytes of a block whose checksum is right.
fn sound(path: &Path) -> Result<Vec<u8>, RowsError> {
    let mut bytes = fs::read(path).map_err(RowsError::file(path))?;
    let damaged = || RowsError::damaged(path)("the checksum is wrong");
    let end = bytes.len().checked_sub(8).ok_or_else(damaged)?;
    let stored = bytes.split_off(end);
    if stored != Checksum::of(&bytes).value().to_le_bytes() {
        return Err(damaged());
    }
    Ok(bytes)
}

fn load(blocks: &Path, block: u64) -> Result<Vec<Values>, RowsError> {
    let path = path(blocks, block);
    let bytes = bytes::Bytes::from(sound(&path)?);
    let reader = Reader::new(bytes).map_err(RowsError::damaged(&path))?;
    match reader.blocks() {
        0 => Ok(reader.columns.iter().map(|c| Values::new(c.kind)).collect()),
        _ => reader.block(0).map_err(RowsError::damaged(&path)),
    }
}
