use crate::checklist::rule::{Case, Report, rule};
use crate::incident::facts::{Kind, Status};

rule! {
    /// A report says when it was over, unless it is still going on.
    ///
    /// "Is it over?" is the question a customer has first. The end is when the last user no longer felt it.
    ///
    /// ## Fails
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// ^^^^^^^^^^^^^^^^^ this report does not say when it was over
    /// start: 2024-03-05T10:00:00Z
    /// ---
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// status: ongoing
    /// start: 2024-03-05T10:00:00Z
    /// ---
    /// ```
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T11:00:00Z
    /// ---
    /// ```
    "missing-end", Error, StartAndEnd
}

fn check(case: &Case<'_>, report: &mut Report) {
    let incident = case.incident;
    let given = incident.facts.key("end").is_some() || incident.end().is_some();
    // Front matter that says nothing of the times (a site generator's title and layout) leaves them to the body.
    let silent = ["start", "detected", "status", "severity"].iter().all(|key| incident.facts.key(key).is_none());
    let told = silent && incident.likely_end().is_some();
    if !given && !told && incident.kind() == Kind::Incident && incident.status() != Status::Ongoing {
        let found = report.at(incident.head(), "this report does not say when it was over");
        found.help("add `end: …`: when the last user no longer felt it; while it goes on, `status: ongoing`");
        case.key_stub(found, "end", "when the last user no longer felt it; `status: ongoing` while it goes on");
    }
}
