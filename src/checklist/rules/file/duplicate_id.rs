use crate::checklist::rule::{Case, Report, rule};

rule! {
    /// No two reports have the same id.
    ///
    /// The id is the permanent address of a report. Of two reports with one id only one can be found, and old links lead to the wrong story.
    /// Ids are the file's name unless the key `id` says otherwise; a date and a slug survive parallel branches, a counter does not.
    ///
    /// ## Fails
    ///
    /// ```markdown path=first.md
    /// ---
    /// title: Shops slow
    /// id: slow-shops
    ///     ^^^^^^^^^^ the id `slow-shops` is also that of other.md
    /// ---
    /// ==> other.md <==
    /// ---
    /// title: Shops slow again
    /// id: slow-shops
    /// ---
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// ---
    /// ==> other.md <==
    /// ---
    /// title: Shops slow again
    /// ---
    /// ```
    "duplicate-id", Error
}

fn check(case: &Case<'_>, report: &mut Report) {
    let incident = case.incident;
    let twins = case.archive.by_id.get(&incident.id).map_or(&[][..], Vec::as_slice);
    let other = twins.iter().find(|index| **index != case.index).and_then(|index| case.archive.incidents.get(*index));
    if let Some(other) = other {
        let span = incident.facts.id.as_ref().map_or_else(|| incident.head(), |id| id.span.clone());
        report
            .at(span, format!("the id `{}` is also that of {}", incident.id, other.source.path))
            .help("give one of them another `id`; the older report keeps its address");
    }
}
