use crate::checklist::context::Spoken;
use crate::checklist::phrases::voice::COUNTERFACTUAL;
use crate::checklist::rule::{Case, Report, rule};

rule! {
    /// It tells what happened, not what might have.
    ///
    /// "Should have noticed" describes an incident that did not take place, from a desk, knowing the end. It explains nothing about the one that did,
    /// and shuts the question why it made sense at the time (Dekker's field guide; the three traps of incident analysis). What is to be done
    /// differently is an action item. "Should have a second line", "could have been worse" and guesses about what users felt are no counterfactuals
    /// and are left alone.
    ///
    /// ## Fails
    ///
    /// ```markdown
    ///
    /// ## Root cause
    ///
    /// The team should have tested the restore. An alert would have caught it.
    ///          ^^^^^^^^^^^ `should have` tells of what did not happen
    ///                                                   ^^^^^^^^^^ `would have` tells of what did not happen
    /// ```
    ///
    /// ```markdown
    ///
    /// ## Ursache
    ///
    /// Wir hätten den Alarm früher bemerken müssen.
    ///     ^^^^^^ `hätten` tells of what did not happen
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    ///
    /// ## Root cause
    ///
    /// Every shop should have a second line. Some customers may have seen errors. It could have been worse.
    ///
    /// ## What could have gone better
    ///
    /// The runbook.
    /// ```
    ///
    /// ```markdown
    ///
    /// ## Ursache
    ///
    /// Hätte der Server zwei Platten? Nein. Kunden hätten gern früher davon gehört.
    /// ```
    "counterfactual", Advice, IsAuthentic
}

fn check(case: &Case<'_>, report: &mut Report) {
    let mut last_sentence = None;
    for spoken in case.spoken(COUNTERFACTUAL) {
        let sentence = spoken.span.start - spoken.before.len();
        let asks = spoken.sentence.trim_end().ends_with('?');
        if asks || !is_counterfactual(&spoken) || last_sentence == Some(sentence) {
            continue;
        }
        last_sentence = Some(sentence);
        report
            .at(spoken.span.clone(), format!("`{}` tells of what did not happen", spoken.word))
            .help("say why it made sense at the time; make what should change an action item");
    }
}

fn is_counterfactual(spoken: &Spoken<'_>) -> bool {
    let modal = spoken.word.to_lowercase().replace('’', "'");
    let after = spoken.words_after();
    if modal.starts_with("hätte") {
        let ends = ["müssen", "sollen", "können", "dürfen", "vermieden", "verhindert", "bemerkt"];
        return after.iter().take(14).any(|word| ends.contains(&word.as_str()));
    }
    if modal == "if only" {
        return true;
    }
    let mut rest = after.iter().map(String::as_str).skip_while(|word| FILLERS.contains(word));
    let verb = rest.next().unwrap_or("");
    let next: Vec<&str> = rest.take(3).collect();
    let better = |word: &&str| OUTCOMES.contains(word);
    let been = matches!(verb, "been") && next.iter().any(better);
    if modal.starts_with("should") {
        // "Thirty records that should have failed" tells of a machine; a person, or nobody, makes it a wish.
        let before = spoken.words_before();
        let person = before.iter().take(4).any(|word| SUBJECTS.contains(&word.as_str()) || word.starts_with('@'));
        let alone = before.is_empty();
        return (person || alone) && (is_participle(verb) || verb == "had");
    }
    // "may have experienced" is a guess about users; "would have caused" is a mechanism. What counts is the better end.
    let attack = spoken.follows(4, &["party", "parties", "attacker", "attackers", "vulnerability", "bug", "actor", "actors"]);
    (better(&verb) || been) && !attack
}

/// Those of whom "should have" is said when it is a judgement.
const SUBJECTS: &[&str] = &[
    "we", "i", "he", "she", "they", "you", "our", "nobody", "someone", "somebody", "team", "user", "engineer", "engineers", "developer", "developers", "operator", "maintainers", "reviewer", "reviewers", "everyone",
];

/// Words between "have" and the verb.
const FILLERS: &[&str] = &["also", "just", "probably", "likely", "immediately", "even", "easily", "perhaps", "all", "then", "simply", "never", "not", "actually", "at", "least", "only"];

/// The better ends that counterfactuals wish for.
const OUTCOMES: &[&str] = &[
    "prevented", "avoided", "caught", "noticed", "detected", "helped", "allowed", "saved", "stopped", "spotted", "found", "alerted", "shown", "highlighted", "reduced", "limited", "surfaced", "revealed", "solved",
    "resolved", "mitigated", "faster", "quicker", "sooner", "earlier", "easier", "better", "shorter", "handled", "done", "identified", "discovered", "shortened", "warned", "flagged", "minimized", "minimised",
    "consulted", "reliable", "blocked", "known", "communicated", "reacted", "realized", "realised", "taken",
];

/// A participle, regular or one of those that reports use.
fn is_participle(word: &str) -> bool {
    const IRREGULAR: &[&str] = &[
        "been", "seen", "known", "caught", "done", "made", "found", "kept", "taken", "gone", "come", "built", "written", "set", "run", "sent", "thought", "told", "given", "brought", "put", "got", "gotten", "read", "held",
        "left", "begun", "chosen", "understood", "thrown", "shut", "broken", "paid", "led", "cut",
    ];
    IRREGULAR.contains(&word) || (word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed"))
}
