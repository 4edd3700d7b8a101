use crate::checklist::rule::{Case, Report, rule};

rule! {
    /// A report has front matter.
    ///
    /// Without it the facts are read from headings, lists and tables, which works for most old reports and not for all. Five lines (title,
    /// status, severity, start, end) make them certain.
    ///
    /// ## Fails
    ///
    /// ```markdown bare
    /// # Shops slow
    /// ^^^^^^^^^^^^ this report has no front matter
    ///
    /// It took an hour.
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// ---
    ///
    /// It took an hour.
    /// ```
    "no-front-matter", Advice
}

fn check(case: &Case<'_>, report: &mut Report) {
    let incident = case.incident;
    if incident.front_matter.is_none() && incident.source.unreadable.is_none() {
        report
            .at(incident.head(), "this report has no front matter")
            .help("begin it with `---`, `title: …`, `start: …`, `end: …`, `---`");
    }
}
