//! What a command leaves of its charts, and under which names.

use super::status::CliError;
use vessels::chart::{Chart, Format, Size};
use vessels::export::tables;
use vessels::export::target::Outputs;

/// The formats of the charts of a command, and what they are drawn for. Without a format there are no charts.
#[derive(Debug, Clone)]
pub(crate) struct Drawing {
    formats: Vec<(Format, &'static str)>,
    size: Size,
}

impl Drawing {
    /// From formats with the endings of their files.
    pub(crate) fn new(formats: Vec<(Format, &'static str)>, size: Size) -> Self {
        Self { formats, size }
    }

    /// Nothing, where a scenario wants no charts.
    pub(crate) fn if_wanted(mut self, is_wanted: bool) -> Self {
        if !is_wanted {
            self.formats.clear();
        }
        self
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.formats.is_empty()
    }

    /// The number of files with pictures that one chart leaves.
    pub(crate) fn len(&self) -> usize {
        self.formats.len()
    }

    /// The files that a chart leaves: its numbers, and one picture for each format.
    pub(crate) fn files(&self, name: &str) -> Vec<String> {
        if self.is_empty() {
            return Vec::new();
        }
        let ends = self.formats.iter().map(|(_, end)| *end);
        let ends = ends.chain(["csv"]);
        ends.map(|end| format!("charts/{name}.{end}")).collect()
    }

    /// Writes the files of a chart under its own name.
    pub(crate) fn draw(&self, chart: &Chart, outputs: &mut Outputs) -> Result<(), CliError> {
        self.draw_as(chart, chart.name(), outputs)
    }

    /// Writes the files of a chart under another name.
    pub(crate) fn draw_as(
        &self,
        chart: &Chart,
        name: &str,
        outputs: &mut Outputs,
    ) -> Result<(), CliError> {
        if self.is_empty() {
            return Ok(());
        }
        let table = chart.table();
        let csv = tables::csv(&table.header, table.rows.into_iter())?;
        outputs.write(&format!("charts/{name}.csv"), &csv)?;
        for (format, end) in &self.formats {
            let picture = chart.render_at(*format, self.size)?;
            outputs.write(&format!("charts/{name}.{end}"), &picture)?;
        }
        Ok(())
    }
}
