//! Links whose address stands elsewhere in the file, footnotes, names of pages between double brackets, files that have no page.

use std::collections::BTreeMap;

use afterword::archive::Archive;
use afterword::checklist::finding::Findings;
use afterword::config::Config;
use afterword::history::{FileHistory, History};
use afterword::incident::facts::Audience;
use afterword::incident::{Incident, Reading};
use afterword::report::Run;
use afterword::site::{Options, Site};
use afterword::source::SourceFile;
use chrono::NaiveDate;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn site(files: &[(&str, &str)], config: &Config, audience: Audience) -> BTreeMap<String, String> {
    let reading = Reading::default();
    let read = |(path, text): &(&str, &str)| {
        let incident = Incident::read(SourceFile::new(*path, *text), &reading);
        if audience == Audience::Public { incident.as_everyone_may_read_it(&reading) } else { incident }
    };
    let archive = Archive::new(files.iter().map(read).collect());
    let findings = Findings::default();
    let run = Run { archive: &archive, findings: &findings, scorecards: &[], config, today: day("2026-11-24") };
    let known = |path: &str| FileHistory {
        path: format!("docs/{path}"),
        first: None,
        last: day("2024-05-02"),
        revision: "a41f09c5d2".to_owned(),
        changed: false,
    };
    let history = History::new(false, files.iter().map(|(path, _)| ((*path).to_owned(), known(path))).collect());
    let site = Site::new(&run, Options { audience, drafts: false }, &[]).expect("the templates").with_history(history);
    let pages = site.render().expect("every page");
    pages.into_iter().filter_map(|(path, bytes)| Some((path, String::from_utf8(bytes).ok()?))).collect()
}

fn internal(files: &[(&str, &str)]) -> BTreeMap<String, String> {
    site(files, &Config::default(), Audience::Internal)
}

const BY_REFERENCE: &str = "---
title: Mail was late
audience: public
start: 2024-03-05T10:00:00Z
updates:
  - {at: 2024-03-05T10:30:00Z, text: 'See [the status][st].'}
---

## Summary

The queue ran full, as [issue 9][i9] says. It took an hour.

## Timeline

