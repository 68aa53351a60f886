//! How the numbers were computed, and what they do not say.

use crate::language::Language;
use crate::model::Model;
use crate::results::Results;
use crate::results::metric::FLAGS;
use crate::say;

/// Whether uncertain values were drawn at all.
pub(super) fn draws(model: &Model) -> bool {
    model.run.draws && model.parameters.uncertain() > 0
}

pub(super) fn method(model: &Model, results: &Results, language: Language) -> Vec<String> {
    let mut lines = vec![run(model, results, language)];
    lines.push(if results.replications < 2 {
        say!(language, "report-method-once")
    } else if draws(model) {
        say!(language, "report-method-interval")
    } else {
        say!(language, "report-method-interval-chance")
    });
    let flags = results
        .overall(&FLAGS)
        .filter(|flags| flags.n > 1 && flags.p50 > 0.0);
    if let Some(flags) = flags {
        lines.push(say!(
            language,
            "report-method-error",
            median = language.number(flags.p50),
            error = language.number(flags.p50_mcse)
        ));
    }
    lines.push(say!(language, "report-method-margin"));
    if draws(model) {
        lines.push(say!(language, "report-method-drivers"));
    }
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

/// What was run, and how often the uncertain values were drawn.
fn run(model: &Model, results: &Results, language: Language) -> String {
    let (uncertain, repeats) = (model.parameters.uncertain(), model.run.repeats);
    let all = language.thousands(model.parameters.iter().count() as f64);
    let number = language.thousands(uncertain as f64);
    let drawn = if uncertain == 0 {
        say!(language, "report-method-certain", all = all)
    } else if !model.run.draws {
        say!(
            language,
            "report-method-central",
            uncertain = number,
            all = all
        )
    } else if repeats > 1 {
        let repeats = language.thousands(repeats as f64);
        say!(
            language,
            "report-method-repeats",
            uncertain = number,
            all = all,
            repeats = repeats
        )
    } else {
        say!(
            language,
            "report-method-drawn",
            uncertain = number,
            all = all
        )
    };
    say!(
        language,
        "report-method-run",
        replications = language.replications(results.replications),
        days = language.days(model.run.days),
        drawn = drawn
    )
}
