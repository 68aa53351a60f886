//! Charts of what matters.

use super::boundary::quantity;
use super::quoted;
use crate::chart::{Chart, ChartHead, IndexRow, IndexValue, Indices, Tornado, TornadoRow};
use crate::influence::{Answer, Influence, Kind, Measure};
use crate::language::Language;
use crate::say;
use crate::study::description::Description;

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
    let unit = with_unit(answer, language);
    let bars = match answer.method {
        Kind::Sobol => say!(language, "chart-index-total"),
        Kind::Morris => say!(language, "chart-index-morris", metric = unit),
        Kind::Shapley => say!(language, "chart-index-shapley"),
        Kind::Pawn => say!(language, "chart-index-pawn"),
        Kind::GivenData => say!(language, "chart-index-first"),
        Kind::Worth | Kind::Tornado => say!(language, "chart-index-worth", metric = unit),
    };
    let row = |input: &Influence| IndexRow {
        label: input.name(language),
        bar: input.measure(names[0]).map(value).unwrap_or_default(),
        dot: input.measure("first").filter(|_| has_dots).map(value),
    };
    let first = answer.inputs.first().and_then(|i| i.measures.first());
    let confidence = language.percent(answer.confidence);
    Indices {
        head: head(description, answer, top, language),
        title: title(answer.method, language),
        interval: match answer.method {
            Kind::Worth => say!(language, "chart-index-range", confidence = &confidence),
            _ => say!(language, "chart-index-interval", confidence = &confidence),
        },
        bars,
        dots: if has_dots {
            say!(language, "chart-index-first")
        } else {
            String::new()
        },
        shares: matches!(answer.method, Kind::Sobol | Kind::Shapley | Kind::GivenData),
        rows: answer.shown(top).iter().map(row).collect(),
        threshold: first.and_then(|m| m.threshold).map(|t| {
            let dummy = say!(language, "chart-index-dummy", confidence = confidence);
            (t, dummy)
        }),
    }
}

/// What the numbers of a method say of a factor.
fn title(method: Kind, language: Language) -> String {
    match method {
        Kind::Morris => say!(language, "chart-index-title-morris"),
        Kind::Pawn => say!(language, "chart-index-title-pawn"),
        Kind::Worth => say!(language, "chart-index-title-worth"),
        _ => say!(language, "chart-title-indices"),
    }
}

fn tornado(description: &Description, answer: &Answer, top: usize, language: Language) -> Tornado {
    let row = |input: &Influence| {
        let at = |name| input.measure(name).map_or(f64::NAN, |m| m.value);
        TornadoRow {
            label: input.name(language),
            range: range(input, language),
            at_low: at("at-low"),
            at_high: at("at-high"),
        }
    };
    Tornado {
        head: head(description, answer, top, language),
        metric: with_unit(answer, language),
        is_share: answer.unit.starts_with("share"),
        base: answer.mean,
        rows: answer.shown(top).iter().map(row).collect(),
    }
}

fn range(input: &Influence, language: Language) -> String {
    if let [low, high] = &input.words[..] {
        return say!(language, "chart-tornado-ends", low = low, high = high);
    }
    let is_bare = input.unit != "share";
    let low = quantity(input.from, if is_bare { "" } else { &input.unit }, language);
    let high = quantity(input.to, &input.unit, language);
    say!(language, "chart-tornado-ends", low = low, high = high)
}

fn with_unit(answer: &Answer, language: Language) -> String {
    if answer.unit.is_empty() {
        answer.metric.clone()
    } else {
        format!("{} ({})", answer.metric, language.translate(&answer.unit))
    }
}

fn value(measure: &Measure) -> IndexValue {
    IndexValue {
        value: measure.value,
        interval: measure.low.zip(measure.high),
    }
}

fn head(description: &Description, answer: &Answer, top: usize, language: Language) -> ChartHead {
    let titles: Vec<_> = description
        .policies
        .iter()
        .map(|p| language.translate(&p.title))
        .collect();
    let more = answer.inputs.len() - answer.shown(top).len();
    let shown = if more > 0 {
        format!(" {}", say!(language, "chart-index-more", count = more))
    } else {
        String::new()
    };
    let about = if answer.varies {
        spread(description, answer, top, language) + &shown
    } else {
        say!(
            language,
            "chart-index-constant",
            metric = with_unit(answer, language)
        )
    };
    ChartHead {
        language,
        title_scenario: quoted(&titles.join(" / ")),
        subtitle: format!("{about} {}.", design(description, answer, language)),
        footnote: say!(
            language,
            "chart-index-foot",
            version = &description.version,
            seed = description.seed.to_string()
        ),
    }
}

fn design(description: &Description, answer: &Answer, language: Language) -> String {
    if answer.method != Kind::Tornado {
        return say!(
            language,
            "chart-index-points",
            points = language.thousands(description.points as f64),
            design = description.method.word(),
        );
    }
    say!(
        language,
        "chart-index-design",
        points = language.thousands(answer.points as f64),
        replications = language.thousands(answer.replications as f64)
    )
}

fn spread(description: &Description, answer: &Answer, top: usize, language: Language) -> String {
    let metric = with_unit(answer, language);
    if answer.method == Kind::Tornado {
        return say!(language, "chart-index-moved", metric = metric);
    }
    if let Some(choice) = &answer.choice {
        let mut policies = description.policies.iter();
        let best = policies.find(|p| p.name == choice.best);
        let nothing = answer.shown(top).iter().all(|input| input.key() == 0.0);
        return say!(
            language,
            "chart-index-choice",
            best = best.map_or(String::new(), |p| quoted(&language.translate(&p.title))),
            metric = metric,
            perfect = language.number(choice.perfect),
            alone = if nothing { "nothing" } else { "some" }
        );
    }
    let said = say!(
        language,
        "chart-index-spread",
        metric = metric,
        mean = language.number(answer.mean),
        deviation = language.number(answer.sd)
    );
    let shares = answer
        .shown(top)
        .iter()
        .flat_map(|input| input.measures.first());
    if answer.method != Kind::Morris
        && shares
            .flat_map(|m| [Some(m.value), m.high])
            .flatten()
            .any(|x| x > 1.0)
    {
        return said + " " + &say!(language, "chart-index-beyond");
    }
    said
}
