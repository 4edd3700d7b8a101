use crate::checklist::rule::{Case, Report, rule};
use crate::incident::front_matter::fields::nearest;

rule! {
    /// Every tag is one that `afterword.toml` lists, where it lists any.
    ///
    /// Two spellings of one tag are two tags on the site: each shows half of the incidents.
    ///
    /// ## Fails
    ///
    /// ```markdown config=tags=["Shops","Mail"]
    /// ---
    /// title: Shops slow
    /// tags: [Shpos]
    ///        ^^^^^ `Shpos` is not one of the tags in afterword.toml
    /// ---
    /// ```
    ///
    /// ## Fixed
    ///
    /// ```markdown config=tags=["Shops","Mail"]
    /// ---
    /// title: Shops slow
    /// tags: [Shops]
    /// ---
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown config=tags=["Shops","Mail"]
    /// ---
    /// title: Shops slow
    /// tags: [Shops]
    /// ---
    /// ```
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// tags: [anything]
    /// ---
    /// ```
    "unknown-tag", Warning
}

fn check(case: &Case<'_>, report: &mut Report) {
    let (incident, known) = (case.incident, &case.config.tags);
    if known.is_empty() {
        return;
    }
    let names: Vec<&str> = known.iter().map(String::as_str).collect();
    for name in incident.facts.tags.iter().filter(|name| !known.contains(&name.value)) {
        let found = report.at(name.span.clone(), format!("`{}` is not one of the tags in afterword.toml", name.value));
        match nearest(&name.value, &names) {
            Some(known) => found.help(format!("did you mean `{known}`?")).fix(name.span.clone(), known),
            None => found.help("correct it, or add it to `tags` in afterword.toml"),
        };
    }
}
