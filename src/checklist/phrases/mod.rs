//! The words that rules and verdicts look for, English, German and some Japanese, in one automaton: a text is read once, however
//! many lists are asked for, and looked at closely only where one of their words may begin.

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
pub(super) mod event;
pub(super) mod nouns;
pub(super) mod vague;
pub(super) mod verdict;
pub(super) mod voice;

use std::sync::LazyLock;

use aho_corasick::Anchored;
use aho_corasick::automaton::Automaton as _;
use aho_corasick::nfa::contiguous::NFA;

use crate::checklist::phrases::line::Line;
use crate::incident::spacing::is_dense;
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

    /// What is found in either of two texts.
    pub(super) fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
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

/// All words, and how they begin.
struct Lists {
    automaton: NFA,
    words: Vec<Word>,
    /// A bit for each few bytes with which a word begins: most places of a text are passed by with this one look.
    beginnings: Beginnings,
}

static LISTS: LazyLock<Option<Lists>> = LazyLock::new(|| {
    let mut patterns: Vec<String> = Vec::new();
    let mut words = Vec::new();
    for (lists, placed) in [
        (verdict::LISTS, false),
        (event::LISTS, false),
        (account::LISTS, false),
        (voice::LISTS, true),
        (vague::LISTS, true),
    ] {
        for (list, word) in lists.iter().flat_map(|(list, words)| words.iter().map(|word| (*list, *word))) {
            let bare = word.trim_end_matches('*');
            let curly = bare.contains('\'').then(|| bare.replace('\'', "’"));
            for pattern in std::iter::once(bare.to_owned()).chain(curly) {
                patterns.push(pattern);
                words.push(Word { list, open: word.ends_with('*'), placed });
            }
        }
    }
    let automaton = NFA::builder().ascii_case_insensitive(true).build(&patterns).ok()?;
    let mut beginnings = Beginnings::default();
    patterns.iter().zip(&words).for_each(|(pattern, word)| beginnings.add(pattern.as_bytes(), word.open));
    Some(Lists { automaton, words, beginnings })
});

/// Letters and digits of ASCII.
const OF_WORDS: [bool; 256] = {
    let mut of_words = [false; 256];
    let mut at = 0;
    while at < 128 {
        of_words[at] = (at as u8).is_ascii_alphanumeric();
        at += 1;
    }
    of_words
};

/// What a byte is to [`Beginnings`]: 0 for what stands between words, 1 to 26 for the letters, more for bytes above ASCII.
const CLASSES: [u8; 256] = {
    let mut classes = [0; 256];
    let mut at = 0;
    while at < 256 {
        let byte = at as u8;
        classes[at] = match byte {
            b'A'..=b'Z' => byte - b'A' + 1,
            b'a'..=b'z' => byte - b'a' + 1,
            128.. => 27 + byte % 5,
            _ => 0,
        };
        at += 1;
    }
    classes
};

/// Bytes of a word that [`Beginnings`] looks at.
const LOOKED_AT: usize = 4;

/// Which bytes a word may begin with, and what may stand behind a short one. What it lets pass is looked at closely.
struct Beginnings(Vec<u64>);

impl Default for Beginnings {
    fn default() -> Self {
        Self(vec![0; (1 << (5 * LOOKED_AT)) / 64])
    }
}

impl Beginnings {
    fn add(&mut self, word: &[u8], open: bool) {
        let whole = !open && word.last().is_some_and(u8::is_ascii);
        let mut places = vec![0];
        for at in 0..LOOKED_AT {
            let classes: Vec<u8> = match word.get(at) {
                Some(byte) => vec![class(*byte)],
                None if at == word.len() && whole => (0..32).filter(|class| !(1..27).contains(class)).collect(),
                None => (0..32).collect(),
            };
            let longer = |place: usize| classes.iter().map(move |class| place << 5 | usize::from(*class));
            places = places.into_iter().flat_map(longer).collect();
        }
        for place in places {
            self.0.get_mut(place / 64).into_iter().for_each(|bits| *bits |= 1 << (place % 64));
        }
    }

