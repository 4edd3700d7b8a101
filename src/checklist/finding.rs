//! What the rules found: a rule, a place, a message, and how to mend it.

use std::borrow::Cow;
use std::fmt;

use crate::checklist::rule::Rule;
use crate::config::LevelSetting;
use crate::source::Span;

/// How much a finding counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// A hint.
    Advice,
    /// Should be mended.
    Warning,
    /// Must be mended.
    Error,
}

impl Level {
    /// The word in reports and machine formats.
    pub fn word(self) -> &'static str {
        match self {
            Self::Advice => "advice",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }

    /// The level of a setting; `None` for off.
    pub fn of(setting: LevelSetting) -> Option<Self> {
        match setting {
            LevelSetting::Off => None,
            LevelSetting::Advice => Some(Self::Advice),
            LevelSetting::Warning => Some(Self::Warning),
            LevelSetting::Error => Some(Self::Error),
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// One defect at one place of one report.
#[derive(Debug, Clone)]
pub struct Finding {
    /// The rule that found it.
    pub rule: &'static Rule,
    /// How much it counts in this report.
    pub level: Level,
    /// The very characters.
    pub span: Span,
    /// What is wrong.
    pub message: Cow<'static, str>,
    /// What to do.
    pub help: Option<Cow<'static, str>>,
    /// Other places that belong to it, with what to see there.
    pub notes: Vec<(Span, String)>,
    /// A safe change that mends it.
    pub fix: Option<Fix>,
}

/// A change of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// Replacements, not overlapping, sorted by place.
    pub edits: Vec<Edit>,
}

/// One replacement; an empty span inserts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced.
    pub span: Span,
    /// By what.
    pub text: String,
}

/// The findings of a whole run.
#[derive(Debug, Clone, Default)]
pub struct Findings {
    /// Per report, in the archive's order: its findings sorted by place, then by the order of the rules.
    pub per_incident: Vec<Vec<Finding>>,
}

impl Findings {
    /// The findings of the report with this index.
    pub fn of(&self, index: usize) -> &[Finding] {
        self.per_incident.get(index).map_or(&[], Vec::as_slice)
    }

    /// Every finding, report by report.
    pub fn iter(&self) -> impl Iterator<Item = &Finding> {
        self.per_incident.iter().flatten()
    }

    /// How many findings there are of a level.
    pub fn count(&self, level: Level) -> usize {
        self.iter().filter(|finding| finding.level == level).count()
    }
}
