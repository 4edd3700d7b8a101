use crate::checklist::rule::{Case, Report, rule};
use crate::incident::Incident;
use crate::incident::facts::Facts;

rule! {
    /// Reports of the same trouble know of each other.
    ///
    /// Two reports within a year that share a service and two tags are likely chapters of one story. `related` or `repeat_of` in the later one lets
    /// readers, and the page of trends, see it.
    ///
    /// ## Fails
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow again
    /// services: [Shops]
    /// tags: [locks, database]
    ///        ^^^^^ `Shops slow` shares a service and two tags with this report
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T11:00:00Z
    /// ---
    /// ==> first.md <==
    /// ---
    /// title: Shops slow
    /// services: [Shops]
    /// tags: [locks, database]
    /// start: 2024-01-05T10:00:00Z
    /// end: 2024-01-05T11:00:00Z
    /// ---
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow again
    /// services: [Shops]
    /// tags: [locks, database]
    /// related: [first]
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T11:00:00Z
    /// ---
    /// ==> first.md <==
    /// ---
    /// title: Shops slow
    /// services: [Shops]
    /// tags: [locks, database]
    /// start: 2024-01-05T10:00:00Z
    /// end: 2024-01-05T11:00:00Z
    /// ---
    /// ```
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow again
    /// services: [Shops]
    /// tags: [locks]
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T11:00:00Z
    /// ---
    /// ==> first.md <==
    /// ---
    /// title: Shops slow
    /// services: [Shops]
    /// tags: [locks, database]
    /// start: 2024-01-05T10:00:00Z
    /// end: 2024-01-05T11:00:00Z
    /// ---
    /// ```
    "undeclared-relation", Advice
}

/// Days in which a story goes on.
const YEAR: i64 = 365;

fn check(case: &Case<'_>, report: &mut Report) {
    let facts = &case.incident.facts;
    // Most reports have fewer tags, and need no look at the others.
    let (Some(start), Some(place)) = (&facts.start, facts.tags.first().filter(|_| facts.tags.len() > 1 && !facts.services.is_empty())) else { return };
    let knows = |a: &Incident, b: &Incident| a.facts.related.iter().chain(&a.facts.repeat_of).any(|id| id.value == b.id);
    let earlier = case.archive.incidents.iter().filter(|other| {
        let before = other.facts.start.as_ref().is_some_and(|at| at.at < start.at && (start.at - at.at).num_days() <= YEAR);
        before && is_alike(facts, &other.facts) && !knows(case.incident, other) && !knows(other, case.incident)
    });
    if let Some(other) = earlier.max_by_key(|other| other.facts.start.as_ref().map(|at| at.at)) {
        report
            .at(place.span.clone(), format!("`{}` shares a service and two tags with this report", other.name()))
            .help(format!("add `related: [{}]` or `repeat_of`, if they belong together", other.id));
    }
}

fn is_alike(a: &Facts, b: &Facts) -> bool {
    let tags = a.tags.iter().filter(|tag| b.tags.iter().any(|other| other.value.eq_ignore_ascii_case(&tag.value))).count();
    tags >= 2 && a.services.iter().any(|service| b.services.iter().any(|other| other.name.value.eq_ignore_ascii_case(&service.name.value)))
}
