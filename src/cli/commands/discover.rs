//! `vessels discover TABLE`, or a scenario that is swept first: in which settings a condition holds.

use super::source::{Source, refuse_old};
use crate::cli::args::{Chosen, DesignKind, Discover};
use crate::cli::status::{CliError, Status};
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use vessels::boundary::{
    Cases, Condition, Found, FoundBox, Options, box_sentence, cases, discover, leaf_sentence, print,
};
use vessels::chart::{Chart, Format};
use vessels::discovery::Limit;
use vessels::discovery::prim::{self, Choice};
use vessels::export::tables;
use vessels::export::target::Outputs;
use vessels::language::Language;
use vessels::pictures;
use vessels::text::{percent, thousands};

/// Resamples that say how often a factor is restricted.
const RESAMPLES: usize = 50;
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
    };
    let table = source.table()?;
    let wanted: Vec<&str> = wanted.iter().map(String::as_str).collect();
    let cases = cases(&table, &wanted)?;
    let interest = cases.interest(&conditions);
    let found = discover(&cases, &interest, &options(args))?;
    let text = words(args, &cases, &found);
    write(args, &folder, (&cases, &interest), &found, language)?;
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

fn words(args: &Discover, cases: &Cases, found: &Found) -> String {
    let mut out = String::new();
    let such = format!("points with {}", args.when.join(" and "));
    let _ = writeln!(
        out,
        "{} of {} points meet the condition ({}); {} factors vary.",
        thousands(found.hits as f64),
        thousands(found.cases as f64),
        args.when.join(" and "),
        cases.factors.len()
    );
    if cases.undefined > 0 {
        let _ = writeln!(
            out,
            "{} points are left out, because the number is undefined there.",
            cases.undefined
        );
    }
    out.push('\n');
    if found.boxes.is_empty() {
        out.push_str("No box meets the rule that chooses one; try `--choose balanced`.\n");
    }
    for found in &found.boxes {
        let _ = writeln!(out, "{}", box_sentence(cases, found, &such));
    }
    if let Some(first) = found.boxes.first() {
        significance(&mut out, cases, first);
    }
    out.push_str("\nA classification tree says:\n");
    if found.leaves.is_empty() {
        out.push_str("In no part of it do most points meet the condition.\n");
    }
    for leaf in &found.leaves {
        let _ = writeln!(out, "{}", leaf_sentence(cases, leaf, &such));
    }
    out
}

/// How far the limits of a box could be chance.
fn significance(out: &mut String, cases: &Cases, found: &FoundBox) {
    for p in &found.quasi_p {
        let again = found.reproduced.get(p.column).map_or(String::new(), |r| {
            format!(
                "; {} of {RESAMPLES} resamples restrict it too",
                percent(r.at_coverage)
            )
        });
        let _ = writeln!(
            out,
            "  `{}`: quasi-p value {:.2e}{again}.",
            cases.factors[p.column].name, p.whole
        );
    }
}

fn write(
    args: &Discover,
    folder: &Path,
    (cases, interest): (&Cases, &[bool]),
    found: &Found,
    language: Language,
) -> Result<(), CliError> {
    let mut names = vec![BOXES.to_owned(), "trajectory.csv".to_owned()];
    let charts = if args.no_charts {
        Vec::new()
    } else {
        charts(args, (cases, interest), found, language)
    };
    for chart in &charts {
        names.extend(["png", "csv"].map(|ending| format!("charts/{}.{ending}", chart.name())));
    }
    let mut outputs = Outputs::open(folder, &names, args.force)?;
    outputs.write(BOXES, &boxes_csv(cases, found)?)?;
    outputs.write("trajectory.csv", &trajectory_csv(found)?)?;
    for chart in &charts {
        let formats = [(Format::Png, "png")];
        super::run::draw(chart, &formats, args.size.into(), &mut outputs)?;
    }
    outputs.finish()?;
    Ok(())
}

/// The way to the first box, and the points around it.
fn charts(
    args: &Discover,
    (cases, interest): (&Cases, &[bool]),
    found: &Found,
    language: Language,
) -> Vec<Chart> {
    let Some(first) = found.boxes.first() else {
        return Vec::new();
    };
    let such = args.when.join(" and ");
    let peeling = pictures::peeling(found, first, cases, &such, language);
    let scatter = pictures::scatter(found, first, cases, interest, &such, language);
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
                    let words: Vec<String> = codes.map(|c| print(factor, f64::from(c))).collect();
                    words.join("; ")
                }
                _ => String::new(),
            };
            let p = found.quasi_p.iter().find(|p| p.column == column);
            let again = found.reproduced.get(column);
            let quality = &found.quality;
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
