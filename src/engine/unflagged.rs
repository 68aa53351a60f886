//! What was not flagged: abuse that was scanned and missed, abuse that was never scanned, abuse that has moved away.
//!
//! Given the flags of a stream, every other item is independently of one of these kinds, so one multinomial per stream
//! and stretch of days with the same rates is exact.

use super::flags::shared_out;
use super::plan::Lane;
use super::reading::Reading;
use crate::random::streams::Stream;

/// Items of one stream that were not flagged.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Unflagged {
    /// Abuse that was scanned, by class.
    pub(crate) missed: Vec<u64>,
    /// Abuse that was not scanned, by class.
    pub(crate) unscanned: Vec<u64>,
    /// Abuse that was sent elsewhere, by class.
    pub(crate) left: Vec<u64>,
    /// Abuse that was encrypted in advance, by class.
    pub(crate) disguised: Vec<u64>,
    /// Innocent items that were scanned.
    pub(crate) innocent: u64,
    /// Items that were not sent, compared with the first day.
    pub(crate) absent: u64,
}

impl Unflagged {
    pub(crate) fn none(material: usize) -> Self {
        let none = vec![0; material];
        Self {
            missed: none.clone(),
            unscanned: none.clone(),
            left: none.clone(),
            disguised: none,
            innocent: 0,
            absent: 0,
        }
    }

    /// Adds the items of a stretch of days with the same rates.
    pub(crate) fn add(&mut self, reading: &Reading, lanes: &[Lane], n: u64, stream: &mut Stream) {
        let material = self.missed.len();
        let mut weights: Vec<f64> = Vec::with_capacity(4 * material + 3);
        for class in 0..material {
            let (left, disguised) = (reading.left[class], reading.disguised[class]);
            let missed = reading.missed[class];
            let flagged = flagged(reading, lanes, class);
            let rest = reading.composition[class] - missed - flagged - left - disguised;
            weights.extend([missed, rest.max(0.0), left, disguised]);
        }
        let benign = material..reading.composition.len();
        let missed: f64 = reading.missed[benign.clone()].iter().sum();
        let all: f64 = reading.composition[benign.clone()].iter().sum();
        let hit: f64 = benign.map(|class| flagged(reading, lanes, class)).sum();
        weights.push(missed);
        weights.push(reading.absent);
        weights.push((all - missed - hit - reading.extra).max(0.0));
        let drawn = shared_out(n, &weights, stream);
        for class in 0..material {
            self.missed[class] += drawn[4 * class];
            self.unscanned[class] += drawn[4 * class + 1];
            self.left[class] += drawn[4 * class + 2];
            self.disguised[class] += drawn[4 * class + 3];
        }
        self.innocent += drawn[4 * material];
        self.absent += drawn[4 * material + 1];
    }
}

fn flagged(reading: &Reading, lanes: &[Lane], class: usize) -> f64 {
    let of_class = lanes.iter().zip(&reading.flagged);
    let of_class = of_class.filter(|(lane, _)| lane.class == class);
    of_class.map(|(_, p)| p).sum()
}
