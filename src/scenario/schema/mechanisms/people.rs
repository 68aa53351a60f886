//! Keys of mechanisms at the desks.

use super::super::Presence::{Default, Optional, Required};
use super::super::{
    DAYS, Domain, INF, Key, Kind, NameOf, PER_DAY, POSITIVE, RATIO, SHARE, Table, key,
};
use super::ENABLED;
use crate::units::Dim;

const HOURS: Domain = Domain::new(Dim::HoursPerDay, 0.0, 24.0);

/// The desk of a mechanism.
const fn desk(doc: &'static str) -> Key {
    key(
        "desk",
        Kind::Name(NameOf::Desk),
        Required,
        doc,
        r#"desk = "police""#,
    )
}

const STAFFED: &str = "The desk; one with `staff`, and at most one table of this kind for each.";

pub(super) const SHARED_STAFF: Key = key(
    "shared-staff",
    Kind::Map(&SHARED),
    Optional,
    "People who read reports and, in the hours that are left, investigate.",
    "[mechanisms.shared-staff.police]\ndesk = \"police\"\nhours = \"7 h\"\nyield = \"1 per 40 h\"",
);

static SHARED: Table = Table {
    name: "shared-staff",
    doc: "One desk. Of the working hours of its people, those that reading does not take go to targeted investigation.",
    keys: &[
        ENABLED,
        desk(STAFFED),
        key(
            "hours",
            Kind::Quantity(HOURS),
            Required,
            "Working hours of a person per working day, reading included: at least `staff.hours` of the desk.",
            r#"hours = "7 h""#,
        ),
        key(
            "yield",
            Kind::Quantity(Domain::new(Dim::PerHour, 0.0, 1e12)),
            Required,
            "Targeted cases per hour of investigation.",
            r#"yield = "0.02/hour""#,
        ),
    ],
};

pub(super) const HIRING: Key = key(
    "hiring",
    Kind::Map(&HIRES),
    Optional,
    "Desks that hire when they are behind.",
    "[mechanisms.hiring.police]\ndesk = \"police\"\nreview = \"90 days\"\nbacklog = \"30 days\"\nstep = \"10 %\"\ntraining = \"180 days\"",
);

static HIRES: Table = Table {
    name: "hiring",
    doc: "One desk. At every review, people are hired when more than `backlog` days of work wait.",
    keys: &[
        ENABLED,
        desk(STAFFED),
        key(
            "review",
            Kind::Quantity(Domain::new(Dim::Days, 1.0, 36_500.0)),
            Required,
            "Time between two reviews, in whole days.",
            r#"review = "90 days""#,
        ),
        key(
            "backlog",
            Kind::Quantity(DAYS),
            Required,
            "Backlog in days of work (waiting units over the capacity of an average day) above which people are hired.",
            r#"backlog = "30 days""#,
        ),
        key(
            "step",
            Kind::Quantity(RATIO),
            Required,
            "People hired at each such review, as a share of those at the start.",
            r#"step = "10 %""#,
        ),
        key(
            "training",
            Kind::Quantity(DAYS),
            Default("\"0 days\""),
            "Time from the review to the first unit that they read, in whole days.",
            r#"training = "180 days""#,
        ),
        key(
            "limit",
            Kind::Quantity(Domain::new(Dim::Ratio, 1.0, 1e6)),
            Default("10"),
            "Greatest number of people, as a multiple of those at the start.",
            "limit = 2",
        ),
    ],
};

pub(super) const FATIGUE: Key = key(
    "fatigue",
    Kind::Map(&TIRED),
    Optional,
    "Desks that make more errors under load.",
    "[mechanisms.fatigue.police]\ndesk = \"police\"\nper-backlog-day = 0.01",
);

static TIRED: Table = Table {
    name: "fatigue",
    doc: "One desk. The probabilities that abuse is dismissed and that innocent items are forwarded are both multiplied by 1 + `per-backlog-day` · (days of work that wait), \
at most by `limit`; no probability exceeds one.",
    keys: &[
        ENABLED,
        desk(
            "The desk; one with a limit (not `unlimited`), and at most one table of this kind for each.",
        ),
        key(
            "per-backlog-day",
            Kind::Quantity(Domain::new(Dim::Number, 0.0, INF)),
            Required,
            "Relative growth of both error rates per day of work that waits.",
            "per-backlog-day = 0.01",
        ),
        key(
            "limit",
            Kind::Quantity(Domain::new(Dim::Ratio, 1.0, 1e6)),
            Default("5"),
            "Greatest factor on the error rates.",
            "limit = 3",
        ),
    ],
};

pub(super) const WELFARE: Key = key(
    "welfare",
    Kind::Map(&EXPOSED),
    Optional,
    "Desks whose people may see only so much abuse a day.",
    "[mechanisms.welfare.provider]\ndesk = \"provider\"\nexposures = 50",
);