- 10:02 UTC [#9][i9] is opened
- 10:40 UTC The queue is empty ([the graph][])

## Lessons

- Queues need [limits][i9] \\[not this].

## Action items

- [ ] Limit the queue, see [#10][I9 ten] (ada, due 2099-05-01)

[st]: https://status.example/
[the graph]: https://graphs.example/q?a=1&b=2 \"Queue\"

## More

[i9]: <https://issues.example/9>
[i9
ten]: https://issues.example/10
";

#[test]
fn links_by_reference_lead_where_their_file_says() {
    let pages = internal(&[("a.md", BY_REFERENCE)]);
    let page = &pages["reports/a.html"];
    for link in [
        "as <a href=\"https://issues.example/9\">issue 9</a> says",
        "<a href=\"https://issues.example/9\">#9</a> is opened",
        "(<a href=\"https://graphs.example/q?a=1&amp;b=2\" title=\"Queue\">the graph</a>)",
        "need <a href=\"https://issues.example/9\">limits</a> [not this].",
        "see <a href=\"https://issues.example/10\">#10</a>",
        "See <a href=\"https://status.example/\">the status</a>.",
    ] {
        assert!(page.contains(link), "{link} is missing in {page}");
    }
    for path in ["lessons.html", "actions.html", "index.html"] {
        assert!(!pages[path].contains("]["), "{path}: {}", pages[path]);
    }
    assert!(pages["lessons.html"].contains("need <a href=\"https://issues.example/9\">limits</a>"));
}

#[test]
fn texts_without_markup_have_the_words_of_links_by_reference() {
    let mut config = Config::default();
    config.site.base_url = Some("https://example.org/".to_owned());
    let pages = site(&[("a.md", BY_REFERENCE)], &config, Audience::Public);
    assert!(
        pages["feed.xml"].contains("The queue ran full, as issue 9 says. It took an hour."),
        "{}",
        pages["feed.xml"]
    );
    assert!(pages["register.csv"].contains("Mail was late"));
    assert!(
        pages["actions.ics"].replace("\r\n ", "").contains("SUMMARY:Limit the queue\\, see #10"),
        "{}",
        pages["actions.ics"]
    );
    assert!(pages["reports/a.html"].contains("content=\"The queue ran full, as issue 9 says.\""));
}

#[test]
fn a_definition_that_is_internal_is_none_for_everyone() {
    let text = "---\ntitle: Mail was late\naudience: public\n---\n\n## Summary\n\nSee [the log][log].\n\n<!-- internal -->\n\n\
                [log]: https://logs.secret.example/\n\n<!-- /internal -->\n";
    let everyone = site(&[("a.md", text)], &Config::default(), Audience::Public);
    assert!(everyone.values().all(|page| !page.contains("logs.secret")));
    assert!(
        internal(&[("a.md", text)])["reports/a.html"].contains("<a href=\"https://logs.secret.example/\">the log</a>")
    );
}

#[test]
fn footnotes_lead_to_their_notes_wherever_these_stand() {
    let text = "# Mail was late\n\n## Summary\n\nIt was late[^why]. Then not[^2], nor ever[^3].\n\n## Lessons\n\n- Limits help[^2]: always.\n\n\
                ## More\n\nWords.\n\n[^why]: The *queue*.\n\n[^2]: For once.\n";
    let pages = internal(&[("a.md", text)]);
    let page = &pages["reports/a.html"];
    let call = |n: u32| format!("<sup class=\"footnote-reference\"><a href=\"#fn-{n}\">{n}</a></sup>");
    assert!(page.contains(&format!("It was late{}. Then not{}, nor ever[^3].", call(1), call(2))), "{page}");
    assert!(page.contains(&format!("Limits help{}: always.", call(2))), "{page}");
    for note in ["id=\"fn-1\"><sup class=\"footnote-definition-label\">1</sup>", "id=\"fn-2\"", "The <em>queue</em>."] {
        assert_eq!(page.matches(note).count(), 1, "{note}: {page}");
    }
    // On a page over many reports a number would lead nowhere.
    assert!(pages["lessons.html"].contains("Limits help: always."), "{}", pages["lessons.html"]);
}

#[test]
fn names_of_pages_between_double_brackets_are_links_or_words() {
    let text = "# Mail was late\n\n## Summary\n\nAs [[first-outage]], [[pm-7|the second]], [[sub/named#root-cause]], [[runbook of mail]] \
                and `[[ -f x ]]` say. So do `[[first-outage]]` and list[[abc]].\n";
    let other = "# Other\n\n## Root cause\n\nA limit.\n";
    let pages = internal(&[
        ("a.md", text),
        ("b/first-outage.md", other),
        ("pm-7-mail-was-gone.md", other),
        ("sub/named.md", "---\nid: other-name\n---\n# Named\n\n## Root cause\n\nA limit.\n"),
    ]);
    let page = &pages["reports/a.html"];
    let shown = "As <a href=\"first-outage.html\">first-outage</a>, <a href=\"pm-7-mail-was-gone.html\">the second</a>, \
                 <a href=\"other-name.html#whys\">sub/named#root-cause</a>, runbook of mail and <code>[[ -f x ]]</code> say. \
                 So do <code>[[first-outage]]</code> and list[[abc]].";
    assert!(page.contains(shown), "{page}");
    assert!(page.contains("content=\"As first-outage, the second, "), "{page}");
}

#[test]
fn a_file_without_a_page_is_shown_by_the_repository_or_not_at_all() {
    let text = "---\ntitle: Mail was late\naudience: public\n---\n\n## Summary\n\nAs [the runbook](../run%20books/mail.md#top) says. \
                [Far](../../../x.md), [web](https://example.org/a.md).\n\n## Lessons\n\n- Read [it](../run%20books/mail.md).\n";
    let files = [("reports/a.md", text)];
    let pages = internal(&files);
    let web = "<a href=\"https://example.org/a.md\">web</a>";
    assert!(
        pages["reports/a.html"].contains(&format!("As the runbook says. Far, {web}.")),
        "{}",
        pages["reports/a.html"]
    );
    let mut config = Config::default();
    config.site.edit_url = Some("https://git.example/edit/{revision}/{path}".to_owned());
    let pages = site(&files, &config, Audience::Internal);
    let address = "https://git.example/edit/a41f09c5d2/docs/run%20books/mail.md";
    assert!(pages["reports/a.html"].contains(&format!("As <a href=\"{address}\">the runbook</a> says. Far, {web}.")));
    assert!(pages["lessons.html"].contains(&format!("Read <a href=\"{address}\">it</a>.")));
    let pages = site(&files, &config, Audience::Public);
    assert!(pages["reports/a.html"].contains(&format!("As the runbook says. Far, {web}.")));
}
