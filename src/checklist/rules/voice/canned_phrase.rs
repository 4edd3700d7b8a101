use crate::checklist::phrases::voice::CANNED;
use crate::checklist::rule::{Case, Report, rule};

rule! {
    /// It says it in its own words.
    ///
    /// "We apologize for any inconvenience this may have caused" tells a reader that nobody thought of them: any, inconvenience, may have. An apology
    /// that works says what was done to whom, that you understand it, and what changes. Phrases in quotation marks and block quotes are left alone:
    /// a message sent at the time may be shown as it was.
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
    /// That sentence helped nobody. It treated every failure seriously.
    /// ```
    "canned-phrase", Advice, SoundsHuman
}

fn check(case: &Case<'_>, report: &mut Report) {
    let mut last_sentence = None;
    for spoken in case.spoken(CANNED) {
        let sentence = spoken.span.start - spoken.before.len();
        // "We took the alarm very seriously" tells of a deed; "we take … very seriously" is the phrase.
        let lower = spoken.word.to_lowercase();
        let deed = lower.ends_with("seriously") && !spoken.follows(12, &["take", "takes", "taking", "nehmen", "do"]);
        let code = lower.contains("committed") && spoken.words_after().first().is_some_and(|word| ["master", "main", "git", "the"].contains(&word.as_str()) && spoken.after.contains("branch"));
        // "We are committed to:" opens a list of what is done.
        let list = lower.ends_with("to") && spoken.after.trim_start_matches(['*', '_']).starts_with(':');
        if deed || code || list || last_sentence == Some(sentence) {
            continue;
        }
        last_sentence = Some(sentence);
        report
            .at(spoken.span.clone(), format!("`{}` is a phrase from a box", spoken.word))
            .help("say it in your own words: what was done to whom, and what changes");
    }
}
