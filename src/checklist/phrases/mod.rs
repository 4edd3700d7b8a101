//! The words that rules and verdicts look for, English and German, in one automaton: a text is read once, however many lists are
//! asked for.

#[macro_use]
mod lists {
    macro_rules! phrases {
        ($lists:ident from $first:literal: $($(#[$meta:meta])* $name:ident = [$($word:literal),+ $(,)?];)+) => {
            phrases!(@bits $first, $($(#[$meta])* $name,)+);
            pub(super) static $lists: &[(Phrases, &[&str])] = &[$(($name, &[$($word),+])),+];
        };
        (@bits $bit:expr, $(#[$meta:meta])* $name:ident, $($rest:tt)*) => {
            $(#[$meta])* pub(in crate::checklist) const $name: Phrases = Phrases { bit: 1 << ($bit) };
            phrases!(@bits $bit + 1, $($rest)*);
        };
        (@bits $bit:expr,) => {};
    }
}

mod line;

pub(super) mod account;
pub(super) mod nouns;
pub(super) mod vague;
pub(super) mod verdict;
pub(super) mod voice;

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use crate::checklist::phrases::line::Line;
use crate::source::Span;

/// A list of words and phrases, found between word boundaries, letter case ignored. A trailing `*` stands for any ending, a `'` for
/// either apostrophe.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Phrases {
    bit: u64,
}

/// Which lists have a word in a text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Found(u64);

impl Found {
    /// Whether a word of the list stands in the text.
    pub(super) fn has(self, phrases: Phrases) -> bool {
        self.0 & phrases.bit != 0
    }
}

/// A word of a list that voice rules ask the place of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cue {
    /// The list.
    pub(super) list: Phrases,
    /// The very word.
    pub(super) span: Span,
    /// The sentence it stands in, by its number.
    pub(super) sentence: usize,
}

/// One word of a list.
struct Word {
    list: Phrases,
    open: bool,
    /// Whether its places are asked for.
    placed: bool,
}

static WORDS: LazyLock<(Option<AhoCorasick>, Vec<Word>)> = LazyLock::new(|| {
    let mut patterns: Vec<String> = Vec::new();
    let mut words = Vec::new();
    for (lists, placed) in
        [(verdict::LISTS, false), (account::LISTS, false), (voice::LISTS, true), (vague::LISTS, true)]
    {
        for (list, word) in lists.iter().flat_map(|(list, words)| words.iter().map(|word| (*list, *word))) {
            let bare = word.trim_end_matches('*');
            let curly = bare.contains('\'').then(|| bare.replace('\'', "’"));
            for pattern in std::iter::once(bare.to_owned()).chain(curly) {
                patterns.push(pattern);
                words.push(Word { list, open: word.ends_with('*'), placed });
            }
        }
    }
    (AhoCorasick::builder().ascii_case_insensitive(true).build(patterns).ok(), words)
});

/// Reads a text once for all lists.
pub(super) fn find(text: &str) -> Found {
    read(&Line::of(text), |_, _| {})
}

/// Reads a sentence that begins at `offset`; the places of the voice lists' words are added to `cues`.
pub(super) fn find_cues(text: &str, offset: usize, sentence: usize, cues: &mut Vec<Cue>) -> Found {
    let line = Line::of(text);
    read(&line, |list, span| {
        cues.push(Cue { list, span: offset + line.place(span.start)..offset + line.place(span.end), sentence });
    })
}

fn read(line: &Line<'_>, mut place: impl FnMut(Phrases, Span)) -> Found {
    let (Some(automaton), words) = &*WORDS else { return Found::default() };
    let text = line.text.as_ref();
    let mut found = 0;
    for hit in automaton.find_overlapping_iter(text) {
        // Short words stand in many others; the letter before tells most of them at once.
        let before = hit.start().checked_sub(1).and_then(|at| text.as_bytes().get(at));
        if before.is_some_and(u8::is_ascii_alphanumeric) && text.as_bytes().get(hit.start()).is_some_and(u8::is_ascii) {
            continue;
        }
        let Some(word) = words.get(hit.pattern().as_usize()).filter(|word| word.placed || found & word.list.bit == 0)
        else {
            continue;
        };
        let before = text.get(..hit.start()).and_then(|text| text.chars().next_back());
        let after = text.get(hit.end()..).and_then(|text| text.chars().next());
        // Languages without spaces have no word boundaries.
        let dense = || text.get(hit.range()).is_some_and(|word| word.chars().any(|c| u32::from(c) > 0x2e80));
        let alone =
            !before.is_some_and(char::is_alphanumeric) && (word.open || !after.is_some_and(char::is_alphanumeric));
        if alone || dense() {
            found |= word.list.bit;
            if word.placed {
                place(word.list, hit.range());
            }
        }
    }
    Found(found)
}

#[cfg(test)]
mod tests {
    use super::{account, vague, verdict, voice};

    #[test]
    fn every_list_has_a_bit_of_its_own() {
        let lists = [verdict::LISTS, account::LISTS, voice::LISTS, vague::LISTS];
        let mut seen = 0;
        for (list, words) in lists.into_iter().flatten() {
            assert_eq!(seen & list.bit, 0, "{words:?}");
            seen |= list.bit;
        }
    }
}
