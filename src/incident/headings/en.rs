//! English headings.

use crate::incident::action_item::ActionKind;
use crate::incident::headings::{Groups, Meaning, Table};

/// Meaning · headings that mean it as a whole · phrases that mean it inside a longer heading too.
#[rustfmt::skip]
pub(super) const TABLE: Table = &[
    (
        Meaning::Summary,
        &[
            "summary", "overview", "description", "tldr", "tl;dr", "abstract", "synopsis", "what happened",
            "what was the problem", "the incident", "what was the incident",
        ],
        &[
            "executive summary", "issue summary", "incident summary", "summary of", "incident overview",
            "incident description", "issue description", "outage summary", "problem statement",
        ],
    ),
    (
        Meaning::Impact,
        &[
            "impact", "impacts", "scope", "effects", "effect", "customer experience", "who was affected",
            "affected", "blast radius",
        ],
        &[
            "impact", "what was impacted", "who was impacted", "affected users", "affected customers",
            "affected services", "affected components", "affected systems",
        ],
    ),
    (
        Meaning::Detection,
        &[
            "detection", "symptoms", "symptom", "discovery", "how was it detected", "how we noticed",
            "how we found out", "alerting",
        ],
        &[
            "how we detected", "how it was detected", "detection", "how we found", "how did we find",
            "discovery process",
        ],
    ),
    (Meaning::Trigger, &["trigger", "triggers", "what triggered it"], &["trigger"]),
    (
        Meaning::RootCause,
        &[
            "cause", "causes", "fault", "analysis", "problem", "why did it happen", "why it happened",
            "what caused this", "what went wrong technically", "technical details", "technical cause",
            "details of the issue", "details of incident", "details of vulnerability", "diagnosis",
        ],
        &[
            "root cause", "root causes", "root-cause", "cause of", "technical cause", "what caused",
            "why this happened", "cause analysis",
        ],
    ),
    (
        Meaning::ContributingFactors,
        &["contributing factors", "contributing causes", "factors", "contributors"],
        &["contributing factor", "contributing factors", "contributing causes"],
    ),
    (
        Meaning::Mitigators,
        &["mitigators", "what limited it", "what limited the impact", "what limited the damage", "what helped"],
        &["mitigating factor", "mitigating factors", "kept it from being worse", "kept it from getting worse"],
    ),
    (
        Meaning::Risks,
        &["risks", "risks found", "risks identified", "known risks", "open risks", "what could still happen"],
        &["remaining risk", "remaining risks", "residual risk", "residual risks"],
    ),
    (
        Meaning::FiveWhys,
        &["five whys", "5 whys", "the five whys", "whys", "5 why", "five whys analysis"],
        &["five whys", "5 whys", "five why", "5-whys"],
    ),
    (
        Meaning::Resolution,
        &[
            "resolution", "recovery", "response", "fix", "the fix", "solution", "mitigation", "repair",
            "repairing", "remediation", "restoration", "what we did", "how we fixed it", "how did we fix it",
            "workaround", "workarounds", "how it was resolved",
        ],
        &[
            "resolution and recovery", "resolution", "how we fixed", "how was it fixed", "fix applied",
            "immediate fix", "mitigation steps", "steps taken",
        ],
    ),
    (
        Meaning::Timeline,
        &["chronology", "sequence of events", "log", "event log", "incident log", "timeline and response"],
        &["timeline", "key events", "key dates", "chronology of", "sequence of events", "chain of events"],
    ),
    (
        Meaning::Updates,
        &[
            "communication", "communications", "customer communication", "status updates", "what we told you",
            "what we told our users", "public communication", "external communication", "updates",
        ],
        &["customer communication", "status page updates", "communication to"],
    ),
    (
        Meaning::WentWell,
        &["went well", "positives", "what worked", "what helped"],
        &["what went well", "things that went well", "went right", "what worked well", "what we did well"],
    ),
    (
        Meaning::WentWrong,
        &[
            "went wrong", "went poorly", "what did not help", "room for improvement", "what did not work",
            "challenges", "negatives",
        ],
        &[
            "what went wrong", "what went poorly", "things that went poorly", "things that went wrong",
            "could have been better", "could be improved", "could be done better", "could have gone better",
            "did not go well", "didn't go well", "didn't go so well", "what went badly",
            "could we have done better", "could have done better", "didn't work",
        ],
    ),
    (
        Meaning::GotLucky,
        &["luck", "lucky", "got lucky"],
        &["got lucky", "get lucky", "were lucky", "where we were lucky"],
    ),
    (
        Meaning::ForOthers,
        &["takeaways", "key takeaways", "for others", "what others can learn", "advice for others"],
        &["others can take", "others can learn", "takeaways for", "takeaway"],
    ),
    (
        Meaning::Lessons,
        &[
            "lessons", "lessons learned", "lessons learnt", "learnings", "what we learned", "what did we learn",
            "conclusion", "conclusions", "lesson", "retrospective", "reflection", "reflections", "discussion",
            "key lessons",
        ],
        &[
            "lessons learned", "lessons learnt", "lessons and", "what we learned", "what we have learned",
            "lesson learned", "lessons from",
        ],
    ),
    (
        Meaning::ActionItems,
        &[
            "action items", "actions", "action item", "next steps", "follow up", "follow-up", "follow-ups",
            "followups", "follow ups", "todo", "todos", "to do", "to-do", "prevention", "preventive measures",
            "preventative measures", "remediations", "immediate actions", "improvements", "corrective actions",
            "corrective measures", "what we are doing about it", "what we're doing about it", "what we are doing",
            "what's next", "what is next", "looking forward", "moving forward", "future work", "recommendations",
            "process improvements", "short term", "short-term", "long term", "long-term", "medium term",
            "medium-term", "what we change", "what will change", "proposal improvements", "plan",
            "mitigation plan", "remediation items", "planned improvements", "open items", "remaining work", "ais",
        ],
        &[
            "action items", "action item", "follow-up actions", "follow up actions", "corrective actions",
            "corrective and preventative", "corrective and preventive", "preventative measures",
            "preventive measures", "prevention measures", "process improvements", "next steps",
            "long-term improvements", "short-term improvements", "long term improvements", "short term improvements",
            "planned actions", "future actions", "medium-term improvements", "medium term improvements", "resulting action", "resulting actions", "follow-up improvements",
            "happening again", "happen again", "going forward", "immediate actions", "follow-ups", "follow ups", "how we will prevent", "to prevent this", "preventing this",
            "prevent recurrence", "proposed improvements", "action plan", "remediation plan", "follow-up items",
        ],
    ),
    (Meaning::Promises, &["promises", "what we promise"], &["we promise"]),
    (
        Meaning::Remedy,
        &["remedy", "making it right", "compensation", "credits", "refunds", "service credits"],
        &["making it right", "make it right", "compensation"],
    ),
    (
        Meaning::CustomerAction,
        &[
            "what you need to do", "what should you do", "what you should do", "do i need to do anything",
            "customer action", "required action",
        ],
        &["what you need to do", "what should you do", "do you need to do", "need to do anything"],
    ),
    (Meaning::Contact, &["contact", "contact us", "questions"], &["contact us", "how to reach us"]),
    (
        Meaning::Technologies,
        &[
            "technologies", "technology", "technical elements", "systems involved", "components",
            "technologies involved",
        ],
        &["technologies involved"],
    ),
    (
        Meaning::People,
        &[
            "people", "the people", "human factors", "thanks", "special thanks", "acknowledgements",
            "acknowledgments", "credits and thanks", "the human side",
        ],
        &["human factors", "human side"],
    ),
    (
        Meaning::Corrections,
        &["corrections", "errata", "amendments", "addendum", "amended", "ammended"],
        &["corrections"],
    ),
    (
        Meaning::Background,
        &[
            "background", "context", "introduction", "glossary", "leadup", "lead-up", "preface", "terminology",
            "setup",
        ],
        &["background", "how does"],
    ),
    (
        Meaning::References,
        &[
            "references", "links", "appendix", "supporting information", "resources", "see also", "related",
            "further reading", "related documents", "further details", "additional notes", "related files",
            "related issues",
        ],
        &["supporting information", "further reading", "related incidents"],
    ),
    (
        Meaning::Metadata,
        &[
            "metadata", "meta", "details", "status", "date", "severity", "duration", "author", "authors", "owner",
            "details of fix", "stats", "statistics", "incident details",
        ],
        &["incident details", "incident metadata"],
    ),
    (
        Meaning::Participants,
        &[
            "responders", "attendees", "participants", "attribution", "involved parties", "incident commander",
            "responder", "key people", "team",
        ],
        &["responders", "participants"],
    ),
];

#[rustfmt::skip]
pub(super) const GROUPS: Groups = &[
    ("process", Some(ActionKind::Process)),
    ("short term", None),
    ("short-term", None),
    ("long term", None),
    ("long-term", None),
    ("medium term", None),
    ("medium-term", None),
    ("immediate", None),
    ("prevention", Some(ActionKind::Prevent)),
    ("prevent", Some(ActionKind::Prevent)),
    ("preventative", Some(ActionKind::Prevent)),
    ("preventive", Some(ActionKind::Prevent)),
    ("detection", Some(ActionKind::Detect)),
    ("detect", Some(ActionKind::Detect)),
    ("monitoring", Some(ActionKind::Detect)),
    ("mitigation", Some(ActionKind::Mitigate)),
    ("mitigate", Some(ActionKind::Mitigate)),
    ("documentation", Some(ActionKind::Process)),
    ("technical", None),
    ("technology", None),
    ("people", Some(ActionKind::Process)),
    ("communication", Some(ActionKind::Process)),
    ("other", None),
    ("done", None),
    ("completed", None),
    ("open", None),
];
