use crate::checklist::rule::{Case, Report, rule};
use crate::incident::action_item::Kept;
use crate::source::Spanned;

rule! {
    /// What was promised in public is kept.
    ///
    /// A promise past its date on a page that everyone can read is the shortest way to lose what the report had won back. Keep it, or say with a new
    /// date why not.
    ///
    /// ## Fails
    ///
    /// ```markdown today=2024-05-01
    /// ---
    /// title: Shops slow
    /// audience: public
    /// severity: sev1
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T13:00:00Z
    /// promises:
    ///   - {what: a credit for March, due: 2024-04-01}
    ///                                     ^^^^^^^^^^ this promise was due 30 days ago
    /// ---
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown today=2024-05-01
    /// ---
    /// title: Shops slow
    /// audience: public
    /// severity: sev1
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T13:00:00Z
    /// promises:
    ///   - {what: a credit for March, due: 2024-04-01, kept: 2024-03-28}
    ///   - {what: a second line, due: 2024-12-01}
    /// ---
    /// ```
    "overdue-promise", Error, WhatImproves
}

fn check(case: &Case<'_>, report: &mut Report) {
    for promise in &case.incident.facts.promises {
        let due = promise.due.as_ref().and_then(|due| due.date.map(|date| (date, due.text.span.clone())));
        let open = !matches!(&promise.kept, Some(Kept::At(_)) | Some(Kept::Said(Spanned { value: true, .. })));
        if let Some((date, span)) = due.filter(|(date, _)| open && *date < case.today) {
            let days = (case.today - date).num_days();
            report
                .at(span, format!("this promise was due {days} days ago"))
                .help("keep it and add `kept: …`, or give a new date and say why");
        }
    }
}
