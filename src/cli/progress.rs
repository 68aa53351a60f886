//! A progress bar on standard error, silent when it is no terminal; the only file that knows indicatif.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::IsTerminal;
use vessels::engine::Observer;

/// Shows rate and time left.
#[derive(Debug)]
pub(crate) struct Progress {
    bar: Option<ProgressBar>,
    title: String,
}

impl Progress {
    /// A bar for a scenario; none when `quiet` or when standard error is no terminal.
    pub(crate) fn new(title: &str, quiet: bool) -> Self {
        let shown = !quiet && std::io::stderr().is_terminal();
        Self {
            bar: shown.then(ProgressBar::hidden),
            title: title.to_owned(),
        }
    }
}

impl Observer for Progress {
    fn started(&mut self, replications: u64) {
        if let Some(bar) = &self.bar {
            bar.set_length(replications);
            bar.set_draw_target(ProgressDrawTarget::stderr());
            let template = "{msg} {wide_bar} {pos}/{len} replications, {per_sec}, {eta} left";
            if let Ok(style) = ProgressStyle::with_template(template) {
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

    fn finished(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
