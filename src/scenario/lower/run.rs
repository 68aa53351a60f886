//! How a scenario is run, and when it has run long enough.

use super::super::factor::{clash, read_placed};
use super::super::reader::Reader;
use super::{RunPlaces, desks};
use crate::diag::{Code, Diagnostic, Span};
use crate::model::Model;
use crate::model::factor::{Factor, Role};
use crate::model::parameter::{Draw, Param};
use crate::model::policy::{Outputs, Run};
use crate::model::precision::{HalfWidth, Of, Sampling, Stop};
use crate::units::{Number, Share};

pub(super) fn run(reader: &Reader<'_>) -> Run {
    let run = reader.table_or_default("run");
    Run {
        days: usize::try_from(run.integer("days")).unwrap_or(usize::MAX),
        replications: run.integer("replications"),
        repeats: run.integer("repeats"),
        sampling: match run.word("sampling").as_str() {
            "quasi" => Sampling::Quasi,
            _ => Sampling::Plain,
        },
        stop: None,
        minutes: minutes(reader),
        seed: run.integer("seed"),
        start_weekday: desks::weekday(&run.word("start-weekday")).unwrap_or(0),
        draws: run.word("uncertainty") != "central",
        outputs: if run.word("outputs") == "totals" {
            Outputs::Totals
        } else {
            Outputs::Daily
        },
        charts: run.flag("charts"),
    }
}

pub(super) fn places(reader: &Reader<'_>) -> RunPlaces {
    let run = reader.table_or_default("run");
    let stop = reader.table_or_default("stop");
    RunPlaces {
        replications: run.span("replications"),
        repeats: run.span("repeats"),
        confidence: stop.span("confidence"),
        at_least: stop.span("at-least"),
    }
}

fn minutes(reader: &Reader<'_>) -> Option<u64> {
    let stop = reader.table("stop")?;
    stop.has("minutes").then(|| stop.integer("minutes"))
}

/// A rule whose numbers are still parameters.
pub(super) struct RawStop {
    stop: Stop,
    absolute: Option<Param<Number>>,
    relative: Option<Param<Share>>,
    confidence: Param<Share>,
}

impl RawStop {
    pub(super) fn resolve(self, central: &Draw) -> Stop {
        let absolute = self.absolute.map(|p| HalfWidth::Absolute(central.of(p)));
        let relative = self.relative.map(|p| HalfWidth::Relative(central.of(p)));
        Stop {
            half_width: absolute.or(relative).unwrap_or(self.stop.half_width),
            confidence: central.of(self.confidence),
            ..self.stop
        }
    }
}

pub(super) fn stop(reader: &Reader<'_>) -> Option<RawStop> {
    let reader = reader.table("stop")?;
    let text = |name| reader.text(name).unwrap_or_default();
    Some(RawStop {
        absolute: reader.optional("half-width"),
        relative: reader.optional("relative-half-width"),
        confidence: reader.quantity("confidence"),
        stop: Stop {
            metric: reader.word("metric"),
            service: text("service"),
            desk: text("desk"),
            class: text("class"),
            place: reader.span("metric"),
            of: match reader.word("of").as_str() {
                "mean" => Of::Mean,
                "p05" => Of::P05,
                "p95" => Of::P95,
                _ => Of::Median,
            },
            half_width: HalfWidth::Relative(f64::NAN),
            confidence: f64::NAN,
            at_least: reader.integer("at-least"),
        },
    })
}

/// A factor as it was written.
pub(super) struct RawFactor {
    path: (String, Span),
    role: Role,
    over: Option<(String, Span)>,
    title: Option<String>,
}

pub(super) fn factors(reader: &Reader<'_>) -> Vec<RawFactor> {
    let raw = |r: &Reader<'_>| {
        Some(RawFactor {
            path: placed(r, "path")?,
            role: match r.word("role").as_str() {
                "lever" => Role::Lever,
                _ => Role::Uncertainty,
            },
            over: placed(r, "over"),
            title: r.text("title"),
        })
    };
    reader.list("factors").iter().filter_map(raw).collect()
}

/// A text with the place of its first letter: behind the quotation mark.
fn placed(reader: &Reader<'_>, name: &str) -> Option<(String, Span)> {
    let text = reader.text(name)?;
    let span = reader.span(name);
    let start = span.start + 1;
    let end = start + text.len();
    Some((text, Span { start, end, ..span }))
}

pub(super) fn resolve(
    raw: Vec<RawFactor>,
    model: &Model,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Factor> {
    let mut factors: Vec<Factor> = Vec::new();
    for factor in raw {
        let (path, place) = &factor.path;
        if let Some(title) = clash(&factors, path) {
            let twice = Diagnostic::at(Code::Contradiction, *place, title, "");
            diagnostics.push(twice.help("keep one of them"));
            continue;
        }
        let over = factor
            .over
            .as_ref()
            .map(|(text, span)| (text.as_str(), *span));
        match read_placed(model, (path, *place), over, factor.role) {
            Ok(read) => factors.push(Factor {
                title: factor.title.unwrap_or(read.title),
                ..read
            }),
            Err(diagnostic) => diagnostics.push(*diagnostic),
        }
    }
    factors
}
