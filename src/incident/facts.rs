//! The facts of the front matter as typed values. How they are read is in `front_matter`.

use chrono_tz::Tz;

use crate::incident::action_item::{ActionItem, Promise};
use crate::incident::instant::Instant;
use crate::incident::timeline::{TimelineEntry, Update};
use crate::incident::waiver::Waiver;
use crate::incident::yaml::Node;
use crate::source::{Span, Spanned};

/// A text and its place.
pub type Text = Spanned<String>;

/// What the front matter of one report says. Everything is optional: what is missing is for the rules to say.
#[derive(Debug, Clone, Default)]
#[allow(missing_docs, reason = "the fields are the keys of the format, described in the guide's chapter on the file")]
pub struct Facts {
    pub schema: Option<Text>,
    pub title: Option<Text>,
    pub id: Option<Text>,
    pub kind: Option<Spanned<Kind>>,
    pub status: Option<Spanned<Status>>,
    pub severity: Option<Text>,
    pub audience: Option<Spanned<Audience>>,
    pub lang: Option<Text>,
    pub services: Vec<Service>,
    pub start: Option<Instant>,
    pub detected: Option<Instant>,
    pub acknowledged: Option<Instant>,
    pub mitigated: Option<Instant>,
    pub end: Option<Instant>,
    pub timezone: Option<Spanned<Tz>>,
    pub summary: Option<Text>,
    pub impact: Option<Impact>,
    pub detection: Option<Detection>,
    pub trigger: Option<Text>,
    pub root_cause: Option<Text>,
    pub contributing_factors: Vec<Text>,
    pub mitigators: Vec<Text>,
    pub risks: Vec<Text>,
    pub five_whys: Vec<Why>,
    pub resolution: Option<Text>,
    pub timeline: Vec<TimelineEntry>,
    pub updates: Vec<Update>,
    pub lessons: Lessons,
    pub action_items: Vec<ActionItem>,
    pub promises: Vec<Promise>,
    pub remedy: Option<Text>,
    pub customer_action: Option<Text>,
    pub contact: Option<Text>,
    pub technologies: Vec<Text>,
    pub people: Option<Text>,
    pub related: Vec<Text>,
    pub repeat_of: Vec<Text>,
    pub authors: Vec<Text>,
    pub reviewers: Vec<Text>,
    pub published: Option<Instant>,
    /// The times of a post of a status page, which other generators' keys hold.
    pub posted: Option<Box<Posted>>,
    pub corrections: Vec<Correction>,
    pub tags: Vec<Text>,
    /// Checklist item → why a reviewer vouches for it.
    pub attest: Vec<(Text, Text)>,
    pub waive: Vec<Waiver>,
    /// The facts of the `internal` mapping: seen in internal builds only.
    pub internal: Option<Box<Facts>>,
    /// Keys that `afterword.toml` declares.
    pub custom: Vec<(Text, Node)>,
    /// Where each key stands, for findings about a key that was given but is empty or wrong.
    pub keys: Vec<(Box<str>, Span)>,
}

impl Facts {
    /// Where a key stands, whether or not its value could be read.
    pub fn key(&self, name: &str) -> Option<&Span> {
        self.keys.iter().find(|(key, _)| key.as_ref() == name).map(|(_, span)| span)
    }
}

words! {
    /// What kind of event a report tells of.
    Kind {
        /// Users felt it.
        Incident = "incident",
        /// Nobody felt it, by luck or by care.
        NearMiss = "near-miss",
        /// It was announced.
        Maintenance = "maintenance",
    }
}

words! {
    /// How far a report is.
    Status {
        /// Being written; not published.
        Draft = "draft",
        /// The incident is still going on.
        Ongoing = "ongoing",
        /// Written, being reviewed.
        Review = "review",
        /// Done.
        Final = "final",
        /// Taken back; its page stays and says why.
        Withdrawn = "withdrawn",
    }
}

words! {
    /// Who may read a report.
    Audience {
        /// The organisation.
        Internal = "internal",
        /// Everyone.
        Public = "public",
    }
}

/// When a post of a status page says that it began and was over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posted {
    /// The post's `date`.
    pub start: Instant,
    /// Its `resolvedWhen` or the like.
    pub end: Option<Instant>,
}

