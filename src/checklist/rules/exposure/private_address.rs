use std::sync::LazyLock;

use crate::checklist::published::Anchored;
use crate::checklist::rule::{Case, Report, rule};

rule! {
    /// No address of a private network is published.
    ///
    /// 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 169.254.0.0/16 and fc00::/7 mean something inside only. Addresses set aside for documentation
    /// (192.0.2.0/24, 198.51.100.0/24, 203.0.113.0/24) may stand, and so may versions.
    ///
    /// ## Fails
    ///
    /// ```markdown
    ///
    /// ## Root cause
    ///
    /// The switch at 10.20.30.40 lost its way to 192.168.7.0/24.
    ///               ^^^^^^^^^^^ this is an address of a private network
    ///                                           ^^^^^^^^^^^^^^ this is an address of a private network
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    ///
    /// ## Root cause
    ///
    /// Version 10.20.30.40 was rolled out, v10.1.2.3 before it; 192.0.2.7 and 8.8.8.8 answered. 10.500.1.1 is no address.
    /// ```
    "private-address", Error
}

static PATTERN: LazyLock<Option<Anchored>> = LazyLock::new(|| {
    Anchored::new(
        &["10.", "172.", "192.168.", "169.254.", "fc", "fd"],
        r"(?:10\.[0-9]{1,3}|172\.(?:1[6-9]|2[0-9]|3[01])|192\.168|169\.254)\.[0-9]{1,3}\.[0-9]{1,3}(?:/[0-9]{1,2})?\b|f[cd][0-9a-f]{2}:[0-9a-f:]+\b",
    )
});

fn check(case: &Case<'_>, report: &mut Report) {
    let Some(pattern) = &*PATTERN else { return };
    for place in &case.prose.published {
        let text = case.incident.source.slice(place);
        for hit in pattern.find(text, true) {
            let found = text.get(hit.clone()).unwrap_or("");
            let (before, after) = (text.get(..hit.start).unwrap_or(""), text.get(hit.end..).unwrap_or(""));
            let fits = found.contains(':') || found.split(['.', '/']).all(|part| part.parse::<u16>().is_ok_and(|number| number < 256));
            let numbered = before.ends_with(['v', 'V', '-', '.', '_']) || before.trim_end().to_lowercase().ends_with("version");
            let goes_on = after.starts_with(['-', '_']) || after.strip_prefix('.').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
            let version = numbered || goes_on;
            if fits && !version {
                report
                    .at(place.start + hit.start..place.start + hit.end, "this is an address of a private network")
                    .help("say what it is instead (`the switch in rack 4`), or fence it as internal");
            }
        }
    }
}
