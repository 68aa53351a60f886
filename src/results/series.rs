//! Series by day and by week, as sketches over replications.

use crate::engine::{DeskOutcome, Outcome};
use crate::stats::sketch::Sketch;

/// A series by day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Series {
    /// Items carried.
    Items,
    /// Items flagged.
    Flags,
    /// Of these, abuse.
    TrueFlags,
    /// Of these, innocent.
    FalseFlags,
    /// Units that arrive.
    Arrivals,
    /// Of these, abuse.
    TrueArrivals,
    /// Of these, innocent.
    FalseArrivals,
    /// Units read.
    Served,
    /// Of these, abuse: the expected number, given the queue.
    TrueServed,
    /// People at work or off duty.
    People,
    /// Units waiting at the end of the day.
    Backlog,
    /// Mean delay of the units read on the day.
    Delay,
    /// Capacity.
    Capacity,
    /// Distinct pieces of a class that circulate.
    Pieces,
}

impl Series {
    /// The series before any desk, in the order of the tables.
    pub const OF_FLAGS: &'static [Series] = &[
        Series::Items,
        Series::Flags,
        Series::TrueFlags,
        Series::FalseFlags,
    ];

    /// The series of a desk, in the order of the tables.
    pub const OF_DESK: &'static [Series] = &[
        Series::Arrivals,
        Series::TrueArrivals,
        Series::FalseArrivals,
        Series::Served,
        Series::TrueServed,
        Series::Backlog,
        Series::Delay,
        Series::Capacity,
        Series::People,
    ];

    /// The series of a class of abuse, where the world counts its pieces and a mechanism moves them.
    pub const OF_PIECES: &'static [Series] = &[Series::Pieces];

    /// Name and unit in `daily.csv`.
    pub fn name(self) -> (&'static str, &'static str) {
        match self {
            Series::Items => ("items", "items/day"),
            Series::Flags => ("flags", "flags/day"),
            Series::TrueFlags => ("true-flags", "flags/day"),
            Series::FalseFlags => ("false-flags", "flags/day"),
            Series::Arrivals => ("arrivals", "units/day"),
            Series::TrueArrivals => ("true-arrivals", "units/day"),
            Series::FalseArrivals => ("false-arrivals", "units/day"),
            Series::Served => ("served", "units/day"),
            Series::TrueServed => ("true-served", "units/day"),
            Series::People => ("people", "FTE"),
            Series::Pieces => ("pieces-circulating", "pieces"),
            Series::Backlog => ("backlog", "units"),
            Series::Delay => ("delay", "days"),
            Series::Capacity => ("capacity", "units/day"),
        }
    }

    /// What it means.
    pub fn doc(self) -> &'static str {
        match self {
            Series::Items => "Items carried on the day, all services together; the desk is empty.",
            Series::Flags => "Items flagged on the day; the desk is empty.",
            Series::TrueFlags => "Of these, abuse material; the desk is empty.",
            Series::FalseFlags => "Of these, innocent; the desk is empty.",
            Series::Arrivals => "Units that arrive on the day, copies included.",
            Series::TrueArrivals => "Arriving units that are abuse material.",
            Series::FalseArrivals => "Arriving units that are innocent.",
            Series::Served => "Units read on the day.",
            Series::TrueServed => {
                "Of these, abuse material: the expected number, given what waits in the queue."
            }
            Series::People => {
                "People of the desk, trainees aside; 0 where the capacity is not given by people."
            }
            Series::Pieces => {
                "Distinct pieces of the class that circulate at the start of the day; the class column names it."
            }
            Series::Backlog => "Units waiting at the end of the day.",
            Series::Delay => {
                "Mean delay from arrival to reading of the units read on the day; undefined when nothing is read."
            }
            Series::Capacity => {
                "Units that can be read on the day; infinite for a desk without limit."
            }
        }
    }
}

/// Days of a week.
pub const WEEK: usize = 7;

/// One replication by day: `numbers[day · series]`, the series in the order of their list.
#[derive(Debug)]
pub(crate) struct Days {
    series: &'static [Series],
    numbers: Vec<f64>,
}

