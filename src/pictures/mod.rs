//! Results to charts: chooses the numbers that each chart shows. Drawing is [`crate::chart`]'s.

mod curves;
mod days;
mod funnel;
mod hours;
mod interests;
mod mechanisms;
mod risk;
mod solution;
mod stocks;
mod vessels;

pub use solution::{Axes as SolutionAxes, solution};

use crate::chart::{Chart, ChartHead};
use crate::contrast::Contrast;
use crate::model::Model;
use crate::model::operating::{OperatingError, OperatingPoint};
use crate::model::policy::Outputs;
use crate::results::Results;

/// Whether a model asks for series by day.
pub fn has_days(model: &Model) -> bool {
    model.run.outputs == Outputs::Daily
}

/// The names of the charts of a model, in order.
pub fn names(model: &Model) -> Vec<&'static str> {
    let mut names = Vec::new();
    if sets_margins(model) {
        names.extend(["vessels", "tradeoff", "precision"]);
    }
    names.push("funnel");
    if has_days(model) && !model.policy.desks.is_empty() {
        names.extend(["report-load", "backlog-delay"]);
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

/// Whether some order sorts items at all: one that passes everything on has no margin to show.
fn sets_margins(model: &Model) -> bool {
    central_points(model).is_ok_and(|points| points.iter().any(|p| p.fpr_field < 1.0 - 1e-9))
}

/// The charts of a run, as [`names`] lists them.
///
/// # Errors
///
/// [`OperatingError`] when a draw describes no detector, which the run would have found before.
pub fn charts(model: &Model, results: &Results) -> Result<Vec<Chart>, OperatingError> {
    let mut charts = Vec::new();
    for name in names(model) {
        charts.push(match name {
            "vessels" => Chart::Vessels(vessels::vessels(model, results)?),
            "tradeoff" => tradeoff(model)?,
            "precision" => Chart::Precision(curves::precision(model, results)?),
            "funnel" => Chart::Funnel(funnel::funnel(model, results)),
            "report-load" => Chart::ReportLoad(days::report_load(model, results)),
            "backlog-delay" => Chart::BacklogDelay(days::backlog_delay(model, results)),
            "stocks" => Chart::Stocks(stocks::stocks(model, results)),
            "hours" => match hours::hours(model, results) {
                Some(hours) => Chart::Hours(hours),
                None => continue,
            },
            "risk" => match risk::risk(model)? {
                Some(risk) => Chart::Risk(risk),
                None => continue,
            },
            _ => interests(&[(model, results)]),
        });
    }
    Ok(charts)
}

/// The four interests of one run, or of several side by side.
pub fn interests(runs: &[(&Model, &Results)]) -> Chart {
    Chart::Interests(interests::interests(runs))
}

/// Whether a run without each mechanism gives a chart.
pub fn has_mechanisms(model: &Model) -> bool {
    has_days(model) && !model.policy.desks.is_empty() && !model.mechanisms.switched_on().is_empty()
}

/// Reports with and without each mechanism; `None` where [`has_mechanisms`] is false.
pub fn mechanisms(model: &Model, results: &Results, without: &[Contrast]) -> Option<Chart> {
    mechanisms::mechanisms(model, results, without).map(Chart::Mechanisms)
}

/// The chart of `vessels tradeoff`, at central values.
///
/// # Errors
///
/// [`OperatingError`] when the model describes no detector, which loading excludes.
pub fn tradeoff(model: &Model) -> Result<Chart, OperatingError> {
    Ok(Chart::Tradeoff(curves::tradeoff(model)?))
}

fn head(model: &Model, subtitle: String) -> ChartHead {
    ChartHead {
        title_scenario: model.title.clone(),
        subtitle,
        footnote: format!(
            "vessels {}, seed {}. Every assumption and its source: run.json.",
            env!("CARGO_PKG_VERSION"),
            model.run.seed
        ),
    }
}

fn replications(results: &Results) -> String {
    format!(
        "{} replications",
        crate::text::thousands(results.replications as f64)
    )
}

/// The operating points of all orders at central values.
fn central_points(model: &Model) -> Result<Vec<OperatingPoint>, OperatingError> {
    let central = model.parameters.central();
    let preset = model.preset(&central)?;
    model.operating_points(&central, &preset)
}
