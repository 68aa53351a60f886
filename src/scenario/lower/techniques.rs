//! Techniques and their terms.

use super::super::reader::Reader;
use crate::model::policy::Technique;
use crate::model::world::TechniqueTerms;

/// The words for the techniques, in the order of the enumeration.
const WORDS: [(&str, Technique); 5] = [
    ("server-side", Technique::ServerSide),
    ("client-side", Technique::ClientSide),
    ("homomorphic", Technique::Homomorphic),
    ("enclave", Technique::Enclave),
    ("user-report", Technique::UserReport),
];

/// The technique of a word.
pub(super) fn named(word: &str) -> Technique {
    WORDS
        .iter()
        .find(|(w, _)| *w == word)
        .map_or(Technique::ServerSide, |(_, technique)| *technique)
}

/// The terms of all techniques, in the order of the enumeration.
pub(super) fn techniques(reader: &Reader<'_>) -> Vec<TechniqueTerms> {
    let all = reader.table_or_default("techniques");
    WORDS
        .iter()
        .map(|(word, _)| {
            let r = all.table_or_default(word);
            TechniqueTerms {
                devices: r.quantity("devices"),
                cost: r.quantity("cost"),
                list_on_device: r.flag("list-on-device"),
                reads_encrypted: r.flag("reads-encrypted"),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_in_the_order_of_the_enumeration() {
        for (i, (_, technique)) in WORDS.iter().enumerate() {
            assert_eq!(*technique as usize, i);
        }
    }
}
