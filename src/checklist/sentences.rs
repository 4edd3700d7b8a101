//! A report cut into its sentences, in its own voice: the texts of the front matter, then the body's.

use crate::incident::Incident;
use crate::source::Span;

/// The sentences of a report, in the order of the file. `spans` is where its own voice speaks in the body.
pub(super) fn sentences(incident: &Incident, spans: &[Span]) -> Vec<Span> {
    let mut sentences = Vec::new();
    for span in front_matter_texts(incident).iter().chain(&merged(incident, spans)) {
        cut(incident.source.slice(span), span.start, &mut sentences);
    }
    sentences.sort_by_key(|span| (span.start, span.end));
    sentences.dedup();
    sentences
}

/// The spans of prose touch where only a mark was cut out between them; a sentence may run over several lines.
fn merged(incident: &Incident, spans: &[Span]) -> Vec<Span> {
    let mut merged: Vec<Span> = Vec::new();
    for span in spans {
        let text = incident.source.slice(span);
        // Bold words at the beginning of a line are a label: `**Impact:** …`. They begin with a mark of lists too.
        let begins_item = text.trim_start().starts_with(['-', '*', '+', '|'])
            || text.trim_start().starts_with(|c: char| c.is_ascii_digit());
        match merged.last_mut() {
            Some(last) if last.end == span.start && !text.trim().is_empty() && !begins_item => last.end = span.end,
            _ => merged.push(span.clone()),
        }
    }
    merged.retain(|span| !incident.source.slice(span).trim().is_empty());
    merged
}

fn front_matter_texts(incident: &Incident) -> Vec<Span> {
    let facts = &incident.facts;
    let single = [
        &facts.summary,
        &facts.trigger,
        &facts.root_cause,
        &facts.resolution,
        &facts.remedy,
        &facts.customer_action,
        &facts.people,
    ];
    let mut spans: Vec<Span> = single.into_iter().flatten().map(|text| text.span.clone()).collect();
    spans.extend(facts.impact.iter().filter_map(|impact| impact.summary.as_ref()).map(|text| text.span.clone()));
    spans.extend(facts.detection.iter().filter_map(|detection| detection.text.as_ref()).map(|text| text.span.clone()));
    spans.extend(facts.lessons.iter().map(|text| text.span.clone()));
    let lists = [&facts.contributing_factors, &facts.mitigators, &facts.risks];
    spans.extend(lists.into_iter().flatten().map(|text| text.span.clone()));
    spans.extend(facts.updates.iter().filter_map(|update| update.text.as_ref()).map(|text| text.span.clone()));
    spans.extend(facts.timeline.iter().map(|row| row.text.span.clone()));
    spans.extend(facts.five_whys.iter().map(|why| why.span.clone()));
    spans.extend(description(incident));
    spans.sort_by_key(|span| span.start);
    spans
}

/// The line that site generators show under a title; it is no key of the format.
fn description(incident: &Incident) -> Option<Span> {
    let key = incident.facts.key("description")?;
    let line = incident.source.line_span(incident.source.line_column(key.start).line);
    let value = incident.source.slice(&(key.end..line.end)).strip_prefix(':')?;
    let mark = |c: char| c.is_whitespace() || matches!(c, '"' | '\'');
    let start = line.end - value.trim_start_matches(mark).len();
    Some(start..start + value.trim_matches(mark).len())
}

/// Bytes at which a sentence may end; 0xe3 and 0xef are the first of 。 and of ！, ？, ｡ and ．.
const MAY_END: [bool; 256] = {
    let mut may_end = [false; 256];
    let ends = [b'.', b'!', b'?', b'|', b'\n', 0xe3, 0xef];
    let mut at = 0;
    while at < ends.len() {
        may_end[ends[at] as usize] = true;
        at += 1;
    }
    may_end
};

/// Cuts a text after full stops and between paragraphs and cells.
fn cut(text: &str, offset: usize, sentences: &mut Vec<Span>) {
    let mut start = 0;
    // Byte by byte: all that can end a sentence begins with one of a few bytes, and in no other character do they occur.
    for (at, byte) in text.bytes().enumerate().filter(|(_, byte)| MAY_END.get(usize::from(*byte)) == Some(&true)) {
        let rest = || text.get(at..).unwrap_or("");
        let next = || rest().chars().nth(1);
        let length = match byte {
            b'.' | b'!' | b'?' if next().is_none_or(char::is_whitespace) => 1,
            b'|' => 1,
            b'\n' if next().is_none_or(|next| next == '\n') => 1,
            0xe3 | 0xef if rest().starts_with(['。', '！', '？', '｡']) => 3,
            // A full stop, and no point in a number of wide digits.
            0xef if rest().starts_with('．') && !next().is_some_and(char::is_numeric) => 3,
            _ => continue,
        };
        push(text, start..at + length, offset, sentences);
        start = at + length;
    }
    push(text, start..text.len(), offset, sentences);
}

fn push(text: &str, span: Span, offset: usize, sentences: &mut Vec<Span>) {
    let Some(sentence) = text.get(span.clone()) else { return };
    let trimmed = sentence.trim();
    if trimmed.chars().filter(|c| c.is_alphabetic()).nth(1).is_some() {
        let start = offset + span.start + (sentence.len() - sentence.trim_start().len());
        sentences.push(start..start + trimmed.len());
    }
}
