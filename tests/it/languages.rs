//! Every message exists in every language, is used, and takes the same arguments everywhere.

use crate::small::walk;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Resource};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use vessels::language::Language;

/// Beginnings of names that the program puts together from a closed list, and that list.
fn composed() -> Vec<(&'static str, Vec<String>)> {
    let charts = "vessels tradeoff report-load backlog-delay funnel precision stocks hours risk interests differences";
    let alternatives = charts.split(' ').map(|c| format!("report-alternative-{c}"));
    let columns = "class setting as-ordered margin-fpr fdr detected detected-low detected-high \
         false-flags-per-day reading margin recall false-per-day true-per-day extrapolated desk unit \
         day true-median false-median true-low true-high false-low false-high total-low total-median \
         total-high capacity backlog-low backlog-median backlog-high delay-low-days delay-median-days \
         delay-high-days stage sentence kind label fpr prevalence prevalence-low prevalence-high \
         precision is-scenario name pieces-low pieces-median pieces-high targeted-hours-per-day \
         true-reports-hours-per-day false-reports-hours-per-day unused-hours-per-day \
         available-hours-per-day family user threshold risk in-force interest metric scenario low \
         median high base identical difference relative-low relative relative-high";
    let headings = columns.split(' ').map(|c| format!("report-table-{c}"));
    vec![
        ("src/report/figures.rs", alternatives.collect()),
        ("src/report/numbers.rs", headings.collect()),
    ]
}

/// Read by the library itself, or by its name for people.
const ALWAYS_USED: &[&str] = &["language-name"];

type Arguments = BTreeSet<String>;

/// Names of messages with the arguments that they take.
fn messages(language: Language) -> BTreeMap<String, Arguments> {
    let resource: Resource<&str> = match fluent_syntax::parser::parse(language.source()) {
        Ok(resource) => resource,
        Err((_, errors)) => panic!("{language:?}: {errors:?}"),
    };
    let mut messages = BTreeMap::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else {
            continue;
        };
        let mut arguments = Arguments::new();
        let patterns = message.value.iter();
        for pattern in patterns.chain(message.attributes.iter().map(|a| &a.value)) {
            in_pattern(pattern, &mut arguments);
        }
        let id = message.id.name.to_owned();
        assert!(
            messages.insert(id.clone(), arguments).is_none(),
            "{language:?}: `{id}` is there twice"
        );
    }
    messages
}

fn in_pattern(pattern: &Pattern<&str>, arguments: &mut Arguments) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, arguments);
        }
    }
}

fn in_expression(expression: &Expression<&str>, arguments: &mut Arguments) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, arguments),
        Expression::Select { selector, variants } => {
            in_inline(selector, arguments);
            for variant in variants {
                in_pattern(&variant.value, arguments);
            }
        }
    }
}

fn in_inline(inline: &InlineExpression<&str>, arguments: &mut Arguments) {
    match inline {
        InlineExpression::VariableReference { id } => {
            arguments.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => in_expression(expression, arguments),
        InlineExpression::FunctionReference {
            arguments: call, ..
        } => {
            for positional in &call.positional {
                in_inline(positional, arguments);
            }
        }
        _ => {}
    }
}

/// The sources of the program and of the page in the browser, unit tests of modules included.
fn sources() -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    for folder in ["src", "web/src"] {
        let folder = root.join(folder);
        if folder.is_dir() {
            walk(&folder, &mut files);
        }
    }
    files.sort();
    let texts = files.iter().filter_map(|f| std::fs::read_to_string(f).ok());
    texts.collect::<Vec<_>>().join("\n")
}

/// What stands between quotes, and could be the name of a message.
fn quoted(text: &str) -> BTreeSet<&str> {
    text.split(['"', '\'', '`'])
        .filter(|part| {
            !part.is_empty()
                && part
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
        })
        .collect()
}

#[test]
fn every_message_is_used() {
    let text = sources();
    let used = quoted(&text);
    let composed = composed();
    let unused: Vec<String> = messages(Language::default())
        .into_keys()
        .filter(|id| {
            let listed = || composed.iter().any(|(_, ids)| ids.contains(id));
            !used.contains(id.as_str()) && !ALWAYS_USED.contains(&id.as_str()) && !listed()
        })
        .collect();
    assert!(unused.is_empty(), "nobody says {unused:#?}");
}

#[test]
fn every_message_that_is_said_is_there() {
    let text = sources();
    let english = messages(Language::default());
    let mut missing = BTreeSet::new();
    for said in text.split("say!(").skip(1) {
        let id = said.split('"').nth(1).unwrap_or_default();
        let literal = said.find('"').is_some_and(|at| !said[..at].contains(')'));
        if literal && !english.contains_key(id) && id != "no-such-message" && id != "flags-a-day" {
            missing.insert(id.to_owned());
        }
    }
    for said in text.split("message(\"").skip(1) {
        let id = said.split('"').next().unwrap_or_default();
        if id.starts_with("explorer-") && !english.contains_key(id) {
            missing.insert(id.to_owned());
        }
    }
    for (_, ids) in composed() {
        missing.extend(ids.into_iter().filter(|id| !english.contains_key(id)));
    }
    assert!(missing.is_empty(), "not in locales/en.ftl: {missing:#?}");
}

#[test]
fn every_language_has_every_message_with_the_same_arguments() {
    let english = messages(Language::default());
    for language in Language::all().skip(1) {
        let mut other = messages(language);
        other.retain(|id, _| !id.starts_with("text-"));
        let names = |m: &BTreeMap<String, Arguments>| m.keys().cloned().collect::<BTreeSet<_>>();
        let missing: Vec<_> = names(&english)
            .difference(&names(&other))
            .cloned()
            .collect();
        assert!(missing.is_empty(), "{language:?} lacks {missing:#?}");
        let more: Vec<_> = names(&other)
            .difference(&names(&english))
            .cloned()
            .collect();
        assert!(
            more.is_empty(),
            "{language:?} has messages that English lacks: {more:#?}"
        );
        for (id, arguments) in &english {
            assert_eq!(&other[id], arguments, "{language:?}: `{id}`");
        }
    }
}
