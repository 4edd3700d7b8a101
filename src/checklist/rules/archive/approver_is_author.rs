use crate::checklist::rule::{Case, Report, rule};

rule! {
    /// Somebody else read it.
    ///
    /// A review by the one who wrote it finds what the writing found. An auditor counts it as none.
    ///
    /// ## Fails
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// authors: [Ada]
    /// reviewers: [ada]
    ///             ^^^ nobody but an author reviewed this
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T11:00:00Z
    /// ---
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// authors: [Ada]
    /// reviewers: [Ada, Grace]
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T11:00:00Z
    /// ---
    /// ```
    "approver-is-author", Warning
}

fn check(case: &Case<'_>, report: &mut Report) {
    let facts = &case.incident.facts;
    let wrote = |name: &str| facts.authors.iter().any(|author| author.value.trim().eq_ignore_ascii_case(name.trim()));
    if let Some(first) = facts.reviewers.first().filter(|_| facts.reviewers.iter().all(|reviewer| wrote(&reviewer.value))) {
        report.at(first.span.clone(), "nobody but an author reviewed this").help("ask one more person, and name them under `reviewers`");
    }
}
