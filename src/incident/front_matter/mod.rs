//! Finds the front matter and reads it into [`Facts`]: every key in both its forms, all problems at once.

mod custom;
pub(crate) mod fields;
mod impact;
mod items;
mod parts;
mod posted;
mod recovery;
mod rows;
mod settings;
mod whys;

use crate::incident::Reading;
use crate::incident::facts::{Audience, Facts, Kind, Status, Text};
use crate::incident::front_matter::fields::{Fields, key_spans, word_list, wrong_type};
use crate::incident::instant::{TimeContext, Zone};
use crate::incident::problem::{Problem, ProblemKind};
use crate::incident::yaml::{self, Key, Node, Yaml};
use crate::source::{SourceFile, Span, Spanned, lines};

/// What reading leaves behind.
type Problems = Vec<Problem>;

/// Where the front matter and the body of a file stand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Block {
    /// The YAML between the lines, those lines not included.
    pub yaml: Option<Span>,
    /// TOML between `+++` lines, as other site generators have it: its title is read, and nothing else.
    pub toml: Option<Span>,
    /// Where the body begins.
    pub body_start: usize,
}

/// Finds the block: a first line `---` (a byte order mark may stand before it), until a line `---` or `...`.
///
/// A file may begin with a thematic break instead, so a first line `---` without a second one is front matter only where a
/// key follows it.
pub fn split(text: &str, problems: &mut Vec<Problem>) -> Block {
    let mark = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let rest = text.get(mark..).unwrap_or("");
    let mut lines = lines(rest);
    let nothing = Block { body_start: mark, ..Block::default() };
    let Some(first) = lines.next().filter(|line| matches!(line.trim_end(), "---" | "+++")) else {
        return nothing;
    };
    let toml = first.starts_with('+');
    let start = mark + first.len();
    let mut at = start;
    for line in lines {
        let closes = if toml { line.trim_end() == "+++" } else { matches!(line.trim_end(), "---" | "...") };
        if closes {
            let body_start = at + line.len();
            let block = Some(start..at);
            return if toml {
                Block { toml: block, body_start, ..nothing }
            } else {
                Block { yaml: block, body_start, ..nothing }
            };
        }
        at += line.len();
    }
    if toml {
        return nothing;
    }
    let next = text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or("");
    if next.split_once(':').is_none_or(|(key, _)| key.trim().is_empty() || key.contains(' ')) {
        return nothing;
    }
    problems.push(
        Problem::new(ProblemKind::BrokenYaml, mark..mark + 3, "the front matter is never closed")
            .help("add a line `---` after its last key"),
    );
    Block { yaml: Some(start..text.len()), body_start: text.len(), ..nothing }
}

/// Reads the block. The report's zone goes into `times` for the body.
pub(super) fn read(
    source: &SourceFile,
    block: &Block,
    reading: &Reading,
    times: &mut TimeContext,
    problems: &mut Problems,
) -> Facts {
    if let Some(span) = &block.toml {
        return Facts { title: toml_title(source, span), ..Facts::default() };
    }
    let Some(span) = &block.yaml else { return Facts::default() };
    let text = source.slice(span);
    if text.trim().is_empty() {
        return Facts::default();
    }
    match yaml::read(text, span.start) {
        Err(error) => {
            let map = recovery::read(text, span.start, error, problems);
            read_map(&map, reading, times, problems)
        }
        Ok(Node { value: Yaml::Map(map), .. }) => read_map(&map, reading, times, problems),
        Ok(Node { value: Yaml::Null, .. }) => Facts::default(),
        Ok(node) => {
            let message = format!("the front matter takes `key: value` lines, not {}", node.value.describe());
            problems.push(Problem::new(ProblemKind::BrokenYaml, node.span, message).help("begin with `title: …`"));
            Facts::default()
        }
    }
}

fn read_map(map: &[(Key, Node)], reading: &Reading, times: &mut TimeContext, problems: &mut Problems) -> Facts {
    set_zone(map, times, problems);
    let facts = facts(map, reading, times, problems);
    times.date = facts.start.as_ref().map(|start| start.at.date_naive());
    facts
}

/// The zone comes first: every other time of the file needs it.
fn set_zone(map: &[(Key, Node)], times: &mut TimeContext, problems: &mut Problems) {
    let before = TimeContext::default();
    let mut fields = Fields::new(map, &before, &mut Vec::new());
    let zone = settings::timezone(&mut fields, problems);
    times.report = zone.map(|zone| Zone::Named(zone.value));
}

