//! Diagnostics and errors on standard error; the only file that knows annotate-snippets.

use super::status::CliError;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use std::io::{IsTerminal, Write};
use vessels::diag::{Diagnostic, Severity, Sources};

/// Prints diagnostics; a standard error that is closed is not an error.
pub(crate) fn diagnostics(sources: &Sources, diagnostics: &[Diagnostic]) {
    let mut stderr = std::io::stderr().lock();
    let styled = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    for diagnostic in diagnostics {
        let _ = writeln!(stderr, "{}\n", text(sources, diagnostic, styled));
    }
}

/// Prints an error.
pub(crate) fn error(error: &CliError) {
    if let CliError::Refused(refused) = error {
        diagnostics(&refused.sources, &refused.diagnostics);
        let errors = refused
            .diagnostics
            .iter()
            .filter(|d| d.severity() == Severity::Error)
            .count();
        let noun = if errors == 1 { "mistake" } else { "mistakes" };
        let _ = writeln!(std::io::stderr(), "{errors} {noun}; nothing was run");
    } else {
        let _ = writeln!(std::io::stderr(), "error: {error}");
    }
}

fn text(sources: &Sources, diagnostic: &Diagnostic, styled: bool) -> String {
    let level = match diagnostic.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level
        .primary_title(diagnostic.title.as_str())
        .id(diagnostic.code.id());
    let mut group = Group::with_title(title);
    let mut files: Vec<usize> = Vec::new();
    let labels = || diagnostic.primary.iter().chain(&diagnostic.related);
    for label in labels() {
        if !files.contains(&label.span.file) {
            files.push(label.span.file);
        }
    }
    for file in files {
        let source = sources.get(file);
        let mut snippet = Snippet::source(source.text.as_str()).path(source.name.as_str());
        for (i, label) in labels().enumerate().filter(|(_, l)| l.span.file == file) {
            let kind = if i == 0 {
                AnnotationKind::Primary
            } else {
                AnnotationKind::Context
            };
            let range = label.span.start..label.span.end.max(label.span.start);
            snippet = snippet.annotation(kind.span(range).label(label.text.as_str()));
        }
        group = group.element(snippet);
    }
    for note in &diagnostic.notes {
        group = group.element(Level::NOTE.message(note.as_str()));
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    let renderer = if styled {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    renderer.render(&[group])
}
