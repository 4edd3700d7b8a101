use std::sync::LazyLock;

use regex::Regex;

use crate::checklist::rule::{Case, Report, rule};

rule! {
    /// No address or telephone number of a person is published.
    ///
    /// The report's and the site's `contact`, what `[exposure] allow` names, and the domains set aside for examples may stand.
    ///
    /// ## Fails
    ///
    /// ```markdown
    ///
    /// ## Timeline
    ///
    /// - 10:05 ada.lovelace@shops-r-us.de wrote to us, then called from +49 40 1234567
    ///         ^^^^^^^^^^^^^^^^^^^^^^^^^^ this is an address of somebody
    ///                                                                  ^^^^^^^^^^^^^^ this is a telephone number of somebody
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    ///
    /// ## Contact
    ///
    /// Write to help@example.com; version 1.2.3+456789012 is out.
    /// ```
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// audience: public
    /// contact: help@shops-r-us.de
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T11:00:00Z
    /// ---
    ///
    /// Questions? help@shops-r-us.de
    /// ```
    "personal-data", Error
}

static PATTERN: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"\b[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}\b|(?:^|[\s(:])\+[1-9][0-9]{0,2}[ -]?\(?[0-9]{2,5}\)?[ /-]?[0-9]{3,}(?:[ -]?[0-9]+)*").ok()
});

fn check(case: &Case<'_>, report: &mut Report) {
    let Some(pattern) = &*PATTERN else { return };
    for place in case.published() {
        let text = case.incident.source.slice(&place);
        for hit in pattern.find_iter(text).filter(|hit| !is_allowed(case, hit.as_str().trim())) {
            let start = place.start + hit.start() + hit.as_str().len() - hit.as_str().trim_start_matches([' ', '(', ':', '\n']).len();
            let what = if hit.as_str().contains('@') { "an address" } else { "a telephone number" };
            report
                .at(start..place.start + hit.end(), format!("this is {what} of somebody"))
                .help("take it out, fence it as internal, or name it under `allow` in `[exposure]` of afterword.toml");
        }
    }
}

fn is_allowed(case: &Case<'_>, found: &str) -> bool {
    let contacts = [case.incident.facts.contact.as_ref().map(|text| text.value.as_str()), case.config.site.contact.as_deref()];
    let known = contacts.into_iter().flatten().chain(case.config.exposure.allow.iter().map(String::as_str));
    let lower = found.to_lowercase();
    let example = ["@example.com", "@example.org", "@example.net", ".example", ".test", ".invalid", "@localhost"].iter().any(|end| lower.ends_with(end));
    // `git@github.com:owner/name` is an address of a program.
    example || lower.starts_with("git@") || lower.starts_with("noreply@") || lower.starts_with("no-reply@") || known.into_iter().any(|text| text.to_lowercase().contains(&lower))
}
