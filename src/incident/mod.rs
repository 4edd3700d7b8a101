//! One postmortem. `Incident::read` never fails: what could not be read is a [`problem::Problem`] with a place.
//!
//! A fact has one of two homes: a front matter key ([`Facts`]) or a section of the body ([`Body`]). The methods of
//! [`Incident`] answer from either.

#[macro_use]
mod words;

pub mod action_item;
pub mod body;
pub mod duration;
pub mod facts;
pub mod front_matter;
pub mod headings;
pub mod hidden;
pub mod instant;
pub mod plain;
pub mod problem;
mod public;
pub mod references;
pub mod restated;
pub mod seen;
pub mod spacing;
pub mod timeline;
pub mod told;
pub mod waiver;
pub mod yaml;

use std::borrow::Cow;

use chrono_tz::Tz;

use crate::config::CustomKeys;
use crate::incident::action_item::ActionItem;
use crate::incident::body::{Body, BodyContext, Section};
use crate::incident::facts::{Audience, Facts, Kind, Lessons, Status, Text, Why};
use crate::incident::headings::{Headings, Meaning};
use crate::incident::instant::{Instant, TimeContext};
use crate::incident::problem::{Problem, ProblemKind};
use crate::incident::restated::Restated;
use crate::incident::timeline::TimelineEntry;
use crate::incident::told::{Basis, ToldTime};
use crate::incident::waiver::Waiver;
use crate::source::{SourceFile, Span, Unreadable};

/// What reading a report needs to know beside its text.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    /// The table of headings.
    pub headings: Headings,
    /// The archive's zone.
    pub timezone: Option<Tz>,
    /// Front matter keys of the organisation's own.
    pub custom_keys: CustomKeys,
}

/// One incident report.
#[derive(Debug, Clone, Default)]
pub struct Incident {
    /// The file.
    pub source: SourceFile,
    /// The permanent name: the key `id`, or the file's name without its ending; for `index.md` the folder's.
    pub id: String,
    /// Where the block between the `---` lines stands, those lines not included.
    pub front_matter: Option<Span>,
    /// What the front matter says.
    pub facts: Facts,
    /// What the body says, and the front matter does not.
    pub body: Body,
    /// What both say.
    pub restated: Restated,
    /// What could not be read, sorted by place.
    pub problems: Vec<Problem>,
}

/// A text of the report that answers one question, from either home.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Passage<'a> {
    /// The text, as Markdown.
    pub text: &'a str,
    /// Where it begins.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// Which home it has.
    pub home: Home,
}

/// Where a fact stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Home {
    /// A front matter key.
    FrontMatter,
    /// A section of the body.
    Body,
}

impl Passage<'_> {
    /// Its place.
    pub fn span(&self) -> Span {
        self.start..self.end
    }
}

impl Incident {
    /// Reads a report. Never fails.
    pub fn read(source: SourceFile, reading: &Reading) -> Self {
        let mut problems = unreadable(&source);
        let mut times = TimeContext { archive: reading.timezone, ..TimeContext::default() };
        let block = front_matter::split(&source.text, &mut problems);
        let facts = front_matter::read(&source, &block, reading, &mut times, &mut problems);
        let untold = facts.start.is_none() || facts.end.is_none();
        let context =
            BodyContext { headings: &reading.headings, times: &times, entitled: facts.title.as_ref(), untold };
        let mut body = Body::read(&source, block.body_start, context);
        if let (Some(told), Some(posted)) = (&mut body.told, &facts.posted) {
            told.post(posted);
        }
        let restated = Restated::take(&facts, &mut body);
        problems.append(&mut body.problems);
        public::suspicious(&source, &body.internal, &mut problems);
        problems.sort_by_key(|a| (a.span.start, a.span.end, a.kind));
        Self {
            id: facts.id.as_ref().map_or_else(|| id_of_path(&source.path), |id| id.value.clone()),
            front_matter: block.yaml,
            facts,
            body,
            restated,
            problems,
            source,
        }
    }

