//! Addresses that stand bare in a text become links, as forges and chats show them.

use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};

/// Makes links of the addresses in the words of a text. Those in code, in links and in raw links stay words.
pub(super) fn linked<'a>(text: &str, events: Vec<Event<'a>>) -> Vec<Event<'a>> {
    if !text.contains("://") {
        return events;
    }
    let mut made = Vec::with_capacity(events.len() + 8);
    // How many links, pictures, and blocks of code are open.
    let mut inside = 0_usize;
    let mut words: Option<CowStr<'a>> = None;
    for event in events {
        match event {
            // A text comes in pieces, which may split an address.
            Event::Text(piece) => {
                words = Some(match words.take() {
                    Some(before) => CowStr::from(format!("{before}{piece}")),
                    None => piece,
                });
                continue;
            }
            other => {
                flush(words.take(), inside, &mut made);
                match &other {
                    Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_)) => inside += 1,
                    Event::End(TagEnd::Link | TagEnd::Image | TagEnd::CodeBlock) => inside = inside.saturating_sub(1),
                    Event::InlineHtml(html) if opens(html) => inside += 1,
                    Event::InlineHtml(html) if closes(html) => inside = inside.saturating_sub(1),
                    _ => {}
                }
                made.push(other);
            }
        }
    }
    flush(words, inside, &mut made);
    made
}

fn opens(html: &str) -> bool {
    html.starts_with("<a ") || html.starts_with("<A ") || html.starts_with("<pre")
}

fn closes(html: &str) -> bool {
    html.eq_ignore_ascii_case("</a>") || html.contains("</pre>")
}

fn flush<'t>(words: Option<CowStr<'t>>, inside: usize, made: &mut Vec<Event<'t>>) {
    let Some(words) = words else { return };
    if inside > 0 || !words.contains("://") {
        made.push(Event::Text(words));
        return;
    }
    let mut rest: &str = &words;
    while let Some((start, len)) = address(rest) {
        let (before, found) = (rest.get(..start).unwrap_or(""), rest.get(start..start + len).unwrap_or(""));
        if !before.is_empty() {
            made.push(Event::Text(CowStr::from(before.to_owned())));
        }
        let dest_url = CowStr::from(found.to_owned());
        made.push(Event::Start(Tag::Link {
            link_type: LinkType::Autolink,
            dest_url: dest_url.clone(),
            title: CowStr::Borrowed(""),
            id: CowStr::Borrowed(""),
        }));
        made.push(Event::Text(dest_url));
        made.push(Event::End(TagEnd::Link));
        rest = rest.get(start + len..).unwrap_or("");
    }
    if !rest.is_empty() {
        made.push(Event::Text(CowStr::from(rest.to_owned())));
    }
}

/// Where the first address stands, and how long it is.
fn address(text: &str) -> Option<(usize, usize)> {
    text.match_indices("http").find_map(|(start, _)| {
        let before = text.get(..start)?;
        let rest = text.get(start..)?;
        let scheme = ["https://", "http://"].into_iter().find(|scheme| rest.starts_with(scheme))?;
        let ends = |c: char| {
            c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '`' | '、' | '。' | '）' | '」')
        };
        let raw = rest.get(..rest.find(ends).unwrap_or(rest.len()))?;
        let len = trimmed(raw).len();
        let host = raw.get(scheme.len()..len)?;
        let begins = !before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '='));
        (begins && host.starts_with(char::is_alphanumeric)).then_some((start, len))
    })
}

/// Without the marks that belong to the sentence around it: a full stop, a bracket that it does not open.
fn trimmed(address: &str) -> &str {
    let mut kept = address;
    loop {
        let shorter = kept.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '_', '~', '|', '’', '”', '…']);
        let count = |c: char| shorter.matches(c).count();
        let open = [('(', ')'), ('[', ']'), ('{', '}')];
        let closed = open.into_iter().find(|(open, close)| shorter.ends_with(*close) && count(*close) > count(*open));
        let shorter = match closed {
            Some((_, close)) => shorter.strip_suffix(close).unwrap_or(shorter),
            None => shorter,
        };
        if shorter.len() == kept.len() {
            return kept;
        }
        kept = shorter;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_ends_where_the_sentence_goes_on() {
        for (text, found) in [
            ("see https://a.example/b_c(d)?e=1&f=2#g.", "https://a.example/b_c(d)?e=1&f=2#g"),
            ("(http://a.example/b)", "http://a.example/b"),
            ("(https://a.example/b), and", "https://a.example/b"),
            ("「https://a.example/b」", "https://a.example/b"),
            ("https://a.example/b… more", "https://a.example/b"),
            ("x=https://no.example https://a.example", "https://a.example"),
            ("https:// and https://- and https://a.example:8080/!", "https://a.example:8080/"),
        ] {
            let (start, len) = address(text).unwrap_or_default();
            assert_eq!(&text[start..start + len], found, "{text}");
        }
        for text in ["", "http", "https://", "ahttp://b.example", "ftp://a.example", "é https://"] {
            assert_eq!(address(text), None, "{text}");
        }
    }
}
