//! A progress bar on standard error, silent when it is no terminal; the only file that knows indicatif.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::IsTerminal;
use std::time::{Duration, Instant};
use vessels::engine::Observer;
use vessels::language::Language;
use vessels::say;

/// Shows rate and time left.
#[derive(Debug)]
pub(crate) struct Progress {
    bar: Option<ProgressBar>,
    title: String,
    template: String,
    deadline: Option<Instant>,
}

impl Progress {
    /// A bar for a scenario; none when `quiet` or when standard error is no terminal.
    pub(crate) fn new(title: &str, quiet: bool, language: Language) -> Self {
        let shown = !quiet && std::io::stderr().is_terminal();
        Self {
            bar: shown.then(ProgressBar::hidden),
            title: language.translate(title).into_owned(),
            template: template(language),
            deadline: None,
        }
    }

    /// Ends the run after so many minutes from now.
    pub(crate) fn until(self, minutes: Option<u64>) -> Self {
        let end = |m: u64| Instant::now().checked_add(Duration::from_secs(m.saturating_mul(60)));
        Self {
            deadline: minutes.and_then(end),
            ..self
        }
    }
}

/// What stands beside the bar, with the names of what indicatif fills in.
fn template(language: Language) -> String {
    let counts = say!(
        language,
        "progress",
        position = "{pos}/{len}",
        speed = "{per_sec}",
        left = "{eta}"
    );
    format!("{{msg}} {{wide_bar}} {counts}")
}

impl Observer for Progress {
    fn started(&mut self, replications: u64) {
        if let Some(bar) = &self.bar {
            bar.set_length(replications);
            bar.set_draw_target(ProgressDrawTarget::stderr());
            if let Ok(style) = ProgressStyle::with_template(&self.template) {
                bar.set_style(style);
            }
            bar.set_message(self.title.clone());
        }
    }

    fn done(&mut self, replications: u64) {
        if let Some(bar) = &self.bar {
            bar.set_position(replications);
        }
    }

    fn goes_on(&mut self) -> bool {
        self.deadline.is_none_or(|end| Instant::now() < end)
    }

    fn finished(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
