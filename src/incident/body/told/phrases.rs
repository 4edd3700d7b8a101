//! What the rows of a timeline say of the beginning and the end.

use crate::incident::spacing::is_dense;

/// Rows that say where it began.
pub(super) const OUTSET: &[&str] = &[
    "outage start",
    "outage starts",
    "outage started",
    "outage began",
    "outage begins",
    "incident start",
    "incident starts",
    "incident started",
    "incident began",
    "incident begins",
    "impact start",
    "impact starts",
    "impact began",
    "impact begins",
    "start of outage",
    "start of the outage",
    "start of incident",
    "start of the incident",
    "start of impact",
    "**発生",
    "beginn der",
];

/// Rows that tell of a change.
pub(super) const CHANGE: &[&str] = &[
    "deploy",
    "deployed",
    "deploys",
    "deployment",
    "merged",
    "merge",
    "released",
    "release",
    "upgrade",
    "upgraded",
    "rolled out",
    "rollout",
    "pushed",
    "renamed",
    "migration",
    "changed",
    "bump",
    "modified",
];

/// Rows that tell of trouble.
pub(super) const SIGN: &[&str] = &[
    "fail",
    "fails",
    "failed",
    "failing",
    "failure",
    "failures",
    "error",
    "errors",
    "down",
    "outage",
    "degraded",
    "degradation",
    "unavailable",
    "unreachable",
    "alert",
    "alerts",
    "alerted",
    "alarm",
    "crash",
    "crashes",
    "crashed",
    "drops",
    "dropped",
    "stopped",
    "stops",
    "slow",
    "issue",
    "issues",
    "bug",
    "broken",
    "incident",
    "timeouts",
    "500",
    "502",
    "503",
    "5xx",
    "dark",
    "stalled",
    "unknown status",
    "loss",
];

/// Rows that tell that the service was well again.
pub(super) const OVER: &[&str] = &[
    "resolved",
    "restored",
    "recovered",
    "outage end",
    "outage ends",
    "outage ended",
    "outage over",
    "end of outage",
    "end of the outage",
    "end of incident",
    "incident end",
    "incident ends",
    "incident ended",
    "incident over",
    "back to normal",
    "returned to normal",
    "returns to normal",
    "return to normal",
    "resumes normal",
    "resumed normal",
    "operating normally",
    "running normally",
    "working normally",
    "running smoothly",
    "back online",
    "back up",
    "fully operational",
    "working again",
    "running again",
    "available again",
    "reachable again",
    "created again",
    "up again",
    "online again",
    "normal operation",
    "normal operations",
    "back to operation",
    "verified operational",
    "services operational",
    "systems operational",
    "all good",
    "back to zero",
    "returned to zero",
    "green lights",
    "everything is fine",
    "everything seems fine",
    "everything is okay",
    "everything looks good",
    "everything works",
    "okay again",
    "復旧",
    "解消",
    "恢复",
    "解决",
    "wiederhergestellt",
    "wieder erreichbar",
    "all clear",
];

/// Rows that tell of the repair.
pub(super) const REPAIRED: &[&str] = &[
    "fixed",
    "fix applied",
    "fix deployed",
    "fix shipped",
    "fix released",
    "fix is live",
    "fix is deployed",
    "fix was deployed",
    "fix is released",
    "fix was released",
    "fix is rolled out",
    "fix deployed to production",
    "released with the fix",
    "released with a fix",
    "is released",
    "was released",
    "completed",
    "healthy",
    "closed",
    "mitigated",
    "behoben",
];

/// Rows at the end that tell of what came after: word to the public, the report itself.
pub(super) const AFTERMATH: &[&str] = &[
    "disclosure",
    "public disclosure",
    "published",
    "postmortem",
    "post-mortem",
    "post mortem",
    "retrospective",
    "eol",
    "end of life",
    "incident report",
    "root cause analysis",
    "公開",
    "公开",
    "ポストモーテム",
];

/// Rows that tell of something begun or decided, and not of its end.
pub(super) const UNDER_WAY: &[&str] = &[
    "begin",
    "begins",
    "began",
    "starting",
    "decision",
    "decided",
    "decide",
    "investigating",
    "investigation starts",
    "looking into",
    "continues",
    "ongoing",
    "still working",
    "in progress",
    "we will",
    "working on",
    "beginnt",
    "begonnen",
    "entschieden",
];

/// Words right before one of them that take it back: "does not resolve", "until it is resolved", "to be fixed".
const TAKEN_BACK: &[&str] = &[
    "not",
    "until",
    "will",
    "be",
    "believed",
    "once",
    "if",
    "when",
    "nicht",
    "before",
    "should",
    "would",
    "could",
    "hopefully",
];

/// Whether a text holds one of some phrases as whole words, and does not take it back.
pub(super) fn says(text: &str, phrases: &[&str]) -> bool {
    let lower = text.to_lowercase();
    phrases
        .iter()
        .any(|phrase| lower.match_indices(phrase).any(|(at, _)| whole(&lower, at, phrase) && !denied(&lower, at)))
}

fn whole(text: &str, at: usize, phrase: &str) -> bool {
    if phrase.chars().any(is_dense) {
        return true;
    }
    let before = text.get(..at).and_then(|before| before.chars().next_back());
    let after = text.get(at + phrase.len()..).and_then(|after| after.chars().next());
    // "resolved-alert", `resolved`, "status=resolved" name something.
    let joined = |c: char| c.is_alphanumeric() && !is_dense(c) || matches!(c, '-' | '_' | '`' | '"' | '=');
    !before.is_some_and(joined) && !after.is_some_and(joined)
}

fn denied(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or("");
    let clause = before.rsplit(['.', ';', '!', '?', '\n']).next().unwrap_or("");
    clause.split_whitespace().rev().take(3).any(|word| TAKEN_BACK.contains(&word) || word.ends_with("n't"))
}
