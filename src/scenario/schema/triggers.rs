//! Keys of conditions and triggers.

use super::Presence::{Default, OneOf, Optional, Required};
use super::policy::RULE;
use super::{Domain, Key, Kind, NUMBER, NameOf, Table, key, titled};
use crate::units::Dim;

pub(super) const TRIGGERS: Key = key(
    "triggers",
    Kind::Map(&TRIGGER),
    Optional,
    "What changes an order during the run, each at most once per replication.",
    "[policy.triggers.brake]\nwhen = { metric = \"backlog-days\", desk = \"police\", above = 60, for = \"14 days\" }\norder = \"new\"\nrule = { fpr = \"0.001 %\" }",
);

static TRIGGER: Table = Table {
    name: "triggers",
    doc: "Something that happens to an order on the day after its condition first holds, at most once per replication. Exactly one of `start`, `stop` and `rule` is given. A trigger for an order \
with `enabled = false` is left out.",
    keys: &[
        titled(r#"title = "emergency brake""#),
        key(
            "when",
            Kind::Table(&CONDITION),
            Required,
            "The condition.",
            r#"when = { metric = "backlog", desk = "police", above = 5000 }"#,
        ),
        key(
            "order",
            Kind::Name(NameOf::Order),
            Required,
            "The order that it changes.",
            r#"order = "new""#,
        ),
        key(
            "start",
            Kind::Flag,
            OneOf("action"),
            "`true`: the order, which has `starts = \"trigger\"`, begins, and lasts for its `duration` from then on.",
            "start = true",
        ),
        key(
            "stop",
            Kind::Flag,
            OneOf("action"),
            "`true`: the order ends, and is not renewed.",
            "stop = true",
        ),
        key(
            "rule",
            Kind::Table(&RULE),
            OneOf("action"),
            "The order works by this operating rule from then on.",
            r#"rule = { fpr = "0.001 %" }"#,
        ),
    ],
};

/// `when` of a trigger, `renew-if` of an order.
pub(super) static CONDITION: Table = Table {
    name: "condition",
    doc: "A bound on what happens at one desk.",
    keys: &[
        key(
            "metric",
            Kind::Choice(&[
                ("backlog", "units waiting at the end of the day"),
                (
                    "backlog-days",
                    "the same in days of work: over the capacity of an average day",
                ),
                (
                    "arrivals",
                    "units arriving per day, on average over the last days `for`",
                ),
                (
                    "precision",
                    "share of abuse among the units arriving in the last days `for`",
                ),
            ]),
            Required,
            "What is looked at. Backlogs must lie beyond the bound on every one of the days `for`.",
            r#"metric = "backlog-days""#,
        ),
        key(
            "desk",
            Kind::Name(NameOf::Desk),
            Required,
            "The desk, which must be in the chain `policy.desks`.",
            r#"desk = "police""#,
        ),
        key(
            "above",
            Kind::Quantity(NUMBER),
            OneOf("bound"),
            "The bound that must be exceeded: in units, days of work, units per day, or as a share.",
            "above = 60",
        ),
        key(
            "below",
            Kind::Quantity(NUMBER),
            OneOf("bound"),
            "The bound that must not be reached, in the same units.",
            "below = 0.2",
        ),
        key(
            "for",
            Kind::Quantity(Domain::new(Dim::Days, 1.0, 36_500.0)),
            Default("\"1 day\""),
            "So many whole days, today included: backlogs must lie beyond the bound on each of them, arrivals and precision are taken over all of them.",
            r#"for = "30 days""#,
        ),
    ],
};
