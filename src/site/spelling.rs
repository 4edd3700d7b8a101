//! Texts as words, whatever format they were written into: what the proof compares.

use std::borrow::Cow;

/// A word without its case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Word {
    /// Its hash.
    pub(super) hash: u64,
    /// Its length.
    pub(super) bytes: usize,
    /// Whether it is more than a number.
    pub(super) letters: bool,
}

const EMPTY: Word = Word { hash: 0xcbf2_9ce4_8422_2325, bytes: 0, letters: false };

/// Calls `each` for every word: a run of letters and digits; in scripts without spaces every character is one.
pub(super) fn words(text: &str, mut each: impl FnMut(Word)) {
    let mut word = EMPTY;
    for c in text.chars() {
        let alone = is_ideographic(c);
        if (alone || !c.is_alphanumeric()) && word.bytes > 0 {
            each(word);
            word = EMPTY;
        }
        if c.is_alphanumeric() {
            add(&mut word, c);
        }
        if alone && word.bytes > 0 {
            each(word);
            word = EMPTY;
        }
    }
    if word.bytes > 0 {
        each(word);
    }
}

fn add(word: &mut Word, c: char) {
    let mut mix = |c: char| word.hash = (word.hash ^ u64::from(c)).wrapping_mul(0x0100_0000_01b3);
    if c.is_ascii() {
        mix(c.to_ascii_lowercase())
    } else {
        c.to_lowercase().for_each(mix)
    }
    word.bytes += c.len_utf8();
    word.letters |= !c.is_numeric();
}

fn is_ideographic(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// The texts that a file may be read as: as it stands, where attributes are words too; and with escapes, folds and tags undone.
pub(super) fn forms(text: &str) -> Vec<Cow<'_, str>> {
    let plain = without_entities(text);
    let marked = text.contains(['\\', '<', '\u{ad}', '\u{200b}']) || text.contains("&lt;") || text.contains("\n ");
    if !marked {
        return vec![plain];
    }
    // Twice: HTML inside XML or JSON is escaped once more.
    let unescaped = without_backslashes(text);
    let bare = without_tags(&without_entities(&without_entities(&unescaped))).into_owned();
    vec![plain, Cow::Owned(bare)]
}

/// `&amp;`, `&#228;`, `&#xE4;` and `%C3%A4` as the characters they stand for.
fn without_entities(text: &str) -> Cow<'_, str> {
    if !text.contains(['&', '%']) {
        return Cow::Borrowed(text);
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['&', '%']) {
        let (before, behind) = rest.split_at(at);
        bytes.extend_from_slice(before.as_bytes());
        let taken = if behind.starts_with('&') { entity(behind, &mut bytes) } else { percent(behind, &mut bytes) };
        rest = behind.get(taken..).unwrap_or("");
    }
    bytes.extend_from_slice(rest.as_bytes());
    Cow::Owned(String::from_utf8_lossy(&bytes).into_owned())
}

/// Writes the character that an entity stands for, and says how long the entity is.
fn entity(text: &str, bytes: &mut Vec<u8>) -> usize {
    let end = text.bytes().take(12).position(|byte| byte == b';');
    let name = end.and_then(|end| text.get(1..end)).unwrap_or("");
    let digits = name.strip_prefix('#').map(|digits| match digits.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16),
        None => digits.parse(),
    });
    let c = match (digits, name) {
        (Some(digits), _) => digits.ok().and_then(char::from_u32),
        (None, "lt") => Some('<'),
        (None, "gt") => Some('>'),
        (None, "amp") => Some('&'),
        (None, "quot") => Some('"'),
        (None, "apos") => Some('\''),
        (None, "nbsp") => Some(' '),
        _ => None,
    };
    match (c, end) {
        (Some(c), Some(end)) => {
            bytes.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
            end + 1
        }
        _ => {
            bytes.push(b'&');
            1
        }
    }
}

fn percent(text: &str, bytes: &mut Vec<u8>) -> usize {
    let hex = text.get(1..3).filter(|hex| hex.bytes().all(|byte| byte.is_ascii_hexdigit()));
    match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
        Some(byte) => {
            bytes.push(byte);
            3
        }
        None => {
            bytes.push(b'%');
            1
        }
    }
}

