use crate::checklist::rule::{Case, Report, rule};
use crate::source::Span;

rule! {
    /// The number of a report is the same in its title and in its id.
    ///
    /// Who starts from a copy of the last report changes the number in the title and forgets the id or the file's name: the page keeps the old
    /// number in its address, and every link to it is wrong for good. Read is a number with a word before it, such as `PM-2026-038` or `INC-107`, at the
    /// beginning of a title; numbers of other kinds, and other reports that a title speaks of, are left alone.
    ///
    /// ## Fails
    ///
    /// ```markdown path=pm-2024-011-slow-shops.md
    /// ---
    /// title: "PM-2024-012: Shops slow"
    ///         ^^^^^^^^^^^ the title says `PM-2024-012`, the id `pm-2024-011`
    /// ---
    /// ```
    ///
    /// ```markdown
    /// ---
    /// title: Postmortem INC-0107, shops slow
    ///                   ^^^^^^^^ the title says `INC-0107`, the id `inc-106`
    /// id: inc-106-shops-slow
    /// ---
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown path=pm-2024-012-slow-shops.md
    /// ---
    /// title: "PM-2024-012: Shops slow as in PM-2024-011"
    /// ---
    /// ```
    ///
    /// ```markdown path=inc-0107.md
    /// ---
    /// title: INC-107 Shops slow after CVE-2024-3094
    /// ---
    /// ```
    ///
    /// ```markdown path=2024-03-05-shops.md
    /// ---
    /// title: HTTP-502 at the till
    /// ---
    /// ```
    "id-changed-in-title-only", Warning
}

fn check(case: &Case<'_>, report: &mut Report) {
    let incident = case.incident;
    let Some(title) = incident.title() else { return };
    let (Some((own, place)), Some((id, in_id))) = (number(&title.value), number(&incident.id)) else { return };
    if own.0 != id.0 || own.1.len() != id.1.len() || own.1 == id.1 {
        return;
    }
    let said = title.value.get(place).unwrap_or("");
    // A quoted or folded title is not the text of the file: there the number is looked for.
    let written = incident.source.slice(&title.span);
    let span = written.find(said).map_or(title.span.clone(), |at| title.span.start + at..title.span.start + at + said.len());
    report
        .at(span, format!("the title says `{said}`, the id `{}`", incident.id.get(in_id).unwrap_or("")))
        .help("write the same number in both; the id is the file's name unless `id` is given");
}

/// A word, and the groups of digits behind it without their leading zeros.
type Number = (String, Vec<String>);

/// The number among the first two words of a text, and its place: letters, then groups of digits, with hyphens between them.
fn number(text: &str) -> Option<(Number, Span)> {
    let mut at = 0;
    for word in text.split_whitespace().take(2) {
        let start = at + text.get(at..)?.find(word)?;
        at = start + word.len();
        let mut parts = word.split(['-', '_']);
        let letters = parts.next().unwrap_or("");
        if letters.len() < 2 || !letters.chars().all(|c| c.is_ascii_alphabetic()) {
            continue;
        }
        let mut groups = Vec::new();
        let mut end = letters.len();
        for part in parts {
            let digits = part.trim_end_matches(|c: char| !c.is_ascii_digit());
            let clean = !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit()) && part.chars().skip(digits.len()).all(|c| c.is_ascii_punctuation());
            if !clean {
                break;
            }
            groups.push(digits.trim_start_matches('0').to_owned());
            end += 1 + digits.len();
            if digits.len() < part.len() {
                break;
            }
        }
        if !groups.is_empty() {
            return Some(((letters.to_ascii_lowercase(), groups), start..start + end));
        }
    }
    None
}
