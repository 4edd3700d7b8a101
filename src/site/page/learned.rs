//! What was learned, by group, with what the report says around the lessons.

use serde::Serialize;

use crate::incident::facts::Text;
use crate::site::page::beside::Besides;
use crate::site::page::report::Context;

/// A group of lessons, or prose that stands before, between or behind lessons.
#[derive(Debug, Clone, Default, Serialize)]
pub struct LessonGroup {
    /// Its heading; none for lessons without a group.
    pub heading: Option<String>,
    /// Prose before the lessons, as HTML.
    pub before: String,
    /// The lessons, as HTML.
    pub lessons: Vec<String>,
}

pub(in crate::site) fn lessons(context: &Context<'_>, beside: &Besides) -> Vec<LessonGroup> {
    let lessons = context.incident.lessons();
    let groups = [
        (None, &lessons.general),
        (Some("l_well"), &lessons.went_well),
        (Some("l_wrong"), &lessons.went_wrong),
        (Some("l_lucky"), &lessons.got_lucky),
        (Some("l_others"), &lessons.for_others),
    ];
    let mut made = Vec::new();
    let all: Vec<_> = groups.iter().flat_map(|(_, texts)| texts.iter().map(|text| text.span.clone())).collect();
    let mut around = beside.around_lessons(context.incident, &all);
    for (name, texts) in groups {
        let mut group =
            LessonGroup { heading: name.map(|name| context.words.get(name).to_owned()), ..LessonGroup::default() };
        for text in texts.iter().filter(|text| context.may_show(&text.span)) {
            let prose = around.remove(&text.span.start).unwrap_or_default();
            made.extend(prose_alone(prose.above));
            if !prose.before.is_empty() && !group.lessons.is_empty() {
                made.push(std::mem::take(&mut group));
            }
            group.before.push_str(&prose.before);
            group.lessons.push(format!("{}{}", lesson(context, text), prose.inside));
            if let Some(behind) = prose_alone(prose.behind) {
                made.extend([std::mem::take(&mut group), behind]);
            }
        }
        made.push(group);
    }
    made.retain(|group| !group.lessons.is_empty() || !group.before.is_empty());
    made
}

fn lesson(context: &Context<'_>, text: &Text) -> String {
    context.inline(&context.without_internal(text))
}

fn prose_alone(html: String) -> Option<LessonGroup> {
    (!html.is_empty()).then(|| LessonGroup { before: html, ..LessonGroup::default() })
}
