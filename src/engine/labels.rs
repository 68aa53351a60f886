//! Labels: of what kind the units were that the desks handled, drawn once per replication.
//!
//! From the last desk back to the first, so that what a desk forwards is what the next one receives.

use super::desk::Ledger;
use super::flags::shared_out;
use super::lanes::Lane;
use super::mixes::Mix;
use crate::random::multivariate::multivariate_hypergeometric;
use crate::random::streams::Stream;

/// Units by lane and kind: `units[lane][kind]`.
pub(crate) type Labelled = Vec<Vec<u64>>;

/// What one desk (all its places together) did, by lane and kind.
#[derive(Debug, Clone, Default)]
pub(crate) struct DeskLabels {
    pub(crate) arrived: Labelled,
    pub(crate) duplicates: Labelled,
    pub(crate) forwarded: Labelled,
    pub(crate) dismissed: Labelled,
    pub(crate) expired: Labelled,
    pub(crate) backlog: Labelled,
}

/// Labels of a whole chain, and of the flags before it.
#[derive(Debug, Clone, Default)]
pub(crate) struct ChainLabels {
    pub(crate) flags: Labelled,
    pub(crate) desks: Vec<DeskLabels>,
}

/// Sums over the places of one desk, by lane.
#[derive(Debug, Clone, Default)]
pub(crate) struct DeskTotals {
    pub(crate) duplicates: Vec<u64>,
    pub(crate) served: Vec<u64>,
    pub(crate) forwarded: Vec<u64>,
    pub(crate) expired: Vec<u64>,
    pub(crate) backlog: Vec<u64>,
    /// Units that joined a bundle on their way to this desk.
    pub(crate) joined: Vec<u64>,
}

impl DeskTotals {
    pub(crate) fn new<'a>(ledgers: impl Iterator<Item = &'a Ledger>, joined: Vec<u64>) -> Self {
        let lanes = joined.len();
        let mut totals = Self {
            duplicates: vec![0; lanes],
            served: vec![0; lanes],
            forwarded: vec![0; lanes],
            expired: vec![0; lanes],
            backlog: vec![0; lanes],
            joined,
        };
        for ledger in ledgers {
            add(&mut totals.duplicates, &ledger.duplicates);
            add(&mut totals.served, &ledger.served);
            add(&mut totals.forwarded, &ledger.forwarded);
            add(&mut totals.expired, &ledger.expired);
            add(&mut totals.backlog, &ledger.backlog);
        }
        totals
    }
}

fn add(sum: &mut [u64], counts: &[u64]) {
    for (s, n) in sum.iter_mut().zip(counts) {
        *s += n;
    }
}

/// Draws the labels of a chain; `flags` are counts by lane, used where there is no desk.
pub(crate) fn label(
    lanes: &[Lane],
    mixes: &[Vec<Mix>],
    totals: &[DeskTotals],
    flags: &[u64],
    stream: &mut Stream,
) -> ChainLabels {
    let mut desks: Vec<DeskLabels> = Vec::new();
    let mut next: Option<Labelled> = None;
    for (mixes, totals) in mixes.iter().zip(totals).rev() {
        let forwarded = next
            .take()
            .unwrap_or_else(|| draw(lanes, &totals.forwarded, mixes, |m| &m.forwarded, stream));
        let dismissed: Vec<u64> = totals
            .served
            .iter()
            .zip(&totals.forwarded)
            .map(|(s, f)| s - f)
            .collect();
        let desk = DeskLabels {
            duplicates: draw(lanes, &totals.duplicates, mixes, |m| &m.duplicate, stream),
            dismissed: draw(lanes, &dismissed, mixes, |m| &m.dismissed, stream),
            expired: draw(lanes, &totals.expired, mixes, |m| &m.queued, stream),
            backlog: draw(lanes, &totals.backlog, mixes, |m| &m.queued, stream),
            forwarded,
            arrived: Vec::new(),
        };
        let parts = [
            &desk.duplicates,
            &desk.dismissed,
            &desk.expired,
            &desk.backlog,
            &desk.forwarded,
        ];
        let arrived = sum(&parts);
        let joined = draw(lanes, &totals.joined, mixes, |m| &m.arriving, stream);
        next = Some(sum(&[&arrived, &joined]));
        desks.push(DeskLabels { arrived, ..desk });
    }
    desks.reverse();
    let flags = next.unwrap_or_else(|| {
        lanes
            .iter()
            .zip(flags)
            .map(|(lane, n)| split(*n, &lane.mix, stream))
            .collect()
    });
    ChainLabels { flags, desks }
}

fn draw(
    lanes: &[Lane],
    counts: &[u64],
    mixes: &[Mix],
    mix: impl Fn(&Mix) -> &Vec<f64>,
    stream: &mut Stream,
) -> Labelled {
    debug_assert_eq!(lanes.len(), counts.len());
    counts
        .iter()
        .zip(mixes)
        .map(|(n, m)| split(*n, mix(m), stream))
        .collect()
}

fn split(n: u64, mix: &[f64], stream: &mut Stream) -> Vec<u64> {
    shared_out(n, mix, stream)
}

fn sum(parts: &[&Labelled]) -> Labelled {
    let mut total = parts[0].clone();
    for part in &parts[1..] {
        for (t, p) in total.iter_mut().zip(part.iter()) {
            add(t, p);
        }
    }
    total
}

/// Of units that arrived by day in one lane, how many of each day are among `chosen` of them: without replacement,
/// since the label of a unit says nothing about its day.
pub(crate) fn by_day(by_day: &[u64], chosen: u64, stream: &mut Stream) -> Vec<u64> {
    let mut out = vec![0; by_day.len()];
    multivariate_hypergeometric(stream, by_day, chosen, &mut out);
    out
}
