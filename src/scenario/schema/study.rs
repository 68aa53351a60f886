//! Keys that say what a study of a scenario varies.

use super::Presence::{Default, Optional, Required};
use super::{Key, Kind, Table, key};

pub(super) const FACTORS: Key = key(
    "factors",
    Kind::List(&FACTOR),
    Optional,
    "What `vessels sweep` and its relatives vary when the command line names no factor.",
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
