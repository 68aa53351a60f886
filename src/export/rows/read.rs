//! Tables back into memory: our own, and points that somebody listed.

use super::assemble::CSV;
use super::{Column, Kind, RowsError, Table, Values, file};
use std::path::Path;

/// Points that somebody listed, as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Paths of factors.
    pub names: Vec<String>,
    /// By factor, its value at every point.
    pub values: Vec<Vec<String>>,
}

/// Reads a whole table, Parquet or CSV by the end of its name. The columns of a CSV are described by the `.columns.json` beside it
/// where there is one; otherwise a column whose values are all numbers or nothing is one of numbers.
///
/// # Errors
///
/// [`RowsError`] that names the file and, for CSV, the row and the column; also where a file beside a CSV is damaged, or says that it has
/// another number of rows.
pub fn read_table(path: &Path) -> Result<Table, RowsError> {
    let end = path.extension().and_then(|e| e.to_str());
    if end == Some("csv") {
        return read_csv(path);
    }
    if end != Some("parquet") {
        return Err(RowsError::Unread {
            path: path.to_owned(),
            reason: "its name must end in `.csv` or `.parquet`, by which it is read".into(),
        });
    }
    file::open(path)?.table().map_err(RowsError::parquet(path))
}

/// Reads points: the header names factors, every row is a point.
///
/// # Errors
///
/// [`RowsError`], also where a value is missing.
pub fn read_listed(path: &Path) -> Result<Listed, RowsError> {
    let table = read_table(path)?;
    for (column, values) in table.columns.iter().zip(&table.values) {
        if let Some(row) = (0..values.len()).find(|r| values.print(*r).is_empty()) {
            return Err(RowsError::Value {
                path: path.to_owned(),
                row: row + 1,
                column: column.name.clone(),
                reason: "there is no value".into(),
            });
        }
    }
    if table.rows() == 0 {
        return Err(RowsError::damaged(path)("it has no points"));
    }
    let print = |values: &Values| (0..values.len()).map(|r| values.print(r)).collect();
    Ok(Listed {
        names: table.columns.iter().map(|c| c.name.clone()).collect(),
        values: table.values.iter().map(print).collect(),
    })
}

fn read_csv(path: &Path) -> Result<Table, RowsError> {
    let file = std::fs::File::open(path).map_err(RowsError::file(path))?;
    let failed = RowsError::csv(path);
    let mut reader = csv::ReaderBuilder::new()
        .trim(csv::Trim::All)
        .from_reader(file);
    let names = header(path, reader.byte_headers().map_err(&failed)?)?;
    let mut texts: Vec<Vec<String>> = vec![Vec::new(); names.len()];
    for (row, record) in reader.byte_records().enumerate() {
        let record = record.map_err(&failed)?;
        for (at, (column, value)) in texts.iter_mut().zip(&record).enumerate() {
            let value = std::str::from_utf8(value).map_err(|_| RowsError::Value {
                path: path.to_owned(),
                row: row + 1,
                column: names[at].clone(),
                reason: "it is no UTF-8".into(),
            })?;
            column.push(value.to_owned());
        }
    }
    let known: Option<Vec<Column>> = beside(path, "columns.json")?;
    let is_ours = known.is_some();
    let columns = described(known.unwrap_or_default(), &names);
    let values: Vec<Values> = columns
        .iter()
        .zip(texts)
        .map(|(column, texts)| typed(path, column, texts))
        .collect::<Result<_, _>>()?;
    let columns = columns
        .into_iter()
        .zip(&values)
        .map(|(column, values)| Column {
            kind: values.kind(),
            ..column
        })
        .collect();
    let mut manifest = match is_ours {
        true => beside(path, "json")?.unwrap_or_default(),
        false => serde_json::Value::Null,
    };
    if let Some(fields) = manifest.as_object_mut() {
        fields.remove(CSV);
    }
    let table = Table {
        columns,
        values,
        manifest,
    };
    match table.manifest.get("jobs").and_then(|jobs| jobs.as_u64()) {
        Some(jobs) if jobs != table.rows() as u64 => Err(RowsError::damaged(path)(format!(
            "it has {} rows, and `{}` says {jobs}",
            table.rows(),
            path.with_extension("json").display()
        ))),
        _ => Ok(table),
    }
}

