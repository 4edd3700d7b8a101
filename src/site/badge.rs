//! Badges: a report in one line, as a small SVG for other pages. The text is in it as text, for those who do not see it.

use quick_xml::escape::escape;

use crate::feeds::printable;
use crate::incident::Incident;
use crate::incident::instant::Precision;
use crate::incident::plain::plain;
use crate::incident::seen::Seen;
use crate::site::page::home::{SiteContext, day};
use crate::site::page::{is_felt, is_ongoing, severity};
use crate::site::words::Words;

/// The badge of a report: its severity, how long it took.
pub(super) fn of_report(incident: &Incident, context: &SiteContext<'_>, words: &Words) -> Vec<u8> {
    let name = plain(Seen::new(incident, context.internal).name());
    draw(&label(incident, context, words), &state(incident, words), rank(incident, context), Some(&name))
}

/// The badge of the site: its newest report, with its day.
pub(super) fn of_site(context: &SiteContext<'_>) -> Vec<u8> {
    let words = context.words;
    let Some(incident) = context.incidents.first() else {
        return draw(words.get("badge_latest"), words.get("badge_none"), 0, None);
    };
    let name = plain(Seen::new(incident, context.internal).name());
    let day = day(incident).filter(|_| !is_ongoing(incident)).map(|day| words.date_short(day));
    let shown: Vec<String> = day.into_iter().chain([state(incident, words)]).collect();
    draw(words.get("badge_latest"), &shown.join(", "), rank(incident, context), Some(&name))
}

fn label(incident: &Incident, context: &SiteContext<'_>, words: &Words) -> String {
    let named = severity(incident, context.config, words).map(|severity| severity.name);
    named.unwrap_or_else(|| words.get(&format!("kind_{}", incident.kind().word())).to_owned())
}

/// `Going on now`, `not felt`, `1 h 10 min`, else how far the report is.
fn state(incident: &Incident, words: &Words) -> String {
    let exact = |at: &&crate::incident::instant::Instant| at.precision != Precision::Day;
    match (incident.start().filter(exact), incident.end().filter(exact)) {
        _ if is_ongoing(incident) => words.get("status_ongoing").to_owned(),
        _ if !is_felt(incident) => words.get("not_felt").to_owned(),
        (Some(start), Some(end)) if end.at >= start.at => words.duration(end.at - start.at),
        _ => words.get(&format!("status_{}", incident.status().word())).to_owned(),
    }
}

fn rank(incident: &Incident, context: &SiteContext<'_>) -> usize {
    severity(incident, context.config, context.words).map_or(0, |severity| severity.rank)
}

/// Half the space around a text, and a height.
const PAD: usize = 8;
const HEIGHT: usize = 22;

fn draw(label: &str, state: &str, rank: usize, name: Option<&str>) -> Vec<u8> {
    let (label, state) = (short(label), short(state));
    let (left, right) = (width(&label), width(&state));
    let (left_box, all) = (left + 2 * PAD, left + right + 4 * PAD);
    let colour = match rank {
        1 => "#a3211b",
        2 => "#8a4700",
        _ => "#4b5a66",
    };
    let spoken = format!("{label}: {state}");
    let title = name.map_or_else(|| spoken.clone(), |name| format!("{spoken}. {}", printable(name)));
    let [label, state, spoken, title] = [label, state, spoken, title].map(|text| escape(text).into_owned());
    let (at_right, half) = (left_box + PAD, HEIGHT / 2 + 4);
    // `textLength` fits the text to its box whatever letters the reader's system has.
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{all}\" height=\"{HEIGHT}\" role=\"img\" aria-label=\"{spoken}\">\
         <title>{title}</title><rect width=\"{all}\" height=\"{HEIGHT}\" rx=\"3\" fill=\"{colour}\"/>\
         <path d=\"M3 0H{left_box}V{HEIGHT}H3a3 3 0 0 1-3-3V3a3 3 0 0 1 3-3z\" fill=\"#1d1b17\"/>\
         <g fill=\"#fff\" font-family=\"Verdana,DejaVu Sans,sans-serif\" font-size=\"12\">\
         <text x=\"{PAD}\" y=\"{half}\" textLength=\"{left}\" lengthAdjust=\"spacingAndGlyphs\">{label}</text>\
         <text x=\"{at_right}\" y=\"{half}\" textLength=\"{right}\" lengthAdjust=\"spacingAndGlyphs\">{state}</text></g></svg>\n"
    )
    .into_bytes()
}

/// Names of severities are the user's own; a badge stays a badge.
fn short(text: &str) -> String {
    let text = printable(text);
    if text.chars().count() <= 40 { text } else { text.chars().take(39).chain(['…']).collect() }
}

/// How wide a text is at 12 px in a wide face, in pixels; East Asian letters fill a square.
fn width(text: &str) -> usize {
    let tenths: usize = text
        .chars()
        .map(|c| match c {
            'i' | 'j' | 'l' | '.' | ',' | ':' | '\'' | '|' | ' ' | '\u{a0}' => 38,
            'f' | 'r' | 't' | '(' | ')' | '-' | 'I' => 50,
            'm' | 'w' | 'M' | 'W' | '@' => 110,
            c if c.is_uppercase() => 85,
            c if u32::from(c) >= 0x1100 => 120,
            _ => 76,
        })
        .sum();
    (tenths / 10).max(1)
}
