//! Text to numbers, words and signs.

/// A part of a written quantity.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token {
    Number(String),
    Word(String),
    Percent,
    Permille,
    Slash,
}

pub(super) fn tokenise(text: &str) -> Result<Vec<Token>, String> {
    let chars: Vec<char> = text.chars().collect();
    let mut tokens = Vec::new();
    let mut i = 0;
    while i < chars.len() {
        let c = chars[i];
        let signed = matches!(c, '-' | '+' | '−')
            && chars
                .get(i + 1)
                .is_some_and(|n| n.is_ascii_digit() || *n == '.');
        if c.is_whitespace() {
            i += 1;
        } else if c.is_ascii_digit() || c == '.' || signed {
            let (number, next) = lex_number(&chars, i)?;
            tokens.push(Token::Number(number));
            i = next;
        } else if c == '%' || c == '‰' || c == '/' {
            tokens.push(match c {
                '%' => Token::Percent,
                '‰' => Token::Permille,
                _ => Token::Slash,
            });
            i += 1;
        } else if c == '€' {
            tokens.push(Token::Word("eur".into()));
            i += 1;
        } else if c.is_alphabetic() {
            let start = i;
            while i < chars.len() && (chars[i].is_alphabetic() || chars[i] == '-') {
                i += 1;
            }
            let word: String = chars[start..i].iter().collect();
            tokens.push(Token::Word(word.to_lowercase()));
        } else if c == ',' {
            return Err(format!(
                "`{text}` has a comma: decimals take a point, thousands a space"
            ));
        } else {
            return Err(format!("`{c}` is not part of a number or a unit"));
        }
    }
    Ok(tokens)
}

/// Whether the character at `i` stands between groups of digits: `_`, or white space before exactly three of them.
fn separates(chars: &[char], i: usize, first: bool) -> bool {
    let digit = |i: usize| chars.get(i).is_some_and(char::is_ascii_digit);
    match chars.get(i) {
        Some('_') => digit(i + 1),
        Some(c) if c.is_whitespace() && !first => (1..=3).all(|k| digit(i + k)) && !digit(i + 4),
        _ => false,
    }
}

/// Reads digits with groups (`100 000`, `1_114_000`), a decimal part and an exponent.
fn lex_number(chars: &[char], start: usize) -> Result<(String, usize), String> {
    let mut out = String::new();
    let mut i = start;
    if matches!(chars[i], '-' | '−') {
        out.push('-');
        i += 1;
    } else if chars[i] == '+' {
        i += 1;
    }
    let digit = |i: usize| chars.get(i).is_some_and(char::is_ascii_digit);
    loop {
        if digit(i) {
            out.push(chars[i]);
            i += 1;
        } else if separates(chars, i, out.is_empty()) {
            i += 1;
        } else {
            break;
        }
    }
    if chars.get(i) == Some(&'.') {
        out.push('.');
        i += 1;
        while digit(i) {
            out.push(chars[i]);
            i += 1;
        }
    }
    let exponent_digits = if matches!(chars.get(i + 1), Some('-' | '+')) {
        i + 2
    } else {
        i + 1
    };
    if matches!(chars.get(i), Some('e' | 'E')) && digit(exponent_digits) {
        out.push('e');
        out.extend(&chars[i + 1..exponent_digits]);
        i = exponent_digits;
        while digit(i) {
            out.push(chars[i]);
            i += 1;
        }
    }
    match out.parse::<f64>() {
        Ok(v) if v.is_finite() => Ok((out, i)),
        _ => Err(format!("`{out}` is not a number that can be held")),
    }
}
