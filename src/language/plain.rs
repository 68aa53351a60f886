//! Quantities, shares and lists in sentences: what can be read aloud.

use super::{Argument, Language};
use crate::say;

/// A share below this (0.001 %, as it is rounded), or as near to one, has so many zeros or nines that it is written as a
/// natural frequency.
const RARE: f64 = 0.999_5e-5;

/// Below this (0.0001 %) even a percentage beside its natural frequency says nothing more.
const RAREST: f64 = 0.999_5e-6;

/// A number below this is only said to be that in a sentence.
const SMALL: f64 = 1e-4;

/// A share below this is only said to be that: nothing that is modelled is known so well.
const LEAST: f64 = 1e-12;

impl Language {
    /// A share in a sentence: `58.4 %`, `0.01 %`; `1 in 190 million` for one with more than two zeros after the point,
    /// `all but 1 in 190 million` for one as near to the whole. Only nothing is `0 %`, and only the whole is `100 %`.
    pub fn share(self, share: f64) -> String {
        let rest = 1.0 - share;
        if share > 0.0 && share < RARE {
            self.frequency(share)
        } else if rest > 0.0 && rest < RARE {
            say!(self, "share-all-but", frequency = self.frequency(rest))
        } else {
            self.percent(share)
        }
    }

    /// A number in a sentence: [`Self::number`], and `less than 0.0001` for what would need a power of ten.
    pub fn amount(self, value: f64) -> String {
        if value > 0.0 && value < SMALL {
            say!(self, "less-than", number = self.number(SMALL))
        } else {
            self.number(value)
        }
    }

    /// So much of `of` things: a share of them as a number, which reads like all of them only where it is.
    pub fn part(self, share: f64, of: f64) -> String {
        let text = self.amount(share * of);
        if share < 1.0 && text == self.number(of) {
            say!(self, "nearly-all")
        } else {
            text
        }
    }

    /// A small rate as a percentage and a natural frequency: `0.01 % (1 in 10,000)`; the latter alone for a rate that no
    /// percentage makes readable.
    pub fn rate(self, share: f64) -> String {
        if (RAREST..0.05).contains(&share) {
            format!("{} ({})", self.percent(share), self.frequency(share))
        } else {
            self.share(share)
        }
    }

    /// A share above nought as a natural frequency (Gigerenzer and Hoffrage 1995).
    fn frequency(self, share: f64) -> String {
        if share < LEAST {
            return say!(self, "share-least");
        }
        say!(self, "one-in", many = self.number(1.0 / share))
    }

    /// A number with its unit, that of a key or of a metric: `5 a day`, `0.05 %`, `12 flags/day`.
    pub fn quantity(self, value: f64, unit: &str) -> String {
        if unit.starts_with("share") {
            return self.share(value);
        }
        let shown = if unit == "1/year" {
            100.0 * value
        } else {
            value
        };
        self.with_unit(self.number(shown), unit)
    }

    /// A number with four significant digits and its unit: `12,340`, `0.05006 %`.
    pub fn precise(self, value: f64, unit: &str) -> String {
        let four = |x: f64| self.numerals().significant(x, 4);
        if unit.starts_with("share") {
            if value > 0.0 && value < RARE {
                return say!(self, "one-in", many = four(1.0 / value));
            }
            return format!("{} %", four(100.0 * value));
        }
        let shown = if unit == "1/year" {
            100.0 * value
        } else {
            value
        };
        self.with_unit(four(shown), unit)
    }

    /// What a small share leaves of the whole, with four digits that are no nines: `99.94994 %`.
    pub fn complement(self, share: f64) -> String {
        if share < RARE {
            return self.share(1.0 - share);
        }
        let first = libm::floor(libm::log10(100.0 * share)) as i32;
        let decimals = usize::try_from(3 - first).unwrap_or(0);
        format!(
            "{} %",
            self.numerals().trimmed(100.0 * (1.0 - share), decimals)
        )
    }

    fn with_unit(self, number: String, unit: &str) -> String {
        let id = match unit {
            "" | "count" | "number" | "ratio" => return number,
            "1/day" => "quantity-per-day",
            "1/hour" => "quantity-per-hour",
            "1/year" => "quantity-per-year",
            "days" => "quantity-days",
            "hours/day" => "quantity-hours-per-day",
            "EUR/hour" => "quantity-euro-per-hour",
            "EUR/item" => "quantity-euro-per-item",
            unit => return format!("{number} {}", self.translate(unit)),
        };
        self.message(id, &[("number", Argument::from(number))])
    }

