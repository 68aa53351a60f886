//! A report as Markdown: the same content without pictures.

use super::{Against, Report, Section};
use crate::say;
use std::fmt::Write;

/// The whole page.
pub fn page(report: &Report) -> String {
    let language = report.language;
    let mut out = String::new();
    if let Some(comparison) = &report.comparison {
        let _ = writeln!(
            out,
            "# {}\n\n{}\n",
            say!(language, "report-comparison"),
            comparison.explanation
        );
        for against in &comparison.others {
            differences(&mut out, report, against);
        }
    }
    for section in &report.sections {
        scenario(&mut out, report, section);
    }
    let _ = writeln!(
        out,
        "## {}\n\n{}\n\n{}\n\n```sh\n{}\n```",
        say!(language, "report-provenance"),
        say!(language, "report-made-by", version = report.version),
        say!(language, "report-repeat"),
        report.command
    );
    out
}

fn list(out: &mut String, title: &str, lines: &[String]) {
    if lines.is_empty() {
        return;
    }
    let _ = writeln!(out, "## {title}\n");
    for line in lines {
        let _ = writeln!(out, "- {line}");
    }
    out.push('\n');
}

fn scenario(out: &mut String, report: &Report, section: &Section) {
    let language = report.language;
    let digest = say!(
        language,
        "report-digest",
        replications = language.replications(section.replications),
        days = language.days(section.days),
        seed = section.seed.to_string(),
        digest = section.digest.as_str()
    );
    let _ = writeln!(out, "# {}\n\n{digest}\n", section.title);
    for (heading, text) in &section.introduction {
        let _ = writeln!(out, "**{heading}** {text}\n");
    }
    let headlines: Vec<String> = section
        .headlines
        .iter()
        .map(|line| {
            let notes: Vec<String> = line
                .notes
                .iter()
                .map(|n| format!("[^{}-{}]", section.name, n + 1))
                .collect();
            format!("{}{}", line.text, notes.concat())
        })
        .collect();
    list(out, &say!(language, "report-headlines"), &headlines);
    for (n, note) in section.notes.iter().enumerate() {
        let _ = writeln!(out, "[^{}-{}]: {note}\n", section.name, n + 1);
    }
    let _ = writeln!(out, "{}\n", section.caution);
    let _ = writeln!(
        out,
        "## {}\n\n{}\n",
        say!(language, "report-change-title"),
        section.change_basis
    );
    for line in &section.change {
        let _ = writeln!(out, "- {line}");
    }
    out.push('\n');
    assumptions(out, report, section);
    list(out, &say!(language, "report-method"), &section.method);
    let mut warnings = section.warnings.clone();
    if !warnings.is_empty() {
        warnings.insert(0, say!(language, "report-warnings-basis"));
    }
    list(out, &say!(language, "report-warnings"), &warnings);
}

/// A cell of a table: no line breaks, no bars.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}

fn row(out: &mut String, cells: &[&str]) {
    let cells: Vec<String> = cells.iter().map(|c| cell(c)).collect();
    let _ = writeln!(out, "| {} |", cells.join(" | "));
}

fn assumptions(out: &mut String, report: &Report, section: &Section) {
    let language = report.language;
    let _ = writeln!(out, "## {}\n", say!(language, "report-assumptions"));
    let columns = [
        say!(language, "report-column-path"),
        say!(language, "report-column-value"),
        say!(language, "report-column-range"),
        say!(language, "report-column-status"),
        say!(language, "report-column-source"),
        say!(language, "report-column-drives"),
    ];
    row(out, &columns.each_ref().map(String::as_str));
    row(out, &["---"; 6]);
    for a in &section.assumptions {
        let source = match a.note.as_str() {
            "" => a.source.clone(),
            note => format!("{} ({note})", a.source).trim().to_owned(),
        };
        let path = format!("`{}`", a.path);
        row(
            out,
            &[
                &path,
                &a.value,
                &a.range,
                &a.status,
                &source,
                &a.drives.join(", "),
            ],
        );
    }
    out.push('\n');
}

fn differences(out: &mut String, report: &Report, against: &Against) {
    let language = report.language;
    let _ = writeln!(out, "## {}\n", against.title);
    if against.world_differs {
        let _ = writeln!(out, "{}\n", say!(language, "report-world-differs"));
    }
    for sentence in &against.sentences {
        let _ = writeln!(out, "- {sentence}");
    }
    out.push('\n');
    let columns = [
        say!(language, "report-column-number"),
        say!(language, "report-column-base"),
        say!(language, "report-column-other"),
        say!(language, "report-column-difference"),
        say!(language, "report-column-relative"),
        say!(language, "report-column-shown"),
    ];
    row(out, &columns.each_ref().map(String::as_str));
    row(out, &["---"; 6]);
    for panel in &against.panels {
        for line in &panel.lines {
            let [base, other] = line.both(language);
            row(
                out,
                &[
                    &line.name,
                    &base,
                    &other,
                    &line.difference,
                    &line.relative,
                    &line.verdict,
                ],
            );
        }
    }
    out.push('\n');
}