    /// The id as a file name: whatever a writer put into `id`, it names one file and leads out of no folder.
    pub fn address(&self) -> Cow<'_, str> {
        let plain = |b: u8| b.is_ascii_alphanumeric() || b == b'-';
        // Nearly all ids are so already.
        if (1..=60).contains(&self.id.len()) && self.id.bytes().all(plain) && self.id.trim_matches('-') == self.id {
            return Cow::Borrowed(&self.id);
        }
        let allowed = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
        let kept: String = self.id.chars().map(|c| if allowed(c) { c } else { '-' }).collect();
        let kept = kept.trim_matches(['.', '-']);
        // File systems end a name at 255 bytes.
        let short: String = kept.chars().take(60).collect();
        if short.is_empty() { Cow::Borrowed("report") } else { Cow::Owned(short) }
    }

    /// Whether nothing of its text could be had.
    pub fn is_unreadable(&self) -> bool {
        matches!(self.source.unreadable, Some(Unreadable::TooLarge { .. } | Unreadable::Disk { .. }))
    }

    /// The title: the key, or the first heading.
    pub fn title(&self) -> Option<&Text> {
        self.facts.title.as_ref().or(self.body.title.as_ref())
    }

    /// The title, or the id where there is none.
    pub fn name(&self) -> &str {
        self.title().map_or(&self.id, |title| &title.value)
    }

    /// The kind; an incident where none is given.
    pub fn kind(&self) -> Kind {
        self.facts.kind.as_ref().map_or(Kind::Incident, |kind| kind.value)
    }

    /// The status; `final` where none is given, so that old reports without front matter are read as what they are.
    pub fn status(&self) -> Status {
        self.facts.status.as_ref().map_or(Status::Final, |status| status.value)
    }

    /// Whether it was taken back: its page stays and says why, and nothing is counted from it.
    pub fn is_withdrawn(&self) -> bool {
        self.status() == Status::Withdrawn
    }

    /// The audience; internal where none is given: nothing becomes public by forgetting a key.
    pub fn audience(&self) -> Audience {
        self.facts.audience.as_ref().map_or(Audience::Internal, |audience| audience.value)
    }

    /// When users began to feel it: the key, or what the body says in as many words.
    pub fn start(&self) -> Option<&Instant> {
        self.facts
            .start
            .as_ref()
            .or_else(|| self.told_start().filter(|told| told.basis == Basis::Stated).map(|told| &told.at))
    }

    /// When they no longer did: the key, or what the body says in as many words.
    pub fn end(&self) -> Option<&Instant> {
        self.facts
            .end
            .as_ref()
            .or_else(|| self.told_end().filter(|told| told.basis == Basis::Stated).map(|told| &told.at))
    }

    /// When it began, as a reader would conclude where nothing says so.
    pub fn likely_start(&self) -> Option<&Instant> {
        self.facts.start.as_ref().or_else(|| self.told_start().map(|told| &told.at))
    }

    /// When it was over, as a reader would conclude where nothing says so.
    pub fn likely_end(&self) -> Option<&Instant> {
        self.facts.end.as_ref().or_else(|| self.told_end().map(|told| &told.at))
    }

    /// The severity: the key, or a line of the body.
    pub fn severity(&self) -> Option<&Text> {
        self.facts.severity.as_ref().or_else(|| self.body.told.as_ref()?.severity.as_ref())
    }

    fn told_start(&self) -> Option<&ToldTime> {
        self.body.told.as_ref()?.start.as_ref()
    }

    fn told_end(&self) -> Option<&ToldTime> {
        // A key `end` that is there but empty or unreadable says that it is not over, or has a finding of its own.
        self.body.told.as_ref()?.end.as_ref().filter(|_| self.facts.key("end").is_none())
    }

    /// The timeline: the key's, or the body's.
    pub fn timeline(&self) -> &[TimelineEntry] {
        if self.facts.timeline.is_empty() { &self.body.timeline } else { &self.facts.timeline }
    }

    /// The action items: the key's, or the body's.
    pub fn action_items(&self) -> &[ActionItem] {
        if self.facts.action_items.is_empty() { &self.body.action_items } else { &self.facts.action_items }
    }

    /// The five whys: the key's, or the body's.
    pub fn five_whys(&self) -> &[Why] {
        if self.facts.five_whys.is_empty() { &self.body.five_whys } else { &self.facts.five_whys }
    }

    /// The lessons: the key's, or the body's.
    pub fn lessons(&self) -> &Lessons {
        if self.facts.lessons.is_empty() { &self.body.lessons } else { &self.facts.lessons }
    }

    /// What else played a part: the key's, or the body's.
    pub fn contributing_factors(&self) -> &[Text] {
        let facts = &self.facts.contributing_factors;
        if facts.is_empty() { &self.body.contributing_factors } else { facts }
    }

    /// What kept it from being worse: the key's, or the body's.
    pub fn mitigators(&self) -> &[Text] {
        if self.facts.mitigators.is_empty() { &self.body.mitigators } else { &self.facts.mitigators }
    }

    /// What is still dangerous: the key's, or the body's.
    pub fn risks(&self) -> &[Text] {
        if self.facts.risks.is_empty() { &self.body.risks } else { &self.facts.risks }
    }

    /// The text that answers a question: the key of that meaning, else the first section of it that is not empty.
    pub fn passage(&self, meaning: Meaning) -> Option<Passage<'_>> {
        if let Some(text) = self.key_text(meaning) {
            return Some(Passage {
                text: &text.value,
                start: text.span.start,
                end: text.span.end,
                home: Home::FrontMatter,
            });
        }
        // Under a title such as "Overview of the outage" the whole report stands, in sections of their own.
        let title = self.body.title.as_ref().map(|title| title.span.start);
        let (titles, mut sections): (Vec<_>, Vec<_>) = (self.body.sections_of(meaning))
            .partition(|section| section.level == 1 && Some(section.heading.span.start) == title);
        if sections.len() > 1 {
            // "Root cause" says it better than "Analysis" or "Fault" before it.
            let word = meaning.word().replace('-', " ");
            sections.sort_by_key(|section: &&Section| section.heading.value.to_lowercase() != word);
        }
        let sections = sections.into_iter().map(|section| &section.whole);
        let spans = sections.chain(titles.into_iter().map(|title| &title.own)).map(|span| self.source.trim(span));
        let span = spans.into_iter().find(|span| !span.is_empty())?;
        Some(Passage { text: self.source.slice(&span), start: span.start, end: span.end, home: Home::Body })
    }

    /// Every place that only internal builds may show: fenced passages, entries marked `internal`, the mapping `internal`.
    pub fn internal_places(&self) -> Vec<Span> {
        let facts = &self.facts;
        let mut places = self.body.internal.clone();
        places.extend(facts.services.iter().filter(|entry| entry.internal).map(|entry| entry.span.clone()));
        places.extend(facts.timeline.iter().filter(|entry| entry.internal).map(|entry| entry.span.clone()));
        places.extend(facts.updates.iter().filter(|entry| entry.internal).map(|entry| entry.span.clone()));
        places.extend(facts.action_items.iter().filter(|entry| entry.internal).map(|entry| entry.span.clone()));
        places.extend(facts.promises.iter().filter(|entry| entry.internal).map(|entry| entry.span.clone()));
        places.extend(facts.corrections.iter().filter(|entry| entry.internal).map(|entry| entry.span.clone()));
        let groups = facts.impact.iter().flat_map(|impact| &impact.affected);
        places.extend(groups.filter(|entry| entry.internal).map(|entry| entry.span.clone()));
        places.extend(facts.internal.iter().flat_map(|inner| &inner.keys).map(|(_, span)| span.clone()));
        places.extend(facts.key("internal").cloned());
        places
    }

    /// All waivers: the front matter's, then the body's.
    pub fn waivers(&self) -> impl Iterator<Item = &Waiver> {
        self.facts.waive.iter().chain(&self.body.waivers)
    }

    /// A place for findings about what is missing: the front matter's first line, or the file's.
    pub fn head(&self) -> Span {
        let start = self.front_matter.as_ref().map_or(0, |span| span.start);
        let line = self.source.line_column(start).line;
        self.source.trim(&self.source.line_span(line))
    }

    fn key_text(&self, meaning: Meaning) -> Option<&Text> {
        let facts = &self.facts;
        match meaning {
            Meaning::Summary => facts.summary.as_ref(),
            Meaning::Impact => facts.impact.as_ref().and_then(|impact| impact.summary.as_ref()),
            Meaning::Detection => facts.detection.as_ref().and_then(|detection| detection.text.as_ref()),
            Meaning::Trigger => facts.trigger.as_ref(),
            Meaning::RootCause => facts.root_cause.as_ref(),
            Meaning::Resolution => facts.resolution.as_ref(),
            Meaning::Remedy => facts.remedy.as_ref(),
            Meaning::CustomerAction => facts.customer_action.as_ref(),
            Meaning::Contact => facts.contact.as_ref(),
            Meaning::People => facts.people.as_ref(),
            _ => None,
        }
    }
}

