//! The unit behind a number: scale, percent, money, time, what it is counted per.

use super::lex::Token;

/// The unit behind a number, taken apart.
#[derive(Debug, Default)]
pub(super) struct UnitText {
    pub(super) exponent: i32,
    pub(super) percent: bool,
    pub(super) euro: bool,
    pub(super) time: Option<f64>,
    pub(super) per_number: Option<f64>,
    pub(super) per_time: Option<f64>,
    pub(super) per_thing: bool,
}

/// Reads what stands behind a number.
pub(super) fn read_unit(tokens: &[Token]) -> Result<UnitText, String> {
    let mut unit = UnitText::default();
    let mut rest = tokens;
    let mut divided = false;
    while let Some((token, tail)) = rest.split_first() {
        rest = tail;
        match token {
            Token::Percent => {
                unit.exponent -= 2;
                unit.percent = true;
            }
            Token::Permille => {
                unit.exponent -= 3;
                unit.percent = true;
            }
            Token::Slash => divided = true,
            Token::Word(w) if matches!(w.as_str(), "per" | "in" | "a" | "an") => divided = true,
            Token::Word(w) if w == "each" => unit.per_thing = true,
            Token::Word(w) if w == "eur" || w == "euro" || w == "euros" => unit.euro = true,
            Token::Word(w) => read_word(w, divided, &mut unit)?,
            Token::Number(n) if divided && unit.per_number.is_none() => {
                unit.per_number = Some(number(n, 0));
            }
            Token::Number(n) => return Err(format!("`{n}` is one number too many")),
        }
    }
    Ok(unit)
}

fn read_word(word: &str, divided: bool, unit: &mut UnitText) -> Result<(), String> {
    if let Some(exponent) = scale(word) {
        if divided {
            let base = unit.per_number.unwrap_or(1.0);
            unit.per_number = Some(number(&format!("{base}"), exponent));
        } else {
            unit.exponent += exponent;
        }
    } else if let Some(days) = time_unit(word) {
        let slot = if divided {
            &mut unit.per_time
        } else {
            &mut unit.time
        };
        if slot.replace(days).is_some() {
            return Err(format!("`{word}` is one unit of time too many"));
        }
    } else if THINGS.contains(&word) {
        unit.per_thing |= divided && unit.per_number.is_none() && unit.per_time.is_none();
    } else {
        return Err(format!("`{word}` is not a unit"));
    }
    Ok(())
}

/// Words for what is counted; they say nothing that the key does not say already.
const THINGS: &[&str] = &[
    "item",
    "items",
    "message",
    "messages",
    "image",
    "images",
    "picture",
    "pictures",
    "photo",
    "photos",
    "video",
    "videos",
    "text",
    "texts",
    "flag",
    "flags",
    "report",
    "reports",
    "case",
    "cases",
    "account",
    "accounts",
    "people",
    "person",
    "persons",
    "users",
    "user",
    "piece",
    "pieces",
    "hash",
    "hashes",
    "entries",
    "copies",
    "bits",
    "fte",
    "file",
    "files",
    "tip",
    "tips",
    "referral",
    "referrals",
    "chat",
    "chats",
    "post",
    "posts",
];

fn scale(word: &str) -> Option<i32> {
    Some(match word {
        "hundred" => 2,
        "thousand" | "k" => 3,
        "million" | "mln" => 6,
        "billion" | "bn" => 9,
        "trillion" | "tn" => 12,
        _ => return None,
    })
}

/// Length of a unit of time, in seconds. A year has 365 days and a month a twelfth of that.
fn time_unit(word: &str) -> Option<f64> {
    Some(match word {
        "s" | "sec" | "second" | "seconds" => 1.0,
        "min" | "minute" | "minutes" => 60.0,
        "h" | "hour" | "hours" => 3600.0,
        "d" | "day" | "days" => 86_400.0,
        "week" | "weeks" => 604_800.0,
        "month" | "months" => 2_628_000.0,
        "y" | "yr" | "year" | "years" => 31_536_000.0,
        _ => return None,
    })
}

/// The decimal number `digits · 10^exponent`, rounded once.
pub(super) fn number(digits: &str, exponent: i32) -> f64 {
    let (mantissa, own) = digits.split_once('e').unwrap_or((digits, "0"));
    let own: i32 = own.parse().unwrap_or(0);
    format!("{mantissa}e{}", own.saturating_add(exponent))
        .parse()
        .unwrap_or(f64::NAN)
}
