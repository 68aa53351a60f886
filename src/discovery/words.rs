//! A box in plain words.
//!
//! [`Statement`] holds what is said; [`Statement::words`] says it in a language.

use super::prim::QuasiP;
use super::region::Quality;
use super::{Limit, Region};
use crate::language::Language;
use crate::say;

/// What is asked of one column; values are already written with their units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Relation {
    /// Greater than a value.
    Above(String),
    /// Less than a value.
    Below(String),
    /// Between two values.
    Between {
        /// Lower limit.
        low: String,
        /// Upper limit.
        high: String,
    },
    /// A count that reaches a value.
    AtLeast(String),
    /// A count that does not reach a value.
    FewerThan(String),
    /// A count from one value to another, both included.
    FromTo {
        /// Least count.
        low: String,
        /// Greatest count.
        high: String,
    },
    /// One of some categories.
    OneOf(Vec<String>),
}

/// A restricted column that is worth saying.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// Name of the column.
    pub name: String,
    /// What is asked of it.
    pub relation: Relation,
}

/// A box as a sentence, before a language is chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// What is asked, in the order of the columns.
    pub conditions: Vec<Condition>,
    /// Restricted columns that are left out because chance could have restricted them.
    pub left_out: Vec<String>,
    /// Of 100 cases of interest, how many are in the box.
    pub coverage: u32,
    /// Of 100 cases in the box, how many are of interest.
    pub density: u32,
}

/// One column as it is to be spoken of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name<'a> {
    /// The name.
    pub name: &'a str,
    /// Whether it counts things («are fewer than») rather than measures them («is below»).
    pub count: bool,
}

