//! The sequence of Sobol' (1967), every point on its own, and its scrambled coordinates.
//!
//! Direction numbers: S. Joe and F. Y. Kuo, *Constructing Sobol sequences with better
//! two-dimensional projections*, SIAM J. Sci. Comput. 30 (2008), file `new-joe-kuo-6.21201`, BSD
//! licence; the first 1,024 dimensions, packed by `tests/data/sobol.py`.

use std::sync::LazyLock;

use super::DesignError;
use super::scramble::scramble;

/// How many dimensions there are.
pub const DIMENSIONS: usize = 1024;

/// Binary digits of an index, and of a coordinate before scrambling.
const DIGITS: usize = 32;

/// The columns of a generator matrix: column k is added, without carries, when binary digit k of
/// the index is 1. The most significant bit is the digit of ½.
type Columns = [u32; DIGITS];

/// One of the 1,024 dimensions of the sequence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Dimension(u16);

impl Dimension {
    /// Dimension number `number`, from 0.
    ///
    /// # Errors
    /// The number is [`DIMENSIONS`] or more.
    pub fn new(number: usize) -> Result<Self, DesignError> {
        u16::try_from(number)
            .ok()
            .filter(|_| number < DIMENSIONS)
            .map(Self)
            .ok_or(DesignError::Dimension {
                dimension: number,
                available: DIMENSIONS,
            })
    }

    /// Its number, from 0.
    pub fn number(self) -> usize {
        usize::from(self.0)
    }
}

/// Coordinate `dimension` of point `index` of the sequence, times 2³²; the first point is the origin.
///
/// Points come in the order of the definition, not of the Gray code: any 2ᵐ points from a multiple of
/// 2ᵐ are the same set in both orders.
#[inline]
pub fn numerator(dimension: Dimension, index: u32) -> u32 {
    let mut rest = index;
    let mut x = 0;
    let columns = &TABLE[dimension.number()];
    while rest != 0 {
        x ^= columns[rest.trailing_zeros() as usize];
        rest &= rest - 1;
    }
    x
}

/// Coordinate `dimension` of scrambled point `index`: uniform in the open interval (0, 1), an odd
/// multiple of 2⁻⁵³.
///
/// The scrambling is that of Owen (1995), nested and uniform; all 52 binary digits take part. The key
/// must be drawn anew for every dimension and every replication: [`super::key`] makes it from a seed
/// and a name.
#[inline]
pub fn quasi_uniform(dimension: Dimension, index: u32, key: u64) -> f64 {
    scramble(numerator(dimension, index), key)
}

/// The directions of all dimensions: 128 KiB, unpacked once.
static TABLE: LazyLock<Vec<Columns>> = LazyLock::new(unpack);

fn unpack() -> Vec<Columns> {
    let mut bits = Bits(include_bytes!("joe_kuo.bin"), 0);
    let van_der_corput = std::array::from_fn(|k| 1 << (DIGITS - 1 - k));
    let mut table = vec![van_der_corput];
    table.extend((1..DIMENSIONS).map(|_| columns(&mut bits)));
    table
}

/// The next dimension of the file: a primitive polynomial over two elements and the first directions,
/// continued by the recurrence that the polynomial stands for (Bratley and Fox, 1988).
fn columns(bits: &mut Bits) -> Columns {
    let degree = bits.take(4) as usize;
    let coefficients = bits.take(degree - 1);
    let mut v = [0; DIGITS];
    for (k, direction) in v.iter_mut().enumerate().take(degree) {
        *direction = (2 * bits.take(k) + 1) << (DIGITS - 1 - k);
    }
    for k in degree..DIGITS {
        v[k] = v[k - degree] ^ (v[k - degree] >> degree);
        for j in 1..degree {
            if (coefficients >> (degree - 1 - j)) & 1 == 1 {
                v[k] ^= v[k - j];
            }
        }
    }
    v
}

/// A string of bits, most significant first, and the place of the next.
struct Bits(&'static [u8], usize);

impl Bits {
    /// The next `width` bits as a number.
    fn take(&mut self, width: usize) -> u32 {
        (0..width).fold(0, |number, _| {
            let bit = (self.0[self.1 / 8] >> (7 - self.1 % 8)) & 1;
            self.1 += 1;
            2 * number + u32::from(bit)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::key;
    use super::*;

    fn dimension(number: usize) -> Dimension {
        Dimension::new(number).unwrap()
    }

    #[test]
    fn points_are_those_of_scipy() {
        let text = include_str!("../../tests/data/sobol.csv");
        let mut compared = 0;
        for line in text.lines().skip(1) {
            let field: Vec<u32> = line.split(',').map(|f| f.parse().unwrap()).collect();
            let (row, place, expected) = (field[0], dimension(field[1] as usize), field[2]);
            // There, points walk in the order of the Gray code.
            assert_eq!(numerator(place, row ^ (row >> 1)), expected, "{line}");
            compared += 1;
        }
        assert_eq!(compared, 304);
    }

    #[test]
    fn the_file_is_used_to_its_end() {
        let mut bits = Bits(include_bytes!("joe_kuo.bin"), 0);
        for _ in 1..DIMENSIONS {
            columns(&mut bits);
        }
        assert!(bits.0.len() * 8 - bits.1 < 8);
        assert!(Dimension::new(DIMENSIONS).is_err());
        assert!(Dimension::new(usize::MAX).is_err());
    }

    /// Generator matrices are upper triangular with ones on the diagonal; so every dimension is a
    /// (0, 1)-sequence.
    #[test]
    fn every_matrix_is_triangular() {
        for columns in TABLE.iter() {
            for (k, column) in columns.iter().enumerate() {
                assert_eq!(column.trailing_zeros() as usize, DIGITS - 1 - k);
            }
        }
    }

    /// Whether 2ᵐ points fall into the 2ᵃ by 2ᵇ boxes of equal number each.
    fn is_even(points: impl Iterator<Item = (f64, f64)>, m: u32, a: u32, b: u32) -> bool {
        let mut boxes = vec![0; 1 << (a + b)];
        for (x, y) in points {
            let column = (x * f64::from(1 << a)) as usize;
            let row = (y * f64::from(1 << b)) as usize;
            boxes[(column << b) + row] += 1;
        }
        boxes.iter().all(|&count| count == 1 << (m - a - b))
    }

    /// Any block of 2ᵐ points is a (0, m, 1)-net in every dimension and a (0, m, 2)-net in the first
    /// two, before and after scrambling.
    #[test]
    fn blocks_are_nets() {
        let plain = |d, i| f64::from(numerator(dimension(d), i)) / 4_294_967_296.0;
        let scrambled = |d: usize, i| quasi_uniform(dimension(d), i, key(5, &d.to_string()));
        for (m, start) in [(4, 0), (4, 48), (10, 0), (10, 5 << 10)] {
            for value in [&plain as &dyn Fn(usize, u32) -> f64, &scrambled] {
                let block = start..start + (1 << m);
                for d in [0, 1, 2, 77, 1023] {
                    assert!(is_even(block.clone().map(|i| (value(d, i), 0.0)), m, m, 0));
                }
                for a in 0..=m {
                    let points = block.clone().map(|i| (value(0, i), value(1, i)));
                    assert!(is_even(points, m, a, m - a));
                }
            }
        }
        // The test has power: a single point out of its place is seen.
        let moved = (0..16).map(|i| (scrambled(0, i + u32::from(i == 7)), 0.0));
        assert!(!is_even(moved, 4, 4, 0));
    }
}
