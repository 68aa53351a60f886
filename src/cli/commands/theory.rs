//! `vessels theory FILE`

use crate::cli::args::Theory;
use crate::cli::load_scenario;
use crate::cli::status::{CliError, Status};
use std::io::Write;
use vessels::twin::twin;

pub(crate) fn run(args: &Theory) -> Result<Status, CliError> {
    let loaded = load_scenario(&args.file, &args.set, false)?;
    let rows = twin(&loaded.model).map_err(|e| CliError::Unknown(e.to_string()))?;
    let mut stdout = std::io::stdout().lock();
    writeln!(
        stdout,
        "{}\nClosed forms at central values; compare with `vessels run … --set run.uncertainty=central`.\n",
        loaded.model.title
    )?;
    let left_out = loaded.model.mechanisms.switched_on();
    if !left_out.is_empty() {
        let keys: Vec<&str> = left_out.iter().map(|kind| kind.key()).collect();
        writeln!(
            stdout,
            "Without the mechanisms of the scenario: {}.\n",
            keys.join(", ")
        )?;
    }
    row(
        &mut stdout,
        ["metric", "of", "mean", "sd", "p05", "p95", "unit"],
    )?;
    for expected in rows {
        let of = [expected.desk.as_str(), expected.class.as_str()].join(" ");
        let number = |n: Option<f64>| n.map_or(String::new(), significant);
        row(
            &mut stdout,
            [
                expected.metric.name,
                of.trim(),
                &significant(expected.mean),
                &number(expected.sd),
                &number(expected.tails.map(|t| t.0)),
                &number(expected.tails.map(|t| t.1)),
                expected.metric.unit,
            ],
        )?;
    }
    Ok(Status::Done)
}

fn row(out: &mut impl Write, cells: [&str; 7]) -> std::io::Result<()> {
    let [metric, of, mean, sd, low, high, unit] = cells;
    writeln!(
        out,
        "{metric:<20} {of:<22} {mean:>13} {sd:>13} {low:>13} {high:>13}  {unit}"
    )
}

/// Six significant digits.
fn significant(value: f64) -> String {
    let size = value.abs();
    if value == 0.0 || (1e-3..1e9).contains(&size) {
        let digits = if value == 0.0 {
            0.0
        } else {
            5.0 - libm::floor(libm::log10(size))
        };
        format!("{value:.*}", digits.clamp(0.0, 12.0) as usize)
    } else {
        format!("{value:.5e}")
    }
}
