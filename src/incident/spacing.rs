//! The spaces of a text.

/// A text with single spaces between its words and none at its ends.
pub fn collapsed(text: &str) -> String {
    // Nearly all texts are so already; bytes tell it faster than characters.
    let mut space = true;
    let done = text.bytes().all(|byte| {
        let after = std::mem::replace(&mut space, byte == b' ');
        byte.is_ascii_graphic() || byte == b' ' && !after
    });
    if done && !space {
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
