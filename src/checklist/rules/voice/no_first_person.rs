use crate::checklist::phrases::verdict::WE;
use crate::checklist::rule::{Case, Report, rule};
use crate::incident::spacing::is_dense;

rule! {
    /// Somebody speaks.
    ///
    /// "An issue was identified and has been resolved" has nobody in it: nobody failed, nobody is sorry, nobody will mend it. One "we" in the summary is
    /// enough. Reports of a few lines and lists of notes are left alone, and so are those in which people act by their names (`@maria restarted it`),
    /// advisories on a vulnerability, and languages that leave the first person out.
    ///
    /// ## Fails
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// ^^^^^^^^^^^^^^^^^ nobody speaks in this report
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T11:00:00Z
    /// ---
    ///
    /// ## Summary
    ///
    /// The shops were slow for one hour. Orders took a minute each. The lock was held by a report. The report was stopped by hand. Orders were
    /// fast again at once. The report runs at night from now on. An alarm was added for the lock. No order was lost that day.
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T11:00:00Z
    /// ---
    ///
    /// ## Summary
    ///
    /// The shops were slow for one hour. Orders took a minute each. The lock was held by a report. The report was stopped by hand. Orders were
    /// fast again at once. The report runs at night from now on. We added an alarm for the lock. No order was lost that day.
    /// ```
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T11:00:00Z
    /// ---
    ///
    /// ## Summary
    ///
    /// The shops were slow for one hour. Orders took a minute each. The lock was held by a report. The report was stopped by @maria. Orders were
    /// fast again at once. The report runs at night from now on. An alarm for the lock was added by @jo. No order was lost that day.
    /// ```
    ///
    /// ```markdown
    /// ---
    /// title: "Advisory: orders could be read by others"
    /// ---
    ///
    /// A missing check lets one customer read the orders of another. It is in all versions since 3.2. The check was lost in a merge. An attacker
    /// needs an account. No such use is known. Version 3.4 has the check again. All shops should be updated. The report of it came from outside.
    /// ```
    ///
    /// ```markdown
    ///
    /// ## Timeline
    ///
    /// - 10:00 the shops were slow.
    /// - 11:00 the shops were fast again.
    /// ```
    "no-first-person", Advice, SoundsHuman
}

/// Fewer sentences are notes.
const SENTENCES: usize = 8;

fn check(case: &Case<'_>, report: &mut Report) {
    let source = &case.incident.source;
    let mut full = case.prose.sentences.iter().filter(|sentence| {
        let text = source.slice(sentence);
        text.split_whitespace().nth(4).is_some() && text.trim_end().ends_with(['.', '!'])
    });
    let spoken = case.prose.found.iter().any(|found| found.has(WE));
    if !spoken && full.nth(SENTENCES - 1).is_some() && !is_advisory(case) && !acts_by_name(case) {
        report
            .at(case.incident.head(), "nobody speaks in this report")
            .help("say `we` once: who failed, and who mends it");
    }
}

/// A vulnerability that a program had is told of for those who run it; nobody's service failed.
fn is_advisory(case: &Case<'_>) -> bool {
    let title = case.incident.title().map(|title| title.value.to_lowercase()).unwrap_or_default();
    ["cve-", "advisory", "vulnerability", "sicherheitslücke", "schwachstelle"].iter().any(|word| title.contains(word))
}

/// People are named with `@`, or the language is one that needs no first person.
fn acts_by_name(case: &Case<'_>) -> bool {
    let texts = || case.prose.sentences.iter().map(|sentence| case.incident.source.slice(sentence));
    let handle = |word: &str| word.strip_prefix('@').is_some_and(|name| name.starts_with(char::is_alphabetic));
    let words = texts().filter(|text| text.contains('@')).flat_map(str::split_whitespace);
    let named = words.filter(|word| handle(word.trim_start_matches(['(', '*', '[']))).count();
    let dense = |c: char| is_dense(c) && c.is_alphabetic();
    let others = texts().filter(|text| !text.is_ascii()).flat_map(str::chars).filter(|c| dense(*c)).count();
    let letters = || texts().flat_map(str::chars).filter(|c| c.is_alphabetic() && !dense(*c)).count();
    named > 1 || others > 0 && others * 4 > letters()
}
