//! What the words of an action item say beside the action: its owner, its date, its ticket.

use std::borrow::Cow;

use crate::incident::body::text::plain;
use crate::incident::instant::{TimeContext, read_prefix};

/// What a line says of its entry beside the action.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Said {
    /// Who does it.
    pub(super) owner: Option<String>,
    /// By when, and the words that say so.
    pub(super) due: Option<(Option<chrono::NaiveDate>, String)>,
    /// Where it is followed.
    pub(super) ticket: Option<String>,
}

impl Said {
    /// The action without the brackets that hold its owner, date and ticket, and what they say. What else stands in them stays.
    pub(super) fn read<'t>(text: &'t str, times: &TimeContext) -> (Cow<'t, str>, Self) {
        let mut said = Self::default();
        let (mut kept, mut left) = (text, String::new());
        if let Some((before, inside)) = last_brackets(text) {
            let mut known = false;
            let mut unknown = Vec::new();
            for part in parts(inside).into_iter().map(str::trim) {
                let taken = said.part(part, times, true);
                known |= taken;
                if !taken {
                    unknown.push(part);
                }
            }
            // Beside a date, a few words are who does it: "(network team, due 2024-05-01)".
            if let (None, Some(_), [team]) = (&said.owner, &said.due, unknown.as_slice()) {
                let short =
                    (1..=4).contains(&team.split_whitespace().count()) && !team.chars().any(|c| c.is_ascii_digit());
                said.owner = short.then(|| plain(team));
                if short {
                    unknown.clear();
                }
            }
            if known {
                (kept, left) = (before, unknown.join(", "));
            }
        }
        for part in kept.split([',', ';', '\n', '—', '|']) {
            said.part(part.trim(), times, false);
        }
        said.owner = said.owner.or_else(|| mention(kept));
        said.ticket = said.ticket.or_else(|| ticket(kept));
        let kept =
            if left.is_empty() { Cow::Borrowed(kept) } else { Cow::Owned(format!("{} ({left})", kept.trim_end())) };
        (kept, said)
    }

    /// Takes one part; in brackets a name alone is the owner.
    fn part(&mut self, part: &str, times: &TimeContext, brackets: bool) -> bool {
        let clean = plain(part);
        if let Some(owner) =
            keyword(&clean, &["owner", "owners", "assignee", "assigned to", "responsible", "verantwortlich", "担当"])
        {
            self.owner.get_or_insert(owner.trim_start_matches('@').to_owned());
            return true;
        }
        if let Some(words) =
            keyword(&clean, &["due", "due date", "deadline", "target", "eta", "fällig", "frist", "bis", "by", "期限"])
        {
            let date = day(words, times);
            // "by" and "bis" stand in many sentences; there they need a date.
            let sure = date.is_some() || (brackets && !clean.to_lowercase().starts_with("by"));
            if sure {
                self.due.get_or_insert((date, words.to_owned()));
            }
            return sure;
        }
        if !brackets {
            return false;
        }
        if let Some(owner) = mention(&clean) {
            self.owner.get_or_insert(owner);
            return true;
        }
        if let Some(found) = ticket(part) {
            // "currently blocked by #365" says more than where it is followed.
            let more = clean.split_whitespace().filter(|word| word.chars().all(char::is_alphabetic)).count();
            self.ticket.get_or_insert(found);
            return more < 3;
        }
        if let Some(date) = day(&clean, times) {
            self.due.get_or_insert((Some(date), clean));
            return true;
        }
        if is_name(&clean) && self.owner.is_none() {
            self.owner = Some(clean);
            return true;
        }
        false
    }
}

/// The text before the last brackets, and what stands in them, where they end the text.
fn last_brackets(text: &str) -> Option<(&str, &str)> {
    let trimmed = text.trim_end().trim_end_matches('.');
    let inside_end = trimmed.strip_suffix(')')?;
    let mut depth = 1;
    let open = inside_end.char_indices().rev().find(|(_, c)| {
        match c {
            ')' => depth += 1,
            '(' => depth -= 1,
            _ => {}
        }
        depth == 0
    })?;
    let before = inside_end.get(..open.0)?;
    // The brackets of a link belong to it.
    if before.ends_with(']') {
        return None;
    }
    Some((before, inside_end.get(open.0 + 1..)?))
}

/// The parts between commas; those in a link's target are none.
fn parts(text: &str) -> Vec<&str> {
    let mut depth = 0_usize;
    text.split(|c: char| {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && matches!(c, ',' | ';' | '、')
    })
    .collect()
}

/// What stands behind one of some words at the beginning of a part.
fn keyword<'t>(part: &'t str, words: &[&str]) -> Option<&'t str> {
    words.iter().find_map(|word| {
        let (head, rest) = part.split_at_checked(word.len())?;
        let ends = rest.starts_with([' ', ':', '：', '=']);
        let value = rest.trim_start_matches([' ', ':', '：', '=']).trim();
        (ends && !value.is_empty() && head.to_lowercase() == *word).then_some(value)
    })
}

pub(super) fn day(text: &str, times: &TimeContext) -> Option<chrono::NaiveDate> {
    let text = text.trim().trim_start_matches("by ").trim_start_matches("on ");
    let prefix = read_prefix(text, 0, times).filter(|prefix| prefix.dated)?;
    prefix.at.map(|at| at.at.date_naive())
}

/// `@ada`, not the middle of an address.
fn mention(text: &str) -> Option<String> {
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        if c == '@' && !before.is_alphanumeric() {
            let rest = text.get(at + 1..)?;
            let len = rest.find(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_' | '.'))).unwrap_or(rest.len());
            let name = rest.get(..len)?.trim_end_matches('.');
            if !name.is_empty() {
                return Some(name.to_owned());
            }
        }
        before = c;
    }
    None
}

/// `#123`, `OPS-123`, or a link to an issue.
fn ticket(text: &str) -> Option<String> {
    for word in text.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '[' | ']' | ',' | ';')) {
        let word = word.trim_end_matches(['.', ':']);
        let number = word
            .strip_prefix('#')
            .or_else(|| word.rsplit_once('-').filter(|(key, _)| is_key(key)).map(|(_, number)| number));
        if number.is_some_and(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit())) {
            return Some(word.to_owned());
        }
        let link = word.starts_with("http")
            && ["/issues/", "/pull/", "/browse/", "/merge_requests/"].iter().any(|part| word.contains(part));
        if link {
            return Some(word.to_owned());
        }
    }
    None
}

fn is_key(key: &str) -> bool {
    key.len() >= 2
        && key.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
        && key.starts_with(|c: char| c.is_ascii_uppercase())
}

/// One to three capitalised words without digits: a person or a team.
fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let capital =
        |word: &&str| word.chars().next().is_some_and(char::is_uppercase) && !word.chars().any(|c| c.is_ascii_digit());
    (1..=3).contains(&words.len()) && words.iter().all(capital)
}
