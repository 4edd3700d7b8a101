//! The passages of a report that only the organisation may read, each with what makes it so. A public build leaves them out, lists them,
//! and looks for them in everything it made.
//!
//! They are found in the tree of the front matter and in the Markdown as such, not in the facts that were read from them: what a reader of
//! facts overlooks must not be overlooked here too.

use std::fmt;

use pulldown_cmark::{Event, Parser, Tag};

use crate::incident::body::markdown_options;
use crate::incident::facts::Status;
use crate::incident::problem::ProblemKind;
use crate::incident::public::fences;
use crate::incident::yaml::{self, Key, Node, Yaml};
use crate::incident::{Incident, Reading};
use crate::source::{Span, Spanned};

/// A passage that everyone's site leaves out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hidden {
    /// Its place.
    pub span: Span,
    /// What makes it internal.
    pub by: HiddenBy,
    /// What it says, each text where it begins: the values of a key, or the passage itself.
    pub texts: Vec<Spanned<String>>,
}

/// What makes a passage internal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HiddenBy {
    /// It stands under the key `internal`.
    Mapping(String),
    /// It is an entry marked `internal: true`: of which list, and the how manieth, from 1.
    Entry(String, usize),
    /// It stands between `<!-- internal -->` and `<!-- /internal -->`.
    Fence,
    /// A comment speaks to writers.
    Comment,
    /// No page shows this key.
    Key(String),
    /// A key of the organisation's own that is not declared public.
    CustomKey(String),
    /// It names a report that is not published.
    Reference(String),
    /// The report was withdrawn: its title and what was said about that are all that stays.
    Withdrawn,
}

impl fmt::Display for HiddenBy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Mapping(key) => write!(f, "`internal.{key}`"),
            Self::Entry(list, number) => write!(f, "entry {number} of `{list}` (`internal: true`)"),
            Self::Fence => f.write_str("a fenced passage"),
            Self::Comment => f.write_str("a comment"),
            Self::Key(key) => write!(f, "`{key}`, which no page shows"),
            Self::CustomKey(key) => write!(f, "`{key}`, a key that afterword.toml does not declare public"),
            Self::Reference(key) => write!(f, "an entry of `{key}` whose report is not published"),
            Self::Withdrawn => f.write_str("what the withdrawn report said"),
        }
    }
}

/// Keys that stay of a report that was withdrawn.
const STAYS: &[&str] = &[
    "title",
    "id",
    "status",
    "audience",
    "lang",
    "corrections",
    "related",
    "repeat_of",
    "published",
    "schema",
    "timezone",
];

impl Incident {
    /// The passages that a public build leaves out, sorted by place. `is_published` says whether a report of an id is in it.
    pub fn hidden(&self, reading: &Reading, is_published: impl Fn(&str) -> bool) -> Vec<Hidden> {
        let mut hidden = self.hidden_keys(reading, &is_published);
        let text = &self.source.text;
        for span in fences(text) {
            let passage = Spanned::new(self.source.slice(&span).to_owned(), span.clone());
            hidden.push(Hidden { span, by: HiddenBy::Fence, texts: vec![passage] });
        }
        if self.status() == Status::Withdrawn {
            let span = self.source.trim(&self.body.span);
            let passage = Spanned::new(self.source.slice(&span).to_owned(), span.clone());
            hidden.push(Hidden { span, by: HiddenBy::Withdrawn, texts: vec![passage] });
        }
        let comments = self.comments().into_iter().filter(|comment| {
            !hidden.iter().any(|passage| passage.span.start <= comment.start && comment.end <= passage.span.end)
        });
        let comments: Vec<Span> = comments.collect();
        for span in comments {
            let passage = Spanned::new(self.source.slice(&span).to_owned(), span.clone());
            hidden.push(Hidden { span, by: HiddenBy::Comment, texts: vec![passage] });
        }
        hidden.retain(|passage| !passage.span.is_empty());
        hidden.sort_by_key(|passage| (passage.span.start, passage.span.end));
        hidden
    }

    /// Every text of a report that is not published at all: its values, its body, comments included.
    pub fn everything(&self) -> Vec<Spanned<String>> {
        let mut texts: Vec<Spanned<String>> = Vec::new();
        for (_, node) in self.tree() {
            scalars(&node, &mut texts);
        }
        let body = self.body.span.clone();
        texts.push(Spanned::new(self.source.slice(&body).to_owned(), body));
        texts
    }

    fn tree(&self) -> Vec<(Key, Node)> {
        let Some(span) = &self.front_matter else { return Vec::new() };
        match yaml::read(self.source.slice(span), span.start) {
            Ok(Node { value: Yaml::Map(map), .. }) => map,
            _ => Vec::new(),
        }
    }

    fn hidden_keys(&self, reading: &Reading, is_published: &impl Fn(&str) -> bool) -> Vec<Hidden> {
        let mut hidden = Vec::new();
        let withdrawn = self.status() == Status::Withdrawn;
        for (key, node) in &self.tree() {
            let name = key.name.as_str();
            let custom = reading.custom_keys.get(name);
            let unknown = || {
                let problems = self.problems.iter();
                problems.into_iter().any(|p| p.kind == ProblemKind::UnknownKey && p.span == key.span)
            };
            match (name, &node.value) {
                ("internal", Yaml::Map(map)) => {
                    hidden.extend(map.iter().map(|(key, node)| of_key(key, node, HiddenBy::Mapping(key.name.clone()))));
                }
                ("waive" | "internal", _) => hidden.push(of_key(key, node, HiddenBy::Key(name.to_owned()))),
                _ if withdrawn && !STAYS.contains(&name) => hidden.push(of_key(key, node, HiddenBy::Withdrawn)),
                ("related" | "repeat_of", _) => references(name, node, is_published, &mut hidden),
                _ if custom.is_some_and(|key| !key.settings.public) => {
                    hidden.push(of_key(key, node, HiddenBy::CustomKey(name.to_owned())));
                }
                _ if custom.is_some_and(|key| key.settings.label.is_none()) || unknown() => {
                    hidden.push(of_key(key, node, HiddenBy::Key(name.to_owned())));
                }
                _ => entries(name, node, &mut hidden),
            }
        }
        hidden
    }

