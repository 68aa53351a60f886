//! `vessels discover TABLE`, or a scenario that is swept first: in which settings a condition holds.

use super::source::{Source, described, refuse_old};
use super::sweep::held;
use crate::cli::args::{Chosen, DesignKind, Discover};
use crate::cli::status::{CliError, Status};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use vessels::boundary::{
    Cases, Condition, Found, FoundBox, Options, box_sentence, cases, discover, leaf_sentence,
};
use vessels::chart::Chart;
use vessels::discovery::Limit;
use vessels::discovery::prim::{self, Choice, QuasiP};
use vessels::export::tables;
use vessels::export::target::Outputs;
use vessels::language::Language;
use vessels::pictures;
use vessels::say;
use vessels::study::description::Description;

/// Resamples that say how often a factor is restricted.
const RESAMPLES: usize = 50;
/// The smallest quasi-p value that is written out.
const LEAST_P: f64 = 0.001;
/// Seed of resamples and folds when nobody gives one.
const SEED: u64 = 1;
/// The first file that is written.
const BOXES: &str = "boxes.csv";

pub(crate) fn run(args: &Discover, language: Language) -> Result<Status, CliError> {
    let conditions: Vec<Condition> = args
        .when
        .iter()
        .map(|text| Condition::parse(text))
        .collect::<Result<_, _>>()?;
    let folder = args
        .out
        .clone()
        .unwrap_or_else(|| PathBuf::from("out/discover"));
    refuse_old(&folder.join(BOXES), args.force)?;
    let wanted: Vec<String> = conditions.iter().map(|c| c.column.clone()).collect();
    let source = Source {
        sources: &args.sources,
        sampled: &args.sampled,
        usual: DesignKind::Latin,
        seed: args.seed,
        wanted: &wanted,
        folder: &folder,
        force: args.force,
        quiet: args.quiet,
        language,
    };
    let table = source.table()?;
    let wanted: Vec<&str> = wanted.iter().map(String::as_str).collect();
    let cases = cases(&table, &wanted)?;
    let interest = cases.interest(&conditions);
    let found = discover(&cases, &interest, &options(args))?;
    let study = described(&table);
    let text = words(args, (&cases, study.as_ref()), &found, language);
    let swept = (&cases, &interest[..], study.as_ref());
    write(args, &folder, swept, &found, language)?;
    if !args.quiet {
        std::io::stdout().lock().write_all(text.as_bytes())?;
    }
    Ok(Status::Done)
}

fn options(args: &Discover) -> Options {
    Options {
        peeling: prim::Options {
            alpha: args.alpha,
            mass: args.mass,
            ..prim::Options::default()
        },
        choice: match args.choose {
            Chosen::Balanced => Choice::Balanced,
            Chosen::Density => Choice::Density(args.at_least),
            Chosen::Coverage => Choice::Coverage(args.at_least),
        },
        boxes: usize::from(args.boxes),
        resamples: RESAMPLES,
        seed: args.seed.unwrap_or(SEED),
    }
}

fn words(
    args: &Discover,
    (cases, study): (&Cases, Option<&Description>),
    found: &Found,
    language: Language,
) -> String {
    let condition = language.and(&args.when);
    let such = say!(language, "discover-such", condition = condition.as_str());
    let count = |n: usize| language.thousands(n as f64);
    let mut lines = vec![say!(
        language,
        "discover-hits",
        hits = count(found.hits),
        cases = count(found.cases),
        condition = condition,
        count = cases.factors.len(),
        factors = cases.factors.len().to_string()
    )];
    if cases.undefined > 0 {
        let undefined = count(cases.undefined);
        lines.push(say!(language, "discover-undefined", points = undefined));
    }
    lines.extend(study.and_then(|study| held(study, language)));
    lines.push(String::new());
    if found.boxes.is_empty() {
        lines.push(say!(language, "discover-no-box"));
    }
    let boxes = found.boxes.iter().enumerate();
    lines.extend(boxes.map(|found| box_sentence(cases, found, &such, language)));
    if let Some(first) = found.boxes.first() {
        lines.extend(significance(cases, first, language));
    }
    lines.push(String::new());
    lines.push(say!(language, "discover-tree"));
    if found.leaves.is_empty() {
        lines.push(say!(language, "discover-no-leaf"));
    }
    let leaves = found.leaves.iter();
    lines.extend(leaves.map(|leaf| leaf_sentence(cases, leaf, &such, language)));
    lines.join("\n") + "\n"
}

