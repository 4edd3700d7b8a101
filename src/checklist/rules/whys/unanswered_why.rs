use crate::checklist::rule::{Case, Report, rule};
use crate::incident::facts::Why;

rule! {
    /// Every why has an answer.
    ///
    /// A why without a because is where the writer stopped to ask somebody, or gave up. "We do not know yet" is an answer, and an honest one.
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
    ///   - why: Why did nobody see it?
    ///          ^^^^^^^^^^^^^^^^^^^^^^ this why has no answer
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
    ///   - why: Why did nobody see it?
    ///     because: We do not know yet.
    /// ---
    /// ```
    "unanswered-why", Warning, FiveWhys
}

fn check(case: &Case<'_>, report: &mut Report) {
    walk(case.incident.five_whys(), report);
}

fn walk(whys: &[Why], report: &mut Report) {
    for why in whys {
        if why.because.iter().all(|answer| answer.text.value.trim().is_empty()) {
            let place = why.why.as_ref().map_or_else(|| why.span.clone(), |question| question.span.clone());
            report.at(place, "this why has no answer").help("answer it; `we do not know yet` is an answer");
        }
        for answer in &why.because {
            walk(&answer.whys, report);
        }
    }
}