/// `\u00e4`, `\n` and `\,` as JSON, scripts and calendars write them; lines that a calendar folded, joined; soft hyphens gone.
fn without_backslashes(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    let mut high: Option<u32> = None;
    while let Some(c) = chars.next() {
        match c {
            '\u{ad}' | '\u{200b}' => {}
            // A fold: line end and one space stand inside a word.
            '\r' if chars.peek() == Some(&'\n') => {
                chars.next();
                match chars.next_if(|c| matches!(c, ' ' | '\t')) {
                    Some(_) => {}
                    None => kept.push('\n'),
                }
            }
            '\\' => match chars.next() {
                Some('u') => {
                    let hex: String = std::iter::from_fn(|| chars.next_if(char::is_ascii_hexdigit)).take(4).collect();
                    let unit = u32::from_str_radix(&hex, 16).unwrap_or(0x20);
                    let whole = match (high.take(), unit) {
                        (_, 0xd800..=0xdbff) => {
                            high = Some(unit);
                            continue;
                        }
                        (Some(high), 0xdc00..=0xdfff) => 0x1_0000 + ((high - 0xd800) << 10) + (unit - 0xdc00),
                        _ => unit,
                    };
                    kept.extend(char::from_u32(whole));
                }
                Some('n' | 'N' | 't' | 'r' | 'b' | 'f') => kept.push(' '),
                Some(other) => kept.push(other),
                None => {}
            },
            c => kept.push(c),
        }
    }
    kept
}

/// Tags that stand inside a word or a line.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "code", "del", "em", "i", "ins", "kbd", "mark", "q", "s", "small", "span",
    "strong", "sub", "sup", "u", "wbr",
];

/// The text without its tags; those of a block part words, those in a line do not.
fn without_tags(text: &str) -> Cow<'_, str> {
    if !text.contains('<') {
        return Cow::Borrowed(text);
    }
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let (before, behind) = rest.split_at(at);
        kept.push_str(before);
        let inner = behind.get(1..).unwrap_or("");
        let is_tag = inner.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'));
        let end = inner.find('>').filter(|_| is_tag);
        let Some(end) = end else {
            kept.push(' ');
            rest = inner;
            continue;
        };
        let name = inner.trim_start_matches('/').split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or("");
        if !INLINE.contains(&name) {
            kept.push(' ');
        }
        rest = inner.get(end + 1..).unwrap_or("");
    }
    kept.push_str(rest);
    Cow::Owned(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spelled(text: &str) -> Vec<u64> {
        let mut all = Vec::new();
        words(text, |word| all.push(word.hash));
        all
    }

    #[test]
    fn every_format_spells_the_same_words() {
        let said = spelled("Größe der Datenbank „Falke“ verraten");
        for written in [
            "<p>Größe der <b>Daten</b>bank <i>Falke</i> verraten</p>",
            "Gr&#246;&#xDF;e der Datenbank &quot;Falke&quot; verraten",
            r#"{"x": "Gr\u00f6\u00dfe der\nDatenbank \"Falke\" verraten"}"#,
            "SUMMARY:Größe der Daten\r\n bank \\\"Falke\\\"\\, verraten\r\n",
            "href=\"?q=Gr%C3%B6%C3%9Fe%20der%20Datenbank%20Falke%20verraten\"",
            "<content>&lt;p&gt;GRÖSSE Größe der &lt;em&gt;Datenbank&lt;/em&gt; Falke verraten&lt;/p&gt;</content>",
            "<img alt=\"Größe der Datenbank Falke verraten\">",
        ] {
            let found = forms(written).iter().any(|form| spelled(form).windows(said.len()).any(|some| some == said));
            assert!(found, "{written}");
        }
    }

    #[test]
    fn broken_escapes_do_no_harm() {
        for text in
            ["&#x110000;", "&", "%", "%zz", "%C3", "\\u", "\\ud800", "\\ud800\\u0041", "<", "<a", "a\\", "%é", "&é;"]
        {
            assert!(!forms(text).is_empty(), "{text}");
        }
    }
}
