//! Reads the table of reference values that `tests/data/special.py` computes with 50 digits.

const TABLE: &str = include_str!("../../tests/data/special.csv");

/// Requires every row of one function of the table to agree to a relative `tolerance`.
pub(super) fn assert_matches_reference(
    function: &str,
    tolerance: f64,
    compute: impl Fn(&[f64]) -> f64,
) {
    assert_table_matches(TABLE, function, tolerance, compute);
}

/// The same for another table of the same form: function, arguments between spaces, value.
pub(crate) fn assert_table_matches(
    table: &str,
    function: &str,
    tolerance: f64,
    compute: impl Fn(&[f64]) -> f64,
) {
    let mut rows = 0;
    let mut wrong = Vec::new();
    for line in table.lines().skip(1) {
        let fields: Vec<&str> = line.split(',').collect();
        if fields[0] != function {
            continue;
        }
        rows += 1;
        let arguments: Vec<f64> = fields[1]
            .split_whitespace()
            .map(|text| text.parse().expect("a number"))
            .collect();
        let expected: f64 = fields[2].parse().expect("a number");
        let computed = compute(&arguments);
        let error = (computed - expected).abs() / expected.abs();
        let agrees = if expected == 0.0 {
            computed == 0.0
        } else {
            error <= tolerance
        };
        if !agrees {
            wrong.push(format!(
                "{function} {arguments:?}: {computed:e}, not {expected:e} ({error:.1e})"
            ));
        }
    }
    assert!(rows > 0, "no reference values for {function}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
