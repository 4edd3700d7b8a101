//! The cause of an incident, as its report tells it.

use crate::incident::headings::Meaning;
use crate::site::page::report::Context;

/// The cause as it is told: trigger, then root cause; the factors behind it.
pub(in crate::site) fn cause(context: &Context<'_>) -> Vec<String> {
    let facts = &context.incident.facts;
    let trigger = facts.trigger.as_ref().map(|text| context.block(&text.value, 3));
    let root = context.passage(Meaning::RootCause).map(|text| context.block(&text, 3));
    let factors = (!facts.contributing_factors.is_empty()).then(|| {
        let items: String =
            facts.contributing_factors.iter().map(|text| format!("<li>{}</li>", context.inline(&text.value))).collect();
        format!("<h3>{}</h3><ul>{items}</ul>", context.words.get("h_factors"))
    });
    [trigger, root, factors].into_iter().flatten().collect()
}
