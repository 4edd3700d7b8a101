//! Keys and sections that a draft still needs, as a fix adds them: each with a prompt that `placeholder` asks about until it is answered.

use crate::checklist::rule::{Case, Found};
use crate::incident::facts::Status;
use crate::incident::headings::Meaning;

/// Heading and prompt, English and German, in the order of a report.
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
    /// Adds a section of a meaning to what a finding about a draft proposes, before the first section that follows it in a report. A report
    /// that is done gets no prompts.
    pub(super) fn stub(&self, found: &mut Found, meaning: Meaning) {
        let incident = self.incident;
        let row = STUBS.iter().position(|(own, ..)| *own == meaning);
        let Some(row) = row.filter(|_| incident.status() == Status::Draft) else { return };
        let Some((_, headings, prompts)) = STUBS.get(row) else { return };
        let lang = incident.facts.lang.as_ref().map_or(self.config.site.language.as_str(), |lang| lang.value.as_str());
        let german = usize::from(lang.starts_with("de"));
        let text = &incident.source.text;
        let end = line_end(text);
        let prompt = prompts[german];
        let marks = ["- [ ] ", "- "].iter().find(|marks| prompt.starts_with(**marks)).copied().unwrap_or("");
        let prompt = format!("{marks}TODO: {}", prompt.strip_prefix(marks).unwrap_or(prompt));
        let section = format!("{end}{end}{prompt}{end}");
        match self.next_section(row) {
            Some((at, level)) => {
                found.fix(at..at, format!("{} {}{section}{end}", "#".repeat(level), headings[german]));
            }
            None => {
                let gap = if text.ends_with('\n') { end.to_owned() } else { format!("{end}{end}") };
                found.fix(text.len()..text.len(), format!("{gap}## {}{section}", headings[german]));
            }
        }
    }

    /// Where the first section begins that follows the stub of a row, and its level.
    fn next_section(&self, row: usize) -> Option<(usize, usize)> {
        let later = |meaning: &Meaning| STUBS.iter().position(|(own, ..)| own == meaning).is_some_and(|at| at > row);
        let behind = |meaning: &Meaning| later(meaning) || LAST.contains(meaning);
        let incident = self.incident;
        let mut sections = incident.body.sections.iter().filter(|section| (2..=6).contains(&section.level));
        let next = sections.find(|section| section.meanings.first().is_some_and(behind))?;
        let line = incident.source.line_column(next.heading.span.start).line;
        Some((incident.source.line_span(line).start, usize::from(next.level)))
    }

    /// Adds a key to what a finding about a draft proposes: without a value, and a comment that asks for it. It goes behind the last key;
    /// front matter in braces has no line for it.
    pub(super) fn key_stub(&self, found: &mut Found, key: &str, prompt: &str) {
        let incident = self.incident;
        let Some(block) = incident.front_matter.clone().filter(|_| incident.status() == Status::Draft) else { return };
        let text = incident.source.slice(&block);
        let first = text.lines().find(|line| !line.trim().is_empty() && !line.trim_start().starts_with('#'));
        let Some(first) = first.filter(|line| !line.trim_start().starts_with(['{', '?', '&', '!', '%', '"', '\'']))
        else {
            return;
        };
        let indent = first.get(..first.len() - first.trim_start().len()).unwrap_or("");
        if !text.ends_with('\n') {
            return;
        }
        let end = line_end(&incident.source.text);
        found.fix(block.end..block.end, format!("{indent}{key}: # TODO: {prompt}{end}"));
    }
}

/// Sections that come behind all stubs.
const LAST: &[Meaning] =
    &[Meaning::Lessons, Meaning::WentWell, Meaning::WentWrong, Meaning::GotLucky, Meaning::References];

/// How the lines of a text end.
fn line_end(text: &str) -> &'static str {
    if text.contains("\r\n") { "\r\n" } else { "\n" }
}
