//! The texts of the site: every language has all of them, none is missing, none is left over.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use regex::Regex;
use walkdir::WalkDir;

/// Messages of a file with the places that each fills.
fn messages(path: &Path) -> BTreeMap<String, BTreeSet<String>> {
    let text = fs::read_to_string(path).expect("a message file");
    let resource = FluentResource::try_new(text).map_err(|(_, errors)| errors);
    let resource = resource.unwrap_or_else(|errors| panic!("{}: {errors:?}", path.display()));
    let mut messages = BTreeMap::new();
    for entry in resource.entries() {
        if let Entry::Message(message) = entry {
            let mut places = BTreeSet::new();
            let pattern = message.value.as_ref().unwrap_or_else(|| panic!("{} says nothing", message.id.name));
            collect(pattern, &mut places);
            let twice = messages.insert(message.id.name.to_owned(), places).is_some();
            assert!(!twice, "{}: {} stands twice", path.display(), message.id.name);
        }
    }
    messages
}

fn collect(pattern: &Pattern<&str>, places: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        let (inline, variants) = match expression {
            Expression::Inline(inline) => (inline, [].as_slice()),
            Expression::Select { selector, variants } => (selector, variants.as_slice()),
        };
        inline_places(inline, places);
        variants.iter().for_each(|variant| collect(&variant.value, places));
    }
}

fn inline_places(inline: &InlineExpression<&str>, places: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            places.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().for_each(|argument| inline_places(argument, places));
        }
        _ => {}
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &str, ending: &str) -> Vec<(String, String)> {
    let entries = WalkDir::new(root().join(folder)).sort_by_file_name().into_iter().filter_map(Result::ok);
    let wanted = entries.filter(|entry| entry.path().extension().is_some_and(|found| found == ending));
    wanted
        .map(|entry| (entry.path().display().to_string(), fs::read_to_string(entry.path()).expect("a file of ours")))
        .collect()
}

#[test]
fn every_language_has_the_same_messages_with_the_same_places() {
    let english = messages(&root().join("templates/messages/en.ftl"));
    assert!(english.len() > 150, "the English texts cannot be read");
    for (path, _) in files("templates/messages", "ftl") {
        let own = messages(Path::new(&path));
        for (name, places) in &english {
            let found = own.get(name).unwrap_or_else(|| panic!("{path}: {name} is missing"));
            assert!(found.is_subset(places), "{path}: {name} fills {found:?}, the English text {places:?}");
        }
        let more: Vec<_> = own.keys().filter(|name| !english.contains_key(*name)).collect();
        assert!(more.is_empty(), "{path}: {more:?} are not in the English texts");
    }
}

#[test]
fn no_text_is_missing_and_none_is_left_over() {
    let english = messages(&root().join("templates/messages/en.ftl"));
    let code = files("src", "rs");
    let templates: Vec<_> = files("templates", "html");
    let asked = Regex::new(r#"words(?:\(\))?\s*\.(?:get|fill|count)\(\s*"([^"{]+)""#).expect("a pattern");
    let shown = Regex::new(r"(?:^|[^-\w.])(?:frame\.t|t|words)\.([a-zA-Z0-9_]+)").expect("a pattern");
    let mut missing = Vec::new();
    for ((path, text), pattern) in
        code.iter().map(|file| (file, &asked)).chain(templates.iter().map(|file| (file, &shown)))
    {
        let names = pattern.captures_iter(text).map(|found| found[1].to_owned());
        missing.extend(names.filter(|name| !english.contains_key(name)).map(|name| format!("{path}: {name}")));
    }
    assert!(missing.is_empty(), "no text for\n{}", missing.join("\n"));

    // Families are asked for with a word of the format: `format!("kind_{word}")`.
    let family = Regex::new(r#"format!\("([a-z_]+_)\{"#).expect("a pattern");
    let families: BTreeSet<String> = code
        .iter()
        .flat_map(|(_, text)| family.captures_iter(text).map(|found| found[1].to_owned()).collect::<Vec<_>>())
        .collect();
    let is_used = |name: &str| {
        families.iter().any(|family| name.starts_with(family.as_str()))
            || code.iter().any(|(_, text)| text.contains(&format!("\"{name}\"")))
            || templates.iter().any(|(_, text)| shown.captures_iter(text).any(|found| &found[1] == name))
    };
    let unused: Vec<_> = english.keys().filter(|name| !is_used(name)).collect();
    assert!(unused.is_empty(), "nobody shows {unused:?}");
}
