//! Markdown to HTML that is safe to publish, whatever stands in the report.
//!
//! Markdown's own constructs are escaped by the writer; links are kept to harmless schemes; raw HTML goes through an allow-list. Text
//! without raw HTML needs no second parser, which is most of it.

use pulldown_cmark::{CodeBlockKind, CowStr, Event, Tag, TagEnd, html};

use crate::incident::anchor;
pub use crate::incident::plain::plain;
use crate::incident::plain::without_comments;
use crate::incident::references::Resolved;
use crate::site::bare;
use crate::site::cleaner::{CLEANER, harmless, is_allowed};
use crate::site::directives;
use crate::site::linked::{alternative, escaped, is_picture, led, without_pictures};
use crate::site::nesting::nests;
use crate::site::simple;
use crate::site::targets::Targets;

/// Renders a passage; its headings begin one level below `level`.
pub fn block(text: &str, level: u8) -> String {
    simple::block(text).unwrap_or_else(|| render(text, level, None))
}

/// Renders a passage of a report, with its pictures, and with links that lead to the pages of other reports.
pub(in crate::site) fn block_in(text: &str, level: u8, targets: &Targets<'_>) -> String {
    simple::block(text).unwrap_or_else(|| render(text, level, Some(targets)))
}

/// Renders a text that stands inside a line: the paragraph around it is left out where it is the only one.
pub fn inline(text: &str) -> String {
    simple::line(text).unwrap_or_else(|| unwrapped(&render(text, 3, None)))
}

/// Renders a text of a report that stands inside a line.
pub(in crate::site) fn inline_in(text: &str, targets: &Targets<'_>) -> String {
    simple::line(text).unwrap_or_else(|| unwrapped(&render(text, 3, Some(targets))))
}

fn unwrapped(html: &str) -> String {
    let trimmed = html.trim();
    let inner =
        trimmed.strip_prefix("<p>").and_then(|rest| rest.strip_suffix("</p>")).filter(|inner| !inner.contains("<p>"));
    inner.unwrap_or(trimmed).to_owned()
}

fn render(text: &str, level: u8, targets: Option<&Targets<'_>>) -> String {
    let mut raw = false;
    let mut depth = 0;
    let mut events: Vec<Event<'_>> = Vec::new();
    let mut heading: Option<(usize, String)> = None;
    // A block of raw HTML comes line by line; comments in it may run over several.
    let mut block: Option<String> = None;
    let resolved = Resolved::new(text, targets.and_then(Targets::references));
    for event in resolved.events() {
        let event = match event {
            Event::Start(Tag::HtmlBlock) => {
                block = Some(String::new());
                continue;
            }
            Event::Html(html) => {
                if let Some(block) = &mut block {
                    block.push_str(&html);
                }
                continue;
            }
            Event::End(TagEnd::HtmlBlock) => {
                let html = block.take().unwrap_or_default();
                let html = without_comments(&html);
                raw |= !html.trim().is_empty();
                Event::InlineHtml(CowStr::from(html_block(&html, level, targets, &mut depth)))
            }
            // Comments speak to the tools, not to readers.
            Event::InlineHtml(html) if html.starts_with("<!--") => continue,
            // Pictures are shown where Markdown names them; of those in raw HTML the words stand for them.
            Event::InlineHtml(html) if is_picture(&html) => Event::Text(CowStr::from(alternative(&html))),
            Event::InlineHtml(html) if is_allowed(&html) && nests(&html, &mut depth) => {
                raw = true;
                Event::InlineHtml(html)
            }
            // `List<T>` and "the <script> in the template" are words: what no page may hold is shown as it was written.
            Event::InlineHtml(html) => Event::Text(html),
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
            other => {
                if let (Some((_, words)), Event::Text(text) | Event::Code(text)) = (&mut heading, &other) {
                    words.push_str(text);
                }
                footnote(other, targets).unwrap_or_else(|other| dressed(other, &mut events))
            }
        };
        events.push(event);
    }
    events = directives::left_out(text, bare::linked(text, events));
    led(&mut events, targets);
    let mut rendered = String::with_capacity(text.len() * 3 / 2);
    html::push_html(&mut rendered, events.into_iter());
    if raw { CLEANER.clean(&rendered).to_string() } else { rendered }
}

