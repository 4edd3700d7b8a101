//! What a sentence names, told by the shape of its words and not by a list: a channel, a part, an address, a person who acts.

use memchr::memchr_iter;

/// `#ask-us`, not `#123`.
pub(super) fn names_channel(text: &str) -> bool {
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
    let long = |word: &str| word.chars().count().div_ceil(12);
    // Other spaces than ASCII's are rare, and only where other characters are.
    let words = text.as_bytes().split(|byte| matches!(byte, b' ' | b'\t'..=b'\r'));
    let count = words.map(|word| match word.is_ascii() {
        true => word.len().div_ceil(12),
        false => std::str::from_utf8(word).map_or(0, |word| word.split_whitespace().map(long).sum()),
    });
    count.sum()
}

/// What a byte is to the words of [`names_part`].
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    /// A small letter, or a part of a character beyond ASCII: most words are these alone.
    Small,
    /// Between words.
    Apart,
    /// Capitals, digits, dots.
    Telling,
}

const CLASSES: [Class; 256] = {
    let mut classes = [Class::Telling; 256];
    let mut at = 0;
    while at < 256 {
        classes[at] = match at as u8 {
            b'a'..=b'z' | 0x80.. => Class::Small,
            b' ' | b'\t' | b'\n' | b'\r' | 0x0c | b'(' | b')' | b',' | b';' | b'"' | b'/' | b'|' => Class::Apart,
            _ => Class::Telling,
        };
        at += 1;
    }
    classes
};

/// A word that only a part of a system is called: capitals inside, a dot between names, a version.
pub(super) fn names_part(text: &str) -> bool {
    let bytes = text.as_bytes();
    let (mut start, mut telling) = (0, false);
    for (at, byte) in bytes.iter().enumerate() {
        match CLASSES.get(usize::from(*byte)) {
            Some(Class::Apart) => {
                if telling && bytes.get(start..at).is_some_and(is_part) {
                    return true;
                }
                (start, telling) = (at + 1, false);
            }
            Some(Class::Telling) => telling = true,
            _ => {}
        }
    }
    telling && bytes.get(start..).is_some_and(is_part)
}

fn is_part(word: &[u8]) -> bool {
    let start = word.iter().position(u8::is_ascii_alphanumeric).unwrap_or(word.len());
    let end = word.iter().rposition(u8::is_ascii_alphanumeric).map_or(start, |at| at + 1);
    let word = word.get(start..end).unwrap_or(&[]);
    let mut pairs = word.iter().zip(word.iter().skip(1));
    let inside = pairs.any(|(a, b)| {
        (a.is_ascii_lowercase() && b.is_ascii_uppercase())
            || (a.is_ascii_alphabetic() && b.is_ascii_digit() && word.len() > 2)
    });
    inside
        || word.contains(&b'.')
            && word.split(|b| *b == b'.').all(|part| part.len() > 1 && part.iter().any(u8::is_ascii_alphabetic))
}

/// `help@example.org`, not `@help`.
pub(super) fn has_mail_address(text: &str) -> bool {
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

/// `Ada noticed`, `Ada and Bo roll it back`: a capital, no word for a thing before it, and a deed.
pub(super) fn names_actor(text: &str) -> bool {
    if text.is_ascii() { acts(text.split_ascii_whitespace()) } else { acts(text.split_whitespace()) }
}

fn acts<'t>(words: impl Iterator<Item = &'t str>) -> bool {
    let is_name = |word: &str| {
        let mut chars = word.chars();
        chars.next().is_some_and(char::is_uppercase) && word.len() > 1 && chars.all(char::is_lowercase)
    };
    let (mut before, mut name) = ("", "");
    for deed in words {
        // Capitals are few: all else is asked of them alone.
        if is_name(name)
            && ACTS.binary_search(&deed.trim_end_matches([',', '.', ':'])).is_ok()
            && !NOBODY.contains(&name)
            && !THINGS.iter().any(|thing| before.eq_ignore_ascii_case(thing))
        {
            return true;
        }
        before = std::mem::replace(&mut name, deed);
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

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
    fn parts_have_capitals_inside_dots_or_versions() {
        for text in ["OpenStack was slow", "mail.example.org fell", "after v1.2.0", "the k8s nodes", "(PostgreSQL)"] {
            assert!(names_part(text), "{text}");
        }
        for text in ["The database was slow.", "At 10.15 it fell. We saw it", "e.g. this", "Störung der Dienste"] {
            assert!(!names_part(text), "{text}");
        }
    }

    #[test]
    fn channels_and_addresses_are_told_from_numbers_and_handles() {
        assert!(names_channel("we told #ask-us") && !names_channel("see #123 and a#bcde"));
        assert!(has_mail_address("write to help@example.org.") && !has_mail_address("thanks to @help and a @ b.c"));
    }

    #[test]
    fn people_act_and_machines_are_left_out() {
        for text in ["Ada noticed it.", "then Bo restarts the node", "Ada and Bo reverted it"] {
            assert!(names_actor(text), "{text}");
        }
        for text in ["We noticed it.", "The Gateway started late", "DNS started", "It took an hour"] {
            assert!(!names_actor(text), "{text}");
        }
    }
}
