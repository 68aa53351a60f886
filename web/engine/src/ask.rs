//! Requests to answers.

use crate::answer::{Answer, failure};
use crate::state::{State, Subject};
use crate::{open, run, theory};
use serde::Deserialize;
use serde_json::{Value, json};
use std::sync::{Mutex, PoisonError};

/// A request, as `web/src/protocol.ts` describes it.
#[derive(Deserialize)]
#[serde(tag = "ask", rename_all = "lowercase")]
enum Request {
    Catalogue,
    Open {
        #[serde(flatten)]
        subject: Subject,
    },
    Theory {
        #[serde(flatten)]
        subject: Subject,
        #[serde(rename = "pointsPerDecade")]
        points: Option<u32>,
        reading: Option<CurvesOf>,
    },
    Run {
        #[serde(flatten)]
        subject: Subject,
        replications: u64,
        series: Option<Vec<String>>,
    },
    Table {
        #[serde(flatten)]
        subject: Subject,
        replications: u64,
    },
    Toml {
        #[serde(flatten)]
        subject: Subject,
    },
}

/// The reading under which curves are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum CurvesOf {
    Fpr,
    Fdr,
}

/// What was read and run last.
static STATE: Mutex<State> = Mutex::new(State::new());

/// The answer to a request, both JSON; whatever is wrong is an answer as well.
pub fn ask(request: &[u8]) -> String {
    let answered = match serde_json::from_slice(request) {
        Ok(request) => {
            let mut state = STATE.lock().unwrap_or_else(PoisonError::into_inner);
            answer(request, &mut state)
        }
        Err(error) => Err(failure(&format!("this is no request: {error}"))),
    };
    answered.unwrap_or_else(|error| error).to_string()
}

fn answer(request: Request, state: &mut State) -> Answer {
    match request {
        Request::Catalogue => Ok(catalogue()),
        Request::Open { subject } => state.load(subject).map(|job| open::open(&job.loaded)),
        Request::Theory {
            subject,
            points,
            reading,
        } => {
            let job = state.load(subject)?;
            theory::theory(&job.loaded.model, points.unwrap_or(2).min(20), reading)
        }
        Request::Run {
            subject,
            replications,
            series,
        } => run::run(state.load(subject)?, replications, series.as_deref()),
        Request::Table {
            subject,
            replications,
        } => run::table(state.load(subject)?, replications),
        Request::Toml { subject } => state.load(subject).map(|job| open::toml(job)),
    }
}

fn catalogue() -> Value {
    let entries = vessels::bundled::catalogue().into_iter().map(
        |e| json!({ "name": e.name, "title": e.title, "question": e.question, "group": e.group }),
    );
    json!({ "version": env!("CARGO_PKG_VERSION"), "scenarios": entries.collect::<Vec<_>>() })
}
