use std::sync::LazyLock;

use regex::Regex;

use crate::checklist::rule::{Case, Report, rule};

rule! {
    /// No private key is published.
    ///
    /// The block that begins `-----BEGIN … PRIVATE KEY-----` is the whole key, whatever stands in it.
    ///
    /// ## Fails
    ///
    /// ````markdown
    /// ```
    /// -----BEGIN RSA PRIVATE KEY-----
    /// ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this is a private key
    /// MIIE…
    /// -----END RSA PRIVATE KEY-----
    /// ```
    /// ````
    ///
    /// ## Passes
    ///
    /// ````markdown
    /// ```
    /// -----BEGIN PUBLIC KEY-----
    /// MIIB…
    /// ```
    ///
    /// The private key was made new on Monday.
    /// ````
    "private-key", Error
}

static PATTERN: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new("-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----").ok());

fn check(case: &Case<'_>, report: &mut Report) {
    let Some(pattern) = &*PATTERN else { return };
    for place in case.published() {
        let text = case.incident.source.slice(&place);
        for hit in pattern.find_iter(text) {
            report
                .at(place.start + hit.start()..place.start + hit.end(), "this is a private key")
                .help("take it out, here and in the history, and make a new one");
        }
    }
}
