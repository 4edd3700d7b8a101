//! Long lists on several pages.

use serde::Serialize;

use crate::site::words::Words;

/// Entries on one page of a list.
pub(in crate::site) const PER_PAGE: usize = 100;

/// The way to the pages before and after.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Pager {
    before: Option<String>,
    after: Option<String>,
    page_n: Option<String>,
}

impl Pager {
    /// Of page `n`, from 0, of a list whose first page has a name without folder and ending.
    pub(in crate::site) fn new(name: &str, n: usize, entries: usize, words: &Words) -> Self {
        Self::of(name, n, pages(entries), words)
    }

    /// Of page `n` of so many.
    pub(in crate::site) fn of(name: &str, n: usize, pages: usize, words: &Words) -> Self {
        let page_n = || words.fill("page_n", &[("n", &(n + 1).to_string()), ("m", &pages.to_string())]);
        Self {
            before: n.checked_sub(1).map(|before| file(name, before)),
            after: (n + 1 < pages).then(|| file(name, n + 1)),
            page_n: (pages > 1).then(page_n),
        }
    }
}

/// How many pages a list takes: one at least.
pub(in crate::site) fn pages(entries: usize) -> usize {
    entries.div_ceil(PER_PAGE).max(1)
}

/// The file of page `n`. A name never holds a dot, so that no page meets another's.
pub(in crate::site) fn file(name: &str, n: usize) -> String {
    if n == 0 { format!("{name}.html") } else { format!("{name}.{}.html", n + 1) }
}
