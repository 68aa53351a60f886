//! The range of a factor, from the words in which a study describes its values.

/// Lowest and highest value as given, or the 5 % and the 95 % quantile of its own distribution; `None` of words, chance
/// and long lists.
pub(super) fn range(over: &str) -> Option<[f64; 2]> {
    if let Some(own) = over.strip_prefix("its own distribution, ") {
        return ends(own.strip_suffix(" (5 and 95 %)")?, " to ");
    }
    let values = over.strip_suffix(" log").unwrap_or(over);
    if values.contains(" .. ") {
        return ends(values, " .. ");
    }
    let numbers: Vec<f64> = values
        .split("; ")
        .map(str::parse)
        .collect::<Result<_, _>>()
        .ok()?;
    let least = numbers.iter().copied().fold(f64::INFINITY, f64::min);
    let most = numbers.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    Some([least, most])
}

fn ends(text: &str, between: &str) -> Option<[f64; 2]> {
    let (low, high) = text.split_once(between)?;
    Some([low.parse().ok()?, high.parse().ok()?])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_as_given() {
        for (over, expected) in [
            ("100 .. 200", Some([100.0, 200.0])),
            ("0.000001 .. 1 log", Some([1e-6, 1.0])),
            ("7; 1; 3", Some([1.0, 7.0])),
            (
                "its own distribution, 0.0001 to 0.2 (5 and 95 %)",
                Some([1e-4, 0.2]),
            ),
            ("true; false", None),
            ("streams of random numbers", None),
            ("1000 values", None),
        ] {
            assert_eq!(range(over), expected, "{over}");
        }
    }
}
