//! The timeline sections: rows from lists, tables, sub-headings that are times, and lines that begin with one.

use chrono::Duration;

use crate::incident::body::Page;
use crate::incident::body::blocks::{Block, Kind, columns};
use crate::incident::body::rows::{
    DATE_WORDS, EVENT_WORDS, KIND_WORDS, SEPARATORS, ahead, behind, ends_in_word, is_time_word, names_a_clock,
    stands_for_a_row, tag,
};
use crate::incident::body::text::plain;
use crate::incident::front_matter::fields::trouble_of;
use crate::incident::headings::Meaning;
use crate::incident::instant::{Instant, Precision, TimeContext, TimePrefix, find_date, find_zone, read_prefix};
use crate::incident::problem::Problem;
use crate::incident::timeline::{EntryKind, TimelineEntry};
use crate::source::{Span, Spanned};

/// A clock that goes back by more than this has passed midnight; by less, the rows are out of order.
const MIDNIGHT: Duration = Duration::hours(4);

/// The rows of every timeline section.
pub(super) fn read(page: &Page<'_>, times: &TimeContext, problems: &mut Vec<Problem>) -> Vec<TimelineEntry> {
    let mut rows = Rows { page, times: times.clone(), entries: Vec::new(), wrap: true, problems };
    for section in page.sections_of(Meaning::Timeline) {
        let blocks = page.blocks_in(&section.whole);
        rows.set_context(&section.heading.value, &blocks, times);
        let before = rows.entries.len();
        rows.section(&blocks, section.whole.end);
        if rows.entries.len() == before {
            rows.without_times(&blocks);
        }
        // A label covers what stands behind it on its own line too: "**Timeline**: 14:02 alarm".
        if rows.entries.len() == before {
            let span = page.source.trim(&section.own);
            rows.lines(&span);
        }
    }
    rows.entries.shrink_to_fit();
    rows.entries
}

struct Rows<'a, 'p> {
    page: &'a Page<'a>,
    times: TimeContext,
    entries: Vec<TimelineEntry>,
    /// Whether a clock that goes back has passed midnight; not in a list that runs backwards as a whole.
    wrap: bool,
    problems: &'p mut Vec<Problem>,
}

impl Rows<'_, '_> {
    /// Zone and date are often said once: in the heading, or in the lines before the first row.
    fn set_context(&mut self, heading: &str, blocks: &[&Block], around: &TimeContext) {
        self.times = around.clone();
        let source = self.page.source;
        let intro = blocks.iter().take_while(|block| matches!(block.kind, Kind::Paragraph | Kind::Quote)).take(2);
        let said = std::iter::once(heading.to_owned()).chain(intro.map(|block| plain(source.slice(&block.span))));
        for text in said {
            let of_times = text == heading || ["time", "zeit", "UTC", "zone"].iter().any(|word| text.contains(word));
            if of_times && let Some(zone) = find_zone(&text) {
                self.times.report = Some(zone);
            }
            if read_prefix(&text, 0, around).is_none_or(|prefix| prefix.dated) {
                self.times.date = find_date(&text, around.date).or(self.times.date);
            }
        }
    }

    fn section(&mut self, blocks: &[&Block], end: usize) {
        let mut index = 0;
        while let Some(block) = blocks.get(index) {
            index += 1;
            match block.kind {
                Kind::Heading(_) => {
                    let next = blocks.iter().skip(index).position(|block| matches!(block.kind, Kind::Heading(_)));
                    let next = next.map_or(blocks.len(), |skip| index + skip);
                    let under = blocks.get(index..next).unwrap_or(&[]);
                    let until = blocks.get(next).map_or(end, |block| block.span.start);
                    self.heading(block, under, until);
                    index = next;
                }
                _ => {
                    let before = self.entries.len();
                    self.block(block);
                    if block.kind == Kind::Paragraph && self.entries.len() == before + 1 {
                        index += self.told_below(blocks.get(index..).unwrap_or(&[]));
                    }
                }
            }
        }
    }

    /// A paragraph that is a time alone is told by what follows, up to the next that begins with one; how many blocks these are.
    fn told_below(&mut self, below: &[&Block]) -> usize {
        let source = self.page.source;
        let Some(row) = self.entries.last().filter(|row| row.text.value.is_empty()) else { return 0 };
        let is_row = |block: &Block| match block.kind {
            Kind::Paragraph => read_prefix(source.slice(&block.text), block.text.start, &self.times).is_some(),
            Kind::List => block.children.iter().any(|item| self.prefix(item).is_some()),
            Kind::Heading(_) | Kind::Table => true,
            _ => false,
        };
        let count = below.iter().take_while(|block| !is_row(block)).count();
        let (Some(first), Some(last)) = (below.first(), below.get(..count).and_then(<[_]>::last)) else { return 0 };
        let (span, start) = (source.trim(&(first.span.start..last.span.end)), row.span.start);
        let internal = self.page.is_internal(&(start..span.end));
        if let Some(row) = self.entries.last_mut() {
            row.span = start..span.end;
            row.text = Spanned::new(source.slice(&span).to_owned(), span);
            row.internal = internal;
        }
        count
    }

