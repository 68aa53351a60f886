//! Series of a desk by day and by week, as sketches over replications.

use crate::engine::DeskOutcome;
use crate::stats::sketch::Sketch;

/// A series by day at one desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Series {
    /// Units that arrive.
    Arrivals,
    /// Of these, abuse.
    TrueArrivals,
    /// Of these, innocent.
    FalseArrivals,
    /// Units read.
    Served,
    /// Units waiting at the end of the day.
    Backlog,
    /// Mean delay of the units read on the day.
    Delay,
    /// Capacity.
    Capacity,
}

impl Series {
    /// All series, in the order of the tables.
    pub const ALL: [Series; 7] = [
        Series::Arrivals,
        Series::TrueArrivals,
        Series::FalseArrivals,
        Series::Served,
        Series::Backlog,
        Series::Delay,
        Series::Capacity,
    ];

    /// Name and unit in `daily.csv`.
    pub fn name(self) -> (&'static str, &'static str) {
        match self {
            Series::Arrivals => ("arrivals", "units/day"),
            Series::TrueArrivals => ("true-arrivals", "units/day"),
            Series::FalseArrivals => ("false-arrivals", "units/day"),
            Series::Served => ("served", "units/day"),
            Series::Backlog => ("backlog", "units"),
            Series::Delay => ("delay", "days"),
            Series::Capacity => ("capacity", "units/day"),
        }
    }

    /// What it means.
    pub fn doc(self) -> &'static str {
        match self {
            Series::Arrivals => "Units that arrive on the day, copies included.",
            Series::TrueArrivals => "Arriving units that are abuse material.",
            Series::FalseArrivals => "Arriving units that are innocent.",
            Series::Served => "Units read on the day.",
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

const SERIES: usize = Series::ALL.len();

/// One replication of a desk by day, the series in the order of [`Series::ALL`].
#[derive(Debug)]
pub(crate) struct Days(Vec<[f64; SERIES]>);

impl Days {
    pub(crate) fn of(desk: &DeskOutcome) -> Self {
        let days = desk.days.iter().zip(&desk.true_arrivals);
        Self(
            days.map(|(day, right)| {
                [
                    day.arrived as f64,
                    *right as f64,
                    (day.arrived - right) as f64,
                    day.served as f64,
                    day.backlog as f64,
                    mean_delay(day.delay_sum, day.served as f64),
                    day.capacity,
                ]
            })
            .collect(),
        )
    }

    /// Averages of whole weeks; the delay is that of the units read in the week.
    fn weeks(&self) -> impl Iterator<Item = [f64; SERIES]> {
        self.0.chunks_exact(WEEK).map(|days| {
            let mean = |i: usize| days.iter().map(|d| d[i]).sum::<f64>() / WEEK as f64;
            let mut week: [f64; SERIES] = std::array::from_fn(mean);
            let (served, delay) = (position(Series::Served), position(Series::Delay));
            let read = days.iter().filter(|d| d[served] > 0.0);
            let sums = read.fold((0.0, 0.0), |a, d| {
                (a.0 + d[served] * d[delay], a.1 + d[served])
            });
            week[delay] = mean_delay(sums.0, sums.1);
            week
        })
    }
}

fn mean_delay(sum: f64, served: f64) -> f64 {
    if served > 0.0 { sum / served } else { f64::NAN }
}

fn position(series: Series) -> usize {
    Series::ALL.iter().position(|s| *s == series).unwrap_or(0)
}

/// Series of one desk.
#[derive(Debug, Clone)]
pub struct DeskSeries {
    /// Name of the desk.
    pub desk: String,
    daily: Vec<Vec<Sketch>>,
    weekly: Vec<Vec<Sketch>>,
}

impl DeskSeries {
    pub(crate) fn new(desk: &str, days: usize) -> Self {
        Self {
            desk: desk.to_owned(),
            daily: vec![vec![Sketch::default(); days]; SERIES],
            weekly: vec![vec![Sketch::default(); days / WEEK]; SERIES],
        }
    }

    /// Adds one replication.
    pub(crate) fn push(&mut self, days: &Days) {
        for (day, numbers) in days.0.iter().enumerate() {
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

    /// A series by day.
    pub fn daily(&self, series: Series) -> &[Sketch] {
        &self.daily[position(series)]
    }

    /// A series averaged over weeks, beginning with day 0; days after the last whole week are left out.
    pub fn weekly(&self, series: Series) -> &[Sketch] {
        &self.weekly[position(series)]
    }
}
