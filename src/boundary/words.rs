//! Boxes in words.

use super::{Cases, Factor, FoundBox};
use crate::discovery::tree::Leaf;
use crate::discovery::words::{Name, Statement};
use crate::text::number;

/// Quasi-p value above which a limit is left out, as it could be chance.
const CHANCE: f64 = 0.05;

/// A box as a sentence; `such` names the cases, such as "points with a backlog above 10,000".
pub fn box_sentence(cases: &Cases, found: &FoundBox, such: &str) -> String {
    let format = |column: usize, value: f64| print(&cases.factors[column], value);
    let names = names(cases);
    let statement = Statement::new(
        &found.region,
        &found.quality,
        &found.quasi_p,
        CHANCE,
        &names,
        format,
    );
    let mut text = statement.english(such);
    if !statement.left_out.is_empty() {
        let left_out: Vec<String> = statement
            .left_out
            .iter()
            .map(|n| format!("`{n}`"))
            .collect();
        text.push_str(&format!(
            " (Left out, as chance could have set the limit: {}.)",
            left_out.join(", ")
        ));
    }
    text
}

/// A leaf of the tree as a sentence.
pub fn leaf_sentence(cases: &Cases, leaf: &Leaf, such: &str) -> String {
    let format = |column: usize, value: f64| print(&cases.factors[column], value);
    Statement::new(
        &leaf.region,
        &leaf.quality,
        &[],
        CHANCE,
        &names(cases),
        format,
    )
    .english(such)
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
pub fn print(factor: &Factor, value: f64) -> String {
    if let Some(word) = factor.words.get(value as usize) {
        return word.clone();
    }
    match factor.unit.as_str() {
        "" | "share" | "count" | "number" | "ratio" if value != 0.0 && value.abs() < 0.01 => {
            format!("{value:.2e}")
        }
        "" | "share" | "count" | "number" | "ratio" => number(value),
        unit => format!("{} {unit}", number(value)),
    }
}
