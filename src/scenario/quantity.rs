//! Numbers as people write them: `"5.4 per 100 000"`, `"100 billion/day"`, `"0.1 to 10 per million"`.

mod lex;
mod unit;

use crate::units::Dim;
use lex::{Token, tokenise};
use unit::{UnitText, number, read_unit};

/// A number read from text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Written {
    /// One number.
    Single(f64),
    /// Two ends of a 90 % interval.
    Interval(f64, f64),
}

/// Why a text is not a number of its dimension, and what to write instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Misread {
    /// What is wrong.
    pub(crate) message: String,
    /// What to write instead.
    pub(crate) help: String,
}

impl Misread {
    fn new(dim: Dim, message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            help: format!("this is {}: write {}", dim.noun(), dim.examples()),
        }
    }
}

/// Reads `text` as a quantity of dimension `dim`, in the unit that the library calculates in.
///
/// # Errors
///
/// [`Misread`] when the text is no number, or its unit is missing or of another dimension.
pub(crate) fn parse(text: &str, dim: Dim) -> Result<Written, Misread> {
    let tokens = tokenise(text).map_err(|message| Misread::new(dim, message))?;
    let to = tokens
        .iter()
        .position(|t| matches!(t, Token::Word(w) if w == "to"));
    let Some(to) = to else {
        return evaluate(&tokens, None, dim).map(Written::Single);
    };
    let (low, high) = (&tokens[..to], &tokens[to + 1..]);
    let low = evaluate_low(low, high, dim)?;
    let high = evaluate(high, None, dim)?;
    if low >= high {
        return Err(Misread {
            message: format!("the interval `{text}` does not go from low to high"),
            help: "write the 5 % quantile first and the 95 % quantile second".into(),
        });
    }
    Ok(Written::Interval(low, high))
}

/// The lower end of an interval, which may leave out what the upper end says: `"100 to 140 billion/day"`,
/// `"100 billion to 140 billion/day"`.
fn evaluate_low(low: &[Token], high: &[Token], dim: Dim) -> Result<f64, Misread> {
    let high_unit = high.get(1..).unwrap_or(&[]);
    if low.len() == 1 {
        return evaluate(low, Some(high_unit), dim);
    }
    let own = evaluate(low, None, dim);
    let divider = high_unit.iter().position(|t| match t {
        Token::Slash => true,
        Token::Word(w) => w == "per",
        _ => false,
    });
    match (own, divider) {
        (Err(_), Some(at)) => {
            let unit: Vec<Token> = low
                .iter()
                .skip(1)
                .chain(&high_unit[at..])
                .cloned()
                .collect();
            evaluate(low, Some(&unit), dim)
        }
        (own, _) => own,
    }
}

/// Reads a bare number of a file (without quotes) as a quantity of dimension `dim`.
///
/// # Errors
///
/// [`Misread`] when the dimension needs a unit.
pub(crate) fn bare(number: f64, dim: Dim) -> Result<f64, Misread> {
    match dim {
        Dim::Share | Dim::Number | Dim::Ratio | Dim::Count => Ok(number),
        _ => Err(Misread::new(
            dim,
            format!("`{number}` has no unit, and {} needs one", dim.noun()),
        )),
    }
}

/// Writes a number of dimension `dim` so that `parse` reads the same number back.
pub fn print(value: f64, dim: Dim) -> String {
    match dim {
        Dim::Share | Dim::Number | Dim::Ratio | Dim::Count => format!("{value}"),
        Dim::PerDay => format!("{value}/day"),
        Dim::PerHour => format!("{value}/hour"),
        Dim::PerYear => format!("{value} per 1/year"),
        Dim::Days => format!("{value} days"),
        Dim::HoursPerDay => format!("{value} h"),
        Dim::EurPerHour => format!("{value} EUR/hour"),
        Dim::EurPerItem => format!("{value} EUR"),
    }
}

