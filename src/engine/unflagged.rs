//! What was not flagged: abuse that was scanned and missed, abuse that was never scanned, innocent items scanned.
//!
//! Given the flags of a stream, every other item is independently of one of these kinds, so one multinomial per stream,
//! phase and replication is exact.

use super::flags::shared_out;
use super::lanes::ItemStream;
use crate::random::streams::Stream;

/// Items of one stream that were not flagged.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Unflagged {
    /// Abuse that was scanned, by class.
    pub(crate) missed: Vec<u64>,
    /// Abuse that was not scanned, by class.
    pub(crate) unscanned: Vec<u64>,
    /// Innocent items that were scanned.
    pub(crate) innocent: u64,
}

/// Draws what was not flagged of a stream; `items` and `flags` by phase.
pub(crate) fn unflagged(
    of: &ItemStream,
    material: usize,
    items: &[u64],
    flags: &[u64],
    stream: &mut Stream,
) -> Unflagged {
    let mut total = Unflagged {
        missed: vec![0; material],
        unscanned: vec![0; material],
        innocent: 0,
    };
    for ((rates, items), flags) in of.rates.iter().zip(items).zip(flags) {
        let flagged = |class: usize| -> f64 {
            rates
                .flags
                .iter()
                .filter(|f| f.0 == class)
                .map(|f| f.2)
                .sum()
        };
        let mut weights: Vec<f64> = Vec::with_capacity(2 * material + 2);
        for class in 0..material {
            weights.push((rates.scanned[class] - flagged(class)).max(0.0));
            weights.push((rates.composition[class] - rates.scanned[class]).max(0.0));
        }
        let benign = material..rates.composition.len();
        let scanned: f64 = rates.scanned[benign.clone()].iter().sum();
        let all: f64 = rates.composition[benign.clone()].iter().sum();
        let hit: f64 = benign.map(flagged).sum();
        weights.push((scanned - hit).max(0.0));
        weights.push((all - scanned).max(0.0));
        let drawn = shared_out(items - flags, &weights, stream);
        for class in 0..material {
            total.missed[class] += drawn[2 * class];
            total.unscanned[class] += drawn[2 * class + 1];
        }
        total.innocent += drawn[2 * material];
    }
    total
}
