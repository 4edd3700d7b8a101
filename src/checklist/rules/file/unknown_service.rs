use crate::checklist::rule::{Case, Report, rule};
use crate::incident::front_matter::fields::nearest;

rule! {
    /// Every service is one that `afterword.toml` lists, where it lists any.
    ///
    /// Two spellings of one service are two services on the site: each shows half of the incidents.
    ///
    /// ## Fails
    ///
    /// ```markdown config=services=["Shops","Mail"]
    /// ---
    /// title: Shops slow
    /// services: [Shpos]
    ///            ^^^^^ `Shpos` is not one of the services in afterword.toml
    /// ---
    /// ```
    ///
    /// ## Fixed
    ///
    /// ```markdown config=services=["Shops","Mail"]
    /// ---
    /// title: Shops slow
    /// services: [Shops]
    /// ---
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown config=services=["Shops","Mail"]
    /// ---
    /// title: Shops slow
    /// services: [Shops]
    /// ---
    /// ```
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// services: [anything]
    /// ---
    /// ```
    "unknown-service", Warning
}

fn check(case: &Case<'_>, report: &mut Report) {
    let (incident, known) = (case.incident, &case.config.services);
    if known.is_empty() {
        return;
    }
    let names: Vec<&str> = known.iter().map(String::as_str).collect();
    for name in incident.facts.services.iter().map(|service| &service.name).filter(|name| !known.contains(&name.value)) {
        let found = report.at(name.span.clone(), format!("`{}` is not one of the services in afterword.toml", name.value));
        match nearest(&name.value, &names) {
            Some(known) => found.help(format!("did you mean `{known}`?")).fix(name.span.clone(), known),
            None => found.help("correct it, or add it to `services` in afterword.toml"),
        };
    }
}