/// What a file beside a table says; nothing where there is none.
fn beside<T: serde::de::DeserializeOwned>(path: &Path, end: &str) -> Result<Option<T>, RowsError> {
    let path = path.with_extension(end);
    match std::fs::read(&path) {
        Ok(text) => serde_json::from_slice(&text)
            .map(Some)
            .map_err(RowsError::damaged(&path)),
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(e) => Err(RowsError::file(&path)(e)),
    }
}

/// Names of columns, which must tell them apart: other separators and encodings make one name of all.
fn header(path: &Path, record: &csv::ByteRecord) -> Result<Vec<String>, RowsError> {
    let wrong = |reason: String| RowsError::Csv {
        path: path.to_owned(),
        reason,
    };
    let first = record.get(0).unwrap_or_default();
    if first.starts_with(b"\xff\xfe") || first.starts_with(b"\xfe\xff") {
        return Err(wrong("its text is UTF-16; write UTF-8".into()));
    }
    let mut names: Vec<String> = Vec::new();
    for (at, name) in record.iter().enumerate() {
        let name = std::str::from_utf8(name)
            .map_err(|_| wrong(format!("the name of column {} is no UTF-8", at + 1)))?;
        names.push(name.trim().to_owned());
    }
    if let [only] = names.as_slice() {
        for (separator, word) in [(';', "semicolons"), ('\t', "tabs")] {
            if only.contains(separator) {
                let reason = format!("its columns are set apart by {word}; write commas");
                return Err(wrong(reason));
            }
        }
    }
    for (at, name) in names.iter().enumerate() {
        // A file without anything has one column without a name, and no rows.
        if name.is_empty() && names.len() > 1 {
            return Err(wrong(format!("column {} has no name", at + 1)));
        }
        if names[..at].contains(name) {
            return Err(wrong(format!("the column `{name}` is there twice")));
        }
    }
    Ok(names)
}

/// What the file beside the table says of its columns.
fn described(known: Vec<Column>, names: &[String]) -> Vec<Column> {
    let column = |name: &String| {
        let own = known.iter().find(|c| c.name == *name).cloned();
        own.unwrap_or_else(|| Column {
            name: name.clone(),
            kind: Kind::Real,
            unit: String::new(),
            part: String::new(),
            doc: String::new(),
        })
    };
    names.iter().map(column).collect()
}

fn typed(path: &Path, column: &Column, texts: Vec<String>) -> Result<Values, RowsError> {
    let wrong = |row: usize, reason: &str| RowsError::Value {
        path: path.to_owned(),
        row: row + 1,
        column: column.name.clone(),
        reason: reason.to_owned(),
    };
    match column.kind {
        Kind::Text => Ok(Values::Texts(texts)),
        Kind::Integer => {
            let parse = |(row, text): (usize, &String)| {
                let value = text.parse();
                value.map_err(|_| wrong(row, &format!("`{text}` is no whole number")))
            };
            let values = texts.iter().enumerate().map(parse);
            Ok(Values::Integers(values.collect::<Result<_, _>>()?))
        }
        Kind::Real => {
            let parse = |text: &String| match text.as_str() {
                "" => Some(f64::NAN),
                text => text.parse().ok(),
            };
            let values: Option<Vec<f64>> = texts.iter().map(parse).collect();
            match values {
                Some(values) => Ok(Values::Reals(values)),
                None if column.part.is_empty() => Ok(Values::Texts(texts)),
                None => {
                    let row = texts.iter().position(|t| parse(t).is_none()).unwrap_or(0);
                    Err(wrong(row, &format!("`{}` is no number", texts[row])))
                }
            }
        }
    }
}
