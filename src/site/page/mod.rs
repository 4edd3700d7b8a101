//! One view per template: flat values, ready to be shown. What the model knows stays in the model.

pub mod actions;
pub mod beside;
pub(in crate::site) mod cause;
pub(in crate::site) mod custom;
pub mod events;
pub mod facts;
pub(in crate::site) mod groups;
pub mod home;
pub(in crate::site) mod ladder;
pub mod learned;
pub mod lessons;
pub mod listing;
pub mod not_found;
pub mod pager;
pub mod parts;
pub mod place;
pub mod report;
pub mod rules;
pub mod search;
pub(in crate::site) mod seen;
pub mod story;
pub mod trends;
pub mod withdrawn;

use serde::Serialize;

use crate::config::Config;
use crate::incident::Incident;
use crate::incident::facts::{Kind, Status};
use crate::site::head::Head;
use crate::site::search::Search;
use crate::site::words::Words;

/// What stands at the foot of every page, made once.
#[derive(Debug)]
pub struct Foot {
    contact: Option<String>,
    made_with: String,
}

impl Foot {
    pub(super) fn new(config: &Config, words: &Words, today: chrono::NaiveDate) -> Self {
        Self {
            contact: config.site.contact.as_deref().map(crate::site::markdown::inline),
            made_with: words.fill("made_with", &[("date", &words.date(today))]),
        }
    }
}

/// What every page has.
#[derive(Debug, Clone, Serialize)]
pub struct Frame<'a> {
    /// The language whose texts the page shows; the templates find the texts here.
    pub t: &'a str,
    /// The language of the frame.
    pub lang: &'a str,
    /// The site's title.
    pub site_title: &'a str,
    /// From this page to the site's root: empty or `../`; an absolute path on the page for addresses that lead nowhere.
    pub root: &'a str,
    /// The entry of the navigation that this page belongs to.
    pub here: &'static str,
    /// The stylesheet, seen from the root.
    pub stylesheet: &'a str,
    /// The script of every page, seen from the root.
    pub script: &'a str,
    /// The script of the search, which comes when it is wanted; none where there is no search.
    pub search: Option<&'a str>,
    /// Who answers questions, as HTML.
    pub contact: Option<&'a str>,
    /// The last line of the page.
    pub made_with: &'a str,
    /// What the page says of itself to programs.
    pub head: Head,
}

impl<'a> Frame<'a> {
    pub(super) fn new(
        config: &'a Config,
        words: &'a Words,
        (stylesheet, script): (&'a str, &'a str),
        root: &'a str,
        foot: &'a Foot,
    ) -> Self {
        Self {
            t: &words.tag,
            lang: &words.tag,
            site_title: &config.site.title,
            root,
            here: "",
            stylesheet,
            script,
            search: None,
            contact: foot.contact.as_deref(),
            made_with: &foot.made_with,
            head: Head { kind: "website", ..Head::default() },
        }
    }

    /// The frame of a page that says this of itself.
    pub(super) fn with(self, head: Head) -> Self {
        Self { head, ..self }
    }

    /// The frame of a page that can be searched from.
    pub(super) fn with_search(self, search: Option<&'a Search>) -> Self {
        Self { search: search.map(|search| search.script.as_str()), ..self }
    }

    /// The frame of a page under an entry of the navigation.
    pub(super) fn at(self, here: &'static str) -> Self {
        Self { here, ..self }
    }
}

/// A severity as it is shown: its rank for colour and blocks, and its name.
#[derive(Debug, Clone, Serialize)]
pub struct Severity {
    /// 1 for the worst; 4 for everything milder than the third.
    pub rank: usize,
    /// `Severity 2`, or the name that the configuration gives it.
    pub name: String,
}

/// The severity of a report that has one the configuration knows.
pub(super) fn severity(incident: &Incident, config: &Config, words: &Words) -> Option<Severity> {
    let name = incident.facts.severity.as_ref()?.value.trim();
    let rank = config.severities.rank(name)?;
    let number = name
        .to_lowercase()
        .strip_prefix("sev")
        .map(str::to_owned)
        .filter(|rest| rest.bytes().all(|b| b.is_ascii_digit()));
    let name = number.map_or_else(|| name.to_owned(), |number| words.fill("severity", &[("n", &number)]));
    Some(Severity { rank: rank.min(4), name })
}

/// Why a report is not in a site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeftOut {
    /// It is a draft.
    Draft,
    /// It is still in review.
    Review,
    /// It is not marked `audience: public`.
    Internal,
    /// Another report before it has the same id.
    SameId,
    /// The file could not be read; `check` says why.
    Unreadable,
}

impl LeftOut {
    /// The reason in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Draft => "a draft (`--drafts` builds drafts too, for the organisation)",
            Self::Review => "in review (`publish_review = true` under `[site]` publishes it)",
            Self::Internal => "not marked `audience: public`",
            Self::SameId => "another report has the same id",
            Self::Unreadable => "it could not be read (`afterword check` says why)",
        }
    }
}

/// Nobody felt it: no times, no impact.
pub(super) fn is_felt(incident: &Incident) -> bool {
    incident.kind() != Kind::NearMiss
}

/// The text that names its kind.
pub(super) fn kind_name(incident: &Incident) -> &'static str {
    match incident.kind() {
        Kind::Incident => "kind_incident",
        Kind::NearMiss => "kind_near-miss",
        Kind::Maintenance => "kind_maintenance",
    }
}

/// Whether it is going on now.
pub(super) fn is_ongoing(incident: &Incident) -> bool {
    incident.status() == Status::Ongoing
}
