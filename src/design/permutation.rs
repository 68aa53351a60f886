//! A permutation of 0, 1, …, n − 1 that is computed place by place.
//!
//! Swap-or-not (Hoang, Morris and Rogaway, 2012): each round pairs x with K − x and swaps the pair or
//! not by a coin that both share. It works for every n, without walking along cycles as a Feistel
//! network must, and comes near to a uniform permutation with some six rounds per binary digit of n.

use super::hash;
use crate::random::streams::mix;

/// Rounds whatever the size, so that small permutations are uniform too.
const ROUNDS: u32 = 32;

/// Rounds more for each binary digit of the size.
const ROUNDS_PER_DIGIT: u32 = 6;

/// A keyed permutation of the whole numbers below a size.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Permutation {
    size: u64,
    rounds: Vec<Round>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Round {
    sum: u64,
    coins: u64,
}

impl Permutation {
    /// The permutation of the numbers below `size` that belongs to `key`.
    pub fn new(size: u32, key: u64) -> Self {
        let digits = u32::BITS - size.leading_zeros();
        let count = u64::from(ROUNDS + ROUNDS_PER_DIGIT * digits);
        let size = u64::from(size);
        let round = |r| Round {
            // The product of 64 and 32 bits shares out the numbers to one part in 2³².
            sum: ((u128::from(hash(key, 2 * r)) * u128::from(size)) >> 64) as u64,
            coins: hash(key, 2 * r + 1),
        };
        Self {
            size,
            rounds: (0..count).map(round).collect(),
        }
    }

    /// Where `place` goes; a place outside stays where it is.
    pub fn at(&self, place: u64) -> u64 {
        if place >= self.size {
            return place;
        }
        self.rounds.iter().fold(place, |x, round| {
            let other = if round.sum >= x {
                round.sum - x
            } else {
                round.sum + self.size - x
            };
            let swaps = mix(round.coins ^ x.max(other)) & 1 == 1;
            if swaps { other } else { x }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::special::gamma::upper_regularised;

    #[test]
    fn is_a_permutation() {
        for size in (0..70).chain([255, 1000, 1024]) {
            let permutation = Permutation::new(size, u64::from(size));
            let mut seen: Vec<u64> = (0..u64::from(size)).map(|i| permutation.at(i)).collect();
            seen.sort_unstable();
            assert!(seen.iter().copied().eq(0..u64::from(size)), "{size}");
            assert_eq!(permutation.at(u64::from(size) + 7), u64::from(size) + 7);
        }
        let largest = Permutation::new(u32::MAX, 9);
        assert!(largest.at(u64::from(u32::MAX) - 1) < u64::from(u32::MAX));
    }

    /// All 24 orders of four are equally frequent, and so are the images of two neighbours of 101 when
    /// counted in 10 by 10 boxes. Two chi-square tests, two-sided: false alarm 4e-6.
    #[test]
    fn orders_are_uniform() {
        let judge = |counts: &[f64], expected: &[f64]| {
            let square: f64 = counts
                .iter()
                .zip(expected)
                .map(|(c, e)| (c - e) * (c - e) / e)
                .sum();
            let tail = upper_regularised((counts.len() - 1) as f64 / 2.0, square / 2.0);
            assert!(tail > 1e-6 && tail < 1.0 - 1e-6, "{square}");
        };
        let mut orders = [0.0; 256];
        for key in 0..48_000 {
            let p = Permutation::new(4, key);
            orders[(0..4).fold(0, |word, i| 4 * word + p.at(i) as usize)] += 1.0;
        }
        let orders: Vec<f64> = orders.into_iter().filter(|&n| n > 0.0).collect();
        assert_eq!(orders.len(), 24);
        judge(&orders, &[2000.0; 24]);

        let mut boxes = [0.0; 100];
        for key in 0..40_000 {
            let p = Permutation::new(101, key);
            let (x, y) = (p.at(50) as usize, p.at(51) as usize);
            boxes[x * 10 / 101 * 10 + y * 10 / 101] += 1.0;
        }
        let mut expected = [0.0; 100];
        for (x, y) in (0..101).flat_map(|x| (0..101).map(move |y| (x, y))) {
            if x != y {
                expected[x * 10 / 101 * 10 + y * 10 / 101] += 40_000.0 / (101.0 * 100.0);
            }
        }
        judge(&boxes, &expected);
    }
}
