//! Blocks to the files of a table.

use super::checksum::Summed;
use super::disk::{appear, filled, passing, pretty};
use super::writer::Writer;
use super::{Plan, RowsError, Values};
use serde_json::{Value, json};
use std::io::BufWriter;
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// Blocks to a row group of a whole table: so that what describes the groups stays small beside the rows.
const BLOCKS_PER_GROUP: usize = 64;

/// What the file of the manifest says of the CSV beside it: its length and its checksum. It is no part of what the table is.
pub(super) const CSV: &str = "csv";

/// A file and the name that it will get.
type Named = (NamedTempFile, PathBuf);

/// Writes a table from its blocks, in their order: everything in `scratch` first, then under the final names, the manifest last.
///
/// Files of other bytes are not replaced, unless `force`.
pub(super) fn assemble(
    plan: &Plan,
    scratch: &Path,
    blocks: impl Iterator<Item = Result<Vec<Values>, RowsError>>,
    force: bool,
) -> Result<Vec<PathBuf>, RowsError> {
    let parquet = plan.parquet().map(|p| Parquet::new(plan, scratch, p));
    let mut parquet = parquet.transpose()?;
    let csv = plan.csv().map(|(path, _)| Csv::new(plan, scratch, path));
    let mut csv = csv.transpose()?;
    for values in blocks {
        let values = values?;
        if let Some(csv) = &mut csv {
            csv.block(&values)?;
        }
        if let Some(parquet) = &mut parquet {
            parquet.block(values)?;
        }
    }
    let mut files: Vec<Named> = Vec::new();
    if let Some(parquet) = parquet {
        files.push(parquet.finish()?);
    }
    let mut manifest = plan.manifest.clone();
    if let Some(csv) = csv {
        let (named, note) = csv.finish()?;
        files.push(named);
        if let Some(fields) = manifest.as_object_mut() {
            fields.insert(CSV.into(), note);
        }
    }
    let small = |path: PathBuf, text: String| {
        let file = filled(scratch, &path, text.as_bytes())?;
        Ok::<_, RowsError>((file, path))
    };
    if let Some((_, path)) = plan.csv() {
        files.push(small(path, pretty(&plan.columns))?);
    }
    if let Some(path) = plan.description() {
        files.push(small(path, pretty(&manifest))?);
    }
    appear(files, force)?;
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
            writer: writer.map_err(RowsError::parquet(&path))?,
            waiting: Vec::new(),
            blocks: 0,
            // Shards are read block by block when they are joined.
            blocks_per_group: plan.shard.map_or(BLOCKS_PER_GROUP, |_| 1),
            path,
        })
    }

    fn block(&mut self, values: Vec<Values>) -> Result<(), RowsError> {
        if self.blocks == 0 {
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

    /// A row group of what waits. A shard has one for each block, also for one without rows; of a whole table there is none without.
    fn group(&mut self) -> Result<(), RowsError> {
        let values = std::mem::take(&mut self.waiting);
        self.blocks = 0;
        let is_empty = values.first().is_none_or(Values::is_empty);
        if is_empty && self.blocks_per_group > 1 {
            return Ok(());
        }
        let written = self.writer.block(&values);
        written.map_err(RowsError::parquet(&self.path))
    }

    fn finish(mut self) -> Result<Named, RowsError> {
        if self.blocks > 0 {
            self.group()?;
        }
        let file = self.writer.finish();
        let file = file.map_err(RowsError::parquet(&self.path))?;
        Ok((file, self.path))
    }
}

struct Csv {
    path: PathBuf,
    writer: csv::Writer<Summed<BufWriter<NamedTempFile>>>,
}

impl Csv {
    fn new(plan: &Plan, scratch: &Path, path: PathBuf) -> Result<Self, RowsError> {
        let mut writer = csv::Writer::from_writer(Summed::new(BufWriter::new(passing(scratch)?)));
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

    /// The file, and what is noted of it.
    fn finish(self) -> Result<(Named, Value), RowsError> {
        let failed = |e: std::io::Error| RowsError::file(&self.path)(e);
        let summed = self.writer.into_inner();
        let Summed { inner, sum, length } = summed.map_err(|e| failed(e.into_error()))?;
        let file = inner.into_inner().map_err(|e| failed(e.into_error()))?;
        let note = json!({ "bytes": length, "checksum": sum.text() });
        Ok(((file, self.path), note))
    }
}
