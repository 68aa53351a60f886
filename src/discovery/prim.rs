//! Patient rule induction: a box is peeled, a thin slice at a time, until mostly cases of interest are left.
//!
//! Friedman and Fisher (1999), Bump hunting in high-dimensional data, Statistics and Computing 9; for scenario discovery
//! Bryant and Lempert (2010), Technological Forecasting and Social Change 77; the lenient objective after Kwakkel and
//! Jaxa-Rozen (2016), Environmental Modelling & Software 79.
//!
//! One step looks at both ends of every column for a slice that holds the share α of the cases in the box (widened to
//! the end of a tie), and at every category, and cuts off the one with the greatest [`Objective`]. Columns are sorted
//! once; a step then costs about 2·d·α·m for m cases left. On real columns the steps are those of EMA Workbench 2.5
//! (`analysis.prim`, `LENIENT1`). Elsewhere three things differ: a cut that would leave too little mass is passed over
//! rather than ending the peeling; whole numbers are cut the same way at both ends (there, a limit is truncated towards
//! nought, and a column whose outer values were cut away through another column can get stuck); and pasting looks at
//! the cases outside the box only.

mod choice;
mod cover;
mod paste;
mod peel;
mod resample;
mod significance;
mod sole;
#[cfg(test)]
mod tests;

pub use choice::Choice;
pub use cover::{CoveringBox, cover};
pub use resample::{Reproduced, resample};
pub use significance::QuasiP;

use super::region::Quality;
use super::{Cases, DiscoveryError, Limit, Region};
use peel::{Cut, Live, Part};

/// What a peel is judged by. With n cases and mean μ (share of interest) before, n' and μ' after:
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Objective {
    /// (μ' − μ) / |n − n'|: gain by case given up, so that a large category has no advantage (Kwakkel and Jaxa-Rozen
    /// 2016).
    #[default]
    Lenient,
    /// n' (μ' − μ) / |n − n'| (Friedman and Fisher 1999, equation 14.6).
    LenientByMass,
    /// μ' (Friedman and Fisher 1999); goes on to the least mass.
    Mean,
}

impl Objective {
    /// The value of going from (cases, hits) `old` to `new`; 0 where nothing changes.
    pub(crate) fn gain(self, old: (usize, usize), new: (usize, usize)) -> f64 {
        let mean = |(n, k): (usize, usize)| if n == 0 { 0.0 } else { k as f64 / n as f64 };
        let (before, after) = (mean(old), mean(new));
        let change = old.0.abs_diff(new.0) as f64;
        match self {
            Self::Mean => after,
            _ if before == after || change == 0.0 => 0.0,
            Self::Lenient => (after - before) / change,
            Self::LenientByMass => new.0 as f64 * (after - before) / change,
        }
    }
}

/// How to peel.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// Share α of the box that one peel cuts off a column, in (0, ½).
    pub alpha: f64,
    /// Least share of all cases that a box must hold, in (0, 1].
    pub mass: f64,
    /// What a peel is judged by.
    pub objective: Objective,
    /// Share of the cases beyond a limit that one paste brings back, in (0, ½); `None` does not paste.
    pub paste: Option<f64>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            alpha: 0.05,
            mass: 0.05,
            objective: Objective::default(),
            paste: None,
        }
    }
}

impl Options {
    fn check(&self) -> Result<(), DiscoveryError> {
        let option = |what, range, value| Err(DiscoveryError::Option { what, range, value });
        let small = |v: f64| v > 0.0 && v < 0.5;
        if !small(self.alpha) {
            return option("alpha", "above 0 and below 0.5", self.alpha);
        }
        if !(self.mass > 0.0 && self.mass <= 1.0) {
            return option("the least mass", "above 0 and at most 1", self.mass);
        }
        match self.paste {
            Some(paste) if !small(paste) => {
                option("the share that is pasted", "above 0 and below 0.5", paste)
            }
            _ => Ok(()),
        }
    }
}

