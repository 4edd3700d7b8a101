//! What a public build would publish of a report: everything but internal places, comments, and keys that no page shows.

use crate::checklist::rule::Case;
use crate::incident::facts::Audience;
use crate::source::Span;

/// Front matter keys whose values no page shows.
const UNSHOWN: &[&str] = &["waive", "schema", "audience"];

impl Case<'_> {
    /// The places of a public report that everyone would read; none of an internal one.
    pub(super) fn published(&self) -> Vec<Span> {
        let incident = self.incident;
        if incident.audience() != Audience::Public {
            return Vec::new();
        }
        let text = &incident.source.text;
        let mut hidden = incident.internal_places();
        hidden.extend(comments(text));
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
}

fn comments(text: &str) -> Vec<Span> {
    let opens = text.match_indices("<!--").map(|(at, _)| at);
    opens
        .map(|open| open..text.get(open..).and_then(|rest| rest.find("-->")).map_or(text.len(), |end| open + end + 3))
        .collect()
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
