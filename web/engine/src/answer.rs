//! Answers that say what is wrong.

use serde_json::{Value, json};
use vessels::diag::{Diagnostic, Severity, Sources};
use vessels::scenario::Refused;

/// An answer, or one that says what is wrong.
pub(crate) type Answer = Result<Value, Value>;

/// Something that no text of a scenario is to blame for.
pub(crate) fn failure(message: &str) -> Value {
    json!({ "error": { "message": message } })
}

/// A scenario that cannot be run.
pub(crate) fn refused(refused: &Refused) -> Value {
    let list = diagnostics(&refused.sources, &refused.diagnostics);
    json!({ "error": { "diagnostics": list } })
}

/// Mistakes and warnings with their places.
pub(crate) fn diagnostics(sources: &Sources, list: &[Diagnostic]) -> Vec<Value> {
    let one = |d: &Diagnostic| {
        let severity = match d.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        json!({
            "code": d.code.id(),
            "severity": severity,
            "title": d.title,
            "place": d.primary.as_ref().map(|p| sources.position(p.span)),
            "mark": d.primary.as_ref().map_or("", |p| &p.text),
            "notes": d.notes,
            "help": d.help,
        })
    };
    list.iter().map(one).collect()
}
