//! One part of a table that is made in several places.

use super::RowsError;
use std::ops::Range;
use std::str::FromStr;

/// One of several parts of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shard {
    /// Which, from 1.
    pub number: u64,
    /// Of how many.
    pub of: u64,
}

impl FromStr for Shard {
    type Err = RowsError;

    fn from_str(text: &str) -> Result<Self, RowsError> {
        let wrong = || RowsError::Shard(text.to_owned());
        let (number, of) = text.split_once('/').ok_or_else(wrong)?;
        let number = number.trim().parse().map_err(|_| wrong())?;
        let of = of.trim().parse().map_err(|_| wrong())?;
        if number == 0 || number > of {
            return Err(wrong());
        }
        Ok(Self { number, of })
    }
}

impl Shard {
    /// Its blocks out of `blocks`: shards differ by at most one.
    pub fn blocks(self, blocks: u64) -> Range<u64> {
        let of = u128::from(self.of.max(1));
        let end = |n: u64| (u128::from(blocks) * u128::from(n) / of) as u64;
        end(self.number.saturating_sub(1))..end(self.number)
    }

    pub(super) fn name(self) -> String {
        format!("shard-{:04}-of-{:04}", self.number, self.of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_disjoint_and_whole() {
        for blocks in [0, 1, 2, 7, 8, 1000, u64::MAX] {
            for of in [1, 2, 3, 8, 17] {
                let mut end = 0;
                for number in 1..=of {
                    let range = Shard { number, of }.blocks(blocks);
                    assert_eq!(range.start, end);
                    let length = range.end - range.start;
                    assert!(length == blocks / of || length == blocks / of + 1);
                    end = range.end;
                }
                assert_eq!(end, blocks);
            }
        }
    }

    #[test]
    fn words_for_shards() {
        let shard = "3/8".parse::<Shard>().unwrap();
        assert_eq!(shard, Shard { number: 3, of: 8 });
        assert_eq!(shard.name(), "shard-0003-of-0008");
        for wrong in [
            "9/8",
            "0/8",
            "0/0",
            "x",
            "",
            "/",
            "1/",
            "/8",
            "1/2/3",
            "-1/8",
            "1.5/8",
            "1/99999999999999999999",
        ] {
            let message = wrong.parse::<Shard>().unwrap_err().to_string();
            assert_eq!(
                message,
                format!("`{wrong}` is no shard: write `i/n` with i from 1 to n, such as `3/8`")
            );
        }
    }
}
