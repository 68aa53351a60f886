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
    name: String,
    value: Option<f64>,
    #[serde(default)]
    low: Option<f64>,
    #[serde(default)]
    high: Option<f64>,
    /// What factors that do nothing stay below.
    #[serde(default)]
    threshold: Option<f64>,
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
            // An analysis loads its scenarios for one replication, however many it then runs of each point.
            let of = |replications| digest(&policy.name, study.seed, replications);
            let Some(ours) = of(study.replications) else {
                return Err(InfluencesError::Scenario(format!("`{}`", policy.name)));
            };
            if ours != policy.digest && of(1).as_ref() != Some(&policy.digest) {
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

impl Input {
    fn of(&self, measure: &str) -> Option<f64> {
        self.named(measure)?.value
    }

    fn named(&self, measure: &str) -> Option<&Measure> {
        self.measures.iter().find(|m| m.name == measure)
    }

    /// Whether the number grows with this input, or falls; nothing where its rank correlation may be chance.
    fn grows(&self) -> Option<bool> {
        let rank = self.named("spearman")?;
        match (rank.low?, rank.high?) {
            (low, _) if low > 0.0 => Some(true),
            (_, high) if high < 0.0 => Some(false),
            _ => None,
        }
    }

    /// Its share of the spread with the interval and the direction; nothing where that may be chance.
    fn share(&self, language: Language) -> Option<String> {
        let first = self.measures.first()?;
        let value = first.value.filter(|value| *value > 0.0)?;
        let share = tenths(value, language);
        let share = match (first.low, first.high) {
            (Some(low), _) if low <= 0.0 => return None,
            (Some(low), Some(high)) => {
                let [low, high] = [low, high].map(|end| tenths(end, language));
                let range = say!(language, "sensitivity-range", low = low, high = high);
                format!("{share} ({range})")
            }
            _ => share,
        };
        let path = &self.path;
        let direction = match self.grows() {
            Some(true) => format!(", {}", say!(language, "report-influence-up")),
            Some(false) => format!(", {}", say!(language, "report-influence-down")),
            None => String::new(),
        };
        Some(format!("`{path}` {share}{direction}"))
    }

    /// Its effect in the unit of the number; at both of its ends where the analysis has them.
    fn size(&self, language: Language) -> Option<String> {
        let first = self.measures.first()?;
        let value = first.value.filter(|value| *value != 0.0)?;
        if first.threshold.is_some_and(|threshold| value <= threshold) {
            return None;
        }
        let written = language.number(value);
        let path = &self.path;
        Some(match (self.of("at-low"), self.of("at-high")) {
            (Some(low), Some(high)) => say!(
                language,
                "report-influence-ends",
                path = path,
                size = written,
                low = language.number(low),
                high = language.number(high)
            ),
            _ => format!("`{path}` {written}"),
        })
    }
}

fn sentence(answer: &Answer, language: Language) -> String {
    let shares = ["sobol", "shapley", "given-data"].contains(&answer.method.as_str());
    let told = answer.inputs.iter().filter_map(|input| {
        if shares {
            input.share(language)
        } else {
            input.size(language)
        }
    });
    let factors: Vec<String> = told.take(NAMED).collect();
    let metric = answer.metric.as_str();
    let method = answer.method.as_str();
    let points = language.thousands(answer.points as f64);
    if factors.is_empty() {
        return say!(
            language,
            "report-influence-none",
            metric = metric,
            method = method,
            points = points
        );
    }
    let factors = factors.join("; ");
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
            "answers": [
                {
                    "method": "sobol", "metric": "flags", "unit": "flags/day", "points": 2048,
                    "inputs": [{ "path": "x.y", "measures": [{ "name": "total", "value": 0.6123 }] }],
                },
                {
                    "method": "given-data", "metric": "backlog", "unit": "units", "points": 200,
                    "inputs": [
                        { "path": "x.y", "measures": [
                            { "name": "first", "value": 0.79, "low": 0.71, "high": 0.92 },
                            { "name": "spearman", "value": -0.9, "low": -0.95, "high": -0.8 },
                        ] },
                        { "path": "by.chance", "measures": [
                            { "name": "first", "value": 0.03, "low": -0.05, "high": 0.12 },
                        ] },
                    ],
                },
                {
                    "method": "tornado", "metric": "flags", "unit": "flags/day", "points": 3,
                    "inputs": [{ "path": "x.y", "measures": [
                        { "name": "range", "value": 20.0 },
                        { "name": "at-low", "value": 30.0 },
                        { "name": "at-high", "value": 10.0 },
                    ] }],
                },
            ],
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
        assert_eq!(said.len(), 3);
        assert!(
            said[0].contains("`x.y` 61.2 %") && said[0].contains("2,048"),
            "{said:?}"
        );
        let share = "`x.y` 79 % (71 % to 92 %), the number falls with it";
        assert!(said[1].contains(share), "{said:?}");
        assert!(!said[1].contains("by.chance"), "{said:?}");
        let ends = "`x.y` moves it by 20, to 30 at its low end and to 10 at its high end";
        assert!(said[2].contains(ends), "{said:?}");
        assert!(read.sentences("b", Language::default()).is_empty());
    }

    #[test]
    fn a_file_about_something_else_is_refused() {
        let now = file(env!("CARGO_PKG_VERSION"));
        let other = Influences::read(&now, only("b"));
        assert!(matches!(other, Err(InfluencesError::Scenario(_))));
        let once = now.replace("a 7 2", "a 7 1");
        assert!(Influences::read(&once, only("a")).is_ok());
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
