//! Sections that a draft still needs, as a fix adds them: a heading and a prompt that `placeholder` asks about until it is answered.

use crate::checklist::rule::{Case, Found};
use crate::incident::facts::Status;
use crate::incident::headings::Meaning;

/// Heading and prompt, English and German.
const STUBS: &[(Meaning, [&str; 2], [&str; 2])] = &[
    (
        Meaning::Summary,
        ["Summary", "Zusammenfassung"],
        [
            "what, who, how long, over or not, in two to four sentences",
            "was, wen, wie lange, vorbei oder nicht, in zwei bis vier Sätzen",
        ],
    ),
    (
        Meaning::Impact,
        ["Impact", "Auswirkungen"],
        ["who felt what, and how many of how many", "wer was merkte, und wie viele von wie vielen"],
    ),
    (
        Meaning::Timeline,
        ["Timeline (UTC)", "Zeitverlauf (UTC)"],
        [
            "- HH:MM what happened, from the first sign to the end",
            "- HH:MM was geschah, vom ersten Zeichen bis zum Ende",
        ],
    ),
    (
        Meaning::Detection,
        ["Detection", "Erkennung"],
        ["who or what noticed it, and after how long", "wer oder was es bemerkte, und nach wie langer Zeit"],
    ),
    (
        Meaning::RootCause,
        ["Root cause", "Ursache"],
        ["why it could happen, and how that was found", "warum es geschehen konnte, und wie das gefunden wurde"],
    ),
    (
        Meaning::ActionItems,
        ["Action items", "Maßnahmen"],
        ["- [ ] what, (@who, due YYYY-MM-DD)", "- [ ] was, (@wer, bis YYYY-MM-DD)"],
    ),
];

impl Case<'_> {
    /// Adds a section of a meaning to what a finding about a draft proposes. A report that is done gets no prompts.
    pub(super) fn stub(&self, found: &mut Found, meaning: Meaning) {
        let incident = self.incident;
        let row = STUBS.iter().find(|(own, ..)| *own == meaning);
        let Some((_, headings, prompts)) = row.filter(|_| incident.status() == Status::Draft) else { return };
        let lang = incident.facts.lang.as_ref().map_or(self.config.site.language.as_str(), |lang| lang.value.as_str());
        let german = usize::from(lang.starts_with("de"));
        let text = &incident.source.text;
        let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
        let gap = if text.ends_with('\n') { end.to_owned() } else { format!("{end}{end}") };
        let prompt = prompts[german];
        let marks = ["- [ ] ", "- "].iter().find(|marks| prompt.starts_with(**marks)).copied().unwrap_or("");
        let prompt = format!("{marks}TODO: {}", prompt.strip_prefix(marks).unwrap_or(prompt));
        found.fix(text.len()..text.len(), format!("{gap}## {}{end}{end}{prompt}{end}", headings[german]));
    }
}
