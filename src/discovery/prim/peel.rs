//! Peeling: the cases still in a box, sorted along every column, and the slices that can be cut off.

use rayon::prelude::*;

use super::{Limit, Objective, Region};
use crate::discovery::{Cases, Column};

/// Rows of each numeric column in ascending order (ties by row); nothing for categories.
pub(super) fn orders(cases: &Cases<'_>) -> Vec<Vec<u32>> {
    let sorted = |column: &Column<'_>| match column {
        Column::Real(values) | Column::Whole(values) => ascending(values),
        Column::Category(_) => Vec::new(),
    };
    cases.columns().par_iter().map(sorted).collect()
}

fn ascending(values: &[f64]) -> Vec<u32> {
    let mut keyed: Vec<(u64, u32)> = values.iter().map(|v| ordinal(*v)).zip(0..).collect();
    keyed.sort_unstable();
    keyed.into_iter().map(|(_, row)| row).collect()
}

/// A whole number that orders as the finite number does; both noughts are one.
fn ordinal(value: f64) -> u64 {
    let bits = (value + 0.0).to_bits();
    if bits >> 63 == 1 {
        !bits
    } else {
        bits | 1 << 63
    }
}

/// A slice at one end of a sorted row of values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Slice {
    /// Cases in the slice.
    pub cases: usize,
    /// Cases of interest in the slice.
    pub hits: usize,
    /// The last value of the slice.
    pub outer: f64,
    /// The first value beyond it.
    pub inner: f64,
}

impl Slice {
    /// Halfway between the slice and what is beyond it; never the value of the slice itself.
    pub(super) fn middle(&self) -> f64 {
        let sum = self.outer + self.inner;
        let middle = if sum.is_finite() {
            sum / 2.0
        } else {
            self.outer / 2.0 + self.inner / 2.0
        };
        if middle == self.outer {
            self.inner
        } else {
            middle
        }
    }
}

/// The slice whose last value has rank `first` and which ends no earlier than before rank `second`, widened until the
/// next value differs; `None` when none differs. Values come from the end that is cut, with whether they are of interest.
pub(super) fn slice(
    values: impl Iterator<Item = (f64, bool)>,
    (first, second): (usize, usize),
) -> Option<Slice> {
    let (mut hits, mut outer) = (0, 0.0);
    for (rank, (value, hit)) in values.enumerate() {
        if rank == first {
            outer = value;
        }
        if rank >= second && value != outer {
            return Some(Slice {
                cases: rank,
                hits,
                outer,
                inner: value,
            });
        }
        hits += usize::from(hit);
    }
    None
}

/// Ranks around the α quantile of n values, counted from the low end.
pub(super) fn low_ranks(n: usize, alpha: f64) -> (usize, usize) {
    let position = (n - 1) as f64 * alpha;
    (
        libm::floor(position) as usize,
        libm::ceil(position) as usize,
    )
}

/// Ranks around the 1 − α quantile of n values, counted from the high end.
pub(super) fn high_ranks(n: usize, alpha: f64) -> (usize, usize) {
    let (below, above) = low_ranks(n, 1.0 - alpha);
    (n - 1 - above, n - 1 - below)
}

/// Which part of a box is cut off.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Part {
    /// The slice below a limit.
    Low(f64),
    /// The slice above a limit.
    High(f64),
    /// One category.
    Level(u32),
}

/// A cut: what goes, and what stays.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Cut {
    pub column: usize,
    pub part: Part,
    /// Cases that go.
    gone: usize,
    /// Cases that stay.
    pub cases: usize,
    /// Cases of interest that stay.
    pub hits: usize,
}

/// One column of the live cases.
#[derive(Debug)]
enum Line {
    /// Rows ascending from `start` to `end`; some are dead.
    Sorted {
        rows: Vec<u32>,
        start: usize,
        end: usize,
    },
    /// Cases and cases of interest of each category.
    Counted(Vec<(usize, usize)>),
}

const DEAD: u8 = 0;
const MISS: u8 = 1;
const HIT: u8 = 2;

/// The cases in a box that shrinks.
#[derive(Debug)]
pub(super) struct Live<'a> {
    columns: &'a [Column<'a>],
    state: Vec<u8>,
    lines: Vec<Line>,
    cases: usize,
    hits: usize,
}

