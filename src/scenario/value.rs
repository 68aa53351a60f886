//! One value of a scenario: a number or a distribution, with its source, status and note.

use super::quantity::{self, Misread, Written};
use super::schema::Domain;
use super::tree::{Node, Scalar, TableNode};
use crate::diag::{Code, Diagnostic, Span};
use crate::dist::{Dist, DistError, Shape};
use crate::model::parameter::{Meta, Number, Status};
use crate::units::Dim;

/// The words for [`Status`] in a file, with their meanings.
pub const STATUSES: &[(&str, Status, &str)] = &[
    (
        "primary",
        Status::Primary,
        "the publisher's own page or data set was read",
    ),
    (
        "secondary",
        Status::Secondary,
        "a page that names the source was read",
    ),
    ("derived", Status::Derived, "calculated from other figures"),
    (
        "assumption",
        Status::Assumption,
        "nothing is published; the note says why this value",
    ),
    ("unverified", Status::Unverified, "reported, not read"),
];

/// The names of the distributions, for messages and documentation.
pub const FAMILIES: &[(&str, &str)] = &[
    (
        "lognormal",
        "`{ median, sigma }`, `{ mean, sd }` or two quantiles such as `{ p05, p95 }`; sigma is that of the natural logarithm",
    ),
    ("normal", "`{ mean, sd }` or two quantiles"),
    ("uniform", "`{ min, max }` or two quantiles"),
    ("triangular", "`{ min, mode, max }`"),
    (
        "beta",
        "`{ mean, sd }`, `{ alpha, beta }` or two quantiles; for shares",
    ),
    ("discrete", "`{ values = […], weights = […] }`"),
    ("empirical", "a list of values, all equally likely"),
];

const META: &[&str] = &["source", "status", "note"];

/// Takes a value out of its table with source and status, when it has one.
///
/// Returns the value itself (`None` when the table holds only source and status).
pub(crate) fn unwrap<'a>(
    node: &'a Node,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Option<&'a Node>, Meta) {
    let Some(table) = node.as_table() else {
        return (Some(node), Meta::default());
    };
    let wrapped = table
        .entries
        .keys()
        .any(|k| k == "value" || META.contains(&k.as_str()));
    if !wrapped {
        return (Some(node), Meta::default());
    }
    let meta = read_meta(table, diagnostics);
    let others: Vec<_> = table
        .entries
        .iter()
        .filter(|(k, _)| !META.contains(&k.as_str()))
        .collect();
    if let Some((_, entry)) = others.iter().find(|(k, _)| *k == "value") {
        for (name, stray) in others.iter().filter(|(k, _)| *k != "value") {
            diagnostics.push(unknown_meta(name, stray.key));
        }
        return (Some(&entry.node), meta);
    }
    match others.as_slice() {
        [(name, _)] if is_family(name) => (Some(node), meta),
        _ => (None, meta),
    }
}

fn unknown_meta(name: &str, span: Span) -> Diagnostic {
    Diagnostic::at(
        Code::UnknownKey,
        span,
        format!("unknown key `{name}`"),
        "not a key of a value",
    )
    .help("a value has the keys `value`, `source`, `status` and `note`")
}

fn is_family(name: &str) -> bool {
    FAMILIES.iter().any(|(family, _)| *family == name)
}

fn read_meta(table: &TableNode, diagnostics: &mut Vec<Diagnostic>) -> Meta {
    let mut text = |name: &str| match table.get(name) {
        Some(Node::Leaf(_, Scalar::Text(text))) => Some(text.clone()),
        Some(other) => {
            diagnostics.push(wrong_form(other, "text"));
            None
        }
        None => None,
    };
    let (source, status, note) = (text("source"), text("status"), text("note"));
    let status = status.and_then(|word| {
        let found = STATUSES.iter().find(|(name, ..)| *name == word);
        if found.is_none() {
            let span = table.entries["status"].node.span();
            diagnostics.push(
                Diagnostic::at(Code::Choice, span, format!("unknown status `{word}`"), "").help(
                    "write one of `primary`, `secondary`, `derived`, `assumption`, `unverified`",
                ),
            );
        }
        found.map(|(_, status, _)| *status)
    });
    Meta {
        source,
        status,
        note,
    }
}

/// The value has the wrong form.
pub(crate) fn wrong_form(node: &Node, wanted: &str) -> Diagnostic {
    Diagnostic::at(
        Code::WrongForm,
        node.span(),
        format!("{} where {wanted} is wanted", node.noun()),
        format!("this is {}", node.noun()),
    )
    .help(format!("write {wanted}"))
}

