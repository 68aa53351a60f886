//! Boxes in words.

use super::{Cases, Factor, FoundBox};
use crate::discovery::tree::Leaf;
use crate::discovery::words::{Name, Statement, of_hundred};
use crate::language::Language;
use crate::say;

/// Quasi-p value above which a limit is left out, as it could be chance.
const CHANCE: f64 = 0.05;

/// Box number `number`, from 0, as a sentence; `such` names the cases, such as "points with a backlog above 10,000". A box after
/// the first is one of what the boxes before it leave, which is said.
pub fn box_sentence(
    cases: &Cases,
    (number, found): (usize, &FoundBox),
    such: &str,
    language: Language,
) -> String {
    let text = alone(cases, found, such, language);
    if number == 0 {
        return text;
    }
    say!(
        language,
        "box-beside",
        boxes = number,
        sentence = text,
        density = of_hundred(found.whole.density).to_string()
    )
}

fn alone(cases: &Cases, found: &FoundBox, such: &str, language: Language) -> String {
    let format = |column: usize, value: f64| print(&cases.factors[column], value, language);
    let names = names(cases);
    let statement = Statement::new(
        &found.region,
        &found.quality,
        &found.quasi_p,
        CHANCE,
        &names,
        format,
    );
    let text = statement.words(such, language);
    if statement.left_out.is_empty() {
        return text;
    }
    let names = statement.left_out.iter().map(|n| format!("`{n}`"));
    let names: Vec<String> = names.collect();
    let left_out = say!(language, "box-left-out", names = names.join(", "));
    format!("{text} ({left_out})")
}

/// A leaf of the tree as a sentence.
pub fn leaf_sentence(cases: &Cases, leaf: &Leaf, such: &str, language: Language) -> String {
    let format = |column: usize, value: f64| print(&cases.factors[column], value, language);
    Statement::new(
        &leaf.region,
        &leaf.quality,
        &[],
        CHANCE,
        &names(cases),
        format,
    )
    .words(such, language)
}

fn names(cases: &Cases) -> Vec<Name<'_>> {
    cases
        .factors
        .iter()
        .map(|factor| Name {
            name: &factor.name,
            count: factor.is_count(),
        })
        .collect()
}

/// A value of a factor with its unit.
fn print(factor: &Factor, value: f64, language: Language) -> String {
    match factor.words.get(value as usize) {
        Some(word) => word.clone(),
        None => language.quantity(value, &factor.unit),
    }
}
