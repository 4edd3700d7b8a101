use crate::checklist::phrases::voice::SOLE_CAUSE;
use crate::checklist::rule::{Case, Report, rule};

rule! {
    /// There is more than one cause.
    ///
    /// Systems that fail in public were held up by several things, and several gave way (Cook, How complex systems fail). "The sole cause" closes the
    /// case before the second one was looked for. Read is only what says so in as many words: a section named "Root cause" is a habit, not a claim.
    ///
    /// ## Fails
    ///
    /// ```markdown
    ///
    /// ## Root cause
    ///
    /// The sole cause was a full disk.
    ///     ^^^^^^^^^^ one cause alone is claimed
    /// ```
    ///
    /// ```markdown
    ///
    /// ## Ursache
    ///
    /// Einzige Ursache war eine volle Platte.
    /// ^^^^^^^^^^^^^^^ one cause alone is claimed
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    ///
    /// ## Root cause
    ///
    /// A disk was full, and nothing watched it. This was not the only cause. A single cause seldom is.
    /// ```
    "single-cause", Advice, FiveWhys
}

fn check(case: &Case<'_>, report: &mut Report) {
    if !case.incident.facts.contributing_factors.is_empty() {
        return;
    }
    for spoken in case.spoken(SOLE_CAUSE) {
        if !spoken.follows(3, &["not", "no", "never", "nicht", "keine"]) {
            report
                .at(spoken.span, "one cause alone is claimed")
                .help("name what else had to be so: `contributing_factors`, or a section of that name");
        }
    }
}
