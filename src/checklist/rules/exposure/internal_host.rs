use std::sync::LazyLock;

use crate::checklist::published::Anchored;
use crate::checklist::rule::{Case, Report, rule};
use crate::source::Span;

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

/// Endings that no public host has.
static ENDINGS: LazyLock<Option<Anchored>> = LazyLock::new(|| {
    let literals = [".internal", ".corp", ".lan", ".intranet", ".intern", ".home.arpa", ".local"];
    Anchored::new(&literals, r"(?i:\.(?:internal|intranet)(?:\.[A-Za-z0-9-]+)*|\.(?:corp|lan|intern|home\.arpa|local)(?:[^A-Za-z0-9.-]|\.?$|\.[^A-Za-z0-9]))")
});

fn check(case: &Case<'_>, report: &mut Report) {
    let Some(endings) = &*ENDINGS else { return };
    let own = &case.config.exposure.hosts;
    for place in &case.prose.published {
        let text = case.incident.source.slice(place);
        let known = endings.find(text, false).into_iter().filter_map(|hit| {
            let ending = text.get(hit.clone())?.trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
            let start = host_start(text, hit.start);
            // What stands behind the name is no part of it.
            let labels = text.get(start..hit.start)?.split('.').filter(|label| !label.is_empty()).count();
            // `settings.local` is a file; a host on a local network has two names before it.
            let least = if ending.eq_ignore_ascii_case(".local") { 2 } else { 1 };
            (labels >= least).then_some(start..hit.start + ending.len())
        });
        let named = own.iter().filter(|ending| !ending.is_empty()).flat_map(|ending| {
            text.match_indices(ending.as_str()).map(|(at, _)| host_start(text, at)..at + ending.len())
        });
        let mut found: Vec<Span> = known.chain(named).collect();
        found.sort_by_key(|hit| hit.start);
        found.dedup_by_key(|hit| hit.start);
        for hit in found {
            report
                .at(place.start + hit.start..place.start + hit.end, "this is the name of an internal host")
                .help("say what it does instead (`the lock server`), or fence it as internal");
        }
    }
}

/// Where the host begins whose ending stands at a place.
fn host_start(text: &str, at: usize) -> usize {
    let part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.');
    text.get(..at).map_or(at, |before| before.trim_end_matches(part).len())
}