/// How far the limits of a box could be chance.
fn significance(cases: &Cases, found: &FoundBox, language: Language) -> Vec<String> {
    let line = |p: &QuasiP| {
        let again = found.reproduced.get(p.column).map_or(String::new(), |r| {
            say!(
                language,
                "discover-again",
                share = language.share(r.at_coverage),
                resamples = RESAMPLES.to_string()
            )
        });
        let chance = say!(
            language,
            "discover-chance",
            factor = format!("`{}`", cases.factors[p.column].name),
            p = smallest(p.whole, language),
            again = again
        );
        format!("  {chance}")
    };
    found.quasi_p.iter().map(line).collect()
}

/// A quasi-p value; how far one lies below a thousandth says nothing.
fn smallest(p: f64, language: Language) -> String {
    if p < LEAST_P {
        format!("< {}", language.number(LEAST_P))
    } else {
        language.number(p)
    }
}

/// Cases, whether the condition holds in each, and the study that they come from where that is known.
type Swept<'a> = (&'a Cases, &'a [bool], Option<&'a Description>);

fn write(
    args: &Discover,
    folder: &Path,
    swept: Swept<'_>,
    found: &Found,
    language: Language,
) -> Result<(), CliError> {
    let mut names = vec![BOXES.to_owned(), "trajectory.csv".to_owned()];
    let charts = charts(args, swept, found, language);
    let drawing = args.look.drawing();
    names.extend(charts.iter().flat_map(|c| drawing.files(c.name())));
    let mut outputs = Outputs::open(folder, &names, args.force)?;
    outputs.write(BOXES, &boxes_csv(swept.0, found)?)?;
    outputs.write("trajectory.csv", &trajectory_csv(found)?)?;
    for chart in &charts {
        drawing.draw(chart, &mut outputs)?;
    }
    outputs.finish()?;
    Ok(())
}

/// The way to the first box, and the points around it.
fn charts(
    args: &Discover,
    (cases, interest, study): Swept<'_>,
    found: &Found,
    language: Language,
) -> Vec<Chart> {
    let Some(first) = found.boxes.first() else {
        return Vec::new();
    };
    let such = args.when.join(" and ");
    let peeling = pictures::peeling(found, first, (cases, study), &such, language);
    let scatter = pictures::scatter(found, first, (cases, study), interest, &such, language);
    let mut charts = vec![Chart::Peeling(peeling)];
    charts.extend(scatter.map(Chart::Scatter));
    charts
}

fn boxes_csv(cases: &Cases, found: &Found) -> Result<Vec<u8>, CliError> {
    let header = [
        "box",
        "factor",
        "unit",
        "low",
        "high",
        "kept",
        "quasi_p",
        "reproduced",
        "coverage",
        "density",
        "cases",
        "hits",
        "whole_coverage",
        "whole_density",
        "whole_cases",
        "whole_hits",
    ];
    let mut rows = Vec::new();
    for (number, found) in found.boxes.iter().enumerate() {
        for column in found.region.restricted() {
            let factor = &cases.factors[column];
            let (low, high) = found.region.limits[column].ends();
            let end = |x: f64| {
                if x.is_finite() {
                    x.to_string()
                } else {
                    String::new()
                }
            };
            let kept = match found.region.limits[column] {
                Limit::Levels(bits) => {
                    let codes = (0..64_u32).filter(|c| bits >> c & 1 == 1);
                    let words = codes.filter_map(|c| factor.words.get(c as usize));
                    let words: Vec<&str> = words.map(String::as_str).collect();
                    words.join("; ")
                }
                _ => String::new(),
            };
            let p = found.quasi_p.iter().find(|p| p.column == column);
            let again = found.reproduced.get(column);
            let (quality, whole) = (&found.quality, &found.whole);
            rows.push(vec![
                (number + 1).to_string(),
                factor.name.clone(),
                factor.unit.clone(),
                end(low),
                end(high),
                kept,
                p.map_or(String::new(), |p| p.whole.to_string()),
                again.map_or(String::new(), |r| r.at_coverage.to_string()),
                quality.coverage.to_string(),
                quality.density.to_string(),
                quality.cases.to_string(),
                quality.hits.to_string(),
                whole.coverage.to_string(),
                whole.density.to_string(),
                whole.cases.to_string(),
                whole.hits.to_string(),
            ]);
        }
    }
    Ok(tables::csv(&header, rows.into_iter())?)
}

fn trajectory_csv(found: &Found) -> Result<Vec<u8>, CliError> {
    let header = ["box", "step", "coverage", "density", "restricted", "chosen"];
    let boxes = found.boxes.iter().enumerate();
    let rows = boxes.flat_map(|(number, found)| {
        let steps = found.trajectory.iter().enumerate();
        steps.map(move |(step, (coverage, density, restricted))| {
            vec![
                (number + 1).to_string(),
                step.to_string(),
                coverage.to_string(),
                density.to_string(),
                restricted.to_string(),
                (step == found.chosen).to_string(),
            ]
        })
    });
    Ok(tables::csv(&header, rows)?)
}
