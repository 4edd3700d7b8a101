//! Markdown to HTML that is safe to publish, whatever stands in the report.
//!
//! Markdown's own constructs are escaped by the writer; links are kept to harmless schemes; raw HTML goes through an allow-list. Text
//! without raw HTML needs no second parser, which is most of it.

use std::sync::LazyLock;

use ammonia::Builder;
use pulldown_cmark::{CowStr, Event, Parser, Tag, TagEnd, html};

use crate::incident::anchor;
use crate::incident::body::markdown_options;

/// Renders a passage; its headings begin one level below `level`.
pub fn block(text: &str, level: u8) -> String {
    render(text, level)
}

/// Renders a text that stands inside a line: the paragraph around it is left out where it is the only one.
pub fn inline(text: &str) -> String {
    let html = render(text, 3);
    let trimmed = html.trim();
    let inner =
        trimmed.strip_prefix("<p>").and_then(|rest| rest.strip_suffix("</p>")).filter(|inner| !inner.contains("<p>"));
    inner.unwrap_or(trimmed).to_owned()
}

/// The text alone, for descriptions and titles: no markup, not escaped.
pub fn plain(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    for event in Parser::new_ext(text, markdown_options()) {
        match event {
            Event::Text(words) | Event::Code(words) => kept.push_str(&words),
            Event::SoftBreak | Event::HardBreak | Event::End(_) => kept.push(' '),
            _ => {}
        }
    }
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn render(text: &str, level: u8) -> String {
    let mut raw = false;
    let mut events: Vec<Event<'_>> = Vec::new();
    let mut heading: Option<(usize, String)> = None;
    for event in Parser::new_ext(text, markdown_options()) {
        let event = match event {
            Event::Html(html) | Event::InlineHtml(html) => {
                // Comments speak to the tools, not to readers.
                if html.trim_start().starts_with("<!--") {
                    continue;
                }
                raw = true;
                Event::InlineHtml(html)
            }
            Event::Start(Tag::Heading { level: own, classes, attrs, .. }) => {
                heading = Some((events.len(), String::new()));
                let own = shifted(own as u8, level);
                Event::Start(Tag::Heading { level: own, id: None, classes, attrs })
            }
            Event::End(TagEnd::Heading(own)) => {
                if let Some((start, words)) = heading.take()
                    && let Some(Event::Start(Tag::Heading { id, .. })) = events.get_mut(start)
                {
                    *id = Some(CowStr::from(anchor(&words)));
                }
                Event::End(TagEnd::Heading(shifted(own as u8, level)))
            }
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                Event::Start(Tag::Link { link_type, dest_url: harmless(dest_url), title, id })
            }
            Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
                Event::Start(Tag::Image { link_type, dest_url: harmless(dest_url), title, id })
            }
            // Alignment would be a style attribute, which the site does without.
            Event::Start(Tag::Table(_)) => Event::Start(Tag::Table(Vec::new())),
            other => {
                if let (Some((_, words)), Event::Text(text) | Event::Code(text)) = (&mut heading, &other) {
                    words.push_str(text);
                }
                other
            }
        };
        events.push(event);
    }
    let mut rendered = String::with_capacity(text.len() * 3 / 2);
    html::push_html(&mut rendered, events.into_iter());
    if raw { CLEANER.clean(&rendered).to_string() } else { rendered }
}

fn shifted(own: u8, level: u8) -> pulldown_cmark::HeadingLevel {
    let level = usize::from(own.max(1) + level).saturating_sub(1).clamp(1, 6);
    pulldown_cmark::HeadingLevel::try_from(level).unwrap_or(pulldown_cmark::HeadingLevel::H6)
}

/// Links to other programs (`javascript:`, `data:` …) lead nowhere.
fn harmless(url: CowStr<'_>) -> CowStr<'_> {
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

/// What raw HTML may hold. The same schemes as for Markdown's links; no style, no script, no handler, no form but a ticked box.
static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::default();
    builder
        .add_tags(["input", "section"])
        .add_tag_attributes("input", ["checked"])
        .set_tag_attribute_value("input", "type", "checkbox")
        .set_tag_attribute_value("input", "disabled", "")
        .add_generic_attributes(["id"])
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
        .add_allowed_classes("div", ["footnote-definition"])
        .url_schemes(["http", "https", "mailto", "tel"].into())
        .link_rel(None);
    builder
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_markdown_comes_out_harmless() {
        for text in [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "[a](javascript:alert(1))",
            "[a](JaVa\tScript:alert(1))",
            "[a](data:text/html;base64,x)",
            "![a](javascript:alert(1))",
            "<a href=\"javascript:alert(1)\">a</a>",
            "<a href=\" java&#10;script:alert(1)\">a</a>",
            "<svg onload=alert(1)>",
            "<iframe src=//evil></iframe>",
            "<form action=//evil><input type=text></form>",
            "<p style=\"background:url(//evil)\">x</p>",
            "<math><mi xlink:href=\"javascript:1\">x",
            "<details open ontoggle=alert(1)>",
            "a <b onclick=alert(1)>b</b>",
            "[a]: javascript:alert(1)\n\n[a]",
            "<!-- --><img src=x onerror=1> -->",
            "<base href=//evil>",
            "<style>@import '//evil'</style>",
        ] {
            let html = block(text, 2).to_lowercase();
            for bad in [
                "<script",
                "onerror",
                "onload=",
                "ontoggle",
                "onclick",
                "javascript:",
                "data:",
                "<iframe",
                "<form",
                "style=",
                "<svg",
                "<base",
                "@import",
                "type=\"text",
            ] {
                let quoted = html.replace("&lt;script", "").replace("&lt;", "");
                assert!(!quoted.contains(bad), "{text:?} gives {html}");
            }
        }
    }

    #[test]
    fn what_writers_need_is_kept() {
        let html = block(
            "# A\n\n- [x] done <kbd>x</kbd>\n\n| a |\n|--:|\n| 1 |\n\n<details><summary>s</summary>t</details>\n\n[l](../x.md#y) <!-- waive -->\n",
            2,
        );
        for kept in
            ["<h2 id=\"a\">A</h2>", "checkbox", "checked", "<kbd>x</kbd>", "<table>", "<details>", "href=\"../x.md#y\""]
        {
            assert!(html.contains(kept), "{kept} is missing in {html}");
        }
        assert!(!html.contains("waive") && !html.contains("style"), "{html}");
    }

    #[test]
    fn both_ways_agree_on_text_without_html() {
        let text = "A *b* `c <d>` & \"e\" [f](https://x/?a=1&b=2 \"t\")\n\n> q\n\n1. x\n2. y\n";
        let plain = block(text, 2);
        let cleaned = CLEANER.clean(&plain).to_string();
        let fold = |html: &str| {
            html.replace("&quot;", "\"")
                .replace("&amp;", "&")
                .replace(" />", ">")
                .split_whitespace()
                .collect::<String>()
        };
        assert_eq!(fold(&plain), fold(&cleaned));
    }

    #[test]
    fn lines_lose_their_paragraph() {
        assert_eq!(inline("a **b**"), "a <strong>b</strong>");
        assert_eq!(plain("a **b** [c](d) `e`"), "a b c e");
    }
}
