//! The front matter as a tree that knows where each value stands. Knows nothing of incidents.
//!
//! Deserialising straight into a struct would stop at the first wrong type and lose the places of the rest, so the
//! block is read into this tree first, and the model takes its fields out of it.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::options::{DuplicateKeyPolicy, MergeKeyPolicy};

use crate::source::Span;

/// A value of the tree and its place in the file.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// The value.
    pub value: Yaml,
    /// Its place; for lists and mappings from the first to the last of their entries.
    pub span: Span,
}

/// One YAML value. Scalars keep their text as written, so `no` stays `no` and `0755` stays `0755`.
#[derive(Debug, Clone, PartialEq)]
pub enum Yaml {
    /// Nothing, `~` or `null`.
    Null,
    /// Any scalar, as text.
    Scalar(String),
    /// A list.
    List(Vec<Node>),
    /// A mapping in the order of the file; a key that stands twice is there twice.
    Map(Vec<(Key, Node)>),
}

/// A mapping's key.
#[derive(Debug, Clone, PartialEq)]
pub struct Key {
    /// The key's text.
    pub name: String,
    /// Its place.
    pub span: Span,
}

/// Why a block is not a tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YamlError {
    /// What is wrong, in our words.
    pub message: String,
    /// What to do.
    pub help: Option<String>,
    /// Where.
    pub span: Span,
}

impl Yaml {
    /// What a person would call this value: "a list", "text" ….
    pub fn describe(&self) -> &'static str {
        match self {
            Self::Null => "nothing",
            Self::Scalar(_) => "text",
            Self::List(_) => "a list",
            Self::Map(_) => "a mapping",
        }
    }
}

/// Reads a block of YAML that begins at `offset` of its file. Spans of the tree are places in the file.
///
/// # Errors
/// The first syntax error, anchor, alias, second document, or excess of depth (32) or nodes (20,000).
pub fn read(text: &str, offset: usize) -> Result<Node, YamlError> {
    let options = serde_yaml::options! {
        budget: serde_yaml::budget! {
            max_aliases: 0,
            max_anchors: 0,
            max_documents: 1,
            max_depth: 32,
            max_nodes: 20_000,
        },
        // Keys that stand twice are told by the model, and `<<` is a key like any other: without aliases there is nothing to merge.
        duplicate_keys: DuplicateKeyPolicy::PassThrough,
        merge_keys: MergeKeyPolicy::AsOrdinary,
        // Either way it is text here; fewer words to compare with.
        strict_booleans: true,
    };
    match serde_yaml::from_str_with_options::<Raw>(text, options) {
        Ok(raw) => Ok(raw.place(text, offset)),
        Err(error) => Err(explain(&error, text, offset)),
    }
}

/// A value with the place serde's interface gives it; becomes a [`Node`] once it is known where the block stands.
struct Raw(serde_yaml::Spanned<RawValue>);

enum RawValue {
    Null,
    /// A scalar that is text in YAML's eyes: escapes resolved, folds folded.
    Text(String),
    /// A scalar that YAML takes for a number or a boolean: the source text says it better.
    Plain,
    List(Vec<Raw>),
    Map(Vec<(serde_yaml::Spanned<String>, Raw)>),
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        serde_yaml::Spanned::deserialize(deserializer).map(Raw)
    }
}

impl<'de> Deserialize<'de> for RawValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ValueVisitor)
    }
}

struct ValueVisitor;

impl<'de> Visitor<'de> for ValueVisitor {
    type Value = RawValue;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<RawValue, E> {
        Ok(RawValue::Null)
    }

    fn visit_none<E>(self) -> Result<RawValue, E> {
        Ok(RawValue::Null)
    }

    fn visit_bool<E>(self, _: bool) -> Result<RawValue, E> {
        Ok(RawValue::Plain)
    }

    fn visit_i64<E>(self, _: i64) -> Result<RawValue, E> {
        Ok(RawValue::Plain)
    }

    fn visit_u64<E>(self, _: u64) -> Result<RawValue, E> {
        Ok(RawValue::Plain)
    }

    fn visit_i128<E>(self, _: i128) -> Result<RawValue, E> {
        Ok(RawValue::Plain)
    }

    fn visit_u128<E>(self, _: u128) -> Result<RawValue, E> {
        Ok(RawValue::Plain)
    }

    fn visit_f64<E>(self, _: f64) -> Result<RawValue, E> {
        Ok(RawValue::Plain)
    }

