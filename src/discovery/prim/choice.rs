//! Which box of a trajectory to keep.

use std::cmp::Ordering;

use super::{Step, Trajectory};

/// A rule that picks one box of a trajectory. Where boxes are equally good, the one with fewer restricted columns is
/// picked, then the earlier one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Choice {
    /// The greatest coverage among boxes with at least this density.
    Density(f64),
    /// The greatest density among boxes with at least this coverage.
    Coverage(f64),
    /// The greatest harmonic mean of coverage and density, 2·c·d / (c + d) (van Rijsbergen 1979, the F₁ measure).
    Balanced,
    /// The last box of the peeling.
    LastPeeled,
    /// The last box.
    Last,
}

impl Trajectory {
    /// The number of the box that a rule picks; `None` when no box meets it.
    pub fn choose(&self, choice: Choice) -> Option<usize> {
        let best = |score: &dyn Fn(&Step) -> Option<f64>| {
            let scored = self.steps.iter().enumerate();
            let scored = scored.filter_map(|(i, step)| score(step).map(|s| (i, s)));
            scored.max_by(|a, b| self.order(*a, *b)).map(|(i, _)| i)
        };
        match choice {
            Choice::Density(least) => best(&|s| {
                let quality = &s.quality;
                (quality.density >= least).then_some(quality.coverage)
            }),
            Choice::Coverage(least) => best(&|s| {
                let quality = &s.quality;
                (quality.coverage >= least).then_some(quality.density)
            }),
            Choice::Balanced => best(&|s| Some(harmonic(s.quality.coverage, s.quality.density))),
            Choice::LastPeeled => self.peeled.checked_sub(1),
            Choice::Last => self.steps.len().checked_sub(1),
        }
    }

    fn order(&self, (i, a): (usize, f64), (j, b): (usize, f64)) -> Ordering {
        let simpler = self.steps[j].restricted.cmp(&self.steps[i].restricted);
        a.total_cmp(&b).then(simpler).then(j.cmp(&i))
    }
}

fn harmonic(a: f64, b: f64) -> f64 {
    if a + b > 0.0 {
        2.0 * a * b / (a + b)
    } else {
        0.0
    }
}