/// A text as an address: lower case, letters and digits, hyphens for the rest. Umlauts are written out.
pub fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'ä' => slug.push_str("ae"),
            'ö' => slug.push_str("oe"),
            'ü' => slug.push_str("ue"),
            'ß' => slug.push_str("ss"),
            'à'..='å' => slug.push('a'),
            'ç' => slug.push('c'),
            'è'..='ë' => slug.push('e'),
            'ì'..='ï' => slug.push('i'),
            'ñ' => slug.push('n'),
            'ò'..='õ' | 'ø' => slug.push('o'),
            'ù'..='û' => slug.push('u'),
            '\'' | '’' => {}
            c if c.is_ascii_alphanumeric() => slug.push(c),
            _ if slug.ends_with('-') || slug.is_empty() => {}
            _ => slug.push('-'),
        }
    }
    slug.trim_end_matches('-').to_owned()
}

/// The anchor of a heading, as the site and the forges make it: lower case, spaces to hyphens, punctuation gone.
pub fn anchor(heading: &str) -> String {
    let kept = heading.trim().chars().flat_map(char::to_lowercase);
    kept.filter_map(|c| match c {
        ' ' => Some('-'),
        c if c.is_alphanumeric() || matches!(c, '-' | '_') => Some(c),
        _ => None,
    })
    .collect()
}

