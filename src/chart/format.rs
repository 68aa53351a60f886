//! Numbers as people read them, in their language.

use crate::language::Language;
use crate::say;

/// A count: `0.3`, `3.5`, `1,234`, `3.5 million`, `12 billion`; from 10¹⁵ on a power of ten.
#[must_use]
pub fn count(language: Language, number: f64) -> String {
    let size = number.abs();
    if !number.is_finite() {
        return "–".to_owned();
    }
    if size < 10.0 {
        return small(language, number);
    }
    if size >= 0.999_5e15 {
        return if number > 0.0 {
            power(language, number)
        } else {
            format!("−{}", power(language, size))
        };
    }
    match large(language, size) {
        Some((unit, name)) => {
            let scaled = number / unit;
            let text = if scaled.abs() < 99.95 {
                tenth(language, scaled)
            } else {
                language.thousands(scaled)
            };
            format!("{text} {name}")
        }
        None => language.thousands(number),
    }
}

/// The large unit that a number of this size is written in, with its name.
pub(crate) fn large(language: Language, size: f64) -> Option<(f64, &'static str)> {
    let names = language.numerals();
    [
        (1e12, names.trillion.as_str()),
        (1e9, names.billion.as_str()),
        (1e6, names.million.as_str()),
    ]
    .into_iter()
    .find(|(unit, _)| size >= unit * 0.999_5)
}

/// A count that was estimated: as [`count`], with three significant digits: `361,554` is `362,000`.
#[must_use]
pub fn estimate(language: Language, number: f64) -> String {
    let size = number.abs();
    if !size.is_finite() || size < 1000.0 {
        return count(language, number);
    }
    let unit = libm::exp10(f64::from(magnitude(size) - 2));
    count(language, (number / unit).round() * unit)
}

/// A number with so many significant digits, those at its end that are 0 left out: `1.324 million`, `0.762`, `76.2`.
#[must_use]
pub fn significant(language: Language, number: f64, digits: i32) -> String {
    let size = number.abs();
    if !size.is_finite() || !(1e-3..0.999_5e15).contains(&size) {
        return count(language, number);
    }
    let unit = large(language, size);
    let scaled = unit.map_or(number, |(unit, _)| number / unit);
    let name = unit.map_or(String::new(), |(_, name)| format!(" {name}"));
    let decimals = digits - 1 - magnitude(scaled.abs());
    if decimals >= 0 {
        return language.numerals().trimmed(scaled, decimals as usize) + &name;
    }
    let last = libm::exp10(f64::from(-decimals));
    language.thousands((scaled / last).round() * last) + &name
}

/// An interval of estimated counts, a unit named once: `2.1–4.5 million`, `900,000–1.2 million`; one number when its ends read the
/// same.
#[must_use]
pub fn range(language: Language, low: f64, high: f64) -> String {
    let (low, high) = (estimate(language, low), estimate(language, high));
    if low == high {
        return low;
    }
    match (low.split_once(' '), high.split_once(' ')) {
        (Some((number, unit)), Some((_, same))) if unit == same => format!("{number}–{high}"),
        _ => format!("{low}–{high}"),
    }
}

/// A relative change with its sign: `+34 %`, `−5 %`; below one in two thousand `0 %`.
#[must_use]
pub fn change(language: Language, share: f64) -> String {
    if !share.is_finite() {
        return "–".to_owned();
    }
    let text = percent(language, share.abs());
    match share {
        share if share.abs() < 0.000_5 => "0 %".to_owned(),
        share if share > 0.0 => format!("+{text}"),
        _ => format!("−{text}"),
    }
}

/// A difference with its sign and three significant digits, four from a hundred on: `+1,234`, `−25,320`, `−0.052`, `+3.45 million`, `0`.
#[must_use]
pub fn signed(language: Language, number: f64) -> String {
    let size = number.abs();
    let sign = match number {
        _ if !number.is_finite() => return "–".to_owned(),
        0.0 => return "0".to_owned(),
        number if number > 0.0 => "+",
        _ => "−",
    };
    let unit = large(language, size);
    let scaled = unit.map_or(size, |(unit, _)| size / unit);
    let name = unit.map_or(String::new(), |(_, name)| format!(" {name}"));
    let text = match scaled {
        scaled if scaled >= 1e6 => power(language, size),
        scaled if scaled >= 99.95 => {
            let last = libm::exp10(f64::from((magnitude(scaled) - 3).max(0)));
            language.thousands(libm::round(scaled / last) * last) + &name
        }
        scaled if scaled < 1e-4 => power(language, scaled),
        scaled => {
            let digits = (2 - magnitude(scaled)).max(0) as usize;
            language.numerals().trimmed(scaled, digits) + &name
        }
    };
    format!("{sign}{text}")
}

