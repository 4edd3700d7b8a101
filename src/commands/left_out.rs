//! What a build left out, for whoever answers for it.

// What is said is not worth stopping for: a reader that went away (`afterword build | head`) leaves the work to be done.
use crate::site::Site;
use crate::site::audience::{Edition, Omission};
use crate::site::proof::Proof;
use std::io::Write as _;

/// Prints it: with `explain` everything with its place and reason, else the reports that have no page, and with `quiet` not even those.
pub(super) fn print(edition: &Edition, site: &Site<'_>, explain: bool, quiet: bool) {
    if quiet && !explain {
        return;
    }
    let whole = edition.left_out.iter().filter_map(|omission| Some((omission.path.as_str(), omission.whole?)));
    let without_page = site.left_out.iter().map(|(incident, why)| (incident.source.path.as_str(), *why));
    let mut whole: Vec<_> = whole.chain(without_page).collect();
    whole.sort_by_key(|(path, _)| *path);
    if !explain {
        for (path, why) in whole {
            let _ = writeln!(std::io::stdout(), "left out  {path}: {}", why.words());
        }
        return;
    }
    let _ = writeln!(std::io::stdout(), "{}", heading(whole.len(), "report has no page", "reports have no page"));
    for (path, why) in &whole {
        let _ = writeln!(std::io::stdout(), "  {path}: {}", why.words());
    }
    let parts = || edition.left_out.iter().filter(|omission| omission.whole.is_none());
    let count = parts().map(|omission| omission.passages.len()).sum();
    let _ = writeln!(
        std::io::stdout(),
        "{}",
        heading(
            count,
            "passage is left out of the reports that have one",
            "passages are left out of the reports that have one"
        )
    );
    for omission in parts() {
        print_passages(omission);
    }
}

/// Says what the proof covered.
pub(super) fn proven(proof: &Proof) -> String {
    match (proof.sought, proof.unprovable) {
        (0, 0) => "Nothing in this archive is internal".to_owned(),
        (sought, 0) => format!("Every file was searched for {sought} internal texts, and holds none of them"),
        (sought, rest) => format!(
            "Every file was searched for {sought} internal texts, and holds none of them; {rest} are too short or too common to be searched for"
        ),
    }
}

fn heading(count: usize, one: &str, many: &str) -> String {
    match count {
        0 => format!("No {one}"),
        1 => format!("1 {one}:"),
        _ => format!("{count} {many}:"),
    }
}

fn print_passages(omission: &Omission) {
    for passage in &omission.passages {
        let lines = match passage.last_line {
            last if last > passage.line => format!(", to line {last}"),
            _ => String::new(),
        };
        let _ = writeln!(
            std::io::stdout(),
            "  {}:{}:{}: {}{lines}",
            omission.path,
            passage.line,
            passage.column,
            passage.why
        );
    }
}
