//! What could not be read, and where. Reading never fails: it leaves problems, and rules make findings of them.

use crate::source::Span;

/// One thing that could not be read as the writer meant it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Which kind of defect; the `file` and `times` rules each take their own.
    pub kind: ProblemKind,
    /// The very characters.
    pub span: Span,
    /// What is wrong, in lower case and without a final dot.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// A replacement for the span that mends it, where there is exactly one.
    pub replacement: Option<String>,
}

/// The kinds of problems; each belongs to one rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ProblemKind {
    /// The file is not UTF-8, or could not be read from disk.
    NotUtf8,
    /// The file is over the size limit.
    TooLarge,
    /// The front matter is not YAML, is not closed, or uses what is not allowed (anchors, several documents).
    BrokenYaml,
    /// A key that stands twice.
    DuplicateKey,
    /// A key that does not exist.
    UnknownKey,
    /// A value of another type than the key takes, or a word outside a closed list.
    WrongType,
    /// A time that cannot be read.
    BadTime,
    /// A local time that a clock change skipped or repeated.
    SkippedOrRepeatedHour,
    /// A weekday that does not fit its date.
    WeekdayMismatch,
    /// An `<!-- internal -->` fence that is not closed, or closed without being opened.
    UnbalancedFence,
    /// A waiver comment that cannot be read.
    BadWaiver,
}

impl Problem {
    /// A problem without help.
    pub fn new(kind: ProblemKind, span: Span, message: impl Into<String>) -> Self {
        Self { kind, span, message: message.into(), help: None, replacement: None }
    }

    /// Adds what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Adds the one replacement that mends it.
    #[must_use]
    pub fn replacement(mut self, text: impl Into<String>) -> Self {
        self.replacement = Some(text.into());
        self
    }
}
