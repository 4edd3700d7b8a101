use crate::checklist::rule::{Case, Report, rule};

rule! {
    /// The severity is one that `afterword.toml` names; `sev1` to `sev4` unless it says otherwise.
    ///
    /// Severity decides what a report must hold, how it is sorted and coloured. A word that is not in the list decides nothing.
    ///
    /// ## Fails
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// severity: sev9
    ///           ^^^^ `sev9` is not a severity
    /// ---
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// severity: SEV2
    /// ---
    /// ```
    ///
    /// ```markdown config=severities=["major","minor"]
    /// ---
    /// title: Shops slow
    /// severity: major
    /// ---
    /// ```
    "unknown-severity", Error
}

fn check(case: &Case<'_>, report: &mut Report) {
    let Some(severity) = &case.incident.facts.severity else { return };
    let known = &case.config.severities;
    if known.rank(severity.value.trim()).is_none() {
        let listed = known.0.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        report
            .at(severity.span.clone(), format!("`{}` is not a severity", severity.value.trim()))
            .help(format!("it takes {listed}; other names go under `severities` in afterword.toml"));
    }
}
