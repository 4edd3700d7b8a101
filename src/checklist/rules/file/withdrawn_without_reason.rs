use crate::checklist::rule::{Case, Report, rule};

rule! {
    /// A report that was withdrawn says why and when, in its last correction.
    ///
    /// Its page stays, so that links to it keep an answer, and shows nothing but the title and this. A report that vanishes without a word
    /// is remembered as one that was hidden. A report that another one replaces names it under `related`.
    ///
    /// ## Fails
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// status: withdrawn
    ///         ^^^^^^^^^ this report was withdrawn, and no correction says why and when
    /// ---
    /// ```
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// status: withdrawn
    /// corrections:
    ///   - {what: It told of a test.}
    ///            ^^^^^^^^^^^^^^^^^^ this correction has no day
    /// ---
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// status: withdrawn
    /// related: [2024-03-06-shops-down]
    /// corrections:
    ///   - {at: 2024-05-03, what: "The cause was another one; the report on the outage of the next day tells it."}
    /// ---
    /// ```
    "withdrawn-without-reason", Error
}

fn check(case: &Case<'_>, report: &mut Report) {
    let facts = &case.incident.facts;
    let Some(status) = facts.status.as_ref().filter(|_| case.incident.is_withdrawn()) else { return };
    let help = "add to `corrections`: `- {at: 2024-05-03, what: why it was withdrawn}`";
    match facts.corrections.last() {
        None => report.at(status.span.clone(), "this report was withdrawn, and no correction says why and when").help(help),
        Some(last) if last.at.is_none() => {
            report.at(last.what.span.clone(), "this correction has no day").help("add `at:` with the day it was withdrawn")
        }
        Some(_) => return,
    };
}
