//! Diagnostics as data: what is wrong, where, and what to write instead. No rendering, no I/O.

use serde::Serialize;

/// A stretch of one source text, in bytes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Span {
    /// Index of the text in [`Sources`].
    pub file: usize,
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

/// How serious a [`Diagnostic`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The scenario cannot be run.
    Error,
    /// The scenario is legal but suspicious.
    Warning,
}

/// A marked place with the words that belong to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// What to say there; may be empty.
    pub text: String,
}

/// One thing that is wrong with a scenario, or suspicious about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind of thing.
    pub code: Code,
    /// What is wrong, with the value shown.
    pub title: String,
    /// Where; `None` when the mistake is in no text (a file that does not exist).
    pub primary: Option<Label>,
    /// Other places that take part in it.
    pub related: Vec<Label>,
    /// Background.
    pub notes: Vec<String>,
    /// What to write instead.
    pub help: Option<String>,
}

impl Diagnostic {
    /// A diagnostic at `span`; `here` is the text of the mark.
    pub fn at(code: Code, span: Span, title: impl Into<String>, here: impl Into<String>) -> Self {
        Self {
            code,
            title: title.into(),
            primary: Some(Label {
                span,
                text: here.into(),
            }),
            related: Vec::new(),
            notes: Vec::new(),
            help: None,
        }
    }

    /// A diagnostic that has no place in a text.
    pub fn nowhere(code: Code, title: impl Into<String>) -> Self {
        Self {
            code,
            title: title.into(),
            primary: None,
            related: Vec::new(),
            notes: Vec::new(),
            help: None,
        }
    }

    /// Adds what to write instead.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Adds background.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    /// Marks another place.
    #[must_use]
    pub fn related(mut self, span: Span, text: impl Into<String>) -> Self {
        self.related.push(Label {
            span,
            text: text.into(),
        });
        self
    }

    /// Whether the scenario cannot be run because of this.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}

/// True when any of them is an error.
pub fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|d| d.severity() == Severity::Error)
}

/// One text that a value may come from.
#[derive(Debug, Clone)]
pub struct Source {
    /// How the text is called in messages: a file name, or `--set`.
    pub name: String,
    /// The text.
    pub text: String,
}

/// All texts that a scenario was made of.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    files: Vec<Source>,
}

impl Sources {
    /// Adds a text and returns its index.
    pub fn add(&mut self, name: impl Into<String>, text: impl Into<String>) -> usize {
        self.files.push(Source {
            name: name.into(),
            text: text.into(),
        });
        self.files.len() - 1
    }

    /// Gives the last `count` texts another name: what somebody wrote elsewhere was laid over the scenario as settings.
    pub fn rename_last(&mut self, count: usize, name: &str) {
        for source in self.files.iter_mut().rev().take(count) {
            source.name = name.to_owned();
        }
    }

    /// The text with this index.
    pub fn get(&self, file: usize) -> &Source {
        &self.files[file]
    }

    /// All texts, in the order in which they were added.
    pub fn iter(&self) -> impl Iterator<Item = &Source> {
        self.files.iter()
    }

    /// `file:line:column` of the start of `span`, counted from 1, columns in characters.
    pub fn position(&self, span: Span) -> String {
        let source = &self.files[span.file];
        let before = source.text.get(..span.start).unwrap_or(&source.text);
        let line = before.matches('\n').count() + 1;
        let line_start = before.rfind('\n').map_or(0, |i| i + 1);
        let column = before[line_start..].chars().count() + 1;
        format!("{}:{line}:{column}", source.name)
    }
}

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident = $text:literal, $severity:ident;)+) => {
        /// Kinds of diagnostics; `vessels explain CODE` prints the long text of each.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($(#[doc = $doc])+ $name,)+ }

        impl Code {
            /// All codes, in order.
            pub const ALL: &'static [Code] = &[$(Code::$name,)+];

            /// The code as printed, such as `S001`.
            pub fn id(self) -> &'static str {
                match self { $(Code::$name => $text,)+ }
            }

            /// What the code means and what to do about it.
            pub fn explanation(self) -> &'static str {
                match self { $(Code::$name => concat!($($doc, "\n",)+),)+ }
            }

            /// Whether it stops a run.
            pub fn severity(self) -> Severity {
                match self { $(Code::$name => Severity::$severity,)+ }
            }
        }
    };
}

