use crate::checklist::rule::{Case, Report, rule};
use crate::incident::Incident;
use crate::incident::headings::Meaning;

rule! {
    /// A report begins with a summary.
    ///
    /// Two to four sentences that alone tell what happened, to whom, for how long, and whether it is over. Most readers read nothing else.
    ///
    /// ## Fails
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// ^^^^^^^^^^^^^^^^^ this report has no summary
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T11:00:00Z
    /// ---
    ///
    /// ## Impact
    ///
    /// All shops were slow.
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
    /// ## Summary
    ///
    /// On 5 March all shops were slow for an hour. It is over.
    /// ```
    ///
    /// ```markdown bare
    /// # Shops slow
    ///
    /// On 5 March all shops were slow for an hour, because we retried too much. It is over.
    ///
    /// ## Impact
    ///
    /// All shops.
    /// ```
    "missing-summary", Warning
}

fn check(case: &Case<'_>, report: &mut Report) {
    let incident = case.incident;
    let given = incident.facts.key("summary").is_some() || incident.passage(Meaning::Summary).is_some();
    if !given && !opens_with_prose(incident) && incident.source.unreadable.is_none() {
        let found = report.at(incident.head(), "this report has no summary");
        found.help("add `summary: …`: what, who, how long, over or not, in two to four sentences");
        case.stub(found, Meaning::Summary);
    }
}

/// A paragraph of its own before the first section sums up as well as one under a heading.
fn opens_with_prose(incident: &Incident) -> bool {
    let body = &incident.body;
    let first = body.sections.first();
    let title = first.filter(|section| section.level == 1 && section.meanings.is_empty());
    let intro = match (title, first) {
        (Some(title), _) => title.own.clone(),
        (None, Some(first)) => body.span.start..first.heading.span.start.max(body.span.start),
        (None, None) => body.span.clone(),
    };
    let text = incident.source.slice(&intro);
    text.split("\n\n").any(|block| block.split_whitespace().count() >= 12 && block.trim_start().starts_with(char::is_alphabetic))
}
