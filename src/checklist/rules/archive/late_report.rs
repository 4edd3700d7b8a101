use chrono::NaiveDate;

use crate::checklist::rule::{Case, Report, rule};
use crate::incident::facts::Status;

rule! {
    /// A report is final while people still remember.
    ///
    /// PagerDuty asks for three days after the worst, Google's workbook shows what four months do to a report. The days run from the end to
    /// `published`, or to today while it is not final; `[policy] report_days` and `report_days_by_severity` in `afterword.toml` set them (10).
    ///
    /// ## Fails
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T11:00:00Z
    /// published: 2024-04-20
    ///            ^^^^^^^^^^ published 46 days after the end
    /// ---
    /// ```
    ///
    /// ```markdown today=2024-04-01
    /// ---
    /// title: Shops slow
    /// status: review
    ///         ^^^^^^ still in review 27 days after the end
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T11:00:00Z
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
    /// published: 2024-03-12
    /// ---
    /// ```
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T11:00:00Z
    /// ---
    /// ```
    "late-report", Advice
}

fn check(case: &Case<'_>, report: &mut Report) {
    let incident = case.incident;
    let Some(end) = incident.end() else { return };
    let allowed = i64::from(case.config.policy.days(incident.severity().map(|severity| severity.value.as_str())));
    let since = |day: NaiveDate| (day - end.at.date_naive()).num_days();
    let status = incident.facts.status.as_ref();
    let (span, days, message) = match (&incident.facts.published, status) {
        (Some(published), _) => {
            let days = since(published.at.date_naive());
            (published.span.clone(), days, format!("published {days} days after the end"))
        }
        (None, Some(status)) if status.value == Status::Review => {
            let days = since(case.today);
            (status.span.clone(), days, format!("still in review {days} days after the end"))
        }
        _ => return,
    };
    if days > allowed {
        report.at(span, message).note(end.span.clone(), "the end").help(format!("the policy allows {allowed} days; what kept it?"));
    }
}
