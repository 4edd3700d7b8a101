use crate::checklist::context::words;
use crate::checklist::rule::{Case, Report, rule};
use crate::incident::facts::{Because, Why};

rule! {
    /// Each answer leads on.
    ///
    /// An answer that stands twice is a circle: the chain ended before it, and the rungs after it were written to make five.
    ///
    /// ## Fails
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T11:00:00Z
    /// five_whys:
    ///   - why: Why were the shops slow?
    ///     because: A report held the lock.
    ///   - why: Why did it hold the lock?
    ///     because: The report held the lock.
    ///              ^^^^^^^^^^^^^^^^^^^^^^^^^ this answer stands here a second time
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
    ///   - why: Why were the shops slow?
    ///     because: A report held the lock.
    ///   - why: Why did it hold the lock?
    ///     because: It reads the live database.
    /// ---
    /// ```
    "repeated-why", Warning, FiveWhys
}

fn check(case: &Case<'_>, report: &mut Report) {
    let mut answers = Vec::new();
    collect(case.incident.five_whys(), &mut answers);
    let mut seen: Vec<(String, &Because)> = Vec::new();
    for answer in answers {
        let key = essence(&answer.text.value);
        match seen.iter().find(|(known, _)| *known == key && !key.is_empty()) {
            Some((_, first)) => {
                report
                    .at(answer.text.span.clone(), "this answer stands here a second time")
                    .note(first.text.span.clone(), "the first time")
                    .help("ask on from the first, or take this rung out");
            }
            None => seen.push((key, answer)),
        }
    }
}

fn collect<'a>(whys: &'a [Why], answers: &mut Vec<&'a Because>) {
    for answer in whys.iter().flat_map(|why| &why.because) {
        answers.push(answer);
        collect(&answer.whys, answers);
    }
}

/// The words that carry the answer.
fn essence(text: &str) -> String {
    let small = ["a", "an", "the", "because", "that", "der", "die", "das", "ein", "eine", "weil"];
    words(text).filter(|word| !small.contains(&word.as_str())).collect::<Vec<_>>().join(" ")
}
