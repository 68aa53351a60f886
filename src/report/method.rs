//! How the numbers were computed, and what they do not say.

use crate::language::Language;
use crate::model::Model;
use crate::results::Results;
use crate::results::metric::FLAGS;
use crate::say;

pub(super) fn method(model: &Model, results: &Results, language: Language) -> Vec<String> {
    let uncertain = model.parameters.uncertain();
    let mut lines = vec![say!(
        language,
        "report-method-run",
        replications = language.replications(results.replications),
        days = language.days(model.run.days),
        uncertain = language.thousands(uncertain as f64),
        all = language.thousands(model.parameters.iter().count() as f64)
    )];
    lines.push(say!(language, "report-method-interval"));
    if let Some(flags) = results.overall(&FLAGS) {
        lines.push(say!(
            language,
            "report-method-error",
            median = language.number(flags.p50),
            error = language.number(flags.p50_mcse)
        ));
    }
    lines.push(say!(language, "report-method-margin"));
    lines.push(say!(language, "report-method-drivers"));
    let kinds = model.mechanisms.switched_on();
    let on: Vec<_> = kinds
        .iter()
        .map(|kind| language.translate(kind.title()))
        .collect();
    lines.push(if on.is_empty() {
        say!(language, "report-method-no-mechanism")
    } else {
        say!(
            language,
            "report-method-mechanisms",
            mechanisms = on.join(", ")
        )
    });
    lines.push(say!(language, "report-limit-independent"));
    lines.push(say!(language, "report-limit-behaviour"));
    lines.push(say!(language, "report-limit-verdict"));
    lines
}
