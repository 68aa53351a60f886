//! What arrives at a desk, what it can read, and what nobody reads.

use super::sentences::{with_interval, written};
use crate::answer::noun;
use crate::language::Language;
use crate::model::world::Desk;
use crate::results::Results;
use crate::results::metric::{BACKLOG, BACKLOG_PEAK, EXPIRED, Metric, UTILISATION};
use crate::say;
use crate::stats::summary::Summary;

/// A load from which on it is a multiple rather than a percentage.
const MULTIPLE: f64 = 10.0;

pub(super) fn desk_sentence(
    desk: &Desk,
    arrivals: &Summary,
    results: &Results,
    language: Language,
) -> String {
    let mut text = say!(
        language,
        "report-desk",
        desk = language.translate(&desk.title),
        arrivals = with_interval(arrivals, 1.0, language),
        noun = noun(language, desk.reads)
    );
    let mut add = |sentence: String| {
        text.push(' ');
        text.push_str(&sentence);
    };
    let Some(load) = results.at_desk(&UTILISATION, &desk.name) else {
        add(say!(language, "report-desk-unlimited"));
        return text;
    };
    add(load_sentence(load, language));
    for sentence in unread(&desk.name, results, language) {
        add(sentence);
    }
    text
}

/// What nobody reads: what waits at the end, what waited before, and what grew too old.
fn unread(name: &str, results: &Results, language: Language) -> Vec<String> {
    let at = |metric: &Metric| results.at_desk(metric, name).filter(|s| s.p95 > 0.0);
    let number = |s: &Summary| with_interval(s, 1.0, language);
    let Some(peak) = at(&BACKLOG_PEAK) else {
        return vec![say!(language, "report-desk-no-backlog")];
    };
    let mut sentences = vec![at(&BACKLOG).map_or_else(
        || say!(language, "report-desk-no-backlog"),
        |s| say!(language, "report-desk-backlog", backlog = number(s)),
    )];
    if at(&BACKLOG).is_none_or(|s| peak.p50 > s.p50) {
        sentences.push(say!(language, "report-desk-peak", peak = number(peak)));
    }
    if let Some(expired) = at(&EXPIRED) {
        sentences.push(say!(
            language,
            "report-desk-expired",
            expired = number(expired)
        ));
    }
    sentences
}

/// What arrives against what can be read: in per cent, and as a multiple where that would run to thousands.
fn load_sentence(load: &Summary, language: Language) -> String {
    if load.p50 < MULTIPLE {
        let load = written(load, |x| language.share(x), language);
        return say!(language, "report-desk-load", load = load);
    }
    let load = with_interval(load, 1.0, language);
    say!(language, "report-desk-load-times", load = load)
}
