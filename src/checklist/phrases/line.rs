//! A sentence on one line: authors break lines anywhere, also inside a phrase.

use std::borrow::Cow;

/// A text whose line breaks, with the blanks around them, are one space each.
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
            line.push(' ');
            let rest = text.get(end..).unwrap_or("");
            at = end + rest.len() - rest.trim_start().len();
            shifts.push((line.len(), at - line.len()));
        }
        line.push_str(text.get(at..).unwrap_or(""));
        Self { text: Cow::Owned(line), shifts }
    }

    /// Where a place on the line is in the text.
    pub(super) fn place(&self, at: usize) -> usize {
        let before = self.shifts.partition_point(|(start, _)| *start <= at);
        at + before.checked_sub(1).and_then(|last| self.shifts.get(last)).map_or(0, |(_, shift)| *shift)
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
        let span = line.place(at)..line.place(at + "any inconvenience".len());
        assert_eq!(text.get(span), Some("any\n inconvenience"));
        assert_eq!(line.place(0), 0);
    }
}
