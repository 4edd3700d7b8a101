use std::sync::LazyLock;

use regex::Regex;

use crate::checklist::rule::{Case, Report, rule};

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

static PATTERN: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(concat!(
        r"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{36,}|\bgithub_pat_[A-Za-z0-9_]{22,}|\bglpat-[A-Za-z0-9_-]{20,}|\bxox[abprs]-[A-Za-z0-9-]{10,}",
        r"|\bsk_live_[A-Za-z0-9]{16,}|\bsk-[A-Za-z0-9_-]{32,}|\bAIza[0-9A-Za-z_-]{35}|\bnpm_[A-Za-z0-9]{36}|\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}",
        r"|hooks\.slack\.com/services/T[A-Za-z0-9]+/B[A-Za-z0-9]+/[A-Za-z0-9]+|[a-z]+://[^/\s:@]+:[^/\s:@$<{]{4,}@[A-Za-z0-9]",
        r#"|(?i:password|passwd|passwort|secret|api[_-]?key|access[_-]?token|auth[_-]?token)["']?\s*[:=]\s*["']?[A-Za-z0-9!#%&*+/_.-]{8,}"#,
    ))
    .ok()
});

fn check(case: &Case<'_>, report: &mut Report) {
    let Some(pattern) = &*PATTERN else { return };
    for place in case.published() {
        let text = case.incident.source.slice(&place);
        for hit in pattern.find_iter(text).filter(|hit| looks_real(hit.as_str())) {
            report
                .at(place.start + hit.start()..place.start + hit.end(), "this looks like a secret")
                .help("take it out, here and in the history, and make a new one; if it is none, waive this with the reason");
        }
    }
}

/// `password = changed-on-monday` is prose; letters with digits are a value.
fn looks_real(hit: &str) -> bool {
    let assigned = hit.find(['=', ':']).filter(|_| !hit.contains("://"));
    let named = ["password", "passwd", "passwort", "secret", "api", "access", "auth"].iter().any(|word| hit.to_lowercase().starts_with(word));
    let Some(at) = assigned.filter(|_| named) else { return true };
    let value = hit.get(at + 1..).unwrap_or("");
    value.chars().any(|c| c.is_ascii_digit()) && value.chars().any(char::is_alphabetic)
}