codes! {
    /// The text is not TOML. Strings need quotes, tables need brackets, and every key may appear once.
    Syntax = "S000", Error;
    /// The key is not one that this table knows. Misspelt keys would otherwise be ignored silently,
    /// and the run would use a default in place of what was meant. `docs/scenario.md` lists every key.
    UnknownKey = "S001", Error;
    /// A key that has no default is missing.
    MissingKey = "S002", Error;
    /// The value has another form than this key takes: text where a number is meant, a list where a table is meant.
    WrongForm = "S003", Error;
    /// The number cannot be read, or its unit is missing or of another dimension. A rate needs its time
    /// ("3 billion/day"), a duration its unit ("30 s"), and a percentage is a share, never a count.
    Quantity = "S004", Error;
    /// The number is outside the range of its quantity: a share outside 0..1, a negative count.
    OutOfRange = "S005", Error;
    /// No such distribution exists: quantiles out of order, a standard deviation that the mean does not allow,
    /// or more than 1 % of the distribution outside the range of the quantity.
    Distribution = "S006", Error;
    /// The word is not one of those that this key takes.
    Choice = "S007", Error;
    /// The name is not defined in the world: a service, desk, detector, class or modality that does not exist.
    UnknownName = "S008", Error;
    /// Exactly one of several keys is wanted, and none or several were given.
    ExactlyOne = "S010", Error;
    /// Shares of one whole add up to more than one.
    SharesExceedOne = "S011", Error;
    /// No threshold of this detector meets the margin. A `fixed` detector, an `empirical` curve that may not be
    /// extrapolated, a hash detector (whose radius is a whole number of bits) and the false-discovery rate of an
    /// improper curve all have a best margin; the message names it.
    UnreachableMargin = "S012", Error;
    /// An order that can read nothing: server-side scanning of a service that is end-to-end encrypted,
    /// or a detector whose classes no covered service carries.
    NothingToScan = "S013", Error;
    /// The numbers that describe the detector describe no curve: anchors out of order, a curve no better than chance.
    ImpossibleDetector = "S014", Error;
    /// Two keys contradict each other.
    Contradiction = "S015", Error;
    /// A file cannot be read.
    Unreadable = "S016", Error;
    /// A prevalence above 1 %: more than one item in a hundred would be abuse material. Published hit rates lie
    /// between 1 in a million and 1 in a thousand; a slipped unit is the usual cause.
    HighPrevalence = "S031", Warning;
    /// The desk receives more than it can read: its backlog grows for as long as the orders last.
    Overload = "S032", Warning;
    /// The operating point lies beyond the last measured point of an empirical curve, so the last segment is
    /// continued; results that use it are marked as extrapolated.
    Extrapolated = "S033", Warning;
    /// The margin is met on the mixture of items that the authority tested on, and exceeded in the field, where
    /// confusable items are more common.
    ExceededInField = "S034", Warning;
    /// A part of the distribution lies outside the range of the quantity and is cut off.
    Truncated = "S035", Warning;
    /// What is written has no effect in this scenario: a mechanism at a desk that no report passes, an order that
    /// stands by and that no trigger starts or that begins when the run is over, a condition for renewals that there
    /// are none of.
    NoEffect = "S036", Warning;
    /// One draw in a billion of an uncertain number, the others central, leaves an order without an operating point: a
    /// false-positive rate above one, a curve no better than chance, a margin out of reach. A run that draws it stops.
    RarelyImpossible = "S037", Warning;
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.id())
    }
}
