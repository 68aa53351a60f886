//! Factors of a study: `PATH=1e-7 .. 1e-4 log in 4`, `PATH=100; 200; 400`, or `PATH` alone for its own distribution.

use super::names::{listed, nearest};
use super::quantity::{Written, parse, print};
use super::schema::Domain;
use crate::diag::{Code, Diagnostic, Span as Place};
use crate::model::Model;
use crate::model::factor::{Factor, Role, Span};
use crate::model::parameter::Parameter;

/// Most levels of a factor that somebody writes by hand or asks for in steps.
const MOST_STEPS: usize = 100_000;

/// Keys that a study sets itself, so that they would change nothing as factors.
const OF_STUDIES: [&str; 4] = ["run.replications", "run.repeats", "run.seed", "run.outputs"];

/// A text with the place of its first byte.
#[derive(Debug, Clone, Copy)]
struct Part<'a> {
    text: &'a str,
    place: Place,
}

impl<'a> Part<'a> {
    fn new(text: &'a str, file: usize, start: usize) -> Self {
        let end = start + text.len();
        Self {
            text,
            place: Place { file, start, end },
        }
        .trim()
    }

    /// Bytes `from..to` of the text.
    fn cut(self, from: usize, to: usize) -> Self {
        Self::new(
            &self.text[from..to],
            self.place.file,
            self.place.start + from,
        )
    }

    fn trim(self) -> Self {
        let start = self.place.start + self.text.len() - self.text.trim_start().len();
        let text = self.text.trim();
        let place = Place {
            start,
            end: start + text.len(),
            ..self.place
        };
        Self { text, place }
    }

    fn split(self, mark: &str) -> Vec<Self> {
        let mut parts = Vec::new();
        let mut from = 0;
        for piece in self.text.split(mark) {
            parts.push(self.cut(from, from + piece.len()));
            from += piece.len() + mark.len();
        }
        parts
    }

    /// The text without the word at its end, and the rest behind the word.
    fn before(self, word: &str) -> Option<(Self, Self)> {
        let at = self.text.rfind(word)?;
        Some((self.cut(0, at), self.cut(at + word.len(), self.text.len())))
    }
}

/// Why there cannot be a factor `path` beside those: it would set what one of them sets.
pub(crate) fn clash(factors: &[Factor], path: &str) -> Option<String> {
    let is_in = |part: &str, whole: &str| {
        let rest = part.strip_prefix(whole);
        rest.is_some_and(|rest| rest.starts_with('.'))
    };
    factors.iter().find_map(|other| {
        let there = other.path.as_str();
        if there == path {
            Some(format!("two factors have the path `{path}`"))
        } else if is_in(path, there) || is_in(there, path) {
            let (part, whole) = if path.len() > there.len() {
                (path, there)
            } else {
                (there, path)
            };
            Some(format!(
                "the factor `{part}` is a part of the factor `{whole}`"
            ))
        } else {
            None
        }
    })
}

/// Reads `PATH=VALUES` or `PATH`, which stands in text number `file` of the sources.
///
/// # Errors
///
/// One diagnostic that marks the part that is wrong.
pub(crate) fn read_argument(
    model: &Model,
    argument: &str,
    file: usize,
    role: Role,
) -> Result<Factor, Box<Diagnostic>> {
    let whole = Part::new(argument, file, 0);
    let (path, values) = match argument.find('=') {
        None => (whole, None),
        Some(at) => (
            Part::new(&argument[..at], file, 0),
            Some(Part::new(&argument[at + 1..], file, at + 1)),
        ),
    };
    read(model, path, values, role)
}

/// Reads a factor of a scenario file: path and values with their places.
///
/// # Errors
///
/// One diagnostic that marks the part that is wrong.
pub(crate) fn read_placed(
    model: &Model,
    path: (&str, Place),
    values: Option<(&str, Place)>,
    role: Role,
) -> Result<Factor, Box<Diagnostic>> {
    let values = values.map(|(text, place)| Part::new(text, place.file, place.start));
    let path = Part::new(path.0, path.1.file, path.1.start);
    read(model, path, values, role)
}

