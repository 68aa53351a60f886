//! What a finished sensitivity analysis says, beside what the replications of the report themselves say.

use crate::language::Language;
use crate::say;
use serde::Deserialize;

/// Factors named for one metric.
const NAMED: usize = 5;

/// The file `sensitivity.json`, as far as a report shows it.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Influences {
    study: Study,
    answers: Vec<Answer>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
struct Study {
    program: String,
    version: String,
    policies: Vec<Policy>,
    seed: u64,
    replications: u64,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
struct Policy {
    name: String,
    digest: String,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
struct Answer {
    method: String,
    metric: String,
    unit: String,
    points: u64,
    inputs: Vec<Input>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
struct Input {
    path: String,
    measures: Vec<Measure>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
struct Measure {
    value: Option<f64>,
}

/// Why a file says nothing about a report.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InfluencesError {
    /// It is another kind of file.
    #[error("it is no sensitivity.json of `vessels sensitivity`: {0}")]
    Form(String),
    /// Another version made it, whose numbers may differ.
    #[error("version {0} made it, and this is version {version}", version = env!("CARGO_PKG_VERSION"))]
    Version(String),
    /// It is about scenarios that the report does not have.
    #[error("it is about {0}, which this report has not")]
    Scenario(String),
    /// It is about a scenario of the report under other settings.
    #[error(
        "it was made from `{scenario}` under other settings (digest {theirs}; here {ours}): give both commands the same `--set`"
    )]
    Settings {
        /// The scenario.
        scenario: String,
        /// Digest in the file.
        theirs: String,
        /// Digest of the scenario of the report.
        ours: String,
    },
}

impl Influences {
    /// Reads the text of a file and checks that it is about scenarios of the report: `digest` of a name, a seed and a
    /// number of replications is that of the scenario as a study runs it, `None` where the report has no such scenario.
    ///
    /// # Errors
    ///
    /// [`InfluencesError`] when it is another kind of file, or about something else.
    pub fn read(
        text: &str,
        digest: impl Fn(&str, u64, u64) -> Option<String>,
    ) -> Result<Self, InfluencesError> {
        let read: Self =
            serde_json::from_str(text).map_err(|e| InfluencesError::Form(e.to_string()))?;
        if read.study.program != "vessels" {
            return Err(InfluencesError::Form(format!(
                "it names the program `{}`",
                read.study.program
            )));
        }
        if read.study.version != env!("CARGO_PKG_VERSION") {
            return Err(InfluencesError::Version(read.study.version));
        }
        for policy in &read.study.policies {
            let study = &read.study;
            let Some(ours) = digest(&policy.name, study.seed, study.replications) else {
                return Err(InfluencesError::Scenario(format!("`{}`", policy.name)));
            };
            if ours != policy.digest {
                return Err(InfluencesError::Settings {
                    scenario: policy.name.clone(),
                    theirs: policy.digest.clone(),
                    ours,
                });
            }
        }
        Ok(read)
    }

    /// Its sentences about one scenario.
    pub(super) fn sentences(&self, scenario: &str, language: Language) -> Vec<String> {
        let about = self.study.policies.iter().any(|p| p.name == scenario);
        let answers = self.answers.iter().filter(|_| about);
        answers.map(|answer| sentence(answer, language)).collect()
    }
}

/// A share in tenths of a per cent; one below half of that is not nothing.
fn tenths(share: f64, language: Language) -> String {
    let rounded = (1000.0 * share).round() / 1000.0;
    if share > 0.0 && rounded == 0.0 {
        let tenth = language.percent(0.001);
        return say!(language, "less-than", number = tenth);
    }
    language.percent(rounded)
}

fn sentence(answer: &Answer, language: Language) -> String {
    let shares = ["sobol", "shapley", "given-data"].contains(&answer.method.as_str());
    let named = answer.inputs.iter().take(NAMED).filter_map(|input| {
        let value = input.measures.first()?.value?;
        let written = if shares {
            tenths(value, language)
        } else {
            language.number(value)
        };
        Some(format!("`{}` {written}", input.path))
    });
    let factors: Vec<String> = named.collect();
    let metric = answer.metric.as_str();
    let method = answer.method.as_str();
    let points = language.thousands(answer.points as f64);
    let factors = factors.join(", ");
    if shares {
        say!(
            language,
            "report-influence-share",
            metric = metric,
            method = method,
            points = points,
            factors = factors
        )
    } else {
        say!(
            language,
            "report-influence-size",
            metric = metric,
            method = method,
            points = points,
            factors = factors,
            unit = language.translate(&answer.unit)
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(version: &str) -> String {
        serde_json::json!({
            "study": {
                "program": "vessels", "version": version,
                "policies": [{ "name": "a", "title": "A", "digest": "a 7 2" }],
                "seed": 7, "replications": 2,
            },
            "answers": [{
                "method": "sobol", "metric": "flags", "unit": "flags/day", "points": 2048,
                "inputs": [{ "path": "x.y", "measures": [{ "name": "total", "value": 0.6123 }] }],
            }],
        })
        .to_string()
    }

    /// The digest of one scenario.
    fn only(known: &str) -> impl Fn(&str, u64, u64) -> Option<String> {
        move |name, seed, replications| {
            (name == known).then(|| format!("{name} {seed} {replications}"))
        }
    }

    #[test]
    fn a_file_about_the_report_is_said() {
        let now = file(env!("CARGO_PKG_VERSION"));
        let read = Influences::read(&now, only("a")).expect("it is about a");
        let said = read.sentences("a", Language::default());
        assert_eq!(said.len(), 1);
        assert!(
            said[0].contains("`x.y` 61.2 %") && said[0].contains("2,048"),
            "{said:?}"
        );
        assert!(read.sentences("b", Language::default()).is_empty());
    }

    #[test]
    fn a_file_about_something_else_is_refused() {
        let now = file(env!("CARGO_PKG_VERSION"));
        let other = Influences::read(&now, only("b"));
        assert!(matches!(other, Err(InfluencesError::Scenario(_))));
        let moved = Influences::read(&now, |_, _, _| Some("2".into()));
        assert!(matches!(moved, Err(InfluencesError::Settings { .. })));
        let old = Influences::read(&file("0.0.1"), only("a"));
        assert_eq!(old, Err(InfluencesError::Version("0.0.1".into())));
        assert!(matches!(
            Influences::read("{}", only("a")),
            Err(InfluencesError::Form(_))
        ));
    }
}
