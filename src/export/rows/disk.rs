//! Files that appear whole or not at all.

use super::RowsError;
use serde_json::Value;
use std::fs::File;
use std::io::{ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// A file without a name that lasts; `folder` is on the same disk as the name that it will get.
pub(super) fn passing(folder: &Path) -> Result<NamedTempFile, RowsError> {
    tempfile::Builder::new()
        .prefix(".vessels-")
        .suffix(".part")
        .tempfile_in(folder)
        .map_err(RowsError::file(folder))
}

/// Gives a file its name, in place of any other.
fn replace(file: NamedTempFile, path: &Path) -> Result<(), RowsError> {
    super::super::target::readable_by_others(&file);
    file.persist(path)
        .map_err(|e| RowsError::file(path)(e.error))?;
    Ok(())
}

/// Gives whole files their names, all or none. A file of the same bytes is left as it is: a killed command has left it, or another
/// process at the same work.
///
/// Fails with [`RowsError::Exists`] when a file of other bytes has one of the names, unless `force`, which removes all of them first,
/// the last one before the others.
pub(super) fn appear(files: Vec<(NamedTempFile, PathBuf)>, force: bool) -> Result<(), RowsError> {
    for (file, path) in &files {
        file.as_file().sync_all().map_err(RowsError::file(path))?;
        if !force && path.exists() && !is_same(file.path(), path)? {
            return Err(RowsError::Exists(path.clone()));
        }
    }
    if force {
        for (_, path) in files.iter().rev() {
            remove(path)?;
        }
    }
    files
        .into_iter()
        .try_for_each(|(file, path)| replace(file, &path))
}

/// Removes a file, if it is there.
pub(super) fn remove(path: &Path) -> Result<(), RowsError> {
    gone(path, std::fs::remove_file(path))
}

/// Removes a folder and all in it, if it is there.
pub(super) fn remove_folder(path: &Path) -> Result<(), RowsError> {
    gone(path, std::fs::remove_dir_all(path))
}

fn gone(path: &Path, removed: std::io::Result<()>) -> Result<(), RowsError> {
    match removed {
        Err(e) if e.kind() != ErrorKind::NotFound => Err(RowsError::file(path)(e)),
        _ => Ok(()),
    }
}

/// Whether two files hold the same bytes.
fn is_same(one: &Path, other: &Path) -> Result<bool, RowsError> {
    let open = |path: &Path| File::open(path).map_err(RowsError::file(path));
    let (mut a, mut b) = (open(one)?, open(other)?);
    let (mut here, mut there) = (Vec::new(), Vec::new());
    loop {
        read(&mut a, &mut here).map_err(RowsError::file(one))?;
        read(&mut b, &mut there).map_err(RowsError::file(other))?;
        if here != there {
            return Ok(false);
        }
        if here.is_empty() {
            return Ok(true);
        }
    }
}

fn read(file: &mut File, buffer: &mut Vec<u8>) -> std::io::Result<()> {
    buffer.clear();
    file.take(1 << 16).read_to_end(buffer).map(|_| ())
}

/// Writes a small file, in place of any other.
pub(super) fn put(path: &Path, bytes: &[u8]) -> Result<(), RowsError> {
    let folder = path.parent().unwrap_or(Path::new("."));
    replace(filled(folder, path, bytes)?, path)
}

/// A small file that will get the name `path`.
pub(super) fn filled(folder: &Path, path: &Path, bytes: &[u8]) -> Result<NamedTempFile, RowsError> {
    let mut file = passing(folder)?;
    file.write_all(bytes).map_err(RowsError::file(path))?;
    Ok(file)
}

/// A value as text for readers.
pub(super) fn pretty(value: &impl serde::Serialize) -> String {
    let value = serde_json::to_value(value).unwrap_or(Value::Null);
    serde_json::to_string_pretty(&value).unwrap_or_default() + "\n"
}
