//! `vessels sweep FILE…`: a design × replications, one row each.

use crate::cli::args::{DesignKind, SamplingKind, Sweep, TableFormat};
use crate::cli::progress::Progress;
use crate::cli::status::{CliError, Status};
use crate::cli::study::Material;
use std::io::Write;
use std::path::PathBuf;
use vessels::engine::Observer;
use vessels::export::rows::{self, Formats, Opened, Shard, Store};
use vessels::export::study::{columns, values};
use vessels::language::Language;
use vessels::model::factor::Role;
use vessels::say;
use vessels::study::axis::Axis;
use vessels::study::combination::{Combination, Method};
use vessels::study::crossed::Sampling;
use vessels::study::description::Description;
use vessels::study::{Row, Study};

pub(crate) fn run(args: &Sweep, language: Language) -> Result<Status, CliError> {
    let made = make(args, &[], args.force, language)?;
    if !args.quiet {
        report(&made, language)?;
        if let Some(held) = held(&made.description, language) {
            writeln!(std::io::stdout(), "{held}")?;
        }
    }
    Ok(Status::Done)
}

/// A table that is there.
pub(super) struct Made {
    pub(super) description: Description,
    pub(super) files: Vec<PathBuf>,
    /// Which part of it.
    shard: Option<Shard>,
    /// Whether it had been there before.
    is_old: bool,
}

/// Makes the table, with the columns `wanted` beside the numbers that are kept anyway.
pub(super) fn make(
    args: &Sweep,
    wanted: &[String],
    force: bool,
    language: Language,
) -> Result<Made, CliError> {
    let shard: Option<Shard> = args.shard.as_deref().map(str::parse).transpose()?;
    let mut material = match args.listed {
        Some(_) => Material::load_alone(&args.study, args.replications)?,
        None => Material::load(&args.study, args.replications)?,
    };
    let (axes, method, combination) = design(args, &material)?;
    let (study, description) = material.study_with(
        wanted,
        (axes, method, combination),
        args.replications,
        &args.study.files,
    )?;
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
    let (files, is_old) = match plan.open(force)? {
        Opened::Done(files) => (files, true),
        Opened::Store(store) => (compute(args, &study, &description, store, language)?, false),
    };
    Ok(Made {
        description,
        files,
        shard,
        is_old,
    })
}

pub(super) fn formats(wanted: &[TableFormat]) -> Formats {
    Formats {
        parquet: wanted.contains(&TableFormat::Parquet),
        csv: wanted.contains(&TableFormat::Csv),
    }
}

fn design(args: &Sweep, material: &Material) -> Result<(Vec<Axis>, Method, Combination), CliError> {
    if let Some(file) = &args.listed {
        let (axes, combination) = material.listed(file, &args.study)?;
        let method = Method::Listed(combination.points());
        return Ok((axes, method, combination));
    }
    let mut axes = material.axes();
    if axes.is_empty() {
        axes = material.uncertain();
    } else if args.design == Some(DesignKind::Crossed) && axes.iter().all(|a| a.role == Role::Lever)
    {
        let mut uncertain = material.uncertain();
        uncertain.retain(|a| axes.iter().all(|lever| lever.path != a.path));
        axes.extend(uncertain);
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
        DesignKind::Crossed => {
            let sampling = match args.sampling {
                SamplingKind::Random => Sampling::Random,
                SamplingKind::Latin => Sampling::Latin,
                SamplingKind::Sobol => Sampling::Sobol,
            };
            Method::Crossed(sampling, args.points)
        }
    }
}

fn compute(
    args: &Sweep,
    study: &Study,
    description: &Description,
    mut store: Store,
    language: Language,
) -> Result<Vec<PathBuf>, CliError> {
    let pool = crate::cli::study::pool(args.study.threads)?;
    let missing = store.missing();
    let length = |block: &u64| {
        let jobs = description.jobs_of(*block);
        jobs.end - jobs.start
    };
    let mut progress = Progress::new(&description.design_in(language), args.quiet, language);
    progress.started(missing.iter().map(length).sum());
    let mut done = 0;
    let mut waiting: Option<(u64, Vec<Row>)> = None;
    // A block is written while the next one is computed.
    for block in missing.iter().map(Some).chain([None]) {
        let before = waiting.take();
        let compute = || {
            block
                .map(|b| study.rows(description.jobs_of(*b)))
                .transpose()
        };
        let keep = || match &before {
            Some((block, rows)) => store.put(*block, &values(study, rows)),
            None => Ok(()),
        };
        let (rows, kept) = pool.install(|| rayon::join(compute, keep));
        kept?;
        waiting = block.copied().zip(rows?);
        done += before.map_or(0, |(block, _)| length(&block));
        progress.done(done);
    }
    progress.finished();
    Ok(store.finish()?)
}

/// What is said of uncertain numbers that are no factors, where there are any.
pub(super) fn held(description: &Description, language: Language) -> Option<String> {
    (description.held > 0).then(|| {
        say!(
            language,
            "study-held",
            count = description.held,
            numbers = language.thousands(description.held as f64),
            draws = description.replications,
            replications = language.thousands(description.replications as f64)
        )
    })
}

pub(super) fn report(made: &Made, language: Language) -> Result<(), CliError> {
    let description = &made.description;
    let mut out = std::io::stdout().lock();
    let part = made.shard.map_or(String::new(), |shard| {
        let blocks = shard.blocks(description.blocks());
        let rows = blocks.map(|block| {
            let jobs = description.jobs_of(block);
            jobs.end - jobs.start
        });
        let rows = language.thousands(rows.sum::<u64>() as f64);
        say!(language, "study-part", rows = rows)
    });
    let line = say!(
        language,
        "study-made",
        design = description.design_in(language),
        count = description.replications,
        replications = language.thousands(description.replications as f64),
        seed = description.seed.to_string(),
        rows = language.thousands(description.jobs as f64),
        jobs = description.jobs,
        part = part,
        old = usize::from(made.is_old)
    );
    writeln!(out, "{line}")?;
    for policy in &description.policies {
        for path in &policy.lacks {
            let note = say!(
                language,
                "study-lacks",
                policy = policy.name.as_str(),
                path = path.as_str()
            );
            writeln!(out, "{note}")?;
        }
        for path in &policy.fixed {
            let note = say!(
                language,
                "study-fixed",
                policy = policy.name.as_str(),
                path = path.as_str()
            );
            writeln!(out, "{note}")?;
        }
        for path in &policy.other {
            let note = say!(
                language,
                "study-other",
                policy = policy.name.as_str(),
                path = path.as_str()
            );
            writeln!(out, "{note}")?;
        }
    }
    for file in &made.files {
        writeln!(out, "{}", file.display())?;
    }
    Ok(())
}
