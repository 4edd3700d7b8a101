//! What a sentence names, told by the shape of its words and not by a list: a channel, a part, an address, a person who acts.

/// `#ask-us`, not `#123`.
pub(super) fn names_channel(text: &str) -> bool {
    text.match_indices('#').any(|(at, _)| {
        let word = |c: char| c.is_alphanumeric() || matches!(c, '/' | '#');
        let begins = text.get(..at).is_some_and(|before| !before.ends_with(word));
        let rest = text.get(at + 1..).unwrap_or("");
        let name = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '-').count();
        begins && rest.starts_with(|c: char| c.is_ascii_lowercase()) && name > 3
    })
}

/// A word that only a part of a system is called: capitals inside, a dot between names, a version.
pub(super) fn names_part(text: &str) -> bool {
    let apart = |b: u8| b.is_ascii_whitespace() || matches!(b, b'(' | b')' | b',' | b';' | b'"' | b'/' | b'|');
    text.as_bytes().split(|b| apart(*b)).any(|word| {
        // Most words are small letters alone.
        if word.iter().all(|b| b.is_ascii_lowercase() || !b.is_ascii()) {
            return false;
        }
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
    })
}

/// `help@example.org`, not `@help`.
pub(super) fn has_mail_address(text: &str) -> bool {
    text.match_indices('@').any(|(at, _)| {
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

/// What people do, and machines seldom: words behind a name.
const ACTS: &[&str] = &[
    "asked",
    "asks",
    "began",
    "begins",
    "calls",
    "called",
    "checks",
    "checked",
    "confirmed",
    "confirms",
    "decided",
    "decides",
    "deletes",
    "deleted",
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
    "notes",
    "noted",
    "notices",
    "noticed",
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

/// `Ada noticed`, `Ada and Bo roll it back`: a capital, no word for a thing before it, and a deed.
pub(super) fn names_actor(text: &str) -> bool {
    let is_name = |word: &str| {
        let mut chars = word.chars();
        chars.next().is_some_and(char::is_uppercase) && word.len() > 1 && chars.all(char::is_lowercase)
    };
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
    let (mut before, mut name) = ("", "");
    for deed in text.split_whitespace() {
        // Capitals are few: all else is asked of them alone.
        if is_name(name)
            && ACTS.contains(&deed.trim_end_matches([',', '.', ':']))
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
