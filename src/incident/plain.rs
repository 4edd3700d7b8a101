//! Markdown without its marks.

use pulldown_cmark::{Event, Parser};

use crate::incident::body::markdown_options;

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
