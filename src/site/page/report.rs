//! The page of one report.

use chrono::{DateTime, Datelike as _, FixedOffset, NaiveDate};
use serde::Serialize;

use crate::checklist::scorecard::Scorecard;
use crate::config::Config;
use crate::incident::facts::Text;
use crate::incident::headings::Meaning;
use crate::incident::{Home, Incident};
use crate::site::figure::{self, Figure};
use crate::site::markdown::{block_in, inline_in, plain};
use crate::site::page::beside::{Besides, Margins};
use crate::site::page::events::{self, TimelineRow};
use crate::site::page::facts::{self, Row};
use crate::site::page::home::day;
use crate::site::page::ladder;
use crate::site::page::learned::{self, LessonGroup};
use crate::site::page::parts::{self, Action, Message, Promised, ScoreTier};
use crate::site::page::place::{self, Around, Place, Revision};
use crate::site::page::story::{self, Told};
use crate::site::page::{Frame, Severity, kind_name, severity};
use crate::site::page::{cause, custom};
use crate::site::targets::{Pages, Pictures, Targets};
use crate::site::words::Words;
use crate::source::Span;

/// What a report's page is made from.
pub(in crate::site) struct Context<'a> {
    pub(in crate::site) incident: &'a Incident,
    /// The report in a sentence.
    pub(in crate::site) description: &'a str,
    pub(in crate::site) scorecard: Option<&'a Scorecard>,
    pub(in crate::site) config: &'a Config,
    /// The words of the report's language.
    pub(in crate::site) words: &'a Words,
    pub(in crate::site) today: NaiveDate,
    /// The end of today, which stands for now.
    pub(in crate::site) now: DateTime<FixedOffset>,
    /// Whether internal passages are shown.
    pub(in crate::site) internal: bool,
    /// The places that only internal builds may show.
    pub(in crate::site) hidden: Vec<Span>,
    /// The reports that have a page.
    pub(in crate::site) pages: Pages<'a>,
    /// The pictures of all reports.
    pub(in crate::site) pictures: &'a Pictures<'a>,
    /// The archive around it.
    pub(in crate::site) around: Around<'a>,
}

