//! The site in a real browser. Archives are built into sites, and `tests/browser` looks at them with node's own test runner.
//!
//! A missing browser is no reason to pass: it is installed where that can be done, else the test fails and says what is missing.

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::Instant;

use crate::generated;

/// Days are counted from here, so that sites are the same every time.
const TODAY: &str = "2026-11-24";
/// Where a site stands: only then does it have feeds and a sitemap.
const STANDS: [&str; 2] = ["--base-url", "https://example.org/incidents/"];
/// Reports of the archive whose HTML is read as a whole; one in eleven is a draft.
const MANY: usize = 1100;
/// The oldest node that the packages in the lock file run on.
const OLDEST_NODE: u32 = 20;
/// Names that the browser goes by.
const CHROMIUM: &[&str] = &[
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

#[test]
fn the_site_holds_in_a_real_browser() {
    if env::var("AFTERWORD_BROWSER").is_ok_and(|wish| wish == "skip") {
        return say("browser: SKIPPED, because AFTERWORD_BROWSER=skip is set\n");
    }
    let node = found_or_installed(&["nodejs", "npm"], node).unwrap_or_else(|| {
        panic!("the browser tests need Node {OLDEST_NODE} or newer with npm, and found none; install it, or set AFTERWORD_BROWSER=skip")
    });
    let chromium = found_or_installed(&["chromium"], chromium).unwrap_or_else(|| {
        panic!(
            "the browser tests need Chromium or Chrome, and found none; install it (Debian: `apt-get install chromium`), name it with \
             CHROMIUM=/path/to/it, or set AFTERWORD_BROWSER=skip"
        )
    });
    install_packages();
    let sites = build_sites();
    let began = Instant::now();
    let output = Command::new(node)
        .args(["--test", "--test-concurrency=2", "--test-timeout=600000", "--test-reporter=spec"])
        .current_dir(folder())
        .env("AFTERWORD_SITES", &sites)
        .env("CHROMIUM", &chromium)
        .output()
        .expect("node");
    let shown = text(&output);
    let passed = shown.lines().find_map(|line| line.strip_prefix("ℹ pass ")).unwrap_or("0");
    assert!(output.status.success() && passed != "0", "{shown}");
    if env::var_os("CI").is_some() {
        say(&shown);
    }
    say(&format!("browser: {passed} tests passed in {} s with {}\n", began.elapsed().as_secs(), chromium.display()));
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser")
}

/// Past the test runner, which shows what a test prints only when it fails.
fn say(words: &str) {
    let _ = std::io::stderr().write_all(words.as_bytes());
}

fn text(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

/// A program; where it is missing and this is root on a Debian or Ubuntu, its packages are installed first.
fn found_or_installed(packages: &[&str], find: fn() -> Option<PathBuf>) -> Option<PathBuf> {
    find().or_else(|| {
        let is_root = Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout.trim_ascii() == b"0");
        if !is_root || on_path("apt-get").is_none() {
            return None;
        }
        say(&format!("browser: installing {} with apt-get\n", packages.join(" ")));
        let apt = |arguments: &[&str]| {
            let output = Command::new("apt-get").args(arguments).env("DEBIAN_FRONTEND", "noninteractive").output();
            output.inspect(|output| {
                if !output.status.success() {
                    say(&text(output));
                }
            })
        };
        apt(&["update", "-qq"]).ok()?;
        apt(&[&["install", "-y", "-qq", "--no-install-recommends"], packages].concat()).ok()?;
        find()
    })
}

fn on_path(name: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(name)).find(|path| path.is_file())
}

/// Node with its package manager, if it is new enough.
fn node() -> Option<PathBuf> {
    let (node, _) = on_path("node").zip(on_path("npm"))?;
    let version = text(&Command::new(&node).arg("--version").output().ok()?);
    let major: u32 = version.trim().strip_prefix('v')?.split('.').next()?.parse().ok()?;
    (major >= OLDEST_NODE).then_some(node)
}

/// A browser that starts. Ubuntu's `chromium-browser` is but a pointer to another installer.
fn chromium() -> Option<PathBuf> {
    let named = env::var_os("CHROMIUM").map(PathBuf::from);
    let starts =
        |path: &PathBuf| Command::new(path).arg("--version").output().is_ok_and(|output| output.status.success());
    let known = CHROMIUM.iter().filter_map(|name| on_path(name));
    named.into_iter().chain(known).find(starts)
}

/// What the lock file names, once for each lock file.
fn install_packages() {
    let (lock, used) = (folder().join("package-lock.json"), folder().join("node_modules/.installed-lock.json"));
    let wanted = fs::read(&lock).expect("the lock file");
    if fs::read(&used).is_ok_and(|there| there == wanted) {
        return;
    }
    let output = Command::new("npm").args(["ci", "--no-progress"]).current_dir(folder()).output().expect("npm");
    assert!(output.status.success(), "`npm ci` in tests/browser failed:\n{}", text(&output));
    fs::write(used, wanted).expect("a note of what is installed");
}

/// Builds every site anew. Returns the folder that holds them.
fn build_sites() -> PathBuf {
    let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join("browser");
    let _ = fs::remove_dir_all(&place);
    let (sites, many) = (place.join("sites"), place.join("many"));
    fs::create_dir_all(&many).expect("a folder");
    fs::copy(example().join("afterword.toml"), many.join("afterword.toml")).expect("the example's configuration");
    for source in generated::sources(MANY) {
        fs::write(many.join(&source.path), &source.text).expect("a report");
    }
    build(&many, &sites.join("many"), "internal", &STANDS);
    build(&example(), &sites.join("internal"), "internal", &[]);
    build(&example(), &sites.join("public"), "public", &STANDS);
    build(in_german(&place.join("german")), &sites.join("german"), "public", &STANDS);
    for archive in
        fs::read_dir(folder().join("archives")).expect("the archives").map(|entry| entry.expect("an archive"))
    {
        build(&archive.path(), &sites.join(archive.file_name()), "internal", &STANDS);
    }
    sites
}

fn example() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("example-incidents")
}

/// The example's reports on a site that speaks German.
fn in_german(archive: &Path) -> &Path {
    fs::create_dir_all(archive).expect("a folder");
    for entry in fs::read_dir(example()).expect("the example").map(|entry| entry.expect("a file")) {
        if entry.path().is_file() {
            fs::copy(entry.path(), archive.join(entry.file_name())).expect("a copy");
        }
    }
    let configuration = archive.join("afterword.toml");
    let text = fs::read_to_string(&configuration).expect("the example's configuration");
    let german = "[site]\nlanguage = \"de\"\ntitle = \"Störungen, nacherzählt\"";
    let text = text.replace("[site]\ntitle = \"Afterword example incidents\"", german);
    assert!(text.contains(german), "the example's configuration begins its site in another way");
    fs::write(configuration, text).expect("a configuration");
    archive
}

fn build(archive: &Path, out: &Path, audience: &str, more: &[&str]) {
    let arguments = [
        OsStr::new("build"),
        archive.as_os_str(),
        "--out".as_ref(),
        out.as_os_str(),
        "--audience".as_ref(),
        audience.as_ref(),
    ];
    let output =
        Command::new(env!("CARGO_BIN_EXE_afterword")).args(arguments).args(["--today", TODAY]).args(more).output();
    let output = output.expect("the program");
    assert!(output.status.success(), "{}: {}", archive.display(), text(&output));
}
