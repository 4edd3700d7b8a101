//! How Japanese says what English and German say with words of their own: by the endings of verbs, without spaces, the verb last.

mod blame;
mod stock;
mod unreal;

pub(super) use blame::{is_careless, is_cause, is_lapse};
pub(super) use stock::{disclaimers, is_canned};
pub(super) use unreal::is_unreal;

/// Whether a text begins with a character of Japanese.
pub(super) fn is_japanese(text: &str) -> bool {
    text.starts_with(is_written)
}

/// Whether characters of Japanese stand in a text.
pub(super) fn has_japanese(text: &str) -> bool {
    !text.is_ascii() && text.contains(is_written)
}

/// Kana and the ideographs that go with them.
fn is_written(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}')
}

/// A text without blanks and marks of emphasis and quotations, which may stand anywhere between its characters.
fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '*' | '>')).collect()
}

/// Whether one of some pieces stands in a text.
fn has(text: &str, pieces: &[&str]) -> bool {
    pieces.iter().any(|piece| text.contains(piece))
}

/// Whether a text begins with one of some pieces.
fn opens(text: &str, pieces: &[&str]) -> bool {
    pieces.iter().any(|piece| text.starts_with(piece))
}

/// Whether a text ends with one of some pieces.
fn closes(text: &str, pieces: &[&str]) -> bool {
    pieces.iter().any(|piece| text.ends_with(piece))
}
