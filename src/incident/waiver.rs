//! Waivers: a rule set aside, with a reason and perhaps an end.

use chrono::NaiveDate;

use crate::source::{Span, Spanned};

/// One rule set aside in one report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiver {
    /// The rule's name as written.
    pub rule: Spanned<String>,
    /// Why.
    pub reason: Option<Spanned<String>>,
    /// The last day it holds.
    pub until: Option<Spanned<NaiveDate>>,
    /// What it covers: `None` for the whole report, else the block after the comment.
    pub scope: Option<Span>,
    /// The whole waiver.
    pub span: Span,
}
