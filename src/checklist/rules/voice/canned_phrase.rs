use crate::checklist::context::{Spoken, words};
use crate::checklist::japanese::{disclaimers, is_canned, is_japanese};
use crate::checklist::phrases::voice::{CANNED, STOCK};
use crate::checklist::rule::{Case, Report, rule};

rule! {
    /// It says it in its own words.
    ///
    /// "We apologize for any inconvenience this may have caused" tells a reader that nobody thought of them: any, inconvenience, may have. An apology
    /// that works says what was done to whom, that you understand it, and what changes. Phrases in quotation marks and block quotes are left alone:
    /// a message sent at the time may be shown as it was. The disclaimer that nobody is to blame, as Japanese reports carry it in a box at the top or
    /// the end, is nobody's message: it is found there too, once a box.
    ///
    /// ## Fails
    ///
    /// ```markdown
    ///
    /// ## Summary
    ///
    /// We apologize for any inconvenience this may have caused. We take the security of our users very seriously.
    ///    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `apologize for any inconvenience` is a phrase from a box
    ///                                                                                            ^^^^^^^^^^^^^^ `very seriously` is a phrase from a box
    /// ```
    ///
    /// ```markdown
    ///
    /// ## Zusammenfassung
    ///
    /// Wir bitten, die Unannehmlichkeiten zu entschuldigen.
    ///                 ^^^^^^^^^^^^^^^^^^ `Unannehmlichkeiten` is a phrase from a box
    /// ```
    ///
    /// ```markdown
    ///
    /// ## Summary
    ///
    /// Our teams worked tirelessly to restore service. Such outages are unacceptable, and we are committed to doing better. We will take steps to
    ///                  ^^^^^^^^^^ `tirelessly` is a phrase from a box
    ///                                                                  ^^^^^^^^^^^^ `unacceptable` is a phrase from a box
    /// ensure this does not happen again.
    ///                      ^^^^^^^^^^^^ `happen again` is a phrase from a box
    /// ```
    ///
    /// ```markdown
    ///
    /// ## 概要
    ///
    /// ご迷惑をおかけしましたことをお詫び申し上げます。今後このようなことがないよう、再発防止に努めてまいります。
    /// ^^^ `ご迷惑` is a phrase from a box
    ///                                   ^^^^ `ないよう` is a phrase from a box
    ///
    /// > この文書は個人の責任を問うためではなく、仕組みを改めるためにあります。
    ///        ^^^^^ `個人の責任` is a phrase from a box
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    ///
    /// ## Summary
    ///
    /// We are sorry: for two days you could not bill your customers. The patch was committed to the main branch.
    /// ```
    ///
    /// ```markdown
    ///
    /// ## What we told users
    ///
    /// > We apologize for any inconvenience.
    ///
    /// That sentence helped nobody. It treated every failure seriously. The changes are committed to production at night.
    /// ```
    ///
    /// ```markdown
    ///
    /// ## Root cause
    ///
    /// The lock is hard to test and works. It was part of our plan for security. A check of the length prevents the overflow in the future. Nobody was
    /// aware of the issue. The error was unacceptable to the parser.
    /// ```
    ///
    /// ```markdown
    ///
    /// ## Zusammenfassung
    ///
    /// Ihr Verständnis der Schnittstelle war falsch: die Kasse nahm jede Antwort ernst.
    /// ```
    ///
    /// ```markdown
    ///
    /// ## 概要
    ///
    /// 請求書が3時間届かなかった店舗の皆様にお詫びします。同じ値が二度と入らないよう、長さの検査を追加した。当番個人の端末に影響はない。
    ///
    /// > ご不便をおかけし、誠に申し訳ございません。
    ///
    /// この案内では、いつ直るのかが分からなかった。
    /// ```
    "canned-phrase", Advice, SoundsHuman
}

/// Where the rest of a phrase stands.
#[derive(Debug, Clone, Copy)]
enum Rest {
    /// Among so many words before.
    Before(usize),
    /// Among so many words behind.
    Behind(usize),
    /// Anywhere in the sentence.
    Beside,
}

/// The words of [`STOCK`] by their beginnings, and the beginnings of words that make a phrase of them.
const PHRASES: &[(&[&str], Rest, &[&str])] = &[
    (&["inconvenience"], Rest::Beside, &["apolog", "sorry", "regret", "any", "caus", "patience"]),
    (&["your ", "patience and"], Rest::Beside, &["appreciat", "thank", "grateful", "ask"]),
    (&["hard to", "quickly to", "rapidly to", "swiftly to", "diligently", "tirelessly"], Rest::Before(2), &["work", "works", "worked", "working"]),
    (&["unacceptable"], Rest::Before(4), &["outage", "downtime", "this", "failure", "incident", "interruption"]),
    (&["we are aware", "we're aware", "we’re aware"], Rest::Behind(5), &["issue", "problem", "outage", "disruption", "incident"]),
    (&["committed to", "committing to", "commitment to", "dedicated to"], Rest::Before(1), &["we're", "we’re", "our", "is", "are", "am", "remain", "fully", "deeply", "strongly", "firmly"]),
    (&["importance of"], Rest::Before(4), &["highlight", "underscor", "underlin", "reminder"]),
    (&["critical gaps"], Rest::Before(4), &["highlight", "underscor", "reveal", "expos", "uncover", "show"]),
    (&["happen", "in the future", "going forward"], Rest::Beside, &["steps", "measures", "work", "working", "everything", "committed", "committing", "doing", "efforts", "similar"]),
    (&["component of our", "part of our", "part of what we"], Rest::Beside, &["security", "privacy", "transparency", "trust"]),
    (&["security posture"], Rest::Before(6), &["strengthen", "improv", "enhanc", "bolster"]),
    (&["notify you"], Rest::Behind(6), &["significant", "further", "any"]),
    (&["unannehmlichkeit"], Rest::Beside, &["entschuldig", "bitten", "bedauern", "leid", "etwaige", "verständnis"]),
    (&["ihre ", "ihr ", "eure ", "euer "], Rest::Beside, &["danke", "dank", "bitten", "danken"]),
    (&["wieder ", "noch einmal ", "künftig "], Rest::Beside, &["damit", "dafür", "sicherstellen", "um"]),
];

