//! One queue: cohorts that keep their day of arrival, served by a discipline, conserved to the unit.
//!
//! Which kinds the served units of a cohort are is drawn when it is asked for ([`Queue::settle`]): the units of a cohort are
//! alike for the queue, so the draw may wait, and a cohort that is served whole needs none.

use super::pair::Pair;
use crate::model::world::Discipline;
use crate::random::multivariate::multivariate_hypergeometric;
use crate::random::streams::Stream;
use std::collections::VecDeque;

/// Units that arrived on one day.
#[derive(Debug, Clone)]
struct Cohort {
    day: usize,
    /// Units by kind, as last settled.
    counts: Vec<u64>,
    /// Their sum.
    total: u64,
    /// Share of the units that is abuse.
    abuse: f64,
    /// Served since.
    taken: u64,
}

impl Cohort {
    fn left(&self) -> u64 {
        self.total - self.taken
    }
}

/// Units that are served of one cohort.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Served {
    /// Day on which they arrived.
    pub(crate) arrived: usize,
    pub(crate) units: u64,
    /// Expected number of units of abuse among them.
    pub(crate) abuse: f64,
}

/// Units, and parts of a unit, until a limit on abuse is reached, of which each is a share.
fn within(limit: f64, abuse: f64) -> f64 {
    if abuse > 0.0 {
        limit / abuse
    } else {
        f64::INFINITY
    }
}

/// A queue of units of several kinds; with the discipline `priority`, one line of cohorts per priority.
#[derive(Debug)]
pub(crate) struct Queue {
    discipline: Discipline,
    lines: Vec<VecDeque<Cohort>>,
    line_of_kind: Vec<usize>,
    is_abuse: Vec<bool>,
    backlog: u64,
    /// Expected number of waiting units of abuse.
    abuse: f64,
    /// Settled and not yet handed over, by kind.
    served: Vec<u64>,
    taken: Vec<u64>,
    spare: Vec<Vec<u64>>,
}

impl Queue {
    /// Priority of every kind, of which only the order matters, and whether it is abuse.
    pub(crate) fn new(discipline: Discipline, kinds: &[(usize, bool)]) -> Self {
        let mut levels: Vec<usize> = match discipline {
            Discipline::Priority => kinds.iter().map(|k| k.0).collect(),
            _ => vec![0],
        };
        levels.sort_unstable();
        levels.dedup();
        let line = |k: &(usize, bool)| levels.iter().position(|l| *l == k.0).unwrap_or(0);
        Self {
            discipline,
            line_of_kind: kinds.iter().map(line).collect(),
            is_abuse: kinds.iter().map(|k| k.1).collect(),
            lines: vec![VecDeque::new(); levels.len().max(1)],
            backlog: 0,
            abuse: 0.0,
            served: vec![0; kinds.len()],
            taken: vec![0; kinds.len()],
            spare: Vec::new(),
        }
    }

    pub(crate) fn backlog(&self) -> u64 {
        self.backlog
    }

    /// Expected share of abuse in what waits; 0 where nothing does.
    pub(crate) fn abuse_share(&self) -> f64 {
        (self.abuse / self.backlog.max(1) as f64).max(0.0)
    }

    /// Units, and parts of a unit, that can be served next until the expected number of units of abuse among them reaches a
    /// limit; `None` where `capacity` or all that waits is served before.
    pub(crate) fn until_abuse(&self, limit: f64, capacity: u64) -> Option<f64> {
        let most = capacity as f64;
        if self.discipline == Discipline::Random {
            let units = within(limit, self.abuse_share());
            return (units < most.min(self.backlog as f64)).then_some(units);
        }
        let newest_first = self.discipline == Discipline::Lifo;
        let (mut units, mut free) = (0.0, limit);
        for line in &self.lines {
            for i in 0..line.len() {
                let cohort = &line[if newest_first { line.len() - 1 - i } else { i }];
                let (here, left) = (within(free, cohort.abuse), cohort.left() as f64);
                if here < left {
                    return Some(units + here).filter(|units| *units < most);
                }
                units += left;
                free -= left * cohort.abuse;
            }
        }
        None
    }

    /// Shows two groups who read side by side what waits, in the order in which it is served; whether both stop before the end.
    pub(crate) fn read_by(&self, pair: &mut Pair) -> bool {
        if self.discipline == Discipline::Random {
            return !pair.take(self.backlog as f64, self.abuse_share());
        }
        let newest_first = self.discipline == Discipline::Lifo;
        for line in &self.lines {
            for i in 0..line.len() {
                let cohort = &line[if newest_first { line.len() - 1 - i } else { i }];
                if !pair.take(cohort.left() as f64, cohort.abuse) {
                    return true;
                }
            }
        }
        false
    }

    /// Units arrive on `day`.
    pub(crate) fn arrive(&mut self, day: usize, counts: &[u64]) {
        for line in 0..self.lines.len() {
            let mut own = self.spare.pop().unwrap_or_default();
            own.clear();
            own.extend(
                counts
                    .iter()
                    .zip(&self.line_of_kind)
                    .map(|(n, l)| if *l == line { *n } else { 0 }),
            );
            let total: u64 = own.iter().sum();
            if total == 0 {
                self.spare.push(own);
                continue;
            }
            let units = own.iter().zip(&self.is_abuse);
            let abuse: u64 = units.filter(|(_, is)| **is).map(|(n, _)| n).sum();
            self.backlog += total;
            self.abuse += abuse as f64;
            self.lines[line].push_back(Cohort {
                day,
                counts: own,
                total,
                abuse: abuse as f64 / total as f64,
                taken: 0,
            });
        }
    }

