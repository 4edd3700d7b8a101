//! The sentences of a report, for rules that read language: without code, quotations, headings, comments and link targets.

use memchr::{memchr2_iter, memchr3};

use crate::checklist::japanese::has_japanese;
use crate::checklist::phrases::{Cue, Found, Phrases, find_cues};
use crate::checklist::published::published;
use crate::checklist::sentences::sentences;
use crate::incident::Incident;
use crate::source::{Span, lines};

/// Where a report's own sentences stand.
#[derive(Debug, Clone, Default)]
pub struct Prose {
    /// Everything but code: comments and headings are in it.
    pub without_code: Vec<Span>,
    /// Only what is said in the report's own voice.
    pub spans: Vec<Span>,
    /// Block quotes in Japanese. They may be boxes with a note and no quotation.
    pub(super) boxes: Vec<Span>,
    /// Its sentences, those of the front matter's texts among them, in the order of the file.
    pub sentences: Vec<Span>,
    /// Per sentence: which lists have a word in it.
    pub(super) found: Vec<Found>,
    /// What a public build would publish; nothing of an internal report.
    pub(super) published: Vec<Span>,
    /// The words of the voice lists, in the order of the file.
    pub(super) cues: Vec<Cue>,
}

impl Prose {
    /// Reads the body of a report once, line by line.
    pub fn read(incident: &Incident) -> Self {
        let mut prose = Self::default();
        let mut fence: Option<(char, usize)> = None;
        let mut comment = false;
        let mut at = incident.body.span.start;
        for line in lines(incident.source.slice(&incident.body.span)) {
            let start = at;
            at += line.len();
            let marks = line.trim_start();
            let mark = marks.chars().next().filter(|c| matches!(c, '`' | '~'));
            let width = mark.map_or(0, |mark| marks.chars().take_while(|c| *c == mark).count());
            match (fence, mark) {
                (Some((open, least)), Some(mark)) if mark == open && width >= least => fence = None,
                (Some(_), _) => {}
                (None, Some(mark)) if width >= 3 => fence = Some((mark, width)),
                (None, _) => prose.line(line, start, marks, &mut comment),
            }
        }
        prose.published = published(incident);
        prose.sentences = sentences(incident, &prose.spans);
        let Self { sentences, cues, .. } = &mut prose;
        let numbered = sentences.iter().enumerate();
        let found =
            numbered.map(|(number, span)| find_cues(incident.source.slice(span), span.start, number, cues)).collect();
        Self { found, ..prose }
    }

    /// The words of a voice list with the sentences they stand in, and which lists have a word there.
    pub(super) fn cues(&self, list: Phrases) -> impl Iterator<Item = (&Span, &Span, Found)> {
        let of_list = self.cues.iter().filter(move |cue| cue.list == list);
        of_list.filter_map(|cue| {
            let sentence = self.sentences.get(cue.sentence)?;
            Some((&cue.span, sentence, self.found.get(cue.sentence).copied().unwrap_or_default()))
        })
    }

    fn line(&mut self, line: &str, start: usize, marks: &str, comment: &mut bool) {
        let voice = !marks.starts_with('>') && !marks.starts_with('#');
        if marks.starts_with('>') && has_japanese(line) {
            match self.boxes.last_mut() {
                Some(last) if last.end == start => last.end += line.len(),
                _ => self.boxes.push(start..start + line.len()),
            }
        }
        // Most lines hold nothing that is cut out.
        if !*comment && memchr3(b'`', b'<', b']', line.as_bytes()).is_none() {
            let span = start..start + line.len();
            if voice {
                self.spans.push(span.clone());
            }
            self.without_code.push(span);
            return;
        }
        for piece in without_code(line) {
            let span = start + piece.start..start + piece.end;
            let text = line.get(piece).unwrap_or("");
            self.without_code.push(span.clone());
            if voice {
                for own in without_comments(text, comment) {
                    self.spans.push(span.start + own.start..span.start + own.end);
                }
            }
        }
    }
}

/// The pieces of a line outside backticks.
fn without_code(line: &str) -> Vec<Span> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut rest_at = 0;
    while let Some(open) = line.get(rest_at..).and_then(|rest| rest.find('`')).map(|at| rest_at + at) {
        let width = line.get(open..).map_or(1, |rest| rest.chars().take_while(|c| *c == '`').count());
        let close = line.get(open + width..).and_then(|rest| match width {
            1 => rest.find('`'),
            _ => rest.find(&"`".repeat(width)),
        });
        let Some(close) = close else {
            rest_at = open + width;
            continue;
        };
        pieces.push(start..open);
        start = open + width + close + width;
        rest_at = start;
    }
    pieces.push(start..line.len());
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

/// The pieces outside comments and link targets; a comment may run over lines.
fn without_comments(text: &str, comment: &mut bool) -> Vec<Span> {
    let mut pieces = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let rest = text.get(at..).unwrap_or("");
        if *comment {
            let Some(end) = rest.find("-->") else { break };
            *comment = false;
            at += end + 3;
            continue;
        }
        let (stop, opens) = memchr2_iter(b'<', b']', rest.as_bytes())
            .find_map(|at| match rest.get(at..)? {
                comment if comment.starts_with("<!--") => Some((at, true)),
                link if link.starts_with("](") => Some((at + 1, false)),
                _ => None,
            })
            .unwrap_or((rest.len(), false));
        pieces.push(at..at + stop);
        at += stop;
        if stop == rest.len() {
            break;
        }
        if opens {
            *comment = true;
            at += 4;
        } else {
            at += rest.get(stop..).and_then(|rest| rest.find(')')).map_or(rest.len() - stop, |end| end + 1);
        }
    }
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::incident::Reading;
    use crate::source::SourceFile;

    #[test]
    fn only_the_reports_own_voice_is_read() {
        let text = "# Head\n\nWe `code` fell. [text](http://x) <!-- no\nno --> yes\n\n> quote\n\n```\ncode\n```\nend\n";
        let incident = Incident::read(SourceFile::new("a.md", text), &Reading::default());
        let prose = Prose::read(&incident);
        let read: String = prose.spans.iter().map(|span| incident.source.slice(span)).collect();
        assert_eq!(read.split_whitespace().collect::<Vec<_>>().join(" "), "We fell. [text] yes end");
    }
}
