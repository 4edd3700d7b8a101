use crate::checklist::rule::{Case, Report, rule};
use crate::checklist::rules::requirements::first_line;
use crate::incident::headings::Meaning;

rule! {
    /// The summary is short enough to be read alone.
    ///
    /// It goes into feeds, previews and chats. Past 120 words it is the report told twice.
    ///
    /// ## Fails
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
    /// One more sentence that says again what the one before it has said already.
    /// ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the summary has 140 words
    /// One more sentence that says again what the one before it has said already.
    /// One more sentence that says again what the one before it has said already.
    /// One more sentence that says again what the one before it has said already.
    /// One more sentence that says again what the one before it has said already.
    /// One more sentence that says again what the one before it has said already.
    /// One more sentence that says again what the one before it has said already.
    /// One more sentence that says again what the one before it has said already.
    /// One more sentence that says again what the one before it has said already.
    /// One more sentence that says again what the one before it has said already.
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
    /// On 5 March all shops were slow for an hour. It is over.
    /// ```
    "summary-too-long", Advice
}

/// About eight sentences.
const MOST_WORDS: usize = 120;

fn check(case: &Case<'_>, report: &mut Report) {
    let Some(passage) = case.incident.passage(Meaning::Summary) else { return };
    let words = passage.text.split_whitespace().count();
    if words > MOST_WORDS {
        report
            .at(first_line(&passage), format!("the summary has {words} words"))
            .help("keep what, who, how long and over or not; move the rest into sections");
    }
}
