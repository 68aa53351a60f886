//! Rank correlations of uncertain numbers.

use super::super::names::did_you_mean;
use super::super::reader::Reader;
use crate::dependence::{
    Blame, CorrelationError, CorrelationMatrix, GaussianCopula, NotPositiveDefinite,
    pearson_of_spearman, spearman_of_pearson,
};
use crate::diag::{Code, Diagnostic, Span};
use crate::model::Model;
use crate::model::dependence::{Correlation, Dependence};
use crate::model::parameter::Number;

/// A correlation with the places of its parts.
pub(super) struct RawCorrelation {
    correlation: Correlation,
    between: [Span; 2],
    rank: Span,
}

pub(super) fn read(reader: &Reader<'_>, diagnostics: &mut Vec<Diagnostic>) -> Vec<RawCorrelation> {
    let tables = reader.list("correlations");
    tables.iter().filter_map(|r| one(r, diagnostics)).collect()
}

fn one(reader: &Reader<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<RawCorrelation> {
    let Ok([(first, here), (second, there)]) = <[_; 2]>::try_from(reader.words("between")?) else {
        return None;
    };
    let (number, meta) = reader.number("rank")?;
    let place = reader.span("rank");
    let rank = match number {
        Number::Fixed(rank) => rank,
        Number::Uncertain(_) => {
            let title = "a rank correlation is one number, not a distribution";
            diagnostics.push(
                Diagnostic::at(Code::WrongForm, place, title, "")
                    .help("write one number from -1 to 1"),
            );
            return None;
        }
    };
    Some(RawCorrelation {
        correlation: Correlation {
            between: [first, second],
            rank,
            meta,
        },
        between: [here, there],
        rank: place,
    })
}

/// The dependence of all correlations; `None` without any, and where one of them is wrong.
pub(super) fn resolve(
    raw: Vec<RawCorrelation>,
    model: &Model,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Dependence> {
    let mistakes = paths(&raw, model);
    if raw.is_empty() || !mistakes.is_empty() {
        diagnostics.extend(mistakes);
        return None;
    }
    let pairs: Vec<_> = raw
        .iter()
        .map(|r| {
            let [first, second] = &r.correlation.between;
            let pearson = pearson_of_spearman(r.correlation.rank);
            (first.as_str(), second.as_str(), pearson.clamp(-1.0, 1.0))
        })
        .collect();
    let made = CorrelationMatrix::new(&pairs)
        .map_err(|error| Box::new(twice(&error, &raw)))
        .and_then(|matrix| {
            let copula = GaussianCopula::new(&matrix);
            let copula = copula.map_err(|e| Box::new(impossible(&e, &raw)))?;
            Ok((matrix, copula))
        });
    match made {
        Ok((matrix, copula)) => Some(Dependence {
            parameters: matrix
                .names()
                .iter()
                .filter_map(|name| model.parameters.find(name))
                .collect(),
            correlations: raw.into_iter().map(|r| r.correlation).collect(),
            copula,
        }),
        Err(diagnostic) => {
            diagnostics.push(*diagnostic);
            None
        }
    }
}

/// Paths that name no uncertain number.
fn paths(raw: &[RawCorrelation], model: &Model) -> Vec<Diagnostic> {
    let all = raw
        .iter()
        .flat_map(|r| r.correlation.between.iter().zip(r.between));
    all.filter_map(|(path, place)| {
        match model.parameters.find(path).map(|i| model.parameters.at(i)) {
            None => Some(unknown(path, place, model)),
            Some(parameter) if !parameter.is_uncertain() => Some(
                Diagnostic::at(
                    Code::Contradiction,
                    place,
                    format!("`{path}` is not uncertain, so nothing correlates with it"),
                    "fixed in this scenario",
                )
                .help("give it a distribution, or write `correlations` in the scenario, which replaces those of its world; `correlations = []` stands for none"),
            ),
            Some(_) => None,
        }
    })
    .collect()
}

fn unknown(path: &str, place: Span, model: &Model) -> Diagnostic {
    let uncertain = model.parameters.iter().filter(|p| p.is_uncertain());
    let help = did_you_mean(path, uncertain.map(|p| p.path.as_str())).unwrap_or_else(|| {
        "name an uncertain number of the scenario, such as `material.new.prevalence`".into()
    });
    let title = format!("there is no number `{path}` in this scenario");
    Diagnostic::at(Code::UnknownKey, place, title, "").help(help)
}

fn is_pair(raw: &RawCorrelation, first: &str, second: &str) -> bool {
    let [a, b] = &raw.correlation.between;
    (a == first && b == second) || (a == second && b == first)
}

fn twice(error: &CorrelationError, raw: &[RawCorrelation]) -> Diagnostic {
    let (first, second) = match error {
        CorrelationError::Range { first, second, .. }
        | CorrelationError::Twice { first, second } => (first, second),
        CorrelationError::Itself(name) => (name, name),
    };
    let places: Vec<Span> = raw
        .iter()
        .filter(|r| is_pair(r, first, second))
        .map(|r| r.between[1])
        .collect();
    let place = places.last().copied().unwrap_or_default();
    let diagnostic = Diagnostic::at(Code::Contradiction, place, error.to_string(), "");
    match (error, places.first()) {
        (CorrelationError::Twice { .. }, Some(earlier)) => diagnostic
            .related(*earlier, "the other one")
            .help("keep one of them"),
        _ => diagnostic.help("name two different numbers"),
    }
}

fn impossible(error: &NotPositiveDefinite, raw: &[RawCorrelation]) -> Diagnostic {
    let Blame {
        first,
        second,
        admissible,
        ..
    } = &error.0;
    let found = raw.iter().find(|r| is_pair(r, first, second));
    let place = found.map(|r| r.rank).unwrap_or_default();
    let title = "no numbers can have all these rank correlations";
    let diagnostic = Diagnostic::at(
        Code::Contradiction,
        place,
        title,
        format!("of `{first}` and `{second}`"),
    )
    .note("their matrix is not positive definite; pairs that are not written have correlation 0");
    let open = admissible.and_then(|(low, high)| {
        inside(
            spearman_of_pearson(low.max(-1.0)),
            spearman_of_pearson(high.min(1.0)),
        )
    });
    match open {
        Some((low, high)) => diagnostic.help(format!(
            "with all others as they are, this rank may be {low} to {high}"
        )),
        None => diagnostic.help("no change of one pair alone repairs it; bring this one, the strongest of those that conflict, nearer to 0 first"),
    }
}

/// The widest interval of numbers with few decimals inside an open one.
fn inside(low: f64, high: f64) -> Option<(f64, f64)> {
    let margin = 1e-4 * (high - low);
    [1e2, 1e3, 1e4, 1e5].into_iter().find_map(|unit| {
        let least = ((low + margin) * unit).ceil() / unit;
        let most = ((high - margin) * unit).floor() / unit;
        // No "-0".
        (least < most).then_some((least + 0.0, most + 0.0))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn intervals_are_rounded_inwards() {
        assert_eq!(inside(-0.278, 0.9), Some((-0.27, 0.89)));
        assert_eq!(inside(0.1234, 0.1256), Some((0.124, 0.125)));
        assert_eq!(inside(0.5, 0.5), None);
    }
}