/// Footnotes have the number that they have in their file, since a page shows that piece by piece. On a page over many reports the
/// footnotes of each are left to its own.
fn footnote<'a>(event: Event<'a>, targets: Option<&Targets<'_>>) -> Result<Event<'a>, Event<'a>> {
    let number = |label: &str| targets.and_then(Targets::references).and_then(|known| known.footnote(label));
    let html = match &event {
        Event::FootnoteReference(label) => match number(label) {
            Some(n) if targets.is_some_and(Targets::on_own_page) => {
                format!("<sup class=\"footnote-reference\"><a href=\"#fn-{n}\">{n}</a></sup>")
            }
            _ => String::new(),
        },
        Event::Start(Tag::FootnoteDefinition(label)) => {
            let n = number(label).unwrap_or(1);
            format!(
                "<div class=\"footnote-definition\" id=\"fn-{n}\"><sup class=\"footnote-definition-label\">{n}</sup> "
            )
        }
        Event::End(TagEnd::FootnoteDefinition) => "</div>\n".to_owned(),
        _ => return Err(event),
    };
    Ok(Event::InlineHtml(CowStr::from(html)))
}

/// Links, pictures, tables and code as pages have them.
fn dressed<'a>(event: Event<'a>, events: &mut Vec<Event<'a>>) -> Event<'a> {
    match event {
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            Event::Start(Tag::Link { link_type, dest_url: harmless(dest_url), title, id })
        }
        Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
            Event::Start(Tag::Image { link_type, dest_url: harmless(dest_url), title, id })
        }
        // What may be wider than the page scrolls by itself, by keyboard too. Alignment would be a style attribute, which the site does
        // without.
        Event::Start(Tag::Table(_)) => {
            events.push(Event::InlineHtml(CowStr::from("<div class=\"scroll\" tabindex=\"0\">")));
            Event::Start(Tag::Table(Vec::new()))
        }
        Event::End(TagEnd::Table) => {
            events.push(Event::End(TagEnd::Table));
            Event::InlineHtml(CowStr::from("</div>\n"))
        }
        Event::Start(Tag::CodeBlock(kind)) => Event::InlineHtml(CowStr::from(code_block(&kind))),
        Event::End(TagEnd::CodeBlock) => Event::InlineHtml(CowStr::from("</code></pre>\n")),
        other => other,
    }
}

/// A block of raw HTML: words behind a comment are Markdown, and a tag that no page may hold is shown as it was written.
fn html_block(html: &str, level: u8, targets: Option<&Targets<'_>>, depth: &mut usize) -> String {
    let html = without_pictures(html);
    match html.trim() {
        "" => String::new(),
        words if !words.starts_with('<') => render(words, level, targets),
        tag if is_allowed(tag) && nests(tag, depth) => html.into_owned(),
        tag => format!("<p>{}</p>\n", escaped(tag)),
    }
}

/// How a block of code begins; its language is named where that is a plain word.
fn code_block(kind: &CodeBlockKind<'_>) -> String {
    let language = match kind {
        CodeBlockKind::Fenced(info) => info.split([' ', ',']).next().unwrap_or(""),
        CodeBlockKind::Indented => "",
    };
    let plain =
        !language.is_empty() && language.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '+'));
    let class = if plain { format!(" class=\"language-{language}\"") } else { String::new() };
    format!("<pre tabindex=\"0\"><code{class}>")
}

