use crate::checklist::rule::{Case, Report, rule};
use crate::incident::yaml::Yaml;

rule! {
    /// Keys that the organisation requires are there.
    ///
    /// `required = true` under `[custom_keys.NAME]` in `afterword.toml` says that no report is complete without the key. A report without
    /// any front matter was written before it was asked for; the rule leaves it alone.
    ///
    /// ## Fails
    ///
    /// ```markdown config=custom_keys={cost_centre={type="number",required=true}}
    /// ---
    /// title: Shops slow
    /// ^^^^^^^^^^^^^^^^^ the required key `cost_centre` is missing
    /// ---
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown config=custom_keys={cost_centre={type="number",required=true}}
    /// ---
    /// title: Shops slow
    /// cost_centre: 4711
    /// ---
    /// ```
    ///
    /// ```markdown config=custom_keys={cost_centre={type="number"}}
    /// ---
    /// title: Shops slow
    /// ---
    /// ```
    "missing-custom-key", Error
}

fn check(case: &Case<'_>, report: &mut Report) {
    let incident = case.incident;
    if incident.front_matter.is_none() {
        return;
    }
    for key in case.config.custom_keys.0.iter().filter(|key| key.settings.required) {
        let given = incident.facts.custom.iter().find(|(name, _)| name.value == key.name);
        let help = format!("add `{}: …`, {}; afterword.toml requires it", key.name, key.settings.r#type.words());
        match given {
            None => {
                let found = report.at(incident.head(), format!("the required key `{}` is missing", key.name));
                found.help(help);
                case.key_stub(found, &key.name, key.settings.r#type.words());
            }
            Some((name, node)) if node.value == Yaml::Null => {
                report.at(name.span.clone(), format!("the required key `{}` is empty", key.name)).help(help);
            }
            Some(_) => {}
        }
    }
}
