//! What may stand on a page of the words in a report: tags, attributes, schemes.

use std::collections::HashSet;
use std::sync::LazyLock;

use ammonia::Builder;
use pulldown_cmark::CowStr;

/// Whether raw HTML begins with a tag that pages may hold.
pub(super) fn is_allowed(html: &str) -> bool {
    let name = html.trim_start_matches(['<', '/']);
    let name = name.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or("").to_ascii_lowercase();
    TAGS.contains(name.as_str())
}

/// The tags that pages may hold.
static TAGS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| CLEANER.clone_tags());

/// Links to other programs (`javascript:`, `data:` …) lead nowhere.
pub(super) fn harmless(url: CowStr<'_>) -> CowStr<'_> {
    // Nearly all lead to the web.
    if ["https://", "http://"].iter().any(|known| url.starts_with(known)) {
        return url;
    }
    let clean: String =
        url.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect::<String>().to_ascii_lowercase();
    let scheme = clean.split_once(':').map(|(scheme, _)| scheme.to_owned());
    let path_first = |scheme: &str| scheme.contains(['/', '?', '#']);
    match scheme {
        Some(scheme) if !path_first(&scheme) && !matches!(scheme.as_str(), "http" | "https" | "mailto" | "tel") => {
            CowStr::from("#")
        }
        _ => url,
    }
}

fn is_footnote(id: &str) -> bool {
    id.strip_prefix("fn-").is_some_and(|n| n.chars().all(|c| c.is_ascii_digit()))
}

/// Whether an address is that of a picture in the site, seen from a report's page.
fn is_own_picture(address: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '~' | '%' | '/');
    let path = address.strip_prefix("../pictures/");
    path.is_some_and(|path| path.chars().all(plain) && !path.split('/').any(|part| matches!(part, "" | "." | "..")))
}

/// What raw HTML may hold. The same schemes as for Markdown's links; no style, no script, no handler, no form but a ticked box.
pub(super) static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::default();
    builder
        .add_tags(["input", "section"])
        .add_tag_attributes("input", ["checked"])
        .set_tag_attribute_value("input", "type", "checkbox")
        .set_tag_attribute_value("input", "disabled", "")
        .add_tag_attributes("h1", ["id"])
        .add_tag_attributes("h2", ["id"])
        .add_tag_attributes("h3", ["id"])
        .add_tag_attributes("h4", ["id"])
        .add_tag_attributes("h5", ["id"])
        .add_tag_attributes("h6", ["id"])
        .add_tag_attributes("div", ["id", "tabindex"])
        .set_tag_attribute_value("pre", "tabindex", "0")
        .attribute_filter(|tag, attribute, value| match (tag, attribute) {
            // Only footnotes need one; the page's own anchors stay its own.
            ("div", "tabindex") if value != "0" => None,
            ("div", "id") if !is_footnote(value) => None,
            // The site's own pictures, as `picture` writes them.
            ("img", "src") if !is_own_picture(value) => None,
            ("img", "width" | "height") if !value.chars().all(|c| c.is_ascii_digit()) => None,
            ("img", "loading") if value != "lazy" => None,
            ("img", "decoding") if value != "async" => None,
            _ => Some(value.into()),
        })
        .add_tag_attributes("img", ["decoding", "loading"])
        .rm_tag_attributes("img", ["align"])
        .rm_tags(["map", "area", "center", "strike", "tt", "acronym", "article", "aside", "header", "footer", "nav"])
        .add_allowed_classes(
            "blockquote",
            [
                "markdown-alert-note",
                "markdown-alert-tip",
                "markdown-alert-important",
                "markdown-alert-warning",
                "markdown-alert-caution",
            ],
        )
        .add_allowed_classes("sup", ["footnote-reference", "footnote-definition-label"])
        .add_allowed_classes("div", ["footnote-definition", "scroll"])
        .url_schemes(["http", "https", "mailto", "tel"].into())
        .link_rel(None);
    builder
});
