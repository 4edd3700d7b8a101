use crate::checklist::rule::{Case, Report, rule};
use crate::checklist::rules::requirements::first_line;
use crate::incident::headings::Meaning;

rule! {
    /// The cause tells how one thing led to the other.
    ///
    /// "A network issue" or "human error" names a drawer, not a mechanism. A reader should be able to follow the chain: what changed, what that
    /// did, why it was not stopped.
    ///
    /// ## Fails
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// root_cause: A network issue.
    ///             ^^^^^^^^^^^^^^^^ this cause is a label, not a mechanism
    /// ---
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// root_cause: The certificate had expired, because the renewal ran as a user that was removed in May.
    /// ---
    /// ```
    "cause-without-mechanism", Warning, WhatWentWrong
}

/// Below this a cause is a label. Twelve words are about the shortest sentence with a "because" in it.
const FEWEST_WORDS: usize = 8;

fn check(case: &Case<'_>, report: &mut Report) {
    let incident = case.incident;
    let Some(passage) = incident.passage(Meaning::RootCause) else { return };
    // Languages without spaces count by characters.
    let words = passage.text.split_whitespace().map(|word| word.chars().count().div_ceil(12)).sum::<usize>();
    if words < FEWEST_WORDS && incident.five_whys().is_empty() && incident.passage(Meaning::ContributingFactors).is_none() {
        report
            .at(first_line(&passage), "this cause is a label, not a mechanism")
            .help("say what changed, what that did, and why nothing stopped it");
    }
}
