//! Points that somebody listed, as axes of a study.

use super::load_scenario;
use super::status::CliError;
use std::path::Path;
use vessels::diag::Severity;
use vessels::export::rows::{Listed, RowsError};
use vessels::model::factor::{Factor, Role};
use vessels::scenario::{Loaded, Refused, factors};
use vessels::study::axis::Axis;
use vessels::study::combination::Combination;

/// A file of points, and the study that they are of.
pub(crate) struct Points<'a> {
    /// The file.
    pub(crate) file: &'a Path,
    /// What it holds.
    pub(crate) listed: &'a Listed,
    /// The scenarios.
    pub(crate) loaded: &'a [Loaded],
    /// Their files, and what is set in all of them.
    pub(crate) scenarios: (&'a [std::path::PathBuf], &'a [String]),
}

impl Points<'_> {
    /// Axes and coordinates: columns named in `uncertain` are uncertainties, and so are those that the first scenario calls so; all
    /// others are levers.
    pub(crate) fn axes(&self, uncertain: &[String]) -> Result<(Vec<Axis>, Combination), CliError> {
        self.check_names(uncertain)?;
        let mut axes = Vec::new();
        let mut columns = Vec::new();
        for (path, words) in self.listed.names.iter().zip(&self.listed.values) {
            let role = self.role(path, uncertain);
            let numbers = self.loaded.iter().find(|l| has_number(l, path));
            let (factor, loaded) = match numbers {
                Some(loaded) => (self.numbers(loaded, role, path, words)?, loaded),
                None => (self.words(role, path, words)?, &self.loaded[0]),
            };
            let (axis, coordinates) = Axis::listed(factor, &loaded.model, words);
            axes.push(axis);
            columns.push(coordinates);
        }
        Ok((axes, Combination::Listed(columns)))
    }

    /// Roles are given to columns of the file, and to them alone.
    fn check_names(&self, uncertain: &[String]) -> Result<(), CliError> {
        let file = self.file.display();
        for name in uncertain {
            if let Some((path, _)) = name.split_once('=') {
                return Err(CliError::Name(format!(
                    "beside `--listed` write `--uncertainty {}` alone: its values are those of `{file}`",
                    path.trim()
                )));
            }
            if !self.listed.names.contains(name) {
                let names: Vec<String> =
                    self.listed.names.iter().map(|n| format!("`{n}`")).collect();
                return Err(CliError::Name(format!(
                    "`{file}` has no column `{name}`, which `--uncertainty` names; it has {}",
                    names.join(", ")
                )));
            }
        }
        Ok(())
    }

    fn role(&self, path: &str, uncertain: &[String]) -> Role {
        if uncertain.iter().any(|name| name == path) {
            return Role::Uncertainty;
        }
        let mut known = self.loaded[0].model.factors.iter();
        let known = known.find(|f| f.path == path);
        known.map_or(Role::Lever, |f| f.role)
    }

    fn numbers(
        &self,
        loaded: &Loaded,
        role: Role,
        path: &str,
        words: &[String],
    ) -> Result<Factor, CliError> {
        let read =
            |words: &[String]| factors(loaded, &[(role, format!("{path}={}", words.join("; ")))]);
        match read(words) {
            Ok(mut factors) => Ok(factors.remove(0)),
            Err(_) => {
                let row = first(words.len(), |rows| read(&words[rows]).is_err());
                let refused = read(&words[row..=row]).err();
                Err(self.value(path, row, refused.as_deref()))
            }
        }
    }

    /// Every different setting is tried by itself.
    fn words(&self, role: Role, path: &str, words: &[String]) -> Result<Factor, CliError> {
        let mut different: Vec<String> = Vec::new();
        let (files, settings) = self.scenarios;
        for (row, word) in words.iter().enumerate() {
            if different.contains(word) {
                continue;
            }
            let setting = [settings, &[format!("{path}={word}")]].concat();
            if let Err(CliError::Refused(refused)) = load_scenario(&files[0], &setting, true) {
                return Err(self.value(path, row, Some(&refused)));
            }
            different.push(word.clone());
        }
        let argument = format!("{path}={}", different.join("; "));
        factors(&self.loaded[0], &[(role, argument)])
            .map(|mut factors| factors.remove(0))
            .map_err(|refused| self.value(path, 0, Some(&refused)))
    }

    /// What is wrong with the value of a row, from 0.
    fn value(&self, column: &str, row: usize, refused: Option<&Refused>) -> CliError {
        let mut mistakes = refused.iter().flat_map(|r| &r.diagnostics);
        let first = mistakes.find(|d| d.severity() == Severity::Error);
        let reason = first.map_or("it cannot be read".into(), |d| {
            let help = d
                .help
                .as_deref()
                .map_or(String::new(), |h| format!("; {h}"));
            format!("{}{help}", d.title)
        });
        CliError::Rows(RowsError::Value {
            path: self.file.to_owned(),
            row: row + 1,
            column: column.to_owned(),
            reason,
        })
    }
}

fn has_number(loaded: &Loaded, path: &str) -> bool {
    loaded.model.parameters.find(path).is_some()
}

/// The first of `count` rows that is wrong, where `is_wrong` says whether one of a range is.
fn first(count: usize, is_wrong: impl Fn(std::ops::Range<usize>) -> bool) -> usize {
    let (mut low, mut high) = (0, count);
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        if is_wrong(low..middle) {
            high = middle;
        } else {
            low = middle;
        }
    }
    low
}
