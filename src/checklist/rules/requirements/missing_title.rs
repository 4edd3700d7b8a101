use crate::checklist::rule::{Case, Report, rule};

rule! {
    /// A report has a title that says the effect.
    ///
    /// It is what people see in a list, a feed and a chat, often the only thing they read. "Shops could not take orders for two hours" helps a
    /// customer; "Incident 4711" helps nobody.
    ///
    /// ## Fails
    ///
    /// ```markdown
    /// ---
    /// start: 2024-03-05T10:00:00Z
    /// ^^^^^^^^^^^^^^^^^^^^^^^^^^^ this report has no title
    /// ---
    ///
    /// The shops were slow.
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    /// ---
    /// start: 2024-03-05T10:00:00Z
    /// ---
    ///
    /// # Shops were slow for an hour
    /// ```
    "missing-title", Error
}

fn check(case: &Case<'_>, report: &mut Report) {
    if case.incident.facts.key("title").is_none() && case.incident.title().is_none_or(|title| title.value.trim().is_empty()) && case.incident.source.unreadable.is_none() {
        let found = report.at(case.incident.head(), "this report has no title");
        found.help("add `title: …` that says what users could not do");
        case.key_stub(found, "title", "what users could not do");
    }
}
