//! Pieces of Markdown text: labels, markup, and what is left without it.

use crate::incident::spacing::collapsed;

/// A bold label at the beginning of a text.
pub(super) struct Label<'t> {
    /// The words between the marks, without a colon.
    pub(super) name: &'t str,
    /// Where the name begins in the text.
    pub(super) name_at: usize,
    /// Where the text behind the label begins.
    pub(super) end: usize,
}

/// `**Impact**: text`, `**Impact:** text`, `__Impact__`.
pub(super) fn label(text: &str) -> Option<Label<'_>> {
    let trimmed = text.trim_start();
    let name_at = text.len() - trimmed.len() + 2;
    let mark = ["**", "__"].into_iter().find(|mark| trimmed.starts_with(mark))?;
    let inside = trimmed.get(2..)?;
    let name = inside.get(..inside.find(mark)?)?;
    let after = inside.get(name.len() + 2..)?;
    let behind = after.trim_start_matches([':', '：', ' ']);
    let name = name.trim().trim_end_matches([':', '：']).trim_end();
    let short = !name.is_empty() && name.chars().count() <= 60 && !name.contains('\n');
    short.then(|| Label { name, name_at, end: text.len() - behind.len() })
}

/// A text without Markdown's and HTML's marks: `**a** [b](c) <br>` is `a b`.
pub(super) fn plain(text: &str) -> String {
    let mark = |byte| matches!(byte, b'\\' | b'*' | b'`' | b'~' | b'<' | b'!' | b'[' | b']');
    if !text.bytes().any(mark) {
        return collapsed(text);
    }
    let mut kept = String::with_capacity(text.len());
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        match c {
            '\\' => kept.extend(chars.next().map(|(_, escaped)| escaped)),
            '*' | '`' | '~' => {}
            '<' => match text.get(at..).and_then(|rest| rest.find('>')) {
                Some(len) if tag_like(text.get(at + 1..).unwrap_or("")) => skip_to(&mut chars, at + len + 1),
                _ => kept.push(c),
            },
            '!' if text.get(at + 1..).is_some_and(|rest| rest.starts_with('[')) => {}
            '[' => {}
            ']' => {
                let target = text.get(at + 1..).filter(|rest| rest.starts_with('('));
                if let Some(len) = target.and_then(|rest| rest.find(')')) {
                    skip_to(&mut chars, at + 1 + len + 1);
                }
            }
            c => kept.push(c),
        }
    }
    collapsed(&kept)
}

fn tag_like(rest: &str) -> bool {
    rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!')
}

fn skip_to(chars: &mut std::iter::Peekable<std::str::CharIndices<'_>>, to: usize) {
    while chars.next_if(|(at, _)| *at < to).is_some() {}
}
