use crate::checklist::context::words;
use crate::checklist::phrases::find;
use crate::checklist::phrases::voice::{CARELESS, HUMAN_ERROR, LAPSE};
use crate::checklist::rule::{Case, Report, rule};
use crate::incident::facts::{Because, Why};

rule! {
    /// The last why does not end at a person.
    ///
    /// Cargo's rules say it in one line: the root cause can never be a person. If the last answer is that somebody forgot, ask why forgetting it was
    /// possible, and why nothing noticed.
    ///
    /// ## Fails
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T11:00:00Z
    /// five_whys:
    ///   - why: Why were the shops down?
    ///     because: The certificate ran out.
    ///   - why: Why did it run out?
    ///     because: The engineer on call forgot to renew it.
    ///              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the chain of whys ends at a person
    /// ---
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T11:00:00Z
    /// five_whys:
    ///   - why: Why did it run out?
    ///     because: The engineer on call forgot to renew it.
    ///   - why: Why could that go unnoticed?
    ///     because: Nothing counts the days that certificates have left.
    /// ---
    /// ```
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T11:00:00Z
    /// five_whys:
    ///   - why: Why was it slow?
    ///     because: The scheduler ignored the lock.
    /// ---
    /// ```
    "why-stops-at-a-person", Warning, FiveWhys
}

/// Persons and their lapses; "the scheduler ignored it" has no person in it.
const PERSONS: &[&str] = &[
    "he", "she", "someone", "somebody", "engineer", "developer", "administrator", "admin", "employee", "technician", "contractor", "intern", "colleague", "maintainer", "person", "human", "mensch", "jemand", "mitarbeiter", "mitarbeiterin",
    "techniker", "entwickler", "kollege", "kollegin", "operator",
];

fn check(case: &Case<'_>, report: &mut Report) {
    let mut last = Vec::new();
    ends(case.incident.five_whys(), &mut last);
    for answer in last {
        let text = &answer.text.value;
        let person = words(text).any(|word| PERSONS.contains(&word.as_str()) || word.starts_with('@'));
        let found = find(text);
        if found.has(HUMAN_ERROR) || (person && (found.has(LAPSE) || found.has(CARELESS))) {
            report
                .at(answer.text.span.clone(), "the chain of whys ends at a person")
                .help("ask on: why was it possible, and why did nothing notice?");
        }
    }
}

/// The answers that no further why follows: the last rung of a list, and the leaves of its branches.
fn ends<'a>(whys: &'a [Why], last: &mut Vec<&'a Because>) {
    let Some(rung) = whys.last() else { return };
    for answer in &rung.because {
        if answer.whys.is_empty() { last.push(answer) } else { ends(&answer.whys, last) }
    }
}
