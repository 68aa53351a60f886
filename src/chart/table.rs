//! The numbers of a chart as a tidy table: one row per thing drawn.

use serde::Serialize;

/// A tidy table; every row has as many cells as the header.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Table {
    /// Names of the columns, with the unit where the name does not say it.
    pub header: Vec<&'static str>,
    /// Cells as text: numbers in the shortest form that reads back as the same number, an absent number as nothing.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// The table as comma-separated values (RFC 4180, lines ended by a line feed).
    #[must_use]
    pub fn to_csv(&self) -> String {
        let mut csv = String::new();
        push_row(&mut csv, self.header.iter().copied());
        for row in &self.rows {
            push_row(&mut csv, row.iter().map(String::as_str));
        }
        csv
    }
}

fn push_row<'a>(csv: &mut String, cells: impl Iterator<Item = &'a str>) {
    for (n, cell) in cells.enumerate() {
        if n > 0 {
            csv.push(',');
        }
        if cell.contains([',', '"', '\n', '\r']) {
            csv.push('"');
            csv.push_str(&cell.replace('"', "\"\""));
            csv.push('"');
        } else {
            csv.push_str(cell);
        }
    }
    csv.push('\n');
}

/// A row of cells from values of any type that can be written.
macro_rules! row {
    ($($cell:expr),+ $(,)?) => { vec![$($cell.to_string()),+] };
}
pub(crate) use row;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_with_commas_and_quotes_are_quoted() {
        let table = Table {
            header: vec!["a", "b"],
            rows: vec![row!["x, \"y\"", 1e-9]],
        };
        assert_eq!(table.to_csv(), "a,b\n\"x, \"\"y\"\"\",0.000000001\n");
    }
}
