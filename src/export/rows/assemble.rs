//! Blocks to the files of a table.

use super::disk::{appear, passing, pretty, put, sync};
use super::file::Writer;
use super::{Plan, RowsError, Values};
use std::io::BufWriter;
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// Blocks to a row group of a whole table: so that what describes the groups stays small beside the rows.
const BLOCKS_PER_GROUP: usize = 64;

/// Writes a table from its blocks, in their order: everything in `scratch` first, then under the final names, the manifest last.
pub(super) fn assemble(
    plan: &Plan,
    scratch: &Path,
    blocks: impl Iterator<Item = Result<Vec<Values>, RowsError>>,
) -> Result<Vec<PathBuf>, RowsError> {
    let mut parquet = match plan.parquet() {
        Some(path) => Some(Parquet::new(plan, scratch, path)?),
        None => None,
    };
    let mut csv = match plan.csv() {
        Some((path, _)) => Some(Csv::new(plan, scratch, path)?),
        None => None,
    };
    for values in blocks {
        let values = values?;
        if let Some(csv) = &mut csv {
            csv.block(&values)?;
        }
        if let Some(parquet) = &mut parquet {
            parquet.block(values)?;
        }
    }
    if let Some(parquet) = parquet {
        parquet.finish()?;
    }
    if let Some(csv) = csv {
        csv.finish()?;
    }
    if let Some((_, path)) = plan.csv() {
        put(&path, pretty(&plan.columns).as_bytes())?;
    }
    if let Some(path) = plan.description() {
        put(&path, pretty(&plan.manifest).as_bytes())?;
    }
    Ok(plan.files())
}

struct Parquet {
    path: PathBuf,
    writer: Writer<NamedTempFile>,
    /// Blocks of the row group that is not full yet.
    waiting: Vec<Values>,
    blocks: usize,
    blocks_per_group: usize,
}

impl Parquet {
    fn new(plan: &Plan, scratch: &Path, path: PathBuf) -> Result<Self, RowsError> {
        let file = passing(scratch)?;
        let writer = Writer::new(file, &plan.columns, &plan.manifest, &plan.part());
        Ok(Self {
            writer: writer.map_err(RowsError::damaged(&path))?,
            waiting: Vec::new(),
            blocks: 0,
            // Shards are read block by block when they are joined.
            blocks_per_group: plan.shard.map_or(BLOCKS_PER_GROUP, |_| 1),
            path,
        })
    }

    fn block(&mut self, values: Vec<Values>) -> Result<(), RowsError> {
        if self.waiting.is_empty() {
            self.waiting = values;
        } else {
            for (all, block) in self.waiting.iter_mut().zip(values) {
                if !all.append(block) {
                    return Err(RowsError::damaged(&self.path)("a column changes its kind"));
                }
            }
        }
        self.blocks += 1;
        if self.blocks == self.blocks_per_group {
            self.group()?;
        }
        Ok(())
    }

    fn group(&mut self) -> Result<(), RowsError> {
        let values = std::mem::take(&mut self.waiting);
        self.blocks = 0;
        self.writer
            .block(&values)
            .map_err(RowsError::damaged(&self.path))
    }

    fn finish(mut self) -> Result<(), RowsError> {
        self.group()?;
        let failed = RowsError::damaged(&self.path);
        let file = self.writer.finish().map_err(failed)?;
        sync(&file, &self.path)?;
        appear(file, &self.path)
    }
}

struct Csv {
    path: PathBuf,
    writer: csv::Writer<BufWriter<NamedTempFile>>,
}

impl Csv {
    fn new(plan: &Plan, scratch: &Path, path: PathBuf) -> Result<Self, RowsError> {
        let mut writer = csv::Writer::from_writer(BufWriter::new(passing(scratch)?));
        let names = plan.columns.iter().map(|c| &c.name);
        writer.write_record(names).map_err(RowsError::csv(&path))?;
        Ok(Self { path, writer })
    }

    fn block(&mut self, values: &[Values]) -> Result<(), RowsError> {
        let rows = values.first().map_or(0, Values::len);
        for row in 0..rows {
            let record = values.iter().map(|v| v.print(row));
            let written = self.writer.write_record(record);
            written.map_err(RowsError::csv(&self.path))?;
        }
        Ok(())
    }

    fn finish(self) -> Result<(), RowsError> {
        let failed = |e: std::io::Error| RowsError::file(&self.path)(e);
        let buffer = self.writer.into_inner();
        let buffer = buffer.map_err(|e| failed(e.into_error()))?;
        let file = buffer.into_inner().map_err(|e| failed(e.into_error()))?;
        sync(&file, &self.path)?;
        appear(file, &self.path)
    }
}
