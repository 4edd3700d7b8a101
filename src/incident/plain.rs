//! Markdown without its marks.

use std::borrow::Cow;

use memchr::memchr2;
use pulldown_cmark::{Event, TagEnd};

use crate::incident::Incident;
use crate::incident::body::comments_in;
use crate::incident::references::{References, Resolved};
use crate::incident::spacing::collapsed;

/// The text alone, for descriptions and titles: no markup, not escaped.
pub fn plain(text: &str) -> String {
    simple(text).unwrap_or_else(|| parsed(text, None))
}

impl Incident {
    /// A text of the report alone, without markup and not escaped; links by reference are their words.
    pub fn plain(&self, text: &str) -> String {
        simple(text).unwrap_or_else(|| parsed(text, self.body.references.as_deref()))
    }
}

/// What a piece of a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Words as they are.
    Words,
    /// Code in single backticks.
    Code,
    /// Words in double asterisks.
    Strong,
}

/// The pieces of one line in which the parser of Markdown could find nothing but words, code and strong words. Most titles, rows and action
/// items are such lines, and telling so takes a fraction of the time.
pub fn pieces(text: &str) -> Option<Vec<(Mark, &str)>> {
    let begins = match text.trim_start_matches(|c: char| c.is_ascii_digit()) {
        words if words.len() == text.len() => text.starts_with(|c: char| c.is_alphabetic() || matches!(c, '`' | '*')),
        // "1." and "1)" begin an item of a list.
        behind => !behind.starts_with(['.', ')']),
    };
    let mark = |byte: u8| MARKS.get(usize::from(byte)) == Some(&true);
    if !begins || text.ends_with(char::is_whitespace) || text.bytes().any(mark) {
        return None;
    }
    let mut pieces = Vec::with_capacity(1);
    let mut rest = text;
    while let Some((words, marked)) = memchr2(b'`', b'*', rest.as_bytes()).and_then(|at| rest.split_at_checked(at)) {
        let (mark, quote) = if marked.starts_with('`') { (Mark::Code, "`") } else { (Mark::Strong, "**") };
        let marked = marked.strip_prefix(quote)?;
        let (inner, behind) = marked.split_at_checked(memchr2(b'`', b'*', marked.as_bytes())?)?;
        let behind = behind.strip_prefix(quote)?;
        let whole = match mark {
            // The parser takes spaces off the ends of code.
            Mark::Code => !inner.is_empty() && !inner.starts_with(' ') && !inner.ends_with(' '),
            _ => inner.starts_with(char::is_alphanumeric) && inner.ends_with(char::is_alphanumeric),
        };
        if !whole || behind.starts_with(['`', '*']) {
            return None;
        }
        pieces.extend((!words.is_empty()).then_some((Mark::Words, words)));
        pieces.push((mark, inner));
        rest = behind;
    }
    pieces.extend((!rest.is_empty()).then_some((Mark::Words, rest)));
    Some(pieces)
}

/// The text alone where no parser is needed.
fn simple(text: &str) -> Option<String> {
    match pieces(text)?.as_slice() {
        [(_, words)] => Some(collapsed(words)),
        pieces => Some(collapsed(&pieces.iter().map(|(_, piece)| *piece).collect::<String>())),
    }
}

/// Bytes that may mean something else to the parser inside a line, and line breaks.
const MARKS: [bool; 256] = {
    let mut marks = [false; 256];
    let mut at = 0;
    while at < 256 {
        marks[at] = at < b' ' as usize
            || matches!(
                at as u8,
                b'_' | b'[' | b']' | b'<' | b'>' | b'&' | b'\\' | b'~' | b'|' | b'{' | b'}' | b'$' | b'^'
            );
        at += 1;
    }
    marks
};

fn parsed(text: &str, references: Option<&References>) -> String {
    let mut kept = String::with_capacity(text.len());
    for event in Resolved::new(text, references).events() {
        match event {
            Event::Text(words) | Event::Code(words) => kept.push_str(&words),
            // Marks inside a line part no words: what stands behind a link may be a comma.
            Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image) => {}
            Event::SoftBreak | Event::HardBreak | Event::End(_) => kept.push(' '),
            _ => {}
        }
    }
    collapsed(&kept)
}

/// The text without its HTML comments; one that is never closed runs to the end.
pub fn without_comments(text: &str) -> Cow<'_, str> {
    if !text.contains("<!--") {
        return Cow::Borrowed(text);
    }
    let mut kept = String::with_capacity(text.len());
    let mut from = 0;
    for (span, _) in comments_in(text) {
        // One that begins inside another ends with it.
        kept.push_str(text.get(from..span.start).unwrap_or(""));
        from = from.max(span.end);
    }
    let rest = text.get(from..).unwrap_or("");
    kept.push_str(rest.split("<!--").next().unwrap_or(""));
    Cow::Owned(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn simple_lines_are_what_the_parser_makes_of_them() {
        let texts = [
            "We were down.",
            "It's 5 % \"slow\"  - at 10:15 (UTC+2); see: a/b, c=d! e? #3 @x +1",
            "www.example.org and https://example.org/a.b?c=d",
            "Störung 障害 \u{a0}x\u{3000}y",
            "a.",
            "Setext ---",
            "é",
            "Threads wait on `inventory`",
            "`a` fell, `b  c\"d` rose",
            "`a`",
            "a `b`c",
            "traced to **a quota**; **b c** d**e**f, \"**g**\" **h**.",
            "**Impact**: über **é**",
        ];
        for text in texts {
            assert!(pieces(text).is_some(), "{text}");
            assert_eq!(simple(text), Some(parsed(text, None)), "{text}");
            assert_eq!(plain(text), parsed(text, None), "{text}");
        }
    }

    #[test]
    fn other_lines_are_left_to_the_parser() {
        let others = [
            "",
            " a",
            "a ",
            "- a",
            "1. a",
            "# a",
            "> a",
            "a*b*",
            "a\nb",
            "a\tb",
            "AT&amp;T",
            "a | b",
            "a\\",
            "+ a",
            "* a",
            "a ` b",
            "a `` b ``",
            "a ` b `",
            "a `b` *c*",
            "a `b<`",
            "```",
            "- `a`",
            "a `b` `",
            "a `b` ",
            "a **b",
            "a ** b**",
            "a **b **",
            "a ***b***",
            "a ****",
            "**",
            "***",
            "* * *",
            "a **b `c`**",
            "`a*b`",
            "a **b* c**",
            "a ``",
            "**a**`b`",
        ];
        for text in others {
            assert!(pieces(text).is_none(), "{text}");
        }
    }

    #[test]
    fn marks_part_no_words() {
        assert_eq!(plain("See [a](b), **c**; *d*s. ~~e~~!\n\nf"), "See a, c; ds. e! f");
        assert_eq!(plain("| a | b |\n|---|---|\n| [c](d) | **e** |"), "a b c e");
    }

    #[test]
    fn comments_are_taken_out() {
        assert_eq!(without_comments("a <!-- b --> c"), "a  c");
        assert_eq!(without_comments("a <!-- <!-- b --> c <!-- d"), "a  c ");
        assert_eq!(without_comments("no comment"), "no comment");
    }
}