fn check(case: &Case<'_>, report: &mut Report) {
    let phrases = case.spoken(CANNED).into_iter().filter(|spoken| !is_japanese(&spoken.word) || is_canned(spoken));
    let stock = case.spoken(STOCK).into_iter().filter(is_phrase);
    let mut found: Vec<Spoken<'_>> = phrases.chain(stock).filter(|spoken| !is_deed(spoken)).collect();
    found.sort_by_key(|spoken| spoken.span.start);
    let mut last_sentence = None;
    for spoken in found {
        let sentence = spoken.span.start - spoken.before.len();
        if last_sentence.replace(sentence) != Some(sentence) {
            report.at(spoken.span.clone(), message(&spoken)).help("say it in your own words: what was done to whom, and what changes");
        }
    }
    for disclaimer in disclaimers(case) {
        let Some((first, others)) = disclaimer.split_first() else { continue };
        let found = report.at(first.span.clone(), message(first));
        found.help("nobody is blamed where the report tells what made it possible; the sentence can go");
        for spoken in others {
            found.note(spoken.span.clone(), message(spoken));
        }
    }
}

fn message(spoken: &Spoken<'_>) -> String {
    format!("`{}` is a phrase from a box", spoken.word)
}

/// Whether the rest of the phrase stands beside its word.
fn is_phrase(spoken: &Spoken<'_>) -> bool {
    if is_japanese(&spoken.word) {
        return is_canned(spoken);
    }
    let word = spoken.word.to_lowercase();
    let part = ["component of", "part of"].iter().any(|cue| word.starts_with(cue));
    if part && !spoken.follows(1, &["critical", "core", "integral", "essential", "fundamental", "key", "important", "vital", "crucial"]) {
        return false;
    }
    let future = ["happen", "in the future", "going forward"].iter().any(|cue| word.starts_with(cue));
    if future && !is_assurance(spoken) {
        return false;
    }
    let any = |mut beside: Box<dyn Iterator<Item = String> + '_>, rest: &[&str]| beside.any(|word| rest.iter().any(|known| word.starts_with(known)));
    PHRASES.iter().filter(|(cues, ..)| cues.iter().any(|cue| word.starts_with(cue))).any(|(_, place, rest)| match *place {
        Rest::Before(count) => any(Box::new(words(spoken.before).rev().take(count)), rest),
        Rest::Behind(count) => any(Box::new(words(spoken.after).take(count)), rest),
        Rest::Beside => any(Box::new(words(spoken.sentence)), rest),
    })
}

/// "We will prevent similar failures in the future": what is done is not in the sentence; a colon opens a list of it.
fn is_assurance(spoken: &Spoken<'_>) -> bool {
    let all: Vec<String> = words(spoken.sentence).collect();
    let prevents = all.iter().position(|word| ["prevent", "prevents", "ensure", "sure", "avoid", "avoids"].contains(&word.as_str()));
    let Some(at) = prevents.filter(|_| !spoken.sentence.trim_end().ends_with(':')) else { return false };
    let whole = all.iter().skip(at + 1).take(2).any(|word| ["similar", "such", "this", "these"].contains(&word.as_str()));
    let will = all.iter().take(at).rev().take(3).any(|word| ["will", "work", "doing", "changes", "steps", "measures", "everything", "can"].contains(&word.as_str()));
    whole && will
}

/// "We took the alarm very seriously" and "it was committed to the branch" tell of deeds; a colon opens a list of them.
fn is_deed(spoken: &Spoken<'_>) -> bool {
    let lower = spoken.word.to_lowercase();
    let seriously = lower.ends_with("seriously") && !spoken.follows(14, &["take", "takes", "taking", "do"]);
    let written = lower.contains("commit") && spoken.follows(4, &["change", "changes", "code", "file", "files", "commit", "record", "records", "transactions", "data"]);
    let code = lower.contains("commit") && spoken.words_after().iter().take(4).any(|word| ["master", "main", "git", "branch", "repo", "repository", "disk"].contains(&word.as_str()));
    let list = lower.ends_with("to") && spoken.after.trim_start_matches(['*', '_']).starts_with(':');
    seriously || written || code || list
}
