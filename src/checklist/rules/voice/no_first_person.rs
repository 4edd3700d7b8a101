use crate::checklist::phrases::verdict::WE;
use crate::checklist::rule::{Case, Report, rule};

rule! {
    /// Somebody speaks.
    ///
    /// "An issue was identified and has been resolved" has nobody in it: nobody failed, nobody is sorry, nobody will mend it. One "we" in the summary is
    /// enough. Reports of a few lines, and lists of notes, are left alone.
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
    if !spoken && full.nth(SENTENCES - 1).is_some() {
        report
            .at(case.incident.head(), "nobody speaks in this report")
            .help("say `we` once: who failed, and who mends it");
    }
}
