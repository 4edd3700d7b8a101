//! What stands in a place beside the rows and items that were read from it: prose, pictures, what hangs under an item. A page that draws
//! the rows shows this around them, so that no text of a report is lost.

use chrono::NaiveDate;

use crate::incident::body::blocks::{self, Block, Kind};
use crate::incident::body::rows::{DATE_WORDS, SEPARATORS};
use crate::incident::body::text::plain;
use crate::incident::body::{actions, sections};
use crate::incident::instant::{TimeContext, find_date, read_prefix};
use crate::incident::plain::without_comments;
use crate::incident::timeline::EntryKind;
use crate::source::{SourceFile, Span};

/// A passage that no row shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beside {
    /// Markdown that can be rendered alone: the indentation of the list it stood in is gone.
    pub text: String,
    /// Its place.
    pub span: Span,
    /// Whether it hangs under the row before it: a further paragraph of an item, a cell beside the event.
    pub inside: bool,
}

/// The passages of a place that lie outside what is shown of it, in the order of the file. `shown` need not be sorted;
/// `times` are those among it that are shown as the time that was read, in order.
pub fn beside(source: &SourceFile, place: &Span, shown: &[Span], times: &[Span]) -> Vec<Beside> {
    let blocks = blocks::read_in(source, place);
    let mut finder = Finder { source, shown: joined(shown), times, found: Vec::new() };
    finder.blocks(&blocks, false);
    finder.found
}

/// Spans in order, those that touch made one.
fn joined(spans: &[Span]) -> Vec<Span> {
    let mut sorted: Vec<Span> = spans.iter().filter(|span| !span.is_empty()).cloned().collect();
    sorted.sort_by_key(|span| (span.start, span.end));
    let mut joined: Vec<Span> = Vec::with_capacity(sorted.len());
    for span in sorted {
        match joined.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => joined.push(span),
        }
    }
    joined
}

struct Finder<'a> {
    source: &'a SourceFile,
    shown: Vec<Span>,
    times: &'a [Span],
    found: Vec<Beside>,
}