    /// A sub-heading with a clock is a row; one with a date alone dates what stands under it, and is a row where nothing does.
    fn heading(&mut self, block: &Block, under: &[&Block], until: usize) {
        let prefix = read_prefix(&block.plain, block.text.start, &self.times);
        let clock =
            prefix.as_ref().and_then(|prefix| prefix.at.as_ref()).is_some_and(|at| at.precision != Precision::Day);
        let bare = prefix.as_ref().is_some_and(|prefix| prefix.at.is_none());
        if !clock && !bare {
            if let Some(date) = find_date(&block.plain, self.times.date) {
                self.times.date = Some(date);
            }
            let before = self.entries.len();
            under.iter().for_each(|block| self.block(block));
            // A day with nothing under it but the next heading only dates that.
            let nothing = self.page.source.slice(&(block.span.end..until)).trim().is_empty();
            if self.entries.len() > before || prefix.is_none() || nothing {
                return;
            }
        }
        let source = self.page.source;
        let (at, until_at) = self.place(prefix.as_ref(), &block.text);
        let rest = prefix.as_ref().and_then(|prefix| block.plain.get(prefix.len..)).unwrap_or("");
        let body = source.trim(&(block.span.end..until));
        let rest = rest.trim_start_matches(SEPARATORS);
        let text = if rest.is_empty() {
            Spanned::new(source.slice(&body).to_owned(), body)
        } else {
            Spanned::new(rest.to_owned(), source.trim(&block.text))
        };
        let at_text = Spanned::new(block.plain.clone(), source.trim(&block.text));
        self.push(at, until_at, at_text, text, source.trim(&(block.span.start..until)));
    }

    fn block(&mut self, block: &Block) {
        match block.kind {
            Kind::List => self.list(block),
            Kind::Table => self.table(block),
            Kind::Paragraph => self.lines(&block.text),
            _ => {}
        }
    }

    fn list(&mut self, list: &Block) {
        let date = self.times.date;
        let prefixes: Vec<Option<TimePrefix>> = list.children.iter().map(|item| self.prefix(item)).collect();
        if prefixes.iter().all(Option::is_none) && !list.children.iter().any(|item| self.suffix(item).is_some()) {
            // Days as items without a time of their own, the rows nested under them.
            let nested = list.children.iter().flat_map(|item| &item.children).filter(|block| block.kind == Kind::List);
            nested.for_each(|list| self.list(list));
            return;
        }
        let clocks: Vec<&Instant> =
            prefixes.iter().flatten().filter(|p| !p.dated).filter_map(|p| p.at.as_ref()).collect();
        self.wrap = clocks.len() < 3 || !clocks.is_sorted_by(|a, b| a.at >= b.at);
        for (item, prefix) in list.children.iter().zip(prefixes) {
            // A clock alone has the day of the row before it.
            let stale = self.times.date != date && prefix.as_ref().is_some_and(|prefix| !prefix.dated);
            let prefix = if stale { self.prefix(item) } else { prefix };
            let nested = item.children.iter().find(|block| block.kind == Kind::List);
            let text = self.page.source.slice(&item.text);
            let day = prefix.as_ref().filter(|prefix| {
                let behind = text.get(prefix.len..).unwrap_or("").trim_matches(SEPARATORS);
                prefix.dated && behind.is_empty() && prefix.at.as_ref().is_some_and(|at| at.precision == Precision::Day)
            });
            match (day, nested) {
                (Some(day), Some(nested)) if nested.children.iter().any(|item| self.prefix(item).is_some()) => {
                    self.times.date = day.at.as_ref().map(|at| at.at.date_naive());
                    self.list(nested);
                }
                _ => self.item(item, prefix.as_ref()),
            }
        }
        self.wrap = true;
    }

    fn prefix(&self, item: &Block) -> Option<TimePrefix> {
        let text = self.page.source.slice(&item.text);
        read_prefix(text, item.text.start, &self.times).or_else(|| {
            // "On 26 December, at 07:35, …", "At 09:00, …", "[Outage start] At 09:00, …"
            let tag = tag(text).map_or(0, |(_, len)| len);
            let rest = text.get(tag..)?;
            let word = ["On ", "At ", "By ", "Am ", "Um "].into_iter().find(|word| rest.starts_with(word));
            let skipped = tag + word.map_or(0, str::len);
            if skipped == 0 {
                return None;
            }
            let prefix = read_prefix(text.get(skipped..)?, item.text.start + skipped, &self.times)?;
            Some(TimePrefix { len: prefix.len + skipped, ..prefix })
        })
    }

