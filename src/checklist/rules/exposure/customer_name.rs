use aho_corasick::AhoCorasick;

use crate::checklist::rule::{Case, Report, rule};

rule! {
    /// No customer is named.
    ///
    /// The list is your own: `[exposure] customers` in `afterword.toml`. A name stands alone, letter case does not matter.
    ///
    /// ## Fails
    ///
    /// ```markdown config=exposure.customers=["karstadt"]
    ///
    /// ## Impact
    ///
    /// All tills of Karstadt were down.
    ///              ^^^^^^^^ this is the name of a customer
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown config=exposure.customers=["karstadt"]
    ///
    /// ## Impact
    ///
    /// All tills of one large customer were down; the Karstadtpassage was open.
    /// ```
    "customer-name", Error
}

fn check(case: &Case<'_>, report: &mut Report) {
    let customers = &case.config.exposure.customers;
    if customers.is_empty() {
        return;
    }
    let Ok(automaton) = AhoCorasick::builder().ascii_case_insensitive(true).build(customers) else { return };
    for place in &case.prose.published {
        let text = case.incident.source.slice(place);
        for hit in automaton.find_iter(text).filter(|hit| !hit.is_empty()) {
            let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            let inside = letter(text.get(..hit.start()).and_then(|text| text.chars().next_back())) || letter(text.get(hit.end()..).and_then(|text| text.chars().next()));
            if !inside {
                report
                    .at(place.start + hit.start()..place.start + hit.end(), "this is the name of a customer")
                    .help("write `one customer`, or fence it as internal");
            }
        }
    }
}
