//! A quantile sketch for series by day: counts in buckets of fixed relative width, in memory that does not grow with the
//! number of replications.

use std::collections::BTreeMap;

/// Bits of the mantissa that tell buckets apart: 2⁶ buckets per factor of two.
const BITS: u32 = 6;

/// The greatest relative error of a quantile: half of the relative width of a bucket.
pub const RELATIVE_ERROR: f64 = 1.0 / 128.0;

/// Counts of non-negative numbers by bucket. A bucket holds the numbers that share exponent and leading bits of the
/// mantissa; quantiles are the middle of their bucket, so their relative error is at most [`RELATIVE_ERROR`]. Zero,
/// the least, the greatest value and the mean are exact; infinite numbers come last.
#[derive(Debug, Clone, Default)]
pub struct Sketch {
    zeros: u64,
    counts: BTreeMap<u32, u64>,
    n: u64,
    sum: f64,
    least: f64,
    greatest: f64,
}

impl Sketch {
    /// Adds a number; negative numbers count as zero, and NaN is left out.
    pub fn push(&mut self, value: f64) {
        if value.is_nan() {
            return;
        }
        if self.n == 0 {
            (self.least, self.greatest) = (value, value);
        }
        self.least = self.least.min(value);
        self.greatest = self.greatest.max(value);
        self.n += 1;
        self.sum += value;
        if value <= 0.0 {
            self.zeros += 1;
        } else if value.is_finite() {
            *self.counts.entry(bucket(value)).or_default() += 1;
        }
    }

    /// How many numbers were added.
    pub fn count(&self) -> u64 {
        self.n
    }

    /// The mean, exact up to rounding; `None` when empty.
    pub fn mean(&self) -> Option<f64> {
        (self.n > 0).then(|| self.sum / self.n as f64)
    }

    /// The smallest value whose rank is at least p·n, to a relative error of [`RELATIVE_ERROR`]; `None` when empty.
    pub fn quantile(&self, p: f64) -> Option<f64> {
        if self.n == 0 {
            return None;
        }
        let rank = libm::ceil(p * self.n as f64).max(1.0) as u64;
        let mut seen = self.zeros;
        if rank <= seen {
            return Some(0.0);
        }
        for (bucket, count) in &self.counts {
            seen += count;
            if rank <= seen {
                return Some(middle(*bucket).clamp(self.least, self.greatest));
            }
        }
        Some(self.greatest)
    }
}

/// Exponent and leading bits of the mantissa.
fn bucket(value: f64) -> u32 {
    (value.to_bits() >> (52 - BITS)) as u32
}

/// The middle of a bucket.
fn middle(bucket: u32) -> f64 {
    let low = u64::from(bucket) << (52 - BITS);
    f64::from_bits(low + (1 << (51 - BITS)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn quantiles_are_within_the_stated_error(
            mut values in proptest::collection::vec(0.0_f64..1e12, 1..200),
            p in 0.01_f64..0.99,
        ) {
            let mut sketch = Sketch::default();
            values.iter().for_each(|v| sketch.push(*v));
            values.sort_by(f64::total_cmp);
            let rank = (p * values.len() as f64).ceil().max(1.0) as usize;
            let exact = values[rank - 1];
            let got = sketch.quantile(p).expect("not empty");
            prop_assert!((got - exact).abs() <= RELATIVE_ERROR * exact + 1e-300, "{got} for {exact}");
        }
    }

    #[test]
    fn infinite_numbers_come_last() {
        let mut sketch = Sketch::default();
        [1.0, f64::INFINITY, f64::INFINITY]
            .iter()
            .for_each(|v| sketch.push(*v));
        let low = sketch.quantile(0.3).expect("not empty");
        assert!((low - 1.0).abs() <= RELATIVE_ERROR);
        assert_eq!(sketch.quantile(0.95), Some(f64::INFINITY));
    }

    #[test]
    fn zeros_and_constants_are_exact() {
        let mut sketch = Sketch::default();
        assert_eq!(sketch.quantile(0.5), None);
        sketch.push(0.0);
        assert_eq!(sketch.quantile(0.95), Some(0.0));
        let mut sketch = Sketch::default();
        (0..10).for_each(|_| sketch.push(1_114_000.0));
        assert_eq!(sketch.quantile(0.05), Some(1_114_000.0));
        assert_eq!(sketch.mean(), Some(1_114_000.0));
    }
}
