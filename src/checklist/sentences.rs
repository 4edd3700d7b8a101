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
    spans.extend(facts.lessons.iter().chain(&facts.contributing_factors).map(|text| text.span.clone()));
    spans.extend(facts.updates.iter().filter_map(|update| update.text.as_ref()).map(|text| text.span.clone()));
    spans.extend(facts.timeline.iter().map(|row| row.text.span.clone()));
    spans.extend(facts.five_whys.iter().map(|why| why.span.clone()));
    spans.sort_by_key(|span| span.start);
    spans
}

/// Cuts a text after full stops and between paragraphs and cells.
fn cut(text: &str, offset: usize, sentences: &mut Vec<Span>) {
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        let ends = match c {
            '.' | '!' | '?' => next.is_none_or(char::is_whitespace),
            '。' | '！' | '？' | '|' => true,
            '\n' => next.is_none_or(|next| next == '\n'),
            _ => false,
        };
        if ends {
            push(text, start..at + c.len_utf8(), offset, sentences);
            start = at + c.len_utf8();
        }
    }
    push(text, start..text.len(), offset, sentences);
}

fn push(text: &str, span: Span, offset: usize, sentences: &mut Vec<Span>) {
    let Some(sentence) = text.get(span.clone()) else { return };
    let trimmed = sentence.trim();
    if trimmed.chars().filter(|c| c.is_alphabetic()).count() > 1 {
        let start = offset + span.start + (sentence.len() - sentence.trim_start().len());
        sentences.push(start..start + trimmed.len());
    }
}
