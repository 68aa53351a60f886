//! The four interests of the joint letter of September 2024, one scenario or several side by side.

use super::{head, replications};
use crate::chart::{ChartHead, Interest, Interests, Metric as Row, MetricValue, NumberStyle};
use crate::compare::headline::{Headline, INTERESTS, is_share};
use crate::language::Language;
use crate::model::Model;
use crate::results::Results;

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
        name: shown.name.to_owned(),
        style: if is_share(shown.metric) {
            NumberStyle::Percent
        } else {
            NumberStyle::Count
        },
        values: runs.iter().map(value).collect(),
    }
}
