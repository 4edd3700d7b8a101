//! What a public build would publish of a report: everything but internal places, comments, and keys that no page shows.

use aho_corasick::{AhoCorasick, MatchKind};
use regex::Regex;

use crate::incident::Incident;
use crate::incident::facts::Audience;
use crate::source::Span;

/// Front matter keys whose values no page shows.
const UNSHOWN: &[&str] = &["waive", "schema", "audience"];

/// The places of a public report that everyone would read; none of an internal one.
pub(super) fn published(incident: &Incident) -> Vec<Span> {
    if incident.audience() != Audience::Public {
        return Vec::new();
    }
    let text = &incident.source.text;
    let mut hidden = incident.internal_places();
    hidden.extend(comments(incident));
    hidden.extend(UNSHOWN.iter().filter_map(|key| incident.facts.key(key)).map(|key| block_of(text, key)));
    hidden.sort_by_key(|span| span.start);
    let mut shown = Vec::new();
    let mut at = 0;
    for span in hidden {
        if span.start > at {
            shown.push(at..span.start);
        }
        at = at.max(span.end);
    }
    shown.push(at..text.len());
    shown.retain(|span| !span.is_empty());
    shown
}

/// Comments, marks included. In code they are no comments: pages show them.
fn comments(incident: &Incident) -> Vec<Span> {
    let mut comments = incident.body_comments();
    let Some(block) = &incident.front_matter else { return comments };
    let text = incident.source.slice(block);
    let mut done = 0;
    for (open, _) in text.match_indices("<!--") {
        // A value with code in it is not taken apart: what may be shown is looked at.
        let in_code = text.get(..open).is_some_and(|before| before.contains('`'));
        if open >= done && !in_code {
            done = text.get(open..).and_then(|rest| rest.find("-->")).map_or(text.len(), |end| open + end + 3);
            comments.push(block.start + open..block.start + done);
        }
    }
    comments
}

/// A key of the front matter with the more deeply indented lines under it.
fn block_of(text: &str, key: &Span) -> Span {
    let rest = text.get(key.start..).unwrap_or("");
    let mut end = key.start;
    for (number, line) in rest.split_inclusive('\n').enumerate() {
        if number > 0 && !line.starts_with([' ', '\t']) && !line.trim().is_empty() {
            break;
        }
        end += line.len();
    }
    key.start..end
}

/// A pattern that is only tried where one of some literals stands: most texts hold none of them, and are read once.
pub(super) struct Anchored {
    literals: AhoCorasick,
    pattern: Regex,
}

impl Anchored {
    /// The pattern begins with one of the literals. `None` for a pattern that cannot be read.
    pub(super) fn new(literals: &[&str], pattern: &str) -> Option<Self> {
        let any_case = pattern.starts_with("(?i:");
        Some(Self {
            // Leftmost matches are looked for with vector instructions first, which no other kind is.
            literals: AhoCorasick::builder()
                .match_kind(MatchKind::LeftmostFirst)
                .ascii_case_insensitive(any_case)
                .build(literals)
                .ok()?,
            pattern: Regex::new(&format!("\\A(?:{pattern})")).ok()?,
        })
    }

    /// Where it stands in a text, in order and not overlapping. `word`: not inside a word.
    pub(super) fn find(&self, text: &str, word: bool) -> Vec<Span> {
        let mut found: Vec<Span> = Vec::new();
        for hit in self.literals.find_iter(text) {
            let inside = word
                && text
                    .get(..hit.start())
                    .and_then(|before| before.chars().next_back())
                    .is_some_and(char::is_alphanumeric);
            if inside || found.last().is_some_and(|last| hit.start() < last.end) {
                continue;
            }
            let rest = text.get(hit.start()..).unwrap_or("");
            found.extend(self.pattern.find(rest).map(|all| hit.start()..hit.start() + all.end()));
        }
        found
    }
}
