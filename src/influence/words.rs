//! Answers in words.

use super::answer::{Answer, Choice, Influence, Kind, Measure};
use super::columns::{cell, table};
use super::figures::{end, percent, said, share, value};
use super::runs::CHANCE;
use crate::language::Language;
use crate::say;

/// Inputs that a sentence names.
const NAMED: usize = 3;

/// Width of an interval of a share that makes it no answer.
const WIDE: f64 = 0.3;
/// A share of the spread that readers take for an influence.
const SHOWN: f64 = 0.05;
/// What is printed as more than the whole.
const ABOVE: f64 = 1.005;
/// What is printed as the whole.
const ALL: f64 = 0.995;

/// An answer: sentences, then a table of the first `top` inputs, then what was left out.
pub fn print(answer: &Answer, top: usize, language: Language) -> String {
    let mut lines = sentences(answer, language);
    if !answer.inputs.is_empty() {
        lines.push(String::new());
        lines.push(table(answer, top, language).trim_end().to_owned());
    }
    lines.extend(answer.pairs.iter().take(NAMED).map(|pair| {
        say!(
            language,
            "sensitivity-pair",
            first = &pair.first,
            second = &pair.second,
            share = cell(answer.method, &pair.interaction, language)
        )
    }));
    lines.extend(notes(answer, language));
    lines.join("\n") + "\n"
}

/// What the numbers say.
pub fn sentences(answer: &Answer, language: Language) -> Vec<String> {
    let metric = &format!("`{}`", answer.metric);
    if !answer.varies {
        return vec![say!(
            language,
            "sensitivity-constant",
            metric = metric,
            value = value(answer, answer.mean, language),
            points = language.thousands(answer.points as f64)
        )];
    }
    if answer.undecided {
        return vec![say!(
            language,
            "sensitivity-undecided",
            metric = metric,
            points = language.thousands(answer.points as f64)
        )];
    }
    let Some(first) = answer.inputs.first() else {
        return vec![say!(language, "sensitivity-no-factor", metric = metric)];
    };
    match answer.method {
        Kind::Sobol => shares(answer, first, metric, language),
        Kind::Morris => effects(answer, first, metric, language),
        Kind::Shapley => vec![say!(
            language,
            "sensitivity-shapley",
            metric = metric,
            share = share(&first.measures[0], language),
            factor = first.name(language)
        )],
        Kind::Pawn => distances(answer, metric, language),
        Kind::GivenData => given(answer, first, metric, language),
        Kind::Tornado => tornado(answer, first, metric, language),
        Kind::Worth => worth(answer, first, metric, language),
    }
}

fn alone(input: &Influence) -> f64 {
    input.measure("first").map_or(0.0, |m| m.value)
}

fn shares(answer: &Answer, first: &Influence, metric: &str, language: Language) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(measure) = first.measure("first") {
        lines.push(say!(
            language,
            "sensitivity-shares",
            metric = metric,
            alone = share(measure, language),
            factor = first.name(language),
            together = said(first.key(), language)
        ));
    }
    lines.extend(next(answer, first, language));
    let others = answer.inputs.iter().filter(|i| i.path != first.path);
    if let Some(chance) = others.clone().find(|i| i.path == CHANCE) {
        lines.push(say!(
            language,
            "sensitivity-shares-chance",
            alone = said(alone(chance), language),
            together = said(chance.key(), language),
            rest = usize::from(chance.key() < ALL)
        ));
    }
    let together = 1.0 - answer.inputs.iter().map(alone).sum::<f64>();
    if together >= 0.0 {
        lines.push(say!(
            language,
            "sensitivity-only-together",
            share = said(together, language)
        ));
    }
    lines
}

/// The factors after the first.
fn next(answer: &Answer, first: &Influence, language: Language) -> Option<String> {
    let others = answer.inputs.iter().filter(|i| i.path != CHANCE);
    let next: Vec<String> = others
        .filter(|i| i.path != first.path && i.key() >= 0.005)
        .take(NAMED - 1)
        .map(|i| {
            say!(
                language,
                "sensitivity-next-factor",
                factor = i.name(language),
                alone = said(alone(i), language),
                together = said(i.key(), language)
            )
        })
        .collect();
    (!next.is_empty()).then(|| say!(language, "sensitivity-next", factors = next.join(", ")))
}

fn effects(answer: &Answer, first: &Influence, metric: &str, language: Language) -> Vec<String> {
    let is_small = |i: &&Influence| i.key() < 0.05 * first.key();
    let small = answer.inputs.iter().filter(is_small).count();
    let mut lines = vec![say!(
        language,
        "sensitivity-effects",
        metric = metric,
        factor = first.name(language),
        step = value(answer, 0.5 * first.key(), language),
        kind = if first.path == CHANCE {
            "chance"
        } else if first.words.is_empty() {
            "number"
        } else {
            "words"
        }
    )];
    if small > 0 {
        lines.push(say!(
            language,
            "sensitivity-effects-small",
            count = small,
            small = small.to_string(),
            all = answer.inputs.len().to_string()
        ));
    }
    lines
}

