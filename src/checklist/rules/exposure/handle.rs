use crate::checklist::rule::{Case, Report, rule};

rule! {
    /// No handle of a person is published.
    ///
    /// `@ada` names somebody to everyone who can look it up, next to what went wrong. Write the role. Names of packages, and what `[exposure] allow`
    /// names, may stand; so may what is in code.
    ///
    /// ## Fails
    ///
    /// ```markdown
    ///
    /// ## Timeline
    ///
    /// - 10:05 @ada restarted the database
    ///         ^^^^ `@ada` is somebody's handle
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown config=exposure.allow=["@shops_status"]
    ///
    /// ## Timeline
    ///
    /// - 10:05 the engineer on call restarted the database, then `@ada` in code and @types/node; follow @shops_status
    /// ```
    "handle", Error
}

fn check(case: &Case<'_>, report: &mut Report) {
    let published = &case.prose.published;
    let front_matter = case.incident.front_matter.iter();
    for span in front_matter.chain(&case.prose.without_code) {
        let text = case.incident.source.slice(span);
        for (at, _) in text.match_indices('@') {
            let rest = text.get(at + 1..).unwrap_or("");
            let len = rest.find(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_'))).unwrap_or(rest.len());
            let name = rest.get(..len).unwrap_or("").trim_end_matches('-');
            let word = text.get(..at).is_some_and(|before| before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | '/' | '_' | '-' | '`' | ':')));
            let package = rest.get(len..).is_some_and(|after| after.starts_with('/'));
            let letters = name.starts_with(char::is_alphabetic) && name.chars().count() > 1;
            let whole = format!("@{name}");
            let start = span.start + at;
            let shown = published.iter().any(|place| place.start <= start && start < place.end);
            let allowed = case.config.exposure.allow.iter().any(|known| known.eq_ignore_ascii_case(&whole) || known.eq_ignore_ascii_case(name));
            if shown && letters && !word && !package && !allowed {
                report
                    .at(start..start + whole.len(), format!("`{whole}` is somebody's handle"))
                    .help("write the role (`the engineer on call`), or name it under `allow` in `[exposure]` of afterword.toml");
            }
        }
    }
}
