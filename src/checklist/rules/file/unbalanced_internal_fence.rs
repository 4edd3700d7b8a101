use crate::checklist::rule::{Case, Report, rule};
use crate::incident::problem::ProblemKind;

rule! {
    /// Every `<!-- internal -->` has its `<!-- /internal -->`.
    ///
    /// A fence left open hides the rest of the report from the public page; one that was never opened hides nothing, though its writer thought
    /// it did. A public build stops at either.
    ///
    /// ## Fails
    ///
    /// ```markdown
    ///
    /// ## Cause
    ///
    /// <!-- internal -->
    /// ^^^^^^^^^^^^^^^^^ this internal passage is never closed
    /// The password was in the ticket.
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    ///
    /// ## Cause
    ///
    /// <!-- internal -->
    /// The password was in the ticket.
    /// <!-- /internal -->
    ///
    /// We rotated it.
    /// ```
    ///
    /// ```markdown
    /// Fences look like this: `<!-- internal -->`.
    /// ```
    "unbalanced-internal-fence", Error
}

fn check(case: &Case<'_>, report: &mut Report) {
    report.problems(case.incident, &[ProblemKind::UnbalancedFence]);
}
