//! Two-level fractional factorial designs (Box and Hunter, 1961): a part of the 2ᵏ combinations,
//! chosen so that it is known which effects can no longer be told apart.
//!
//! Factors are letters, A to Q without I, which stands for the mean. Base factors run through all
//! combinations; each other factor is a product of base factors, written as a generator `D=ABC` or
//! `E=-AB`, with levels −1 and +1. Products of generators are the defining words; the length of the
//! shortest is the resolution.

use super::{DesignError, standard};

/// The letters of factors, in order.
const LETTERS: &str = "ABCDEFGHJKLMNOPQ";

/// The most factors, one for each letter.
pub const FACTORS: usize = 16;

/// A set of factors, whose product is an effect, and its sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Word {
    factors: u16,
    negative: bool,
}

/// A two-level fractional factorial design.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fractional {
    factors: usize,
    /// One for each factor: what its level is the product of.
    columns: Vec<Word>,
    base: usize,
    defining: Vec<Word>,
}

impl Fractional {
    /// The design of `factors` factors in which the last letters are generated.
    ///
    /// Without generators it is the full factorial design. Every generator names one of the last
    /// factors on its left and two or more base factors on its right.
    ///
    /// # Errors
    /// No factors or more than 16; a generator that cannot be read, that names a factor which is
    /// not there, is generated twice or not at all; two generators that make two factors the same.
    pub fn new<S: AsRef<str>>(factors: usize, generators: &[S]) -> Result<Self, DesignError> {
        if factors == 0 || factors == generators.len() {
            return Err(DesignError::NoFactors);
        }
        if factors > FACTORS || generators.len() > factors {
            return Err(DesignError::TooManyFactors {
                factors: factors.max(generators.len()),
                available: FACTORS.min(factors),
            });
        }
        let base = factors - generators.len();
        let mut columns: Vec<Word> = (0..base).map(Word::single).collect();
        columns.resize(factors, Word::MEAN);
        for text in generators.iter().map(AsRef::as_ref) {
            let (left, right) =
                read(text, factors, base).map_err(|reason| refusal(text, reason))?;
            if columns[left] != Word::MEAN {
                return Err(refusal(text, "its factor has a generator already".into()));
            }
            columns[left] = right;
        }
        let defining = defining_words(&columns, base);
        let design = Self {
            factors,
            columns,
            base,
            defining,
        };
        design.refuse_twins(generators)?;
        Ok(design)
    }

    /// A standard design: the fewest rows with at least this resolution, for 3 to 15 factors, after the
    /// table of Box, Hunter and Hunter (1978, 2005). Its resolution may be higher than asked for.
    ///
    /// # Errors
    /// No such design is in the table.
    pub fn standard(factors: usize, resolution: u32) -> Result<Self, DesignError> {
        let mut fitting = standard::TABLE
            .iter()
            .filter(|row| row.factors == factors && row.resolution >= resolution);
        match fitting.next_back() {
            Some(row) => {
                let generators: Vec<&str> = row.generators.split(' ').collect();
                Self::new(factors, &generators)
            }
            None => Err(DesignError::NoStandard {
                factors,
                resolution,
            }),
        }
    }

    /// How many rows there are: 2 to the number of base factors.
    pub fn points(&self) -> u64 {
        1 << self.base
    }

    /// How many factors there are.
    pub fn factors(&self) -> usize {
        self.factors
    }

    /// The levels of a row, 0 for low and 1 for high; nothing beyond the last row. The first factor
    /// changes fastest, as in Yates' standard order.
    pub fn point(&self, row: u64) -> Option<Vec<u32>> {
        let high = (row < self.points()).then_some(row as u16)?;
        let level = |column: &Word| {
            let lows = (column.factors & !high).count_ones() + u32::from(column.negative);
            1 - lows % 2
        };
        Some(self.columns.iter().map(level).collect())
    }

    /// The products of factors that are the same in all rows, shortest first; empty when every
    /// combination is a row.
    pub fn defining(&self) -> &[Word] {
        &self.defining
    }

    /// The length of the shortest defining word. III: an effect of one factor is mixed with effects of
    /// two; IV: effects of two with each other; V: neither. Nothing for a full design.
    pub fn resolution(&self) -> Option<u32> {
        self.defining.first().map(|word| word.order())
    }

    /// The effects of at most `order` factors that cannot be told from this one, with the sign with
    /// which they enter its estimate; shortest first.
    pub fn aliases(&self, effect: Word, order: u32) -> Vec<Word> {
        let mut aliases: Vec<Word> = self
            .defining
            .iter()
            .map(|word| word.times(effect))
            .filter(|alias| alias.order() <= order)
            .collect();
        aliases.sort_by_key(|word| (word.order(), word.factors.reverse_bits().wrapping_neg()));
        aliases
    }

