//! Integrals over the tail of a smooth density with one peak.

/// Positive nodes of the 16-point Gauss–Legendre rule on [−1, 1], and their weights.
const NODES: [(f64, f64); 8] = [
    (0.095_012_509_837_637_44, 0.189_450_610_455_068_5),
    (0.281_603_550_779_258_9, 0.182_603_415_044_923_6),
    (0.458_016_777_657_227_4, 0.169_156_519_395_002_54),
    (0.617_876_244_402_643_7, 0.149_595_988_816_576_73),
    (0.755_404_408_355_003, 0.124_628_971_255_533_87),
    (0.865_631_202_387_831_7, 0.095_158_511_682_492_78),
    (0.944_575_023_073_232_6, 0.062_253_523_938_647_89),
    (0.989_400_934_991_649_9, 0.027_152_459_411_754_096),
];

/// ∫₀^limit density(s) ds for a density that is 1 at s = 0 and falls from there on.
///
/// `slope` is minus the logarithmic derivative at 0, `deviation` the standard deviation of the
/// whole peak; together they give the length over which the density falls, and so the panels.
pub(super) fn tail_integral(
    density: impl Fn(f64) -> f64,
    slope: f64,
    deviation: f64,
    limit: f64,
) -> f64 {
    /// Past this many panels a falling density adds nothing that a double can hold.
    const MAX_PANELS: u32 = 64;
    let half_slope = 0.5 * slope.max(0.0);
    let fall = half_slope + (half_slope * half_slope + 1.0 / (deviation * deviation)).sqrt();
    let width = 3.0 / fall;
    let mut total = 0.0;
    for panel in 0..MAX_PANELS {
        let start = f64::from(panel) * width;
        if start >= limit {
            break;
        }
        let part = gauss_legendre(&density, start, (start + width).min(limit));
        total += part;
        if part <= 1e-18 * total {
            break;
        }
    }
    total
}

fn gauss_legendre(function: impl Fn(f64) -> f64, from: f64, to: f64) -> f64 {
    let (centre, half) = (0.5 * (from + to), 0.5 * (to - from));
    let sum: f64 = NODES
        .iter()
        .map(|&(node, weight)| {
            weight * (function(centre - half * node) + function(centre + half * node))
        })
        .sum();
    half * sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn normal_tails() {
        use crate::special::normal;
        for z in [0.0, 0.5, 3.0, 20.0] {
            let density = |s: f64| libm::exp(-s * (z + 0.5 * s));
            let integral = tail_integral(density, z, 1.0, f64::INFINITY);
            let exact = normal::survival(z) / normal::density(z);
            assert!((integral / exact - 1.0).abs() < 1e-13, "{z}");
        }
    }
}
