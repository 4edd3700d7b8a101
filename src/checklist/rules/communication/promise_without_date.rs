use crate::checklist::rule::{Case, Report, rule};

rule! {
    /// A promise has a date.
    ///
    /// "We will credit every customer" without a day is a wish that readers wrote down.
    ///
    /// ## Fails
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// audience: public
    /// severity: sev1
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T13:00:00Z
    /// promises:
    ///   - {what: a credit for March}
    ///            ^^^^^^^^^^^^^^^^^^ a promise without a date
    /// ---
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// audience: public
    /// severity: sev1
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T13:00:00Z
    /// promises:
    ///   - {what: a credit for March, due: 2024-04-01}
    ///   - {what: a call to every shop, kept: yes}
    /// ---
    /// ```
    "promise-without-date", Warning, WhatImproves
}

fn check(case: &Case<'_>, report: &mut Report) {
    for promise in &case.incident.facts.promises {
        if promise.due.as_ref().is_none_or(|due| due.date.is_none()) && promise.kept.is_none() {
            report.at(promise.what.span.clone(), "a promise without a date").help("add `due: 2024-04-01`");
        }
    }
}
