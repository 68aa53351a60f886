//! Long tables: written block by block with constant memory, resumed after an interruption, cut into shards and joined again.

mod assemble;
mod checksum;
mod difference;
mod disk;
mod error;
mod file;
mod form;
mod merge;
mod pages;
mod plan;
mod read;
mod shard;
mod store;
mod writer;

pub use error::RowsError;
pub use merge::merge;
pub use plan::{Formats, Opened, Plan};
pub use read::{Listed, read_listed, read_table};
pub use shard::Shard;
pub use store::Store;

use serde::{Deserialize, Serialize};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Whole numbers from 0.
    Integer,
    /// Numbers; NaN stands for nothing.
    Real,
    /// Words.
    Text,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub kind: Kind,
    /// Its unit; empty where it has none.
    pub unit: String,
    /// What it is for: `job`, `lever`, `uncertainty` or `metric`.
    pub part: String,
    /// What it means.
    pub doc: String,
}

/// The values of one column.
#[derive(Debug, Clone, PartialEq)]
pub enum Values {
    /// Of [`Kind::Integer`].
    Integers(Vec<u64>),
    /// Of [`Kind::Real`].
    Reals(Vec<f64>),
    /// Of [`Kind::Text`].
    Texts(Vec<String>),
}

impl Values {
    /// No values of a kind.
    pub fn new(kind: Kind) -> Self {
        match kind {
            Kind::Integer => Self::Integers(Vec::new()),
            Kind::Real => Self::Reals(Vec::new()),
            Kind::Text => Self::Texts(Vec::new()),
        }
    }

    /// What they are.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Integers(_) => Kind::Integer,
            Self::Reals(_) => Kind::Real,
            Self::Texts(_) => Kind::Text,
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        match self {
            Self::Integers(v) => v.len(),
            Self::Reals(v) => v.len(),
            Self::Texts(v) => v.len(),
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The value of a row as it is printed: shortest text that reads back as the same number, nothing for NaN.
    pub fn print(&self, row: usize) -> String {
        match self {
            Self::Integers(v) => v[row].to_string(),
            Self::Reals(v) if v[row].is_nan() => String::new(),
            Self::Reals(v) => v[row].to_string(),
            Self::Texts(v) => v[row].clone(),
        }
    }

    /// As numbers, where they are.
    pub fn numbers(&self) -> Option<Vec<f64>> {
        match self {
            Self::Integers(v) => Some(v.iter().map(|x| *x as f64).collect()),
            Self::Reals(v) => Some(v.clone()),
            Self::Texts(_) => None,
        }
    }

    /// Adds those of another block; `false` when they are of another kind.
    fn append(&mut self, other: Self) -> bool {
        match (self, other) {
            (Self::Integers(a), Self::Integers(b)) => a.extend(b),
            (Self::Reals(a), Self::Reals(b)) => a.extend(b),
            (Self::Texts(a), Self::Texts(b)) => a.extend(b),
            _ => return false,
        }
        true
    }
}

/// A table in memory, or a block of one: columns of one length.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// What its columns are.
    pub columns: Vec<Column>,
    /// Their values.
    pub values: Vec<Values>,
    /// What the file says of itself; null where it says nothing.
    pub manifest: serde_json::Value,
}

impl Table {
    /// Number of rows.
    pub fn rows(&self) -> usize {
        self.values.first().map_or(0, Values::len)
    }

    /// The column of a name.
    pub fn find(&self, name: &str) -> Option<(&Column, &Values)> {
        let at = self.columns.iter().position(|c| c.name == name)?;
        Some((&self.columns[at], &self.values[at]))
    }
}
