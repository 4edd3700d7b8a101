//! The words that name times, durations and severities, and how a label is found.

use crate::incident::told::MomentKind;

pub(super) fn longest<'l>(labels: &'l [&'l str], lower: &str) -> Option<&'l str> {
    let fits = |label: &&&str| {
        lower.strip_prefix(**label).is_some_and(|rest| {
            let dense = label.chars().any(|c| u32::from(c) > 0x2e80);
            rest.chars().next().is_none_or(|c| !c.is_alphanumeric() || dense && c.is_ascii_digit())
        })
    };
    labels.iter().filter(fits).max_by_key(|label| label.len()).copied()
}

pub(super) fn longest_of<'l>(table: &'l [(MomentKind, &'l [&'l str])], lower: &str) -> Option<(&'l str, MomentKind)> {
    let rows = table.iter().filter_map(|(kind, labels)| longest(labels, lower).map(|label| (label, *kind)));
    rows.max_by_key(|(label, _)| label.len())
}

pub(super) const MARKS: &[char] = &['*', '-', '_', '`', '|', ' ', '\t', '+', '•', '>', '#'];
pub(super) const BETWEEN: &[char] = &[' ', ':', '：', '*', '_', '`', '|', '-', '–', '=', '\u{a0}'];
pub(super) const SEVERITY: &[&str] = &[
    "severity",
    "severity level",
    "incident severity",
    "priority",
    "schweregrad",
    "重大度",
    "严重程度",
    "级别",
    "严重级别",
    "影響度",
];

pub(super) const DURATIONS: &[(MomentKind, &[&str])] = &[
    (
        MomentKind::Ended,
        &[
            "duration",
            "total duration",
            "outage duration",
            "incident duration",
            "duration of outage",
            "duration of incident",
            "downtime",
            "total downtime",
            "time to resolve",
            "time to resolution",
            "ttr",
            "outage window",
            "impact window",
            "impact duration",
            "total impact duration",
            "duration of impact",
            "total duration of impact",
            "impact period",
            "incident window",
            "incident period",
            "time window",
            "period",
            "timeframe",
            "time frame",
            "zeitraum",
            "影響期間",
            "障害期間",
            "影响期间",
            "影响时间",
            "故障时间",
            "dauer",
            "gesamtdauer",
            "ausfalldauer",
            "影響時間",
            "停止時間",
            "障害時間",
            "持续时间",
            "影响时长",
            "故障时长",
            "継続時間",
        ],
    ),
    (MomentKind::Mitigated, &["time to repair", "time to mitigate", "time to mitigation"]),
    (MomentKind::Detected, &["time to detect", "time to detection", "ttd"]),
];

pub(super) const MOMENTS: &[(MomentKind, &[&str])] = &[
    (
        MomentKind::Started,
        &[
            "start",
            "started",
            "start time",
            "started at",
            "start date",
            "incident start",
            "incident started",
            "outage start",
            "outage started",
            "outage began",
            "impact start",
            "impact started",
            "user impact start",
            "began",
            "begin",
            "beginning",
            "incident began",
            "start of incident",
            "start of impact",
            "start of outage",
            "first seen",
            "onset",
            "occurred",
            "fault occurs",
            "fault occurred",
            "failure occurred",
            "incident time",
            "time of incident",
            "when",
            "発生日時",
            "発生時刻",
            "発生",
            "障害発生",
            "開始日時",
            "开始时间",
            "发生时间",
            "事发时间",
            "首次出现",
            "beginn",
            "anfang",
            "störungsbeginn",
            "beginn der störung",
            "start der störung",
        ],
    ),
    (
        MomentKind::Detected,
        &[
            "detected",
            "first detected",
            "detection time",
            "detected at",
            "time detected",
            "discovered",
            "discovery date",
            "discovered on",
            "noticed",
            "reported",
            "reported at",
            "検知日時",
            "検知時刻",
            "検知",
            "发现时间",
            "erkannt",
            "bemerkt",
            "entdeckt",
        ],
    ),
    (
        MomentKind::Declared,
        &["declared", "declared at", "incident declared", "acknowledged", "acknowledged at", "escalated", "ausgerufen"],
    ),
    (
        MomentKind::Mitigated,
        &["mitigated", "mitigated at", "mitigation time", "repaired", "contained", "緩和", "緩和日時", "eingedämmt"],
    ),
    (
        MomentKind::Ended,
        &[
            "end",
            "ended",
            "end time",
            "ended at",
            "end date",
            "incident end",
            "incident ended",
            "outage end",
            "outage ended",
            "impact end",
            "impact ended",
            "resolved",
            "resolved at",
            "resolution time",
            "resolution date",
            "restored",
            "service restored",
            "recovered",
            "recovery time",
            "fixed",
            "fixed at",
            "復旧日時",
            "復旧時刻",
            "復旧",
            "解消",
            "恢复时间",
            "结束时间",
            "解决时间",
            "ende",
            "behoben",
            "beendet",
            "wiederhergestellt",
        ],
    ),
    (
        MomentKind::Day,
        &[
            "date",
            "dates",
            "incident date",
            "date of incident",
            "date/time",
            "day",
            "date and time",
            "datum",
            "日期",
            "日付",
            "発生日",
            "事件日期",
            "インシデント日",
        ],
    ),
];

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

/// Words right before one of them that take it back: "does not resolve", "until it is resolved", "to be fixed".
const TAKEN_BACK: &[&str] = &["not", "until", "will", "be", "believed", "once", "if", "when", "nicht", "before", "should", "would", "could", "hopefully"];

/// Whether a text holds one of some phrases as whole words, and does not take it back.
pub(super) fn says(text: &str, phrases: &[&str]) -> bool {
    let lower = text.to_lowercase();
    phrases.iter().any(|phrase| lower.match_indices(phrase).any(|(at, _)| whole(&lower, at, phrase) && !denied(&lower, at)))
}

fn whole(text: &str, at: usize, phrase: &str) -> bool {
    if phrase.chars().any(|c| u32::from(c) > 0x2e80) {
        return true;
    }
    let before = text.get(..at).and_then(|before| before.chars().next_back());
    let after = text.get(at + phrase.len()..).and_then(|after| after.chars().next());
    // "resolved-alert", `resolved`, "status=resolved" name something.
    let joined = |c: char| c.is_alphanumeric() && u32::from(c) < 0x2e80 || matches!(c, '-' | '_' | '`' | '"' | '=');
    !before.is_some_and(joined) && !after.is_some_and(joined)
}

fn denied(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or("");
    let clause = before.rsplit(['.', ';', '!', '?', '\n']).next().unwrap_or("");
    clause.split_whitespace().rev().take(3).any(|word| TAKEN_BACK.contains(&word) || word.ends_with("n't"))
}
