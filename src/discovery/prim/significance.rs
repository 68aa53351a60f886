//! Quasi-p values: could a restriction be chance?

use super::sole::Place;
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
        let mut inside = (0, 0);
        let mut beyond: Vec<[Counts; 2]> = vec![[(0, 0); 2]; region.limits.len()];
        for (place, interest) in self.places(region).zip(self.cases.interest()) {
            let counts = match place {
                Place::Inside => &mut inside,
                Place::Below(j) => &mut beyond[j][0],
                Place::Beyond(j) => &mut beyond[j][1],
                Place::Elsewhere => continue,
            };
            counts.0 += 1;
            counts.1 += usize::from(*interest);
        }
        let value = |more: Counts| {
            let (n, k) = (inside.0 + more.0, inside.1 + more.1);
            let share = if n == 0 { 0.0 } else { k as f64 / n as f64 };
            binomial::survival(inside.1 as u64, inside.0 as u64, share)
        };
        let entry = |column: usize| {
            let (lower, upper) = region.limits[column].ends();
            let [low, high] = beyond[column];
            QuasiP {
                column,
                whole: value((low.0 + high.0, low.1 + high.1)),
                lower: lower.is_finite().then(|| value(low)),
                upper: upper.is_finite().then(|| value(high)),
            }
        };
        region.restricted().map(entry).collect()
    }
}
