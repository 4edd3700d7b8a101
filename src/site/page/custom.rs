//! Keys of the organisation's own that a page shows.

use crate::config::CustomType;
use crate::incident::yaml::{Node, Yaml};
use crate::site::page::report::Context;

/// Label and value of the keys that have a label, in the order of the configuration; on public pages only those declared public.
pub(in crate::site) fn rows(context: &Context<'_>) -> Vec<(String, String)> {
    let given =
        |name: &str| context.incident.facts.custom.iter().find(|(key, _)| key.value == name).map(|(_, node)| node);
    let shown = context.config.custom_keys.0.iter().filter(|key| context.internal || key.settings.public);
    let row = shown.filter_map(|key| {
        let node = given(&key.name)?;
        Some((key.settings.label.clone()?, html(key.settings.r#type, node, context)))
    });
    row.collect()
}

fn html(kind: CustomType, node: &Node, context: &Context<'_>) -> String {
    let mut texts = Vec::new();
    collect(node, &mut texts);
    let shown = texts.into_iter().map(|text| match (kind, text) {
        (CustomType::Flag, "true") => context.words.get("v_yes").to_owned(),
        (CustomType::Flag, "false") => context.words.get("v_no").to_owned(),
        (CustomType::Link, link) => context.inline(&format!("<{link}>")),
        (CustomType::Date, day) => {
            let day = day.parse().ok().map(|day| context.words.date(day)).unwrap_or_else(|| day.to_owned());
            context.inline(&day)
        }
        (_, text) => context.inline(text),
    });
    shown.collect::<Vec<_>>().join(", ")
}

/// The texts of a value, those of lists and mappings one after the other.
fn collect<'n>(node: &'n Node, texts: &mut Vec<&'n str>) {
    match &node.value {
        Yaml::Scalar(text) => texts.push(text.trim()),
        Yaml::List(list) => list.iter().for_each(|item| collect(item, texts)),
        Yaml::Map(map) => map.iter().for_each(|(_, node)| collect(node, texts)),
        Yaml::Null => {}
    }
}
