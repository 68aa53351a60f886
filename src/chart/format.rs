//! Numbers as people read them.

/// A count: `0.3`, `3.5`, `1,234`, `3.5 million`, `12 billion`; from 10¹⁵ on a power of ten.
#[must_use]
pub fn count(number: f64) -> String {
    let size = number.abs();
    if !number.is_finite() {
        return "–".to_owned();
    }
    if size < 10.0 {
        return small(number);
    }
    if size >= 0.999_5e15 {
        return if number > 0.0 {
            power(number)
        } else {
            format!("−{}", power(size))
        };
    }
    for (unit, name) in [(1e12, "trillion"), (1e9, "billion"), (1e6, "million")] {
        if size >= unit * 0.999_5 {
            let scaled = number / unit;
            let text = if scaled.abs() < 99.95 {
                tenth(scaled)
            } else {
                thousands(scaled)
            };
            return format!("{text} {name}");
        }
    }
    thousands(number)
}

/// A count that was estimated: as [`count`], with three significant digits: `361,554` is `362,000`.
#[must_use]
pub fn estimate(number: f64) -> String {
    let size = number.abs();
    if !size.is_finite() || size < 1000.0 {
        return count(number);
    }
    let unit = libm::exp10(f64::from(magnitude(size) - 2));
    count((number / unit).round() * unit)
}

