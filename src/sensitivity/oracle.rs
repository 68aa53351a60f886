//! The same numbers through other people's code: SALib 1.6.0 (Sobol', PAWN) and SciPy 1.17.1 (ranks) on the Ishigami
//! function at points that both can make exactly.

use super::known::Ishigami;
use super::{Resampling, cramer, pairs, pawn, ranks, sobol};

const ROWS: usize = 2000;

/// Fractional parts of roots.
const STEPS: [f64; 6] = [
    0.6180339887498949,
    0.41421356237309515,
    0.7320508075688772,
    0.23606797749978969,
    0.6457513110645907,
    0.3166247903553998,
];

fn column(i: usize) -> Vec<f64> {
    (1..=ROWS)
        .map(|row| row as f64 * STEPS[i])
        .map(|place| place - place.floor())
        .collect()
}

fn outputs(columns: [usize; 3]) -> Vec<f64> {
    let model = Ishigami { a: 7.0, b: 0.1 };
    let [x, y, z] = columns.map(column);
    (0..ROWS)
        .map(|row| model.evaluate([x[row], y[row], z[row]]))
        .collect()
}

fn near(found: &[f64], expected: &[f64], tolerance: f64) {
    for (f, e) in found.iter().zip(expected) {
        assert!((f - e).abs() <= tolerance, "{found:?} {expected:?}");
    }
    assert_eq!(found.len(), expected.len());
}

#[test]
fn sobol_indices() {
    let resampling = Resampling::new(100, 0.95, 1).unwrap();
    let (a, b) = (outputs([0, 1, 2]), outputs([3, 4, 5]));
    let ab = [[3, 1, 2], [0, 4, 2], [0, 1, 5]].map(outputs);
    let ba = [[0, 4, 5], [3, 1, 5], [3, 4, 2]].map(outputs);
    let found = sobol::indices(&a, &b, &ab, &resampling).unwrap();
    let first: Vec<f64> = found.iter().map(|i| i.first.value).collect();
    let total: Vec<f64> = found.iter().map(|i| i.total.value).collect();
    near(
        &total,
        &[0.5578474209836582, 0.44362363795313053, 0.24536516314695547],
        1e-12,
    );
    // SALib centres on the mean of all columns, not of A and B.
    near(
        &first,
        &[
            0.3166684298663057,
            0.44204388134912836,
            0.0073842890713941975,
        ],
        1e-3,
    );
    // SALib takes one of the two orders of a pair.
    let second = pairs::second_order(&a, &b, &ab, &ba, &resampling).unwrap();
    let second: Vec<f64> = second.iter().map(|p| p.index.value).collect();
    let expected = [
        0.004924688116912435,
        0.24145291081839482,
        0.001362767999568978,
    ];
    near(&second, &expected, 0.02);
}

#[test]
fn measures_from_an_ordinary_sample() {
    let resampling = Resampling::new(100, 0.95, 1).unwrap();
    let (x, y) = ([0, 1, 2].map(column), outputs([0, 1, 2]));
    let distances = pawn::pawn(&x, &y, 10, &resampling).unwrap().inputs;
    let of = |part: fn(&pawn::Distances) -> f64| distances.iter().map(part).collect::<Vec<_>>();
    // One row of the 200 of a slice may be on the other side of its edge.
    near(&of(|d| d.median), &[0.242, 0.395, 0.08675], 0.0051);
    near(
        &of(|d| d.mean),
        &[0.22639749, 0.34791709, 0.09804322],
        0.0051,
    );
    near(&of(|d| d.greatest), &[0.296, 0.501, 0.19793216], 0.0051);
    let rho: Vec<f64> = ranks::spearman(&x, &y, 0.95)
        .unwrap()
        .iter()
        .map(|e| e.value)
        .collect();
    near(
        &rho,
        &[
            0.44320761730190433,
            0.008333414083353521,
            -0.00872346368086592,
        ],
        1e-12,
    );
    let regression = ranks::regression(&x, &y, 0.95).unwrap();
    let coefficients: Vec<f64> = regression.coefficients.iter().map(|e| e.value).collect();
    near(
        &coefficients,
        &[
            0.44317394773388774,
            0.005660515274115371,
            -0.00875061626871337,
        ],
        1e-12,
    );
    near(&[regression.r_squared], &[0.19654157652632454], 1e-12);
    let xi = cramer::cramer_von_mises(&x, &y, 0.95, 1).unwrap().inputs;
    near(
        &xi,
        &[0.09383927345981835, 0.46954436738609184, 0.3975308493827123],
        1e-12,
    );
}
