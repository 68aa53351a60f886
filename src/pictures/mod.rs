//! Results to charts: chooses the numbers that each chart shows. Drawing is [`crate::chart`]'s.

mod boundary;
mod curves;
mod days;
mod differences;
mod funnel;
mod hours;
mod influence;
mod interests;
mod mechanisms;
mod risk;
mod scatter;
mod solution;
mod stocks;
mod vessels;

pub use boundary::{front, peeling};
pub use scatter::scatter;
pub use solution::{Axes as SolutionAxes, solution};

use crate::chart::{Chart, ChartHead};
use crate::compare::page::Page;
use crate::contrast::Contrast;
use crate::influence::Answer;
use crate::language::Language;
use crate::model::Model;
use crate::model::epistemic::Sampler;
use crate::model::operating::{OperatingError, OperatingPoint};
use crate::model::parameter::Draw;
use crate::model::policy::{Order, Outputs, Rule};
use crate::model::world::Capacity;
use crate::results::Results;
use crate::say;
use crate::study::description::Description;
use crate::theory::curve::Curve;

/// Whether a model asks for series by day.
pub fn has_days(model: &Model) -> bool {
    model.run.outputs == Outputs::Daily
}

/// The names of the charts of a model, in order.
pub fn names(model: &Model) -> Vec<&'static str> {
    let mut names = Vec::new();
    let points = central_points(model).unwrap_or_default();
    let orders = || model.policy.orders.iter().zip(&points);
    if orders().any(|(_, point)| is_sorting(point)) {
        if orders().any(|(order, point)| has_margin(order, point)) {
            names.extend(["vessels", "tradeoff"]);
        }
        names.push("precision");
    }
    names.push("funnel");
    if has_days(model) && !model.policy.desks.is_empty() {
        names.push("report-load");
        if model.policy.desks.iter().any(|d| may_wait(model, *d)) {
            names.push("backlog-delay");
        }
        if hours::shared_desk(model).is_some() {
            names.push("hours");
        }
    }
    if has_days(model) && model.counted_material().next().is_some() {
        names.push("stocks");
    }
    if risk::is_shown(model) {
        names.push("risk");
    }
    names.push("interests");
    names
}

/// Whether an order sorts items at all: one that passes everything on, or that meets nothing innocent, does not.
fn is_sorting(point: &OperatingPoint) -> bool {
    point.fpr_field < 1.0 - 1e-9 && point.field.prevalence < 1.0
}

/// Whether a margin says anything of an order: its rule is one, or its detector has a threshold that one could move.
fn has_margin(order: &Order, point: &OperatingPoint) -> bool {
    let margin = matches!(
        order.rule,
        Rule::FalsePositiveRate(_) | Rule::FalseDiscoveryRate(_)
    );
    is_sorting(point) && (margin || !matches!(point.curve, Curve::Fixed { .. }))
}

/// Whether units may wait at a desk.
fn may_wait(model: &Model, desk: usize) -> bool {
    !matches!(model.world.desks[desk].capacity, Capacity::Unlimited)
}

/// The charts of a run, as [`names`] lists them.
///
/// # Errors
///
/// [`OperatingError`] when a draw describes no detector, which the run would have found before.
pub fn charts(
    model: &Model,
    results: &Results,
    language: Language,
) -> Result<Vec<Chart>, OperatingError> {
    let mut charts = Vec::new();
    for name in names(model) {
        charts.push(match name {
            "vessels" => Chart::Vessels(vessels::vessels(model, results, language)?),
            "tradeoff" => tradeoff(model, language)?,
            "precision" => Chart::Precision(curves::precision(model, results, language)?),
            "funnel" => Chart::Funnel(funnel::funnel(model, results, language)),
            "report-load" => Chart::ReportLoad(days::report_load(model, results, language)),
            "backlog-delay" => Chart::BacklogDelay(days::backlog_delay(model, results, language)),
            "stocks" => Chart::Stocks(stocks::stocks(model, results, language)),
            "hours" => match hours::hours(model, results, language) {
                Some(hours) => Chart::Hours(hours),
                None => continue,
            },
            "risk" => match risk::risk(model, language)? {
                Some(risk) => Chart::Risk(risk),
                None => continue,
            },
            _ => interests(&[(model, results)], language),
        });
    }
    Ok(charts)
}

/// The four interests of one run, or of several side by side.
pub fn interests(runs: &[(&Model, &Results)], language: Language) -> Chart {
    Chart::Interests(interests::interests(runs, language))
}

/// What changes from a base to other scenarios, by interest.
pub fn differences(page: &Page<'_>, language: Language) -> Chart {
    Chart::Differences(differences::differences(page, language))
}

/// Whether a run without each mechanism gives a chart.
pub fn has_mechanisms(model: &Model) -> bool {
    has_days(model) && !model.policy.desks.is_empty() && !model.mechanisms.switched_on().is_empty()
}

/// Reports with and without each mechanism; `None` where [`has_mechanisms`] is false.
pub fn mechanisms(
    model: &Model,
    results: &Results,
    without: &[Contrast],
    language: Language,
) -> Option<Chart> {
    mechanisms::mechanisms(model, results, without, language).map(Chart::Mechanisms)
}

/// The chart of `vessels tradeoff`, at central values.
///
/// # Errors
///
/// [`OperatingError`] when the model describes no detector, which loading excludes.
pub fn tradeoff(model: &Model, language: Language) -> Result<Chart, OperatingError> {
    Ok(Chart::Tradeoff(curves::tradeoff(model, language)?))
}

/// The chart of what matters for one metric: at most `top` factors.
pub fn influence(
    description: &Description,
    answer: &Answer,
    top: usize,
    language: Language,
) -> Chart {
    influence::influence(description, answer, top, language)
}

fn head(model: &Model, subtitle: String, language: Language) -> ChartHead {
    ChartHead {
        language,
        title_scenario: quoted(&language.translate(&model.title)),
        subtitle,
        footnote: say!(
            language,
            "chart-foot",
            version = env!("CARGO_PKG_VERSION"),
            seed = model.run.seed.to_string()
        ),
    }
}

/// A title in which what stands between backticks stands between quotation marks.
fn quoted(title: &str) -> String {
    let mut parts = title.split('`');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.enumerate().fold(first, |text, (n, part)| {
        let mark = if n % 2 == 0 { '“' } else { '”' };
        text + &mark.to_string() + part
    })
}

/// A number for the colour of each order: that of the first class that it looks for, where no earlier order has it.
fn colours(model: &Model) -> Vec<usize> {
    let mut taken: Vec<usize> = Vec::new();
    for order in &model.policy.orders {
        let class = match model.world.detectors[order.detector].detects[..] {
            [class] => Some(class).filter(|class| !taken.contains(class)),
            _ => None,
        };
        let free = |colour: &usize| !taken.contains(colour);
        let next = (model.world.material.len()..).find(free);
        taken.extend(class.or(next));
    }
    taken
}

/// The uncertain numbers of the first replications of a run; central values throughout where none are drawn.
fn drawn(model: &Model, replications: u64) -> Vec<Draw> {
    let central = model.parameters.central();
    let sampler = Sampler::new(model);
    let draw = |r| sampler.draw(model, &central, r / model.run.repeats.max(1), &[]);
    (0..replications).map(draw).collect()
}

/// The operating points of all orders at central values.
fn central_points(model: &Model) -> Result<Vec<OperatingPoint>, OperatingError> {
    let central = model.parameters.central();
    let preset = model.preset(&central)?;
    model.operating_points(&central, &preset)
}
