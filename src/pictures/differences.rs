//! A comparison as a chart: the headline metrics of each interest, the base as zero.

use crate::chart::{
    Change, ChartHead, Difference, DifferencePanel, DifferenceRow, Differences, NumberStyle,
};
use crate::compare::headline::{Headline, is_share, panels};
use crate::compare::page::{Page, headline};
use crate::compare::paired::{Paired, Shown};
use crate::language::Language;
use crate::say;

/// The chart of a comparison.
pub(super) fn differences(page: &Page<'_>, language: Language) -> Differences {
    let comparison = page.comparison;
    Differences {
        head: words(page, language),
        base: language.translate(&comparison.title).into_owned(),
        scenarios: comparison
            .others
            .iter()
            .map(|o| language.translate(&o.title).into_owned())
            .collect(),
        panels: panels()
            .map(|panel| DifferencePanel {
                name: language.translate(panel.name).into_owned(),
                rows: panel
                    .metrics
                    .iter()
                    .map(|shown| row(shown, page, language))
                    .collect(),
            })
            .collect(),
    }
}

fn words(page: &Page<'_>, language: Language) -> ChartHead {
    let comparison = page.comparison;
    let scenarios = say!(
        language,
        "chart-differences-scenarios",
        count = comparison.others.len(),
        title = language.translate(&comparison.title)
    );
    let world = comparison.others.iter().any(|o| !o.world.is_empty());
    let caution = if world {
        format!(" {}", say!(language, "chart-differences-worlds"))
    } else {
        String::new()
    };
    ChartHead {
        language,
        title_scenario: scenarios,
        subtitle: say!(
            language,
            "chart-differences-subtitle",
            pairs = language.thousands(comparison.replications as f64),
            confidence = language.percent(comparison.confidence)
        ) + &caution,
        footnote: say!(
            language,
            "chart-differences-foot",
            version = env!("CARGO_PKG_VERSION"),
            seed = comparison.seed.to_string(),
            days = language.days(comparison.days)
        ),
    }
}

fn row(shown: &Headline, page: &Page<'_>, language: Language) -> DifferenceRow {
    let others = page.others.iter().zip(&page.comparison.others);
    let pairs: Vec<Option<Paired>> = others
        .map(|(model, against)| headline(shown, page.base, model, against)?.paired)
        .collect();
    DifferenceRow {
        name: language.translate(shown.name).into_owned(),
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
        skewed: paired.is_skewed() && paired.needed_for_interval.is_some(),
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
