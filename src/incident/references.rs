//! What words in brackets stand for: links whose address the file defines elsewhere, footnotes, and names of pages between double
//! brackets. A page shows a report piece by piece, and no piece holds the definitions of the others.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet};
use std::iter::Peekable;

use pulldown_cmark::{BrokenLink, BrokenLinkCallback, CowStr, Event, LinkType, Parser, Tag, TagEnd};

use crate::incident::body::markdown_options;
use crate::incident::spacing::collapsed;

/// The definitions of a body.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct References {
    /// Sorted by label, each label once.
    links: Vec<Definition>,
    /// The labels of footnotes, in the order of their definitions.
    footnotes: Vec<String>,
    /// Their numbers by folded label, from 1.
    numbers: BTreeMap<String, usize>,
}

/// `[label]: address "title"`.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Definition {
    label: String,
    address: String,
    title: String,
}

impl References {
    /// Of the link definitions that a parser found, by label, address and title, and of the labels of footnotes in the order of the file;
    /// none where there are none of either.
    pub(in crate::incident) fn of<'d>(
        links: impl Iterator<Item = (&'d str, &'d str, &'d str)>,
        footnotes: Vec<String>,
    ) -> Option<Box<Self>> {
        // One without an address leads nowhere: its words stay as they were written.
        let links = links.filter(|(_, address, _)| !address.is_empty()).map(|(label, address, title)| Definition {
            label: folded(label),
            address: address.to_owned(),
            title: title.to_owned(),
        });
        let mut links: Vec<Definition> = links.collect();
        links.sort_unstable_by(|a, b| (&a.label, &a.address).cmp(&(&b.label, &b.address)));
        links.dedup_by(|a, b| a.label == b.label);
        links.shrink_to_fit();
        let mut numbers = BTreeMap::new();
        for (label, number) in footnotes.iter().zip(1..) {
            numbers.entry(folded(label)).or_insert(number);
        }
        (!links.is_empty() || !footnotes.is_empty()).then(|| Box::new(Self { links, footnotes, numbers }))
    }

    /// The number of a footnote, from 1.
    pub fn footnote(&self, label: &str) -> Option<usize> {
        self.numbers.get(&folded(label)).copied()
    }

    fn link(&self, label: &str) -> Option<&Definition> {
        let label = folded(label);
        let at = self.links.binary_search_by(|known| known.label.as_str().cmp(&label)).ok()?;
        self.links.get(at)
    }
}

/// Labels are the same whatever their case and spaces.
fn folded(label: &str) -> String {
    collapsed(label).to_lowercase()
}

/// A piece of a body with everything that its parser must know of the rest.
#[derive(Debug)]
pub struct Resolved<'t> {
    text: Cow<'t, str>,
    references: Option<&'t References>,
    /// How many footnotes are defined in front of the text, so that they are known, and are not to be shown.
    announced: usize,
}

impl<'t> Resolved<'t> {
    /// A text with the definitions of its report.
    pub fn new(text: &'t str, references: Option<&'t References>) -> Self {
        let footnotes = references.map(|references| references.footnotes.as_slice()).unwrap_or_default();
        let missing = missing(text, footnotes);
        if missing.is_empty() {
            return Self { text: Cow::Borrowed(text), references, announced: 0 };
        }
        // The comment ends the last footnote, whatever the text begins with.
        let mut whole: String = missing.iter().map(|label| format!("[^{label}]: <!-- -->\n\n")).collect();
        whole.push_str("<!-- -->\n\n");
        whole.push_str(text);
        Self { text: Cow::Owned(whole), references, announced: missing.len() }
    }

