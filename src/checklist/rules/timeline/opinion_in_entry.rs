use crate::checklist::prose::find_phrase;
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
    ///         ^^^^^^ `leider` judges; a timeline says what happened
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

fn check(case: &Case<'_>, report: &mut Report) {
    for row in case.incident.timeline() {
        // Names in code are names.
        let words = case.incident.source.slice(&row.text.span);
        let plain = words.split('`').step_by(2);
        let found = plain.flat_map(|text| OPINIONS.iter().filter(|word| find_phrase(text, word).next().is_some())).next();
        if let Some(word) = found {
            let lower = words.to_lowercase();
            let at = lower.find(word).filter(|at| words.get(*at..at + word.len()).is_some());
            let span = at.map_or(row.text.span.clone(), |at| row.text.span.start + at..row.text.span.start + at + word.len());
            report
                .at(span, format!("`{word}` judges; a timeline says what happened"))
                .help("say what was seen and done; judge under causes or lessons");
        }
    }
}
