//! Answers in words and as a table for the terminal.

use super::answer::{Answer, Choice, Influence, Kind, Measure};
use super::figures::{percent, quantity, range, share, value};
use crate::text::{number, thousands};

/// Inputs that a sentence names.
const NAMED: usize = 3;

/// Width of an interval of a share that makes it no answer.
const WIDE: f64 = 0.3;

/// An answer: sentences, then a table of the first `top` inputs, then what was left out.
pub fn print(answer: &Answer, top: usize) -> String {
    let mut text = String::new();
    for line in sentences(answer) {
        text.push_str(&line);
        text.push('\n');
    }
    if !answer.inputs.is_empty() {
        text.push('\n');
        text.push_str(&table(answer, top));
    }
    for pair in answer.pairs.iter().take(NAMED) {
        text.push_str(&format!(
            "{} and {} together: {}\n",
            pair.first,
            pair.second,
            cell(answer.method, &pair.interaction)
        ));
    }
    for note in notes(answer) {
        text.push_str(&note);
        text.push('\n');
    }
    text
}

/// What the numbers say.
pub fn sentences(answer: &Answer) -> Vec<String> {
    let metric = format!("`{}`", answer.metric);
    if !answer.varies {
        return vec![format!(
            "{metric} does not vary: {} at all {} points. There is nothing to explain.",
            value(answer, answer.mean),
            thousands(answer.points as f64)
        )];
    }
    let Some(first) = answer.inputs.first() else {
        return vec![format!("No factor of {metric} varies.")];
    };
    match answer.method {
        Kind::Sobol => shares(answer, first, &metric),
        Kind::Morris => effects(answer, first, &metric),
        Kind::Shapley => vec![format!(
            "Of the spread of {metric}, {} is due to {}, its part of all interactions and correlations included.",
            share(&first.measures[0]),
            first.name()
        )],
        Kind::Pawn => distances(answer, &metric),
        Kind::GivenData => given(answer, first, &metric),
        Kind::Tornado => tornado(answer, first, &metric),
        Kind::Worth => worth(answer, first),
    }
}

fn shares(answer: &Answer, first: &Influence, metric: &str) -> Vec<String> {
    let alone = |input: &Influence| input.measure("first").map_or(0.0, |m| m.value);
    let mut lines = Vec::new();
    if let Some(measure) = first.measure("first") {
        lines.push(format!(
            "Of the spread of {metric}, {} comes from {} alone, and {} with all that it does together with others.",
            share(measure),
            first.name(),
            percent(first.key())
        ));
    }
    let others = answer.inputs.iter().filter(|i| i.path != "chance").skip(1);
    let next: Vec<String> = others
        .filter(|i| i.path != first.path && i.key() >= 0.005)
        .take(NAMED - 1)
        .map(|i| {
            format!(
                "{} ({} alone, {} with others)",
                i.name(),
                percent(alone(i)),
                percent(i.key())
            )
        })
        .collect();
    if !next.is_empty() {
        lines.push(format!("Next: {}.", next.join(", ")));
    }
    if let Some(chance) = answer.inputs.iter().find(|i| i.path == "chance") {
        lines.push(format!(
            "Chance inside a replication: {} alone, {} with others; the rest is ignorance.",
            percent(alone(chance)),
            percent(chance.key())
        ));
    }
    let together = 1.0 - answer.inputs.iter().map(alone).sum::<f64>();
    lines.push(format!(
        "Only together do factors make {}.",
        percent(together)
    ));
    lines
}

fn effects(answer: &Answer, first: &Influence, metric: &str) -> Vec<String> {
    let size = |i: &Influence| i.key();
    let small = answer
        .inputs
        .iter()
        .filter(|i| size(i) < 0.05 * size(first))
        .count();
    let mut lines = vec![format!(
        "{metric} changes most with {}: by {} on average when it goes through its whole range.",
        first.name(),
        value(answer, first.key())
    )];
    if small > 0 {
        lines.push(format!(
            "{small} of {} factors change it by less than a twentieth of that: they can be left out.",
            answer.inputs.len()
        ));
    }
    lines
}

fn distances(answer: &Answer, metric: &str) -> Vec<String> {
    let is_seen = |i: &&Influence| {
        let above = |m: &Measure| m.threshold.is_some_and(|t| m.value > t);
        i.measures.iter().any(above)
    };
    let seen: Vec<&Influence> = answer.inputs.iter().filter(is_seen).collect();
    let names: Vec<&str> = seen.iter().take(NAMED).map(|i| i.name()).collect();
    if seen.is_empty() {
        return vec![format!(
            "No factor moves {metric} by more than chance does."
        )];
    }
    vec![format!(
        "{} of {} factors move the distribution of {metric} by more than a dummy does (confidence {} for each); most of all {}.",
        seen.len(),
        answer.inputs.len(),
        percent(answer.confidence),
        names.join(", ")
    )]
}

fn given(answer: &Answer, first: &Influence, metric: &str) -> Vec<String> {
    // Estimates of inputs that do nothing are as often below 0 as above.
    let all: f64 = answer.inputs.iter().map(Influence::key).sum();
    vec![
        format!(
            "Of the spread of {metric}, {} comes from {} alone.",
            share(&first.measures[0]),
            first.name()
        ),
        format!(
            "All factors together explain {} one by one; the rest is what they do together, and chance.",
            percent(all.clamp(0.0, 1.0))
        ),
    ]
}