fn distances(answer: &Answer, metric: &str, language: Language) -> Vec<String> {
    // One test, or its error would not be what is said: the other measure is for the table.
    let is_seen = |i: &&Influence| {
        let distance = i.measures.first();
        distance.is_some_and(|m| m.threshold.is_some_and(|t| m.value > t))
    };
    let confidence = percent(answer.confidence);
    let seen: Vec<&Influence> = answer.inputs.iter().filter(is_seen).collect();
    let names = seen.iter().take(NAMED).map(|i| i.name(language));
    let names: Vec<String> = names.collect();
    if seen.is_empty() {
        return vec![say!(
            language,
            "sensitivity-pawn-none",
            metric = metric,
            confidence = confidence
        )];
    }
    vec![say!(
        language,
        "sensitivity-pawn",
        count = seen.len(),
        seen = seen.len().to_string(),
        all = answer.inputs.len().to_string(),
        metric = metric,
        confidence = confidence,
        factors = names.join(", ")
    )]
}

fn given(answer: &Answer, first: &Influence, metric: &str, language: Language) -> Vec<String> {
    let mut lines = vec![say!(
        language,
        "sensitivity-given",
        metric = metric,
        share = share(&first.measures[0], language),
        factor = first.name(language)
    )];
    // With many factors that do nothing the sum of their noise may say nothing.
    let narrow = |sum: &&Measure| sum.high.zip(sum.low).is_some_and(|(h, l)| h - l <= WIDE);
    lines.extend(answer.explained.as_ref().filter(narrow).map(|explained| {
        say!(
            language,
            "sensitivity-given-all",
            share = share(explained, language),
            tied = usize::from(!answer.ties.is_empty())
        )
    }));
    lines
}

fn tornado(answer: &Answer, first: &Influence, metric: &str, language: Language) -> Vec<String> {
    let at = |name| {
        let reached = first.measure(name).map_or(f64::NAN, |m| m.value);
        value(answer, reached, language)
    };
    vec![say!(
        language,
        "sensitivity-tornado",
        metric = metric,
        base = value(answer, answer.mean, language),
        words = usize::from(answer.inputs.iter().any(|i| !i.words.is_empty())),
        factor = first.name(language),
        low = at("at-low"),
        from = end(first, 0, language),
        high = at("at-high"),
        to = end(first, 1, language)
    )]
}

fn worth(answer: &Answer, first: &Influence, metric: &str, language: Language) -> Vec<String> {
    let Some(choice) = &answer.choice else {
        return Vec::new();
    };
    let hundred = |share: f64| {
        let number = format!("{:.0}", 100.0 * share);
        say!(language, "sensitivity-of-hundred", number = number)
    };
    let changed = first.measure("share-changed").map_or(0.0, |m| m.value);
    vec![
        best(answer, choice, metric, language),
        say!(
            language,
            "sensitivity-worth-perfect",
            worth = value(answer, choice.perfect, language),
            error = value(answer, choice.standard_error, language),
            share = hundred(choice.share_changed)
        ),
        if first.key() > 0.0 {
            say!(
                language,
                "sensitivity-worth-factor",
                factor = first.name(language),
                worth = value(answer, first.key(), language),
                share = hundred(changed)
            )
        } else {
            say!(language, "sensitivity-worth-none")
        },
    ]
}

fn best(answer: &Answer, choice: &Choice, metric: &str, language: Language) -> String {
    let means = choice.policies.iter().zip(&choice.means);
    let means: Vec<String> = means
        .map(|(name, mean)| format!("{name} {}", value(answer, *mean, language)))
        .collect();
    say!(
        language,
        "sensitivity-worth-means",
        metric = metric,
        higher = usize::from(choice.higher_is_better),
        means = means.join(", "),
        best = format!("`{}`", choice.best)
    )
}

/// What was left out.
fn notes(answer: &Answer, language: Language) -> Vec<String> {
    let mut notes = Vec::new();
    if answer.dropped > 0 {
        notes.push(say!(
            language,
            "sensitivity-dropped",
            count = answer.dropped,
            points = language.thousands(answer.dropped as f64)
        ));
    }
    if !answer.constant.is_empty() {
        notes.push(say!(
            language,
            "sensitivity-one-value",
            count = answer.constant.len(),
            factors = answer.constant.join(", ")
        ));
    }
    notes.extend(super::correlated::note(answer, language));
    let key = answer.inputs.first().and_then(|i| i.measures.first());
    let width = key.and_then(|m| Some(m.high? - m.low?)).unwrap_or(0.0);
    if matches!(answer.method, Kind::Sobol | Kind::Shapley) && width > WIDE {
        notes.push(say!(language, "sensitivity-wide"));
    }
    let first = |i: &Influence| {
        i.measures
            .first()
            .map(|m| (m.value, m.low.unwrap_or(m.value)))
    };
    let by_chance = |i: &Influence| first(i).is_some_and(|(v, low)| v >= SHOWN && low <= 0.0);
    if answer.method == Kind::GivenData && answer.inputs.iter().any(by_chance) {
        notes.push(say!(language, "sensitivity-by-chance"));
    }
    let shares = answer.inputs.iter().flat_map(|i| &i.measures);
    let mut above = shares.filter(|m| m.value >= ABOVE);
    if above.any(|m| matches!(m.name, "first" | "total" | "shapley")) {
        notes.push(say!(language, "sensitivity-above"));
    }
    notes
}