/// An interval of estimated counts, a unit named once: `2.1–4.5 million`, `900,000–1.2 million`; one number when its ends read the
/// same.
#[must_use]
pub fn range(low: f64, high: f64) -> String {
    let (low, high) = (estimate(low), estimate(high));
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
pub fn change(share: f64) -> String {
    if !share.is_finite() {
        return "–".to_owned();
    }
    let text = percent(share.abs());
    match share {
        share if share.abs() < 0.000_5 => "0 %".to_owned(),
        share if share > 0.0 => format!("+{text}"),
        _ => format!("−{text}"),
    }
}

/// A difference with its sign and three significant digits: `+1,234`, `−0.052`, `+3.45 million`, `0`.
#[must_use]
pub fn signed(number: f64) -> String {
    let size = number.abs();
    let sign = match number {
        _ if !number.is_finite() => return "–".to_owned(),
        0.0 => return "0".to_owned(),
        number if number > 0.0 => "+",
        _ => "−",
    };
    let units = [(1e12, " trillion"), (1e9, " billion"), (1e6, " million")];
    let unit = units.into_iter().find(|(unit, _)| size >= unit * 0.999_5);
    let (scaled, name) = unit.map_or((size, ""), |(unit, name)| (size / unit, name));
    let text = match scaled {
        scaled if scaled >= 1e6 => power(size),
        scaled if scaled >= 99.95 => thousands(scaled) + name,
        scaled if scaled < 1e-4 => power(scaled),
        scaled => trimmed(scaled, (2 - magnitude(scaled)).max(0) as usize) + name,
    };
    format!("{sign}{text}")
}

/// A relative change in per cent, without its sign of per cent: `+8.3`, `−99.9998`; a change that is not quite −100 % does not
/// read like it.
#[must_use]
pub fn signed_percent(share: f64) -> String {
    let left = 100.0 * (1.0 + share);
    if (1e-12..0.05).contains(&left) {
        let digits = (-magnitude(left)).max(0) as usize;
        return format!("−{:.digits$}", 100.0 - left);
    }
    signed(100.0 * share)
}

/// A share of one: `58 %`, `0.01 %`, `99.998 %`; a share below one in a million as a power, `10⁻⁹`.
#[must_use]
pub fn percent(share: f64) -> String {
    if share == 0.0 {
        return "0 %".to_owned();
    }
    if share < 0.999_5e-6 {
        return power(share);
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
    format!("{} %", trimmed(percent, digits as usize))
}

/// A share of one as a natural frequency: `1 in 10,000`, `1 in 1 billion`.
#[must_use]
pub fn one_in(share: f64) -> String {
    if share <= 0.0 {
        return "none".to_owned();
    }
    if share >= 1.0 {
        return "all".to_owned();
    }
    format!("1 in {}", count(1.0 / share))
}

/// A number as a power of ten: `10⁻⁹`, `3×10⁻⁹`.
#[must_use]
pub fn power(number: f64) -> String {
    if number <= 0.0 || !number.is_finite() {
        return small(number);
    }
    let mut exponent = magnitude(number);
    let mut digit = number / libm::exp10(f64::from(exponent));
    if digit >= 9.95 {
        digit /= 10.0;
        exponent += 1;
    }
    let raised = superscript(exponent);
    match tenth(digit).as_str() {
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
fn small(number: f64) -> String {
    if number == 0.0 || !number.is_finite() {
        return "0".to_owned();
    }
    if number.abs() < 0.001 {
        return if number > 0.0 {
            power(number)
        } else {
            "0".to_owned()
        };
    }
    trimmed(number, (1 - magnitude(number.abs()).min(0)) as usize)
}

fn tenth(number: f64) -> String {
    trimmed(number, 1)
}

/// At most `digits` decimals, without zeros at the end.
fn trimmed(number: f64, digits: usize) -> String {
    let text = format!("{number:.digits$}");
    match text.contains('.') {
        true => text.trim_end_matches('0').trim_end_matches('.').to_owned(),
        false => text,
    }
}

/// Rounded to a whole number, with commas between groups of three digits.
fn thousands(number: f64) -> String {
    let digits = format!("{:.0}", number.abs());
    let mut text = String::new();
    for (n, digit) in digits.chars().enumerate() {
        if n > 0 && (digits.len() - n) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    if number < 0.0 {
        format!("−{text}")
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
            assert_eq!(count(number), text, "{number}");
        }
    }

    #[test]
    fn intervals_name_their_unit_once() {
        assert_eq!(range(2.1e6, 4.5e6), "2.1–4.5 million");
        assert_eq!(range(9e5, 1.2e6), "900,000–1.2 million");
        assert_eq!(range(12.0, 12.1), "12");
        assert_eq!(range(267_158.0, 489_303.0), "267,000–489,000");
        assert_eq!(estimate(-1234.0), "−1,230");
    }

    #[test]
    fn differences_carry_their_sign_and_three_digits() {
        let cases = [
            (0.0, "0"),
            (1234.4, "+1,234"),
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
            assert_eq!(signed(number), text, "{number}");
        }
        assert_eq!(signed_percent(0.083), "+8.3");
        assert_eq!(signed_percent(-0.992), "−99.2");
        assert_eq!(signed_percent(-0.999_998), "−99.9998");
        assert_eq!(signed_percent(-1.0), "−100");
    }

    #[test]
    fn changes_carry_their_sign() {
        assert_eq!(change(0.34), "+34 %");
        assert_eq!(change(-0.05), "−5 %");
        assert_eq!(change(1e-9), "0 %");
        assert_eq!(change(f64::NAN), "–");
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
            (1e-8, "10⁻⁸"),
            (3e-9, "3×10⁻⁹"),
            (0.9998, "99.98 %"),
            (0.995, "99.5 %"),
            (0.035, "3.5 %"),
            (0.999_98, "99.998 %"),
        ];
        for (share, text) in cases {
            assert_eq!(percent(share), text, "{share}");
        }
    }

    #[test]
    fn natural_frequencies_and_powers() {
        assert_eq!(one_in(1e-4), "1 in 10,000");
        assert_eq!(one_in(1e-9), "1 in 1 billion");
        assert_eq!(one_in(1.0), "all");
        assert_eq!(one_in(0.0), "none");
        assert_eq!(power(1e-9), "10⁻⁹");
        assert_eq!(power(9.99e-10), "10⁻⁹");
        assert_eq!(power(1e12), "10¹²");
    }
}
