//! Dashed lines.

use super::scene::Point;

/// Cuts a path into the strokes of a dashed line.
pub(crate) fn dashes(points: &[Point], (on, off): (f64, f64)) -> Vec<Vec<Point>> {
    let mut strokes = Vec::new();
    let mut current: Vec<Point> = points.first().copied().into_iter().collect();
    let (mut drawing, mut left) = (true, on);
    for pair in points.windows(2) {
        let ((x, y), (dx, dy)) = (pair[0], (pair[1].0 - pair[0].0, pair[1].1 - pair[0].1));
        let length = (dx * dx + dy * dy).sqrt();
        let mut done = 0.0;
        while length - done > left {
            done += left;
            let here = (x + dx * done / length, y + dy * done / length);
            if drawing {
                current.push(here);
                strokes.push(std::mem::take(&mut current));
            } else {
                current = vec![here];
            }
            drawing = !drawing;
            left = if drawing { on } else { off };
        }
        left -= length - done;
        if drawing {
            current.push(pair[1]);
        }
    }
    if drawing {
        strokes.push(current);
    }
    strokes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dashes_cover_the_path_in_equal_strokes() {
        let strokes = dashes(&[(0.0, 0.0), (25.0, 0.0)], (10.0, 5.0));
        assert_eq!(
            strokes,
            vec![
                vec![(0.0, 0.0), (10.0, 0.0)],
                vec![(15.0, 0.0), (25.0, 0.0)]
            ]
        );
        assert!(dashes(&[], (10.0, 5.0)).iter().all(Vec::is_empty));
    }
}