    fn may(&self, bytes: &[u8], at: usize) -> bool {
        let place = (at..at + LOOKED_AT)
            .fold(0, |place, at| place << 5 | usize::from(class(bytes.get(at).copied().unwrap_or(0))));
        self.0.get(place / 64).is_some_and(|bits| bits & 1 << (place % 64) != 0)
    }
}

fn class(byte: u8) -> u8 {
    CLASSES.get(usize::from(byte)).copied().unwrap_or(0)
}

impl Lists {
    /// Calls `hit` with every word that begins at one of the places where a word may, the places in order, and where it ends.
    fn each(&self, text: &str, mut hit: impl FnMut(&Word, Span)) {
        let bytes = text.as_bytes();
        let Ok(start) = self.automaton.start_state(Anchored::Yes) else { return };
        let mut in_word = false;
        for (at, byte) in bytes.iter().enumerate() {
            // Inside a word none begins, but in languages without spaces, whose characters are no ASCII.
            let inside = in_word && byte.is_ascii();
            in_word = OF_WORDS.get(usize::from(*byte)) == Some(&true);
            // No word begins with a space.
            if inside || *byte == b' ' || !self.beginnings.may(bytes, at) {
                continue;
            }
            let mut state = start;
            for (length, byte) in bytes.iter().skip(at).enumerate().map(|(before, byte)| (before + 1, byte)) {
                state = self.automaton.next_state(Anchored::Yes, state, *byte);
                if self.automaton.is_dead(state) {
                    break;
                }
                if self.automaton.is_match(state) {
                    let found =
                        (0..self.automaton.match_len(state)).map(|index| self.automaton.match_pattern(state, index));
                    // A state also knows the words that end like its own.
                    let whole = found.filter(|found| self.automaton.pattern_len(*found) == length);
                    whole
                        .filter_map(|found| self.words.get(found.as_usize()))
                        .for_each(|word| hit(word, at..at + length));
                }
            }
        }
    }
}

/// Reads a text once for all lists.
pub(super) fn find(text: &str) -> Found {
    read(&Line::of(text), |_, _| {})
}

/// Reads a sentence that begins at `offset`; the places of the voice lists' words are added to `cues`.
pub(super) fn find_cues(text: &str, offset: usize, sentence: usize, cues: &mut Vec<Cue>) -> Found {
    let line = Line::of(text);
    read(&line, |list, span| {
        let span = line.place(&span);
        cues.push(Cue { list, span: offset + span.start..offset + span.end, sentence });
    })
}

fn read(line: &Line<'_>, mut place: impl FnMut(Phrases, Span)) -> Found {
    let Some(lists) = &*LISTS else { return Found::default() };
    let text = line.text.as_ref();
    let mut found = 0;
    lists.each(text, |word, span| {
        if !word.placed && found & word.list.bit != 0 {
            return;
        }
        let before = text.get(..span.start).and_then(|text| text.chars().next_back());
        let after = text.get(span.end..).and_then(|text| text.chars().next());
        // Languages without spaces have no word boundaries.
        let dense = || text.get(span.clone()).is_some_and(|word| word.chars().any(is_dense));
        let alone =
            !before.is_some_and(char::is_alphanumeric) && (word.open || !after.is_some_and(char::is_alphanumeric));
        if alone || dense() {
            found |= word.list.bit;
            if word.placed {
                place(word.list, span);
            }
        }
    });
    Found(found)
}

#[cfg(test)]
mod tests {
    use super::{account, event, vague, verdict, voice};

    #[test]
    fn every_list_has_a_bit_of_its_own() {
        let lists = [verdict::LISTS, event::LISTS, account::LISTS, voice::LISTS, vague::LISTS];
        let mut seen = 0;
        for (list, words) in lists.into_iter().flatten() {
            assert_eq!(seen & list.bit, 0, "{words:?}");
            seen |= list.bit;
        }
    }
}