static EXPOSED: Table = Table {
    name: "welfare",
    doc: "One desk. It stops reading for the day when its people have seen so many units of abuse.",
    keys: &[
        ENABLED,
        desk(STAFFED),
        key(
            "exposures",
            Kind::Quantity(Domain::new(Dim::Count, POSITIVE, 1e18)),
            Required,
            "Units of abuse per person and working day.",
            "exposures = 50",
        ),
        LEAVING,
        LEAVING_PER_EXPOSURE,
    ],
};

const HAZARD: Domain = Domain::new(Dim::PerYear, 0.0, 1000.0);

const LEAVING: Key = key(
    "leaving",
    Kind::Quantity(HAZARD),
    Optional,
    "How often a person leaves the work, whatever they see (a hazard: expected times per person and year). Places are filled again at once.",
    r#"leaving = "20 %/year""#,
);

const LEAVING_PER_EXPOSURE: Key = key(
    "leaving-per-exposure",
    Kind::Quantity(HAZARD),
    Optional,
    "By how much that grows with each unit of abuse that a person sees per working day.",
    r#"leaving-per-exposure = "0.2 %/year""#,
);

pub(super) const OUTSOURCING: Key = key(
    "outsourcing",
    Kind::Map(&OUTSOURCED),
    Optional,
    "Desks a part of whose people works elsewhere.",
    "[mechanisms.outsourcing.provider]\ndesk = \"provider\"\nshare = \"80 %\"\nhours = \"8 h\"\nerrors = 1.5\ncost = \"9 EUR/hour\"",
);

static OUTSOURCED: Table = Table {
    name: "outsourcing",
    doc: "One desk. A share of its people works elsewhere, at other speed, hours, quality, pay and safety. `leaving` and `leaving-per-exposure` are as in `welfare` of the desk unless they are given.",
    keys: &[
        ENABLED,
        desk(STAFFED),
        key(
            "share",
            Kind::Quantity(SHARE),
            Required,
            "Share of the people of the desk who work elsewhere.",
            r#"share = "80 %""#,
        ),
        key(
            "speed",
            Kind::Quantity(Domain::new(Dim::Ratio, POSITIVE, 1e6)),
            Default("1"),
            "Their speed as a multiple of that of the desk.",
            "speed = 1.2",
        ),
        key(
            "hours",
            Kind::Quantity(HOURS),
            Required,
            "Hours of reading per person and working day there.",
            r#"hours = "8 h""#,
        ),
        key(
            "errors",
            Kind::Quantity(RATIO),
            Default("1"),
            "Their error rates as a multiple of those of the desk; no probability exceeds one.",
            "errors = 1.5",
        ),
        key(
            "cost",
            Kind::Quantity(Domain::new(Dim::EurPerHour, 0.0, INF)),
            Required,
            "Cost of one hour of one of them.",
            r#"cost = "9 EUR/hour""#,
        ),
        key(
            "exposures",
            Kind::Quantity(Domain::new(Dim::Count, POSITIVE, 1e18)),
            Optional,
            "Units of abuse per person there and working day; those who are left then have the limit of `welfare` for themselves. Without it, a limit of `welfare` is one for all together.",
            "exposures = 200",
        ),
        LEAVING,
        LEAVING_PER_EXPOSURE,
    ],
};

pub(super) const CLEARING_HOUSE: Key = key(
    "clearing-house",
    Kind::Map(&ABROAD),
    Optional,
    "Reports that reach a desk from abroad, besides those of the chain.",
    "[mechanisms.clearing-house.ncmec]\ndesk = \"police\"\nreports = \"560 per day\"\nmix = { known = \"40 %\", new = \"5 %\" }\npass-through = \"50 %\"",
);

static ABROAD: Table = Table {
    name: "clearing-house",
    doc: "One clearing house abroad. Its reports arrive at the desk like those of the chain and wait in the same queue.",
    keys: &[
        ENABLED,
        desk("The desk that receives the reports; several clearing houses may report to one."),
        key(
            "reports",
            Kind::Quantity(PER_DAY),
            Required,
            "Reports per day, on average.",
            r#"reports = "560 per day""#,
        ),
        key(
            "mix",
            Kind::QuantityMap(SHARE, NameOf::Class),
            Required,
            "Shares of the classes among the reports; together at most one. The remainder is ordinary.",
            r#"mix = { known = "40 %", new = "5 %" }"#,
        ),
        key(
            "overdispersion",
            Kind::Quantity(Domain::new(Dim::Ratio, 0.0, 10.0)),
            Default("0"),
            "Coefficient of variation of the reports from day to day, beyond Poisson.",
            r#"overdispersion = "30 %""#,
        ),
        key(
            "reports-per-incident",
            Kind::Quantity(Domain::new(Dim::Ratio, 1.0, 1e9)),
            Default("1"),
            "Reports per incident: so many reports, on average, become one unit of work.",
            "reports-per-incident = 3",
        ),
        key(
            "pass-through",
            Kind::Quantity(SHARE),
            Default("1"),
            "Share of what the desk would forward of these reports that it really passes on; the rest is kept as information.",
            r#"pass-through = "50 %""#,
        ),
    ],
};
