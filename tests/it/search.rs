//! The index of the search: what is in it, what is not, and how much a query has to load.

use std::collections::{BTreeMap, BTreeSet};

use afterword::archive::{Archive, reading};
use afterword::checklist::finding::Findings;
use afterword::config::Config;
use afterword::incident::Incident;
use afterword::incident::facts::Audience;
use afterword::report::Run;
use afterword::site::{Options, Site};
use afterword::source::SourceFile;
use chrono::NaiveDate;
use serde_json::Value;

fn archive_of(files: &[(String, String)]) -> Archive {
    let reading = reading(&Config::default()).expect("headings");
    Archive::new(
        files
            .iter()
            .map(|(path, text)| Incident::read(SourceFile::new(path.clone(), text.clone()), &reading))
            .collect(),
    )
}

fn files(texts: &[(&str, &str)]) -> Vec<(String, String)> {
    texts.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

/// All paths of a site, and the bytes at those that are wanted.
fn render(archive: &Archive, audience: Audience, config: &Config, wanted: &str) -> BTreeMap<String, String> {
    let findings = Findings::default();
    let today = NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day");
    let run = Run { archive, findings: &findings, scorecards: &[], config, today };
    let site = Site::new(&run, Options { audience, drafts: false }, &[]).expect("the templates");
    let paths = site.paths().filter(|path| path.starts_with(wanted));
    let read = |path: &str| site.bytes(path).expect("a path of the site").expect("a page");
    paths.map(|path| (path.to_owned(), String::from_utf8(read(path)).expect("UTF-8"))).collect()
}

fn index_of(texts: &[(&str, &str)], audience: Audience) -> BTreeMap<String, String> {
    render(&archive_of(&files(texts)), audience, &Config::default(), "search/")
}

/// The value that a file of the index hands over, and under which name.
fn value(script: &str) -> (String, Value) {
    let inside = script.strip_prefix("afterword(").and_then(|rest| rest.strip_suffix(")\n")).expect("one call");
    let both: Value = serde_json::from_str(&format!("[{inside}]")).expect("JSON");
    (both[0].as_str().expect("a name").to_owned(), both[1].clone())
}

fn numbers(list: &str) -> Vec<u32> {
    const DIGITS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let digit = |c: char| u32::try_from(DIGITS.find(c).expect("a digit")).expect("a small number");
    if let Some(bits) = list.strip_prefix('!') {
        let sixes = (0_u32..).zip(bits.chars().map(digit));
        return sixes
            .flat_map(|(n, six)| (0..6).filter(move |bit| six >> bit & 1 == 1).map(move |bit| n * 6 + bit))
            .collect();
    }
    let (mut numbers, mut next, mut step, mut shift) = (Vec::new(), 0, 0, 0);
    for value in list.chars().map(digit) {
        step += (value & 31) << shift;
        shift += 5;
        if value & 32 == 0 {
            numbers.push(next + step);
            next += step + 1;
            (step, shift) = (0, 0);
        }
    }
    numbers
}

/// For each term the ids of the reports in whose title, head, rest it stands.
fn terms(index: &BTreeMap<String, String>) -> BTreeMap<String, [Vec<String>; 3]> {
    let values: BTreeMap<String, Value> = index.values().map(|script| value(script)).collect();
    let table = &values["index"];
    let names = |key: &str| table[key].as_array().expect("a list").clone();
    let reports: Vec<String> = names("described")
        .iter()
        .flat_map(|name| values[name.as_str().expect("a name")].as_array().expect("reports").clone())
        .map(|report| report[0].as_str().expect("an address").to_owned())
        .collect();
    assert_eq!(reports.len() as u64, table["reports"].as_u64().expect("a number"));
    let mut terms = BTreeMap::new();
    for shard in names("terms") {
        let lines = values[shard[1].as_str().expect("a name")].as_str().expect("lines").to_owned();
        assert_eq!(lines.split(' ').next(), shard[0].as_str(), "the table names another first term");
        for line in lines.lines() {
            let mut parts = line.split(' ');
            let term = parts.next().expect("a term").to_owned();
            let mut ids = || {
                let found = numbers(parts.next().unwrap_or(""));
                found.into_iter().map(|number| reports[number as usize].clone()).collect()
            };
            terms.insert(term, [ids(), ids(), ids()]);
        }
    }
    terms
}

#[test]
fn words_are_found_where_they_stand_whatever_their_case_and_accents() {
    let index = index_of(
        &[
            (
                "a.md",
                "---\ntitle: Zahlungen gestört\nstart: 2024-01-01\nservices: [Kasse]\ntags: [dns]\nsummary: Wir versagten.\n---\n\nDer **Über**gang stockte. Gestört!\n",
            ),
            (
                "b.md",
                "---\ntitle: 数据库故障\nlang: zh\nstart: 2024-02-01\nupdates:\n  - {channel: mail, text: Kasse wieder da}\n---\n\n```\nERR_TIMEOUT 0x1F\n```\n",
            ),
        ],
        Audience::Internal,
    );
    let terms = terms(&index);
    let found = |term: &str| terms.get(term).map(|fields| fields.clone().map(|ids| ids.join(" "))).unwrap_or_default();
    for (term, places) in [
        ("gestort", ["a", "", ""]),
        ("gestoert", ["a", "", ""]),
        ("kasse", ["", "a", "b"]),
        ("dns", ["", "a", ""]),
        ("versagten", ["", "a", ""]),
        ("uber", ["", "", "a"]),
        ("timeout", ["", "", "b"]),
        ("0x1f", ["", "", "b"]),
        ("数据", ["b", "", ""]),
        ("障", ["b", "", ""]),
        ("gestört", ["", "", ""]),
        ("services", ["", "", ""]),
    ] {
        assert_eq!(found(term), places.map(str::to_owned), "{term}");
    }
}

#[test]
fn nothing_internal_is_in_the_index_of_a_public_site() {
    let shown = "---\ntitle: Shown\naudience: public\nstart: 2024-03-05\nservices:\n  - {name: canary, internal: true}\n  - mail\n\
        timeline:\n  - {at: 2024-03-05T10:00:00Z, event: canary, internal: true}\n\
        action_items:\n  - {action: canary, owner: canary, internal: true}\n\
        updates:\n  - {channel: canary, text: canary, internal: true}\npromises:\n  - {what: canary, internal: true}\n\
        corrections:\n  - {at: 2024-03-06, what: canary, internal: true}\n\
        impact: {affected: [{who: canary, internal: true}]}\nwaive: {missing-timeline: canary}\ninternal: {root_cause: canary}\n---\n\n\
        Words <!-- canary --> here.\n\n<!-- internal -->\n## canary\n\ncanary\n<!-- /internal -->\n\n<!-- canary\ncanary -->\n\nEnd.\n\n- x <!-- internal -->canary<!-- /internal --> y\n";
    let texts = [
        ("canary-secret.md", "---\ntitle: canary\n---\n\ncanary\n"),
        ("draft.md", "---\ntitle: canary\nstatus: draft\naudience: public\n---\n"),
        ("shown.md", shown),
    ];
    let index = index_of(&texts, Audience::Public);
    for (path, script) in &index {
        assert!(!script.contains("canary") && !path.contains("canary"), "{path}: {script}");
    }
    let terms = terms(&index);
    assert!(terms.contains_key("words") && terms.contains_key("end") && terms.contains_key("mail"));
    assert!(index_of(&texts, Audience::Internal).values().any(|script| script.contains("canary")));
}

#[test]
fn no_value_ends_the_script_it_stands_in() {
    let evil = "</script><script>alert(1)</script><!-- \u{2028}\u{2029} \\\\ ` ${x}";
    let text = format!(
        "---\ntitle: '{evil}'\nservices: ['{evil}']\nsummary: '{evil}'\nseverity: '{evil}'\nstart: 2024-03-05\n---\n"
    );
    let index = index_of(&[("a.md", &text)], Audience::Internal);
    for (path, script) in &index {
        assert!(!script.contains(['<', '\u{2028}', '\u{2029}']) && script.lines().count() == 1, "{path}: {script}");
        let (name, _) = value(script);
        assert_eq!(*path, format!("search/{name}.js"));
    }
    assert!(terms(&index)["alert"][0] == ["a"]);
}

#[test]
fn the_index_is_the_same_every_time_and_a_new_report_moves_none() {
    let old = generated(120);
    let first = render(&archive_of(&old), Audience::Internal, &Config::default(), "search/");
    assert_eq!(first, render(&archive_of(&old), Audience::Internal, &Config::default(), "search/"));
    let mut more = old.clone();
    more.push(("new.md".to_owned(), "---\ntitle: New\nstart: 2025-01-01\n---\n".to_owned()));
    let second = render(&archive_of(&more), Audience::Internal, &Config::default(), "search/");
    let described = |index: &BTreeMap<String, String>| -> BTreeSet<String> {
        index.keys().filter(|path| path.starts_with("search/r")).cloned().collect()
    };
    let kept = described(&first).intersection(&described(&second)).count();
    assert_eq!((described(&first).len(), kept), (3, 2), "full files of reports stay as they are");
}

/// Reports of a few hundred words out of some thousands, a few of which stand in almost every report, as in any language.
fn generated(count: usize) -> Vec<(String, String)> {
    let mut seed = 7_u64;
    let mut random = move || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        f64::from(u32::try_from(seed >> 33).expect("31 bits")) / f64::from(1_u32 << 31)
    };
    let word = |rank: f64| {
        let mut left = rank as usize;
        let mut word = String::from("w");
        for letters in [&b"aeiou"[..], b"bdfgklmnprst", b"aeiou", b"bdfgklmnprst", b"aeiou"] {
            word.push(char::from(letters[left % letters.len()]));
            left /= letters.len();
        }
        word
    };
    (0..count)
        .map(|n| {
            let body: Vec<String> = (0..300).map(|_| word(18_000_f64.powf(random()))).collect();
            let head = format!(
                "title: {}\nstart: 2024-01-01T00:{:02}:00Z\nservices: [s{}]",
                body[..6].join(" "),
                n % 60,
                n % 40
            );
            (format!("r{n:05}.md"), format!("---\n{head}\n---\n\n{}\n", body.join(" ")))
        })
        .collect()
}

