//! Checksums of bytes and of whole Parquet files.
//!
//! The checksum of a file is a note in its footer. It is that of all bytes of the file, with noughts in its own place, so that a
//! damaged file is known before anything in it is believed.

use std::io::{self, Read, Seek, SeekFrom, Write};

/// Key of the note.
pub(super) const KEY: &str = "vessels.checksum";

/// What stands in its place while the sum is taken: as long as the sum.
pub(super) const NOUGHTS: &str = "0000000000000000";

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

    pub(super) fn text(self) -> String {
        format!("{:016x}", self.0)
    }
}

/// What passes on its way to a file: its checksum and its length.
#[derive(Debug)]
pub(super) struct Summed<W> {
    pub(super) inner: W,
    pub(super) sum: Checksum,
    pub(super) length: u64,
}

impl<W: Write> Summed<W> {
    pub(super) fn new(inner: W) -> Self {
        Self {
            inner,
            sum: Checksum::new(),
            length: 0,
        }
    }
}

impl<W: Write> Write for Summed<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.inner.write(bytes)?;
        self.sum.add(&bytes[..written]);
        self.length += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

/// The checksum of all that is left in a source.
pub(super) fn of_source(source: &mut impl Read) -> io::Result<Checksum> {
    let mut sum = Checksum::new();
    add(&mut sum, source)?;
    Ok(sum)
}

/// What the checksum of a file says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// There is none: the file is of another program.
    None,
    /// It is right.
    Right,
    /// It is wrong.
    Wrong,
}

/// Where the checksum of a Parquet file is, if it has one: behind its key and the two bytes that the format puts before a text.
fn place(file: &mut (impl Read + Seek)) -> io::Result<Option<u64>> {
    let length = file.seek(SeekFrom::End(0))?;
    let Some(tail) = length.checked_sub(8) else {
        return Ok(None);
    };
    file.seek(SeekFrom::Start(tail))?;
    let mut bytes = [0; 4];
    file.read_exact(&mut bytes)?;
    let footer = u64::from(u32::from_le_bytes(bytes));
    let Some(start) = tail.checked_sub(footer) else {
        return Ok(None);
    };
    file.seek(SeekFrom::Start(start))?;
    let mut bytes = Vec::new();
    file.take(footer).read_to_end(&mut bytes)?;
    let behind = |at: usize| at + KEY.len() + 2;
    let mut found = bytes.windows(KEY.len()).enumerate().rev();
    let found = found.find(|(at, window)| {
        *window == KEY.as_bytes() && behind(*at) + NOUGHTS.len() <= bytes.len()
    });
    Ok(found.map(|(at, _)| start + behind(at) as u64))
}

/// Compares the checksum of a Parquet file with its bytes.
pub(super) fn verify(file: &mut (impl Read + Seek)) -> io::Result<Verdict> {
    let Some(place) = place(file)? else {
        return Ok(Verdict::None);
    };
    file.seek(SeekFrom::Start(0))?;
    let mut sum = Checksum::new();
    add(&mut sum, &mut file.take(place))?;
    sum.add(NOUGHTS.as_bytes());
    let mut noted = [0; NOUGHTS.len()];
    file.read_exact(&mut noted)?;
    add(&mut sum, file)?;
    Ok(match sum.text().as_bytes() == noted {
        true => Verdict::Right,
        false => Verdict::Wrong,
    })
}

fn add(sum: &mut Checksum, source: &mut impl Read) -> io::Result<()> {
    let mut buffer = vec![0; 1 << 16];
    loop {
        match source.read(&mut buffer)? {
            0 => return Ok(()),
            read => sum.add(&buffer[..read]),
        }
    }
}

/// Writes the checksum of a Parquet file over the noughts in its place.
pub(super) fn note(file: &mut (impl Read + Write + Seek), sum: Checksum) -> io::Result<()> {
    let place = place(file)?.ok_or(io::ErrorKind::InvalidData)?;
    file.seek(SeekFrom::Start(place))?;
    file.write_all(sum.text().as_bytes())?;
    file.flush()
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
