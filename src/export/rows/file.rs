//! One Parquet file, read: what it says of itself is compared before anything in it is believed.

use super::checksum::{self, Verdict};
use super::form::Form;
use super::pages::Checked;
use super::writer::{COLUMNS, MANIFEST, PART};
use super::{Column, Kind, RowsError, Table, Values};
use parquet::basic::Compression;
use parquet::column::reader::get_column_reader;
use parquet::errors::ParquetError;
use parquet::file::metadata::{FileMetaData, RowGroupMetaData};
use parquet::file::reader::{ChunkReader, FileReader, SerializedFileReader};
use serde_json::Value;
use std::cell::Cell;
use std::path::Path;
use std::sync::Once;

/// What begins the keys of our own notes.
const OURS: &str = "vessels.";

/// Reads blocks one after another.
pub(super) struct Reader<R: ChunkReader + 'static> {
    inner: SerializedFileReader<R>,
    forms: Vec<Form>,
    pub(super) columns: Vec<Column>,
    pub(super) manifest: Value,
    /// Which part of the table it holds; empty for all of it.
    pub(super) part: String,
}

impl<R: ChunkReader + 'static> Reader<R> {
    /// A file whose checksum, if it has one, is right.
    fn new(source: R, has_checksum: bool) -> Result<Self, ParquetError> {
        caught(|| Self::of(source, has_checksum))
    }

    fn of(source: R, has_checksum: bool) -> Result<Self, ParquetError> {
        let length = source.len();
        let inner = SerializedFileReader::new(source)?;
        let file = inner.metadata().file_metadata();
        let notes = file.key_value_metadata().map_or(&[][..], Vec::as_slice);
        if !has_checksum && notes.iter().any(|n| n.key.starts_with(OURS)) {
            return Err(wrong("the checksum is missing"));
        }
        let note = |key: &str| notes.iter().find(|n| n.key == key)?.value.as_deref();
        let columns = match note(COLUMNS) {
            Some(text) => own(file, parsed(text)?)?,
            None => described(file)?,
        };
        let forms = file.schema_descr().columns().iter().map(|c| Form::of(c));
        let reader = Self {
            forms: forms.collect::<Result<_, _>>()?,
            columns,
            manifest: note(MANIFEST).map_or(Ok(Value::Null), parsed)?,
            part: note(PART).unwrap_or_default().to_owned(),
            inner,
        };
        for group in reader.inner.metadata().row_groups() {
            reader.check(group, length)?;
        }
        Ok(reader)
    }

    /// What a row group says of itself.
    fn check(&self, group: &RowGroupMetaData, length: u64) -> Result<(), ParquetError> {
        if group.num_rows() < 0 || group.num_columns() != self.columns.len() {
            return Err(wrong("a row group has other rows or columns than it says"));
        }
        for (column, chunk) in self.columns.iter().zip(group.columns()) {
            let name = &column.name;
            if !matches!(
                chunk.compression(),
                Compression::UNCOMPRESSED | Compression::SNAPPY
            ) {
                let codec = chunk.compression().to_string();
                let codec = codec.split('(').next().unwrap_or_default();
                return Err(ParquetError::NYI(format!(
                    "column `{name}` is compressed with {codec}; what is read is SNAPPY, and what is not compressed"
                )));
            }
            let start = chunk.dictionary_page_offset().unwrap_or(i64::MAX);
            let start = u64::try_from(start.min(chunk.data_page_offset()));
            let size = u64::try_from(chunk.compressed_size());
            let end = start
                .ok()
                .zip(size.ok())
                .and_then(|(a, b)| a.checked_add(b));
            if end.is_none_or(|end| end > length) || chunk.num_values() != group.num_rows() {
                return Err(wrong(&format!(
                    "column `{name}` has other rows or bytes than the file"
                )));
            }
        }
        Ok(())
    }

    pub(super) fn blocks(&self) -> usize {
        self.inner.num_row_groups()
    }

    /// Rows of all blocks.
    pub(super) fn rows(&self) -> u64 {
        let groups = self.inner.metadata().row_groups().iter();
        let rows = groups.map(|g| g.num_rows().unsigned_abs());
        rows.fold(0, u64::saturating_add)
    }

    pub(super) fn block(&self, number: usize) -> Result<Vec<Values>, ParquetError> {
        caught(|| self.group(number))
    }

    fn group(&self, number: usize) -> Result<Vec<Values>, ParquetError> {
        let group = self.inner.get_row_group(number)?;
        let rows = usize::try_from(group.metadata().num_rows())?;
        let read = |(c, (column, form)): (usize, (&Column, &Form))| {
            let descriptor = group.metadata().schema_descr().column(c);
            let deepest = descriptor.max_def_level();
            let pages = Box::new(Checked(group.get_column_page_reader(c)?));
            let reader = get_column_reader(descriptor, pages);
            form.read(reader, column.kind, rows, deepest)
                .map_err(|e| in_column(&column.name, e))
        };
        let columns = self.columns.iter().zip(&self.forms);
        columns.enumerate().map(read).collect()
    }

    /// All blocks together.
    pub(super) fn table(&self) -> Result<Table, ParquetError> {
        let mut values: Vec<Values> = self.columns.iter().map(|c| Values::new(c.kind)).collect();
        for number in 0..self.blocks() {
            for (all, block) in values.iter_mut().zip(self.block(number)?) {
                if !all.append(block) {
                    return Err(wrong("a column changes its kind"));
                }
            }
        }
        Ok(Table {
            columns: self.columns.clone(),
            values,
            manifest: self.manifest.clone(),
        })
    }
}

