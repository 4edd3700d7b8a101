use crate::checklist::rule::{Case, Report, rule};
use crate::incident::facts::Kind;

rule! {
    /// A report says when users began to feel it.
    ///
    /// Start and end come first among the requirements of the 2010 guideline: without them nobody can tell whether their own trouble was this
    /// one. The start is when users felt it, not when somebody noticed. A near miss has none; a report without front matter may tell it by the
    /// first row of its timeline.
    ///
    /// ## Fails
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// ^^^^^^^^^^^^^^^^^ this report does not say when it began
    /// end: 2024-03-05T11:00:00Z
    /// ---
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// start: 2024-03-05T10:00:00Z
    /// ---
    /// ```
    ///
    /// ```markdown
    /// ---
    /// title: A backup could not be read, in a test
    /// kind: near-miss
    /// ---
    /// ```
    ///
    /// ```markdown bare
    /// # Shops slow
    ///
    /// ## Timeline
    ///
    /// - 2024-03-05 10:00 UTC: the first order failed
    /// - 2024-03-05 11:00 UTC: orders came through again
    /// ```
    "missing-start", Error, StartAndEnd
}

fn check(case: &Case<'_>, report: &mut Report) {
    let incident = case.incident;
    // A start that is there but cannot be read has a finding already.
    let given = incident.facts.key("start").is_some() || incident.start().is_some();
    // Front matter that says nothing of the times (a site generator's title and layout) leaves them to the body.
    let silent = ["end", "detected", "status", "severity"].iter().all(|key| incident.facts.key(key).is_none());
    let told = silent && incident.likely_start().is_some();
    if !given && !told && incident.kind() == Kind::Incident {
        let found = report.at(incident.head(), "this report does not say when it began");
        found.help("add `start: 2024-03-05 10:00 Europe/Berlin`: when users began to feel it");
        case.key_stub(found, "start", "when users began to feel it, with its zone");
    }
}