/// One box on the way.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Its limits.
    pub region: Region,
    /// Its coverage, density and mass, against all cases (also those that earlier boxes took).
    pub quality: Quality,
    /// Number of restricted columns.
    pub restricted: usize,
}

/// All boxes from the first, which holds everything, to the last; pasted ones (which are larger again) at the end.
#[derive(Clone, Debug, PartialEq)]
pub struct Trajectory {
    /// The boxes in order; never empty.
    pub steps: Vec<Step>,
    /// How many of them come from peeling.
    pub peeled: usize,
}

/// A search for boxes among cases of which some may be taken.
#[derive(Clone, Debug)]
pub struct Prim<'a> {
    cases: &'a Cases<'a>,
    options: Options,
    orders: Vec<Vec<u32>>,
    active: Vec<bool>,
}

impl<'a> Prim<'a> {
    /// Sorts every column.
    ///
    /// # Errors
    ///
    /// [`DiscoveryError::Option`] for an option outside its range.
    pub fn new(cases: &'a Cases<'a>, options: Options) -> Result<Self, DiscoveryError> {
        options.check()?;
        Ok(Self {
            cases,
            options,
            orders: peel::orders(cases),
            active: vec![true; cases.len()],
        })
    }

    /// Peels, and pastes if asked to, from the box of all cases that are not taken.
    pub fn find(&self) -> Trajectory {
        let mut live = Live::new(self.cases, &self.orders, &self.active);
        let mut region = Region::everything(self.cases.columns().len());
        let mut steps = vec![self.step(region.clone(), live.counts())];
        let least = self.least();
        while live.counts().0 > 0 {
            let options = &self.options;
            let best = live.best(&region, options.alpha, least, options.objective);
            let Some(cut) = best else { break };
            live.remove(&cut);
            narrow(&mut region, &cut, self.cases);
            steps.push(self.step(region.clone(), live.counts()));
        }
        let peeled = steps.len();
        if let Some(share) = self.options.paste {
            self.paste(share, &mut steps);
        }
        Trajectory { steps, peeled }
    }

    /// Takes the cases of a box away from later searches; returns how many were left in it.
    pub fn take(&mut self, region: &Region) -> usize {
        let columns = self.cases.columns();
        let mut taken = 0;
        for (row, active) in self.active.iter_mut().enumerate() {
            if *active && region.contains(columns, row) {
                *active = false;
                taken += 1;
            }
        }
        taken
    }

    /// Least number of cases m with m / n at least the least mass.
    fn least(&self) -> usize {
        let n = self.cases.len() as f64;
        let near = libm::floor(self.options.mass * n) as usize;
        let enough = |m: &usize| *m as f64 / n >= self.options.mass;
        let least = (near.saturating_sub(1)..near + 2).find(enough);
        least.unwrap_or(near + 2).max(1)
    }

    fn step(&self, region: Region, (cases, hits): (usize, usize)) -> Step {
        Step {
            quality: Quality::new(cases, hits, self.cases),
            restricted: region.restricted().count(),
            region,
        }
    }
}

/// The box after a cut.
fn narrow(region: &mut Region, cut: &Cut, cases: &Cases<'_>) {
    let limit = &mut region.limits[cut.column];
    let (lower, upper) = limit.ends();
    *limit = match (cut.part, *limit) {
        (Part::Low(value), _) => Limit::range(value, upper),
        (Part::High(value), _) => Limit::range(lower, value),
        (Part::Level(level), Limit::Levels(kept)) => Limit::Levels(kept & !(1 << level)),
        (Part::Level(level), _) => Limit::Levels(levels(cases, cut.column) & !(1 << level)),
    };
}

/// The categories that occur in a column.
fn levels(cases: &Cases<'_>, column: usize) -> u64 {
    let column = &cases.columns()[column];
    (0..cases.len()).fold(0, |set, row| set | 1 << (column.value(row) as u32))
}
