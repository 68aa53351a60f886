//! Answers as a long table: one row for each number.

use super::answer::{Answer, Measure};

/// The columns.
pub const HEADER: [&str; 11] = [
    "metric",
    "unit",
    "method",
    "input",
    "title",
    "input_unit",
    "measure",
    "value",
    "low",
    "high",
    "threshold",
];

/// The rows.
pub fn records(answers: &[Answer]) -> Vec<Vec<String>> {
    let mut records = Vec::new();
    for answer in answers {
        for input in &answer.inputs {
            for measure in &input.measures {
                let who = [&input.path, &input.title, &input.unit];
                records.push(record(answer, who.map(String::as_str), measure));
            }
        }
        for pair in &answer.pairs {
            let both = format!("{} × {}", pair.first, pair.second);
            records.push(record(answer, [&both, &both, ""], &pair.interaction));
        }
    }
    records
}

fn record(answer: &Answer, who: [&str; 3], measure: &Measure) -> Vec<String> {
    let number = |x: Option<f64>| match x.filter(|x| x.is_finite()) {
        Some(x) => x.to_string(),
        None => String::new(),
    };
    let mut record: Vec<String> = [&answer.metric, &answer.unit, answer.method.word()]
        .into_iter()
        .chain(who)
        .chain([measure.name])
        .map(str::to_owned)
        .collect();
    record.push(number(Some(measure.value)));
    record.extend([measure.low, measure.high, measure.threshold].map(number));
    record
}
