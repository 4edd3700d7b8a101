//! `incidents.json`, `incidents/<id>.json`, and their JSON Schemas.

use std::borrow::Cow;

use schemars::generate::SchemaSettings;

use crate::export::shape::{
    Action, Affected, Because, Correction, Detection, Impact, Incidents, Lessons, Promise, Row, Service, Short, Update,
    VERSION, Whole, Why,
};
use crate::export::{Export, duration_minutes, time};
use crate::feeds;
use crate::incident::Incident;
use crate::incident::action_item::{self, ActionItem, Kept};
use crate::incident::facts::{self, Text};
use crate::incident::headings::Meaning;
use crate::incident::instant::Instant;
use crate::incident::plain::without_comments;
use crate::incident::seen::Seen;

/// The schema of the list, seen from the site's root.
pub const LIST_SCHEMA: &str = "schema/incidents.json";
/// The schema of one report.
pub const ONE_SCHEMA: &str = "schema/incident.json";

/// The list of all reports.
///
/// # Errors
/// What the writer says; none is known.
pub fn list(export: &Export<'_>) -> Result<Vec<u8>, String> {
    let document = Incidents {
        schema: LIST_SCHEMA.to_owned(),
        version: VERSION,
        title: &export.config.site.title,
        language: &export.config.site.language,
        incidents: export.incidents.iter().map(|incident| short(export, incident)).collect(),
    };
    serde_json::to_vec(&document).map_err(|error| error.to_string())
}

/// One report with everything it says.
///
/// # Errors
/// What the writer says; none is known.
pub fn one(export: &Export<'_>, incident: &Incident) -> Result<Vec<u8>, String> {
    serde_json::to_vec(&whole(export, incident)).map_err(|error| error.to_string())
}

/// The JSON Schema of the list, then that of one report: path and text.
pub fn schemas() -> [(&'static str, String); 2] {
    let list = SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<Incidents<'_>>();
    let one = SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<Whole<'_>>();
    let text = |schema| serde_json::to_string_pretty(&schema).map(|text| text + "\n").unwrap_or_default();
    [(LIST_SCHEMA, text(list)), (ONE_SCHEMA, text(one))]
}

/// A report as its readers may see it.
struct View<'a> {
    incident: &'a Incident,
    seen: Seen<'a>,
    internal: bool,
}

impl<'a> View<'a> {
    fn text(&self, text: &'a Text) -> Option<&'a str> {
        self.seen.text(text)
    }

    fn maybe(&self, text: Option<&'a Text>) -> Option<&'a str> {
        text.and_then(|text| self.text(text))
    }

    fn texts(&self, texts: &'a [Text]) -> Vec<&'a str> {
        texts.iter().filter_map(|text| self.text(text)).collect()
    }

    /// The text that answers a question. One that reaches over an internal passage is left to the report's page.
    fn passage(&self, meaning: Meaning) -> Option<Cow<'a, str>> {
        let passage = self.incident.passage(meaning)?;
        self.seen.shows(&passage.span()).then(|| without_comments(passage.text.trim()))
    }

    /// Whether an entry may be shown.
    fn may(&self, internal: bool, span: &crate::source::Span) -> bool {
        self.internal || (!internal && self.seen.shows(span))
    }
}

fn short<'a>(export: &'a Export<'_>, incident: &'a Incident) -> Short<'a> {
    let facts = &incident.facts;
    let severity = incident.severity().map(|severity| severity.value.trim());
    let items = export.action_items(incident);
    let (start, end) = (incident.start(), incident.end());
    Short {
        id: &incident.id,
        title: export.title(incident),
        language: export.language(incident),
        page: export.page(incident),
        data: export.address(&format!("incidents/{}.json", incident.address())),
        kind: incident.kind().word(),
        status: incident.status().word(),
        severity,
        severity_rank: severity.and_then(|name| export.config.severities.rank(name)),
        services: export.services(incident).map(|service| service.name.value.as_str()).collect(),
        tags: facts.tags.iter().map(|tag| tag.value.as_str()).collect(),
        start: start.map(time),
        detected: facts.detected.as_ref().map(time),
        mitigated: facts.mitigated.as_ref().map(time),
        end: end.map(time),
        duration_minutes: duration_minutes(incident),
        approximate: start.into_iter().chain(end).any(|at| at.approximate),
        published: facts.published.as_ref().map(time),
        updated: feeds::updated(incident, export.internal).map(|at| at.to_rfc3339()),
        actions: items.len(),
        actions_open: items.iter().filter(|item| item.is_open()).count(),
    }
}

