use crate::checklist::rule::{Case, Report, rule};
use crate::incident::action_item::ActionKind;
use crate::incident::facts::DetectedBy;

rule! {
    /// What users found first, an alarm finds next time.
    ///
    /// If a customer or the press told you, the monitoring did not. One item that finds it sooner closes that gap.
    ///
    /// ## Fails
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// severity: sev1
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T11:00:00Z
    /// detection: {how: customer, text: A shop called us.}
    ///                  ^^^^^^^^ found by people, and no action item finds it sooner
    /// action_items:
    ///   - {action: Give each shop its own lock, owner: Ada, due: 2024-04-01, type: prevent}
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
    /// detection: {how: customer, text: A shop called us.}
    /// action_items:
    ///   - {action: Ring when the lock is held for a minute, owner: Ada, due: 2024-04-01, type: detect}
    /// ---
    /// ```
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// severity: sev1
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T11:00:00Z
    /// detection: {how: monitoring, text: The alarm rang.}
    /// action_items:
    ///   - {action: Give each shop its own lock, owner: Ada, due: 2024-04-01, type: prevent}
    /// ---
    /// ```
    "no-detecting-action-item", Advice, WhatImproves
}

/// Words of items that find it sooner, where none says so by its type.
const WATCH: &[&str] = &["alert", "alarm", "monitor", "detect", "notif", "pager", "überwach", "melde", "warn", "ring ", "watch"];

fn check(case: &Case<'_>, report: &mut Report) {
    let Some(detection) = &case.incident.facts.detection else { return };
    let Some(how) = detection.how.as_ref().filter(|how| matches!(how.value, DetectedBy::Customer | DetectedBy::ThirdParty)) else { return };
    let items = case.incident.action_items();
    let watches = items.iter().any(|item| {
        let lower = item.action.value.to_lowercase();
        item.kind.as_ref().is_some_and(|kind| kind.value == ActionKind::Detect) || WATCH.iter().any(|word| lower.contains(word))
    });
    if !items.is_empty() && !watches {
        report
            .at(how.span.clone(), "found by people, and no action item finds it sooner")
            .help("add an item with `type: detect`, or a declined one with the reason");
    }
}
