//! One value of a scenario: a number or a distribution, with its source, status and note.

mod family;

use super::quantity::{self, Misread, Written};
use super::schema::Domain;
use super::tree::{Node, Scalar, TableNode};
use crate::diag::{Code, Diagnostic, Span};
use crate::dist::{Dist, Shape};
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
                let shape = Shape::interval(low, high);
                cut(
                    family::or_report(shape, "normal", *span, diagnostics)?,
                    domain,
                )
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
        Node::Table(table) => cut(family::read(table, domain, diagnostics)?, domain),
        other => {
            let help = format!("write {}", domain.dim.examples());
            diagnostics.push(wrong_form(other, domain.dim.noun()).help(help));
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

const KEEPS_TO_RANGE: &str = "choose a narrower distribution, or a family that keeps to the range (lognormal above 0, beta within 0..1)";

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
                        format!(
                            "{:.3} % of this distribution lies outside its range",
                            100.0 * outside
                        ),
                        format!("{} must be {range}", domain.dim.noun()),
                    )
                    .help(KEEPS_TO_RANGE),
                );
                return None;
            }
            if outside > 1e-4 {
                diagnostics.push(
                    Diagnostic::at(
                        Code::Truncated,
                        span,
                        format!(
                            "{:.3} % of this distribution lies outside its range and is cut off",
                            100.0 * outside
                        ),
                        format!("{} must be {range}", domain.dim.noun()),
                    )
                    .help(KEEPS_TO_RANGE),
                );
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
