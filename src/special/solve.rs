//! Root of an increasing function of one variable.

/// The u in [low, high] at which an increasing function crosses zero.
///
/// `function` returns the value and the derivative. Newton's method, with bisection whenever a step
/// would leave the bracket or the steps do not shrink; an end is returned if there is no crossing.
pub(crate) fn increasing_root(
    function: impl Fn(f64) -> (f64, f64),
    start: f64,
    mut low: f64,
    mut high: f64,
) -> f64 {
    /// Enough for bisection alone to exhaust a double.
    const MAX_STEPS: u32 = 200;
    let mut u = start.clamp(low, high);
    let mut last_step = f64::INFINITY;
    for _ in 0..MAX_STEPS {
        let (value, derivative) = function(u);
        if value == 0.0 {
            return u;
        }
        if value > 0.0 {
            high = u;
        } else {
            low = u;
        }
        let newton = u - value / derivative;
        let usable = newton > low && newton < high && (newton - u).abs() < 0.9 * last_step;
        let next = if usable { newton } else { 0.5 * (low + high) };
        let step = (next - u).abs();
        last_step = if usable { step } else { f64::INFINITY };
        u = next;
        if step <= 2.0 * f64::EPSILON * u.abs().max(f64::MIN_POSITIVE) {
            break;
        }
    }
    u
}