fn evaluate(tokens: &[Token], unit: Option<&[Token]>, dim: Dim) -> Result<f64, Misread> {
    let (euro_first, tokens) = match tokens.first() {
        Some(Token::Word(w)) if w == "eur" => (true, &tokens[1..]),
        _ => (false, tokens),
    };
    let Some(Token::Number(digits)) = tokens.first() else {
        return Err(Misread::new(dim, "this does not begin with a number"));
    };
    let unit_tokens = unit.unwrap_or(&tokens[1..]);
    let mut unit = read_unit(unit_tokens).map_err(|m| Misread::new(dim, m))?;
    unit.euro |= euro_first;
    convert(digits, &unit, dim)
}

/// `digits · 10^exponent / divisor`, rounded once when the divisor is a power of ten.
fn divided(digits: &str, exponent: i32, divisor: f64) -> f64 {
    let power = libm::round(libm::log10(divisor));
    if power.abs() < 300.0 && number("1", power as i32) == divisor {
        number(digits, exponent - power as i32)
    } else {
        number(digits, exponent) / divisor
    }
}

const DAY: f64 = 86_400.0;
const HOUR: f64 = 3600.0;

fn convert(digits: &str, unit: &UnitText, dim: Dim) -> Result<f64, Misread> {
    let wrong = |message: String| Err(Misread::new(dim, message));
    let value = number(digits, unit.exponent);
    let fraction = divided(digits, unit.exponent, unit.per_number.unwrap_or(1.0));
    let no_time = unit.time.is_none() && unit.per_time.is_none();
    let percent = format!("a percentage where {} is wanted", dim.noun());
    let result = match dim {
        _ if unit.euro && !matches!(dim, Dim::EurPerHour | Dim::EurPerItem) => {
            return wrong("an amount of money does not belong here".into());
        }
        Dim::Share | Dim::Ratio if no_time => fraction,
        Dim::Number | Dim::Count if unit.percent => return wrong(percent),
        Dim::Number | Dim::Count if no_time && unit.per_number.is_none() => value,
        Dim::PerDay | Dim::PerHour if unit.percent => return wrong(percent),
        Dim::PerDay | Dim::PerHour => {
            let day = if dim == Dim::PerDay { DAY } else { HOUR };
            match (unit.time, unit.per_time, unit.per_thing) {
                (None, Some(per), false) => rescale(fraction, day, per),
                (Some(time), None, true) if value > 0.0 => day / (value * time),
                (None, None, _) => return wrong(format!("`{digits}` is a rate without its unit")),
                _ => return wrong("the unit is not that of a rate".into()),
            }
        }
        Dim::PerYear => match (unit.time, unit.per_time) {
            (None, Some(per)) => rescale(fraction, 365.0 * DAY, per),
            _ => return wrong(format!("`{digits}` is a growth rate without its unit")),
        },
        Dim::Days | Dim::HoursPerDay => match (unit.time, unit.per_time) {
            (Some(time), per) if per.is_none() || (dim == Dim::HoursPerDay && per == Some(DAY)) => {
                let base = if dim == Dim::Days { DAY } else { HOUR };
                rescale(value, time, base)
            }
            (None, None) => return wrong(format!("`{digits}` has no unit of time")),
            _ => return wrong("the unit is not that of a length of time".into()),
        },
        Dim::EurPerHour => match (unit.euro, unit.time, unit.per_time) {
            (true, None, Some(per)) => rescale(value, HOUR, per),
            _ => return wrong("a cost per hour needs its currency and its time".into()),
        },
        Dim::EurPerItem if unit.euro && no_time => fraction,
        Dim::EurPerItem => return wrong("a cost per item needs its currency".into()),
        Dim::Share | Dim::Number | Dim::Ratio | Dim::Count if !no_time => {
            return wrong(format!("a unit of time where {} is wanted", dim.noun()));
        }
        Dim::Share | Dim::Number | Dim::Ratio | Dim::Count => {
            return wrong(format!("a denominator where {} is wanted", dim.noun()));
        }
    };
    if result.is_finite() {
        Ok(result)
    } else {
        wrong(format!("`{digits}` is not a number that can be held"))
    }
}

