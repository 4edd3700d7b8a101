use crate::checklist::rule::{Case, Report, rule};
use crate::incident::problem::ProblemKind;

rule! {
    /// The file is no larger than `max_bytes` of the archive.
    ///
    /// A report of several megabytes is a log or a picture in disguise. Nobody reads it at three in the morning; put the log beside the report
    /// and link it.
    ///
    /// ## Fails
    ///
    /// ```markdown too-large bare
    /// # A log
    /// ^ this file has 3000000 bytes; the limit is 2000000
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    /// # A report
    /// ```
    "too-large", Error
}

fn check(case: &Case<'_>, report: &mut Report) {
    report.problems(case.incident, &[ProblemKind::TooLarge]);
}