impl<'a> Live<'a> {
    /// The active cases.
    pub(super) fn new(cases: &'a Cases<'a>, orders: &[Vec<u32>], active: &[bool]) -> Self {
        let mark = |(y, active): (&bool, &bool)| match (active, y) {
            (false, _) => DEAD,
            (true, false) => MISS,
            (true, true) => HIT,
        };
        let state: Vec<u8> = cases.interest().iter().zip(active).map(mark).collect();
        let lines = cases.columns().iter().zip(orders);
        let lines = lines
            .map(|(column, order)| line(column, order, &state))
            .collect();
        Self {
            columns: cases.columns(),
            lines,
            cases: state.iter().filter(|s| **s != DEAD).count(),
            hits: state.iter().filter(|s| **s == HIT).count(),
            state,
        }
    }

    /// Cases, and cases of interest.
    pub(super) fn counts(&self) -> (usize, usize) {
        (self.cases, self.hits)
    }

    /// The best cut that leaves at least `least` cases and gains; ties go to fewer restricted columns, then to the
    /// earlier column, then to the high end before the low, and to the lower category.
    pub(super) fn best(
        &mut self,
        region: &Region,
        alpha: f64,
        least: usize,
        objective: Objective,
    ) -> Option<Cut> {
        let old = self.counts();
        let mut best: Option<(f64, bool, Cut)> = None;
        for column in 0..self.lines.len() {
            let fresh = matches!(region.limits[column], Limit::Free);
            for cut in self.cuts(column, alpha) {
                if cut.cases < least || cut.gone == 0 {
                    continue;
                }
                let gain = objective.gain(old, (cut.cases, cut.hits));
                let better = best.is_none_or(|(most, restricts, _)| {
                    gain > most || (gain == most && restricts && !fresh)
                });
                if gain > 0.0 && better {
                    best = Some((gain, fresh, cut));
                }
            }
        }
        best.map(|(_, _, cut)| cut)
    }

    fn cuts(&mut self, column: usize, alpha: f64) -> Vec<Cut> {
        let (cases, hits) = self.counts();
        let cut = |part, n, k| Cut {
            column,
            part,
            gone: n,
            cases: cases - n,
            hits: hits - k,
        };
        match &self.lines[column] {
            Line::Counted(levels) => {
                let present = levels.iter().zip(0..).filter(|((n, _), _)| *n > 0);
                present
                    .map(|((n, k), level)| cut(Part::Level(level), *n, *k))
                    .collect()
            }
            Line::Sorted { .. } => {
                let whole = matches!(self.columns[column], Column::Whole(_));
                let limit = |s: &Slice| if whole { s.inner } else { s.middle() };
                let high = slice(self.walk(column).rev(), high_ranks(cases, alpha));
                let low = slice(self.walk(column), low_ranks(cases, alpha));
                let high = high.map(|s| cut(Part::High(limit(&s)), s.cases, s.hits));
                let low = low.map(|s| cut(Part::Low(limit(&s)), s.cases, s.hits));
                high.into_iter().chain(low).collect()
            }
        }
    }

