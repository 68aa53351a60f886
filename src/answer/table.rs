//! The table of an answer.

use super::{Format, noun, reads_innocent_items};
use crate::language::Language;
use crate::model::Model;
use crate::results::Results;
use crate::results::metric::*;
use crate::say;
use crate::stats::summary::Summary;
use std::fmt::Write;

/// A row of the table: what, median with its Monte Carlo standard error, 90 % interval.
pub(super) struct Line {
    what: String,
    on_precision: bool,
    median: String,
    error: String,
    low: String,
    high: String,
}

/// Writes rows in one language.
struct Rows(Language);

impl Rows {
    fn line(&self, what: String, s: Option<&Summary>, format: Format) -> Option<Line> {
        let s = s?;
        Some(Line {
            what,
            on_precision: false,
            median: format(self.0, s.p50),
            error: format(self.0, s.p50_mcse),
            low: format(self.0, s.p05),
            high: format(self.0, s.p95),
        })
    }

    fn part(&self, what: String, s: Option<&Summary>, format: Format) -> Option<Line> {
        self.line(format!("  {what}"), s, format)
    }

    fn right(&self, s: Option<&Summary>) -> Option<Line> {
        let line = self.part(say!(self.0, "answer-row-right"), s, Language::percent)?;
        Some(Line {
            on_precision: true,
            ..line
        })
    }
}

/// The rows of headline metrics.
pub(super) fn lines(model: &Model, results: &Results, language: Language) -> Vec<Line> {
    let rows = Rows(language);
    let number: Format = Language::number;
    let mut lines = if model.only_reads_reports_from_abroad() {
        Vec::new()
    } else {
        lines_of_flags(model, results, &rows)
    };
    for &d in &model.policy.desks {
        let desk = &model.world.desks[d];
        let at = |metric| results.at_desk(metric, &desk.name);
        let title = language.translate(&desk.title);
        let noun = noun(language, desk.reads);
        let arrivals = say!(language, "answer-row-arrivals", title = title, noun = noun);
        lines.push(rows.line(arrivals, at(&ARRIVALS), number));
        lines.push(rows.right(at(&PRECISION)));
        lines.push(rows.part(say!(language, "answer-row-backlog"), at(&BACKLOG), number));
        lines.push(rows.part(say!(language, "answer-row-peak"), at(&BACKLOG_PEAK), number));
        lines.push(rows.part(say!(language, "answer-row-delay"), at(&DELAY_END), number));
    }
    let actionable = say!(language, "answer-row-cases");
    lines.push(rows.line(actionable, results.overall(&ACTIONABLE), number));
    lines.push(rows.part(
        say!(language, "answer-row-abroad"),
        results.overall(&ACTIONABLE_ABROAD),
        number,
    ));
    let mixed = reads_innocent_items(model);
    let said = |line: &Line| mixed || !line.on_precision;
    lines.into_iter().flatten().filter(said).collect()
}

/// The rows of what is flagged, rightly or not.
fn lines_of_flags(model: &Model, results: &Results, rows: &Rows) -> Vec<Option<Line>> {
    let language = rows.0;
    let number: Format = Language::number;
    let percent: Format = Language::percent;
    let of = |metric| results.overall(metric);
    let mut lines = vec![
        rows.line(
            say!(language, "answer-row-scanned"),
            of(&ITEMS_SCANNED),
            number,
        ),
        rows.line(say!(language, "answer-row-flags"), of(&FLAGS), number),
        rows.right(of(&FLAG_PRECISION)),
        rows.line(
            say!(language, "answer-row-accounts"),
            of(&ACCOUNTS_FLAGGED),
            number,
        ),
        rows.part(
            say!(language, "answer-row-reported"),
            of(&ACCOUNTS_REPORTED),
            number,
        ),
    ];
    for material in &model.world.material {
        let of = |metric| results.of_class(metric, &material.name);
        let title = language.translate(&material.title);
        let flagged = say!(language, "answer-row-flagged", title = title.as_ref());
        let actionable = say!(language, "answer-row-actionable", title = title.as_ref());
        let missed = say!(language, "answer-row-missed", title = title.as_ref());
        lines.push(rows.line(flagged, of(&DETECTED_SHARE), percent));
        lines.push(rows.line(actionable, of(&FOUND_SHARE), percent));
        lines.push(rows.line(missed, of(&MISSED_SHARE), percent));
    }
    lines
}

/// A row for every metric.
pub(super) fn all_lines(results: &Results, language: Language) -> Vec<Line> {
    results
        .estimates
        .iter()
        .filter_map(|e| {
            let names = [&e.key.service, &e.key.desk, &e.key.class];
            let names: Vec<&str> = names
                .iter()
                .map(|n| n.as_str())
                .filter(|n| !n.is_empty())
                .collect();
            let what = format!(
                "{} [{}] {}",
                e.key.metric.name,
                language.translate(e.key.metric.unit),
                names.join(" ")
            );
            Rows(language).line(
                what.trim_end().to_owned(),
                e.summary.as_ref(),
                Language::number,
            )
        })
        .collect()
}

/// The rows as text in columns.
pub(super) fn text(lines: &[Line], language: Language) -> String {
    let headers = [
        say!(language, "answer-column-median"),
        say!(language, "answer-column-error"),
        language.percent(0.05),
        language.percent(0.95),
    ];
    let [of_median, of_error, of_low, of_high] = headers.each_ref().map(String::as_str);
    let width = |f: fn(&Line) -> &str, header: &str| {
        lines
            .iter()
            .map(|l| f(l).chars().count())
            .chain([header.chars().count()])
            .max()
            .unwrap_or(0)
    };
    let what = width(|l| &l.what, "");
    let median = width(|l| &l.median, of_median);
    let error = width(|l| &l.error, of_error);
    let low = width(|l| &l.low, of_low);
    let high = width(|l| &l.high, of_high);
    let mut out = String::new();
    let mut row = |[a, b, c, d, e]: [&str; 5]| {
        let _ = writeln!(
            out,
            "{a:<what$}  {b:>median$}  {c:>error$}  {d:>low$}  {e:>high$}"
        );
    };
    row(["", of_median, of_error, of_low, of_high]);
    for l in lines {
        row([&l.what, &l.median, &l.error, &l.low, &l.high]);
    }
    out
}
