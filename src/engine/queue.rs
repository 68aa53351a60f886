//! One queue: cohorts that keep their day of arrival, served by a discipline, conserved to the unit.

use crate::model::world::Discipline;
use crate::random::multivariate::multivariate_hypergeometric;
use crate::random::streams::Stream;
use std::collections::VecDeque;

/// Units that arrived on one day, by lane.
#[derive(Debug, Clone)]
struct Cohort {
    day: usize,
    total: u64,
    counts: Vec<u64>,
}

/// A queue with lanes; with the discipline `priority`, one line of cohorts per priority.
#[derive(Debug)]
pub(crate) struct Queue {
    discipline: Discipline,
    lines: Vec<VecDeque<Cohort>>,
    line_of_lane: Vec<usize>,
    backlog: u64,
    taken: Vec<u64>,
    spare: Vec<Vec<u64>>,
}

impl Queue {
    /// `priority` of every lane; only their order matters.
    pub(crate) fn new(discipline: Discipline, priority: &[usize]) -> Self {
        let mut levels: Vec<usize> = match discipline {
            Discipline::Priority => priority.to_vec(),
            _ => vec![0],
        };
        levels.sort_unstable();
        levels.dedup();
        let line_of_lane = priority
            .iter()
            .map(|p| levels.iter().position(|l| l == p).unwrap_or(0))
            .collect();
        Self {
            discipline,
            lines: vec![VecDeque::new(); levels.len().max(1)],
            line_of_lane,
            backlog: 0,
            taken: vec![0; priority.len()],
            spare: Vec::new(),
        }
    }

    pub(crate) fn backlog(&self) -> u64 {
        self.backlog
    }

    /// Waiting units by lane.
    pub(crate) fn waiting(&self) -> Vec<u64> {
        let mut waiting = vec![0; self.line_of_lane.len()];
        for cohort in self.lines.iter().flatten() {
            for (sum, n) in waiting.iter_mut().zip(&cohort.counts) {
                *sum += n;
            }
        }
        waiting
    }

    /// Units arrive on `day`.
    pub(crate) fn arrive(&mut self, day: usize, counts: &[u64]) {
        for line in 0..self.lines.len() {
            let of_line = |lane: usize| self.line_of_lane[lane] == line;
            let total: u64 = counts
                .iter()
                .enumerate()
                .filter(|(lane, _)| of_line(*lane))
                .map(|(_, n)| n)
                .sum();
            if total == 0 {
                continue;
            }
            let mut own = self.spare.pop().unwrap_or_default();
            own.clear();
            own.extend(counts.iter().enumerate().map(|(lane, n)| {
                if self.line_of_lane[lane] == line {
                    *n
                } else {
                    0
                }
            }));
            self.backlog += total;
            self.lines[line].push_back(Cohort {
                day,
                total,
                counts: own,
            });
        }
    }

    /// Serves up to `capacity` units; `served` is told the day of arrival and the units by lane.
    pub(crate) fn serve(
        &mut self,
        capacity: u64,
        stream: &mut Stream,
        mut served: impl FnMut(usize, &[u64]),
    ) {
        let mut left = capacity.min(self.backlog);
        self.backlog -= left;
        if self.discipline == Discipline::Random {
            self.serve_random(left, stream, served);
            return;
        }
        let newest_first = self.discipline == Discipline::Lifo;
        for line in &mut self.lines {
            while left > 0 {
                let next = if newest_first {
                    line.back_mut()
                } else {
                    line.front_mut()
                };
                let Some(cohort) = next else {
                    break;
                };
                if cohort.total > left {
                    take(cohort, left, stream, &mut self.taken);
                    served(cohort.day, &self.taken);
                    return;
                }
                left -= cohort.total;
                served(cohort.day, &cohort.counts);
                let done = if newest_first {
                    line.pop_back()
                } else {
                    line.pop_front()
                };
                self.spare.extend(done.map(|c| c.counts));
            }
        }
    }

    /// Every waiting unit has the same chance: units per cohort, then lanes within a cohort.
    fn serve_random(
        &mut self,
        left: u64,
        stream: &mut Stream,
        mut served: impl FnMut(usize, &[u64]),
    ) {
        let line = &mut self.lines[0];
        let totals: Vec<u64> = line.iter().map(|c| c.total).collect();
        let mut chosen = vec![0; totals.len()];
        multivariate_hypergeometric(stream, &totals, left, &mut chosen);
        for (cohort, n) in line.iter_mut().zip(chosen) {
            if n == cohort.total {
                served(cohort.day, &cohort.counts);
                cohort.total = 0;
            } else if n > 0 {
                take(cohort, n, stream, &mut self.taken);
                served(cohort.day, &self.taken);
            }
        }
        line.retain(|c| c.total > 0);
    }

    /// Drops what arrived on or before `last_day`; `expired` is told the units by lane.
    pub(crate) fn expire(&mut self, last_day: usize, mut expired: impl FnMut(&[u64])) {
        for line in &mut self.lines {
            while line.front().is_some_and(|c| c.day <= last_day) {
                if let Some(cohort) = line.pop_front() {
                    self.backlog -= cohort.total;
                    expired(&cohort.counts);
                    self.spare.push(cohort.counts);
                }
            }
        }
    }
}

/// Takes `n` units of a cohort at random into `taken`.
fn take(cohort: &mut Cohort, n: u64, stream: &mut Stream, taken: &mut [u64]) {
    multivariate_hypergeometric(stream, &cohort.counts, n, taken);
    cohort.total -= n;
    for (count, t) in cohort.counts.iter_mut().zip(taken.iter()) {
        *count -= t;
    }
}
