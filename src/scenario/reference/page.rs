//! `docs/scenario.md`.

use super::super::schema::{Key, ROOT, SCENARIO_ONLY, Table};
use super::super::value::{FAMILIES, STATUSES};
use super::{inner, presence, takes};
use crate::units::Dim;
use std::fmt::Write;

/// The page that documents every key.
pub fn page() -> String {
    let mut out = String::from(INTRODUCTION);
    values(&mut out);
    out.push_str(PATHS);
    out.push_str(EXAMPLE);
    out.push_str("\n## Keys\n\n");
    let _ = writeln!(out, "{}\n", ROOT.doc);
    keys(&mut out, &ROOT);
    for key in ROOT.keys {
        if let Some((table, suffix)) = inner(key) {
            section(&mut out, table, &format!("{}{suffix}", key.name), 3);
        }
    }
    out
}

fn section(out: &mut String, table: &'static Table, path: &str, depth: usize) {
    let _ = writeln!(out, "{} `{path}`\n\n{}\n", "#".repeat(depth), table.doc);
    keys(out, table);
    for key in table.keys {
        if let Some((inner, suffix)) = inner(key) {
            section(
                out,
                inner,
                &format!("{path}.{}{suffix}", key.name),
                (depth + 1).min(5),
            );
        }
    }
}

fn keys(out: &mut String, table: &'static Table) {
    for key in table.keys {
        let _ = writeln!(
            out,
            "- **`{}`** — {}. {}\n  - takes {}\n  - example: {}",
            key.name,
            presence_of(key, table),
            key.doc,
            takes(&key.kind),
            example(key)
        );
    }
    out.push('\n');
}

fn presence_of(key: &'static Key, table: &'static Table) -> String {
    let is_root = std::ptr::eq(table, &ROOT);
    if is_root && SCENARIO_ONLY.contains(&key.name) {
        return format!("scenario only; {}", presence(key, Some(table)));
    }
    presence(key, Some(table))
}

fn example(key: &Key) -> String {
    let lines: Vec<&str> = key.example.lines().collect();
    match (lines.as_slice(), &key.kind) {
        ([one], _) => format!("`{one}`"),
        (many, _) => {
            let mut block = String::from("\n\n    ```toml\n");
            for line in many {
                let _ = writeln!(block, "    {line}");
            }
            block.push_str("    ```\n");
            block
        }
    }
}

fn values(out: &mut String) {
    out.push_str("## Numbers\n\nEvery number has a dimension, and is written with its unit:\n\n| dimension | written | calculated in |\n|---|---|---|\n");
    for dim in [
        Dim::Share,
        Dim::Ratio,
        Dim::Number,
        Dim::Count,
        Dim::PerDay,
        Dim::PerHour,
        Dim::PerYear,
        Dim::Days,
        Dim::HoursPerDay,
        Dim::EurPerHour,
        Dim::EurPerItem,
    ] {
        let _ = writeln!(
            out,
            "| {} | {} | {} |",
            dim.noun(),
            dim.examples(),
            dim.unit()
        );
    }
    out.push_str(NUMBERS);
    out.push_str("| distribution | parameters |\n|---|---|\n");
    for (family, parameters) in FAMILIES {
        let _ = writeln!(out, "| `{family}` | {parameters} |");
    }
    out.push_str(DISTRIBUTIONS);
    out.push_str("| status | meaning |\n|---|---|\n");
    for (word, _, meaning) in STATUSES {
        let _ = writeln!(out, "| `{word}` | {meaning} |");
    }
}

const INTRODUCTION: &str = "\
# Scenario files

<!-- Generated from src/scenario/schema by `VESSELS_REFRESH=1 cargo test --test it generated`; do not edit. -->

This page is enough to write a world and a scenario from nothing. `vessels new NAME` writes a commented pair to start from,
`vessels check FILE…` prints everything that is wrong with a file at once, and `vessels schema` prints a JSON Schema for editors.

Files are TOML. There are two kinds, and both have the same keys:

- a **world** says how things are: `population`, `member-states`, `services`, `material`, `benign`, `groups`, `detectors`, `desks`, `techniques`, `mechanisms`;
- a **scenario** names its world (`world = \"worlds/eu-2024.toml\"`, relative to its own file), says what is ordered (`policy`), how it is run (`run`) and
  what must come out (`expect`). Any key of the world that a scenario repeats overrides the world's: tables are merged key by key, single values and lists
  are replaced. Where exactly one of several keys may stand, the scenario's one replaces the world's.

Names of your own (services, classes, detectors, desks, member states, orders, groups) are made of letters, digits, `-` and `_`. A class of abuse material and a benign class cannot
share a name, and `abusive`, `benign` and `ordinary` are taken; what the shares of member states leave is called `other`.

One file may also hold everything: leave `world` out and write the world's sections into the scenario.

";

const NUMBERS: &str = "
Thousands may be spaced (`100 000`, `1_114_000`), decimals take a point. `thousand`, `million`, `billion` and `trillion` may follow a number. What is counted may
be named (`25 reports/hour`) and has no effect. Units of time are `s`, `min`, `h`, `day`, `week`, `month` and `year`, in full or short, singular or plural; money is `EUR` or `€`. A year has 365 days and a month a twelfth of that. A rate or a duration without its unit, and a percentage where a
count is meant, are errors.

**Any number may be uncertain.** `\"0.1 to 10 per million\"` is a 90 % interval: lognormal when both ends are positive, normal otherwise (so `\"0 to 10 %\"` is a normal that reaches below
zero as far as the range of the quantity allows). For a share near one, write a `beta`: a lognormal would reach beyond 100 % and be refused. A distribution may be given
by a table instead, such as `{ lognormal = { median = \"1 per million\", sigma = 0.8 } }` or `{ beta = { p05 = \"40 %\", p95 = \"80 %\" } }`:

";

const DISTRIBUTIONS: &str = "
Two quantiles are any two of `p01` … `p99`. Every uncertain number is drawn once per replication, by inversion of one uniform number whose random stream is keyed by the
path of the number and the seed. A distribution is cut off at the range of its quantity; one with more than 1 % of its probability outside the range is refused. Rules
that are set in advance are solved on the *central* values: the number itself, or the median.

**Every value may carry its source:** `{ value = \"450 million\", source = \"Eurostat\", status = \"secondary\", note = \"exact figure not read\" }`. A distribution may stand
in place of `value`: `{ lognormal = { … }, source = \"…\" }`.

";

const PATHS: &str = "
## Paths

A value is addressed by the names of its tables, joined by points: `material.new.prevalence`, `desks.police.staff.people`, `policy.orders.new.rule.fpr`. `--set path=value`
overrides any value from the command line, with the same rules as a scenario overrides its world; the value may be written without quotes:
`--set policy.orders.new.rule.fdr=\"0.1 %\"`.

";

const EXAMPLE: &str = "\
## A complete example

One file that is a world and a scenario; `vessels run` takes it as it is.

```toml
title = \"One service, one classifier\"
population = \"10 million\"

[services.chat]
accounts = \"8 million\"
items = { image = \"2/day\" }
encrypted = true

[material.new]
modality = \"image\"
prevalence = \"0.1 to 10 per million\"

[benign.family]
modality = \"image\"
share = \"1 %\"
shift = 1.0

[detectors.classifier]
detects = [\"new\"]
binormal = { anchors = [{ fpr = \"0.1 %\", recall = \"80 %\" }] }

[desks.police]
reads = \"flags\"
staff = { people = 20, speed = \"60/hour\", hours = \"6 h\" }
forward = { abusive = \"90 %\", benign = \"1 %\" }

[policy]
desks = [\"police\"]

[policy.orders.new]
detector = \"classifier\"
technique = \"client-side\"
rule = { fpr = \"0.01 %\" }

[run]
days = 365
replications = 200
```
";
