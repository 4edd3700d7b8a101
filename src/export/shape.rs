//! The shapes of the JSON files. Their doc comments are the descriptions in the published JSON Schemas, which are made from them.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;

/// Changes when a field changes its meaning or goes; new fields may come without it.
pub const VERSION: u32 = 1;

/// `incidents.json`: every report of the site in short, the newest first.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Incidents<'a> {
    /// The JSON Schema of this file.
    #[serde(rename = "$schema")]
    pub schema: String,
    /// The version of this shape: 1.
    pub version: u32,
    /// The site's title.
    pub title: &'a str,
    /// BCP 47 tag of the site's language.
    pub language: &'a str,
    /// The reports.
    pub incidents: Vec<Short<'a>>,
}

/// `incidents/<id>.json`: one report with everything it says. Long texts are Markdown, as written; what is not known is null.
#[derive(Debug, Default, Serialize, JsonSchema)]
pub struct Whole<'a> {
    /// The JSON Schema of this file.
    #[serde(rename = "$schema")]
    pub schema: String,
    /// The version of this shape: 1.
    pub version: u32,
    /// The facts in short, as in the list.
    #[serde(flatten)]
    pub short: Short<'a>,
    /// Each service with its own times.
    pub services_hit: Vec<Service<'a>>,
    /// When somebody took it.
    pub acknowledged: Option<String>,
    /// What happened, in a few sentences.
    pub summary: Option<Cow<'a, str>>,
    /// What it did.
    pub impact: Impact<'a>,
    /// How it was found.
    pub detection: Detection<'a>,
    /// What set it off.
    pub trigger: Option<Cow<'a, str>>,
    /// Why it could happen.
    pub root_cause: Option<Cow<'a, str>>,
    /// What else played a part.
    pub contributing_factors: Vec<&'a str>,
    /// What kept it from being worse.
    pub mitigators: Vec<&'a str>,
    /// What is still dangerous.
    pub risks: Vec<&'a str>,
    /// The five whys; a chain may branch.
    pub five_whys: Vec<Why<'a>>,
    /// How it was brought to an end.
    pub resolution: Option<Cow<'a, str>>,
    /// What happened when.
    pub timeline: Vec<Row<'a>>,
    /// What users were told.
    pub updates: Vec<Update<'a>>,
    /// What was learned.
    pub lessons: Lessons<'a>,
    /// What will change.
    pub action_items: Vec<Action<'a>>,
    /// What users were promised.
    pub promises: Vec<Promise<'a>>,
    /// What was made right.
    pub remedy: Option<Cow<'a, str>>,
    /// What a user must do now.
    pub customer_action: Option<Cow<'a, str>>,
    /// The parts involved.
    pub technologies: Vec<&'a str>,
    /// Who wrote the report.
    pub authors: Vec<&'a str>,
    /// Who reviewed it.
    pub reviewers: Vec<&'a str>,
    /// What was changed after it was published.
    pub corrections: Vec<Correction<'a>>,
    /// Ids of related reports.
    pub related: Vec<&'a str>,
    /// Ids of the reports that this one repeats.
    pub repeat_of: Vec<&'a str>,
}

/// A report in short. Times are RFC 3339, or a date alone where no time of day was written.
#[derive(Debug, Default, Serialize, JsonSchema)]
pub struct Short<'a> {
    /// The permanent name.
    pub id: &'a str,
    /// The title, without markup.
    pub title: String,
    /// BCP 47 tag of the report's language.
    pub language: &'a str,
    /// The report's page; seen from the site's root where it is not known where the site stands.
    pub page: String,
    /// The report's own JSON file; as `page`.
    pub data: String,
    /// `incident`, `near-miss` or `maintenance`.
    pub kind: &'a str,
    /// `draft`, `ongoing`, `review` or `final`.
    pub status: &'a str,
    /// The severity, as the archive names it.
    pub severity: Option<&'a str>,
    /// 1 for the worst; null where the archive does not know the severity.
    pub severity_rank: Option<usize>,
    /// The services that were hit.
    pub services: Vec<&'a str>,
    /// The tags.
    pub tags: Vec<&'a str>,
    /// When users began to feel it.
    pub start: Option<String>,
    /// When it was noticed.
    pub detected: Option<String>,
    /// When the first users no longer felt it.
    pub mitigated: Option<String>,
    /// When the last user no longer felt it.
    pub end: Option<String>,
    /// Whole minutes from start to end; null where either is not known to the minute.
    pub duration_minutes: Option<i64>,
    /// Whether start or end was written as "about".
    pub approximate: bool,
    /// When the report was published.
    pub published: Option<String>,
    /// When readers were last told something: published, an update, a correction.
    pub updated: Option<String>,
    /// How many action items it has.
    pub actions: usize,
    /// How many of them are open.
    pub actions_open: usize,
}