fn read(
    model: &Model,
    path: Part<'_>,
    values: Option<Part<'_>>,
    role: Role,
) -> Result<Factor, Box<Diagnostic>> {
    let parameter = model.parameters.iter().find(|p| p.path == path.text);
    let (span, steps) = match (parameter, values) {
        (Some(parameter), None) => (own(parameter, path)?, None),
        (Some(parameter), Some(values)) => numbers(parameter, values)?,
        (None, Some(_)) if OF_STUDIES.contains(&path.text) => return Err(of_studies(path)),
        (None, Some(values)) if !values.text.contains("..") => (words(values), None),
        (None, Some(_)) if path.text.starts_with("run.") => return Err(no_range(path)),
        (None, _) => return Err(no_number(model, path)),
    };
    Ok(Factor {
        path: path.text.to_owned(),
        title: path.text.to_owned(),
        role,
        span,
        steps,
    })
}

fn no_number(model: &Model, path: Part<'_>) -> Box<Diagnostic> {
    let paths = || model.parameters.iter().map(|p| p.path.as_str());
    let help = deeper(path.text, paths())
        .or_else(|| misspelt(path.text, paths()))
        .unwrap_or_else(|| numbers_beside(model, path.text));
    let title = format!("there is no number `{}` in this scenario", path.text);
    refuse(Diagnostic::at(Code::UnknownKey, path.place, title, "").help(help))
}

/// The one of `paths` that is `path` with tables left out before its name.
fn deeper<'a>(path: &str, mut paths: impl Iterator<Item = &'a str>) -> Option<String> {
    let (table, name) = path.rsplit_once('.')?;
    let inside = |p: &&str| {
        p.strip_prefix(table)
            .is_some_and(|rest| rest.starts_with('.') && rest.ends_with(&format!(".{name}")))
    };
    paths.find(inside).map(|p| format!("did you mean `{p}`?"))
}

/// The one of `paths` that is `path` but for a few letters, fewer than would make its name another.
fn misspelt<'a>(path: &str, paths: impl Iterator<Item = &'a str>) -> Option<String> {
    let name = path.rsplit('.').next()?;
    nearest(path, paths)
        .filter(|near| strsim::damerau_levenshtein(path, near) <= 1 + name.len() / 4)
        .map(|near| format!("did you mean `{near}`?"))
}

/// The numbers of the innermost table of `path` that has any.
fn numbers_beside(model: &Model, path: &str) -> String {
    const SHOWN: usize = 8;
    let tables = path.match_indices('.').map(|(at, _)| &path[..at]).rev();
    for table in tables {
        let inside = |p: &&str| {
            p.strip_prefix(table)
                .is_some_and(|rest| rest.starts_with('.'))
        };
        let all = model.parameters.iter().map(|p| p.path.as_str());
        let names: Vec<&str> = all.filter(inside).collect();
        if !names.is_empty() {
            let more = match names.len().saturating_sub(SHOWN) {
                0 => String::new(),
                more => format!(" (and {more} more: `run.json` of a run lists all)"),
            };
            let shown = listed(&names[..names.len().min(SHOWN)]);
            return format!("numbers of `{table}` are {shown}{more}");
        }
    }
    "name a number of the scenario, such as `material.new.prevalence`; `run.json` of a run lists all of them".into()
}

/// Keys of `run` are settings, and not numbers of the world that a range could go through.
fn no_range(path: Part<'_>) -> Box<Diagnostic> {
    let title = format!("`{}` has no range: it is a setting of the run", path.text);
    let help = format!(
        "write its settings one by one, such as `{}=10; 20`",
        path.text
    );
    refuse(Diagnostic::at(Code::WrongForm, path.place, title, "").help(help))
}

fn of_studies(path: Part<'_>) -> Box<Diagnostic> {
    let title = format!("`{}` is no factor: a study sets it itself", path.text);
    let help = "use `--replications` and `--seed`; `--chance` makes chance a factor of its own";
    refuse(Diagnostic::at(Code::Contradiction, path.place, title, "").help(help))
}

fn refuse(diagnostic: Diagnostic) -> Box<Diagnostic> {
    Box::new(diagnostic)
}

fn own(parameter: &Parameter, path: Part<'_>) -> Result<Span, Box<Diagnostic>> {
    if parameter.is_uncertain() {
        return Ok(Span::Own);
    }
    let title = format!("`{}` has no distribution to vary over", parameter.path);
    Err(refuse(
        Diagnostic::at(
            Code::MissingKey,
            path.place,
            title,
            "fixed in this scenario",
        )
        .help(format!("write `{}=LOW .. HIGH`", parameter.path)),
    ))
}

fn words(values: Part<'_>) -> Span {
    let words = values
        .split(";")
        .iter()
        .map(|w| w.text.to_owned())
        .collect();
    Span::Words(words)
}

