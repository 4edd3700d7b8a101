//! Times in label lines, tables and sentences, for reports whose front matter does not name them.

mod conclude;
mod phrases;
mod story;
mod words;

use crate::incident::body::Page;
use crate::incident::body::blocks::{Block, Kind};
use crate::incident::body::told::conclude::conclude;
use crate::incident::body::told::story::{Story, next_word};
use crate::incident::body::told::words::{BETWEEN, DURATIONS, MARKS, MOMENTS, SEVERITY, longest, longest_of};
use crate::incident::duration;
use crate::incident::facts::Text;
use crate::incident::headings::Meaning;
use crate::incident::instant::{Instant, Precision, TimeContext, TimePrefix, find_date, find_zone, read_prefix};
use crate::incident::timeline::TimelineEntry;
use crate::incident::told::{Moment, MomentKind, Told, ToldDuration};
use crate::source::{Span, Spanned};

/// How many paragraphs of the story are looked through for times: what comes later tells of details.
const STORY: usize = 30;

/// Reads the times that the body tells.
pub(super) fn read(page: &Page<'_>, title: Option<&Text>, times: &TimeContext, timeline: &[TimelineEntry]) -> Told {
    let mut reader = Reader { page, times: times.clone(), told: Told::default() };
    let mut texts = Vec::new();
    collect(page.blocks, &mut texts);
    reader.all_labels(&texts);
    if let Some(day) = reader.told.moment(MomentKind::Day) {
        reader.times.date = Some(day.at.date_naive());
        // A clock alone takes the day that a label names after it, too.
        reader.told = Told::default();
        reader.all_labels(&texts);
    }
    for row in timeline {
        reader.row(row);
    }
    let from_title = title
        .and_then(|title| first_time(&title.value, title.span.start, &reader.times, true))
        .zip(title)
        .map(|(at, title)| at_title(title)(at));
    if let Some(day) = from_title.as_ref().filter(|_| reader.times.date.is_none()) {
        reader.times.date = Some(day.at.date_naive());
    }
    let story =
        texts.iter().filter(|(kind, span)| matches!(kind, Kind::Paragraph | Kind::List) && !reader.in_timeline(span));
    let story: Vec<(Kind, Span)> = story.take(STORY).cloned().collect();
    let found = Story::read(&reader, &story);
    if let Some(title) = title
        && let Some(prefix) = first_range(&title.value, title.span.start, &reader.times).filter(|prefix| prefix.dated)
    {
        reader.range(&TimePrefix {
            at: prefix.at.map(at_title(title)),
            until: prefix.until.map(at_title(title)),
            ..prefix
        });
    }
    let (start, end) = conclude(&reader.told, &found, from_title, timeline, &reader.times);
    Told { start, end, ..reader.told }
}

/// A time in a title stands where the title stands: its words may be written otherwise there.
fn at_title(title: &Text) -> impl Fn(Instant) -> Instant {
    let span = title.span.clone();
    move |at| Instant { span: span.clone(), ..at }
}

/// The texts that may say something, in the order of the file: paragraphs, items, rows of tables.
fn collect(blocks: &[Block], texts: &mut Vec<(Kind, Span)>) {
    for block in blocks {
        match block.kind {
            Kind::Paragraph => texts.push((Kind::Paragraph, block.text.clone())),
            Kind::Item(_) => {
                texts.push((Kind::List, block.text.clone()));
                collect(&block.children, texts);
            }
            Kind::Heading(_) => texts.push((block.kind, block.text.clone())),
            Kind::Row | Kind::HeadRow => texts.push((Kind::Row, block.span.clone())),
            Kind::List | Kind::Table => collect(&block.children, texts),
            _ => {}
        }
    }
}

struct Reader<'a> {
    page: &'a Page<'a>,
    times: TimeContext,
    told: Told,
}

