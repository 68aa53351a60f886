//! `vessels sweep FILE…`: a design × replications, one row each.

use crate::cli::args::{DesignKind, Sweep, TableFormat};
use crate::cli::progress::Progress;
use crate::cli::status::{CliError, Status};
use crate::cli::study::Material;
use std::io::Write;
use std::path::PathBuf;
use vessels::engine::Observer;
use vessels::export::rows::{self, Formats, Opened, Store, read_listed};
use vessels::export::study::{columns, values};
use vessels::study::Study;
use vessels::study::axis::Axis;
use vessels::study::combination::{Combination, Method};
use vessels::study::description::Description;

pub(crate) fn run(args: &Sweep) -> Result<Status, CliError> {
    let shard = args.shard.as_deref().map(str::parse).transpose()?;
    let material = Material::load(&args.study, args.replications)?;
    let (axes, method, combination) = design(args, &material)?;
    let files = &args.study.files;
    let (study, description) =
        material.study(axes, method, combination, args.replications, files)?;
    let plan = rows::Plan {
        folder: args
            .out
            .clone()
            .unwrap_or_else(|| PathBuf::from("out/sweep")),
        stem: material.stem(method, &description),
        manifest: serde_json::to_value(&description)
            .map_err(|e| CliError::Unknown(e.to_string()))?,
        columns: columns(&study, &description),
        blocks: description.blocks(),
        shard,
        formats: formats(&args.format),
    };
    let files = match plan.open(args.force)? {
        Opened::Done(files) => files,
        Opened::Store(store) => compute(args, &study, &description, store)?,
    };
    if !args.quiet {
        report(&description, &files)?;
    }
    Ok(Status::Done)
}

pub(super) fn formats(wanted: &[TableFormat]) -> Formats {
    Formats {
        parquet: wanted.contains(&TableFormat::Parquet),
        csv: wanted.contains(&TableFormat::Csv),
    }
}

fn design(args: &Sweep, material: &Material) -> Result<(Vec<Axis>, Method, Combination), CliError> {
    if let Some(file) = &args.listed {
        let listed = read_listed(file)?;
        let (axes, combination) = material.listed(&listed)?;
        let method = Method::Listed(combination.points());
        return Ok((axes, method, combination));
    }
    let mut axes = material.axes();
    if axes.is_empty() {
        axes = Axis::uncertain(material.model());
    }
    if args.chance {
        axes.push(Axis::chance());
    }
    let method = method(args, &axes);
    let combination = Combination::new(method, &axes, material.seed())?;
    Ok((axes, method, combination))
}

fn method(args: &Sweep, axes: &[Axis]) -> Method {
    let has_levels = |a: &Axis| a.is_discrete() || a.steps.is_some();
    let default = if axes.iter().all(has_levels) {
        DesignKind::Full
    } else {
        DesignKind::Sobol
    };
    match args.design.unwrap_or(default) {
        DesignKind::Full => Method::Full,
        DesignKind::Fractional => Method::Fractional(args.resolution),
        DesignKind::OneAtATime => Method::OneAtATime,
        DesignKind::Random => Method::Random(args.points),
        DesignKind::Latin => Method::Latin(args.points),
        DesignKind::Sobol => Method::Sobol(args.points),
        DesignKind::Saltelli => Method::Saltelli(args.points),
        DesignKind::Morris => Method::Morris(args.points),
    }
}

fn compute(
    args: &Sweep,
    study: &Study,
    description: &Description,
    mut store: Store,
) -> Result<Vec<PathBuf>, CliError> {
    let pool = crate::cli::study::pool(args.study.threads)?;
    let missing = store.missing().to_vec();
    let length = |block: &u64| {
        let jobs = description.jobs_of(*block);
        jobs.end - jobs.start
    };
    let mut progress = Progress::new(&description.design, args.quiet);
    progress.started(missing.iter().map(length).sum());
    let mut done = 0;
    for block in missing {
        let rows = pool.install(|| study.rows(description.jobs_of(block)))?;
        store.put(block, &values(study, &rows))?;
        done += length(&block);
        progress.done(done);
    }
    progress.finished();
    Ok(store.finish()?)
}

fn report(description: &Description, files: &[PathBuf]) -> Result<(), CliError> {
    let mut out = std::io::stdout().lock();
    writeln!(
        out,
        "{}; {} replications each, seed {}: {} rows.",
        description.design, description.replications, description.seed, description.jobs
    )?;
    for file in files {
        writeln!(out, "{}", file.display())?;
    }
    Ok(())
}
