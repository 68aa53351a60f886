//! The four interests of the joint letter of September 2024, one scenario or several side by side.

use super::head;
use crate::answer::reads_innocent_items;
use crate::chart::{ChartHead, Interest, Interests, Metric as Row, MetricValue, NumberStyle};
use crate::compare::headline::{Headline, INTERESTS, is_share};
use crate::language::Language;
use crate::model::Model;
use crate::results::Results;
use crate::results::metric::{
    ACCOUNTS_FLAGGED, COST_PER_CASE, FALSE_ARRIVALS, Metric, SCANNING_COST, SEEN,
};
use crate::say;

/// The panel of one run or several.
pub(super) fn interests(runs: &[(&Model, &Results)], language: Language) -> Interests {
    Interests {
        head: words(runs, language),
        scenarios: runs
            .iter()
            .map(|(model, _)| language.translate(&model.title).into_owned())
            .collect(),
        interests: INTERESTS
            .iter()
            .map(|panel| Interest {
                name: language.translate(panel.name).into_owned(),
                metrics: panel
                    .metrics
                    .iter()
                    .map(|shown| row(shown, runs, language))
                    .collect(),
            })
            .collect(),
    }
}

fn words(runs: &[(&Model, &Results)], language: Language) -> ChartHead {
    let replications = match runs {
        [(_, results)] => language.replications(results.replications),
        _ => each(runs, language),
    };
    let subtitle = say!(
        language,
        "chart-interests-subtitle",
        replications = replications
    );
    match runs {
        [(model, _)] => head(model, subtitle, language),
        _ => ChartHead {
            language,
            title_scenario: say!(
                language,
                "chart-interests-scenarios",
                number = runs.len().to_string()
            ),
            subtitle,
            footnote: say!(
                language,
                "chart-interests-foot",
                version = env!("CARGO_PKG_VERSION")
            ),
        },
    }
}

/// How many replications each of several runs has.
fn each(runs: &[(&Model, &Results)], language: Language) -> String {
    let numbers = || runs.iter().map(|(_, results)| results.replications);
    match (numbers().min(), numbers().max()) {
        (Some(least), Some(most)) if least < most => say!(
            language,
            "chart-interests-between",
            least = language.thousands(least as f64),
            most = language.thousands(most as f64)
        ),
        (Some(number), _) => say!(
            language,
            "chart-interests-each",
            number = language.thousands(number as f64)
        ),
        _ => String::new(),
    }
}

/// Numbers of innocent accounts and items: unknown where nothing innocent is part of the model.
static OF_INNOCENT: [&Metric; 3] = [&ACCOUNTS_FLAGGED, &SEEN, &FALSE_ARRIVALS];

fn row(shown: &Headline, runs: &[(&Model, &Results)], language: Language) -> Row {
    let value = |(model, results): &(&Model, &Results)| {
        if OF_INNOCENT.contains(&shown.metric) && !reads_innocent_items(model) {
            return None;
        }
        let summary = results.find(shown.metric.name, "", shown.desk(model)?, "")?;
        summary.summary.map(|s| MetricValue {
            low: s.p05,
            median: s.p50,
            high: s.p95,
        })
    };
    Row {
        name: name(shown, runs, language),
        style: if is_share(shown.metric) {
            NumberStyle::Percent
        } else {
            NumberStyle::Count
        },
        values: runs.iter().map(value).collect(),
    }
}

/// The name of a row; a cost per case in which scanning has no price says so.
fn name(shown: &Headline, runs: &[(&Model, &Results)], language: Language) -> String {
    let unknown = |(_, r): &(&Model, &Results)| r.overall(&SCANNING_COST).is_none();
    let left_out = runs.iter().filter(|run| unknown(run)).count();
    let name = language.translate(shown.name);
    match left_out {
        _ if shown.metric != &COST_PER_CASE => name.into_owned(),
        0 => name.into_owned(),
        n if n == runs.len() => say!(language, "chart-cost-of-desks", name = name),
        _ => say!(language, "chart-cost-where-known", name = name),
    }
}