/// The view of `report.html`.
#[derive(Debug, Serialize)]
pub struct ReportPage<'a> {
    frame: Frame<'a>,
    /// The language of the page's part that is the report's, as attributes, where it is not the frame's.
    article_lang: String,
    /// The same for the report's own words, where the texts around them are in another language.
    own: String,
    words: &'a str,
    title: String,
    title_text: String,
    description: &'a str,
    kind: &'a str,
    severity: Option<Severity>,
    status: &'a str,
    dateline: Vec<(String, Option<&'static str>)>,
    facts: Vec<Row>,
    lead: Option<String>,
    intro: String,
    figure: Option<Figure>,
    timeline: Vec<TimelineRow>,
    timeline_prose: Margins,
    timeline_zone: Option<String>,
    phases: Vec<(&'static str, &'a str)>,
    cause: Vec<String>,
    whys: Option<String>,
    whys_prose: Margins,
    keyed: Vec<Told>,
    story: Vec<Told>,
    lessons: Vec<LessonGroup>,
    people: Option<String>,
    actions: Vec<Action>,
    actions_prose: Margins,
    messages: Vec<Message>,
    promises: Vec<Promised>,
    remedy: Option<String>,
    corrections: Vec<(String, String)>,
    score: Vec<ScoreTier>,
    related: Vec<Related>,
    filters: Vec<(&'static str, String)>,
    about: Vec<(String, String)>,
    place: Place,
    revision: Option<Revision>,
    edit_url: Option<String>,
}

/// A link to another report.
#[derive(Debug, Clone, Serialize)]
pub struct Related {
    title: String,
    href: Option<String>,
    date: Option<String>,
    repeat: bool,
}

impl<'a> Context<'a> {
    /// The text that answers a question, without what is internal and without what stands elsewhere on the page.
    pub(in crate::site) fn passage(&self, meaning: Meaning) -> Option<String> {
        let passage = self.incident.passage(meaning)?;
        let text = match passage.home {
            Home::FrontMatter => passage.text.to_owned(),
            Home::Body => story::prose(self, &passage.span()),
        };
        (!text.trim().is_empty()).then_some(text)
    }

    /// A part of the body, for a public page without its internal passages.
    pub(in crate::site) fn visible(&self, span: &Span) -> String {
        let source = &self.incident.source;
        if self.internal {
            return source.slice(span).to_owned();
        }
        let mut text = String::new();
        let mut at = span.start;
        for passage in
            self.incident.body.internal.iter().filter(|passage| passage.end > span.start && passage.start < span.end)
        {
            text.push_str(source.slice(&(at..passage.start.max(at))));
            at = passage.end.max(at);
        }
        text.push_str(source.slice(&(at..span.end.max(at))));
        text
    }

    /// A text that was read from the body may reach over an internal passage.
    pub(in crate::site) fn without_internal(&self, text: &Text) -> String {
        let crossed = self
            .incident
            .body
            .internal
            .iter()
            .any(|passage| passage.end > text.span.start && passage.start < text.span.end);
        if crossed && !self.internal { self.visible(&text.span) } else { text.value.clone() }
    }

    /// Whether a place may be shown.
    pub(in crate::site) fn may_show(&self, span: &Span) -> bool {
        self.internal || !self.hidden.iter().any(|place| place.start < span.end && span.start < place.end)
    }

    /// A passage of the report, as HTML.
    pub(in crate::site) fn block(&self, text: &str, level: u8) -> String {
        block_in(text, level, &self.targets())
    }

    /// A text of the report that stands inside a line, as HTML.
    pub(in crate::site) fn inline(&self, text: &str) -> String {
        inline_in(text, &self.targets())
    }

    fn targets(&self) -> Targets<'a> {
        self.pages.of_report(self.incident, self.pictures)
    }

    /// How many action items are past their date.
    pub(in crate::site) fn overdue(&self) -> usize {
        let shown = self.incident.action_items().iter().filter(|item| self.internal || !item.internal);
        shown.filter(|item| item.is_overdue(self.today)).count()
    }
}

impl<'a> ReportPage<'a> {
    /// The template.
    pub const TEMPLATE: &'static str = "report.html";

    pub(in crate::site) fn new(context: &Context<'a>, frame: Frame<'a>) -> Self {
        let (incident, words) = (context.incident, context.words);
        let facts = &incident.facts;
        let (article_lang, own) = languages(facts.lang.as_ref().map(|lang| lang.value.as_str()), words, &frame);
        let beside = Besides::of(context);
        let (timeline, timeline_prose) = events::timeline(context, &beside);
        let (whys, whys_prose) = ladder::whys(context, &beside);
        let (actions, actions_prose) = parts::actions(context, &beside);
        let timeline_zone = facts::zone_note(incident, words).filter(|_| !timeline.is_empty());
        let summary = context.passage(Meaning::Summary);
        let place = place::place(context);
        // What it repeats stands among the earlier reports of its cause, with what is unfinished there.
        let related = related(context)
            .into_iter()
            .filter(|other| !other.repeat || !other.href.as_deref().is_some_and(|href| place.names(href)));
        // One sentence stands in the fact sheet already.
        let lead = summary.filter(|summary| facts::first_sentence(summary) != summary.trim());
        Self {
            frame,
            article_lang,
            own,
            words: &words.tag,
            title: context.inline(incident.name()),
            title_text: plain(incident.name()),
            description: context.description,
            kind: words.get(kind_name(incident)),
            severity: severity(incident, context.config, words),
            status: words.get(status_name(incident)),
            dateline: dateline(context),
            facts: facts::rows(context),
            lead: lead.map(|text| context.block(&text, 2)),
            intro: story::intro(context),
            figure: figure::draw(incident, words, context.now, context.internal, context.config.policy.interval()),
            phases: events::phases(&timeline, words),
            timeline,
            timeline_prose,
            timeline_zone,
            cause: cause::cause(context),
            whys,
            whys_prose,
            keyed: keyed(context),
            story: story::sections(context),
            lessons: learned::lessons(context, &beside),
            people: context.passage(Meaning::People).map(|text| context.block(&text, 3)),
            actions,
            actions_prose,
            messages: parts::messages(context),
            promises: parts::promises(context),
            remedy: context.passage(Meaning::Remedy).map(|text| context.block(&text, 3)),
            corrections: corrections(context),
            score: parts::scorecard(context),
            related: related.collect(),
            filters: filters(context),
            about: about(context),
            place,
            revision: place::revision(context),
            edit_url: place::edited_at(context),
        }
    }
}