/// A relative change in per cent, without its sign of per cent: `+8.3`, `−99.9998`; a change that is not quite −100 % does not
/// read like it.
#[must_use]
pub fn signed_percent(language: Language, share: f64) -> String {
    let left = 100.0 * (1.0 + share);
    if (1e-12..0.05).contains(&left) {
        let digits = (-magnitude(left)).max(0) as usize;
        let text = format!("−{:.digits$}", 100.0 - left);
        return language.numerals().digits(&text);
    }
    signed(language, 100.0 * share)
}

/// A share of one: `58 %`, `0.01 %`, `99.998 %`; below one in a million with a power, `10⁻⁷ %`; all but less than one in a
/// million is `> 99.9999 %`.
#[must_use]
pub fn percent(language: Language, share: f64) -> String {
    if share == 0.0 {
        return "0 %".to_owned();
    }
    if share < 0.999_5e-6 {
        return format!("{} %", power(language, 100.0 * share));
    }
    if share > 0.999_999 && share < 1.0 {
        return format!("> {} %", language.numerals().trimmed(99.9999, 4));
    }
    let percent = share * 100.0;
    // Digits that tell the share from both 0 and 100 %.
    let gap = if percent > 50.0 && percent < 100.0 {
        100.0 - percent
    } else {
        percent
    };
    let digits = if gap >= 9.95 || percent >= 100.0 {
        0
    } else {
        1 - magnitude(gap).min(0)
    };
    let text = language.numerals().trimmed(percent, digits as usize);
    format!("{text} %")
}

/// A share of one at an axis of percentages: as [`percent`], with powers of ten of a per cent from a thousandth on down:
/// `10⁻⁴ %`, and with all their nines above: `99.99999 %`.
#[must_use]
pub fn percent_tick(language: Language, share: f64) -> String {
    if share > 0.999_99 && share < 1.0 {
        let text = language.numerals().trimmed(100.0 * share, 8);
        return format!("{text} %");
    }
    if share > 0.0 && share < 0.999_5e-5 {
        format!("{} %", power(language, 100.0 * share))
    } else {
        percent(language, share)
    }
}

/// A share of one as a natural frequency: `1 in 10,000`, `1 in 1 billion`.
#[must_use]
pub fn one_in(language: Language, share: f64) -> String {
    if share <= 0.0 {
        return say!(language, "chart-none");
    }
    if share >= 1.0 {
        return say!(language, "chart-all");
    }
    say!(language, "one-in", many = count(language, 1.0 / share))
}

/// A number as a power of ten: `10⁻⁹`, `3×10⁻⁹`.
#[must_use]
pub fn power(language: Language, number: f64) -> String {
    if number <= 0.0 || !number.is_finite() {
        return small(language, number);
    }
    let mut exponent = magnitude(number);
    let mut digit = number / libm::exp10(f64::from(exponent));
    if digit >= 9.95 {
        digit /= 10.0;
        exponent += 1;
    }
    let raised = superscript(exponent);
    match tenth(language, digit).as_str() {
        "1" => format!("10{raised}"),
        digit => format!("{digit}×10{raised}"),
    }
}

/// Whole part of the decimal logarithm, right at the powers of ten.
fn magnitude(number: f64) -> i32 {
    (libm::log10(number) + 1e-9).floor() as i32
}

fn superscript(exponent: i32) -> String {
    let raise = |c| match c {
        '-' => '⁻',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        digit => char::from_u32('⁰' as u32 + (digit as u32 - '0' as u32)).unwrap_or(digit),
    };
    exponent.to_string().chars().map(raise).collect()
}

/// Below ten: two significant digits.
fn small(language: Language, number: f64) -> String {
    if number == 0.0 || !number.is_finite() {
        return "0".to_owned();
    }
    if number.abs() < 0.001 {
        return if number > 0.0 {
            power(language, number)
        } else {
            "0".to_owned()
        };
    }
    let digits = (1 - magnitude(number.abs()).min(0)) as usize;
    language.numerals().trimmed(number, digits)
}

