//! Keys that say what a scenario asks and how it is run.

use super::Presence::{Default, Optional, Required};
use super::world::WEEKDAYS;
use super::{Key, Kind, NUMBER, Table, key};

pub(super) const TITLE: Key = key(
    "title",
    Kind::Text,
    Required,
    "One line for tables and charts.",
    r#"title = "Known material only""#,
);
pub(super) const QUESTION: Key = key(
    "question",
    Kind::Text,
    Optional,
    "The question that the scenario answers.",
    r#"question = "What does a margin of 0.01 % leave of detection?""#,
);
pub(super) const LOOK_AT: Key = key(
    "look-at",
    Kind::Text,
    Optional,
    "What to look at in the results.",
    r#"look-at = "charts/vessels.png, then the backlog of the police desk""#,
);
pub(super) const GROUP: Key = key(
    "group",
    Kind::Text,
    Optional,
    "The document or debate that it belongs to; `vessels list` groups by it.",
    r#"group = "Commission proposal COM(2022) 209""#,
);
pub(super) const PROPONENTS: Key = key(
    "proponents",
    Kind::Text,
    Optional,
    "What those who want the policy expect of it.",
    r#"proponents = "More children are found, and few innocent people are reported.""#,
);
pub(super) const CRITICS: Key = key(
    "critics",
    Kind::Text,
    Optional,
    "What those who oppose the policy expect of it.",
    r#"critics = "Most reports are false, and the police cannot read them all.""#,
);
pub(super) const DECIDED_BY: Key = key(
    "decided-by",
    Kind::Text,
    Optional,
    "Which numbers decide between the two.",
    r#"decided-by = "material.new.prevalence and the false-positive rate in the field""#,
);
pub(super) const WORLD: Key = key(
    "world",
    Kind::Text,
    Optional,
    "The world file, relative to this file. Left out when this file holds the world itself.",
    r#"world = "worlds/eu-2024.toml""#,
);
pub(super) const RUN_KEY: Key = key(
    "run",
    Kind::Table(&RUN),
    Optional,
    "How to run it.",
    "[run]\ndays = 730\nreplications = 400",
);

/// `[run]`
pub static RUN: Table = Table {
    name: "run",
    doc: "How to run it.",
    keys: &[
        key(
            "days",
            Kind::Integer(1, 36_500),
            Default("730"),
            "Horizon in days; day 0 is the first.",
            "days = 365",
        ),
        key(
            "replications",
            Kind::Integer(1, 100_000_000),
            Default("400"),
            "Number of replications.",
            "replications = 1000",
        ),
        key(
            "seed",
            Kind::Integer(0, i64::MAX),
            Default("1"),
            "Seed of all random numbers. Results depend on the scenario and the seed alone.",
            "seed = 20240607",
        ),
        key(
            "start-weekday",
            Kind::Choice(WEEKDAYS),
            Default("\"mon\""),
            "Weekday of day 0.",
            r#"start-weekday = "sat""#,
        ),
        key(
            "uncertainty",
            Kind::Choice(&[
                ("draw", "uncertain numbers are drawn once per replication"),
                ("central", "every uncertain number stays at its median"),
            ]),
            Default("\"draw\""),
            "Whether uncertain numbers vary.",
            r#"uncertainty = "central""#,
        ),
        key(
            "outputs",
            Kind::Choice(&[
                ("daily", "totals, and series by day"),
                ("totals", "totals and peaks only"),
            ]),
            Default("\"daily\""),
            "What is asked for. Totals are the same numbers in both.",
            r#"outputs = "totals""#,
        ),
        key(
            "charts",
            Kind::Flag,
            Default("true"),
            "Whether charts are drawn.",
            "charts = false",
        ),
    ],
};

pub(super) const EXPECT: Key = key(
    "expect",
    Kind::Map(&EXPECTATION),
    Optional,
    "Published results that the run must reproduce; when one is missed, the exit code is 1.",
    "[expect.tips]\nmetric = \"arrivals-per-year\"\ndesk = \"police\"\nlow = 317000\nhigh = 318000",
);

/// `[expect.NAME]`
pub static EXPECTATION: Table = Table {
    name: "expect",
    doc: "The mean of one metric over replications must lie between `low` and `high`.",
    keys: &[
        key(
            "metric",
            Kind::Text,
            Required,
            "Name of the metric, as in `summary.csv`; docs/metrics.md lists them.",
            r#"metric = "precision""#,
        ),
        key(
            "service",
            Kind::Text,
            Optional,
            "Its service column; empty when left out.",
            r#"service = "messenger""#,
        ),
        key(
            "desk",
            Kind::Text,
            Optional,
            "Its desk column; `desk/STATE` for a member state; empty when left out.",
            r#"desk = "police""#,
        ),
        key(
            "class",
            Kind::Text,
            Optional,
            "Its class column, which names an order for metrics that begin with `order-`; empty when left out.",
            r#"class = "new""#,
        ),
        key(
            "low",
            Kind::Quantity(NUMBER),
            Required,
            "Least mean.",
            "low = 317000",
        ),
        key(
            "high",
            Kind::Quantity(NUMBER),
            Required,
            "Greatest mean.",
            "high = 318000",
        ),
        key(
            "source",
            Kind::Text,
            Optional,
            "Where the expected value was published.",
            r#"source = "BKA, Bundeslagebild 2023""#,
        ),
    ],
};
