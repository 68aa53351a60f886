//! Quasi-p values: could a restriction be chance?

use super::{Prim, Region};
use crate::special::binomial;

/// How likely so many cases of interest would be without a restriction (Bryant and Lempert 2010, section 3.3).
///
/// The box has T cases, H of interest; without the restriction it would have T' and H'. The value is P(X ≥ H) for
/// X ~ Bin(T, H'/T'): small when the restriction raises the density by more than chance would. It is only *quasi* a
/// p-value because the search has looked at the same cases.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct QuasiP {
    /// The restricted column.
    pub column: usize,
    /// Without any restriction of the column.
    pub whole: f64,
    /// Without the lower limit alone; `None` where there is none, and for categories.
    pub lower: Option<f64>,
    /// Without the upper limit alone; `None` where there is none, and for categories.
    pub upper: Option<f64>,
}

type Counts = (usize, usize);

impl Prim<'_> {
    /// The quasi-p value of every restricted column of a box, among the cases that no earlier box took.
    pub fn quasi_p(&self, region: &Region) -> Vec<QuasiP> {
        let restricted: Vec<usize> = region.restricted().collect();
        let (inside, beyond) = self.count_beyond(region, &restricted);
        let value = |more: Counts| {
            let (n, k) = (inside.0 + more.0, inside.1 + more.1);
            let share = if n == 0 { 0.0 } else { k as f64 / n as f64 };
            binomial::survival(inside.1 as u64, inside.0 as u64, share)
        };
        let entry = |(&column, &[low, high]): (&usize, &[Counts; 2])| {
            let (lower, upper) = region.limits[column].ends();
            QuasiP {
                column,
                whole: value((low.0 + high.0, low.1 + high.1)),
                lower: lower.is_finite().then(|| value(low)),
                upper: upper.is_finite().then(|| value(high)),
            }
        };
        restricted.iter().zip(&beyond).map(entry).collect()
    }

    /// Counts (cases, of interest) in the box, and for each restricted column those that it alone keeps out: below, and
    /// above or of another category.
    fn count_beyond(&self, region: &Region, restricted: &[usize]) -> (Counts, Vec<[Counts; 2]>) {
        let columns = self.cases.columns();
        let mut inside = (0, 0);
        let mut beyond = vec![[(0, 0); 2]; restricted.len()];
        for (row, interest) in self.cases.interest().iter().enumerate() {
            if !self.active[row] {
                continue;
            }
            let keeps_out = |i: &usize| {
                let j = restricted[*i];
                !region.limits[j].allows(columns[j].value(row))
            };
            let mut against = (0..restricted.len()).filter(keeps_out);
            let counts = match (against.next(), against.next()) {
                (None, _) => &mut inside,
                (Some(i), None) => {
                    let j = restricted[i];
                    let below = columns[j].value(row) < region.limits[j].ends().0;
                    &mut beyond[i][usize::from(!below)]
                }
                _ => continue,
            };
            counts.0 += 1;
            counts.1 += usize::from(*interest);
        }
        (inside, beyond)
    }
}