fn tornado(answer: &Answer, first: &Influence, metric: &str) -> Vec<String> {
    let at = |name| first.measure(name).map_or(f64::NAN, |m| m.value);
    vec![format!(
        "{metric} is {} with every factor at its median; {} alone moves it to {} (at {}) and {} (at {}).",
        value(answer, answer.mean),
        first.name(),
        value(answer, at("at-low")),
        quantity(first.from, &first.unit),
        value(answer, at("at-high")),
        quantity(first.to, &first.unit)
    )]
}

fn worth(answer: &Answer, first: &Influence) -> Vec<String> {
    let Some(choice) = &answer.choice else {
        return Vec::new();
    };
    let hundred = |share: f64| format!("{:.0} of 100", 100.0 * share);
    let mut lines = vec![
        best(answer, choice),
        format!(
            "Knowing everything before choosing, chance included, would be worth {} (± {} standard error); another scenario is best in {} states of the world.",
            value(answer, choice.perfect),
            number(choice.standard_error),
            hundred(choice.share_changed)
        ),
    ];
    let changed = first.measure("share-changed").map_or(0.0, |m| m.value);
    lines.push(if first.key() > 0.0 {
        format!(
            "Knowing {} before choosing would be worth {}; it would change which scenario is best in {} states of the world.",
            first.name(),
            value(answer, first.key()),
            hundred(changed)
        )
    } else {
        "Knowing one factor alone would change nothing.".into()
    });
    lines
}

fn best(answer: &Answer, choice: &Choice) -> String {
    let means = choice.policies.iter().zip(&choice.means);
    let means: Vec<String> = means
        .map(|(name, mean)| format!("{name} {}", value(answer, *mean)))
        .collect();
    format!(
        "`{}`, {} is better: on average {}. Without further knowledge, `{}` is best.",
        answer.metric,
        if choice.higher_is_better {
            "more"
        } else {
            "less"
        },
        means.join(", "),
        choice.best
    )
}

/// What was left out.
fn notes(answer: &Answer) -> Vec<String> {
    let mut notes = Vec::new();
    if answer.dropped > 0 {
        notes.push(format!(
            "Left out: {} points where the metric is undefined.",
            thousands(answer.dropped as f64)
        ));
    }
    if !answer.constant.is_empty() {
        notes.push(format!(
            "Left out, because it has one value only: {}.",
            answer.constant.join(", ")
        ));
    }
    notes.extend(super::correlated::note(answer));
    let key = answer.inputs.first().and_then(|i| i.measures.first());
    let width = key.and_then(|m| Some(m.high? - m.low?)).unwrap_or(0.0);
    if answer.method == Kind::Sobol && width > WIDE {
        notes.push("The intervals are wide; more points (`--points`) narrow them.".into());
    }
    if answer.method == Kind::Shapley {
        notes.push(
            "Effects whose range reaches 0 may be none; what an input gets that does nothing has been taken off."
                .into(),
        );
    }
    notes
}

fn table(answer: &Answer, top: usize) -> String {
    let kind = answer.method;
    let mut rows: Vec<Vec<String>> = vec![header(kind)];
    for input in answer.shown(top) {
        let mut row = vec![input.path.clone()];
        row.extend(input.measures.iter().map(|m| cell(kind, m)));
        row.push(if input.path == "chance" {
            String::new()
        } else {
            range(input)
        });
        rows.push(row);
    }
    let mut text = aligned(&rows);
    let more = answer.inputs.len() - answer.shown(top).len();
    if more > 0 {
        text.push_str(&format!(
            "and {more} more with less influence, in the tables.\n"
        ));
    }
    text
}

fn header(kind: Kind) -> Vec<String> {
    let measures = kind.measures().iter().map(|name| heading(name));
    let range = if kind == Kind::Tornado {
        "5 to 95 %"
    } else {
        "range"
    };
    ["factor"]
        .into_iter()
        .chain(measures)
        .chain([range])
        .map(str::to_owned)
        .collect()
}

fn heading(measure: &'static str) -> &'static str {
    match measure {
        "total" => "with others",
        "first" => "alone",
        "mean-absolute" => "mean |effect|",
        "mean" => "mean effect",
        "sd" => "sd of effect",
        "cramer-von-mises" => "Cramér–von Mises",
        "pawn" => "distance",
        "shapley" => "Shapley effect",
        "spearman" => "rank correlation",
        "srrc" => "rank regression",
        "at-low" => "at the low end",
        "at-high" => "at the high end",
        "range" => "difference",
        "share-changed" => "changes the choice",
        other => other,
    }
}

/// Columns of equal width: the first to the left, all others to the right.
fn aligned(rows: &[Vec<String>]) -> String {
    let columns = rows.first().map_or(0, Vec::len);
    let width = |column: usize| {
        rows.iter()
            .map(|r| r[column].chars().count())
            .max()
            .unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let mut text = String::new();
    for row in rows {
        let mut line = format!("{:<width$}", row[0], width = widths[0]);
        for (cell, width) in row.iter().zip(&widths).skip(1) {
            line.push_str(&format!("  {cell:>width$}"));
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

fn cell(kind: Kind, measure: &Measure) -> String {
    let is_share = matches!(
        (kind, measure.name),
        (Kind::Sobol | Kind::Shapley, _) | (_, "first" | "share-changed")
    );
    if !measure.value.is_finite() {
        return "–".into();
    }
    if is_share {
        return share(measure);
    }
    if let Some(threshold) = measure.threshold {
        let sign = if measure.value > threshold {
            '>'
        } else {
            '≤'
        };
        return format!("{:.3} {sign} {threshold:.3}", measure.value);
    }
    match (measure.low, measure.high) {
        (Some(low), Some(high)) => {
            format!(
                "{} ({} to {})",
                number(measure.value),
                number(low),
                number(high)
            )
        }
        _ => number(measure.value),
    }
}
