use crate::checklist::context::{Spoken, words};
use crate::checklist::japanese::{is_japanese, is_unreal};
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
    /// ```markdown
    ///
    /// ## Lessons
    ///
    /// Had we not run it twice, the loss could have been prevented. It was not handled as well as it could have been. The impact would have been
    /// ^^^^^^ `Had we` tells of what did not happen
    ///                                                                                               ^^^^^^^^^^ `could have` tells of what did not happen
    ///                                                                                                                           ^^^^^^^^^^ `would have` tells of what did not happen
    /// limited if we hadn't sent the mail.
    /// ```
    ///
    /// ```markdown
    ///
    /// ## Ursache
    ///
    /// Der Fehler wäre mit einem Test aufgefallen.
    ///            ^^^^ `wäre` tells of what did not happen
    /// ```
    ///
    /// ```markdown
    ///
    /// ## Ursache
    ///
    /// Wäre der Test gelaufen, wäre die Störung nicht aufgetreten.
    /// ^^^^ `Wäre` tells of what did not happen
    /// ```
    ///
    /// ```markdown
    ///
    /// ## 根本原因
    ///
    /// 復元手順を一度でも試していれば、破損は防げた。担当者は容量を確認すべきだった。
    ///           ^^^^^ `していれば` tells of what did not happen
    ///                                  ^^^^^ `べきだった` tells of what did not happen
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
    /// ## Root cause
    ///
    /// Had the queue grown on, it would have filled the disk. Nothing we know of could have prevented the strike. An attacker could have found the
    /// key. It ended what should have been a simple upgrade.
    /// ```
    ///
    /// ```markdown
    ///
    /// ## Ursache
    ///
    /// Hätte der Server zwei Platten? Nein. Kunden hätten gern früher davon gehört. Wären alle Kunden betroffen, zeigte es die Kurve. Er lief, als
    /// wäre nichts geschehen.
    /// ```
    ///
    /// ```markdown
    ///
    /// ## 根本原因
    ///
    /// 期限を監視すれば、失効前に検知できる。接続に失敗していれば、30秒後に再試行される。気づくのが遅れていれば、被害は全店に広がっていた。
    /// どうすべきだったのかは、まだ分からない。「確認すべきだった」とは書かない。
    /// ```
    "counterfactual", Advice, IsAuthentic
}

