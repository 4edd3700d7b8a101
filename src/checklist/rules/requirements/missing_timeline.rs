use crate::checklist::rule::{Case, Report, rule};
use crate::incident::headings::Meaning;
use crate::incident::facts::Kind;

rule! {
    /// A report has a timeline.
    ///
    /// It shows when it began, when someone noticed, what was tried, and when it ended; and it shows the silences. Four rows are enough. A near
    /// miss needs none.
    ///
    /// ## Fails
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// ^^^^^^^^^^^^^^^^^ this report has no timeline
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T11:00:00Z
    /// ---
    ///
    /// ## Impact
    ///
    /// All shops were slow.
    /// ```
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// ^^^^^^^^^^^^^^^^^ this report has no timeline
    /// status: draft
    /// ---
    /// ```
    ///
    /// ## Fixed
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// status: draft
    /// ---
    ///
    /// ## Timeline (UTC)
    ///
    /// - TODO: HH:MM what happened, from the first sign to the end
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T11:00:00Z
    /// ---
    ///
    /// ## Timeline
    ///
    /// - 10:00 UTC: the first order failed
    /// ```
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// timeline:
    ///   - 2024-03-05 10:00 UTC the first order failed
    /// ---
    /// ```
    "missing-timeline", Error, StartAndEnd
}

fn check(case: &Case<'_>, report: &mut Report) {
    let incident = case.incident;
    let asked = incident.kind() == Kind::Incident && incident.source.unreadable.is_none();
    if asked && incident.timeline().is_empty() && incident.facts.key("timeline").is_none() {
        let found = report.at(incident.head(), "this report has no timeline");
        found.help("add `timeline` or a section `## Timeline` with rows such as `- 14:02 UTC: the alarm rang`");
        case.stub(found, Meaning::Timeline);
    }
}