    /// `First detected 2020-10-06 08:33`: a day and a clock that end the text.
    fn suffix(&self, item: &Block) -> Option<(usize, TimePrefix)> {
        let text = self.page.source.slice(&item.text);
        let starts =
            text.char_indices().filter(|(at, c)| c.is_alphanumeric() && !text.get(..*at).is_some_and(ends_in_word));
        starts.map(|(at, _)| at).find_map(|at| {
            let rest = text.get(at..)?;
            let prefix = read_prefix(rest, item.text.start + at, &self.times).filter(|prefix| prefix.dated)?;
            let clock = prefix.at.as_ref().is_some_and(|at| at.precision != Precision::Day);
            (clock && rest.get(prefix.len..)?.trim_matches(SEPARATORS).is_empty()).then_some((at, prefix))
        })
    }

    fn item(&mut self, item: &Block, prefix: Option<&TimePrefix>) {
        if prefix.is_none()
            && let Some((start, prefix)) = self.suffix(item)
        {
            let source = self.page.source;
            let (words, time) = (item.text.start..item.text.start + start, item.text.start + start..item.text.end);
            let (at, until) = self.place(Some(&prefix), &time);
            let text = ahead(source.slice(&words), words.end);
            let at_text = Spanned::new(plain(source.slice(&time)), source.trim(&time));
            self.push(at, until, at_text, text, source.trim(&item.span));
            return;
        }
        let (at, until) = self.place(prefix, &item.text);
        let len = prefix.map_or(0, |prefix| prefix.len);
        let source = self.page.source;
        let at_span = item.text.start..item.text.start + len;
        let mut text = match prefix {
            Some(_) => behind(source.slice(&item.text), &at_span, item.text.start),
            // Without a time nothing stands before the words: their own marks stay.
            None => Spanned::new(source.slice(&source.trim(&item.text)).to_owned(), source.trim(&item.text)),
        };
        if text.value.is_empty() {
            // The time on the item, the words on a line or in a list under it.
            let rest = source.trim(&(item.text.end..item.span.end));
            text = Spanned::new(source.slice(&rest).to_owned(), rest);
        }
        if let Some((tag, _)) = tag(source.slice(&item.text)) {
            text.value = format!("{tag}: {}", text.value);
        }
        let at_text = Spanned::new(plain(source.slice(&at_span)), source.trim(&at_span));
        self.push(at, until, at_text, text, source.trim(&item.span));
    }

    /// Lines of a paragraph: one that begins with a time begins a row, the others go on with it.
    fn lines(&mut self, span: &Span) {
        let source = self.page.source;
        let mut start = span.start;
        let mut current: Option<(usize, TimePrefix)> = None;
        for line in source.slice(span).split_inclusive('\n') {
            if let Some(prefix) = read_prefix(line, start, &self.times).filter(|prefix| stands_for_a_row(line, prefix))
                && let Some((from, prefix)) = current.replace((start, prefix))
            {
                self.line(from..start, &prefix);
            }
            start += line.len();
        }
        if let Some((from, prefix)) = current {
            self.line(from..start, &prefix);
        }
    }

    fn line(&mut self, span: Span, prefix: &TimePrefix) {
        let source = self.page.source;
        let at_span = span.start..span.start + prefix.len;
        let (at, until) = self.place(Some(prefix), &at_span);
        let text = behind(source.slice(&span), &at_span, span.start);
        let at_text = Spanned::new(plain(source.slice(&at_span)), source.trim(&at_span));
        self.push(at, until, at_text, text, source.trim(&span));
    }

