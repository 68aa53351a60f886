//! A report with the explorer below it: both in one self-contained page.
//!
//! The explorer is a page of its own (`web/`), built as one file. It has a place for a report and a place for what it
//! begins with; both are filled here.

use super::html::{STYLE, body};
use super::{Report, Run};
use crate::bundled;
use crate::export::json::digest;
use crate::scenario::load;
use serde_json::{Value, json};

/// The explorer as it was built with this program; `None` when it was built before the explorer was.
#[cfg(explorer)]
pub const BUILT_IN: Option<&str> = Some(include_str!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/web/dist/explorer.html"
)));
/// The explorer as it was built with this program; `None` when it was built before the explorer was.
#[cfg(not(explorer))]
pub const BUILT_IN: Option<&str> = None;

const STYLE_END: &str = "</style>";
const PLACE: &str = r#"<div id="report"></div>"#;
const START: &str = r#"<script id="vessels-start" type="application/json">"#;
const START_END: &str = "</script>";
const GENERATOR: &str = r#"<meta name="generator" content="vessels "#;

/// Why a page is not the explorer of this program.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ExplorerError {
    /// A place to fill is missing.
    #[error("it is no explorer of vessels: it has no `{0}`")]
    Missing(&'static str),
    /// It was built from another version, whose numbers may differ.
    #[error("it is the explorer of version {0}, and this is version {version}", version = env!("CARGO_PKG_VERSION"))]
    Version(String),
}

/// The page: the report on `runs` in its place in `template`, and the explorer beginning with the first of them.
///
/// # Errors
///
/// [`ExplorerError`] when the template is something else than the explorer of this version.
pub fn page(report: &Report, runs: &[Run<'_>], template: &str) -> Result<String, ExplorerError> {
    check_version(template)?;
    let style = format!("{STYLE}#report:not(:empty) + #explorer {{ break-before: page; }}\n");
    let page = inserted(template, STYLE_END, &style)?;
    let (before, after) = page
        .split_once(PLACE)
        .ok_or(ExplorerError::Missing(PLACE))?;
    let filled = format!(
        "{before}<div id=\"report\">{}</div>{after}",
        body(report, true)
    );
    let (before, rest) = filled
        .split_once(START)
        .ok_or(ExplorerError::Missing(START))?;
    let (_, after) = rest
        .split_once(START_END)
        .ok_or(ExplorerError::Missing(START_END))?;
    Ok(format!(
        "{before}{START}{}{START_END}{after}",
        harmless(&start(report, runs))
    ))
}

/// The text with `more` before the first `mark`.
fn inserted(text: &str, mark: &'static str, more: &str) -> Result<String, ExplorerError> {
    let (before, after) = text.split_once(mark).ok_or(ExplorerError::Missing(mark))?;
    Ok(format!("{before}{more}{mark}{after}"))
}

fn check_version(template: &str) -> Result<(), ExplorerError> {
    let (_, rest) = template
        .split_once(GENERATOR)
        .ok_or(ExplorerError::Missing(GENERATOR))?;
    let version = rest.split('"').next().unwrap_or_default();
    if version == env!("CARGO_PKG_VERSION") {
        return Ok(());
    }
    Err(ExplorerError::Version(version.to_owned()))
}

/// What the explorer begins with. A scenario that is bundled as it is needs only its name; all others come as text.
fn start(report: &Report, runs: &[Run<'_>]) -> Value {
    let own: Vec<Value> = runs
        .iter()
        .filter(|run| !is_bundled(run))
        .map(|run| {
            let title = &run.loaded.model.title;
            json!({ "name": name(run), "title": title, "text": run.loaded.laid_out() })
        })
        .collect();
    let first = runs.first().map(name);
    json!({ "scenario": first, "set": [], "lang": report.language.tag(), "own": own })
}

/// Its name in the explorer, unlike that of every bundled scenario that it is not.
fn name(run: &Run<'_>) -> String {
    if is_bundled(run) || bundled::path(run.name).is_none() {
        run.name.to_owned()
    } else {
        format!("{}-in-report", run.name)
    }
}

/// Whether the bundled scenario of this name gives the same results.
fn is_bundled(run: &Run<'_>) -> bool {
    bundled::path(run.name)
        .and_then(|path| load(&bundled::Bundled, &path, &[]).ok())
        .is_some_and(|loaded| digest(&loaded) == digest(run.loaded))
}

/// JSON that ends no script and begins no comment.
fn harmless(value: &Value) -> String {
    value.to_string().replace('<', "\\u003c")
}