    /// What the parser finds, with links led by the definitions. A link of the type `ShortcutUnknown` without an address is the name of a
    /// page between double brackets: the name is its id, its words are what is to be shown.
    pub fn events(&self) -> impl Iterator<Item = Event<'_>> {
        let parser = Parser::new_with_broken_link_callback(&self.text, markdown_options(), Some(self.callback()));
        Named { inner: parser.peekable(), ready: Vec::new(), announced: self.announced }
    }

    fn callback(&self) -> impl BrokenLinkCallback<'_> {
        |link: BrokenLink<'_>| {
            if let Some(known) = self.references.and_then(|references| references.link(&link.reference)) {
                return Some((CowStr::from(known.address.as_str()), CowStr::from(known.title.as_str())));
            }
            names_a_page(&self.text, &link).then_some((CowStr::Borrowed(""), CowStr::Borrowed("")))
        }
    }
}

/// The footnotes that a text calls and does not define itself.
fn missing<'l>(text: &str, footnotes: &'l [String]) -> Vec<&'l String> {
    if footnotes.is_empty() {
        return Vec::new();
    }
    let (mut called, mut defined) = (HashSet::new(), HashSet::new());
    for (at, _) in text.match_indices("[^") {
        let rest = text.get(at + 2..).unwrap_or("");
        // A bracket inside a label would have to be escaped, and a label ends on its line.
        let Some((label, behind)) = rest.find([']', '[', '\n']).and_then(|end| rest.split_at_checked(end)) else {
            break;
        };
        let begins_line =
            || text.get(..at).is_some_and(|before| before.rsplit('\n').next().unwrap_or("").trim().is_empty());
        match behind.strip_prefix(']') {
            Some(behind) if behind.starts_with(':') && begins_line() => _ = defined.insert(label),
            Some(_) => _ = called.insert(label),
            None => {}
        }
    }
    footnotes.iter().filter(|label| called.contains(label.as_str()) && !defined.contains(label.as_str())).collect()
}

/// Whether brackets are the inner ones of `[[name]]` or `[[name|words]]`, as notebooks link their pages.
fn names_a_page(text: &str, link: &BrokenLink<'_>) -> bool {
    let (before, behind) = (text.get(..link.span.start).unwrap_or(""), text.get(link.span.end..).unwrap_or(""));
    let (Some(before), Some(behind)) = (before.strip_suffix('['), behind.strip_prefix(']')) else { return false };
    let inside = text.get(link.span.clone()).unwrap_or("").trim_start_matches('[').trim_end_matches(']');
    // `list[[0]]`, `[[1]](address)`, `[[ -f file ]]`, `[[2]]` are something else.
    link.link_type == LinkType::Shortcut
        && !before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '\\' | '!' | '['))
        && !behind.starts_with(['(', '[', ':'])
        && inside.trim() == inside
        && !inside.contains(['\n', '^', '='])
        && inside.chars().filter(|c| c.is_alphanumeric()).count() > 2
}

/// The events of a parser with names of pages as links: without the outer brackets, and with the words that their writer chose.
struct Named<'t, I: Iterator<Item = Event<'t>>> {
    inner: Peekable<I>,
    /// What comes next, the last first.
    ready: Vec<Event<'t>>,
    announced: usize,
}

impl<'t, I: Iterator<Item = Event<'t>>> Iterator for Named<'t, I> {
    type Item = Event<'t>;

    fn next(&mut self) -> Option<Event<'t>> {
        if let Some(event) = self.ready.pop() {
            return Some(event);
        }
        while self.announced > 0 {
            self.announced -= usize::from(self.inner.next()? == Event::End(TagEnd::FootnoteDefinition));
        }
        match self.inner.next()? {
            Event::Text(words) if words.ends_with('[') && self.inner.peek().is_some_and(is_named) => {
                Some(Event::Text(CowStr::from(words.get(..words.len() - 1).unwrap_or("").to_owned())))
            }
            event if is_named(&event) => Some(self.named(event)),
            event => Some(event),
        }
    }
}

