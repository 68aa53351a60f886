//! Files that appear whole or not at all, and checksums.

use super::RowsError;
use serde_json::Value;
use std::io::Write;
use std::path::Path;
use tempfile::NamedTempFile;

/// A file without a name that lasts; `folder` is on the same disk as the name that it will get.
pub(super) fn passing(folder: &Path) -> Result<NamedTempFile, RowsError> {
    tempfile::Builder::new()
        .prefix(".vessels-")
        .suffix(".part")
        .tempfile_in(folder)
        .map_err(RowsError::file(folder))
}

/// Gives a file its name.
pub(super) fn appear(file: NamedTempFile, path: &Path) -> Result<(), RowsError> {
    super::super::target::readable_by_others(&file);
    file.persist(path).map_err(|e| RowsError::File {
        path: path.to_owned(),
        source: e.error,
    })?;
    Ok(())
}

/// Waits until the bytes of a file are on the disk.
pub(super) fn sync(file: &NamedTempFile, path: &Path) -> Result<(), RowsError> {
    file.as_file().sync_all().map_err(RowsError::file(path))
}

/// Writes a small file.
pub(super) fn put(path: &Path, bytes: &[u8]) -> Result<(), RowsError> {
    let mut file = passing(path.parent().unwrap_or(Path::new(".")))?;
    file.write_all(bytes).map_err(RowsError::file(path))?;
    appear(file, path)
}

/// A value as text for readers.
pub(super) fn pretty(value: &impl serde::Serialize) -> String {
    let value = serde_json::to_value(value).unwrap_or(Value::Null);
    serde_json::to_string_pretty(&value).unwrap_or_default() + "\n"
}

/// FNV-1a, 64 bits (Fowler, Noll and Vo 1991), of bytes that come one after another.
#[derive(Debug, Clone, Copy)]
pub(super) struct Checksum(u64);

impl Checksum {
    pub(super) fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    pub(super) fn add(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |hash, byte| {
            (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
        });
    }

    pub(super) fn of(bytes: &[u8]) -> Self {
        let mut sum = Self::new();
        sum.add(bytes);
        sum
    }

    pub(super) fn value(self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Published test vectors of FNV-1a.
    #[test]
    fn checksums_are_those_of_fnv() {
        assert_eq!(Checksum::of(b"").value(), 0xcbf2_9ce4_8422_2325);
        assert_eq!(Checksum::of(b"a").value(), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(Checksum::of(b"foobar").value(), 0x8594_4171_f739_67e8);
    }
}