    /// Live values of a numeric column, ascending, with whether they are of interest.
    fn walk(&self, column: usize) -> impl DoubleEndedIterator<Item = (f64, bool)> + '_ {
        let rows = match &self.lines[column] {
            Line::Sorted { rows, start, end } => &rows[*start..*end],
            Line::Counted(_) => &[],
        };
        let column = &self.columns[column];
        rows.iter().filter_map(move |&row| {
            let row = row as usize;
            let state = self.state[row];
            (state != DEAD).then(|| (column.value(row), state == HIT))
        })
    }

    /// Takes the cases of a cut away.
    pub(super) fn remove(&mut self, cut: &Cut) {
        for row in self.rows_of(cut) {
            self.kill(row);
        }
        let (state, cases) = (&self.state, self.cases);
        for line in &mut self.lines {
            tidy(line, state, cases);
        }
    }

    fn rows_of(&self, cut: &Cut) -> Vec<usize> {
        let live = |row: &usize| self.state[*row] != DEAD;
        match (&self.lines[cut.column], cut.part) {
            (Line::Sorted { rows, start, end }, Part::Low(_)) => {
                let rows = rows[*start..*end].iter().map(|r| *r as usize);
                rows.filter(live).take(cut.gone).collect()
            }
            (Line::Sorted { rows, start, end }, Part::High(_)) => {
                let rows = rows[*start..*end].iter().rev().map(|r| *r as usize);
                rows.filter(live).take(cut.gone).collect()
            }
            (_, Part::Level(level)) => {
                let code = f64::from(level);
                let here = |row: &usize| self.columns[cut.column].value(*row) == code;
                (0..self.state.len()).filter(live).filter(here).collect()
            }
            (Line::Counted(_), _) => Vec::new(),
        }
    }

    fn kill(&mut self, row: usize) {
        let hit = self.state[row] == HIT;
        self.state[row] = DEAD;
        self.cases -= 1;
        self.hits -= usize::from(hit);
        for (line, column) in self.lines.iter_mut().zip(self.columns) {
            if let (Line::Counted(levels), Column::Category(codes)) = (line, column) {
                let (n, k) = &mut levels[codes[row] as usize];
                *n -= 1;
                *k -= usize::from(hit);
            }
        }
    }
}

fn line(column: &Column<'_>, order: &[u32], state: &[u8]) -> Line {
    if let Column::Category(codes) = column {
        let mut levels = vec![(0, 0); 64];
        for (code, state) in codes.iter().zip(state).filter(|(_, s)| **s != DEAD) {
            levels[*code as usize].0 += 1;
            levels[*code as usize].1 += usize::from(*state == HIT);
        }
        return Line::Counted(levels);
    }
    let live = |row: &u32| state[*row as usize] != DEAD;
    let rows: Vec<u32> = order.iter().copied().filter(live).collect();
    Line::Sorted {
        start: 0,
        end: rows.len(),
        rows,
    }
}

/// Drops dead rows at both ends, and all of them once they are the greater part; so a walk over m live cases at one
/// end costs about 2m steps.
fn tidy(line: &mut Line, state: &[u8], cases: usize) {
    let Line::Sorted { rows, start, end } = line else {
        return;
    };
    if *end - *start > 2 * cases {
        let live = |row: &u32| state[*row as usize] != DEAD;
        *rows = rows[*start..*end].iter().copied().filter(live).collect();
        (*start, *end) = (0, rows.len());
    }
    while *start < *end && state[rows[*start] as usize] == DEAD {
        *start += 1;
    }
    while *start < *end && state[rows[*end - 1] as usize] == DEAD {
        *end -= 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slice_ends_between_two_values() {
        let of = |values: &[f64], alpha| {
            let ranks = low_ranks(values.len(), alpha);
            slice(values.iter().map(|v| (*v, *v < 2.0)), ranks)
        };
        let ten: Vec<f64> = (0..10).map(f64::from).collect();
        // Position 0.9: between rank 0 and rank 1.
        let s = of(&ten, 0.1).unwrap();
        assert_eq!((s.cases, s.hits, s.middle()), (1, 1, 0.5));
        // Position 1.8.
        let s = of(&ten, 0.2).unwrap();
        assert_eq!((s.cases, s.hits, s.middle()), (2, 2, 1.5));
        // A tie widens the slice.
        let s = of(&[0.0, 0.0, 0.0, 5.0], 0.1).unwrap();
        assert_eq!((s.cases, s.middle()), (3, 2.5));
        assert_eq!(of(&[1.0, 1.0], 0.1), None);
    }

    #[test]
    fn neighbouring_doubles_can_be_cut() {
        let s = |outer: f64, inner| Slice {
            cases: 1,
            hits: 0,
            outer,
            inner,
        };
        let one = 1.0_f64;
        assert!(s(one, one.next_up()).middle() > one);
        assert!(s(one.next_up(), one).middle() <= one.next_up());
        assert!(s(1e308, 1.7e308).middle().is_finite());
    }

    #[test]
    fn ordinals_order_as_numbers_do() {
        let sorted = [-1e300, -1.0, -1e-300, 0.0, 1e-300, 1.0, 1e300];
        assert!(sorted.windows(2).all(|w| ordinal(w[0]) < ordinal(w[1])));
        assert_eq!(ordinal(-0.0), ordinal(0.0));
    }
}
