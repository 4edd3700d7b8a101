use crate::checklist::japanese::{is_cause, is_japanese};
use crate::checklist::phrases::voice::HUMAN_ERROR;
use crate::checklist::rule::{Case, Report, rule};
use crate::incident::headings::Meaning;

rule! {
    /// "Human error" is never the cause.
    ///
    /// People err every day and services stay up; the cause is what let one error through. Cargo, GitLab and Dekker's field guide all forbid the
    /// words as a cause. Sentences that deny it or that speak of making errors harder are left alone.
    ///
    /// ## Fails
    ///
    /// ```markdown
    ///
    /// ## Root cause
    ///
    /// The outage was caused by human error.
    ///                          ^^^^^^^^^^^ `human error` is where the search begins, not a cause
    /// ```
    ///
    /// ```markdown
    ///
    /// ## Ursache
    ///
    /// Ursache war menschliches Versagen bei der Wartung.
    ///             ^^^^^^^^^^^^^^^^^^^^^ `menschliches Versagen` is where the search begins, not a cause
    /// ```
    ///
    /// ```markdown
    ///
    /// ## 根本原因
    ///
    /// 人為的ミスによりデータベースが停止した。
    /// ^^^^^ `人為的ミス` is where the search begins
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    ///
    /// ## Root cause
    ///
    /// This was not human error: the console offered both racks under one name. We will make user error less likely.
    /// ```
    ///
    /// ```markdown
    ///
    /// ## Actions
    ///
    /// - Add a second prompt to prevent operator errors
    /// ```
    ///
    /// ```markdown
    ///
    /// ## Ursache
    ///
    /// Die Maske soll Bedienfehler künftig verhindern. Von menschlichem Versagen zu sprechen, griffe zu kurz.
    /// ```
    ///
    /// ```markdown
    ///
    /// ## 根本原因
    ///
    /// 人為的ミスではなく、制御装置の不具合だった。操作ミスを防ぐ画面にした。
    /// ```
    "human-error-as-cause", Warning, WhatWentWrong
}

fn check(case: &Case<'_>, report: &mut Report) {
    for spoken in case.spoken(HUMAN_ERROR) {
        let denied = spoken.follows(7, DENIALS) || spoken.words_after().iter().take(4).any(|word| ["not", "never", "nicht", "nie", "less", "handling", "sprechen", "verhindern", "verhindert", "vermeiden", "vermeidet", "ausschließen", "erschweren", "abfangen"].contains(&word.as_str()));
        let denied = denied || (is_japanese(&spoken.word) && !is_cause(&spoken));
        if !denied && !case.is_in(&spoken.span, &[Meaning::ActionItems, Meaning::GotLucky]) {
            report
                .at(spoken.span.clone(), format!("`{}` is where the search begins, not a cause", spoken.word))
                .help("say what let one error take the service down, and what would have caught it");
        }
    }
}

/// Words before it that deny it or work against it.
const DENIALS: &[&str] = &[
    "not", "no", "never", "isn't", "wasn't", "rather", "reduce", "reduces", "reducing", "prevent", "prevents", "preventing", "avoid", "avoids", "avoiding", "against", "eliminate", "minimize", "minimise", "risk", "assumed", "assuming", "suspected", "suspecting", "vermutet", "vermuteten",
    "prone", "possibility", "potential", "nicht", "kein", "keine", "keinen", "vermeiden", "verhindern", "gegen", "statt", "room", "likelihood", "chance", "mitigate",
];
