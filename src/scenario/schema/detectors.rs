//! Keys of detectors: four families and every way to give them.

use super::Presence::{Default, OneOf, Optional, Required};
use super::{COUNT, Domain, INF, Key, Kind, NameOf, POSITIVE, SHARE, Table, key, titled};
use crate::units::Dim;

pub(super) const DETECTORS: Key = key(
    "detectors",
    Kind::Map(&DETECTOR),
    Required,
    "Detectors: each gives every item a score and flags it at or above a threshold. Exactly one of `binormal`, `empirical`, `hash`, `fixed` says how.",
    "[detectors.classifier]\ndetects = [\"new\"]\nbinormal = { anchors = [{ fpr = \"0.1 %\", recall = \"80 %\" }] }",
);

static DETECTOR: Table = Table {
    name: "detectors",
    doc: "One detector. It scans the modalities of the classes that it detects.",
    keys: &[
        titled(r#"title = "image classifier""#),
        key(
            "detects",
            Kind::Names(NameOf::Material),
            Required,
            "The classes of abuse material that its recall is about. Other classes of the same modality are flagged at its false-positive rate.",
            r#"detects = ["new"]"#,
        ),
        key(
            "binormal",
            Kind::Table(&BINORMAL),
            OneOf("family"),
            "Normal scores: ordinary items N(0, 1), abuse N(separation, spread). Give `separation`, `auc`, `anchors` or `bench`.",
            r#"binormal = { auc = 0.98 }"#,
        ),
        key(
            "empirical",
            Kind::Table(&EMPIRICAL),
            OneOf("family"),
            "Measured points of a curve, straight between points on normal-deviate axes.",
            r#"empirical = { points = [{ fpr = "0.1 %", recall = "60 %" }, { fpr = "1 %", recall = "85 %" }] }"#,
        ),
        key(
            "hash",
            Kind::Table(&HASH),
            OneOf("family"),
            "A perceptual hash compared with a list.",
            r#"hash = { bits = 256, list-size = "3 million", radius = 31, transformations = [{ share = "100 %", flip = "5 %" }] }"#,
        ),
        key(
            "fixed",
            Kind::Table(&FIXED),
            OneOf("family"),
            "One operating point without any coupling: the claim that margin and recall have nothing to do with each other.",
            r#"fixed = { fpr = "1 in 50 billion", recall = "98 %" }"#,
        ),
        key(
            "bench-mix",
            Kind::QuantityMap(SHARE, NameOf::Benign),
            Optional,
            "Shares of the benign classes among the benign items that the authority tested on; the remainder is ordinary. Left out: all ordinary.",
            r#"bench-mix = { adult = "50 %" }"#,
        ),
        key(
            "bench-prevalence",
            Kind::Quantity(SHARE),
            Default("0.5"),
            "Share of abuse on the bench, used for the false-discovery rate there.",
            r#"bench-prevalence = "50 %""#,
        ),
        key(
            "scanning-cost",
            Kind::Quantity(Domain::new(Dim::EurPerItem, 0.0, INF)),
            Default("\"0 EUR\""),
            "Cost of scanning one item.",
            r#"scanning-cost = "0.5 EUR per million""#,
        ),
    ],
};

static BINORMAL: Table = Table {
    name: "binormal",
    doc: "FPR(t) = Φ(−t), recall(t) = Φ((separation − t)/spread).",
    keys: &[
        key(
            "separation",
            Kind::Quantity(Domain::new(Dim::Number, POSITIVE, 100.0)),
            OneOf("binormal"),
            "Distance μ between the means, in standard deviations of ordinary items.",
            "separation = 3.9",
        ),
        key(
            "spread",
            Kind::Quantity(Domain::new(Dim::Number, POSITIVE, 100.0)),
            Optional,
            "Standard deviation σ of the scores of abuse; only beside `separation`; 1 when left out. With another spread the curve is improper: it crosses the chance line.",
            "spread = 1.2",
        ),
        key(
            "auc",
            Kind::Quantity(Domain::new(Dim::Share, 0.5, 1.0)),
            OneOf("binormal"),
            "Area under the curve, with spread 1: μ = √2·Φ⁻¹(AUC).",
            "auc = 0.98",
        ),
        key(
            "anchors",
            Kind::List(&POINT),
            OneOf("binormal"),
            "One point of the curve (spread 1) or two points (both parameters).",
            r#"anchors = [{ fpr = "0.1 %", recall = "80 %" }]"#,
        ),
        key(
            "bench",
            Kind::Table(&BENCH),
            OneOf("binormal"),
            "A vendor's claim of a precision on a bench. The false-positive rate recall·π/(1−π)·(1−precision)/precision carries over to the field, the precision does not.",
            r#"bench = { precision = "99.9 %", recall = "80 %", prevalence = "50 %" }"#,
        ),
    ],
};

static POINT: Table = Table {
    name: "point",
    doc: "One operating point.",
    keys: &[
        key(
            "fpr",
            Kind::Quantity(SHARE),
            Required,
            "False-positive rate: share of ordinary items that is flagged; inside 0..1.",
            r#"fpr = "0.1 %""#,
        ),
        key(
            "recall",
            Kind::Quantity(SHARE),
            Required,
            "Recall: share of abuse that is flagged; inside 0..1.",
            r#"recall = "80 %""#,
        ),
    ],
};

static BENCH: Table = Table {
    name: "bench",
    doc: "A claim about a bench.",
    keys: &[
        key(
            "precision",
            Kind::Quantity(SHARE),
            Required,
            "Share of flags on the bench that were right.",
            r#"precision = "99.9 %""#,
        ),
        key(
            "recall",
            Kind::Quantity(SHARE),
            Required,
            "Share of the abuse on the bench that was flagged.",
            r#"recall = "80 %""#,
        ),
        key(
            "prevalence",
            Kind::Quantity(SHARE),
            Default("0.5"),
            "Share of the bench that was abuse.",
            r#"prevalence = "50 %""#,
        ),
    ],
};

static EMPIRICAL: Table = Table {
    name: "empirical",
    doc: "A measured curve. Its threshold is that of the equivalent normal score, t = −Φ⁻¹(FPR).",
    keys: &[
        key(
            "points",
            Kind::List(&POINT),
            Required,
            "At least two points, strictly increasing in both numbers.",
            r#"points = [{ fpr = "0.1 %", recall = "60 %" }, { fpr = "1 %", recall = "85 %" }]"#,
        ),
        key(
            "extrapolate",
            Kind::Flag,
            Default("true"),
            "Whether the first and last segments go on beyond the points; results that use this are marked as extrapolated.",
            "extrapolate = false",
        ),
    ],
};

static HASH: Table = Table {
    name: "hash",
    doc: "An item is flagged when its hash differs from a listed one in at most `radius` bits. Per comparison p₀ = P(Bin(bits, ½) ≤ radius); per item 1 − (1 − p₀)^list-size.",
    keys: &[
        key(
            "bits",
            Kind::Integer(1, 65_536),
            Required,
            "Effective (independent) bits of the hash.",
            "bits = 256",
        ),
        key(
            "list-size",
            Kind::Quantity(COUNT),
            Required,
            "Number of listed pieces; the false-positive rate grows with it.",
            r#"list-size = "3 million""#,
        ),
        key(
            "radius",
            Kind::Integer(0, 65_536),
            Optional,
            "Recommended radius in bits. It is used when an order has no `rule`, and when it keeps to the margin of the rule: a margin is a limit, not an aim. A wider radius is not chosen because a margin would allow it; a narrower one is chosen where the margin asks for it.",
            "radius = 31",
        ),
        key(
            "transformations",
            Kind::List(&TRANSFORMATION),
            Required,
            "What happens to copies before they are sent; shares add up to at most one, the remainder is never recognised.",
            r#"transformations = [{ share = "90 %", flip = "2 %" }, { share = "10 %", flip = "15 %" }]"#,
        ),
        key(
            "cross-match",
            Kind::QuantityMap(SHARE, NameOf::Material),
            Optional,
            "Share of another class that resembles a listed piece and is flagged with the recall of the list.",
            r#"cross-match = { new = "2 %" }"#,
        ),
    ],
};

static TRANSFORMATION: Table = Table {
    name: "transformation",
    doc: "One way in which copies are altered (compressed, cropped, evaded).",
    keys: &[
        key(
            "share",
            Kind::Quantity(SHARE),
            Required,
            "Share of copies altered like this.",
            r#"share = "90 %""#,
        ),
        key(
            "flip",
            Kind::Quantity(Domain::new(Dim::Share, 0.0, 0.5)),
            Required,
            "Probability that a bit of the hash flips.",
            r#"flip = "2 %""#,
        ),
    ],
};

static FIXED: Table = Table {
    name: "fixed",
    doc: "One operating point, whatever the margin.",
    keys: &[
        key(
            "fpr",
            Kind::Quantity(SHARE),
            Required,
            "False-positive rate.",
            r#"fpr = "1 in 50 billion""#,
        ),
        key(
            "recall",
            Kind::Quantity(SHARE),
            Required,
            "Recall.",
            r#"recall = "98 %""#,
        ),
    ],
};
