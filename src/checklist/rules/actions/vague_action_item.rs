use crate::checklist::rule::{Case, Report, rule};

rule! {
    /// An action item can be finished.
    ///
    /// "Improve monitoring" is never done, and "be more careful" never begun. An item that begins with such a word passes when it says by how much, of
    /// what or until when: a number, a name in code or capitals, a link.
    ///
    /// ## Fails
    ///
    /// ```markdown
    ///
    /// ## Action items
    ///
    /// - [ ] Improve monitoring (@ada, due 2024-04-01)
    ///       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nobody can tell when this is done
    /// - [ ] Be more careful with deployments (@bob, due 2024-04-01)
    ///       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nobody can tell when this is done
    /// ```
    ///
    /// ```markdown
    ///
    /// ## Maßnahmen
    ///
    /// - [ ] Überwachung verbessern (@ada, bis 2024-04-01)
    ///       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nobody can tell when this is done
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    ///
    /// ## Action items
    ///
    /// - [ ] Improve the alarm `queue_age` to ring after 5 minutes (@ada, due 2024-04-01)
    /// - [ ] Review the runbook with Grafana's support (@bob, due 2024-04-01)
    /// - [ ] Investigate [#123](https://example.com/123) (@ada, due 2024-04-01)
    /// ```
    "vague-action-item", Advice, WhatImproves
}

/// Beginnings that say nothing of an end.
const VAGUE: &[&str] = &[
    "improve", "enhance", "make better", "look into", "consider", "explore", "think about", "discuss", "be more", "be careful", "pay more attention", "pay attention", "try to", "raise awareness", "communicate better", "better ",
    "more ", "educate", "remind", "double-check", "investigate", "review", "ensure", "make sure", "follow the process", "follow process", "verbessern", "verbesserung", "prüfen, ob", "überlegen", "mehr ", "bessere", "besser ", "darauf achten", "sensibilisieren",
    "sicherstellen", "nachdenken",
];

fn check(case: &Case<'_>, report: &mut Report) {
    for item in case.incident.action_items().iter().filter(|item| item.is_open()) {
        let text = item.action.value.trim_start_matches(|c: char| !c.is_alphanumeric());
        let lower = text.to_lowercase();
        let begins = VAGUE.iter().any(|word| lower.starts_with(word) && !lower.get(word.len()..).is_some_and(|rest| rest.starts_with(|c: char| c.is_alphanumeric() && !word.ends_with(' '))));
        // German puts the verb last: "Überwachung verbessern".
        let ends = ["verbessern", "optimieren", "überdenken", "sensibilisieren", "sicherstellen"].iter().any(|word| lower.trim_end_matches(['.', ' ']).ends_with(word));
        let count = text.split_whitespace().count();
        if (begins || ends) && !is_bounded(text, item.ticket.is_some()) && count <= 12 {
            report
                .at(item.action.span.clone(), "nobody can tell when this is done")
                .help("say by how much, of what, or until when it holds");
        }
    }
}

/// A number, a name, code, a link or a condition bounds it.
fn is_bounded(text: &str, ticket: bool) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let named = words.iter().skip(1).any(|word| word.chars().next().is_some_and(char::is_uppercase) && !is_german_noun(text));
    let marked = text.contains(['`', '(', '[', '"', '“', '<']) || text.contains("://") || text.chars().any(|c| c.is_ascii_digit());
    let conditioned = [" when ", " until ", " so that ", " by ", " before ", " after ", " if ", " bevor ", " sobald ", " damit ", " wenn "].iter().any(|word| text.contains(word));
    ticket || marked || conditioned || named
}

/// German writes every noun with a capital: a capital bounds nothing there.
fn is_german_noun(text: &str) -> bool {
    let lower = text.to_lowercase();
    text.contains(['ä', 'ö', 'ü', 'ß', 'Ä', 'Ö', 'Ü']) || ["verbessern", " der ", " die ", " das ", " und ", " für "].iter().any(|word| lower.contains(word))
}
