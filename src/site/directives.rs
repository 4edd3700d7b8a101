//! Directives of other site generators (`{% include a.md %}`, `{{< toc >}}`, `{:toc}`), which old reports bring along. A paragraph of
//! nothing else says nothing to readers; where words stand in one or beside one, all is shown as it was written.

use pulldown_cmark::{Event, Tag, TagEnd};

/// How directives begin and end.
const MARKS: [(&str, &str); 4] = [("{%", "%}"), ("{{<", ">}}"), ("{{%", "%}}"), ("{:", "}")];

/// Attributes that hold words for readers.
const WORDS: [&str; 4] = ["title=", "caption=", "alt=", "text="];

/// The events of a text without the paragraphs that hold nothing but directives.
pub(super) fn left_out<'a>(text: &str, events: Vec<Event<'a>>) -> Vec<Event<'a>> {
    if !text.contains('{') || !MARKS.iter().any(|(open, _)| text.contains(open)) {
        return events;
    }
    let mut kept = Vec::with_capacity(events.len());
    for event in events {
        let ends = event == Event::End(TagEnd::Paragraph);
        match ends.then(|| paragraph(&kept)).flatten() {
            Some(start) => kept.truncate(start),
            None => kept.push(event),
        }
    }
    kept
}

/// Where the paragraph begins that these events end with, if it holds nothing but directives.
fn paragraph(events: &[Event<'_>]) -> Option<usize> {
    let start = events.iter().rposition(|event| matches!(event, Event::Start(Tag::Paragraph)))?;
    let mut text = String::new();
    for event in events.get(start + 1..)? {
        match event {
            Event::Text(words) => text.push_str(words),
            Event::SoftBreak | Event::HardBreak => text.push('\n'),
            _ => return None,
        }
    }
    are_all(&text).then_some(start)
}

fn are_all(text: &str) -> bool {
    let mut rest = text.trim();
    if rest.is_empty() || WORDS.iter().any(|known| rest.contains(known)) {
        return false;
    }
    while !rest.is_empty() {
        let behind = MARKS.iter().find_map(|(open, close)| Some(rest.strip_prefix(open)?.split_once(close)?.1));
        let Some(behind) = behind else { return false };
        rest = behind.trim_start();
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::markdown::block;

    #[test]
    fn only_directives_are_left_out() {
        for all in [
            "{% include a.md %}",
            "{{< toc >}}",
            "{{% note %}}",
            "{:toc}",
            "{: .big}\n{% raw %}",
            "{{< a >}} {{< /a >}}",
        ] {
            assert!(are_all(all), "{all}");
        }
        for words in
            ["", "{", "{{ name }}", "{% a", "{% a %} b", "see {:toc}", "{{< figure title=\"The rack\" >}}", "{}", "{{<"]
        {
            assert!(!are_all(words), "{words}");
        }
    }

    #[test]
    fn a_page_shows_what_stands_around_them() {
        let text = "One.\n\n{% include a.md %}\n\nTwo {% b %}.\n\n`{% c %}`\n\n- {% d %}\n";
        let html = block(text, 2);
        assert!(!html.contains("include") && html.contains("<p>One.</p>\n<p>Two {% b %}.</p>"), "{html}");
        assert!(html.contains("<code>{% c %}</code>") && html.contains("<li>{% d %}</li>"), "{html}");
    }
}
