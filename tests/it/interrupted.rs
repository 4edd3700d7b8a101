//! A build that is killed leaves whole pages, and the next one ends as if nothing had happened.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Reports of the archive; enough that a kill can fall between two pages.
const REPORTS: usize = 40;

/// Writes an archive whose every page says `words`.
fn write_archive(folder: &Path, words: &str) {
    fs::create_dir_all(folder).expect("a folder");
    for n in 0..REPORTS {
        let text = format!(
            "---\ntitle: Report {n} {words}\nstart: 2024-03-05 10:00 UTC\nend: 2024-03-05 12:00 UTC\nimpact: 5 users\n---\n\nA switch reset.\n"
        );
        fs::write(folder.join(format!("2024-03-05-{n}.md")), text).expect("a report");
    }
}

fn build(archive: &Path, out: &Path) -> Child {
    Command::new(env!("CARGO_BIN_EXE_afterword"))
        .args(["build", "--quiet", "--today", "2026-11-24", "--out"])
        .args([out, archive])
        .stdout(Stdio::null())
        .spawn()
        .expect("the program")
}

/// Every file below a folder with its bytes; none where there is no folder.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(inner) = folders.pop() {
        for entry in fs::read_dir(&inner).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).expect("below the folder").to_path_buf();
                found.insert(name, fs::read(&path).expect("a file"));
            }
        }
    }
    found
}

/// The pages alone, without the lists that builds keep.
fn pages(mut files: BTreeMap<PathBuf, Vec<u8>>) -> BTreeMap<PathBuf, Vec<u8>> {
    files.retain(|path, _| !path.to_string_lossy().starts_with(".afterword-manifest"));
    files
}

#[test]
fn a_killed_build_tears_no_page_and_the_next_one_mends_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    let (archives, out) = ([at("old"), at("new")], at("out"));
    write_archive(&archives[0], "before");
    write_archive(&archives[1], "after");
    let mut whole = Vec::new();
    let mut length = Duration::ZERO;
    for (archive, name) in archives.iter().zip(["whole-old", "whole-new"]) {
        let began = Instant::now();
        assert!(build(archive, &at(name)).wait().expect("the end").success());
        length = length.max(began.elapsed());
        whole.push(files(&at(name)));
    }
    assert!(build(&archives[0], &out).wait().expect("the end").success());
    for round in 0..8_usize {
        let (old, new) = (round % 2, (round + 1) % 2);
        let before = pages(files(&out));
        let mut child = build(&archives[new], &out);
        let began = Instant::now();
        let moves_in = || out.join(".afterword-manifest.pending").exists();
        // Half the kills fall anywhere, half into the move-in.
        let moment = length * u32::try_from(round).unwrap_or(0) / 8;
        let waits = |began: Instant| if round < 4 { began.elapsed() < moment * 2 } else { !moves_in() };
        while waits(began) && child.try_wait().expect("its state").is_none() {
            std::thread::sleep(Duration::from_micros(200));
        }
        let _ = child.kill();
        child.wait().expect("the end");
        let after = pages(files(&out));
        for (path, bytes) in &after {
            assert!(
                whole.iter().any(|files| files.get(path) == Some(bytes)),
                "round {round}: {} is of neither build",
                path.display()
            );
        }
        if !moves_in() && after != pages(whole[new].clone()) {
            assert_eq!(after, before, "round {round}: killed before the move-in, and yet something was touched");
        }
        assert!(after.len() >= pages(whole[old].clone()).len(), "round {round}: a page is gone");
        assert!(build(&archives[new], &out).wait().expect("the end").success());
        assert_eq!(files(&out), whole[new], "round {round}: the next build ended with other bytes");
        assert!(!at(".out.afterword-staging").exists(), "round {round}: staging was left");
    }
}
