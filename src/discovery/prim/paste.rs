//! Pasting: giving back what was cut too much.

use super::peel::{Slice, high_ranks, low_ranks, slice};
use super::sole::Place;
use super::{Limit, Prim, Region, Step, levels};
use crate::discovery::Column;

/// Cases that only one end of a restricted column keeps out of a box.
#[derive(Default)]
struct Outside {
    /// Values below the lower limit, with whether they are of interest.
    low: Vec<(f64, bool)>,
    /// Values above the upper limit; for categories, the codes that are not kept.
    high: Vec<(f64, bool)>,
}

/// A box made larger at one place.
struct Wider {
    column: usize,
    limit: Limit,
    cases: usize,
    hits: usize,
}

impl Prim<'_> {
    /// Enlarges the last box, the best place first, as long as its density rises; each larger box becomes a step.
    pub(super) fn paste(&self, share: f64, steps: &mut Vec<Step>) {
        let Some(mut last) = steps.last().cloned() else {
            return;
        };
        loop {
            let (n, k) = (last.quality.cases, last.quality.hits);
            let mut best: Option<(f64, usize, Wider)> = None;
            for wider in self.wider(&last.region, share) {
                let new = (n + wider.cases, k + wider.hits);
                let gain = self.options.objective.gain((n, k), new);
                let rises = new.1 as u128 * n as u128 > k as u128 * new.0 as u128;
                let free = usize::from(wider.limit == Limit::Free);
                let better = best.as_ref().is_none_or(|(most, freed, _)| {
                    gain > *most || (gain == *most && free > *freed)
                });
                if rises && better {
                    best = Some((gain, free, wider));
                }
            }
            let Some((_, _, wider)) = best else { return };
            let mut region = last.region.clone();
            region.limits[wider.column] = wider.limit;
            last = self.step(region, (n + wider.cases, k + wider.hits));
            steps.push(last.clone());
        }
    }

    fn wider(&self, region: &Region, share: f64) -> Vec<Wider> {
        let outside = self.outside(region);
        let mut all = Vec::new();
        for (column, outside) in outside.into_iter().enumerate() {
            match region.limits[column] {
                Limit::Free => {}
                Limit::Range { lower, upper } => {
                    let whole = matches!(self.cases.columns()[column], Column::Whole(_));
                    let mut end = |values, low| {
                        let Some((to, cases, hits)) = paste_to(values, share, low, whole) else {
                            return;
                        };
                        let limit = if low {
                            Limit::range(to, upper)
                        } else {
                            Limit::range(lower, to)
                        };
                        all.push(Wider {
                            column,
                            limit,
                            cases,
                            hits,
                        });
                    };
                    end(outside.low, true);
                    end(outside.high, false);
                }
                Limit::Levels(kept) => all.extend(self.more_levels(column, kept, &outside.high)),
            }
        }
        all.retain(|wider| wider.cases > 0);
        all
    }

    fn more_levels(&self, column: usize, kept: u64, outside: &[(f64, bool)]) -> Vec<Wider> {
        let present = levels(self.cases, column);
        let missing = (0..64_u32).filter(|level| (present & !kept) >> level & 1 == 1);
        let wider = |level: u32| {
            let here = outside.iter().filter(|(code, _)| *code == f64::from(level));
            let (cases, hits) = here.fold((0, 0), |(n, k), (_, y)| (n + 1, k + usize::from(*y)));
            let all = kept | 1 << level;
            let limit = if all == present {
                Limit::Free
            } else {
                Limit::Levels(all)
            };
            Wider {
                column,
                limit,
                cases,
                hits,
            }
        };
        missing.map(wider).collect()
    }

    /// For each column, the cases that it alone keeps out.
    fn outside(&self, region: &Region) -> Vec<Outside> {
        let columns = self.cases.columns();
        let mut found: Vec<Outside> = columns.iter().map(|_| Outside::default()).collect();
        for (row, place) in self.places(region).enumerate() {
            let entry = |j: usize| (columns[j].value(row), self.cases.interest()[row]);
            match place {
                Place::Below(j) => found[j].low.push(entry(j)),
                Place::Beyond(j) => found[j].high.push(entry(j)),
                Place::Inside | Place::Elsewhere => {}
            }
        }
        found
    }
}

/// The new limit and the cases and hits that come back; `None` without cases beyond the limit.
/// When all of them have one value the limit is dropped.
fn paste_to(
    mut values: Vec<(f64, bool)>,
    share: f64,
    low: bool,
    whole: bool,
) -> Option<(f64, usize, usize)> {
    let n = values.len();
    if n == 0 {
        return None;
    }
    values.sort_by(|a, b| a.0.total_cmp(&b.0));
    let found = if low {
        slice(values.iter().rev().copied(), high_ranks(n, share))
    } else {
        slice(values.iter().copied(), low_ranks(n, share))
    };
    let everything = || {
        let hits = values.iter().filter(|(_, y)| *y).count();
        let end = if low {
            f64::NEG_INFINITY
        } else {
            f64::INFINITY
        };
        (end, n, hits)
    };
    let limit = |s: &Slice| if whole { s.outer } else { inwards(s) };
    Some(found.map_or_else(everything, |s| (limit(&s), s.cases, s.hits)))
}

/// Halfway between what is pasted and what is not, never the value that is not.
fn inwards(s: &Slice) -> f64 {
    let flipped = Slice {
        outer: s.inner,
        inner: s.outer,
        ..*s
    };
    flipped.middle()
}
