//! Charts inside a report: the picture with its alternative text, and its numbers.

use crate::chart::{Chart, ChartError, Format};
use crate::language::Language;
use crate::say;
use serde::Serialize;

/// A chart.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Figure {
    /// Name, unique on the page.
    pub name: String,
    /// What it shows.
    pub title: String,
    /// What is to be seen, for who cannot see it.
    pub description: String,
    /// The picture as SVG with title and description inside.
    #[serde(skip)]
    pub svg: String,
    /// Names of the columns of its numbers.
    pub header: Vec<String>,
    /// Its numbers.
    pub rows: Vec<Vec<String>>,
}

pub(super) fn figure(
    chart: &Chart,
    section: &str,
    footnote: &str,
    language: Language,
) -> Result<Figure, ChartError> {
    let name = format!("{section}-{}", chart.name());
    let title = chart.texts().first().cloned().unwrap_or_default();
    let table = chart.table();
    let kind = language.message(&format!("report-alternative-{}", chart.name()), &[]);
    let rows = language.thousands(table.rows.len() as f64);
    let description = say!(language, "report-alternative", kind = kind, rows = rows);
    let picture = chart
        .with_footnote(footnote.to_owned())
        .render(Format::Svg)?;
    let svg = described(
        &String::from_utf8_lossy(&picture),
        &name,
        &title,
        &description,
    );
    Ok(Figure {
        name,
        title,
        description,
        svg,
        header: table.header.iter().map(ToString::to_string).collect(),
        rows: table.rows.into_iter().collect(),
    })
}

/// The picture with its title and description inside, and without what stands before it.
fn described(svg: &str, name: &str, title: &str, description: &str) -> String {
    let start = svg.find("<svg").unwrap_or(0);
    let svg = &svg[start..];
    let Some(end) = svg.find('>') else {
        return String::new();
    };
    format!(
        "<svg role=\"img\" aria-labelledby=\"{name}-title\" aria-describedby=\"{name}-desc\"{}><title id=\"{name}-title\">{}</title><desc id=\"{name}-desc\">{}</desc>{}",
        &svg[4..end],
        escaped(title),
        escaped(description),
        &svg[end + 1..]
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
