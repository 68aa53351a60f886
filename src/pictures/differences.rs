//! A comparison as a chart: the headline metrics of each interest, the base as zero.

use crate::chart::{
    Change, ChartHead, Difference, DifferencePanel, DifferenceRow, Differences, NumberStyle,
};
use crate::compare::headline::{Headline, is_share, panels};
use crate::compare::page::{Page, headline};
use crate::compare::paired::{Paired, Shown};
use crate::language::Language;
use crate::text::{percent, thousands};

/// The chart of a comparison.
pub(super) fn differences(page: &Page<'_>, language: Language) -> Differences {
    let comparison = page.comparison;
    Differences {
        head: words(page, language),
        base: comparison.title.clone(),
        scenarios: comparison.others.iter().map(|o| o.title.clone()).collect(),
        panels: panels()
            .map(|panel| DifferencePanel {
                name: panel.name.to_owned(),
                rows: panel.metrics.iter().map(|shown| row(shown, page)).collect(),
            })
            .collect(),
    }
}

fn words(page: &Page<'_>, language: Language) -> ChartHead {
    let comparison = page.comparison;
    let scenarios = match comparison.others.len() {
        1 => format!("One scenario against {}", comparison.title),
        n => format!("{n} scenarios against {}", comparison.title),
    };
    let world = comparison.others.iter().any(|o| !o.world.is_empty());
    let caution = if world {
        " The worlds differ too (compare.json), so not all of it is policy."
    } else {
        ""
    };
    ChartHead {
        language,
        title_scenario: scenarios,
        subtitle: format!(
            "Dots: mean difference over {} pairs of replications on the same random numbers; lines: {} interval of that mean (Student's t), for each metric by itself.{caution}",
            thousands(comparison.replications as f64),
            percent(comparison.confidence)
        ),
        footnote: format!(
            "vessels {}, seed {}, {} days. The four interests of the joint letter of 18 September 2024, and the chain. All differences: compare.csv; every assumption: compare.json.",
            env!("CARGO_PKG_VERSION"),
            comparison.seed,
            comparison.days
        ),
    }
}

fn row(shown: &Headline, page: &Page<'_>) -> DifferenceRow {
    let others = page.others.iter().zip(&page.comparison.others);
    let pairs: Vec<Option<Paired>> = others
        .map(|(model, against)| headline(shown, page.base, model, against)?.paired)
        .collect();
    DifferenceRow {
        name: shown.name.to_owned(),
        style: if is_share(shown.metric) {
            NumberStyle::Percent
        } else {
            NumberStyle::Count
        },
        base: pairs.iter().flatten().next().map(|paired| paired.base),
        values: pairs.into_iter().map(|paired| paired.map(value)).collect(),
    }
}

fn value(paired: Paired) -> Difference {
    let (low, high) = paired
        .interval
        .map_or((f64::NAN, f64::NAN), |i| (i.low, i.high));
    Difference {
        identical: paired.shown == Shown::Identical,
        absolute: Change {
            low,
            mean: paired.difference,
            high,
        },
        relative: paired.relative.map(|r| Change {
            low: r.low,
            mean: r.value,
            high: r.high,
        }),
    }
}
