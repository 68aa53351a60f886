//! The four interests of the joint letter of September 2024, one scenario or several side by side.

use super::{head, replications};
use crate::chart::{ChartHead, Interest, Interests, Metric as Row, MetricValue, NumberStyle};
use crate::model::Model;
use crate::results::Results;
use crate::results::metric::*;

/// Where a number of the panel stands.
#[derive(Clone, Copy)]
enum Of {
    All,
    FirstDesk,
    LastDesk,
}

/// A row of a panel.
struct Shown {
    name: &'static str,
    style: NumberStyle,
    metric: &'static Metric,
    of: Of,
}

const fn count(name: &'static str, metric: &'static Metric, of: Of) -> Shown {
    Shown {
        name,
        style: NumberStyle::Count,
        metric,
        of,
    }
}

const fn percent(name: &'static str, metric: &'static Metric, of: Of) -> Shown {
    Shown {
        style: NumberStyle::Percent,
        ..count(name, metric, of)
    }
}

static PANELS: [(&str, [Shown; 4]); 4] = [
    (
        "investigation",
        [
            percent(
                "abuse flagged, of what circulates",
                &DETECTED_SHARE,
                Of::All,
            ),
            percent(
                "abuse found actionable, of what circulates",
                &FOUND_SHARE,
                Of::All,
            ),
            count("actionable cases per year", &ACTIONABLE, Of::All),
            count("targeted cases lost per year", &TARGETED_LOST, Of::LastDesk),
        ],
    ),
    (
        "fundamental rights",
        [
            count(
                "accounts whose messages are scanned",
                &PEOPLE_SCANNED,
                Of::All,
            ),
            count(
                "innocent accounts flagged per year",
                &ACCOUNTS_FLAGGED,
                Of::All,
            ),
            count(
                "innocent units read at the first desk per year",
                &SEEN,
                Of::FirstDesk,
            ),
            count(
                "innocent units at the last desk per day",
                &FALSE_ARRIVALS,
                Of::LastDesk,
            ),
        ],
    ),
    (
        "economy",
        [
            count(
                "people needed at the first desk",
                &PEOPLE_NEEDED,
                Of::FirstDesk,
            ),
            count(
                "people needed at the last desk",
                &PEOPLE_NEEDED,
                Of::LastDesk,
            ),
            count("scanning, EUR per year", &SCANNING_COST, Of::All),
            count("EUR per actionable case", &COST_PER_CASE, Of::All),
        ],
    ),
    (
        "online safety",
        [
            count(
                "accounts with client-side scanning",
                &CLIENT_SIDE_ACCOUNTS,
                Of::All,
            ),
            count(
                "accounts with the list on the device",
                &LIST_ON_DEVICE,
                Of::All,
            ),
            percent(
                "abuse out of sight, of what circulates",
                &DISPLACED_SHARE,
                Of::All,
            ),
            count(
                "abuse seen per reviewer and day, first desk",
                &EXPOSURES,
                Of::FirstDesk,
            ),
        ],
    ),
];

/// The panel of one run or several.
pub(super) fn interests(runs: &[(&Model, &Results)]) -> Interests {
    Interests {
        head: words(runs),
        scenarios: runs.iter().map(|(model, _)| model.title.clone()).collect(),
        interests: PANELS
            .iter()
            .map(|(name, rows)| Interest {
                name: (*name).to_owned(),
                metrics: rows.iter().map(|shown| row(shown, runs)).collect(),
            })
            .collect(),
    }
}

fn words(runs: &[(&Model, &Results)]) -> ChartHead {
    let replications = match runs {
        [(_, results)] => replications(results),
        _ => "the replications of each scenario".into(),
    };
    let subtitle = format!(
        "Dots: medians; lines: 90 % of {replications}. Each row has its own scale; nothing is added up."
    );
    match runs {
        [(model, _)] => head(model, subtitle),
        _ => ChartHead {
            title_scenario: format!("{} scenarios side by side", runs.len()),
            subtitle,
            footnote: format!(
                "vessels {}. The four interests of the joint letter of 18 September 2024. Every assumption and its source: run.json of each scenario.",
                env!("CARGO_PKG_VERSION")
            ),
        },
    }
}

fn row(shown: &Shown, runs: &[(&Model, &Results)]) -> Row {
    let value = |(model, results): &(&Model, &Results)| {
        let chain = &model.policy.desks;
        let desk = match shown.of {
            Of::All => return results.overall(shown.metric).copied(),
            Of::FirstDesk => chain.first(),
            Of::LastDesk => chain.last(),
        };
        let desk = &model.world.desks[*desk?];
        results.at_desk(shown.metric, &desk.name).copied()
    };
    let value = |run| {
        value(run).map(|s| MetricValue {
            low: s.p05,
            median: s.p50,
            high: s.p95,
        })
    };
    Row {
        name: shown.name.to_owned(),
        style: shown.style,
        values: runs.iter().map(value).collect(),
    }
}