/// What a report's language makes of its page: attributes of the whole article where the site has its texts, else of the report's own
/// words alone.
fn languages(own: Option<&str>, words: &Words, frame: &Frame<'_>) -> (String, String) {
    let is_tag = |tag: &&str| !tag.is_empty() && tag.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    let Some(own) = own.filter(is_tag) else { return (String::new(), String::new()) };
    let base = |tag: &str| tag.split('-').next().unwrap_or(tag).to_ascii_lowercase();
    let rtl = matches!(
        base(own).as_str(),
        "ar" | "arc" | "ckb" | "dv" | "fa" | "he" | "iw" | "ks" | "ps" | "sd" | "ug" | "ur" | "yi"
    );
    let attributes = format!(" lang=\"{own}\"{}", if rtl { " dir=\"rtl\"" } else { "" });
    match (base(own) == base(&words.tag), own == frame.lang) {
        (true, true) => (String::new(), String::new()),
        (true, false) => (attributes, String::new()),
        (false, _) if rtl => (String::new(), attributes),
        (false, _) => (String::new(), attributes + " dir=\"ltr\""),
    }
}

fn status_name(incident: &Incident) -> &'static str {
    use crate::incident::facts::Status;
    match incident.status() {
        Status::Draft => "status_draft",
        Status::Ongoing => "status_ongoing",
        Status::Review => "status_review",
        Status::Final => "status_final",
        Status::Withdrawn => "status_withdrawn",
    }
}

fn names(texts: &[Text]) -> String {
    texts.iter().map(|text| text.value.as_str()).collect::<Vec<_>>().join(", ")
}

/// Each part with the section that says more.
fn dateline(context: &Context<'_>) -> Vec<(String, Option<&'static str>)> {
    let (facts, words) = (&context.incident.facts, context.words);
    let published =
        facts.published.as_ref().map(|at| words.fill("published", &[("date", &words.date(at.at.date_naive()))]));
    let latest = facts
        .corrections
        .iter()
        .filter(|c| context.internal || !c.internal)
        .filter_map(|c| c.at.as_ref())
        .max_by_key(|at| at.at);
    let corrected = latest.map(|at| words.fill("corrected", &[("date", &words.date(at.at.date_naive()))]));
    let authors = (!facts.authors.is_empty()).then(|| words.fill("written_by", &[("names", &names(&facts.authors))]));
    let parts = [(published, None), (corrected, Some("corrections")), (authors, None)];
    parts.into_iter().filter_map(|(text, anchor)| Some((text?, anchor))).collect()
}