    fn table(&mut self, table: &Block) {
        let source = self.page.source;
        let cell =
            |row: &Block, column: usize| row.children.get(column).map(|cell| cell.text.clone()).unwrap_or_default();
        let (titles, rows) = columns(source, table);
        let timed = |column: usize| {
            let times =
                rows.iter().filter(|row| read_prefix(source.slice(&cell(row, column)), 0, &self.times).is_some());
            let count = times.count();
            count > 0 && (count * 2 >= rows.len() || titles.get(column).is_some_and(|title| is_time_word(title)))
        };
        let columns = titles.len().max(rows.iter().map(|row| row.children.len()).max().unwrap_or(0));
        let named = |words: &[&str]| titles.iter().position(|title| words.iter().any(|word| title.contains(word)));
        // "Date | Time | What": the column with the clocks is the time.
        let clocks = |column: usize| {
            let prefix = |row: &&&Block| read_prefix(source.slice(&cell(row, column)), 0, &self.times);
            let has_clock = |prefix: TimePrefix| prefix.at.is_none_or(|at| at.precision != Precision::Day);
            rows.iter().filter_map(|row| prefix(&row)).any(has_clock)
        };
        let mut candidates = (0..columns).filter(|column| timed(*column));
        let Some(first) = candidates.next() else { return };
        let time = if clocks(first) { first } else { candidates.find(|column| clocks(*column)).unwrap_or(first) };
        let date =
            titles.iter().position(|title| DATE_WORDS.contains(&title.as_str())).filter(|column| *column != time);
        let kind = named(KIND_WORDS).filter(|column| *column != time);
        let others = |column: &usize| *column != time && Some(*column) != date && Some(*column) != kind;
        let event = named(EVENT_WORDS)
            .filter(others)
            .or_else(|| (time + 1..columns).chain(0..time).find(others))
            .unwrap_or(time + 1);
        let heads = table.children.iter().filter(|row| row.kind == Kind::HeadRow);
        let heads: String = heads.map(|row| source.slice(&row.span)).collect();
        if let Some(zone) = find_zone(&heads) {
            self.times.report = Some(zone);
        }
        // Site generators' attribute lines look like a last row: `{: .table }`.
        for row in rows.into_iter().filter(|row| !source.slice(&row.span).trim_start().starts_with("{:")) {
            if let Some(day) =
                date.and_then(|column| find_date(&plain(source.slice(&cell(row, column))), self.times.date))
            {
                self.times.date = Some(day);
            }
            let at_span = cell(row, time);
            let prefix = read_prefix(source.slice(&at_span), at_span.start, &self.times);
            let (at, until) = self.place(prefix.as_ref(), &at_span);
            let words = source.trim(&cell(row, event));
            let text = Spanned::new(source.slice(&words).to_owned(), words);
            let at_text = Spanned::new(plain(source.slice(&at_span)), source.trim(&at_span));
            self.push(at, until, at_text, text, source.trim(&row.span));
            let kind = kind.and_then(|column| EntryKind::from_word(plain(source.slice(&cell(row, column))).trim()));
            if let (Some(kind), Some(entry)) = (kind, self.entries.last_mut()) {
                entry.kind = Some(Spanned::new(kind, entry.span.clone()));
            }
        }
    }

    /// Rows of a timeline that names no time at all.
    fn without_times(&mut self, blocks: &[&Block]) {
        for item in blocks.iter().filter(|block| block.kind == Kind::List).flat_map(|list| &list.children) {
            self.item(item, None);
        }
    }

    /// The instants of a row; a bare clock that goes back far has passed midnight. What is wrong with the time is said here, once.
    fn place(&mut self, prefix: Option<&TimePrefix>, span: &Span) -> (Option<Instant>, Option<Instant>) {
        let Some(prefix) = prefix else { return (None, None) };
        let (mut at, mut until) = (prefix.at.clone(), prefix.until.clone());
        let before = self.entries.iter().rev().find_map(|entry| entry.at.as_ref());
        if let (Some(at), Some(before), true) = (&mut at, before, self.wrap && !prefix.dated) {
            let mut days = 0;
            while before.at - at.at > MIDNIGHT && days < 7 {
                at.at += Duration::days(1);
                days += 1;
            }
            if let Some(until) = &mut until {
                until.at += Duration::days(days);
            }
        }
        if let Some(at) = at.as_ref() {
            self.times.date = Some(at.at.date_naive());
        }
        if prefix.zone.is_some() && self.times.report.is_none() {
            self.times.report = prefix.zone;
        }
        if let Some(trouble) = &prefix.trouble {
            let written = self.page.source.slice(&(span.start..span.start + prefix.len));
            let place = self.page.source.trim(&(span.start..span.start + prefix.len.min(span.len())));
            self.problems.push(trouble_of(trouble, &Spanned::new(plain(written), place)));
        }
        (at, until)
    }

    fn push(
        &mut self,
        at: Option<Instant>,
        until: Option<Instant>,
        at_text: Spanned<String>,
        text: Spanned<String>,
        span: Span,
    ) {
        let internal = self.page.is_internal(&span);
        // A day whose clock could not be read ("2024-03-05 07:7:47") is shown as it was written.
        let unread = |at: &Instant| at.precision == Precision::Day && names_a_clock(&at_text.value);
        let told = at.as_ref().is_some_and(|at| !unread(at));
        let at_text = if told { at_text.map(|_| String::new()) } else { at_text };
        self.entries.push(TimelineEntry {
            at,
            until: until.map(Box::new),
            at_text,
            text,
            kind: None,
            evidence: None,
            internal,
            span,
        });
    }
}
