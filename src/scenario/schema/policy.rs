//! Keys of a policy: desks, orders, operating rules.

use super::Presence::{Default, OneOf, Optional, Required};
use super::techniques::TECHNIQUES;
use super::triggers::{CONDITION, TRIGGERS};
use super::{
    DAYS, Domain, INF, Key, Kind, NUMBER, NameOf, PER_DAY, POSITIVE, SHARE, Table, key, titled,
};
use crate::units::Dim;

pub(super) const POLICY_KEY: Key = key(
    "policy",
    Kind::Table(&POLICY),
    Required,
    "What is ordered.",
    "[policy]\ndesks = [\"provider\", \"police\"]",
);

/// `[policy]`
pub static POLICY: Table = Table {
    name: "policy",
    doc: "What is ordered, and which desks read what is flagged.",
    keys: &[
        key(
            "desks",
            Kind::Names(NameOf::Desk),
            Required,
            "The desks that reports pass, in order. Without a moderators' desk there is no human review before reports are filed. An empty list counts flags only.",
            r#"desks = ["provider", "eu-centre", "police"]"#,
        ),
        key(
            "retention",
            Kind::Quantity(DAYS),
            Optional,
            "How long reports may be kept: waiting units expire at this age at every desk that has no limit of its own.",
            r#"retention = "12 months""#,
        ),
        key(
            "correlation",
            Kind::Quantity(Domain::new(Dim::Share, 0.0, 0.999)),
            Default("0"),
            "Correlation of the scores that several detectors give to one item, given its class (one common normal factor). With 0 they are independent. It holds for detectors of all families.",
            "correlation = 0.3",
        ),
        key(
            "orders",
            Kind::Map(&ORDER),
            Optional,
            "Detection orders, or what providers do without one.",
            "[policy.orders.new]\ndetector = \"classifier\"\nservices = \"all\"\nrule = { fpr = \"0.01 %\" }",
        ),
        TRIGGERS,
    ],
};

