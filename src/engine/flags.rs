//! Flags of a stream on a day: one binomial per lane.

use super::lanes::{ItemStream, Lane};
use crate::random::binomial::Binomial;
use crate::random::multivariate::multinomial;
use crate::random::streams::Stream;

/// Draws the flags of one stream, day after day, and keeps the constants of its samplers as long as they hold.
pub(crate) struct Flagger {
    stream: Stream,
    kept: Vec<Option<(u64, f64, Binomial)>>,
}

impl Flagger {
    pub(crate) fn new(stream: Stream, lanes: usize) -> Self {
        Self {
            stream,
            kept: vec![None; lanes],
        }
    }

    /// Flags of every lane of a stream among `items`: the lanes of a multinomial, drawn as conditional binomials.
    pub(crate) fn flag(
        &mut self,
        of: &ItemStream,
        lanes: &[Lane],
        phase: usize,
        items: u64,
        out: &mut [u64],
    ) {
        let (mut left, mut free) = (items, 1.0);
        for (i, lane) in of.lanes.clone().enumerate() {
            let rate = lanes[lane].rate[phase];
            if rate == 0.0 {
                out[lane] = 0;
                continue;
            }
            let p = if free == 1.0 {
                rate
            } else {
                (rate / free).min(1.0)
            };
            let n = self.draw(i, left, p);
            out[lane] = n;
            left -= n;
            free -= rate;
        }
    }

    fn draw(&mut self, i: usize, n: u64, p: f64) -> u64 {
        match &self.kept[i] {
            Some((kept_n, kept_p, sampler)) if *kept_n == n && *kept_p == p => {
                sampler.sample(&mut self.stream)
            }
            _ => {
                let sampler = binomial(n, p);
                let drawn = sampler.sample(&mut self.stream);
                self.kept[i] = Some((n, p, sampler));
                drawn
            }
        }
    }
}

/// A binomial sampler; `p` is a probability up to rounding.
pub(crate) fn binomial(n: u64, p: f64) -> Binomial {
    Binomial::new(n, p.clamp(0.0, 1.0)).expect("counts are below 2⁶³ and p was clamped to 0..1")
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