impl Days {
    /// Items and flags.
    pub(crate) fn of_flags(outcome: &Outcome) -> Self {
        let numbers = outcome.carried.flag_days.iter().flat_map(|day| {
            let wrong = day.flags - day.true_flags;
            [day.items, day.flags, day.true_flags, wrong].map(|n| n as f64)
        });
        Self {
            series: Series::OF_FLAGS,
            numbers: numbers.collect(),
        }
    }

    /// A desk.
    pub(crate) fn of_desk(desk: &DeskOutcome) -> Self {
        let numbers = desk.days.iter().flat_map(|day| {
            [
                day.arrived as f64,
                day.true_arrived as f64,
                (day.arrived - day.true_arrived) as f64,
                day.served as f64,
                day.true_served,
                day.backlog as f64,
                mean_delay(day.delay_sum, day.served as f64),
                day.capacity,
                day.people,
            ]
        });
        Self {
            series: Series::OF_DESK,
            numbers: numbers.collect(),
        }
    }

    /// Pieces of one class.
    pub(crate) fn of_pieces(pieces: &[u64]) -> Self {
        Self {
            series: Series::OF_PIECES,
            numbers: pieces.iter().map(|n| *n as f64).collect(),
        }
    }

    fn days(&self) -> impl Iterator<Item = &[f64]> {
        self.numbers.chunks_exact(self.series.len())
    }

    /// Averages of whole weeks; the delay is that of the units read in the week.
    fn weeks(&self) -> impl Iterator<Item = Vec<f64>> {
        let width = self.series.len();
        self.numbers.chunks_exact(WEEK * width).map(move |week| {
            let days = || week.chunks_exact(width);
            let mean = |i: usize| days().map(|d| d[i]).sum::<f64>() / WEEK as f64;
            let mut means: Vec<f64> = (0..width).map(mean).collect();
            let at = |wanted| self.series.iter().position(|s| *s == wanted);
            if let (Some(served), Some(delay)) = (at(Series::Served), at(Series::Delay)) {
                let read = days().filter(|d| d[served] > 0.0);
                let sums = read.fold((0.0, 0.0), |a, d| {
                    (a.0 + d[served] * d[delay], a.1 + d[served])
                });
                means[delay] = mean_delay(sums.0, sums.1);
            }
            means
        })
    }
}

fn mean_delay(sum: f64, served: f64) -> f64 {
    if served > 0.0 { sum / served } else { f64::NAN }
}

/// Series of one desk, of what comes before any desk, or of one class.
#[derive(Debug, Clone)]
pub struct SeriesSet {
    /// Name of the desk; empty before any desk.
    pub desk: String,
    /// Name of the class; empty when it is about all.
    pub class: String,
    /// What it holds.
    pub series: &'static [Series],
    daily: Vec<Vec<Sketch>>,
    weekly: Vec<Vec<Sketch>>,
}

impl SeriesSet {
    pub(crate) fn new((desk, class): (&str, &str), series: &'static [Series], days: usize) -> Self {
        Self {
            desk: desk.to_owned(),
            class: class.to_owned(),
            series,
            daily: vec![vec![Sketch::default(); days]; series.len()],
            weekly: vec![vec![Sketch::default(); days / WEEK]; series.len()],
        }
    }

    /// Adds one replication.
    pub(crate) fn push(&mut self, days: &Days) {
        for (day, numbers) in days.days().enumerate() {
            for (series, number) in numbers.iter().enumerate() {
                self.daily[series][day].push(*number);
            }
        }
        for (week, numbers) in days.weeks().enumerate() {
            for (series, number) in numbers.iter().enumerate() {
                self.weekly[series][week].push(*number);
            }
        }
    }

    /// A series by day; empty when it is not held.
    pub fn daily(&self, series: Series) -> &[Sketch] {
        self.position(series).map_or(&[], |i| &self.daily[i])
    }

    /// A series averaged over weeks, beginning with day 0; days after the last whole week are left out.
    pub fn weekly(&self, series: Series) -> &[Sketch] {
        self.position(series).map_or(&[], |i| &self.weekly[i])
    }

    fn position(&self, series: Series) -> Option<usize> {
        self.series.iter().position(|s| *s == series)
    }
}
