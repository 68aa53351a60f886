//! Keys that say what a scenario asks and how it is run.

use super::Presence::{Default, OneOf, Optional, Required};
use super::world::WEEKDAYS;
use super::{Domain, INF, Key, Kind, NUMBER, POSITIVE, SHARE, Table, key};
use crate::units::Dim;

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
            "Number of replications; the greatest number where `stop` may end the run.",
            "replications = 1000",
        ),
        key(
            "repeats",
            Kind::Integer(1, 1_000_000),
            Default("1"),
            "Replications of chance for every draw of the uncertain numbers; `replications` must be a multiple. With 2 or more, results \
say how much of their spread is chance, and how much is not known.",
            "repeats = 2",
        ),
        key(
            "sampling",
            Kind::Choice(&[
                (
                    "plain",
                    "independent draws: a number that is added leaves all others as they were",
                ),
                (
                    "quasi",
                    "scrambled Sobol' points: a smaller error for the same number of replications",
                ),
            ]),
            Default("\"plain\""),
            "How the uncertain numbers are drawn.",
            r#"sampling = "quasi""#,
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

pub(super) const STOP_KEY: Key = key(
    "stop",
    Kind::Table(&STOP),
    Optional,
    "End the run as soon as one number is precise enough.",
    "[stop]\nmetric = \"arrivals\"\ndesk = \"police\"\nrelative-half-width = \"2 %\"",
);

/// Any width above nought.
const WIDTH: Domain = Domain::new(Dim::Number, POSITIVE, INF);

/// `[stop]`
pub static STOP: Table = Table {
    name: "stop",
    doc: "The run ends when the confidence interval of one number, from its Monte Carlo standard error, is narrow enough, or after `run.replications`. It is looked at after `at-least` replications, and after every tenth more.",
    keys: &[
        key(
            "metric",
            Kind::Text,
            Required,
            "Name of the metric, as in `summary.csv`; docs/metrics.md lists them.",
            r#"metric = "arrivals""#,
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
            "Its class column; empty when left out.",
            r#"class = "new""#,
        ),
        key(
            "of",
            Kind::Choice(&[
                ("mean", "the mean over replications"),
                ("p05", "the 5 % quantile"),
                ("median", "the median"),
                ("p95", "the 95 % quantile"),
            ]),
            Default("\"median\""),
            "Which number of the metric.",
            r#"of = "p95""#,
        ),
        key(
            "half-width",
            Kind::Quantity(WIDTH),
            OneOf("a half width"),
            "Half width of the interval that is wanted, in the unit of the metric.",
            "half-width = 250",
        ),
        key(
            "relative-half-width",
            Kind::Quantity(SHARE),
            OneOf("a half width"),
            "Half width of the interval that is wanted, as a share of the number.",
            r#"relative-half-width = "2 %""#,
        ),
        key(
            "confidence",
            Kind::Quantity(SHARE),
            Default("\"95 %\""),
            "Confidence of the interval.",
            r#"confidence = "99 %""#,
        ),
        key(
            "at-least",
            Kind::Integer(2, 100_000_000),
            Default("100"),
            "Least number of replications.",
            "at-least = 200",
        ),
        key(
            "minutes",
            Kind::Integer(1, 1_000_000),
            Optional,
            "Greatest wall time. A run that it ends depends on the machine; it is repeated with the number of replications that it printed.",
            "minutes = 10",
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
