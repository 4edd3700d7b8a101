//! The page of a report that was withdrawn: its title stays, and it says why and when.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::site::markdown::plain;
use crate::site::page::report::{Context, Related, corrections, related};
use crate::site::page::{Frame, kind_name};

/// The view of `withdrawn.html`.
#[derive(Debug, Serialize)]
pub struct WithdrawnPage<'a> {
    frame: Frame<'a>,
    report_lang: &'a str,
    words: &'a BTreeMap<String, String>,
    title: String,
    title_text: String,
    description: String,
    kind: &'a str,
    /// "Withdrawn on 3 May 2024", or without the day where none is given.
    withdrawn: String,
    /// Why, as HTML: what the last correction says.
    reason: Option<String>,
    /// Earlier corrections: day and HTML.
    corrections: Vec<(String, String)>,
    related: Vec<Related>,
}

impl<'a> WithdrawnPage<'a> {
    /// The template.
    pub const TEMPLATE: &'static str = "withdrawn.html";

    pub(in crate::site) fn new(context: &Context<'a>, frame: Frame<'a>) -> Self {
        let (incident, words) = (context.incident, context.words);
        let mut corrections = corrections(context);
        let last = corrections.pop();
        let withdrawn = match &last {
            Some((day, _)) if !day.is_empty() => words.fill("withdrawn_on", &[("date", day)]),
            _ => words.get("withdrawn").to_owned(),
        };
        Self {
            frame,
            report_lang: incident.facts.lang.as_ref().map_or(&words.tag, |lang| &lang.value),
            words: &words.text,
            title: context.inline(incident.name()),
            title_text: plain(incident.name()),
            description: withdrawn.clone(),
            kind: words.get(kind_name(incident)),
            withdrawn,
            reason: last.map(|(_, html)| html),
            corrections,
            related: related(context),
        }
    }
}
