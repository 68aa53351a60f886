//! Scenario files: from text to a validated [`Model`], or to everything that is wrong with it.

mod check;
mod factor;
mod judge;
mod layout;
mod lower;
mod names;
mod quantity;
mod reader;
pub mod reference;
pub mod schema;
mod tree;
mod value;

use crate::diag::{Code, Diagnostic, Sources, Span, has_errors};
use crate::model::Model;
use crate::model::factor::{Factor, Role};
use crate::model::parameter::Origin;
use std::path::{Path, PathBuf};
use tree::TableNode;

pub use names::nearest;
pub use quantity::print as print_quantity;
pub use tree::Written;
pub use value::{FAMILIES, STATUSES};

/// Where the texts of scenarios come from: files, or the scenarios that are compiled in.
pub trait Library {
    /// The text at a path.
    ///
    /// # Errors
    ///
    /// The reason why it cannot be read.
    fn read(&self, path: &Path) -> Result<String, String>;
}

/// A scenario that can be run.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// The validated model.
    pub model: Model,
    /// The texts it was made of.
    pub sources: Sources,
    /// Warnings.
    pub warnings: Vec<Diagnostic>,
    /// Every value of the merged document as it was written, numbers included.
    pub written: Vec<Written>,
    /// The merged document as canonical TOML: one file that holds world and scenario.
    pub resolved: String,
    /// True when the file was a world without a policy.
    pub world_only: bool,
    /// The merged document.
    document: TableNode,
}

impl Loaded {
    /// The merged document as a person would write it, with headers and one key on a line; read again, it is the same
    /// document, with the same results and the same digest.
    pub fn laid_out(&self) -> String {
        layout::lay_out(&self.document)
    }

    /// Where a value was written: `file:line:column`.
    pub fn place(&self, written: &Written) -> String {
        self.sources.position(written.span)
    }

    /// Where a parameter was written: `file:line:column`, or `default`.
    pub fn origin(&self, origin: Origin) -> String {
        match origin {
            Origin::Text(span) => self.sources.position(span),
            Origin::Default => "default".into(),
        }
    }
}

/// A scenario that cannot be run: its texts, and everything that is wrong with it.
#[derive(Debug, Clone)]
pub struct Refused {
    /// The texts that the diagnostics point into.
    pub sources: Sources,
    /// Mistakes and warnings.
    pub diagnostics: Vec<Diagnostic>,
}

/// Loads the scenario (or world) at `path` with `--set` arguments laid over it.
///
/// # Errors
///
/// [`Refused`] with all mistakes.
pub fn load(library: &dyn Library, path: &Path, set: &[String]) -> Result<Loaded, Box<Refused>> {
    let mut sources = Sources::default();
    let mut diagnostics = Vec::new();
    let document = read_document(library, path, set, &mut sources, &mut diagnostics);
    let (Some(mut root), false) = (document, has_errors(&diagnostics)) else {
        return Err(Box::new(Refused {
            sources,
            diagnostics,
        }));
    };
    let world_only = root.get("world").is_none() && root.get("policy").is_none();
    diagnostics.extend(check::document(&root, world_only));
    let lowered = lower::lower(&root, &sources, &mut diagnostics);
    let judged = judge::judge(&lowered, world_only, &diagnostics);
    diagnostics.extend(judged);
    sort(&mut diagnostics);
    if has_errors(&diagnostics) {
        return Err(Box::new(Refused {
            sources,
            diagnostics,
        }));
    }
    root.entries.remove("world");
    let mut written = Vec::new();
    tree::written(&root, "", &mut written);
    Ok(Loaded {
        model: lowered.model,
        written,
        resolved: tree::print(&root),
        sources,
        warnings: diagnostics,
        world_only,
        document: root,
    })
}

/// Reads factors of the command line, each `PATH=VALUES` or `PATH`, for a scenario that was loaded; see `[[factors]]`.
///
/// # Errors
///
/// [`Refused`] with all mistakes.
pub fn factors(loaded: &Loaded, arguments: &[(Role, String)]) -> Result<Vec<Factor>, Box<Refused>> {
    let mut sources = loaded.sources.clone();
    let mut diagnostics = Vec::new();
    let mut factors: Vec<Factor> = Vec::new();
    for (role, argument) in arguments {
        let option = match role {
            Role::Lever => "--lever",
            Role::Uncertainty => "--uncertainty",
        };
        let file = sources.add(option, argument.as_str());
        match factor::read_argument(&loaded.model, argument, file, *role) {
            Ok(factor) => match factor::clash(&factors, &factor.path) {
                None => factors.push(factor),
                Some(title) => {
                    let end = argument.len();
                    let span = Span {
                        file,
                        start: 0,
                        end,
                    };
                    let clash = Diagnostic::at(Code::Contradiction, span, title, "");
                    diagnostics.push(clash.help("keep one of them"));
                }
            },
            Err(diagnostic) => diagnostics.push(*diagnostic),
        }
    }
    if diagnostics.is_empty() {
        return Ok(factors);
    }
    Err(Box::new(Refused {
        sources,
        diagnostics,
    }))
}

