//! What others can learn, from every report, newest first.

use serde::Serialize;

use crate::incident::Incident;
use crate::incident::facts::Text;
use crate::site::markdown::plain;
use crate::site::page::Frame;
use crate::site::page::home::{SiteContext, day, href, lang};
use crate::site::page::pager::Pager;
use crate::site::page::seen::Seen;

/// Reports on one page: lessons are long.
const PER_PAGE: usize = 40;
/// Lessons of one report that are listed; the others are on its page.
const MOST: usize = 8;

/// What a report gives to others: its lessons for them, else those without a group.
#[derive(Debug)]
pub(in crate::site) struct Lesson<'a> {
    incident: &'a Incident,
    texts: Vec<&'a Text>,
    more: usize,
}

/// The view of `lessons.html`.
#[derive(Debug, Serialize)]
pub struct LessonsPage<'a> {
    frame: Frame<'a>,
    title: &'a str,
    description: &'a str,
    nothing: &'a str,
    reports: Vec<Row>,
    pager: Pager,
}

/// The lessons of one report.
#[derive(Debug, Clone, Serialize)]
struct Row {
    title: String,
    lang: Option<String>,
    href: String,
    datetime: Option<String>,
    date: String,
    lessons: Vec<String>,
    more: Option<String>,
}

/// Reports with lessons, in the order of the list.
pub(in crate::site) fn lessons<'a>(incidents: &[&'a Incident], internal: bool) -> Vec<Lesson<'a>> {
    let lesson = |incident: &&'a Incident| {
        let seen = Seen::new(incident, internal);
        let all = incident.lessons();
        let of = |texts: &'a [Text]| -> Vec<&'a Text> {
            texts.iter().filter(|text| seen.text(text).is_some_and(|text| !text.trim().is_empty())).collect()
        };
        let mut texts = of(&all.for_others);
        if texts.is_empty() {
            texts = of(&all.general);
        }
        let more = texts.len().saturating_sub(MOST);
        texts.truncate(MOST);
        (!texts.is_empty()).then_some(Lesson { incident, texts, more })
    };
    incidents.iter().filter_map(lesson).collect()
}

/// How many pages they take: one at least.
pub(in crate::site) fn pages(lessons: &[Lesson<'_>]) -> usize {
    lessons.len().div_ceil(PER_PAGE).max(1)
}

impl<'a> LessonsPage<'a> {
    /// The template.
    pub const TEMPLATE: &'static str = "lessons.html";

    pub(in crate::site) fn new(context: &SiteContext<'a>, frame: Frame<'a>, lessons: &[Lesson<'_>], n: usize) -> Self {
        let words = context.words;
        Self {
            frame,
            title: words.get("nav_lessons"),
            description: words.get("lessons_lead"),
            nothing: words.get("no_lessons"),
            reports: lessons.iter().skip(n * PER_PAGE).take(PER_PAGE).map(|lesson| row(lesson, context)).collect(),
            pager: Pager::of("lessons", n, pages(lessons), words),
        }
    }
}

fn row(lesson: &Lesson<'_>, context: &SiteContext<'_>) -> Row {
    let (words, incident) = (context.words, lesson.incident);
    let date = day(incident);
    Row {
        title: plain(Seen::new(incident, context.internal).name()),
        lang: lang(incident, context),
        href: format!("{}#lessons", href(incident)),
        datetime: date.map(|date| date.to_string()),
        date: date.map(|date| words.date_short(date)).unwrap_or_default(),
        lessons: lesson.texts.iter().map(|text| context.inline(incident, &text.value)).collect(),
        more: (lesson.more > 0).then(|| words.fill("more_lessons", &[("n", &lesson.more.to_string())])),
    }
}
