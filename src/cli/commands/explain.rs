//! `vessels explain CODE|KEY|METRIC`

use crate::cli::args::Explain;
use crate::cli::status::{CliError, Status};
use std::io::Write;
use vessels::diag::Code;
use vessels::results::metric;
use vessels::scenario::reference;

pub(crate) fn run(args: &Explain) -> Result<Status, CliError> {
    let topic = args.topic.trim();
    let mut texts = Vec::new();
    let code = Code::ALL
        .iter()
        .find(|c| c.id().eq_ignore_ascii_case(topic));
    if let Some(code) = code {
        texts.push(format!("{}\n{}", code.id(), unindented(code.explanation())));
    }
    if let Some(metric) = metric::find(&topic.to_ascii_lowercase()) {
        texts.push(format!(
            "metric {} ({}; {})\n{}\n",
            metric.name,
            metric.unit,
            metric.interest.name(),
            metric.doc
        ));
    }
    for (path, key) in reference::matching(topic) {
        texts.push(format!(
            "key {path} ({})\n{}\ntakes {}\nexample: {}\n",
            reference::presence(key, reference::table_of(&path)),
            key.doc,
            reference::takes(&key.kind),
            key.example
        ));
    }
    if texts.is_empty() {
        return Err(CliError::Unknown(format!(
            "`{topic}` is no diagnostic code (S000 …), no key (see docs/scenario.md) and no metric (see the first column of summary.csv)"
        )));
    }
    write!(std::io::stdout(), "{}", texts.join("\n"))?;
    Ok(Status::Done)
}

fn unindented(text: &str) -> String {
    text.lines()
        .map(|line| format!("{}\n", line.trim_start()))
        .collect()
}
