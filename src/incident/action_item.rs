//! Action items and promises: what will change, by whom and by when.

use chrono::NaiveDate;

use crate::incident::instant::Instant;
use crate::source::{Span, Spanned};

/// One thing that will be done, or was. What few entries have is boxed: an archive holds many of them.
#[derive(Debug, Clone, PartialEq)]
pub struct ActionItem {
    /// What will be done, as Markdown.
    pub action: Spanned<String>,
    /// Who does it.
    pub owner: Option<Spanned<String>>,
    /// By when.
    pub due: Option<Due>,
    /// What it is for.
    pub kind: Option<Spanned<ActionKind>>,
    /// As written.
    pub priority: Option<Box<Spanned<String>>>,
    /// Where it stands; a list without checkboxes says nothing.
    pub status: Option<Spanned<ActionStatus>>,
    /// The day it was done.
    pub done: Option<Spanned<NaiveDate>>,
    /// Ticket number or link.
    pub ticket: Option<Spanned<String>>,
    /// Why it was declined.
    pub reason: Option<Box<Spanned<String>>>,
    /// Seen in internal builds only.
    pub internal: bool,
    /// The whole entry.
    pub span: Span,
}

/// A due date as written; `date` is `None` for "next quarter".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// The day, where it names one.
    pub date: Option<NaiveDate>,
    /// The words.
    pub text: Spanned<String>,
}

words! {
    /// What an action item is for.
    ActionKind {
        /// It keeps this from happening again.
        Prevent = "prevent",
        /// It finds this sooner.
        Detect = "detect",
        /// It makes this hurt less.
        Mitigate = "mitigate",
        /// It changes how people work.
        Process = "process",
    }
}

words! {
    /// Where an action item stands.
    ActionStatus {
        /// Not done yet.
        Open = "open",
        /// Done.
        Done = "done",
        /// Will not be done, with a reason.
        Declined = "declined",
    }
}

impl ActionItem {
    /// An action item of which nothing more is known.
    pub fn of(action: Spanned<String>, span: Span) -> Self {
        Self {
            action,
            owner: None,
            due: None,
            kind: None,
            priority: None,
            status: None,
            done: None,
            ticket: None,
            reason: None,
            internal: false,
            span,
        }
    }

    /// Open: neither done nor declined.
    pub fn is_open(&self) -> bool {
        !matches!(self.status.as_ref().map(|status| status.value), Some(ActionStatus::Done | ActionStatus::Declined))
    }

    /// Open and past its due date.
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        let due = self.due.as_ref().and_then(|due| due.date);
        self.is_open() && due.is_some_and(|due| due < today)
    }
}

/// Whether items that all say what they are for leave out what keeps it from happening again. Without items, or where one does not say,
/// nothing can be told.
pub fn prevent_nothing<'a>(items: impl Iterator<Item = &'a ActionItem>) -> bool {
    let kinds: Option<Vec<ActionKind>> = items.map(|item| item.kind.as_ref().map(|kind| kind.value)).collect();
    kinds.is_some_and(|kinds| {
        !kinds.is_empty() && !kinds.iter().any(|kind| matches!(kind, ActionKind::Prevent | ActionKind::Process))
    })
}

/// What users were promised in public, and whether it was kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Promise {
    /// What was promised.
    pub what: Spanned<String>,
    /// By when.
    pub due: Option<Due>,
    /// When it was kept, or whether.
    pub kept: Option<Kept>,
    /// Seen in internal builds only.
    pub internal: bool,
    /// The whole entry.
    pub span: Span,
}

/// Whether a promise was kept.
#[derive(Debug, Clone, PartialEq)]
pub enum Kept {
    /// `kept: yes` or `kept: no`.
    Said(Spanned<bool>),
    /// The time it was kept.
    At(Instant),
}
