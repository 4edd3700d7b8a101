//! What of a report the readers of a site may see.

use crate::incident::Incident;
use crate::incident::facts::Text;
use crate::source::Span;

/// The places of a report that a public site leaves out; none in an internal one.
#[derive(Debug)]
pub(in crate::site) struct Seen<'a> {
    incident: &'a Incident,
    hidden: Vec<Span>,
}

impl<'a> Seen<'a> {
    pub(in crate::site) fn new(incident: &'a Incident, internal: bool) -> Self {
        Self { incident, hidden: if internal { Vec::new() } else { incident.internal_places() } }
    }

    /// A text, unless any of it is internal. A list over many reports leaves such an entry to the report's own page.
    pub(in crate::site) fn text<'t>(&self, text: &'t Text) -> Option<&'t str> {
        let crossed = self.hidden.iter().any(|place| place.start < text.span.end && text.span.start < place.end);
        (!crossed).then_some(text.value.as_str())
    }

    /// The title, or the id where the title may not be shown.
    pub(in crate::site) fn name(&self) -> &str {
        self.incident.title().and_then(|title| self.text(title)).unwrap_or(&self.incident.id)
    }
}
