//! Keys of a world: people, services, material, benign classes, groups, desks.

use super::Presence::{Default, OneOf, Optional, Required};
use super::{
    COUNT, DAYS, Domain, INF, Key, Kind, NameOf, PER_DAY, POSITIVE, RATIO, SHARE, Table, key,
    titled,
};
use crate::units::Dim;

pub(super) const POPULATION: Key = key(
    "population",
    Kind::Quantity(Domain::new(Dim::Count, 1.0, 1e18)),
    Required,
    "Number of people the world is about.",
    r#"population = { value = "450 million", source = "Eurostat; EDPS", status = "secondary" }"#,
);

pub(super) const MEMBER_STATES: Key = key(
    "member-states",
    Kind::Map(&MEMBER_STATE),
    Optional,
    "Member states over which desks with `split-over-member-states` are divided. Shares may add up to less than one: the remainder is \
`other`. The Netherlands (`NL`) is always reported by itself when present.",
    "[member-states.NL]\nshare = \"3.8 %\"",
);

static MEMBER_STATE: Table = Table {
    name: "member-states",
    doc: "One member state.",
    keys: &[
        titled(r#"title = "Netherlands""#),
        key(
            "share",
            Kind::Quantity(SHARE),
            Required,
            "Share of all reports that concern this member state.",
            r#"share = "3.8 %""#,
        ),
        key(
            "staff-share",
            Kind::Quantity(SHARE),
            Optional,
            "Share of the people of each split desk who work here; `share` when left out.",
            r#"staff-share = "5 %""#,
        ),
    ],
};

pub(super) const SERVICES: Key = key(
    "services",
    Kind::Map(&SERVICE),
    Required,
    "Services that carry items (messages, images, videos).",
    "[services.messenger]\naccounts = \"200 million\"\nitems = { text = \"30/day\", image = \"1.5/day\" }",
);

/// `[services.NAME]`
pub static SERVICE: Table = Table {
    name: "services",
    doc: "One service. Its volume on day d is `mean · weekly rhythm · (1 + growth)^(d/365) · G`, rounded, where G is gamma-distributed with mean 1 \
and coefficient of variation `overdispersion`, the same for all modalities of the service on that day.",
    keys: &[
        titled(r#"title = "WhatsApp""#),
        key(
            "accounts",
            Kind::Quantity(Domain::new(Dim::Count, 1.0, 1e18)),
            Required,
            "Number of accounts.",
            r#"accounts = "200 million""#,
        ),
        key(
            "items",
            Kind::QuantityMap(PER_DAY, NameOf::NewModality),
            OneOf("volume"),
            "Items per account per day, by modality. The modalities are named here (`text`, `image`, `video`, `report` where reports are counted, or any other).",
            r#"items = { text = "30/day", image = "1.5/day" }"#,
        ),
        key(
            "volume",
            Kind::QuantityMap(PER_DAY, NameOf::NewModality),
            OneOf("volume"),
            "Items per day of the whole service, by modality, in place of `items`.",
            r#"volume = { text = "3 billion/day" }"#,
        ),
        key(
            "encrypted",
            Kind::Flag,
            Default("false"),
            "Whether the service is end-to-end encrypted: server-side scanning then reads nothing.",
            "encrypted = true",
        ),
        key(
            "significant-risk",
            Kind::Flag,
            Default("true"),
            "Whether the service counts as one with a significant risk of abuse, for orders with `services = \"significant-risk\"`.",
            "significant-risk = false",
        ),
        key(
            "growth",
            Kind::Quantity(Domain::new(Dim::PerYear, -0.99, 100.0)),
            Default("\"0 %/year\""),
            "Growth of the volume per year, compounded daily.",
            r#"growth = "5 %/year""#,
        ),
        key(
            "weekly",
            Kind::Quantities(RATIO, 7),
            Default("[1, 1, 1, 1, 1, 1, 1]"),
            "Weekly rhythm: relative volume from Monday to Sunday; only ratios matter, the mean is made 1.",
            "weekly = [1, 1, 1, 1, 1.05, 1.1, 1.1]",
        ),
        key(
            "overdispersion",
            Kind::Quantity(Domain::new(Dim::Ratio, 0.0, 10.0)),
            Default("0"),
            "Coefficient of variation of the volume from day to day, beyond rhythm and growth.",
            r#"overdispersion = "5 %""#,
        ),
        key(
            "activity-shape",
            Kind::Quantity(Domain::new(Dim::Number, 0.01, 1e6)),
            Default("1"),
            "Shape κ of the gamma distribution of activity over accounts: small means that few accounts send most items.",
            "activity-shape = 0.5",
        ),
    ],
};

pub(super) const MATERIALS: Key = key(
    "material",
    Kind::Map(&MATERIAL),
    Required,
    "Classes of abuse material. The usual three are `known` (in a hash database), `new` and `grooming`.",
    "[material.new]\nmodality = \"image\"\nprevalence = \"0.1 to 10 per million\"",
);

/// `[material.NAME]`
pub static MATERIAL: Table = Table {
    name: "material",
    doc: "One class of abuse material.",
    keys: &[
        titled(r#"title = "new material""#),
        key(
            "modality",
            Kind::Name(NameOf::Modality),
            Required,
            "The modality that carries it; some service must carry that modality.",
            r#"modality = "image""#,
        ),
        key(
            "prevalence",
            Kind::Quantity(SHARE),
            Required,
            "Share of the items of that modality that are of this class.",
            r#"prevalence = "0.1 to 10 per million""#,
        ),
        key(
            "prevalence-at",
            Kind::QuantityMap(SHARE, NameOf::Service),
            Optional,
            "Prevalence at single services, where it differs.",
            r#"prevalence-at = { webmail = "2 per million" }"#,
        ),
        key(
            "evasion",
            Kind::Quantity(SHARE),
            Default("0"),
            "Share of these items that is made unreadable to scanning (encrypted in advance, altered); they are circulating but never scanned.",
            r#"evasion = "10 %""#,
        ),
        key(
            "copies-per-piece",
            Kind::Quantity(Domain::new(Dim::Ratio, 1.0, 1e12)),
            Default("1"),
            "Mean number of copies per distinct piece (virality). Used by deduplication.",
            "copies-per-piece = 10",
        ),
        key(
            "carriers",
            Kind::Quantity(Domain::new(Dim::Share, POSITIVE, 1.0)),
            Optional,
            "Share of accounts that carry this class; gives the metric `carrier-accounts`. Needed by `[mechanisms.accounts]`; nothing else depends on it.",
            r#"carriers = "1 in 10 000""#,
        ),
        key(
            "pieces",
            Kind::Quantity(Domain::new(Dim::Count, 1.0, 1e18)),
            Optional,
            "Distinct pieces that circulate at the start: the stock, which learning, removal, prevention and deterrence change. The items of the class are proportional to the stock. Without it the class has no stock, and its items do not change.",
            r#"pieces = "2 million""#,
        ),
        key(
            "lifetime",
            Kind::Quantity(Domain::new(Dim::Days, POSITIVE, 36_500.0)),
            Optional,
            "Mean time until a piece stops circulating by itself; never when left out. It needs `pieces`.",
            r#"lifetime = "5 years""#,
        ),
        key(
            "production",
            Kind::Quantity(PER_DAY),
            Optional,
            "New pieces per day; when left out, as many as end by themselves at the start (pieces over lifetime), so that the stock is level, and none without `lifetime`. It needs `pieces`.",
            r#"production = "1000/day""#,
        ),
    ],
};

pub(super) const BENIGN_CLASSES: Key = key(
    "benign",
    Kind::Map(&BENIGN),
    Optional,
    "Named classes of benign items that a classifier confuses with abuse more easily than ordinary items. Whatever is in no class is `ordinary`.",
    "[benign.family]\nmodality = \"image\"\nshare = \"1 %\"\nshift = 1.0",
);

static BENIGN: Table = Table {
    name: "benign",
    doc: "One confusable class.",
    keys: &[
        titled(r#"title = "family pictures""#),
        key(
            "modality",
            Kind::Name(NameOf::Modality),
            Required,
            "The modality that carries it.",
            r#"modality = "image""#,
        ),
        key(
            "share",
            Kind::Quantity(SHARE),
            Required,
            "Share of the benign items of that modality. The shares of one modality may not exceed one.",
            r#"share = "1 %""#,
        ),
        key(
            "share-at",
            Kind::QuantityMap(SHARE, NameOf::Service),
            Optional,
            "Share at single services, where it differs.",
            r#"share-at = { teenchat = "4 %" }"#,
        ),
        key(
            "shift",
            Kind::Quantity(Domain::new(Dim::Number, -20.0, 20.0)),
            Default("0"),
            "How much higher its scores lie, in standard deviations of ordinary items: the false-positive rate is Φ(shift − t) in place of Φ(−t). It has no effect on hash and fixed detectors.",
            "shift = 1.0",
        ),
        key(
            "minors",
            Kind::Flag,
            Default("false"),
            "Whether the items are of minors, or sent by minors of themselves; those that are reported are counted in `teenagers-reported`.",
            "minors = true",
        ),
    ],
};

pub(super) const GROUPS: Key = key(
    "groups",
    Kind::Map(&GROUP),
    Optional,
    "Groups of the population on whose benign items classifiers score higher or lower. Shares may add up to less than one: the remainder has shift 0.",
    "[groups.dialect]\nshare = \"10 %\"\nshift = 0.3",
);

static GROUP: Table = Table {
    name: "groups",
    doc: "One group of the population.",
    keys: &[
        titled(r#"title = "dialect speakers""#),
        key(
            "share",
            Kind::Quantity(SHARE),
            Required,
            "Share of benign items sent by this group.",
            r#"share = "10 %""#,
        ),
        key(
            "shift",
            Kind::Quantity(Domain::new(Dim::Number, -20.0, 20.0)),
            Required,
            "How much higher its benign items score, in standard deviations, on top of the shift of the class.",
            "shift = 0.3",
        ),
    ],
};

pub(super) const DESKS: Key = key(
    "desks",
    Kind::Map(&DESK),
    Optional,
    "Desks at which people read what was flagged. Which of them reports pass, and in what order, is said by `policy.desks`. Needed only where `policy.desks` names some.",
    "[desks.provider]\nreads = \"flags\"\nstaff = { people = 500, speed = \"25/hour\", hours = \"6 h\" }\nforward = { abusive = \"95 %\", benign = \"2 %\" }",
);

/// `[desks.NAME]`
pub static DESK: Table = Table {
    name: "desks",
    doc: "One desk. Each day it reads `min(backlog + arrivals, capacity)`; what it forwards reaches the next desk on the same day; what is older than \
`expires-after` at the end of the day is dropped. The desk that comes last forwards what is *actionable*.",
    keys: &[
        titled(r#"title = "EU Centre""#),
        key(
            "reads",
            Kind::Choice(&[
                ("flags", "single flagged items"),
                ("reports", "reports, which may bundle several items"),
                ("cases", "investigations"),
            ]),
            Default("\"reports\""),
            "What one unit of work at this desk is called.",
            r#"reads = "flags""#,
        ),
        key(
            "items-per-arrival",
            Kind::Quantity(Domain::new(Dim::Ratio, 1.0, 1e9)),
            Default("1"),
            "Bundling: how many units of the desk before make one unit here, on average. Each arriving unit opens a new bundle with probability 1/items-per-arrival, else it joins one. A bundle has the class of the unit that opened it.",
            "items-per-arrival = 3",
        ),
        key(
            "staff",
            Kind::Table(&STAFF),
            OneOf("capacity"),
            "Capacity from people, speed and hours.",
            r#"staff = { people = 500, speed = "25/hour", hours = "6 h" }"#,
        ),
        key(
            "capacity",
            Kind::Quantity(PER_DAY),
            OneOf("capacity"),
            "Capacity per working day, in place of `staff`.",
            r#"capacity = "3000/day""#,
        ),
        key(
            "unlimited",
            Kind::Flag,
            OneOf("capacity"),
            "`true`: there is no limit to what the desk reads on a day on which it works.",
            "unlimited = true",
        ),
        key(
            "working-days",
            Kind::Choices(WEEKDAYS),
            Default(r#"["mon", "tue", "wed", "thu", "fri", "sat", "sun"]"#),
            "Days of the week on which the desk works.",
            r#"working-days = ["mon", "tue", "wed", "thu", "fri"]"#,
        ),
        key(
            "opens",
            Kind::Quantity(DAYS),
            Default("\"0 days\""),
            "Time after the start at which the desk opens; until then its backlog waits.",
            r#"opens = "6 months""#,
        ),
        key(
            "forward",
            Kind::QuantityMap(SHARE, NameOf::Decision),
            Required,
            "Probability that a unit is forwarded, by class. `abusive` and `benign` stand for all classes that are not named; `ordinary` is the benign remainder. The decision of the last desk is whether the unit is actionable.",
            r#"forward = { abusive = "95 %", benign = "2 %", family = "10 %" }"#,
        ),
        key(
            "queue",
            Kind::Choice(&[
                ("fifo", "oldest first"),
                ("lifo", "newest first"),
                ("random", "any waiting unit with the same probability"),
                (
                    "priority",
                    "by the list `priority`, oldest first within a priority",
                ),
            ]),
            Default("\"fifo\""),
            "Which waiting units are read first.",
            r#"queue = "priority""#,
        ),
        key(
            "priority",
            Kind::Names(NameOf::Priority),
            Optional,
            "Order of priority: names of detectors or of classes; whatever is not named comes last. Priority by class presumes that the class can be told before reading. A name that is both a class and a detector means either.",
            r#"priority = ["hash", "classifier"]"#,
        ),
        key(
            "expires-after",
            Kind::Quantity(DAYS),
            Optional,
            "Age in whole days at which a waiting unit is dropped; `policy.retention` when left out, else never.",
            r#"expires-after = "90 days""#,
        ),
        key(
            "deduplicate",
            Kind::Table(&DEDUPLICATE),
            Optional,
            "Copies of a piece already seen are dismissed on arrival, without being read.",
            "deduplicate = { by-virality = true }",
        ),
        key(
            "split-over-member-states",
            Kind::Flag,
            Default("false"),
            "Whether each member state has a desk of this kind, with its share of the people and of the reports.",
            "split-over-member-states = true",
        ),
        key(
            "cost",
            Kind::Quantity(Domain::new(Dim::EurPerHour, 0.0, INF)),
            Default("\"0 EUR/hour\""),
            "Cost of one hour of one person.",
            r#"cost = "35 EUR/hour""#,
        ),
    ],
};

static STAFF: Table = Table {
    name: "staff",
    doc: "Capacity per working day = people · speed · hours.",
    keys: &[
        key(
            "people",
            Kind::Quantity(COUNT),
            Required,
            "Number of people (full-time equivalents) who read.",
            "people = 150",
        ),
        key(
            "speed",
            Kind::Quantity(Domain::new(Dim::PerHour, POSITIVE, 1e12)),
            Required,
            "Units read per person and hour.",
            r#"speed = "144 s per item""#,
        ),
        key(
            "hours",
            Kind::Quantity(Domain::new(Dim::HoursPerDay, 0.0, 24.0)),
            Required,
            "Hours of reading per person and working day.",
            r#"hours = "6 h""#,
        ),
    ],
};

static DEDUPLICATE: Table = Table {
    name: "deduplicate",
    doc: "How many arriving units are copies.",
    keys: &[
        key(
            "share",
            Kind::Quantity(SHARE),
            OneOf("deduplicate"),
            "This share of every class of abuse material.",
            r#"share = "40 %""#,
        ),
        key(
            "by-virality",
            Kind::Flag,
            OneOf("deduplicate"),
            "`true`: of every class of abuse material the share 1 − 1/copies-per-piece, so that one copy of each piece is read.",
            "by-virality = true",
        ),
    ],
};

pub(super) const WEEKDAYS: &[(&str, &str)] = &[
    ("mon", "Monday"),
    ("tue", "Tuesday"),
    ("wed", "Wednesday"),
    ("thu", "Thursday"),
    ("fri", "Friday"),
    ("sat", "Saturday"),
    ("sun", "Sunday"),
];
