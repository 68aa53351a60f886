//! Rows cut into bins of nearly equal size along an input, and ranks.

/// Bin of every row, and how many rows each bin has.
pub(super) struct Bins {
    /// Bin of each row.
    pub(super) of_row: Vec<usize>,
    /// Rows of each bin; never 0.
    pub(super) sizes: Vec<usize>,
}

impl Bins {
    /// About `number` bins; equal values share a bin, so that an input with few values has one bin for each.
    pub(super) fn new(values: &[f64], number: usize) -> Self {
        let order = sorted(values);
        let n = values.len();
        let mut of_row = vec![0; n];
        let mut sizes: Vec<usize> = Vec::new();
        let (mut last, mut done) = (usize::MAX, 0);
        for tie in order.chunk_by(|&i, &j| values[i] == values[j]) {
            let start = done;
            done += tie.len();
            let target = (2 * start + tie.len()) * number / (2 * n);
            if target == last {
                *sizes.last_mut().expect("a bin is open") += tie.len();
            } else {
                sizes.push(tie.len());
                last = target;
            }
            tie.iter().for_each(|&row| of_row[row] = sizes.len() - 1);
        }
        Self { of_row, sizes }
    }
}

/// Number of bins that balances the two errors of a mean by bins: n^(1/3), at least 4 and at most 64.
pub(super) fn bins_for(rows: usize) -> usize {
    (libm::cbrt(rows as f64) as usize).clamp(4, 64)
}

/// Rows in the order of their values, equal values in the order of rows.
pub(super) fn sorted(values: &[f64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&i, &j| values[i].total_cmp(&values[j]));
    order
}

/// Ranks from 1, equal values sharing the mean of theirs.
pub(super) fn ranks(values: &[f64]) -> Vec<f64> {
    let mut ranks = vec![0.0; values.len()];
    let mut below = 0;
    for tie in sorted(values).chunk_by(|&i, &j| values[i] == values[j]) {
        let rank = below as f64 + 0.5 * (tie.len() + 1) as f64;
        tie.iter().for_each(|&row| ranks[row] = rank);
        below += tie.len();
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bins_keep_ties_together() {
        let bins = Bins::new(&[2.0, 1.0, 2.0, 3.0, 2.0, 1.0], 3);
        assert_eq!(bins.of_row, [1, 0, 1, 2, 1, 0]);
        assert_eq!(bins.sizes, [2, 3, 1]);
        let even = Bins::new(&(0..100).map(f64::from).collect::<Vec<_>>(), 7);
        assert_eq!(even.sizes.len(), 7);
        assert!(even.sizes.iter().all(|&n| n == 14 || n == 15));
    }

    #[test]
    fn zeros_of_both_signs_are_one_tie() {
        assert_eq!(ranks(&[0.0, -0.0, -1.0, 5.0]), [2.5, 2.5, 1.0, 4.0]);
    }
}