/// `value · to / from`, without rounding when the units are the same.
fn rescale(value: f64, to: f64, from: f64) -> f64 {
    if to == from { value } else { value * to / from }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn one(text: &str, dim: Dim) -> f64 {
        match parse(text, dim) {
            Ok(Written::Single(v)) => v,
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn people_write_numbers_like_this() {
        assert_eq!(one("0.01 %", Dim::Share), 0.0001);
        assert_eq!(one("5.4 per 100 000", Dim::Share), 5.4e-5);
        assert_eq!(one("1 in 50 billion", Dim::Share), 2e-11);
        assert_eq!(one("3.2 per million items", Dim::Share), 3.2e-6);
        assert_eq!(one("100 billion/day", Dim::PerDay), 1e11);
        assert_eq!(one("870 tips per day", Dim::PerDay), 870.0);
        assert_eq!(one("365 000 per year", Dim::PerDay), 1000.0);
        assert_eq!(one("1_114_000/day", Dim::PerDay), 1_114_000.0);
        assert_eq!(one("144 s per item", Dim::PerHour), 25.0);
        assert_eq!(one("30 s", Dim::Days), 30.0 / 86_400.0);
        assert_eq!(one("24 months", Dim::Days), 730.0);
        assert_eq!(one("6 h/day", Dim::HoursPerDay), 6.0);
        assert_eq!(one("-2 %/year", Dim::PerYear), -0.02);
        assert_eq!(one("5 EUR per million items", Dim::EurPerItem), 5e-6);
        assert_eq!(one("€ 35/hour", Dim::EurPerHour), 35.0);
        assert_eq!(one("450 million", Dim::Count), 450e6);
    }

    #[test]
    fn intervals_share_the_unit_of_their_upper_end() {
        let read = parse("0.1 to 10 per million", Dim::Share);
        assert_eq!(read, Ok(Written::Interval(1e-7, 1e-5)));
        let read = parse("100 to 140 billion/day", Dim::PerDay);
        assert_eq!(read, Ok(Written::Interval(1e11, 1.4e11)));
        let read = parse("100 billion to 140 billion/day", Dim::PerDay);
        assert_eq!(read, Ok(Written::Interval(1e11, 1.4e11)));
        let read = parse("1 in 50 billion to 1 in 1 million", Dim::Share);
        assert_eq!(read, Ok(Written::Interval(2e-11, 1e-6)));
        assert!(parse("10 to 0.1 per million", Dim::Share).is_err());
    }

    #[test]
    fn wrong_dimensions_are_refused() {
        for (text, dim) in [
            ("30", Dim::PerDay),
            ("5 %", Dim::Count),
            ("5 %/day", Dim::PerDay),
            ("10/day", Dim::Share),
            ("10", Dim::Days),
            ("10 kg", Dim::Count),
            ("1,5", Dim::Number),
            ("3 EUR", Dim::Share),
            ("12", Dim::EurPerHour),
            ("", Dim::Share),
            ("to", Dim::Share),
            ("1 2 3", Dim::Share),
            ("1e999", Dim::Number),
            ("1 in 0", Dim::Share),
        ] {
            assert!(parse(text, dim).is_err(), "{text} as {dim:?}");
        }
    }

    proptest! {
        #[test]
        fn printing_and_parsing_give_the_number_back(value in 0.0_f64..1e15, which in 0_usize..11) {
            let dim = [
                Dim::Share, Dim::Number, Dim::Ratio, Dim::Count, Dim::PerDay, Dim::PerHour,
                Dim::PerYear, Dim::Days, Dim::HoursPerDay, Dim::EurPerHour, Dim::EurPerItem,
            ][which];
            prop_assert_eq!(parse(&print(value, dim), dim), Ok(Written::Single(value)));
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,40}", which in 0_usize..4) {
            let dim = [Dim::Share, Dim::PerDay, Dim::Days, Dim::EurPerItem][which];
            let _ = parse(&text, dim);
        }
    }
}
