//! Pictures of reports, and links from one report's file to another's.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

const HEAD: &str = "---\ntitle: Shops down\nstatus: final\naudience: public\nstart: 2024-03-05T10:00:00Z\nend: 2024-03-05T11:00:00Z\n---\n\n";
const SVG: &str =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 80 40\"><rect width=\"80\" height=\"40\"/></svg>";

/// A picture of one colour.
fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Grayscale);
    let pixels = vec![128; (width * height) as usize];
    encoder.write_header().and_then(|mut writer| writer.write_image_data(&pixels)).expect("a picture");
    bytes
}

fn write(folder: &Path, name: &str, bytes: impl AsRef<[u8]>) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, bytes).expect("a file");
}

/// An archive of these files.
fn archive(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    write(folder.path(), "afterword.toml", "");
    files.iter().for_each(|(name, bytes)| write(folder.path(), name, bytes));
    folder
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    let program = Command::new(env!("CARGO_BIN_EXE_afterword"));
    let mut program = program;
    program.args(arguments).args(["--today", "2024-06-01"]).current_dir(folder).output().expect("the program")
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

fn build(folder: &Path, audience: &str) -> String {
    let output = run(folder, &["build", "--audience", audience]);
    assert!(output.status.success(), "{}", said(&output));
    said(&output)
}

fn page(folder: &Path, id: &str) -> String {
    fs::read_to_string(folder.join(format!("site/reports/{id}.html"))).expect("the page")
}

fn pictures(folder: &Path) -> Vec<String> {
    let all = walkdir::WalkDir::new(folder.join("site/pictures")).sort_by_file_name();
    let files = all.into_iter().filter_map(Result::ok).filter(|entry| entry.file_type().is_file());
    files
        .map(|file| file.path().strip_prefix(folder.join("site/pictures")).expect("inside").display().to_string())
        .collect()
}

#[test]
fn pictures_stand_in_the_site_with_their_size() {
    let body = "![The *graph* of \"errors\"](graph.png \"By minute\")\n\n![Plan](../shared/plan.svg?raw=true) ![Other](old/Graph.png)\n\n\
        ![Again](./graph.png) ![Space](my%20graph.png)\n\n[![Linked](graph.png)](graph.png)\n\n\
        <p>raw <b>words</b></p>\n\n## Timeline\n\n- 10:02 UTC: seen ![small](graph.png)\n";
    let text = format!("{HEAD}{body}");
    let (one, two) = (png(3, 2), png(5, 4));
    let folder = archive(&[
        ("reports/shops.md", text.as_bytes()),
        ("reports/graph.png", &one),
        ("reports/old/Graph.png", &two),
        ("reports/my graph.png", &two),
        ("shared/plan.svg", SVG.as_bytes()),
        ("reports/unused.png", &one),
    ]);
    let folder = folder.path();
    let first = build(folder, "internal");
    let html = page(folder, "shops");
    for image in [
        "<img src=\"../pictures/shops/graph.png\" alt=\"The graph of &quot;errors&quot;\" title=\"By minute\" width=\"3\" height=\"2\" loading=\"lazy\" decoding=\"async\">",
        "<img src=\"../pictures/shops/plan.svg\" alt=\"Plan\" width=\"80\" height=\"40\" loading=\"lazy\" decoding=\"async\">",
        "<img src=\"../pictures/shops/Graph-2.png\" alt=\"Other\" width=\"5\" height=\"4\" loading=\"lazy\" decoding=\"async\">",
        "<img src=\"../pictures/shops/graph.png\" alt=\"Again\" width=\"3\"",
        "<img src=\"../pictures/shops/my-graph.png\" alt=\"Space\" width=\"5\"",
        "seen <img src=\"../pictures/shops/graph.png\" alt=\"small\"",
        "<a href=\"../pictures/shops/graph.png\"><img src=\"../pictures/shops/graph.png\" alt=\"Linked\"",
    ] {
        assert!(html.contains(image), "{image} is missing");
    }
    assert_eq!(pictures(folder), ["shops/Graph-2.png", "shops/graph.png", "shops/my-graph.png", "shops/plan.svg"]);
    assert_eq!(fs::read(folder.join("site/pictures/shops/Graph-2.png")).expect("the picture"), two);
    // A second build leaves them alone; a picture that is no longer shown goes.
    let second = build(folder, "internal");
    assert!(second.contains(" 0 files written"), "{first}\n{second}");
    write(folder, "reports/shops.md", format!("{HEAD}![The graph](graph.png)\n"));
    build(folder, "internal");
    assert_eq!(pictures(folder), ["shops/graph.png"]);
}

#[test]
fn a_picture_that_cannot_be_shown_keeps_its_words_and_is_a_finding() {
    let names = [
        "missing.png",
        "../../outside.png",
        "link.png",
        "notes.txt",
        "fake.png",
        "active.svg",
        "huge.png",
        "folder.png",
    ];
    let lines: String = names.iter().map(|name| format!("![Words of {name}]({name})\n\n")).collect();
    let remote = "![Remote](https://example.com/a.png) ![Root](/a.png) ![Data](data:image/png;base64,AAAA)\n\n<p><img src=\"graph.png\" alt=\"Raw words\" onerror=\"x\"></p>\n";
    let folder = archive(&[
        ("a/afterword.toml", b""),
        ("a/reports/shops.md", format!("{HEAD}{lines}{remote}").as_bytes()),
        ("outside.png", &png(1, 1)),
        ("a/reports/notes.txt", b"words"),
        ("a/reports/fake.png", b"words that are no picture"),
        ("a/reports/active.svg", b"<svg><script>1</script></svg>"),
        ("a/reports/graph.png", &png(1, 1)),
        ("a/reports/folder.png/x.txt", b""),
    ]);
    let folder = folder.path().join("a");
    let huge = fs::File::create(folder.join("reports/huge.png")).expect("a file");
    huge.set_len(33 * 1024 * 1024).expect("its length");
    #[cfg(unix)]
    std::os::unix::fs::symlink("../../outside.png", folder.join("reports/link.png")).expect("a link");
    #[cfg(not(unix))]
    write(&folder, "reports/link.png", "no picture");
    build(&folder, "internal");
    let html = page(&folder, "shops");
    for name in names {
        assert!(html.contains(&format!("<em>Words of {name}</em>")), "{name}: {html}");
    }
    assert!(html.contains("Raw words") && !html.contains("<img") && !html.contains("onerror=\"x\""), "{html}");
    assert!(pictures(&folder).is_empty());
    let found = said(&run(&folder, &["check", "--only", "broken-link", "--format", "concise"]));
    for (name, why) in [
        ("missing.png", "does not exist"),
        ("../../outside.png", "stands outside the archive"),
        #[cfg(unix)]
        ("link.png", "stands outside the archive"),
        ("notes.txt", "is not a picture that a page can show"),
        ("fake.png", "is not a picture that a page can show"),
        ("active.svg", "holds a script"),
        ("huge.png", "is larger than 32 MiB"),
        ("folder.png", "is not a picture that a page can show"),
    ] {
        assert!(found.contains(&format!("`{name}` {why}")), "{name}: {found}");
    }
    assert_eq!(found.matches("[broken-link]").count(), names.len(), "{found}");
}

#[test]
fn a_public_site_has_no_picture_that_only_an_internal_passage_shows() {
    let body = "![Shown](shown.png)\n\n<!-- internal -->\n![canaryalt](canaryname.png) ![Shown](shown.png)\n<!-- /internal -->\n\n\
        ## Timeline\n\n- 10:02 UTC: seen <!-- internal -->![x](canaryinline.png)<!-- /internal -->\n";
    let secret = "---\ntitle: Other\n---\n\n![x](canarysecret.png)\n";
    let mut canary = png(2, 2);
    canary.extend_from_slice(b"canarybytes of a picture");
    let folder = archive(&[
        ("shops.md", format!("{HEAD}{body}").as_bytes()),
        ("secret.md", secret.as_bytes()),
        ("shown.png", &png(1, 1)),
        ("canaryname.png", &canary),
        ("canaryinline.png", &canary),
        ("canarysecret.png", &canary),
    ]);
    build(folder.path(), "public");
    assert_eq!(pictures(folder.path()), ["shops/shown.png"]);
    for entry in walkdir::WalkDir::new(folder.path().join("site")).into_iter().filter_map(Result::ok) {
        let shown = entry.path().display().to_string();
        assert!(!shown.contains("canary"), "{shown}");
        if entry.file_type().is_file() {
            let bytes = fs::read(entry.path()).expect("a file");
            assert!(!String::from_utf8_lossy(&bytes).contains("canary"), "{shown}");
        }
    }
    build(folder.path(), "internal");
    assert_eq!(pictures(folder.path()).len(), 4 + 1 - 1);
}

#[test]
fn an_internal_word_inside_a_picture_stops_a_public_build() {
    let leaky = SVG.replace("<rect", "<text>the hidden codename falcon</text><rect");
    let body = "![Shown](plan.svg)\n\n<!-- internal -->\nthe hidden codename falcon\n<!-- /internal -->\n";
    let folder = archive(&[("shops.md", format!("{HEAD}{body}").as_bytes()), ("plan.svg", leaky.as_bytes())]);
    let output = run(folder.path(), &["build", "--audience", "public"]);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(said(&output).contains("would be in pictures/shops/plan.svg"), "{}", said(&output));
}

#[test]
fn a_cut_picture_is_none_and_stops_nothing() {
    let whole = png(3, 2);
    for length in [0, 1, 7, 8, 12, 16, 20, 24] {
        let bytes = whole.get(..length).unwrap_or_default();
        let folder = archive(&[("shops.md", format!("{HEAD}![Words](a.png)\n").as_bytes()), ("a.png", bytes)]);
        build(folder.path(), "internal");
        assert_eq!(page(folder.path(), "shops").contains("<img"), length == 24, "{length}");
    }
}

#[test]
fn links_to_other_reports_lead_to_their_pages() {
    let body = "See [first](older/first.md), [its cause](older/first.md#root-cause), [its times](./older/first.md#Timeline), \
        [its own words](older/first.md#more-words), [the draft](draft.md), [secret](older/secret.md#x), [readme](README.md) and [notes](notes.txt).\n\n\
        ## Action items\n\n- [ ] Do as in [first](older/first.md) (ada, due 2024-05-01)\n";
    let first = "## Timeline\n\n- 10:02 UTC: seen\n\n## Root cause\n\nA limit.\n\n## More words\n\nBack to [shops](../shops.md).\n";
    let folder = archive(&[
        ("shops.md", format!("{HEAD}{body}").as_bytes()),
        ("older/first.md", format!("{}{first}", HEAD.replace("Shops down", "First")).as_bytes()),
        ("older/secret.md", b"---\ntitle: Secret\n---\n\nText.\n"),
        ("draft.md", b"---\ntitle: Draft\nstatus: draft\n---\n\nText.\n"),
    ]);
    build(folder.path(), "internal");
    let html = page(folder.path(), "shops");
    for link in [
        "<a href=\"first.html\">first</a>",
        "<a href=\"first.html#whys\">its cause</a>",
        "<a href=\"first.html\">its times</a>",
        "<a href=\"first.html#more-words\">its own words</a>",
        "<a href=\"secret.html\">secret</a>",
        ", the draft, <a href=\"secret.html\">secret</a>, readme and <a href=\"notes.txt\">notes</a>",
    ] {
        assert!(html.contains(link), "{link} is missing");
    }
    assert!(page(folder.path(), "first").contains("Back to <a href=\"shops.html\">shops</a>"));
    let actions = fs::read_to_string(folder.path().join("site/actions.html")).expect("the page");
    assert!(actions.contains("Do as in <a href=\"reports/first.html\">first</a>"), "{actions}");
    build(folder.path(), "public");
    let html = page(folder.path(), "shops");
    for words in ["<a href=\"first.html\">first</a>", ", the draft, secret, readme and <a href=\"notes.txt\">notes</a>"]
    {
        assert!(html.contains(words), "{words} is missing");
    }
}

/// The head of a photograph, and how it is to be turned.
fn jpeg(width: u16, height: u16, orientation: u8) -> Vec<u8> {
    let tiff = [&b"MM\0*\0\0\0\x08"[..], &[0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]].concat();
    let exif = [&b"Exif\0\0"[..], &tiff].concat();
    let length = u16::try_from(exif.len() + 2).expect("a short segment").to_be_bytes();
    let ([h1, h2], [w1, w2]) = (height.to_be_bytes(), width.to_be_bytes());
    let frame = [0xff, 0xc0, 0, 11, 8, h1, h2, w1, w2, 1, 1, 0x11, 0];
    [&[0xff, 0xd8, 0xff, 0xe1][..], &length, &exif, &frame, &[0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0, 0xff, 0xd9]]
        .concat()
}

#[test]
fn a_photograph_has_the_size_of_the_turned_one() {
    for (orientation, width, height) in [(1, 80, 40), (3, 80, 40), (6, 40, 80), (8, 40, 80), (9, 80, 40)] {
        let text = format!("{HEAD}![The rack](rack.jpg)\n");
        let folder = archive(&[("a.md", text.as_bytes()), ("rack.jpg", &jpeg(80, 40, orientation))]);
        build(folder.path(), "public");
        let page = page(folder.path(), "a");
        assert!(page.contains(&format!("width=\"{width}\" height=\"{height}\"")), "{orientation}: {page}");
    }
}
