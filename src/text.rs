//! Numbers for people: three or four significant digits, words for large scales, natural frequencies.

/// A number with three or four significant digits: `12`, `1,230`, `3.45 million`, `0.0012`, `1.2e-9`.
pub fn number(value: f64) -> String {
    if value.is_nan() {
        return "undefined".into();
    }
    if value.is_infinite() {
        return "unlimited".into();
    }
    let size = value.abs();
    for (limit, scale, word) in [
        (999.5e9, 1e12, " trillion"),
        (999.5e6, 1e9, " billion"),
        (999_950.0, 1e6, " million"),
    ] {
        if size >= limit {
            let scaled = value / scale;
            return if scaled.abs() >= 999_950.0 {
                format!("{value:.2e}")
            } else {
                format!("{}{word}", plain(scaled))
            };
        }
    }
    plain(value)
}

fn plain(value: f64) -> String {
    let size = value.abs();
    if size == 0.0 {
        "0".into()
    } else if size >= 9_999.5 {
        let step = libm::pow(10.0, libm::floor(libm::log10(size)) - 3.0);
        thousands(libm::round(value / step) * step)
    } else if size >= 99.95 {
        thousands(value)
    } else if size >= 9.995 {
        trimmed(format!("{value:.1}"))
    } else if size >= 0.9995 {
        trimmed(format!("{value:.2}"))
    } else if size >= 1e-4 {
        let digits = (2.0 - libm::floor(libm::log10(size))) as usize;
        trimmed(format!("{value:.digits$}"))
    } else {
        format!("{value:.2e}")
    }
}

fn trimmed(text: String) -> String {
    if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        text
    }
}

/// A whole number with commas.
pub fn thousands(value: f64) -> String {
    let digits = format!("{:.0}", value.abs());
    let mut out = String::new();
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i) % 3 == 0 {
            out.push(',');
        }
        out.push(c);
    }
    if value < 0.0 {
        format!("−{out}")
    } else {
        out
    }
}

/// A share as a percentage: `58.4 %`, `0.01 %`.
pub fn percent(share: f64) -> String {
    if share.is_nan() {
        return "undefined".into();
    }
    let value = 100.0 * share;
    if value > 99.95 && value < 100.0 {
        return format!("{} %", trimmed(format!("{value:.4}")));
    }
    if (1e-6..1e-4).contains(&value) {
        let digits = (2.0 - libm::floor(libm::log10(value))) as usize;
        return format!("{} %", trimmed(format!("{value:.digits$}")));
    }
    format!("{} %", number(value))
}

/// A small rate as a percentage and a natural frequency: `0.01 % (1 in 10,000)`.
pub fn rate(share: f64) -> String {
    if share > 0.0 && share < 0.05 {
        format!("{} (1 in {})", percent(share), number(1.0 / share))
    } else {
        percent(share)
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
