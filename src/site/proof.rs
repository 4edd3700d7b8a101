//! The proof that no file of a public site holds an internal passage.
//!
//! Everything internal is cut into pieces of up to five words, and every finished file is searched for each of them, whatever its format:
//! entities, escapes and tags are undone on both sides, and words are compared as letters and digits without case, so that markup,
//! punctuation and line breaks make no difference. A piece that also stands in a published text, or in the site's own, proves nothing and is
//! dropped; so is one that is too short or made of words and numbers that the site itself writes (`31 January 2018`, `3 hours`). Those are
//! hidden by how the site is made, and counted.
//!
//! Pieces are kept as 64-bit hashes of their words. An automaton over the texts of ten thousand internal reports would take more memory than
//! the whole build; a lookup for each word takes none and is as fast.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

use rayon::prelude::*;

use crate::archive::AT_A_TIME;
use crate::checklist::rules;
use crate::config::Config;
use crate::incident::Incident;
use crate::incident::hidden::Hidden;
use crate::site::pieces::{Piece, pieces};
use crate::site::spelling::{forms, words};
use crate::site::theme::built_in_files;
use crate::source::{Span, Spanned};

/// The longest piece, in words.
const LONGEST: usize = 5;
/// Bytes that a piece of running text has at least, and one that is a whole value.
const TEXT_BYTES: usize = 12;
const VALUE_BYTES: usize = 6;
/// Bytes of it that are in words the site itself does not use.
const OWN_BYTES: usize = 6;

/// What was hidden, ready to be looked for.
#[derive(Debug)]
pub struct Proof {
    pieces: Table,
    secrets: Vec<Secret>,
    /// How many passages are looked for.
    pub sought: usize,
    /// How many are too short or too common to be looked for.
    pub unprovable: usize,
}

/// An internal passage found in a finished file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Leak {
    /// Path, line and column of the passage.
    pub place: String,
    /// What makes it internal.
    pub why: String,
    /// The file of the site.
    pub file: String,
}

#[derive(Debug)]
struct Secret {
    path: String,
    why: String,
}

/// Hash of a piece → the passage it is of, with its line and column.
type Table = HashMap<u64, (u32, u32, u32), BuildHasherDefault<AsItIs>>;
type Hashes = HashSet<u64, BuildHasherDefault<AsItIs>>;

/// Collects what is hidden.
#[derive(Debug)]
pub(super) struct ProofBuilder {
    pieces: Table,
    secrets: Vec<Secret>,
    /// Words of the site's own short texts.
    own_words: Hashes,
    own_texts: Vec<String>,
}

impl ProofBuilder {
    pub(super) fn new(config: &Config, templates: &[(String, String)]) -> Self {
        let built_in: Vec<(String, String)> = built_in_files().collect();
        let own = || built_in.iter().chain(templates);
        let mut own_texts: Vec<String> =
            own().filter(|(name, _)| name.ends_with(".ftl")).map(|(_, text)| text.clone()).collect();
        let site = &config.site;
        own_texts.push(site.title.clone());
        own_texts.extend(
            [&site.organisation, &site.description, &site.contact, &site.base_url].into_iter().flatten().cloned(),
        );
        own_texts.extend(config.severities.0.iter().cloned());
        own_texts.extend(config.custom_keys.0.iter().filter_map(|key| key.settings.label.clone()));
        let mut own_words = Hashes::default();
        own_texts.iter().for_each(|text| words(text, |word| _ = own_words.insert(word.hash)));
        own_texts.extend(rules::all().map(|rule| rule.markdown()));
        own_texts.extend(own().map(|(_, text)| text.clone()));
        Self { pieces: Table::default(), secrets: Vec::new(), own_words, own_texts }
    }

    /// A report that has no page: its name and everything it says.
    pub(super) fn hide_report(&mut self, incident: &Incident) {
        let mut secret = |why: &str| {
            self.secrets.push(Secret { path: incident.source.path.clone(), why: why.to_owned() });
            self.secrets.len() - 1
        };
        let (name, text) =
            (secret("the name of a report that is not published"), secret("a report that is not published"));
        let file = incident.source.path.rsplit('/').next().unwrap_or("");
        let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
        let title = incident.title().cloned();
        let id = incident.facts.id.clone().unwrap_or_else(|| Spanned::new(incident.id.clone(), 0..0));
        for word in title.into_iter().chain([id, Spanned::new(stem.to_owned(), 0..0)]) {
            self.hide(name, incident, &word, true);
        }
        for passage in incident.everything() {
            self.hide(text, incident, &passage, passage.span != incident.body.span);
        }
    }

    /// The hidden passages of a report that has a page.
    pub(super) fn hide_passages(&mut self, incident: &Incident, hidden: &[Hidden]) {
        for passage in hidden {
            self.secrets.push(Secret { path: incident.source.path.clone(), why: passage.by.to_string() });
            for text in &passage.texts {
                // A value of the front matter has a key before it; a passage of the text is its own place.
                self.hide(self.secrets.len() - 1, incident, text, text.span != passage.span);
            }
        }
    }