/// A service that was hit, with its own times where they differ from the incident's.
#[derive(Debug, Clone, PartialEq)]
pub struct Service {
    /// Its name.
    pub name: Text,
    /// When its users began to feel it.
    pub start: Option<Instant>,
    /// When they no longer did.
    pub end: Option<Instant>,
    /// What they felt: down, slow, read-only.
    pub effect: Option<Text>,
    /// Seen in internal builds only.
    pub internal: bool,
    /// The whole entry.
    pub span: Span,
}

/// Who felt what.
#[derive(Debug, Clone, PartialEq)]
pub struct Impact {
    /// In words.
    pub summary: Option<Text>,
    /// Who, and how many of how many.
    pub affected: Vec<Affected>,
    /// `none` is a statement, silence is not.
    pub data_loss: Option<Text>,
    /// What is still not as it was.
    pub remaining: Option<Text>,
    /// The whole value.
    pub span: Span,
}

/// One group of those affected.
#[derive(Debug, Clone, PartialEq)]
pub struct Affected {
    /// Which group.
    pub who: Option<Text>,
    /// How many of them, as written.
    pub count: Option<Text>,
    /// Of how many, as written.
    pub of: Option<Text>,
    /// Seen in internal builds only.
    pub internal: bool,
    /// The whole entry.
    pub span: Span,
}

/// How it was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Detection {
    /// By whom or what.
    pub how: Option<Spanned<DetectedBy>>,
    /// In words.
    pub text: Option<Text>,
    /// The whole value.
    pub span: Span,
}

words! {
    /// Who or what found the incident.
    DetectedBy {
        /// An alarm.
        Monitoring = "monitoring",
        /// A user.
        Customer = "customer",
        /// A colleague.
        Staff = "staff",
        /// Someone else: a supplier, the press.
        ThirdParty = "third-party",
    }
}

/// A rung of the five whys. Each answer may lead to further whys: a chain may branch.
#[derive(Debug, Clone, PartialEq)]
pub struct Why {
    /// The question; `None` where a plain list has answers only.
    pub why: Option<Text>,
    /// The answers.
    pub because: Vec<Because>,
    /// The whole rung.
    pub span: Span,
}

impl Why {
    /// "Why did it fail? Because …" in one line is a question and its answer.
    pub(super) fn of_text(text: Text) -> Self {
        let span = text.span.clone();
        let split = text.value.split_once('?').map(|(why, answer)| {
            // "**Why was it slow?** The disk was full.": the marks belong to the question.
            match answer.strip_prefix("**").filter(|_| why.matches("**").count() % 2 == 1) {
                Some(answer) => (format!("{}?**", why.trim()), answer.trim().to_owned()),
                None => (format!("{}?", why.trim()), answer.trim().to_owned()),
            }
        });
        let (why, because) = match split {
            Some((why, answer)) if answer.is_empty() => (Some(why), None),
            Some((why, answer)) => (Some(why), Some(answer)),
            None => (None, Some(text.value)),
        };
        Self {
            why: why.map(|why| Spanned::new(why, span.clone())),
            because: because
                .map(|text| Because { text: Spanned::new(text, span.clone()), whys: Vec::new() })
                .into_iter()
                .collect(),
            span,
        }
    }
}

/// An answer, and the whys it leads to.
#[derive(Debug, Clone, PartialEq)]
pub struct Because {
    /// The answer.
    pub text: Text,
    /// What was asked next of this answer.
    pub whys: Vec<Why>,
}

/// What was learned, in its four groups and without one.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Lessons {
    /// Without a group.
    pub general: Vec<Text>,
    /// What went well.
    pub went_well: Vec<Text>,
    /// What went wrong.
    pub went_wrong: Vec<Text>,
    /// Where we were lucky.
    pub got_lucky: Vec<Text>,
    /// What a reader elsewhere can take away.
    pub for_others: Vec<Text>,
}

impl Lessons {
    /// Whether nothing was learned.
    pub fn is_empty(&self) -> bool {
        self.iter().next().is_none()
    }

    /// Every lesson, group by group.
    pub fn iter(&self) -> impl Iterator<Item = &Text> {
        self.general
            .iter()
            .chain(&self.went_well)
            .chain(&self.went_wrong)
            .chain(&self.got_lucky)
            .chain(&self.for_others)
    }
}

/// A change of a published report.
#[derive(Debug, Clone, PartialEq)]
pub struct Correction {
    /// When.
    pub at: Option<Instant>,
    /// What was changed.
    pub what: Text,
    /// Seen in internal builds only.
    pub internal: bool,
    /// The whole entry.
    pub span: Span,
}
