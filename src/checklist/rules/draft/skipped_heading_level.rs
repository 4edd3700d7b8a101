use crate::checklist::rule::{Case, Report, rule};

rule! {
    /// Headings go down one level at a time.
    ///
    /// People who listen to a page move by its headings; a missing level sounds like a missing chapter.
    ///
    /// ## Fails
    ///
    /// ```markdown
    ///
    /// ## Impact
    ///
    /// All shops.
    ///
    /// #### In Europe
    ///      ^^^^^^^^^ a heading of level 4 stands under one of level 2
    ///
    /// All of them.
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    ///
    /// ## Impact
    ///
    /// All shops.
    ///
    /// ### In Europe
    ///
    /// All of them.
    ///
    /// ## Lessons
    ///
    /// None.
    /// ```
    "skipped-heading-level", Advice
}

fn check(case: &Case<'_>, report: &mut Report) {
    let headings: Vec<_> = case.incident.body.sections.iter().filter(|section| section.level <= 6).collect();
    for pair in headings.windows(2) {
        let [above, below] = pair else { continue };
        if below.level > above.level + 1 {
            report
                .at(below.heading.span.clone(), format!("a heading of level {} stands under one of level {}", below.level, above.level))
                .help(format!("write it with {} `#`", above.level + 1));
        }
    }
}
