use crate::checklist::item::Item;
use crate::checklist::rule::{Case, Report, rule};
use crate::incident::front_matter::fields::nearest;

rule! {
    /// The key `attest` names items of the checklist.
    ///
    /// A reviewer vouches for one of the twelve questions, by its name; a misspelt one vouches for nothing.
    ///
    /// ## Fails
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// attest:
    ///   sounds-humane: written by those who were there
    ///   ^^^^^^^^^^^^^ `sounds-humane` is not an item of the checklist
    /// ---
    /// ```
    ///
    /// ## Fixed
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// attest:
    ///   sounds-human: written by those who were there
    /// ---
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// attest:
    ///   sounds-human: written by those who were there
    /// ---
    /// ```
    "unknown-checklist-item", Error
}

fn check(case: &Case<'_>, report: &mut Report) {
    let names: Vec<&str> = Item::ALL.iter().map(|item| item.word()).collect();
    for (item, _) in case.incident.facts.attest.iter().filter(|(item, _)| Item::from_word(&item.value).is_none()) {
        let found = report.at(item.span.clone(), format!("`{}` is not an item of the checklist", item.value));
        match nearest(&item.value, &names) {
            Some(known) => found.help(format!("did you mean `{known}`?")).fix(item.span.clone(), known),
            None => found.help(format!("the items are {}", names.join(", "))),
        };
    }
}