fn numbers(
    parameter: &Parameter,
    values: Part<'_>,
) -> Result<(Span, Option<usize>), Box<Diagnostic>> {
    if let Some(at) = values.text.find("..") {
        let low = values.cut(0, at);
        let high = values.cut(at + 2, values.text.len());
        return range(parameter, low, high);
    }
    let levels: Vec<f64> = values
        .split(";")
        .into_iter()
        .map(|part| number(parameter, part))
        .collect::<Result<_, _>>()?;
    Ok((Span::Levels(levels), None))
}

fn range(
    parameter: &Parameter,
    low: Part<'_>,
    high: Part<'_>,
) -> Result<(Span, Option<usize>), Box<Diagnostic>> {
    let (high, steps) = match high.before(" in ") {
        None => (high, None),
        Some((high, steps)) => (high, Some(count(steps)?)),
    };
    let words = [(" log", true), (" linear", false)];
    let scale = words
        .into_iter()
        .find_map(|(word, log)| Some((high.text.strip_suffix(word)?.len(), log)));
    let (high, is_log) = scale.map_or((high, false), |(end, log)| (high.cut(0, end), log));
    let from = end_of_range(parameter, low, high)?;
    let to = number(parameter, high)?;
    if from >= to {
        let place = Place {
            end: high.place.end,
            ..low.place
        };
        let title = "a range goes from the smaller number to the greater";
        return Err(refuse(
            Diagnostic::at(Code::Contradiction, place, title, "").help("exchange the two"),
        ));
    }
    if is_log && from <= 0.0 {
        let title = "a logarithmic range needs ends above 0";
        return Err(refuse(
            Diagnostic::at(Code::OutOfRange, low.place, title, "")
                .help("start at a small number above 0, or leave out `log`"),
        ));
    }
    let span = if is_log {
        Span::Log(from, to)
    } else {
        Span::Linear(from, to)
    };
    Ok((span, steps))
}

/// The lower end; without a unit it is in that of the upper end, as in `1 .. 5 per million`.
fn end_of_range(
    parameter: &Parameter,
    low: Part<'_>,
    high: Part<'_>,
) -> Result<f64, Box<Diagnostic>> {
    let together = format!("{} to {}", low.text, high.text);
    match parse(&together, parameter.dim) {
        Ok(Written::Interval(from, _)) => within(parameter, low, from),
        _ => number(parameter, low),
    }
}

fn count(part: Part<'_>) -> Result<usize, Box<Diagnostic>> {
    match part.text.parse() {
        Ok(n) if (2..=MOST_STEPS).contains(&n) => Ok(n),
        _ => {
            let title = format!("`{}` is no number of levels", part.text);
            let help = format!("write a whole number from 2 to {MOST_STEPS}");
            Err(refuse(
                Diagnostic::at(Code::WrongForm, part.place, title, "").help(help),
            ))
        }
    }
}

fn number(parameter: &Parameter, part: Part<'_>) -> Result<f64, Box<Diagnostic>> {
    let plain = part.text.trim_matches('"');
    let value = match plain.parse() {
        Ok(value) => value,
        Err(_) => match parse(plain, parameter.dim) {
            Ok(Written::Single(value)) => value,
            Ok(Written::Interval(..)) => {
                let title = "a level is one number, not an interval";
                return Err(refuse(
                    Diagnostic::at(Code::WrongForm, part.place, title, "")
                        .help("write `LOW .. HIGH` for a range"),
                ));
            }
            Err(misread) => {
                return Err(refuse(
                    Diagnostic::at(Code::WrongForm, part.place, misread.message, "")
                        .help(misread.help),
                ));
            }
        },
    };
    within(parameter, part, value)
}

fn within(parameter: &Parameter, part: Part<'_>, value: f64) -> Result<f64, Box<Diagnostic>> {
    let (low, high) = parameter.range;
    if value >= low && value <= high {
        return Ok(value);
    }
    let domain = Domain {
        dim: parameter.dim,
        low,
        high,
    };
    let range = domain.range().unwrap_or_else(|| "a finite number".into());
    let title = format!(
        "`{}` must be {range}, got {}",
        parameter.path,
        print(value, parameter.dim)
    );
    Err(refuse(
        Diagnostic::at(Code::OutOfRange, part.place, title, format!("not {range}"))
            .help(format!("write a value of {range}")),
    ))
}