/// `[policy.orders.NAME]`
pub static ORDER: Table = Table {
    name: "orders",
    doc: "One detector at work on some services. Where several orders read one item, it is flagged by their union; the flag is counted for the first of \
them that hits: hash detectors first, then fixed, empirical and binormal ones, by name within a family.",
    keys: &[
        titled(r#"title = "new material""#),
        key(
            "enabled",
            Kind::Flag,
            Default("true"),
            "`false` switches the order off.",
            "enabled = false",
        ),
        key(
            "detector",
            Kind::Name(NameOf::Detector),
            Required,
            "The detector.",
            r#"detector = "classifier""#,
        ),
        key(
            "services",
            Kind::Selector(
                &[
                    ("all", "every service"),
                    ("encrypted", "end-to-end encrypted services"),
                    ("unencrypted", "services that are not encrypted"),
                    (
                        "significant-risk",
                        "services with `significant-risk = true`",
                    ),
                ],
                NameOf::Service,
            ),
            Default("\"all\""),
            "The services that it covers: one of the words, or a list of names.",
            r#"services = ["messenger", "webmail"]"#,
        ),
        key(
            "technique",
            Kind::Choice(TECHNIQUES),
            Default("\"server-side\""),
            "Where it reads. All but `server-side` read before encryption, or without decrypting, and so also cover encrypted services; `server-side` reads nothing there. `[techniques]` says otherwise.",
            r#"technique = "client-side""#,
        ),
        key(
            "coverage",
            Kind::Quantity(SHARE),
            Default("1"),
            "Share of the items of the covered services that is really scanned (devices that can run it). Devices of several orders are the same devices: the smaller coverage lies inside the larger.",
            r#"coverage = "90 %""#,
        ),
        key(
            "from",
            Kind::Quantity(DAYS),
            Default("\"0 days\""),
            "Time after the start at which it begins, in whole days.",
            r#"from = "3 months""#,
        ),
        key(
            "duration",
            Kind::Quantity(DAYS),
            Optional,
            "How long it lasts; to the end of the run when left out.",
            r#"duration = "24 months""#,
        ),
        key(
            "renewals",
            Kind::Integer(0, 100),
            Default("0"),
            "How often it may be renewed, each time for another `duration`, which must be given.",
            "renewals = 2",
        ),
        key(
            "renew-if",
            Kind::Table(&CONDITION),
            Optional,
            "What must hold on the last day of a term for a renewal; every renewal is granted when left out.",
            r#"renew-if = { metric = "precision", desk = "police", above = 0.2, for = "90 days" }"#,
        ),
        key(
            "starts",
            Kind::Choice(&[
                ("on-date", "at `from`"),
                ("trigger", "when a trigger with `start = true` starts it"),
            ]),
            Default("\"on-date\""),
            "What starts it. With `\"trigger\"` it stands by until then, and `from` has no effect.",
            r#"starts = "trigger""#,
        ),
        key(
            "rule",
            Kind::Table(&RULE),
            Optional,
            "The operating rule: exactly one of its keys. Needed for `binormal` and `empirical` detectors; without it a hash detector works at its recommended radius and a fixed one at its point.",
            r#"rule = { fpr = "0.01 %" }"#,
        ),
        key(
            "solved",
            Kind::Choice(&[
                (
                    "pre-set",
                    "once, on the central values of the world, and then held",
                ),
                ("attained", "anew for every draw of the uncertain numbers"),
            ]),
            Default("\"pre-set\""),
            "When the threshold is fixed.",
            r#"solved = "attained""#,
        ),
        key(
            "calibrated-on",
            Kind::Choice(&[
                ("field", "the benign items that the order really reads"),
                ("bench", "the mixture `bench-mix` of the detector"),
            ]),
            Default("\"field\""),
            "The mixture of benign items on which a margin (`fpr` or `fdr`) is met. On the bench, `fdr` uses the detector's `bench-prevalence`. Other rules are always solved in the field.",
            r#"calibrated-on = "bench""#,
        ),
    ],
};

/// `[policy.orders.NAME.rule]`
pub static RULE: Table = Table {
    name: "rule",
    doc: "What fixes the threshold: exactly one key.",
    keys: &[
        key(
            "fpr",
            Kind::Quantity(SHARE),
            OneOf("rule"),
            "A margin read as false-positive rate: the share of *innocent items checked* that is flagged.",
            r#"rule = { fpr = "0.01 %" }"#,
        ),
        key(
            "fdr",
            Kind::Quantity(SHARE),
            OneOf("rule"),
            "A margin read as false-discovery rate: the share of *flagged items* that is innocent.",
            r#"rule = { fdr = "0.01 %" }"#,
        ),
        key(
            "recall",
            Kind::Quantity(SHARE),
            OneOf("rule"),
            "The share of abuse that must be flagged.",
            r#"rule = { recall = "80 %" }"#,
        ),
        key(
            "threshold",
            Kind::Quantity(NUMBER),
            OneOf("rule"),
            "The threshold itself, in standard deviations of ordinary items; for a hash detector the radius in bits.",
            "rule = { threshold = 3.7 }",
        ),
        key(
            "flags-per-day",
            Kind::Quantity(PER_DAY),
            OneOf("rule"),
            "So many flags a day, on average over the first week of the order.",
            r#"rule = { flags-per-day = "40 000/day" }"#,
        ),
        key(
            "desk",
            Kind::Name(NameOf::Desk),
            OneOf("rule"),
            "As many flags a day as this desk can read units, on average over its week; meant for the first desk of the chain. Every order with this rule gets the whole capacity.",
            r#"rule = { desk = "provider" }"#,
        ),
        key(
            "cost",
            Kind::Table(&COST),
            OneOf("rule"),
            "The threshold with the least expected cost (slope rule; Metz 1978).",
            "rule = { cost = { false-flag = 1, miss = 5000 } }",
        ),
    ],
};

static COST: Table = Table {
    name: "cost",
    doc: "Costs in any one unit; only their ratio matters.",
    keys: &[
        key(
            "false-flag",
            Kind::Quantity(Domain::new(Dim::Number, POSITIVE, INF)),
            Required,
            "Cost of one innocent item flagged.",
            "false-flag = 1",
        ),
        key(
            "miss",
            Kind::Quantity(Domain::new(Dim::Number, POSITIVE, INF)),
            Required,
            "Cost of one abusive item missed.",
            "miss = 5000",
        ),
    ],
};
