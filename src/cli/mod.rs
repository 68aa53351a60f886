//! The command line: dispatch only.

pub(crate) mod args;
mod bundled;
mod charts;
mod commands;
mod listed;
mod progress;
mod render;
mod status;
mod study;

use args::{Args, Command};
use status::{CliError, Status};
use vessels::scenario::Refused;

/// Runs a command; what went wrong is printed on standard error.
pub(crate) fn run(args: Args) -> Status {
    let language = args.language();
    let result = match args.command {
        Command::Run(run) => commands::run::run(&run, language),
        Command::Report(report) => commands::report::run(&report, language),
        Command::Compare(compare) => commands::compare::run(&compare, language),
        Command::Tradeoff(tradeoff) => commands::tradeoff::run(&tradeoff, language),
        Command::Sweep(sweep) => commands::sweep::run(&sweep, language),
        Command::Merge(merge) => commands::merge::run(&merge),
        Command::Solve(solve) => commands::solve::run(&solve, language),
        Command::Sensitivity(args) => commands::sensitivity::run(&args, language),
        Command::Discover(args) => commands::discover::run(&args, language),
        Command::Robust(args) => commands::robust::run(&args, language),
        Command::Theory(theory) => commands::theory::run(&theory, language),
        Command::Check(check) => commands::check::run(&check, language),
        Command::Schema => commands::texts::schema(),
        Command::List => commands::list::run(language),
        Command::Findings(findings) => commands::findings::run(&findings, language),
        Command::New(new) => commands::new::run(&new, language),
        Command::Explain(explain) => commands::explain::run(&explain),
        Command::Completions(completions) => commands::texts::completions(&completions),
        Command::Man => commands::texts::man(),
    };
    result.unwrap_or_else(|error| {
        if !error.is_closed_pipe() {
            render::error(&error);
        }
        error.status()
    })
}

/// Loads a scenario, printing its warnings unless `quiet`.
fn load(
    file: &std::path::Path,
    set: &[String],
    quiet: bool,
) -> Result<vessels::scenario::Loaded, CliError> {
    let loaded = vessels::scenario::load(&bundled::Disk, &bundled::resolve(file), set)?;
    let unknown = vessels::results::expected::unknown(&loaded.model);
    if !unknown.is_empty() {
        return Err(CliError::Refused(Box::new(Refused {
            sources: loaded.sources,
            diagnostics: unknown,
        })));
    }
    if !quiet {
        render::diagnostics(&loaded.sources, &loaded.warnings);
    }
    Ok(loaded)
}

/// Loads a scenario, and refuses a file that is a world without a policy.
fn load_scenario(
    file: &std::path::Path,
    set: &[String],
    quiet: bool,
) -> Result<vessels::scenario::Loaded, CliError> {
    let loaded = load(file, set, quiet)?;
    if loaded.world_only {
        return Err(CliError::WorldOnly(file.to_owned()));
    }
    Ok(loaded)
}
