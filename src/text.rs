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

/// A number that somebody wrote, with what it is written in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Written {
    /// The number; of a percentage its hundredth part.
    pub value: f64,
    /// Whether it was a percentage.
    pub is_percent: bool,
}

/// Reads `10000`, `10,000`, `10 000`, `1e4`, `0.5 %`, `2 million`. Commas and spaces stand between groups of three digits, and
/// decimals behind a point, in every language: `0,5` is no number, because it is a half to some readers and five to others.
pub fn read_number(text: &str) -> Option<Written> {
    const SCALES: [(&str, f64); 3] = [("thousand", 1e3), ("million", 1e6), ("billion", 1e9)];
    let text = text.trim();
    let (text, is_percent) = match text.strip_suffix('%') {
        Some(share) => (share.trim_end(), true),
        None => (text, false),
    };
    let scale = SCALES
        .iter()
        .find_map(|(word, scale)| Some((text.strip_suffix(word)?.trim_end(), *scale)));
    let (digits, scale) = scale.unwrap_or((text, 1.0));
    let digits = if digits.contains([',', ' ', '\u{a0}']) {
        ungrouped(digits)?
    } else {
        digits.to_owned()
    };
    let value: f64 = digits.parse().ok().filter(|v: &f64| v.is_finite())?;
    let parts = if is_percent { 100.0 } else { 1.0 };
    Some(Written {
        value: value * scale / parts,
        is_percent,
    })
}

/// Digits without the marks between their groups of three; `None` where the groups are others.
fn ungrouped(digits: &str) -> Option<String> {
    let sign = digits.strip_prefix('-').map_or("", |_| "-");
    let rest = &digits[sign.len()..];
    let (whole, decimals) = rest.split_once('.').map_or((rest, ""), |(w, d)| (w, d));
    let are_digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let groups: Vec<&str> = whole.split([',', ' ', '\u{a0}']).collect();
    let (first, others) = groups.split_first()?;
    let is_grouped = (1..=3).contains(&first.len()) && others.iter().all(|g| g.len() == 3);
    let is_number = are_digits(decimals) && groups.iter().all(|g| are_digits(g));
    (is_grouped && is_number).then(|| format!("{sign}{}.{decimals}0", groups.concat()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_are_meant_or_not_at_all() {
        for (text, value, is_percent) in [
            ("10000", 1e4, false),
            ("10,000", 1e4, false),
            ("1 200 000.5", 1_200_000.5, false),
            ("-10,000", -1e4, false),
            ("1e-4", 1e-4, false),
            ("0.5 %", 0.005, true),
            ("95%", 0.95, true),
            ("2 million", 2e6, false),
            ("1.5 million", 1.5e6, false),
        ] {
            let wanted = Written { value, is_percent };
            assert_eq!(read_number(text), Some(wanted), "{text}");
        }
        for wrong in [
            "", "0,5", "0,5 %", "2,0,0", "1,0000", "1,,000", ",000", "1000,000", "many", "inf",
            "nan", "%", "1.000,5",
        ] {
            assert_eq!(read_number(wrong), None, "{wrong}");
        }
    }

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
