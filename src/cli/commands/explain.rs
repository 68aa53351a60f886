//! `vessels explain CODE|KEY|METRIC`

use crate::cli::args::Explain;
use crate::cli::status::{CliError, Status};
use std::io::Write;
use vessels::diag::Code;
use vessels::results::metric;
use vessels::scenario::{nearest, reference};

pub(crate) fn run(args: &Explain) -> Result<Status, CliError> {
    let topic = args.topic.trim();
    let mut texts = Vec::new();
    let code = Code::ALL
        .iter()
        .find(|c| c.id().eq_ignore_ascii_case(topic));
    if let Some(code) = code {
        texts.push(format!("{}\n{}", code.id(), unindented(code.explanation())));
    }
    let name = topic.to_ascii_lowercase();
    let name = name.split(['@', ':', '%']).next().unwrap_or_default();
    if let Some(metric) = metric::find(name) {
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
        let near = near(topic).map_or(String::new(), |near| format!("; did you mean `{near}`?"));
        return Err(CliError::Unknown(format!(
            "`{topic}` is no diagnostic code (S000 …), no key (see docs/scenario.md) and no metric (see docs/metrics.md){near}"
        )));
    }
    write!(std::io::stdout(), "{}", texts.join("\n"))?;
    Ok(Status::Done)
}

/// The metric, path of a key or name of a key that is written most like `topic`.
fn near(topic: &str) -> Option<String> {
    let keys = reference::keys();
    let paths = keys.iter().map(|(path, _)| path.as_str());
    let names = keys.iter().map(|(_, key)| key.name);
    let metrics = metric::METRICS.iter().map(|m| m.name);
    nearest(topic, metrics.chain(names).chain(paths)).map(str::to_owned)
}

fn unindented(text: &str) -> String {
    text.lines()
        .map(|line| format!("{}\n", line.trim_start()))
        .collect()
}
