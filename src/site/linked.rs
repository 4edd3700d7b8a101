//! Links and pictures in a text, led to where they stand in the site.

use std::borrow::Cow;

use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};

use crate::site::targets::{Target, Targets};

/// Leads links and pictures to where they stand in the site. A picture on another host becomes a link to it: opening a page asks no other
/// host for anything. Of one that the site does not have, what it shows is said.
pub(super) fn led(events: &mut [Event<'_>], targets: Option<&Targets<'_>>) {
    // What each open link and picture has become; none that was left out.
    let mut open: Vec<Option<TagEnd>> = Vec::new();
    let (mut links, mut at) = (0, 0);
    while let Some(event) = events.get_mut(at) {
        at += 1;
        match event {
            Event::Start(Tag::Link { dest_url, link_type, id, .. }) => {
                let named = *link_type == LinkType::ShortcutUnknown && dest_url.is_empty();
                let target = match targets {
                    Some(targets) if named => targets.named(id),
                    Some(targets) => targets.link(dest_url),
                    None if named => Target::Nowhere,
                    None => Target::AsWritten,
                };
                let becomes = match target {
                    Target::AsWritten => Some(TagEnd::Link),
                    Target::At(address) => {
                        *dest_url = CowStr::from(address);
                        Some(TagEnd::Link)
                    }
                    Target::Nowhere => None,
                };
                links += usize::from(becomes.is_some());
                if becomes.is_none() {
                    *event = nothing();
                }
                open.push(becomes);
            }
            Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
                if let Some(shown) = targets.and_then(|targets| targets.picture(dest_url)) {
                    let title = title.to_string();
                    at = picture(events, at, &shown, &title);
                    continue;
                }
                let remote = dest_url.contains("://") || dest_url.starts_with("//");
                let (link_type, title, id) = (*link_type, title.clone(), id.clone());
                let becomes = if remote && links == 0 {
                    links += 1;
                    Tag::Link { link_type, dest_url: dest_url.clone(), title, id }
                } else {
                    Tag::Emphasis
                };
                open.push(Some(becomes.to_end()));
                *event = Event::Start(becomes);
            }
            Event::End(TagEnd::Link | TagEnd::Image) => {
                let end = open.pop().flatten();
                links -= usize::from(end == Some(TagEnd::Link));
                *event = end.map_or_else(nothing, Event::End);
            }
            _ => {}
        }
    }
}

fn nothing<'e>() -> Event<'e> {
    Event::Text(CowStr::Borrowed(""))
}

/// Puts a picture of the site in the place of its events, the first of which stands before `from`; where the next event stands.
fn picture(events: &mut [Event<'_>], from: usize, shown: &(String, u32, u32), title: &str) -> usize {
    let mut alternative = String::new();
    let (mut depth, mut at) = (1, from);
    while let Some(event) = events.get_mut(at).filter(|_| depth > 0) {
        match event {
            Event::Start(Tag::Image { .. }) => depth += 1,
            Event::End(TagEnd::Image) => depth -= 1,
            Event::Text(words) | Event::Code(words) => alternative.push_str(words),
            Event::SoftBreak | Event::HardBreak => alternative.push(' '),
            _ => {}
        }
        *event = nothing();
        at += 1;
    }
    let (address, width, height) = shown;
    let title = if title.is_empty() { String::new() } else { format!(" title=\"{}\"", quoted(title)) };
    let image = format!(
        "<img src=\"{}\" alt=\"{}\"{title} width=\"{width}\" height=\"{height}\" loading=\"lazy\" decoding=\"async\">",
        quoted(address),
        quoted(&alternative)
    );
    if let Some(first) = from.checked_sub(1).and_then(|first| events.get_mut(first)) {
        *first = Event::InlineHtml(CowStr::from(image));
    }
    at
}

pub(super) fn is_picture(html: &str) -> bool {
    html.get(..4).is_some_and(|begin| begin.eq_ignore_ascii_case("<img"))
}

/// What a picture in raw HTML shows, in its own words.
pub(super) fn alternative(html: &str) -> String {
    let after = |quote: char| html.split_once(&format!(" alt={quote}"))?.1.split_once(quote).map(|(words, _)| words);
    after('"').or_else(|| after('\'')).unwrap_or_default().to_owned()
}

/// Raw HTML with the words of its pictures in their place.
pub(super) fn without_pictures(html: &str) -> Cow<'_, str> {
    let lower = html.to_ascii_lowercase();
    if !lower.contains("<img") {
        return Cow::Borrowed(html);
    }
    let mut kept = String::with_capacity(html.len());
    let mut from = 0;
    for (at, _) in lower.match_indices("<img").filter(|(at, _)| html.is_char_boundary(*at)) {
        let end = html.get(at..).and_then(|rest| rest.find('>')).map_or(html.len(), |end| at + end + 1);
        // One that begins inside another goes with it.
        if at >= from {
            kept.push_str(html.get(from..at).unwrap_or(""));
            kept.push_str(&escaped(&alternative(html.get(at..end).unwrap_or(""))));
            from = end;
        }
    }
    kept.push_str(html.get(from..).unwrap_or(""));
    Cow::Owned(kept)
}

fn quoted(text: &str) -> String {
    escaped(text).replace('"', "&quot;")
}

pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
