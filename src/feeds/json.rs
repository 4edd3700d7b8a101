//! JSON Feed 1.1.

use serde::Serialize;

use crate::feeds::Feed;

#[derive(Serialize)]
struct Document<'a> {
    version: &'static str,
    title: &'a str,
    home_page_url: &'a str,
    feed_url: &'a str,
    description: &'a str,
    language: &'a str,
    authors: [Author<'a>; 1],
    items: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Author<'a> {
    name: &'a str,
}

#[derive(Serialize)]
struct Item<'a> {
    id: &'a str,
    url: &'a str,
    title: &'a str,
    content_text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<String>,
    date_modified: String,
    language: &'a str,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    tags: &'a [String],
}

/// The feed's text.
///
/// # Errors
/// What the writer says; none is known for a feed of ours.
pub fn write(feed: &Feed) -> Result<Vec<u8>, String> {
    let items = feed.entries.iter().map(|entry| Item {
        id: &entry.id,
        url: &entry.page,
        title: &entry.title,
        content_text: &entry.text,
        date_published: entry.published.map(|at| at.to_rfc3339()),
        date_modified: entry.updated.to_rfc3339(),
        language: &entry.language,
        tags: &entry.subjects,
    });
    let document = Document {
        version: "https://jsonfeed.org/version/1.1",
        title: &feed.title,
        home_page_url: &feed.page,
        feed_url: &feed.address,
        description: &feed.description,
        language: &feed.language,
        authors: [Author { name: &feed.author }],
        items: items.collect(),
    };
    serde_json::to_vec(&document).map_err(|error| error.to_string())
}
