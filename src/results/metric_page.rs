//! `docs/metrics.md`.

use super::metric::{Interest, METRICS};
use super::series::Series;
use std::fmt::Write;

/// The page that documents every metric, by interest.
pub fn page() -> String {
    let mut out = String::from(INTRODUCTION);
    for (interest, title) in SECTIONS {
        let _ = writeln!(
            out,
            "\n## {title} (`{}`)\n\n| metric | unit | meaning |\n|---|---|---|",
            interest.name()
        );
        for metric in METRICS.iter().filter(|m| m.interest == *interest) {
            let _ = writeln!(
                out,
                "| `{}` | {} | {} |",
                metric.name, metric.unit, metric.doc
            );
        }
    }
    out.push_str(DAILY);
    for series in Series::OF_FLAGS
        .iter()
        .chain(Series::OF_DESK)
        .chain(Series::OF_PIECES)
    {
        let (name, unit) = series.name();
        let _ = writeln!(out, "| `{name}` | {unit} | {} |", series.doc());
    }
    out
}

const SECTIONS: &[(Interest, &str)] = &[
    (Interest::Chain, "The chain"),
    (Interest::Investigation, "Investigation"),
    (Interest::FundamentalRights, "Fundamental rights"),
    (Interest::Economy, "Economy"),
    (Interest::OnlineSafety, "Online safety"),
];

const INTRODUCTION: &str = "\
# Metrics

<!-- Generated from src/results/metric.rs by `VESSELS_REFRESH=1 cargo test --test it generated`; do not edit. -->

Every row of `summary.csv` is one metric, for one service, desk and class; an empty cell there means *all*. `vessels explain METRIC` prints a row of this page.

- The numbers of a row are over replications: mean, its Monte Carlo standard error (`mcse`), standard deviation, and quantiles. `p05` to `p95` is the 90 % interval.
- A metric that is undefined in a replication (a precision where nothing was flagged) is left out of that replication; where it is undefined in all, the cells are empty.
- Days and years: `…/day` is the mean over all days of the horizon, `…/year` that mean times 365.
- The **class** column names a class of items. Where this page says so, it names an order or a group of the population instead.
- The **desk** column is `desk`, or `desk/STATE` for one member state of a desk with `split-over-member-states`.
- One *unit* at a desk is a flag, a report or a case, as `reads` of that desk says. Units of two desks are not the same thing where `items-per-arrival` bundles.
- No metric is added up with others into one score.

The five groups are the chain itself and the four interests that the joint letter of Amnesty International Nederland, Bits of Freedom, Cyberveilig Nederland and
NLdigital (18 September 2024) asks the Dutch cabinet to weigh.
";

const DAILY: &str = "
## By day

`daily.csv` holds series of all services together (the desk is empty) and of every desk of the chain, all member states together: mean, median and 90 % band over replications on each day. Means are exact; quantiles
have a relative error of at most 1/128 (see [docs/model.md](model.md), quantiles and errors).

| series | unit | meaning |
|---|---|---|
";
