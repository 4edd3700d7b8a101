use std::sync::LazyLock;

use crate::checklist::published::Anchored;
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

/// What may stand behind the `@` of an address.
static DOMAIN: LazyLock<Option<Anchored>> =
    LazyLock::new(|| Anchored::new(&["@"], r"@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}\b"));

/// A telephone number with its country.
static NUMBER: LazyLock<Option<Anchored>> = LazyLock::new(|| {
    Anchored::new(&["+"], r"\+[1-9][0-9]{0,2}[ -]?\(?[0-9]{2,5}\)?[ /-]?[0-9]{3,}(?:[ -]?[0-9]+)*")
});

fn check(case: &Case<'_>, report: &mut Report) {
    let (Some(domain), Some(number)) = (&*DOMAIN, &*NUMBER) else { return };
    for place in &case.prose.published {
        let text = case.incident.source.slice(place);
        let local = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-');
        let addresses = domain.find(text, false).into_iter().filter_map(|hit| {
            let before = text.get(..hit.start)?;
            let start = before.trim_end_matches(local).len();
            (start < hit.start).then_some((start..hit.end, "an address"))
        });
        let numbers = number.find(text, false).into_iter().filter_map(|hit| {
            let before = text.get(..hit.start)?.chars().next_back();
            before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | ':')).then_some((hit, "a telephone number"))
        });
        let mut found: Vec<_> = addresses.chain(numbers).collect();
        found.sort_by_key(|(hit, _)| hit.start);
        for (hit, what) in found.into_iter().filter(|(hit, _)| !is_allowed(case, text.get(hit.clone()).unwrap_or(""))) {
            report
                .at(place.start + hit.start..place.start + hit.end, format!("this is {what} of somebody"))
                .help("take it out, fence it as internal, or name it under `allow` in `[exposure]` of afterword.toml");
        }
    }
}

fn is_allowed(case: &Case<'_>, found: &str) -> bool {
    let contacts = [case.incident.facts.contact.as_ref().map(|text| text.value.as_str()), case.config.site.contact.as_deref()];
    let mut known = contacts.into_iter().flatten().chain(case.config.exposure.allow.iter().map(String::as_str));
    let lower = found.to_lowercase();
    let example = ["@example.com", "@example.org", "@example.net", ".example", ".test", ".invalid", "@localhost"].iter().any(|end| lower.ends_with(end));
    // `git@github.com:owner/name` is an address of a program.
    let program = ["git@", "noreply@", "no-reply@"].iter().any(|name| lower.starts_with(name));
    example || program || known.any(|text| text.to_lowercase().contains(&lower))
}
