//! What a sentence names, told by the shape of its words and not by a list: a channel, a version, an address, somebody who acts.

use memchr::memchr_iter;

use crate::incident::spacing::is_dense;

/// Bytes that begin no shape: small letters and spaces.
const ORDINARY: [bool; 256] = {
    let mut ordinary = [false; 256];
    let mut at = 0;
    while at < 128 {
        let byte = at as u8;
        ordinary[at] = byte.is_ascii_lowercase() || byte == b' ';
        at += 1;
    }
    ordinary
};

/// What the words of a sentence may be told by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// `@`, before a name or in an address.
    Handle = 1,
    /// `help@example.org`.
    MailAddress = 2,
    /// `#ask-us`.
    Channel = 4,
    /// `DNS`.
    Acronym = 8,
    /// `v1.2`.
    Version = 16,
    /// `Ada noticed`.
    Actor = 32,
}

/// The shapes that a sentence has.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Shapes(u8);

impl Shapes {
    /// Looks at every byte once: only what may begin a shape is looked at closely, and most sentences have little of it.
    pub(super) fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut shapes = Self::default();
        let (mut channel, mut acronym, mut version) = (false, false, false);
        for (at, byte) in bytes.iter().enumerate() {
            if ORDINARY.get(usize::from(*byte)) == Some(&true) {
                continue;
            }
            let next = bytes.get(at + 1);
            match byte {
                b'@' => shapes.add(Shape::Handle, true),
                b'#' => channel = true,
                b'.' => version |= next.is_some_and(|next| !next.is_ascii_whitespace()),
                b'A'..=b'Z' if next.is_some_and(|next| next.is_ascii_uppercase() || next.is_ascii_digit()) => {
                    acronym = true;
                }
                b'A'..=b'Z' | 128.. if !shapes.has(Shape::Actor) => shapes.add(Shape::Actor, acts(text, at)),
                _ => {}
            }
        }
        shapes.add(Shape::MailAddress, shapes.has(Shape::Handle) && has_mail_address(text));
        shapes.add(Shape::Channel, channel && names_channel(text));
        shapes.add(Shape::Acronym, acronym && has_acronym(text));
        shapes.add(Shape::Version, version && has_version(text));
        shapes
    }

    pub(super) fn has(self, shape: Shape) -> bool {
        self.0 & shape as u8 != 0
    }

    fn add(&mut self, shape: Shape, has: bool) {
        if has {
            self.0 |= shape as u8;
        }
    }
}

/// `#ask-us`, not `#123`.
fn names_channel(text: &str) -> bool {
    memchr_iter(b'#', text.as_bytes()).any(|at| {
        let word = |c: char| c.is_alphanumeric() || matches!(c, '/' | '#');
        let begins = text.get(..at).is_some_and(|before| !before.ends_with(word));
        let rest = text.get(at + 1..).unwrap_or("");
        let name = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '-').count();
        begins && rest.starts_with(|c: char| c.is_ascii_lowercase()) && name > 3
    })
}

/// How many words a text has; a language that writes none apart is counted by its characters.
pub(super) fn words_in(text: &str) -> usize {
    const LONG: usize = 12;
    // Words are too short for a search of the next space to be worth its beginning.
    let (mut count, mut length) = (0, 0);
    for c in text.chars() {
        if c.is_whitespace() {
            count += usize::div_ceil(length, LONG);
            length = 0;
        } else {
            length += 1;
        }
    }
    count + usize::div_ceil(length, LONG)
}

/// `DNS`, `HTTP2`: capitals that are no time of day and no zone.
fn has_acronym(text: &str) -> bool {
    const TIMES: &[&str] = &["AM", "PM", "UTC", "GMT", "CET", "CEST", "PST", "PDT", "EST", "EDT", "JST", "IST", "BST"];
    // Scripts that write no words apart end one.
    let of_word =
        |c: char| c.is_ascii_alphanumeric() || c == '_' || (!c.is_ascii() && !is_dense(c) && c.is_alphabetic());
    text.split(|c: char| !of_word(c)).any(|word| {
        word.len() > 1
            && word.starts_with(|c: char| c.is_ascii_uppercase())
            && word.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
            && !TIMES.contains(&word)
    })
}

/// `v1.2`, `1.2.3`, `PostgreSQL 12.4`; no address, no date, no measure.
fn has_version(text: &str) -> bool {
    let mut named = false;
    text.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | ',' | '/' | '"')).any(|word| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        let bare = word.strip_prefix(['v', 'V']).unwrap_or(word);
        let parts = bare.split(['.', '-']).take_while(|part| part.bytes().all(|byte| byte.is_ascii_digit())).count();
        let begins = bare.starts_with(|c: char| c.is_ascii_digit()) && bare.contains('.');
        let year = bare.find('.').is_some_and(|dot| dot > 3);
        let is = begins && !year && (parts == 3 || parts == 2 && (named || bare.len() < word.len()));
        named = word.starts_with(char::is_uppercase);
        is
    })
}

/// `we restarted it`, `I had then found`: somebody who writes, and a deed in the past within three words.
pub(super) fn tells_own_deed(text: &str) -> bool {
    const DEEDS: &[&str] =
        &["found", "saw", "began", "made", "took", "were", "had", "did", "haben", "hatten", "habe", "hatte", "konnten"];
    let mut left = 0;
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).any(|word| {
        if ["we", "i", "wir", "ich"].iter().any(|own| word.eq_ignore_ascii_case(own)) {
            left = 3;
            return false;
        }
        let deed = left > 0 && (word.len() > 3 && word.ends_with("ed") || DEEDS.contains(&word));
        left = usize::saturating_sub(left, 1);
        deed
    })
}

