use crate::checklist::rule::{Case, Report, rule};

rule! {
    /// The key `schema`, where it is given, names a version of the format that this program reads.
    ///
    /// A report written for a later version may mean other things by the same keys.
    ///
    /// ## Fails
    ///
    /// ```markdown
    /// ---
    /// schema: 7
    ///         ^ schema `7` is not known; this program reads schema 1
    /// title: Shops slow
    /// ---
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    /// ---
    /// schema: 1
    /// title: Shops slow
    /// ---
    /// ```
    "unknown-schema", Error
}

fn check(case: &Case<'_>, report: &mut Report) {
    let schema = case.incident.facts.schema.as_ref().filter(|schema| schema.value.trim() != "1");
    if let Some(schema) = schema {
        report
            .at(schema.span.clone(), format!("schema `{}` is not known; this program reads schema 1", schema.value.trim()))
            .help("use a newer version of afterword, or write `schema: 1`");
    }
}