fn wrong(text: &str) -> ParquetError {
    ParquetError::General(text.to_owned())
}

fn in_column(name: &str, error: ParquetError) -> ParquetError {
    match error {
        ParquetError::NYI(text) => ParquetError::NYI(format!("column `{name}`: {text}")),
        ParquetError::General(text) => ParquetError::General(format!("column `{name}`: {text}")),
        other => ParquetError::General(format!("column `{name}`: {other}")),
    }
}

fn parsed<T: serde::de::DeserializeOwned>(note: &str) -> Result<T, ParquetError> {
    serde_json::from_str(note).map_err(|e| wrong(&format!("a note is damaged: {e}")))
}

/// Columns of a file of ours, where they are those of its schema.
fn own(file: &FileMetaData, columns: Vec<Column>) -> Result<Vec<Column>, ParquetError> {
    let schema = file.schema_descr();
    if schema.num_columns() != columns.len() {
        return Err(wrong("it has other columns than it says"));
    }
    for (column, there) in columns.iter().zip(schema.columns()) {
        let form = match column.kind {
            Kind::Integer => Form::Unsigned,
            Kind::Real => Form::Real,
            Kind::Text => Form::Text,
        };
        if there.path().string() != column.name || Form::of(there)? != form {
            let name = &column.name;
            return Err(wrong(&format!("column `{name}` is not what it says")));
        }
    }
    Ok(columns)
}

/// Columns of a file that another program wrote.
fn described(file: &FileMetaData) -> Result<Vec<Column>, ParquetError> {
    let mut columns: Vec<Column> = Vec::new();
    for there in file.schema_descr().columns() {
        let name = there.path().string();
        if columns.iter().any(|c| c.name == name) {
            let text = format!("the column `{name}` is there twice");
            return Err(ParquetError::NYI(text));
        }
        columns.push(Column {
            name,
            kind: Form::of(there)?.kind(),
            unit: String::new(),
            part: String::new(),
            doc: String::new(),
        });
    }
    Ok(columns)
}

thread_local! {
    /// Whether this thread is within the library.
    static READING: Cell<bool> = const { Cell::new(false) };
}

/// The one door to the library that reads: at some damaged files of other programs, which have no checksum, it panics. That becomes an
/// error here, and nothing is printed of it.
fn caught<T>(read: impl FnOnce() -> Result<T, ParquetError>) -> Result<T, ParquetError> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            if !READING.get() {
                before(panic);
            }
        }));
    });
    let outer = READING.replace(true);
    let result = std::panic::catch_unwind(std::panic::AssertUnwindSafe(read));
    READING.set(outer);
    result.unwrap_or_else(|_| Err(wrong("its pages cannot be read")))
}

/// The whole of a file that is in memory, and whose bytes are known to be right.
pub(super) fn whole(bytes: bytes::Bytes) -> Result<Table, ParquetError> {
    Reader::new(bytes, true)?.table()
}

/// Opens a file for reading.
pub(super) fn open(path: &Path) -> Result<Reader<std::fs::File>, RowsError> {
    let mut file = std::fs::File::open(path).map_err(RowsError::file(path))?;
    let verdict = checksum::verify(&mut file).map_err(RowsError::file(path))?;
    if verdict == Verdict::Wrong {
        return Err(RowsError::damaged(path)("the checksum is wrong"));
    }
    Reader::new(file, verdict == Verdict::Right).map_err(RowsError::parquet(path))
}