/// Texts of the front matter that have no component of their own.
fn keyed(context: &Context<'_>) -> Vec<Told> {
    let facts = &context.incident.facts;
    let detection = facts.detection.as_ref().and_then(|detection| detection.text.as_ref());
    let passage = |text: Option<&Text>| text.map(|text| context.block(&text.value, 3));
    let list = |texts: &[Text]| {
        let items: String = texts.iter().map(|text| format!("<li>{}</li>", context.inline(&text.value))).collect();
        (!items.is_empty()).then(|| format!("<ul>{items}</ul>"))
    };
    let all = [
        ("h_detection", "detection", passage(detection)),
        ("h_resolution", "resolution", passage(facts.resolution.as_ref())),
        ("h_mitigators", "mitigators", list(&facts.mitigators)),
        ("h_risks", "risks", list(&facts.risks)),
    ];
    let told = all.into_iter().filter_map(|(name, id, html)| {
        let heading = context.words.get(name).to_owned();
        Some(Told { level: 2, id: id.to_owned(), name: heading.clone(), heading, html: html? })
    });
    told.collect()
}

pub(in crate::site) fn corrections(context: &Context<'_>) -> Vec<(String, String)> {
    let shown = context.incident.facts.corrections.iter().filter(|correction| context.internal || !correction.internal);
    shown
        .map(|correction| {
            let date = correction.at.as_ref().map(|at| context.words.date(at.at.date_naive())).unwrap_or_default();
            (date, context.inline(&correction.what.value))
        })
        .collect()
}

pub(in crate::site) fn related(context: &Context<'_>) -> Vec<Related> {
    let facts = &context.incident.facts;
    let link = |id: &Text, repeat: bool| {
        let other = context.pages.archive.get(&id.value);
        // To everyone a report that has no page does not exist.
        let hidden =
            other.is_some_and(|other| !context.internal && !context.pages.published.contains(&*other.address()));
        if hidden || (other.is_none() && !context.internal) {
            return None;
        }
        Some(Related {
            title: other.map_or_else(|| id.value.clone(), |other| plain(other.name())),
            href: other
                .map(Incident::address)
                .filter(|address| context.pages.published.contains(&**address))
                .map(|address| format!("{address}.html")),
            date: other.and_then(Incident::start).map(|start| context.words.date(start.at.date_naive())),
            repeat,
        })
    };
    let repeats = facts.repeat_of.iter().filter_map(|id| link(id, true));
    repeats.chain(facts.related.iter().filter_map(|id| link(id, false))).collect()
}

/// What other search programs can filter by.
fn filters(context: &Context<'_>) -> Vec<(&'static str, String)> {
    let (incident, words) = (context.incident, context.words);
    let services = incident.facts.services.iter().filter(|service| context.internal || !service.internal);
    let mut filters: Vec<_> = services.map(|service| ("service", service.name.value.clone())).collect();
    filters.extend(severity(incident, context.config, words).map(|severity| ("severity", severity.name)));
    filters.extend(day(incident).map(|day| ("year", day.year().to_string())));
    filters.push(("kind", words.get(kind_name(incident)).to_owned()));
    filters
}

fn about(context: &Context<'_>) -> Vec<(String, String)> {
    let (facts, words) = (&context.incident.facts, context.words);
    let services: Vec<String> = facts
        .services
        .iter()
        .filter(|s| context.internal || !s.internal)
        .map(|service| service.name.value.clone())
        .collect();
    let address = context.incident.address();
    let data = format!(
        "<a href=\"../incidents/{address}.json\">JSON</a>, <a href=\"../badge/{address}.svg\">{}</a>",
        words.get("badge")
    );
    let contact = context.passage(Meaning::Contact).or_else(|| context.config.site.contact.clone());
    let rows = [
        ("b_services", context.inline(&services.join(", "))),
        ("b_technologies", context.inline(&names(&facts.technologies))),
        ("b_tags", context.inline(&names(&facts.tags))),
        ("b_reviewers", context.inline(&names(&facts.reviewers))),
        ("b_contact", contact.map(|text| context.inline(&text)).unwrap_or_default()),
        ("b_data", data),
    ];
    let rows = rows.into_iter().map(|(name, html)| (words.get(name).to_owned(), html));
    rows.chain(custom::rows(context)).filter(|(_, html)| !html.is_empty()).collect()
}