/// Reads a number of `domain`. Diagnostics of an unreadable number are errors; the number is then `None`.
pub(crate) fn read(
    node: &Node,
    domain: Domain,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Number> {
    let number = match node {
        Node::Leaf(span, Scalar::Text(text)) => match quantity::parse(text, domain.dim) {
            Ok(Written::Single(v)) => Number::Fixed(v),
            Ok(Written::Interval(low, high)) => {
                let shape = or_report(Shape::interval(low, high), *span, diagnostics)?;
                cut(shape, domain)
            }
            Err(misread) => {
                diagnostics.push(unreadable(misread, *span));
                return None;
            }
        },
        Node::Leaf(span, Scalar::Integer(_) | Scalar::Float(_)) => {
            match quantity::bare(leaf_number(node), domain.dim) {
                Ok(v) => Number::Fixed(v),
                Err(misread) => {
                    diagnostics.push(unreadable(misread, *span));
                    return None;
                }
            }
        }
        Node::Table(table) => cut(read_family(table, domain, diagnostics)?, domain),
        other => {
            diagnostics.push(wrong_form(other, domain.dim.noun()));
            return None;
        }
    };
    in_range(number, node.span(), domain, diagnostics)
}

fn cut(shape: Shape, domain: Domain) -> Number {
    Number::Uncertain(Dist::new(shape, domain.low, domain.high))
}

fn leaf_number(node: &Node) -> f64 {
    match node {
        Node::Leaf(_, Scalar::Integer(i)) => *i as f64,
        Node::Leaf(_, Scalar::Float(f)) => *f,
        _ => f64::NAN,
    }
}

fn unreadable(misread: Misread, span: Span) -> Diagnostic {
    Diagnostic::at(Code::Quantity, span, misread.message, "").help(misread.help)
}

fn or_report(
    shape: Result<Shape, DistError>,
    span: Span,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Shape> {
    shape
        .map_err(|error| {
            diagnostics.push(
                Diagnostic::at(Code::Distribution, span, error.to_string(), "")
                    .help("see `vessels explain S006`"),
            );
        })
        .ok()
}

fn in_range(
    number: Number,
    span: Span,
    domain: Domain,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Number> {
    let range = domain.range().unwrap_or_else(|| "finite".into());
    match &number {
        Number::Fixed(v) if !(*v >= domain.low && *v <= domain.high && v.is_finite()) => {
            diagnostics.push(out_of_range(*v, span, domain, &range));
            return None;
        }
        Number::Fixed(_) => {}
        Number::Uncertain(dist) => {
            let outside = dist.cut_off();
            let discrete = matches!(dist.shape(), Shape::Discrete { .. });
            if outside > 0.01 || (discrete && outside > 1e-12) || outside.is_nan() {
                diagnostics.push(
                    Diagnostic::at(
                        Code::Distribution,
                        span,
                        format!("{:.3} % of this distribution lies outside its range", 100.0 * outside),
                        format!("{} must be {range}", domain.dim.noun()),
                    )
                    .help("choose a narrower distribution, or a family that keeps to the range (lognormal above 0, beta within 0..1)"),
                );
                return None;
            }
            if outside > 1e-4 {
                diagnostics.push(Diagnostic::at(
                    Code::Truncated,
                    span,
                    format!(
                        "{:.3} % of this distribution lies outside its range and is cut off",
                        100.0 * outside
                    ),
                    format!("{} must be {range}", domain.dim.noun()),
                ));
            }
        }
    }
    Some(number)
}

fn out_of_range(value: f64, span: Span, domain: Domain, range: &str) -> Diagnostic {
    let title = format!("{} must be {range}, got {value}", domain.dim.noun());
    let help = if domain.dim == Dim::Share && value > 1.0 && value <= 100.0 {
        format!("for {value} %, write `\"{value} %\"` or {}", value / 100.0)
    } else {
        format!("write a value of {range}")
    };
    Diagnostic::at(Code::OutOfRange, span, title, format!("not {range}")).help(help)
}

fn read_family(
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
        let help = super::names::did_you_mean(name, known).unwrap_or_else(|| {
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
        ("empirical", Node::List(span, items)) => {
            let values = numbers(items, domain, diagnostics)?;
            let weights = vec![1.0; values.len()];
            or_report(Shape::discrete(&values, &weights), *span, diagnostics)
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
    let read_one =
        |item: &Node, diagnostics: &mut Vec<Diagnostic>| match read(item, domain, diagnostics)? {
            Number::Fixed(v) => Some(v),
            Number::Uncertain(_) => {
                diagnostics.push(wrong_form(item, "a fixed number"));
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
        parameters.span,
        diagnostics,
    )
}

fn wrong_parameters(family: &str, span: Span) -> Diagnostic {
    let takes = FAMILIES
        .iter()
        .find(|(f, _)| *f == family)
        .map_or("", |(_, takes)| *takes);
    Diagnostic::at(
        Code::Distribution,
        span,
        format!("these are not the parameters of a {family} distribution"),
        "",
    )
    .help(format!("`{family}` takes {takes}"))
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
        match read(&entry.node, domain, diagnostics)? {
            Number::Fixed(v) => values.push((name.clone(), v)),
            Number::Uncertain(_) => {
                diagnostics.push(wrong_form(&entry.node, "a fixed number"));
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
        Some(shape) => or_report(shape, parameters.span, diagnostics),
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
