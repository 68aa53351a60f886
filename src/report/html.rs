//! A report as one self-contained page: no request to any server, readable from a file, printable.

use super::numbers;
use super::{Against, Assumption, Comparison, Figure, Headline, Report, Section};
use crate::language::Language;
use crate::say;
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// The style of the page; also for a page that takes up its body.
pub const STYLE: &str = include_str!("style.css");

/// No script, no request: only what is in the page.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/// The whole page.
pub fn page(report: &Report) -> String {
    let language = report.language;
    let title = title(report);
    html! {
        (DOCTYPE)
        html lang=(language.tag()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="generator" content={ "vessels " (report.version) };
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body.report-only { main { (PreEscaped(body(report, false))) } }
        }
    }
    .into_string()
}

fn title(report: &Report) -> String {
    let titles: Vec<&str> = report.sections.iter().map(|s| s.title.as_str()).collect();
    titles.join(" / ").replace('`', "")
}

/// What stands inside `main`; `onward` for a page that has the explorer below.
pub fn body(report: &Report, onward: bool) -> String {
    let language = report.language;
    html! {
        div.report {
            input #level-short.level type="radio" name="level" checked;
            label for="level-short" { (say!(language, "report-level-short")) }
            input #level-full.level type="radio" name="level";
            label for="level-full" { (say!(language, "report-level-full")) }
            @if onward { p.onward { a href="#explorer" { (say!(language, "report-onward")) } } }
            @if report.sections.len() > 1 {
                h1 { (title(report)) }
                @if let Some(comparison) = &report.comparison { (side_by_side(report, comparison)) }
            }
            @for section in &report.sections { (scenario(report, section)) }
            footer {
                h2 { (say!(language, "report-provenance")) }
                p { (say!(language, "report-made-by", version = report.version)) }
                p { (say!(language, "report-repeat")) }
                pre { code { (report.command) } }
            }
        }
    }
    .into_string()
}

fn scenario(report: &Report, section: &Section) -> Markup {
    let language = report.language;
    let part = |id: &str| heading(report, id);
    html! {
        article id={ "scenario-" (section.name) } {
            @if report.sections.len() == 1 { h1 { (coded(&section.title)) } } @else { h2.scenario { (coded(&section.title)) } }
            p.digest {
                (say!(
                    language, "report-digest",
                    replications = language.replications(section.replications),
                    days = language.days(section.days),
                    seed = section.seed.to_string(),
                    digest = section.digest.as_str()
                ))
            }
            dl.positions {
                @for (heading, text) in &section.introduction { dt { (heading) } dd { (text) } }
            }
            (part("report-headlines"))
            ul.headlines { @for line in &section.headlines { (headline(section, line)) } }
            @if !section.notes.is_empty() {
                ol.notes {
                    @for (n, note) in section.notes.iter().enumerate() {
                        li id={ (section.name) "-note-" (n + 1) } { (footnote(note, &section.assumptions)) }
                    }
                }
            }
            p.caution { (section.caution) }
            (part("report-change-title"))
            p { (section.change_basis) }
            ul { @for line in &section.change { li { (coded(line)) } } }
            (part("report-figures"))
            @for figure in &section.figures {
                @if is_short(figure) { (picture(report, figure)) } @else { div.full { (picture(report, figure)) } }
            }
            div.full {
                (part("report-assumptions"))
                (assumptions(report, section))
                (part("report-method"))
                ul { @for line in &section.method { li { (line) } } }
                @if !section.warnings.is_empty() {
                    (part("report-warnings"))
                    p { (say!(language, "report-warnings-basis")) }
                    // Diagnostics are English in every language.
                    ul lang=[(language != Language::default()).then_some("en")] {
                        @for line in &section.warnings { li { (coded(line)) } }
                    }
                }
            }
        }
    }
}

/// The heading of a part of a scenario: one level lower where several scenarios have headings of their own.
fn heading(report: &Report, id: &str) -> Markup {
    let text = report.language.message(id, &[]);
    html! { @if report.sections.len() == 1 { h2 { (text) } } @else { h3.part { (text) } } }
}

/// Charts of the short level.
fn is_short(figure: &Figure) -> bool {
    figure.name.ends_with("-vessels") || figure.name.ends_with("-interests")
}

/// A text in which what stands between backticks is code.
fn coded(text: &str) -> Markup {
    html! {
        @for (n, part) in text.split('`').enumerate() {
            @if n % 2 == 1 { code { (part) } } @else { (part) }
        }
    }
}