fn check(case: &Case<'_>, report: &mut Report) {
    let mut last_sentence = None;
    for spoken in case.spoken(COUNTERFACTUAL) {
        let sentence = spoken.span.start - spoken.before.len();
        let asks = spoken.sentence.trim_end().ends_with(['?', '？']);
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
    if is_japanese(&spoken.word) {
        return is_unreal(spoken);
    }
    let modal = spoken.word.to_lowercase().replace('’', "'");
    if modal.starts_with("hätte") || modal.starts_with("wäre") {
        return is_german(spoken, modal.starts_with("wäre"));
    }
    if modal.starts_with("had ") {
        return is_inverted(spoken);
    }
    if modal == "if only" {
        return true;
    }
    let after = spoken.words_after();
    let mut rest = after.iter().map(String::as_str).skip_while(|word| FILLERS.contains(word) || word.ends_with("ly"));
    let verb = rest.next().unwrap_or("");
    let next: Vec<&str> = rest.take(4).collect();
    let better = |word: &&str| OUTCOMES.contains(word);
    if modal.starts_with("should") || modal.starts_with("ought") {
        // "Thirty records that should have failed" tells of a machine; a person, or nobody, makes it a wish.
        let before = spoken.words_before();
        let person = before.iter().take(5).any(|word| SUBJECTS.contains(&word.as_str()) || word.starts_with('@'));
        let alone = before.iter().all(|word| ALONE.contains(&word.as_str()));
        // "What should have been a simple upgrade"
        let expected = before.first().is_some_and(|word| word == "what");
        return (person || alone) && !expected && (is_participle(verb) || verb == "had");
    }
    // "may have experienced" is a guess about users; "would have caused" is a mechanism. What counts is the better end.
    let attack = words(spoken.sentence).any(|word| ["party", "parties", "attacker", "attackers", "vulnerability", "actor", "actors", "malicious"].contains(&word.as_str()));
    // "Nothing could have prevented it"
    let helpless = before_denies(spoken);
    let been = verb == "been" && next.iter().any(better);
    let unlike = is_participle(verb) && is_unlike(spoken);
    (better(&verb) || been || unlike || is_as_well(spoken, verb, &next)) && !attack && !helpless
}

fn before_denies(spoken: &Spoken<'_>) -> bool {
    let before = spoken.words_before();
    before.iter().take(4).any(|word| ["no", "nothing", "nobody", "none"].contains(&word.as_str())) && !before.iter().any(|word| word == "if")
}

/// "Hätte … vermieden werden können", "wäre … aufgefallen".
fn is_german(spoken: &Spoken<'_>, be: bool) -> bool {
    let ends: &[&str] = if be {
        &["vermeidbar", "aufgefallen", "verhindert", "vermieden", "verhindern", "vermeiden", "passiert", "geschehen", "bemerkt", "entdeckt", "möglich", "nötig", "besser", "aufgetreten", "eingetreten", "ausgeblieben", "kürzer", "früher", "schneller", "glimpflicher"]
    } else {
        &["müssen", "sollen", "können", "dürfen", "vermieden", "verhindert", "bemerkt", "erkannt", "entdeckt", "gewarnt", "verkürzt"]
    };
    // "Als wäre nichts geschehen" compares.
    let compares = spoken.follows(1, &["als", "wie", "ob"]);
    !compares && spoken.words_after().iter().take(16).any(|word| ends.contains(&word.as_str()))
}

/// "Had we tested it, we would have seen it": the verb before its subject, and what would follow.
fn is_inverted(spoken: &Spoken<'_>) -> bool {
    let opens = spoken.words_before().first().is_none_or(|word| ["that", "and", "but", "likely", "then"].contains(&word.as_str()));
    let happened = spoken.words_after().iter().take(5).any(|word| is_participle(word));
    let all: Vec<String> = words(spoken.sentence).collect();
    let follows = all.iter().any(|word| ["would", "could", "might", "would've", "could've"].contains(&word.as_str()));
    opens && happened && follows && all.iter().any(|word| OUTCOMES.contains(&word.as_str()))
}

/// "… if we had not sent it": the condition denies what was done.
fn is_unlike(spoken: &Spoken<'_>) -> bool {
    let all: Vec<String> = words(spoken.sentence).collect();
    let Some(at) = all.iter().position(|word| word == "if") else { return false };
    let condition = all.iter().skip(at + 1).take(8).map(|word| word.replace('’', "'")).collect::<Vec<_>>();
    let denied = condition.iter().any(|word| ["hadn't", "weren't", "wasn't", "didn't", "not"].contains(&word.as_str()));
    let person = condition.iter().any(|word| ["we", "we'd", "i", "they", "these", "this", "it"].contains(&word.as_str()));
    denied && person && condition.iter().any(|word| ["had", "hadn't", "were", "weren't", "was", "wasn't"].contains(&word.as_str()))
}

/// "Not as well as it could have been".
fn is_as_well(spoken: &Spoken<'_>, verb: &str, next: &[&str]) -> bool {
    let before = spoken.words_before();
    let manner = ["well", "quickly", "fast", "soon", "smoothly", "clearly", "clear", "good", "early", "effectively", "promptly"];
    let measured = before.iter().take(4).any(|word| word == "as") && before.iter().take(6).any(|word| manner.contains(&word.as_str()));
    measured && (verb.is_empty() || verb == "been" || (verb == "done" && next.is_empty()))
}

/// Words that a sentence without a subject may begin with.
const ALONE: &[&str] = &["probably", "definitely", "really", "instead", "also", "and", "but", "perhaps", "maybe", "honestly"];

/// Those of whom "should have" is said when it is a judgement.
const SUBJECTS: &[&str] = &[
    "we", "i", "he", "she", "they", "you", "our", "nobody", "someone", "somebody", "team", "user", "engineer", "engineers", "developer", "developers", "operator", "maintainers", "reviewer", "reviewers", "everyone",
];

/// Words between "have" and the verb.
const FILLERS: &[&str] = &["also", "just", "probably", "likely", "immediately", "even", "easily", "perhaps", "all", "then", "simply", "never", "not", "actually", "at", "least", "only"];

/// The better ends that counterfactuals wish for.
const OUTCOMES: &[&str] = &[
    "prevented", "avoided", "caught", "noticed", "detected", "helped", "allowed", "saved", "stopped", "spotted", "found", "fixed", "alerted", "highlighted", "reduced", "limited", "surfaced", "revealed", "solved",
    "resolved", "mitigated", "faster", "quicker", "sooner", "earlier", "easier", "better", "shorter", "handled", "done", "identified", "discovered", "shortened", "flagged", "minimized", "minimised",
    "blocked", "clearer", "safer", "simpler", "smoother", "smaller", "unnecessary", "diagnosed", "triggered", "isolated", "contained", "restored", "rejected", "corrected", "recovered", "protected", "tested", "warned", "known", "communicated", "reacted", "realized", "realised", "taken",
];

/// A participle, regular or one of those that reports use.
fn is_participle(word: &str) -> bool {
    const IRREGULAR: &[&str] = &[
        "been", "seen", "known", "caught", "done", "made", "found", "kept", "taken", "gone", "come", "built", "written", "set", "run", "sent", "thought", "told", "given", "brought", "put", "got", "gotten", "read", "held",
        "left", "begun", "chosen", "understood", "thrown", "shut", "broken", "paid", "led", "cut",
    ];
    IRREGULAR.contains(&word) || (word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed"))
}
