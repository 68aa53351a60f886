//! One Parquet file, written: row groups, with the manifest and a checksum in its metadata.

use super::checksum::{self, Checksum};
use super::{Column, Kind, Values};
use parquet::basic::{Compression, ConvertedType, Repetition, Type as Physical};
use parquet::column::writer::ColumnWriter;
use parquet::data_type::ByteArray;
use parquet::errors::ParquetError;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::types::Type;
use serde_json::Value;
use std::io::{Read, Seek, Write};
use std::sync::Arc;

/// Keys of the metadata.
pub(super) const MANIFEST: &str = "vessels.manifest";
pub(super) const COLUMNS: &str = "vessels.columns";
pub(super) const PART: &str = "vessels.part";

/// Writes blocks one after another.
pub(super) struct Writer<W: Write + Send> {
    inner: SerializedFileWriter<Summed<W>>,
    columns: Vec<Column>,
}

/// What is written, and its checksum.
struct Summed<W> {
    sink: W,
    sum: Checksum,
}

impl<W: Write> Write for Summed<W> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let written = self.sink.write(bytes)?;
        self.sum.add(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.sink.flush()
    }
}

impl<W: Read + Write + Seek + Send> Writer<W> {
    /// Begins a file; `part` says which part of the table it holds, empty for all of it.
    pub(super) fn new(
        sink: W,
        columns: &[Column],
        manifest: &Value,
        part: &str,
    ) -> Result<Self, ParquetError> {
        let note = |key: &str, text: String| KeyValue::new(key.to_owned(), text);
        let mut notes = vec![
            note(MANIFEST, text(manifest)?),
            note(COLUMNS, text(&columns)?),
        ];
        if !part.is_empty() {
            notes.push(note(PART, part.to_owned()));
        }
        notes.push(note(checksum::KEY, checksum::NOUGHTS.to_owned()));
        let sink = Summed {
            sink,
            sum: Checksum::new(),
        };
        let properties = WriterProperties::builder()
            .set_created_by(concat!("vessels ", env!("CARGO_PKG_VERSION")).to_owned())
            .set_compression(Compression::SNAPPY)
            .set_key_value_metadata(Some(notes))
            .build();
        Ok(Self {
            inner: SerializedFileWriter::new(sink, schema(columns)?, Arc::new(properties))?,
            columns: columns.to_owned(),
        })
    }

    /// Writes one block as a row group.
    pub(super) fn block(&mut self, values: &[Values]) -> Result<(), ParquetError> {
        let mut group = self.inner.next_row_group()?;
        for (own, values) in self.columns.iter().zip(values) {
            let wrong =
                || ParquetError::General(format!("column `{}` is of another kind", own.name));
            let mut column = group.next_column()?.ok_or_else(wrong)?;
            write(column.untyped(), values).map_err(|e| e.unwrap_or_else(wrong))?;
            column.close()?;
        }
        group.close()?;
        Ok(())
    }

    /// Ends the file.
    pub(super) fn finish(self) -> Result<W, ParquetError> {
        let Summed { mut sink, sum } = self.inner.into_inner()?;
        checksum::note(&mut sink, sum)?;
        Ok(sink)
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

/// Writes the values of one column of a row group; fails with nothing where they are of another kind.
fn write(writer: &mut ColumnWriter<'_>, values: &Values) -> Result<(), Option<ParquetError>> {
    match (writer, values) {
        (ColumnWriter::Int64ColumnWriter(writer), Values::Integers(v)) => {
            let v: Vec<i64> = v.iter().map(|x| x.cast_signed()).collect();
            writer.write_batch(&v, None, None).map_err(Some)?;
        }
        (ColumnWriter::DoubleColumnWriter(writer), Values::Reals(v)) => {
            let defined: Vec<f64> = v.iter().copied().filter(|x| !x.is_nan()).collect();
            let levels: Vec<i16> = v.iter().map(|x| i16::from(!x.is_nan())).collect();
            let written = writer.write_batch(&defined, Some(&levels), None);
            written.map_err(Some)?;
        }
        (ColumnWriter::ByteArrayColumnWriter(writer), Values::Texts(v)) => {
            let v: Vec<ByteArray> = v.iter().map(|x| ByteArray::from(x.as_str())).collect();
            writer.write_batch(&v, None, None).map_err(Some)?;
        }
        _ => return Err(None),
    }
    Ok(())
}