    /// Serves up to `capacity` units; `served` is told what is taken of each cohort.
    pub(crate) fn serve(
        &mut self,
        capacity: u64,
        stream: &mut Stream,
        mut served: impl FnMut(Served),
    ) {
        let mut left = capacity.min(self.backlog);
        self.backlog -= left;
        if self.discipline == Discipline::Random {
            self.serve_random(left, stream, served);
            return;
        }
        let newest_first = self.discipline == Discipline::Lifo;
        for line in 0..self.lines.len() {
            while left > 0 {
                let next = if newest_first {
                    self.lines[line].back_mut()
                } else {
                    self.lines[line].front_mut()
                };
                let Some(cohort) = next else {
                    break;
                };
                let units = cohort.left().min(left);
                left -= units;
                cohort.taken += units;
                let part = Served {
                    arrived: cohort.day,
                    units,
                    abuse: units as f64 * cohort.abuse,
                };
                let is_done = cohort.left() == 0;
                self.abuse -= part.abuse;
                served(part);
                if is_done {
                    let done = if newest_first {
                        self.lines[line].pop_back()
                    } else {
                        self.lines[line].pop_front()
                    };
                    self.retire(done);
                }
            }
        }
    }

    /// A cohort that was served whole: its kinds are known.
    fn retire(&mut self, cohort: Option<Cohort>) {
        if let Some(cohort) = cohort {
            for (sum, n) in self.served.iter_mut().zip(&cohort.counts) {
                *sum += n;
            }
            self.spare.push(cohort.counts);
        }
    }

    /// Every waiting unit has the same chance.
    fn serve_random(&mut self, left: u64, stream: &mut Stream, mut served: impl FnMut(Served)) {
        let waiting: Vec<u64> = self.lines[0].iter().map(Cohort::left).collect();
        let mut chosen = vec![0; waiting.len()];
        multivariate_hypergeometric(stream, &waiting, left, &mut chosen);
        for (cohort, n) in self.lines[0].iter_mut().zip(chosen) {
            if n > 0 {
                cohort.taken += n;
                let abuse = n as f64 * cohort.abuse;
                self.abuse -= abuse;
                served(Served {
                    arrived: cohort.day,
                    units: n,
                    abuse,
                });
            }
        }
        for _ in 0..self.lines[0].len() {
            if let Some(cohort) = self.lines[0].pop_front() {
                if cohort.left() == 0 {
                    self.retire(Some(cohort));
                } else {
                    self.lines[0].push_back(cohort);
                }
            }
        }
    }

    /// Draws of which kinds the units were that were served so far.
    pub(crate) fn settle(&mut self, stream: &mut Stream) {
        // First come, first served: what was served in part stands in front.
        let in_front = matches!(self.discipline, Discipline::Fifo | Discipline::Priority);
        let most = if in_front { 1 } else { usize::MAX };
        let cohorts = self
            .lines
            .iter_mut()
            .flat_map(|line| line.iter_mut().take(most));
        for cohort in cohorts.filter(|c| c.taken > 0) {
            multivariate_hypergeometric(stream, &cohort.counts, cohort.taken, &mut self.taken);
            for ((count, sum), n) in cohort
                .counts
                .iter_mut()
                .zip(&mut self.served)
                .zip(&self.taken)
            {
                *count -= n;
                *sum += n;
            }
            let expected = cohort.left() as f64 * cohort.abuse;
            cohort.total -= cohort.taken;
            cohort.taken = 0;
            let units = cohort.counts.iter().zip(&self.is_abuse);
            let abuse: u64 = units.filter(|(_, is)| **is).map(|(n, _)| n).sum();
            cohort.abuse = abuse as f64 / cohort.total as f64;
            self.abuse += abuse as f64 - expected;
        }
    }

    /// Adds the settled units to `served`, by kind, and forgets them.
    pub(crate) fn hand_over(&mut self, served: &mut [u64]) {
        for (sum, n) in served.iter_mut().zip(&mut self.served) {
            *sum += std::mem::take(n);
        }
    }

    /// Drops what arrived on or before `last_day`; `expired` is told the units by kind.
    pub(crate) fn expire(
        &mut self,
        last_day: usize,
        stream: &mut Stream,
        mut expired: impl FnMut(&[u64]),
    ) {
        let is_due = |c: &Cohort| c.day <= last_day;
        if !self
            .lines
            .iter()
            .any(|line| line.front().is_some_and(is_due))
        {
            return;
        }
        self.settle(stream);
        for line in &mut self.lines {
            while line.front().is_some_and(is_due) {
                if let Some(cohort) = line.pop_front() {
                    self.backlog -= cohort.total;
                    self.abuse -= cohort.total as f64 * cohort.abuse;
                    expired(&cohort.counts);
                    self.spare.push(cohort.counts);
                }
            }
        }
    }

    /// Waiting units by kind, after settling.
    pub(crate) fn waiting(&self) -> Vec<u64> {
        let mut waiting = vec![0; self.line_of_kind.len()];
        for cohort in self.lines.iter().flatten() {
            for (sum, n) in waiting.iter_mut().zip(&cohort.counts) {
                *sum += n;
            }
        }
        waiting
    }
}