fn whole<'a>(export: &'a Export<'_>, incident: &'a Incident) -> Whole<'a> {
    let facts = &incident.facts;
    let view = View { incident, seen: Seen::new(incident, export.internal), internal: export.internal };
    if incident.is_withdrawn() {
        // Like its page: what it was called, and why and when it was taken back.
        let (schema, short) = (format!("../{ONE_SCHEMA}"), short(export, incident));
        return Whole { schema, version: VERSION, short, corrections: corrections(&view), ..Whole::default() };
    }
    let impact = facts.impact.as_ref();
    let detection = facts.detection.as_ref();
    let optional = |at: &'a Option<Instant>| at.as_ref().map(time);
    Whole {
        schema: format!("../{ONE_SCHEMA}"),
        version: VERSION,
        short: short(export, incident),
        services_hit: export.services(incident).map(|hit| service(&view, hit)).collect(),
        acknowledged: optional(&facts.acknowledged),
        summary: view.passage(Meaning::Summary),
        impact: Impact {
            summary: view.passage(Meaning::Impact),
            affected: impact.map(|impact| affected(&view, &impact.affected)).unwrap_or_default(),
            data_loss: view.maybe(impact.and_then(|impact| impact.data_loss.as_ref())),
            remaining: view.maybe(impact.and_then(|impact| impact.remaining.as_ref())),
        },
        detection: Detection {
            how: detection.and_then(|detection| detection.how.as_ref()).map(|how| how.value.word()),
            text: view.passage(Meaning::Detection),
        },
        trigger: view.passage(Meaning::Trigger),
        root_cause: view.passage(Meaning::RootCause),
        contributing_factors: view.texts(incident.contributing_factors()),
        mitigators: view.texts(incident.mitigators()),
        risks: view.texts(incident.risks()),
        five_whys: whys(&view, incident.five_whys()),
        resolution: view.passage(Meaning::Resolution),
        timeline: timeline(&view),
        updates: updates(&view),
        lessons: lessons(&view),
        action_items: export.action_items(incident).into_iter().filter_map(|item| action(&view, item)).collect(),
        promises: facts.promises.iter().filter_map(|inner| promise(&view, inner)).collect(),
        remedy: view.passage(Meaning::Remedy),
        customer_action: view.passage(Meaning::CustomerAction),
        technologies: view.texts(&facts.technologies),
        authors: view.texts(&facts.authors),
        reviewers: view.texts(&facts.reviewers),
        corrections: corrections(&view),
        related: others(export, &facts.related),
        repeat_of: others(export, &facts.repeat_of),
    }
}

fn service<'a>(view: &View<'a>, service: &'a facts::Service) -> Service<'a> {
    Service {
        name: &service.name.value,
        start: service.start.as_ref().map(time),
        end: service.end.as_ref().map(time),
        effect: view.maybe(service.effect.as_ref()),
    }
}

fn affected<'a>(view: &View<'a>, groups: &'a [facts::Affected]) -> Vec<Affected<'a>> {
    let shown = groups.iter().filter(|group| view.may(group.internal, &group.span));
    shown
        .map(|group| Affected {
            who: view.maybe(group.who.as_ref()),
            count: view.maybe(group.count.as_ref()),
            of: view.maybe(group.of.as_ref()),
        })
        .collect()
}

