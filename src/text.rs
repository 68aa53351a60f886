//! Numbers for people in English: three or four significant digits, words for large scales, natural frequencies.
//!
//! For what is printed in English only; what has a [`Language`] asks that one.

use crate::language::Language;

/// A number with three or four significant digits: `12`, `1,230`, `3.45 million`, `0.0012`, `1.2e-9`.
pub fn number(value: f64) -> String {
    Language::default().number(value)
}

/// A whole number with commas.
pub fn thousands(value: f64) -> String {
    Language::default().thousands(value)
}

/// A share as a percentage: `58.4 %`, `0.01 %`.
pub fn percent(share: f64) -> String {
    Language::default().percent(share)
}

/// A small rate as a percentage and a natural frequency: `0.01 % (1 in 10,000)`; below one in a trillion with a power of
/// ten, which tells a rule that was written from the best that can be met.
pub fn rate(share: f64) -> String {
    if share < 1e-12 {
        percent(share)
    } else {
        Language::default().rate(share)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_like_numbers() {
        for (value, text) in [
            (0.0, "0"),
            (12.0, "12"),
            (1234.4, "1,234"),
            (3_450_000.0, "3.45 million"),
            (16e9, "16 billion"),
            (0.001_234, "0.00123"),
            (2e-11, "2.00e-11"),
            (999_999.0, "1 million"),
            (-5.5, "-5.5"),
            (f64::NAN, "undefined"),
        ] {
            assert_eq!(number(value), text);
        }
        assert_eq!(percent(0.0001), "0.01 %");
        assert_eq!(percent(0.584), "58.4 %");
        assert_eq!(percent(1e-6), "0.0001 %");
        assert_eq!(rate(1e-4), "0.01 % (1 in 10,000)");
    }
}
