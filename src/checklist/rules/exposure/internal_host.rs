use std::sync::LazyLock;

use regex::Regex;

use crate::checklist::rule::{Case, Report, rule};

rule! {
    /// No name of an internal host is published.
    ///
    /// It helps nobody outside but those who look for a way in. Known are `*.internal`, `*.corp`, `*.local`, `*.lan`, `*.intranet`, `*.svc.cluster.local`; `[exposure]
    /// hosts` in `afterword.toml` adds endings of your own.
    ///
    /// ## Fails
    ///
    /// ```markdown
    ///
    /// ## Root cause
    ///
    /// The lock lived on db-3.fra.corp and `cache.shop.internal:6379`.
    ///                   ^^^^^^^^^^^^^ this is the name of an internal host
    ///                                      ^^^^^^^^^^^^^^^^^^^ this is the name of an internal host
    /// ```
    ///
    /// ```markdown config=exposure.hosts=[".prod.shops.example"]
    ///
    /// ## Root cause
    ///
    /// The lock lived on db-3.prod.shops.example.
    ///                   ^^^^^^^^^^^^^^^^^^^^^^^ this is the name of an internal host
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    ///
    /// ## Root cause
    ///
    /// The file `settings.local` was read; www.example.com was up. It was an internal host.
    /// ```
    "internal-host", Error
}

static PATTERN: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"\b(?:[A-Za-z0-9-]+\.)+(?:internal|corp|lan|intranet|intern|home\.arpa|svc\.cluster\.local)\b|\b[A-Za-z0-9-]+\.[A-Za-z0-9-]+\.local\b").ok()
});

fn check(case: &Case<'_>, report: &mut Report) {
    let Some(pattern) = &*PATTERN else { return };
    let message = "this is the name of an internal host";
    let help = "say what it does instead (`the lock server`), or fence it as internal";
    for place in case.published() {
        let text = case.incident.source.slice(&place);
        for hit in pattern.find_iter(text) {
            report.at(place.start + hit.start()..place.start + hit.end(), message).help(help);
        }
        for (at, ending) in case.config.exposure.hosts.iter().filter(|ending| !ending.is_empty()).flat_map(|ending| text.match_indices(ending.as_str())) {
            let host = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.');
            let start = text.get(..at).map_or(at, |before| before.trim_end_matches(host).len());
            report.at(place.start + start..place.start + at + ending.len(), message).help(help);
        }
    }
}
