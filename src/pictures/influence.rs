//! Charts of what matters.

use crate::chart::{Chart, ChartHead, IndexRow, IndexValue, Indices, Tornado, TornadoRow};
use crate::influence::{Answer, Influence, Kind, Measure, range};
use crate::language::Language;
use crate::study::description::Description;
use crate::text::number;

/// The chart of an answer: at most `top` factors.
pub(super) fn influence(
    description: &Description,
    answer: &Answer,
    top: usize,
    language: Language,
) -> Chart {
    if answer.method == Kind::Tornado {
        Chart::Tornado(tornado(description, answer, top, language))
    } else {
        Chart::Indices(indices(description, answer, top, language))
    }
}

fn indices(description: &Description, answer: &Answer, top: usize, language: Language) -> Indices {
    let names = answer.method.measures();
    let has_dots = answer.method == Kind::Sobol;
    let unit = with_unit(answer);
    let bars = match answer.method {
        Kind::Sobol => "total index: alone and with other factors".to_owned(),
        Kind::Morris => format!("mean absolute effect on {unit}"),
        Kind::Shapley => "Shapley effect: alone, with its part of interactions".to_owned(),
        Kind::Pawn => "median distance between distributions".to_owned(),
        Kind::GivenData => "first-order index: the factor alone".to_owned(),
        Kind::Worth | Kind::Tornado => format!("worth of knowing the factor, in {unit}"),
    };
    let row = |input: &Influence| IndexRow {
        label: label(input),
        bar: input.measure(names[0]).map(value).unwrap_or_default(),
        dot: input.measure("first").filter(|_| has_dots).map(value),
    };
    let first = answer.inputs.first().and_then(|i| i.measures.first());
    Indices {
        head: head(description, answer, top, language),
        bars,
        dots: if has_dots {
            "first-order index: the factor alone".into()
        } else {
            String::new()
        },
        shares: matches!(answer.method, Kind::Sobol | Kind::Shapley | Kind::GivenData),
        rows: answer.shown(top).iter().map(row).collect(),
        threshold: first.and_then(|m| m.threshold).map(|t| {
            let confidence = 100.0 * answer.confidence;
            (t, format!("a dummy stays below this ({confidence:.0} %)"))
        }),
    }
}

fn tornado(description: &Description, answer: &Answer, top: usize, language: Language) -> Tornado {
    let row = |input: &Influence| {
        let at = |name| input.measure(name).map_or(f64::NAN, |m| m.value);
        TornadoRow {
            label: label(input),
            range: range(input),
            at_low: at("at-low"),
            at_high: at("at-high"),
        }
    };
    Tornado {
        head: head(description, answer, top, language),
        metric: with_unit(answer),
        base: answer.mean,
        rows: answer.shown(top).iter().map(row).collect(),
    }
}

fn label(input: &Influence) -> String {
    input.name().to_owned()
}

fn with_unit(answer: &Answer) -> String {
    if answer.unit.is_empty() {
        answer.metric.clone()
    } else {
        format!("{} ({})", answer.metric, answer.unit)
    }
}

fn value(measure: &Measure) -> IndexValue {
    IndexValue {
        value: measure.value,
        interval: measure.low.zip(measure.high),
    }
}

fn head(description: &Description, answer: &Answer, top: usize, language: Language) -> ChartHead {
    let titles: Vec<&str> = description
        .policies
        .iter()
        .map(|p| p.title.as_str())
        .collect();
    let more = answer.inputs.len() - answer.shown(top).len();
    let shown = if more > 0 {
        format!(" {more} factors with less influence are not shown.")
    } else {
        String::new()
    };
    let about = if answer.varies {
        format!("{} {}.{shown}", with_unit(answer), spread(answer))
    } else {
        format!("{} does not vary.", with_unit(answer))
    };
    ChartHead {
        language,
        title_scenario: titles.join(" / "),
        subtitle: format!("{about} {}.", design(description, answer)),
        footnote: format!(
            "vessels {}, seed {}. Every number: sensitivity.json.",
            description.version, description.seed
        ),
    }
}

fn design(description: &Description, answer: &Answer) -> String {
    if answer.method != Kind::Tornado {
        return description.design.clone();
    }
    format!(
        "{} points, at each the mean of {} replications with common random numbers",
        answer.points, answer.replications
    )
}

fn spread(answer: &Answer) -> String {
    if answer.method == Kind::Tornado {
        return "with one factor moved at a time".into();
    }
    format!(
        "has mean {} and standard deviation {} over the points",
        number(answer.mean),
        number(answer.sd)
    )
}
