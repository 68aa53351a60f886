//! Sets of points in which a run of k neighbours within the window was planted.

use crate::random::gamma::gamma;
use crate::random::{Stream, Streams, uniform_open};

/// Seed of the simulation; it belongs to the definition of the table.
const SEED: u64 = 1983;

/// Relative standard error of a simulated count.
pub(super) const RELATIVE_ERROR: f64 = 0.01;

/// E[1 / number of runs found], given that one run is planted.
pub(super) fn inverse_found(k: u64, n: u64, fraction: f64) -> f64 {
    const BATCH: u32 = 500;
    const MAX_BATCHES: u32 = 200;
    let mut planter = Planter::new(k, n, fraction);
    let (mut sum, mut squares, mut draws) = (0.0, 0.0, 0.0);
    for _ in 0..MAX_BATCHES {
        for _ in 0..BATCH {
            let inverse = 1.0 / planter.runs_found() as f64;
            sum += inverse;
            squares += inverse * inverse;
            draws += 1.0;
        }
        let (mean, square) = (sum / draws, squares / draws);
        if square - mean * mean <= draws * (RELATIVE_ERROR * mean) * (RELATIVE_ERROR * mean) {
            break;
        }
    }
    sum / draws
}

/// Draws sets of points that contain a run.
struct Planter {
    k: usize,
    n: usize,
    fraction: f64,
    stream: Stream,
    points: Vec<f64>,
}

impl Planter {
    fn new(k: u64, n: u64, fraction: f64) -> Self {
        Self {
            k: k as usize,
            n: n as usize,
            fraction,
            stream: Streams::new(SEED).stream("theory/accounts/scan", n),
            points: Vec::with_capacity(n as usize + 1),
        }
    }

    /// Number of runs in a set of points of which a random run was made to lie within the fraction.
    ///
    /// The points outside the run are uniform on what its span leaves of the horizon; the run begins at any of them with
    /// equal chance, and its inner points are uniform within.
    fn runs_found(&mut self) -> usize {
        let (inner, outside) = (self.k - 2, self.n - self.k + 1);
        let span = self.span();
        self.points.clear();
        append_sorted(&mut self.stream, &mut self.points, outside, 1.0 - span);
        let index = (uniform_open(&mut self.stream) * outside as f64) as usize;
        let begin = self.points[index];
        for point in &mut self.points[index + 1..] {
            *point += span;
        }
        let planted = self.points.len();
        append_sorted(&mut self.stream, &mut self.points, inner, span);
        for point in &mut self.points[planted..] {
            *point += begin;
        }
        self.points.push(begin + span);
        self.points[index + 1..].rotate_right(inner + 1);
        let ends = &self.points[self.k - 1..];
        let found = self.points.iter().zip(ends);
        // Rounding can lengthen the planted run by its last digit.
        found
            .filter(|(from, to)| *to - *from <= self.fraction)
            .count()
            .max(1)
    }

    /// The span of a run given that it is at most the fraction: beta with shapes k − 1 and n − k + 2, cut off.
    ///
    /// Its density is log-concave in ln d. Where it still rises steeply at the cut, by rejection from the power of d that
    /// touches it there; else from the whole distribution.
    fn span(&mut self) -> f64 {
        let (first, rest) = ((self.k - 1) as f64, (self.n - self.k + 1) as f64);
        let (cut, left) = (self.fraction, 1.0 - self.fraction);
        let bend = rest * cut / left;
        let slope = first - bend;
        loop {
            if slope > (bend / left).sqrt() {
                let ln_ratio = libm::log(uniform_open(&mut self.stream)) / slope;
                let span = cut * libm::exp(ln_ratio);
                let ln_accepted = bend * ln_ratio + rest * libm::log((1.0 - span) / left);
                if libm::log(uniform_open(&mut self.stream)) <= ln_accepted {
                    return span;
                }
            } else {
                let (own, others) = (
                    gamma(&mut self.stream, first),
                    gamma(&mut self.stream, rest + 1.0),
                );
                let span = own / (own + others);
                if span <= cut {
                    return span;
                }
            }
        }
    }
}

/// Appends `count` uniform numbers between 0 and `length` in order: the partial sums of exponential spacings.
fn append_sorted(stream: &mut Stream, points: &mut Vec<f64>, count: usize, length: f64) {
    let from = points.len();
    let mut sum = 0.0;
    for _ in 0..count {
        sum -= libm::log(uniform_open(stream));
        points.push(sum);
    }
    let scale = length / (sum - libm::log(uniform_open(stream)));
    for point in &mut points[from..] {
        *point *= scale;
    }
}
