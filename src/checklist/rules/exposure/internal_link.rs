use std::sync::LazyLock;

use crate::checklist::published::Anchored;
use crate::checklist::rule::{Case, Report, rule};

rule! {
    /// No link leads to a place that readers cannot open.
    ///
    /// A link to the ticket or the chat proves something to colleagues and shuts a door on everyone else. Known are chat, ticket and paging services;
    /// `[exposure] links` in `afterword.toml` adds hosts of your own.
    ///
    /// ## Fails
    ///
    /// ```markdown
    ///
    /// ## Timeline
    ///
    /// - 10:05 [alarm](https://shops.slack.com/archives/C123/p456)
    ///                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ readers outside cannot open this link
    /// - 10:06 ticket https://shops.atlassian.net/browse/OPS-1
    ///                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ readers outside cannot open this link
    /// ```
    ///
    /// ```markdown config=exposure.links=["wiki.shops.example"]
    /// See <https://wiki.shops.example/locks>.
    ///      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ readers outside cannot open this link
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    /// See [the fix](https://github.com/shops/shop/pull/1) and https://slack.com/help.
    /// ```
    "internal-link", Error
}

static PATTERN: LazyLock<Option<Anchored>> = LazyLock::new(|| {
    Anchored::new(&["http://", "https://"], concat!(
        r"https?://(?:localhost|127\.0\.0\.1)[^\s)>]*|https?://[a-z0-9-]+\.slack\.com/(?:archives|messages|client)/[^\s)>]*",
        r"|https?://[a-z0-9-]+\.atlassian\.net/[^\s)>]*|https?://[a-z0-9.-]+\.pagerduty\.com/(?:incidents|alerts)/[^\s)>]*|https?://[a-z0-9.-]*(?:opsgenie|victorops)\.com/[^\s)>]*",
        r"|https?://teams\.microsoft\.com/[^\s)>]*|https?://[a-z0-9-]+\.sharepoint\.com/[^\s)>]*|https?://[a-z0-9-]+\.grafana\.net/[^\s)>]*|https?://app\.datadoghq\.(?:com|eu)/[^\s)>]*",
    ))
});

fn check(case: &Case<'_>, report: &mut Report) {
    let Some(pattern) = &*PATTERN else { return };
    let message = "readers outside cannot open this link";
    let help = "say what it shows, and keep the link in an internal passage";
    for place in &case.prose.published {
        let text = case.incident.source.slice(place);
        for hit in pattern.find(text, false) {
            report.at(place.start + hit.start..place.start + hit.end, message).help(help);
        }
        for host in case.config.exposure.links.iter().filter(|host| !host.is_empty()) {
            for (at, _) in text.match_indices(&format!("://{host}")) {
                let start = text.get(..at).map_or(at, |before| before.trim_end_matches(|c: char| c.is_ascii_alphabetic()).len());
                let len = text.get(start..).map_or(0, |rest| rest.find([' ', ')', '>', '\n', '"']).unwrap_or(rest.len()));
                report.at(place.start + start..place.start + start + len, message).help(help);
            }
        }
    }
}
