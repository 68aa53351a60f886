//! Flags of a stream on a day: one binomial per lane.

use super::reading::Reading;
use crate::random::binomial::Binomial;
use crate::random::multivariate::multinomial;
use crate::random::streams::Stream;

/// Draws the flags of one stream, day after day, and keeps the constants of its samplers as long as they hold.
pub(crate) struct Flagger {
    /// One for each lane, so that a lane whose rate changes leaves the others as they were.
    lanes: Vec<(Stream, Option<Kept>)>,
}

/// A sampler with its number of trials and its probability.
type Kept = (u64, f64, Binomial);

impl Flagger {
    pub(crate) fn new(streams: Vec<Stream>) -> Self {
        Self {
            lanes: streams.into_iter().map(|s| (s, None)).collect(),
        }
    }

    /// Flags of every lane among `items`: the lanes of a multinomial, drawn as conditional binomials.
    pub(crate) fn flag(&mut self, reading: &Reading, items: u64, out: &mut [u64]) {
        let (mut left, mut free) = (items, 1.0);
        for ((lane, rate), out) in self.lanes.iter_mut().zip(&reading.flagged).zip(out) {
            if *rate == 0.0 {
                *out = 0;
                continue;
            }
            let p = (rate / free).min(1.0);
            let n = draw(lane, left, p);
            *out = n;
            left -= n;
            free -= rate;
        }
    }
}

fn draw(lane: &mut (Stream, Option<Kept>), n: u64, p: f64) -> u64 {
    let (stream, kept) = lane;
    match kept {
        Some((kept_n, kept_p, sampler)) if *kept_n == n && *kept_p == p => sampler.sample(stream),
        _ => {
            let sampler = Binomial::new(n, p.clamp(0.0, 1.0)).expect("p was clamped to 0..1");
            let drawn = sampler.sample(stream);
            *kept = Some((n, p, sampler));
            drawn
        }
    }
}

/// A binomial number; `p` is a probability up to rounding.
pub(crate) fn binomial(n: u64, p: f64, stream: &mut Stream) -> u64 {
    Binomial::draw(stream, n, p.clamp(0.0, 1.0)).expect("p was clamped to 0..1")
}

/// A Poisson number: a binomial of very many trials, whose distance from it in total variation is of the order of the
/// probability of a trial (Le Cam 1960), here below 1e-9 for means up to a million.
pub(crate) fn poisson(mean: f64, stream: &mut Stream) -> u64 {
    const TRIALS: u64 = 1 << 50;
    if !(mean > 0.0) {
        return 0;
    }
    binomial(TRIALS, mean / TRIALS as f64, stream)
}

/// `n` units shared out at random with these weights: a multinomial draw. Nothing is drawn of nothing.
pub(crate) fn shared_out(n: u64, weights: &[f64], stream: &mut Stream) -> Vec<u64> {
    let mut parts = vec![0; weights.len()];
    if n > 0 {
        multinomial(stream, n, weights, &mut parts)
            .expect("weights are probabilities, and some are positive where there are units");
    }
    parts
}

/// `n` units of a few sorts with these weights, written into `out`: a multinomial draw.
pub(crate) fn split(n: u64, weights: &[f64], out: &mut [u64], stream: &mut Stream) {
    out.fill(0);
    let mut left = n;
    for (i, weight) in weights.iter().enumerate() {
        if left == 0 {
            return;
        }
        let rest: f64 = weights[i + 1..].iter().sum();
        out[i] = if rest == 0.0 {
            left
        } else if *weight == 0.0 {
            0
        } else {
            binomial(left, weight / (weight + rest), stream)
        };
        left -= out[i];
    }
}
