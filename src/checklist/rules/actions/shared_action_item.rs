use crate::checklist::rule::{Case, Report, rule};

rule! {
    /// An action item has one owner.
    ///
    /// "The team" does not answer mails, and two owners wait for each other. One person sees to it that it happens; who helps is another matter.
    ///
    /// ## Fails
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// severity: sev1
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T11:00:00Z
    /// action_items:
    ///   - {action: Give each shop its own lock, owner: everyone, due: 2024-04-01}
    ///                                                  ^^^^^^^^ `everyone` is nobody
    ///   - {action: Watch the lock, owner: Ada and Grace, due: 2024-04-01}
    ///                                     ^^^^^^^^^^^^^ several own this action item
    /// ---
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// severity: sev1
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T11:00:00Z
    /// action_items:
    ///   - {action: Give each shop its own lock, owner: Ada, due: 2024-04-01}
    ///   - {action: Watch the lock, owner: Grace Anderson, due: 2024-04-01}
    /// ---
    /// ```
    "shared-action-item", Warning, WhatImproves
}

/// Owners that are nobody.
const NOBODY: &[&str] = &[
    "team", "the team", "everyone", "everybody", "all", "us", "we", "someone", "somebody", "anyone", "tbd", "tba", "tbc", "n/a", "na", "none", "nobody", "?", "-", "–", "unassigned", "unknown", "engineering", "ops", "das team",
    "alle", "wir", "jemand", "niemand", "offen",
];

fn check(case: &Case<'_>, report: &mut Report) {
    for item in case.incident.action_items().iter().filter(|item| item.is_open()) {
        let Some(owner) = &item.owner else { continue };
        let name = owner.value.trim().trim_start_matches('@').to_lowercase();
        let several = [" and ", " und ", ",", " & ", "/", " + "].iter().any(|mark| name.contains(mark));
        if NOBODY.contains(&name.as_str()) {
            report.at(owner.span.clone(), format!("`{}` is nobody", owner.value.trim())).help("name one person");
        } else if several {
            report.at(owner.span.clone(), "several own this action item").help("name the one who sees to it");
        }
    }
}
