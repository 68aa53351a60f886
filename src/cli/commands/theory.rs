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
    writeln!(
        stdout,
        "{:<22} {:<26} {:>16} {:>12}  unit",
        "metric", "of", "mean", "sd"
    )?;
    for row in rows {
        let of = [row.desk.as_str(), row.class.as_str()].join(" ");
        let sd = row.sd.map_or(String::new(), significant);
        writeln!(
            stdout,
            "{:<22} {:<26} {:>16} {sd:>12}  {}",
            row.metric.name,
            of.trim(),
            significant(row.mean),
            row.metric.unit
        )?;
    }
    Ok(Status::Done)
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
