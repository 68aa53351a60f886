//! From arguments to a study: shared by every command that runs one.

use super::args;
use super::listed::Points;
use super::load_scenario;
use super::status::CliError;
use std::path::{Path, PathBuf};
use vessels::boundary::BoundaryError;
use vessels::export::json::digest;
use vessels::export::rows::read_listed;
use vessels::model::Model;
use vessels::model::factor::{Factor, Role, Span};
use vessels::results::selector::Selector;
use vessels::scenario::{Loaded, factors};
use vessels::study::axis::Axis;
use vessels::study::combination::{Combination, Method};
use vessels::study::description::Description;
use vessels::study::{Plan, Study};

/// Scenarios of a study, with what is varied.
pub(crate) struct Material {
    names: Vec<String>,
    loaded: Vec<Loaded>,
    settings: Vec<String>,
    selectors: Vec<Selector>,
    /// Factors that were asked for; those of the first scenario's `[[factors]]` otherwise; none when it has none.
    pub(crate) factors: Vec<Factor>,
}

/// The settings under which a study runs its scenarios.
pub(crate) fn as_study(set: &[String], seed: u64, replications: u64) -> Vec<String> {
    let own = [
        format!("run.replications={replications}"),
        "run.repeats=1".into(),
        "run.outputs=totals".into(),
        format!("run.seed={seed}"),
    ];
    [set, &own].concat()
}

impl Material {
    /// Loads all scenarios, with `replications` in place of their own.
    pub(crate) fn load(args: &args::Study, replications: u64) -> Result<Self, CliError> {
        let mut material = Self::load_alone(args, replications)?;
        let levers = args.lever.iter().map(|a| (Role::Lever, a.clone()));
        let uncertain = args.uncertainty.iter();
        let uncertain = uncertain.map(|a| (Role::Uncertainty, a.clone()));
        let arguments: Vec<(Role, String)> = levers.chain(uncertain).collect();
        material.factors = if arguments.is_empty() {
            material.model().factors.clone()
        } else {
            factors_in_any(&material.loaded, &arguments)?
        };
        distinct_levels(&material.factors)?;
        Ok(material)
    }

    /// The same without factors: those of listed points are in their file.
    pub(crate) fn load_alone(args: &args::Study, replications: u64) -> Result<Self, CliError> {
        distinct_names(&args.files)?;
        let selectors = args
            .metric
            .iter()
            .map(|text| Selector::parse(text))
            .collect::<Result<_, _>>()?;
        let first = load_scenario(&args.files[0], &args.set, true)?;
        let seed = args.seed.unwrap_or(first.model.run.seed);
        let settings = as_study(&args.set, seed, replications);
        let loaded: Vec<Loaded> = args
            .files
            .iter()
            .map(|file| load_scenario(file, &settings, true))
            .collect::<Result<_, _>>()?;
        Ok(Self {
            names: args.files.iter().map(|f| name(f)).collect(),
            loaded,
            settings,
            selectors,
            factors: Vec::new(),
        })
    }

    /// The model of the first scenario.
    pub(crate) fn model(&self) -> &Model {
        &self.loaded[0].model
    }

    /// A digest of the resolved text of each scenario.
    pub(crate) fn digests(&self) -> Vec<String> {
        self.loaded.iter().map(digest).collect()
    }

    /// Numbers that were asked for.
    pub(crate) fn selectors(&self) -> &[Selector] {
        &self.selectors
    }

    /// The seed of all of them.
    pub(crate) fn seed(&self) -> u64 {
        self.model().run.seed
    }

    /// One axis for each number that is uncertain in any scenario.
    pub(crate) fn uncertain(&self) -> Vec<Axis> {
        let models: Vec<&Model> = self.loaded.iter().map(|l| &l.model).collect();
        Axis::uncertain_in_any(&models)
    }

    /// One axis for each factor, of the first scenario that has it.
    pub(crate) fn axes(&self) -> Vec<Axis> {
        let axis = |factor: &Factor| Axis::of(factor, self.model_of(factor));
        self.factors.iter().map(axis).collect()
    }

    /// The first scenario that `factor` can vary: with a distribution where it asks for its own.
    fn model_of(&self, factor: &Factor) -> &Model {
        let can = |model: &&Model| {
            let parameters = &model.parameters;
            let number = parameters.iter().find(|p| p.path == factor.path);
            number.is_some_and(|p| p.is_uncertain() || factor.span != Span::Own)
        };
        let mut models = self.loaded.iter().map(|l| &l.model);
        models.find(can).unwrap_or(self.model())
    }

    /// Axes and coordinates of the points in a file; `uncertain` names columns that are uncertainties.
    pub(crate) fn listed(
        &self,
        file: &Path,
        args: &args::Study,
    ) -> Result<(Vec<Axis>, Combination), CliError> {
        let points = Points {
            file,
            listed: &read_listed(file)?,
            loaded: &self.loaded,
            scenarios: (&args.files, &self.settings),
        };
        points.axes(&args.uncertainty)
    }

