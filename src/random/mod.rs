//! Temporary.
#![allow(missing_docs)]
pub mod streams {
    use rand::{Rng, SeedableRng, rngs::ChaCha8Rng};
    pub type Stream = ChaCha8Rng;
    pub struct Streams(u64);
    impl Streams {
        pub fn new(seed: u64) -> Self {
            Self(seed)
        }
        pub fn stream(&self, name: &str, index: u64) -> Stream {
            let mut h = 0xcbf29ce484222325u64 ^ self.0;
            for b in name.bytes() {
                h = (h ^ b as u64).wrapping_mul(0x100000001b3);
            }
            let mut r = ChaCha8Rng::seed_from_u64(h);
            r.set_stream(index);
            r
        }
    }
    pub fn uniform_open(r: &mut Stream) -> f64 {
        ((r.next_u64() >> 11) as f64 + 0.5) / (1u64 << 53) as f64
    }
}
pub mod binomial {
    use super::streams::Stream;
    use rand_distr::Distribution;
    #[derive(Debug, Clone)]
    pub struct Binomial(rand_distr::Binomial);
    impl Binomial {
        pub fn new(n: u64, p: f64) -> Result<Self, String> {
            rand_distr::Binomial::new(n, p)
                .map(Self)
                .map_err(|e| e.to_string())
        }
        pub fn sample(&self, r: &mut Stream) -> u64 {
            self.0.sample(r)
        }
    }
}
pub mod gamma {
    use super::streams::Stream;
    use rand_distr::Distribution;
    pub fn gamma(r: &mut Stream, shape: f64) -> f64 {
        rand_distr::Gamma::new(shape, 1.0).unwrap().sample(r)
    }
}
pub mod multivariate {
    use super::streams::Stream;
    use rand_distr::Distribution;
    pub fn multivariate_hypergeometric(
        r: &mut Stream,
        counts: &[u64],
        mut draws: u64,
        out: &mut [u64],
    ) {
        let mut rest: u64 = counts.iter().sum();
        for (o, c) in out.iter_mut().zip(counts) {
            *o = if draws == 0 || *c == 0 {
                0
            } else {
                rand_distr::Hypergeometric::new(rest, *c, draws)
                    .unwrap()
                    .sample(r)
            };
            rest -= c;
            draws -= *o;
        }
    }
    pub fn multinomial(r: &mut Stream, mut n: u64, w: &[f64], out: &mut [u64]) {
        let mut total: f64 = w.iter().sum();
        let last = w.iter().rposition(|x| *x > 0.0).unwrap_or(0);
        for (i, (o, x)) in out.iter_mut().zip(w).enumerate() {
            *o = if i == last {
                n
            } else if n == 0 || *x == 0.0 {
                0
            } else {
                rand_distr::Binomial::new(n, (x / total).min(1.0))
                    .unwrap()
                    .sample(r)
            };
            total -= x;
            n -= *o;
        }
    }
}
