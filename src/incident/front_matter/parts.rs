//! What the keys with parts have in common: entries in a short and a long form.

use crate::incident::facts::Text;
use crate::incident::front_matter::Problems;
use crate::incident::front_matter::fields::{Fields, wrong_type};
use crate::incident::instant::TimeContext;
use crate::incident::problem::{Problem, ProblemKind};
use crate::incident::yaml::{Key, Node, Yaml};
use crate::source::Spanned;

/// Reads each entry of a list: the long form through `long`, a plain text through `short`.
pub(super) fn entries<T>(
    nodes: &[Node],
    name: &str,
    times: &TimeContext,
    p: &mut Problems,
    short: impl Fn(Text, &mut Problems) -> Option<T>,
    long: impl Fn(&mut Fields<'_>, &Node, &mut Problems) -> Option<T>,
) -> Vec<T> {
    let mut read = Vec::with_capacity(nodes.len());
    for node in nodes {
        match &node.value {
            Yaml::Map(map) => {
                let mut fields = Fields::new(map, times, p);
                read.extend(long(&mut fields, node, p));
                fields.finish(&format!("an entry of `{name}`"), p);
            }
            Yaml::Null => {}
            _ => match short_form(node) {
                Some(text) => read.extend(short(text, p)),
                None => p.push(wrong_type(node, name, "text or a mapping in each entry")),
            },
        }
    }
    read
}

pub(super) fn is_internal(fields: &mut Fields<'_>, p: &mut Problems) -> bool {
    // A mark that is there and cannot be read hides: nothing becomes public by a slip of the hand.
    let given = fields.has("internal");
    fields.flag("internal", p).map_or(given, |flag| flag.value)
}

pub(super) fn missing(node: &Node, key: &str, name: &str, p: &mut Problems) {
    let message = format!("this entry of `{name}` has no `{key}`");
    p.push(Problem::new(ProblemKind::WrongType, node.span.clone(), message).help(format!("add `{key}: …` to it")));
}

pub(super) fn pairs<'a>(fields: &mut Fields<'a>, name: &'static str, p: &mut Problems) -> Vec<(&'a Key, &'a Node)> {
    match fields.node(name) {
        Some(Node { value: Yaml::Map(map), .. }) => map.iter().map(|(key, node)| (key, node)).collect(),
        Some(node) => {
            p.push(wrong_type(node, name, "a mapping"));
            Vec::new()
        }
        None => Vec::new(),
    }
}

/// A text that stands where a mapping may stand: the short form of an entry.
pub(super) fn short_form(node: &Node) -> Option<Spanned<String>> {
    match &node.value {
        Yaml::Scalar(text) if !text.trim().is_empty() => Some(Spanned::new(text.trim().to_owned(), node.span.clone())),
        _ => None,
    }
}
