//! The page for addresses that lead nowhere.

use serde::Serialize;

use crate::site::page::Frame;
use crate::site::words::Words;

/// The view of `404.html`.
#[derive(Debug, Serialize)]
pub struct NotFoundPage<'a> {
    frame: Frame<'a>,
    title: &'a str,
    description: &'a str,
}

impl<'a> NotFoundPage<'a> {
    /// The template.
    pub const TEMPLATE: &'static str = "404.html";

    pub(in crate::site) fn new(frame: Frame<'a>, words: &'a Words) -> Self {
        Self { frame, title: words.get("missing_title"), description: words.get("missing_text") }
    }
}