    /// A list of things that all hold: `a, b and c`.
    pub fn and<S: AsRef<str>>(self, parts: &[S]) -> String {
        list(parts, &say!(self, "list-and"))
    }

    /// A list of alternatives: `a, b or c`.
    pub fn or<S: AsRef<str>>(self, parts: &[S]) -> String {
        list(parts, &say!(self, "list-or"))
    }
}

fn list<S: AsRef<str>>(parts: &[S], word: &str) -> String {
    let parts: Vec<&str> = parts.iter().map(AsRef::as_ref).collect();
    match parts.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} {word} {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dutch() -> Language {
        Language::find("nl").expect("Dutch is there")
    }

    #[test]
    fn shares_can_be_read_aloud() {
        for (share, english) in [
            (0.0, "0 %"),
            (1e-30, "less than 1 in a trillion"),
            (5.29e-9, "1 in 189 million"),
            (9.9e-6, "1 in 101,000"),
            (9.999_999e-6, "0.001 %"),
            (1e-5, "0.001 %"),
            (0.584, "58.4 %"),
            (0.9999, "99.99 %"),
            (0.999_999_995, "all but 1 in 200 million"),
            (1.0, "100 %"),
            (1.2, "120 %"),
            (-0.1, "-10 %"),
            (f64::NAN, "undefined"),
        ] {
            assert_eq!(Language::default().share(share), english);
        }
        assert_eq!(dutch().share(5.29e-9), "1 op 189 miljoen");
        assert_eq!(dutch().share(0.000_05), "0,005 %");
    }

    #[test]
    fn amounts_are_free_of_powers_of_ten() {
        let english = Language::default();
        assert_eq!(english.amount(3e-9), "less than 0.0001");
        assert_eq!(dutch().amount(3e-9), "minder dan 0,0001");
        assert_eq!(english.amount(1234.0), "1,234");
        assert_eq!(english.part(0.999_999_9, 1e6), "nearly all");
        assert_eq!(english.part(0.25, 1e6), "250,000");
        assert_eq!(english.part(1.0, 1e6), "1 million");
    }

    #[test]
    fn only_the_whole_is_100_percent() {
        let english = Language::default();
        assert_eq!(english.percent(0.999_612_3), "99.9612 %");
        assert_eq!(english.percent(0.999_999_97), "99.999997 %");
        assert_eq!(english.percent(1.0 - 1e-14), "> 99.99999999 %");
        assert_eq!(english.percent(1.0), "100 %");
    }

    #[test]
    fn small_rates_have_a_natural_frequency() {
        let english = Language::default();
        assert_eq!(english.rate(1e-4), "0.01 % (1 in 10,000)");
        assert_eq!(dutch().rate(1e-4), "0,01 % (1 op 10.000)");
        assert_eq!(english.rate(1e-6), "0.0001 % (1 in 1 million)");
        assert_eq!(english.rate(2e-11), "1 in 50 billion");
        assert_eq!(english.rate(0.2), "20 %");
        assert_eq!(english.rate(0.0), "0 %");
    }

    #[test]
    fn quantities_have_the_units_of_the_language() {
        assert_eq!(Language::default().quantity(2.5, "1/day"), "2.5 a day");
        assert_eq!(dutch().quantity(2.5, "1/day"), "2,5 per dag");
        assert_eq!(dutch().quantity(0.5, "share of flags"), "50 %");
        assert_eq!(dutch().quantity(0.02, "1/year"), "2 % per jaar");
        assert_eq!(dutch().quantity(3.0, "ratio"), "3");
        assert_eq!(dutch().precise(0.000_500_6, "share"), "0,05006 %");
        assert_eq!(dutch().precise(12_344.4, "1/day"), "12.344 per dag");
        assert_eq!(dutch().complement(0.000_500_6), "99,94994 %");
        assert_eq!(
            Language::default().precise(2e-8, "share"),
            "1 in 50,000,000"
        );
        assert_eq!(
            Language::default().complement(2e-8),
            "all but 1 in 50 million"
        );
    }

    #[test]
    fn lists_end_with_a_word() {
        assert_eq!(Language::default().and(&["a", "b", "c"]), "a, b and c");
        assert_eq!(dutch().or(&["a", "b"]), "a of b");
        assert_eq!(dutch().and::<&str>(&[]), "");
    }
}
