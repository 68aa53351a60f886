//! Keys that say what a study of a scenario varies.

use super::Presence::{Default, Optional, Required};
use super::{Domain, Key, Kind, Table, key};
use crate::units::Dim;

pub(super) const FACTORS: Key = key(
    "factors",
    Kind::List(&FACTOR),
    Optional,
    "What `vessels sweep`, `discover`, `robust` and `solve` vary when the command line names no factor; `sensitivity` takes all uncertain numbers.",
    "[[factors]]\npath = \"policy.orders.new.rule.fpr\"\nrole = \"lever\"\nover = \"1e-7 .. 1e-4 log in 4\"",
);

/// `[[factors]]`
pub static FACTOR: Table = Table {
    name: "factors",
    doc: "One factor of a study. On the command line: `--lever \"PATH=OVER\"` or `--uncertainty \"PATH=OVER\"`.",
    keys: &[
        key(
            "path",
            Kind::Text,
            Required,
            "The key that varies, such as `material.new.prevalence`.",
            r#"path = "desks.police.staff.people""#,
        ),
        key(
            "role",
            Kind::Choice(&[
                (
                    "lever",
                    "chosen by a legislator: thresholds that are set in advance are solved with it",
                ),
                (
                    "uncertainty",
                    "chosen by nobody: thresholds that are set in advance do not know it",
                ),
            ]),
            Default("\"uncertainty\""),
            "Who sets it.",
            r#"role = "lever""#,
        ),
        key(
            "over",
            Kind::Text,
            Optional,
            "Its values: `LOW .. HIGH`, followed by `log` for even ratios and `in N` for the number of levels in a grid; or values separated by `;`. Left out: the \
distribution of the number itself. A key that is no number takes values separated by `;`, written as behind `--set`.",
            r#"over = "100 .. 3000 log in 5""#,
        ),
        key(
            "title",
            Kind::Text,
            Optional,
            "Its name for readers; the path when left out.",
            r#"title = "detectives""#,
        ),
    ],
};

pub(super) const CORRELATIONS: Key = key(
    "correlations",
    Kind::List(&CORRELATION),
    Optional,
    "Rank correlations of uncertain numbers; all others are independent. A list in the scenario replaces that of its world; `[]` stands for none.",
    "[[correlations]]\nbetween = [\"material.known.prevalence\", \"material.new.prevalence\"]\nrank = 0.6",
);

/// From −1 to 1.
const RANK: Domain = Domain::new(Dim::Number, -1.0, 1.0);

/// `[[correlations]]`
pub static CORRELATION: Table = Table {
    name: "correlations",
    doc: "The rank correlation of two uncertain numbers. Their distributions stay as they are; they are drawn together, from a Gaussian copula.",
    keys: &[
        key(
            "between",
            Kind::Texts(2),
            Required,
            "The paths of the two numbers.",
            r#"between = ["material.known.prevalence", "material.new.prevalence"]"#,
        ),
        key(
            "rank",
            Kind::Quantity(RANK),
            Required,
            "Spearman's rank correlation: from -1, when the greatest values of one go with the least of the other, over 0 to 1.",
            r#"rank = { value = 0.6, status = "assumption", note = "both grow with the number of users" }"#,
        ),
    ],
};
