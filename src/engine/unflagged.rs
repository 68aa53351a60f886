//! What was not flagged: abuse that was scanned and missed, abuse that was never scanned, abuse that has moved away.
//!
//! Given the flags of a stream, every other item is independently of one of these kinds, so one multinomial per stream
//! and stretch of days with the same rates is exact. Where all abuse is rare, days with different rates are one stretch
//! with their average rates: the distance in total variation is at most the greatest probability (Ehm 1991).

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
}

/// Shares of abuse up to which days with different rates are drawn together.
const RARE: f64 = 1e-3;

/// Days whose items are not drawn yet: their number, and the expected number of each kind.
#[derive(Debug, Clone, Default)]
pub(crate) struct Stretch {
    items: u64,
    weights: Vec<f64>,
    /// Whether abuse is not rare on one of them.
    common: bool,
}

impl Stretch {
    /// Adds `n` items of days with these rates. Days before that have other rates are drawn first unless abuse is rare.
    pub(crate) fn add(
        &mut self,
        reading: &Reading,
        lanes: &[Lane],
        n: u64,
        unflagged: &mut Unflagged,
        stream: &mut Stream,
    ) {
        let material = unflagged.missed.len();
        let abuse: f64 = reading.composition[..material].iter().sum();
        let common = abuse > RARE;
        if common || self.common {
            self.draw(unflagged, stream);
        }
        self.common = common;
        self.items += n;
        self.weights.resize(4 * material + 3, 0.0);
        let n = n as f64;
        for class in 0..material {
            let (left, disguised) = (reading.left[class], reading.disguised[class]);
            let missed = reading.missed[class];
            let flagged = flagged(reading, lanes, class);
            let rest = reading.composition[class] - missed - flagged - left - disguised;
            for (i, p) in [missed, rest.max(0.0), left, disguised]
                .into_iter()
                .enumerate()
            {
                self.weights[4 * class + i] += n * p;
            }
        }
        let benign = material..reading.composition.len();
        let missed: f64 = reading.missed[benign.clone()].iter().sum();
        let all: f64 = reading.composition[benign.clone()].iter().sum();
        let hit: f64 = benign.map(|class| flagged(reading, lanes, class)).sum();
        let rest = (all - missed - hit - reading.extra).max(0.0);
        for (i, p) in [missed, reading.absent, rest].into_iter().enumerate() {
            self.weights[4 * material + i] += n * p;
        }
    }

    /// Draws what the items were.
    pub(crate) fn draw(&mut self, unflagged: &mut Unflagged, stream: &mut Stream) {
        let items = std::mem::take(&mut self.items);
        if items == 0 {
            return;
        }
        let drawn = shared_out(items, &self.weights, stream);
        self.weights.fill(0.0);
        let material = unflagged.missed.len();
        for class in 0..material {
            unflagged.missed[class] += drawn[4 * class];
            unflagged.unscanned[class] += drawn[4 * class + 1];
            unflagged.left[class] += drawn[4 * class + 2];
            unflagged.disguised[class] += drawn[4 * class + 3];
        }
        unflagged.innocent += drawn[4 * material];
        unflagged.absent += drawn[4 * material + 1];
    }
}

fn flagged(reading: &Reading, lanes: &[Lane], class: usize) -> f64 {
    let of_class = lanes.iter().zip(&reading.flagged);
    let of_class = of_class.filter(|(lane, _)| lane.class == class);
    of_class.map(|(_, p)| p).sum()
}
