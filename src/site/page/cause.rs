//! The cause of an incident, as its report tells it.

use crate::incident::body::Section;
use crate::incident::headings::Meaning;
use crate::site::page::report::Context;

/// The cause as it is told: trigger, then root cause; the factors behind it.
pub(in crate::site) fn cause(context: &Context<'_>) -> Vec<String> {
    let facts = &context.incident.facts;
    let trigger = facts.trigger.as_ref().map(|text| context.block(&text.value, 3));
    let root = root_cause(context).map(|text| context.block(&text, 3));
    let factors = (!facts.contributing_factors.is_empty()).then(|| {
        let items: String =
            facts.contributing_factors.iter().map(|text| format!("<li>{}</li>", context.inline(&text.value))).collect();
        format!("<h3>{}</h3><ul>{items}</ul>", context.words.get("h_factors"))
    });
    [trigger, root, factors].into_iter().flatten().collect()
}

/// The root cause without the whys that stand in its section and are drawn by themselves.
fn root_cause(context: &Context<'_>) -> Option<String> {
    let passage = context.incident.passage(Meaning::RootCause)?;
    let whole = passage.span();
    let drawn = context.incident.body.sections_of(Meaning::FiveWhys);
    let inside = |section: &&Section| whole.start <= section.heading.span.start && section.whole.end <= whole.end;
    let Some(whys) = drawn.filter(inside).find(|_| !context.incident.five_whys().is_empty()) else {
        return context.passage(Meaning::RootCause);
    };
    let line = context.incident.source.line_column(whys.heading.span.start).line;
    let before = whole.start..context.incident.source.line_span(line).start.max(whole.start);
    let text = context.visible(&before) + "\n" + &context.visible(&(whys.whole.end..whole.end));
    (!text.trim().is_empty()).then_some(text)
}
