//! Keys of mechanisms that change what circulates, what is flagged, and what is passed on to the desks.

use super::super::Presence::{Default, Optional, Required};
use super::super::{DAYS, Domain, Key, Kind, NameOf, POSITIVE, SHARE, Table, key, titled};
use super::ENABLED;
use crate::units::Dim;

const HITS: Domain = Domain::new(Dim::Count, 1.0, 100.0);
const SOME_DAYS: Domain = Domain::new(Dim::Days, POSITIVE, 36_500.0);
const COPIES: Domain = Domain::new(Dim::Count, 1.0, 1e12);

pub(super) const ACCOUNTS_KEY: Key = key(
    "accounts",
    Kind::Table(&ACCOUNTS),
    Optional,
    "Nothing is reported of an account until it has had so many hits.",
    "[mechanisms.accounts]\nhits = 2\nwindow = \"30 days\"",
);

static ACCOUNTS: Table = Table {
    name: "accounts",
    doc: "A flag is passed on to the first desk when its account has had at least `hits` flags of the same detector within `window`, this one included. \
The flags of that account that were held so far are passed on with it; the others lapse when they leave the window. Accounts without abuse are hit by Poisson processes, \
with gamma-distributed activity (`activity-shape` of the service); accounts with abuse, the share `carriers` of each class of abuse material, are hit at their own rate. \
Every class that some order detects needs `carriers`.",
    keys: &[
        ENABLED,
        key(
            "hits",
            Kind::Quantity(HITS),
            Default("1"),
            "Hits that are needed, rounded to a whole number, for every detector that `hits-of` does not name. 1 passes every flag on.",
            "hits = 2",
        ),
        key(
            "hits-of",
            Kind::QuantityMap(HITS, NameOf::Detector),
            Optional,
            "Hits that are needed for single detectors.",
            "hits-of = { classifier = 2 }",
        ),
        key(
            "window",
            Kind::Quantity(SOME_DAYS),
            Required,
            "Length of the sliding window in which the hits must lie, in whole days.",
            r#"window = "30 days""#,
        ),
        key(
            "correlation",
            Kind::Quantity(Domain::new(Dim::Share, 0.0, 0.999)),
            Default("0"),
            "Correlation of the false hits of one account: the probability of a hit varies over accounts as a beta distribution with this intra-class correlation. With 0 it is the same for all.",
            "correlation = 0.01",
        ),
    ],
};

pub(super) const BURSTS: Key = key(
    "bursts",
    Kind::Map(&BURST),
    Optional,
    "Days on which one innocent item that a detector flags is sent by many users at once.",
    "[mechanisms.bursts.meme]\ndetector = \"hash\"\nrate = \"2 per year\"\nleast = 1000\ngreatest = \"1 million\"",
);