fn unreadable(source: &SourceFile) -> Vec<Problem> {
    let problem = match &source.unreadable {
        None => return Vec::new(),
        Some(Unreadable::NotUtf8 { shown }) => {
            let end = source.text.get(*shown..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
            Problem::new(ProblemKind::NotUtf8, *shown..shown + end, "this file is not UTF-8")
                .help("save it as UTF-8; the rest was read with the bad bytes replaced")
        }
        Some(Unreadable::TooLarge { bytes, limit }) => {
            let message = format!("this file has {bytes} bytes; the limit is {limit}");
            Problem::new(ProblemKind::TooLarge, 0..0, message)
                .help("raise `max_bytes` under `[archive]` in afterword.toml, or leave the file out with `exclude`")
        }
        Some(Unreadable::Disk { reason }) => {
            Problem::new(ProblemKind::NotUtf8, 0..0, format!("this file could not be read: {reason}"))
                .help("check that it exists and that you may read it")
        }
    };
    vec![problem]
}

fn id_of_path(path: &str) -> String {
    let mut parts = path.rsplit('/');
    let file = parts.next().unwrap_or(path);
    let stem = file.split_once('.').map_or(file, |(stem, _)| stem);
    if stem == "index" { parts.next().unwrap_or(stem).to_owned() } else { stem.to_owned() }
}
