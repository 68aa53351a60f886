//! The numbers that stand for an interest: one panel each, four metrics in a panel.

use crate::model::Model;
use crate::results::metric::*;

/// Where a number stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// Over everything.
    All,
    /// At the first desk of the chain.
    FirstDesk,
    /// At the last desk of the chain.
    LastDesk,
}

/// A metric that stands for an interest.
#[derive(Debug, Clone, Copy)]
pub struct Headline {
    /// What it is, for readers.
    pub name: &'static str,
    /// The metric.
    pub metric: &'static Metric,
    /// Where it is taken.
    pub of: Of,
}

impl Headline {
    /// The desk at which a model has this number, empty for all; `None` where the model has no desk, and for a share of what
    /// circulates where nothing is scanned and reports come from abroad.
    pub fn desk<'a>(&self, model: &'a Model) -> Option<&'a str> {
        let of_what_circulates = [&DETECTED_SHARE, &FOUND_SHARE].contains(&self.metric);
        if of_what_circulates && model.only_reads_reports_from_abroad() {
            return None;
        }
        let chain = &model.policy.desks;
        let desk = match self.of {
            Of::All => return Some(""),
            Of::FirstDesk => chain.first(),
            Of::LastDesk => chain.last(),
        };
        desk.map(|desk| model.world.desks[*desk].name.as_str())
    }
}

/// Whether a metric is a share of one, to be written in per cent.
pub fn is_share(metric: &Metric) -> bool {
    metric.unit.starts_with("share")
}

/// The headline metrics of an interest.
#[derive(Debug)]
pub struct Panel {
    /// The name for readers.
    pub name: &'static str,
    /// Its metrics.
    pub metrics: [Headline; 4],
}

const fn of(name: &'static str, metric: &'static Metric, of: Of) -> Headline {
    Headline { name, metric, of }
}

/// The interests of the joint letter of 18 September 2024.
pub static INTERESTS: [Panel; 4] = [
    Panel {
        name: "investigation",
        metrics: [
            of(
                "abuse flagged, of what circulates",
                &DETECTED_SHARE,
                Of::All,
            ),
            of(
                "abuse found actionable, of what circulates",
                &FOUND_SHARE,
                Of::All,
            ),
            of("actionable cases per year", &ACTIONABLE, Of::All),
            of("targeted cases lost per year", &TARGETED_LOST, Of::LastDesk),
        ],
    },
    Panel {
        name: "fundamental rights",
        metrics: [
            of(
                "accounts whose messages are scanned",
                &PEOPLE_SCANNED,
                Of::All,
            ),
            of(
                "innocent accounts flagged per year",
                &ACCOUNTS_FLAGGED,
                Of::All,
            ),
            of(
                "innocent units read at the first desk per year",
                &SEEN,
                Of::FirstDesk,
            ),
            of(
                "innocent units at the last desk per day",
                &FALSE_ARRIVALS,
                Of::LastDesk,
            ),
        ],
    },
    Panel {
        name: "economy",
        metrics: [
            of(
                "people needed at the first desk",
                &PEOPLE_NEEDED,
                Of::FirstDesk,
            ),
            of(
                "people needed at the last desk",
                &PEOPLE_NEEDED,
                Of::LastDesk,
            ),
            of("scanning, EUR per year", &SCANNING_COST, Of::All),
            of("EUR per actionable case", &COST_PER_CASE, Of::All),
        ],
    },
    Panel {
        name: "online safety",
        metrics: [
            of(
                "accounts with client-side scanning",
                &CLIENT_SIDE_ACCOUNTS,
                Of::All,
            ),
            of(
                "accounts with the list on the device",
                &LIST_ON_DEVICE,
                Of::All,
            ),
            of(
                "abuse out of sight, of what circulates",
                &DISPLACED_SHARE,
                Of::All,
            ),
            of(
                "abuse seen per reviewer and day, first desk",
                &EXPOSURES,
                Of::FirstDesk,
            ),
        ],
    },
];

/// The chain itself.
static CHAIN: Panel = Panel {
    name: "chain",
    metrics: [
        of("items flagged per day", &FLAGS, Of::All),
        of("flags that are right", &FLAG_PRECISION, Of::All),
        of("units at the last desk per day", &ARRIVALS, Of::LastDesk),
        of("units waiting at the last desk", &BACKLOG, Of::LastDesk),
    ],
};

/// The four interests, then the chain.
pub fn panels() -> impl Iterator<Item = &'static Panel> {
    INTERESTS.iter().chain([&CHAIN])
}