    /// Two factors that are equal, or opposite, in all rows cannot be told apart at all.
    fn refuse_twins<S: AsRef<str>>(&self, generators: &[S]) -> Result<(), DesignError> {
        match self.defining.first().filter(|word| word.order() <= 2) {
            None => Ok(()),
            Some(word) => {
                let letters = Word {
                    negative: false,
                    ..*word
                }
                .to_string();
                let text = generators
                    .iter()
                    .map(AsRef::as_ref)
                    .find(|text| text.trim_start().starts_with(|c| letters.contains(c)));
                let reason =
                    format!("the levels of the factors {letters} would not be independent");
                Err(refusal(text.unwrap_or_default(), reason))
            }
        }
    }
}

impl Word {
    /// The product of no factors: the mean.
    const MEAN: Self = Self {
        factors: 0,
        negative: false,
    };

    /// The effect of factor number `factor` alone, from 0 to 15.
    fn single(factor: usize) -> Self {
        Self {
            factors: 1 << factor,
            negative: false,
        }
    }

    /// The effect that a product of letters stands for, such as `AB` or `-ACD`; `I` is the mean.
    ///
    /// # Errors
    /// An unknown letter, a letter that occurs twice, or no letters.
    pub fn read(text: &str) -> Result<Self, DesignError> {
        letters(text).map_err(|reason| refusal(text, reason))
    }

    /// How many factors it is the product of.
    pub fn order(&self) -> u32 {
        self.factors.count_ones()
    }

    fn times(self, other: Self) -> Self {
        Self {
            factors: self.factors ^ other.factors,
            negative: self.negative ^ other.negative,
        }
    }
}

impl std::fmt::Display for Word {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.negative {
            f.write_str("-")?;
        }
        if self.factors == 0 {
            return f.write_str("I");
        }
        for (i, letter) in LETTERS.char_indices() {
            if (self.factors >> i) & 1 == 1 {
                write!(f, "{letter}")?;
            }
        }
        Ok(())
    }
}

fn refusal(word: &str, reason: String) -> DesignError {
    DesignError::Generator {
        word: word.to_owned(),
        reason,
    }
}

/// Reads a product of letters with its sign.
fn letters(text: &str) -> Result<Word, String> {
    let text = text.trim();
    let (negative, product) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    if product == "I" {
        return Ok(Word {
            factors: 0,
            negative,
        });
    }
    let mut factors = 0;
    for letter in product.chars() {
        let place = LETTERS
            .find(letter)
            .ok_or_else(|| format!("`{letter}` is not one of the letters {LETTERS}"))?;
        if (factors >> place) & 1 == 1 {
            return Err(format!("`{letter}` occurs twice"));
        }
        factors |= 1 << place;
    }
    match factors {
        0 => Err("there are no letters".into()),
        _ => Ok(Word { factors, negative }),
    }
}

/// Reads a generator: the number of the factor that is generated, and what it is the product of.
fn read(text: &str, factors: usize, base: usize) -> Result<(usize, Word), String> {
    let (left, right) = text.split_once('=').ok_or("it has no `=`")?;
    let (left, right) = (letters(left)?, letters(right)?);
    let place = left.factors.trailing_zeros() as usize;
    if left.order() != 1 || left.negative {
        return Err("its left side must be one letter".into());
    }
    let name = |place: usize| &LETTERS[place..=place];
    if place >= factors {
        return Err(format!(
            "the last of {factors} factors is {}",
            name(factors - 1)
        ));
    }
    if place < base {
        return Err(format!(
            "with so many generators the factors A to {} are the base, and only later ones are generated",
            name(base - 1)
        ));
    }
    if u32::from(right.factors) >> base != 0 {
        return Err(format!(
            "its right side may name A to {} only",
            name(base - 1)
        ));
    }
    if right.order() < 2 {
        return Err("its right side must be a product of at least two factors".into());
    }
    Ok((place, right))
}

/// All products of generators, shortest first.
fn defining_words(columns: &[Word], base: usize) -> Vec<Word> {
    let mut words = vec![Word::MEAN];
    for (place, column) in columns.iter().enumerate().skip(base) {
        let generator = column.times(Word::single(place));
        let products: Vec<Word> = words.iter().map(|word| word.times(generator)).collect();
        words.extend(products);
    }
    words.swap_remove(0);
    words.sort_by_key(|word| (word.order(), word.factors.reverse_bits().wrapping_neg()));
    words
}

#[cfg(test)]
#[path = "fractional/tests.rs"]
mod tests;
