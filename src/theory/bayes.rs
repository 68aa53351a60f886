//! Bayes' rule for flags: precision, false-discovery rate, and what a claim about a bench says.

/// Positive predictive value (precision): the share of flagged items that are abuse.
///
/// ```text
/// precision = r·π / (r·π + f·(1 − π))
/// ```
///
/// | argument | meaning | domain |
/// |---|---|---|
/// | `prevalence` | π, share of scanned items that are abuse | `0..=1` |
/// | `recall` | r, P(flag \| abuse) | `0..=1` |
/// | `fpr` | f, P(flag \| innocent item) | `0..=1` |
///
/// `None` when nothing is ever flagged: the share is then undefined, not zero.
///
/// # Examples
///
/// ```
/// use vessels::theory::bayes::precision;
/// // Prevalence 5.4 in 100 000, recall 80 %, one innocent item in a thousand flagged: 4.1 % of flags are right.
/// let p = precision(5.4e-5, 0.80, 1e-3).unwrap();
/// assert!((p - 0.0414).abs() < 5e-5);
/// assert_eq!(precision(0.5, 0.0, 0.0), None);
/// ```
pub fn precision(prevalence: f64, recall: f64, fpr: f64) -> Option<f64> {
    let right = recall * prevalence;
    let wrong = fpr * (1.0 - prevalence);
    (right + wrong > 0.0).then(|| right / (right + wrong))
}

/// False-discovery rate, 1 − precision, without cancellation: the share of flagged items that are innocent.
///
/// `None` when nothing is ever flagged.
pub fn false_discovery_rate(prevalence: f64, recall: f64, fpr: f64) -> Option<f64> {
    let right = recall * prevalence;
    let wrong = fpr * (1.0 - prevalence);
    (right + wrong > 0.0).then(|| wrong / (right + wrong))
}

/// The false-positive rate that a claim of precision on a bench implies:
/// `FPR = recall · π/(1−π) · (1−precision)/precision`, with π the share of the bench that is abuse.
///
/// # Examples
///
/// ```
/// use vessels::theory::bayes::bench_false_positive_rate;
/// // Precision 0.9 and recall 0.8 where one item in 10 000 is abuse: 8.9 innocent items in a million are flagged.
/// assert!((bench_false_positive_rate(0.9, 0.8, 1e-4) / 8.89e-6 - 1.0).abs() < 1e-3);
/// ```
pub fn bench_false_positive_rate(precision: f64, recall: f64, prevalence: f64) -> f64 {
    recall * prevalence / (1.0 - prevalence) * (1.0 - precision) / precision
}

/// The false-positive rate at which a detector of this recall has false-discovery rate `fdr`:
/// `FPR = recall · π/(1−π) · fdr/(1−fdr)`.
pub fn false_positive_rate_at(fdr: f64, recall: f64, prevalence: f64) -> f64 {
    recall * prevalence / (1.0 - prevalence) * fdr / (1.0 - fdr)
}
