//! Languages: every sentence that people read, as messages of Project Fluent, and numbers as each language writes them.
//!
//! A language is one file, `locales/TAG.ftl`. Messages are named by the program; texts that come from files (titles of
//! scenarios, units and meanings of metrics) are English where they stand, and are translated by
//! [`Language::translate`], where a file has a translation.

mod argument;
mod numerals;
mod plain;

pub use argument::Argument;
pub use numerals::Numerals;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use include_dir::{Dir, include_dir};
use std::borrow::Cow;
use std::sync::LazyLock;
use unic_langid::LanguageIdentifier;

static LOCALES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/locales");

static CATALOGUES: LazyLock<Vec<Catalogue>> = LazyLock::new(|| {
    let mut catalogues: Vec<Catalogue> = LOCALES.files().filter_map(Catalogue::read).collect();
    catalogues.sort_by_key(|c| (c.tag != ENGLISH, c.tag));
    catalogues
});

/// The language that all others are translated from.
const ENGLISH: &str = "en";

struct Catalogue {
    tag: &'static str,
    source: &'static str,
    bundle: FluentBundle<FluentResource>,
    numerals: Numerals,
}

impl Catalogue {
    /// What of a file can be read; tests see to it that it is all of it.
    fn read(file: &'static include_dir::File<'static>) -> Option<Self> {
        let tag = file.path().file_stem()?.to_str()?;
        let identifier: LanguageIdentifier = tag.parse().ok()?;
        let source = file.contents_utf8()?;
        let resource =
            FluentResource::try_new(source.to_owned()).unwrap_or_else(|(partial, _)| partial);
        let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(resource);
        let numerals = Numerals::new(|id| format(&bundle, id, &[]));
        Some(Self {
            tag,
            source,
            bundle,
            numerals,
        })
    }
}

fn format(
    bundle: &FluentBundle<FluentResource>,
    id: &str,
    arguments: &[(&str, Argument)],
) -> Option<String> {
    let pattern = bundle.get_message(id)?.value()?;
    let mut values = FluentArgs::with_capacity(arguments.len());
    for (name, argument) in arguments {
        values.set(*name, argument);
    }
    let mut errors = Vec::new();
    Some(
        bundle
            .format_pattern(pattern, Some(&values), &mut errors)
            .into_owned(),
    )
}

/// A language that the program speaks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Language(usize);

impl Default for Language {
    /// English.
    fn default() -> Self {
        Self(0)
    }
}

impl std::fmt::Debug for Language {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.tag())
    }
}

impl serde::Serialize for Language {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.tag())
    }
}

impl Language {
    /// All languages, English first.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..CATALOGUES.len()).map(Self)
    }

    /// The language of a tag such as `nl`.
    pub fn find(tag: &str) -> Option<Self> {
        Self::all().find(|l| l.tag() == tag)
    }

    /// The language of a locale as the environment names it, such as `nl_NL.UTF-8`; English when there is none.
    pub fn of_locale(locale: &str) -> Self {
        let tag = locale.split(['_', '-', '.', '@']).next().unwrap_or(locale);
        Self::find(&tag.to_lowercase()).unwrap_or_default()
    }

    /// Its tag (BCP 47), such as `nl`.
    pub fn tag(self) -> &'static str {
        self.catalogue().tag
    }

    /// The text of its file.
    pub fn source(self) -> &'static str {
        self.catalogue().source
    }

    /// How it writes numbers.
    pub fn numerals(self) -> &'static Numerals {
        &self.catalogue().numerals
    }

    fn catalogue(self) -> &'static Catalogue {
        &CATALOGUES[self.0]
    }

    /// A message with its arguments filled in; the English one where this language has none, and the name of the
    /// message where English has none either. [`say!`](crate::say) writes this shorter.
    pub fn message(self, id: &str, arguments: &[(&str, Argument)]) -> String {
        format(&self.catalogue().bundle, id, arguments)
            .or_else(|| format(&Self::default().catalogue().bundle, id, arguments))
            .unwrap_or_else(|| id.to_owned())
    }

    /// Whether this language itself has a message of this name.
    pub fn has(self, id: &str) -> bool {
        self.catalogue().bundle.has_message(id)
    }

    /// An English text of a scenario, a world or a table of metrics in this language; as it is where the language has
    /// no translation of it.
    pub fn translate(self, text: &str) -> Cow<'_, str> {
        if self == Self::default() {
            return Cow::Borrowed(text);
        }
        format(&self.catalogue().bundle, &text_id(text), &[])
            .map_or(Cow::Borrowed(text), Cow::Owned)
    }

    /// A number with three or four significant digits: `12`, `1,230`, `3.45 million`, `0.0012`, `1.2e-9`.
    pub fn number(self, value: f64) -> String {
        self.numerals().number(value)
    }

    /// A share as a percentage: `58.4 %`, `0.01 %`.
    pub fn percent(self, share: f64) -> String {
        self.numerals().percent(share)
    }

    /// A whole number with its groups of three digits set apart.
    pub fn thousands(self, value: f64) -> String {
        self.numerals().thousands(value)
    }

    /// `1 replication`, `400 replications`.
    pub fn replications(self, count: u64) -> String {
        let number = self.thousands(count as f64);
        crate::say!(self, "counted-replications", count = count, number = number)
    }

    /// `1 day`, `730 days`.
    pub fn days(self, count: usize) -> String {
        let number = self.thousands(count as f64);
        crate::say!(self, "counted-days", count = count, number = number)
    }
}

/// The name of the message that translates an English text: its first words and a digest of the whole, so that a text
/// that was changed is no longer translated by what stood there before.
pub fn text_id(text: &str) -> String {
    let words: String = text
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' })
        .collect();
    let words: Vec<String> = words
        .split_whitespace()
        .take(6)
        .map(str::to_lowercase)
        .collect();
    let digest = text.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    format!("text-{}-{digest:08x}", words.join("-"))
}

/// A message of a [`Language`] with arguments by name: `say!(language, "flags-a-day", flags = language.number(12.0))`.
#[macro_export]
macro_rules! say {
    ($language:expr, $id:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $language.message(
            $id,
            &[$((stringify!($name), $crate::language::Argument::from($value))),*],
        )
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dutch() -> Language {
        Language::find("nl").expect("Dutch is there")
    }

    #[test]
    fn languages_are_found_by_tag_and_locale() {
        assert_eq!(Language::default().tag(), "en");
        assert_eq!(Language::of_locale("nl_NL.UTF-8"), dutch());
        assert_eq!(Language::of_locale("NL"), dutch());
        for unknown in ["", "C", "POSIX", "tlh_001", "…"] {
            assert_eq!(Language::of_locale(unknown), Language::default());
        }
    }

    #[test]
    fn numbers_are_written_as_the_language_writes_them() {
        assert_eq!(dutch().number(1_234.4), "1.234");
        assert_eq!(dutch().number(3_450_000.0), "3,45 miljoen");
        assert_eq!(dutch().percent(0.584), "58,4 %");
    }

    #[test]
    fn a_message_that_is_missing_is_english_and_else_its_name() {
        assert_eq!(say!(dutch(), "no-such-message"), "no-such-message");
        assert_eq!(say!(dutch(), "one-in", many = "7"), "1 op 7");
    }

    #[test]
    fn a_text_is_named_by_its_words_and_all_of_its_letters() {
        assert!(text_id("Grooming, in text").starts_with("text-grooming-in-text-"));
        assert_ne!(text_id("a b"), text_id("a. b"));
        assert_eq!(dutch().translate("no such text"), "no such text");
    }
}
