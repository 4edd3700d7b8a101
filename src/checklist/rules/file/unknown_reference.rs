use crate::checklist::rule::{Case, Report, rule};
use crate::incident::front_matter::fields::nearest;

rule! {
    /// The reports that `related` and `repeat_of` name are in the archive.
    ///
    /// "The second of this cause" helps only where the first can be opened.
    ///
    /// ## Fails
    ///
    /// ```markdown path=a.md
    /// ---
    /// title: Shops slow
    /// repeat_of: 2023-01-01-slow-shops
    ///            ^^^^^^^^^^^^^^^^^^^^^ no report in the archive has the id `2023-01-01-slow-shops`
    /// ---
    /// ==> 2023-01-01-slow-shop.md <==
    /// ---
    /// title: The first time
    /// ---
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown path=a.md
    /// ---
    /// title: Shops slow
    /// repeat_of: 2023-01-01-slow-shops
    /// ---
    /// ==> 2023-01-01-slow-shops.md <==
    /// ---
    /// title: The first time
    /// ---
    /// ```
    ///
    /// ```markdown
    /// ---
    /// title: A report that is checked alone
    /// related: [2023-01-01-slow-shops]
    /// ---
    /// ```
    "unknown-reference", Warning
}

fn check(case: &Case<'_>, report: &mut Report) {
    // One report checked alone says nothing about what else there is.
    if case.archive.incidents.len() < 2 {
        return;
    }
    let facts = &case.incident.facts;
    for id in facts.related.iter().chain(&facts.repeat_of).filter(|id| !case.archive.by_id.contains_key(&id.value)) {
        let found = report.at(id.span.clone(), format!("no report in the archive has the id `{}`", id.value));
        // Only now: an archive may hold many ids, and nearly every reference is right.
        let ids: Vec<&str> = case.archive.by_id.keys().map(String::as_str).collect();
        match nearest(&id.value, &ids) {
            Some(known) => found.help(format!("did you mean `{known}`?")),
            None => found.help("use the id of a report: its file name without the ending"),
        };
    }
}
