use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use crate::checklist::rule::{Case, Report, rule};

rule! {
    /// The rows of a timeline say what happened, not what to think of it.
    ///
    /// A record that judges while it tells makes the people in it defend themselves, and the next person write less. Causes and lessons have
    /// sections of their own.
    ///
    /// ## Fails
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T12:00:00Z
    /// ---
    ///
    /// ## Timeline (UTC)
    ///
    /// - 10:02 the alarm rang and was obviously ignored
    ///                                ^^^^^^^^^ `obviously` judges; a timeline says what happened
    /// ```
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T12:00:00Z
    /// ---
    ///
    /// ## Timeline (UTC)
    ///
    /// - 10:02 Leider hat niemand den Alarm gesehen
    ///         ^^^^^^ `Leider` judges; a timeline says what happened
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T12:00:00Z
    /// ---
    ///
    /// ## Timeline (UTC)
    ///
    /// - 10:02 the alarm rang; nobody saw it until 10:20
    /// - 10:30 `unfortunately.service` was restarted
    /// ```
    "opinion-in-entry", Advice
}

/// Words that judge. Those that also describe ("slow", "wrong") are not among them.
const OPINIONS: &[&str] = &[
    "obviously", "unfortunately", "sadly", "of course", "careless", "carelessly", "stupid", "stupidly", "foolishly", "negligent",
    "as usual", "should have known", "surprisingly", "luckily", "leider", "natürlich", "dummerweise", "offensichtlich",
    "wie üblich", "fahrlässig", "glücklicherweise",
];

static AUTOMATON: LazyLock<Option<AhoCorasick>> =
    LazyLock::new(|| AhoCorasick::builder().ascii_case_insensitive(true).build(OPINIONS).ok());

fn check(case: &Case<'_>, report: &mut Report) {
    let Some(automaton) = &*AUTOMATON else { return };
    for row in case.incident.timeline() {
        let words = case.incident.source.slice(&row.text.span);
        let alone = |start: usize, end: usize| {
            let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            let before = words.get(..start).unwrap_or("");
            // Names in code are names.
            let in_code = before.matches('`').count() % 2 == 1;
            !in_code && !letter(before.chars().next_back()) && !letter(words.get(end..).and_then(|rest| rest.chars().next()))
        };
        let found = automaton.find_overlapping_iter(words).find(|hit| alone(hit.start(), hit.end()));
        if let Some(hit) = found {
            let word = words.get(hit.range()).unwrap_or("");
            report
                .at(row.text.span.start + hit.start()..row.text.span.start + hit.end(), format!("`{word}` judges; a timeline says what happened"))
                .help("say what was seen and done; judge under causes or lessons");
        }
    }
}