impl Reader<'_> {
    fn in_timeline(&self, span: &Span) -> bool {
        self.in_section(&[Meaning::Timeline], span)
    }

    fn in_section(&self, meanings: &[Meaning], span: &Span) -> bool {
        let within = |whole: &Span| whole.start <= span.start && span.start < whole.end;
        let mut sections = self.page.sections.iter().filter(|section| within(&section.whole));
        sections.any(|section| section.meanings.iter().any(|meaning| meanings.contains(meaning)))
    }

    /// The labels of the whole body. A heading with a day dates the clocks under it, until one of its level or above.
    fn all_labels(&mut self, texts: &[(Kind, Span)]) {
        let around = self.times.date;
        let mut dated = 0;
        for (kind, span) in texts {
            let Kind::Heading(level) = *kind else {
                self.labels(span);
                continue;
            };
            let text = self.page.source.slice(span);
            let day = if text.contains(|c: char| c.is_ascii_digit()) { find_date(text, around) } else { None };
            if level > 1 && day.is_some() {
                self.times.date = day;
                dated = level;
            } else if level <= dated {
                self.times.date = around;
                dated = 0;
            }
        }
        self.times.date = around;
    }

    /// `Resolved: 2024-03-05 11:00`, `| 復旧日時 | 2026-04-03 15:44 (JST) |`, `**Date:** … | **Duration:** …`.
    fn labels(&mut self, span: &Span) {
        let mut start = span.start;
        let text = self.page.source.slice(span);
        for line in text.split_inclusive('\n') {
            self.label(line, start);
            self.line(line, start);
            // Several labels in one line stand behind bars.
            for (at, _) in line.match_indices('|').skip(usize::from(line.starts_with('|'))) {
                self.label(line.get(at + 1..).unwrap_or(""), start + at + 1);
            }
            start += line.len();
        }
    }

    /// A line that begins with a day and a time of day, as the rows of a timeline do that no heading names.
    fn line(&mut self, text: &str, start: usize) {
        let bare = text.trim_start_matches(MARKS);
        let at = start + (text.len() - bare.len());
        if bare.starts_with(|c: char| c.is_ascii_digit()) && !self.in_timeline(&(at..at)) {
            let prefix = read_prefix(bare, at, &self.times).filter(|prefix| prefix.dated && prefix.until.is_none());
            let row = prefix.and_then(|prefix| prefix.at).filter(|at| at.precision != Precision::Day);
            self.told.rows.extend(row);
        }
    }

    fn label(&mut self, text: &str, start: usize) {
        let bare = text.trim_start_matches(MARKS);
        let at = start + (text.len() - bare.len());
        let Some(head) =
            bare.get(..bare.len().min(120)).or_else(|| bare.char_indices().nth(30).and_then(|(at, _)| bare.get(..at)))
        else {
            return;
        };
        let lower = head.to_lowercase();
        if let Some(label) = longest(SEVERITY, &lower) {
            self.severity(bare, at, label.len());
        }
        if let Some((label, until)) = longest_of(DURATIONS, &lower) {
            self.duration(bare, at, label.len(), until);
        }
        if let Some((label, kind)) = longest_of(MOMENTS, &lower) {
            self.moment(bare, at, label.len(), kind);
        }
    }

    fn severity(&mut self, text: &str, start: usize, label: usize) {
        let behind = text.get(label..).unwrap_or("");
        let value = behind.trim_start_matches(['*', '_', '`', ' ', ':', '：', '|']);
        let separated = behind.get(..behind.len() - value.len()).is_some_and(|gap| gap.contains([':', '：', '|']));
        let value_at = start + text.len() - value.len();
        let words = value.split(['\n', '|', '<', ',', ';']).next().unwrap_or("").trim_matches(['*', '_', '`', ' ']);
        if separated && !words.is_empty() && words.chars().count() <= 80 && self.told.severity.is_none() {
            self.told.severity = Some(Spanned::new(words.to_owned(), value_at..value_at + words.len()));
        }
    }

    fn duration(&mut self, text: &str, start: usize, label: usize, until: MomentKind) {
        let behind = text.get(label..).unwrap_or("");
        let line = behind.split('\n').next().unwrap_or("");
        let value = line.trim_start_matches(['*', '_', '`', ' ', ':', '：', '|']);
        let offset = start + label + (line.len() - value.len());
        let first = duration::find(value).into_iter().next().filter(|written| written.start <= 12);
        if let Some(mut written) = first {
            // "2 h during support hours" is something else's.
            let after = value.get(written.end..).unwrap_or("").trim_start_matches([' ', '*', '_', '(', ',']);
            if ["during", "of support", "in support", "for ", "per ", "während", "support"]
                .iter()
                .any(|word| after.starts_with(word))
            {
                return;
            }
            written.start += offset;
            written.end += offset;
            self.told.durations.push(ToldDuration { until, written });
        }
        if until == MomentKind::Ended
            && let Some(prefix) = first_range(value, offset, &self.times)
        {
            self.range(&prefix);
        }
    }

    fn moment(&mut self, text: &str, start: usize, label: usize, kind: MomentKind) {
        let behind = text.get(label..).unwrap_or("");
        let mut rest = behind.trim_start_matches(BETWEEN);
        let mut times = self.times.clone();
        // `Date (UTC)`
        if let Some(inner) =
            rest.strip_prefix('(').and_then(|inner| inner.split_once(')')).filter(|(inner, _)| inner.len() < 24)
        {
            times.report = find_zone(inner.0).or(times.report);
            rest = inner.1.trim_start_matches(BETWEEN);
        }
        if behind.len() == rest.len() {
            return;
        }
        let offset = start + text.len() - rest.len();
        let Some(prefix) = read_prefix(rest, offset, &times) else { return };
        let clock = prefix.at.as_ref().is_some_and(|at| at.precision != Precision::Day);
        match (kind, prefix.until.is_some()) {
            (MomentKind::Day | MomentKind::Started, true) => self.range(&prefix),
            (MomentKind::Day, false) if clock => self.push(MomentKind::Started, prefix.at.clone()),
            _ => {}
        }
        if prefix.zone.is_some() && self.times.report.is_none() {
            self.times.report = prefix.zone;
        }
        self.push(kind, prefix.at);
    }

    fn range(&mut self, prefix: &TimePrefix) {
        if let Some(until) = &prefix.until {
            self.push(MomentKind::Started, prefix.at.clone());
            self.push(MomentKind::Ended, Some(until.clone()));
        }
    }

    fn push(&mut self, kind: MomentKind, at: Option<Instant>) {
        let again = at
            .as_ref()
            .is_some_and(|at| self.told.moments.iter().any(|moment| moment.kind == kind && moment.at.span == at.span));
        if let Some(at) = at.filter(|_| !again) {
            self.told.moments.push(Moment { kind, at });
        }
    }

    /// A row "Resolved" of a list of key events.
    fn row(&mut self, row: &TimelineEntry) {
        let words = row.text.value.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        let words = words.strip_prefix("incident ").or_else(|| words.strip_prefix("outage ")).unwrap_or(&words);
        let known = MOMENTS.iter().find(|(_, labels)| labels.contains(&words));
        if let Some((kind, _)) = known {
            self.push(*kind, row.at.clone());
        }
    }
}

/// The first range in a line: "5 h 26 min (10:45 – 16:11 UTC)".
fn first_range(text: &str, offset: usize, times: &TimeContext) -> Option<TimePrefix> {
    let mut at = 0;
    while let Some(begin) = next_word(text, at) {
        let rest = text.get(begin..)?;
        match read_prefix(rest, offset + begin, times) {
            Some(prefix) if prefix.until.is_some() => return Some(prefix),
            Some(prefix) => at = begin + prefix.len.max(1),
            None => at = begin + rest.chars().next().map_or(1, char::len_utf8),
        }
    }
    None
}

fn first_time(text: &str, offset: usize, times: &TimeContext, dated: bool) -> Option<Instant> {
    let mut at = 0;
    while let Some(begin) = next_word(text, at) {
        let rest = text.get(begin..)?;
        match read_prefix(rest, offset + begin, times).filter(|prefix| !dated || prefix.dated) {
            Some(prefix) => return prefix.at,
            None => at = begin + rest.chars().next().map_or(1, char::len_utf8),
        }
    }
    None
}