fn shifted(own: u8, level: u8) -> pulldown_cmark::HeadingLevel {
    let level = usize::from(own.max(1) + level).saturating_sub(1).clamp(1, 6);
    pulldown_cmark::HeadingLevel::try_from(level).unwrap_or(pulldown_cmark::HeadingLevel::H6)
}

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
                // What is shown as words does nothing.
                let pieces = html.split("&lt;").enumerate();
                let quoted: String = pieces
                    .map(|(index, piece)| match piece.split_once("&gt;") {
                        Some((_, behind)) if index > 0 => behind,
                        None if index > 0 => "",
                        _ => piece,
                    })
                    .collect();
                assert!(!quoted.contains(bad), "{text:?} gives {html}");
            }
        }
    }

    #[test]
    fn a_style_is_words() {
        assert_eq!(block("<style>@import '//evil'</style>", 2), "<p>&lt;style&gt;@import '//evil'&lt;/style&gt;</p>\n");
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
    fn comments_go_and_words_stay() {
        for (text, gone, kept) in [
            ("<!--\nsecret\nsecret\n-->\n\nText.", "secret", "Text."),
            ("- item\n  <!-- a\n  secret -->\n  more", "secret", "more"),
            ("<!-- note --> TEXT *here*", "note", "<em>here</em>"),
            ("<!-- a --><b>TEXT</b>", "a -->", "<b>TEXT</b>"),
            (
                "We forgot to escape <script> in it. And TEXT.\n\nMore.",
                "\0",
                "&lt;script&gt; in it. And TEXT.</p>\n<p>More.",
            ),
            ("A <title> and Vec<String> TEXT", "\0", "Vec&lt;String&gt; TEXT"),
            (
                "![the graph](https://tracker.example/p.gif)",
                "<img",
                "<a href=\"https://tracker.example/p.gif\">the graph</a>",
            ),
            ("<img src=\"//tracker.example/p.gif\">", "tracker", ""),
            ("![a](graph.png)", "<img", "<em>a</em>"),
            ("[![a](https://b.example/c.svg)](https://d.example)", "c.svg", "<em>a</em>"),
            ("<img src=\"graph.png\" alt=\"the graph\">", "<img", "the graph"),
            ("<div id=\"actions\">x</div>", "id=", "x"),
        ] {
            let html = block(text, 2);
            assert!(!html.contains(gone) && html.contains(kept), "{text:?} gives {html}");
        }
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
    fn simple_lines_are_what_the_parser_makes_of_them() {
        for text in [
            "We were down.",
            "It's 5 % at `db-1`, `a \"b\"` #3",
            "`a`",
            "Störung `é`",
            "traced to **a quota**, **b** `c`",
            "10:15 UTC: 3 hosts",
        ] {
            assert_eq!(simple::line(text), Some(unwrapped(&render(text, 3, None))), "{text}");
        }
        for text in ["see `a` at https://example.org", "a *b*", "a `b`` c", "1. a", "2) b", "3."] {
            assert_eq!(simple::line(text), None, "{text}");
        }
    }

    #[test]
    fn simple_blocks_are_what_the_parser_makes_of_them() {
        // Every block of up to four of these lines.
        let lines = [
            "",
            "Words `c` **s**.",
            "more - 1. x",
            "- item",
            "- `b`",
            "1. one",
            "2. **two**",
            "7. x",
            "2024-02-24 at 10:15",
        ];
        let mut blocks = vec![String::new()];
        let mut simple = 0;
        for _ in 0..4 {
            blocks = blocks.iter().flat_map(|block| lines.iter().map(move |line| format!("{block}{line}\n"))).collect();
            for block in &blocks {
                if let Some(html) = simple::block(block) {
                    simple += 1;
                    assert_eq!(html, render(block, 3, None), "{block}");
                }
            }
        }
        assert!(simple > 500, "{simple}");
        for block in [
            "a\n---\n",
            "- a\n  b\n",
            "- a\n\n  b\n",
            "a  \nb",
            "# a",
            "> a",
            "- [ ] a",
            "a\r\nb",
            "Term\n: is",
            "a\n    b",
        ] {
            assert_eq!(simple::block(block), None, "{block}");
        }
    }

    #[test]
    fn lines_lose_their_paragraph() {
        assert_eq!(inline("a **b**"), "a <strong>b</strong>");
        assert_eq!(plain("a **b** [c](d) `e`"), "a b c e");
    }
}
