//! Markdown without its marks.

use std::borrow::Cow;

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

/// Whether a text is one line of words, in which the parser of Markdown could find nothing: most titles, rows and action items are, and
/// telling so takes a fraction of the time.
pub fn is_words(text: &str) -> bool {
    text.starts_with(char::is_alphabetic)
        && !text.ends_with(char::is_whitespace)
        && !text.bytes().any(|byte| MARKS.get(usize::from(byte)) == Some(&true))
}

/// The pieces of one line in which the parser could find nothing but code in single backticks: words and code in turn, words first.
pub fn words_and_code(text: &str) -> Option<impl Iterator<Item = &str>> {
    let mark = |byte: u8| byte != b'`' && MARKS.get(usize::from(byte)) == Some(&true);
    let begins = text.starts_with(|c: char| c.is_alphabetic() || c == '`');
    if !begins || text.ends_with(char::is_whitespace) || text.contains("``") || text.bytes().any(mark) {
        return None;
    }
    // The parser takes spaces off the ends of code.
    let kept = |code: &str| !code.starts_with(' ') && !code.ends_with(' ');
    let whole = text.split('`').count() % 2 == 1 && text.split('`').skip(1).step_by(2).all(kept);
    whole.then(|| text.split('`'))
}

/// The text alone where no parser is needed.
fn simple(text: &str) -> Option<String> {
    if is_words(text) {
        return Some(collapsed(text));
    }
    words_and_code(text).map(|pieces| collapsed(&pieces.collect::<String>()))
}

/// Bytes that may mean something to the parser inside a line, and line breaks.
const MARKS: [bool; 256] = {
    let mut marks = [false; 256];
    let mut at = 0;
    while at < 256 {
        marks[at] = at < b' ' as usize
            || matches!(
                at as u8,
                b'*' | b'_' | b'`' | b'[' | b']' | b'<' | b'>' | b'&' | b'\\' | b'~' | b'|' | b'{' | b'}' | b'$' | b'^'
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
    fn words_are_what_the_parser_makes_of_them() {
        let texts = [
            "We were down.",
            "It's 5 % \"slow\"  - at 10:15 (UTC+2); see: a/b, c=d! e? #3 @x +1",
            "www.example.org and https://example.org/a.b?c=d",
            "Störung 障害 \u{a0}x\u{3000}y",
            "a.",
            "Setext ---",
            "é",
        ];
        for text in texts {
            assert!(is_words(text), "{text}");
            assert_eq!(collapsed(text), parsed(text, None), "{text}");
            assert_eq!(plain(text), parsed(text, None), "{text}");
        }
        for text in
            ["", " a", "a ", "- a", "1. a", "# a", "> a", "a*b*", "a\nb", "a\tb", "AT&amp;T", "a | b", "a\\", "+ a"]
        {
            assert!(!is_words(text), "{text}");
        }
    }

    #[test]
    fn code_is_what_the_parser_makes_of_it() {
        for text in ["Threads wait on `inventory`", "`a` fell, `b  c\"d` rose", "`a`", "über `é`.", "a `b`c"] {
            let pieces: Vec<_> = words_and_code(text).expect(text).collect();
            assert_eq!(pieces.len() % 2, 1, "{text}");
            assert_eq!(simple(text), Some(parsed(text, None)), "{text}");
        }
        for text in ["a ` b", "a `` b ``", "a ` b `", "a `b` *c*", "a `b<`", "```", "- `a`", "a `b` `", "", "a `b` "] {
            assert!(words_and_code(text).is_none(), "{text}");
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