static BURST: Table = Table {
    name: "bursts",
    doc: "One kind of burst. Bursts arrive as a Poisson process. Their sizes have a Pareto distribution between `least` and `greatest` (bounded above). The copies are spread over the \
services by the volume of the modality and thinned by coverage; every copy that an active order with this detector reads is a flag, each of another user.",
    keys: &[
        ENABLED,
        titled(r#"title = "a meme that matches a listed hash""#),
        key(
            "detector",
            Kind::Name(NameOf::Detector),
            Required,
            "The detector that flags the item by mistake.",
            r#"detector = "hash""#,
        ),
        key(
            "class",
            Kind::Name(NameOf::Benign),
            Optional,
            "Benign class of the item, of a modality that the detector reads; an ordinary item when left out.",
            r#"class = "family""#,
        ),
        key(
            "rate",
            Kind::Quantity(Domain::new(Dim::PerDay, 0.0, 1000.0)),
            Required,
            "Bursts per day, on average.",
            r#"rate = "2 per year""#,
        ),
        key(
            "least",
            Kind::Quantity(COPIES),
            Required,
            "Least number of copies sent on the first day of a burst.",
            "least = 1000",
        ),
        key(
            "greatest",
            Kind::Quantity(COPIES),
            Required,
            "Greatest number of copies sent on the first day of a burst; at least `least`.",
            r#"greatest = "1 million""#,
        ),
        key(
            "tail-index",
            Kind::Quantity(Domain::new(Dim::Number, POSITIVE, 100.0)),
            Default("1.2"),
            "Tail index α of the bounded Pareto distribution of sizes: the smaller, the more often bursts are large.",
            "tail-index = 1.2",
        ),
        key(
            "half-life",
            Kind::Quantity(DAYS),
            Default("\"0 days\""),
            "Time after which half as many copies are sent per day; with 0 a burst lasts one day.",
            r#"half-life = "1 day""#,
        ),
    ],
};

pub(super) const LEARNING_KEY: Key = key(
    "learning",
    Kind::Table(&LEARNING),
    Optional,
    "Confirmed new pieces enter a list and become known.",
    "[mechanisms.learning]\ndetector = \"hash\"\nfrom = \"new\"\nto = \"known\"\nlag = \"90 days\"",
);

static LEARNING: Table = Table {
    name: "learning",
    doc: "Confirmed pieces of the class `from` leave its stock and enter the stock of `to` after a lag; the list of the detector grows by as many, and with it the false-positive rate of a \
hash detector. Both classes need `pieces`.",
    keys: &[
        ENABLED,
        key(
            "detector",
            Kind::Name(NameOf::Detector),
            Required,
            "The detector whose list grows. Only the list of a hash detector has a size.",
            r#"detector = "hash""#,
        ),
        key(
            "from",
            Kind::Name(NameOf::Material),
            Required,
            "Class of abuse material whose confirmed pieces are listed.",
            r#"from = "new""#,
        ),
        key(
            "to",
            Kind::Name(NameOf::Material),
            Required,
            "Class of abuse material that they become; another one than `from`.",
            r#"to = "known""#,
        ),
        key(
            "desk",
            Kind::Name(NameOf::Desk),
            Optional,
            "The desk that confirms: units that it forwards are confirmed; the last desk of the chain when left out.",
            r#"desk = "eu-centre""#,
        ),
        key(
            "lag",
            Kind::Quantity(DAYS),
            Default("\"0 days\""),
            "Time from confirmation to listing, in whole days.",
            r#"lag = "90 days""#,
        ),
        key(
            "share",
            Kind::Quantity(SHARE),
            Default("1"),
            "Share of the confirmed pieces that is listed.",
            r#"share = "80 %""#,
        ),
    ],
};

pub(super) const REMOVAL_KEY: Key = key(
    "removal",
    Kind::Table(&REMOVAL),
    Optional,
    "Found pieces stop circulating.",
    "[mechanisms.removal]\nshare = \"50 %\"\nlag = \"7 days\"",
);

static REMOVAL: Table = Table {
    name: "removal",
    doc: "Found pieces stop circulating after a lag. Found units are copies of random pieces of their class: the number of distinct pieces among n of them is binomial with probability \
1 − (1 − 1/S)^n, where S is the stock. Items of a class are proportional to its stock. At least one class of abuse material needs `pieces`.",
    keys: &[
        ENABLED,
        key(
            "share",
            Kind::Quantity(SHARE),
            Required,
            "Share of the found pieces that stops circulating.",
            r#"share = "50 %""#,
        ),
        key(
            "share-of",
            Kind::QuantityMap(SHARE, NameOf::Material),
            Optional,
            "Share for single classes of abuse material, where it differs.",
            r#"share-of = { new = "20 %" }"#,
        ),
        key(
            "lag",
            Kind::Quantity(DAYS),
            Default("\"0 days\""),
            "Time from finding to removal, in whole days.",
            r#"lag = "7 days""#,
        ),
        key(
            "desk",
            Kind::Name(NameOf::Desk),
            Optional,
            "The desk whose forwarded units count as found; the last desk of the chain when left out.",
            r#"desk = "police""#,
        ),
    ],
};

pub(super) const PREVENTION_KEY: Key = key(
    "prevention",
    Kind::Table(&PREVENTION),
    Optional,
    "Fewer pieces are made, by measures other than detection.",
    "[mechanisms.prevention]\nreduction = \"30 %\"\nramp = \"24 months\"",
);

static PREVENTION: Table = Table {
    name: "prevention",
    doc: "The production of pieces of every class falls. At least one class of abuse material needs `pieces`.",
    keys: &[
        ENABLED,
        key(
            "reduction",
            Kind::Quantity(SHARE),
            Required,
            "Share by which the production of pieces falls in the end.",
            r#"reduction = "30 %""#,
        ),
        key(
            "from",
            Kind::Quantity(DAYS),
            Default("\"0 days\""),
            "Time after the start at which production begins to fall.",
            r#"from = "6 months""#,
        ),
        key(
            "ramp",
            Kind::Quantity(DAYS),
            Default("\"0 days\""),
            "Time over which it falls, linearly.",
            r#"ramp = "24 months""#,
        ),
    ],
};

pub(super) const DETERRENCE_KEY: Key = key(
    "deterrence",
    Kind::Table(&DETERRENCE),
    Optional,
    "Fewer pieces are made where detection is likely.",
    "[mechanisms.deterrence]\nelasticity = 0.5\nmemory = \"180 days\"",
);

static DETERRENCE: Table = Table {
    name: "deterrence",
    doc: "The production of pieces is multiplied by (1 − q)^ε, where q is the perceived chance of detection. It follows the share of the circulating items that is flagged. \
At least one class of abuse material needs `pieces`.",
    keys: &[
        ENABLED,
        key(
            "elasticity",
            Kind::Quantity(Domain::new(Dim::Number, 0.0, 1000.0)),
            Required,
            "ε. With 0 nobody is deterred.",
            "elasticity = 0.5",
        ),
        key(
            "memory",
            Kind::Quantity(SOME_DAYS),
            Default("\"90 days\""),
            "Time constant with which the perceived chance follows (exponential smoothing).",
            r#"memory = "180 days""#,
        ),
    ],
};

pub(super) const DISPLACEMENT: Key = key(
    "displacement",
    Kind::Map(&USER_TYPE),
    Optional,
    "Users who leave a service that is read, or encrypt in advance, by type of user.",
    "[mechanisms.displacement.determined]\nshare = \"20 %\"\nleaves = \"70 %\"\nencrypts = \"50 %\"\ntime = \"90 days\"",
);

static USER_TYPE: Table = Table {
    name: "displacement",
    doc: "One type of user. Of its abusive traffic the share `leaves` · (1 − exp(−n/`time`)) has moved elsewhere, n the days before on which an order read the service; \
of what stays, `encrypts` is made unreadable in the same way. Both stay in the books as missed.",
    keys: &[
        ENABLED,
        titled(r#"title = "determined offenders""#),
        key(
            "share",
            Kind::Quantity(SHARE),
            Required,
            "Share of the abusive traffic that these users send. The shares of all types may not exceed one; the remainder stays.",
            r#"share = "20 %""#,
        ),
        key(
            "leaves",
            Kind::Quantity(SHARE),
            Required,
            "Share of it that leaves in the end.",
            r#"leaves = "70 %""#,
        ),
        key(
            "encrypts",
            Kind::Quantity(SHARE),
            Default("0"),
            "Share of what stays that is encrypted in advance in the end.",
            r#"encrypts = "50 %""#,
        ),
        key(
            "time",
            Kind::Quantity(SOME_DAYS),
            Required,
            "Time constant of both.",
            r#"time = "90 days""#,
        ),
    ],
};

pub(super) const ENCRYPTION: Key = key(
    "encryption",
    Kind::Map(&ENCRYPTED),
    Optional,
    "Services that turn end-to-end encrypted during the run.",
    "[mechanisms.encryption.mail]\nservice = \"mail\"\nfrom = \"12 months\"\nramp = \"6 months\"",
);

static ENCRYPTED: Table = Table {
    name: "encryption",
    doc: "One service. The share of its accounts that is end-to-end encrypted grows linearly from 0 to 1; orders with a technique that does not read encrypted services read only the rest.",
    keys: &[
        ENABLED,
        key(
            "service",
            Kind::Name(NameOf::Service),
            Required,
            "The service; not one with `encrypted = true`, and at most one table for each.",
            r#"service = "messenger""#,
        ),
        key(
            "from",
            Kind::Quantity(DAYS),
            Required,
            "Time after the start at which it begins.",
            r#"from = "12 months""#,
        ),
        key(
            "ramp",
            Kind::Quantity(DAYS),
            Default("\"0 days\""),
            "Time until all accounts are encrypted.",
            r#"ramp = "6 months""#,
        ),
    ],
};
