//! One Parquet file: a row group for each block, the manifest in its metadata; the only file that knows the library.

use super::{Column, Kind, RowsError, Table, Values};
use parquet::basic::{Compression, ConvertedType, Repetition, Type as Physical};
use parquet::column::reader::ColumnReader;
use parquet::column::writer::ColumnWriter;
use parquet::data_type::ByteArray;
use parquet::errors::ParquetError;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use parquet::file::reader::{ChunkReader, FileReader, SerializedFileReader};
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::types::Type;
use serde_json::Value;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;

/// Keys of the metadata.
const MANIFEST: &str = "vessels.manifest";
const COLUMNS: &str = "vessels.columns";
const PART: &str = "vessels.part";

/// Writes blocks one after another.
pub(super) struct Writer<W: Write + Send> {
    inner: SerializedFileWriter<W>,
}

impl<W: Write + Send> Writer<W> {
    /// Begins a file; `part` says which part of the table it holds, empty for all of it.
    pub(super) fn new(
        sink: W,
        columns: &[Column],
        manifest: &Value,
        part: &str,
    ) -> Result<Self, ParquetError> {
        let mut notes = vec![
            KeyValue::new(MANIFEST.to_owned(), text(manifest)?),
            KeyValue::new(COLUMNS.to_owned(), text(&columns)?),
        ];
        if !part.is_empty() {
            notes.push(KeyValue::new(PART.to_owned(), part.to_owned()));
        }
        let properties = WriterProperties::builder()
            .set_created_by(concat!("vessels ", env!("CARGO_PKG_VERSION")).to_owned())
            .set_compression(Compression::SNAPPY)
            .set_key_value_metadata(Some(notes))
            .build();
        let inner = SerializedFileWriter::new(sink, schema(columns)?, Arc::new(properties))?;
        Ok(Self { inner })
    }

    /// Writes one block as a row group; a block without rows is none.
    pub(super) fn block(&mut self, values: &[Values]) -> Result<(), ParquetError> {
        if values.first().is_none_or(Values::is_empty) {
            return Ok(());
        }
        let mut group = self.inner.next_row_group()?;
        for values in values {
            let Some(mut column) = group.next_column()? else {
                return Err(ParquetError::General("more columns than the schema".into()));
            };
            write(column.untyped(), values)?;
            column.close()?;
        }
        group.close()?;
        Ok(())
    }

    /// Ends the file.
    pub(super) fn finish(self) -> Result<W, ParquetError> {
        self.inner.into_inner()
    }
}

/// Text of what goes into the metadata.
fn text(value: &impl serde::Serialize) -> Result<String, ParquetError> {
    serde_json::to_string(value).map_err(|e| ParquetError::General(e.to_string()))
}

fn schema(columns: &[Column]) -> Result<Arc<Type>, ParquetError> {
    let field = |column: &Column| {
        let (physical, repetition, converted) = match column.kind {
            Kind::Integer => (
                Physical::INT64,
                Repetition::REQUIRED,
                ConvertedType::UINT_64,
            ),
            Kind::Real => (Physical::DOUBLE, Repetition::OPTIONAL, ConvertedType::NONE),
            Kind::Text => (
                Physical::BYTE_ARRAY,
                Repetition::REQUIRED,
                ConvertedType::UTF8,
            ),
        };
        Type::primitive_type_builder(&column.name, physical)
            .with_repetition(repetition)
            .with_converted_type(converted)
            .build()
            .map(Arc::new)
    };
    let fields = columns.iter().map(field).collect::<Result<_, _>>()?;
    let root = Type::group_type_builder("row")
        .with_fields(fields)
        .build()?;
    Ok(Arc::new(root))
}

fn write(writer: &mut ColumnWriter<'_>, values: &Values) -> Result<(), ParquetError> {
    match (writer, values) {
        (ColumnWriter::Int64ColumnWriter(writer), Values::Integers(v)) => {
            let v: Vec<i64> = v.iter().map(|x| x.cast_signed()).collect();
            writer.write_batch(&v, None, None)?;
        }
        (ColumnWriter::DoubleColumnWriter(writer), Values::Reals(v)) => {
            let defined: Vec<f64> = v.iter().copied().filter(|x| !x.is_nan()).collect();
            let levels: Vec<i16> = v.iter().map(|x| i16::from(!x.is_nan())).collect();
            writer.write_batch(&defined, Some(&levels), None)?;
        }
        (ColumnWriter::ByteArrayColumnWriter(writer), Values::Texts(v)) => {
            let v: Vec<ByteArray> = v.iter().map(|x| ByteArray::from(x.as_str())).collect();
            writer.write_batch(&v, None, None)?;
        }
        _ => return Err(ParquetError::General("a column of another kind".into())),
    }
    Ok(())
}

/// Reads blocks one after another.
pub(super) struct Reader<R: ChunkReader + 'static> {
    inner: SerializedFileReader<R>,
    pub(super) columns: Vec<Column>,
    pub(super) manifest: Value,
    /// Which part of the table it holds; empty for all of it.
    pub(super) part: String,
}

