//! `vessels theory FILE`

use crate::cli::args::Theory;
use crate::cli::load_scenario;
use crate::cli::status::{CliError, Status};
use std::io::Write;
use vessels::language::Language;
use vessels::say;
use vessels::twin::twin;

pub(crate) fn run(args: &Theory, language: Language) -> Result<Status, CliError> {
    let loaded = load_scenario(&args.file, &args.set, false)?;
    let rows = twin(&loaded.model).map_err(|e| CliError::Unknown(e.to_string()))?;
    let mut stdout = std::io::stdout().lock();
    let title = language.translate(&loaded.model.title);
    writeln!(stdout, "{title}\n{}\n", say!(language, "theory-head"))?;
    let left_out = loaded.model.mechanisms.switched_on();
    if !left_out.is_empty() {
        let titles: Vec<_> = left_out
            .iter()
            .map(|kind| language.translate(kind.title()))
            .collect();
        let without = say!(
            language,
            "theory-without",
            mechanisms = language.and(&titles)
        );
        writeln!(stdout, "{without}\n")?;
    }
    let [metric, of, mean, deviation, unit] = [
        say!(language, "theory-column-metric"),
        say!(language, "theory-column-of"),
        say!(language, "theory-column-mean"),
        say!(language, "theory-column-deviation"),
        say!(language, "theory-column-unit"),
    ];
    row(
        &mut stdout,
        [&metric, &of, &mean, &deviation, "p05", "p95", &unit],
    )?;
    for expected in rows {
        let of = [expected.desk.as_str(), expected.class.as_str()].join(" ");
        let written = |n: f64| language.numerals().digits(&significant(n));
        let number = |n: Option<f64>| n.map_or(String::new(), written);
        row(
            &mut stdout,
            [
                expected.metric.name,
                of.trim(),
                &written(expected.mean),
                &number(expected.sd),
                &number(expected.tails.map(|t| t.0)),
                &number(expected.tails.map(|t| t.1)),
                &language.translate(expected.metric.unit),
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
