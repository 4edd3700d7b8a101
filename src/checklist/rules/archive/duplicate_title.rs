use crate::checklist::rule::{Case, Report, rule};

rule! {
    /// A title belongs to one report.
    ///
    /// Two reports under one title are a copy whose first line was not changed; a reader of a feed takes the second for the first.
    ///
    /// ## Fails
    ///
    /// ```markdown bare path=second.md
    /// # Outage of 6 June
    ///   ^^^^^^^^^^^^^^^^ first.md has the same title
    ///
    /// The queue stood still.
    /// ==> first.md <==
    /// # Outage of 6 June
    ///
    /// The disk was full.
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown bare path=second.md
    /// # Outage of 7 June
    ///
    /// The queue stood still.
    /// ==> first.md <==
    /// # Outage of 6 June
    ///
    /// The disk was full.
    /// ```
    "duplicate-title", Advice
}

fn check(case: &Case<'_>, report: &mut Report) {
    let Some(title) = case.incident.title() else { return };
    let Some(others) = case.archive.by_title.get(title.value.trim()) else { return };
    // The first by path keeps the title.
    let first = others.first().filter(|index| **index != case.index).and_then(|index| case.archive.incidents.get(*index));
    if let Some(first) = first {
        report.at(title.span.clone(), format!("{} has the same title", first.source.path)).help("say what was different this time");
    }
}
