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
    let told = incident.front_matter.is_none() && incident.timeline().iter().filter(|row| row.at.is_some()).count() > 1;
    if !given && !told && incident.kind() == Kind::Incident && incident.status() != Status::Ongoing {
        report
            .at(incident.head(), "this report does not say when it was over")
            .help("add `end: …`: when the last user no longer felt it; while it goes on, `status: ongoing`");
    }
}
