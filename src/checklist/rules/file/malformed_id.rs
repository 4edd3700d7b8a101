use crate::checklist::rule::{Case, Report, rule};
use crate::incident::slug;

rule! {
    /// The key `id` is a slug: lower-case letters, digits and hyphens.
    ///
    /// It becomes an address. Spaces, slashes and capital letters make one that breaks in mails and on file systems that ignore case.
    ///
    /// ## Fails
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// id: Slow Shops/2024
    ///     ^^^^^^^^^^^^^^^ the id `Slow Shops/2024` cannot be an address
    /// ---
    /// ```
    ///
    /// ## Fixed
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// id: slow-shops-2024
    /// ---
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// id: 2024-03-05-slow-shops
    /// ---
    /// ```
    "malformed-id", Error
}

fn check(case: &Case<'_>, report: &mut Report) {
    let is_slug = |id: &str| id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_' | '.'));
    let Some(id) = case.incident.facts.id.as_ref().filter(|id| !is_slug(&id.value)) else { return };
    let slug = slug(&id.value);
    let found = report.at(id.span.clone(), format!("the id `{}` cannot be an address", id.value));
    if slug.is_empty() {
        found.help("write it in Latin letters, in lower case, with hyphens");
    } else {
        found.help(format!("write it in lower case with hyphens: `{slug}`")).fix(id.span.clone(), slug);
    }
}
