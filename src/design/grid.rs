//! Equal steps between two ends, on a linear or a logarithmic scale.

use super::DesignError;

/// Values from a low end to a high end, both included.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Steps {
    low: f64,
    high: f64,
    count: u32,
    scale: Scale,
}

/// What is equal between neighbouring values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// Their difference.
    Linear,
    /// Their ratio.
    Logarithmic,
}

impl Steps {
    /// `count` values, at least two, from `low` to `high`, which are below each other and finite;
    /// on a logarithmic scale both are above 0.
    ///
    /// # Errors
    /// Anything else.
    pub fn new(low: f64, high: f64, count: u32, scale: Scale) -> Result<Self, DesignError> {
        let refuse = |reason| Err(DesignError::Ends { low, high, reason });
        if !(low.is_finite() && high.is_finite()) {
            return refuse("need finite ends");
        }
        if !(low < high) {
            return refuse("need a low end below the high end");
        }
        if scale == Scale::Logarithmic && !(low > 0.0) {
            return refuse("are equal ratios, which need ends above 0");
        }
        if count < 2 {
            return refuse("are fewer than two values");
        }
        Ok(Self {
            low,
            high,
            count,
            scale,
        })
    }

    /// How many values there are.
    pub fn count(&self) -> u32 {
        self.count
    }

    /// Value number `index`, from 0; the first and the last are the ends exactly, and no value is below
    /// the one before. Nothing beyond the last.
    pub fn value(&self, index: u32) -> Option<f64> {
        let last = self.count - 1;
        if index == 0 {
            return Some(self.low);
        }
        if index >= last {
            return (index == last).then_some(self.high);
        }
        let share = f64::from(index) / f64::from(last);
        let value = match self.scale {
            Scale::Linear => between(self.low, self.high, share),
            Scale::Logarithmic => {
                libm::exp(between(libm::log(self.low), libm::log(self.high), share))
            }
        };
        Some(value.clamp(self.low, self.high))
    }

    /// All values in order.
    pub fn values(&self) -> impl Iterator<Item = f64> + '_ {
        (0..self.count).filter_map(|i| self.value(i))
    }
}

/// The point at `share` of the way. Rounded products and sums of a growing share never fall; the second
/// form keeps the span of the largest numbers finite.
fn between(low: f64, high: f64, share: f64) -> f64 {
    let span = high - low;
    if span.is_finite() {
        low + span * share
    } else {
        2.0 * (0.5 * low + (0.5 * high - 0.5 * low) * share)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(low: f64, high: f64, count: u32, scale: Scale) -> Result<(), TestCaseError> {
        let steps = Steps::new(low, high, count, scale).unwrap();
        let values: Vec<f64> = steps.values().collect();
        prop_assert_eq!(values.len(), count as usize);
        prop_assert_eq!(values[0], low);
        prop_assert_eq!(values[values.len() - 1], high);
        prop_assert!(values.windows(2).all(|pair| pair[0] <= pair[1]));
        prop_assert_eq!(steps.value(count), None);
        Ok(())
    }

    proptest! {
        #[test]
        fn linear_steps_are_monotone(a in -1e300_f64..1e300, b in -1e300_f64..1e300, count in 2_u32..200) {
            prop_assume!(a != b);
            check(a.min(b), a.max(b), count, Scale::Linear)?;
        }

        #[test]
        fn logarithmic_steps_are_monotone(a in 1e-300_f64..1e300, width in 1e-12_f64..1e3, count in 2_u32..200) {
            check(a, a * (1.0 + width), count, Scale::Logarithmic)?;
        }
    }

    #[test]
    fn decades() {
        let steps = Steps::new(1e-6, 1.0, 7, Scale::Logarithmic).unwrap();
        for (i, value) in (-6..=0).zip(steps.values()) {
            let expected = libm::pow(10.0, f64::from(i));
            assert!((value / expected - 1.0).abs() < 1e-14);
        }
        let widest = Steps::new(-f64::MAX, f64::MAX, 5, Scale::Linear).unwrap();
        assert_eq!(widest.value(2), Some(0.0));
        assert_eq!(widest.value(1), Some(-0.5 * f64::MAX));
    }

    #[test]
    fn refuses() {
        for (low, high, count, scale) in [
            (0.0, 1.0, 3, Scale::Logarithmic),
            (-1.0, 1.0, 3, Scale::Logarithmic),
            (1.0, 1.0, 3, Scale::Linear),
            (2.0, 1.0, 3, Scale::Linear),
            (f64::NAN, 1.0, 3, Scale::Linear),
            (0.0, f64::INFINITY, 3, Scale::Linear),
            (0.0, 1.0, 1, Scale::Linear),
        ] {
            assert!(Steps::new(low, high, count, scale).is_err());
        }
    }
}