impl<'t, I: Iterator<Item = Event<'t>>> Named<'t, I> {
    fn named(&mut self, event: Event<'t>) -> Event<'t> {
        let Event::Start(Tag::Link { link_type, dest_url, title, id }) = event else { return event };
        for inside in self.inner.by_ref() {
            if inside == Event::End(TagEnd::Link) {
                break;
            }
        }
        if let Some(Event::Text(words)) = self.inner.next_if(|next| matches!(next, Event::Text(_))) {
            let rest = words.strip_prefix(']').unwrap_or(&words).to_owned();
            self.ready.push(Event::Text(CowStr::from(rest)));
        }
        let (name, words) = id.split_once('|').unwrap_or((&id, &id));
        let name = name.trim_end_matches('\\').trim().to_owned();
        self.ready.push(Event::End(TagEnd::Link));
        self.ready.push(Event::Text(CowStr::from(words.trim().to_owned())));
        Event::Start(Tag::Link { link_type, dest_url, title, id: CowStr::from(name) })
    }
}

fn is_named(event: &Event<'_>) -> bool {
    matches!(event, Event::Start(Tag::Link { link_type: LinkType::ShortcutUnknown, dest_url, .. }) if dest_url.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str, references: &References) -> String {
        let resolved = Resolved::new(text, Some(references));
        let words = resolved.events().filter_map(|event| match event {
            Event::Text(words) | Event::Code(words) => Some(words.to_string()),
            Event::Start(Tag::Link { dest_url, id, .. }) if dest_url.is_empty() => Some(format!("<{id}>")),
            Event::Start(Tag::Link { dest_url, .. }) => Some(format!("<{dest_url}>")),
            Event::FootnoteReference(label) => Some(format!("^{label}")),
            _ => None,
        });
        words.collect()
    }

    fn known() -> References {
        let links = [("Issue  12", "https://example.org/12", ""), ("empty", "", "")];
        *References::of(links.into_iter(), vec!["why".to_owned(), "2".to_owned()]).expect("some")
    }

    #[test]
    fn words_in_brackets_are_what_the_report_says_of_them() {
        for (text, shown) in [
            ("a [#12][issue 12] b", "a <https://example.org/12>#12 b"),
            ("[issue\n12] b", "<https://example.org/12>issue12 b"),
            ("[Issue 12][] b", "<https://example.org/12>Issue 12 b"),
            ("[[issue 12]] b", "[<https://example.org/12>issue 12] b"),
            ("[empty] [other]", "[empty] [other]"),
            ("`[issue 12]`", "[issue 12]"),
            ("So it was[^why], twice[^2][^3].", "So it was^why, twice^2[^3]."),
            ("    [^why]", "[^why]"),
            ("[^why]: so [^2]", "so ^2"),
            ("As they say[^2]: so", "As they say^2: so"),
        ] {
            assert_eq!(words(text, &known()), shown, "{text}");
        }
        assert_eq!(known().footnote("WHY"), Some(1));
        assert!(References::of(std::iter::empty(), Vec::new()).is_none());
    }

    #[test]
    fn double_brackets_name_a_page() {
        for (text, shown) in [
            ("see [[first-outage]].", "see <first-outage>first-outage."),
            (
                "[[first_outage_again]] and [[b-c|the other]]",
                "<first_outage_again>first_outage_again and <b-c>the other",
            ),
            ("([[a b c#part]], [[停電の報告]])", "(<a b c#part>a b c#part, <停電の報告>停電の報告)"),
            ("| a |\n|---|\n| [[one-two\\|words]] |", "a<one-two>words"),
            ("if [[ -f x ]] then list[[abc]]", "if [[ -f x ]] then list[[abc]]"),
            ("[[1]] [[123]](https://x.example) \\[[abc]]", "[[1]] <https://x.example>[123] [[abc]]"),
            ("`[[abc]]` ![[abc]] [[[abc]]]", "[[abc]] ![[abc]] [[[abc]]]"),
        ] {
            assert_eq!(words(text, &References::default()), shown, "{text}");
        }
    }
}
