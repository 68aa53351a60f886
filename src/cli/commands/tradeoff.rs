//! `vessels tradeoff FILE`

use crate::cli::args::Tradeoff;
use crate::cli::load_scenario;
use crate::cli::status::{CliError, Status};
use std::io::Write;
use vessels::export::target::Outputs;
use vessels::language::Language;
use vessels::model::Model;
use vessels::model::policy::Order;
use vessels::say;
use vessels::tradeoff::{Reading, Setting, at_margin, margins};

/// Width of a column that has no wider head.
const NARROW: usize = 10;

pub(crate) fn run(args: &Tradeoff, language: Language) -> Result<Status, CliError> {
    let loaded = load_scenario(&args.file, &args.set, false)?;
    let model = &loaded.model;
    let outputs = match &args.out {
        Some(folder) => {
            let names = args.look.drawing().files("tradeoff");
            Some(Outputs::open(folder, &names, args.force)?)
        }
        None => None,
    };
    if let Some(mut outputs) = outputs {
        let chart = vessels::pictures::tradeoff(model, language)
            .map_err(|e| CliError::Unknown(e.to_string()))?;
        args.look.drawing().draw(&chart, &mut outputs)?;
        outputs.finish()?;
    }
    print(model, language)?;
    Ok(Status::Done)
}

fn print(model: &Model, language: Language) -> Result<(), CliError> {
    let mut stdout = std::io::stdout().lock();
    let title = language.translate(&model.title);
    writeln!(stdout, "{title}\n{}", say!(language, "tradeoff-head"))?;
    let heads = [
        say!(language, "tradeoff-column-fpr"),
        say!(language, "tradeoff-column-fdr"),
    ];
    let width = heads
        .each_ref()
        .map(|h| h.chars().count())
        .into_iter()
        .max();
    let width = width.map_or(NARROW, |w| w.max(NARROW));
    let [wrong, right] = [
        say!(language, "tradeoff-column-false"),
        say!(language, "tradeoff-column-right"),
    ];
    for order in &model.policy.orders {
        let head = say!(
            language,
            "tradeoff-order",
            order = format!("`{}`", order.name),
            title = language.translate(&order.title)
        );
        let margin = say!(language, "tradeoff-column-margin");
        let columns = heads.each_ref().map(|h| row([h, &wrong, &right], width));
        writeln!(
            stdout,
            "\n{head}\n\n{margin:>NARROW$}  {}",
            columns.join("  ")
        )?;
        for margin in margins(1) {
            let cells: Vec<String> = Reading::BOTH
                .iter()
                .map(|reading| {
                    let cells = cells(model, order, (*reading, margin), language)?;
                    Ok(row(cells.each_ref().map(String::as_str), width))
                })
                .collect::<Result<_, CliError>>()?;
            let line = format!(
                "{:>NARROW$}  {}",
                language.percent(margin),
                cells.join("  ")
            );
            writeln!(stdout, "{}", line.trim_end())?;
        }
    }
    Ok(())
}

/// Cells of one reading: share found, false flags a day, share of flags that are right.
fn row([recall, wrong, right]: [&str; 3], width: usize) -> String {
    format!("{recall:>width$} {wrong:>14} {right:>NARROW$}")
}

fn cells(
    model: &Model,
    order: &Order,
    (reading, margin): (Reading, f64),
    language: Language,
) -> Result<[String; 3], CliError> {
    let draw = model.parameters.central();
    let setting: Setting = at_margin(model, &draw, order, reading, margin)
        .map_err(|e| CliError::Unknown(e.to_string()))?;
    let Some(point) = &setting.point else {
        return Ok([
            say!(language, "tradeoff-unmet"),
            String::new(),
            String::new(),
        ]);
    };
    let (_, wrong) = setting.flags_per_day();
    let right = point.fdr_field.map_or(f64::NAN, |f| 1.0 - f);
    Ok([
        language.percent(point.recall),
        language.number(wrong),
        language.percent(right),
    ])
}