    fn visit_str<E>(self, text: &str) -> Result<RawValue, E> {
        Ok(RawValue::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<RawValue, E> {
        Ok(RawValue::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<RawValue, A::Error> {
        let mut list = Vec::new();
        while let Some(raw) = seq.next_element()? {
            list.push(raw);
        }
        Ok(RawValue::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<RawValue, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(RawValue::Map(entries))
    }
}

impl Raw {
    fn place(self, text: &str, offset: usize) -> Node {
        let own = bytes_of(&self.0.referenced, text);
        let shifted = |span: &Span| offset + span.start..offset + span.end;
        match self.0.value {
            RawValue::Null => Node { value: Yaml::Null, span: shifted(&own) },
            RawValue::Text(scalar) => Node { value: Yaml::Scalar(scalar), span: shifted(&own) },
            RawValue::Plain => {
                let scalar = text.get(own.clone()).unwrap_or("").to_owned();
                Node { value: Yaml::Scalar(scalar), span: shifted(&own) }
            }
            RawValue::List(list) => {
                let list: Vec<Node> = list.into_iter().map(|raw| raw.place(text, offset)).collect();
                let inner = list.first().zip(list.last()).map(|(first, last)| first.span.start..last.span.end);
                let span = around(text, &own, inner, offset);
                Node { value: Yaml::List(list), span }
            }
            RawValue::Map(entries) => {
                let entries: Vec<(Key, Node)> = entries
                    .into_iter()
                    .map(|(key, raw)| {
                        let span = shifted(&bytes_of(&key.referenced, text));
                        (Key { name: key.value, span }, raw.place(text, offset))
                    })
                    .collect();
                let ends = entries.first().zip(entries.last());
                let inner = ends.map(|((first, _), (last, node))| first.span.start..node.span.end.max(last.span.end));
                let span = around(text, &own, inner, offset);
                Node { value: Yaml::Map(entries), span }
            }
        }
    }
}

/// A collection reaches from its first to its last entry, and over its brackets where it has them.
fn around(text: &str, own: &Span, inner: Option<Span>, offset: usize) -> Span {
    let start = offset + own.start;
    let inner = inner.unwrap_or(start..start);
    if !text.get(own.start..).is_some_and(|rest| rest.starts_with(['[', '{'])) {
        return inner.start..inner.end.max(inner.start);
    }
    let end = inner.end.max(start + 1);
    let rest = text.get(end - offset..).unwrap_or("");
    let behind = rest.trim_start_matches([' ', '\n', '\r', '\t', ',', '"', '\'']);
    let closed = usize::from(behind.starts_with([']', '}']));
    start..if closed == 1 { end + (rest.len() - behind.len()) + 1 } else { end }
}

/// The bytes of a location, without trailing white space (a block scalar's location runs to the next key).
fn bytes_of(location: &serde_yaml::Location, text: &str) -> Span {
    let span = location.span();
    let known = span.byte_offset().zip(span.byte_len());
    let Some((start, len)) = known else {
        return place_of_line(location, text);
    };
    let start = usize::try_from(start).unwrap_or(text.len()).min(text.len());
    let end = usize::try_from(len).map_or(text.len(), |len| start.saturating_add(len).min(text.len()));
    match text.get(start..end) {
        Some(slice) => start..start + slice.trim_end().len(),
        None => start..start,
    }
}

/// A syntax error has a line and a column (in characters) but no bytes.
fn place_of_line(location: &serde_yaml::Location, text: &str) -> Span {
    let line = usize::try_from(location.line()).unwrap_or(1).max(1);
    let column = usize::try_from(location.column()).unwrap_or(1).max(1);
    let mut start = 0;
    for (index, content) in text.split_inclusive('\n').enumerate() {
        if index + 1 == line {
            let at: usize = content.trim_end().chars().take(column - 1).map(char::len_utf8).sum();
            let end = content.trim_end().len();
            return start + at..start + end.max(at);
        }
        start += content.len();
    }
    text.trim_end().len()..text.trim_end().len()
}

fn explain(error: &serde_yaml::Error, text: &str, offset: usize) -> YamlError {
    use serde_yaml::Error;
    let error = error.without_snippet();
    let place = error.location().map_or(0..0, |location| bytes_of(&location, text));
    // An anchor's place is the value behind it.
    let anchor = text.get(..place.start).map(str::trim_end).and_then(|before| before.rfind('&'));
    let place = match (error, anchor) {
        (Error::Budget { .. }, Some(at)) if text.get(at..place.start).is_some_and(|name| !name.contains('\n')) => {
            at..place.end
        }
        _ => place,
    };
    let (message, help) = match error {
        Error::Budget { breach, .. } => explain_budget(breach),
        Error::MultipleDocuments { .. } => (
            "the front matter holds more than one YAML document".to_owned(),
            "keep one block between the two `---` lines",
        ),
        Error::UnknownAnchor { .. } => (
            "an alias (`*name`) is not allowed here".to_owned(),
            "write the value out; a text that begins with `*` needs quotes",
        ),
        other => (
            plain_words(&other.to_string()),
            "quote values that hold `: ` or begin with one of `@ & * ! % { [ # |`, and indent with spaces",
        ),
    };
    YamlError { message, help: Some(help.to_owned()), span: offset + place.start..offset + place.end }
}

fn explain_budget(breach: &serde_yaml::budget::BudgetBreach) -> (String, &'static str) {
    use serde_yaml::budget::BudgetBreach;
    match breach {
        BudgetBreach::Anchors { .. } => (
            "an anchor (`&name`) is not allowed here".to_owned(),
            "write the value out; a text that begins with `&` needs quotes",
        ),
        BudgetBreach::Aliases { .. } => (
            "an alias (`*name`) is not allowed here".to_owned(),
            "write the value out; a text that begins with `*` needs quotes",
        ),
        BudgetBreach::Depth { .. } => {
            ("the front matter is nested more than 32 levels deep".to_owned(), "move the text into the body")
        }
        BudgetBreach::Documents { .. } => (
            "the front matter holds more than one YAML document".to_owned(),
            "keep one block between the two `---` lines",
        ),
        _ => ("the front matter holds more than 20,000 values".to_owned(), "move tables and lists into the body"),
    }
}

/// The parser's message without its place (we print our own) and in lower case.
fn plain_words(message: &str) -> String {
    let first = message.lines().next().unwrap_or("");
    let first = match first.find(" at line ").or_else(|| first.find(" at byte ")) {
        Some(at) => first.get(..at).unwrap_or(first),
        None => first,
    };
    let first = first.trim_start_matches("error: ");
    let first = match first.split_once(": ") {
        Some((place, rest)) if place.starts_with("line ") => rest,
        _ => first,
    };
    format!("the front matter is not valid YAML: {}", first.trim_end_matches(['.', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(text: &str) -> String {
        match read(text, 0) {
            Ok(node) => show_node(&node, text),
            Err(error) => format!("ERROR {:?} {}", error.span, error.message),
        }
    }

    fn show_node(node: &Node, text: &str) -> String {
        let slice = text.get(node.span.clone()).unwrap_or("?");
        match &node.value {
            Yaml::Null => format!("null@{slice:?}"),
            Yaml::Scalar(scalar) => format!("{scalar:?}@{slice:?}"),
            Yaml::List(list) => list.iter().map(|n| show_node(n, text)).collect::<Vec<_>>().join(" | "),
            Yaml::Map(map) => map
                .iter()
                .map(|(k, n)| format!("{}={}", text.get(k.span.clone()).unwrap_or("?"), show_node(n, text)))
                .collect::<Vec<_>>()
                .join(" ; "),
        }
    }

    #[test]
    fn scalars_keep_their_text_and_know_their_bytes() {
        assert_eq!(
            show("a: no\nb: 0755\nü: \"x: ä\"\nc: [1, ~]\nd:\n"),
            r#"a="no"@"no" ; b="0755"@"0755" ; ü="x: ä"@"\"x: ä\"" ; c="1"@"1" | null@"~" ; d=null@"""#
        );
        assert_eq!(show("t: 2018-01-31T05:10:00Z\n"), r#"t="2018-01-31T05:10:00Z"@"2018-01-31T05:10:00Z""#);
        assert_eq!(show("t: >-\n  one\n  two\nu: |\n  x\n"), "t=\"one two\"@\"one\\n  two\" ; u=\"x\\n\"@\"x\"");
    }

    #[test]
    fn repeated_keys_are_all_there() {
        assert_eq!(show("a: 1\na: 2\n"), r#"a="1"@"1" ; a="2"@"2""#);
    }

    #[test]
    fn errors_have_a_place_and_plain_words() {
        for (text, start, words) in [
            ("a: 1\nb: [1\nc: 2\n", 5, "not valid YAML"),
            ("a: &x 1\n", 3, "anchor"),
            ("a: *x\n", 3, "alias"),
            ("a: 1\n---\nb: 2\n", 0, "more than one"),
            ("a: \"x\n", 3, "not valid YAML"),
            ("a: b: c\n", 4, "not valid YAML"),
            ("a:\n\tb: 1\n", 3, "not valid YAML"),
        ] {
            let error = read(text, 0).expect_err(text);
            assert!(error.message.contains(words), "{text:?}: {error:?}");
            assert!(error.span.start >= start && error.span.end <= text.len(), "{text:?}: {error:?}");
            assert!(!error.message.contains("Options") && !error.message.contains("line "), "{error:?}");
        }
    }

    #[test]
    fn deep_nesting_is_refused() {
        let text = format!("a: {}{}\n", "[".repeat(200), "]".repeat(200));
        assert!(read(&text, 0).expect_err("too deep").message.contains("32 levels"));
    }
}
