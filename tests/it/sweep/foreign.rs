//! Parquet files of pandas, polars, duckdb and pyarrow (`tests/data/foreign.py`): read right, refused by name, and never a panic.

use crate::small::Folder;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use vessels::export::rows::{read_listed, read_table};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/foreign")
}

fn tables(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder)
        .unwrap()
        .map(|e| e.unwrap().path());
    let mut tables: Vec<PathBuf> = entries
        .filter(|p| p.extension().is_some_and(|e| e == "parquet"))
        .collect();
    tables.sort();
    tables
}

type Expected = BTreeMap<String, BTreeMap<String, Vec<String>>>;

fn expected() -> Expected {
    let text = std::fs::read_to_string(root().join("expected.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// The same number, or the same text.
fn is_same(got: &str, wanted: &str) -> bool {
    match (got.parse::<f64>(), wanted.parse::<f64>()) {
        (Ok(a), Ok(b)) => a.to_bits() == b.to_bits() || (a == 0.0 && b == 0.0),
        _ => got == wanted,
    }
}

/// Missing words and numbers, unsigned and signed numbers of all widths, decimals, half floats, columns within groups, several pages
/// and row groups, and row groups without rows.
#[test]
fn tables_of_other_programs() {
    let expected = expected();
    let files = tables(&root());
    assert_eq!(files.len(), expected.len());
    for file in files {
        let name = file.file_name().unwrap().to_str().unwrap();
        let table = read_table(&file).unwrap();
        let names: Vec<&String> = table.columns.iter().map(|c| &c.name).collect();
        assert_eq!(names.len(), expected[name].len(), "{name}: {names:?}");
        for (column, wanted) in &expected[name] {
            let (_, values) = table.find(column).unwrap();
            assert_eq!(values.len(), wanted.len(), "{name}: {column}");
            for (row, wanted) in wanted.iter().enumerate() {
                let got = values.print(row);
                assert!(is_same(&got, wanted), "{name}: {column}: {got} {wanted}");
            }
        }
    }
}

/// A word that is missing is a point without a value, and not the word of the next row.
#[test]
fn listed_words_that_are_missing() {
    let message = read_listed(&root().join("pandas.parquet"))
        .unwrap_err()
        .to_string();
    assert!(
        message.ends_with("row 1, column `word`: there is no value"),
        "{message}"
    );
}

#[test]
fn types_that_are_not_read() {
    let mut messages = String::new();
    for file in tables(&root().join("refused")) {
        let message = read_table(&file).unwrap_err().to_string();
        let name = file.file_name().unwrap().to_str().unwrap();
        assert!(message.contains("column `odd"), "{message}");
        let message = message.replace(file.to_str().unwrap(), name);
        messages += &format!("{message}\n");
    }
    insta::assert_snapshot!(messages);
}

/// Any byte of a file without a checksum may be wrong, also those that say how much there is. (Found by this test: with no door around
/// the library, and pages that are believed, it panics, or asks for more memory than there is.)
#[test]
fn damaged_bytes() {
    let folder = super::folder();
    let path = folder.path().join("x.parquet");
    let (mut read, mut refused) = (0, 0);
    for file in tables(&root()) {
        let sound = std::fs::read(&file).unwrap();
        let step = (sound.len() / 150).max(1);
        for at in (0..sound.len()).step_by(step) {
            for byte in [sound[at] ^ 1, sound[at] ^ 0x80, 0xff, 0] {
                let mut content = sound.clone();
                content[at] = byte;
                std::fs::write(&path, content).unwrap();
                match read_table(&path) {
                    Ok(table) => {
                        let rows = table.rows();
                        assert!(table.values.iter().all(|v| v.len() == rows));
                        read += 1;
                    }
                    Err(_) => refused += 1,
                }
                let _ = read_listed(&path);
            }
        }
    }
    assert!(read > 500 && refused > 500, "{read} {refused}");
}

#[test]
fn cut_files() {
    let folder = super::folder();
    let path = folder.path().join("x.parquet");
    for file in tables(&root()) {
        let sound = std::fs::read(&file).unwrap();
        for length in (0..sound.len()).step_by(17) {
            std::fs::write(&path, &sound[..length]).unwrap();
            assert!(read_table(&path).is_err());
            std::fs::write(&path, &sound[length + 1..]).unwrap();
            let _ = read_table(&path);
            // The footer is sound, the pages are gone.
            let footer = &sound[sound.len().saturating_sub(length)..];
            std::fs::write(&path, [b"PAR1", footer].concat()).unwrap();
            let _ = read_table(&path);
        }
    }
}

/// The program says one line, and none of a panic.
#[test]
fn messages_are_one_line() {
    let folder = Folder::small(&[]);
    let sound = std::fs::read(root().join("pandas.parquet")).unwrap();
    for at in (4..sound.len()).step_by(sound.len() / 40) {
        let mut content = sound.clone();
        content[at] ^= 0xff;
        std::fs::write(folder.path().join("x.parquet"), content).unwrap();
        let arguments = ["sweep", "small.toml", "--listed", "x.parquet"];
        let ran = folder.run(&arguments).exits(2);
        assert!(ran.stderr.contains("error"), "{}", ran.stderr);
        assert!(!ran.stderr.contains("panicked"), "{}", ran.stderr);
    }
}
