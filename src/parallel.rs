//! The one door of the engine to threads: all cores with the feature `cli`, one thing after another without it.
//!
//! Results come in the order of the work either way, so nothing shows which it was.

/// Threads that work together.
#[derive(Debug)]
pub struct Pool {
    #[cfg(feature = "cli")]
    threads: rayon::ThreadPool,
}

#[cfg(feature = "cli")]
impl Pool {
    /// `threads` threads, or as many as there are cores.
    ///
    /// # Errors
    ///
    /// Why they cannot be started.
    pub fn new(threads: Option<usize>) -> Result<Self, String> {
        rayon::ThreadPoolBuilder::new()
            .num_threads(threads.unwrap_or(0))
            .build()
            .map(|threads| Self { threads })
            .map_err(|e| e.to_string())
    }

    /// `f` of every piece of work, in the order of the work.
    pub(crate) fn map<A: Send, T: Send>(
        &self,
        work: Vec<A>,
        f: impl Fn(A) -> T + Send + Sync,
    ) -> Vec<T> {
        use rayon::prelude::*;
        let all = || work.into_par_iter().map(f).collect();
        self.threads.install(all)
    }
}

#[cfg(not(feature = "cli"))]
impl Pool {
    /// No threads, whatever is asked for.
    ///
    /// # Errors
    ///
    /// None.
    pub fn new(_threads: Option<usize>) -> Result<Self, String> {
        Ok(Self {})
    }

    /// `f` of every piece of work, in the order of the work.
    pub(crate) fn map<A, T>(&self, work: Vec<A>, f: impl Fn(A) -> T) -> Vec<T> {
        work.into_iter().map(f).collect()
    }
}
