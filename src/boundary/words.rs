//! Boxes in words.

use super::{Cases, Factor, FoundBox};
use crate::discovery::tree::Leaf;
use crate::discovery::words::{Name, Statement};
use crate::language::Language;
use crate::say;

/// Quasi-p value above which a limit is left out, as it could be chance.
const CHANCE: f64 = 0.05;

/// A box as a sentence; `such` names the cases, such as "points with a backlog above 10,000".
pub fn box_sentence(cases: &Cases, found: &FoundBox, such: &str, language: Language) -> String {
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
