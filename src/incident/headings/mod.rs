//! What a heading means: the table of synonyms, per language. Knows nothing of sections' contents.

mod de;
mod en;
mod ja;
mod zh;

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use crate::incident::action_item::ActionKind;
use crate::incident::spacing::collapsed;

words! {
    /// What a section of the body is about. The words are the keys of `[headings]` in `afterword.toml`.
    Meaning {
        /// 2–4 sentences that tell it all.
        Summary = "summary",
        /// Who felt what.
        Impact = "impact",
        /// How it was found.
        Detection = "detection",
        /// What set it off.
        Trigger = "trigger",
        /// Why it could happen.
        RootCause = "root-cause",
        /// What else played a part.
        ContributingFactors = "contributing-factors",
        /// What kept it from being worse.
        Mitigators = "mitigators",
        /// What is still dangerous.
        Risks = "risks",
        /// The chain of whys.
        FiveWhys = "five-whys",
        /// How it was brought to an end.
        Resolution = "resolution",
        /// What happened when.
        Timeline = "timeline",
        /// What was told to users.
        Updates = "updates",
        /// Lessons without a group, or the parent of the groups.
        Lessons = "lessons",
        /// What went well.
        WentWell = "went-well",
        /// What went wrong.
        WentWrong = "went-wrong",
        /// Where we were lucky.
        GotLucky = "got-lucky",
        /// What others can take away.
        ForOthers = "for-others",
        /// What will be done.
        ActionItems = "action-items",
        /// What users were promised.
        Promises = "promises",
        /// What was made right.
        Remedy = "remedy",
        /// What users must do.
        CustomerAction = "customer-action",
        /// Who answers questions.
        Contact = "contact",
        /// The parts involved.
        Technologies = "technologies",
        /// The human side.
        People = "people",
        /// Changes since publication.
        Corrections = "corrections",
        /// What one must know first.
        Background = "background",
        /// Further reading.
        References = "references",
        /// Date, severity, authors and the like in a section of their own.
        Metadata = "metadata",
        /// Who took part.
        Participants = "participants",
    }
}

/// The table of synonyms: the built-in one, and what `afterword.toml` adds.
#[derive(Debug, Clone, Default)]
pub struct Headings {
    extra: Vec<(String, Meaning)>,
}

impl Headings {
    /// The built-in table with more headings by meaning. Unknown meanings are returned.
    pub fn with(extra: &BTreeMap<String, Vec<String>>) -> (Self, Vec<String>) {
        let mut table = Self::default();
        let mut unknown = Vec::new();
        for (word, headings) in extra {
            match Meaning::from_word(word) {
                Some(meaning) => {
                    table.extra.extend(headings.iter().map(|heading| (normalise(heading), meaning)));
                }
                None => unknown.push(word.clone()),
            }
        }
        (table, unknown)
    }

    /// The meanings of a heading, the most specific first; the parent section's meaning decides words that mean different things
    /// ("Process" under "Action items"). Empty where the heading is not known.
    pub fn meanings(&self, heading: &str, parent: Option<Meaning>) -> Vec<Meaning> {
        let heading = normalise(heading);
        if heading.is_empty() {
            return Vec::new();
        }
        if let Some((_, meaning)) = self.extra.iter().find(|(known, _)| *known == heading) {
            return vec![*meaning];
        }
        if parent == Some(Meaning::ActionItems) && groups().any(|(word, _)| heading.starts_with(word)) {
            return vec![Meaning::ActionItems];
        }
        match exact(&heading) {
            Some(meaning) => vec![meaning],
            None => match contained(&heading) {
                // "Review actions", "Short-term actions"; "Actions taken" tells of the past.
                found if found.is_empty() && heading.ends_with(" actions") => vec![Meaning::ActionItems],
                found => found,
            },
        }
    }
}

/// What a sub-heading of the action items says its entries are for.
pub(crate) fn action_kind(heading: &str) -> Option<ActionKind> {
    let heading = normalise(heading);
    groups().filter(|(word, _)| heading.starts_with(word)).find_map(|(_, kind)| *kind)
}

/// Whether a heading only groups the action items under it ("Short term", "Prevention").
pub(crate) fn is_group(heading: &str) -> bool {
    let heading = normalise(heading);
    groups().any(|(word, _)| heading.starts_with(word)) || exact(&heading) == Some(Meaning::ActionItems)
}

/// Headings of one language: a word or phrase in lower case, what it means, and whether it says so inside a longer heading too.
type Table = &'static [(Meaning, &'static [&'static str], &'static [&'static str])];

/// Words that group action items, and what they are for.
type Groups = &'static [(&'static str, Option<ActionKind>)];

const TABLES: &[Table] = &[en::TABLE, de::TABLE, ja::TABLE, zh::TABLE];

fn groups() -> impl Iterator<Item = &'static (&'static str, Option<ActionKind>)> {
    [en::GROUPS, de::GROUPS, ja::GROUPS, zh::GROUPS].into_iter().flatten()
}

/// Headings that mean something as a whole; a phrase that stands in several rows means what its first row says.
static EXACT: LazyLock<HashMap<&str, Meaning>> = LazyLock::new(|| {
    let rows = TABLES.iter().copied().flatten();
    let words = rows.flat_map(|(meaning, whole, inside)| whole.iter().chain(*inside).map(|word| (*word, *meaning)));
    let mut table = HashMap::new();
    for (word, meaning) in words {
        table.entry(word).or_insert(meaning);
    }
    table
});

