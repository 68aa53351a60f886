//! The simulation: replications in parallel, the same bytes for any number of threads.
//!
//! A replication is a pure function of the model, the seed and its number. Replications are computed in waves, and handed
//! over in order, so that neither the number of threads nor their timing shows in any result, and memory does not
//! grow with their number.

mod abroad;
mod account_laws;
mod bursts;
mod circulation;
mod desk;
mod error;
mod finding;
mod flags;
mod movement;
mod observer;
mod order_book;
mod pair;
mod plan;
mod queue;
mod reading;
mod replication;
mod settings;
mod staffing;
mod stage;
mod stream_run;
mod tally;
mod threshold;
mod traffic;
mod unflagged;
mod volume;
mod watch;

pub(crate) use desk::Ledger;
pub use error::EngineError;
pub use observer::{Nobody, Observer};
pub(crate) use replication::{DeskOutcome, Outcome, Prepared, Thresholds, replicate};
pub(crate) use settings::Spell;
pub(crate) use tally::PoolTotals;

use crate::model::epistemic::Sampler;
use crate::model::policy::Outputs;
use crate::parallel::Pool;
use std::ops::Range;

/// Runs the replications `range` on the threads of `pool`. `measure` reduces a replication where it was computed; `take`
/// receives what it returns, in the order of replications.
///
/// # Errors
///
/// [`EngineError`]; the first failing replication by number.
pub(crate) fn run<T: Send>(
    prepared: &Prepared<'_>,
    sampler: &Sampler,
    range: Range<u64>,
    pool: &Pool,
    observer: &mut dyn Observer,
    measure: impl Fn(u64, &Outcome) -> T + Sync,
    mut take: impl FnMut(u64, T),
) -> Result<(), EngineError> {
    let run = &prepared.model.run;
    let wave: u64 = match run.outputs {
        Outputs::Daily => 32,
        Outputs::Totals => 1000,
    };
    let one = |r: u64| {
        let draw = sampler.draw(prepared.model, &prepared.central, r / run.repeats, &[]);
        replicate(prepared, draw, r).map(|outcome| measure(r, &outcome))
    };
    let mut first = range.start;
    while first < range.end {
        let last = (first + wave).min(range.end);
        let results = pool.map((first..last).collect(), one);
        for (r, result) in (first..last).zip(results) {
            take(r, result?);
        }
        observer.done(last);
        first = last;
    }
    Ok(())
}
