//! A sentence on one line: authors break lines anywhere, also inside a phrase.

use std::borrow::Cow;

use crate::incident::spacing::is_dense;
use crate::source::Span;

/// A text whose line breaks, with the blanks around them, are one space each; none where a language without spaces goes on.
pub(super) struct Line<'a> {
    /// The text on one line.
    pub(super) text: Cow<'a, str>,
    /// Behind each break: the place on the line, and how much further on it is in the text.
    shifts: Vec<(usize, usize)>,
}

impl<'a> Line<'a> {
    /// A text of several lines is copied, one of a single line is not.
    pub(super) fn of(text: &'a str) -> Self {
        if !text.contains('\n') {
            return Self { text: Cow::Borrowed(text), shifts: Vec::new() };
        }
        let mut line = String::with_capacity(text.len());
        let mut shifts = Vec::new();
        let mut at = 0;
        while let Some(end) = text.get(at..).and_then(|rest| rest.find('\n')).map(|found| at + found) {
            line.push_str(text.get(at..end).unwrap_or("").trim_end());
            let rest = text.get(end..).unwrap_or("");
            at = end + rest.len() - rest.trim_start().len();
            let joined = line.ends_with(is_dense) && rest.trim_start().starts_with(is_dense);
            if !joined {
                line.push(' ');
            }
            shifts.push((line.len(), at - line.len()));
        }
        line.push_str(text.get(at..).unwrap_or(""));
        Self { text: Cow::Owned(line), shifts }
    }

    /// Where a span of the line is in the text. It ends before a break that it touches.
    pub(super) fn place(&self, span: &Span) -> Span {
        let start = self.shifts.partition_point(|(shifted, _)| *shifted <= span.start);
        let end = self.shifts.partition_point(|(shifted, _)| *shifted < span.end);
        let moved = |count: usize| count.checked_sub(1).and_then(|last| self.shifts.get(last)).map_or(0, |(_, by)| *by);
        span.start + moved(start)..span.end + moved(end)
    }
}

#[cfg(test)]
mod tests {
    use super::Line;

    #[test]
    fn a_phrase_is_found_where_its_lines_are_broken() {
        let text = "We are sorry for\r\n   any\n inconvenience.";
        let line = Line::of(text);
        assert_eq!(line.text, "We are sorry for any inconvenience.");
        let at = line.text.find("any inconvenience").unwrap_or(0);
        let span = line.place(&(at..at + "any inconvenience".len()));
        assert_eq!(text.get(span), Some("any\n inconvenience"));
        assert_eq!(line.place(&(0..0)), 0..0);
    }

    #[test]
    fn where_no_spaces_are_written_a_break_is_none() {
        let text = "設定し\n  ていれば\n防げた";
        let line = Line::of(text);
        assert_eq!(line.text, "設定していれば防げた");
        let at = line.text.find("していれば").unwrap_or(0);
        assert_eq!(text.get(line.place(&(at..at + "していれば".len()))), Some("し\n  ていれば"));
    }
}