fn whys<'a>(view: &View<'a>, rungs: &'a [facts::Why]) -> Vec<Why<'a>> {
    let answers = |rung: &'a facts::Why| {
        let shown = rung.because.iter().filter_map(|because| Some((view.text(&because.text)?, because)));
        shown.map(|(text, because)| Because { text, whys: whys(view, &because.whys) }).collect()
    };
    rungs.iter().map(|rung| Why { why: view.maybe(rung.why.as_ref()), because: answers(rung) }).collect()
}

fn timeline<'a>(view: &View<'a>) -> Vec<Row<'a>> {
    let rows = view.incident.timeline().iter().filter(|row| view.may(row.internal, &row.span));
    rows.map(|row| Row {
        at: row.at.as_ref().map(time),
        until: row.until.as_deref().map(time),
        kind: row.kind.as_ref().map(|kind| kind.value.word()),
        event: &row.text.value,
        evidence: view.maybe(row.evidence.as_deref()),
    })
    .collect()
}

fn updates<'a>(view: &View<'a>) -> Vec<Update<'a>> {
    let told = view.incident.facts.updates.iter().filter(|update| view.may(update.internal, &update.span));
    told.map(|update| Update {
        at: update.at.as_ref().map(time),
        channel: view.maybe(update.channel.as_ref()),
        text: view.maybe(update.text.as_ref()),
        next: update.next.as_ref().map(time),
    })
    .collect()
}

fn lessons<'a>(view: &View<'a>) -> Lessons<'a> {
    let lessons = view.incident.lessons();
    Lessons {
        general: view.texts(&lessons.general),
        went_well: view.texts(&lessons.went_well),
        went_wrong: view.texts(&lessons.went_wrong),
        got_lucky: view.texts(&lessons.got_lucky),
        for_others: view.texts(&lessons.for_others),
    }
}

fn action<'a>(view: &View<'a>, item: &'a ActionItem) -> Option<Action<'a>> {
    Some(Action {
        action: view.text(&item.action)?,
        owner: view.maybe(item.owner.as_ref()),
        due: item.due.as_ref().and_then(|due| due.date).map(|date| date.to_string()),
        due_text: item.due.as_ref().and_then(|due| view.text(&due.text)),
        kind: item.kind.as_ref().map(|kind| kind.value.word()),
        priority: view.maybe(item.priority.as_deref()),
        status: item.status.as_ref().map(|status| status.value.word()),
        done: item.done.as_ref().map(|done| done.value.to_string()),
        ticket: view.maybe(item.ticket.as_ref()),
        reason: view.maybe(item.reason.as_deref()),
    })
}

fn promise<'a>(view: &View<'a>, promise: &'a action_item::Promise) -> Option<Promise<'a>> {
    if !view.may(promise.internal, &promise.span) {
        return None;
    }
    let (kept, kept_at) = match &promise.kept {
        None => (None, None),
        Some(Kept::Said(said)) => (Some(said.value), None),
        Some(Kept::At(at)) => (Some(true), Some(time(at))),
    };
    Some(Promise {
        what: view.text(&promise.what)?,
        due: promise.due.as_ref().and_then(|due| due.date).map(|date| date.to_string()),
        kept,
        kept_at,
    })
}

fn corrections<'a>(view: &View<'a>) -> Vec<Correction<'a>> {
    let made = view.incident.facts.corrections.iter().filter(|made| view.may(made.internal, &made.span));
    made.filter_map(|made| Some(Correction { at: made.at.as_ref().map(time), what: view.text(&made.what)? })).collect()
}

/// To everyone a report that has no page does not exist; the organisation sees every id.
fn others<'a>(export: &Export<'_>, ids: &'a [Text]) -> Vec<&'a str> {
    let has_page = |id: &str| export.archive.get(id).is_some_and(|other| export.published.contains(&*other.address()));
    let there = |id: &&str| export.internal || has_page(id);
    ids.iter().map(|id| id.value.as_str()).filter(there).collect()
}
