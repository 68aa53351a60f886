//! Which numbers are asked for, in words: `backlog@police`, `found-share:new`, `flags%whatsapp`.

use super::Key;
use super::metric::METRICS;
use std::fmt;
use thiserror::Error;

/// A metric by its name, with the desk behind `@`, the class, order, group or user behind `:`, and the service behind `%`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selector {
    /// Name of the metric.
    pub metric: String,
    /// Name of the service; empty means all.
    pub service: String,
    /// Name of the desk, or `desk/STATE`; empty means all.
    pub desk: String,
    /// Name of the class, order or group; empty means all.
    pub class: String,
}

/// A metric that was asked for and does not exist.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum SelectorError {
    /// There is no such metric at all.
    #[error("there is no metric `{name}`{} (docs/metrics.md lists all)", meant(.near))]
    Unknown {
        /// As it was written.
        name: String,
        /// Names that are near.
        near: Vec<String>,
    },
    /// The metric exists, but not of this desk, class or service.
    #[error("this scenario has no `{wanted}`; of `{metric}` it has {}", listed(.present))]
    Absent {
        /// As it was written.
        wanted: String,
        /// Name of the metric.
        metric: String,
        /// What the scenario has of the metric, the nearest first.
        present: Vec<String>,
    },
}

fn meant(near: &[String]) -> String {
    near.first()
        .map_or(String::new(), |name| format!(", did you mean `{name}`?"))
}

fn listed(present: &[String]) -> String {
    const SHOWN: usize = 12;
    if present.is_empty() {
        return "nothing".into();
    }
    let mut words: Vec<String> = present
        .iter()
        .take(SHOWN)
        .map(|p| format!("`{p}`"))
        .collect();
    if present.len() > SHOWN {
        words.push(format!("{} more", present.len() - SHOWN));
    }
    words.join(", ")
}

impl Selector {
    /// Reads `METRIC[@DESK][:CLASS][%SERVICE]`, the parts behind the name in any order.
    ///
    /// # Errors
    ///
    /// [`SelectorError::Unknown`] when no metric has that name.
    pub fn parse(text: &str) -> Result<Self, SelectorError> {
        let marks = ['@', ':', '%'];
        let end = text.find(marks).unwrap_or(text.len());
        let name = text[..end].trim();
        if !METRICS.iter().any(|m| m.name == name) {
            return Err(SelectorError::Unknown {
                name: name.to_owned(),
                near: near(name),
            });
        }
        let mut selector = Self {
            metric: name.to_owned(),
            service: String::new(),
            desk: String::new(),
            class: String::new(),
        };
        let mut rest = &text[end..];
        while let Some(mark) = rest.chars().next() {
            let tail = &rest[1..];
            let end = tail.find(marks).unwrap_or(tail.len());
            let part = tail[..end].trim().to_owned();
            match mark {
                '@' => selector.desk = part,
                ':' => selector.class = part,
                _ => selector.service = part,
            }
            rest = &tail[end..];
        }
        Ok(selector)
    }

    /// Whether it asks for this key.
    pub fn is(&self, key: &Key) -> bool {
        self.metric == key.metric.name
            && self.service == key.service
            && self.desk == key.desk
            && self.class == key.class
    }

    /// Its position among keys.
    ///
    /// # Errors
    ///
    /// [`SelectorError::Absent`], with what there is of the metric.
    pub fn find(&self, keys: &[Key]) -> Result<usize, SelectorError> {
        keys.iter().position(|key| self.is(key)).ok_or_else(|| {
            let wanted = self.to_string();
            let same = keys.iter().filter(|key| key.metric.name == self.metric);
            let mut present: Vec<String> = same.map(Key::selector).collect();
            present.sort_by_key(|there| strsim::damerau_levenshtein(&wanted, there));
            SelectorError::Absent {
                wanted,
                metric: self.metric.clone(),
                present,
            }
        })
    }
}

impl fmt::Display for Selector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&written(
            &self.metric,
            &self.service,
            &self.desk,
            &self.class,
        ))
    }
}

impl Key {
    /// How it is asked for, such as `backlog@police`; also the name of its column in a sweep.
    pub fn selector(&self) -> String {
        written(self.metric.name, &self.service, &self.desk, &self.class)
    }
}

fn written(metric: &str, service: &str, desk: &str, class: &str) -> String {
    let mut text = metric.to_owned();
    for (mark, part) in [('@', desk), (':', class), ('%', service)] {
        if !part.is_empty() {
            text.push(mark);
            text.push_str(part);
        }
    }
    text
}

fn near(name: &str) -> Vec<String> {
    let mut all: Vec<(usize, &str)> = METRICS
        .iter()
        .map(|m| (strsim::damerau_levenshtein(name, m.name), m.name))
        .filter(|(distance, _)| *distance <= 3)
        .collect();
    all.sort_unstable();
    all.dedup();
    all.into_iter().map(|(_, name)| name.to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::results::metric::BACKLOG;

    #[test]
    fn reads_and_prints() {
        for text in [
            "backlog@police",
            "found-share:new",
            "flags%chat",
            "arrivals@police/NL:known",
            "flags:known%chat",
            "flags",
        ] {
            assert_eq!(Selector::parse(text).unwrap().to_string(), text);
        }
        let turned = Selector::parse("arrivals:known@police").unwrap();
        assert_eq!(turned.to_string(), "arrivals@police:known");
    }

    #[test]
    fn says_what_there_is() {
        let key = Key {
            metric: &BACKLOG,
            service: String::new(),
            desk: "police".into(),
            class: String::new(),
        };
        let keys = [key];
        assert_eq!(
            Selector::parse("backlog@police").unwrap().find(&keys),
            Ok(0)
        );
        let error = Selector::parse("backlog@polite").unwrap().find(&keys);
        assert_eq!(
            error.unwrap_err().to_string(),
            "this scenario has no `backlog@polite`; of `backlog` it has `backlog@police`"
        );
        let desks = ["clearing-house", "police", "prosecutor"].map(|desk| Key {
            metric: &BACKLOG,
            service: String::new(),
            desk: desk.into(),
            class: String::new(),
        });
        let error = Selector::parse("backlog@polite").unwrap().find(&desks);
        assert_eq!(
            error.unwrap_err().to_string(),
            "this scenario has no `backlog@polite`; of `backlog` it has `backlog@police`, `backlog@prosecutor`, `backlog@clearing-house`"
        );
        let error = Selector::parse("backlogs").unwrap_err();
        assert_eq!(
            error.to_string(),
            "there is no metric `backlogs`, did you mean `backlog`? (docs/metrics.md lists all)"
        );
    }
}
