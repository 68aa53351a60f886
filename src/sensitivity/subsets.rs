//! Sets of inputs as bit masks, and Shapley values of a function of sets.

/// Members of a set, in rising order.
pub(super) fn members(set: usize, inputs: usize) -> Vec<usize> {
    (0..inputs).filter(|i| set >> i & 1 == 1).collect()
}

/// Shapley value of each input: its mean contribution to `worth` (by bit mask) over all orders of arrival, as the sum
/// over sets without it of |u|! (d − |u| − 1)! / d! × (worth(u ∪ i) − worth(u)) (Shapley 1953).
pub(super) fn shapley(inputs: usize, worth: &[f64]) -> Vec<f64> {
    let share = shares(inputs);
    (0..inputs)
        .map(|i| {
            (0..worth.len())
                .filter(|set| set >> i & 1 == 0)
                .map(|set| share[set.count_ones() as usize] * (worth[set | 1 << i] - worth[set]))
                .sum()
        })
        .collect()
}

/// k! (d − k − 1)! / d! for k = 0, …, d − 1.
pub(super) fn shares(inputs: usize) -> Vec<f64> {
    let mut share = 1.0 / inputs as f64;
    (0..inputs)
        .map(|k| {
            let now = share;
            share *= (k + 1) as f64 / (inputs - k - 1).max(1) as f64;
            now
        })
        .collect()
}
