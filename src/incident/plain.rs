//! Markdown without its marks.

use std::borrow::Cow;

use pulldown_cmark::{Event, Parser};

use crate::incident::body::{comments_in, markdown_options};

/// The text alone, for descriptions and titles: no markup, not escaped.
pub fn plain(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    for event in Parser::new_ext(text, markdown_options()) {
        match event {
            Event::Text(words) | Event::Code(words) => kept.push_str(&words),
            Event::SoftBreak | Event::HardBreak | Event::End(_) => kept.push(' '),
            _ => {}
        }
    }
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
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
    fn comments_are_taken_out() {
        assert_eq!(without_comments("a <!-- b --> c"), "a  c");
        assert_eq!(without_comments("a <!-- <!-- b --> c <!-- d"), "a  c ");
        assert_eq!(without_comments("no comment"), "no comment");
    }
}