impl Finder<'_> {
    /// The parts of a place that are not shown.
    fn gaps(&self, place: &Span) -> Vec<Span> {
        let mut gaps = Vec::new();
        let mut at = place.start;
        let first = self.shown.partition_point(|span| span.end <= place.start);
        for span in self.shown.iter().skip(first).take_while(|span| span.start < place.end) {
            gaps.push(at..span.start.max(at));
            at = at.max(span.end);
        }
        gaps.push(at..place.end.max(at));
        gaps
    }

    fn touches(&self, place: &Span) -> bool {
        let first = self.shown.partition_point(|span| span.end <= place.start);
        self.shown.get(first).is_some_and(|span| span.start < place.end)
    }

    /// Blocks side by side: runs of those that nothing is shown of are one passage, the others are looked into.
    fn blocks(&mut self, blocks: &[Block], inside: bool) {
        let mut run: Option<Span> = None;
        for block in blocks {
            if self.touches(&block.span) {
                self.end(&mut run, inside);
                self.within(block, inside);
            } else if self.says_nothing(block) {
                self.end(&mut run, inside);
            } else {
                let start = run.map_or_else(|| self.start(block), |run| run.start);
                run = Some(start..block.span.end);
            }
        }
        self.end(&mut run, inside);
    }

    fn end(&mut self, run: &mut Option<Span>, inside: bool) {
        if let Some(span) = run.take() {
            let text = lifted(self.source, &span);
            self.push(text, span, inside);
        }
    }

    fn push(&mut self, text: String, span: Span, inside: bool) {
        let text = balanced(text);
        if !without_comments(&text).trim().is_empty() {
            self.found.push(Beside { text, span, inside });
        }
    }

    /// Code without fences is told by its indentation.
    fn start(&self, block: &Block) -> usize {
        let code = self.source.slice(&block.span);
        let indented = block.kind == Kind::Verbatim && !code.trim_start().starts_with(['<', '`', '~']);
        let before = self.source.slice(&(0..block.span.start));
        let spaces = before.len() - before.trim_end_matches([' ', '\t']).len();
        if indented { block.span.start - spaces.min(4) } else { block.span.start }
    }

    /// Tags without words, comments, days that the rows' own dates tell.
    fn says_nothing(&self, block: &Block) -> bool {
        let text = self.source.slice(&block.span);
        match block.kind {
            Kind::Verbatim if text.trim_start().starts_with('<') => {
                !text.contains("<img") && plain(&without_comments(text)).is_empty()
            }
            Kind::Heading(_) => sections::is_day(&block.plain) && !self.shown.is_empty(),
            // Attribute lines of site generators, rules of dashes.
            Kind::Paragraph => text.trim().starts_with("{:") && text.trim().ends_with('}'),
            _ => false,
        }
    }

    /// A block of which something is shown.
    fn within(&mut self, block: &Block, inside: bool) {
        match block.kind {
            Kind::List => self.items(block, inside),
            Kind::Table => self.table(block),
            Kind::Quote => self.blocks(&block.children, inside),
            Kind::Verbatim => {}
            _ => self.words(&block.text, inside),
        }
    }

    /// Items of which nothing is shown stay a list.
    fn items(&mut self, list: &Block, inside: bool) {
        let mut run: Option<Span> = None;
        for item in &list.children {
            if !self.touches(&item.span) {
                run = Some(run.map_or(item.span.start, |run| run.start)..item.span.end);
                continue;
            }
            self.end(&mut run, inside);
            let own = self.touches(&item.text);
            self.words(&item.text, inside);
            self.blocks(&item.children, inside || own);
        }
        self.end(&mut run, inside);
    }

    /// The words of a text that are not shown.
    fn words(&mut self, place: &Span, inside: bool) {
        let whole = !self.touches(place);
        for gap in self.gaps(place) {
            let words = self.source.slice(&gap);
            if plain(words).chars().any(char::is_alphanumeric) || words.contains("](") {
                let span = self.source.trim(&gap);
                // Marks around a text that is cut belong to no half of it.
                let text = lifted(self.source, &span);
                let text = if whole { text } else { text.trim_matches(['*', '_', ' ', '\n']).to_owned() };
                self.push(text, span, inside || (!whole && gap.start > place.start));
            }
        }
    }

    /// Rows of which something is shown give their other cells, each with its column's title.
    fn table(&mut self, table: &Block) {
        let (head, rows): (Vec<&Block>, Vec<&Block>) = table.children.iter().partition(|row| row.kind == Kind::HeadRow);
        let titles: Vec<&str> = head
            .iter()
            .flat_map(|row| &row.children)
            .map(|cell| self.source.slice(&self.source.trim(&cell.text)))
            .collect();
        for row in rows {
            let own = self.touches(&row.span);
            let cells: Vec<String> = row
                .children
                .iter()
                .enumerate()
                .filter_map(|(column, cell)| match self.touches(&cell.text) {
                    true => self.qualified(cell),
                    false => self.cell(titles.get(column).copied().unwrap_or(""), cell),
                })
                .collect();
            let attributes = self.source.slice(&row.span).trim_start().starts_with("{:");
            if !cells.is_empty() && !attributes {
                self.push(cells.join("; "), self.source.trim(&row.span), own);
            }
        }
    }

    /// What a cell says of its time: "13:00 (exact time not logged)".
    fn qualified(&self, cell: &Block) -> Option<String> {
        let span = self.source.trim(&cell.text);
        self.times.binary_search_by_key(&span.start, |time| time.start).ok()?;
        let words = self.source.slice(&span);
        let times = TimeContext { date: NaiveDate::from_ymd_opt(2024, 1, 1), ..TimeContext::default() };
        let rest = words.get(read_prefix(words, 0, &times)?.len..)?.trim_start_matches(SEPARATORS).trim_end();
        let letters = rest.chars().filter(|c| c.is_alphabetic()).count();
        (letters > 3 || (letters > 1 && !rest.is_ascii())).then(|| rest.to_owned())
    }

    fn cell(&self, title: &str, cell: &Block) -> Option<String> {
        let words = self.source.slice(&self.source.trim(&cell.text));
        let (said, column) = (plain(words), plain(title));
        let numbered =
            !said.chars().any(char::is_alphabetic) && column.chars().filter(|c| c.is_alphabetic()).count() < 3;
        let picture = words.contains("](");
        let day = DATE_WORDS.contains(&column.to_lowercase().as_str()) && find_date(&said, None).is_some();
        let kind = EntryKind::from_word(said.trim()).is_some();
        let state = said.chars().count() <= 12 && actions::state_in_column(&column, &said).is_some();
        let nothing = !said.chars().any(char::is_alphanumeric) && !picture;
        if nothing || day || kind || state || (numbered && !picture) {
            return None;
        }
        Some(if column.is_empty() { words.to_owned() } else { format!("{title}: {words}") })
    }
}

/// A passage of a list item or a quote without the marks and the indentation of the lines that go on with it.
fn lifted(source: &SourceFile, span: &Span) -> String {
    let line = source.line_span(source.line_column(span.start).line);
    let before = source.slice(&(line.start..span.start));
    let (column, quoted) = (before.chars().count(), before.contains('>'));
    let mut lines = source.slice(span).split_inclusive('\n');
    let mut text = lines.next().unwrap_or("").to_owned();
    for line in lines {
        let mark = |c: char| matches!(c, ' ' | '\t') || (quoted && c == '>');
        let mut left = column;
        let behind = line.find(|c: char| {
            let width = if c == '\t' { 4 } else { 1 };
            let taken = mark(c) && left > 0;
            left = left.saturating_sub(width);
            !taken
        });
        text.push_str(behind.and_then(|at| line.get(at..)).unwrap_or("\n"));
    }
    text
}

/// Without the tags of a fold that opens in one passage and closes in another.
fn balanced(text: String) -> String {
    if text.matches("<details").count() == text.matches("</details").count() {
        return text;
    }
    let open = text.find("<details").and_then(|at| Some((at, at + text.get(at..)?.find('>')? + 1)));
    let mut kept = text;
    if let Some((start, end)) = open {
        kept.replace_range(start..end, "");
    }
    ["</details>", "<summary>", "</summary>"].iter().fold(kept, |kept, tag| kept.replace(tag, ""))
}
