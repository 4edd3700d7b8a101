//! A file's text and the places in it. Knows nothing of incidents, Markdown or YAML.

use std::ops::Range;
use std::sync::OnceLock;

use memchr::memchr_iter;

/// A place in a [`SourceFile`]: bytes of its `text`, always on character boundaries.
pub type Span = Range<usize>;

/// A value and the place it was read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spanned<T> {
    /// What was read.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// A value at a place.
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }

    /// The same place with another value.
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Spanned<U> {
        Spanned { value: f(self.value), span: self.span }
    }
}

/// Why the text of a file could not be taken as it is. It is a finding, never an error that stops the run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    /// Not UTF-8; the first bad byte stands at this offset of the file, and at `shown` of the replaced text.
    NotUtf8 {
        /// Offset of the first bad byte in the text as it is shown.
        shown: usize,
    },
    /// Larger than the limit, so the text was not read at all.
    TooLarge {
        /// Size of the file in bytes.
        bytes: u64,
        /// The limit it went over, in bytes.
        limit: u64,
    },
    /// The operating system would not give it.
    Disk {
        /// What the system said, in words.
        reason: String,
    },
}

/// What the operating system said, in words: without its numbers, to stand behind a colon.
pub fn system_words(error: &std::io::Error) -> String {
    let text = error.to_string();
    text.split(" (os error").next().unwrap_or(&text).to_lowercase()
}

/// One file, read once. Everything said about it later points into `text`.
#[derive(Debug, Clone, Default)]
pub struct SourceFile {
    /// The path as the user would type it, with `/` on every system.
    pub path: String,
    /// The whole text, a byte order mark and CRLF included, so that places match the file on disk.
    pub text: String,
    /// Set when `text` is not what is on disk.
    pub unreadable: Option<Unreadable>,
    /// Files are smaller than 4 GiB, and an archive holds many lines: half the memory.
    line_starts: OnceLock<Box<[u32]>>,
}

/// A line and a column, both counted from 1; the column counts characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// The lines of a text with their ends, as `str::split_inclusive` gives them; long texts are read in a fraction of the time.
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    let ends = memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1);
    let mut start = 0;
    ends.chain(std::iter::once(text.len())).filter_map(move |end| {
        let line = text.get(std::mem::replace(&mut start, end)..end)?;
        (!line.is_empty()).then_some(line)
    })
}

impl SourceFile {
    /// A file from its text.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self { path: path.into(), text: text.into(), ..Self::default() }
    }

    /// A file from its bytes. Bytes that are not UTF-8 are shown as U+FFFD and noted in `unreadable`.
    pub fn from_bytes(path: impl Into<String>, bytes: Vec<u8>) -> Self {
        match String::from_utf8(bytes) {
            Ok(text) => Self::new(path, text),
            Err(error) => {
                let shown = error.utf8_error().valid_up_to();
                let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
                Self { unreadable: Some(Unreadable::NotUtf8 { shown }), ..Self::new(path, text) }
            }
        }
    }

    /// A file whose text could not be had.
    pub fn unreadable(path: impl Into<String>, why: Unreadable) -> Self {
        Self { unreadable: Some(why), ..Self::new(path, "") }
    }

    /// The text at a place; empty where the span does not fit the text.
    pub fn slice(&self, span: &Span) -> &str {
        self.text.get(span.clone()).unwrap_or("")
    }

    /// Line and column of a byte offset; offsets beyond the end give the end.
    pub fn line_column(&self, offset: usize) -> LineColumn {
        let offset = offset.min(self.text.len());
        let line = self.line_starts().partition_point(|&start| start as usize <= offset).max(1);
        let start = self.line_start(line);
        let before = self.text.get(start..offset).unwrap_or("");
        let before = if start == 0 { before.trim_start_matches('\u{feff}') } else { before };
        LineColumn { line, column: before.chars().count() + 1 }
    }

    /// The text of a line (from 1) without its line end.
    pub fn line(&self, line: usize) -> &str {
        let span = self.line_span(line);
        self.slice(&span).trim_end_matches(['\n', '\r'])
    }

    /// Where a line (from 1) stands, its line end included.
    pub fn line_span(&self, line: usize) -> Span {
        self.line_start(line)..self.line_start(line.saturating_add(1))
    }

    /// The span without the white space at both its ends.
    pub fn trim(&self, span: &Span) -> Span {
        let text = self.slice(span);
        let start = span.start + (text.len() - text.trim_start().len());
        let trimmed = text.trim();
        start..start + trimmed.len()
    }

    /// Where a line (from 1) begins; lines beyond the last begin at the end.
    fn line_start(&self, line: usize) -> usize {
        let start = self.line_starts().get(line.saturating_sub(1));
        start.map_or(self.text.len(), |&start| start as usize)
    }

    fn line_starts(&self) -> &[u32] {
        self.line_starts.get_or_init(|| {
            let ends = memchr_iter(b'\n', self.text.as_bytes());
            std::iter::once(0).chain(ends.filter_map(|at| u32::try_from(at + 1).ok())).collect()
        })
    }
}
