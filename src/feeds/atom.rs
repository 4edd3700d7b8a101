//! Atom, RFC 4287.

use atom_syndication::{Category, Entry, Feed, FixedDateTime, Generator, Link, Person, Text, WriteConfig};

use crate::feeds;
use crate::feeds::printable;

/// The feed's text.
///
/// # Errors
/// What the writer says; none is known for a feed of ours.
pub fn write(feed: &feeds::Feed) -> Result<Vec<u8>, String> {
    let atom = Feed {
        title: Text::plain(printable(&feed.title)),
        subtitle: Some(Text::plain(printable(&feed.description))),
        id: feed.id.clone(),
        updated: feed.updated(),
        authors: vec![Person { name: printable(&feed.author), ..Person::default() }],
        generator: Some(Generator {
            value: "Afterword".to_owned(),
            version: Some(env!("CARGO_PKG_VERSION").to_owned()),
            ..Generator::default()
        }),
        links: vec![
            link("self", "application/atom+xml", &feed.address, &feed.language),
            link("alternate", "text/html", &feed.page, &feed.language),
        ],
        lang: Some(feed.language.clone()),
        entries: feed.entries.iter().map(|inner| entry(inner, &feed.language)).collect(),
        ..Feed::default()
    };
    let config = WriteConfig { indent_size: Some(1), ..WriteConfig::default() };
    atom.write_with_config(Vec::new(), config).map_err(|error| error.to_string())
}

fn link(rel: &str, mime: &str, href: &str, language: &str) -> Link {
    Link {
        rel: rel.to_owned(),
        href: href.to_owned(),
        mime_type: Some(mime.to_owned()),
        hreflang: Some(language.to_owned()),
        ..Link::default()
    }
}

fn entry(entry: &feeds::Entry, site: &str) -> Entry {
    // An entry itself takes no language here; its texts do, where theirs is not the feed's.
    let text = |words: &str| {
        let own = (entry.language != site).then(|| entry.language.clone());
        Text { lang: own, ..Text::plain(printable(words)) }
    };
    let category = |subject: &String| Category { term: printable(subject), ..Category::default() };
    let at = |at: chrono::DateTime<chrono::FixedOffset>| -> FixedDateTime { at };
    Entry {
        title: text(&entry.title),
        id: entry.id.clone(),
        updated: at(entry.updated),
        published: entry.published.map(at),
        links: vec![link("alternate", "text/html", &entry.page, &entry.language)],
        summary: Some(text(&entry.text)),
        categories: entry.subjects.iter().map(category).collect(),
        ..Entry::default()
    }
}
