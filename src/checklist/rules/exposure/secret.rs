use std::sync::LazyLock;

use memchr::memchr2_iter;
use regex::Regex;

use crate::checklist::published::Anchored;
use crate::checklist::rule::{Case, Report, rule};
use crate::source::Span;

rule! {
    /// No password, key or token is published.
    ///
    /// What was public for a minute is known for good: take it out of the history too, and make a new one. Found are the forms of well-known services
    /// and `password = …` with a value that looks real.
    ///
    /// ## Fails
    ///
    /// ````markdown
    ///
    /// ## Root cause
    ///
    /// The job ran with AKIAIOSFODNN7EXAMPLE.
    ///                  ^^^^^^^^^^^^^^^^^^^^ this looks like a secret
    ///
    /// ```
    /// password = "hunter2secure99"
    /// ^^^^^^^^^^^^^^^^^^^^^^^^^^^ this looks like a secret
    /// ```
    /// ````
    ///
    /// ## Passes
    ///
    /// ```markdown
    ///
    /// ## Root cause
    ///
    /// The variable `PASSWORD=$SECRET` was empty; password: changed on Monday. The token was `<redacted>`.
    /// ```
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// audience: internal
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T11:00:00Z
    /// ---
    ///
    /// The job ran with AKIAIOSFODNN7EXAMPLE.
    /// ```
    "secret", Error
}

/// Tokens of well-known services, which nothing else looks like.
static TOKENS: LazyLock<Option<Anchored>> = LazyLock::new(|| {
    let literals = [
        "AKIA", "ASIA", "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "glpat-", "xoxa-", "xoxb-", "xoxp-", "xoxr-", "xoxs-", "sk_live_",
        "sk-", "AIza", "npm_", "eyJ", "hooks.slack.com/services/", "://",
    ];
    Anchored::new(
        &literals,
        concat!(
            r"(?:AKIA|ASIA)[0-9A-Z]{16}\b|gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{22,}|glpat-[A-Za-z0-9_-]{20,}|xox[abprs]-[A-Za-z0-9-]{10,}",
            r"|sk_live_[A-Za-z0-9]{16,}|sk-[A-Za-z0-9_-]{32,}|AIza[0-9A-Za-z_-]{35}|npm_[A-Za-z0-9]{36}|eyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}",
            r"|hooks\.slack\.com/services/T[A-Za-z0-9]+/B[A-Za-z0-9]+/[A-Za-z0-9]+|://[^/\s:@]+:[^/\s:@$<{]{4,}@[A-Za-z0-9]",
        ),
    )
});

/// Names of what is kept secret, in lower case.
const NAMES: &[&str] =
    &["password", "passwd", "passwort", "secret", "api-key", "api_key", "apikey", "access-token", "access_token", "auth-token", "auth_token"];

/// What stands behind such a name, where it is given a value.
static VALUE: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r#"\A["']?\s*[:=]\s*["']?[A-Za-z0-9!#%&*+/_.-]{8,}"#).ok());

/// `password = …` with a value. Signs that give a value are rarer than words, so the name is looked for before them.
fn assigned(text: &str) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    for at in memchr2_iter(b':', b'=', text.as_bytes()) {
        let before = text.get(..at).unwrap_or("").trim_end();
        let before = before.strip_suffix(['"', '\'']).unwrap_or(before);
        let start = |name: &&str| {
            let start = before.len().checked_sub(name.len())?;
            before.get(start..)?.eq_ignore_ascii_case(name).then_some(start)
        };
        let Some(start) = NAMES.iter().find_map(start).filter(|start| found.last().is_none_or(|last| last.end <= *start)) else { continue };
        let value = VALUE.as_ref().and_then(|value| value.find(text.get(before.len()..)?));
        found.extend(value.map(|value| start..before.len() + value.end()));
    }
    found
}

fn check(case: &Case<'_>, report: &mut Report) {
    let Some(tokens) = &*TOKENS else { return };
    for place in &case.prose.published {
        let text = case.incident.source.slice(place);
        // An address begins before its `://`: no word boundary there.
        let mut found = tokens.find(text, false);
        found.extend(assigned(text).into_iter().filter(|hit| looks_real(text.get(hit.clone()).unwrap_or(""))));
        found.sort_by_key(|hit| hit.start);
        for hit in found {
            report
                .at(place.start + hit.start..place.start + hit.end, "this looks like a secret")
                .help("take it out, here and in the history, and make a new one; if it is none, waive this with the reason");
        }
    }
}

/// `password: changed-on-monday` is prose; letters with digits are a value.
fn looks_real(hit: &str) -> bool {
    let value = hit.split_once(['=', ':']).map_or("", |(_, value)| value);
    value.chars().any(|c| c.is_ascii_digit()) && value.chars().any(char::is_alphabetic)
}