    /// The study and its description.
    pub(crate) fn study(
        &self,
        axes: Vec<Axis>,
        method: Method,
        combination: Combination,
        replications: u64,
        files: &[std::path::PathBuf],
    ) -> Result<(Study, Description), CliError> {
        let models: Vec<&Model> = self.loaded.iter().map(|l| &l.model).collect();
        let combination = combination.reordered(&axes, &models, self.seed())?;
        let plan = Plan {
            policies: self.names.clone(),
            axes,
            method,
            combination,
            replications,
            selectors: self.selectors.clone(),
        };
        let study = Study::new(plan, |policy, words| {
            if words.is_empty() {
                return Ok(self.loaded[policy].model.clone());
            }
            let settings = [&self.settings[..], words].concat();
            let loaded = load_scenario(&files[policy], &settings, true);
            let loaded = loaded.map_err(|error| match error {
                CliError::Refused(mut refused) => {
                    refused.sources.rename_last(words.len(), "--lever");
                    CliError::Refused(refused)
                }
                other => other,
            });
            Ok::<_, CliError>(loaded?.model)
        })?;
        let description = Description::new(&study, &self.digests());
        Ok((study, description))
    }

    /// The study, with the columns `wanted` beside what it keeps anyway.
    pub(crate) fn study_with(
        &mut self,
        wanted: &[String],
        (axes, method, combination): (Vec<Axis>, Method, Combination),
        replications: u64,
        files: &[std::path::PathBuf],
    ) -> Result<(Study, Description), CliError> {
        let design = (axes.clone(), combination.clone());
        let made = self.study(axes, method, combination, replications, files)?;
        let kept: Vec<&str> = made.1.metrics.iter().map(|m| m.column.as_str()).collect();
        let missing: Vec<&String> = wanted
            .iter()
            .filter(|w| !kept.contains(&w.as_str()))
            .collect();
        if missing.is_empty() {
            return Ok(made);
        }
        let all = kept
            .into_iter()
            .chain(missing.into_iter().map(String::as_str));
        self.selectors = all.map(Selector::parse).collect::<Result<_, _>>()?;
        let (axes, combination) = design;
        let made = self.study(axes, method, combination, replications, files)?;
        let present = || made.1.metrics.iter().map(|m| m.column.clone());
        match wanted.iter().find(|w| !present().any(|p| p == **w)) {
            None => Ok(made),
            Some(name) => Err(CliError::Boundary(BoundaryError::Column {
                name: name.clone(),
                present: present().collect(),
            })),
        }
    }

    /// What names of files begin with.
    pub(crate) fn stem(&self, method: Method, description: &Description) -> String {
        let points = description.points / self.names.len() as u64;
        format!(
            "{}.{}.{points}x{}",
            self.names.join("+"),
            method.word(),
            description.replications
        )
    }
}

/// Factors of the first scenario that can vary all of them; what the first of all says where none can.
fn factors_in_any(
    loaded: &[Loaded],
    arguments: &[(Role, String)],
) -> Result<Vec<Factor>, CliError> {
    let first = factors(&loaded[0], arguments);
    let others = loaded[1..].iter().map(|l| factors(l, arguments));
    match first {
        Err(refused) => others
            .into_iter()
            .find_map(Result::ok)
            .ok_or_else(|| refused.into()),
        Ok(factors) => Ok(factors),
    }
}

/// Two levels that are equal would be two combinations with the same rows.
fn distinct_levels(factors: &[Factor]) -> Result<(), CliError> {
    for factor in factors {
        let levels: Vec<String> = match &factor.span {
            Span::Levels(values) => values.iter().map(f64::to_string).collect(),
            Span::Words(words) => words.clone(),
            _ => Vec::new(),
        };
        let twice = (1..levels.len()).find(|i| levels[..*i].contains(&levels[*i]));
        if let Some(twice) = twice {
            return Err(CliError::Name(format!(
                "the factor `{}` has the level `{}` twice; leave one out",
                factor.path, levels[twice]
            )));
        }
    }
    Ok(())
}

/// Rows say only the name of their scenario, so two of one name could not be told apart.
fn distinct_names(files: &[PathBuf]) -> Result<(), CliError> {
    let twice = |(i, file): &(usize, &PathBuf)| files[..*i].iter().any(|f| name(f) == name(file));
    match files.iter().enumerate().find(twice) {
        None => Ok(()),
        Some((_, file)) => Err(CliError::Name(format!(
            "two scenarios have the name `{}`; give each a file name of its own",
            name(file)
        ))),
    }
}

fn name(file: &Path) -> String {
    let stem = file.file_stem().unwrap_or(file.as_os_str());
    stem.display().to_string()
}

/// `threads` threads, or as many as there are cores.
pub(crate) fn pool(threads: Option<u16>) -> Result<rayon::ThreadPool, CliError> {
    rayon::ThreadPoolBuilder::new()
        .num_threads(threads.map_or(0, usize::from))
        .build()
        .map_err(|e| CliError::Unknown(format!("threads cannot be started: {e}")))
}