/// `help@example.org`, not `@help`.
fn has_mail_address(text: &str) -> bool {
    memchr_iter(b'@', text.as_bytes()).any(|at| {
        let before = text.get(..at).is_some_and(|before| before.ends_with(char::is_alphanumeric));
        let host: String = text
            .get(at + 1..)
            .unwrap_or("")
            .chars()
            .take_while(|c| c.is_alphanumeric() || matches!(c, '.' | '-'))
            .collect();
        before && host.trim_end_matches('.').contains('.')
    })
}

/// What people do, and machines seldom: words behind a name, sorted.
const ACTS: &[&str] = &[
    "asked",
    "asks",
    "began",
    "begins",
    "called",
    "calls",
    "checked",
    "checks",
    "confirmed",
    "confirms",
    "decided",
    "decides",
    "deleted",
    "deletes",
    "discovered",
    "discovers",
    "finds",
    "fixed",
    "fixes",
    "found",
    "got",
    "investigated",
    "investigates",
    "joined",
    "joins",
    "looked",
    "looks",
    "merged",
    "merges",
    "noted",
    "notes",
    "noticed",
    "notices",
    "paged",
    "pinged",
    "pings",
    "posted",
    "posts",
    "pushed",
    "pushes",
    "realised",
    "realized",
    "replied",
    "reported",
    "reports",
    "restarted",
    "restarts",
    "reverted",
    "reverts",
    "rolled",
    "rolls",
    "said",
    "says",
    "started",
    "starts",
    "suggested",
    "suggests",
    "takes",
    "thinks",
    "thought",
    "took",
    "tried",
    "tries",
    "wakes",
    "woke",
    "wrote",
];

const THINGS: &[&str] = &["the", "a", "an", "our", "this", "these", "its"];
const NOBODY: &[&str] = &[
    "We",
    "It",
    "They",
    "This",
    "That",
    "These",
    "There",
    "You",
    "Which",
    "Users",
    "Customers",
    "People",
    "Nobody",
    "Tests",
    "Monitoring",
];

/// `Ada noticed`, `Ada and Bo roll it back`: a capital at a place, no word for a thing before it, and a deed behind it.
fn acts(text: &str, at: usize) -> bool {
    let Some((before, rest)) = text.split_at_checked(at) else { return false };
    // Asked first: it is the cheapest, and where no words are written apart it holds nowhere.
    if !before.chars().next_back().is_none_or(char::is_whitespace) {
        return false;
    }
    let mut words = rest.split_whitespace();
    let Some((name, deed)) = words.next().zip(words.next()) else { return false };
    let mut letters = name.chars();
    let thing = |word: &str| THINGS.iter().any(|thing| word.eq_ignore_ascii_case(thing));
    letters.next().is_some_and(char::is_uppercase)
        && name.len() > 1
        && letters.all(char::is_lowercase)
        && ACTS.binary_search(&deed.trim_end_matches([',', '.', ':'])).is_ok()
        && !NOBODY.contains(&name)
        && !before.split_whitespace().next_back().is_some_and(thing)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn has(text: &str, shape: Shape) -> bool {
        Shapes::of(text).has(shape)
    }

    #[test]
    fn words_are_counted_by_their_length_where_none_are_written_apart() {
        assert_eq!(words_in(" We  were\u{a0}down,\nfor\thours. "), 5);
        assert_eq!(words_in("障害が発生しましたので、お知らせいたします。"), 2);
        assert_eq!(words_in("misconfigurations"), 2);
        assert_eq!(words_in(""), 0);
    }

    #[test]
    fn deeds_are_sorted() {
        assert!(ACTS.is_sorted());
    }

    #[test]
    fn acronyms_are_no_times_and_no_words() {
        for text in ["the DNS was slow", "HTTP2 only", "(NFS)", "使用DNS的"] {
            assert!(has(text, Shape::Acronym), "{text}");
        }
        for text in ["At 10 AM UTC we fell.", "OpenStack", "A plan", "ÜBER uns"] {
            assert!(!has(text, Shape::Acronym), "{text}");
        }
    }

    #[test]
    fn versions_have_a_v_three_parts_or_a_name_before_them() {
        for text in ["after v1.2", "the 1.2.3 release", "PostgreSQL 12.4 fell", "(2.0.1-rc)"] {
            assert!(has(text, Shape::Version), "{text}");
        }
        for text in ["about 4.5 hours", "10.0.0.1 fell", "on 2021.06.28", "At 10 it fell."] {
            assert!(!has(text, Shape::Version), "{text}");
        }
    }

    #[test]
    fn own_deeds_are_in_the_past() {
        for text in ["We restarted it.", "then I quickly had found it", "wir haben es gesehen"] {
            assert!(tells_own_deed(text), "{text}");
        }
        for text in ["We will restart it.", "It failed before we came", "They restarted it"] {
            assert!(!tells_own_deed(text), "{text}");
        }
    }

    #[test]
    fn channels_and_addresses_are_told_from_numbers_and_handles() {
        assert!(has("we told #ask-us", Shape::Channel) && !has("see #123 and a#bcde", Shape::Channel));
        assert!(
            has("write to help@example.org.", Shape::MailAddress)
                && !has("thanks to @help and a @ b.c", Shape::MailAddress)
        );
    }

    #[test]
    fn people_act_and_machines_are_left_out() {
        for text in ["Ada noticed it.", "then Bo restarts the node", "Ada and Bo reverted it", "“Hm.” Élodie asked"]
        {
            assert!(has(text, Shape::Actor), "{text}");
        }
        for text in ["We noticed it.", "The Gateway started late", "DNS started", "It took an hour"] {
            assert!(!has(text, Shape::Actor), "{text}");
        }
    }
}