/// All phrases at once: an archive has a hundred thousand headings, and looking for each phrase alone would take seconds.
static PHRASES: LazyLock<(Option<AhoCorasick>, Vec<Meaning>)> = LazyLock::new(|| {
    let rows = TABLES.iter().copied().flatten();
    let (phrases, meanings): (Vec<&str>, Vec<Meaning>) =
        rows.flat_map(|(meaning, _, inside)| inside.iter().map(|phrase| (*phrase, *meaning))).unzip();
    (AhoCorasick::new(phrases).ok(), meanings)
});

fn exact(heading: &str) -> Option<Meaning> {
    EXACT.get(heading).copied()
}

/// Phrases that stand inside a longer heading, the longest first; one inside another does not count twice.
fn contained(heading: &str) -> Vec<Meaning> {
    let (Some(phrases), meanings) = &*PHRASES else { return Vec::new() };
    let hits = phrases.find_overlapping_iter(heading).filter(|hit| stands_alone(heading, hit.start(), hit.len()));
    let mut found: Vec<(usize, usize, Meaning)> =
        hits.filter_map(|hit| Some((hit.start(), hit.len(), *meanings.get(hit.pattern().as_usize())?))).collect();
    found.sort_by_key(|(at, len, meaning)| (std::cmp::Reverse(*len), *at, *meaning));
    let mut taken: Vec<(usize, usize)> = Vec::new();
    let mut meanings = Vec::new();
    for (at, len, meaning) in found {
        let free = taken.iter().all(|(from, to)| at + len <= *from || *to <= at);
        if free && !meanings.contains(&meaning) {
            taken.push((at, at + len));
            meanings.push(meaning);
        }
    }
    meanings
}

/// Whether a phrase stands between word boundaries; languages without spaces have none.
fn stands_alone(heading: &str, at: usize, len: usize) -> bool {
    let is_word = |c: char| c.is_ascii_alphanumeric() || ('ß'..='ÿ').contains(&c);
    let before = heading.get(..at).and_then(|text| text.chars().next_back()).is_none_or(|c| !is_word(c));
    let after = heading.get(at + len..).and_then(|text| text.chars().next()).is_none_or(|c| !is_word(c));
    let ascii = heading.get(at..at + len).is_some_and(|phrase| phrase.chars().any(is_word));
    !ascii || (before && after)
}

/// Lower case, without markup, numbering, emoji, brackets with what stands in them, and punctuation at the ends.
fn normalise(heading: &str) -> String {
    let mut kept = String::with_capacity(heading.len());
    let mut depth = 0_usize;
    for c in heading.chars() {
        match c {
            '(' | '（' | '[' | '【' => depth += 1,
            ')' | '）' | ']' | '】' => depth = depth.saturating_sub(1),
            '*' | '_' | '`' | '~' | '#' | '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{fe0f}' => {}
            '’' => kept.push('\''),
            '&' => kept.push_str("and"),
            _ if depth > 0 => {}
            _ if is_pictogram(c) => kept.push(' '),
            _ => kept.extend(c.to_lowercase()),
        }
    }
    let text =
        kept.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ')' | ':' | '-' | ' ' | '、' | '．'));
    let text = text.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, ':' | '：' | '?' | '？' | '.' | '!' | '-' | '–' | '—')
    });
    collapsed(text)
}

fn is_pictogram(c: char) -> bool {
    matches!(u32::from(c), 0x2190..=0x21ff | 0x2300..=0x27bf | 0x2b00..=0x2bff | 0x1f000..=0x1faff)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_mean_what_people_mean() {
        let table = Headings::default();
        for (heading, words) in [
            ("Timeline", "timeline"),
            ("Timeline (all times PST) 01/16/2024 - 02/28/2024. All times approximations", "timeline"),
            ("## 3. **Root Cause Analysis**:", "root-cause"),
            ("What went well & where did we get lucky", "went-well got-lucky"),
            ("Root causes and trigger", "root-cause trigger"),
            ("Root cause identification: the five whys", "root-cause five-whys"),
            ("Corrective and Preventative Measures", "action-items"),
            ("1. 背景（Background）", "background"),
            ("タイムライン（JST）", "timeline"),
            ("うまくいかなかったこと", "went-wrong"),
            ("うまくいったこと", "went-well"),
            ("走过的弯路", "went-wrong"),
            ("Zeitverlauf", "timeline"),
            ("Was lief gut?", "went-well"),
            ("Maßnahmen", "action-items"),
            ("Contributors", "contributing-factors"),
            ("Mitigating factors", "mitigators"),
            ("What kept it from being worse?", "mitigators"),
            ("Remaining risks and follow-up", "risks"),
            ("Was Schlimmeres verhindert hat", "mitigators"),
            ("Verbleibende Risiken", "risks"),
            ("緩和要因", "mitigators"),
            ("残存リスク", "risks"),
            ("减轻因素", "mitigators"),
            ("风险", "risks"),
            ("Risk assessment of the database", ""),
            ("🔥 Impact", "impact"),
            ("User impact", "impact"),
            ("What didn't go well", "went-wrong"),
            ("P\u{feff}ost Mortem", ""),
            ("Process", ""),
            ("The database", ""),
        ] {
            let found: Vec<&str> = table.meanings(heading, None).iter().map(|meaning| meaning.word()).collect();
            let mut expected: Vec<&str> = words.split_whitespace().collect();
            let mut sorted = found.clone();
            sorted.sort_unstable();
            expected.sort_unstable();
            assert_eq!(sorted, expected, "{heading:?}");
        }
        assert_eq!(table.meanings("Process", Some(Meaning::ActionItems)), [Meaning::ActionItems]);
        assert_eq!(action_kind("Prevention"), Some(ActionKind::Prevent));
    }
}
