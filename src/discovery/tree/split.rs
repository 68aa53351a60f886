//! The best split of a node.

use crate::discovery::{Cases, Column};

/// A question with two answers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Split {
    /// Whether a number is at most `low`; all others are at least `high`.
    At { column: usize, low: f64, high: f64 },
    /// Whether a category is among `some` (bits); the others of the node are in `rest`.
    Among { column: usize, some: u64, rest: u64 },
}

impl Split {
    pub(super) fn meets(&self, columns: &[Column<'_>], row: usize) -> bool {
        match *self {
            Self::At { column, low, .. } => columns[column].value(row) <= low,
            Self::Among { column, some, .. } => {
                some >> (columns[column].value(row) as u32) & 1 == 1
            }
        }
    }
}

/// Rows of each column in ascending order of its values, ties by row.
pub(super) fn orders(cases: &Cases<'_>) -> Vec<Vec<u32>> {
    let sorted = |column: &Column<'_>| {
        let mut rows: Vec<u32> = (0..).take(cases.len()).collect();
        rows.sort_by(|a, b| {
            let value = |row: u32| column.value(row as usize) + 0.0;
            value(*a).total_cmp(&value(*b))
        });
        rows
    };
    cases.columns().iter().map(sorted).collect()
}

/// The rows whose flag is `flag`, in their order.
pub(super) fn kept(rows: &[u32], flags: &[bool], flag: bool) -> Vec<u32> {
    let keep = |row: &u32| flags[*row as usize] == flag;
    rows.iter().copied().filter(keep).collect()
}

/// What a part with n cases, k of interest, adds to the purity Σ (k² + (n−k)²)/n; the Gini impurity, weighted by cases,
/// is n minus that.
fn purity((n, k): (usize, usize)) -> f64 {
    let (n, k) = (n as f64, k as f64);
    (k * k + (n - k) * (n - k)) / n
}

/// Gains below this share of the purity are rounding.
const ROUNDING: f64 = 1e-12;

/// The split with the least impurity that leaves at least `least` cases on both sides; `None` if none lowers it.
pub(super) fn best(
    cases: &Cases<'_>,
    orders: &[Vec<u32>],
    node: (usize, usize),
    least: usize,
) -> Option<Split> {
    let mut most = purity(node) * (1.0 + ROUNDING);
    let mut found = None;
    for (column, rows) in orders.iter().enumerate() {
        let candidate = match &cases.columns()[column] {
            Column::Category(codes) => among(cases, column, codes, rows, node, least),
            numbers => at(cases, column, numbers, rows, node, least),
        };
        if let Some((purity, split)) = candidate.filter(|(purity, _)| *purity > most) {
            most = purity;
            found = Some(split);
        }
    }
    found
}

fn at(
    cases: &Cases<'_>,
    column: usize,
    numbers: &Column<'_>,
    rows: &[u32],
    (n, k): (usize, usize),
    least: usize,
) -> Option<(f64, Split)> {
    let mut best: Option<(f64, f64, f64)> = None;
    let mut hits = 0;
    for (i, pair) in rows.windows(2).enumerate() {
        let (below, above) = (pair[0] as usize, pair[1] as usize);
        hits += usize::from(cases.interest()[below]);
        let count = i + 1;
        if count < least || n - count < least {
            continue;
        }
        let (low, high) = (numbers.value(below), numbers.value(above));
        if low == high {
            continue;
        }
        let purity = purity((count, hits)) + purity((n - count, k - hits));
        if best.is_none_or(|(most, ..)| purity > most) {
            best = Some((purity, low, high));
        }
    }
    let whole = matches!(numbers, Column::Whole(_));
    best.map(|(purity, low, high)| {
        let middle = low / 2.0 + high / 2.0;
        let between = !whole && middle > low && middle < high;
        let (low, high) = if between {
            (middle, middle)
        } else {
            (low, high)
        };
        (purity, Split::At { column, low, high })
    })
}

/// With two classes, the best division of categories is one along their share of interest (Breiman et al. 1984,
/// theorem 4.5).
fn among(
    cases: &Cases<'_>,
    column: usize,
    codes: &[u32],
    rows: &[u32],
    (n, k): (usize, usize),
    least: usize,
) -> Option<(f64, Split)> {
    let mut counts = [(0, 0); 64];
    for &row in rows {
        let count: &mut (usize, usize) = &mut counts[codes[row as usize] as usize];
        count.0 += 1;
        count.1 += usize::from(cases.interest()[row as usize]);
    }
    let mut present: Vec<usize> = (0..64).filter(|&level| counts[level].0 > 0).collect();
    let rank = |level: usize| counts[level].1 as u128;
    let size = |level: usize| counts[level].0 as u128;
    present.sort_by(|&a, &b| (rank(a) * size(b)).cmp(&(rank(b) * size(a))));
    let all: u64 = present.iter().fold(0, |set, level| set | 1 << level);
    let (mut some, mut count, mut hits) = (0_u64, 0, 0);
    let mut best: Option<(f64, u64)> = None;
    for &level in &present {
        some |= 1 << level;
        count += counts[level].0;
        hits += counts[level].1;
        if count < least || n - count < least || count == n {
            continue;
        }
        let purity = purity((count, hits)) + purity((n - count, k - hits));
        if best.is_none_or(|(most, _)| purity > most) {
            best = Some((purity, some));
        }
    }
    let split = |some| Split::Among {
        column,
        some,
        rest: all & !some,
    };
    best.map(|(purity, some)| (purity, split(some)))
}
