//! A smooth curve through values that are not equally spaced.

/// Cubic Hermite interpolation; the slope at a place is that of the parabola through it and its neighbours.
pub(super) struct Interpolation {
    places: Vec<f64>,
    values: Vec<f64>,
    slopes: Vec<f64>,
}

impl Interpolation {
    /// Through `values` at increasing `places`, of which there is at least one.
    pub(super) fn new(places: Vec<f64>, values: Vec<f64>) -> Self {
        let secants: Vec<(f64, f64)> = places
            .windows(2)
            .zip(values.windows(2))
            .map(|(x, y)| (x[1] - x[0], (y[1] - y[0]) / (x[1] - x[0])))
            .collect();
        let slopes = (0..places.len())
            .map(|i| {
                slope_between(
                    i.checked_sub(1).map(|i| secants[i]),
                    secants.get(i).copied(),
                )
            })
            .collect();
        Self {
            places,
            values,
            slopes,
        }
    }

    /// The curve at `x`; beyond an end the value at that end.
    pub(super) fn at(&self, x: f64) -> f64 {
        let next = self.places.partition_point(|&place| place <= x);
        let last = self.places.len() - 1;
        if next == 0 || next > last {
            return self.values[next.min(last)];
        }
        let (i, width) = (next - 1, self.places[next] - self.places[next - 1]);
        let t = (x - self.places[i]) / width;
        let (slope, end_slope) = (self.slopes[i] * width, self.slopes[next] * width);
        let rise = self.values[next] - self.values[i];
        let square = 3.0 * rise - 2.0 * slope - end_slope;
        let cube = slope + end_slope - 2.0 * rise;
        self.values[i] + t * (slope + t * (square + t * cube))
    }
}

/// From the widths and slopes of the secants on both sides; at an end that of the only secant.
fn slope_between(left: Option<(f64, f64)>, right: Option<(f64, f64)>) -> f64 {
    match (left, right) {
        (Some((before, left)), Some((after, right))) => {
            (after * left + before * right) / (before + after)
        }
        (Some((_, slope)), None) | (None, Some((_, slope))) => slope,
        (None, None) => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn goes_through_values_and_keeps_parabolas() {
        let places = vec![0.0, 0.5, 1.5, 2.0, 4.0];
        let parabola = |x: f64| 1.0 - 3.0 * x + 0.5 * x * x;
        let values: Vec<f64> = places.iter().map(|&x| parabola(x)).collect();
        let curve = Interpolation::new(places.clone(), values);
        for x in places.into_iter().chain([0.7, 1.1, 1.9]) {
            assert!((curve.at(x) - parabola(x)).abs() < 1e-14, "{x}");
        }
        assert_eq!(curve.at(-1.0), parabola(0.0));
        assert_eq!(curve.at(9.0), parabola(4.0));
        assert_eq!(Interpolation::new(vec![1.0], vec![7.0]).at(3.0), 7.0);
    }
}