/// A footnote; caveats in another language than the page's say so.
fn footnote(note: &str, assumptions: &[Assumption]) -> Markup {
    let foreign = assumptions.iter().filter(|a| !a.note.is_empty());
    let first = foreign
        .filter_map(|a| Some((note.find(&a.note)?, a.note.as_str(), a.note_language?)))
        .min_by_key(|(at, caveat, _)| (*at, std::cmp::Reverse(caveat.len())));
    let Some((at, caveat, language)) = first else {
        return coded(note);
    };
    html! {
        (coded(&note[..at]))
        span lang=(language) { (coded(caveat)) }
        (footnote(&note[at + caveat.len()..], assumptions))
    }
}

fn headline(section: &Section, line: &Headline) -> Markup {
    html! {
        li {
            (line.text)
            @for note in &line.notes {
                sup { a href={ "#" (section.name) "-note-" (note + 1) } { (note + 1) } }
            }
        }
    }
}

fn picture(report: &Report, figure: &Figure) -> Markup {
    let language = report.language;
    html! {
        figure {
            div.drawing tabindex="0" role="group" aria-label=(figure.title) { (PreEscaped(&figure.svg)) }
            figcaption { (figure.title) }
            details {
                summary { (say!(language, "report-numbers")) }
                div.scroll tabindex="0" role="group" aria-label=(figure.title) {
                    table {
                        caption { (figure.title) }
                        thead { tr { @for name in &figure.header { th scope="col" { (numbers::heading(name, language)) } } } }
                        tbody {
                            @for row in &figure.rows {
                                tr {
                                    @for (name, text) in figure.header.iter().zip(row) {
                                        td { (numbers::cell(name, text, language)) }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn assumptions(report: &Report, section: &Section) -> Markup {
    let language = report.language;
    html! {
        div.scroll tabindex="0" role="group" aria-label=(section.assumptions_caption) {
            table.assumptions {
                caption { (section.assumptions_caption) }
                thead { tr {
                    th scope="col" { (say!(language, "report-column-path")) }
                    th scope="col" { (say!(language, "report-column-value")) }
                    th scope="col" { (say!(language, "report-column-range")) }
                    th scope="col" { (say!(language, "report-column-status")) }
                    th scope="col" { (say!(language, "report-column-source")) }
                    th scope="col" { (say!(language, "report-column-drives")) }
                } }
                tbody { @for a in &section.assumptions { (assumption(a)) } }
            }
        }
    }
}

fn assumption(a: &Assumption) -> Markup {
    html! {
        tr.unpublished[a.is_assumed] {
            th scope="row" { code { (a.path) } }
            td { (a.value) }
            td { (a.range) }
            td.quality { (a.status) }
            td {
                @match &a.link {
                    Some(link) => { a href=(link) rel="noreferrer" { (a.source) } }
                    None => { (a.source) }
                }
                @if !a.note.is_empty() { small lang=[a.note_language] { (a.note) } }
            }
            td { (a.drives.join(", ")) }
        }
    }
}

fn side_by_side(report: &Report, comparison: &Comparison) -> Markup {
    let language = report.language;
    html! {
        section {
            h2 { (say!(language, "report-comparison")) }
            p { (comparison.explanation) }
            @for against in &comparison.others { (changes(report, against)) }
            @for figure in &comparison.figures { (picture(report, figure)) }
            @for against in &comparison.others { (differences(report, against)) }
        }
    }
}

fn changes(report: &Report, against: &Against) -> Markup {
    html! {
        h3 { (coded(&against.title)) }
        @if against.world_differs { p.caution { (say!(report.language, "report-world-differs")) } }
        ul { @for sentence in &against.sentences { li { (sentence) } } }
    }
}

fn differences(report: &Report, against: &Against) -> Markup {
    let language = report.language;
    html! {
        div.scroll tabindex="0" role="group" aria-label=(against.title) {
            table {
                caption { (coded(&against.title)) }
                thead { tr {
                    th scope="col" { (say!(language, "report-column-number")) }
                    th scope="col" { (say!(language, "report-column-base")) }
                    th scope="col" { (say!(language, "report-column-other")) }
                    th scope="col" { (say!(language, "report-column-difference")) }
                    th scope="col" { (say!(language, "report-column-relative")) }
                    th scope="col" { (say!(language, "report-column-shown")) }
                } }
                @for panel in &against.panels {
                    tbody {
                        tr { th.heading scope="rowgroup" colspan="6" { (panel.name) } }
                        @for line in &panel.lines {
                            tr {
                                th scope="row" { (line.name) }
                                @for cell in line.both(language) { td { (cell) } }
                                td { (line.difference) } td { (line.relative) } td { (line.verdict) }
                            }
                        }
                    }
                }
            }
        }
    }
}
