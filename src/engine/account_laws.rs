//! What hits find on their accounts: laws that all replications share, since they are functions of their key alone.

use crate::theory::accounts::{
    Account, Passes, Release, ReleaseLaw, ThresholdLaw, Windows, album_shape,
};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Steps of the rate of hits on a logarithmic scale: within a step the album has one shape.
const RATE_STEP: f64 = 0.05;

/// Laws that are kept; beyond that number all are forgotten, so that memory has a bound where shapes are uncertain.
const MOST_KEPT: usize = 256;

/// Accounts of one sort, and the hits that they need.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct LawKey {
    /// Bits of the shape of the activity.
    shape: u64,
    threshold: u64,
    /// The step of the rate of hits per item, and the bits of the correlation, where albums depend on them.
    album: Option<(i64, u64)>,
}

impl LawKey {
    /// Accounts whose hits are independent, given their activity.
    pub(crate) fn without_album(shape: f64, threshold: u64) -> Self {
        Self {
            shape: shape.to_bits(),
            threshold,
            album: None,
        }
    }

    /// Accounts whose albums make hits alike, at a rate of hits per item.
    pub(crate) fn with_album(shape: f64, threshold: u64, rate: f64, correlation: f64) -> Self {
        let step = libm::round(libm::log(rate) / RATE_STEP) as i64;
        Self {
            album: Some((step, correlation.to_bits())),
            ..Self::without_album(shape, threshold)
        }
    }

    fn account(self) -> Account {
        let account = Account::new(f64::from_bits(self.shape));
        match self.album {
            None => account,
            Some((step, correlation)) => {
                let rate = libm::exp(step as f64 * RATE_STEP);
                account.with_album(album_shape(rate, f64::from_bits(correlation)))
            }
        }
    }
}

/// What hits find on the accounts of one key.
#[derive(Debug)]
pub(crate) struct Law {
    threshold: ThresholdLaw,
    release: ReleaseLaw,
}

impl Law {
    fn new(key: LawKey) -> Self {
        let account = key.account();
        Self {
            threshold: ThresholdLaw::new(account, key.threshold),
            release: ReleaseLaw::new(account, key.threshold),
        }
    }

    /// See [`ThresholdLaw::passes`].
    pub(crate) fn passes(&self, mean: f64) -> Passes {
        self.threshold.passes(mean)
    }

    /// See [`ReleaseLaw::given_exactly`].
    pub(crate) fn given_exactly(&self, windows: Windows) -> Release {
        self.release.given_exactly(windows)
    }
}

/// The laws by key.
#[derive(Debug, Default)]
pub(crate) struct AccountLaws(Mutex<BTreeMap<LawKey, Arc<Law>>>);

impl AccountLaws {
    pub(crate) fn of(&self, key: LawKey) -> Arc<Law> {
        let mut laws = lock(&self.0);
        if laws.len() >= MOST_KEPT && !laws.contains_key(&key) {
            laws.clear();
        }
        let law = laws.entry(key).or_insert_with(|| Arc::new(Law::new(key)));
        Arc::clone(law)
    }
}

/// What a law holds is right at any moment: a thread that failed has left nothing half done.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn laws_are_shared_forgotten_and_made_again_the_same() {
        let laws = AccountLaws::default();
        let key = LawKey::with_album(0.5, 3, 2e-6, 0.001);
        let first = laws.of(key);
        assert!(Arc::ptr_eq(&first, &laws.of(key)));
        for k in 0..MOST_KEPT as u64 {
            laws.of(LawKey::without_album(0.5, k));
        }
        let again = laws.of(key);
        assert!(!Arc::ptr_eq(&first, &again));
        assert_eq!(first.passes(0.3), again.passes(0.3));
        let even = Windows::even(0.3);
        assert_eq!(first.given_exactly(even), again.given_exactly(even));
    }
}
