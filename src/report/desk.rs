//! What arrives at a desk, what it can read, and what nobody reads.

use super::sentences::{counted, with_interval, written};
use crate::answer::noun;
use crate::chart::{Chart, DayLoad};
use crate::language::Language;
use crate::model::Model;
use crate::model::world::Desk;
use crate::results::Results;
use crate::results::metric::{
    BACKLOG, BACKLOG_PEAK, DUPLICATES, EXPIRED, Metric, TREND, UTILISATION,
};
use crate::say;
use crate::stats::summary::Summary;

/// A load from which on it is a multiple rather than a percentage.
const MULTIPLE: f64 = 10.0;

/// From so many a day on, a week is more than chance.
const MANY: f64 = 10.0;

/// Below this part of the busiest week, the quietest is worth a sentence.
const APART: f64 = 0.75;

/// A change of what arrives, from the start to the end of a run, that is worth a sentence where nothing moves over time.
const CLEAR: f64 = 0.1;

pub(super) fn desk_sentence(
    model: &Model,
    desk: &Desk,
    arrivals: &Summary,
    results: &Results,
    charts: &[Chart],
    language: Language,
) -> String {
    let mut sentences = vec![say!(
        language,
        "report-desk",
        desk = language.translate(&desk.title),
        arrivals = with_interval(arrivals, language),
        noun = noun(language, desk.reads)
    )];
    let copies = results.at_desk(&DUPLICATES, &desk.name);
    let copies = copies.filter(|copies| copies.p95 > 0.0);
    if let Some(copies) = copies {
        let copies = with_interval(copies, language);
        sentences.push(say!(language, "report-desk-copies", copies = copies));
    }
    if let Some(load) = results.at_desk(&UTILISATION, &desk.name) {
        sentences.push(load_sentence(load, copies.is_some(), language));
        sentences.extend(unread(&desk.name, results, language));
    } else {
        sentences.push(say!(language, "report-desk-unlimited"));
    }
    sentences.extend(trend(model, &desk.name, results, language));
    sentences.extend(weeks(charts, &desk.title, language));
    sentences.join(" ")
}

/// The busiest and the quietest week, where the chart over time is by week and they are far apart.
fn weeks(charts: &[Chart], title: &str, language: Language) -> Option<String> {
    let title = language.translate(title);
    let load = charts.iter().find_map(|chart| match chart {
        Chart::ReportLoad(load) => load.desks.iter().find(|desk| desk.desk == title),
        _ => None,
    })?;
    let is_weekly =
        matches!(load.days.as_slice(), [first, second, ..] if second.day - first.day == 7);
    let compared = |a: &&DayLoad, b: &&DayLoad| a.total_median.total_cmp(&b.total_median);
    let most = load.days.iter().max_by(compared)?;
    let least = load.days.iter().min_by(compared)?;
    let (busy, quiet) = (most.total_median, least.total_median);
    (is_weekly && busy >= MANY && quiet < APART * busy).then(|| {
        say!(
            language,
            "report-desk-weeks",
            busiest = most.day.to_string(),
            most = language.amount(busy),
            quietest = least.day.to_string(),
            least = language.amount(quiet)
        )
    })
}

/// What arrives at the end against what arrived at the start: where something moves over time, or where they clearly differ.
fn trend(model: &Model, name: &str, results: &Results, language: Language) -> Option<String> {
    let trend = results.at_desk(&TREND, name)?;
    let shown = |x: f64| language.share(x);
    let same = shown(1.0);
    let mechanisms = &model.mechanisms;
    let moves = mechanisms.moves_pieces()
        || !mechanisms.displacement.is_empty()
        || !mechanisms.encryption.is_empty();
    let differs = trend.p05 > 1.0 + CLEAR || trend.p95 < 1.0 - CLEAR;
    let ends = [trend.p05, trend.p50, trend.p95].map(shown);
    (ends.iter().any(|end| *end != same) && (moves || differs)).then(|| {
        let share = written(trend, shown, language);
        say!(language, "report-desk-trend", share = share)
    })
}

/// What nobody reads: what waits at the end, what waited before, and what grew too old.
fn unread(name: &str, results: &Results, language: Language) -> Vec<String> {
    let at = |metric: &Metric| results.at_desk(metric, name).filter(|s| s.p95 > 0.0);
    let number = |s: &Summary| counted(s, language);
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
            expired = with_interval(expired, language)
        ));
    }
    sentences
}

/// What is to be read against what can be read: in per cent, and as a multiple where that would run to thousands. Copies are
/// not read.
fn load_sentence(load: &Summary, has_copies: bool, language: Language) -> String {
    let is_multiple = load.p50 >= MULTIPLE;
    let load = if is_multiple {
        with_interval(load, language)
    } else {
        written(load, |x| language.share(x), language)
    };
    match (has_copies, is_multiple) {
        (false, false) => say!(language, "report-desk-load", load = load),
        (false, true) => say!(language, "report-desk-load-times", load = load),
        (true, false) => say!(language, "report-desk-rest", load = load),
        (true, true) => say!(language, "report-desk-rest-times", load = load),
    }
}