fn facts(map: &[(Key, Node)], reading: &Reading, times: &TimeContext, problems: &mut Problems) -> Facts {
    let mut fields = Fields::new(map, times, problems);
    let mut facts = record(&mut fields, times, problems);
    facts.keys = key_spans(map).collect();
    facts.timezone = settings::timezone(&mut fields, &mut Vec::new());
    facts.posted = posted::read(&fields);
    facts.internal = internal(&mut fields, reading, times, problems);
    facts.custom = custom::read(&mut fields, &reading.custom_keys, problems);
    fields.finish("the front matter", problems);
    facts
}

/// The `internal` mapping takes any of the keys.
fn internal(
    fields: &mut Fields<'_>,
    reading: &Reading,
    times: &TimeContext,
    problems: &mut Problems,
) -> Option<Box<Facts>> {
    let node = fields.node("internal")?;
    match &node.value {
        Yaml::Map(map) => Some(Box::new(facts(map, reading, times, problems))),
        _ => {
            problems.push(wrong_type(node, "internal", "a mapping of keys"));
            None
        }
    }
}

/// Takes every key but `timezone`, `internal` and the custom ones, in the order of the format's table.
fn record(fields: &mut Fields<'_>, times: &TimeContext, problems: &mut Problems) -> Facts {
    let p = problems;
    let mut facts = head(fields, p);
    facts.services = impact::services(fields, times, p);
    facts.start = fields.instant("start", p);
    facts.detected = fields.instant("detected", p);
    facts.acknowledged = fields.instant("acknowledged", p);
    facts.mitigated = fields.instant("mitigated", p);
    facts.end = fields.instant("end", p);
    facts.summary = fields.text("summary", p);
    facts.impact = impact::impact(fields, times, p);
    facts.detection = impact::detection(fields, times, p);
    facts.trigger = fields.text("trigger", p);
    facts.root_cause = fields.text("root_cause", p);
    facts.contributing_factors = fields.texts("contributing_factors", p);
    // The shorter name goes with mitigators and risks.
    facts.contributing_factors.extend(fields.texts("contributors", p));
    facts.mitigators = fields.texts("mitigators", p);
    facts.risks = fields.texts("risks", p);
    facts.five_whys = whys::five_whys(fields, times, p);
    facts.resolution = fields.text("resolution", p);
    // Rows with a time of day only take the day of the start.
    let day = facts.start.as_ref().map(|start| start.at.date_naive());
    let rows = TimeContext { date: day, ..times.clone() };
    facts.timeline = rows::timeline(fields, &rows, p);
    facts.updates = rows::updates(fields, &rows, p);
    facts.lessons = whys::lessons(fields, times, p).unwrap_or_default();
    facts.action_items = items::action_items(fields, times, p);
    facts.promises = items::promises(fields, times, p);
    facts.corrections = rows::corrections(fields, times, p);
    facts.attest = settings::attest(fields, times, p);
    facts.waive = settings::waive(fields, times, p);
    facts
}

fn head(fields: &mut Fields<'_>, p: &mut Problems) -> Facts {
    Facts {
        schema: fields.text("schema", p),
        title: fields.text("title", p),
        id: fields.text("id", p),
        kind: fields.word("kind", word_list!(Kind), p),
        status: fields.word("status", word_list!(Status), p),
        severity: fields.text("severity", p),
        audience: fields.word("audience", word_list!(Audience), p),
        lang: fields.text("lang", p),
        remedy: fields.text("remedy", p),
        customer_action: fields.text("customer_action", p),
        contact: fields.text("contact", p),
        technologies: fields.texts("technologies", p),
        people: fields.text("people", p),
        related: fields.texts("related", p),
        repeat_of: fields.texts("repeat_of", p),
        authors: fields.texts("authors", p),
        reviewers: fields.texts("reviewers", p),
        published: fields.instant("published", p),
        tags: fields.texts("tags", p),
        ..Facts::default()
    }
}

/// The title of TOML front matter, at its place.
fn toml_title(source: &SourceFile, span: &Span) -> Option<Text> {
    let table: toml::Table = source.slice(span).parse().ok()?;
    let title = table.get("title")?.as_str()?.to_owned();
    let at = source.slice(span).find(&title).map_or(span.start, |at| span.start + at);
    let end = at + if source.slice(&(at..at + title.len())) == title { title.len() } else { 0 };
    Some(Spanned::new(title, at..end))
}
