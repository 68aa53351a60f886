//! Distributions: families, and every way to give them.

use super::{FAMILIES, META, is_family, wrong_form};
use crate::diag::{Code, Diagnostic, Span};
use crate::dist::{DistError, Shape};
use crate::model::parameter::Number;
use crate::scenario::names;
use crate::scenario::schema::Domain;
use crate::scenario::tree::{Node, TableNode};
use crate::units::Dim;

pub(super) fn or_report(
    shape: Result<Shape, DistError>,
    family: &str,
    span: Span,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Shape> {
    shape
        .map_err(|error| {
            let help = match &error {
                DistError::Parameter { rule, .. } => format!("write a value that is {rule}"),
                DistError::Infeasible { .. } => {
                    "narrow it (a smaller sd, closer quantiles), or choose another distribution"
                        .into()
                }
                DistError::Order(_) => takes(family),
            };
            diagnostics
                .push(Diagnostic::at(Code::Distribution, span, error.to_string(), "").help(help));
        })
        .ok()
}

fn takes(family: &str) -> String {
    let takes = FAMILIES
        .iter()
        .find(|(f, _)| *f == family)
        .map_or("", |(_, takes)| *takes);
    format!("`{family}` takes {takes}")
}

fn uncertain(node: &Node) -> Diagnostic {
    Diagnostic::at(
        Code::WrongForm,
        node.span(),
        "an uncertain number inside a distribution",
        "this is uncertain itself",
    )
    .help("write one number here")
}

pub(super) fn read(
    table: &TableNode,
    domain: Domain,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Shape> {
    let mut entries = table
        .entries
        .iter()
        .filter(|(name, _)| !META.contains(&name.as_str()));
    let (Some((name, entry)), None) = (entries.next(), entries.next()) else {
        diagnostics.push(no_family(table.span));
        return None;
    };
    if !is_family(name) {
        let known = FAMILIES.iter().map(|(f, _)| *f);
        let help = names::did_you_mean(name, known).unwrap_or_else(|| {
            format!(
                "a value may be {}, or a distribution",
                domain.dim.examples()
            )
        });
        diagnostics.push(
            Diagnostic::at(
                Code::UnknownKey,
                entry.key,
                format!("unknown key `{name}`"),
                "neither `value` nor a distribution",
            )
            .help(help),
        );
        return None;
    }
    match (name.as_str(), &entry.node) {
        ("empirical", Node::List(span, items)) if items.is_empty() => {
            diagnostics.push(
                Diagnostic::at(
                    Code::Distribution,
                    *span,
                    "an empirical distribution of no values",
                    "",
                )
                .help("list at least one value"),
            );
            None
        }
        ("empirical", Node::List(span, items)) => {
            let values = numbers(items, domain, diagnostics)?;
            let weights = vec![1.0; values.len()];
            or_report(Shape::discrete(&values, &weights), name, *span, diagnostics)
        }
        ("empirical", other) => {
            diagnostics.push(wrong_form(other, "a list of values"));
            None
        }
        ("discrete", Node::Table(parameters)) => discrete(parameters, domain, diagnostics),
        (family, Node::Table(parameters)) => parametric(family, parameters, domain, diagnostics),
        (_, other) => {
            diagnostics.push(wrong_form(other, "a table of parameters"));
            None
        }
    }
}

fn no_family(span: Span) -> Diagnostic {
    Diagnostic::at(
        Code::WrongForm,
        span,
        "a table that is no value",
        "neither `value = …` nor one distribution",
    )
    .help("write `{ value = …, source = \"…\", status = \"…\" }`, or one distribution such as `{ lognormal = { p05 = …, p95 = … } }`")
}

fn numbers(items: &[Node], domain: Domain, diagnostics: &mut Vec<Diagnostic>) -> Option<Vec<f64>> {
    let read_one = |item: &Node, diagnostics: &mut Vec<Diagnostic>| match super::read(
        item,
        domain,
        diagnostics,
    )? {
        Number::Fixed(v) => Some(v),
        Number::Uncertain(_) => {
            diagnostics.push(uncertain(item));
            None
        }
    };
    let values: Vec<Option<f64>> = items
        .iter()
        .map(|item| read_one(item, diagnostics))
        .collect();
    values.into_iter().collect()
}

const PLAIN: Domain = Domain {
    dim: Dim::Number,
    low: f64::NEG_INFINITY,
    high: f64::INFINITY,
};

fn discrete(
    parameters: &TableNode,
    domain: Domain,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Shape> {
    let (Some(Node::List(_, values)), Some(Node::List(_, weights)), 2) = (
        parameters.get("values"),
        parameters.get("weights"),
        parameters.entries.len(),
    ) else {
        diagnostics.push(wrong_parameters("discrete", parameters.span));
        return None;
    };
    let values = numbers(values, domain, diagnostics);
    let weights = numbers(weights, PLAIN, diagnostics);
    or_report(
        Shape::discrete(&values?, &weights?),
        "discrete",
        parameters.span,
        diagnostics,
    )
}

fn wrong_parameters(family: &str, span: Span) -> Diagnostic {
    Diagnostic::at(
        Code::Distribution,
        span,
        format!("these are not the parameters of a {family} distribution"),
        "",
    )
    .help(takes(family))
}

/// Probability of a quantile key such as `p05`.
fn quantile_key(name: &str) -> Option<f64> {
    let digits = name.strip_prefix('p')?;
    let valid = digits.len() == 2 && digits.bytes().all(|b| b.is_ascii_digit()) && digits != "00";
    valid.then(|| digits.parse::<f64>().map(|n| n / 100.0).ok())?
}

fn parametric(
    family: &str,
    parameters: &TableNode,
    domain: Domain,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Shape> {
    let mut values: Vec<(String, f64)> = Vec::new();
    for (name, entry) in &parameters.entries {
        let plain = matches!(name.as_str(), "sigma" | "alpha" | "beta");
        let wide = Domain {
            low: f64::NEG_INFINITY,
            high: f64::INFINITY,
            ..domain
        };
        let domain = if plain { PLAIN } else { wide };
        match super::read(&entry.node, domain, diagnostics)? {
            Number::Fixed(v) => values.push((name.clone(), v)),
            Number::Uncertain(_) => {
                diagnostics.push(uncertain(&entry.node));
                return None;
            }
        }
    }
    let quantiles: Vec<(f64, f64)> = values
        .iter()
        .filter_map(|(name, v)| Some((quantile_key(name)?, *v)))
        .collect();
    let get = |wanted: &[&str]| -> Option<Vec<f64>> {
        let found: Vec<f64> = wanted
            .iter()
            .filter_map(|w| values.iter().find(|(n, _)| n == w).map(|(_, v)| *v))
            .collect();
        (found.len() == wanted.len() && values.len() == wanted.len()).then_some(found)
    };
    let shape = if let ([low, high], 2) = (quantiles.as_slice(), values.len()) {
        from_quantiles(family, *low, *high)
    } else {
        from_parameters(family, get)
    };
    match shape {
        Some(shape) => or_report(shape, family, parameters.span, diagnostics),
        None => {
            diagnostics.push(wrong_parameters(family, parameters.span));
            None
        }
    }
}

fn from_quantiles(
    family: &str,
    low: (f64, f64),
    high: (f64, f64),
) -> Option<Result<Shape, DistError>> {
    Some(match family {
        "lognormal" => Shape::lognormal_quantiles(low, high),
        "normal" => Shape::normal_quantiles(low, high),
        "uniform" => Shape::uniform_quantiles(low, high),
        "beta" => Shape::beta_quantiles(low, high),
        _ => return None,
    })
}

fn from_parameters(
    family: &str,
    get: impl Fn(&[&str]) -> Option<Vec<f64>>,
) -> Option<Result<Shape, DistError>> {
    type Make = fn(&[f64]) -> Result<Shape, DistError>;
    let ways: &[(&[&str], Make)] = match family {
        "lognormal" => &[
            (&["median", "sigma"], |v| Shape::lognormal(v[0], v[1])),
            (&["mean", "sd"], |v| Shape::lognormal_moments(v[0], v[1])),
        ],
        "normal" => &[(&["mean", "sd"], |v| Shape::normal(v[0], v[1]))],
        "uniform" => &[(&["min", "max"], |v| Shape::uniform(v[0], v[1]))],
        "triangular" => &[(&["min", "mode", "max"], |v| {
            Shape::triangular(v[0], v[1], v[2])
        })],
        "beta" => &[
            (&["mean", "sd"], |v| Shape::beta_moments(v[0], v[1])),
            (&["alpha", "beta"], |v| Shape::beta(v[0], v[1])),
        ],
        _ => &[],
    };
    ways.iter()
        .find_map(|(names, make)| get(names).map(|v| make(&v)))
}
