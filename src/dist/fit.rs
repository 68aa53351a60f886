//! What shapes are fitted and inverted with.

/// The point where `f`, which rises from negative to positive, is zero: to the last bit, or after 100 halvings.
pub(super) fn bisect(mut low: f64, mut high: f64, f: impl Fn(f64) -> f64) -> f64 {
    for _ in 0..100 {
        let middle = 0.5 * (low + high);
        if f(middle) < 0.0 {
            low = middle;
        } else {
            high = middle;
        }
        let next = 0.5 * (low + high);
        if next == low || next == high {
            break;
        }
    }
    0.5 * (low + high)
}

/// P(X ≤ x) of a triangular distribution.
pub(super) fn triangular_cdf(min: f64, mode: f64, max: f64, x: f64) -> f64 {
    if x <= min {
        0.0
    } else if x >= max {
        1.0
    } else if x < mode {
        (x - min) * (x - min) / ((max - min) * (mode - min))
    } else {
        1.0 - (max - x) * (max - x) / ((max - min) * (max - mode))
    }
}

/// The value below which a triangular variable lies with probability p.
pub(super) fn triangular_quantile(min: f64, mode: f64, max: f64, p: f64) -> f64 {
    if p * (max - min) < mode - min {
        min + (p * (max - min) * (mode - min)).sqrt()
    } else {
        max - ((1.0 - p) * (max - min) * (max - mode)).sqrt()
    }
}
