//! The four interests of the joint letter of September 2024, one scenario or several side by side.

use super::{head, replications};
use crate::chart::{ChartHead, Interest, Interests, Metric as Row, MetricValue, NumberStyle};
use crate::compare::headline::{Headline, INTERESTS, is_share};
use crate::language::Language;
use crate::model::Model;
use crate::results::Results;
use crate::results::metric::{COST_PER_CASE, SCANNING_COST};

/// The panel of one run or several.
pub(super) fn interests(runs: &[(&Model, &Results)], language: Language) -> Interests {
    Interests {
        head: words(runs, language),
        scenarios: runs.iter().map(|(model, _)| model.title.clone()).collect(),
        interests: INTERESTS
            .iter()
            .map(|panel| Interest {
                name: panel.name.to_owned(),
                metrics: panel.metrics.iter().map(|shown| row(shown, runs)).collect(),
            })
            .collect(),
    }
}

fn words(runs: &[(&Model, &Results)], language: Language) -> ChartHead {
    let replications = match runs {
        [(_, results)] => replications(results),
        _ => "the replications of each scenario".into(),
    };
    let subtitle = format!(
        "Dots: medians; lines: 90 % of {replications}. Each row has its own scale; nothing is added up."
    );
    match runs {
        [(model, _)] => head(model, subtitle, language),
        _ => ChartHead {
            language,
            title_scenario: format!("{} scenarios side by side", runs.len()),
            subtitle,
            footnote: format!(
                "vessels {}. The four interests of the joint letter of 18 September 2024. Every assumption and its source: run.json of each scenario.",
                env!("CARGO_PKG_VERSION")
            ),
        },
    }
}

fn row(shown: &Headline, runs: &[(&Model, &Results)]) -> Row {
    let value = |(model, results): &(&Model, &Results)| {
        let summary = results.find(shown.metric.name, "", shown.desk(model)?, "")?;
        summary.summary.map(|s| MetricValue {
            low: s.p05,
            median: s.p50,
            high: s.p95,
        })
    };
    Row {
        name: name(shown, runs),
        style: if is_share(shown.metric) {
            NumberStyle::Percent
        } else {
            NumberStyle::Count
        },
        values: runs.iter().map(value).collect(),
    }
}

/// The name of a row; a cost per case in which scanning has no price says so.
fn name(shown: &Headline, runs: &[(&Model, &Results)]) -> String {
    let unknown = |(_, r): &(&Model, &Results)| r.overall(&SCANNING_COST).is_none();
    let left_out = runs.iter().filter(|run| unknown(run)).count();
    match left_out {
        _ if shown.metric != &COST_PER_CASE => shown.name.to_owned(),
        0 => shown.name.to_owned(),
        n if n == runs.len() => format!("{}, desks alone", shown.name),
        _ => format!("{}, scanning where known", shown.name),
    }
}
