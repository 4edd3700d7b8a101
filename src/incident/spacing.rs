//! The spaces of a text.

/// A text with single spaces between its words and none at its ends.
pub fn collapsed(text: &str) -> String {
    // Nearly all texts are so already. Neither question is left early: so they are asked of many bytes at once.
    let bytes = text.as_bytes();
    let other = bytes.iter().fold(false, |other, byte| other | !matches!(byte, b' '..=b'~'));
    let pairs = bytes.iter().zip(bytes.iter().skip(1));
    let wide = pairs.fold(false, |wide, (a, b)| wide | (*a == b' ') & (*b == b' '));
    if !other && !wide && !text.starts_with(' ') && !text.ends_with(' ') {
        return text.to_owned();
    }
    let mut kept = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !kept.is_empty() {
            kept.push(' ');
        }
        kept.push_str(word);
    }
    kept
}

/// Whether a character is of a language that puts no spaces between words.
pub fn is_dense(c: char) -> bool {
    u32::from(c) > 0x2e80
}

#[cfg(test)]
mod tests {
    use super::collapsed;

    #[test]
    fn words_stand_one_space_apart() {
        for (text, expected) in [
            ("as it is", "as it is"),
            (" two  spaces ", "two spaces"),
            ("a\tb\n c\u{a0}d", "a b c d"),
            ("Störung  behoben", "Störung behoben"),
            ("end ", "end"),
            (" ", ""),
            ("", ""),
        ] {
            assert_eq!(collapsed(text), expected, "{text:?}");
        }
    }
}
