//! Dimensions of quantities, and one marker type for each so that the compiler keeps them apart.

/// The dimension of a number in a scenario, and with it the unit that the library calculates in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Dim {
    /// A part of a whole, 0 to 1.
    Share,
    /// A plain number, of either sign.
    Number,
    /// A non-negative factor; may be written as a percentage.
    Ratio,
    /// A number of things.
    Count,
    /// Things per day.
    PerDay,
    /// Things per hour.
    PerHour,
    /// Relative growth per year of 365 days.
    PerYear,
    /// A length of time, in days.
    Days,
    /// Hours in a day.
    HoursPerDay,
    /// Euros per hour.
    EurPerHour,
    /// Euros per item.
    EurPerItem,
}

impl Dim {
    /// The unit that the library calculates in, as printed in tables.
    pub fn unit(self) -> &'static str {
        match self {
            Self::Share => "share",
            Self::Number => "number",
            Self::Ratio => "ratio",
            Self::Count => "count",
            Self::PerDay => "1/day",
            Self::PerHour => "1/hour",
            Self::PerYear => "1/year",
            Self::Days => "days",
            Self::HoursPerDay => "hours/day",
            Self::EurPerHour => "EUR/hour",
            Self::EurPerItem => "EUR/item",
        }
    }

    /// What it is called in messages.
    pub fn noun(self) -> &'static str {
        match self {
            Self::Share => "a share of a whole",
            Self::Number => "a plain number",
            Self::Ratio => "a factor",
            Self::Count => "a count",
            Self::PerDay => "a rate per time",
            Self::PerHour => "a speed (things per time)",
            Self::PerYear => "a growth rate",
            Self::Days => "a length of time",
            Self::HoursPerDay => "hours in a day",
            Self::EurPerHour => "a cost per hour",
            Self::EurPerItem => "a cost per item",
        }
    }

    /// How people write it.
    pub fn examples(self) -> &'static str {
        match self {
            Self::Share => "`0.0001`, `\"0.01 %\"`, `\"5.4 per 100 000\"` or `\"1 in 50 billion\"`",
            Self::Number => "`1.5` or `\"2 million\"`",
            Self::Ratio => "`0.15`, `1.2` or `\"15 %\"`",
            Self::Count => "`150` or `\"450 million\"`",
            Self::PerDay => "`\"100 billion/day\"` or `\"870 per day\"`",
            Self::PerHour => "`\"25/hour\"` or `\"144 s per item\"`",
            Self::PerYear => "`\"5 %/year\"`",
            Self::Days => "`\"30 s\"`, `\"90 days\"` or `\"24 months\"`",
            Self::HoursPerDay => "`\"6 h\"`",
            Self::EurPerHour => "`\"35 EUR/hour\"`",
            Self::EurPerItem => "`\"0.02 EUR\"` or `\"5 EUR per million\"`",
        }
    }
}

/// A marker for one dimension.
pub trait Unit: Copy + std::fmt::Debug {
    /// The dimension.
    const DIM: Dim;
}

macro_rules! units {
    ($($name:ident),+) => {
        $(
            #[doc = concat!("Marker of [`Dim::", stringify!($name), "`].")]
            #[derive(Debug, Clone, Copy, PartialEq, Eq)]
            pub struct $name;
            impl Unit for $name { const DIM: Dim = Dim::$name; }
        )+
    };
}

units!(
    Share,
    Number,
    Ratio,
    Count,
    PerDay,
    PerHour,
    PerYear,
    Days,
    HoursPerDay,
    EurPerHour,
    EurPerItem
);

/// Days of a year in every conversion between per-day and per-year figures.
pub const DAYS_PER_YEAR: f64 = 365.0;