    /// Comments of the front matter and of the body; those in code are shown, and those that are fences mark a passage.
    fn comments(&self) -> Vec<Span> {
        let mut comments = self.yaml_comments();
        comments.extend(self.body_comments());
        comments
    }

    /// Comments of the body, those in code aside.
    pub fn body_comments(&self) -> Vec<Span> {
        let mut comments = Vec::new();
        let body = self.source.slice(&self.body.span);
        if !body.contains("<!--") {
            return comments;
        }
        for (event, range) in Parser::new_ext(body, markdown_options()).into_offset_iter() {
            if !matches!(event, Event::Start(Tag::HtmlBlock) | Event::InlineHtml(_)) {
                continue;
            }
            let html = body.get(range.clone()).unwrap_or("");
            let mut done = 0;
            for (at, _) in html.match_indices("<!--") {
                // What begins inside a comment belongs to it.
                if at >= done {
                    let rest = html.get(at..).unwrap_or("");
                    done = at + rest.find("-->").map_or(rest.len(), |end| end + 3);
                    let start = self.body.span.start + range.start;
                    comments.push(start + at..start + done);
                }
            }
        }
        comments
    }

    /// `# words` behind the last value of a line or alone on it.
    fn yaml_comments(&self) -> Vec<Span> {
        let Some(block) = &self.front_matter else { return Vec::new() };
        let mut taken = Vec::new();
        for (key, node) in &self.tree() {
            taken.push(key.span.clone());
            places(node, &mut taken);
        }
        let mut comments = Vec::new();
        let mut at = block.start;
        for line in self.source.slice(block).split_inclusive('\n') {
            let hash = line.match_indices('#').map(|(column, _)| column).find(|column| {
                let before = line.get(..*column).unwrap_or("");
                let place = at + column;
                (before.is_empty() || before.ends_with([' ', '\t']))
                    && !taken.iter().any(|span| span.start <= place && place < span.end)
            });
            comments.extend(hash.map(|column| at + column..at + line.trim_end().len()));
            at += line.len();
        }
        comments
    }
}

fn of_key(key: &Key, node: &Node, by: HiddenBy) -> Hidden {
    let mut texts = Vec::new();
    scalars(node, &mut texts);
    Hidden { span: key.span.start..node.span.end.max(key.span.end), by, texts }
}

/// Entries marked `internal`, in lists at any depth.
fn entries(name: &str, node: &Node, hidden: &mut Vec<Hidden>) {
    match &node.value {
        Yaml::Map(map) => map.iter().for_each(|(key, node)| entries(&key.name, node, hidden)),
        Yaml::List(list) => {
            for (index, item) in list.iter().enumerate() {
                if is_marked(item) {
                    let mut texts = Vec::new();
                    scalars(item, &mut texts);
                    hidden.push(Hidden {
                        span: item.span.clone(),
                        by: HiddenBy::Entry(name.to_owned(), index + 1),
                        texts,
                    });
                } else {
                    entries(name, item, hidden);
                }
            }
        }
        Yaml::Scalar(_) | Yaml::Null => {}
    }
}

/// Whether a mapping says `internal` and does not say no to it.
fn is_marked(node: &Node) -> bool {
    let Yaml::Map(map) = &node.value else { return false };
    map.iter().filter(|(key, _)| key.name == "internal").any(|(_, node)| {
        !matches!(&node.value, Yaml::Scalar(word) if matches!(word.to_lowercase().as_str(), "false" | "no" | "off"))
    })
}

/// Ids of reports that are not published.
fn references(name: &str, node: &Node, is_published: &impl Fn(&str) -> bool, hidden: &mut Vec<Hidden>) {
    let mut ids = Vec::new();
    scalars(node, &mut ids);
    for id in ids.into_iter().filter(|id| !is_published(id.value.trim())) {
        let by = HiddenBy::Reference(name.to_owned());
        hidden.push(Hidden { span: id.span.clone(), by, texts: vec![id] });
    }
}

fn scalars(node: &Node, texts: &mut Vec<Spanned<String>>) {
    match &node.value {
        Yaml::Scalar(text) => texts.push(Spanned::new(text.clone(), node.span.clone())),
        Yaml::List(list) => list.iter().for_each(|item| scalars(item, texts)),
        Yaml::Map(map) => map.iter().for_each(|(_, node)| scalars(node, texts)),
        Yaml::Null => {}
    }
}

fn places(node: &Node, taken: &mut Vec<Span>) {
    match &node.value {
        Yaml::Scalar(_) => taken.push(node.span.clone()),
        Yaml::List(list) => list.iter().for_each(|item| places(item, taken)),
        Yaml::Map(map) => map.iter().for_each(|(key, node)| {
            taken.push(key.span.clone());
            places(node, taken);
        }),
        Yaml::Null => {}
    }
}