/// A service that was hit.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Service<'a> {
    /// Its name.
    pub name: &'a str,
    /// When its users began to feel it, where that is not the report's start.
    pub start: Option<String>,
    /// When they no longer did, where that is not the report's end.
    pub end: Option<String>,
    /// What they felt.
    pub effect: Option<&'a str>,
}

/// What it did, and to whom.
#[derive(Debug, Default, Serialize, JsonSchema)]
pub struct Impact<'a> {
    /// In words.
    pub summary: Option<Cow<'a, str>>,
    /// The groups of those affected.
    pub affected: Vec<Affected<'a>>,
    /// What data was lost; `none` is a statement, null is silence.
    pub data_loss: Option<&'a str>,
    /// What is still not as it was.
    pub remaining: Option<&'a str>,
}

/// One group of those affected. Counts are as written: "about 400" is one.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Affected<'a> {
    /// Which group.
    pub who: Option<&'a str>,
    /// How many of them.
    pub count: Option<&'a str>,
    /// Of how many.
    pub of: Option<&'a str>,
}

/// How it was found.
#[derive(Debug, Default, Serialize, JsonSchema)]
pub struct Detection<'a> {
    /// `monitoring`, `customer`, `staff` or `third-party`.
    pub how: Option<&'a str>,
    /// In words.
    pub text: Option<Cow<'a, str>>,
}

/// A rung of the five whys.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Why<'a> {
    /// The question.
    pub why: Option<&'a str>,
    /// The answers.
    pub because: Vec<Because<'a>>,
}

/// An answer.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Because<'a> {
    /// The answer.
    pub text: &'a str,
    /// What was asked next.
    pub whys: Vec<Why<'a>>,
}

/// A row of the timeline.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Row<'a> {
    /// When.
    pub at: Option<String>,
    /// The end of a range.
    pub until: Option<String>,
    /// `detect`, `escalate`, `diagnose`, `decide`, `act`, `communicate`, `handover` or `restore`.
    pub kind: Option<&'a str>,
    /// What happened.
    pub event: &'a str,
    /// What proves it.
    pub evidence: Option<&'a str>,
}

/// A word to users.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Update<'a> {
    /// When it was sent.
    pub at: Option<String>,
    /// Where.
    pub channel: Option<&'a str>,
    /// What it said.
    pub text: Option<&'a str>,
    /// When the next word was promised.
    pub next: Option<String>,
}

/// What was learned.
#[derive(Debug, Default, Serialize, JsonSchema)]
pub struct Lessons<'a> {
    /// Without a group.
    pub general: Vec<&'a str>,
    /// What went well.
    pub went_well: Vec<&'a str>,
    /// What went wrong.
    pub went_wrong: Vec<&'a str>,
    /// Where we were lucky.
    pub got_lucky: Vec<&'a str>,
    /// What others can take from it.
    pub for_others: Vec<&'a str>,
}

/// An action item.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Action<'a> {
    /// What will be done.
    pub action: &'a str,
    /// Who does it.
    pub owner: Option<&'a str>,
    /// The day it is due.
    pub due: Option<String>,
    /// When it is due, as written: "next quarter" is no day.
    pub due_text: Option<&'a str>,
    /// `prevent`, `detect`, `mitigate` or `process`.
    #[serde(rename = "type")]
    pub kind: Option<&'a str>,
    /// As written.
    pub priority: Option<&'a str>,
    /// `open`, `done` or `declined`; null where the report does not say.
    pub status: Option<&'a str>,
    /// The day it was done.
    pub done: Option<String>,
    /// A ticket's number or link.
    pub ticket: Option<&'a str>,
    /// Why it was declined.
    pub reason: Option<&'a str>,
}

/// A promise to users.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Promise<'a> {
    /// What was promised.
    pub what: &'a str,
    /// The day it is due.
    pub due: Option<String>,
    /// Whether it was kept; null where the report does not say.
    pub kept: Option<bool>,
    /// When it was kept.
    pub kept_at: Option<String>,
}

/// A change of a published report.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Correction<'a> {
    /// When.
    pub at: Option<String>,
    /// What was changed.
    pub what: &'a str,
}
