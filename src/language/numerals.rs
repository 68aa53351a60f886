//! Numbers for people: three or four significant digits, words for large scales, as a language writes them.

/// Most decimals of a percentage just below 100.
const NINES: usize = 8;

/// How a language writes numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct Numerals {
    /// Between whole and decimal digits.
    pub decimal: String,
    /// Between groups of three digits.
    pub group: String,
    /// 10⁶.
    pub million: String,
    /// 10⁹.
    pub billion: String,
    /// 10¹².
    pub trillion: String,
    /// What no number can be given for.
    pub undefined: String,
    /// More than any number.
    pub unlimited: String,
}

impl Numerals {
    pub(super) fn new(message: impl Fn(&str) -> Option<String>) -> Self {
        let or = |id, english: &str| message(id).unwrap_or_else(|| english.to_owned());
        Self {
            decimal: or("numerals-decimal", "."),
            group: or("numerals-group", ","),
            million: or("numerals-million", "million"),
            billion: or("numerals-billion", "billion"),
            trillion: or("numerals-trillion", "trillion"),
            undefined: or("numerals-undefined", "undefined"),
            unlimited: or("numerals-unlimited", "unlimited"),
        }
    }

    /// A number with three or four significant digits: `12`, `1,230`, `3.45 million`, `0.0012`, `1.2e-9`.
    pub fn number(&self, value: f64) -> String {
        if value.is_nan() {
            return self.undefined.clone();
        }
        if value.is_infinite() {
            return self.unlimited.clone();
        }
        let size = value.abs();
        for (limit, scale, word) in [
            (999.5e9, 1e12, &self.trillion),
            (999.5e6, 1e9, &self.billion),
            (999_950.0, 1e6, &self.million),
        ] {
            if size >= limit {
                let scaled = value / scale;
                return if scaled.abs() >= 999_950.0 {
                    self.digits(&format!("{value:.2e}"))
                } else {
                    format!("{} {word}", self.plain(scaled))
                };
            }
        }
        self.plain(value)
    }

    fn plain(&self, value: f64) -> String {
        let size = value.abs();
        if size == 0.0 {
            "0".into()
        } else if size >= 9_999.5 {
            let step = libm::pow(10.0, libm::floor(libm::log10(size)) - 3.0);
            self.thousands(libm::round(value / step) * step)
        } else if size >= 99.95 {
            self.thousands(value)
        } else if size >= 9.995 {
            self.trimmed(value, 1)
        } else if size >= 0.9995 {
            self.trimmed(value, 2)
        } else if size >= 1e-4 {
            self.trimmed(value, (2.0 - libm::floor(libm::log10(size))) as usize)
        } else {
            self.digits(&format!("{value:.2e}"))
        }
    }

    /// A number with so many significant digits, without words for large scales.
    pub fn significant(&self, value: f64, digits: usize) -> String {
        let size = value.abs();
        if value.is_nan() || size == 0.0 || !(1e-6..1e15).contains(&size) {
            return self.number(value);
        }
        let first = libm::floor(libm::log10(size)) as i32;
        match usize::try_from(digits as i32 - 1 - first) {
            Ok(decimals) => self.trimmed(value, decimals),
            Err(_) => self.thousands(value),
        }
    }

    /// At most so many decimals, without zeros at the end.
    pub fn trimmed(&self, value: f64, decimals: usize) -> String {
        let text = format!("{value:.decimals$}");
        if text.contains('.') {
            self.digits(text.trim_end_matches('0').trim_end_matches('.'))
        } else {
            text
        }
    }

    /// Digits with a point, written with the sign for decimals of the language.
    pub fn digits(&self, text: &str) -> String {
        text.replace('.', &self.decimal)
    }

    /// A whole number with its groups of three digits set apart.
    pub fn thousands(&self, value: f64) -> String {
        let digits = format!("{:.0}", value.abs());
        let mut out = String::new();
        for (i, c) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i) % 3 == 0 {
                out.push_str(&self.group);
            }
            out.push(c);
        }
        if value < 0.0 {
            format!("−{out}")
        } else {
            out
        }
    }

    /// A percentage just below 100, which never reads like it.
    fn nearly(&self, value: f64) -> String {
        let nines = -libm::floor(libm::log10(100.0 - value)) as usize;
        if nines > NINES {
            let most = format!("{:.NINES$}", 100.0 - libm::pow(10.0, -(NINES as f64)));
            return format!("> {}", self.digits(&most));
        }
        self.trimmed(value, nines.max(4))
    }

    /// A share as a percentage: `58.4 %`, `0.01 %`, `99.99999 %`; only the whole is `100 %`.
    pub fn percent(&self, share: f64) -> String {
        if share.is_nan() {
            return self.undefined.clone();
        }
        let value = 100.0 * share;
        if value > 99.95 && value < 100.0 {
            return format!("{} %", self.nearly(value));
        }
        if (1e-6..1e-4).contains(&value) {
            let decimals = (2.0 - libm::floor(libm::log10(value))) as usize;
            return format!("{} %", self.trimmed(value, decimals));
        }
        format!("{} %", self.number(value))
    }
}