fn tenth(language: Language, number: f64) -> String {
    language.numerals().trimmed(number, 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn en() -> Language {
        Language::default()
    }

    #[test]
    fn significant_digits_are_as_many_as_asked_for() {
        let cases = [
            (1_324_567.0, 3, "1.32 million"),
            (1_324_567.0, 4, "1.325 million"),
            (36_151.0, 3, "36,200"),
            (76.26, 3, "76.3"),
            (0.5, 3, "0.5"),
            (0.0, 3, "0"),
        ];
        for (number, digits, text) in cases {
            assert_eq!(significant(en(), number, digits), text);
        }
    }

    #[test]
    fn counts_as_people_read_them() {
        let cases = [
            (0.0, "0"),
            (0.0421, "0.042"),
            (0.3, "0.3"),
            (3.16, "3.2"),
            (9.99, "10"),
            (12.0, "12"),
            (1234.4, "1,234"),
            (160_000.0, "160,000"),
            (999_499.0, "999,499"),
            (999_900.0, "1 million"),
            (3.5e6, "3.5 million"),
            (16e9, "16 billion"),
            (1.4e13, "14 trillion"),
            (9e14, "900 trillion"),
            (1e15, "10¹⁵"),
            (2e-9, "2×10⁻⁹"),
            (f64::INFINITY, "–"),
        ];
        for (number, text) in cases {
            assert_eq!(count(en(), number), text, "{number}");
        }
    }

    #[test]
    fn intervals_name_their_unit_once() {
        assert_eq!(range(en(), 2.1e6, 4.5e6), "2.1–4.5 million");
        assert_eq!(range(en(), 9e5, 1.2e6), "900,000–1.2 million");
        assert_eq!(range(en(), 12.0, 12.1), "12");
        assert_eq!(range(en(), 267_158.0, 489_303.0), "267,000–489,000");
        assert_eq!(estimate(en(), -1234.0), "−1,230");
    }

    #[test]
    fn differences_carry_their_sign_and_three_digits() {
        let cases = [
            (0.0, "0"),
            (1234.4, "+1,234"),
            (-25_322.0, "−25,320"),
            (197_925.0, "+197,900"),
            (-0.052, "−0.052"),
            (8.3, "+8.3"),
            (8.346, "+8.35"),
            (3.456e6, "+3.46 million"),
            (-1.5e9, "−1.5 billion"),
            (999_900.0, "+1 million"),
            (2e-9, "+2×10⁻⁹"),
            (1e18, "+10¹⁸"),
            (f64::NAN, "–"),
        ];
        for (number, text) in cases {
            assert_eq!(signed(en(), number), text, "{number}");
        }
        assert_eq!(signed_percent(en(), 0.083), "+8.3");
        assert_eq!(signed_percent(en(), -0.992), "−99.2");
        assert_eq!(signed_percent(en(), -0.999_998), "−99.9998");
        assert_eq!(signed_percent(en(), -1.0), "−100");
    }

    #[test]
    fn changes_carry_their_sign() {
        assert_eq!(change(en(), 0.34), "+34 %");
        assert_eq!(change(en(), -0.05), "−5 %");
        assert_eq!(change(en(), 1e-9), "0 %");
        assert_eq!(change(en(), f64::NAN), "–");
    }

    #[test]
    fn shares_keep_the_digits_that_matter() {
        let cases = [
            (0.0, "0 %"),
            (1.0, "100 %"),
            (0.58, "58 %"),
            (0.001, "0.1 %"),
            (1e-4, "0.01 %"),
            (1e-5, "0.001 %"),
            (1e-6, "0.0001 %"),
            (1e-8, "10⁻⁶ %"),
            (3e-9, "3×10⁻⁷ %"),
            (0.9998, "99.98 %"),
            (0.995, "99.5 %"),
            (0.035, "3.5 %"),
            (0.999_98, "99.998 %"),
            (0.999_999_999, "> 99.9999 %"),
        ];
        for (share, text) in cases {
            assert_eq!(percent(en(), share), text, "{share}");
        }
    }

    #[test]
    fn natural_frequencies_and_powers() {
        assert_eq!(one_in(en(), 1e-4), "1 in 10,000");
        assert_eq!(one_in(en(), 1e-9), "1 in 1 billion");
        assert_eq!(one_in(en(), 1.0), "all");
        assert_eq!(one_in(en(), 0.0), "none");
        assert_eq!(power(en(), 1e-9), "10⁻⁹");
        assert_eq!(power(en(), 9.99e-10), "10⁻⁹");
        assert_eq!(power(en(), 1e12), "10¹²");
    }

    #[test]
    fn another_language_writes_them_its_own_way() {
        let nl = Language::find("nl").unwrap();
        assert_eq!(count(nl, 1_234.0), "1.234");
        assert_eq!(count(nl, 3.5e6), "3,5 miljoen");
        assert_eq!(count(nl, 16e9), "16 miljard");
        assert_eq!(range(nl, 2.1e6, 4.5e6), "2,1–4,5 miljoen");
        assert_eq!(signed(nl, -0.052), "−0,052");
        assert_eq!(signed_percent(nl, -0.999_998), "−99,9998");
        assert_eq!(percent(nl, 0.000_1), "0,01 %");
        assert_eq!(power(nl, 3.5e-9), "3,5×10⁻⁹");
        assert_eq!(one_in(nl, 1e-4), "1 op 10.000");
        assert_eq!(one_in(nl, 1.0), "alle");
    }

    #[test]
    fn ticks_of_percentages_keep_their_sign_however_small() {
        let ticks = [1.0, 0.01, 1e-4, 1e-5, 1e-6, 1e-8].map(|share| percent_tick(en(), share));
        let texts = ["100 %", "1 %", "0.01 %", "0.001 %", "10⁻⁴ %", "10⁻⁶ %"];
        assert_eq!(ticks, texts);
    }
}