impl Statement {
    /// The statement of a box.
    ///
    /// `names` has one entry for each column (a missing one is called «column 3»); `format` writes a value of a column
    /// with its unit, for categories the name of a code. A column whose quasi-p value is above `chance` is left out, and
    /// so is a single end whose own value is; coverage and density are those of the box with all its limits.
    pub fn new(
        region: &Region,
        quality: &Quality,
        quasi_p: &[QuasiP],
        chance: f64,
        names: &[Name<'_>],
        format: impl Fn(usize, f64) -> String,
    ) -> Self {
        let (mut conditions, mut left_out) = (Vec::new(), Vec::new());
        for column in region.restricted() {
            let fallback = format!("column {}", column + 1);
            let (name, count) = names
                .get(column)
                .map_or((fallback.as_str(), false), |n| (n.name, n.count));
            let p = quasi_p.iter().find(|p| p.column == column);
            let limit = significant(region.limits[column], p, chance);
            match relation(limit, count, |value| format(column, value)) {
                Some(relation) => conditions.push(Condition {
                    name: name.to_owned(),
                    relation,
                }),
                None => left_out.push(name.to_owned()),
            }
        }
        Self {
            conditions,
            left_out,
            coverage: of_hundred(quality.coverage),
            density: of_hundred(quality.density),
        }
    }

    /// The sentence in a language; `such` names the cases of interest, for example «cases in which the margin is missed».
    pub fn words(&self, such: &str, language: Language) -> String {
        let numbers = say!(
            language,
            "box-numbers",
            such = such,
            covered = u64::from(self.coverage),
            coverage = self.coverage.to_string(),
            dense = u64::from(self.density),
            density = self.density.to_string()
        );
        let conditions = self.conditions.iter().map(|c| words(c, language));
        let conditions: Vec<String> = conditions.collect();
        if conditions.is_empty() {
            say!(language, "box-no-restriction", numbers = numbers)
        } else {
            say!(
                language,
                "box-when",
                conditions = language.and(&conditions),
                numbers = numbers
            )
        }
    }
}

/// The limit without what chance could have set.
fn significant(limit: Limit, p: Option<&QuasiP>, chance: f64) -> Limit {
    let Some(p) = p else { return limit };
    let by_chance = |p: Option<f64>| p.is_some_and(|p| p > chance);
    match limit {
        _ if by_chance(Some(p.whole)) => Limit::Free,
        Limit::Range { lower, upper } => {
            let low = if by_chance(p.lower) {
                f64::NEG_INFINITY
            } else {
                lower
            };
            let high = if by_chance(p.upper) {
                f64::INFINITY
            } else {
                upper
            };
            Limit::range(low, high)
        }
        other => other,
    }
}

fn relation(limit: Limit, count: bool, format: impl Fn(f64) -> String) -> Option<Relation> {
    match limit {
        Limit::Free => None,
        Limit::Levels(kept) => {
            let kept = (0..64_u32).filter(|level| kept >> level & 1 == 1);
            Some(Relation::OneOf(
                kept.map(|level| format(f64::from(level))).collect(),
            ))
        }
        Limit::Range { lower, upper } if count => counted(lower, upper, format),
        Limit::Range { lower, upper } => match (lower.is_finite(), upper.is_finite()) {
            (true, true) => Some(Relation::Between {
                low: format(lower),
                high: format(upper),
            }),
            (true, false) => Some(Relation::Above(format(lower))),
            (false, true) => Some(Relation::Below(format(upper))),
            (false, false) => None,
        },
    }
}

/// Limits of a count, said in whole numbers.
fn counted(lower: f64, upper: f64, format: impl Fn(f64) -> String) -> Option<Relation> {
    let (least, greatest) = (libm::ceil(lower), libm::floor(upper));
    match (lower.is_finite(), upper.is_finite()) {
        (true, true) => Some(Relation::FromTo {
            low: format(least),
            high: format(greatest),
        }),
        (true, false) => Some(Relation::AtLeast(format(least))),
        (false, true) => Some(Relation::FewerThan(format(greatest + 1.0))),
        (false, false) => None,
    }
}

/// A share as a natural frequency (Gigerenzer and Hoffrage 1995); all and none are only said where they are exact.
pub(crate) fn of_hundred(share: f64) -> u32 {
    let near = libm::round(100.0 * share) as u32;
    match near {
        100 if share < 1.0 => 99,
        0 if share > 0.0 => 1,
        near => near,
    }
}

fn words(condition: &Condition, language: Language) -> String {
    let name = format!("`{}`", condition.name);
    match &condition.relation {
        Relation::Above(value) => say!(language, "box-above", name = name, value = value),
        Relation::Below(value) => say!(language, "box-below", name = name, value = value),
        Relation::Between { low, high } => {
            say!(language, "box-between", name = name, low = low, high = high)
        }
        Relation::AtLeast(value) => say!(language, "box-at-least", name = name, value = value),
        Relation::FewerThan(value) => say!(language, "box-fewer", name = name, value = value),
        Relation::FromTo { low, high } => {
            say!(language, "box-from-to", name = name, low = low, high = high)
        }
        Relation::OneOf(values) => say!(
            language,
            "box-one-of",
            name = name,
            values = language.or(values)
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const QUALITY: Quality = Quality {
        cases: 200,
        hits: 186,
        coverage: 0.874,
        density: 0.93,
        mass: 0.1,
    };

    const NAMES: [Name<'_>; 4] = [
        Name {
            name: "false-positive rate",
            count: false,
        },
        Name {
            name: "reviewers",
            count: true,
        },
        Name {
            name: "matcher",
            count: false,
        },
        Name {
            name: "volume",
            count: false,
        },
    ];

    fn format(column: usize, value: f64) -> String {
        match column {
            0 => format!("{value:e}"),
            2 => ["hash", "classifier", "both"][value as usize].to_owned(),
            _ => value.to_string(),
        }
    }

    fn region() -> Region {
        Region {
            limits: vec![
                Limit::range(2e-6, f64::INFINITY),
                Limit::range(f64::NEG_INFINITY, 399.0),
                Limit::Free,
                Limit::range(1.0, 2.0),
            ],
        }
    }

    fn p(column: usize, whole: f64, lower: Option<f64>, upper: Option<f64>) -> QuasiP {
        QuasiP {
            column,
            whole,
            lower,
            upper,
        }
    }

    #[test]
    fn the_sentence() {
        let chance = [
            p(0, 1e-9, Some(1e-9), None),
            p(1, 1e-4, None, Some(1e-4)),
            p(3, 0.4, Some(0.4), Some(0.6)),
        ];
        let said = Statement::new(&region(), &QUALITY, &chance, 0.05, &NAMES, format);
        assert_eq!(said.left_out, ["volume"]);
        assert_eq!(
            said.words("such cases", Language::default()),
            "When `false-positive rate` is above 2e-6 and `reviewers` are fewer than 400: \
             of 100 such cases, 87 are in this box; of 100 cases in the box, 93 are such."
        );
    }

    #[test]
    fn one_end_can_be_chance() {
        let half = [p(3, 0.001, Some(0.001), Some(0.6))];
        let said = Statement::new(&region(), &QUALITY, &half, 0.05, &NAMES, format);
        assert_eq!(said.conditions[2].relation, Relation::Above("1".into()));
        // Without quasi-p values nothing is left out.
        let all = Statement::new(&region(), &QUALITY, &[], 0.05, &NAMES, format);
        assert_eq!(all.conditions.len(), 3);
        assert!(
            all.words("failures", Language::default())
                .contains("`volume` is between 1 and 2")
        );
    }

    #[test]
    fn categories_counts_and_nothing() {
        let said = |limits| {
            let region = Region { limits };
            Statement::new(&region, &QUALITY, &[], 0.05, &NAMES[..3], format)
                .words("failures", Language::default())
        };
        let free = Limit::Free;
        assert!(
            said(vec![free, free, Limit::Levels(0b101)])
                .starts_with("When `matcher` is hash or both:")
        );
        let counts = Limit::range(2.5, 7.5);
        assert!(said(vec![free, counts, free]).starts_with("When `reviewers` are from 3 to 7:"));
        assert!(said(vec![free; 3]).starts_with("No restriction stands out: of 100 failures, 87"));
        assert!(said(vec![free, free, free, counts]).contains("`column 4` is between"));
    }

    #[test]
    fn all_and_none_are_exact() {
        let said: Vec<u32> = [0.0, 0.001, 0.5, 0.999, 1.0]
            .into_iter()
            .map(of_hundred)
            .collect();
        assert_eq!(said, [0, 1, 50, 99, 100]);
    }
}
