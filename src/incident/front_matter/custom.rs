//! Keys that `afterword.toml` declares.

use crate::config::{CustomKey, CustomKeys, CustomType};
use crate::incident::facts::Text;
use crate::incident::front_matter::Problems;
use crate::incident::front_matter::fields::{Fields, nearest, wrong_type};
use crate::incident::problem::{Problem, ProblemKind};
use crate::incident::yaml::{Node, Yaml};

/// Takes the declared keys; a value of another type than declared is a problem, and is kept as it was written.
pub(super) fn read(fields: &mut Fields<'_>, keys: &CustomKeys, p: &mut Problems) -> Vec<(Text, Node)> {
    let mut read = Vec::new();
    for key in &keys.0 {
        let Some((name, node)) = fields.custom(&key.name) else { continue };
        judge(key, &node, p);
        read.push((name, node));
    }
    read
}

fn judge(key: &CustomKey, node: &Node, p: &mut Problems) {
    if node.value == Yaml::Null {
        return;
    }
    if !fits(key.settings.r#type, node) {
        let takes = key.settings.r#type.words();
        let problem = match &node.value {
            Yaml::Scalar(text) if key.settings.r#type != CustomType::Text => {
                let message = format!("`{}` takes {takes}, not `{text}`", key.name);
                Problem::new(ProblemKind::WrongType, node.span.clone(), message)
                    .help(format!("give {takes} after `{}:`, as afterword.toml declares it", key.name))
            }
            _ => wrong_type(node, &key.name, takes),
        };
        p.push(problem);
        return;
    }
    let allowed: Vec<&str> = key.settings.values.iter().map(String::as_str).collect();
    for (text, node) in texts(node).filter(|(text, _)| !allowed.is_empty() && !allowed.contains(text)) {
        let message = format!("`{text}` is not a value of `{}`", key.name);
        let problem = Problem::new(ProblemKind::WrongType, node.span.clone(), message);
        p.push(match nearest(text, &allowed) {
            Some(known) => problem.help(format!("did you mean `{known}`?")).replacement(known),
            None => problem.help(format!("use one of: {}", allowed.join(", "))),
        });
    }
}

/// The texts of a value: itself, or the entries of a list.
fn texts(node: &Node) -> impl Iterator<Item = (&str, &Node)> {
    let nodes = match &node.value {
        Yaml::List(list) => list.as_slice(),
        _ => std::slice::from_ref(node),
    };
    nodes.iter().filter_map(|node| match &node.value {
        Yaml::Scalar(text) => Some((text.trim(), node)),
        _ => None,
    })
}

fn fits(kind: CustomType, node: &Node) -> bool {
    match (&node.value, kind) {
        (_, CustomType::Any) => true,
        (Yaml::List(list), CustomType::List) => list.iter().all(|item| matches!(item.value, Yaml::Scalar(_))),
        (Yaml::Scalar(text), _) => text_fits(kind, text.trim()),
        _ => false,
    }
}

fn text_fits(kind: CustomType, text: &str) -> bool {
    match kind {
        CustomType::Any | CustomType::Text | CustomType::List => true,
        CustomType::Number => text.replace('_', "").parse::<f64>().is_ok_and(f64::is_finite),
        CustomType::Date => chrono::NaiveDate::parse_from_str(text, "%Y-%m-%d").is_ok(),
        CustomType::Flag => matches!(text, "true" | "false"),
        CustomType::Link => {
            let known = ["https://", "http://", "mailto:"].iter().find_map(|scheme| text.strip_prefix(scheme));
            known.is_some_and(|rest| !rest.is_empty() && !rest.contains(char::is_whitespace))
        }
    }
}