impl<R: ChunkReader + 'static> Reader<R> {
    pub(super) fn new(source: R) -> Result<Self, ParquetError> {
        let inner = SerializedFileReader::new(source)?;
        let file = inner.metadata().file_metadata();
        let note = |key: &str| {
            let all = file.key_value_metadata()?;
            all.iter().find(|n| n.key == key)?.value.clone()
        };
        let from = |text: String| serde_json::from_str(&text).ok();
        let own: Option<Vec<Column>> = note(COLUMNS).and_then(|t| serde_json::from_str(&t).ok());
        Ok(Self {
            columns: match own {
                Some(columns) => columns,
                None => described(file.schema_descr())?,
            },
            manifest: note(MANIFEST).and_then(from).unwrap_or(Value::Null),
            part: note(PART).unwrap_or_default(),
            inner,
        })
    }

    pub(super) fn blocks(&self) -> usize {
        self.inner.num_row_groups()
    }

    pub(super) fn block(&self, number: usize) -> Result<Vec<Values>, ParquetError> {
        let group = self.inner.get_row_group(number)?;
        let rows = usize::try_from(group.metadata().num_rows()).unwrap_or(0);
        let columns = self.columns.iter().enumerate();
        columns
            .map(|(c, column)| read(group.get_column_reader(c)?, column.kind, rows))
            .collect()
    }

    /// All blocks together.
    pub(super) fn table(&self) -> Result<Table, ParquetError> {
        let mut values: Vec<Values> = self.columns.iter().map(|c| Values::new(c.kind)).collect();
        for number in 0..self.blocks() {
            for (all, block) in values.iter_mut().zip(self.block(number)?) {
                if !all.append(block) {
                    return Err(ParquetError::General("a column changes its kind".into()));
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

/// Columns of a file that another program wrote.
fn described(
    schema: &parquet::schema::types::SchemaDescriptor,
) -> Result<Vec<Column>, ParquetError> {
    let column = |descriptor: &Arc<parquet::schema::types::ColumnDescriptor>| {
        let kind = match descriptor.physical_type() {
            Physical::INT32 | Physical::INT64 | Physical::DOUBLE | Physical::FLOAT => Kind::Real,
            Physical::BYTE_ARRAY => Kind::Text,
            other => {
                let text = format!("column `{}` is of type {other}", descriptor.name());
                return Err(ParquetError::General(text));
            }
        };
        if descriptor.max_rep_level() > 0 {
            let text = format!("column `{}` holds lists", descriptor.name());
            return Err(ParquetError::General(text));
        }
        Ok(Column {
            name: descriptor.path().string(),
            kind,
            unit: String::new(),
            part: String::new(),
            doc: String::new(),
        })
    };
    schema.columns().iter().map(column).collect()
}

fn read(reader: ColumnReader, kind: Kind, rows: usize) -> Result<Values, ParquetError> {
    macro_rules! records {
        ($reader:ident) => {{
            let (mut values, mut levels) = (Vec::new(), Vec::new());
            let mut done = 0;
            while done < rows {
                let (records, _, _) =
                    $reader.read_records(rows - done, Some(&mut levels), None, &mut values)?;
                if records == 0 {
                    return Err(ParquetError::EOF("a column ends too early".into()));
                }
                done += records;
            }
            (values, levels)
        }};
    }
    let spread = |values: Vec<f64>, levels: Vec<i16>| {
        if levels.is_empty() {
            return Values::Reals(values);
        }
        let mut values = values.into_iter();
        let value = |level: i16| {
            let defined = (level > 0).then(|| values.next()).flatten();
            defined.unwrap_or(f64::NAN)
        };
        Values::Reals(levels.into_iter().map(value).collect())
    };
    let word = |bytes: &ByteArray| {
        let text = bytes.as_utf8().map(str::to_owned);
        text.map_err(|e| ParquetError::General(e.to_string()))
    };
    Ok(match reader {
        ColumnReader::Int64ColumnReader(mut r) => {
            let (values, levels) = records!(r);
            if kind == Kind::Integer {
                Values::Integers(values.into_iter().map(i64::cast_unsigned).collect())
            } else {
                spread(values.into_iter().map(|x| x as f64).collect(), levels)
            }
        }
        ColumnReader::Int32ColumnReader(mut r) => {
            let (values, levels) = records!(r);
            spread(values.into_iter().map(f64::from).collect(), levels)
        }
        ColumnReader::DoubleColumnReader(mut r) => {
            let (values, levels) = records!(r);
            spread(values, levels)
        }
        ColumnReader::FloatColumnReader(mut r) => {
            let (values, levels) = records!(r);
            spread(values.into_iter().map(f64::from).collect(), levels)
        }
        ColumnReader::ByteArrayColumnReader(mut r) => {
            let (values, _levels) = records!(r);
            Values::Texts(values.iter().map(word).collect::<Result<_, _>>()?)
        }
        _ => return Err(ParquetError::General("a column of an unknown type".into())),
    })
}

/// Opens a file for reading.
pub(super) fn open(path: &Path) -> Result<Reader<std::fs::File>, RowsError> {
    let file = std::fs::File::open(path).map_err(RowsError::file(path))?;
    Reader::new(file).map_err(RowsError::damaged(path))
}
