//! Text to the terms it is found by. `templates/assets/search.js` does the same to what a reader types; the two must agree.

use std::borrow::Cow;

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

/// A term's length in characters; what is longer is cut, in the index and in the query alike.
const LONGEST: usize = 32;

/// Calls `say` with every term of a text, some of them more than once.
///
/// Words are folded: no letter case, no accents, `ß` as `ss`; one with an umlaut is also said with `ae`, `oe`, `ue`. Scripts that put no
/// spaces between words are cut into pairs of characters.
pub(super) fn each_term(text: &str, buffer: &mut String, say: &mut impl FnMut(&str)) {
    if text.is_ascii() {
        // Bytes are characters here.
        let mut start = 0;
        for word in text.as_bytes().split(|b| !b.is_ascii_alphanumeric()) {
            if let Some(word) = text.get(start..start + word.len().min(LONGEST)).filter(|word| word.len() > 1) {
                // Most words are in small letters already.
                if word.bytes().any(|byte| byte.is_ascii_uppercase()) {
                    buffer.clear();
                    buffer.push_str(word);
                    buffer.make_ascii_lowercase();
                    say(buffer);
                } else {
                    say(word);
                }
            }
            start += word.len() + 1;
        }
        return;
    }
    let composed = ComposingNormalizerBorrowed::new_nfc().normalize(text);
    for word in composed.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        each_part(&fold(word), say);
        let spelt = spelt_out(word);
        if let Cow::Owned(spelt) = &spelt {
            each_part(&fold(spelt), say);
        }
    }
}

/// A word without letter case and accents.
fn fold(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_lowercase()) {
        return Cow::Borrowed(word);
    }
    if word.is_ascii() {
        return Cow::Owned(word.to_ascii_lowercase());
    }
    let plain: String = DecomposingNormalizerBorrowed::new_nfkd()
        .normalize(word)
        .chars()
        .filter(|c| !('\u{300}'..='\u{36f}').contains(c))
        .collect();
    let lower = plain.to_lowercase().replace('ß', "ss").replace('æ', "ae").replace('ø', "o").replace('ł', "l");
    Cow::Owned(ComposingNormalizerBorrowed::new_nfc().normalize(&lower).into_owned())
}

/// `Störung` as `Stoerung`; borrowed where there is no umlaut.
fn spelt_out(word: &str) -> Cow<'_, str> {
    if !word.contains(['ä', 'ö', 'ü', 'Ä', 'Ö', 'Ü']) {
        return Cow::Borrowed(word);
    }
    let lower = word.to_lowercase();
    Cow::Owned(lower.replace('ä', "ae").replace('ö', "oe").replace('ü', "ue"))
}

/// The terms of a folded word: the word itself, and pairs where characters stand without spaces.
fn each_part(word: &str, say: &mut impl FnMut(&str)) {
    let mut rest = word;
    while let Some(first) = rest.chars().next() {
        let unspaced = is_unspaced(first);
        let end = rest.find(|c: char| is_unspaced(c) != unspaced).unwrap_or(rest.len());
        let (part, behind) = rest.split_at(end);
        rest = behind;
        if unspaced {
            let starts: Vec<usize> = part.char_indices().map(|(at, _)| at).collect();
            for (n, start) in starts.iter().enumerate() {
                // The last character stands alone, so that it can be found too.
                let end = starts.get(n + 2).copied().unwrap_or(part.len());
                part.get(*start..end).into_iter().for_each(&mut *say);
            }
        } else if part.chars().nth(1).is_some() {
            let end = part.char_indices().nth(LONGEST).map_or(part.len(), |(at, _)| at);
            part.get(..end).into_iter().for_each(&mut *say);
        }
    }
}

/// Thai, Lao, Burmese, Khmer, kana, Han.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{30ff}'
        | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(text: &str) -> Vec<String> {
        let mut terms = Vec::new();
        each_term(text, &mut String::new(), &mut |term| terms.push(term.to_owned()));
        terms
    }

    #[test]
    fn case_and_accents_do_not_matter() {
        assert_eq!(terms("DNS at the Edge-Proxy, 5xx!"), ["dns", "at", "the", "edge", "proxy", "5xx"]);
        assert_eq!(terms("Störung"), ["storung", "stoerung"]);
        assert_eq!(terms("Sto\u{308}rung"), ["storung", "stoerung"], "the accent may be a character of its own");
        assert_eq!(terms("GRÖẞE"), ["grosse", "groesse"]);
        assert_eq!(terms("Café İzmir Łódź ﬁne"), ["cafe", "izmir", "lodz", "fine"]);
    }

    #[test]
    fn text_without_spaces_is_cut_into_pairs() {
        assert_eq!(terms("数据库DNS故障"), ["数据", "据库", "库", "dns", "故障", "障"]);
        assert_eq!(terms("データ"), ["デー", "ータ", "タ"]);
        assert_eq!(terms("장애 보고"), ["장애", "보고"]);
    }

    #[test]
    fn long_words_are_cut_and_single_letters_left_out() {
        assert_eq!(terms(&format!("a é {}", "x".repeat(50))), ["x".repeat(32)]);
        assert_eq!(terms(&"ö".repeat(50)), ["o".repeat(32), "oe".repeat(16)]);
    }
}
