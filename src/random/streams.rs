//! Named random streams.
//!
//! A stream is found by (seed, name, index), never by the order in which streams are made. So a new
//! component, a reordered file or another number of threads leaves all other draws as they were.
//! This is the only file that names a generator.

use rand::rngs::ChaCha8Rng;
use rand::{Rng, SeedableRng};

/// One stream of random numbers: ChaCha with 8 rounds.
pub type Stream = ChaCha8Rng;

/// All random streams of one seed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Streams {
    seed: u64,
}

impl Streams {
    /// The streams of a seed.
    pub const fn new(seed: u64) -> Self {
        Self { seed }
    }

    /// Stream number `index` of a component `name`, from its beginning.
    ///
    /// Different seeds, names and indices give streams that have nothing to do with each other: the
    /// key of the generator comes from the seed and the name, its stream number is the index.
    pub fn stream(&self, name: &str, index: u64) -> Stream {
        let mut stream = Stream::from_seed(key(self.seed, name));
        stream.set_stream(index);
        stream
    }
}

/// The golden ratio in 64-bit fixed point: the increment of SplitMix64.
const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

/// A 256-bit key: four 64-bit lanes, each of which absorbs the seed, then the name in words of
/// eight bytes (the last padded with noughts), then the length of the name.
///
/// For a given name every lane is a bijection of the seed, so two seeds never share a key.
fn key(seed: u64, name: &str) -> [u8; 32] {
    let mut key = [0; 32];
    for (lane, bytes) in (1_u64..).zip(key.chunks_exact_mut(8)) {
        let mut state = mix(seed ^ lane.wrapping_mul(GOLDEN));
        for chunk in name.as_bytes().chunks(8) {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            state = mix(state ^ u64::from_le_bytes(word));
        }
        bytes.copy_from_slice(&mix(state ^ name.len() as u64).to_le_bytes());
    }
    key
}

/// One step of SplitMix64 (Steele, Lea and Flood, 2014): a bijection that mixes all bits.
pub(crate) const fn mix(word: u64) -> u64 {
    let z = word.wrapping_add(GOLDEN);
    let z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// 2⁻⁵³, the spacing of uniform numbers.
const SPACING: f64 = 1.0 / (1_u64 << 53) as f64;

/// A uniform number in [0, 1): a multiple of 2⁻⁵³.
#[inline]
pub(super) fn uniform<R: Rng + ?Sized>(rng: &mut R) -> f64 {
    (rng.next_u64() >> 11) as f64 * SPACING
}

/// A uniform number in the open interval (0, 1): a multiple of 2⁻⁵³, or 2⁻⁵⁴ in place of nought.
#[inline]
pub fn uniform_open<R: Rng + ?Sized>(rng: &mut R) -> f64 {
    uniform(rng).max(0.5 * SPACING)
}

/// A uniform number in (−½, ½), an odd multiple of 2⁻⁵⁴; so it is symmetric and never nought.
#[inline]
pub(super) fn uniform_centred<R: Rng + ?Sized>(rng: &mut R) -> f64 {
    // The arithmetic shift keeps the sign; adding a half to a whole below 2⁵² is exact.
    ((rng.next_u64().cast_signed() >> 11) as f64 + 0.5) * SPACING
}

/// The greatest whole number not above `x`, or the nearest end of the range of the type.
///
/// Faster than `f64::floor`, which is a call on processors of the first 64-bit generation, for which
/// the compiler builds unless told otherwise.
#[inline]
pub(super) fn floor(x: f64) -> i64 {
    let truncated = x as i64;
    truncated.saturating_sub(i64::from(x < truncated as f64))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::tests::ConstantRng;

    #[test]
    fn a_stream_is_a_function_of_seed_name_and_index() {
        let first = |seed, name, index| Streams::new(seed).stream(name, index).next_u64();
        let origin = first(1, "volume", 0);
        assert_eq!(origin, first(1, "volume", 0));
        for other in [
            first(2, "volume", 0),
            first(1, "volume", 1),
            first(1, "volumf", 0),
            first(1, "volume\0", 0),
            first(1, "", 0),
        ] {
            assert_ne!(origin, other);
        }
    }

    #[test]
    fn keys_and_values_are_stable() {
        let mut stream = Streams::new(7).stream("services/chat/volume", 3);
        let drawn: [u64; 3] = std::array::from_fn(|_| stream.next_u64());
        assert_eq!(drawn, PINNED);
    }

    const PINNED: [u64; 3] = [
        6_115_842_399_224_967_719,
        9_664_528_812_041_296_977,
        7_338_485_417_486_647_324,
    ];

    #[test]
    fn many_names_and_seeds_have_different_keys() {
        let mut lanes: Vec<[u8; 8]> = Vec::new();
        for seed in 0..40 {
            for name in 0..250 {
                let key = key(seed, &format!("parameter {name}"));
                lanes.extend(
                    key.chunks_exact(8)
                        .map(|lane| <[u8; 8]>::try_from(lane).unwrap()),
                );
            }
        }
        // 40,000 lanes of 64 bits: a false alarm has probability 40,000²/2 · 2⁻⁶⁴ = 4e-11.
        lanes.sort_unstable();
        assert!(lanes.windows(2).all(|pair| pair[0] != pair[1]));
    }

    #[test]
    fn floors() {
        for (x, expected) in [
            (2.5, 2),
            (-2.5, -3),
            (-2.0, -2),
            (0.0, 0),
            (-1e-300, -1),
            (1e300, i64::MAX),
            (-1e300, i64::MIN),
        ] {
            assert_eq!(floor(x), expected);
        }
    }

    #[test]
    fn uniforms_stay_inside() {
        for (word, open, centred) in [
            (0, 0.5 * SPACING, 0.5 * SPACING),
            (u64::MAX, 1.0 - SPACING, -0.5 * SPACING),
            (u64::MAX >> 1, 0.5 - SPACING, 0.5 - 0.5 * SPACING),
            (1 << 63, 0.5, -0.5 + 0.5 * SPACING),
        ] {
            assert_eq!(uniform_open(&mut ConstantRng(word)), open);
            assert_eq!(uniform_centred(&mut ConstantRng(word)), centred);
        }
    }
}
