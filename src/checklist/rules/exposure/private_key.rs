use std::sync::LazyLock;

use crate::checklist::published::Anchored;
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

static PATTERN: LazyLock<Option<Anchored>> =
    LazyLock::new(|| Anchored::new(&["-----BEGIN "], "-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----"));

fn check(case: &Case<'_>, report: &mut Report) {
    let Some(pattern) = &*PATTERN else { return };
    for place in &case.prose.published {
        let text = case.incident.source.slice(place);
        for hit in pattern.find(text, false) {
            report
                .at(place.start + hit.start..place.start + hit.end, "this is a private key")
                .help("take it out, here and in the history, and make a new one");
        }
    }
}