#[test]
fn a_query_in_a_large_archive_loads_little() {
    let index = render(&archive_of(&generated(2_000)), Audience::Internal, &Config::default(), "search/");
    for (path, script) in &index {
        assert!(script.len() <= 64 * 1024, "{path} has {} bytes", script.len());
    }
    let shards = index.keys().filter(|path| path.starts_with("search/t")).count();
    assert!((10..200).contains(&shards), "{shards} files of terms");
    let terms = terms(&index);
    let everywhere = terms.values().filter(|fields| fields.iter().map(Vec::len).sum::<usize>() > 1_000).count();
    assert!(everywhere > 5, "the archive has no common words, so it proves nothing");
}

#[test]
fn every_page_runs_one_script_of_its_own() {
    let archive = archive_of(&files(&[(
        "a.md",
        "---\ntitle: A\nservices: [mail]\nseverity: sev2\nstart: 2024-03-05T10:00:00Z\nend: 2024-03-05T11:00:00Z\n---\n",
    )]));
    let mut config = Config::default();
    let pages = render(&archive, Audience::Internal, &config, "");
    let start = pages.keys().find(|path| path.starts_with("assets/start.")).expect("the script");
    let search = pages.keys().find(|path| path.starts_with("assets/search.")).expect("the script");
    for (path, page) in pages.iter().filter(|(path, _)| path.ends_with(".html")) {
        // The page for addresses that lead nowhere is shown at any depth.
        let root = match path.as_str() {
            "404.html" => "/",
            path if path.contains('/') => "../",
            _ => "",
        };
        let tag = format!("<script src=\"{root}{start}\" defer></script>");
        let page = page.replace("<script type=\"application/ld+json\">", "");
        assert_eq!((page.matches("<script").count(), page.matches(&tag).count()), (1, 1), "{path}");
        assert!(
            page.contains(" script-src 'self';") && page.contains(&format!("data-script=\"{root}{search}\"")),
            "{path}"
        );
        assert_eq!(page.matches("data-pagefind-body").count(), usize::from(path.starts_with("reports/")), "{path}");
    }
    assert!(pages["index.html"].contains("<a href=\"severities/sev2.html\" data-filter=\"severity=sev2\">"));
    assert!(pages["reports/a.html"].contains("content=\"mail\" data-pagefind-filter=\"service[content]\""));
    config.site.search = false;
    let pages = render(&archive, Audience::Internal, &config, "");
    // What a report says in the reader's own time needs no search.
    assert!(pages.keys().all(|path| !path.contains("search") && (!path.ends_with(".js") || path.contains("/start."))));
    for (path, page) in pages.iter().filter(|(path, _)| path.ends_with(".html")) {
        let scripts = page.matches("<script src=").count();
        assert!(scripts == 1 && !page.contains("search.html") && !page.contains("form-action 'self'"), "{path}");
    }
    assert!(pages["reports/a.html"].contains("class=\"here\""));
}
