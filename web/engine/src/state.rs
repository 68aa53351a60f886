//! What is kept between requests: the scenario that was read last, and its run.

use crate::answer::{failure, refused};
use serde::Deserialize;
use serde_json::Value;
use std::path::{Path, PathBuf};
use vessels::bundled;
use vessels::results::running::Running;
use vessels::scenario::{Library, Loaded, Refused, load};

/// Which scenario a request is about.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub(crate) struct Subject {
    pub(crate) scenario: String,
    text: Option<String>,
    #[serde(default)]
    pub(crate) set: Vec<String>,
}

/// A scenario that was read, and what was run of it.
pub(crate) struct Job {
    pub(crate) subject: Subject,
    pub(crate) loaded: Loaded,
    pub(crate) running: Option<Running>,
}

/// The last job.
pub(crate) struct State {
    job: Option<Job>,
}

impl State {
    pub(crate) const fn new() -> Self {
        Self { job: None }
    }

    /// The job of a subject: the last one when it is the same.
    pub(crate) fn load(&mut self, subject: Subject) -> Result<&mut Job, Value> {
        let known = self.job.as_ref().is_some_and(|job| job.subject == subject);
        if !known {
            self.job = None;
            let loaded = subject.load(&[])?;
            if loaded.world_only {
                return Err(failure("this is a world without a policy"));
            }
            self.job = Some(Job {
                subject,
                loaded,
                running: None,
            });
        }
        self.job.as_mut().ok_or_else(|| failure("nothing was read"))
    }
}

impl Subject {
    /// Reads the scenario with its settings and `more`.
    pub(crate) fn load(&self, more: &[String]) -> Result<Loaded, Value> {
        let set = [&self.set[..], more].concat();
        let path = match &self.text {
            Some(_) => PathBuf::from(&self.scenario),
            None => bundled::path(&self.scenario)
                .ok_or_else(|| failure(&format!("there is no scenario `{}`", self.scenario)))?,
        };
        let loaded = load(self, &path, &set).map_err(|r| refused(&r))?;
        let unknown = vessels::results::expected::unknown(&loaded.model);
        if unknown.is_empty() {
            return Ok(loaded);
        }
        Err(refused(&Refused {
            sources: loaded.sources,
            diagnostics: unknown,
        }))
    }
}

/// The text of the request, and bundled files.
impl Library for Subject {
    fn read(&self, path: &Path) -> Result<String, String> {
        match &self.text {
            Some(text) if path == Path::new(&self.scenario) => Ok(text.clone()),
            Some(_) => bundled::Bundled.read(&Path::new("bundled").join(path)),
            None => bundled::Bundled.read(path),
        }
    }
}