/// In the order of the texts; the same mistake once.
fn sort(diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.sort_by_key(|d| d.primary.as_ref().map(|p| p.span));
    diagnostics.dedup();
}

fn read_document(
    library: &dyn Library,
    path: &Path,
    set: &[String],
    sources: &mut Sources,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<TableNode> {
    let scenario = read_file(library, path, None, sources, diagnostics)?;
    let mut root = match world_of(&scenario, path) {
        None => scenario,
        Some((world_path, span)) => {
            let mut world = read_file(library, &world_path, Some(span), sources, diagnostics)?;
            if let Some(next) = world.get("world") {
                let title = "a world names no world of its own";
                let diagnostic = Diagnostic::at(Code::Contradiction, next.span(), title, "");
                let help = "put all of the world into one file; the scenario may overlay it";
                diagnostics.push(diagnostic.help(help));
            }
            for key in schema::SCENARIO_ONLY.iter().chain(&["title"]) {
                world.entries.remove(*key);
            }
            world.span = scenario.span;
            tree::overlay(&mut world, scenario, &schema::ROOT);
            world
        }
    };
    for argument in set {
        if let Some(over) = read_set(argument, &root, sources, diagnostics) {
            tree::overlay(&mut root, over, &schema::ROOT);
        }
    }
    Some(root)
}

fn world_of(scenario: &TableNode, path: &Path) -> Option<(PathBuf, Span)> {
    match scenario.get("world") {
        Some(tree::Node::Leaf(span, tree::Scalar::Text(world))) => {
            Some((path.parent().unwrap_or(Path::new("")).join(world), *span))
        }
        _ => None,
    }
}

fn read_file(
    library: &dyn Library,
    path: &Path,
    asked_at: Option<Span>,
    sources: &mut Sources,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<TableNode> {
    let name = path.display().to_string();
    match library.read(path) {
        Ok(text) => {
            let file = sources.add(name, text);
            Some(tree::parse(sources, file, diagnostics))
        }
        Err(reason) => {
            let title = format!("`{name}` cannot be read: {reason}");
            diagnostics.push(match asked_at {
                Some(span) => Diagnostic::at(Code::Unreadable, span, title, "named here")
                    .help("paths of worlds are relative to the scenario file"),
                None => Diagnostic::nowhere(Code::Unreadable, title)
                    .help("name a file, or a bundled scenario: `vessels list` shows them"),
            });
            None
        }
    }
}

/// Reads `path=value` of the command line as a document of its own.
fn read_set(
    argument: &str,
    root: &TableNode,
    sources: &mut Sources,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<TableNode> {
    let file = sources.add("--set", argument);
    let whole = Span {
        file,
        start: 0,
        end: argument.len(),
    };
    let Some(equals) = argument.find('=') else {
        diagnostics.push(
            Diagnostic::at(Code::WrongForm, whole, "no `=` in this setting", "")
                .help("write `--set path=value`, such as `--set run.days=365`"),
        );
        return None;
    };
    let mut start = 0;
    let mut path = Vec::new();
    for part in argument[..equals].split('.') {
        let trimmed = part.trim();
        let offset = start + part.len() - part.trim_start().len();
        let span = Span {
            file,
            start: offset,
            end: offset + trimmed.len(),
        };
        path.push((trimmed.to_owned(), span));
        start += part.len() + 1;
    }
    if let Some(diagnostic) = unknown_path(&path, root) {
        diagnostics.push(diagnostic);
        return None;
    }
    let after = &argument[equals + 1..];
    let offset = equals + 1 + after.len() - after.trim_start().len();
    Some(tree::nest(
        &path,
        tree::parse_argument(sources, file, offset),
    ))
}

/// A part of a `--set` path that names nothing: neither a key nor one of the user's own names.
fn unknown_path(path: &[(String, Span)], root: &TableNode) -> Option<Diagnostic> {
    let mut schema = Some(&schema::ROOT);
    let mut node = Some(root);
    let mut in_map = false;
    for (name, span) in path {
        let inner = node
            .and_then(|t| t.get(name))
            .and_then(tree::Node::as_table);
        if in_map {
            if inner.is_none() {
                let known: Vec<&str> = node
                    .iter()
                    .flat_map(|t| t.entries.keys())
                    .map(String::as_str)
                    .collect();
                return Some(unknown_part(name, *span, &known));
            }
            in_map = false;
        } else if let Some(table) = schema {
            let Some(key) = table.key(name) else {
                let known: Vec<&str> = table.keys.iter().map(|k| k.name).collect();
                return Some(unknown_part(name, *span, &known));
            };
            schema = match &key.kind {
                schema::Kind::Table(inner) => Some(inner),
                schema::Kind::Map(inner) => {
                    in_map = true;
                    Some(inner)
                }
                _ => None,
            };
        }
        node = inner;
    }
    None
}

fn unknown_part(name: &str, span: Span, known: &[&str]) -> Diagnostic {
    let help = names::did_you_mean(name, known.iter().copied())
        .unwrap_or_else(|| format!("here are {}", names::listed(known)));
    Diagnostic::at(
        Code::UnknownKey,
        span,
        format!("there is no `{name}` to set"),
        "",
    )
    .help(help)
}
