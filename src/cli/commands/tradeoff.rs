//! `vessels tradeoff FILE`

use super::run::draw;
use crate::cli::args::Tradeoff;
use crate::cli::load_scenario;
use crate::cli::status::{CliError, Status};
use std::io::Write;
use vessels::chart::Format;
use vessels::export::target::Outputs;
use vessels::language::Language;
use vessels::model::Model;
use vessels::model::policy::Order;
use vessels::text::{number, percent};
use vessels::tradeoff::{Reading, Setting, at_margin, margins};

pub(crate) fn run(args: &Tradeoff, language: Language) -> Result<Status, CliError> {
    let loaded = load_scenario(&args.file, &args.set, false)?;
    let model = &loaded.model;
    let outputs = match &args.out {
        Some(folder) => {
            let names = [
                "charts/tradeoff.csv".to_owned(),
                "charts/tradeoff.png".to_owned(),
            ];
            Some(Outputs::open(folder, &names, args.force)?)
        }
        None => None,
    };
    if let Some(mut outputs) = outputs {
        let chart = vessels::pictures::tradeoff(model, language)
            .map_err(|e| CliError::Unknown(e.to_string()))?;
        let formats = [(Format::Png, "png")];
        draw(&chart, &formats, args.size.into(), &mut outputs)?;
        outputs.finish()?;
    }
    print(model)?;
    Ok(Status::Done)
}

fn print(model: &Model) -> Result<(), CliError> {
    let mut stdout = std::io::stdout().lock();
    writeln!(
        stdout,
        "{}\nCentral values. The margin is read as a share of innocent items (FPR), and as a share of flags (FDR).",
        model.title
    )?;
    for order in &model.policy.orders {
        writeln!(stdout, "\nOrder `{}`: {}\n", order.name, order.title)?;
        writeln!(
            stdout,
            "{:>10}  {:>10} {:>14} {:>10}  {:>10} {:>14} {:>10}",
            "margin", "FPR:recall", "false/day", "right", "FDR:recall", "false/day", "right"
        )?;
        for margin in margins(1) {
            let cells: Vec<String> = Reading::BOTH
                .iter()
                .map(|reading| cell(model, order, *reading, margin))
                .collect::<Result<_, _>>()?;
            writeln!(stdout, "{:>10}  {}", percent(margin), cells.join("  "))?;
        }
    }
    Ok(())
}

fn cell(model: &Model, order: &Order, reading: Reading, margin: f64) -> Result<String, CliError> {
    let draw = model.parameters.central();
    let setting: Setting = at_margin(model, &draw, order, reading, margin)
        .map_err(|e| CliError::Unknown(e.to_string()))?;
    let Some(point) = &setting.point else {
        return Ok(format!("{:>10} {:>14} {:>10}", "unmet", "", ""));
    };
    let (_, wrong) = setting.flags_per_day();
    let right = point
        .fdr_field
        .map_or("undefined".into(), |f| percent(1.0 - f));
    Ok(format!(
        "{:>10} {:>14} {right:>10}",
        percent(point.recall),
        number(wrong)
    ))
}