    fn hide(&mut self, secret: usize, incident: &Incident, text: &Spanned<String>, value: bool) {
        let verbatim = incident.source.slice(&text.span) == text.value;
        for piece in pieces(&text.value) {
            let offset = text.span.start + if verbatim { piece.start } else { 0 };
            let at = incident.source.line_column(offset);
            let least = if value && piece.whole { VALUE_BYTES } else { TEXT_BYTES };
            for hash in self.windows(&piece, least) {
                let place = (number(secret), number(at.line), number(at.column));
                self.pieces.entry(hash).or_insert(place);
            }
        }
    }

    /// A piece cut into windows of at most five words, the last one reaching to its end; those that prove something.
    fn windows(&self, piece: &Piece, least: usize) -> Vec<u64> {
        let mut all = Vec::new();
        words(&piece.text, |word| all.push(word));
        let mut starts: Vec<usize> = (0..all.len()).step_by(LONGEST).collect();
        if let Some(last) = starts.last_mut().filter(|_| all.len() > LONGEST) {
            *last = all.len() - LONGEST;
        }
        let windows = starts.into_iter().filter_map(|start| all.get(start..(start + LONGEST).min(all.len())));
        let proves = |window: &&[_]| {
            let bytes =
                |words: &mut dyn Iterator<Item = &super::spelling::Word>| words.map(|word| word.bytes).sum::<usize>();
            let own = |word: &&super::spelling::Word| word.letters && !self.own_words.contains(&word.hash);
            bytes(&mut window.iter()) >= least && bytes(&mut window.iter().filter(own)) >= OWN_BYTES
        };
        windows.filter(proves).map(|window| window.iter().fold(0, |hash, word| chained(hash, word.hash))).collect()
    }

    /// Drops what also stands in a published text or in the site's own.
    pub(super) fn finish(mut self, public: &[(&Incident, &[Hidden])]) -> Proof {
        let table = &self.pieces;
        if table.is_empty() {
            let unprovable = self.secrets.len();
            return Proof { pieces: self.pieces, secrets: self.secrets, sought: 0, unprovable };
        }
        let texts = public.par_iter().with_max_len(AT_A_TIME).map(|(incident, hidden)| shown(incident, hidden));
        let mut common: HashSet<u64> = texts.flat_map_iter(|text| known(table, &text)).collect();
        common.par_extend(self.own_texts.par_iter().flat_map_iter(|text| known(table, text)));
        for hash in common {
            self.pieces.remove(&hash);
        }
        let sought: HashSet<u32> = self.pieces.values().map(|(secret, ..)| *secret).collect();
        let unprovable = self.secrets.len() - sought.len();
        Proof { pieces: self.pieces, secrets: self.secrets, sought: sought.len(), unprovable }
    }
}

impl Proof {
    /// The internal passages that a finished file holds, in its bytes or its path, sorted, each passage once.
    pub fn leaks(&self, path: &str, bytes: &[u8]) -> Vec<Leak> {
        if self.pieces.is_empty() {
            return Vec::new();
        }
        let text = String::from_utf8_lossy(bytes);
        let found = [path, &text].into_iter().flat_map(|text| known_in_forms(&self.pieces, text));
        let mut leaks: Vec<Leak> = found
            .filter_map(|hash| {
                let (secret, line, column) = self.pieces.get(&hash)?;
                let secret = self.secrets.get(*secret as usize)?;
                let place = format!("{}:{line}:{column}", secret.path);
                Some(Leak { place, why: secret.why.clone(), file: path.to_owned() })
            })
            .collect();
        leaks.sort();
        leaks.dedup();
        leaks
    }
}

/// A published report's text with a line end for each passage that is not published.
fn shown(incident: &Incident, hidden: &[Hidden]) -> String {
    let mut text = String::new();
    let mut at = 0;
    let spans: Vec<&Span> = hidden.iter().map(|passage| &passage.span).collect();
    for span in spans.into_iter().filter(|span| !span.is_empty()) {
        text.push_str(incident.source.slice(&(at..span.start.max(at))));
        text.push('\n');
        at = at.max(span.end);
    }
    text.push_str(incident.source.slice(&(at..incident.source.text.len().max(at))));
    text
}

/// The pieces of a table that a text says in one of the ways in which it could be shown.
fn known(table: &Table, text: &str) -> Vec<u64> {
    let mut found = known_in_forms(table, text);
    for piece in pieces(text) {
        found.extend(known_in(table, &piece.text));
    }
    found
}

fn known_in_forms(table: &Table, text: &str) -> Vec<u64> {
    forms(text).iter().flat_map(|form| known_in(table, form)).collect()
}

fn known_in(table: &Table, text: &str) -> Vec<u64> {
    let mut found = Vec::new();
    // The hashes of the windows that end at the word before, the shortest first.
    let mut open = [0_u64; LONGEST];
    let mut count = 0;
    words(text, |word| {
        count = (count + 1).min(LONGEST);
        open.rotate_right(1);
        if let Some(first) = open.first_mut() {
            *first = 0;
        }
        for window in open.iter_mut().take(count) {
            *window = chained(*window, word.hash);
            if table.contains_key(window) {
                found.push(*window);
            }
        }
    });
    found
}

/// The hash of some words and one more.
fn chained(before: u64, word: u64) -> u64 {
    (before.rotate_left(23) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

fn number(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

/// Keys that are hashes already.
#[derive(Debug, Default, Clone, Copy)]
struct AsItIs(u64);

impl Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.0 = chained(self.0, u64::from(*byte)));
    }

    fn write_u64(&mut self, value: u64) {
        self.0 = value;
    }
}
