//! The simulation: replications in parallel, the same bytes for any number of threads.
//!
//! A replication is a pure function of the model, the seed and its number. Replications are computed in waves, and handed
//! over in order, so that neither the number of threads nor their timing shows in any result, and memory does not
//! grow with their number.

mod abroad;
mod bursts;
mod circulation;
mod desk;
mod error;
mod finding;
mod flags;
mod movement;
mod observer;
mod order_book;
mod plan;
mod queue;
mod reading;
mod replication;
mod staffing;
mod stage;
mod stream_run;
mod threshold;
mod traffic;
mod unflagged;
mod volume;
mod watch;

pub(crate) use desk::Ledger;
pub use error::EngineError;
pub use observer::{Nobody, Observer};
pub(crate) use replication::{DeskOutcome, Outcome};

use crate::model::Model;
use crate::model::policy::Outputs;
use crate::random::streams::Streams;
use rayon::ThreadPool;
use rayon::prelude::*;
use replication::{Prepared, replicate};

/// `threads` threads, or as many as there are cores.
///
/// # Errors
///
/// [`EngineError::Threads`].
pub(crate) fn pool(threads: Option<usize>) -> Result<ThreadPool, EngineError> {
    rayon::ThreadPoolBuilder::new()
        .num_threads(threads.unwrap_or(0))
        .build()
        .map_err(|e| EngineError::Threads(e.to_string()))
}

/// Runs all replications on the threads of `pool`. `measure` reduces a replication where it was computed; `take` receives
/// what it returns, in the order of replications.
///
/// # Errors
///
/// [`EngineError`]; the first failing replication by number.
pub(crate) fn run<T: Send>(
    model: &Model,
    pool: &ThreadPool,
    observer: &mut dyn Observer,
    measure: impl Fn(u64, &Outcome) -> T + Sync,
    mut take: impl FnMut(u64, T),
) -> Result<(), EngineError> {
    let central = model.parameters.central();
    let preset = model.preset(&central).map_err(|source| EngineError::Draw {
        replication: 0,
        source,
    })?;
    let triggered = model
        .trigger_presets(&central)
        .map_err(|source| EngineError::Draw {
            replication: 0,
            source,
        })?;
    let prepared = Prepared {
        model,
        central,
        preset,
        triggered,
        streams: Streams::new(model.run.seed),
    };
    let wave: u64 = match model.run.outputs {
        Outputs::Daily => 32,
        Outputs::Totals => 1000,
    };
    let replications = model.run.replications;
    observer.started(replications);
    let mut first = 0;
    while first < replications {
        let last = (first + wave).min(replications);
        let one = |r: u64| replicate(&prepared, r).map(|outcome| measure(r, &outcome));
        let results: Vec<Result<T, EngineError>> =
            pool.install(|| (first..last).into_par_iter().map(one).collect());
        for (r, result) in (first..last).zip(results) {
            take(r, result?);
        }
        observer.done(last);
        first = last;
    }
    observer.finished();
    Ok(())
}
