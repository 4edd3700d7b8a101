//! What of a report its readers may see, whoever shows it: a page, a feed, a data file.

use crate::incident::Incident;
use crate::incident::facts::Text;
use crate::source::Span;

/// The places of a report that a public site leaves out; none in an internal one.
#[derive(Debug)]
pub struct Seen<'a> {
    incident: &'a Incident,
    hidden: Vec<Span>,
}

impl<'a> Seen<'a> {
    /// Of a report; `internal` when everything may be shown.
    pub fn new(incident: &'a Incident, internal: bool) -> Self {
        Self { incident, hidden: if internal { Vec::new() } else { incident.internal_places() } }
    }

    /// A text, unless any of it is internal. A list over many reports leaves such an entry to the report's own page.
    pub fn text<'t>(&self, text: &'t Text) -> Option<&'t str> {
        self.shows(&text.span).then_some(text.value.as_str())
    }

    /// The title, or the id where the title may not be shown.
    pub fn name(&self) -> &str {
        self.incident.title().and_then(|title| self.text(title)).unwrap_or(&self.incident.id)
    }

    /// A text of the report alone, without markup.
    pub fn plain(&self, text: &str) -> String {
        self.incident.plain(text)
    }

    /// Whether a place may be shown: none of it is internal.
    pub fn shows(&self, span: &Span) -> bool {
        !self.hidden.iter().any(|place| place.start < span.end && span.start < place.end)
    }
}
