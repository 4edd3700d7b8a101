//! `sitemap.xml` and `robots.txt`.

use chrono::{DateTime, FixedOffset};
use quick_xml::escape::escape;
use url::Url;

use crate::site::address::absolute;

/// Addresses in one file; the protocol allows no more.
const PER_FILE: usize = 50_000;

const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// How many parts the sitemap has beside `sitemap.xml`: none where all addresses fit into that.
pub(super) fn parts(pages: usize) -> usize {
    if pages <= PER_FILE { 0 } else { pages.div_ceil(PER_FILE) }
}

/// The path of a part, from 0.
pub(super) fn part_path(n: usize) -> String {
    format!("sitemap-{}.xml", n + 1)
}

/// `sitemap.xml`: the pages, or where the parts are.
pub(super) fn whole<'a>(
    base: &Url,
    pages: &[&'a str],
    changed: impl Fn(&'a str) -> Option<DateTime<FixedOffset>>,
) -> Vec<u8> {
    let parts = parts(pages.len());
    if parts == 0 {
        return urls(base, pages.iter().copied(), changed);
    }
    let entries: String = (0..parts)
        .map(|n| format!("<sitemap><loc>{}</loc></sitemap>\n", escape(absolute(base, &part_path(n)))))
        .collect();
    document("sitemapindex", &entries)
}

/// One part, from 0.
pub(super) fn part<'a>(
    base: &Url,
    pages: &[&'a str],
    n: usize,
    changed: impl Fn(&'a str) -> Option<DateTime<FixedOffset>>,
) -> Vec<u8> {
    urls(base, pages.iter().copied().skip(n * PER_FILE).take(PER_FILE), changed)
}

fn urls<'a>(
    base: &Url,
    pages: impl Iterator<Item = &'a str>,
    changed: impl Fn(&'a str) -> Option<DateTime<FixedOffset>>,
) -> Vec<u8> {
    let entry = |path: &'a str| {
        let at = changed(path).map(|at| format!("<lastmod>{}</lastmod>", at.to_rfc3339())).unwrap_or_default();
        format!("<url><loc>{}</loc>{at}</url>\n", escape(absolute(base, path)))
    };
    document("urlset", &pages.map(entry).collect::<String>())
}

fn document(root: &str, entries: &str) -> Vec<u8> {
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<{root} xmlns=\"{NAMESPACE}\">\n{entries}</{root}>\n")
        .into_bytes()
}

/// What crawlers may read: everything of a public site, nothing of an internal one.
pub(super) fn robots(base: Option<&Url>, internal: bool) -> Vec<u8> {
    if internal {
        return b"User-agent: *\nDisallow: /\n".to_vec();
    }
    let sitemap = base.map(|base| format!("Sitemap: {}\n", absolute(base, "sitemap.xml"))).unwrap_or_default();
    format!("User-agent: *\nAllow: /\n{sitemap}").into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_sitemaps_come_in_parts() {
        let base = Url::parse("https://example.org/a&b/").expect("an address");
        let names: Vec<String> = (0..PER_FILE + 1).map(|n| format!("reports/{n}.html")).collect();
        let pages: Vec<&str> = names.iter().map(String::as_str).collect();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("text");
        let index = text(whole(&base, &pages, |_| None));
        assert_eq!(index.matches("<loc>").count(), 2);
        assert!(index.contains("https://example.org/a&amp;b/sitemap-2.xml"));
        assert_eq!(text(part(&base, &pages, 0, |_| None)).matches("<loc>").count(), PER_FILE);
        assert_eq!(text(part(&base, &pages, 1, |_| None)).matches("<loc>").count(), 1);
        let few = text(whole(&base, &pages[..2], |_| DateTime::parse_from_rfc3339("2024-03-05T10:00:00Z").ok()));
        assert_eq!(few.matches("<lastmod>2024-03-05T10:00:00+00:00</lastmod>").count(), 2);
    }
}
